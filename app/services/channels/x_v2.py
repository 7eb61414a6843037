"""Reads and answers X, whose programming interface is paid by the item: nothing is read until a daily limit is set."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from urllib.parse import quote

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.models.domain.incoming import IncomingMention, RejectedRow, RejectReason
from app.models.domain.vocabulary import Visibility
from app.services.channels.base import (
    Account,
    ChannelError,
    Checked,
    Credentials,
    Fetched,
    Figures,
    Finding,
    Network,
    OutgoingReply,
    OwnPost,
    Receipt,
)
from app.services.channels.loose_json import mapping, moment, whole
from app.services.channels.shapes import list_at, text_at
from app.services.channels.x_door import USER_FIELDS, XDoor
from app.services.channels.x_kind import ADDRESS, KIND
from app.services.channels.x_looking import (
    MESSAGE_FIELDS,
    POST_FIELDS,
    find_sent,
    message_path,
    objects_of,
    stamp,
)
from app.services.channels.x_place import Place, looked_back, place_of, time_of
from app.services.channels.x_posts import (
    DIRECT,
    Us,
    figures_of,
    included,
    mention_of,
    message_of,
)
from app.services.channels.x_query import Query, queries
from app.services.clock import Clock

_MENTIONS, _OWN, _MESSAGES, _SEARCH, _FIGURES = "mentions", "own", "messages", "search", "figures"
_LOOKING = "looking"
_PAGE = 100
_LEAST = {_MENTIONS: 5, _OWN: 5, _MESSAGES: 1}
_LEAST_SEARCH = 10
_FIRST_DAYS = 30
_SEARCH_SHOWS = timedelta(days=7) - timedelta(minutes=5)
_BAD = 400


class XChannel:
    """One account on X. ``daily_items`` is how many items a UTC day may cost over all streams; 0 = read nothing."""

    def __init__(self, *, account: Account, credentials: Credentials, clock: Clock) -> None:
        base = str(account.options.get("base_url") or ADDRESS)
        self._door = XDoor(base_url=base, credentials=credentials, clock=clock)
        self._account, self._clock = account, clock
        self._most_items = whole(account.options.get("daily_items")) or 0
        self._read_today: dict[str, tuple[str, int]] = {}

    @property
    def streams(self) -> Sequence[str]:
        """Mentions, our own posts, direct messages and a search in as many parts as the terms need; none while off."""
        if self._most_items <= 0:
            return ()
        parts = len(queries(self._account.terms, ""))
        return (_MENTIONS, _OWN, _MESSAGES, *(f"{_SEARCH}-{number}" for number in range(1, parts + 1)))

    def fetch(self, stream: str, cursor: str | None) -> Fetched:
        """Return a page, newest first. Raises ChannelError ``quota_spent`` once the day's items are read."""
        calls, now = self._door.calls, self._clock.now()
        us = self._door.who_we_are()
        query = self._query(stream, us)
        place = place_of(cursor, query.text if query else stream, now)
        room = self._room(stream, place, now)
        path, values = self._question(stream, query, place, us)
        values["max_results"] = max(min(room, _PAGE), _LEAST.get(stream, _LEAST_SEARCH))
        answer = self._door.ask(path, values)
        if answer.status == _BAD and place.token:  # the page's token is too old: begin this walk anew
            place = Place(place.since, place.top, "", place.source, place.day, place.items)
            return Fetched(cursor=place.stored(), calls=self._door.calls - calls)
        body = self._door.body_of(answer)
        if not isinstance(body.get("data", []), list) or not ({"data", "meta"} & body.keys()):
            raise ChannelError(Problem.UNREADABLE)
        items = [mapping(each) for each in list_at(body.get("data"))]
        ids = [found for each in items if (found := whole(each.get("id"))) is not None]
        token = text_at(mapping(body.get("meta")).get("next_token"))
        if stream == _MESSAGES and self._is_behind(items, ids, place, now):
            token = ""
        # What cannot be read and what a search leaves out was paid all the same.
        known = sum(found <= place.since for found in ids)
        after = place.followed(max(ids, default=0), token, len(items) - known)
        self._read_today[stream] = (after.day, after.items)
        mentions, own, rejected = self._sorted(stream, items, body, query, us)
        return Fetched(
            cursor=after.stored(),
            mentions=tuple(mentions),
            rejected=tuple(rejected),
            own=tuple(own),
            has_more=bool(token),
            calls=self._door.calls - calls,
        )

    @property
    def calls(self) -> int:
        """How often X was asked so far; what it has cost are items."""
        return self._door.calls

    def send(self, reply: OutgoingReply) -> Receipt:
        """Publish one post in answer, or send one direct message."""
        is_private = reply.visibility is Visibility.PRIVATE
        if is_private and len(reply.files) > 1:
            raise ChannelError(Problem.FILE_REFUSED, facts={"limit": "1"})
        media = [self._door.upload(each, is_private=is_private) for each in reply.files]
        if is_private:
            message: dict[str, Any] = {"text": reply.text} if reply.text else {}
            if media:
                message["attachments"] = [{"media_id": each} for each in media]
            given = self._door.told("POST", f"{message_path(reply)}/messages", message)
            key = text_at(given.get("dm_event_id"))
            return Receipt(f"{DIRECT}{key}" if key else None)
        post: dict[str, Any] = {"text": reply.text}
        target = reply.previous_id or reply.extra.get("post_id") or reply.in_reply_to
        if target:
            post["reply"] = {"in_reply_to_tweet_id": target}
        if media:
            post["media"] = {"media_ids": media}
        key = text_at(self._door.told("POST", "/2/tweets", post).get("id"))
        return Receipt(key or None, f"https://x.com/i/status/{key}" if key else None)

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        """Look among our last posts under the same post, or our last messages in the same conversation.

        Raises ChannelError ``no_answer`` when there are so many since that nobody can say that it is not there.
        """
        return find_sent(self._door, reply, lambda items: self._count_read(_LOOKING, items))

    def act(self, kind: str, external_id: str) -> None:
        """Hide an answer to a post of ours, or like a post."""
        if external_id.startswith(DIRECT) or kind not in {"hide", "unhide", "like", "unlike"}:
            raise ChannelError(Problem.NOT_SUPPORTED)
        key = quote(external_id, safe="")
        if kind in {"hide", "unhide"}:
            self._door.told("PUT", f"/2/tweets/{key}/hidden", {"hidden": kind == "hide"})
        elif kind == "like":
            self._door.told("POST", f"/2/users/{self._door.who_we_are().id}/likes", {"tweet_id": external_id})
        else:
            self._door.told("DELETE", f"/2/users/{self._door.who_we_are().id}/likes/{key}", None)

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:
        """Return the figures of posts; each one is an item of the day's limit, direct messages have none."""
        asked = [each for each in external_ids if not each.startswith(DIRECT)]
        now = self._clock.now()
        today = now.date().isoformat()
        if asked and self._room(_FIGURES, Place(day=today, items=self._count_read(_FIGURES, 0)), now) < len(asked):
            raise self._limit_reached(now)
        self._count_read(_FIGURES, len(asked))
        us = self._door.who_we_are()
        found: list[Figures] = []
        for start in range(0, len(asked), _PAGE):
            values = {**POST_FIELDS, "ids": ",".join(asked[start : start + _PAGE])}
            posts = objects_of(self._door.body_of(self._door.ask("/2/tweets", values)))
            found += [figures_of(each, is_ours=text_at(each.get("author_id")) == us.id) for each in posts]
        return found

    def count(self, stream: str, day: date) -> int | None:
        """Return how many posts a search has for a day of the last week; of the other streams X does not tell."""
        now = self._clock.now()
        start = datetime.combine(day, time(), UTC)
        query = self._query(stream, self._door.who_we_are())
        if query is None or query.left_out or start < now - _SEARCH_SHOWS or start > now:
            return None
        values = {"query": query.text, "granularity": "day", "start_time": stamp(start)}
        if start + timedelta(days=1) < now:
            values["end_time"] = stamp(start + timedelta(days=1))
        body = self._door.body_of(self._door.ask("/2/tweets/counts/recent", values))
        meta = mapping(body.get("meta"))
        return whole(meta.get("total_post_count", meta.get("total_tweet_count")))

    def check(self) -> Checked:
        """Ask who we are and for the least that can be asked; nothing is published, some items are paid."""
        answer = self._door.ask("/2/users/me", USER_FIELDS)
        me = mapping(self._door.body_of(answer).get("data"))
        level = answer.headers.get("x-access-level", "read-write-directmessages")
        writes = None if "write" in level else Problem.SCOPE_MISSING
        mentions = f"/2/users/{text_at(me.get('id'))}/mentions"
        found = {
            Ability.READ_PUBLIC: self._tried(mentions, {"max_results": _LEAST[_MENTIONS]}),
            Ability.READ_PRIVATE: self._tried("/2/dm_events", {"max_results": _LEAST[_MESSAGES]}),
            Ability.REPLY_PUBLIC: writes,
            Ability.REPLY_PRIVATE: writes,
        }
        findings = tuple(Finding(ability, works=problem is None, problem=problem) for ability, problem in found.items())
        return Checked(f"@{text_at(me.get('username'))}", findings)

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        """Nothing is announced without a server of our own."""
        stop.wait(seconds)
        return False

    def close(self) -> None:
        """Let the connections go."""
        self._door.close()

    def _query(self, stream: str, us: Us) -> Query | None:
        if not stream.startswith(_SEARCH):
            return None
        found = queries(self._account.terms, us.handle)
        number = whole(stream.rpartition("-")[2]) or 1
        if number > len(found):
            raise ChannelError(Problem.NOT_SUPPORTED)
        return found[number - 1]

    def _room(self, stream: str, place: Place, now: datetime) -> int:
        """Return how many items may still be read today."""
        self._read_today[stream] = (place.day, place.items)
        read = sum(items for day, items in self._read_today.values() if day == place.day)
        if read >= self._most_items:
            raise self._limit_reached(now)
        return self._most_items - read

    def _count_read(self, what: str, items: int) -> int:
        """Count items that no cursor counts; return how many of the kind were read today."""
        today = self._clock.now().date().isoformat()
        day, read = self._read_today.get(what, (today, 0))
        self._read_today[what] = (today, (read if day == today else 0) + items)
        return self._read_today[what][1]

    def _limit_reached(self, now: datetime) -> ChannelError:
        midnight = datetime.combine(now.date() + timedelta(days=1), time(), UTC)
        return ChannelError(Problem.QUOTA_SPENT, retry_after=midnight - now, facts={"why": "daily_items"})

    def _question(self, stream: str, query: Query | None, place: Place, us: Us) -> tuple[str, dict[str, Any]]:
        token = {"pagination_token": place.token} if place.token else {}
        if stream == _MESSAGES:
            return "/2/dm_events", {**MESSAGE_FIELDS, **token}
        now = self._clock.now()
        shown_from = now - _SEARCH_SHOWS if query else now - timedelta(days=self._first_days())
        values: dict[str, Any] = {**POST_FIELDS, **token}
        if place.since and (query is None or time_of(place.since) > shown_from):
            values["since_id"] = str(looked_back(place.since))
        else:
            values["start_time"] = stamp(shown_from)
        if query is not None:
            return "/2/tweets/search/recent", {**values, "query": query.text, "sort_order": "recency"}
        return f"/2/users/{us.id}/{'mentions' if stream == _MENTIONS else 'tweets'}", values

    def _first_days(self) -> int:
        return whole(self._account.options.get("first_days")) or _FIRST_DAYS

    def _is_behind(self, items: Sequence[Mapping[str, Any]], ids: Sequence[int], place: Place, now: datetime) -> bool:
        """Tell whether a page of messages, which know no beginning, has reached what was read before."""
        first = now - timedelta(days=self._first_days())
        times = [at for each in items if (at := moment(each.get("created_at"))) is not None]
        reached = looked_back(place.since) if place.since else 0
        return not ids or min(ids) <= reached or (bool(times) and min(times) < first)

    def _sorted(
        self, stream: str, items: Sequence[Mapping[str, Any]], body: Mapping[str, Any], query: Query | None, us: Us
    ) -> tuple[list[IncomingMention], list[OwnPost], list[RejectedRow]]:
        mentions: list[IncomingMention] = []
        own: list[OwnPost] = []
        rejected: list[RejectedRow] = []
        beside = included(body)
        for row, each in enumerate(items, start=1):
            try:
                if stream == _MESSAGES:
                    found = message_of(each, beside, us)
                else:
                    found = mention_of(each, beside, us, self._door.download, is_addressed=stream == _MENTIONS)
            except ValueError:
                rejected.append(RejectedRow(row, RejectReason.BAD_STRUCTURE, "x_post", ""))
                continue
            if isinstance(found, OwnPost):
                own.append(found)
            elif query is None or not query.excludes(found.text):
                mentions.append(found)
        return mentions, own, rejected

    def _tried(self, path: str, values: Mapping[str, Any]) -> Problem | None:
        if self._most_items <= 0:
            return Problem.QUOTA_SPENT
        try:
            self._count_read(_LOOKING, len(objects_of(self._door.body_of(self._door.ask(path, values)))))
        except ChannelError as error:
            return error.problem
        return None


def open_channel(*, account: Account, credentials: Credentials, clock: Clock) -> XChannel:
    """Return the channel of one account."""
    return XChannel(account=account, credentials=credentials, clock=clock)


NETWORK = Network(kind=KIND, open=open_channel)
