"""The ways to look ahead: the seasonal naive that every other has to beat, and those others."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from app.models.domain.forecast_series import WEEK, Shape, Values, levels_of, shape_of

YEAR = 364
"""Fifty-two weeks: the same weekday a year ago."""
YEAR_NEEDS = YEAR + 8 * WEEK
"""Days of history without which the same week a year ago says nothing."""
_TREND_WEEKS = 26
_FEWEST_WEEKS = 4
_DAMPING = 0.98  # a trend loses two per cent of itself each week
_STEEPEST = 0.05  # no trend is believed above five per cent a week
_SMOOTHINGS = (0.05, 0.1, 0.2, 0.4)
_KNOWN_OF_WEEK = 4


class Method(StrEnum):
    """How a forecast was made; the seasonal naive first."""

    NAIVE = "naive"
    RECENT = "recent"
    LEVEL = "level"
    TREND = "trend"
    YEAR = "year"
    MIX = "mix"


@dataclass(frozen=True)
class Learned:
    """A history to look ahead from: it begins on ``weekday``; ``holidays`` are places, those to come among them."""

    values: Values
    weekday: int
    holidays: Collection[int]

    @cached_property
    def shape(self) -> Shape:
        """Weekdays and holidays."""
        return shape_of(self.values, self.weekday, self.holidays)

    @cached_property
    def levels(self) -> list[float | None]:
        """The days without weekday and holiday."""
        return levels_of(self.values, self.weekday, self.holidays, self.shape)

    @cached_property
    def weeks(self) -> list[tuple[int, float]]:
        """The last weeks' mean levels as (weeks ago, level), the oldest first; a week mostly unknown is left out."""
        found = []
        for ago in range(min(_TREND_WEEKS, len(self.levels) // WEEK) - 1, -1, -1):
            end = len(self.levels) - ago * WEEK
            known = [each for each in self.levels[end - WEEK : end] if each is not None]
            if len(known) >= _KNOWN_OF_WEEK:
                found.append((ago, sum(known) / len(known)))
        return found

    def dressed(self, levels: list[float]) -> list[float]:
        """Return levels of the coming days with their weekdays and holidays on."""
        n = len(self.values)
        return [
            level * self.shape.factor((self.weekday + n + ahead) % WEEK, is_holiday=n + ahead in self.holidays)
            for ahead, level in enumerate(levels)
        ]


def naive(values: Values, horizon: int, season: int = WEEK) -> list[float]:
    """Return for each coming day the value of its last known like: the same weekday, or the same day a year ago."""
    n = len(values)
    found = []
    for ahead in range(horizon):
        place = n + ahead - season * (ahead // season + 1)
        value = values[place] if place >= 0 else None
        step = WEEK
        while value is None and place - step >= 0:
            place -= step
            value = values[place]
        found.append(value or 0.0)
    return found


def predict(method: Method, learned: Learned, horizon: int) -> list[float] | None:
    """Return what a method expects of the coming days; None when the history is too short for it."""
    return _METHODS[method](learned, horizon)


def _recent(learned: Learned, horizon: int) -> list[float]:
    """The middle of the last four weeks' levels."""
    known = [each for each in learned.levels[-4 * WEEK :] if each is not None]
    level = sum(known) / len(known) if known else 0.0
    return learned.dressed([level] * horizon)


def _level(learned: Learned, horizon: int) -> list[float]:
    """Exponential smoothing, as quick as served best so far."""
    known = [each for each in learned.levels[-_TREND_WEEKS * WEEK :] if each is not None]
    if not known:
        return [0.0] * horizon
    begin = sum(known[:WEEK]) / len(known[:WEEK])
    best, level = math.inf, begin
    for smoothing in _SMOOTHINGS:
        now, missed = begin, 0.0
        for each in known:
            missed += abs(each - now)
            now += smoothing * (each - now)
        if missed < best:
            best, level = missed, now
    return learned.dressed([level] * horizon)


def _trend(learned: Learned, horizon: int) -> list[float] | None:
    """The slope that is the middle of all slopes between two weeks, losing a little of itself week by week."""
    weeks = learned.weeks
    if len(weeks) < _FEWEST_WEEKS:
        return None
    logs = [(-ago, math.log(max(level, 0.1))) for ago, level in weeks]
    slopes = [(b - a) / (y - x) for number, (x, a) in enumerate(logs) for y, b in logs[number + 1 :]]
    slope = min(max(statistics.median(slopes), -_STEEPEST), _STEEPEST)
    now = statistics.median(log - slope * week for week, log in logs[-_FEWEST_WEEKS:])
    levels, risen, step = [], 0.5 * slope, slope / WEEK
    for ahead in range(horizon):
        risen += step * _DAMPING ** (ahead / WEEK)
        levels.append(math.exp(now + risen))
    return learned.dressed(levels)


def _year(learned: Learned, horizon: int) -> list[float] | None:
    """The same week a year ago, by how much more the last eight weeks brought than theirs."""
    levels, n = learned.levels, len(learned.levels)
    if n < YEAR_NEEDS:
        return None
    pairs = [(now, then) for now, then in zip(levels[-8 * WEEK :], levels[n - YEAR_NEEDS : n - YEAR], strict=True)]
    both = [(now, then) for now, then in pairs if now is not None and then is not None]
    before = sum(then for _now, then in both)
    if not before:
        return None
    growth = sum(now for now, _then in both) / before
    found = []
    for ahead in range(horizon):
        place = n + ahead - YEAR * (ahead // YEAR + 1)
        near = [each for each in levels[max(0, place - WEEK) : place + WEEK + 1] if each is not None]
        if not near:
            return None
        found.append(growth ** (ahead // YEAR + 1) * sum(near) / len(near))
    return learned.dressed(found)


def _mix(learned: Learned, horizon: int) -> list[float] | None:
    """The mean of level, trend and year, as far as they can be told: errors of different kinds weigh each other out."""
    made = [each for each in (_level(learned, horizon), _trend(learned, horizon), _year(learned, horizon)) if each]
    if len(made) == 1:
        return None
    return [sum(each) / len(each) for each in zip(*made, strict=True)]


_METHODS: dict[Method, Callable[[Learned, int], list[float] | None]] = {
    Method.NAIVE: lambda learned, horizon: naive(learned.values, horizon),
    Method.RECENT: _recent,
    Method.LEVEL: _level,
    Method.TREND: _trend,
    Method.YEAR: _year,
    Method.MIX: _mix,
}
