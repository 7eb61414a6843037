"""The networks to choose from, each with its sign, its name and one line on what it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.views.support.labels import label
from app.views.support.network_texts import network_hint, network_icon, network_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

    from app.models.domain.channel_kind import ChannelKind
    from app.views.support.theme import Theme

_KEY = int(Qt.ItemDataRole.UserRole)


class NetworkList(QWidget):
    """Enter or a double click goes on with the network chosen."""

    activated = Signal()

    def __init__(self, *, theme: Theme, kinds: Sequence[ChannelKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Redes"))
        self.list.setIconSize(QSize(theme.metrics.px(20), theme.metrics.px(20)))
        self.list.setSpacing(theme.metrics.px(1))
        self.hint = label("", "muted", wrap=True)
        self.hint.setMinimumHeight(theme.metrics.px(54))
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        for kind in kinds:
            item = QListWidgetItem(theme.icon(network_icon(kind.key)), network_text(kind.key))
            item.setData(_KEY, kind.key)
            item.setSizeHint(QSize(0, theme.metrics.px(34)))
            self.list.addItem(item)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=2)
        layout.addWidget(label(self.tr("Qual rede?"), "title"))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hint)
        self.list.currentRowChanged.connect(lambda _: self.hint.setText(network_hint(self.chosen)))
        self.list.itemActivated.connect(lambda _: self.activated.emit())
        self.list.setCurrentRow(0)

    @property
    def chosen(self) -> str:
        """The channel's key of the network chosen."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(_KEY))

    def choose(self, key: str) -> None:
        """Choose a network by its channel's key."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == key:
                self.list.setCurrentRow(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the list have the keys."""
        super().focusInEvent(event)
        self.list.setFocus()
