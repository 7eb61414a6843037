"""A series whose past is asked again: what each method would have said on earlier days, and what came then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, timedelta

from app.models.domain.forecast_backtest import Case
from app.models.domain.forecast_models import YEAR_NEEDS, Learned, Method, naive, predict
from app.models.domain.forecast_series import WEEK, Series

MONTH = 30
"""Days of the windows on which months are tested."""
SHORT_START, _LONG_START = 14, 28
_LONG_HISTORY = 84
_MOST_ORIGINS, _MOST_MONTH_ORIGINS = 30, 24
_MONTH_STEP = 14
_LEARNED_DAYS = 3 * 365
_HALF_YEAR_READ, _YEAR_READ = 29 * WEEK, 62 * WEEK


class History:
    """A series, its holidays as places, and what each method would have said on days of the past."""

    def __init__(self, series: Series, holidays: Collection[date]) -> None:
        cut = max(0, len(series.values) - _LEARNED_DAYS)
        self._values = series.values[cut:]
        self._first = series.first + timedelta(days=cut)
        self._holidays = frozenset((day - self._first).days for day in holidays)

    def day_origins(self) -> list[int]:
        """Return from where it is tested: every week of the last months, after enough to learn from."""
        n = len(self._values)
        start = _LONG_START if n >= _LONG_HISTORY else SHORT_START
        return [*range(n - WEEK, start - 1, -WEEK)][:_MOST_ORIGINS][::-1]

    def month_origins(self) -> list[int]:
        """Return from where windows of thirty days are tested: every other week of the last year."""
        n = len(self._values)
        return [*range(n - MONTH, _LONG_START - 1, -_MONTH_STEP)][:_MOST_MONTH_ORIGINS][::-1]

    def ahead(self, method: Method, horizon: int, season: int = WEEK) -> list[float]:
        """Return the days after the last by a method that the tests have shown to work."""
        if method is Method.NAIVE:
            return naive(self._values, horizon, season)
        return predict(method, self._learned(len(self._values)), horizon) or naive(self._values, horizon, season)

    def tests(
        self, origins: Sequence[int], horizon: int, plain: Callable[[Sequence[float | None], int], list[float]]
    ) -> dict[str, list[Case]]:
        """Return each method's tests; the naive's come first."""
        found: dict[str, list[Case]] = {}
        for number, origin in enumerate(origins):
            reach = min(horizon, len(self._values) - origin)
            learned = self._learned(origin)
            for method in Method:
                made = (
                    plain(self._values[:origin], reach) if method is Method.NAIVE else predict(method, learned, reach)
                )
                if made is not None:
                    found.setdefault(method.value, []).extend(self._cases(number, origin, made))
        return found

    def _cases(self, number: int, origin: int, made: Sequence[float]) -> Iterator[Case]:
        for ahead, expected in enumerate(made, 1):
            came = self._values[origin + ahead - 1]
            if came is not None:
                yield Case(number, ahead, expected, came)

    def _learned(self, until: int) -> Learned:
        """Return as much of the past as any method looks at: the last half year, or a year and its beginning."""
        start = max(0, until - (_YEAR_READ if until >= YEAR_NEEDS else _HALF_YEAR_READ))
        weekday = (self._first.weekday() + start) % WEEK
        return Learned(self._values[start:until], weekday, frozenset(place - start for place in self._holidays))
