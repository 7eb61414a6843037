"""What Facebook and Instagram mean by the numbers in their errors, as problems that an attendant can act on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError
from app.services.channels.http import Answer, retry_after

TOO_MUCH = "too_much"
"""The fact that stands in an error when less should be asked for at once."""

_SERVER_ERROR = 500
_MISSING_OBJECT = 33
_USUAL_WAIT = timedelta(minutes=10)
_BY_SUBCODE = {
    463: Problem.TOKEN_EXPIRED,
    458: Problem.TOKEN_REVOKED,
    460: Problem.TOKEN_REVOKED,
    464: Problem.TOKEN_REVOKED,
    467: Problem.TOKEN_REVOKED,
    492: Problem.TOKEN_REVOKED,
    2018065: Problem.WINDOW_CLOSED,
    2018278: Problem.WINDOW_CLOSED,
    2534022: Problem.WINDOW_CLOSED,
    2534025: Problem.WINDOW_CLOSED,  # the one private answer that a comment allows was given
    1545041: Problem.RECIPIENT_REFUSED,
    2018001: Problem.RECIPIENT_REFUSED,
    2018028: Problem.RECIPIENT_REFUSED,
    2018108: Problem.RECIPIENT_REFUSED,
    2534014: Problem.RECIPIENT_REFUSED,
}
_BY_CODE = {
    1: Problem.SERVER_ERROR,
    2: Problem.SERVER_ERROR,
    3: Problem.SCOPE_MISSING,
    4: Problem.RATE_LIMITED,
    10: Problem.SCOPE_MISSING,
    17: Problem.RATE_LIMITED,
    32: Problem.RATE_LIMITED,
    102: Problem.TOKEN_EXPIRED,
    190: Problem.TOKEN_REVOKED,
    368: Problem.TEXT_REFUSED,
    506: Problem.DUPLICATE_REFUSED,
    551: Problem.RECIPIENT_REFUSED,
    613: Problem.RATE_LIMITED,
    803: Problem.NOT_FOUND,
    1404: Problem.WINDOW_CLOSED,
    2635: Problem.NOT_SUPPORTED,
    10900: Problem.WINDOW_CLOSED,  # the same, said by Facebook
    10901: Problem.WINDOW_CLOSED,
    10902: Problem.TARGET_GONE,
    10903: Problem.RECIPIENT_REFUSED,
}
_SCOPES, _BUSINESS_LIMITS = range(200, 300), range(80000, 80015)
_TOO_LONG = ("length of param", "too long", "exceeds the limit")


def graph_error(answer: Answer, *, was_sending: bool = False, regain: timedelta | None = None) -> ChannelError:
    """Return the error that an answer of the Graph API is. ``regain`` is what its usage headers ask us to wait."""
    found = _error_of(answer)
    if found is None:
        return answer.error(was_sending=was_sending)
    code, subcode = _number(found.get("code")), _number(found.get("error_subcode"))
    problem = _problem(code, subcode, str(found.get("message", "")).lower())
    if problem is Problem.NOT_FOUND and was_sending:
        problem = Problem.TARGET_GONE
    is_doubtful = was_sending and (answer.status >= _SERVER_ERROR or problem is Problem.SERVER_ERROR)
    wait = retry_after(answer.headers)
    if problem is Problem.RATE_LIMITED:
        wait = wait or regain or _USUAL_WAIT
    facts = {"status": str(answer.status), "code": f"{code}/{subcode}" if subcode else str(code)}
    if "reduce the amount of data" in str(found.get("message", "")):
        facts["why"] = TOO_MUCH
    return ChannelError(problem, retry_after=wait, is_certain=not is_doubtful, facts=facts)


def _error_of(answer: Answer) -> Mapping[str, Any] | None:
    try:
        body = json.loads(answer.content)
    except (ValueError, RecursionError):
        return None
    found = body.get("error") if isinstance(body, dict) else None
    return found if isinstance(found, dict) else None


def _problem(code: int, subcode: int, message: str) -> Problem:
    if subcode in _BY_SUBCODE:
        return _BY_SUBCODE[subcode]
    if "outside of allowed window" in message:
        return Problem.WINDOW_CLOSED
    if code == 100:  # noqa: PLR2004 - the network's number of a parameter it does not like
        if subcode == _MISSING_OBJECT:
            return Problem.NOT_FOUND
        return Problem.TEXT_TOO_LONG if any(each in message for each in _TOO_LONG) else Problem.REFUSED
    if code in _BY_CODE:
        return _BY_CODE[code]
    if code in _BUSINESS_LIMITS:
        return Problem.RATE_LIMITED
    return Problem.SCOPE_MISSING if code in _SCOPES else Problem.REFUSED


def _number(value: object) -> int:
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.isdecimal() else 0
