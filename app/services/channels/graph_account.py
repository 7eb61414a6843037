"""What an account on Facebook and one on Instagram do alike: try out what works, act on something, wait."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.services.channels.base import Account, ChannelError, Figures, Finding, OutgoingReply
from app.services.channels.graph import GraphClient
from app.services.channels.graph_media import Pictures
from app.services.channels.graph_pass import Source, Walker
from app.services.channels.graph_reading import Unreadable, node
from app.services.clock import Clock

_BATCH = 50
_MISSING = frozenset({Problem.NOT_FOUND, Problem.TARGET_GONE, Problem.REFUSED})


def walkers(
    sources: Mapping[str, Source], *, client: GraphClient, pictures: Pictures, clock: Clock, account: Account
) -> Mapping[str, Walker]:
    """Return a walker for each stream's source."""
    return {
        name: Walker(
            source,
            now=clock.now,
            server_now=lambda: client.answered_at,
            asked=lambda: client.calls,
            pictures=pictures,
            first_days=number_of(account, "first_days", 30),
            watch_days=number_of(account, "watch_days", 90),
        )
        for name, source in sources.items()
    }


def number_of(account: Account, key: str, default: int) -> int:
    """Return a number of the form; what is no number counts as not filled in."""
    try:
        return int(account.options.get(key) or default)
    except (TypeError, ValueError):
        return default


def answers_as_person(account: Account, reply: OutgoingReply) -> bool:
    """Tell whether an answer may go as a person's after 24 hours: never one that a machine wrote."""
    is_wanted = str(account.options.get("human_agent", "yes")).lower() not in {"no", "false", "0"}
    return is_wanted and not reply.is_automatic


def tried(ability: Ability, question: Callable[[], object]) -> Finding:
    """Ask something harmless and tell whether the ability is there."""
    try:
        question()
    except ChannelError as error:
        return Finding(ability, works=False, problem=error.problem)
    return Finding(ability, works=True)


def allowed(client: GraphClient, wanted: Mapping[Ability, str]) -> list[Finding]:
    """Tell for each ability whether the token has the permission that it needs."""
    try:
        scopes = client.scopes()
    except ChannelError as error:
        return [Finding(ability, works=False, problem=error.problem) for ability in wanted]
    return [
        Finding(ability, works=scope in scopes, problem=None if scope in scopes else Problem.SCOPE_MISSING)
        for ability, scope in wanted.items()
    ]


def read_figures(
    client: GraphClient, ids: Sequence[str], fields: str, read: Callable[[Mapping[str, Any]], Figures]
) -> Iterable[Figures]:
    """Give the figures of things, many in one question; where one of them is gone each is asked alone."""
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        for item in _items(client, batch, fields):
            try:
                yield read(node(item))
            except Unreadable:
                continue


def _items(client: GraphClient, batch: Sequence[str], fields: str) -> Iterable[object]:
    try:
        yield from client.get("/", ids=",".join(batch), fields=fields).values()
    except ChannelError as error:
        if error.problem not in _MISSING:
            raise
        for each in batch:
            try:
                yield client.get(f"/{each}", fields=fields)
            except ChannelError as inner:
                if inner.problem not in _MISSING:
                    raise


def wait(stop: threading.Event, seconds: float) -> bool:
    """Wait out the time: nothing is announced without a server of ours."""
    stop.wait(seconds)
    return False
