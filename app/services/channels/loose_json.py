"""What networks write in several ways: whole numbers and times, also as strings; objects that may be none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from app.services.channels import shapes

_MOST_DIGITS = 18


def mapping(value: object) -> Mapping[str, Any]:
    """Return an object, empty when the value is none."""
    return value if isinstance(value, dict) else {}


def whole(value: object) -> int | None:
    """Return a whole number, also one written as a string; None when the value is none."""
    if isinstance(value, str) and value.removeprefix("-").isdecimal() and len(value) <= _MOST_DIGITS + 1:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def moment(value: object) -> datetime | None:
    """Return an ISO 8601 time or seconds since 1970 as aware UTC; None when the value is neither."""
    seconds = whole(value)
    if seconds is None:
        return shapes.moment(value)
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
