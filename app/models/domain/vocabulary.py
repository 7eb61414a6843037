"""The closed vocabularies the code itself decides on; whatever a team may edit is data instead."""

from __future__ import annotations

from enum import StrEnum


class CaseState(StrEnum):
    """States of a case."""

    NEW = "new"
    IN_SERVICE = "in_service"
    WAITING_CUSTOMER = "waiting_customer"
    WAITING_AREA = "waiting_area"
    RESOLVED = "resolved"
    CLOSED = "closed"
    REOPENED = "reopened"
    VOIDED = "voided"
    MERGED = "merged"


OPEN_STATES = frozenset(
    {
        CaseState.NEW,
        CaseState.IN_SERVICE,
        CaseState.WAITING_CUSTOMER,
        CaseState.WAITING_AREA,
        CaseState.RESOLVED,
        CaseState.REOPENED,
    }
)


class MentionState(StrEnum):
    """What became of a mention."""

    TO_TRIAGE = "to_triage"
    MONITORED = "monitored"
    IGNORED = "ignored"
    IN_CASE = "in_case"


class ClosingKind(StrEnum):
    """Where a case came to its end."""

    FIRST_LEVEL = "first_level"
    SECOND_LEVEL = "second_level"
    OMBUDSMAN = "ombudsman"


class CaseKind(StrEnum):
    """Protocol kinds of the planning document."""

    INFORMATION = "information"
    REQUEST = "request"
    COMPLAINT = "complaint"


class Sentiment(StrEnum):
    """Sentiment of a mention."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    MIXED = "mixed"
    NEGATIVE = "negative"


class SentimentSource(StrEnum):
    """Who said the sentiment: nobody yet, the program, or a person."""

    NONE = "none"
    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"


class Visibility(StrEnum):
    """Who can read a message."""

    PUBLIC = "public"
    PRIVATE = "private"


class DeliveryState(StrEnum):
    """States of a reply on its way out; ``TO_APPROVE`` waits for a second person, ``REFUSED`` did not get it."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    TO_APPROVE = "to_approve"
    REFUSED = "refused"


class StartedBy(StrEnum):
    """Who spoke first."""

    CUSTOMER = "customer"
    COMPANY = "company"


class PromiseState(StrEnum):
    """What became of a promise made to a customer."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


class DraftKind(StrEnum):
    """Which editor of a case a draft belongs to; ``FILES`` is no text but what is to go with an answer."""

    PUBLIC = "public"
    PRIVATE = "private"
    NOTE = "note"
    SOLUTION = "solution"
    FILES = "files"


class AxisKey(StrEnum):
    """Keys of the axes that are there on the first day; further axes are data only."""

    NATURE = "nature"
    SITUATION = "situation"
    SUBJECT = "subject"
    PROFILE = "profile"
    SENTIMENT = "sentiment"
    PERSONA = "persona"
    FRONT = "front"
