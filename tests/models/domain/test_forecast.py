from __future__ import annotations

import functools
import math
import random
from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from app.models.domain.forecast import (
    NEEDED_DAYS,
    NEEDED_FOR_MONTHS,
    Outlook,
    TooShort,
    forecast_days,
    forecast_months,
)
from app.models.domain.forecast_backtest import Bands, Case, score
from app.models.domain.forecast_hours import BY_SHARES, forecast_hours, hour_shares
from app.models.domain.forecast_models import Learned, Method, naive, predict
from app.models.domain.forecast_series import Series, series_of, shape_of
from app.models.domain.forecast_whatif import (
    Campaign,
    NewChannel,
    WhatIf,
    WhatIfError,
    applied,
    applied_to_months,
    checked,
    outside,
)

MONDAY = date(2025, 1, 6)
BY_WEEKDAY = (1.2, 1.1, 1.05, 1.0, 1.0, 0.7, 0.5)
FIXED = {(1, 1), (4, 21), (5, 1), (9, 7), (10, 12), (11, 2), (11, 15), (12, 25)}
HOLIDAYS = {date(year, month, day) for year in (2023, 2024, 2025, 2026) for month, day in FIXED}


def counts(
    days: int, *, base: float = 300, growth: float = 0.0, noise: float = 0.05, seed: int = 1, first: date = MONDAY
) -> dict[date, int]:
    chance = random.Random(seed)  # noqa: S311 - invented counts
    found = {}
    for place in range(days):
        day = first + timedelta(days=place)
        mean = base * math.exp(growth * place / 365) * BY_WEEKDAY[day.weekday()] * math.exp(chance.gauss(0, noise))
        found[day] = round(mean * (0.4 if day in HOLIDAYS and day.weekday() < 5 else 1))
    return found


def made(found: Mapping[date, int]) -> Series:
    series = series_of(found, max(found))
    assert series is not None
    return series


def days_of(found: Mapping[date, int], horizon: int = 90) -> Outlook:
    outlook = forecast_days(made(found), HOLIDAYS, horizon)
    assert isinstance(outlook, Outlook)
    return outlook


@functools.cache
def steady() -> Outlook:
    return days_of(counts(364))


def test_a_steady_year_is_forecast_better_than_by_the_naive() -> None:
    outlook = steady()
    quality = outlook.quality
    assert quality.naive.method == Method.NAIVE
    assert not quality.is_naive
    assert quality.chosen.wape < 0.8 * quality.naive.wape
    assert quality.chosen.wape < 8
    assert {each.tests for each in quality.scores} == {quality.naive.tests}
    assert quality.coverage is not None
    assert quality.coverage[0] == pytest.approx(80, abs=8)
    assert quality.coverage[1] == pytest.approx(95, abs=5)
    assert not outlook.is_extended
    first = outlook.points[0]
    assert first.start == MONDAY + timedelta(days=364)
    assert first.low95 <= first.low80 < first.value < first.high80 <= first.high95
    assert len(outlook.points) == 90


def test_weekdays_and_holidays_are_learned() -> None:
    found = counts(420, noise=0.01)
    points = {point.start: point.value for point in days_of(found).points}
    assert points[date(2026, 3, 2)] == pytest.approx(300 * 1.2, rel=0.06)
    assert points[date(2026, 3, 8)] == pytest.approx(300 * 0.5, rel=0.06)
    assert points[date(2026, 4, 21)] == pytest.approx(300 * 1.1 * 0.5, rel=0.12)  # a Tuesday
    shape = shape_of(made(found).values, 0, [(day - MONDAY).days for day in HOLIDAYS])
    assert shape.holiday == pytest.approx(0.47, abs=0.05)
    assert shape.factor(6, is_holiday=True) == shape.factor(6, is_holiday=False)


def test_growth_is_followed() -> None:
    outlook = days_of(counts(364, growth=0.7, noise=0.02))
    assert outlook.quality.chosen.method in {Method.TREND, Method.MIX}
    after = sum(point.value for point in outlook.points) / 90
    assert after == pytest.approx(300 * math.exp(0.7) * 1.08 * 0.94, rel=0.08)
    steep = predict(Method.TREND, Learned([2.0**n for n in range(28)], 0, ()), 7)
    assert steep is not None
    assert steep[6] / steep[0] < 200  # no trend is believed for ever


def test_last_year_is_remembered_when_there_are_two() -> None:
    found = counts(730, noise=0.02)
    wave = {
        day: round(n * (1 + 0.5 * math.sin(2 * math.pi * day.timetuple().tm_yday / 365))) for day, n in found.items()
    }
    assert days_of(wave).quality.chosen.method == Method.YEAR
    months = forecast_months(made(wave), HOLIDAYS)
    assert isinstance(months, Outlook)
    assert months.quality.season == 364


def test_a_pure_repetition_leaves_the_naive_in_place_and_says_so() -> None:
    found = {MONDAY + timedelta(days=place): (50, 3, 80, 7, 60, 900, 1)[place % 7] for place in range(100)}
    outlook = days_of(found)
    assert outlook.quality.is_naive
    assert outlook.quality.chosen.wape == 0
    assert [round(point.value) for point in outlook.points[:3]] == [80, 7, 60]


@pytest.mark.parametrize(("days", "known"), [(1, 1), (27, 27)])
def test_a_short_history_says_what_it_needs(days: int, known: int) -> None:
    assert forecast_days(made(counts(days)), ()) == TooShort(known, NEEDED_DAYS)
    assert forecast_months(made(counts(days)), ()) == TooShort(known, NEEDED_FOR_MONTHS)
    assert isinstance(forecast_days(made(counts(28)), ()), Outlook)
    short = days_of(counts(40))
    assert short.is_extended
    assert short.quality.coverage is None


def test_nothing_at_all_is_no_series() -> None:
    assert series_of({}, MONDAY) is None
    assert series_of({MONDAY: 0}, MONDAY + timedelta(days=60)) is None
    assert series_of({MONDAY: 5}, MONDAY - timedelta(days=1)) is None


def test_a_gap_is_not_taken_for_silence() -> None:
    found = counts(200)
    for place in range(100, 130):
        found[MONDAY + timedelta(days=place)] = 0
    series = made(found)
    assert (series.gaps, series.known) == (30, 170)
    assert days_of(found, 7).points[0].value == pytest.approx(300 * 1.0, rel=0.1)
    quiet = made({MONDAY + timedelta(days=place): 1 if place % 3 else 0 for place in range(60)})
    assert quiet.gaps == 0
    sundays = made({MONDAY + timedelta(days=place): 0 if place % 7 == 6 else 500 for place in range(70)})
    assert sundays.gaps == 0


def test_four_weeks_of_nothing_at_the_end_are_the_end() -> None:
    found = counts(100)
    series = series_of(found, max(found) + timedelta(days=40))
    assert series is not None
    assert series.gaps == 0
    outlook = forecast_days(series, ())
    assert isinstance(outlook, Outlook)
    assert outlook.points[0].value < 5
    pause = series_of(found, max(found) + timedelta(days=3))
    assert pause is not None
    assert pause.gaps == 3


def test_one_mad_day_changes_little() -> None:
    found = counts(364)
    found[max(found) - timedelta(days=3)] = 30_000
    values = [point.value for point in days_of(found).points]
    assert sum(values) == pytest.approx(sum(point.value for point in steady().points), rel=0.1)


def test_months_are_sums_with_what_the_first_has_already() -> None:
    series = made(counts(364))
    plain, more = forecast_months(series, HOLIDAYS), forecast_months(series, HOLIDAYS, so_far=1_000)
    assert isinstance(plain, Outlook)
    assert isinstance(more, Outlook)
    assert [point.start for point in plain.points[:3]] == [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]
    assert more.points[0].value == plain.points[0].value + 1_000
    assert more.points[0].low80 == plain.points[0].low80 + 1_000
    assert more.points[1] == plain.points[1]
    assert plain.points[1].value == pytest.approx(300 * 6.55 / 7 * 28, rel=0.05)
    assert plain.is_extended
    assert len(plain.points) == 12


def test_history_that_ends_in_a_gap_has_no_month_to_test() -> None:
    days = {MONDAY + timedelta(days=place): 50 for place in range(95)}
    series = Series(MONDAY, (*(50.0 for _ in days), *(None for _ in range(500))))
    assert forecast_months(series, ()) == TooShort(95, NEEDED_FOR_MONTHS)
    assert isinstance(forecast_days(series, ()), TooShort)


def hours_of(found: Mapping[date, int], *, peak: int = 14) -> dict[date, tuple[float, ...]]:
    shares = [1.0 if hour != peak else 9.0 for hour in range(24)]
    return {day: tuple(n * share / sum(shares) for share in shares) for day, n in found.items()}


def test_hours_follow_the_days_and_their_usual_shares() -> None:
    found = counts(200)
    series = made(found)
    outlook = forecast_hours(days_of(found), series, hours_of(found), HOLIDAYS)
    assert isinstance(outlook, Outlook)
    assert len(outlook.points) == 14 * 24
    assert outlook.quality.chosen.method == BY_SHARES
    assert outlook.quality.chosen.wape < outlook.quality.naive.wape
    first = outlook.points[14]
    assert first.hour == 14
    assert first.value / outlook.points[13].value == pytest.approx(9)


def test_hours_that_repeat_stay_with_the_naive() -> None:
    found = {MONDAY + timedelta(days=place): (50, 3, 80, 7, 60, 900, 1)[place % 7] for place in range(63)}
    hours = {day: tuple(n if hour == day.day % 24 else 0.0 for hour in range(24)) for day, n in found.items()}
    for day in found:
        hours[day] = hours[MONDAY + timedelta(days=(day - MONDAY).days % 7)]
    outlook = forecast_hours(days_of(found), made(found), hours, ())
    assert isinstance(outlook, Outlook)
    assert outlook.quality.is_naive
    assert [point.value for point in outlook.points[:24]] == list(hours[MONDAY])
    missing = {day: each for day, each in hours.items() if (max(found) - day).days > 6}
    told = forecast_hours(days_of(found), made(found), missing, ())
    assert isinstance(told, Outlook)
    assert sum(point.value for point in told.points[:24]) == pytest.approx(50)


def test_hours_need_hours() -> None:
    found = counts(40)
    assert forecast_hours(days_of(found), made(found), {}, ()) == TooShort(40)
    assert hour_shares({}, MONDAY)[0][0] == pytest.approx(1 / 24)


def test_naive_repeats_the_last_that_is_known() -> None:
    values = [1.0, 2, 3, 4, 5, 6, 7, 10, None, 30, 40, 50, 60, None]
    assert naive(values, 15) == [10, 2, 30, 40, 50, 60, 7, 10, 2, 30, 40, 50, 60, 7, 10]
    assert naive([None] * 7, 2) == [0, 0]
    assert naive([1.0, 2.0], 3) == [0, 0, 0]
    assert naive([float(n) for n in range(364)], 2, 364) == [0, 1]


def test_methods_that_know_nothing_say_so() -> None:
    empty = Learned([None] * 40, 0, ())
    assert predict(Method.TREND, empty, 3) is None
    assert predict(Method.MIX, empty, 3) is None
    assert predict(Method.LEVEL, empty, 3) == [0, 0, 0]
    assert predict(Method.RECENT, empty, 3) == [0, 0, 0]
    assert predict(Method.YEAR, empty, 3) is None
    assert predict(Method.YEAR, Learned([None] * 430, 0, ()), 3) is None
    hole = [5.0] * 60 + [None] * 304 + [5.0] * 60
    assert predict(Method.YEAR, Learned(hole, 0, ()), 90) is None


def test_errors_of_days_without_anything() -> None:
    cases = [Case(0, 1, 2.0, 0.0), Case(0, 2, 0.0, 0.0)]
    assert (score("x", cases).wape, score("x", cases).mape, score("x", cases).mae) == (100, None, 1)
    assert score("x", cases[1:]).wape == 0
    assert score("x", [Case(0, 1, 8.0, 10.0)]).mape == pytest.approx(20)


def test_intervals_of_few_tests_are_wide() -> None:
    few = Bands([Case(0, 1, 99.0, 109.0), Case(1, 1, 99.0, 94.0)], (1, 4))
    near, far = few.at(1), few.at(4)
    assert few.coverage is None
    assert near.high80 == pytest.approx(0.1 * 3)
    assert far.high80 == pytest.approx(0.1 * 3 * 2)
    assert few.at(9) == far
    assert near.around(0)[0] == 0
    steady = Bands([Case(origin, 1, 10.0, 10.0) for origin in range(60)] + [Case(60, 1, 10.0, 99.0)], (1,))
    assert steady.coverage is not None
    assert steady.coverage[0] < 100
    assert steady.at(1).high95 > 0


def test_wishes_lie_over_the_forecast() -> None:
    outlook = steady()
    first = outlook.points[0].start
    campaign = Campaign(first + timedelta(days=2), first + timedelta(days=3), 50)
    channel = NewChannel(1, 40, first + timedelta(days=5))
    wished = applied(outlook, checked(WhatIf((campaign,), channel)), share=0.25)
    ratios = [after.value / before.value for after, before in zip(wished.points, outlook.points, strict=True)]
    assert ratios[:7] == pytest.approx([1, 1, 1.5, 1.5, 1, 1.1, 1.1])
    assert wished.points[2].high95 == pytest.approx(1.5 * outlook.points[2].high95)
    growing = applied(outlook, WhatIf(monthly_percent=10))
    assert growing.points[29].value / outlook.points[29].value == pytest.approx(1.1, abs=0.01)
    far = Campaign(first + timedelta(days=400), first + timedelta(days=410), 10)
    gone = Campaign(first - timedelta(days=9), first - timedelta(days=1), 10)
    assert outside(WhatIf((campaign, far, gone)), first, outlook.points[-1].start) == (far, gone)


def test_wishes_leave_what_has_come_already() -> None:
    series = made(counts(374))
    months = forecast_months(series, HOLIDAYS, so_far=2_000)
    assert isinstance(months, Outlook)
    first = series.last + timedelta(days=1)
    whole = Campaign(date(2026, 1, 1), date(2026, 2, 28), 100)
    wished = applied_to_months(months, WhatIf((whole,)), first, so_far=2_000)
    assert wished.points[0].value - 2_000 == pytest.approx(2 * (months.points[0].value - 2_000))
    assert wished.points[1].value == pytest.approx(2 * months.points[1].value)
    assert wished.points[2].value == pytest.approx(months.points[2].value)


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (WhatIf((Campaign(MONDAY, MONDAY - timedelta(days=1), 10),)), "forecast_campaign_dates"),
        (WhatIf((Campaign(MONDAY, MONDAY, -100),)), "forecast_campaign_percent"),
        (WhatIf((Campaign(MONDAY, MONDAY, 1),) * 21), "forecast_campaigns_many"),
        (WhatIf(channel=NewChannel(1, 0, MONDAY)), "forecast_channel_percent"),
        (WhatIf(monthly_percent=float("nan")), "forecast_growth_percent"),
    ],
)
def test_absurd_wishes_are_refused(wanted: WhatIf, code: str) -> None:
    with pytest.raises(WhatIfError) as told:
        checked(wanted)
    assert told.value.code == code
