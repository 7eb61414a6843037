"""What the networks tell of a case's entries: columns for the timeline's own statements, and what they cannot carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased

from app.models.domain.case_detail import EntryKind, TimelineEntry
from app.models.domain.channel_health import NEEDS_PERSON
from app.models.domain.network_marks import AccountTrouble, NetworkMarks, SendingMarks, SourceMark
from app.models.domain.sending_acts import SourceAct
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.queries.rows import AnyRow
from app.models.schema.base import NEVER
from app.models.schema.cases import Reply, ReplyPart
from app.models.schema.channels import AccountHealth, Channel, ChannelAccount, ChannelAct, OwnPost
from app.models.schema.mentions import Mention, MentionOriginal, MentionVersion
from app.models.schema.people import Person

_MOST_ELSEWHERE = 50
_TRIED_AGAIN = (DeliveryState.PENDING, DeliveryState.UNCERTAIN)
_Able = aliased(ChannelAccount)
NETWORK_COLUMNS = (
    Mention.account_id,
    Mention.external_id,
    Mention.edited_at,
    Mention.removed_at,
    or_(
        exists().where(MentionOriginal.mention_id == Mention.id),
        exists().where(MentionVersion.mention_id == Mention.id),
    ).label("has_source"),
    exists()
    .where(
        _Able.channel_id == Mention.channel_id,
        _Able.is_connected,
        _Able.is_listen_only.is_(False),
        _Able.retired_at.is_(None),
    )
    .label("can_reach"),
    exists().where(ChannelAct.mention_id == Mention.id).label("was_acted_on"),
)
"""Columns of a statement of mentions, for ``marks_of``."""
PARTS_SENT = select(func.count()).where(ReplyPart.reply_id == Reply.id).scalar_subquery().label("parts_sent")
"""Column of a statement of replies, for ``sending_of``."""
ACCOUNT_COLUMNS = (
    ChannelAccount.name.label("account_name"),
    ChannelAccount.is_connected.label("account_connected"),
    ChannelAccount.is_listen_only.label("account_listens"),
    ChannelAccount.is_paused.label("account_paused"),
    ChannelAccount.retired_at.label("account_retired_at"),
    AccountHealth.problem.label("account_problem"),
    Channel.key.label("account_channel"),
)
"""Columns of a statement with an account, its channel and its health, for ``trouble_of``."""


def with_network(connection: Connection, entries: list[TimelineEntry]) -> list[TimelineEntry]:
    """Return the entries (oldest first) with what was done at the source, and the answers written elsewhere."""
    marked = {e.id: e.network for e in entries if e.kind is EntryKind.MENTION and e.network is not None}
    acts = _acts(connection, {mention_id for mention_id, marks in marked.items() if marks.was_acted_on})
    whole = [_with_acts(entry, acts) for entry in entries] if acts else entries
    elsewhere = _elsewhere(connection, [e for e in entries if e.kind is EntryKind.MENTION and e.network is not None])
    return sorted([*whole, *elsewhere], key=lambda entry: entry.at) if elsewhere else whole


def marks_of(row: AnyRow) -> NetworkMarks | None:
    """Return what a row with ``NETWORK_COLUMNS`` tells, None where no network has to do with it."""
    marks = NetworkMarks(
        edited_at=row.edited_at,
        removed_at=row.removed_at,
        has_source=bool(row.has_source),
        can_reach=bool(row.can_reach) and row.external_id is not None and row.removed_at is None,
        external_id=row.external_id,
        account_id=row.account_id,
        was_acted_on=bool(row.was_acted_on),
    )
    return None if marks == NetworkMarks() else marks


def sending_of(state: DeliveryState, not_before: datetime, attempts: int, parts_sent: int = 0) -> SendingMarks | None:
    """Return when something that was tried is taken up again, and its parts; None where there is nothing to tell."""
    is_awaited = state in _TRIED_AGAIN and attempts > 0 and not_before < NEVER
    marks = SendingMarks(not_before if is_awaited else None, parts_sent)
    return None if marks == SendingMarks() else marks


def trouble_of(row: AnyRow | None) -> AccountTrouble | None:
    """Return why answers wait for the account of a row with ``ACCOUNT_COLUMNS``; None: it works, or a person sends."""
    if row is None or not row.account_connected or row.account_listens or row.account_retired_at is not None:
        return None
    if not (row.account_paused or row.account_problem in NEEDS_PERSON):
        return None
    problem = None if row.account_paused else row.account_problem
    return AccountTrouble(row.account_name, row.account_channel, bool(row.account_paused), problem)


def _with_acts(entry: TimelineEntry, acts: dict[int, tuple[SourceMark, ...]]) -> TimelineEntry:
    if entry.kind is not EntryKind.MENTION or entry.network is None or entry.id not in acts:
        return entry
    return replace(entry, network=replace(entry.network, acts=acts[entry.id]))


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
    if not ids:
        return {}
    last: dict[tuple[int, str], SourceMark] = {}
    for row in connection.execute(_act_statement(), {"ids": sorted(ids)}):
        kind = SourceAct(row.kind)
        last[row.mention_id, kind.ability.value] = SourceMark(kind, row.state, row.name or "", row.at, row.error_code)
    found: dict[int, tuple[SourceMark, ...]] = {}
    for (mention_id, _ability), mark in sorted(last.items(), key=lambda pair: pair[0]):
        found[mention_id] = (*found.get(mention_id, ()), mark)
    return found


def _elsewhere(connection: Connection, mentions: list[TimelineEntry]) -> list[TimelineEntry]:
    """Return what our accounts answered to these mentions without the outbox, as entries of their own."""
    asked = {e.network.external_id: e.channel_key for e in mentions if e.network is not None and e.network.account_id}
    accounts = {e.network.account_id for e in mentions if e.network is not None and e.network.account_id}
    wanted = sorted(each for each in asked if each is not None)
    if not wanted:
        return []
    statement = (
        select(*OwnPost.__table__.c, ChannelAccount.name)
        .join(ChannelAccount, ChannelAccount.id == OwnPost.account_id)
        .where(OwnPost.account_id.in_(sorted(accounts)), OwnPost.in_reply_to.in_(wanted))
        .where(OwnPost.reply_id.is_(None))
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
