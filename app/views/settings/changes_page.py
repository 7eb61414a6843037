"""Whoever answers for the counter sees each change of a rule: who, when, from what to what, and can put it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.changes import Changes, Topic
from app.models.domain.people import Right
from app.models.domain.rule_difference import LeafChange, leaf_changes
from app.services.errors import UserError
from app.services.settings_book import SETTING_VERB
from app.views.settings.section_names import change_name, section_name
from app.views.support.cards import Card
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.errors import error_text
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table
from app.views.support.texts import exact_text, when_text

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.services.acts import Done
    from app.services.rule_set import ChangeNote, RuleSet
    from app.services.settings_book import SettingsBook, SettingValue
    from app.views.support.desk import Desk

PAGE = 50


class ChangesPage(QWidget):
    """The edits at the left, the newest first; at the right what the chosen one changed."""

    def __init__(
        self, *, desk: Desk, rule_set: RuleSet, settings_book: SettingsBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._rule_set, self._book = desk, rule_set, settings_book
        self._stale = True
        self._notes: list[ChangeNote] = []
        self.setAccessibleName(self.tr("Histórico de mudanças"))
        self.model: RowModel[ChangeNote] = RowModel(columns=self._columns(), key=_key, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.leaves: RowModel[tuple[int, LeafChange]] = RowModel(
            columns=self._leaf_columns(), key=lambda row: row[0], parent=self
        )
        self.leaf_table = QTableView()
        self.leaf_table.setModel(self.leaves)
        self.section = QComboBox()
        self.section.setAccessibleName(self.tr("Seção"))
        self.section.addItem(self.tr("Todas as seções"), None)
        for key in rule_set.sections():
            self.section.addItem(section_name(key), key)
        self.more_button = QPushButton(self.tr("Mostrar anteriores"))
        self.back_button = QPushButton(self.tr("Voltar a como era antes"))
        self.message = label("", "error", wrap=True)
        self.message.hide()
        self.headline = label("", "strong", wrap=True)
        self.empty = EmptyState(theme=desk.theme)
        self._build()
        self.section.currentIndexChanged.connect(lambda _: self.reload())
        self.more_button.clicked.connect(self.show_more)
        self.back_button.clicked.connect(self.put_back)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selected())
        desk.changes.changed.connect(self._on_changes)

    def chosen(self) -> ChangeNote | None:
        """Return the edit chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def reload(self) -> None:
        """Read the newest edits."""
        self._notes = []
        self._ask(None)

    def show_more(self) -> None:
        """Read the edits before the last one shown."""
        self._ask(self._notes[-1].id if self._notes else None)

    def put_back(self) -> None:
        """Give a setting the value that it had before the chosen edit."""
        note = self.chosen()
        if note is None or not _can_put_back(note):
            return
        key, actor, book = note.what.partition(":")[2], self._desk.actor, self._book

        def work() -> Done[SettingValue]:
            present = book.read(key)
            return book.change(actor, key, note.before, expected_version=present.version, section=note.section)

        self._desk.calls.run(self, "put_back", work, self._desk.undo.push, failed=self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what may have changed."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _ask(self, before_id: int | None) -> None:
        self._stale = False
        section, rule_set = self.section.currentData(), self._rule_set
        self._desk.calls.run(
            self, "page", lambda: rule_set.changes(section, before_id=before_id, limit=PAGE), self._on_page
        )

    def _on_page(self, notes: tuple[ChangeNote, ...]) -> None:
        self._notes += notes
        self.model.set_rows(self._notes)
        self.more_button.setVisible(len(notes) == PAGE)
        self.empty.setVisible(not self._notes)
        self.table.setVisible(bool(self._notes))
        self._right.setVisible(bool(self._notes))
        if not self._notes:
            self.empty.show_state(EmptyKind.EMPTY, self.tr("Nenhuma regra foi mudada ainda. Vale o original."))
        elif self.chosen() is None:
            self.table.selectRow(0)
        self._on_selected()

    def _on_selected(self) -> None:
        note = self.chosen()
        self.message.hide()
        self.back_button.setEnabled(
            note is not None and _can_put_back(note) and self._desk.actor.may(Right.EDIT_SETTINGS)
        )
        if note is None:
            self.headline.setText("")
            self.leaves.set_rows([])
            return
        self.headline.setText(
            self.tr("{section}: {what}, por {who}, {when}").format(
                section=section_name(note.section),
                what=change_name(note.what).lower(),
                who=note.who or self.tr("Balcão"),
                when=exact_text(note.at),
            )
        )
        self.leaves.set_rows(list(enumerate(leaf_changes(note.before, note.after))))

    def _on_failed(self, error: Exception) -> bool:
        if isinstance(error, UserError):
            self.message.setText(error_text(error))
            self.message.show()
            return True
        return False

    def _on_changes(self, changes: Changes) -> None:
        if Topic.SETTINGS in changes.topics:
            self._stale = True
            if self.isVisible():
                self.reload()

    def _build(self) -> None:
        theme = self._desk.theme
        dress_table(self.table, theme=theme, name=self.tr("Mudanças das regras"))
        dress_table(self.leaf_table, theme=theme, name=self.tr("O que mudou"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        for place, width in enumerate((140, 150, 190)):
            self.table.setColumnWidth(place, theme.metrics.px(width))
        self.leaf_table.setWordWrap(True)
        self.leaf_table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        left = Card(
            theme=theme,
            title=self.tr("Histórico de mudanças"),
            definition=self.tr("Cada mudança das regras fica aqui: quem fez, quando e o que era antes."),
        )
        left.tools.addWidget(self.section)
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self.empty, 1)
        left.body.addWidget(self.more_button)
        right = self._right = Card(theme=theme, title=self.tr("O que mudou"))
        acts = QHBoxLayout()
        theme.space(acts, spacing=2)
        acts.addWidget(self.back_button)
        acts.addStretch(1)
        right.body.addWidget(self.headline)
        right.body.addWidget(self.leaf_table, 1)
        right.body.addWidget(self.message)
        right.body.addLayout(acts)
        split = QSplitter()
        split.setProperty("kind", "gap")
        split.setHandleWidth(theme.metrics.step(3))
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([theme.metrics.px(620), theme.metrics.px(560)])
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4))
        layout.addWidget(split)

    def _columns(self) -> list[Column[ChangeNote]]:
        clock = self._desk.clock
        return [
            Column("when", self.tr("Quando"), lambda note: when_text(note.at, clock.now()), tooltip=_exact),
            Column("who", self.tr("Quem"), lambda note: note.who or "Balcão"),
            Column("section", self.tr("Seção"), lambda note: section_name(note.section)),
            Column("what", self.tr("O quê"), lambda note: change_name(note.what)),
        ]

    def _leaf_columns(self) -> list[Column[tuple[int, LeafChange]]]:
        nothing = self.tr("(não havia)")
        gone = self.tr("(saiu)")
        return [
            Column("path", self.tr("Onde"), lambda row: row[1].path, tooltip=lambda row: row[1].path),
            Column(
                "before",
                self.tr("Antes"),
                lambda row: row[1].before or nothing,
                tooltip=lambda row: row[1].before or "",
            ),
            Column(
                "after", self.tr("Depois"), lambda row: row[1].after or gone, tooltip=lambda row: row[1].after or ""
            ),
        ]


def _can_put_back(note: ChangeNote) -> bool:
    return note.what.partition(":")[0] == SETTING_VERB and note.before is not None


def _exact(note: ChangeNote) -> str:
    return exact_text(note.at)


def _key(note: ChangeNote) -> int:
    return note.id
