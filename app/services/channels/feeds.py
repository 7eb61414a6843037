"""News, blogs and forums that are read through RSS or Atom: what names the brand comes in, nothing goes out."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.models.domain.incoming import IncomingMention, RejectedRow, RejectReason
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
    Receipt,
)
from app.services.channels.feeds_kind import BLOG_KIND, RSS_KIND
from app.services.channels.feeds_reading import (
    Document,
    document_of,
    identity_of,
    is_older_than,
    mention_of,
    version_of,
)
from app.services.channels.http import Answer, HttpClient
from app.services.channels.naming import is_named
from app.services.channels.shapes import dig, first_moment, fit_items, moment, packed, text_at, unpacked
from app.services.clock import Clock

STREAM = "feeds"
_MOST_BYTES = 5 * 1024 * 1024
_MOST_SEEN = 1_000
_UNCHANGED = 304
_ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"


class Feeds:
    """A list of feeds, read one after the other; one that fails does not hold up the others."""

    streams: Sequence[str] = (STREAM,)

    def __init__(self, *, account: Account, credentials: Credentials, clock: Clock, channel: str = "rss") -> None:  # noqa: ARG002 - as every network is opened
        self._account = account
        self._channel = channel
        self._clock = clock
        self._http = HttpClient(headers={"Accept": _ACCEPT}, most_bytes=_MOST_BYTES)
        self._addresses = addresses_of(account.options)
        self._turn: int | None = None
        self._failures: list[ChannelError] = []

    def fetch(self, stream: str, cursor: str | None) -> Fetched:  # noqa: ARG002 - there is one stream
        """Read the feed whose turn it is. Raises ChannelError when every feed of a round has failed."""
        if not self._addresses:
            raise ChannelError(Problem.ADDRESS_REFUSED, facts={"why": "no_feed"})
        state = unpacked(cursor)
        marks = dig(state, "feeds")
        now: dict[str, Any] = {each: dig(marks, each) or {} for each in self._addresses}
        number, calls = self._whose_turn(text_at(state, "turn")), self._http.calls
        address = self._addresses[number]
        self._turn = (number + 1) % len(self._addresses)
        mentions, rejected = self._asked(address, now, number + 1)
        if self._turn == 0:
            failures, self._failures = self._failures, []
            if len(failures) == len(self._addresses):
                raise failures[0]
        return Fetched(
            packed({"feeds": now, "turn": self._addresses[self._turn]}),
            mentions,
            rejected,
            has_more=self._turn != 0,
            calls=self._http.calls - calls,
        )

    def send(self, reply: OutgoingReply) -> Receipt:  # noqa: ARG002 - the protocol's own arguments
        """Refuse: a feed is read only."""
        raise ChannelError(Problem.NOT_SUPPORTED)

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:  # noqa: ARG002 - the protocol's own arguments
        """Return None: nothing was ever sent."""
        return None

    def act(self, kind: str, external_id: str) -> None:  # noqa: ARG002 - the protocol's own arguments
        """Refuse: a feed is read only."""
        raise ChannelError(Problem.NOT_SUPPORTED)

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:  # noqa: ARG002 - the protocol's own arguments
        """Return nothing: a feed tells no figures."""
        return ()

    def count(self, stream: str, day: date) -> int | None:  # noqa: ARG002 - the protocol's own arguments
        """Return None: a feed forgets what is old."""
        return None

    def check(self) -> Checked:
        """Read every feed once."""
        titles, problem = [], None if self._addresses else Problem.ADDRESS_REFUSED
        for address in self._addresses:
            try:
                titles.append(document_of(self._got(address, {})).title)
            except ChannelError as error:
                problem = problem or error.problem
        name = ", ".join(each for each in titles if each) or self._account.name
        return Checked(name[:200], (Finding(Ability.READ_PUBLIC, works=problem is None, problem=problem),))

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        """Wait for the next poll; nothing is announced."""
        stop.wait(seconds)
        return False

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()

    def _whose_turn(self, stored: str) -> int:
        """Return which feed is next; when just opened, that of the cursor. A round that failed begins at the first."""
        if self._turn is not None:
            return self._turn
        return self._addresses.index(stored) if stored in self._addresses else 0

    def _asked(
        self, address: str, marks: dict[str, Any], number: int
    ) -> tuple[tuple[IncomingMention, ...], tuple[RejectedRow, ...]]:
        """Read one feed and move its mark; a feed that has begun to fail is told of once."""
        mark = marks[address]
        try:
            answer = self._got(address, mark)
            if answer.status == _UNCHANGED:
                marks[address] = {**mark, "failed": ""}
                return (), ()
            document = document_of(answer)
        except ChannelError as error:
            self._failures.append(error)
            marks[address] = {**mark, "failed": error.problem.value}
            is_news = text_at(mark, "failed") != error.problem.value and len(self._addresses) > 1
            told = RejectedRow(number, RejectReason.UNREADABLE, error.problem.value, "")
            return (), (told,) if is_news else ()
        now = self._clock.now()
        first = moment(mark.get("floor")) or first_moment(self._account, now)
        seen = dict(each for each in mark.get("seen") or () if isinstance(each, list) and len(each) == 2)  # noqa: PLR2004 - id and version
        mentions, rejected, there = self._new(document, address, seen, first, now)
        old = {id_: version for id_, version in seen.items() if id_ not in there}
        kept = [list(each) for each in (*old.items(), *there.items())][-max(_MOST_SEEN, len(there)) :]
        marks[address] = {
            "etag": answer.headers.get("etag", ""),
            "modified": answer.headers.get("last-modified", ""),
            "floor": first.isoformat(),
            "seen": kept,
            "failed": "",
        }
        return mentions, rejected

    def _new(
        self, document: Document, address: str, seen: Mapping[str, str], first: datetime, now: datetime
    ) -> tuple[tuple[IncomingMention, ...], tuple[RejectedRow, ...], dict[str, str]]:
        """Return what names the brand and was not there before in these words, and all versions that are there."""
        there: dict[str, str] = {}
        fresh: list[Mapping[str, Any]] = []

        def look(entry: Mapping[str, Any]) -> None:
            identity, version = identity_of(entry, address), version_of(entry)
            is_first = identity not in there
            there.setdefault(identity, version)
            if is_first and seen.get(identity) != version and not is_older_than(entry, first):
                fresh.append(entry)

        read = partial(mention_of, channel=self._channel, address=address, document=document, now=now)
        _, rejected = fit_items(document.entries, look)
        found, unfit = fit_items(fresh, lambda each: read(each, was_known=identity_of(each, address) in seen))
        terms = self._account.terms
        named = [each for each in found if is_named(f"{each.title or ''}\n{each.text}", terms)]
        return tuple(named), rejected + unfit, there

    def _got(self, address: str, mark: Mapping[str, Any]) -> Answer:
        asked = {"If-None-Match": text_at(mark, "etag"), "If-Modified-Since": text_at(mark, "modified")}
        answer = self._http.get(address, headers={name: value for name, value in asked.items() if value})
        if not answer.is_ok and answer.status != _UNCHANGED:
            raise answer.error()
        return answer


def addresses_of(options: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the feeds of an account's form, one a line."""
    lines = (line.strip() for line in str(options.get("feeds") or "").splitlines())
    return tuple(dict.fromkeys(line if "://" in line else f"https://{line}" for line in lines if line))


RSS = Network(RSS_KIND, partial(Feeds, channel="rss"))
BLOG = Network(BLOG_KIND, partial(Feeds, channel="blog"))
NETWORKS = (RSS, BLOG)
