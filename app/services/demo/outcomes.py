"""What came of the invented work: marks, promises kept or broken, crises answered in time, what our posts reached."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

from app.models.domain.vocabulary import CaseState, PromiseState, Sentiment
from app.models.schema.base import EPOCH, Code
from app.services.demo.plan import Chunk, Plan, Tally, add_count
from app.services.demo.tables import row_of
from app.services.mention_keys import LocalTimes
from app.services.reading_keys import FIGURES, crisis_key, reach_keys

_MICRO = 1_000_000
_HOUR = 3600
_PROMISES = {state: Code(PromiseState).code_of(state) for state in PromiseState}
# Marks of 1 to 5: whoever complained is harder to please.
_MARKS = {True: (30, 18, 16, 20, 16), False: (6, 7, 15, 32, 40)}
_RATED, _PROMISED, _OMBUDSMAN, _UNCONFIRMED, _SEEN_AGAIN = 0.34, 0.12, 0.02, 0.14, 0.35
_IN_TIME, _ANSWER_WITHIN = 0.82, 120
_POST = "Novidade na loja: passe para conhecer!"


def rate(values: dict[str, Any], sentiment: Sentiment, random: Random) -> None:
    """Let a third of the customers of closed cases say how they were served."""
    if random.random() < _RATED:
        mark = random.choices((1, 2, 3, 4, 5), weights=_MARKS[sentiment is Sentiment.NEGATIVE])[0]
        values["satisfaction"] = mark
        values["is_satisfied_resolved"] = mark >= random.choice((2, 3, 4))


def went_to_ombudsman(random: Random) -> bool:
    """Tell whether a closed case had come to the ombudsman."""
    return random.random() < _OMBUDSMAN


def node_row(case_id: int, axis_id: int, node_id: int, random: Random) -> tuple[Any, ...]:
    """Return a row of what a case carries; one in seven is only suggested and waits for a person."""
    if random.random() >= _UNCONFIRMED:
        return case_id, axis_id, node_id, False, None, None
    return case_id, axis_id, node_id, True, round(0.55 + 0.4 * random.random(), 3), None


def promise_row(number: int, values: dict[str, Any], state: CaseState, actor: int, random: Random) -> dict[str, Any]:
    """Return a promise made with the first answer: still open while the case is, else mostly kept."""
    made = values["first_response_at"]
    due = made + random.choice((4, 24, 48, 72)) * _HOUR * _MICRO
    is_open = state is not CaseState.CLOSED
    kept = PromiseState.KEPT if random.random() < 0.78 else PromiseState.BROKEN  # noqa: PLR2004 - most are kept
    row = {"id": number, "case_id": values["id"], "text": "Retornar com a solução", "due_at": due, "made_by_id": actor}
    row |= {"made_at": made, "state": _PROMISES[PromiseState.OPEN if is_open else kept]}
    if not is_open:
        row["settled_at"] = due - _HOUR * _MICRO if kept is PromiseState.KEPT else due + 5 * _HOUR * _MICRO
    return row


def has_promise(values: dict[str, Any], random: Random) -> bool:
    """Tell whether the customer was promised something."""
    return values.get("first_response_at") is not None and random.random() < _PROMISED


def store_clock(
    chunk: Chunk,
    counts: Tally,
    mention: tuple[int, int, int, int],
    *,
    actor: int,
    times: LocalTimes,
    random: Random,
) -> None:
    """Store the settled clocks of a crisis mention: (id, level, channel, posted second)."""
    mention_id, level, channel_id, second = mention
    at = second * _MICRO
    minute = 60 * _MICRO
    identified = at + (random.randrange(3, 55) if random.random() < _IN_TIME else random.randrange(65, 400)) * minute
    owed = identified + _ANSWER_WITHIN * minute
    late = 0 if random.random() < _IN_TIME else 300
    clock: dict[str, Any] = {
        "mention_id": mention_id,
        "level": level,
        "rule": "demo",
        "identify_due_at": at + 60 * minute,
        "identified_at": identified,
        "identified_by_id": actor,
        "answer_due_at": owed,
        "answered_at": identified + (late + random.randrange(5, _ANSWER_WITHIN)) * minute,
    }
    chunk.add("crisis_clock", row_of("crisis_clock", clock))
    told = {name: _time(value) if name.endswith("_at") else value for name, value in clock.items()}
    add_count(counts, "crisis_day", crisis_key(told, channel_id, _time(at), times.zone))


class Reach:
    """Makes our own answers and posts on the networks, with what they reached."""

    def __init__(self, plan: Plan, times: LocalTimes, random: Random) -> None:
        self._accounts, self._times, self._random = dict(plan.accounts), times, random
        self._posts = 0
        self._day = 0

    def answer(self, chunk: Chunk, counts: Tally, channel_id: int, reply_id: int, text: str, at: int) -> None:  # noqa: PLR0917 - made in one place
        """Store an answer as a network showed it to us later, with its figures."""
        if channel_id in self._accounts and self._random.random() < _SEEN_AGAIN:
            self._store(chunk, counts, channel_id, {"reply_id": reply_id, "text": text, "posted_at": at}, 12)

    def new_day(self, chunk: Chunk, counts: Tally, second: int) -> None:
        """Publish a post an account on the first mention of each day."""
        day = self._times.of_second(second).day
        if day != self._day:
            self._day = day
            for channel_id in self._accounts:
                self._store(chunk, counts, channel_id, {"text": _POST, "posted_at": second * _MICRO}, 900)

    def _store(self, chunk: Chunk, counts: Tally, channel_id: int, post: dict[str, Any], likes: int) -> None:
        self._posts += 1
        liked = int(self._random.expovariate(1 / likes))
        figures = dict(zip(FIGURES, (liked, liked // 6, liked // 9, liked * 21 + 14), strict=True))
        values = post | figures | {"id": self._posts, "account_id": self._accounts[channel_id], "is_private": False}
        values |= {"external_id": f"demo-{self._posts}", "figures_at": post["posted_at"] + 24 * _HOUR * _MICRO}
        chunk.add("own_post", row_of("own_post", values))
        told = values | {"posted_at": _time(post["posted_at"]), "reply_id": post.get("reply_id")}
        for key, n in reach_keys(told, self._times.zone):
            add_count(counts, "reach_day", key, n)


def engagement_of(sentiment: Sentiment, random: Random, *, is_private: bool) -> tuple[int, int, int]:
    """Return likes, shares and replies: anger travels further than praise, and nobody likes a private word."""
    if is_private:
        return 0, 0, 0
    likes = int(random.expovariate(0.12 if sentiment is Sentiment.NEGATIVE else 0.3))
    return likes, likes // 5, likes // 3


def _time(microseconds: int) -> datetime:
    return EPOCH + timedelta(microseconds=microseconds)
