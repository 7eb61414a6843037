"""The volume to come by hour, day and month, with its interval and how good it would have been so far."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from app.models.domain.forecast_backtest import Bands, Case, Score, best_of, scores_of
from app.models.domain.forecast_history import MONTH, History
from app.models.domain.forecast_models import YEAR, Method, naive
from app.models.domain.forecast_series import WEEK, Series

NEEDED_DAYS = 28
"""Known days without which nothing is forecast: two weeks to learn from and two to test on."""
NEEDED_FOR_MONTHS = 90
"""As ``NEEDED_DAYS`` for months: three windows of thirty days to test on."""
DAYS_AHEAD, MONTHS_AHEAD = 90, 12
_STRETCHES = (7, 14, 28, 56, 90)
_MONTH_STRETCHES = tuple(range(1, MONTHS_AHEAD + 1))


@dataclass(frozen=True, slots=True)
class Point:
    """One step of a forecast: ``start`` its first local day, ``hour`` where it is an hour; bounds at 80 and 95 %."""

    start: date
    value: float
    low80: float
    high80: float
    low95: float
    high95: float
    hour: int | None = None


@dataclass(frozen=True, slots=True)
class Quality:
    """The test: ``scores`` begin with the seasonal naive's, on the same steps; ``chosen`` is the method in use.

    ``coverage`` = how often the intervals of 80 and 95 % held (per cent), None when too short to tell. ``season`` =
    days after which the naive repeats: 7, or 364 for months where there is more than a year.
    """

    chosen: Score
    scores: tuple[Score, ...]
    coverage: tuple[float, float] | None
    origins: int
    season: int = WEEK

    @property
    def naive(self) -> Score:
        """The seasonal naive's errors."""
        return self.scores[0]

    @property
    def is_naive(self) -> bool:
        """Whether nothing did better than the seasonal naive, which is then the forecast."""
        return self.chosen.method == Method.NAIVE


@dataclass(frozen=True, slots=True)
class Outlook:
    """A forecast with its test. ``is_extended``: the test reached less far than the forecast; the band was widened."""

    points: tuple[Point, ...]
    quality: Quality
    is_extended: bool = False


@dataclass(frozen=True, slots=True)
class TooShort:
    """Why there is no forecast: so many known days, and so many are needed."""

    known: int
    needed: int = NEEDED_DAYS


def forecast_days(series: Series, holidays: Collection[date], horizon: int = DAYS_AHEAD) -> Outlook | TooShort:
    """Return the days after the series' last, by the method that its own past speaks for."""
    if series.known < NEEDED_DAYS:
        return TooShort(series.known)
    history = History(series, holidays)
    tests = history.tests(history.day_origins(), horizon, naive)
    judged = _judged(tests, _STRETCHES)
    if judged is None:
        return TooShort(series.known)
    quality, bands, reach = judged
    points = tuple(
        Point(series.last + timedelta(days=ahead), value, *bands.at(ahead).around(value))
        for ahead, value in enumerate(history.ahead(Method(quality.chosen.method), horizon), 1)
    )
    return Outlook(points, quality, is_extended=reach < min(horizon, _STRETCHES[-1]))


def forecast_months(
    series: Series, holidays: Collection[date], horizon: int = MONTHS_AHEAD, so_far: float = 0.0
) -> Outlook | TooShort:
    """Return the months from the one after the series' last day on; ``so_far`` = what the first of them has already.

    Tested on windows of thirty days. The seasonal naive is the same days a year ago where there is a year, else the
    last week again and again.
    """
    if series.known < NEEDED_FOR_MONTHS:
        return TooShort(series.known, NEEDED_FOR_MONTHS)
    history = History(series, holidays)
    origins = history.month_origins()
    season = YEAR if origins[0] >= YEAR else WEEK
    by_day = history.tests(origins, horizon * MONTH, lambda values, ahead: naive(values, ahead, season))
    judged = _judged({method: _windows(cases) for method, cases in by_day.items()}, _MONTH_STRETCHES, season)
    if judged is None:
        return TooShort(series.known, NEEDED_FOR_MONTHS)
    quality, bands, reach = judged
    starts = _months_from(series.last + timedelta(days=1), horizon)
    values = history.ahead(Method(quality.chosen.method), (starts[-1] - series.last).days - 1, season)
    points = []
    for number, (start, end) in enumerate(pairwise(starts), 1):
        value = sum(values[(start - series.last).days - 1 : (end - series.last).days - 1])
        known = so_far if number == 1 else 0.0
        low80, high80, low95, high95 = (known + each for each in bands.at(number).around(value))
        points.append(Point(start.replace(day=1), known + value, low80, high80, low95, high95))
    return Outlook(tuple(points), quality, is_extended=reach < horizon)


def _judged(
    tests: Mapping[str, Sequence[Case]], stretches: Sequence[int], season: int = WEEK
) -> tuple[Quality, Bands, int] | None:
    """Return the test of the best method, its intervals and how far ahead it was tested; None without any test."""
    if not any(tests.values()):
        return None
    scores = scores_of(tests)
    chosen = best_of(scores)
    cases = tests[chosen.method]
    bands = Bands(cases, stretches)
    return Quality(chosen, scores, bands.coverage, origins_of(cases), season), bands, max(case.ahead for case in cases)


def _windows(cases: Sequence[Case]) -> list[Case]:
    """Return the sums of thirty days each that are wholly behind, as tests of so many months ahead."""
    sums: dict[tuple[int, int], list[Case]] = {}
    for case in cases:
        sums.setdefault((case.origin, (case.ahead - 1) // MONTH + 1), []).append(case)
    found = []
    for (origin, month), days in sums.items():
        if days[-1].ahead == month * MONTH:
            found.append(Case(origin, month, sum(d.expected for d in days), sum(d.came for d in days)))
    return found


def origins_of(cases: Sequence[Case]) -> int:
    """Return from how many days of the past a method was tested."""
    return len({case.origin for case in cases})


def _months_from(day: date, count: int) -> list[date]:
    """Return a day, and the first days of the months after it: ``count`` months have begun and ended."""
    starts = [day]
    for _ in range(count):
        starts.append((starts[-1].replace(day=1) + timedelta(days=32)).replace(day=1))
    return starts
