"""What a crisis clock and a post of ours count under, made in one place for keeping the counts and for recounting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo
from typing import Any

from app.models.domain.case_counts import day_number

NOT_YET, IN_TIME, LATE = 0, 1, 2
ANSWERS, POSTS = 0, 1
FIGURES = ("likes", "shares", "replies", "reach")
"""What is counted of our own posts, after their number: measures 1 to 4 of ``reach_day``."""


def crisis_key(clock: Mapping[Any, Any], channel_id: int, posted_at: datetime, zone: tzinfo) -> tuple[int, ...]:
    """Return the row of ``crisis_day`` of a clock, with the channel and the time of its mention."""
    identified = _outcome(clock["identified_at"], clock["identify_due_at"])
    answered = _outcome(clock["answered_at"], clock["answer_due_at"])
    return day_number(posted_at, zone), clock["level"], channel_id, identified, answered


def _outcome(done_at: datetime | None, due_at: datetime | None) -> int:
    if done_at is None:
        return NOT_YET
    return IN_TIME if due_at is None or done_at <= due_at else LATE


def reach_keys(post: Mapping[Any, Any], zone: tzinfo) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield the rows of ``reach_day`` (key and how much) of a row of ``own_post``."""
    kind = POSTS if post["reply_id"] is None else ANSWERS
    place = (day_number(post["posted_at"], zone), post["account_id"], kind)
    yield (*place, 0), 1
    for measure, name in enumerate(FIGURES, start=1):
        if post[name]:
            yield (*place, measure), post[name]
