"""One group of words of a crisis level: a line that opens to its words and exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.models.domain.crisis import Group
from app.views.settings.crisis_chips import WordChips
from app.views.support.labels import ElidedLabel, label

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_SHOWN = 8


class GroupBox(QFrame):
    """Closed it names the group and its first words; open they are edited. The words are drawn when first opened."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, *, theme: Theme, group: Group, may_edit: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._group, self._may_edit = theme, group, may_edit
        self.setProperty("kind", "box")
        self.open_button = QPushButton()
        self.open_button.setProperty("kind", "link")
        self.open_button.setCheckable(True)
        self.open_button.toggled.connect(self._on_toggled)
        self._words_line = ElidedLabel(role="small")
        self._inside = QWidget()
        self._inside.hide()
        self.name = QLineEdit(group.name)
        self.name.setAccessibleName(self.tr("Nome do grupo"))
        self.remove_button = QPushButton(self.tr("Tirar o grupo"))
        self.remove_button.setProperty("kind", "link")
        self.words: WordChips | None = None
        self.exceptions: WordChips | None = None
        head = QHBoxLayout()
        theme.space(head, spacing=2)
        head.addWidget(self.open_button)
        head.addWidget(self._words_line, 100)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(2, 1, 2, 1), spacing=1)
        layout.addLayout(head)
        layout.addWidget(self._inside)
        self.name.setReadOnly(not may_edit)
        self.remove_button.setEnabled(may_edit)
        self.name.textEdited.connect(self._on_changed)
        self.remove_button.clicked.connect(lambda: self.removed.emit(self))
        self._show_head()

    def group(self) -> Group:
        """Return the group as it stands in the form."""
        if self.words is None or self.exceptions is None:
            return self._group
        name = " ".join(self.name.text().split())
        return Group(self._group.key, name, self.words.words(), self.exceptions.words())

    def open(self) -> None:
        """Show the words."""
        self.open_button.setChecked(True)

    def _on_toggled(self, is_open: bool) -> None:
        if is_open and self.words is None:
            self._build()
        self._inside.setVisible(is_open)
        self._show_head()

    def _build(self) -> None:
        theme, group = self._theme, self._group
        self.words = WordChips(theme=theme, name=group.name)
        self.words.set_words(group.words)
        self.exceptions = WordChips(theme=theme, name=self.tr("exceções de {name}").format(name=group.name))
        self.exceptions.set_words(group.exceptions)
        top = QHBoxLayout()
        theme.space(top, spacing=2)
        top.addWidget(self.name, 1)
        top.addWidget(self.remove_button)
        layout = QVBoxLayout(self._inside)
        theme.space(layout, margins=(0, 1, 0, 1), spacing=1)
        layout.addLayout(top)
        layout.addWidget(self.words)
        layout.addWidget(label(self.tr("Exceções deste grupo"), "small"))
        layout.addWidget(self.exceptions)
        for chips in (self.words, self.exceptions):
            chips.set_may_edit(self._may_edit)
            chips.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._show_head()
        self.changed.emit()

    def _show_head(self) -> None:
        group = self.group()
        sign = "▾" if self.open_button.isChecked() else "▸"
        self.open_button.setText(f"{sign} {group.name} ({len(group.words)})")
        self.open_button.setAccessibleName(self.tr("{name}, {n} palavras").format(name=group.name, n=len(group.words)))
        more = "…" if len(group.words) > _SHOWN else ""
        self._words_line.setText(", ".join(group.words[:_SHOWN]) + more)
        self._words_line.setVisible(not self.open_button.isChecked())
