"""Bluesky: mentions, answers, quotes, searches and private messages; every answer under a key of our own choosing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import (
    Ability,
)
from app.models.domain.incoming import IncomingMention, RejectedRow
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
    Receipt,
    Removal,
)
from app.services.channels.bluesky_kind import KIND, SERVICE
from app.services.channels.bluesky_messages import BlueskyMessages
from app.services.channels.bluesky_posting import BlueskyPosting
from app.services.channels.bluesky_reading import (
    attachments_of,
    figures_of,
    listed_post,
    mention_of,
    own_post_of,
)
from app.services.channels.bluesky_session import BlueskySession
from app.services.channels.searching import Search
from app.services.channels.shapes import dig, first_moment, fit_items, needed_list, packed, text_at, unpacked
from app.services.channels.walking import Listed, Walk
from app.services.clock import Clock

_REASONS = ("mention", "reply", "quote")
_PAGE, _SEARCH_PAGE, _MOST_POSTS = 50, 100, 25
_LOOKBACK, _SEARCH_LOOKBACK = timedelta(minutes=10), timedelta(hours=1)

Rejected = tuple[RejectedRow, ...]


class Bluesky:
    """One account on Bluesky, signed in with an app password."""

    def __init__(self, *, account: Account, credentials: Credentials, clock: Clock) -> None:
        service = str(account.options.get("base_url") or "").strip().rstrip("/")
        self._session = BlueskySession(
            handle=str(account.options.get("handle") or ""),
            credentials=credentials,
            clock=clock,
            service=service or SERVICE,
            follows_document=service in {"", SERVICE},
        )
        self._posting = BlueskyPosting(self._session, clock)
        self._messages = BlueskyMessages(self._session, clock)
        self._account = account
        self._clock = clock
        reads_messages = str(account.options.get("messages") or "yes").lower() not in {"no", "false", "0"}
        self.streams: Sequence[str] = ("mentions", "search", "own", *(("messages",) if reads_messages else ()))

    def fetch(self, stream: str, cursor: str | None) -> Fetched:
        """Read a page of what is addressed to us, of a search, of our own posts or of private messages."""
        state, calls = unpacked(cursor), self._session.calls
        first = first_moment(self._account, self._clock.now())
        if stream == "messages":
            fetched = self._messages.page(state, first)
        elif stream == "search":
            terms = [each for each in self._account.terms.any_of if each.strip()]
            fetched = self._search(Search(state, terms, first=first, lookback=_SEARCH_LOOKBACK))
        else:
            walk = Walk(state, first=first, lookback=_LOOKBACK)
            fetched = self._own(walk) if stream == "own" else self._mentions(walk)
        return replace(fetched, calls=self._session.calls - calls)

    @property
    def calls(self) -> int:
        """How often the servers were asked so far."""
        return self._session.calls

    def send(self, reply: OutgoingReply) -> Receipt:
        """Publish an answer under its own record key, or send a private message."""
        is_private = reply.visibility is Visibility.PRIVATE
        return self._posting.send_message(reply) if is_private else self._posting.publish(reply)

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        """Look an answer up: by its record key, or among the messages of its conversation."""
        is_private = reply.visibility is Visibility.PRIVATE
        return self._posting.find_message(reply) if is_private else self._posting.find_post(reply)

    def act(self, kind: str, external_id: str) -> None:
        """Like or take it back; there is no hiding of other people's posts for everybody."""
        if kind not in {"like", "unlike"} or not external_id.startswith("at://"):
            raise ChannelError(Problem.NOT_SUPPORTED)
        post = self._hydrated([external_id]).get(external_id)
        if post is None:
            raise ChannelError(Problem.TARGET_GONE)
        if kind == "like":
            self._posting.like(external_id, text_at(post, "cid"), already=text_at(post, "viewer", "like"))
        else:
            self._posting.unlike(external_id, text_at(post, "viewer", "like"))

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:
        """Return likes, reposts with quotes, and replies; private messages have none."""
        public = [each for each in external_ids if each.startswith("at://")]
        return fit_items(self._hydrated(public).values(), figures_of)[0]

    def count(self, stream: str, day: date) -> int | None:  # noqa: ARG002 - the protocol's own arguments
        """Bluesky counts nothing by day."""
        return None

    def check(self) -> Checked:
        """Try to read, and to write by a record that no server takes."""
        return Checked(f"@{self._session.handle}", tuple(self._tried()))

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        """Wait for the next poll; nothing is announced."""
        stop.wait(seconds)
        return False

    def close(self) -> None:
        """Let the connections go."""
        self._session.close()

    def _mentions(self, walk: Walk) -> Fetched:
        query = {"reasons": list(_REASONS), "limit": _PAGE, "cursor": walk.token}
        page = self._session.ask("app.bsky.notification.listNotifications", query)
        told = [each for each in needed_list(page, "notifications") if text_at(each, "reason") in {*_REASONS, ""}]
        entries, rejected = fit_items(told, listed_post)
        steps = walk.take(entries, text_at(page, "cursor"), self._clock.now())
        mentions, unfit = self._read_all(steps.fresh)
        missing = steps.missing[:_MOST_POSTS]
        there = self._hydrated(missing)
        return Fetched(
            packed(steps.state),
            mentions,
            rejected + unfit,
            removals=tuple(Removal(each) for each in missing if each not in there),
            has_more=steps.has_more,
        )

    def _search(self, search: Search) -> Fetched:
        if not search.source:
            return Fetched(packed(search.state))
        walk = search.walk()
        words = f'"{search.source}"' if " " in search.source.strip() else search.source
        query = {"q": words, "sort": "latest", "limit": _SEARCH_PAGE, "cursor": walk.token}
        page = self._session.ask("app.bsky.feed.searchPosts", query)
        entries, rejected = fit_items(needed_list(page, "posts"), listed_post)
        steps = walk.take(entries, text_at(page, "cursor"), self._clock.now())
        mentions, unfit = self._read_all(steps.fresh, is_hydrated=True)
        state, has_more = search.after(steps)
        return Fetched(packed(state), mentions, rejected + unfit, has_more=has_more)

    def _own(self, walk: Walk) -> Fetched:
        did = self._session.did
        query = {"actor": did, "filter": "posts_with_replies", "limit": _PAGE, "cursor": walk.token}
        page = self._session.ask("app.bsky.feed.getAuthorFeed", query)
        posts = [dig(each, "post") for each in needed_list(page, "feed")]
        mine = [each for each in posts if text_at(each, "author", "did") in {did, ""}]
        entries, rejected = fit_items(mine, listed_post)
        steps = walk.take(entries, text_at(page, "cursor"), self._clock.now())
        own, unfit = fit_items((each.value for each in steps.fresh), own_post_of)
        return Fetched(packed(steps.state), rejected=rejected + unfit, own=tuple(own), has_more=steps.has_more)

    def _read_all(
        self, entries: Iterable[Listed[Any]], *, is_hydrated: bool = False
    ) -> tuple[tuple[IncomingMention, ...], Rejected]:
        did = self._session.did
        others = [each for each in entries if text_at(each.value, "author", "did") != did]
        views = {} if is_hydrated else self._hydrated([each.id for each in others])
        mentions, unfit = fit_items(others, lambda each: self._read(each.value, views.get(each.id, each.value)))
        return tuple(mentions), unfit

    def _read(self, told: object, view: object) -> IncomingMention:
        is_direct = text_at(told, "reason") in {"mention", "reply"}
        mention = mention_of(view, own_did=self._session.did, is_direct=is_direct)
        return replace(mention, attachments=attachments_of(view, self._session.picture))

    def _hydrated(self, uris: Sequence[str]) -> dict[str, Any]:
        """Return posts with their figures and pictures by their uri; those that are gone are left out."""
        found: dict[str, Any] = {}
        for start in range(0, len(uris), _MOST_POSTS):
            page = self._session.ask("app.bsky.feed.getPosts", {"uris": list(uris[start : start + _MOST_POSTS])})
            found |= {text_at(each, "uri"): each for each in needed_list(page, "posts")}
        found.pop("", None)
        return found

    def _tried(self) -> Iterator[Finding]:
        tried: dict[Ability, Callable[[], object]] = {
            Ability.READ_PUBLIC: lambda: self._session.ask("app.bsky.notification.listNotifications", {"limit": 1}),
            Ability.READ_PRIVATE: lambda: self._session.ask("chat.bsky.convo.listConvos", {"limit": 1}, is_chat=True),
            Ability.SEARCH: lambda: self._session.ask("app.bsky.feed.searchPosts", {"q": "a", "limit": 1}),
            Ability.REPLY_PUBLIC: self._posting.try_writing,
        }
        for ability, call in tried.items():
            try:
                call()
            except ChannelError as error:
                yield Finding(ability, works=False, problem=error.problem)
            else:
                yield Finding(ability, works=True)


NETWORK = Network(KIND, Bluesky)
