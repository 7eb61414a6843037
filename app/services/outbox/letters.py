"""Reads what is to leave as its adapter needs it: the mention answered, the conversation so far, the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select, true

from app.models.domain.sending import part_key
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Reply, ReplyPart
from app.models.schema.channels import AutoAnswer, Channel, ChannelAccount
from app.models.schema.customers import Handle
from app.models.schema.mentions import Attachment, AttachmentContent, Conversation, Mention
from app.services.channels.base import OutgoingFile, OutgoingReply, Receipt

MAY_SEND = (
    ChannelAccount.is_connected,
    ChannelAccount.is_listen_only.is_(False),
    ChannelAccount.is_paused.is_(False),
    ChannelAccount.retired_at.is_(None),
)
"""Conditions on an account that may send just now; the listening, the paused and the retired never do."""
_MOST_REFERENCES = 50
_MENTION = (
    Mention.id.label("mention_id"),
    Mention.external_id.label("answered_id"),
    Mention.title,
    Mention.permalink.label("answered_link"),
    Mention.extra,
    Conversation.thread_key,
    Handle.handle_key,
    Channel.key.label("channel_key"),
)


@dataclass(frozen=True, slots=True)
class Letter:
    """One answer on its way: its row, the whole of it for the adapter, and the parts of it that have arrived.

    ``since`` is when it was to leave at first.
    """

    id: int
    client_key: str
    channel_key: str
    account_id: int
    state: DeliveryState
    attempts: int
    since: datetime
    whole: OutgoingReply
    case_id: int | None = None
    conversation_id: int | None = None
    arrived: Mapping[int, Receipt] | None = None

    def part(self, position: int, text: str, arrived: Mapping[int, Receipt]) -> OutgoingReply:
        """Return one part (1 = the first, which takes the files along), after those that have arrived."""
        before = arrived.get(position - 1)
        return replace(
            self.whole,
            key=part_key(self.client_key, position),
            text=text,
            previous_id=None if before is None else before.external_id or None,
            files=self.whole.files if position == 1 else (),
        )


def able_accounts(connection: Connection, channel_keys: Iterable[str]) -> list[int]:
    """Return the accounts on these channels that may send just now."""
    statement = (
        select(ChannelAccount.id)
        .join(Channel, Channel.id == ChannelAccount.channel_id)
        .where(Channel.key.in_(sorted(channel_keys)), *MAY_SEND)
        .order_by(ChannelAccount.id)
    )
    return list(connection.execute(statement).scalars())


def reply_letter(connection: Connection, reply_id: int) -> Letter | None:
    """Return a reply that its account may send just now, None when it may not or is gone."""
    row = connection.execute(_reply_statement().where(Reply.id == reply_id)).one_or_none()
    if row is None:
        return None
    whole = replace(
        _whole(row, row.visibility),
        references=_references(connection, row),
        files=_files(connection, reply_id),
    )
    since = max(row.written_at, row.decided_at or row.written_at)
    return replace(
        _letter(row, whole, since),
        case_id=row.case_id,
        conversation_id=row.conversation_id,
        arrived=_arrived(connection, reply_id),
    )


def auto_letter(connection: Connection, answer_id: int) -> Letter | None:
    """Return an automatic answer that its account may send just now, None when it may not or is gone."""
    statement = (
        select(*AutoAnswer.__table__.c, *_MENTION)
        .join(ChannelAccount, ChannelAccount.id == AutoAnswer.account_id)
        .join(Channel, Channel.id == ChannelAccount.channel_id)
        .join(Mention, Mention.id == AutoAnswer.mention_id)
        .outerjoin(Conversation, Conversation.id == Mention.conversation_id)
        .outerjoin(Handle, Handle.id == Mention.handle_id)
        .where(AutoAnswer.id == answer_id, *MAY_SEND)
    )
    row = connection.execute(statement).one_or_none()
    if row is None:
        return None
    return _letter(row, replace(_whole(row, Visibility.PRIVATE), is_automatic=True), row.written_at)


def _reply_statement() -> Select[Any]:
    return (
        select(*Reply.__table__.c, *_MENTION)
        .join(ChannelAccount, ChannelAccount.id == Reply.account_id)
        .join(Channel, Channel.id == ChannelAccount.channel_id)
        .outerjoin(Mention, Mention.id == Reply.in_reply_to_id)
        .outerjoin(Conversation, Conversation.id == Mention.conversation_id)
        .outerjoin(Handle, Handle.id == Mention.handle_id)
        .where(true(), *MAY_SEND)
    )


def _whole(row: AnyRow, visibility: Visibility) -> OutgoingReply:
    return OutgoingReply(
        key=part_key(row.client_key, 1),
        account_id=row.account_id,
        text=row.text,
        visibility=visibility,
        in_reply_to=row.answered_id,
        thread_key=row.thread_key,
        author_key=row.handle_key,
        title=row.title,
        permalink=row.answered_link,
        extra={str(name): str(value) for name, value in (row.extra or {}).items()},
        written_at=row.written_at,
    )


def _letter(row: AnyRow, whole: OutgoingReply, since: datetime) -> Letter:
    return Letter(
        id=row.id,
        client_key=row.client_key,
        channel_key=row.channel_key,
        account_id=row.account_id,
        state=row.state,
        attempts=row.attempts,
        since=since,
        whole=whole,
    )


def _arrived(connection: Connection, reply_id: int) -> dict[int, Receipt]:
    rows = connection.execute(select(*ReplyPart.__table__.c).where(ReplyPart.reply_id == reply_id))
    return {row.position: Receipt(row.external_id or None, row.permalink) for row in rows}


def _references(connection: Connection, row: AnyRow) -> tuple[str, ...]:
    """Return what was said before in the conversation, theirs and ours, oldest first."""
    if row.conversation_id is None:
        return ()
    theirs = connection.execute(
        select(Mention.external_id, Mention.posted_at.label("at"))
        .where(Mention.conversation_id == row.conversation_id, Mention.external_id.is_not(None))
        .order_by(Mention.id.desc())
        .limit(_MOST_REFERENCES)
    ).all()
    ours = connection.execute(
        select(Reply.external_id, Reply.sent_at.label("at"))
        .where(
            Reply.case_id == row.case_id,
            Reply.conversation_id == row.conversation_id,
            Reply.state == DeliveryState.SENT,
            Reply.external_id.is_not(None),
            Reply.id < row.id,
        )
        .order_by(Reply.id.desc())
        .limit(_MOST_REFERENCES)
    ).all()
    said = sorted((each for each in (*theirs, *ours) if each.at is not None), key=lambda each: each.at)
    return tuple(dict.fromkeys(each.external_id for each in said))[-_MOST_REFERENCES:]


def _files(connection: Connection, reply_id: int) -> tuple[OutgoingFile, ...]:
    rows = connection.execute(
        select(Attachment.name, Attachment.media_type, AttachmentContent.content)
        .join(AttachmentContent, AttachmentContent.sha256 == Attachment.sha256)
        .where(Attachment.reply_id == reply_id)
        .order_by(Attachment.id)
    )
    return tuple(OutgoingFile(row.name, row.media_type, bytes(row.content)) for row in rows)
