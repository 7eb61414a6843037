"""Which charts a report shows and in which order: ticked with Space, moved with Alt and the arrows or by the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app.models.domain.chart import ChartKey
from app.views.support.charts.chart_texts import chart_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_KEY = int(Qt.ItemDataRole.UserRole)


class PartsList(QListWidget):
    """All charts, the chosen ones first and ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setUniformItemSizes(True)

    def show_parts(self, parts: Sequence[ChartKey]) -> None:
        """Show these ticked in their order, then all others."""
        self.clear()
        for key in (*parts, *(each for each in ChartKey if each not in parts)):
            item = QListWidgetItem(chart_title(key))
            item.setData(_KEY, key.value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in parts else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(0)

    @property
    def parts(self) -> tuple[ChartKey, ...]:
        """The ticked charts in their order."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(ChartKey(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current line with Alt and the arrows."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(step)
        else:
            super().keyPressEvent(event)

    def move_current(self, step: int) -> None:
        """Move the current line up (-1) or down (1)."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + step < self.count():
            item = self.takeItem(row)
            self.insertItem(row + step, item)
            self.setCurrentRow(row + step)
