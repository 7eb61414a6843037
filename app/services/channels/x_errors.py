"""Reads what X says when it refuses: out of credit, asked too often, said twice, not allowed, gone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError
from app.services.channels.http import Answer
from app.services.channels.loose_json import mapping, whole
from app.services.channels.shapes import list_at, text_at

_PAYMENT, _UNKNOWN, _FORBIDDEN, _GONE, _TOO_MANY, _BAD = 402, 401, 403, 404, 429, 400
_LONGEST_WAIT = timedelta(days=1)
_WORDS = (
    ("duplicate", Problem.DUPLICATE_REFUSED),
    ("too long", Problem.TEXT_TOO_LONG),
    ("exceeds the", Problem.TEXT_TOO_LONG),
    ("deleted or not visible", Problem.TARGET_GONE),
    ("could not find", Problem.TARGET_GONE),
    ("you cannot send messages to this user", Problem.RECIPIENT_REFUSED),
    ("not following", Problem.RECIPIENT_REFUSED),
    ("dm is not allowed", Problem.RECIPIENT_REFUSED),
    ("blocked", Problem.RECIPIENT_REFUSED),
    ("mentioned", Problem.RECIPIENT_REFUSED),
    ("media", Problem.FILE_REFUSED),
    ("scope", Problem.SCOPE_MISSING),
    ("permission", Problem.SCOPE_MISSING),
)


def refusal(answer: Answer, now: datetime, *, was_sending: bool) -> ChannelError:
    """Return the error that an answer means."""
    try:
        body = mapping(answer.json())
    except ChannelError:
        body = {}
    words = _told(body)
    kind = text_at(body.get("type"))
    wait = _until_reset(answer, now)
    if answer.status == _PAYMENT or "usage-capped" in kind or "creditsdepleted" in words.replace(" ", ""):
        return ChannelError(Problem.QUOTA_SPENT, retry_after=wait)
    if answer.status == _TOO_MANY:
        return ChannelError(Problem.RATE_LIMITED, retry_after=wait)
    if answer.status == _UNKNOWN:
        return ChannelError(Problem.TOKEN_REVOKED)
    if was_sending and answer.status == _GONE:
        return ChannelError(Problem.TARGET_GONE)
    if answer.status in {_FORBIDDEN, _BAD} and was_sending:
        problem = next((problem for sign, problem in _WORDS if sign in words), None)
        if problem is not None:
            return ChannelError(problem)
    return answer.error(was_sending=was_sending)


def _told(body: Mapping[str, Any]) -> str:
    parts = [text_at(body.get("title")), text_at(body.get("detail"))]
    for each in list_at(body.get("errors")):
        parts += [text_at(mapping(each).get("message")), text_at(mapping(each).get("detail"))]
    return " ".join(parts).lower()


def _until_reset(answer: Answer, now: datetime) -> timedelta | None:
    """Return how long X asks to wait; it names a moment in seconds since 1970."""
    seconds = whole(answer.headers.get("x-rate-limit-reset"))
    if seconds is None:
        return answer.error().retry_after
    try:
        wait = datetime.fromtimestamp(seconds, UTC) - now
    except (ValueError, OverflowError, OSError):
        return None
    return min(max(wait, timedelta(seconds=1)), _LONGEST_WAIT)
