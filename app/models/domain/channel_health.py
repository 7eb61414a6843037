"""How an account does: the problems that a network or the way to it can give, and the light that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Problem(StrEnum):
    """Why an account could not be read or an answer not be sent; each has its sentence on the screen."""

    NO_NETWORK = "no_network"
    NAME_NOT_FOUND = "name_not_found"
    CERTIFICATE_REFUSED = "certificate_refused"
    TIMED_OUT = "timed_out"
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    ADDRESS_REFUSED = "address_refused"
    SERVER_ERROR = "server_error"
    RATE_LIMITED = "rate_limited"
    QUOTA_SPENT = "quota_spent"
    TOKEN_EXPIRED = "token_expired"  # noqa: S105 - the name of a problem
    TOKEN_REVOKED = "token_revoked"  # noqa: S105 - the name of a problem
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - the name of a problem
    SCOPE_MISSING = "scope_missing"
    NO_KEY = "no_key"
    NOT_FOUND = "not_found"
    NOT_SUPPORTED = "not_supported"
    TARGET_GONE = "target_gone"
    TEXT_REFUSED = "text_refused"
    TEXT_TOO_LONG = "text_too_long"
    DUPLICATE_REFUSED = "duplicate_refused"
    WINDOW_CLOSED = "window_closed"
    RECIPIENT_REFUSED = "recipient_refused"
    FILE_REFUSED = "file_refused"
    BOUNCED = "bounced"
    NO_ANSWER = "no_answer"
    CLOCK_WRONG = "clock_wrong"
    REFUSED = "refused"


NEEDS_PERSON = frozenset(
    {
        Problem.CERTIFICATE_REFUSED,
        Problem.ADDRESS_REFUSED,
        Problem.TOKEN_EXPIRED,
        Problem.TOKEN_REVOKED,
        Problem.WRONG_PASSWORD,
        Problem.SCOPE_MISSING,
        Problem.NO_KEY,
        Problem.NOT_FOUND,
        Problem.NOT_SUPPORTED,
    }
)
"""Problems that waiting does not mend: the account is asked again only seldom until somebody has looked."""

WAITS_FOR_ACCOUNT = frozenset(
    {
        Problem.TOKEN_EXPIRED,
        Problem.TOKEN_REVOKED,
        Problem.WRONG_PASSWORD,
        Problem.SCOPE_MISSING,
        Problem.NO_KEY,
        Problem.CERTIFICATE_REFUSED,
    }
)
"""Problems of the account, not of the answer: it waits, and leaves by itself once somebody has signed in again."""

PASSES_BY_ITSELF = frozenset(
    {
        Problem.NO_NETWORK,
        Problem.NAME_NOT_FOUND,
        Problem.TIMED_OUT,
        Problem.TOO_SLOW,
        Problem.SERVER_ERROR,
        Problem.RATE_LIMITED,
        Problem.QUOTA_SPENT,
        Problem.UNREADABLE,
    }
)
"""Problems after which an answer that certainly did not arrive is tried again by itself."""


class Light(StrEnum):
    """The colour of an account: working, waiting for a try, in need of a person, stopped by a person."""

    OK = "ok"
    WAITING = "waiting"
    NEEDS_PERSON = "needs_person"
    SILENT = "silent"
    PAUSED = "paused"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Health:
    """How an account does now. ``since`` is when ``light`` began; ``last_item_at`` when it last brought something.

    ``why`` is a code of the cause behind ``problem`` where the network told one, "" = none.
    """

    light: Light
    problem: Problem | None = None
    since: datetime | None = None
    last_ok_at: datetime | None = None
    last_item_at: datetime | None = None
    retry_at: datetime | None = None
    failures: int = 0
    why: str = ""
