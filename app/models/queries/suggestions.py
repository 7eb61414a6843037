"""Reads what suggestions are learned from and made for: cases with their words and marks, page by page."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, and_, case, func, select

from app.models.domain.suggestion import Suggestion
from app.models.domain.vocabulary import CaseState, SentimentSource
from app.models.queries.rows import AnyRow
from app.models.schema.cases import IS_CONFIRMED, IS_OPEN, Case, CaseAxis
from app.models.schema.classification import Axis, Node
from app.models.schema.history import ChangeCounter, History, HistoryBody
from app.models.schema.learning import LearnedModel
from app.models.schema.mentions import Mention
from app.models.schema.rollups import AxisMarkMonth, AxisMonth

_GONE = (CaseState.VOIDED, CaseState.MERGED)
_MENTIONS_OF_A_CASE = 3
_SIGNS = 4_000
_CLASSIFY = "classify"


@dataclass(frozen=True, slots=True)
class CaseWords:
    """A case as the learning sees it: its newest mentions' text and the marks that stand beside it.

    ``situation_mark`` is kept apart: the situation cannot be learned from itself. ``nodes`` are those that somebody
    confirmed, by axis; ``touched`` the axes on which a person has ever acted.
    """

    id: int
    text: str
    marks: tuple[str, ...]
    situation_mark: str | None = None
    nodes: dict[int, int] = field(default_factory=dict)
    suggested: dict[int, Suggestion] = field(default_factory=dict)
    touched: frozenset[int] = frozenset()


def newest_cases(connection: Connection, *, before: int | None, limit: int) -> list[int]:
    """Return the ids of cases that count, the newest first, below an id."""
    statement = select(Case.id).where(Case.state.not_in(_GONE)).order_by(Case.id.desc()).limit(limit)
    if before is not None:
        statement = statement.where(Case.id < before)
    return list(connection.execute(statement).scalars())


def open_cases(connection: Connection, *, after: int | None = None, before: int | None = None, limit: int) -> list[int]:
    """Return ids of open cases: the oldest above ``after``, or the newest below ``before``."""
    statement = select(Case.id).where(IS_OPEN).limit(limit)
    if after is not None:
        statement = statement.where(Case.id > after).order_by(Case.id)
    else:
        statement = statement.order_by(Case.id.desc())
        if before is not None:
            statement = statement.where(Case.id < before)
    return list(connection.execute(statement).scalars())


def classified_since(connection: Connection, seq: int) -> tuple[set[int], int]:
    """Return the cases on which a classification was said or taken back since a history row, and the newest row."""
    newest = int(connection.execute(select(func.max(ChangeCounter.history_seq))).scalar_one() or 0)
    rows = connection.execute(
        select(History.case_id).where(History.seq > seq, History.verb.in_((_CLASSIFY, "undo"))).distinct()
    ).scalars()
    return {each for each in rows if each is not None}, newest


def classified_count(connection: Connection, seq: int, *, most: int) -> int:
    """Return how often something was classified since a history row, counted no further than ``most``."""
    some = select(History.seq).where(History.seq > seq, History.verb == _CLASSIFY).limit(most).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def confirmed_count(connection: Connection, axis_id: int, *, most: int) -> int:
    """Return how many cases carry a confirmed node of an axis, counted no further than ``most``."""
    nodes = select(Node.id).where(Node.axis_id == axis_id)
    some = select(CaseAxis.case_id).where(CaseAxis.node_id.in_(nodes), IS_CONFIRMED).limit(most).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def confirmed_shares(connection: Connection) -> dict[int, tuple[int, int]]:
    """Return, by axis, how many cases carry a confirmed node and how many one that is only suggested."""
    everything = select(AxisMonth.axis_id, func.sum(AxisMonth.n)).group_by(AxisMonth.axis_id)
    proposed = (
        select(AxisMarkMonth.axis_id, func.sum(AxisMarkMonth.n))
        .where(AxisMarkMonth.mark == "suggested")
        .group_by(AxisMarkMonth.axis_id)
    )
    suggested = {row[0]: int(row[1]) for row in connection.execute(proposed)}
    return {
        axis: (int(n) - suggested.get(axis, 0), suggested.get(axis, 0)) for axis, n in connection.execute(everything)
    }


def learned_models(connection: Connection, *, with_payload: bool = False) -> dict[str, AnyRow]:
    """Return what was learned by axis key; the weights only where they are asked for."""
    columns = [column for column in LearnedModel.__table__.c if with_payload or column.name != "payload"]
    return {row.axis_key: row for row in connection.execute(select(*columns))}


def payload_of(connection: Connection, axis_key: str) -> bytes:
    """Return the weights of an axis, nothing where there are none."""
    found = connection.execute(
        select(LearnedModel.payload).where(LearnedModel.axis_key == axis_key)
    ).scalar_one_or_none()
    return bytes(found or b"")


def words_of_cases(connection: Connection, case_ids: Sequence[int]) -> list[CaseWords]:
    """Return the cases as the learning sees them, in the order of the ids given; one without mentions is left out."""
    mentions = _mentions(connection, case_ids)
    nodes, suggested = _axes(connection, case_ids)
    touched = _touched(connection, case_ids)
    found = []
    for case_id in case_ids:
        said = mentions.get(case_id)
        if not said:
            continue
        acted = touched.get(case_id, {})
        known = dict(nodes.get(case_id, {}))
        # What mentions carry is confirmed by the act alone: their own column does not tell who said it.
        known |= {axis: node for axis, (node, is_of_mention) in acted.items() if is_of_mention and node is not None}
        found.append(
            CaseWords(
                id=case_id,
                text="\n".join(row.words for row in said),
                marks=_marks(said),
                situation_mark=f"situation:{said[0].situation_node_id}",
                nodes=known,
                suggested=suggested.get(case_id, {}),
                touched=frozenset(acted),
            )
        )
    return found


def _mentions(connection: Connection, case_ids: Sequence[int]) -> dict[int, list[AnyRow]]:
    title = case((and_(Mention.title.is_not(None), Mention.title != Mention.text), Mention.title + "\n"), else_="")
    statement = (
        select(
            Mention.case_id,
            Mention.channel_id,
            Mention.is_private,
            Mention.sentiment,
            Mention.sentiment_source,
            Mention.situation_node_id,
            (title + func.substr(Mention.text, 1, _SIGNS)).label("words"),
        )
        .where(Mention.case_id.in_(case_ids))
        .order_by(Mention.id.desc())
    )
    found: dict[int, list[AnyRow]] = defaultdict(list)
    for row in connection.execute(statement):
        if len(found[row.case_id]) < _MENTIONS_OF_A_CASE:
            found[row.case_id].append(row)
    return found


def _marks(said: Sequence[AnyRow]) -> tuple[str, ...]:
    newest = said[0]
    marks = [f"channel:{newest.channel_id}", "private" if newest.is_private else "public"]
    if newest.sentiment is not None and newest.sentiment_source is not SentimentSource.NONE:
        marks.append(f"sentiment:{newest.sentiment.value}")
    return tuple(marks)


def _axes(
    connection: Connection, case_ids: Sequence[int]
) -> tuple[dict[int, dict[int, int]], dict[int, dict[int, Suggestion]]]:
    nodes: dict[int, dict[int, int]] = defaultdict(dict)
    suggested: dict[int, dict[int, Suggestion]] = defaultdict(dict)
    columns = (
        CaseAxis.case_id,
        CaseAxis.axis_id,
        CaseAxis.node_id,
        CaseAxis.is_suggested,
        CaseAxis.confidence,
        CaseAxis.reason,
    )
    for row in connection.execute(select(*columns).where(CaseAxis.case_id.in_(case_ids))):
        if row.is_suggested:
            suggested[row.case_id][row.axis_id] = Suggestion(row.node_id, row.confidence or 0.0, row.reason or "")
        else:
            nodes[row.case_id][row.axis_id] = row.node_id
    return nodes, suggested


def _touched(connection: Connection, case_ids: Sequence[int]) -> dict[int, dict[int, tuple[int | None, bool]]]:
    """Return, by case and axis, the node that a person gave last, and whether it went to a mention."""
    rows = connection.execute(
        select(History.case_id, HistoryBody.body)
        .join(HistoryBody, HistoryBody.seq == History.seq)
        .where(History.case_id.in_(case_ids), History.verb == _CLASSIFY)
        .order_by(History.seq)
    )
    found: dict[int, dict[int, tuple[int | None, bool]]] = defaultdict(dict)
    for case_id, axis_id, node_id, is_of_mention in _said(rows):
        found[case_id][axis_id] = (node_id, is_of_mention)
    return found


def _said(rows: Iterable[Any]) -> Iterator[tuple[int, int, int | None, bool]]:
    for row in rows:
        facts = json.loads(row.body)
        axis_id, node_id = facts.get("axis"), facts.get("node")
        if isinstance(axis_id, int):
            yield row.case_id, axis_id, node_id if isinstance(node_id, int) else None, "mention" in facts


def axis_keys(connection: Connection) -> dict[str, int]:
    """Return the ids of the axes in use by key."""
    return {row.key: row.id for row in connection.execute(select(Axis.key, Axis.id).where(Axis.is_active))}
