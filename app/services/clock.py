"""The one place that reads the time, so that rules and tests get it as an argument."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol

_TOLERATED = timedelta(seconds=1)


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return aware UTC."""

    def align(self, team_now: datetime) -> None:
        """Take the team's time: from now on tell what the server's clock would."""


class SystemClock:
    """The workstation's clock, moved by what it differs from the team's server (nothing while working alone).

    One workstation a year ahead would otherwise move every later protocol and deadline of the team.
    """

    def __init__(self) -> None:
        self._offset = timedelta(0)

    def now(self) -> datetime:
        """Return aware UTC."""
        return datetime.now(UTC) + self._offset

    def align(self, team_now: datetime) -> None:
        """Keep the difference, unless it is as small as the way to the server."""
        offset = team_now - datetime.now(UTC)
        self._offset = offset if abs(offset) > _TOLERATED else timedelta(0)
