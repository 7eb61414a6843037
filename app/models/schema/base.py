"""The declarative base and the column types that make both engines store the same values."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import BigInteger, DateTime, Integer, LargeBinary, MetaData, SmallInteger, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator, TypeEngine

from app.models.domain.vocabulary import (
    CaseKind,
    CaseState,
    ClosingKind,
    DeliveryState,
    DraftKind,
    MentionState,
    PromiseState,
    Sentiment,
    SentimentSource,
    StartedBy,
    Visibility,
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
# The clock of a case that waits for the customer stands still: its due time sorts behind every real one.
NEVER = datetime(9999, 1, 1, tzinfo=UTC)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC time: timestamptz on PostgreSQL, integer microseconds since 1970 on SQLite (8 bytes, in order)."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the engine's own form."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(BigInteger())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ANN401 - the hook's type
        """Refuse naive times: a local time in the database is a wrong deadline later."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        if dialect.name == "postgresql":
            return value
        return (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401 - the hook's type
        """Return aware UTC."""
        if value is None:
            return None
        if dialect.name == "postgresql":
            result: datetime = value.astimezone(UTC)
            return result
        return EPOCH + timedelta(microseconds=value)


class Code(TypeDecorator[StrEnum]):
    """A closed vocabulary stored as a small integer; the order below is the stored code and never changes."""

    impl = SmallInteger
    cache_ok = True
    ORDER: ClassVar[dict[type[StrEnum], tuple[StrEnum, ...]]] = {
        MentionState: (
            MentionState.TO_TRIAGE,
            MentionState.MONITORED,
            MentionState.IGNORED,
            MentionState.IN_CASE,
        ),
        CaseState: (
            CaseState.NEW,
            CaseState.IN_SERVICE,
            CaseState.WAITING_CUSTOMER,
            CaseState.WAITING_AREA,
            CaseState.RESOLVED,
            CaseState.CLOSED,
            CaseState.REOPENED,
            CaseState.VOIDED,
            CaseState.MERGED,
        ),
        ClosingKind: (ClosingKind.FIRST_LEVEL, ClosingKind.SECOND_LEVEL, ClosingKind.OMBUDSMAN),
        CaseKind: (CaseKind.INFORMATION, CaseKind.REQUEST, CaseKind.COMPLAINT),
        Sentiment: (Sentiment.POSITIVE, Sentiment.NEUTRAL, Sentiment.MIXED, Sentiment.NEGATIVE),
        SentimentSource: (SentimentSource.NONE, SentimentSource.SUGGESTED, SentimentSource.CONFIRMED),
        Visibility: (Visibility.PUBLIC, Visibility.PRIVATE),
        DeliveryState: (
            DeliveryState.PENDING,
            DeliveryState.SENDING,
            DeliveryState.SENT,
            DeliveryState.UNCERTAIN,
            DeliveryState.FAILED,
            DeliveryState.WITHDRAWN,
            DeliveryState.TO_APPROVE,
            DeliveryState.REFUSED,
        ),
        StartedBy: (StartedBy.CUSTOMER, StartedBy.COMPANY),
        PromiseState: (PromiseState.OPEN, PromiseState.KEPT, PromiseState.BROKEN),
        DraftKind: (DraftKind.PUBLIC, DraftKind.PRIVATE, DraftKind.NOTE, DraftKind.SOLUTION, DraftKind.FILES),
    }

    def __init__(self, vocabulary: type[StrEnum]) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self._members = self.ORDER[vocabulary]
        self._codes = {member: code for code, member in enumerate(self._members)}

    def code_of(self, member: StrEnum) -> int:
        """Return the stored code of a member, for raw statements and partial indexes."""
        return self._codes[member]

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - the hook's signature
        """Store the position."""
        return None if value is None else self._codes[self.vocabulary(value)]

    def process_result_value(self, value: int | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002 - the hook's signature
        """Return the member."""
        return None if value is None else self._members[value]


class CompactJson(TypeDecorator[Any]):
    """A JSON value: jsonb on PostgreSQL, compact text on SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the engine's own form."""
        if dialect.name == "postgresql":
            from sqlalchemy.dialects.postgresql import JSONB  # noqa: PLC0415 - only where that engine is in use

            return dialect.type_descriptor(JSONB())
        return dialect.type_descriptor(Text())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:  # noqa: ANN401 - any JSON value
        """Write text where the engine has no JSON type."""
        if value is None or dialect.name == "postgresql":
            return value
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ANN401 - any JSON value
        """Read it back."""
        if value is None or dialect.name == "postgresql":
            return value
        return json.loads(value)


# SQLite gives a rowid alias (no separate index) only to INTEGER PRIMARY KEY.
BigId = BigInteger().with_variant(Integer(), "sqlite")
Bytes = LargeBinary()
# Folded text sorts by its code points on both engines, whatever the server's language.
Folded = String().with_variant(String(collation="C"), "postgresql")


class Base(DeclarativeBase):
    """Every table's base; names of constraints are fixed so that both engines and all migrations agree."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
