"""The timeline of a case: what was said, written, handed over and changed, on every channel, newest page first."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, literal, or_, select, union_all

from app.models.domain.case_detail import EntryKind, TimelineEntry
from app.models.domain.crisis import StoredWords
from app.models.domain.inbox import AttachmentInfo
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.queries.rows import AnyRow
from app.models.queries.timeline_network import NETWORK_COLUMNS, PARTS_SENT, marks_of, sending_of, with_network
from app.models.schema.base import EPOCH
from app.models.schema.cases import Forwarding, Note, Reply
from app.models.schema.channels import AutoAnswer, Channel, ChannelAccount
from app.models.schema.customers import Handle
from app.models.schema.history import History, HistoryBody
from app.models.schema.mentions import Attachment, Mention
from app.models.schema.people import Area, Person

PAGE = 20
SUFFIX_BITS = 16
_SECOND = timedelta(seconds=1)
IsOpen = Callable[[int, datetime], bool]
# What has an entry of its own needs no event beside it.
_SILENT_VERBS = (
    "reply",
    "note",
    "forward_to_area",
    "return_from_area",
    "reply_withdrawn",
    "reply_sent",
    "reply_refused",
    "viewed",
    "auto_answer_sent",
    "auto_answer_failed",
    "auto_answer_uncertain",
)
_GONE = (DeliveryState.WITHDRAWN,)


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Entries oldest first; ``earlier_cursor`` None = nothing before them."""

    entries: tuple[TimelineEntry, ...]
    earlier_cursor: int | None


def timeline(
    connection: Connection,
    case_id: int,
    *,
    person_id: int,
    is_open: IsOpen,
    before: int | None = None,
    limit: int = PAGE,
) -> TimelinePage:
    """Return the newest entries, or those before a cursor (a second since 1970; a second is never cut).

    ``is_open`` tells of a channel's id and an instant whether the counter was open.
    """
    size = limit + 1
    while True:
        sources = _newest(connection, case_id, person_id, before, size, is_open=is_open)
        found = [entry for source in sources for entry in source]
        found.sort(key=lambda entry: (entry.at, entry.kind.value, entry.id), reverse=True)
        if len(found) <= limit:
            return TimelinePage(_with_attachments(connection, found[::-1]), None)
        cut = _second(found[limit - 1].at)
        if not any(len(source) >= size and _second(source[-1].at) >= cut for source in sources):
            page = [entry for entry in found if _second(entry.at) >= cut]
            cursor = cut if len(page) < len(found) else None
            return TimelinePage(_with_attachments(connection, page[::-1]), cursor)
        # A source that ends within the page's last second may hold more of that second: ask for more.
        size *= 4


def _newest(
    connection: Connection, case_id: int, person_id: int, before: int | None, size: int, *, is_open: IsOpen
) -> list[list[TimelineEntry]]:
    moment = None if before is None else EPOCH + timedelta(seconds=before)
    sources: tuple[Callable[..., list[TimelineEntry]], ...] = (_replies, _notes, _forwardings, _events)
    mentions = _mentions(connection, case_id, moment, size, is_open)
    return [mentions, *(source(connection, case_id, person_id, moment, size) for source in sources)]


def _values(case_id: int, moment: datetime | None, size: int) -> dict[str, Any]:
    values: dict[str, Any] = {"case_id": case_id, "size": size}
    if moment is not None:
        values |= {"moment": moment, "lowest": _second(moment) << SUFFIX_BITS}
    return values


def _second(at: datetime) -> int:
    return (at - EPOCH) // _SECOND


@cache
def _mention_statement(*, is_paged: bool) -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    statement = (
        select(
            Mention.id,
            Mention.posted_at,
            Mention.has_time,
            Mention.title,
            Mention.text,
            Mention.is_private,
            Mention.permalink,
            Mention.sentiment,
            Mention.crisis_words,
            Mention.channel_id,
            Channel.key.label("channel_key"),
            Handle.display_name,
            AutoAnswer.id.label("answer_id"),
            AutoAnswer.written_at.label("answered_at"),
            AutoAnswer.text.label("answer"),
            AutoAnswer.state.label("answer_state"),
            AutoAnswer.error_code.label("answer_error"),
            AutoAnswer.attempts.label("answer_attempts"),
            AutoAnswer.not_before.label("answer_not_before"),
            *NETWORK_COLUMNS,
        )
        .join(Channel, Channel.id == Mention.channel_id)
        .outerjoin(Handle, Handle.id == Mention.handle_id)
        .outerjoin(AutoAnswer, AutoAnswer.mention_id == Mention.id)
        .where(Mention.case_id == bindparam("case_id"))
        .order_by(Mention.id.desc())
        .limit(bindparam("size"))
    )
    if is_paged:
        statement = statement.where(Mention.id < bindparam("lowest"))
    return statement


def _mentions(
    connection: Connection, case_id: int, moment: datetime | None, size: int, is_open: IsOpen
) -> list[TimelineEntry]:
    statement, values = _mention_statement(is_paged=moment is not None), _values(case_id, moment, size)
    entries: list[TimelineEntry] = []
    for row in connection.execute(statement, values):
        if row.answer_id is not None:
            entries.append(_auto_answer(row))
        entries.append(_mention_entry(row, is_open))
    return entries


def _mention_entry(row: AnyRow, is_open: IsOpen) -> TimelineEntry:
    return TimelineEntry(
        kind=EntryKind.MENTION,
        id=row.id,
        at=row.posted_at,
        who=row.display_name or "",
        text=f"{row.title}\n{row.text}" if row.title else row.text,
        channel_key=row.channel_key,
        visibility=Visibility.PRIVATE if row.is_private else Visibility.PUBLIC,
        permalink=row.permalink,
        sentiment=row.sentiment,
        crisis_words=_words(row.crisis_words),
        is_out_of_hours=row.has_time and not is_open(row.channel_id, row.posted_at),
        network=marks_of(row),
    )


def _auto_answer(row: AnyRow) -> TimelineEntry:
    return TimelineEntry(
        kind=EntryKind.AUTO_ANSWER,
        id=row.answer_id,
        at=row.answered_at,
        who="",
        text=row.answer,
        channel_key=row.channel_key,
        visibility=Visibility.PRIVATE,
        delivery=row.answer_state,
        error_code=row.answer_error,
        sending=sending_of(row.answer_state, row.answer_not_before, row.answer_attempts),
    )


def _words(joined: str | None) -> tuple[str, ...]:
    return StoredWords.of(joined).words


@cache
def _reply_statement(*, is_paged: bool) -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    statement = (
        select(
            *Reply.__table__.c,
            Person.name,
            Channel.key.label("channel_key"),
            ChannelAccount.is_connected,
            ChannelAccount.is_listen_only,
            ChannelAccount.is_paused,
            ChannelAccount.retired_at,
            PARTS_SENT,
        )
        .join(Channel, Channel.id == Reply.channel_id)
        .outerjoin(Person, Person.id == Reply.author_id)
        .outerjoin(ChannelAccount, ChannelAccount.id == Reply.account_id)
        .where(Reply.case_id == bindparam("case_id"), Reply.state.not_in(_GONE))
        .order_by(Reply.id.desc())
        .limit(bindparam("size"))
    )
    if is_paged:
        statement = statement.where(Reply.written_at < bindparam("moment"))
    return statement


def _replies(
    connection: Connection, case_id: int, person_id: int, moment: datetime | None, size: int
) -> list[TimelineEntry]:
    statement, values = _reply_statement(is_paged=moment is not None), _values(case_id, moment, size)
    return [_reply_entry(row, person_id) for row in connection.execute(statement, values)]


def _reply_entry(row: AnyRow, person_id: int) -> TimelineEntry:
    can_send = bool(row.is_connected) and not (row.is_listen_only or row.is_paused or row.retired_at)
    is_pending = row.state is DeliveryState.PENDING
    return TimelineEntry(
        kind=EntryKind.REPLY,
        id=row.id,
        at=row.written_at,
        who=row.name or "",
        text=row.text,
        channel_key=row.channel_key,
        visibility=row.visibility,
        delivery=row.state,
        can_withdraw_until=row.not_before if is_pending and not row.attempts else None,
        needs_manual_send=is_pending and not can_send,
        error_code=row.error_code,
        decision_note=row.decision_note,
        permalink=row.permalink,
        is_mine=row.author_id == person_id,
        sending=sending_of(row.state, row.not_before, row.attempts, row.parts_sent),
    )


@cache
def _note_statement(*, is_paged: bool) -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    statement = (
        select(Note.id, Note.written_at, Note.text, Note.author_id, Person.name)
        .outerjoin(Person, Person.id == Note.author_id)
        .where(Note.case_id == bindparam("case_id"))
        .order_by(Note.id.desc())
        .limit(bindparam("size"))
    )
    if is_paged:
        statement = statement.where(Note.written_at < bindparam("moment"))
    return statement


def _notes(
    connection: Connection, case_id: int, person_id: int, moment: datetime | None, size: int
) -> list[TimelineEntry]:
    statement, values = _note_statement(is_paged=moment is not None), _values(case_id, moment, size)
    return [
        TimelineEntry(
            kind=EntryKind.NOTE,
            id=row.id,
            at=row.written_at,
            who=row.name or "",
            text=row.text,
            is_mine=row.author_id == person_id,
        )
        for row in connection.execute(statement, values)
    ]


@cache
def _forwarding_statement(*, is_paged: bool) -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    statement = (
        select(*Forwarding.__table__.c, Area.name.label("area_name"), Person.name)
        .join(Area, Area.id == Forwarding.area_id)
        .outerjoin(Person, Person.id == Forwarding.actor_id)
        .where(Forwarding.case_id == bindparam("case_id"))
        .order_by(Forwarding.id.desc())
        .limit(bindparam("size"))
    )
    if is_paged:
        statement = statement.where(
            or_(Forwarding.forwarded_at < bindparam("moment"), Forwarding.returned_at < bindparam("moment"))
        )
    return statement


def _forwardings(
    connection: Connection, case_id: int, person_id: int, moment: datetime | None, size: int
) -> list[TimelineEntry]:
    statement, values = _forwarding_statement(is_paged=moment is not None), _values(case_id, moment, size)
    entries: list[TimelineEntry] = []
    for row in connection.execute(statement, values):
        area = (("area", row.area_name),)
        handed = TimelineEntry(
            kind=EntryKind.FORWARDING,
            id=row.id,
            at=row.forwarded_at,
            who=row.name or "",
            text=row.reason,
            facts=area,
            is_mine=row.actor_id == person_id,
        )
        entries.append(handed)
        if row.returned_at is not None:
            answer = replace(
                handed, kind=EntryKind.AREA_ANSWER, at=row.returned_at, who=row.area_name, text=row.answer or ""
            )
            entries.append(replace(answer, is_mine=False))
    return [entry for entry in entries if moment is None or entry.at < moment]


@cache
def _event_statement(*, is_paged: bool) -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    statement = (
        select(History.seq, History.at, History.verb, History.actor_id, HistoryBody.body, Person.name)
        .outerjoin(HistoryBody, HistoryBody.seq == History.seq)
        .outerjoin(Person, Person.id == History.actor_id)
        .where(History.case_id == bindparam("case_id"), History.verb.not_in(_SILENT_VERBS))
        .order_by(History.seq.desc())
        .limit(bindparam("size"))
    )
    if is_paged:
        statement = statement.where(History.at < bindparam("moment"))
    return statement


def _events(
    connection: Connection, case_id: int, person_id: int, moment: datetime | None, size: int
) -> list[TimelineEntry]:
    statement, values = _event_statement(is_paged=moment is not None), _values(case_id, moment, size)
    return [
        TimelineEntry(
            kind=EntryKind.EVENT,
            id=row.seq,
            at=row.at,
            who=row.name or "",
            text="",
            verb=row.verb,
            facts=_facts(row.body),
            is_mine=row.actor_id == person_id,
        )
        for row in connection.execute(statement, values)
    ]


def _facts(body: str | None) -> tuple[tuple[str, str], ...]:
    """Flatten a history body: ``{"to": {"state": "closed"}}`` becomes ``("to.state", "closed")``; None is empty."""
    if not body:
        return ()
    flat: list[tuple[str, str]] = []
    for key, value in json.loads(body).items():
        pairs = [(f"{key}.{name}", each) for name, each in value.items()] if isinstance(value, dict) else [(key, value)]
        flat += [(name, "" if each is None else str(each)) for name, each in pairs]
    return tuple(flat)


def _with_attachments(connection: Connection, plain: list[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    entries = with_network(connection, plain)
    mention_ids = [entry.id for entry in entries if entry.kind is EntryKind.MENTION]
    reply_ids = [entry.id for entry in entries if entry.kind is EntryKind.REPLY]
    found: dict[tuple[EntryKind, int], list[AttachmentInfo]] = {}
    for start in range(0, max(len(mention_ids), len(reply_ids)), 500):
        part = slice(start, start + 500)
        values = {"mentions": mention_ids[part], "replies": reply_ids[part]}
        for row in connection.execute(_attachment_statement(), values):
            info = AttachmentInfo(row.id, row.name, row.media_type, row.size, bool(row.has_content))
            found.setdefault((EntryKind(row.kind), row.owner), []).append(info)
    if not found:
        return tuple(entries)
    return tuple(replace(entry, attachments=tuple(found.get((entry.kind, entry.id), ()))) for entry in entries)


@cache
def _attachment_statement() -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    parts = (
        select(
            literal(kind.value).label("kind"),
            column.label("owner"),
            Attachment.id.label("id"),
            Attachment.name,
            Attachment.media_type,
            Attachment.size,
            Attachment.sha256.is_not(None).label("has_content"),
        ).where(column.in_(bindparam(owners, expanding=True)))
        for kind, column, owners in (
            (EntryKind.MENTION, Attachment.mention_id, "mentions"),
            (EntryKind.REPLY, Attachment.reply_id, "replies"),
        )
    )
    return union_all(*parts).order_by("id")
