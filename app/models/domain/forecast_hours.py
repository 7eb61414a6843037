"""The hours to come: the days' forecast by the usual shares of each weekday's hours, tested like the days."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from app.models.domain.forecast import Outlook, Point, Quality, TooShort, origins_of
from app.models.domain.forecast_backtest import Bands, Case, best_of, score
from app.models.domain.forecast_history import SHORT_START, History
from app.models.domain.forecast_models import Method
from app.models.domain.forecast_series import WEEK, Series

DAYS_AHEAD = 14
BY_SHARES = "shares"
"""The name of the method that shares the days' forecast out."""
LEARNED_WEEKS = 8
_TESTED_WEEKS = 5
_HOURS = 24
_NEEDED = 3 * WEEK
_SIZES = tuple(range(1, 12))
Hours = Mapping[date, Sequence[float]]


def forecast_hours(
    outlook: Outlook, series: Series, hours: Hours, holidays: Collection[date], days: int = DAYS_AHEAD
) -> Outlook | TooShort:
    """Return the hours of the first of the days forecast; ``hours`` gives each known day of late its 24 counts."""
    shared, plain = _tests(series, hours, holidays, Method(outlook.quality.chosen.method))
    if not shared:
        return TooShort(series.known)
    scores = (score(Method.NAIVE, plain), score(BY_SHARES, shared))
    chosen = best_of(scores)
    is_plain = chosen.method == Method.NAIVE
    cases = plain if is_plain else shared
    bands = Bands(cases, _SIZES)
    shares = hour_shares(hours, series.last)
    points = []
    for ahead, point in enumerate(outlook.points[:days]):
        back = hours.get(point.start - timedelta(days=WEEK * (ahead // WEEK + 1))) if is_plain else None
        for hour, share in enumerate(shares[point.start.weekday()]):
            value = point.value * share if back is None else float(back[hour])
            points.append(Point(point.start, value, *bands.at(_size(value)).around(value), hour))
    return Outlook(tuple(points), Quality(chosen, scores, bands.coverage, origins_of(cases)))


def hour_shares(hours: Hours, until: date) -> tuple[tuple[float, ...], ...]:
    """Return the share of each hour in each weekday's volume (7 x 24) over the eight weeks up to ``until``.

    Each weekday leans on the whole week's hours with the weight of one of its days: few counts prove little.
    """
    sums = [[0.0] * _HOURS for _ in range(WEEK)]
    days = [0] * WEEK
    for back in range(LEARNED_WEEKS * WEEK):
        day = until - timedelta(days=back)
        for hour, n in enumerate(hours.get(day, ())):
            sums[day.weekday()][hour] += n
        days[day.weekday()] += day in hours
    whole = [sum(row[hour] for row in sums) for hour in range(_HOURS)]
    total = sum(whole)
    usual = [n / total if total else 1 / _HOURS for n in whole]
    found = []
    for row, seen in zip(sums, days, strict=True):
        weight = sum(row) / seen if sum(row) else 1.0
        found.append(tuple((n + weight * share) / (sum(row) + weight) for n, share in zip(row, usual, strict=True)))
    return tuple(found)


def _tests(series: Series, hours: Hours, holidays: Collection[date], method: Method) -> tuple[list[Case], list[Case]]:
    """Return the tests of the last weeks, by shares and by the same hour a week before."""
    shared: list[Case] = []
    plain: list[Case] = []
    for number in range(_TESTED_WEEKS):
        origin = len(series.values) - WEEK * (_TESTED_WEEKS - number)
        before = Series(series.first, series.values[: max(origin, 0)])
        if origin < _NEEDED or before.known < SHORT_START:
            continue
        shares = hour_shares(hours, before.last)
        for ahead, value in enumerate(History(before, holidays).ahead(method, WEEK), 1):
            day = before.last + timedelta(days=ahead)
            came, week_ago = hours.get(day), hours.get(day - timedelta(days=WEEK))
            if came is not None and week_ago is not None:
                by_hour = [value * share for share in shares[day.weekday()]]
                shared += _cases(number, by_hour, came)
                plain += _cases(number, week_ago, came)
    return shared, plain


def _cases(number: int, expected: Sequence[float], came: Sequence[float]) -> list[Case]:
    return [Case(number, _size(value), value, n) for value, n in zip(expected, came, strict=True)]


def _size(expected: float) -> int:
    """Return the class of a count, which stands where days have how far ahead: the more it is, the surer it is."""
    return min(max(1, int(expected + 1).bit_length()), _SIZES[-1])
