"""Tables of what was received: mentions, the conversations they belong to, their attachments and originals."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, UniqueConstraint, false, literal_column, text, true
from sqlalchemy.orm import Mapped, mapped_column

from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource
from app.models.schema.base import Base, BigId, Bytes, Code, CompactJson, UtcDateTime

_TO_TRIAGE = text("state = 0")
_CRISIS = text("crisis_level IS NOT NULL")
_HAS_CASE = text("case_id IS NOT NULL")


class Conversation(Base):
    """A thread with one author on one channel; ``thread_key`` is the source's own or made from the author."""

    __tablename__ = "conversation"
    __table_args__ = (UniqueConstraint("channel_id", "thread_key"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"))
    account_id: Mapped[int | None]
    thread_key: Mapped[str]
    handle_id: Mapped[int | None] = mapped_column(BigId)
    is_private: Mapped[bool] = mapped_column(default=False)


class Mention(Base):
    """One thing received. ``id = posted second << 16 | free suffix``: id order is time order."""

    __tablename__ = "mention"
    __table_args__ = (
        Index("ix_mention_conversation_id", "conversation_id", "id"),
        Index("ix_mention_handle_id", "handle_id", "id"),
        Index("ix_mention_case_id", "case_id", "id", postgresql_where=_HAS_CASE, sqlite_where=_HAS_CASE),
        Index("ix_mention_to_triage", "id", postgresql_where=_TO_TRIAGE, sqlite_where=_TO_TRIAGE),
        Index("ix_mention_crisis", "crisis_level", "id", postgresql_where=_CRISIS, sqlite_where=_CRISIS),
        Index(
            "ix_mention_rule",
            "intake_rule_id",
            "id",
            postgresql_where=text("intake_rule_id IS NOT NULL"),
            sqlite_where=text("intake_rule_id IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    dedup_key: Mapped[bytes] = mapped_column(Bytes, unique=True)
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"))
    account_id: Mapped[int | None]
    conversation_id: Mapped[int | None] = mapped_column(BigId)
    handle_id: Mapped[int | None] = mapped_column(BigId)
    case_id: Mapped[int | None] = mapped_column(BigId)
    state: Mapped[MentionState] = mapped_column(Code(MentionState))
    sentiment: Mapped[Sentiment | None] = mapped_column(Code(Sentiment))
    sentiment_source: Mapped[SentimentSource] = mapped_column(Code(SentimentSource))
    crisis_level: Mapped[int | None]
    situation_node_id: Mapped[int | None]
    intake_rule_id: Mapped[int | None]
    intake_run_id: Mapped[int | None] = mapped_column(BigId)
    posted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    captured_at: Mapped[datetime] = mapped_column(UtcDateTime)
    is_private: Mapped[bool]
    is_direct: Mapped[bool]
    has_time: Mapped[bool] = mapped_column(default=True, server_default=true())
    title: Mapped[str | None]
    text: Mapped[str]
    external_id: Mapped[str | None]
    in_reply_to: Mapped[str | None]
    permalink: Mapped[str | None]
    language: Mapped[str | None]
    place: Mapped[str | None]
    likes: Mapped[int | None]
    shares: Mapped[int | None]
    replies: Mapped[int | None]
    reach: Mapped[int | None]
    source_rating: Mapped[int | None]
    state_reason: Mapped[str | None]
    crisis_words: Mapped[str | None]
    extra: Mapped[Any | None] = mapped_column(CompactJson)
    erased_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    is_automatic: Mapped[bool] = mapped_column(default=False, server_default=false())
    edited_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    figures_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


# Predicates of the partial indexes, to be used as they stand: SQLite proves a partial index only from a literal, never
# from a bound parameter, so ``Mention.state == MentionState.TO_TRIAGE`` reads the whole table.
IS_TO_TRIAGE: ColumnElement[bool] = Mention.state == literal_column("0")
IS_IN_CRISIS: ColumnElement[bool] = Mention.crisis_level.is_not(None)
HAS_CASE: ColumnElement[bool] = Mention.case_id.is_not(None)
IS_SET_BY_RULE: ColumnElement[bool] = Mention.intake_rule_id.is_not(None)


class MentionVersion(Base):
    """What a mention said before its author changed it at the source; ``seen_at`` is when the change was found."""

    __tablename__ = "mention_version"
    __table_args__ = (Index("ix_mention_version_mention_id", "mention_id", "id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    mention_id: Mapped[int] = mapped_column(BigId)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    title: Mapped[str | None]
    text: Mapped[str]


class CaseHint(Base):
    """A case to which a mention seems to belong (a protocol in the subject, another sender): a person decides."""

    __tablename__ = "case_hint"

    mention_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    case_id: Mapped[int] = mapped_column(BigId)
    reason: Mapped[str]
    dismissed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Attachment(Base):
    """A file that came with a mention or goes with a reply; ``sha256`` finds the bytes, None = only named."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_mention_id", "mention_id"), Index("ix_attachment_reply_id", "reply_id"))

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    mention_id: Mapped[int | None] = mapped_column(BigId)
    reply_id: Mapped[int | None] = mapped_column(BigId)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int] = mapped_column(BigId)
    sha256: Mapped[bytes | None] = mapped_column(Bytes)


class AttachmentContent(Base):
    """The bytes of attachments, once for equal content; those beside a draft lie at a place of their own."""

    __tablename__ = "attachment_content"

    sha256: Mapped[bytes] = mapped_column(Bytes, primary_key=True)
    content: Mapped[bytes] = mapped_column(Bytes)


class MentionOriginal(Base):
    """The message exactly as it came (raw e-mail), kept beside the readable text."""

    __tablename__ = "mention_original"

    mention_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    raw: Mapped[bytes] = mapped_column(Bytes)
