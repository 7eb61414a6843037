"""Says beside the answer that it will wait: the account it leaves by was paused, or needs a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.views.support.delivery_texts import trouble_text
from app.views.support.labels import IconLabel, label
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from app.models.domain.network_marks import AccountTrouble
    from app.views.support.theme import Theme


class AccountLine(QFrame):
    """One line in a warning's colour; gone while all is well."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_property(self, "note", "warn")
        self._text = label("", "small", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        theme.space(row, margins=(2, 1, 2, 1), spacing=1.5)
        row.addWidget(IconLabel("plug-connected-x", theme=theme, color="warn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def show_trouble(self, trouble: AccountTrouble | None) -> None:
        """Say why answers will wait, or nothing."""
        text = "" if trouble is None else trouble_text(trouble)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        """The sentence shown, an empty text when there is none."""
        return self._text.text()
