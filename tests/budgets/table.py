"""The bench's table: what was measured, the goal, and the same work in plain SQL in the same run."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

_TURNS = 9


@dataclass(frozen=True)
class Line:
    """One measured value; ``most`` or ``least`` is the goal, ``plain`` the same work without the application.

    ``busy`` is the time that this thread computed, in the same unit: what another program on the same cores adds to
    ``value`` is not in it.
    """

    name: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None
    plain: float | None = None
    busy: float | None = None

    @property
    def is_met(self) -> bool:
        if self.most is not None:
            return self.value <= self.most
        return self.least is None or self.value >= self.least

    def text(self) -> str:
        goal = f"<= {self.most:g}" if self.most is not None else f">= {self.least:g}" if self.least is not None else "-"
        plain = "-" if self.plain is None else f"{self.plain:.2f}"
        mark = "" if self.is_met else "  MISSED"
        busy = "-" if self.busy is None else f"{self.busy:.2f}"
        return f"{self.name:<58} {self.value:>10.2f} {self.unit:<9} {goal:>10} {busy:>10} {plain:>10}{mark}"


def timed(name: str, work: Callable[[], object], *, most: float, plain: float | None = None) -> Line:
    """Return a line with the medians of some turns in milliseconds, after one that warms up."""
    value, busy = _medians(work)
    return Line(name, value, "ms", most=most, plain=plain, busy=busy)


def median_ms(work: Callable[[], object]) -> float:
    """Return the median of some turns in milliseconds, after one that warms up."""
    return _medians(work)[0]


def _medians(work: Callable[[], object]) -> tuple[float, float]:
    work()
    turns = [_ms(work) for _turn in range(_TURNS)]
    return statistics.median(wall for wall, _busy in turns), statistics.median(busy for _wall, busy in turns)


def _ms(work: Callable[[], object]) -> tuple[float, float]:
    started, computed = time.perf_counter(), time.thread_time()
    work()
    return 1000 * (time.perf_counter() - started), 1000 * (time.thread_time() - computed)


def percentile(values: list[float], share: float) -> float:
    """Return the value below which that share lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def show(title: str, lines: list[Line]) -> None:
    """Print the table."""
    head = f"{'measured':<58} {'value':>10} {'unit':<9} {'goal':>10} {'busy':>10} {'plain':>10}"
    sys.stdout.write(f"\n{title}\n{head}\n{'-' * len(head)}\n")
    for line in lines:
        sys.stdout.write(line.text() + "\n")
    missed = sum(not line.is_met for line in lines)
    sys.stdout.write(f"{len(lines)} measured, {missed} missed\n")
