"""How good each way to look ahead would have been: forecasts from days of the past, measured by what came then."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Pair = tuple[float, float]
"""What was expected and what came."""
COVERAGES = (80, 95)
_WIDEST = 3.0  # no interval is made wider than three times what its residuals say
_FEWEST = 20  # residuals on which an interval of its own can rest


@dataclass(frozen=True, slots=True)
class Case:
    """One test: from which origin (0 = the oldest), how far ahead in steps (1 = the next), and what came of it."""

    origin: int
    ahead: int
    expected: float
    came: float

    @property
    def residual(self) -> float:
        """How far off, as a share of what was expected."""
        return (self.came - self.expected) / (self.expected + 1.0)


@dataclass(frozen=True, slots=True)
class Score:
    """Errors of a method over its tests. ``mape`` None = some days had nothing; percentages 0 to 100."""

    method: str
    mae: float
    mape: float | None
    wape: float
    tests: int


@dataclass(frozen=True, slots=True)
class Band:
    """Bounds as shares of what is expected: quantiles of the residuals, at 80 and 95 %."""

    low80: float
    high80: float
    low95: float
    high95: float

    def around(self, expected: float) -> tuple[float, float, float, float]:
        """Return low and high at 80 %, low and high at 95 %; never below nothing."""
        return (
            max(0.0, expected + self.low80 * (expected + 1.0)),
            max(0.0, expected + self.high80 * (expected + 1.0)),
            max(0.0, expected + self.low95 * (expected + 1.0)),
            max(0.0, expected + self.high95 * (expected + 1.0)),
        )


def score(method: str, cases: Sequence[Case]) -> Score:
    """Return the errors of a method's tests (at least one)."""
    missed = [abs(case.came - case.expected) for case in cases]
    came = sum(case.came for case in cases)
    mape = None
    if all(case.came > 0 for case in cases):
        mape = 100 * sum(each / case.came for each, case in zip(missed, cases, strict=True)) / len(cases)
    wape = 100 * sum(missed) / came if came else (0.0 if not any(missed) else 100.0)
    return Score(method, sum(missed) / len(cases), mape, wape, len(cases))


def best_of(scores: Sequence[Score]) -> Score:
    """Return the one with the least error by volume; of equals the first, which is the naive."""
    return min(scores, key=lambda each: each.wape)


class Bands:
    """The intervals by how far ahead, made as wide as the past shows that they have to be.

    ``stretches`` are the last steps of each stretch. ``coverage`` = how often they would have held what came (per cent,
    of 80 and 95), None when it cannot be told: each origin is judged by the origins before it alone, as on the day.
    """

    def __init__(self, cases: Sequence[Case], stretches: Sequence[int]) -> None:
        self._stretches = tuple(stretches)
        self.coverage, wider80, wider95 = self._judged(cases)
        self._bands = [_wider(band, wider80, wider95) for band in _bands(cases, self._stretches)]

    def at(self, ahead: int) -> Band:
        """Return the band so many steps ahead; beyond the last stretch it is the last one's."""
        return _at(self._bands, self._stretches, ahead)

    def _judged(self, cases: Sequence[Case]) -> tuple[tuple[float, float] | None, float, float]:
        """Return the coverage, and by how much intervals of 80 and of 95 % had to be wider to hold that share."""
        by_origin: dict[int, list[Case]] = {}
        for case in cases:
            by_origin.setdefault(case.origin, []).append(case)
        known: list[Case] = []
        missed80: list[float] = []
        missed95: list[float] = []
        held80 = held95 = tests = 0
        for origin in sorted(by_origin):
            if len(known) >= 2 * _FEWEST:
                wider80, wider95 = _stretch(missed80, 80), _stretch(missed95, 95)
                bands = _bands(known, self._stretches)
                for case in by_origin[origin]:
                    raw = _at(bands, self._stretches, case.ahead)
                    low80, high80, low95, high95 = _wider(raw, wider80, wider95).around(case.expected)
                    tests += 1
                    held80 += low80 <= case.came <= high80
                    held95 += low95 <= case.came <= high95
                    missed80.append(_needed(case.residual, raw.low80, raw.high80))
                    missed95.append(_needed(case.residual, raw.low95, raw.high95))
            known += by_origin[origin]
        found = (100 * held80 / tests, 100 * held95 / tests) if tests else None
        return found, _stretch(missed80, 80), _stretch(missed95, 95)


def _bands(cases: Sequence[Case], stretches: Sequence[int]) -> list[Band]:
    """Return the band of each stretch from its own residuals.

    A stretch with too few tests takes the one before, widened by the square root of how much farther it looks; the
    first takes what there is.
    """
    bands: list[Band] = []
    tested: tuple[Band, int] | None = None
    start = 0
    for end in stretches:
        own = [case.residual for case in cases if start < case.ahead <= end]
        if tested is None or len(own) >= _FEWEST:
            band = _band(own or [case.residual for case in cases])
            tested = (band, end)
            bands.append(band)
        else:
            by = math.sqrt(end / tested[1])
            bands.append(_wider(tested[0], by, by))
        start = end
    return bands


def _at(bands: Sequence[Band], stretches: Sequence[int], ahead: int) -> Band:
    return bands[min(bisect_left(stretches, ahead), len(bands) - 1)]


def _needed(residual: float, low: float, high: float) -> float:
    """Return by how much an interval had to be wider to hold a residual: at most 1 when it does."""
    edge = high if residual >= 0 else low
    return residual / edge if edge else (_WIDEST if residual else 0.0)


def _stretch(needed: Sequence[float], percent: int) -> float:
    """Return by how much intervals have to be wider to hold that share; 1 while it cannot be told."""
    if len(needed) < _FEWEST:
        return 1.0
    return min(max(_quantile(sorted(needed), percent / 100), 1.0), _WIDEST)


def scores_of(cases: Mapping[str, Sequence[Case]]) -> tuple[Score, ...]:
    """Return the errors of all methods that were tested on the same days, in their order."""
    most = max(len(each) for each in cases.values())
    return tuple(score(method, each) for method, each in cases.items() if len(each) == most)


def _band(residuals: Sequence[float]) -> Band:
    ordered = sorted(residuals)
    edges = []
    for percent in COVERAGES:
        tail = (1 - percent / 100) / 2
        edges += [min(_quantile(ordered, tail), 0.0), max(_quantile(ordered, 1 - tail), 0.0)]
    # Of a handful of residuals even the outermost are not the worst to come.
    by = 1 + 4 / len(ordered) if len(ordered) < _FEWEST else 1.0
    return _wider(Band(*edges), by, by)


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return the quantile that one more value keeps with that chance; the outermost when there are too few."""
    n = len(ordered)
    place = share * (n + 1) - 1
    if place <= 0:
        return ordered[0]
    if place >= n - 1:
        return ordered[-1]
    low = int(place)
    return ordered[low] + (ordered[low + 1] - ordered[low]) * (place - low)


def _wider(band: Band, by80: float, by95: float) -> Band:
    low95, high95 = band.low95 * by95, band.high95 * by95
    low80, high80 = max(band.low80 * by80, low95), min(band.high80 * by80, high95)
    return Band(low80, high80, low95, high95)
