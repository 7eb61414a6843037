"""What YouTube means by the reasons in its errors, and when a spent quota is whole again."""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError
from app.services.channels.http import Answer, retry_after

_PACIFIC = ZoneInfo("America/Los_Angeles")
_UNAUTHORIZED, _SERVER_ERROR = 401, 500
_BY_REASON = {
    "quotaExceeded": Problem.QUOTA_SPENT,
    "dailyLimitExceeded": Problem.QUOTA_SPENT,
    "dailyLimitExceededUnreg": Problem.NO_KEY,
    "rateLimitExceeded": Problem.RATE_LIMITED,
    "userRateLimitExceeded": Problem.RATE_LIMITED,
    "RATE_LIMIT_EXCEEDED": Problem.RATE_LIMITED,
    "API_KEY_INVALID": Problem.TOKEN_REVOKED,
    "keyInvalid": Problem.TOKEN_REVOKED,
    "keyExpired": Problem.TOKEN_EXPIRED,
    "authError": Problem.TOKEN_EXPIRED,
    "ACCESS_TOKEN_SCOPE_INSUFFICIENT": Problem.SCOPE_MISSING,
    "insufficientPermissions": Problem.SCOPE_MISSING,
    "accessNotConfigured": Problem.SCOPE_MISSING,
    "ineligibleAccount": Problem.SCOPE_MISSING,
    "youtubeSignupRequired": Problem.SCOPE_MISSING,
    "forbidden": Problem.SCOPE_MISSING,
    "parentCommentNotFound": Problem.NOT_FOUND,
    "parentCommentIsPrivate": Problem.NOT_FOUND,
    "commentNotFound": Problem.NOT_FOUND,
    "commentThreadNotFound": Problem.NOT_FOUND,
    "videoNotFound": Problem.NOT_FOUND,
    "channelNotFound": Problem.NOT_FOUND,
    "playlistNotFound": Problem.NOT_FOUND,
    "commentTextTooLong": Problem.TEXT_TOO_LONG,
    "commentTextRequired": Problem.TEXT_REFUSED,
    "commentsDisabled": Problem.REFUSED,
    "invalidPageToken": Problem.REFUSED,
    "operationNotSupported": Problem.NOT_SUPPORTED,
    "processingFailure": Problem.SERVER_ERROR,
    "backendError": Problem.SERVER_ERROR,
}


def youtube_error(answer: Answer, *, now: datetime, was_sending: bool = False) -> ChannelError:
    """Return the error that an answer is; a spent quota is whole again at midnight in California."""
    reason = next((each for each in _reasons(answer) if each in _BY_REASON), "")
    if not reason:
        return answer.error(was_sending=was_sending)
    problem = _BY_REASON[reason]
    wait = retry_after(answer.headers)
    if problem is Problem.QUOTA_SPENT:
        wait = until_midnight_pacific(now)
    if problem is Problem.NOT_FOUND and was_sending:
        problem = Problem.TARGET_GONE
    is_doubtful = was_sending and (answer.status >= _SERVER_ERROR or problem is Problem.SERVER_ERROR)
    facts = {"status": str(answer.status), "reason": reason}
    return ChannelError(problem, retry_after=wait, is_certain=not is_doubtful, facts=facts)


def until_midnight_pacific(now: datetime) -> timedelta:
    """Return how long it is until the next midnight in California."""
    local = now.astimezone(_PACIFIC)
    midnight = datetime.combine(local.date() + timedelta(days=1), time.min, _PACIFIC)
    return midnight - now


def _reasons(answer: Answer) -> list[str]:
    """Return the reasons that an answer gives, the most exact first."""
    try:
        body = json.loads(answer.content)
    except (ValueError, RecursionError):
        body = None
    error = body.get("error") if isinstance(body, dict) else None
    if not isinstance(error, dict):
        return ["authError"] if answer.status == _UNAUTHORIZED else []
    lists = [error.get("details"), error.get("errors")]
    items = [each for found in lists if isinstance(found, list) for each in found if isinstance(each, dict)]
    reasons = [str(each["reason"]) for each in items if "reason" in each]
    return [*reasons, "authError"] if answer.status == _UNAUTHORIZED else reasons
