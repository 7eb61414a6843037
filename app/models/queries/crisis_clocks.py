"""Reads the clocks of crisis mentions for those who work on them: of one mention, of a case, all that run."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select

from app.models.domain.alert import CrisisAlertFacts
from app.models.domain.crisis import StoredWords
from app.models.domain.crisis_clock import RunningClock, running_clock
from app.models.queries.rows import AnyRow
from app.models.schema.channels import Channel
from app.models.schema.crisis import IS_CLOCK_RUNNING, Alert, CrisisClock
from app.models.schema.mentions import Mention

_COLUMNS: tuple[Any, ...] = (
    CrisisClock.mention_id,
    CrisisClock.identify_due_at,
    CrisisClock.identified_at,
    CrisisClock.answer_due_at,
    CrisisClock.answered_at,
    Mention.posted_at,
)


@dataclass(frozen=True, slots=True)
class ClockedMention:
    """A crisis mention whose clock runs; ``hit`` is what an alert on it says."""

    clock: RunningClock
    hit: CrisisAlertFacts
    case_id: int | None


def clock_of_mention(connection: Connection, mention_id: int) -> RunningClock | None:
    """Return the clock that runs on a mention."""
    row = connection.execute(_clocks().where(CrisisClock.mention_id == mention_id)).one_or_none()
    return None if row is None else _clock(row)


def clock_of_case(connection: Connection, case_id: int) -> RunningClock | None:
    """Return the clock of a case's mentions that has to be met first."""
    rows = connection.execute(_clocks().where(Mention.case_id == case_id))
    running = [clock for row in rows if (clock := _clock(row)) is not None]
    return min(running, key=lambda clock: clock.due_at, default=None)


def running_clocks(connection: Connection, *, since: datetime, limit: int) -> list[ClockedMention]:
    """Return the newest mentions whose clock runs and was or is due after ``since``."""
    statement = (
        _clocks()
        .add_columns(CrisisClock.level, Mention.crisis_words, Mention.case_id, Channel.key.label("channel_key"))
        .join(Channel, Channel.id == Mention.channel_id)
        .where(
            or_(
                and_(CrisisClock.identified_at.is_(None), CrisisClock.identify_due_at > since),
                CrisisClock.answer_due_at > since,
            )
        )
        .order_by(CrisisClock.mention_id.desc())
        .limit(limit)
    )
    return [_clocked(row, clock) for row in connection.execute(statement) if (clock := _clock(row)) is not None]


def raised_facts(connection: Connection, keys: Collection[str]) -> dict[str, Any]:
    """Return the facts of those alerts of the keys that were raised."""
    rows = connection.execute(select(Alert.key, Alert.facts).where(Alert.key.in_(sorted(keys))))
    return {row.key: row.facts or {} for row in rows}


def _clocks() -> Select[Any]:
    return select(*_COLUMNS).join(Mention, Mention.id == CrisisClock.mention_id).where(IS_CLOCK_RUNNING)


def _clock(row: AnyRow) -> RunningClock | None:
    return running_clock(
        row.posted_at,
        identify_due_at=row.identify_due_at,
        identified_at=row.identified_at,
        answer_due_at=row.answer_due_at,
        answered_at=row.answered_at,
    )


def _clocked(row: AnyRow, clock: RunningClock) -> ClockedMention:
    words = StoredWords.of(row.crisis_words).words
    hit = CrisisAlertFacts(row.mention_id, row.level, words, "", row.channel_key, row.posted_at)
    return ClockedMention(clock, hit, row.case_id)
