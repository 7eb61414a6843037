"""Reads one mention for the preview pane: everything that a person needs to decide on it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, exists, func, select

from app.models.domain.crisis import StoredWords
from app.models.domain.inbox import AttachmentInfo, CaseBrief, MentionDetail
from app.models.domain.vocabulary import SentimentSource, Visibility
from app.models.queries.crisis_clocks import clock_of_mention
from app.models.queries.hours import out_of_hours
from app.models.schema.cases import Case
from app.models.schema.channels import Channel
from app.models.schema.customers import Handle
from app.models.schema.intake import IntakeRule
from app.models.schema.mentions import Attachment, CaseHint, Mention, MentionOriginal
from app.models.schema.people import Person

SHOWN_OF_NETWORKS = frozenset({"answer_until"})
_BRIEFS = 20
_EARLIER_CAP = 1_000


def mention_detail(connection: Connection, mention_id: int) -> MentionDetail | None:
    """Return the mention, or None when there is none with this id. ``earlier_mentions`` counts to 1,000 at most."""
    statement = (
        select(
            *Mention.__table__.columns,
            Channel.key.label("channel_key"),
            Channel.name.label("channel_name"),
            Handle.display_name,
            Handle.handle_key,
            Handle.customer_id,
            IntakeRule.name.label("rule_name"),
            exists(select(1).where(MentionOriginal.mention_id == Mention.id)).label("has_original"),
        )
        .join(Channel, Channel.id == Mention.channel_id)
        .outerjoin(Handle, Handle.id == Mention.handle_id)
        .outerjoin(IntakeRule, IntakeRule.id == Mention.intake_rule_id)
        .where(Mention.id == mention_id)
    )
    row: Any = connection.execute(statement).one_or_none()
    return None if row is None else _detail(connection, row)


def _detail(connection: Connection, row: Row[Any]) -> MentionDetail:
    return MentionDetail(
        id=row.id,
        channel_key=row.channel_key,
        channel_name=row.channel_name,
        author=row.display_name or "",
        handle_key=row.handle_key,
        handle_id=row.handle_id,
        customer_id=row.customer_id,
        title=row.title,
        text=row.text,
        posted_at=row.posted_at,
        captured_at=row.captured_at,
        permalink=row.permalink,
        visibility=Visibility.PRIVATE if row.is_private else Visibility.PUBLIC,
        is_direct=row.is_direct,
        state=row.state,
        state_reason=row.state_reason,
        rule_name=row.rule_name,
        case_id=row.case_id,
        sentiment=row.sentiment,
        sentiment_is_suggested=row.sentiment_source is SentimentSource.SUGGESTED,
        crisis_level=row.crisis_level,
        crisis_words=_words(row.crisis_words),
        place=row.place,
        likes=row.likes,
        shares=row.shares,
        replies=row.replies,
        reach=row.reach,
        extra=_extra(row.extra, is_polled=row.account_id is not None),
        attachments=_attachments(connection, row.id),
        open_cases=() if row.customer_id is None else open_cases_of(connection, row.customer_id),
        earlier_mentions=_earlier(connection, row.id, row.handle_id),
        has_original=row.has_original,
        has_time=row.has_time,
        source_rating=row.source_rating,
        is_out_of_hours=row.has_time and bool(out_of_hours(connection, {row.id: (row.channel_key, row.posted_at)})),
        crisis_clock=None if row.crisis_level is None else clock_of_mention(connection, row.id),
        edited_at=row.edited_at,
        removed_at=row.removed_at,
        hinted_case=_hinted(connection, row.id) if row.case_id is None else None,
    )


def open_cases_of(connection: Connection, customer_id: int) -> tuple[CaseBrief, ...]:
    """Return the open cases of a customer, newest first."""
    statement = _briefs().where(Case.customer_id == customer_id, Case.is_open).order_by(Case.id.desc()).limit(_BRIEFS)
    return tuple(CaseBrief(**row) for row in connection.execute(statement).mappings())


def _hinted(connection: Connection, mention_id: int) -> CaseBrief | None:
    statement = (
        _briefs()
        .join(CaseHint, CaseHint.case_id == Case.id)
        .where(CaseHint.mention_id == mention_id, CaseHint.dismissed_at.is_(None), Case.is_open)
    )
    row = connection.execute(statement).mappings().one_or_none()
    return None if row is None else CaseBrief(**row)


def _briefs() -> Any:  # noqa: ANN401 - a Select of eight columns
    return (
        select(
            Case.id,
            Case.protocol,
            Case.title,
            Case.state,
            Case.opened_at,
            Case.closed_at,
            Person.name.label("owner_name"),
            Channel.key.label("channel_key"),
        )
        .join(Channel, Channel.id == Case.channel_id)
        .outerjoin(Person, Person.id == Case.owner_id)
    )


def full_texts(connection: Connection, ids: list[int]) -> dict[int, str]:
    """Return title and text of mentions (at most 500 ids), uncut."""
    rows = connection.execute(select(Mention.id, Mention.title, Mention.text).where(Mention.id.in_(ids)))
    return {row.id: f"{row.title}\n{row.text}" if row.title else row.text for row in rows}


def _attachments(connection: Connection, mention_id: int) -> tuple[AttachmentInfo, ...]:
    statement = (
        select(Attachment.id, Attachment.name, Attachment.media_type, Attachment.size, Attachment.sha256)
        .where(Attachment.mention_id == mention_id)
        .order_by(Attachment.id)
    )
    return tuple(
        AttachmentInfo(row.id, row.name, row.media_type, row.size, row.sha256 is not None)
        for row in connection.execute(statement)
    )


def _earlier(connection: Connection, mention_id: int, handle_id: int | None) -> int:
    if handle_id is None:
        return 0
    earlier = select(1).where(Mention.handle_id == handle_id, Mention.id < mention_id).limit(_EARLIER_CAP)
    return connection.execute(select(func.count()).select_from(earlier.subquery())).scalar_one()


def _words(joined: str | None) -> tuple[str, ...]:
    return StoredWords.of(joined).words


def _extra(value: Any, *, is_polled: bool) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - any JSON value
    """Return what a file's other columns say; of what an adapter keeps for itself only what concerns a person."""
    if not isinstance(value, dict):
        return ()
    return tuple((str(name), str(each)) for name, each in value.items() if not is_polled or name in SHOWN_OF_NETWORKS)
