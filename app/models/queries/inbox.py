"""Fills the rows of the inbox: for the ids of one page everything that the list draws, in one statement a kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cache
from typing import Any, cast

from sqlalchemy import Connection, Row, Select, bindparam, exists, func, select
from sqlalchemy.orm import aliased

from app.models.domain.inbox import InboxRow, RowKind
from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource, Visibility
from app.models.queries.inbox_filters import Viewpoint
from app.models.schema.base import NEVER
from app.models.schema.cases import Case, Draft
from app.models.schema.channels import Channel
from app.models.schema.customers import Customer, Handle
from app.models.schema.intake import IntakeRule
from app.models.schema.mentions import Mention
from app.models.schema.people import Area, Person

_TEXT_SHOWN = 400
_CHUNK = 500
RowKey = tuple[RowKind, int]


def fill_rows(
    connection: Connection, keys: Sequence[RowKey], viewpoint: Viewpoint, warning: timedelta
) -> tuple[InboxRow, ...]:
    """Return the rows of these keys in their order; a key whose row is gone has none."""
    found: dict[RowKey, InboxRow] = {}
    for kind, read in ((RowKind.MENTION, _mention_rows), (RowKind.CASE, _case_rows)):
        ids = [row_id for row_kind, row_id in keys if row_kind is kind]
        for start in range(0, len(ids), _CHUNK):
            part = read(connection, ids[start : start + _CHUNK], viewpoint, warning)
            found.update((row.key, row) for row in part)
    return tuple(found[key] for key in keys if key in found)


def _mention_rows(connection: Connection, ids: list[int], _viewpoint: Viewpoint, _warning: timedelta) -> list[InboxRow]:
    rows: Iterable[Row[Any]] = connection.execute(_mention_statement(), {"ids": ids})
    return [_mention_row(row) for row in rows]


@cache
def _mention_statement() -> Select[Any]:
    # Made once: putting the statement together takes longer than running it.
    of_author = aliased(Case)
    open_cases = (
        select(func.count())
        .select_from(of_author)
        .where(of_author.customer_id == Handle.customer_id, of_author.is_open)
        .scalar_subquery()
    )
    statement: Any = (
        select(
            Mention.id,
            Mention.state,
            Mention.sentiment,
            Mention.sentiment_source,
            Mention.crisis_level,
            Mention.posted_at,
            Mention.has_time,
            Mention.is_private,
            Mention.title,
            func.substr(Mention.text, 1, _TEXT_SHOWN).label("text"),
            Channel.key.label("channel_key"),
            Channel.short_name,
            Handle.display_name,
            Customer.is_vip,
            IntakeRule.name.label("rule_name"),
            Case.protocol,
            Case.state.label("case_state"),
            open_cases.label("open_cases"),
        )
        .join(Channel, Channel.id == Mention.channel_id)
        .outerjoin(Handle, Handle.id == Mention.handle_id)
        .outerjoin(Customer, Customer.id == Handle.customer_id)
        .outerjoin(IntakeRule, IntakeRule.id == Mention.intake_rule_id)
        .outerjoin(Case, Case.id == Mention.case_id)
        .where(Mention.id.in_(bindparam("ids", expanding=True)))
    )
    return cast("Select[Any]", statement)


def _mention_row(row: Row[Any]) -> InboxRow:
    return InboxRow(
        kind=RowKind.MENTION,
        id=row.id,
        channel_key=row.channel_key,
        channel_short=row.short_name,
        author=row.display_name or "",
        text=f"{row.title}\n{row.text}" if row.title else row.text,
        at=row.posted_at,
        has_time=row.has_time,
        visibility=_visibility(is_private=row.is_private),
        sentiment=row.sentiment,
        sentiment_is_suggested=row.sentiment_source is SentimentSource.SUGGESTED,
        crisis_level=row.crisis_level,
        is_vip=bool(row.is_vip),
        mention_state=row.state,
        rule_name=row.rule_name,
        protocol=row.protocol,
        case_state=row.case_state,
        is_unread=row.state is MentionState.TO_TRIAGE,
        open_cases_of_author=row.open_cases,
    )


def _last_mention(column: Any, *tests: Any) -> Any:  # noqa: ANN401 - a mapped attribute in, a scalar subquery out
    return (
        select(column)
        .where(Mention.case_id == Case.id, *tests)
        .order_by(Mention.id.desc())
        .limit(1)
        .correlate(Case)
        .scalar_subquery()
    )


def _case_rows(connection: Connection, ids: list[int], viewpoint: Viewpoint, warning: timedelta) -> list[InboxRow]:
    values = {"ids": ids, "person_id": viewpoint.person_id}
    rows: Iterable[Row[Any]] = connection.execute(_case_statement(), values)
    return [_case_row(row, viewpoint, warning) for row in rows]


@cache
def _case_statement() -> Select[Any]:
    has_draft = exists(
        select(1).where(Draft.case_id == Case.id, Draft.person_id == bindparam("person_id"), Draft.text != "")
    )
    statement: Any = (
        select(
            Case.id,
            Case.protocol,
            Case.state,
            Case.title,
            Case.preview,
            Case.crisis_level,
            Case.is_vip,
            Case.opened_at,
            Case.due_at,
            Case.is_open,
            Case.snoozed_until,
            Case.last_customer_at,
            Case.last_reply_at,
            Channel.key.label("channel_key"),
            Channel.short_name,
            Customer.name.label("customer_name"),
            Area.name.label("area_name"),
            Person.name.label("owner_name"),
            has_draft.label("has_draft"),
            _last_mention(Mention.sentiment, Mention.sentiment.is_not(None)).label("sentiment"),
            _last_mention(Mention.sentiment_source, Mention.sentiment.is_not(None)).label("sentiment_source"),
            _last_mention(Mention.is_private).label("is_private"),
        )
        .join(Channel, Channel.id == Case.channel_id)
        .outerjoin(Customer, Customer.id == Case.customer_id)
        .outerjoin(Area, Area.id == Case.area_id)
        .outerjoin(Person, Person.id == Case.owner_id)
        .where(Case.id.in_(bindparam("ids", expanding=True)))
    )
    return cast("Select[Any]", statement)


def _case_row(row: Row[Any], viewpoint: Viewpoint, warning: timedelta) -> InboxRow:
    runs = row.is_open and row.due_at < NEVER
    is_snoozed = row.snoozed_until is not None and row.snoozed_until > viewpoint.now
    sentiment: Sentiment | None = row.sentiment
    return InboxRow(
        kind=RowKind.CASE,
        id=row.id,
        channel_key=row.channel_key,
        channel_short=row.short_name,
        author=row.customer_name or "",
        text=_case_text(row),
        at=row.opened_at,
        visibility=_visibility(is_private=row.is_private is not False),
        sentiment=sentiment,
        sentiment_is_suggested=row.sentiment_source is SentimentSource.SUGGESTED,
        crisis_level=row.crisis_level,
        is_vip=row.is_vip,
        protocol=row.protocol,
        case_state=row.state,
        due_at=row.due_at if runs else None,
        warn_at=row.due_at - warning if runs else None,
        area_name=row.area_name,
        owner_name=row.owner_name,
        snoozed_until=row.snoozed_until if is_snoozed else None,
        has_draft=row.has_draft,
        is_unread=_has_unread_word(row),
    )


def _case_text(row: Row[Any]) -> str:
    """Return the customer's words; where nobody is named the title heads them, as a mention's does."""
    if row.preview and row.title and not row.customer_name and not row.preview.startswith(row.title):
        return f"{row.title}\n{row.preview}"
    return str(row.preview or row.title)


def _has_unread_word(row: Row[Any]) -> bool:
    if not row.is_open or row.last_customer_at is None:
        return False
    return row.last_reply_at is None or bool(row.last_customer_at > row.last_reply_at)


def _visibility(*, is_private: bool) -> Visibility:
    return Visibility.PRIVATE if is_private else Visibility.PUBLIC
