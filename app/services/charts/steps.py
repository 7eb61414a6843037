"""Lays counts by day into the steps of a period, one cell a step, each with the query of its own days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.models.domain.chart import Category, Cell, Track
from app.models.domain.chart_drill import Drill, within
from app.models.domain.inbox import InboxQuery
from app.models.domain.report_period import spans_of, start_of, step_for
from app.models.domain.zone_days import day_of


@dataclass(frozen=True, slots=True)
class Steps:
    """The days, weeks or months of a period."""

    drill: Drill
    step: str
    spans: tuple[tuple[date, date], ...]

    @property
    def categories(self) -> tuple[Category, ...]:
        """One for each step: the day it begins."""
        return tuple(Category(since) for since, _until in self.spans)

    def rows(self, days: Mapping[int, Sequence[int]], width: int) -> list[list[int]]:
        """Return the sums of ``width`` counts by day number, a row each, a column a step."""
        place = {span[0]: number for number, span in enumerate(self.spans)}
        rows = [[0] * len(self.spans) for _number in range(width)]
        for number, counts in days.items():
            column = place[max(start_of(day_of(number), self.step), self.drill.since)]
            for row, n in zip(rows, counts, strict=True):
                row[column] += n
        return rows

    def count_track(self, code: str | int, counts: Sequence[int], query: InboxQuery | None = None) -> Track:
        """Return plain counts; ``query`` opens them all, and each cell its own days."""
        return self.value_track(code, counts, counts, query)

    def value_track(
        self, code: str | int, values: Sequence[float | None], counts: Sequence[int], query: InboxQuery | None
    ) -> Track:
        """Return shares, medians or averages with what they rest on."""
        opens = within(query, self.spans)
        return Track(code, tuple(map(Cell, values, opens, counts)))


def steps_for(drill: Drill, step: str | None = None) -> Steps:
    """Return the steps of a drill's period, by its length unless given."""
    found = step or step_for(drill.since, drill.until)
    return Steps(drill, found, spans_of(drill.since, drill.until, found))
