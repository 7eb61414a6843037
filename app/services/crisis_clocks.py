"""Keeps the two clocks of crisis mentions: begun at intake, identified by the first act of a person, then answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.models.domain.crisis import CrisisHit
from app.models.domain.people import PROGRAM
from app.models.domain.vocabulary import MentionState
from app.models.schema.crisis import IS_CLOCK_RUNNING, CrisisClock
from app.models.schema.mentions import Mention
from app.models.schema.rollups import CrisisDay
from app.services.acts import Act
from app.services.business_zone import business_zone
from app.services.id_lists import chunks, one_of
from app.services.reading_keys import crisis_key
from app.services.setting_keys import CRISIS_SETTING
from app.services.settings_book import read_setting

DroppedClock = dict[str, Any]
_BY_A_PERSON = ("identified_at", "identified_by_id", "answer_due_at")
_BEGIN = insert(CrisisClock.__table__)  # type: ignore[arg-type] # a Table, typed as FromClause
_MENTIONS = select(Mention.id, Mention.channel_id, Mention.posted_at)
_MENTION = _MENTIONS.where(Mention.id == bindparam("mention_id"))
_TREATED = frozenset({MentionState.IN_CASE, MentionState.MONITORED, MentionState.IGNORED})


@dataclass(frozen=True, slots=True)
class ClockMove:
    """What an act made of a mention's clocks: who identified it when, until when an answer is owed."""

    mention_id: int
    before: Mapping[str, Any]
    after: Mapping[str, Any]


def begin_clocks(act: Act, hits: Iterable[tuple[int, datetime, CrisisHit]]) -> None:
    """Start the clocks of stored mentions as (mention, posted at, hit): identify runs from posting."""
    rows: list[dict[str, Any]] = [
        {
            "mention_id": mention_id,
            "level": hit.level,
            "rule": hit.rule,
            "identify_due_at": posted_at + hit.identify_within,
            "identified_at": None,
            "answer_due_at": None,
            "answered_at": None,
        }
        for mention_id, posted_at, hit in sorted(hits, key=lambda each: each[0])
    ]
    if rows:
        act.connection.execute(_BEGIN, rows)
        _count(act, rows, 1)


def note_moved(act: Act, mention_ids: list[int], to: MentionState) -> list[ClockMove]:
    """Note that a person dealt with crisis mentions: identified now, the answer's clock begins; return what moved.

    Of what a person sets aside (*Monitorar*, *Ignorada*) no answer is owed: ``answer_due_at`` stays empty until it
    comes into a case. What the program moves is not identified.
    """
    if act.actor == PROGRAM or to not in _TREATED or not mention_ids:
        return []
    running = select(*CrisisClock.__table__.c).where(
        one_of(act.connection, CrisisClock.mention_id, sorted(mention_ids)), IS_CLOCK_RUNNING
    )
    rows = act.connection.execute(running).mappings().all()
    return [_note(act, row, is_owed=to is MentionState.IN_CASE) for row in rows]


def note_worked(act: Act, case_id: int) -> list[ClockMove]:
    """Note that a person acted on a case: what intake had put into it by itself is identified now."""
    if act.actor == PROGRAM:
        return []
    waiting = [row for row in _clocks_of(act.connection, case_id) if row["identified_at"] is None]
    return [_note(act, row, is_owed=True) for row in waiting if row["answered_at"] is None]


def take_back(act: Act, moves: Collection[ClockMove]) -> None:
    """Undo ``note_moved`` and ``note_worked``; a clock that was answered or moved since is left as it is."""
    for move in moves:
        same = [CrisisClock.__table__.c[name].is_not_distinct_from(value) for name, value in move.after.items()]
        mine = select(*CrisisClock.__table__.c).where(
            CrisisClock.mention_id == move.mention_id, IS_CLOCK_RUNNING, *same
        )
        row = act.connection.execute(mine.with_for_update()).mappings().one_or_none()
        if row is not None:
            _write(act, row, move.before)


def note_reply(act: Act, case_id: int, before: datetime | None, after: datetime | None) -> None:
    """Follow a case's last word to its customer from ``before`` to ``after``: an answer stops the clocks it came for.

    One that is withdrawn sets those running again that it had stopped.
    """
    for row in _clocks_of(act.connection, case_id):
        is_answer = after is not None and (before is None or after > before)
        if is_answer and row["answered_at"] is None and row["posted_at"] <= after:
            _note(act, row, is_owed=True, answered_at=after)
        elif not is_answer and before is not None and row["answered_at"] == before:
            _write(act, row, {"answered_at": None})


def drop_clocks(act: Act, mention_ids: list[int]) -> list[DroppedClock]:
    """Take away the clocks of mentions that are no crisis any more, so far as nobody has identified them yet."""
    dropped: list[DroppedClock] = []
    for part in chunks(sorted(mention_ids)):
        mine = (one_of(act.connection, CrisisClock.mention_id, part), CrisisClock.identified_at.is_(None))
        # Locked in one order, so that nobody can identify one of them between the reading and the deleting.
        found = select(*CrisisClock.__table__.c).where(*mine).order_by(CrisisClock.mention_id).with_for_update()
        dropped += [
            {str(name): value for name, value in row.items()} for row in act.connection.execute(found).mappings()
        ]
        act.connection.execute(delete(CrisisClock).where(*mine))
    _count(act, dropped, -1)
    return dropped


def put_clocks_back(act: Act, clocks: list[DroppedClock]) -> None:
    """Undo ``drop_clocks``."""
    if clocks:
        act.connection.execute(insert(CrisisClock), clocks)
        _count(act, clocks, 1)


def _note(act: Act, row: Mapping[Any, Any], *, is_owed: bool, answered_at: datetime | None = None) -> ClockMove:
    values: dict[str, Any] = {}
    identified_at = row["identified_at"]
    if identified_at is None:
        identified_at = answered_at or act.at
        values |= {"identified_at": identified_at, "identified_by_id": act.actor.person_id}
    if is_owed and row["answer_due_at"] is None:
        values["answer_due_at"] = identified_at + _answer_within(act.connection, row["level"])
    if not is_owed:
        values["answer_due_at"] = None
    if answered_at is not None:
        values["answered_at"] = answered_at
    _write(act, row, values)
    before = {name: row[name] for name in _BY_A_PERSON}
    return ClockMove(row["mention_id"], before, {name: values.get(name, row[name]) for name in _BY_A_PERSON})


def _write(act: Act, row: Mapping[Any, Any], values: Mapping[str, Any]) -> None:
    mine = CrisisClock.mention_id == row["mention_id"]
    act.connection.execute(update(CrisisClock).where(mine).values(**values))
    _count(act, [row], -1)
    _count(act, [{**row, **values}], 1)
    act.touch(mentions=[row["mention_id"]])


def _count(act: Act, clocks: Collection[Mapping[Any, Any]], n: int) -> None:
    """Count clocks (``n`` = -1: no more) as they stand, with the channel and the day of their mentions."""
    if not clocks:
        return
    zone = business_zone(act.connection)
    mentions: dict[int, tuple[int, datetime]] = {}
    for part in chunks(sorted(row["mention_id"] for row in clocks)):
        # One alone, as an act of a person has it, costs no statement to be built.
        is_one = len(part) == 1
        statement = _MENTION if is_one else _MENTIONS.where(one_of(act.connection, Mention.id, part))
        rows = act.connection.execute(statement, {"mention_id": part[0]} if is_one else {})
        mentions.update((mention_id, (channel_id, at)) for mention_id, channel_id, at in rows)
    for row in clocks:
        if (mention := mentions.get(row["mention_id"])) is not None:
            channel_id, posted_at = mention
            act.tally(CrisisDay, crisis_key(row, channel_id, posted_at, zone), n)


def _clocks_of(connection: Connection, case_id: int) -> list[Mapping[Any, Any]]:
    statement = (
        select(*CrisisClock.__table__.c, Mention.posted_at)
        .join(Mention, Mention.id == CrisisClock.mention_id)
        .where(Mention.case_id == case_id)
        .order_by(CrisisClock.mention_id)
    )
    return list(connection.execute(statement).mappings())


def _answer_within(connection: Connection, level: int) -> timedelta:
    rows = (read_setting(connection, CRISIS_SETTING).value or {}).get("levels", ())
    found = next((row["answer_minutes"] for row in rows if row["level"] == level), 0)
    return timedelta(minutes=found)
