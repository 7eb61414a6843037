"""The navigation inside the reports: sections in named groups, walked by arrows, narrow windows get a menu instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.views.support.theme import Theme

_KEY = int(Qt.ItemDataRole.UserRole)
Line = tuple[str, str, str, str]
"""Key, title, icon, group."""


class SectionList(QListWidget):
    """One line a section below the names of their groups."""

    chosen = Signal(str)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "sections")
        self.setAccessibleName(self.tr("Seções dos relatórios"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.currentItemChanged.connect(self._on_current_changed)
        theme.changed.connect(self._dress)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these sections."""
        self.blockSignals(True)
        self.clear()
        group = ""
        for key, title, icon, named in lines:
            if named and named != group:
                heading = QListWidgetItem(named)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(heading)
            group = named
            item = QListWidgetItem(self._theme.icon(icon), title)
            item.setData(_KEY, key)
            self.addItem(item)
        self.blockSignals(False)
        self._dress()

    def choose(self, key: str) -> None:
        """Mark a section as the one shown, telling nobody."""
        self.blockSignals(True)
        for item in self._items():
            if item.data(_KEY) == key:
                self.setCurrentItem(item)
        self.blockSignals(False)

    @property
    def keys(self) -> list[str]:
        """The sections, in order."""
        return [str(item.data(_KEY)) for item in self._items() if item.data(_KEY)]

    def sizeHint(self) -> QSize:
        """Return the navigation's width."""
        return QSize(self._theme.metrics.px(188), super().sizeHint().height())

    def _is_long(self, text: str) -> bool:
        free = self._theme.metrics.px(188 - 16 - 32)
        return QFontMetrics(self._theme.font()).horizontalAdvance(text) > free

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _on_current_changed(self, current: QListWidgetItem | None) -> None:
        if current is not None and current.data(_KEY):
            self.chosen.emit(str(current.data(_KEY)))

    def _dress(self) -> None:
        self.setFixedWidth(self._theme.metrics.px(188))
        side = self._theme.metrics.icon
        self.setIconSize(QSize(side, side))
        for item in self._items():
            is_heading = not item.data(_KEY)
            lines = 1 if is_heading or not self._is_long(item.text()) else 2
            item.setSizeHint(QSize(0, self._theme.metrics.px(30 if is_heading else 13 + 17 * lines)))
            item.setFont(self._theme.font("small_strong" if is_heading else "normal"))
            if is_heading:
                item.setForeground(self._theme.color("muted"))
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
