"""The charts agree with the rows, and a click on any bar opens exactly that many mentions."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from app.models.domain.people import Actor
from app.models.domain.series import ReportFilter
from app.models.domain.vocabulary import MentionState, Sentiment
from app.models.domain.zone_days import hour_number, local_hours, midnight, split_hour
from app.models.schema.cases import Case
from app.models.schema.mentions import Mention
from app.models.schema.settings import BusinessSetting
from app.services.database import Database
from app.services.errors import Invalid
from app.services.inbox import InboxService
from app.services.reports import (
    SENTIMENTS,
    ReportsService,
    drill_day,
    drill_hour,
    drill_sentiment,
    drill_step,
    drill_week_hour,
    median_minutes,
    steps_of,
)
from tests.services.inbox.counter_data import ZONE, populate

PERIOD = ReportFilter(date(2026, 10, 3), date(2026, 11, 18))


def rows_in(database: Database, wanted: ReportFilter) -> list[Any]:
    with database.read() as connection:
        rows = connection.execute(select(*Mention.__table__.columns)).all()
    return [
        row
        for row in rows
        if wanted.since <= row.posted_at.astimezone(ZONE).date() <= wanted.until
        and (not wanted.channel_ids or row.channel_id in wanted.channel_ids)
    ]


@pytest.fixture
def filters(database: Database, actor: Actor) -> list[ReportFilter]:
    world = populate(database, actor, seed=11, mentions=300, cases=15)
    return [PERIOD, ReportFilter(PERIOD.since, PERIOD.until, tuple(world.channels[:2]))]


def test_hours_agree_with_the_rows_and_with_the_inbox(
    database: Database, actor: Actor, filters: list[ReportFilter]
) -> None:
    reports, inbox = ReportsService(database=database), InboxService(database=database)
    for wanted in filters:
        rows = rows_in(database, wanted)
        cells = Counter((local.weekday(), local.hour) for local in (row.posted_at.astimezone(ZONE) for row in rows))
        heat, hours = reports.week_heat(wanted, actor), reports.peak_hours(wanted, actor)
        assert heat.total == hours.total == len(rows)
        for hour in range(24):
            assert hours.counts[hour] == inbox.count(drill_hour(wanted, hour), actor, None).n
            for weekday in range(7):
                assert heat.counts[weekday][hour] == cells[weekday, hour]
        weekday, hour = max(cells, key=lambda each: cells[each])
        assert inbox.count(drill_week_hour(wanted, weekday, hour), actor, None).n == cells[weekday, hour]
        assert hours.open_hours[9]
        assert not hours.open_hours[20]
        assert not any(heat.is_open[6])


def test_sentiment_and_volume_agree_with_the_inbox(
    database: Database, actor: Actor, filters: list[ReportFilter]
) -> None:
    reports, inbox = ReportsService(database=database), InboxService(database=database)
    for wanted in filters:
        rows = rows_in(database, wanted)
        share = reports.sentiment_share(wanted, actor)
        assert share.total == len(rows)
        for sentiment, n in share.counts:
            assert n == sum(row.sentiment is sentiment for row in rows)
            assert inbox.count(drill_sentiment(wanted, sentiment), actor, None).n == n
        days = reports.volume_per_day(wanted, actor)
        for day, n, in_case in zip(days.days, days.received, days.in_case, strict=True):
            of_day = [row for row in rows if row.posted_at.astimezone(ZONE).date() == day]
            assert (len(of_day), sum(row.state is MentionState.IN_CASE for row in of_day)) == (n, in_case)
        assert inbox.count(drill_day(wanted, days.days[5]), actor, None).n == days.received[5]


@pytest.mark.parametrize(("days", "step"), [(40, "day"), (200, "week"), (700, "month")])
def test_sentiment_over_time_in_steps(
    database: Database, actor: Actor, filters: list[ReportFilter], days: int, step: str
) -> None:
    reports, inbox = ReportsService(database=database), InboxService(database=database)
    wanted = ReportFilter(PERIOD.until - timedelta(days=days), PERIOD.until, filters[1].channel_ids)
    over_time = reports.sentiment_over_time(wanted, actor)
    assert over_time.step == step
    assert over_time.starts == steps_of(wanted, step)
    assert sum(map(sum, over_time.counts)) == len(rows_in(database, wanted))
    for row in range(len(over_time.starts) - 3, len(over_time.starts)):
        for column, sentiment in enumerate(SENTIMENTS):
            query = drill_step(wanted, step, over_time.starts[row], sentiment)
            assert inbox.count(query, actor, None).n == over_time.counts[row][column]


def test_figures(database: Database, actor: Actor, filters: list[ReportFilter]) -> None:
    reports = ReportsService(database=database)
    found = reports.figures(PERIOD, actor)
    rows = rows_in(database, PERIOD)
    assert found.mentions == len(rows)
    assert found.in_case == sum(row.state is MentionState.IN_CASE for row in rows)
    with database.read() as connection:
        opened = [
            at
            for at in connection.execute(select(Case.opened_at)).scalars()
            if PERIOD.since <= at.astimezone(ZONE).date() <= PERIOD.until
        ]
    assert found.cases_opened == len(opened)
    assert len(filters) == 2
    assert found.first_response_median_minutes is None
    assert found.negative_percent is not None
    assert 0 < found.negative_percent < 100


def test_default_period_and_impossible_ones(database: Database, actor: Actor) -> None:
    reports = ReportsService(database=database)
    assert reports.default_period(actor).until == date(2026, 11, 21)
    with pytest.raises(Invalid, match=r"report\.period"):
        reports.figures(ReportFilter(date(2026, 2, 2), date(2026, 2, 1)), actor)


def test_old_changes_of_the_clock_are_folded() -> None:
    """In 2018 the clocks of São Paulo went forward at midnight of 4 November; that day has 23 hours."""
    day = date(2018, 11, 4)
    first, last = hour_number(midnight(day, ZONE)), hour_number(midnight(day + timedelta(days=1), ZONE))
    assert last - first == 23
    hours = [split_hour(each)[2] for each in local_hours(ZONE, range(first, last))]
    assert hours == list(range(1, 24))
    zone = ZoneInfo("Europe/London")
    at = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    span = range(hour_number(at), hour_number(at) + 30)
    assert [split_hour(each)[2] for each in local_hours(zone, span)] == [
        (datetime(2026, 3, 29, tzinfo=UTC) + timedelta(hours=n)).astimezone(zone).hour for n in range(30)
    ]


def test_the_median_lies_within_its_bucket() -> None:
    assert median_minutes([]) is None
    found = median_minutes([(50, 1), (60, 2), (70, 1)])
    assert found is not None
    assert 4 < found < 6


def test_another_zone_cuts_days_elsewhere(database: Database, actor: Actor) -> None:
    database.quiet(
        lambda connection: connection.execute(
            update(BusinessSetting).where(BusinessSetting.key == "zone").values(value="America/Manaus")
        )
    )
    populate(database, actor, seed=12, mentions=80, cases=0)
    reports, inbox = ReportsService(database=database), InboxService(database=database)
    for hour in range(24):
        bar = reports.peak_hours(PERIOD, actor).counts[hour]
        assert inbox.count(drill_hour(PERIOD, hour), actor, None).n == bar
    assert {Sentiment.NEGATIVE} <= {each for each, n in reports.sentiment_share(PERIOD, actor).counts if n}


@pytest.mark.parametrize("period", [(date(1, 1, 1), date(1, 1, 2)), (date(9999, 12, 30), date(9999, 12, 31))])
def test_the_ends_of_the_calendar_are_no_period(database: Database, actor: Actor, period: tuple[date, date]) -> None:
    reports = ReportsService(database=database)
    for read in (reports.figures, reports.peak_hours, reports.volume_per_day):
        with pytest.raises(Invalid, match=r"report\.period"):
            read(ReportFilter(*period), actor)
