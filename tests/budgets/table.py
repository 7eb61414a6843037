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
    """One measured value; ``most`` or ``least`` is the goal, ``plain`` the same work without the application."""

    name: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None
    plain: float | None = None

    @property
    def is_met(self) -> bool:
        if self.most is not None:
            return self.value <= self.most
        return self.least is None or self.value >= self.least

    def text(self) -> str:
        goal = f"<= {self.most:g}" if self.most is not None else f">= {self.least:g}" if self.least is not None else "-"
        plain = "-" if self.plain is None else f"{self.plain:.2f}"
        mark = "" if self.is_met else "  MISSED"
        return f"{self.name:<58} {self.value:>10.2f} {self.unit:<9} {goal:>10} {plain:>10}{mark}"


def median_ms(work: Callable[[], object], turns: int = _TURNS) -> float:
    """Return the median of some turns in milliseconds, after one that warms up."""
    work()
    return statistics.median(_ms(work) for _turn in range(turns))


def _ms(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def percentile(values: list[float], share: float) -> float:
    """Return the value below which that share lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def show(title: str, lines: list[Line]) -> None:
    """Print the table."""
    head = f"{'measured':<58} {'value':>10} {'unit':<9} {'goal':>10} {'plain':>10}"
    sys.stdout.write(f"\n{title}\n{head}\n{'-' * len(head)}\n")
    for line in lines:
        sys.stdout.write(line.text() + "\n")
    missed = sum(not line.is_met for line in lines)
    sys.stdout.write(f"{len(lines)} measured, {missed} missed\n")
