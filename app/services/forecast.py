"""Forecasts the volume to come from the roll-ups, once a day for each choice of channels, and lays wishes over it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta, tzinfo

from sqlalchemy import Connection

from app.models.domain.forecast import Outlook
from app.models.domain.forecast_hours import LEARNED_WEEKS
from app.models.domain.forecast_series import WEEK, Series, series_of
from app.models.domain.forecast_whatif import ChannelVolume, WhatIf, WhatIfError, applied, applied_to_months, checked
from app.models.domain.people import Actor, Right
from app.models.domain.zone_days import day_of, hour_number, local_hours, midnight, split_hour
from app.models.queries.forecast import days_closed, volume_by_channel, volume_by_day, volume_by_hour
from app.services.business_zone import business_zone
from app.services.cancel import Cancelled, CancelToken
from app.services.database import Database
from app.services.errors import Invalid
from app.services.forecast_child import Outlooks, Question, outlooks_apart
from app.services.holiday_table import FIRST_YEAR, LAST_YEAR, holidays_of
from app.services.rights import require
from app.services.team_calendars import CalendarShelf

SHARE_DAYS = 56
"""Over so many days the channels' shares are measured."""
_OLD_DAYS = 28
_HOURS_READ = (LEARNED_WEEKS + 7) * WEEK
_MOST_KEPT = 24
_NOTHING = WhatIf()


@dataclass(frozen=True)
class VolumeForecast:
    """The volume to come of some channels (none = all).

    ``last`` = the last day that counts: yesterday, or the last one with anything where that is over four weeks ago
    (``is_old``). ``series`` None = nothing was ever received. ``so_far`` = what the month of the first day forecast has
    already. ``channels`` = each channel's mentions of the last eight weeks.
    """

    channel_ids: tuple[int, ...]
    today: date
    last: date
    is_old: bool
    series: Series | None
    outlooks: Outlooks | None
    so_far: float
    channels: tuple[ChannelVolume, ...]
    holidays: frozenset[date]
    wished: WhatIf = _NOTHING

    def share_of(self, channel_id: int) -> float:
        """Return a channel's part of the volume that is forecast."""
        chosen = [each for each in self.channels if not self.channel_ids or each.id in self.channel_ids]
        whole = sum(each.received for each in chosen)
        like = sum(each.received for each in self.channels if each.id == channel_id)
        return like / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class _Read:
    found: VolumeForecast
    hours: dict[date, tuple[float, ...]]


class ForecastService:
    """Reads in milliseconds, works out in a process of its own, and keeps it until another day has passed."""

    def __init__(self, *, database: Database) -> None:
        self._database = database
        self._calendars = CalendarShelf()
        self._lock = threading.Lock()
        self._known: dict[tuple[object, ...], Outlooks] = {}

    def forecast(
        self, actor: Actor, channel_ids: Iterable[int] = (), token: CancelToken | None = None
    ) -> VolumeForecast:
        """Return the forecast of some channels (none = all). Off the UI thread: up to three seconds the first time.

        Raises:
            Refused: ``not_allowed``. Cancelled: when the token says so.
        """
        require(actor, Right.READ)
        read = self._read(tuple(sorted(set(channel_ids))))
        series = read.found.series
        if series is None:
            return read.found
        question = Question(series, read.hours, read.found.holidays, read.found.so_far)
        key = (series, tuple(read.hours.items()), read.found.holidays, read.found.so_far)
        with self._lock:
            known = self._known.get(key)
        if known is None:
            asked = token or CancelToken()
            known = outlooks_apart(question, lambda: asked.cancelled)
            if known is None:
                raise Cancelled
            with self._lock:
                while len(self._known) >= _MOST_KEPT:
                    self._known.pop(next(iter(self._known)))
                self._known[key] = known
        return replace(read.found, outlooks=known)

    @staticmethod
    def wished(found: VolumeForecast, wanted: WhatIf) -> VolumeForecast:
        """Return a forecast with wishes laid over it; instant.

        Raises:
            Invalid: ``forecast_campaign_dates``, ``forecast_campaign_percent``, ``forecast_campaigns_many``,
                ``forecast_channel_percent``, ``forecast_growth_percent`` (low, high).
        """
        try:
            checked(wanted)
        except WhatIfError as error:
            raise Invalid(error.code, low=_told(error.low), high=_told(error.high)) from error
        if found.outlooks is None:
            return replace(found, wished=wanted)
        share = 0.0 if wanted.channel is None else found.share_of(wanted.channel.like_id)
        days, hours, months = found.outlooks.days, found.outlooks.hours, found.outlooks.months
        first = found.last + timedelta(days=1)
        made = Outlooks(
            applied(days, wanted, share) if isinstance(days, Outlook) else days,
            applied(hours, wanted, share) if isinstance(hours, Outlook) else hours,
            applied_to_months(months, wanted, first, share, found.so_far) if isinstance(months, Outlook) else months,
        )
        return replace(found, outlooks=made, wished=wanted)

    def _read(self, channel_ids: tuple[int, ...]) -> _Read:
        with self._database.read() as connection:
            zone = business_zone(connection)
            today = self._database.clock.now().astimezone(zone).date()
            last = today - timedelta(days=1)
            counts = volume_by_day(connection, last, channel_ids)
            newest = max(counts, default=last)
            is_old = (last - newest).days > _OLD_DAYS
            last = newest if is_old else last
            series = series_of(counts, last)
            hours = {} if series is None else _hours(connection, series, zone, channel_ids)
            found = VolumeForecast(
                channel_ids=channel_ids,
                today=today,
                last=last,
                is_old=is_old,
                series=series,
                outlooks=None,
                so_far=_so_far(series),
                channels=tuple(volume_by_channel(connection, last - timedelta(days=SHARE_DAYS - 1), last)),
                holidays=frozenset() if series is None else self._holidays(connection, series.first, last),
            )
        return _Read(found, hours)

    def _holidays(self, connection: Connection, first: date, last: date) -> frozenset[date]:
        """Return the country's holidays and the dates on which the team is closed, up to a year ahead."""
        years = range(max(first.year, FIRST_YEAR), min(last.year + 1, LAST_YEAR) + 1)
        found = {each.hours.day for each in holidays_of(None, years, {})}
        calendar = self._calendars.calendars(connection).first
        if calendar is not None:
            found |= set(days_closed(connection, calendar.id))
        return frozenset(found)


def _hours(
    connection: Connection, series: Series, zone: tzinfo, channel_ids: Sequence[int]
) -> dict[date, tuple[float, ...]]:
    """Return the 24 counts of each known day of the last weeks."""
    since = max(series.first, series.last - timedelta(days=_HOURS_READ - 1))
    first = hour_number(midnight(since, zone))
    rows = volume_by_hour(connection, first, hour_number(midnight(series.last + timedelta(days=1), zone)), channel_ids)
    counts: dict[date, list[float]] = {
        since + timedelta(days=place): [0.0] * 24 for place in range((series.last - since).days + 1)
    }
    for local, (_hour, n) in zip(local_hours(zone, [hour for hour, _n in rows]), rows, strict=True):
        day, _weekday, hour = split_hour(local)
        row = counts.get(day_of(day))
        if row is not None:
            row[hour] += n
    known = {series.first + timedelta(days=place) for place, n in enumerate(series.values) if n is not None}
    return {day: tuple(row) for day, row in counts.items() if day in known}


def _so_far(series: Series | None) -> float:
    """Return what the month of the first day after a series has in it already."""
    if series is None:
        return 0.0
    first = series.last + timedelta(days=1)
    days = min(first.day - 1, len(series.values))
    return sum(value or 0.0 for value in series.values[len(series.values) - days :])


def _told(limit: float) -> int | float:
    return int(limit) if limit == int(limit) else limit
