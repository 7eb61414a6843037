"""Give every failure of a mail server, or of the way to it, its name, so that the screen can say what to do."""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from imap_tools.errors import UnexpectedCommandStatusError

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError

if TYPE_CHECKING:
    from collections.abc import Callable

_CODE: Final = re.compile(r"\[([A-Z][A-Z0-9-]*)")
_ENHANCED: Final = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_NO_RIGHT: Final = re.compile(r"disabled|not enabled|5\.7\.139|not licensed|imap access", re.IGNORECASE)
_TOO_MANY: Final = re.compile(r"too many|rate limit|limit exceeded|exceeded .{0,40}limit|throttl", re.IGNORECASE)
_TOO_BIG: Final = re.compile(
    r"too (?:large|big)|exceed\w* .{0,40}size|size .{0,40}exceed|5\.3\.4|5\.2\.3", re.IGNORECASE
)
_SPAM: Final = re.compile(r"spam|content|policy|blocked|virus|5\.7\.1\b|5\.6\.\d", re.IGNORECASE)
_GREY_PAUSE: Final = timedelta(minutes=5)
_PERMANENT, _TOO_LARGE, _AUTH_NEEDED = 500, 552, 530
_SERVER_BUSY: Final = frozenset({"UNAVAILABLE", "INUSE", "SERVERBUG", "CONTACTADMIN"})
_SIGN_IN: Final = frozenset({"AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED", "WEBALERT", "ALERT"})


def way_error(error: BaseException, *, host: str, is_certain: bool = True) -> ChannelError:
    """Return what a failure below the protocol means: no name, no way, no trust, no time."""
    told = {"host": host}
    if isinstance(error, ssl.SSLCertVerificationError):
        reason = getattr(error, "verify_message", "") or "unknown"
        return ChannelError(Problem.CERTIFICATE_REFUSED, facts={**told, "reason": reason}, is_certain=is_certain)
    if isinstance(error, socket.gaierror | UnicodeError):
        return ChannelError(Problem.NAME_NOT_FOUND, facts=told, is_certain=is_certain)
    if isinstance(error, TimeoutError):
        return ChannelError(Problem.TIMED_OUT, facts=told, is_certain=is_certain)
    if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return ChannelError(Problem.UNREADABLE, facts={**told, "reason": "tls"}, is_certain=is_certain)
    return ChannelError(Problem.NO_NETWORK, facts=told, is_certain=is_certain)


def imap_sign_in_error(answer: object, *, host: str, uses_oauth: bool) -> ChannelError:
    """Return why an IMAP server did not let us in; its own words are read, never passed on."""
    words = _words(answer)
    code = _imap_code(words)
    told = {"host": host, **({"code": code} if code else {})}
    if code in _SERVER_BUSY:
        return ChannelError(Problem.SERVER_ERROR, facts=told)
    if code == "LIMIT" or ("too many" in words.lower() and code not in _SIGN_IN):
        return ChannelError(Problem.RATE_LIMITED, facts=told)
    if code == "PRIVACYREQUIRED":
        return ChannelError(Problem.NOT_SUPPORTED, facts=told)
    if _NO_RIGHT.search(words):
        return ChannelError(Problem.SCOPE_MISSING, facts=told)
    return ChannelError(Problem.TOKEN_EXPIRED if uses_oauth else Problem.WRONG_PASSWORD, facts=told)


def imap_refusal(error: UnexpectedCommandStatusError | Exception, *, host: str, folder: str = "") -> ChannelError:
    """Return what the NO or BAD of an IMAP server to a command after the sign-in means."""
    words = _words(getattr(error, "command_result", error))
    code = _imap_code(words)
    told = {"host": host, **({"folder": folder} if folder else {}), **({"code": code} if code else {})}
    if code in _SERVER_BUSY:
        return ChannelError(Problem.SERVER_ERROR, facts=told)
    if code == "LIMIT" or "throttl" in words.lower():
        return ChannelError(Problem.RATE_LIMITED, facts=told)
    if folder:
        return ChannelError(Problem.NOT_FOUND, facts=told)
    return ChannelError(Problem.SERVER_ERROR, facts=told)


def fetch_refusal(answer: object, *, host: str) -> ChannelError:
    """Return what it means that a server does not give mails: ``unreadable`` unless it has trouble for now."""
    code = _imap_code(_words(answer))
    if code in _SERVER_BUSY or code == "LIMIT":
        return ChannelError(Problem.SERVER_ERROR, facts={"host": host, "code": code})
    return ChannelError(Problem.UNREADABLE, facts={"host": host})


def smtp_sign_in_error(error: smtplib.SMTPException, *, host: str, uses_oauth: bool) -> ChannelError:
    """Return why an SMTP server did not let us in."""
    code, words = smtp_words(error)
    told = _smtp_facts(code, words, host)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return ChannelError(Problem.NOT_SUPPORTED, facts=told)
    if 0 < code < _PERMANENT:
        return ChannelError(Problem.SERVER_ERROR, facts=told)
    if _NO_RIGHT.search(words):
        return ChannelError(Problem.SCOPE_MISSING, facts=told)
    return ChannelError(Problem.TOKEN_EXPIRED if uses_oauth else Problem.WRONG_PASSWORD, facts=told)


def smtp_refusal(code: int, answer: bytes | str, *, host: str, step: str) -> ChannelError:
    """Return what an SMTP answer means; ``step`` is ``greet``, ``from``, ``to`` or ``data``. All are certain."""
    words = answer.decode("ascii", "replace") if isinstance(answer, bytes) else answer
    told = {**_smtp_facts(code, words, host), "step": step}
    if code < _PERMANENT:
        if _TOO_MANY.search(words):
            return ChannelError(Problem.RATE_LIMITED, facts=told, retry_after=_GREY_PAUSE)
        return ChannelError(Problem.SERVER_ERROR, facts=told, retry_after=_GREY_PAUSE)
    return ChannelError(_permanent(code, words, step), facts=told)


def _permanent(code: int, words: str, step: str) -> Problem:
    by_step: dict[str, Callable[[], Problem]] = {
        "greet": lambda: Problem.REFUSED,
        "from": lambda: Problem.SCOPE_MISSING,
        "to": lambda: Problem.RECIPIENT_REFUSED,
        "data": lambda: Problem.TEXT_REFUSED if _SPAM.search(words) else Problem.REFUSED,
    }
    if code == _AUTH_NEEDED:
        return Problem.WRONG_PASSWORD
    if step in {"from", "data"} and (code == _TOO_LARGE or _TOO_BIG.search(words)):
        return Problem.TOO_LARGE
    return by_step[step]()


def smtp_words(error: smtplib.SMTPException) -> tuple[int, str]:
    """Return code and text of an SMTP error, 0 and "" where it carries none."""
    if isinstance(error, smtplib.SMTPResponseException):
        text = error.smtp_error
        return error.smtp_code, text.decode("ascii", "replace") if isinstance(text, bytes) else str(text)
    return 0, ""


def _smtp_facts(code: int, words: str, host: str) -> dict[str, str]:
    found = _ENHANCED.search(words)
    return {"host": host, **({"status": f"{code} {found[1]}" if found else str(code)} if code > 0 else {})}


def _words(answer: object) -> str:
    return str(answer)[:2_000]


def _imap_code(words: str) -> str:
    found = _CODE.search(words)
    return found[1] if found else ""
