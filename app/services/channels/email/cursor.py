"""Where a folder is read on: its validity, the last UID read, and the day before which nothing is read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class FolderCursor:
    """``validity`` 0 = nothing was read yet."""

    validity: int
    uid: int
    since: date

    def text(self) -> str:
        """Return the form that is stored."""
        return json.dumps({"v": _VERSION, "validity": self.validity, "uid": self.uid, "since": self.since.isoformat()})


def read_cursor(text: str | None, *, now: datetime, first_days: int) -> FolderCursor:
    """Return the stored cursor; none, or one that cannot be read, starts at the account's first day."""
    start = FolderCursor(0, 0, (now - timedelta(days=first_days)).date())
    try:
        values = json.loads(text or "")
        if values["v"] != _VERSION:
            return start
        return FolderCursor(int(values["validity"]), int(values["uid"]), date.fromisoformat(values["since"]))
    except (ValueError, TypeError, KeyError):
        return start
