"""The only place that inserts or changes case rows, so that no badge, facet or roll-up can ever drift from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, tzinfo
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, text, update

from app.models.domain import protocol
from app.models.domain.case_counts import CaseMeasure, Counted, Grain, case_counts, day_number
from app.models.domain.changes import Topic
from app.models.domain.counters import case_counter
from app.models.domain.facets import case_tokens
from app.models.domain.suggestion import Suggestion
from app.models.domain.vocabulary import OPEN_STATES, CaseState, StartedBy
from app.models.queries.case_facts import (
    Carried,
    Suggested,
    Voice,
    case_carries,
    case_row,
    case_voice,
    last_touch,
)
from app.models.queries.rows import AnyRow
from app.models.schema.base import NEVER, Base
from app.models.schema.cases import Case, CaseAxis
from app.models.schema.rollups import (
    AxisDay,
    AxisMarkDay,
    AxisMarkMonth,
    AxisMonth,
    CaseDay,
    CaseHist,
    TeamDay,
    TeamMonth,
)
from app.models.schema.settings import ProtocolCounter
from app.services.acts import Act
from app.services.business_zone import business_zone
from app.services.crisis_clocks import note_reply
from app.services.errors import Conflict, Invalid
from app.services.facet_index import CASE_FACET, set_tokens
from app.services.mention_book import MentionBook
from app.services.time_ids import next_time_ids
from app.services.work_texts import put_solution

_TABLES: dict[Grain, type[Base]] = {
    Grain.AXIS_DAY: AxisDay,
    Grain.AXIS_MONTH: AxisMonth,
    Grain.CASE_DAY: CaseDay,
    Grain.CASE_HIST: CaseHist,
    Grain.AXIS_MARK_DAY: AxisMarkDay,
    Grain.AXIS_MARK_MONTH: AxisMarkMonth,
    Grain.TEAM_DAY: TeamDay,
    Grain.TEAM_MONTH: TeamMonth,
}
_COUNTED = tuple(each.name for each in fields(Counted) if each.name not in {"nodes", "suggested"})
_IN_FACET = frozenset({"state", "owner_id", "area_id", "is_vip", "crisis_level"})
_COUNTER_ID = 1


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case to insert. ``nodes`` = node id by axis id; ``voice`` as ``case_facts.voice_of`` gives it.

    ``suggested`` are those axes of ``nodes`` whose node the program only proposes.
    """

    customer_id: int
    channel_id: int
    title: str
    preview: str
    started_by: StartedBy
    voice: Voice
    first_response_due_at: datetime
    resolution_due_at: datetime
    legal_due_at: datetime | None = None
    last_customer_at: datetime | None = None
    crisis_level: int | None = None
    is_vip: bool = False
    owner_id: int | None = None
    nodes: Mapping[int, int] = field(default_factory=dict)
    suggested: Mapping[int, Suggested] = field(default_factory=dict)


class CaseBook:
    """Writes case rows inside an act, with everything that counts or finds them.

    Order of locks in every act: customers and handles, cases (by id), protocol counter, mentions, then the act's tail.
    """

    def __init__(self, *, mentions: MentionBook) -> None:
        self._mentions = mentions

    def insert(self, act: Act, new: NewCase) -> int:
        """Store a new case with the next protocol number; return its id."""
        connection = act.connection
        zone = business_zone(connection)
        number = self._next_protocol(connection, act.at.astimezone(zone).date())
        case_id = next_time_ids(connection, Case, [act.at])[0]
        values = _row_of(new) | {"id": case_id, "protocol": number, "opened_at": act.at}
        connection.execute(insert(Case), [values])
        carried = Carried(new.nodes, new.suggested)
        _set_nodes(connection, case_id, Carried(), carried)
        if connection.dialect.name == "sqlite":
            connection.execute(
                text("INSERT INTO protocol_search(rowid, protocol) VALUES (:id, :protocol)"),
                {"id": case_id, "protocol": number},
            )
        _write_facets(connection, values, new.nodes, new.voice, zone)
        act.count_status(case_counter(CaseState.NEW), 1)
        _tally(act, _counts(values, carried, zone), 1)
        act.touch(cases=[case_id], customers=[new.customer_id])
        return case_id

    def lock(self, act: Act, case_id: int, expected_version: int | None) -> AnyRow:
        """Return the case's row, kept from others until the act ends; None accepts any version.

        Raises:
            Invalid: ``case_missing``.
            Conflict: ``case_changed`` with ``by``, ``at`` and ``version`` when somebody changed it meanwhile.
        """
        row = case_row(act.connection, case_id, lock=True)
        if row is None:
            raise Invalid("case_missing")
        if expected_version is not None and row.version != expected_version:
            touch = last_touch(act.connection, case_id)
            raise Conflict("case_changed", by=touch.by, at=touch.at, version=row.version)
        return row

    def update(self, act: Act, case_id: int, expected_version: int | None, values: Mapping[str, Any]) -> int:
        """Change columns of a case and raise its version by one; return the new version. Raises as ``lock``."""
        return self.write(act, self.lock(act, case_id, expected_version), values)

    def write(
        self,
        act: Act,
        row: AnyRow,
        values: Mapping[str, Any],
        *,
        nodes: Mapping[int, int] | None = None,
        suggested: Mapping[int, Suggested] | None = None,
        is_voice_new: bool = False,
        counted_at: datetime | None = None,
    ) -> int:
        """Change a locked case (and the nodes it carries); return the new version.

        ``suggested`` names all axes whose node is only proposed; None: those that were and whose node stays.
        ``counted_at`` is the time under which a change of ``reopened_count`` is counted: the undone act's own time.
        """
        connection = act.connection
        zone = business_zone(connection)
        before = row._asdict()
        after = before | dict(values)
        after["is_open"] = after["state"] in OPEN_STATES
        after["version"] = row.version + 1
        changed = {name: value for name, value in after.items() if before[name] != value}
        connection.execute(update(Case).where(Case.id == row.id).values(changed))
        carried = case_carries(connection, row.id)
        carries = _carries(carried, nodes, suggested)
        _set_nodes(connection, row.id, carried, carries)
        are_nodes_new = carried.nodes != carries.nodes
        _tally(act, _counts(before, carried, zone), -1)
        _tally(act, _counts(after, carries, zone), 1)
        self._count_changes(act, before, after, counted_at or act.at, zone)
        if "solution" in changed:
            put_solution(connection, row.id, after["solution"], after["resolved_at"] or after["opened_at"])
        if "last_reply_at" in changed:
            note_reply(act, row.id, before["last_reply_at"], after["last_reply_at"])
        if is_voice_new or are_nodes_new or not _IN_FACET.isdisjoint(changed):
            _write_facets(connection, after, carries.nodes, case_voice(connection, row.id), zone)
        if are_nodes_new:
            self._mentions.set_case_nodes(act, row.id, carried.nodes, carries.nodes)
        act.touch(cases=[row.id])
        return int(row.version) + 1

    def suggest(self, act: Act, row: AnyRow, wished: Mapping[int, Suggestion | None]) -> bool:
        """Let a locked case carry proposals on axes of which nobody has said anything; tell whether that changed it.

        An earlier proposal gives way, None takes it back. The version stays: who has the case open meanwhile needs no
        warning.
        """
        connection, values, zone = act.connection, row._asdict(), business_zone(act.connection)
        carried = case_carries(connection, row.id)
        confirmed = carried.confirmed
        free = {axis: each for axis, each in wished.items() if axis not in confirmed}
        new = {axis: each for axis, each in free.items() if each is not None}
        kept = {axis: why for axis, why in carried.suggested.items() if axis not in free}
        nodes = confirmed | {axis: carried.nodes[axis] for axis in kept} | {a: each.node_id for a, each in new.items()}
        carries = Carried(nodes, kept | {a: Suggested(each.confidence, each.reason) for a, each in new.items()})
        if carries == carried:
            return False
        _set_nodes(connection, row.id, carried, carries)
        _tally(act, _counts(values, carried, zone), -1)
        _tally(act, _counts(values, carries, zone), 1)
        if carried.nodes != carries.nodes:
            _write_facets(connection, values, carries.nodes, case_voice(connection, row.id), zone)
            self._mentions.set_case_nodes(act, row.id, carried.nodes, carries.nodes)
        act.touch(cases=[row.id])
        return True

    def refresh_voice(self, act: Act, case_id: int) -> None:
        """Make a case findable by the present sentiment of its mentions; its version stays."""
        row = self.lock(act, case_id, None)
        zone, nodes = business_zone(act.connection), case_carries(act.connection, case_id).nodes
        _write_facets(act.connection, row._asdict(), nodes, case_voice(act.connection, case_id), zone)
        act.touch(cases=[case_id])

    def count_forwarded(self, act: Act, channel_id: int, area_id: int, at: datetime, n: int) -> None:
        """Count a forwarding to an area on the day it was made; ``n`` = -1 takes it back."""
        day = day_number(at, business_zone(act.connection))
        act.tally(CaseDay, (day, CaseMeasure.FORWARDED.value, channel_id, area_id), n)

    def _count_changes(
        self, act: Act, before: Mapping[str, Any], after: Mapping[str, Any], counted_at: datetime, zone: tzinfo
    ) -> None:
        if before["state"] != after["state"]:
            act.count_status(case_counter(before["state"]), -1)
            act.count_status(case_counter(after["state"]), 1)
            act.touch(customers={before["customer_id"], after["customer_id"]})
        reopened = after["reopened_count"] - before["reopened_count"]
        key = (day_number(counted_at, zone), CaseMeasure.REOPENED.value, after["channel_id"], 0)
        act.tally(CaseDay, key, reopened)

    def _next_protocol(self, connection: Connection, today: date) -> str:
        # Locked before the tail's counter by every act that opens a case: the same order everywhere, no deadlock.
        row = connection.execute(
            select(ProtocolCounter.day, ProtocolCounter.number)
            .where(ProtocolCounter.id == _COUNTER_ID)
            .with_for_update()
        ).one_or_none()
        last = None if row is None or row.day is None else (row.day, row.number)
        day, number = protocol.next_number(last, today)
        if row is None:
            connection.execute(insert(ProtocolCounter), [{"id": _COUNTER_ID, "day": day, "number": number}])
        else:
            connection.execute(
                update(ProtocolCounter).where(ProtocolCounter.id == _COUNTER_ID).values(day=day, number=number)
            )
        return protocol.make(day, number)


def write_deadlines(act: Act, moves: Mapping[int, Mapping[str, datetime]]) -> None:
    """Set deadline columns of locked cases whose clocks run; nothing that is counted or found by hangs on them.

    The version stays: a person who has the case open meanwhile loses nothing and needs no warning.
    """
    by_columns: dict[tuple[str, ...], list[dict[str, object]]] = {}
    for case_id, values in sorted((key, values) for key, values in moves.items() if values):
        by_columns.setdefault(tuple(sorted(values)), []).append({"case": case_id, **values})
    for names, rows in by_columns.items():
        statement = update(Case).where(Case.id == bindparam("case"))
        act.connection.execute(statement.values({name: bindparam(name) for name in names}), rows)


def touch_outbox(act: Act) -> None:
    """Tell screens that the outbox has changed."""
    act.touch(topics=[Topic.OUTBOX])


def _row_of(new: NewCase) -> dict[str, Any]:
    given = {
        each.name: getattr(new, each.name) for each in fields(new) if each.name not in {"nodes", "suggested", "voice"}
    }
    blank = {column.name: None for column in Case.__table__.c if column.nullable}
    return (
        blank
        | {
            "state": CaseState.NEW,
            "is_open": True,
            "is_severe": False,
            "was_forwarded": False,
            "reopened_count": 0,
            "version": 1,
            "due_at": min(new.first_response_due_at, NEVER),
        }
        | given
    )


def _carries(before: Carried, nodes: Mapping[int, int] | None, suggested: Mapping[int, Suggested] | None) -> Carried:
    after = before.nodes if nodes is None else dict(nodes)
    if suggested is None:
        kept = {axis: why for axis, why in before.suggested.items() if after.get(axis) == before.nodes[axis]}
        return Carried(after, kept)
    return Carried(after, {axis: why for axis, why in suggested.items() if axis in after})


def _set_nodes(connection: Connection, case_id: int, before: Carried, after: Carried) -> None:
    def of(carried: Carried, axis_id: int) -> tuple[int | None, Suggested | None]:
        return carried.nodes.get(axis_id), carried.suggested.get(axis_id)

    changed = [a for a in sorted({*before.nodes, *after.nodes}) if of(before, a) != of(after, a)]
    for axis_id in changed:
        if axis_id in before.nodes:
            connection.execute(delete(CaseAxis).where(CaseAxis.case_id == case_id, CaseAxis.axis_id == axis_id))
    rows = []
    for axis_id in changed:
        node_id, why = of(after, axis_id)
        if node_id is not None:
            row = {"case_id": case_id, "axis_id": axis_id, "node_id": node_id, "is_suggested": why is not None}
            rows.append(row | {"confidence": why and why.confidence, "reason": why and why.reason})
    if rows:
        connection.execute(insert(CaseAxis), rows)


def _counts(values: Mapping[str, Any], carried: Carried, zone: tzinfo) -> Counter[tuple[Grain, tuple[int | str, ...]]]:
    known = {name: values[name] for name in _COUNTED}
    return case_counts(Counted(**known, nodes=carried.nodes, suggested=carried.suggested), zone)


def _tally(act: Act, counts: Counter[tuple[Grain, tuple[int | str, ...]]], sign: int) -> None:
    for (grain, key), n in counts.items():
        act.tally(_TABLES[grain], key, sign * n)


def _write_facets(
    connection: Connection, values: Mapping[str, Any], nodes: Mapping[int, int], voice: Voice, zone: tzinfo
) -> None:
    tokens = case_tokens(
        channel_id=values["channel_id"],
        state=values["state"],
        owner_id=values["owner_id"],
        area_id=values["area_id"],
        sentiment=voice.sentiment,
        is_vip=values["is_vip"],
        is_private=voice.is_private,
        local_day=values["opened_at"].astimezone(zone).date(),
        node_ids=nodes.values(),
        crisis_level=values["crisis_level"],
    )
    set_tokens(connection, CASE_FACET, [(values["id"], tokens)])
