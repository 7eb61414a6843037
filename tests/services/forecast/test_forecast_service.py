"""The forecast reads the roll-ups alone, works apart, and plans people by the team's rules and measured times."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, insert, select, update

from app.models.domain.chart import ChartKey, Shape
from app.models.domain.forecast import Outlook, TooShort
from app.models.domain.forecast_whatif import Campaign, NewChannel, WhatIf
from app.models.domain.people import Actor, Role
from app.models.domain.series import ReportFilter
from app.models.domain.staffing import StaffingRules
from app.models.domain.vocabulary import MentionState
from app.models.domain.zone_days import day_number, hour_number
from app.models.schema.base import Code
from app.models.schema.channels import Channel
from app.models.schema.rollups import NO_SENTIMENT, HandlingDay, MentionDay, MentionHour
from app.models.schema.settings import BusinessSetting
from app.services.cancel import Cancelled, CancelToken
from app.services.charts import ChartService
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.forecast import ForecastService, VolumeForecast
from app.services.forecast_charts import (
    DAY,
    HOUR,
    MONTH,
    forecast_table,
    staffing_chart,
    staffing_table,
    volume_chart,
    weekday_chart,
    with_forecast,
)
from app.services.settings_book import SettingsBook
from app.services.staffing import Staffing, StaffingService

ZONE = ZoneInfo("America/Sao_Paulo")
BY_WEEKDAY = (60, 55, 52, 50, 50, 30, 20)
_TRIAGE, _IN_CASE = (Code(MentionState).code_of(each) for each in (MentionState.TO_TRIAGE, MentionState.IN_CASE))


def fill(database: Database, days: int, *, hole: range = range(0), last: date | None = None) -> date:
    """Put that many days up to yesterday into the roll-ups: 9 to 20 h, a quarter in cases, an eighth by e-mail."""
    until = last or database.clock.now().astimezone(ZONE).date() - timedelta(days=1)

    def work(connection: Connection) -> None:
        keys = {row.key: row.id for row in connection.execute(select(Channel.key, Channel.id))}
        by_day, by_hour = [], []
        for back in range(days):
            day = until - timedelta(days=back)
            if back in hole:
                continue
            n = BY_WEEKDAY[day.weekday()] + back * 7 % 5
            for channel, part in ((keys["instagram"], 6), (keys["email"], 2)):
                for state, share in ((_TRIAGE, 6), (_IN_CASE, 2)):
                    by_day.append(
                        {
                            "day": day_number(day),
                            "channel_id": channel,
                            "sentiment": NO_SENTIMENT,
                            "source": 0,
                            "state": state,
                            "n": n * part * share,
                        }
                    )
                noon = hour_number(datetime(day.year, day.month, day.day, 12, tzinfo=ZONE).astimezone(UTC))
                by_hour += [
                    {"hour": noon + hour, "channel_id": channel, "n": n * part * 8 // 11} for hour in range(-3, 8)
                ]
        connection.execute(insert(MentionDay), by_day)
        connection.execute(insert(MentionHour), by_hour)

    database.quiet(work)
    return until


def measure(database: Database, answers: int, seconds: int) -> None:
    day = day_number(database.clock.now().date())
    rows = [
        {"day": day, "person_id": 1, "channel_id": 1, "measure": m, "n": n} for m, n in ((0, answers), (1, seconds))
    ]
    database.quiet(lambda connection: connection.execute(insert(HandlingDay), rows))


@pytest.fixture
def service(database: Database) -> ForecastService:
    return ForecastService(database=database)


@pytest.fixture
def staffing(database: Database) -> StaffingService:
    return StaffingService(database=database, settings=SettingsBook(database=database))


def planned(staffing: StaffingService, actor: Actor, found: VolumeForecast, **changes: object) -> Staffing:
    made = staffing.plan(actor, found, replace(StaffingRules(), **changes))  # type: ignore[arg-type]  # any field
    assert made is not None
    return made


def test_a_season_is_forecast_apart_by_day_hour_and_month(
    service: ForecastService, database: Database, actor: Actor
) -> None:
    last = fill(database, 130)
    found = service.forecast(actor)
    assert (found.last, found.is_old) == (last, False)
    assert found.outlooks is not None
    assert all(isinstance(each, Outlook) for each in (found.outlooks.days, found.outlooks.hours, found.outlooks.months))
    again = service.forecast(actor)
    assert again.outlooks is found.outlooks
    chart = volume_chart(found, DAY)
    assert chart is not None
    received, forecast = chart.tracks
    assert [len(each.cells) for each in chart.tracks] == [150, 150]
    assert received.cells[59].query is not None
    assert forecast.is_forecast
    assert forecast.cells[60].value == pytest.approx(BY_WEEKDAY[(last + timedelta(days=1)).weekday()] * 64, rel=0.15)
    assert forecast.low[60] is not None
    assert forecast.low[59] is None
    by_hour = volume_chart(found, HOUR)
    assert by_hour is not None
    assert len(by_hour.categories) == 24
    assert by_hour.tracks[0].cells[3].value == pytest.approx(0, abs=5)
    by_month = volume_chart(found, MONTH)
    assert by_month is not None
    assert by_month.key is ChartKey.VOLUME_MONTH
    starts = [each.key for each in by_month.categories]
    assert starts == sorted(set(starts), key=str)
    assert len(forecast_table(found, HOUR).rows) == 14 * 24
    assert len(forecast_table(found, DAY).rows[0]) == len(forecast_table(found, DAY).headers) == 6
    assert forecast_table(found, MONTH).headers[0] == "month"


def test_one_channel_has_its_own_forecast(service: ForecastService, database: Database, actor: Actor) -> None:
    fill(database, 40)
    every = service.forecast(actor)
    mail = next(each.id for each in every.channels if each.key == "email")
    alone = service.forecast(actor, [mail])
    assert isinstance(alone.outlooks and alone.outlooks.days, Outlook)
    whole, part = volume_chart(every, DAY), volume_chart(alone, DAY)
    assert whole is not None
    assert part is not None
    assert part.tracks[0].cells[0].value == pytest.approx((whole.tracks[0].cells[0].value or 0) / 4)
    assert every.share_of(mail) == pytest.approx(0.25)


def test_nothing_one_day_and_an_old_archive(service: ForecastService, database: Database, actor: Actor) -> None:
    empty = service.forecast(actor)
    assert empty.series is None
    assert volume_chart(empty, DAY) is None
    assert forecast_table(empty, DAY).rows == ()
    assert service.wished(empty, WhatIf(monthly_percent=5)).outlooks is None
    until = fill(database, 1)
    one = service.forecast(actor)
    assert one.outlooks is not None
    assert one.outlooks.days == TooShort(1)
    assert volume_chart(one, HOUR) is None
    fill(database, 60, last=until - timedelta(days=400))
    database.quiet(
        lambda connection: connection.execute(update(MentionDay).where(MentionDay.day == day_number(until)).values(n=0))
    )
    old = service.forecast(actor)
    assert old.is_old
    assert old.last == until - timedelta(days=400)
    assert isinstance(old.outlooks and old.outlooks.days, Outlook)


def test_a_month_without_capture_is_a_gap(service: ForecastService, database: Database, actor: Actor) -> None:
    fill(database, 99, hole=range(30, 60))
    found = service.forecast(actor)
    assert found.series is not None
    assert found.series.gaps == 30
    chart = volume_chart(found, DAY)
    assert chart is not None
    assert chart.tracks[0].cells[0].value is None


def test_another_zone_moves_the_hours(service: ForecastService, database: Database, actor: Actor) -> None:
    fill(database, 60)
    before = volume_chart(service.forecast(actor), HOUR)
    zone = update(BusinessSetting).where(BusinessSetting.key == "zone").values(value="America/Manaus")
    database.quiet(lambda connection: connection.execute(zone))
    after = volume_chart(service.forecast(actor), HOUR)
    assert before is not None
    assert after is not None
    values = [[cell.value or 0 for cell in each.tracks[0].cells] for each in (before, after)]
    assert values[1][8:19] == pytest.approx(values[0][9:20], rel=0.01)


def test_wishes_lie_over_and_absurd_ones_are_refused(
    service: ForecastService, database: Database, actor: Actor
) -> None:
    last = fill(database, 95)
    found = service.forecast(actor)
    mail = next(each.id for each in found.channels if each.key == "email")
    first = last + timedelta(days=1)
    wanted = WhatIf((Campaign(first, first, 100),), NewChannel(mail, 40, first + timedelta(days=1)))
    wished = service.wished(found, wanted)
    plain, more = volume_chart(found, DAY), volume_chart(wished, DAY)
    assert plain is not None
    assert more is not None
    ratios = [
        (after.value or 0) / (before.value or 1)
        for before, after in zip(plain.tracks[1].cells[60:63], more.tracks[1].cells[60:63], strict=True)
    ]
    assert ratios == pytest.approx([2, 1.1, 1.1], rel=0.01)
    with pytest.raises(Invalid, match="forecast_campaign_percent"):
        service.wished(found, WhatIf((Campaign(first, first, 5_000),)))


def test_who_cancels_waits_no_longer(service: ForecastService, database: Database, actor: Actor) -> None:
    fill(database, 130)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        service.forecast(actor, token=token)


def test_people_for_each_half_hour(
    service: ForecastService, staffing: StaffingService, database: Database, actor: Actor
) -> None:
    fill(database, 60)
    found = service.forecast(actor)
    typed = planned(staffing, actor, found)
    assert (typed.is_measured, typed.handling_seconds) == (False, 300)
    assert typed.served_percent == pytest.approx(25)
    assert typed.deferred_percent == pytest.approx(25)
    assert typed.plan.in_time is not None
    assert typed.plan.in_time >= 0.8
    measure(database, 49, 49 * 600)
    assert not planned(staffing, actor, found).is_measured
    database.quiet(lambda connection: connection.execute(update(HandlingDay).values(n=HandlingDay.n * 2)))
    measured = planned(staffing, actor, found, concurrency=4)
    assert (measured.is_measured, measured.measured_answers, measured.handling_seconds) == (True, 98, 600)
    assert measured.plan.person_hours > 1.5 * typed.plan.person_hours
    cautious = staffing.plan(actor, found, StaffingRules(), is_cautious=True)
    assert cautious is not None
    assert sum(cautious.daily) > sum(typed.daily)
    fewer = planned(staffing, actor, found, served_percent=5)
    assert fewer.plan.answers == pytest.approx(typed.plan.answers / 5, rel=0.01)


def test_the_plan_is_shown_and_taken_away(
    service: ForecastService, staffing: StaffingService, database: Database, actor: Actor
) -> None:
    fill(database, 60)
    made = planned(staffing, actor, service.forecast(actor))
    heat = staffing_chart(made)
    assert heat.shape is Shape.HEAT
    assert len(heat.tracks) == 7
    assert len(heat.marked) == 7 * len(heat.categories)
    assert all(
        (cell.value is not None) is heat.marked[row * len(heat.categories) + place]
        for row, track in enumerate(heat.tracks)
        for place, cell in enumerate(track.cells)
    )
    monday = zip(*(track.cells for track in weekday_chart(made, 0).tracks), strict=True)
    assert [sum(cell.value or 0 for cell in cells) for cells in monday] == [
        cell.value or 0 for cell in heat.tracks[0].cells
    ]
    table = staffing_table(made)
    assert len(table.rows) == 336
    assert len(table.rows[0]) == len(table.headers)


def test_without_a_forecast_there_is_no_plan(service: ForecastService, staffing: StaffingService, actor: Actor) -> None:
    assert staffing.plan(actor, service.forecast(actor), StaffingRules()) is None


def test_rules_are_kept_with_their_history(staffing: StaffingService, actor: Actor) -> None:
    first = staffing.rules()
    assert (first.rules, first.version) == (StaffingRules(), 0)
    done = staffing.save(actor, replace(first.rules, shrinkage_percent=35), expected_version=0)
    assert staffing.rules().rules.shrinkage_percent == 35
    with pytest.raises(Conflict, match="setting_changed"):
        staffing.save(actor, first.rules, expected_version=0)
    assert done.undo is not None
    done.undo.revert()
    assert staffing.rules().rules == StaffingRules()
    with pytest.raises(Invalid, match="staffing_out_of_range"):
        staffing.save(actor, replace(first.rules, service_percent=100), expected_version=0)
    with pytest.raises(Refused):
        staffing.save(Actor(9, "Ana", Role.ATTENDANT), first.rules, expected_version=0)


def test_charts_of_volume_go_on_with_the_forecast(service: ForecastService, database: Database, actor: Actor) -> None:
    last = fill(database, 95)
    found = service.forecast(actor)
    charts = ChartService(database=database)
    wanted = ReportFilter(last - timedelta(days=29), last)
    plain = charts.chart(ChartKey.VOLUME_DAY, wanted, actor)
    longer = with_forecast(plain, found)
    assert len(longer.categories) == len(plain.categories) + 30
    assert longer.tracks[-1].is_forecast
    assert all(len(track.cells) == len(longer.categories) for track in longer.tracks)
    assert with_forecast(plain, service.forecast(actor, [10_000])) is plain
    earlier = charts.chart(
        ChartKey.VOLUME_DAY, ReportFilter(last - timedelta(days=60), last - timedelta(days=31)), actor
    )
    assert with_forecast(earlier, found) is earlier
    channels = charts.chart(ChartKey.CHANNELS, wanted, actor)
    assert with_forecast(channels, found) is channels
