"""Days and hours follow the clock on the wall, also where a change of clocks leaves one out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.models.domain.zone_days import day_number, day_of, hour_number, local_hours, midnight, split_hour


def test_old_changes_of_the_clock_are_folded() -> None:
    """In 2018 the clocks of São Paulo went forward at midnight of 4 November; that day has 23 hours."""
    zone, day = ZoneInfo("America/Sao_Paulo"), date(2018, 11, 4)
    first, last = hour_number(midnight(day, zone)), hour_number(midnight(day + timedelta(days=1), zone))
    assert last - first == 23
    hours = [split_hour(each)[2] for each in local_hours(zone, range(first, last))]
    assert hours == list(range(1, 24))


def test_days_are_numbers_and_back() -> None:
    assert day_number(date(1970, 1, 2)) == 1
    assert day_of(day_number(date(2026, 11, 20))) == date(2026, 11, 20)


def test_a_change_within_a_day_of_utc() -> None:
    zone = ZoneInfo("Europe/London")
    at = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    span = range(hour_number(at), hour_number(at) + 30)
    assert [split_hour(each)[2] for each in local_hours(zone, span)] == [
        (datetime(2026, 3, 29, tzinfo=UTC) + timedelta(hours=n)).astimezone(zone).hour for n in range(30)
    ]
