"""How private conversations on Bluesky are read: those that moved since the last time, one page of one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError, Fetched, Removal
from app.services.channels.bluesky_reading import (
    listed_message,
    message_id,
    private_mention_of,
    private_post_of,
)
from app.services.channels.bluesky_session import BlueskySession
from app.services.channels.shapes import dig, fit_items, list_at, moment, needed_list, packed, text_at
from app.services.channels.walking import Steps, Walk
from app.services.clock import Clock

_LOOKBACK = timedelta(minutes=10)
_PAGE, _MOST_LISTS, _MOST_REVS = 100, 5, 300
_SYSTEM = "#systemMessageView"
People = Mapping[str, tuple[str, str]]


@dataclass(slots=True)
class _State:
    """``mark``: all is read up to here; ``head`` will be the mark when ``todo`` is done; ``walk`` is in its first.

    A list too long for one turn goes on at ``at``. ``low`` is how far down it is read (None: to the mark), ``top``
    where it began. Since conversations move while it is read, what moved after ``top`` is listed again before the
    mark may move.
    """

    mark: datetime
    floor: datetime
    head: datetime
    todo: list[list[str]]
    walk: dict[str, Any]
    revs: dict[str, str]
    at: str = ""
    low: datetime | None = None
    top: datetime | None = None

    @property
    def has_more(self) -> bool:
        return bool(self.todo or self.at or self.low)

    def settle(self) -> None:
        """Once all that was listed is read: let the mark move, or list again what moved while a long list was read."""
        if self.todo or self.at:
            return
        self.low, self.top = self.top, None
        if self.low is None:
            self.mark = max(self.mark, self.head)

    def text(self) -> str:
        times = {"mark": self.mark.isoformat(), "floor": self.floor.isoformat(), "head": self.head.isoformat()}
        listing = {name: at.isoformat() for name, at in (("low", self.low), ("top", self.top)) if at is not None}
        listing |= {"at": self.at} if self.at else {}
        return packed({**times, **listing, "todo": self.todo, "walk": self.walk, "revs": self.revs})


class BlueskyMessages:
    """Reads the private conversations of an account."""

    def __init__(self, session: BlueskySession, clock: Clock) -> None:
        self._session = session
        self._clock = clock
        self._people: dict[str, People] = {}

    def page(self, state: Mapping[str, Any], first: datetime) -> Fetched:
        """Return the next page: of the conversation in work, else of the first that has moved."""
        now = _state_of(state, first)
        if not now.todo:
            self._list(now)
        if not now.todo:
            now.settle()
            return Fetched(now.text(), has_more=now.has_more)
        convo_id, rev = now.todo[0]
        since = now.mark - _LOOKBACK
        steps = self._steps(now, convo_id)
        now.walk = steps.state if steps.has_more else {}
        if not steps.has_more:
            now.todo.pop(0)
            now.revs = dict(
                [*(each for each in now.revs.items() if each[0] != convo_id), (convo_id, rev)][-_MOST_REVS:]
            )
        now.settle()
        fresh = tuple(each for each in steps.fresh if each.at >= since or each.version)
        return self._fetched(now, convo_id, replace(steps, fresh=fresh))

    def _list(self, now: _State) -> None:
        """Note which conversations have moved; the list begins with what moved last, and goes on in the next turn."""
        since, was_long = (now.low or now.mark) - _LOOKBACK, bool(now.at)
        began: datetime | None = None
        for _ in range(_MOST_LISTS):
            page = self._session.ask("chat.bsky.convo.listConvos", {"limit": _PAGE, "cursor": now.at}, is_chat=True)
            convos = needed_list(page, "convos")
            moved = [(at, each) for each in convos if (at := moment(dig(each, "lastMessage", "sentAt"))) is not None]
            for at, convo in moved:
                self._note(now, convo, at, since)
            began = began or max((min(at, self._clock.now()) for at, _ in moved), default=None)
            before, now.at = now.at, text_at(page, "cursor")
            if now.at in {"", before} or (moved and all(at < since for at, _ in moved)):
                now.at = ""
                break
        if now.at and not was_long:
            now.top = began or now.head

    def _note(self, now: _State, convo: object, at: datetime, since: datetime) -> None:
        convo_id, rev = text_at(convo, "id"), text_at(convo, "rev")
        self._people[convo_id] = _people_of(convo)
        if convo_id and at >= since and now.revs.get(convo_id) != rev:
            now.todo.append([convo_id, rev])
            now.head = max(now.head, min(at, self._clock.now()))

    def _steps(self, now: _State, convo_id: str) -> Steps[Any]:
        walk = Walk(
            now.walk or {"mark": now.mark.isoformat(), "floor": now.floor.isoformat()},
            first=now.floor,
            lookback=_LOOKBACK,
        )
        query = {"convoId": convo_id, "limit": _PAGE, "cursor": walk.token}
        try:
            page = self._session.ask("chat.bsky.convo.getMessages", query, is_chat=True)
        except ChannelError as error:
            if error.problem is not Problem.TARGET_GONE:
                raise
            page = {"messages": []}  # a conversation that we are no longer in
        entries, _ = fit_items(
            (each for each in needed_list(page, "messages") if not text_at(each, "$type").endswith(_SYSTEM)),
            listed_message,
        )
        return walk.take(entries, text_at(page, "cursor"), self._clock.now())

    def _fetched(self, now: _State, convo_id: str, steps: Steps[Any]) -> Fetched:
        fresh = [each.value for each in steps.fresh if each.version != "gone"]
        ours = [each for each in fresh if text_at(each, "sender", "did") == self._session.did]
        theirs = [each for each in fresh if text_at(each, "sender", "did") != self._session.did]
        people = self._people_in(convo_id) if theirs else {}
        mentions, rejected = fit_items(theirs, lambda each: private_mention_of(each, convo_id, people))
        own, unfit = fit_items(ours, lambda each: private_post_of(each, convo_id))
        gone = [Removal(message_id(convo_id, each.value)) for each in steps.fresh if each.version == "gone"]
        return Fetched(now.text(), tuple(mentions), rejected + unfit, tuple(own), tuple(gone), has_more=now.has_more)

    def _people_in(self, convo_id: str) -> People:
        if convo_id not in self._people:
            found = self._session.ask("chat.bsky.convo.getConvo", {"convoId": convo_id}, is_chat=True)
            self._people[convo_id] = _people_of(dig(found, "convo"))
        return self._people[convo_id]


def _people_of(convo: object) -> People:
    return {
        text_at(each, "did"): (text_at(each, "handle"), text_at(each, "displayName"))
        for each in list_at(convo, "members")
    }


def _state_of(state: Mapping[str, Any], first: datetime) -> _State:
    mark = moment(state.get("mark")) or first
    revs, walk = dig(state, "revs"), dig(state, "walk")
    return _State(
        mark=mark,
        floor=moment(state.get("floor")) or first,
        head=moment(state.get("head")) or mark,
        todo=[[text_at(each, 0), text_at(each, 1)] for each in list_at(state, "todo")],
        walk=walk if isinstance(walk, dict) else {},
        revs=revs if isinstance(revs, dict) else {},
        at=text_at(state, "at"),
        low=moment(state.get("low")),
        top=moment(state.get("top")),
    )
