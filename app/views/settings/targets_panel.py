"""The team's targets in their order of weight: a table to edit in place, and a case to try them on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QTableView, QVBoxLayout, QWidget

from app.models.domain.target_order import kind_of
from app.services.targets import TargetBook, TargetForm, TargetInfo
from app.views.settings.targets_form import TargetEditor
from app.views.settings.targets_texts import clock_word, conditions_text, minutes_text
from app.views.settings.targets_try import TryPanel
from app.views.support.flow_layout import FlowLayout
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table

if TYPE_CHECKING:
    from app.views.support.theme import Theme

NEW: Final = TargetForm(name="", first_response_minutes=240, resolution_minutes=2_400)


class TargetsPanel(QWidget):
    """Table, buttons, the form of the chosen target, and "testar"."""

    saved = Signal(object, object)
    """Carries the ``TargetInfo`` that was edited (None = a new one) and its ``TargetForm``."""
    removed = Signal(object)
    moved = Signal(object, int)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._book: TargetBook | None = None
        self._may_edit = True
        self._is_new = False
        self._wanted = 0
        self._shown: TargetInfo | None = None
        self.model: RowModel[TargetInfo] = RowModel(columns=self._columns(), key=_key, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Prazos da equipe, do que pesa mais ao que pesa menos"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.add_button = QPushButton(self.tr("Novo prazo"))
        self.copy_button = QPushButton(self.tr("Duplicar"))
        self.remove_button = QPushButton(self.tr("Excluir"))
        self.up_button = QPushButton(self.tr("Subir"))
        self.down_button = QPushButton(self.tr("Descer"))
        self.editor = TargetEditor(theme=theme)
        self.trial = TryPanel(theme=theme)
        self._build()

    def show_book(self, book: TargetBook) -> None:
        """Show the targets; the choice and what is being typed stay."""
        self._book = book
        self.editor.show_choices(book)
        self.trial.show_book(book)
        before = self.chosen()
        self.model.set_rows(book.targets)
        if self._wanted and self.model.row_by_id(self._wanted) is not None:
            self.choose(self._wanted)
            self._wanted = 0
        elif before is None and not self._is_new and book.targets:
            self.table.selectRow(0)
        after = self.chosen()
        # What is being typed stays; saving it tells that somebody else was faster.
        if after is not None and after != before and not self.editor.is_touched:
            self._show_target(after)
        self._show_buttons()

    def chosen(self) -> TargetInfo | None:
        """Return the target chosen; None while a new one is written."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def choose(self, target_id: int) -> None:
        """Choose a target in the table."""
        self.table.selectRow(self.model.index_of(target_id).row())

    def want(self, target_id: int) -> None:
        """Choose a target now, or as soon as it is there: the news of it may come before or after the answer."""
        self._is_new = self.editor.is_touched = False
        is_there = self.model.row_by_id(target_id) is not None
        self._wanted = 0 if is_there else target_id
        if is_there:
            self.choose(target_id)

    def set_read_only(self, read_only: bool) -> None:
        """Let nobody edit."""
        self._may_edit = not read_only
        self.editor.set_read_only(read_only)
        self._show_buttons()

    def start_new(self, form: TargetForm = NEW) -> None:
        """Begin a new target in the form."""
        self.table.clearSelection()
        self._is_new = True
        self._shown = None
        self.editor.show_target(form)
        self.editor.name.setFocus()
        self.editor.name.selectAll()
        self._show_buttons()

    def neighbour(self, step: int) -> TargetInfo | None:
        """Return the target above (-1) or below (1) the chosen one that it may change places with."""
        info, book = self.chosen(), self._book
        if info is None or book is None:
            return None
        place = [each.id for each in book.targets].index(info.id) + step
        if not 0 <= place < len(book.targets):
            return None
        other = book.targets[place]
        return other if kind_of(other.target) == kind_of(info.target) else None

    def _build(self) -> None:
        theme = self._theme
        acts = QWidget()
        flow = FlowLayout(acts, spacing=theme.metrics.step(2))
        for button in (self.add_button, self.copy_button, self.remove_button, self.up_button, self.down_button):
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=2)
        layout.addWidget(self.table, 1)
        for part in (acts, self.editor, self.trial):
            layout.addWidget(part)
        self.table.setMinimumHeight(theme.metrics.px(180))
        for column, width in enumerate((170, 220, 110, 110, 110, 70)):
            self.table.setColumnWidth(column, theme.metrics.px(width))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selected())
        self.add_button.clicked.connect(self._on_add_clicked)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.remove_button.clicked.connect(lambda: self.removed.emit(self.chosen()))
        self.up_button.clicked.connect(lambda: self.moved.emit(self.chosen(), -1))
        self.down_button.clicked.connect(lambda: self.moved.emit(self.chosen(), 1))
        # What was shown, not what has come since: a colleague's edit is not written over unseen.
        self.editor.saved.connect(lambda form: self.saved.emit(self._shown, form))
        self.editor.dropped.connect(self._on_dropped)
        self._show_buttons()

    def _show_target(self, info: TargetInfo) -> None:
        self._shown = info
        self.editor.show_target(info.form)

    def _on_selected(self) -> None:
        info = self.chosen()
        if info is not None:
            self._is_new = False
            self._show_target(info)
        self._show_buttons()

    def _on_add_clicked(self) -> None:
        self.start_new()

    def _on_copy_clicked(self) -> None:
        info = self.chosen()
        if info is not None:
            self.start_new(replace(info.form, name=self.tr("{name} (cópia)").format(name=info.form.name)))

    def _on_dropped(self) -> None:
        info = self.chosen()
        if info is not None:
            self._show_target(info)
        elif self.model.rowCount():
            self.table.selectRow(0)

    def _show_buttons(self) -> None:
        chosen = self.chosen() is not None and self._may_edit
        self.add_button.setEnabled(self._may_edit)
        for button in (self.copy_button, self.remove_button):
            button.setEnabled(chosen)
        self.up_button.setEnabled(chosen and self.neighbour(-1) is not None)
        self.down_button.setEnabled(chosen and self.neighbour(1) is not None)

    def _columns(self) -> list[Column[TargetInfo]]:
        def span(minutes: int, form: TargetForm) -> str:
            day = self._book.day_minutes if self._book is not None else 480
            return minutes_text(minutes, is_clock_time=form.is_clock_time, day_minutes=day)

        def remark(info: TargetInfo) -> str:
            if not info.beaten_by:
                return ""
            return self.tr("⚠ nunca vale: “{name}” vale sempre antes").format(name=info.beaten_by)

        def conditions(info: TargetInfo) -> str:
            return "" if self._book is None else conditions_text(info.form, self._book)

        return [
            Column("name", self.tr("Prazo"), lambda info: info.form.name),
            Column("for", self.tr("Vale para"), conditions),
            Column("first", self.tr("1ª resposta"), lambda info: span(info.form.first_response_minutes, info.form)),
            Column("solution", self.tr("Solução"), lambda info: span(info.form.resolution_minutes, info.form)),
            Column("kind", self.tr("Conta em"), lambda info: clock_word(is_clock_time=info.form.is_clock_time)),
            Column("warning", self.tr("Aviso"), lambda info: f"{info.form.warning_percent} %"),
            Column("remark", self.tr("Observação"), remark),
        ]


def _key(info: TargetInfo) -> int:
    return info.id
