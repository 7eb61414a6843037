"""Reads JSON that a network wrote: what has another shape than promised is simply not there, and nothing raises."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from app.models.domain.words import clean_text

_MOST_DIGITS = 18


def mapping(value: object) -> Mapping[str, Any]:
    """Return an object, empty when the value is none."""
    return value if isinstance(value, dict) else {}


def sequence(value: object) -> list[Any]:
    """Return an array, empty when the value is none."""
    return value if isinstance(value, list) else []


def text(value: object) -> str:
    """Return a string (a number's digits too) free of NUL and lone surrogates, "" when the value is neither."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return clean_text(value) if isinstance(value, str) else ""


def whole(value: object) -> int | None:
    """Return a whole number, also one written as a string; None when the value is none."""
    if isinstance(value, str) and value.removeprefix("-").isdecimal() and len(value) <= _MOST_DIGITS + 1:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def moment(value: object) -> datetime | None:
    """Return an ISO 8601 time or seconds since 1970 as aware UTC; None when the value is neither."""
    seconds = whole(value)
    try:
        if seconds is not None:
            return datetime.fromtimestamp(seconds, UTC)
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except (ValueError, OverflowError, OSError):
        return None
    if found is None:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
