"""The one place that reads the time, so that rules and tests get it as an argument."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return aware UTC."""


class SystemClock:
    """The workstation's clock."""

    def now(self) -> datetime:
        """Return aware UTC."""
        return datetime.now(UTC)
