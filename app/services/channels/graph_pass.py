"""Reads lists inside lists (posts and their comments, conversations and their messages) so that nothing is lost.

Such networks (the Graph API, YouTube) tell nobody what is new: a pass walks the newest entries of an outer list and
the newest items below each, and everything younger than the start of the pass before is handed over. All that a pass
knows stands in the cursor, so that it may be broken off anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Protocol

from app.models.domain.channel_health import Problem
from app.models.domain.incoming import IncomingMention, RejectedRow
from app.services.channels.base import ChannelError, Fetched, OwnPost, Removal
from app.services.channels.graph_media import Pictures
from app.services.channels.graph_reading import Seen, unreadable

VERSION = 1
_OVERLAP, _LATE = timedelta(minutes=10), timedelta(days=2)
_NEAR, _FAR_EVERY = timedelta(days=7), timedelta(hours=1)
_MOST_RECENT, _MOST_COUNTS, _MOST_SUSPECTS = 150, 400, 10
_MOST_COUNT_CALLS = 60
_LOST_PLACE = frozenset({Problem.REFUSED, Problem.NOT_FOUND, Problem.TARGET_GONE})


@dataclass(frozen=True, slots=True)
class Todo:
    """A list that goes on: how to ask for its next page. ``is_all``: to its end, however old it gets."""

    path: str
    after: str
    root: str
    is_sorted: bool = True
    is_all: bool = False
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListEnd:
    """How far a list was read: down to ``low``, or to its end (None); ``count`` is what the network says it holds.

    ``is_counted``: whether the list has news shows by its count alone.
    """

    root: str
    low: datetime | None
    todo: Todo | None = None
    count: int | None = None
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """One answer: items, the lists of which they are parts, and for the outer list how its next page is asked for.

    ``reach`` is the time by which it is decided whether older pages are worth asking for.
    """

    items: tuple[Seen, ...] = ()
    lists: tuple[ListEnd, ...] = ()
    after: str | None = None
    reach: datetime | None = None


class Source(Protocol):
    """What a pass walks over; ``has_windows``: by the age of entries, else by the time of their last activity."""

    has_windows: bool

    def outer(self, after: str | None) -> Leaf:
        """Return a page of the outer list with the newest items below each entry."""

    def inner(self, todo: Todo) -> Leaf:
        """Return the next page of a list."""

    def is_gone(self, external_id: str) -> bool:
        """Ask whether an item is not there any more."""


@dataclass
class _Recent:
    """An item that was handed over lately: seen again it is no news, unless its text is another one."""

    id: str
    root: str
    at: float
    digest: int
    is_seen: bool = True


@dataclass
class _State:
    since: float
    far_since: float
    far_at: float = 0.0
    is_first: bool = True
    is_far: bool = True
    start: float | None = None
    after: str | None = None
    lost: int = 0
    todo: list[Todo] = field(default_factory=list)
    recent: dict[str, _Recent] = field(default_factory=dict)
    lows: dict[str, float] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def text(self) -> str:
        plain: dict[str, Any] = {name: getattr(self, name) for name in _PLAIN}
        plain["todo"] = [[e.path, e.after, e.root, e.is_sorted, e.is_all, *e.about] for e in self.todo]
        plain["recent"] = [[e.id, e.root, e.at, e.digest, e.is_seen] for e in self.recent.values()]
        return json.dumps({"v": VERSION, **plain}, separators=(",", ":"))

    @classmethod
    def of(cls, text: str) -> _State | None:
        """Return what a cursor says; None when it is of another make."""
        try:
            plain = json.loads(text)
            if plain["v"] != VERSION:
                return None
            state = cls(**{name: plain[name] for name in _PLAIN})
            state.todo = [Todo(p, a, r, s, i, tuple(about)) for p, a, r, s, i, *about in plain["todo"]]
            state.recent = {each[0]: _Recent(*each) for each in plain["recent"]}
        except (ValueError, KeyError, TypeError, IndexError):
            return None
        return state


_PLAIN = ("since", "far_since", "far_at", "is_first", "is_far", "start", "after", "lost", "lows", "counts")


class Walker:
    """Walks one stream of one account, a page a call. ``asked`` tells how many questions were asked so far."""

    def __init__(
        self,
        source: Source,
        *,
        now: Callable[[], datetime],
        server_now: Callable[[], datetime],
        asked: Callable[[], int],
        pictures: Pictures | None = None,
        first_days: int = 30,
        watch_days: int = 90,
        near: timedelta = _NEAR,
    ) -> None:
        self._source = source
        self._now = now
        self._server_now = server_now
        self._asked = asked
        self._pictures = pictures
        self._first = timedelta(days=first_days)
        self._watch = timedelta(days=watch_days)
        self._near = near

    def fetch(self, cursor: str | None) -> Fetched:
        """Return the next page after ``cursor``. Raises ChannelError."""
        before = self._asked()
        state = _State.of(cursor) if cursor else None
        if state is None:
            since = (self._now() - self._first).timestamp()
            state = _State(since, since)
        fresh = self._step(state)
        is_done = state.start is not None and state.after is None and not state.todo
        removals = self._finish(state) if is_done else ()
        return self._handed(state, fresh, removals, has_more=not is_done, calls=self._asked() - before)

    def count(self, day: date) -> int | None:
        """Return how many items by others the source has of a day (UTC); None when it takes too many questions."""
        lower = datetime.combine(day, time.min, UTC).timestamp()
        state = _State(lower, lower)
        found: set[str] = set()
        until = self._asked() + _MOST_COUNT_CALLS
        while self._asked() < until:
            for each in self._step(state):
                if isinstance(each.value, IncomingMention) and each.value.posted_at.date() == day:
                    found.add(each.id)
            if state.after is None and not state.todo:
                return len(found)
        return None

    def _step(self, state: _State) -> list[Seen]:
        """Ask once, move the state on, and return what is new."""
        if state.start is None:
            self._begin(state)
        todo = state.todo[0] if state.todo else None
        try:
            leaf = self._source.inner(todo) if todo else self._source.outer(state.after)
        except ChannelError as error:
            return self._replace(state, todo, error)
        if todo:
            state.todo.pop(0)
        else:
            self._move(state, leaf)
        self._note_lists(state, leaf.lists, whole=todo.root if todo and todo.is_all else "")
        news = self._news(state, leaf.items)
        kept = sorted(state.recent.values(), key=lambda each: each.at)[-_MOST_RECENT:]
        state.recent = {each.id: each for each in kept}
        return news

    def _begin(self, state: _State) -> None:
        now = self._now().timestamp()
        state.is_far = self._source.has_windows and (state.is_first or now - state.far_at >= _FAR_EVERY.total_seconds())
        if state.is_far:
            state.far_at = now
        state.lows = {}
        for each in state.recent.values():
            each.is_seen = False

    def _replace(self, state: _State, todo: Todo | None, error: ChannelError) -> list[Seen]:
        """Go on after a place in a list was lost: a list that is gone is left out, any other is read from its start."""
        if error.problem not in _LOST_PLACE or state.lost > 1 or (todo is None and state.after is None):
            raise error
        if todo is None:
            state.after, state.start, state.lost = None, None, state.lost + 1
            return []
        if error.problem is Problem.REFUSED and todo.after:
            state.todo[0] = replace(todo, after="")
            return []
        state.todo.pop(0)
        return [unreadable(todo.path, 1, "list_refused")] if error.problem is Problem.REFUSED else []

    def _move(self, state: _State, leaf: Leaf) -> None:
        """Remember where the outer list goes on, and by the server's own clock when the pass began."""
        if state.start is None:
            state.start = self._server_now().timestamp()
        oldest = _page_floor(state)
        if self._source.has_windows:
            oldest = (self._now() - (self._watch if state.is_far else self._near)).timestamp()
        is_young = leaf.reach is None or leaf.reach.timestamp() >= oldest
        state.after = leaf.after if is_young else None

    def _note_lists(self, state: _State, lists: Sequence[ListEnd], *, whole: str) -> None:
        """Remember how far lists were read and which go on; the one with root ``whole`` is read to its end."""
        floor, roots = _page_floor(state), {each.root for each in state.recent.values()}
        for each in lists:
            low = each.low.timestamp() if each.low else 0.0
            if each.root in roots:
                state.lows[each.root] = min(low, state.lows.get(each.root, low))
            todo = each.todo
            if todo is None:
                continue
            is_all = self._is_changed(state, each) or each.root == whole
            is_due = low >= floor if todo.is_sorted else state.is_far
            if is_all or (is_due and not each.is_counted):
                state.todo.append(replace(todo, is_all=is_all))
        state.counts = dict(list(state.counts.items())[-_MOST_COUNTS:])

    @staticmethod
    def _is_changed(state: _State, end: ListEnd) -> bool:
        """Tell whether a list that is too long to be read each time holds another number of items than last time."""
        if end.count is None or not (state.is_far or end.is_counted):
            return False
        is_changed = state.counts.pop(end.root, None) != end.count
        state.counts[end.root] = end.count
        return is_changed and (end.is_counted or not state.is_first)

    def _news(self, state: _State, items: Sequence[Seen]) -> list[Seen]:
        """Return the items that were not handed over yet, or have another text now; remember all of them."""
        floor, news = _hand_floor(state), []
        for each in items:
            at = each.at.timestamp() if each.at else self._now().timestamp()
            known = state.recent.get(each.id)
            is_edit = known is not None and known.digest != each.digest
            if known is not None:
                known.is_seen, known.digest = True, each.digest
            is_young = max(at, each.changed_at.timestamp() if each.changed_at else 0.0) >= floor
            is_new = known is None and (is_young or each.is_late)
            if is_edit or (is_new and (is_young or not state.is_first)):
                news.append(self._edited(each) if is_edit else each)
            if is_new:
                at = self._now().timestamp() if each.is_late else at
                state.recent[each.id] = _Recent(each.id, each.root, at, each.digest)
        return news

    def _edited(self, seen: Seen) -> Seen:
        if isinstance(seen.value, IncomingMention):
            return replace(seen, value=replace(seen.value, edited_at=seen.value.edited_at or self._server_now()))
        return seen

    def _finish(self, state: _State) -> tuple[Removal, ...]:
        """End a pass: look for what is not there any more, and let the next one begin where this one began."""
        removals = tuple(Removal(each.id) for each in self._suspects(state) if self._source.is_gone(each.id))
        for gone in removals:
            del state.recent[gone.external_id]
        state.since = state.start or state.since
        if state.is_far or not self._source.has_windows:
            state.far_since = state.since
        state.is_first, state.start, state.lost, state.lows = False, None, 0, {}
        return removals

    def _suspects(self, state: _State) -> list[_Recent]:
        found = [
            each
            for each in state.recent.values()
            if not each.is_seen and each.root in state.lows and each.at > state.lows[each.root]
        ]
        return found[:_MOST_SUSPECTS]

    def _handed(
        self, state: _State, fresh: list[Seen], removals: tuple[Removal, ...], *, has_more: bool, calls: int
    ) -> Fetched:
        before = self._pictures.begin_page() if self._pictures else 0
        fresh = fresh[::-1]  # lists come newest first: within one second the older stays before the newer
        mentions = [self._with_files(each) for each in fresh]
        own = [each.value for each in fresh if isinstance(each.value, OwnPost)]
        return Fetched(
            cursor=state.text(),
            mentions=tuple(sorted((each for each in mentions if each is not None), key=lambda each: each.posted_at)),
            rejected=tuple(each.value for each in fresh if isinstance(each.value, RejectedRow)),
            own=tuple(sorted(own, key=lambda each: each.posted_at)),
            removals=removals,
            has_more=has_more,
            calls=calls + (self._pictures.calls - before if self._pictures else 0),
        )

    def _with_files(self, seen: Seen) -> IncomingMention | None:
        if not isinstance(seen.value, IncomingMention):
            return None
        taken = self._pictures.taken(seen.files) if self._pictures else ()
        if not taken:
            return seen.value
        links = {f"file_{n}": f.url for n, (f, t) in enumerate(zip(seen.files, taken, strict=True), 1) if not t.content}
        return replace(seen.value, attachments=taken, extra={**seen.value.extra, **links})


def _page_floor(state: _State) -> float:
    """Return down to which time lists are paged through."""
    since = state.far_since if state.is_far else state.since
    return since if state.is_first else since - _OVERLAP.total_seconds()


def _hand_floor(state: _State) -> float:
    """Return from which time on items are news: late-visible ones too, as far as what was handed over is remembered."""
    floor = _page_floor(state)
    if state.is_first:
        return floor
    late = floor - _LATE.total_seconds()
    if len(state.recent) >= _MOST_RECENT:
        late = max(late, min(each.at for each in state.recent.values()))
    return min(floor, late)
