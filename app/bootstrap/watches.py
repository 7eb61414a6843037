"""What looks after the counter while nobody does: deadlines, crisis limits, bursts, grave cases, missing holidays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.bootstrap.channels import ChannelServices
from app.models.domain.alert import AlertKind, NewAlert
from app.services.alerts import AlertService
from app.services.burst_watch import BurstWatch
from app.services.crisis_limit_watch import CrisisLimitWatch
from app.services.database import Database
from app.services.deadline_watch import DeadlineWatch
from app.services.opening_hours import OpeningHoursService
from app.services.spread_watch import SpreadWatch
from app.services.suggestions.service import SuggestionService
from app.services.watch_loop import Watch, WatchLoop

_OFTEN, _SOMETIMES, _SELDOM = timedelta(seconds=15), timedelta(minutes=5), timedelta(hours=1)


def build_watches(
    *,
    database: Database,
    alerts: AlertService,
    deadlines: DeadlineWatch,
    hours: OpeningHoursService,
    channels: ChannelServices,
    suggestions: SuggestionService,
) -> WatchLoop:
    """Return the loop of all watches; a database that cannot be written is watched by other workstations."""
    if database.is_read_only:
        return WatchLoop(watches=())
    spread = SpreadWatch(database=database)

    def raise_burst(kind: str, key: str, level: int | None, facts: dict[str, Any]) -> None:
        alerts.raise_once(NewAlert(key, AlertKind(kind), level, facts=facts))

    bursts = BurstWatch(database=database, raise_alert=raise_burst)

    def look_for_holidays() -> None:
        for year in hours.missing_years(database.clock.now()):
            alerts.raise_once(NewAlert(f"holiday:{year}", AlertKind.HOLIDAY, facts={"year": year}))

    return WatchLoop(
        watches=[
            Watch("deadlines", deadlines.run_once),
            Watch("bursts", lambda: bursts.run_once(database.clock.now())),
            Watch("spread", spread.run_once),
            Watch("crisis_limits", CrisisLimitWatch(database=database).run_once),
            Watch("holidays", look_for_holidays, _SELDOM),
            Watch("silence", channels.silence.run_once, _SOMETIMES),
            Watch("auto_answers", channels.auto_answers.look, _OFTEN),
            *suggestions.watches(),
        ]
    )
