"""Which of a crisis mention's two clocks runs, since when and until when: one rule for screens and watches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.models.domain.alert import WHILE

_NEAR = 0.8


class CrisisLimit(StrEnum):
    """What has to be done in time: identify the mention, then answer it."""

    IDENTIFY = "identify"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class RunningClock:
    """A clock that runs: what is to be done until ``due_at``."""

    limit: CrisisLimit
    began_at: datetime
    due_at: datetime

    def is_near(self, now: datetime) -> bool:
        """Tell whether the limit is about to pass (80 % of its time are over) or has passed."""
        return now >= self.began_at + (self.due_at - self.began_at) * _NEAR


def running_clock(
    posted_at: datetime,
    *,
    identify_due_at: datetime | None,
    identified_at: datetime | None,
    answer_due_at: datetime | None,
    answered_at: datetime | None,
) -> RunningClock | None:
    """Return the clock that runs; None without one, when it was answered, or when no answer is owed."""
    if identify_due_at is None or answered_at is not None:
        return None
    if identified_at is None:
        return RunningClock(CrisisLimit.IDENTIFY, posted_at, identify_due_at)
    return None if answer_due_at is None else RunningClock(CrisisLimit.ANSWER, identified_at, answer_due_at)


def limit_key(limit: CrisisLimit, mention_id: int | None) -> str:
    """Return the key of the alert on one mention's limit; None = what all of them begin with."""
    return f"limit:{limit}:{'' if mention_id is None else mention_id}"


def gathered_limit_key(limit: CrisisLimit, due_at: datetime) -> str:
    """Return the key of the alert that mentions share whose limit lies in the same ten minutes."""
    return f"limit-many:{limit}:{int(due_at.timestamp() // WHILE.total_seconds())}"
