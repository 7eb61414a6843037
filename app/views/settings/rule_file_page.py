"""A company hands its practice to another: all rules go out as one file, and come in after a look at what changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from app.models.domain.people import Right
from app.services.errors import Invalid, Unavailable, UserError
from app.services.rule_set import MOST_CHARACTERS
from app.views.settings.section_names import section_name
from app.views.support.cards import Card
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.errors import error_text
from app.views.support.labels import label
from app.views.support.tables import dress_table
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.models.domain.rule_difference import Difference
    from app.services.acts import Done
    from app.services.replanning import ReplanService
    from app.services.rule_set import RuleSet
    from app.views.support.desk import Desk

Answer = TypeVar("Answer")
_BYTES_A_SIGN = 4
_MOVE_DEADLINES = frozenset({"tree", "areas", "hours", "targets"})
"""Sections that the deadlines of open cases are worked out from."""
_SHOWN_NAMES = 30


class RuleFilePage(QWidget):
    """Export at the top; below, the file that was chosen with what each of its sections would change."""

    def __init__(self, *, desk: Desk, rule_set: RuleSet, replan: ReplanService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._rule_set, self._replan = desk, rule_set, replan
        self._text = ""
        self._found: tuple[Difference, ...] = ()
        may = desk.actor.may(Right.EDIT_SETTINGS)
        self.setAccessibleName(self.tr("Arquivo de regras"))
        self.export_button = QPushButton(self.tr("Salvar as regras em arquivo…"))
        self.open_button = QPushButton(self.tr("Escolher arquivo de regras…"))
        self.open_button.setEnabled(may)
        self.apply_button = QPushButton(self.tr("Trazer as seções marcadas"))
        self.apply_button.setProperty("kind", "primary")
        self.model = QStandardItemModel(0, 4, self)
        self.model.setHorizontalHeaderLabels([self.tr("Seção"), self.tr("Entram"), self.tr("Mudam"), self.tr("Saem")])
        self.table = QTableView()
        self.table.setModel(self.model)
        self.empty = EmptyState(theme=desk.theme)
        self.empty.show_state(EmptyKind.EMPTY, self.tr("Escolha um arquivo para ver o que ele mudaria aqui."))
        self.detail = label("", "small", wrap=True)
        self.name = label("", "strong")
        self.message = label("", "error", wrap=True)
        self.message.hide()
        self._build()
        self.export_button.clicked.connect(self._on_export_clicked)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.apply_button.clicked.connect(self.apply)
        self.table.selectionModel().currentChanged.connect(lambda current, _: self._show_detail(current.row()))
        self.model.itemChanged.connect(lambda _: self._show_buttons())
        self._show_buttons()

    def export_to(self, path: Path) -> None:
        """Write all rules to a file."""
        rule_set = self._rule_set

        def work() -> None:
            try:
                path.write_text(rule_set.export(), encoding="utf-8")
            except OSError as error:
                raise Unavailable("rule_file_unwritable", folder=str(path.parent)) from error

        saved = self.tr("Regras salvas em {name}").format(name=path.name)
        self._run("export", work, lambda _: self._desk.say(saved))

    def open_file(self, path: Path) -> None:
        """Read a file and show what it would change."""
        rule_set = self._rule_set

        def work() -> tuple[str, tuple[Difference, ...]]:
            text = _text_of(path)
            return text, rule_set.preview(text)

        self._run("preview", work, lambda found: self._on_previewed(path.name, *found))

    def apply(self) -> None:
        """Take in the sections that are ticked."""
        keys, text, actor, rule_set = self.ticked(), self._text, self._desk.actor, self._rule_set
        if keys:
            self._run("apply", lambda: rule_set.take_in(actor, text, keys), self._on_applied)

    def ticked(self) -> list[str]:
        """Return the sections that are to be taken in."""
        return [
            each.section
            for place, each in enumerate(self._found)
            if not each.is_same and self.model.item(place, 0).checkState() is Qt.CheckState.Checked
        ]

    def _run(self, slot: str, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        self.message.hide()
        self._desk.calls.run(self, slot, work, done, failed=self._on_failed)

    def _on_previewed(self, name: str, text: str, found: tuple[Difference, ...]) -> None:
        self._text, self._found = text, found
        self.name.setText(name)
        self.empty.hide()
        self.table.show()
        self.apply_button.show()
        self.model.setRowCount(0)
        for each in found:
            first = QStandardItem(section_name(each.section))
            first.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if not each.is_same:
                first.setFlags(first.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                first.setCheckState(Qt.CheckState.Checked)
            counts = [QStandardItem(number_text(n) if n else "–") for n in (each.added, each.changed, each.removed)]
            for item in counts:
                item.setEditable(False)
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.model.appendRow([first, *counts])
        self.table.selectRow(0)
        self._show_detail(0)
        self._show_buttons()

    def _on_applied(self, done: Done[tuple[str, ...]]) -> None:
        self._desk.undo.push(done)
        if _MOVE_DEADLINES.intersection(done.value):
            actor, replan = self._desk.actor, self._replan
            self._desk.jobs.start(
                title=self.tr("Refazendo prazos"),
                work=lambda token, report: replan.replan(actor=actor, progress=report, cancel=token),
            )
        self._found = ()
        self.model.setRowCount(0)
        self.detail.setText("")
        self.name.setText("")
        self._show_buttons()

    def _on_failed(self, error: Exception) -> bool:
        if isinstance(error, UserError):
            self.message.setText(error_text(error))
            self.message.show()
            return True
        return False

    def _show_detail(self, place: int) -> None:
        if not 0 <= place < len(self._found):
            self.detail.setText("")
            return
        each = self._found[place]
        if each.is_same:
            self.detail.setText(self.tr("Igual ao que já vale aqui."))
            return
        parts = (
            (self.tr("Entram: {names}"), each.added_names),
            (self.tr("Mudam: {names}"), each.changed_names),
            (self.tr("Saem: {names}"), each.removed_names),
        )
        self.detail.setText("\n".join(text.format(names=_joined(names)) for text, names in parts if names))

    def _show_buttons(self) -> None:
        self.apply_button.setEnabled(bool(self.ticked()))

    def _on_export_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Salvar as regras"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.setNameFilter(self.tr("Regras do Balcão (*.json)"))
        dialog.selectFile("regras-balcao.json")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.export_to(Path(path)))
        dialog.open()

    def _on_open_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Escolher arquivo de regras"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Regras do Balcão (*.json)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.open_file(Path(path)))
        dialog.open()

    def _build(self) -> None:
        theme = self._desk.theme
        dress_table(self.table, theme=theme, name=self.tr("O que o arquivo muda"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        out = Card(
            theme=theme,
            title=self.tr("Levar as regras para outra empresa"),
            definition=self.tr(
                "O arquivo leva árvore, horários, prazos, crises, ações, persona, modelos, materiais e áreas. "
                "Não leva pessoas, clientes nem senhas."
            ),
        )
        row = QHBoxLayout()
        row.addWidget(self.export_button)
        row.addStretch(1)
        out.body.addLayout(row)
        come = Card(
            theme=theme,
            title=self.tr("Trazer regras de um arquivo"),
            definition=self.tr("Antes de valer, veja o que muda em cada seção. Um só desfazer volta tudo."),
        )
        first, last = QHBoxLayout(), QHBoxLayout()
        for each in (row, first, last):
            theme.space(each, spacing=2)
        first.addWidget(self.open_button)
        first.addWidget(self.name, 1)
        last.addWidget(self.apply_button)
        last.addStretch(1)
        come.body.addLayout(first)
        come.body.addWidget(self.table, 1)
        come.body.addWidget(self.empty, 1)
        self.table.hide()
        self.apply_button.hide()
        come.body.addWidget(self.detail)
        come.body.addWidget(self.message)
        come.body.addLayout(last)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4), spacing=3)
        layout.addWidget(out)
        layout.addWidget(come, 1)


def _joined(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:_SHOWN_NAMES])
    return shown + (f" … (+{number_text(len(names) - _SHOWN_NAMES)})" if len(names) > _SHOWN_NAMES else "")


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_CHARACTERS * _BYTES_A_SIGN:
            raise Invalid("rule_set_too_large", limit=MOST_CHARACTERS)
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Unavailable("rule_file_unreadable", name=path.name) from error
    except UnicodeDecodeError as error:
        raise Invalid("rule_set_unreadable", section="") from error
