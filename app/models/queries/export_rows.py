"""Reads whole rows for the exports of mentions, cases and history: a keyset chunk at a time, names ready to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import BigInteger, Connection, Select, Text, any_, bindparam, case, extract, func, select, type_coerce
from sqlalchemy import cast as cast_to
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import NullType

from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource
from app.models.schema.base import NEVER, Code
from app.models.schema.cases import Case, CaseAxis
from app.models.schema.channels import Channel, ChannelAccount
from app.models.schema.classification import Axis, Node
from app.models.schema.customers import Customer, Handle
from app.models.schema.history import History, HistoryBody
from app.models.schema.intake import IntakeRule
from app.models.schema.mentions import Mention
from app.models.schema.people import Area, Person

NAMED_PATH = " › "


@cache
def _mentions(dialect: str) -> Select[Any]:
    # Millions of rows: times come as microseconds and codes as they are stored, and each distinct one is made readable
    # once.
    statement: Any = (
        select(
            Mention.id,
            Mention.channel_id,
            Mention.account_id,
            Handle.display_name,
            Handle.handle_key,
            Customer.name,
            _micros(dialect, Mention.posted_at),
            _stored(Mention.has_time),
            _micros(dialect, Mention.captured_at),
            _stored(Mention.is_private),
            _stored(Mention.is_direct),
            _stored(Mention.state),
            Mention.state_reason,
            Mention.intake_rule_id,
            Case.protocol,
            _stored(Mention.sentiment),
            _stored(Mention.sentiment_source),
            Mention.situation_node_id,
            Mention.crisis_level,
            Mention.crisis_words,
            Mention.language,
            Mention.likes,
            Mention.shares,
            Mention.replies,
            Mention.reach,
            Mention.source_rating,
            Mention.permalink,
            Mention.title,
            Mention.text,
        )
        .outerjoin(Handle, Handle.id == Mention.handle_id)
        .outerjoin(Customer, Customer.id == Handle.customer_id)
        .outerjoin(Case, Case.id == Mention.case_id)
        .where(_is_one_of(dialect, Mention.id))
    )
    return cast("Select[Any]", statement)


def _micros(dialect: str, column: Any) -> Any:  # noqa: ANN401 - any mapped attribute
    """Return a time as whole microseconds since 1970, which is how SQLite keeps it."""
    return cast_to(extract("epoch", column) * 1_000_000, BigInteger) if dialect == "postgresql" else _stored(column)


def _due(dialect: str, column: Any) -> Any:  # noqa: ANN401 - any mapped attribute
    return case((column < NEVER, _micros(dialect, column)))


def _is_one_of(dialect: str, column: Any) -> Any:  # noqa: ANN401 - any mapped attribute
    """Return the test for one list of ids, which is one value, so that the statement is written out only once."""
    if dialect == "postgresql":
        return column == any_(bindparam("ids", type_=ARRAY(BigInteger)))
    return column.in_(select(func.json_each(bindparam("ids", type_=Text)).table_valued("value").c.value))


def _stored(column: Any) -> Any:  # noqa: ANN401 - any mapped attribute
    return type_coerce(column, NullType())


@cache
def _cases(dialect: str) -> Select[Any]:
    statement: Any = (
        select(
            Case.id,
            Case.protocol,
            Case.state,
            Case.channel_id,
            Customer.name,
            Case.owner_id,
            Case.area_id,
            Case.kind,
            Case.started_by,
            Case.title,
            _micros(dialect, Case.opened_at),
            _due(dialect, Case.first_response_due_at),
            _micros(dialect, Case.first_response_at),
            _due(dialect, Case.resolution_due_at),
            _micros(dialect, Case.resolved_at),
            _due(dialect, Case.legal_due_at),
            _micros(dialect, Case.closed_at),
            Case.closing_kind,
            Case.was_forwarded,
            Case.is_vip,
            Case.is_severe,
            Case.crisis_level,
            Case.reopened_count,
            Case.satisfaction,
            Case.is_satisfied_resolved,
            Case.follow_up_on,
            Case.external_system,
            Case.external_number,
            Case.external_status,
            Case.solution,
        )
        .outerjoin(Customer, Customer.id == Case.customer_id)
        .where(_is_one_of(dialect, Case.id))
    )
    return cast("Select[Any]", statement)


def mention_rows(connection: Connection, ids: Sequence[int]) -> dict[int, Sequence[Any]]:
    """Return the mentions of one chunk by id; the columns are those of ``_mentions``, in its order.

    Times are microseconds since 1970, codes as the table has them: ``mention_codes``.
    """
    dialect = connection.dialect.name
    return {row[0]: row for row in connection.execute(_mentions(dialect), _asked(dialect, ids)).all()}


def case_rows(connection: Connection, ids: Sequence[int]) -> dict[int, Sequence[Any]]:
    """Return the cases of one chunk by id; the columns are those of ``_cases``, in its order.

    Times are microseconds since 1970, None for a clock that stands still.
    """
    dialect = connection.dialect.name
    return {row[0]: row for row in connection.execute(_cases(dialect), _asked(dialect, ids)).all()}


def _asked(dialect: str, ids: Sequence[int]) -> dict[str, Any]:
    return {"ids": list(ids) if dialect == "postgresql" else f"[{','.join(map(str, ids))}]"}


def case_nodes_of(connection: Connection, ids: Sequence[int]) -> dict[int, dict[int, tuple[int, bool]]]:
    """Return, for each case of one chunk, by axis the node it carries and whether that is only suggested."""
    dialect = connection.dialect.name
    statement = select(CaseAxis.case_id, CaseAxis.axis_id, CaseAxis.node_id, CaseAxis.is_suggested)
    rows = connection.execute(statement.where(_is_one_of(dialect, CaseAxis.case_id)), _asked(dialect, ids)).all()
    found: dict[int, dict[int, tuple[int, bool]]] = {}
    for case_id, axis_id, node_id, is_suggested in rows:
        found.setdefault(case_id, {})[axis_id] = (node_id, is_suggested)
    return found


def history_rows(
    connection: Connection, after: int, since: datetime | None, until: datetime | None, limit: int
) -> Sequence[Any]:
    """Return at most ``limit`` history rows with seq > ``after``: seq, at, protocol, actor id, verb, body.

    ``at`` is microseconds since 1970; ``body`` is None where it was erased on request. ``since`` <= at < ``until``.
    """
    at = _micros(connection.dialect.name, History.at)
    statement = (
        select(History.seq, at, Case.protocol, History.actor_id, History.verb, HistoryBody.body)
        .outerjoin(Case, Case.id == History.case_id)
        .outerjoin(HistoryBody, HistoryBody.seq == History.seq)
        .where(History.seq > after)
        .order_by(History.seq)
        .limit(limit)
    )
    if since is not None:
        statement = statement.where(History.at >= since)
    if until is not None:
        statement = statement.where(History.at < until)
    return connection.execute(statement).all()


def mention_codes() -> dict[str, dict[int, str]]:
    """Return, by column of an export, what the codes of ``mention_rows`` stand for."""
    kinds = {"mention_state": MentionState, "sentiment": Sentiment, "sentiment_source": SentimentSource}
    return {name: dict(enumerate(member.value for member in Code.ORDER[kind])) for name, kind in kinds.items()}


def names_by_id(connection: Connection) -> dict[str, dict[int, str]]:
    """Return the names that rows refer to: channels, accounts, rules, people, areas."""
    tables: Mapping[str, tuple[Any, Any]] = {
        "channel": (Channel.id, Channel.name),
        "account": (ChannelAccount.id, ChannelAccount.name),
        "rule": (IntakeRule.id, IntakeRule.name),
        "person": (Person.id, Person.name),
        "area": (Area.id, Area.name),
    }
    return {key: {row[0]: row[1] for row in connection.execute(select(*columns))} for key, columns in tables.items()}


def case_axes(connection: Connection) -> list[tuple[int, str]]:
    """Return id and name of the axes that cases carry, in the team's order."""
    statement = select(Axis.id, Axis.name).where(Axis.carrier != "mention").order_by(Axis.position, Axis.id)
    return [(row[0], row[1]) for row in connection.execute(statement)]


def node_paths(connection: Connection) -> dict[int, str]:
    """Return each node's path of names ("Atendimento › Demora"); a merged node goes by the one it lives on in."""
    rows = {
        row[0]: (row[1], row[2], row[3])
        for row in connection.execute(select(Node.id, Node.name, Node.parent_id, Node.merged_into_id))
    }
    return {node_id: _path(rows, node_id) for node_id in rows}


def _path(rows: Mapping[int, tuple[str, int | None, int | None]], node_id: int) -> str:
    names: list[str] = []
    seen: set[int] = set()
    each: int | None = node_id
    while each is not None and each in rows and each not in seen:
        seen.add(each)
        name, parent, merged = rows[each]
        if merged is not None:
            each = merged
            continue
        names.append(name)
        each = parent
    return NAMED_PATH.join(reversed(names))
