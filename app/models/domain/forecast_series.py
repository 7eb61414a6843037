"""A daily series as it can be learned from: where it begins, what is a gap, how its weeks and holidays look."""

from __future__ import annotations

import statistics
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

Values = Sequence[float | None]
WEEK = 7
# A run of empty days that should have brought so many mentions was no silence: the capture stood still (p < 0.00001).
_IMPOSSIBLE = 12.0
_LONG_SILENCE = 28
_LEARNED_WEEKS = 26
_FACTOR_PRIOR = 1.0
_LOWEST_FACTOR = 0.02
_SATURDAY = 5
_SPREAD = 1.4826  # of a normal distribution, by the median of its distances


@dataclass(frozen=True, slots=True)
class Series:
    """Counts of consecutive local days from ``first`` on; None = not known, for the capture stood still."""

    first: date
    values: tuple[float | None, ...]

    @property
    def last(self) -> date:
        """The last day."""
        return self.first + timedelta(days=len(self.values) - 1)

    @property
    def known(self) -> int:
        """How many days are known."""
        return sum(value is not None for value in self.values)

    @property
    def gaps(self) -> int:
        """How many days are not known."""
        return len(self.values) - self.known


def series_of(counts: Mapping[date, int], until: date) -> Series | None:
    """Return the series up to ``until`` (inclusive) from the first day that has anything; None when no day has.

    Days without a count are zero, unless that many of them together cannot be chance: then they are a gap. Four weeks
    of nothing at the end are no gap: then nothing comes any more.
    """
    days = [day for day, n in counts.items() if n > 0 and day <= until]
    if not days:
        return None
    first = min(days)
    values: list[float | None] = [
        float(counts.get(first + timedelta(days=place), 0)) for place in range((until - first).days + 1)
    ]
    usual = _usual(values, first.weekday())
    place = 0
    while place < len(values):
        end = place
        while end < len(values) and values[end] == 0:
            end += 1
        missed = sum(usual[(first.weekday() + day) % WEEK] for day in range(place, end))
        if missed >= _IMPOSSIBLE and not (end == len(values) and end - place >= _LONG_SILENCE):
            values[place:end] = [None] * (end - place)
        place = max(end, place + 1)
    return Series(first, tuple(values))


def _usual(values: Values, weekday: int) -> list[float]:
    """Return what each weekday (0 = Monday) usually brings: the mean of its days that brought anything, by their share.

    The share keeps a weekday that is empty more often than not from making gaps of its Sundays.
    """
    usual = []
    for wanted in range(WEEK):
        there = [value or 0.0 for place, value in enumerate(values) if (weekday + place) % WEEK == wanted]
        some = [value for value in there if value > 0]
        usual.append(statistics.median(some) if len(some) * 2 > len(there) else 0.0)
    return usual


@dataclass(frozen=True, slots=True)
class Shape:
    """What the weekdays (0 = Monday) and a holiday do to a day: factors around 1."""

    weekdays: tuple[float, ...]
    holiday: float

    def factor(self, weekday: int, *, is_holiday: bool) -> float:
        """Return the factor of a day; a holiday on a weekend is a day of the weekend."""
        return self.weekdays[weekday] * (self.holiday if is_holiday and weekday < _SATURDAY else 1.0)


def shape_of(values: Values, weekday: int, holidays: Collection[int]) -> Shape:
    """Learn the shape from a series that begins on ``weekday``; ``holidays`` are places (0 = the first day)."""
    start = max(0, len(values) - _LEARNED_WEEKS * WEEK)
    ratios: list[list[float]] = [[] for _ in range(WEEK)]
    for place in range(start, len(values)):
        value, level = values[place], _around(values, place)
        if value is not None and level and place not in holidays:
            ratios[(weekday + place) % WEEK].append(value / level)
    factors = [statistics.median(each) if each else 1.0 for each in ratios]
    mean = sum(factors) / WEEK or 1.0
    weekdays = tuple(factor / mean for factor in factors)
    return Shape(weekdays, _holiday_factor(values, weekday, holidays, weekdays))


def _holiday_factor(values: Values, weekday: int, holidays: Collection[int], weekdays: Sequence[float]) -> float:
    found = []
    for place in holidays:
        usual = weekdays[(weekday + place) % WEEK]
        if not 0 <= place < len(values) or (weekday + place) % WEEK >= _SATURDAY or usual < _LOWEST_FACTOR:
            continue
        value, level = values[place], _around(values, place)
        if value is not None and level and level * WEEK > value:
            # The rest of its week tells what it would have been.
            found.append(value * (WEEK - usual) / ((level * WEEK - value) * usual))
    # A holiday or two prove little: they count beside one that would be like any other day.
    return (sum(found) + _FACTOR_PRIOR) / (len(found) + _FACTOR_PRIOR)


def _around(values: Values, place: int) -> float | None:
    """Return the mean of the week around a day, None unless most of it is known."""
    week = values[max(0, place - 3) : place + 4]
    known = [value for value in week if value is not None]
    return sum(known) / WEEK if len(known) == WEEK else None


def levels_of(values: Values, weekday: int, holidays: Collection[int], shape: Shape) -> list[float | None]:
    """Return the days without weekday and holiday, what lies far out drawn in; None where nothing can be told."""
    found: list[float | None] = []
    for place, value in enumerate(values):
        factor = shape.factor((weekday + place) % WEEK, is_holiday=place in holidays)
        found.append(None if value is None or factor < _LOWEST_FACTOR else value / factor)
    return _drawn_in(found)


def _drawn_in(levels: Sequence[float | None]) -> list[float | None]:
    """Draw outliers in to what the two weeks around them allow; a lasting change is no outlier."""
    drawn: list[float | None] = []
    for place, level in enumerate(levels):
        near = [each for each in levels[max(0, place - 7) : place + 8] if each is not None]
        if level is None or len(near) < WEEK:
            drawn.append(level)
            continue
        middle = _middle(near)
        spread = _SPREAD * _middle([abs(each - middle) for each in near])
        reach = 3.5 * max(spread, 0.1 * middle, middle**0.5)
        drawn.append(min(max(level, middle - reach), middle + reach))
    return drawn


def _middle(values: Sequence[float]) -> float:
    # Asked a hundred thousand times: the library's median takes three times as long.
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
