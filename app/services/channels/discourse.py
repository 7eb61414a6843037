"""Discourse forums: what people post or write to us in private, what a search finds; answers in their topic."""

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
from app.models.domain.incoming import IncomingMention
from app.services.channels.base import (
    Account,
    Channel,
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
    Removal,
)
from app.services.channels.discourse_forum import DiscourseForum
from app.services.channels.discourse_kind import CHANNEL, KIND
from app.services.channels.discourse_reading import (
    figures_of,
    global_id,
    is_gone,
    is_speech,
    listed_post,
    local_id,
    mention_of,
    own_post_of,
    with_pictures,
)
from app.services.channels.feeds import STREAM, Feeds, addresses_of
from app.services.channels.naming import is_named
from app.services.channels.searching import Search
from app.services.channels.shapes import first_moment, fit_items, packed, text_at, unpacked
from app.services.channels.walking import Listed, Walk
from app.services.clock import Clock

_LOOKBACK, _SEARCH_LOOKBACK = timedelta(minutes=10), timedelta(hours=2)
_MOST_CHECKED, _MOST_PARENTS = 5, 500


class Discourse:
    """One account on one Discourse forum; feeds of other forums may be read along with it."""

    def __init__(self, *, account: Account, credentials: Credentials, clock: Clock) -> None:
        options = account.options
        self._forum = DiscourseForum(
            address=str(options.get("server") or ""),
            base_url=str(options.get("base_url") or ""),
            username=str(options.get("username") or ""),
            private_title=str(options.get("private_title") or KIND.fields[4].default),
            credentials=credentials,
        )
        self._account = account
        self._clock = clock
        self._feeds = (
            Feeds(account=account, credentials=credentials, clock=clock, channel=CHANNEL)
            if addresses_of(options)
            else None
        )
        searching = ("search",) if account.terms.any_of else ()
        messages = ("messages",) if self._forum.username else ()
        self.streams: Sequence[str] = ("posts", *searching, *messages, *((STREAM,) if self._feeds else ()))
        self._parents: dict[tuple[str, str], str] = {}

    def fetch(self, stream: str, cursor: str | None) -> Fetched:
        """Read a page of the newest posts, of a search, of private messages, or of the feeds."""
        if stream == STREAM and self._feeds is not None:
            return self._feeds.fetch(stream, cursor)
        state, calls = unpacked(cursor), self._forum.calls
        first = first_moment(self._account, self._clock.now())
        if stream == "search":
            terms = [each for each in self._account.terms.any_of if each.strip()]
            fetched = self._search(Search(state, terms, first=first, lookback=_SEARCH_LOOKBACK))
        else:
            fetched = self._newest(Walk(state, first=first, lookback=_LOOKBACK), is_private=stream == "messages")
        return replace(fetched, calls=self._forum.calls - calls)

    @property
    def calls(self) -> int:
        """How often the forum was asked so far; its feeds tell theirs page by page."""
        return self._forum.calls

    def send(self, reply: OutgoingReply) -> Receipt:
        """Answer in the topic, or write to its author in private."""
        return self._forum.post(reply)

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        """Look among the newest posts for this text of ours."""
        return self._forum.find(reply)

    def act(self, kind: str, external_id: str) -> None:
        """Like or take it back; hiding is a moderator's."""
        if kind not in {"like", "unlike"}:
            raise ChannelError(Problem.NOT_SUPPORTED)
        self._forum.like(local_id(external_id), is_wanted=kind == "like")

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:
        """Return likes, answers and readers."""
        posts = [self._forum.one(local_id(each)) for each in external_ids]
        there = [each for each in posts if each is not None]
        return fit_items(there, lambda each: figures_of(each, host=self._forum.host))[0]

    def count(self, stream: str, day: date) -> int | None:  # noqa: ARG002 - the protocol's own arguments
        """Return None: a forum counts nothing by day."""
        return None

    def check(self) -> Checked:
        """Try to read, and to write by a post without a text, which no forum takes."""
        return Checked(self._forum.name(), tuple(self._tried()))

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        """Wait for the next poll; nothing is announced."""
        stop.wait(seconds)
        return False

    def close(self) -> None:
        """Let the connections go."""
        self._forum.close()
        if self._feeds is not None:
            self._feeds.close()

    def _newest(self, walk: Walk, *, is_private: bool) -> Fetched:
        found, following = self._forum.newest(walk.token, is_private=is_private)
        entries, rejected = fit_items((each for each in found if is_speech(each)), listed_post)
        steps = walk.take(entries, following, self._clock.now())
        missing = [each for each in steps.missing[:_MOST_CHECKED] if self._forum.one(each) is None]
        read = self._sorted(steps.fresh, is_private=is_private)
        gone = tuple(Removal(global_id(self._forum.host, each)) for each in missing)
        return replace(
            read,
            cursor=packed(steps.state),
            rejected=rejected + read.rejected,
            removals=read.removals + gone,
            has_more=steps.has_more,
        )

    def _search(self, search: Search) -> Fetched:
        if not search.source:
            return Fetched(packed(search.state))
        walk = search.walk()
        found, following = self._forum.found(search.source, walk.token)
        entries, rejected = fit_items(found, listed_post)
        steps = walk.take(entries, following, self._clock.now())
        whole = [(each, self._forum.one(each.id)) for each in steps.fresh]
        full, unfit = fit_items((post for _, post in whole if post is not None), listed_post)
        read = self._sorted(full, is_private=False, is_found=True)
        state, has_more = search.after(steps)
        return replace(read, cursor=packed(state), rejected=rejected + unfit + read.rejected, has_more=has_more)

    def _sorted(self, entries: Iterable[Listed[Any]], *, is_private: bool, is_found: bool = False) -> Fetched:
        """Return posts as mentions, as ours, or as removals; the cursor is the caller's."""
        own: list[Any] = []
        others: list[Any] = []
        gone: list[Removal] = []
        for each in entries:
            if is_gone(each):
                gone.append(Removal(global_id(self._forum.host, each.id)))
            elif text_at(each.value, "username").lower() == self._forum.username:
                own.append(each.value)
            else:
                others.append(each.value)
        ours, unfit = fit_items(own, lambda each: self._own(each, is_private=is_private))
        mentions, unfit_too = fit_items(others, lambda each: self._read(each, is_private=is_private))
        wanted = [each for each in mentions if is_found or self._is_wanted(each)]
        pictured = tuple(with_pictures(each, self._forum.picture) for each in wanted)
        return Fetched("", pictured, unfit + unfit_too, tuple(ours), tuple(gone))

    def _is_wanted(self, mention: IncomingMention) -> bool:
        """Without terms everything on the forum is ours to read; with them, what names one of them or speaks to us."""
        return mention.is_direct or is_named(f"{mention.title or ''}\n{mention.text}", self._account.terms)

    def _read(self, post: object, *, is_private: bool) -> IncomingMention:
        forum = self._forum
        return mention_of(
            post,
            base=forum.base,
            host=forum.host,
            parent=self._parent_of(post),
            is_private=is_private,
            own_name=forum.username,
        )

    def _own(self, post: object, *, is_private: bool) -> OwnPost:
        forum, parent = self._forum, self._parent_of(post)
        return own_post_of(post, base=forum.base, host=forum.host, parent=parent, is_private=is_private)

    def _parent_of(self, post: object) -> str:
        """Return the id of the post that a post answers; forums name it by its number in the topic."""
        topic, number = text_at(post, "topic_id"), text_at(post, "reply_to_post_number")
        if not topic or not number:
            return ""
        if (topic, number) not in self._parents:
            if len(self._parents) > _MOST_PARENTS:
                self._parents.clear()
            self._parents[topic, number] = text_at(self._forum.by_number(topic, number), "id")
        return self._parents[topic, number]

    def _tried(self) -> Iterator[Finding]:
        tried: dict[Ability, Callable[[], object]] = {
            Ability.READ_PUBLIC: lambda: self._forum.newest("", is_private=False),
            Ability.READ_PRIVATE: lambda: self._forum.newest("", is_private=True),
            Ability.REPLY_PUBLIC: self._forum.try_writing,
            Ability.REPLY_PRIVATE: self._forum.try_writing,
        }
        for ability, call in tried.items():
            try:
                call()
            except ChannelError as error:
                yield Finding(ability, works=False, problem=error.problem)
            else:
                yield Finding(ability, works=True)


def open_forum(*, account: Account, credentials: Credentials, clock: Clock) -> Channel:
    """Open a Discourse forum, or the feeds of forums of any make where no server was named."""
    if str(account.options.get("server") or account.options.get("base_url") or "").strip():
        return Discourse(account=account, credentials=credentials, clock=clock)
    return Feeds(account=account, credentials=credentials, clock=clock, channel=CHANNEL)


NETWORK = Network(KIND, open_forum)
