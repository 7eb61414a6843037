"""One field of the sheet: its lines are written, moved and taken away in place; each leads to what it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QPushButton, QWidget

from app.models.domain.swot import Quadrant, SwotEntry
from app.views.support.cards import Card
from app.views.support.labels import label
from app.views.swot.swot_words import entry_text, evidence_text, quadrant_hint, quadrant_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from app.views.support.theme import Theme

_ENTRY: Final = int(Qt.ItemDataRole.UserRole)


class QuadrantCard(Card):
    """The lines of one quadrant. F2 or Enter writes, Delete takes away, Alt+1 to 4 moves, O opens the evidence."""

    changed = Signal()
    moved = Signal(object, object)
    """Carries the entry and the quadrant it goes to."""
    opened = Signal(object)
    """Carries the entry whose evidence is wanted."""

    def __init__(self, *, theme: Theme, quadrant: Quadrant, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, title=quadrant_text(quadrant), parent=parent)
        self.quadrant = quadrant
        self._theme = theme
        self.list = QListWidget()
        self.list.setAccessibleName(quadrant_text(quadrant))
        self.list.setWordWrap(True)
        self.list.setProperty("kind", "entries")
        self.list.setMinimumWidth(theme.metrics.px(120))
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(self._on_edited)
        self.add = QPushButton(theme.icon("plus"), self.tr("Escrever"))
        self.add.setAccessibleName(self.tr("Escrever em {quadrant}").format(quadrant=quadrant_text(quadrant)))
        self.add.clicked.connect(lambda _checked=False: self.write_new())
        self.evidence = QPushButton(theme.icon("list"), "")
        self.evidence.setProperty("kind", "pill")
        self.evidence.clicked.connect(lambda _checked=False: self._open())
        self.tools.addWidget(self.add)
        self.body.addWidget(label(quadrant_hint(quadrant), "faint", wrap=True))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.evidence)
        self.list.currentRowChanged.connect(lambda _row: self._show_evidence())
        self._show_evidence()

    @property
    def entries(self) -> tuple[SwotEntry, ...]:
        """The lines as they stand."""
        return tuple(self.list.item(row).data(_ENTRY) for row in range(self.list.count()))

    @property
    def is_writing(self) -> bool:
        """Whether a line is being written in."""
        return self.list.state() is QAbstractItemView.State.EditingState

    def show_entries(self, entries: Sequence[SwotEntry], *, may_write: bool) -> None:
        """Show these lines; the current one stays current."""
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for entry in entries:
            self._add(entry, may_write=may_write)
        self.list.blockSignals(False)
        self.add.setEnabled(may_write)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._show_evidence()

    def write_new(self) -> None:
        """Add an empty line and write in it."""
        self.list.blockSignals(True)
        item = self._add(SwotEntry(self.quadrant), may_write=True)
        self.list.blockSignals(False)
        self.list.setCurrentItem(item)
        self.list.editItem(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the keys of the list."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        item: QListWidgetItem | None = self.list.currentItem()
        if item is None:
            return False
        key, with_alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        places = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2, Qt.Key.Key_4: 3}
        is_editable = bool(item.flags() & Qt.ItemFlag.ItemIsEditable)
        if with_alt and key in places and is_editable:
            self.moved.emit(item.data(_ENTRY), list(Quadrant)[places[key]])
            return True
        if key == Qt.Key.Key_Delete and is_editable:
            self.list.takeItem(self.list.row(item))
            self.changed.emit()
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and is_editable:
            self.list.editItem(item)
            return True
        if key == Qt.Key.Key_O and not with_alt:
            self._open()
            return True
        return False

    def _add(self, entry: SwotEntry, *, may_write: bool) -> QListWidgetItem:
        item = QListWidgetItem(entry_text(entry))
        item.setData(_ENTRY, entry)
        if may_write:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        if entry.evidence is not None:
            item.setToolTip(f"{entry.evidence.path}: {evidence_text(entry.evidence)}")
        self.list.addItem(item)
        return item

    def _on_edited(self, item: QListWidgetItem) -> None:
        entry: SwotEntry = item.data(_ENTRY)
        text = item.text().strip()
        if text == entry_text(entry):
            return
        self.list.blockSignals(True)
        if not text and entry.evidence is None:
            self.list.takeItem(self.list.row(item))
        else:
            written = replace(entry, text=text)
            item.setData(_ENTRY, written)
            item.setText(entry_text(written))
        self.list.blockSignals(False)
        self.changed.emit()

    def _show_evidence(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        entry: SwotEntry | None = None if item is None else item.data(_ENTRY)
        evidence = None if entry is None else entry.evidence
        self.evidence.setVisible(evidence is not None)
        if evidence is not None:
            self.evidence.setText(self.tr("Ver {what}").format(what=evidence_text(evidence)))

    def _open(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        if item is not None and item.data(_ENTRY).evidence is not None:
            self.opened.emit(item.data(_ENTRY))
