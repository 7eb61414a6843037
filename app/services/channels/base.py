"""What every network is to the rest of the program: read what is new, send an answer, look it up, tell how it does."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Protocol, runtime_checkable

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability, ChannelKind, OAuthPlan
from app.models.domain.incoming import IncomingMention, RejectedRow
from app.models.domain.vocabulary import Visibility


class ChannelError(Exception):
    """The network, or the way to it, did not do what was asked.

    ``retry_after`` is what the network asked us to wait. ``is_certain`` matters for sending only: False = it may have
    arrived all the same. ``facts`` fill the sentence on the screen; never a token, a text or a person's data.
    """

    def __init__(
        self,
        problem: Problem,
        *,
        retry_after: timedelta | None = None,
        is_certain: bool = True,
        facts: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.retry_after = retry_after
        self.is_certain = is_certain
        self.facts = dict(facts or {})


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """What is looked for besides what is addressed to us: one of ``any_of``, none of ``none_of``, in ``languages``."""

    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """An account as its adapter gets it; ``options`` are the fields of its form that are no secrets."""

    id: int
    channel: str
    name: str
    options: Mapping[str, Any] = field(default_factory=dict)
    terms: SearchTerms = field(default_factory=SearchTerms)


class Credentials(Protocol):
    """The account's secrets, read when they are needed and never kept in a log or an error."""

    def get(self, key: str) -> str:
        """Return a secret. Raises ChannelError ``no_key`` when it is not there or cannot be unsealed."""

    def put(self, values: Mapping[str, str]) -> None:
        """Seal new values (a renewed token) over the old ones, for every workstation."""

    def access_token(self) -> str:
        """Return an OAuth access token, renewed if it is about to expire. Raises ChannelError ``token_expired``."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Audience figures of something at the source, None where the network does not tell."""

    external_id: str
    likes: int | None = None
    shares: int | None = None
    replies: int | None = None
    reach: int | None = None


@dataclass(frozen=True, slots=True)
class OwnPost:
    """Something that our own account published: an answer of ours seen again, or one that was written elsewhere."""

    external_id: str
    posted_at: datetime
    text: str
    in_reply_to: str | None = None
    thread_key: str | None = None
    permalink: str | None = None
    is_private: bool = False
    figures: Figures | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """Something that its author or the network took away at the source."""

    external_id: str


@dataclass(frozen=True, slots=True)
class Bounce:
    """A report that a mail of ours did not arrive; ``message_ids`` are those it names, ``recipient`` for the screen."""

    message_ids: tuple[str, ...]
    is_permanent: bool
    status: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """One page of what is new on one stream of an account.

    ``cursor`` is where to read on after this page, opaque text of the adapter; it is stored in the very transaction
    that stores the mentions. Pages may overlap: what comes twice is one mention. ``rejected`` are items that were
    there and cannot be read, each with its reason. ``calls`` is what the page cost in questions to the network.
    """

    cursor: str
    mentions: tuple[IncomingMention, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    own: tuple[OwnPost, ...] = ()
    removals: tuple[Removal, ...] = ()
    figures: tuple[Figures, ...] = ()
    bounces: tuple[Bounce, ...] = ()
    has_more: bool = False
    calls: int = 1


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """A file that goes with an answer."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class OutgoingReply:
    """What an adapter needs to place one part of an answer, and the key under which a network may know it already.

    ``key`` is unique for ever, URL-safe and at most 60 signs. ``in_reply_to``, ``thread_key``, ``author_key``,
    ``title``, ``permalink`` and ``extra`` are those of the mention answered; ``previous_id`` is the part of ours before
    this one, None for the first; ``references`` are the external ids of the conversation, oldest first.
    """

    key: str
    account_id: int
    text: str
    visibility: Visibility
    in_reply_to: str | None = None
    thread_key: str | None = None
    author_key: str | None = None
    title: str | None = None
    permalink: str | None = None
    previous_id: str | None = None
    references: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)
    files: tuple[OutgoingFile, ...] = ()
    written_at: datetime | None = None
    is_automatic: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the network said: its own id of the answer, and where it stands."""

    external_id: str | None = None
    permalink: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of *testar*: an ability, whether it works now, and why not; ``why`` is the cause's code, "" = none."""

    ability: Ability
    works: bool
    problem: Problem | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What *testar* found: the account at the network, what works; ``problem`` when there was no answer at all."""

    account_name: str = ""
    findings: tuple[Finding, ...] = ()
    problem: Problem | None = None
    why: str = ""


class Channel(Protocol):
    """One account on one network, opened. Used by one thread at a time; every method may raise ChannelError.

    A network that lacks an ability raises ``Problem.NOT_SUPPORTED`` there and says so in its ``ChannelKind``.
    """

    @property
    def streams(self) -> Sequence[str]:
        """Names of what is read one after the other (mentions, search, messages); stable, they key the cursors."""

    def fetch(self, stream: str, cursor: str | None) -> Fetched:
        """Return the next page of a stream after ``cursor``; None = from the account's first day on (30 days back)."""

    def send(self, reply: OutgoingReply) -> Receipt:
        """Publish one answer once. On a doubt whether it arrived the error says ``is_certain=False``."""

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        """Look up an answer whose receipt was lost; None = it is certainly not there."""

    def act(self, kind: str, external_id: str) -> None:
        """Do ``hide``, ``unhide``, ``like`` or ``unlike`` to something at the source; doing it twice is harmless."""

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:
        """Return the present audience figures; what is gone at the source is left out."""

    def count(self, stream: str, day: date) -> int | None:
        """Return how many items the source has on a stream for a day (UTC), None where it cannot tell."""

    def check(self) -> Checked:
        """Try what the account may do, without publishing anything."""

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        """Wait until something new is announced (True), the time is over or ``stop`` is set (False)."""

    def close(self) -> None:
        """Let connections go; the channel is not used afterwards."""


@runtime_checkable
class CountsCalls(Protocol):
    """A channel that tells what it has cost since it was opened, in the units of its kind's ``daily_calls``."""

    @property
    def calls(self) -> int:
        """What it has cost so far."""


def calls_of(channel: Channel) -> int | None:
    """Return what a channel has cost since it was opened, None where it does not tell."""
    return channel.calls if isinstance(channel, CountsCalls) else None


OpenChannel = Callable[..., Channel]
"""``open(account=, credentials=, clock=) -> Channel``; opening asks nothing of the network."""


@dataclass(frozen=True, slots=True)
class Network:
    """An adapter as the composition root names it: what the network is, and how an account on it is opened.

    ``plan_of`` gives the browser sign-in that an account's options choose, where a network has several.
    """

    kind: ChannelKind
    open: OpenChannel
    plan_of: Callable[[Mapping[str, Any]], OAuthPlan | None] | None = None

    def plan(self, options: Mapping[str, Any]) -> OAuthPlan | None:
        """Return the browser sign-in of an account with these options, None where it has none."""
        return self.kind.oauth if self.plan_of is None else self.plan_of(options)
