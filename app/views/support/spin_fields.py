"""Fields with arrows begin their text where all other fields do; a stylesheet cannot reach the text inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_INSIDE = 2
"""Pixels that a line of text keeps to its edge by itself."""


def dress_spins(*fields: QAbstractSpinBox, theme: Theme) -> None:
    """Set the text of number, date and time fields in from their edge, at every size."""
    for field in fields:
        _Inset(theme=theme, field=field).follow()


class _Inset(QObject):
    """Keeps the space before the text for as long as the field lives."""

    def __init__(self, *, theme: Theme, field: QAbstractSpinBox) -> None:
        super().__init__(field)
        self._theme, self._field = theme, field
        theme.changed.connect(self.follow)

    def follow(self) -> None:
        """Take the space now in force."""
        for edit in self._field.findChildren(QLineEdit):
            edit.setTextMargins(self._theme.metrics.step(2) - _INSIDE, 0, 0, 0)
