"""What becomes of something on its way to a network: tried again, looked up or left for a person, each after a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from app.models.domain.channel_health import PASSES_BY_ITSELF, WAITS_FOR_ACCOUNT, Problem
from app.models.domain.channel_kind import ChannelKind
from app.models.domain.vocabulary import DeliveryState

LONGEST = timedelta(hours=24)
"""For so long an answer that certainly did not arrive is tried again by itself."""
_STEPS = tuple(timedelta(seconds=each) for each in (30, 60, 120, 300, 600, 1_200, 2_400))
_EVERY = timedelta(hours=1)
_ACCOUNT_WAIT = timedelta(minutes=15)
_FEWEST = len(_STEPS) + 1
"""What a person sends again long after it was written gets as many tries as all the short steps."""
_LOOKS = tuple(timedelta(seconds=each) for each in (30, 90, 480))
"""Between the looks for an answer whose receipt was lost: 30 s, 2 min and 10 min after it left, then every hour."""
LOOKS_UNTIL_ABSENT = 2
"""What one look did not find may still be on its way into the network's own list; the second look decides."""
_MOST_LOOKS = 26
_MOST_REPEATS = 3
_MOST_KEY = 60
_URL_SAFE = re.compile(r"[A-Za-z0-9_.~-]+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state that something takes, and after how long it is taken up again; None = never by the program."""

    state: DeliveryState
    wait: timedelta | None = None


def after_failure(
    problem: Problem,
    *,
    attempts: int,
    age: timedelta,
    retry_after: timedelta | None = None,
    longest: timedelta = LONGEST,
) -> Verdict:
    """Return what becomes of something that certainly did not arrive.

    ``attempts`` counts the one that failed; ``age`` is the time since it was to leave. What the network asked us to
    wait is waited, unless it is longer than ``longest``.
    """
    if problem not in PASSES_BY_ITSELF | WAITS_FOR_ACCOUNT:
        return Verdict(DeliveryState.FAILED)
    wait = max(step_after(attempts), retry_after or timedelta(0))
    if problem in WAITS_FOR_ACCOUNT:
        # The account's own light says what to do; asking every minute would only lock it.
        wait = max(wait, _ACCOUNT_WAIT)
    if wait > longest or (age + wait > longest and attempts >= _FEWEST):
        return Verdict(DeliveryState.FAILED)
    return Verdict(DeliveryState.PENDING, wait)


def step_after(attempts: int) -> timedelta:
    """Return how long to wait after so many tries in vain: half a minute at first, an hour at last."""
    return _STEPS[max(0, attempts - 1)] if attempts <= len(_STEPS) else _EVERY


def after_doubt(kind: ChannelKind | None, looks: int = 0) -> Verdict:
    """Return what becomes of something that may have arrived, after ``looks`` looks that could not tell.

    Where the network neither knows our key nor can be asked, it is never sent again by the program.
    """
    if kind is None or not (kind.has_idempotency or kind.has_lookup) or looks >= _MOST_LOOKS:
        return Verdict(DeliveryState.UNCERTAIN)
    return Verdict(DeliveryState.UNCERTAIN, _LOOKS[looks] if looks < len(_LOOKS) else _EVERY)


def is_for_a_person(*, repeats: int, attempts: int, age: timedelta) -> bool:
    """Tell whether something in doubt is left for a person instead of being sent once more.

    ``repeats``: how often it was already sent again; ``attempts`` and ``age`` as for ``after_failure``.
    """
    return repeats >= _MOST_REPEATS or (age > LONGEST and attempts >= _FEWEST)


def repeats_of(attempts: int) -> int:
    """Return how often at most something in doubt was sent again, where only its ``attempts`` are known.

    Before each repeat there is one look that does not repeat it.
    """
    return max(0, attempts - 1) // 2


def part_key(client_key: str, position: int) -> str:
    """Return the key of one part (1 = the first): URL-safe, at most 60 signs, the same at every try."""
    key = client_key if position == 1 else f"{client_key}-{position}"
    if len(key) <= _MOST_KEY and _URL_SAFE.fullmatch(key):
        return key
    return sha256(key.encode()).hexdigest()[:_MOST_KEY]
