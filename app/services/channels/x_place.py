"""Where reading X stands on a stream, and how many items it has cost today: X is paid by the item."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.services.channels.loose_json import mapping, whole
from app.services.channels.shapes import text_at

_EPOCH_MS = 1_288_834_974_657
_TIME_BITS = 22
LOOK_BACK = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Place:
    """``since`` is the newest id of the last complete walk, ``top`` of this one, ``token`` its next page.

    ``source`` is the question that the token belongs to; ``items`` were read on ``day`` (UTC).
    """

    since: int = 0
    top: int = 0
    token: str = ""
    source: str = ""
    day: str = ""
    items: int = 0

    def followed(self, newest: int, token: str, items: int) -> Place:
        """Return the place after a page; without a next page the walk is complete and ``since`` moves."""
        top = max(self.top, newest, self.since)
        if token:
            return Place(self.since, top, token, self.source, self.day, self.items + items)
        return Place(top, top, "", self.source, self.day, self.items + items)

    def stored(self) -> str:
        """Return it as a cursor."""
        return json.dumps(
            {
                "v": 1,
                "since": str(self.since),
                "top": str(self.top),
                "token": self.token,
                "source": self.source,
                "day": self.day,
                "items": self.items,
            }
        )


def place_of(cursor: str | None, source: str, now: datetime) -> Place:
    """Return the place that a cursor names; a page of another question, and yesterday's items, no longer count."""
    try:
        stored = mapping(json.loads(cursor or "{}"))
    except ValueError:
        stored = {}
    today = now.date().isoformat()
    is_same = text_at(stored.get("source")) == source
    return Place(
        whole(stored.get("since")) or 0,
        (whole(stored.get("top")) or 0) if is_same else 0,
        text_at(stored.get("token")) if is_same else "",
        source,
        today,
        (whole(stored.get("items")) or 0) if text_at(stored.get("day")) == today else 0,
    )


def time_of(key: int) -> datetime:
    """Return when an id was given out; X's ids hold their time."""
    return datetime.fromtimestamp(((key >> _TIME_BITS) + _EPOCH_MS) / 1000, UTC)


def looked_back(key: int) -> int:
    """Return the id from which to read again, so that a post that shows late is not passed over."""
    return max(key - (int(LOOK_BACK.total_seconds() * 1000) << _TIME_BITS), 1)
