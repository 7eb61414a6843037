"""How a list that gives the newest first is read without a gap: walk back to where the last walk began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from app.services.channels.shapes import list_at, moment, text_at

_MOST_SEEN = 120
_STRAYS = 3
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Listed(Generic[Value]):
    """An entry of such a list; ``version`` changes when its author changes it."""

    id: str
    at: datetime
    value: Value
    version: str = ""


@dataclass(frozen=True, slots=True)
class Steps(Generic[Value]):
    """What one page brought: entries not handed over before, ids that should be on it and are not, what follows."""

    state: dict[str, Any]
    fresh: tuple[Listed[Value], ...]
    missing: tuple[str, ...]
    has_more: bool


class Walk:
    """A walk from the newest entry back to ``mark``, which only moves when a walk is complete.

    Killed anywhere, the walk goes on from its last stored page; what is newer than its head comes with the next walk.
    ``lookback`` is how far behind the mark a walk still goes, for entries that become visible late.
    """

    def __init__(self, state: Mapping[str, Any], *, first: datetime, lookback: timedelta) -> None:
        self.token = text_at(state, "at")
        """Where the next page is, "" = at the newest entry."""
        self._floor = moment(state.get("floor")) or first
        self._mark = moment(state.get("mark")) or self._floor
        self._head = moment(state.get("head"))
        self._lookback = lookback
        self._seen = {
            text_at(each, 0): (text_at(each, 1), at)
            for each in list_at(state, "seen")
            if (at := moment(text_at(each, 2))) is not None
        }

    def take(self, page: Sequence[Listed[Value]], following: str, now: datetime) -> Steps[Value]:
        """Take one page in; ``following`` is the token of the page behind it, "" = there is none."""
        known = {id_: version for id_, (version, _) in self._seen.items()}
        once = {(each.id, each.version): each for each in reversed(page) if each.at >= self._floor}
        fresh = tuple(each for each in reversed(once.values()) if known.get(each.id) != each.version)
        missing = () if self.token else self._missing(page)
        newest = min(max((each.at for each in page), default=self._mark), now)
        head = max(self._head or newest, newest) if not self.token else self._head or newest
        has_more = bool(following) and following != self.token and not self._is_behind(page)
        seen = {**self._seen, **{each.id: (each.version, each.at) for each in page}}
        kept = sorted(((at, id_, version) for id_, (version, at) in seen.items() if id_ not in missing))[-_MOST_SEEN:]
        state: dict[str, Any] = {
            "floor": self._floor.isoformat(),
            "mark": (self._mark if has_more else max(self._mark, head)).isoformat(),
            "seen": [[id_, version, at.isoformat()] for at, id_, version in kept],
        }
        if has_more:
            state |= {"at": following, "head": head.isoformat()}
        return Steps(state, fresh, missing, has_more)

    def _missing(self, page: Sequence[Listed[Value]]) -> tuple[str, ...]:
        """Return what was handed over, is newer than the page's oldest entry, and is not on the page any more."""
        if not page:
            return ()
        here, oldest = {each.id for each in page}, min(each.at for each in page)
        return tuple(id_ for id_, (_, at) in self._seen.items() if at > oldest and id_ not in here)

    def _is_behind(self, page: Sequence[Listed[Value]]) -> bool:
        """Tell whether the walk has arrived; up to two entries out of order do not end it early.

        A page on which everything is known ends it: nothing is new, or a server gives the same again and again.
        """
        if page and all(each.id in self._seen for each in page):
            return True
        times = sorted(each.at for each in page)
        return bool(times) and times[min(_STRAYS, len(times)) - 1] < self._mark - self._lookback
