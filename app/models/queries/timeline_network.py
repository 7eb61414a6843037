"""SELECTs of what the networks tell of a case's entries, for one page of the timeline in a few statements."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, exists, func, or_, select

from app.models.domain.case_detail import EntryKind, TimelineEntry
from app.models.domain.channel_health import NEEDS_PERSON
from app.models.domain.network_marks import AccountTrouble, NetworkMarks, SendingMarks, SourceMark
from app.models.domain.sending_acts import SourceAct
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.queries.rows import AnyRow
from app.models.schema.base import NEVER
from app.models.schema.cases import Reply, ReplyPart
from app.models.schema.channels import AccountHealth, AutoAnswer, Channel, ChannelAccount, ChannelAct, OwnPost
from app.models.schema.mentions import Mention, MentionOriginal, MentionVersion
from app.models.schema.people import Person

_LOOKED_BACK = 20_000
"""Own posts, from the newest, among which answers written elsewhere are looked for: no index leads to them."""
_MOST_ELSEWHERE = 50
_UNDER_WAY = (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.UNCERTAIN, DeliveryState.FAILED)
_TRIED_AGAIN = (DeliveryState.PENDING, DeliveryState.UNCERTAIN)
_MAY_ACT = (
    ChannelAccount.is_connected,
    ChannelAccount.is_listen_only.is_(False),
    ChannelAccount.retired_at.is_(None),
)


def with_network(connection: Connection, entries: list[TimelineEntry]) -> list[TimelineEntry]:
    """Return the entries (oldest first) with their marks, and among them the answers that were written elsewhere."""
    mentions = {entry.id for entry in entries if entry.kind is EntryKind.MENTION}
    rows = _mention_rows(connection, mentions) if mentions else {}
    acts = _acts(connection, mentions) if mentions else {}
    marked = [
        replace(entry, network=_marks(rows[entry.id], acts.get(entry.id, ()))) if _is_in(entry, rows) else entry
        for entry in _with_sending(connection, entries)
    ]
    elsewhere = _elsewhere(connection, list(rows.values()))
    return sorted([*marked, *elsewhere], key=lambda entry: entry.at) if elsewhere else marked


def account_trouble(connection: Connection, case_id: int) -> AccountTrouble | None:
    """Return why answers of a case will wait, None when its account works or a person sends them."""
    row = connection.execute(_trouble_statement(), {"case_id": case_id}).one_or_none()
    if row is None or not (row.is_paused or row.problem in NEEDS_PERSON):
        return None
    return AccountTrouble(row.name, row.key, bool(row.is_paused), None if row.is_paused else row.problem)


@cache
def _trouble_statement() -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    newest = (
        select(Mention.account_id)
        .where(Mention.case_id == bindparam("case_id"), Mention.account_id.is_not(None))
        .order_by(Mention.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(ChannelAccount.name, ChannelAccount.is_paused, AccountHealth.problem, Channel.key)
        .join(Channel, Channel.id == ChannelAccount.channel_id)
        .outerjoin(AccountHealth, AccountHealth.account_id == ChannelAccount.id)
        .where(ChannelAccount.id == newest, *_MAY_ACT)
    )


def _is_in(entry: TimelineEntry, rows: dict[int, AnyRow]) -> bool:
    return entry.kind is EntryKind.MENTION and entry.id in rows


@cache
def _mention_statement() -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    return (
        select(
            Mention.id,
            Mention.account_id,
            Mention.external_id,
            Mention.edited_at,
            Mention.removed_at,
            or_(
                exists().where(MentionOriginal.mention_id == Mention.id),
                exists().where(MentionVersion.mention_id == Mention.id),
            ).label("has_source"),
            exists().where(ChannelAccount.channel_id == Mention.channel_id, *_MAY_ACT).label("can_reach"),
            Channel.key,
        )
        .join(Channel, Channel.id == Mention.channel_id)
        .where(Mention.id.in_(bindparam("ids", expanding=True)))
    )


def _mention_rows(connection: Connection, ids: set[int]) -> dict[int, AnyRow]:
    return {row.id: row for row in connection.execute(_mention_statement(), {"ids": sorted(ids)})}


@cache
def _act_statement() -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    return (
        select(
            ChannelAct.mention_id,
            ChannelAct.kind,
            ChannelAct.state,
            ChannelAct.error_code,
            func.coalesce(ChannelAct.done_at, ChannelAct.asked_at).label("at"),
            Person.name,
        )
        .outerjoin(Person, Person.id == ChannelAct.actor_id)
        .where(ChannelAct.mention_id.in_(bindparam("ids", expanding=True)))
        .where(ChannelAct.state != DeliveryState.WITHDRAWN)
        .order_by(ChannelAct.id)
    )


def _acts(connection: Connection, ids: set[int]) -> dict[int, tuple[SourceMark, ...]]:
    """Return the last act of each pair by mention."""
    last: dict[tuple[int, str], SourceMark] = {}
    for row in connection.execute(_act_statement(), {"ids": sorted(ids)}):
        kind = SourceAct(row.kind)
        last[row.mention_id, kind.ability.value] = SourceMark(kind, row.state, row.name or "", row.at, row.error_code)
    found: dict[int, tuple[SourceMark, ...]] = {}
    for (mention_id, _ability), mark in sorted(last.items(), key=lambda pair: pair[0]):
        found[mention_id] = (*found.get(mention_id, ()), mark)
    return found


def _marks(row: AnyRow, acts: tuple[SourceMark, ...]) -> NetworkMarks | None:
    can_reach = bool(row.can_reach) and row.external_id is not None and row.removed_at is None
    marks = NetworkMarks(row.edited_at, row.removed_at, bool(row.has_source), can_reach, acts)
    return None if marks == NetworkMarks() else marks


def _with_sending(connection: Connection, entries: list[TimelineEntry]) -> list[TimelineEntry]:
    replies = [e.id for e in entries if e.kind is EntryKind.REPLY and e.delivery in {*_UNDER_WAY, DeliveryState.SENT}]
    answers = [e.id for e in entries if e.kind is EntryKind.AUTO_ANSWER and e.delivery in _UNDER_WAY]
    found: dict[tuple[EntryKind, int], SendingMarks] = {}
    if replies:
        parts = select(func.count()).where(ReplyPart.reply_id == Reply.id).scalar_subquery()
        statement = select(Reply.id, Reply.state, Reply.not_before, Reply.attempts, parts.label("parts"))
        for row in connection.execute(statement.where(Reply.id.in_(replies))):
            found[EntryKind.REPLY, row.id] = SendingMarks(_next_try(row), row.parts)
    if answers:
        columns = (AutoAnswer.id, AutoAnswer.state, AutoAnswer.not_before, AutoAnswer.attempts)
        for row in connection.execute(select(*columns).where(AutoAnswer.id.in_(answers))):
            found[EntryKind.AUTO_ANSWER, row.id] = SendingMarks(_next_try(row))
    told = {key: marks for key, marks in found.items() if marks != SendingMarks()}
    if not told:
        return entries
    return [replace(entry, sending=told.get((entry.kind, entry.id))) for entry in entries]


def _next_try(row: AnyRow) -> Any:  # noqa: ANN401 - a moment or nothing, from a row without types
    """Return when something that was tried already is taken up again."""
    is_awaited = row.state in _TRIED_AGAIN and row.attempts > 0 and row.not_before < NEVER
    return row.not_before if is_awaited else None


def _elsewhere(connection: Connection, rows: list[AnyRow]) -> list[TimelineEntry]:
    """Return what our accounts answered to these mentions without the outbox, as entries of their own."""
    asked = {row.external_id: row.key for row in rows if row.external_id is not None and row.account_id is not None}
    accounts = sorted({row.account_id for row in rows if row.account_id is not None})
    if not asked:
        return []
    newest = select(func.coalesce(func.max(OwnPost.id), 0)).scalar_subquery()
    statement = (
        select(*OwnPost.__table__.c, ChannelAccount.name)
        .join(ChannelAccount, ChannelAccount.id == OwnPost.account_id)
        .where(OwnPost.id > newest - _LOOKED_BACK, OwnPost.account_id.in_(accounts), OwnPost.reply_id.is_(None))
        .where(OwnPost.in_reply_to.in_(sorted(asked)))
        .order_by(OwnPost.id)
        .limit(_MOST_ELSEWHERE)
    )
    return [
        TimelineEntry(
            kind=EntryKind.ELSEWHERE,
            id=row.id,
            at=row.posted_at,
            who=row.name,
            text=row.text,
            channel_key=asked[row.in_reply_to],
            visibility=Visibility.PRIVATE if row.is_private else Visibility.PUBLIC,
            permalink=row.permalink,
        )
        for row in connection.execute(statement)
    ]
