"""SELECTs of what has not left yet, over all cases, by keyset: state after state, the latest to leave first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal_column, or_, select

from app.models.domain.outbox_row import OutboxCursor, OutboxKind, OutboxRow
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.queries.rows import AnyRow
from app.models.queries.timeline_network import ACCOUNT_COLUMNS, PARTS_SENT, sending_of, trouble_of
from app.models.schema.cases import IS_REPLY_TO_APPROVE, IS_REPLY_WAITING, Case, Reply
from app.models.schema.channels import AccountHealth, AutoAnswer, Channel, ChannelAccount
from app.models.schema.customers import Customer, Handle
from app.models.schema.mentions import Mention
from app.models.schema.people import Person

_SHOWN = 240
_LOOKED_BACK = 20_000
"""Doubtful ones carry no index: they are looked for among the newest so many."""
_KEPT = timedelta(days=2)
"""For so long an automatic answer that failed is listed: nobody can send it again, its message is what counts."""
_STATE_TABLES = type[Reply] | type[AutoAnswer]
# As it stands in the partial index: SQLite proves it from literals only.
_ANSWER_WAITING = AutoAnswer.state.in_([literal_column("0"), literal_column("1"), literal_column("4")])


def outbox_rows(
    connection: Connection,
    states: Sequence[DeliveryState],
    *,
    now: datetime,
    after: OutboxCursor | None = None,
    limit: int = 60,
) -> list[OutboxRow]:
    """Return at most ``limit`` rows of these states, state by state, after a cursor."""
    found: list[OutboxRow] = []
    begin = states.index(after.state) if after is not None and after.state in states else 0
    for place, state in enumerate(states[begin:]):
        room = limit - len(found)
        if room <= 0:
            break
        found += _of_state(connection, state, now, after if place == 0 else None, room)
    return found


def _of_state(
    connection: Connection, state: DeliveryState, now: datetime, after: OutboxCursor | None, limit: int
) -> list[OutboxRow]:
    rows = [_reply(row) for row in _run(connection, _replies(state), Reply, after, limit)]
    if state is not DeliveryState.TO_APPROVE:
        answers = _run(connection, _answers(state, now), AutoAnswer, after, limit)
        rows += [_auto_answer(row) for row in answers]
    rows.sort(key=lambda row: (row.not_before, row.kind.value, row.id), reverse=True)
    return rows[:limit]


def _run(
    connection: Connection, statement: Select[Any], table: _STATE_TABLES, after: OutboxCursor | None, limit: int
) -> Sequence[AnyRow]:
    if after is not None:
        statement = statement.where(_beyond(table, after))
    return connection.execute(statement.order_by(table.not_before.desc(), table.id.desc()).limit(limit)).all()


def _beyond(table: _STATE_TABLES, after: OutboxCursor) -> ColumnElement[bool]:
    own = (OutboxKind.REPLY if table is Reply else OutboxKind.AUTO_ANSWER).value
    earlier = table.not_before < after.not_before
    if own > after.kind.value:
        return earlier
    same = table.not_before == after.not_before
    return or_(earlier, same if own < after.kind.value else and_(same, table.id < after.id))


def _replies(state: DeliveryState) -> Select[Any]:
    statement = (
        select(
            *_common(Reply),
            Reply.visibility,
            Case.id.label("case_id"),
            Case.protocol,
            Customer.name.label("customer"),
            Person.name.label("author"),
            PARTS_SENT,
        )
        .join(Case, Case.id == Reply.case_id)
        .join(Channel, Channel.id == Reply.channel_id)
        .outerjoin(Customer, Customer.id == Case.customer_id)
        .outerjoin(Person, Person.id == Reply.author_id)
        .outerjoin(ChannelAccount, ChannelAccount.id == Reply.account_id)
        .outerjoin(AccountHealth, AccountHealth.account_id == ChannelAccount.id)
    )
    if state is DeliveryState.TO_APPROVE:
        return statement.where(IS_REPLY_TO_APPROVE)
    return statement.where(Reply.state == state, _among(Reply, state, IS_REPLY_WAITING))


def _answers(state: DeliveryState, now: datetime) -> Select[Any]:
    statement = (
        select(*_common(AutoAnswer), Case.id.label("case_id"), Case.protocol, Handle.display_name.label("customer"))
        .join(ChannelAccount, ChannelAccount.id == AutoAnswer.account_id)
        .join(Channel, Channel.id == ChannelAccount.channel_id)
        .outerjoin(Mention, Mention.id == AutoAnswer.mention_id)
        .outerjoin(Handle, Handle.id == Mention.handle_id)
        .outerjoin(Case, Case.id == Mention.case_id)
        .outerjoin(AccountHealth, AccountHealth.account_id == ChannelAccount.id)
        .where(AutoAnswer.state == state, _among(AutoAnswer, state, _ANSWER_WAITING))
    )
    if state in {DeliveryState.FAILED, DeliveryState.UNCERTAIN}:
        return statement.where(AutoAnswer.written_at > now - _KEPT)
    return statement


def _common(table: _STATE_TABLES) -> tuple[Any, ...]:
    return (
        table.id,
        table.state,
        table.not_before,
        table.written_at,
        table.error_code,
        table.attempts,
        func.substr(table.text, 1, _SHOWN).label("text"),
        Channel.key.label("channel_key"),
        *ACCOUNT_COLUMNS,
    )


def _among(table: _STATE_TABLES, state: DeliveryState, waiting: ColumnElement[bool]) -> ColumnElement[bool]:
    if state is DeliveryState.UNCERTAIN:
        return table.id > select(func.coalesce(func.max(table.id), 0)).scalar_subquery() - _LOOKED_BACK
    return waiting


def _reply(row: AnyRow) -> OutboxRow:
    return OutboxRow(
        kind=OutboxKind.REPLY,
        visibility=row.visibility,
        author=row.author or "",
        parts_sent=row.parts_sent,
        needs_manual_send=row.state is DeliveryState.PENDING and not _can_send(row),
        **_shared(row),
    )


def _auto_answer(row: AnyRow) -> OutboxRow:
    return OutboxRow(kind=OutboxKind.AUTO_ANSWER, visibility=Visibility.PRIVATE, **_shared(row))


def _shared(row: AnyRow) -> dict[str, Any]:
    sending = sending_of(row.state, row.not_before, row.attempts)
    return {
        "id": row.id,
        "state": row.state,
        "not_before": row.not_before,
        "written_at": row.written_at,
        "channel_key": row.channel_key,
        "text": row.text,
        "customer": row.customer or "",
        "case_id": row.case_id,
        "protocol": row.protocol or "",
        "error_code": row.error_code,
        "next_try_at": None if sending is None else sending.next_try_at,
        "trouble": trouble_of(row),
    }


def _can_send(row: AnyRow) -> bool:
    return bool(row.account_connected) and not row.account_listens and row.account_retired_at is None
