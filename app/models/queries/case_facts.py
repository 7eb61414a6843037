"""The few facts on a case that its acts decide on, each by an index, locked where two persons could act at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from app.models.domain.vocabulary import DeliveryState, Sentiment
from app.models.queries.rows import AnyRow
from app.models.schema.cases import IS_CONFIRMED, Case, CaseAxis, ClockPause, Forwarding, Reply
from app.models.schema.classification import Axis, Node
from app.models.schema.history import History, HistoryBody
from app.models.schema.mentions import Mention
from app.models.schema.people import Area, Person

CASE_COLUMNS = tuple(Case.__table__.c)
# Replies that no customer reads.
GONE = (DeliveryState.WITHDRAWN, DeliveryState.FAILED, DeliveryState.REFUSED)
# Built once: every case screen asks for them, and building costs more than asking.
_CARRIED = select(
    CaseAxis.axis_id, CaseAxis.node_id, CaseAxis.is_suggested, CaseAxis.confidence, CaseAxis.reason
).where(CaseAxis.case_id == bindparam("case_id"))
_PAUSES = (
    select(ClockPause.id, ClockPause.reason, ClockPause.started_at, ClockPause.ended_at)
    .where(ClockPause.case_id == bindparam("case_id"))
    .order_by(ClockPause.id)
)


@dataclass(frozen=True, slots=True)
class Voice:
    """How a case sounds in the list: the newest known sentiment of its mentions, and whether they speak in private."""

    sentiment: Sentiment | None
    is_private: bool


@dataclass(frozen=True, slots=True)
class Suggested:
    """That a node was only proposed: how sure the program is of it (0-1, None = not told) and for which words."""

    confidence: float | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """What a case carries: node by axis, and those axes of them whose node nobody has confirmed."""

    nodes: Mapping[int, int] = field(default_factory=dict)
    suggested: Mapping[int, Suggested] = field(default_factory=dict)

    @property
    def confirmed(self) -> dict[int, int]:
        """The nodes that somebody has said: what deadlines, duties and rules decide on."""
        return {axis: node for axis, node in self.nodes.items() if axis not in self.suggested}


@dataclass(frozen=True, slots=True)
class LastTouch:
    """Who changed a case last, and when; ``body`` is what the history row says."""

    by: str
    by_id: int
    at: datetime | None
    verb: str
    body: dict[str, Any]


def case_row(connection: Connection, case_id: int, *, lock: bool = False) -> AnyRow | None:
    """Return every column of a case; ``lock`` keeps it from others until the transaction ends."""
    statement = select(*CASE_COLUMNS).where(Case.id == case_id)
    return connection.execute(statement.with_for_update() if lock else statement).one_or_none()


def case_nodes(connection: Connection, case_id: int) -> dict[int, int]:
    """Return the node that a case carries by axis, as somebody said it: no rule may decide on what is suggested."""
    rows = connection.execute(
        select(CaseAxis.axis_id, CaseAxis.node_id).where(CaseAxis.case_id == case_id, IS_CONFIRMED)
    )
    return {row.axis_id: row.node_id for row in rows}


def case_carries(connection: Connection, case_id: int) -> Carried:
    """Return the node that a case carries by axis, and which of these are only suggested."""
    rows = connection.execute(_CARRIED, {"case_id": case_id}).all()
    return Carried(
        {row.axis_id: row.node_id for row in rows},
        {row.axis_id: Suggested(row.confidence, row.reason) for row in rows if row.is_suggested},
    )


def case_voice(connection: Connection, case_id: int) -> Voice:
    """Return how a case sounds; a case without mentions (all split off) sounds neutral to filters and private."""
    rows = connection.execute(
        select(Mention.sentiment, Mention.is_private)
        .where(Mention.case_id == case_id)
        .order_by(Mention.id.desc())
        .limit(20)
    ).all()
    return voice_of(rows)


def voice_of(newest_first: Iterable[Any]) -> Voice:
    """Return the same from rows that carry ``sentiment`` and ``is_private``."""
    rows = list(newest_first)
    sentiment = next((row.sentiment for row in rows if row.sentiment is not None), None)
    return Voice(sentiment, rows[0].is_private if rows else True)


def last_touch(connection: Connection, case_id: int, *, verb: str | None = None) -> LastTouch:
    """Return the last history row of a case (of one verb), for the sentence of a conflict."""
    statement = (
        select(History.actor_id, History.at, History.verb, HistoryBody.body, Person.name)
        .outerjoin(HistoryBody, HistoryBody.seq == History.seq)
        .outerjoin(Person, Person.id == History.actor_id)
        .where(History.case_id == case_id)
        .order_by(History.seq.desc())
        .limit(1)
    )
    if verb is not None:
        statement = statement.where(History.verb == verb)
    row = connection.execute(statement).one_or_none()
    if row is None:
        return LastTouch("", 0, None, "", {})
    return LastTouch(row.name or "", row.actor_id, row.at, row.verb, json.loads(row.body) if row.body else {})


def node_keys(connection: Connection, node_ids: Iterable[int]) -> dict[str, list[str]]:
    """Return, by axis key, the keys of nodes and of all that stand above them (merged nodes count as their target)."""
    found: dict[str, list[str]] = {}
    pending = sorted(set(node_ids))
    seen: set[int] = set()
    while pending:
        rows = connection.execute(
            select(Node.id, Node.key, Node.parent_id, Node.merged_into_id, Axis.key.label("axis_key"))
            .join(Axis, Axis.id == Node.axis_id)
            .where(Node.id.in_(pending))
        ).all()
        seen.update(pending)
        for row in rows:
            found.setdefault(row.axis_key, []).append(row.key)
        above = {row.merged_into_id or row.parent_id for row in rows}
        pending = sorted(node for node in above if node is not None and node not in seen)
    return found


def standing_replies(connection: Connection, case_id: int) -> list[AnyRow]:
    """Return the replies of a case that were not taken back and did not fail, oldest first."""
    return list(
        connection.execute(
            select(Reply.id, Reply.text, Reply.state, Reply.written_at, Reply.decided_at, Reply.author_id)
            .where(Reply.case_id == case_id, Reply.state.not_in(GONE))
            .order_by(Reply.id)
        )
    )


def open_forwarding(connection: Connection, case_id: int) -> AnyRow | None:
    """Return the forwarding that an area still has to answer."""
    return connection.execute(
        select(Forwarding.id, Forwarding.area_id, Forwarding.forwarded_at, Area.is_ombudsman, Area.name)
        .join(Area, Area.id == Forwarding.area_id)
        .where(Forwarding.case_id == case_id, Forwarding.returned_at.is_(None))
        .order_by(Forwarding.id.desc())
        .limit(1)
    ).one_or_none()


def went_to_ombudsman(connection: Connection, case_id: int) -> bool:
    """Tell whether the case has ever been with the Ouvidoria."""
    statement = (
        select(Forwarding.id)
        .join(Area, Area.id == Forwarding.area_id)
        .where(Forwarding.case_id == case_id, Area.is_ombudsman)
        .limit(1)
    )
    return connection.execute(statement).first() is not None


def pauses_of(connection: Connection, case_id: int) -> list[AnyRow]:
    """Return the pauses of the case's clock, oldest first."""
    return list(connection.execute(_PAUSES, {"case_id": case_id}))


def survivor_case(connection: Connection, protocol: str) -> int | None:
    """Return the case that a protocol leads to today: merges are followed."""
    row = connection.execute(select(Case.id, Case.merged_into_id).where(Case.protocol == protocol)).one_or_none()
    while row is not None and row.merged_into_id is not None:
        row = connection.execute(
            select(Case.id, Case.merged_into_id).where(Case.id == row.merged_into_id)
        ).one_or_none()
    return None if row is None else int(row.id)
