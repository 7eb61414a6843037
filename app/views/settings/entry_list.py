"""A short list of named entries beside the form of the chosen one: traits, sample sentences, themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.views.support.field_form import FieldForm
from app.views.support.labels import label

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class EntryList(QWidget):
    """Entries are plain mappings told apart by their place; each edit carries the whole new list.

    ``name_key`` gives an entry's line; without ``add_text`` entries neither come nor go. Add fields to ``form`` first.
    """

    changed = Signal(list)

    def __init__(
        self,
        *,
        theme: Theme,
        title: str,
        name_key: str,
        new_entry: Mapping[str, Any],
        add_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name_key, self._new = name_key, dict(new_entry)
        self._entries: list[dict[str, Any]] = []
        self._place = -1
        self._may_edit = True
        self._is_loading = False
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setProperty("kind", "entries")
        self.form = FieldForm(theme=theme)
        self.add_button = QPushButton(add_text)
        self.remove_button = QPushButton(self.tr("Tirar"))
        self.remove_button.setAccessibleName(self.tr("Tirar de {title}").format(title=title))
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.form.edited.connect(self._on_edited)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        side = QVBoxLayout()
        acts = QHBoxLayout()
        for button in (self.add_button, self.remove_button):
            if not add_text:  # the entries are fixed; shown without a parent a button would flash as a window
                button.hide()
        for box in (side, acts):
            theme.space(box, spacing=2)
        acts.addWidget(self.add_button)
        acts.addWidget(self.remove_button)
        acts.addStretch(1)
        side.addWidget(label(title, "strong"))
        side.addWidget(self.list, 1)
        side.addLayout(acts)
        layout = QHBoxLayout(self)
        theme.space(layout, margins=(0, 3, 0, 0), spacing=4)
        layout.addLayout(side, 2)
        layout.addWidget(self.form, 3)

    def show_entries(self, entries: Sequence[Mapping[str, Any]], *, may_edit: bool) -> None:
        """Show entries; the place chosen stays chosen."""
        was = [each.get(self._name_key) for each in self._entries]
        self._entries = [dict(each) for each in entries]
        self._may_edit = may_edit
        names = [each.get(self._name_key) for each in self._entries]
        if names != was or self.list.count() != len(names):
            self._is_loading = True
            self.list.clear()
            for name in names:
                self.list.addItem(QListWidgetItem(_one_line(name)))
            self._is_loading = False
            self._place = -1
        self.form.set_may_edit(may_edit)
        self.add_button.setEnabled(may_edit)
        wanted = min(max(self.list.currentRow(), 0), len(names) - 1)
        if self.list.currentRow() != wanted:
            self.list.setCurrentRow(wanted)
        self._show(self.list.currentRow())

    def add(self) -> None:
        """Add an entry and lead to it."""
        name, place = self._new[self._name_key], 2
        taken = {each.get(self._name_key) for each in self._entries}
        entry = dict(self._new)
        while entry[self._name_key] in taken:
            entry[self._name_key], place = f"{name} {place}", place + 1
        self._hand_over([*self._entries, entry])
        self.list.addItem(QListWidgetItem(_one_line(entry[self._name_key])))
        self._entries.append(entry)
        self.list.setCurrentRow(self.list.count() - 1)

    def remove(self) -> None:
        """Take the chosen entry out."""
        place = self.list.currentRow()
        if 0 <= place < len(self._entries):
            self._hand_over([each for at, each in enumerate(self._entries) if at != place])

    def _on_row_changed(self, place: int) -> None:
        if not self._is_loading:
            self._show(place)

    def _show(self, place: int) -> None:
        self.remove_button.setEnabled(self._may_edit and 0 <= place < len(self._entries))
        if not 0 <= place < len(self._entries):
            self._place = -1
            self.form.clear()
        elif place == self._place:
            self.form.show_values(self._entries[place])
        else:
            self._place = place
            self.form.replace_values(self._entries[place])

    def _on_edited(self, values: dict[str, Any]) -> None:
        if 0 <= self._place < len(self._entries):
            entries = [dict(each) for each in self._entries]
            entries[self._place] |= values
            self._hand_over(entries)

    def _hand_over(self, entries: list[dict[str, Any]]) -> None:
        if self._may_edit:
            self.changed.emit(entries)


def _one_line(text: object) -> str:
    return " ".join(str(text or "").split())[:120]
