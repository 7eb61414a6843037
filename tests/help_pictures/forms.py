"""Our own form as pictures show it, under the very names that its fields have."""

from __future__ import annotations

from typing import Final

from app.views.support.network_texts import field_text
from tests.help_pictures.parts import Frame, Part, field, window

BACK: Final = "http://127.0.0.1:53682/balcao"
"""Where the browser comes back to for networks that want it registered to the letter."""
DOTS: Final = "••••••••••••"


def typed(key: str, value: str, number: int = 0) -> Part:
    """Return a field of our own form, under the name that the form gives it."""
    return field(field_text(key), value, number)


def form(*parts: Part) -> Frame:
    """Return the form of an account."""
    return window("Adicionar canal", *parts)
