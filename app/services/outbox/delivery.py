"""Carries one letter to its network and judges what came back: sent, again later, in doubt, failed."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import ChannelKind
from app.models.domain.reply_parts import ReplyTooLongError, split
from app.models.domain.sending import (
    LOOKS_UNTIL_ABSENT,
    after_doubt,
    after_failure,
    is_for_a_person,
    repeats_of,
)
from app.models.domain.vocabulary import DeliveryState
from app.services.channels.base import Channel, ChannelError, OutgoingReply, Receipt
from app.services.clock import Clock
from app.services.errors import UserError
from app.services.outbox.posts import NO_ANSWER, Outcome, Post, Taken

_LOG = logging.getLogger(__name__)
_ACCOUNT_RESTS = frozenset({Problem.RATE_LIMITED, Problem.QUOTA_SPENT})
OpenChannel = Callable[[], Channel]


class Delivery:
    """Knows how often each doubtful letter was looked for; that a restart forgets it makes it only more careful."""

    def __init__(self, *, clock: Clock, kinds: Mapping[str, ChannelKind]) -> None:
        self._clock = clock
        self._kinds = kinds
        self._looks: Counter[str] = Counter()
        self._absences: Counter[str] = Counter()
        self._repeats: dict[str, int] = {}
        self._unwritten: list[Callable[[], None]] = []
        self._lock = threading.Lock()

    def carry(self, post: Post, taken: Taken, channel_of: OpenChannel) -> Outcome | None:
        """Send what of a letter has not arrived, and write down what became of it; None = others have it now."""
        outcome = self._carried(post, taken, channel_of)
        if outcome is not None:
            if outcome.state is not DeliveryState.UNCERTAIN or outcome.wait is None:
                self._forget(post, taken)
            if outcome.wait is None:
                self._repeats.pop(_key(post, taken), None)
            self._write(lambda: post.settle(taken, outcome))
        return outcome

    def write_late(self) -> None:
        """Write what the database could not take before; in order, so that no part is forgotten."""
        with self._lock:
            while self._unwritten:
                try:
                    self._unwritten[0]()
                except UserError:
                    raise
                except Exception as error:  # noqa: BLE001 - a bug in one must not keep the others from being written
                    _LOG.error("the outbox could not write: %s", type(error).__name__)
                self._unwritten.pop(0)

    def rest_after(self, outcome: Outcome | None) -> timedelta | None:
        """Return how long the whole account is left alone, where the network asked for it."""
        codes = {each.value for each in _ACCOUNT_RESTS}
        return outcome.wait if outcome is not None and outcome.code in codes else None

    def _carried(self, post: Post, taken: Taken, channel_of: OpenChannel) -> Outcome | None:
        letter, kind = taken.letter, self._kinds[taken.letter.channel_key]
        try:
            parts = split(letter.whole.text, kind.limits, letter.whole.visibility)
        except ReplyTooLongError:
            return _stopped(taken, "reply_too_long")
        arrived = dict(letter.arrived or {})
        for position, text in enumerate(parts, 1):
            if position in arrived:
                continue
            found = self._place(post, taken, letter.part(position, text, arrived), channel_of)
            if not isinstance(found, Receipt):
                return found
            taken.is_in_doubt = False
            arrived[position] = found
            if len(parts) > 1:
                self._write(partial(post.part_arrived, letter, position, found))
        return Outcome(DeliveryState.SENT, receipt=arrived.get(1))

    def _place(
        self, post: Post, taken: Taken, part: OutgoingReply, channel_of: OpenChannel
    ) -> Receipt | Outcome | None:
        """Look one part up where it may have arrived, else send it, once."""
        try:
            channel = channel_of()
            found = self._looked_up(post, taken, part, channel) if taken.is_in_doubt else None
        except Exception as error:  # noqa: BLE001 - whatever happened before sending, nothing was sent
            return self._after(post, taken, as_certain(error))
        if found is not None:
            return found
        code = post.refusal(taken.letter)
        if code is not None:
            return _stopped(taken, code)
        if not post.keep(taken):
            return None
        try:
            return channel.send(part)
        except ChannelError as error:
            return self._after(post, taken, error)
        except Exception as error:  # noqa: BLE001 - an adapter's bug must neither stop the answers behind it nor repeat one
            _LOG.error("a network's adapter failed while sending: %s", type(error).__name__)
            return self._after(post, taken, ChannelError(Problem.NO_ANSWER, is_certain=False))

    def _looked_up(self, post: Post, taken: Taken, part: OutgoingReply, channel: Channel) -> Receipt | Outcome | None:
        """Look for what may have arrived; None when it is to be sent once more."""
        key, letter = _key(post, taken), taken.letter
        is_known_there = self._kinds[letter.channel_key].has_idempotency
        if not is_known_there:
            found = channel.find_sent(part)
            if found is not None:
                return found
            if not self._is_absent(post, taken):
                return self._in_doubt(post, taken, NO_ANSWER)
        repeats = 0 if is_known_there else self._repeats.get(key, repeats_of(letter.attempts))
        if is_for_a_person(repeats=repeats, attempts=letter.attempts, age=self._clock.now() - letter.since):
            return Outcome(DeliveryState.UNCERTAIN, NO_ANSWER)
        if not is_known_there:
            self._forget(post, taken)
            self._repeats[key] = repeats + 1
            taken.is_in_doubt = False
        return None

    def _after(self, post: Post, taken: Taken, error: ChannelError) -> Outcome:
        if taken.is_in_doubt or not error.is_certain:
            if not taken.is_in_doubt:
                self._repeats.setdefault(_key(post, taken), 0)
            return self._in_doubt(post, taken, error.problem.value, error.retry_after)
        letter = taken.letter
        verdict = after_failure(
            error.problem,
            attempts=letter.attempts + 1,
            age=self._clock.now() - letter.since,
            retry_after=error.retry_after,
            longest=post.longest,
        )
        return Outcome(verdict.state, error.problem.value, verdict.wait)

    def _in_doubt(self, post: Post, taken: Taken, code: str, retry_after: timedelta | None = None) -> Outcome:
        key = _key(post, taken)
        looks = self._looks[key]
        self._looks[key] += 1
        verdict = after_doubt(self._kinds[taken.letter.channel_key], looks)
        wait = verdict.wait if verdict.wait is None else max(verdict.wait, retry_after or timedelta(0))
        return Outcome(verdict.state, code, wait)

    def _is_absent(self, post: Post, taken: Taken) -> bool:
        """Tell whether a letter was not found often enough to be sure that it never arrived."""
        key = _key(post, taken)
        self._absences[key] += 1
        return self._absences[key] >= LOOKS_UNTIL_ABSENT

    def _forget(self, post: Post, taken: Taken) -> None:
        self._looks.pop(_key(post, taken), None)
        self._absences.pop(_key(post, taken), None)

    def _write(self, work: Callable[[], None]) -> None:
        """Write now, or keep it for later: what the network has said must not be lost with a full disk."""
        with self._lock:
            self._unwritten.append(work)
        try:
            self.write_late()
        except UserError as problem:
            _LOG.warning("the outbox writes later: %s", problem.code)


def _key(post: Post, taken: Taken) -> str:
    return f"{post.name}:{taken.letter.id}"


def _stopped(taken: Taken, code: str) -> Outcome:
    """Return what becomes of what must not leave: failed, or in doubt for a person where it may have arrived."""
    return Outcome(DeliveryState.UNCERTAIN if taken.is_in_doubt else DeliveryState.FAILED, code)


def as_certain(error: Exception) -> ChannelError:
    """Return what kept something from being sent at all, in a network's words: away is our own door, too."""
    if isinstance(error, ChannelError):
        return ChannelError(error.problem, retry_after=error.retry_after, facts=error.facts)
    if isinstance(error, UserError):
        _LOG.warning("an account cannot be opened: %s", error.code)
        return ChannelError(Problem.NO_KEY)
    _LOG.error("a network's adapter failed: %s", type(error).__name__)
    return ChannelError(Problem.UNREADABLE)
