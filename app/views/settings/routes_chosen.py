"""Some of many: what is chosen as a list, and a box to type one's way to more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.views.support.labels import label

if TYPE_CHECKING:
    from app.services.routes import Choice
    from app.views.support.theme import Theme

_KEY = int(Qt.ItemDataRole.UserRole)


class ChosenBox(QWidget):
    """``edited`` carries the keys chosen, in their order."""

    edited = Signal(list)

    def __init__(self, *, theme: Theme, title: str, add_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setMaximumHeight(theme.metrics.px(84))
        self.more = QComboBox()
        self.more.setEditable(True)
        self.more.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.more.setAccessibleName(add_text)
        self.more.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.more.setMinimumContentsLength(16)
        edit, completer = self.more.lineEdit(), self.more.completer()
        if edit is not None:
            edit.setPlaceholderText(add_text)
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.remove_button = QPushButton(self.tr("Tirar"))
        self.remove_button.setAccessibleName(self.tr("Tirar de {title}").format(title=title))
        row = QHBoxLayout()
        layout = QVBoxLayout(self)
        theme.space(row, spacing=2)
        theme.space(layout, spacing=1)
        row.addWidget(self.more, 1)
        row.addWidget(self.remove_button)
        head = label(title, "small")
        head.setBuddy(self.list)
        layout.addWidget(head)
        layout.addWidget(self.list)
        layout.addLayout(row)
        self.more.activated.connect(self._on_activated)
        self.remove_button.clicked.connect(self._on_remove_clicked)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these."""
        self.more.clear()
        for each in choices:
            self.more.addItem(each.name, each.key)
        self.more.setCurrentIndex(-1)

    def show_keys(self, keys: Sequence[str], *, may_edit: bool) -> None:
        """Show what is chosen; a key that nothing is called by any more shows as it is."""
        self.list.clear()
        for key in keys:
            place = self.more.findData(key)
            item = QListWidgetItem(self.more.itemText(place) if place >= 0 else key)
            item.setData(_KEY, key)
            self.list.addItem(item)
        self.more.setEnabled(may_edit)
        self.remove_button.setEnabled(may_edit and self.list.count() > 0)
        self.list.setCurrentRow(0)

    def keys(self) -> list[str]:
        """Return the keys chosen."""
        return [self.list.item(place).data(_KEY) for place in range(self.list.count())]

    def _on_activated(self, place: int) -> None:
        key = self.more.itemData(place)
        self.more.setCurrentIndex(-1)
        self.more.clearEditText()
        if key is not None and key not in self.keys():
            self.edited.emit([*self.keys(), key])

    def _on_remove_clicked(self) -> None:
        place = self.list.currentRow()
        if place >= 0:
            self.edited.emit([key for at, key in enumerate(self.keys()) if at != place])
