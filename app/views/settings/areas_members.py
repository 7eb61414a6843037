"""Who belongs to an area: a list to tick, and who speaks for it in the committee."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.views.support.labels import label

if TYPE_CHECKING:
    from app.services.area_book import AreaCard
    from app.services.people import TeamMember
    from app.views.support.theme import Theme

_ID = int(Qt.ItemDataRole.UserRole)


class MembersBox(QWidget):
    """``edited`` carries the ids of all members and of the representative (None = nobody)."""

    edited = Signal(list, object)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_loading = False
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pessoas da área"))
        self.speaker = QComboBox()
        self.speaker.setAccessibleName(self.tr("Representa a área no comitê"))
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=1)
        head = label(self.tr("Pessoas da área (espaço marca)"), "small")
        head.setBuddy(self.list)
        under = label(self.tr("Representa a área no comitê"), "small")
        under.setBuddy(self.speaker)
        layout.addWidget(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(under)
        layout.addWidget(self.speaker)
        self.list.setMinimumHeight(theme.metrics.px(90))
        self.list.itemChanged.connect(lambda _item: self._hand_over())
        self.speaker.activated.connect(lambda _place: self._hand_over())

    def show_area(self, area: AreaCard | None, team: Sequence[TeamMember], *, may_edit: bool) -> None:
        """Show who is in an area among the whole team."""
        self._is_loading = True
        place = self.list.currentRow()
        self.list.clear()
        self.speaker.clear()
        self.speaker.addItem(self.tr("ninguém ainda"), None)
        members = {} if area is None else {each.person_id: each for each in area.members}
        for person in team if area is not None else ():
            item = QListWidgetItem(person.name)
            item.setData(_ID, person.person_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_in = person.person_id in members
            item.setCheckState(Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked)
            self.list.addItem(item)
            if is_in:
                self.speaker.addItem(person.name, person.person_id)
        speaker = next((each.person_id for each in members.values() if each.is_representative), None)
        self.speaker.setCurrentIndex(max(0, self.speaker.findData(speaker)))
        self.list.setCurrentRow(min(place, self.list.count() - 1))
        self.list.setEnabled(may_edit and area is not None)
        self.speaker.setEnabled(may_edit and bool(members))
        self._is_loading = False

    def _hand_over(self) -> None:
        if self._is_loading:
            return
        items = [self.list.item(place) for place in range(self.list.count())]
        people = [item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked]
        speaker = self.speaker.currentData()
        self.edited.emit(people, speaker if speaker in people else None)
