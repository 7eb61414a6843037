"""Mastodon: mentions, direct posts and hashtags of any server; answers under a key that the server itself keeps."""

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
from app.services.channels.mastodon_kind import KIND
from app.services.channels.mastodon_reading import (
    attachments_of,
    counted_length,
    figures_of,
    global_id,
    local_id,
    mention_of,
    own_post_of,
    same_words,
)
from app.services.channels.mastodon_server import MastodonServer
from app.services.channels.searching import Search
from app.services.channels.shapes import (
    Unfit,
    dig,
    first_moment,
    fit_items,
    list_at,
    moment,
    needed_moment,
    needed_text,
    packed,
    text_at,
    unpacked,
)
from app.services.channels.walking import Listed, Steps, Walk
from app.services.clock import Clock
from app.services.files.html_text import text_of_html

Rejected = tuple[RejectedRow, ...]
_LOOKBACK, _SEARCH_LOOKBACK = timedelta(minutes=10), timedelta(hours=2)
_SENT_BEFORE = timedelta(minutes=2)
_MOST_LOOKED = 10
_MOST_ROOTS, _MOST_CHECKED, _MOST_FIRST = 500, 5, 2_000
_TELLING = ("mention", "quote")


class Mastodon:
    """One account on one Mastodon server (or one that speaks its language: Pleroma, GoToSocial...)."""

    streams: Sequence[str] = ("mentions", "search", "own")

    def __init__(self, *, account: Account, credentials: Credentials, clock: Clock) -> None:
        self._server = MastodonServer(
            address=str(account.options.get("server") or KIND.fields[0].default),
            base_url=str(account.options.get("base_url") or ""),
            credentials=credentials,
            clock=clock,
        )
        self._host = self._server.host
        self._account = account
        self._clock = clock
        self._roots: dict[str, str] = {}

    def fetch(self, stream: str, cursor: str | None) -> Fetched:
        """Read a page of mentions, of a search, or of what our own account published."""
        state, calls = unpacked(cursor), self._server.calls
        first = first_moment(self._account, self._clock.now())
        if stream == "mentions":
            fetched = self._mentions(Walk(state, first=first, lookback=_LOOKBACK))
        elif stream == "own":
            fetched = self._own(Walk(state, first=first, lookback=_LOOKBACK))
        else:
            fetched = self._search(Search(state, _sources(self._account), first=first, lookback=_SEARCH_LOOKBACK))
        return replace(fetched, calls=self._server.calls - calls)

    @property
    def calls(self) -> int:
        """How often the server was asked so far."""
        return self._server.calls

    def send(self, reply: OutgoingReply) -> Receipt:
        """Publish an answer; the server answers the same key with the same post for an hour."""
        text, most = self._addressed(reply), self._server.most_length()
        if counted_length(text) > most:
            raise ChannelError(Problem.TEXT_TOO_LONG, facts={"most": str(most)})
        body: dict[str, Any] = {"status": text, "visibility": _visibility(reply)}
        if parent := _parent(reply):
            body["in_reply_to_id"] = parent
        if reply.files:
            body["media_ids"] = [self._server.upload(each) for each in reply.files]
        return self._receipt(self._server.post("/api/v1/statuses", body, key=reply.key))

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        """Look among our own newest posts for this text under the same parent.

        Raises ChannelError ``no_answer`` when we posted so much since that nobody can say that it is not there.
        """
        since = None if reply.written_at is None else reply.written_at - _SENT_BEFORE
        text, token = self._addressed(reply), ""
        for _ in range(_MOST_LOOKED):
            found, token = self._server.page(self._own_path(), {"exclude_reblogs": "true"}, token)
            for status in found:
                at = moment(dig(status, "created_at"))
                if since is not None and (at is None or at < since):
                    continue
                said = text_of_html(text_at(status, "content"))
                if text_at(status, "in_reply_to_id") == _parent(reply) and same_words(said, text):
                    return self._receipt(status)
            oldest = moment(dig(found, -1, "created_at"))
            if not token or (since is not None and oldest is not None and oldest < since):
                return None
        raise ChannelError(Problem.NO_ANSWER)

    def act(self, kind: str, external_id: str) -> None:
        """Favourite or take it back; there is no hiding of other people's posts."""
        name = {"like": "favourite", "unlike": "unfavourite"}.get(kind)
        if name is None:
            raise ChannelError(Problem.NOT_SUPPORTED)
        self._server.post(f"/api/v1/statuses/{local_id(external_id)}/{name}", {})

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:
        """Return favourites, boosts and replies."""
        statuses = [self._server.status(local_id(each)) for each in external_ids]
        there = [each for each in statuses if each is not None]
        return fit_items(there, lambda each: figures_of(each, host=self._host))[0]

    def count(self, stream: str, day: date) -> int | None:  # noqa: ARG002 - the protocol's own arguments
        """Mastodon counts nothing by day."""
        return None

    def check(self) -> Checked:
        """Try to read, and to write by an empty post, which no server publishes."""
        name = text_at(self._server.myself(), "acct").partition("@")[0]
        return Checked(f"@{name}@{self._host}", tuple(self._tried()))

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        """Wait for the next poll; nothing is announced."""
        stop.wait(seconds)
        return False

    def close(self) -> None:
        """Let the connections go."""
        self._server.close()

    def _mentions(self, walk: Walk) -> Fetched:
        found, following = self._server.page("/api/v1/notifications", {"types[]": list(_TELLING)}, walk.token)
        telling = [each for each in found if text_at(each, "type") in {*_TELLING, ""}]
        entries, rejected = fit_items(telling, _notified)
        steps = walk.take(entries, following, self._clock.now())
        mentions, unfit = self._read_all((each.value for each in steps.fresh), is_direct=True)
        return Fetched(
            packed(steps.state), mentions, rejected + unfit, removals=self._removals(steps), has_more=steps.has_more
        )

    def _own(self, walk: Walk) -> Fetched:
        found, following = self._server.page(self._own_path(), {"exclude_reblogs": "true"}, walk.token)
        entries, rejected = fit_items(found, _listed)
        steps = walk.take(entries, following, self._clock.now())
        own, unfit = fit_items((each.value for each in steps.fresh), lambda each: own_post_of(each, host=self._host))
        return Fetched(
            packed(steps.state),
            rejected=rejected + unfit,
            own=tuple(own),
            removals=self._removals(steps),
            has_more=steps.has_more,
        )

    def _search(self, search: Search) -> Fetched:
        kind, _, words = search.source.partition(":")
        if not kind:
            return Fetched(packed(search.state))
        walk = search.walk()
        if kind == "tag":
            found, following = self._server.page(f"/api/v1/timelines/tag/{words}", {}, walk.token)
        else:
            found, following = self._server.found(words, walk.token)
        entries, rejected = fit_items(found, _listed)
        steps = walk.take(entries, following, self._clock.now())
        mine = self._server.my_id()
        others = [each.value for each in steps.fresh if text_at(each.value, "account", "id") != mine]
        named = {id(each) for each in others if mine in {text_at(one, "id") for one in list_at(each, "mentions")}}
        to_us, unfit = self._read_all((each for each in others if id(each) in named), is_direct=True)
        about_us, unfit_too = self._read_all((each for each in others if id(each) not in named), is_direct=False)
        state, has_more = search.after(steps)
        return Fetched(packed(state), to_us + about_us, rejected + unfit + unfit_too, has_more=has_more)

    def _read_all(self, statuses: Iterable[Any], *, is_direct: bool) -> tuple[tuple[IncomingMention, ...], Rejected]:
        mentions, unfit = fit_items(statuses, lambda each: self._read(each, is_direct=is_direct))
        return tuple(mentions), unfit

    def _read(self, status: object, *, is_direct: bool) -> IncomingMention:
        mention = mention_of(status, host=self._host, root=self._root_of(status), is_direct=is_direct)
        extra = dict(mention.extra)
        if mention.edited_at is not None:
            first = text_of_html(self._server.first_content(text_at(status, "id")))
            extra |= {"first_text": first[:_MOST_FIRST]} if first else {}
        return replace(mention, attachments=attachments_of(status, self._server.picture), extra=extra)

    def _root_of(self, status: object) -> str:
        """Return the id of the post that began the conversation; asked once for each branch."""
        status_id, parent = needed_text(status, "id"), text_at(status, "in_reply_to_id")
        if not parent:
            return status_id
        if parent not in self._roots:
            ancestors = self._server.ancestors(status_id)
            root = text_at(dig(ancestors, 0), "id") or parent
            if len(self._roots) > _MOST_ROOTS:
                self._roots.clear()
            self._roots |= {text_at(each, "id"): root for each in ancestors} | {parent: root}
        return self._roots[parent]

    def _removals(self, steps: Steps[Any]) -> tuple[Removal, ...]:
        """Ask for what is missing before it is said to be gone."""
        gone = [each for each in steps.missing[:_MOST_CHECKED] if self._server.status(each) is None]
        return tuple(Removal(global_id(self._host, each)) for each in gone)

    def _own_path(self) -> str:
        return f"/api/v1/accounts/{self._server.my_id()}/statuses"

    def _receipt(self, status: object) -> Receipt:
        status_id = text_at(status, "id")
        if not status_id:
            raise ChannelError(Problem.UNREADABLE, is_certain=False)
        return Receipt(global_id(self._host, status_id), text_at(status, "url") or None)

    def _addressed(self, reply: OutgoingReply) -> str:
        """Return the text with the @name of whom it answers in front; without it nobody is told of the answer."""
        author = (reply.author_key or "").lower()
        name = author.removesuffix(f"@{self._host}")
        if not author or f"@{name}" in reply.text.lower():
            return reply.text
        return f"@{name} {reply.text}"

    def _tried(self) -> Iterator[Finding]:
        tried: dict[Ability, Callable[[], object]] = {
            Ability.READ_PUBLIC: lambda: self._server.page("/api/v1/notifications", {}, ""),
            Ability.READ_PRIVATE: lambda: self._server.page("/api/v1/conversations", {}, ""),
            Ability.REPLY_PUBLIC: self._server.try_writing,
            Ability.REPLY_PRIVATE: self._server.try_writing,
        }
        for ability, call in tried.items():
            try:
                call()
            except ChannelError as error:
                yield Finding(ability, works=False, problem=error.problem)
            else:
                yield Finding(ability, works=True)


def _listed(status: object) -> Listed[Any]:
    version = text_at(status, "edited_at")
    return Listed(needed_text(status, "id"), needed_moment(status, "created_at"), status, version)


def _notified(notification: object) -> Listed[Any]:
    status = dig(notification, "status")
    if not isinstance(status, dict):
        raise Unfit("status")
    return replace(_listed(status), at=needed_moment(notification, "created_at"))


def _sources(account: Account) -> tuple[str, ...]:
    """Return where each term is looked for: as a hashtag, and as words where the server searches texts."""
    tags = dict.fromkeys("".join(filter(str.isalnum, term)) for term in account.terms.any_of)
    return (*(f"tag:{tag}" for tag in tags if tag), *(f"text:{term}" for term in account.terms.any_of if term.strip()))


def _parent(reply: OutgoingReply) -> str:
    return local_id(reply.previous_id or reply.in_reply_to or "")


def _visibility(reply: OutgoingReply) -> str:
    if reply.visibility is Visibility.PRIVATE:
        return "direct"
    return "unlisted" if reply.extra.get("visibility") == "unlisted" else "public"


NETWORK = Network(KIND, Mastodon)
