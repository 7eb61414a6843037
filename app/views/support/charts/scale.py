"""Round figures along an axis, and where a value lies on it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.models.domain.chart import ChartData, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

_TICKS: Final = 4
_STEPS: Final = (1, 2, 2.5, 5, 10)
_MINUTES: Final = (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 7200, 14400, 43200)
_PERCENT_TOP: Final = 100.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from ``low`` to ``high`` laid between two places of the device; ``ticks`` are round values on it."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...] = ()

    def at(self, value: float) -> float:
        """Return the place of a value."""
        span = self.high - self.low
        return self.start + (self.end - self.start) * ((value - self.low) / span if span else 0.5)


def value_scale(data: ChartData, values: Iterable[float], *, start: float, end: float) -> Scale:
    """Return a scale from 0 (or below) to a round figure above the highest value."""
    known = [each for each in values if math.isfinite(each)]
    low, high = min(known, default=0.0), max(known, default=0.0)
    low = min(0.0, low)
    ticks = round_ticks(low, high, unit=data.unit)
    if data.unit is Unit.PERCENT and high <= _PERCENT_TOP:
        ticks = tuple(each for each in ticks if each <= _PERCENT_TOP)
    return Scale(ticks[0], ticks[-1] or 1.0, start, end, ticks)


def round_ticks(low: float, high: float, *, unit: Unit = Unit.NUMBER, count: int = _TICKS) -> tuple[float, ...]:
    """Return about ``count`` round values that enclose ``low`` to ``high``; counts have no fractions."""
    if high <= low:
        return (low, low + 1.0) if unit is not Unit.NUMBER else (math.floor(low), math.floor(low) + 1.0)
    step = _step((high - low) / count, unit)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(step * number for number in range(first, last + 1))


def _step(rough: float, unit: Unit) -> float:
    if unit is Unit.MINUTES:
        found = next((each for each in _MINUTES if each >= rough), None)
        if found is not None:
            return float(found)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(each * power for each in _STEPS if each * power >= rough * (1 - 1e-9))
    if unit is Unit.NUMBER:
        return max(1.0, float(round(step)))
    return step
