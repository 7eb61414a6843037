"""What goes into one intake act and what comes out of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.models.domain.crisis import CrisisHit
from app.models.domain.incoming import IncomingMention, Ledger, Proposed, RejectedRow
from app.services.channels.base import Bounce, Figures, OwnPost, Removal, SearchTerms
from app.services.facet_index import mention_words
from app.services.proposing import proposed_of


@dataclass(frozen=True, slots=True)
class IntakeItem:
    """One row received: its number in its source (1-based), what was read of it, its folded search words.

    ``proposed`` None: nobody has read its text for sentiment and situation yet, intake does.
    """

    row: int
    outcome: IncomingMention | RejectedRow
    words: str
    proposed: Proposed | None = None


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What a page of a polled account brought besides mentions, what it cost, and how its network is.

    ``channel`` and ``name`` are the account's; ``cost`` in millionths of a dollar; ``figures_for`` is for how long the
    audience figures of what is new are looked at again, None where the network has none.
    """

    channel: str
    name: str = ""
    own: tuple[OwnPost, ...] = ()
    removals: tuple[Removal, ...] = ()
    figures: tuple[Figures, ...] = ()
    bounces: tuple[Bounce, ...] = ()
    calls: int = 1
    cost: int = 0
    terms: SearchTerms = field(default_factory=SearchTerms)
    figures_for: timedelta | None = None


@dataclass(frozen=True, slots=True)
class IntakeBatch:
    """Rows that enter in one transaction, with where their source is to be read on from afterwards.

    ``run_id``, ``first_row`` (where the run must stand now) and ``next_row`` belong to a file's ``intake_run``;
    ``account_id``, ``stream``, ``cursor`` and ``page`` to a channel account that is polled. A page may come in several
    batches: the last one alone carries the cursor.
    """

    items: tuple[IntakeItem, ...]
    run_id: int | None = None
    first_row: int | None = None
    next_row: int | None = None
    account_id: int | None = None
    stream: str = ""
    cursor: str | None = None
    page: SourcePage | None = None


class RunTaken(Exception):  # noqa: N818 - a signal between intake and an import job, not an error
    """Raised inside the act when somebody else carries the same run on; nothing of the batch is stored."""


@dataclass(frozen=True, slots=True)
class JoinedMention:
    """A new mention that went straight into an open case, as the cases' own service needs to hear of it."""

    id: int
    posted_at: datetime
    is_private: bool


@dataclass(frozen=True, slots=True)
class CrisisNews:
    """A new mention at crisis level beyond doubt, recent enough to ring for; ``hit`` is what its clocks run for.

    ``rule_name`` is the name of the group of words that found it.
    """

    mention_id: int
    posted_at: datetime
    channel: str
    hit: CrisisHit
    rule_name: str


@dataclass(frozen=True, slots=True)
class Received:
    """What one intake act did. ``alerts`` are the new mentions whose crisis clocks were started.

    ``edited`` are mentions that were stored before and say something else now.
    """

    ledger: Ledger
    mention_ids: tuple[int, ...] = ()
    alerts: tuple[int, ...] = ()
    joined_cases: frozenset[int] = frozenset()
    rejects: tuple[RejectedRow, ...] = ()
    edited: tuple[int, ...] = ()


def batch_of(mentions: Iterable[IncomingMention]) -> IntakeBatch:
    """Make a batch of mentions that come from no file, numbered from 1, with their search words."""
    return IntakeBatch(
        tuple(
            IntakeItem(row, mention, mention_words(mention.title, mention.text), proposed_of(mention))
            for row, mention in enumerate(mentions, start=1)
        )
    )
