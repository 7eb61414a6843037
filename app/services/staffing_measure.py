"""Counts how long answers take, by day, person and channel, in the transaction that writes the answer."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from app.models.domain.case_counts import day_number
from app.models.queries.forecast import ANSWERS, SECONDS
from app.models.schema.rollups import HandlingDay
from app.services.acts import Act
from app.services.business_zone import business_zone

LONGEST: Final = timedelta(hours=2)
"""What claims to have taken longer is counted as this: a window that was left in use tells nothing."""


def count_handling(act: Act, channel_id: int, worked: timedelta) -> None:
    """Add one answer and its seconds of work; an answer nobody measured (no time) is not counted.

    Nothing but sums is kept: neither the case nor the hour, and no screen shows one person's.
    """
    seconds = round(min(worked, LONGEST).total_seconds())
    if seconds < 1:
        return
    day = day_number(act.at, business_zone(act.connection))
    person = act.actor.person_id
    act.tally(HandlingDay, (day, person, channel_id, ANSWERS), 1)
    act.tally(HandlingDay, (day, person, channel_id, SECONDS), seconds)
