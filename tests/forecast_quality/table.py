"""The backtest as tables: each series by day, month and hour, next to the seasonal naive on the same steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.models.domain.forecast import Outlook, TooShort, forecast_days, forecast_months
from app.models.domain.forecast_hours import forecast_hours
from app.models.domain.forecast_series import series_of
from app.models.domain.staffing import StaffingRules, people_at_work
from app.models.domain.staffing_queue import erlang_b, queue_with_patience, queue_without_patience
from tests.forecast_quality.series import KINDS, UNTIL, Kind, demo_year, holidays, hours_of, year_of

DOC = Path(__file__).resolve().parents[2] / "docs" / "FORECAST.md"
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"
_HEAD = (
    "| series | step | chosen | WAPE % | naive % | MAE | naive | 80 % held | 95 % held | origins |\n"
    "|---|---|---|---|---|---|---|---|---|---|"
)
_CALLS = StaffingRules(service_percent=80, within_seconds=20, patience_seconds=0, active_percent=0, least=0)


@dataclass(frozen=True, slots=True)
class Row:
    """One backtest: a series by day, hour or month, or why there is none."""

    name: str
    step: str
    outlook: Outlook | TooShort


def rows_of(name: str, days: Mapping[date, int], hours: Mapping[date, Sequence[float]] | None) -> list[Row]:
    """Return the backtests of one series."""
    series, closed = series_of(days, UNTIL), holidays()
    if series is None:
        raise ValueError(name)
    by_day = forecast_days(series, closed)
    found = [Row(name, "day", by_day), Row(name, "month", forecast_months(series, closed))]
    if hours is not None and isinstance(by_day, Outlook):
        found.append(Row(name, "hour", forecast_hours(by_day, series, hours, closed)))
    return found


def rows(kinds: Sequence[Kind] = KINDS) -> list[Row]:
    """Return all backtests: the demonstration's year first, then the made-up ones (the first of them by hour too)."""
    days, hours = demo_year()
    found = rows_of("the demonstration's year", days, hours)
    for number, kind in enumerate(kinds):
        made = year_of(kind)
        found += rows_of(kind.name, made, hours_of(made) if number == 0 else None)
    return found


def quality_table(found: Sequence[Row]) -> str:
    """Return the backtests as a table."""
    return "\n".join([_HEAD, *(_line(row) for row in found)])


def _line(row: Row) -> str:
    if isinstance(row.outlook, TooShort):
        said = f"none: {row.outlook.known} known days, {row.outlook.needed} needed"
        return f"| {row.name} | {row.step} | {said} | | | | | | | |"
    quality = row.outlook.quality
    held = ("–", "–") if quality.coverage is None else tuple(f"{each:.0f}" for each in quality.coverage)
    chosen = f"{quality.chosen.method} (no method was better)" if quality.is_naive else quality.chosen.method
    return (
        f"| {row.name} | {row.step} | {chosen} | {quality.chosen.wape:.1f} | {quality.naive.wape:.1f} "
        f"| {quality.chosen.mae:,.1f} | {quality.naive.mae:,.1f} | {held[0]} | {held[1]} | {quality.origins} |"
    )


def staffing_tables() -> str:
    """Return what the queue formulas give next to what is published."""
    fourteen, eleven = (queue_without_patience(100 / 1800, 180, n, 20) for n in (14, 11))
    waiting = queue_without_patience(48 / 60, 60, 50, 58.1)
    leaving = queue_with_patience(48 / 60, 60, 50, 12.5, 120)
    lines = [
        "| what | published | here | source |",
        "|---|---|---|---|",
        *(
            f"| Erlang B, {n} circuits, {load} Erlangs | 1 % | {100 * erlang_b(load, n):.2f} % | traffic tables |"
            for n, load in ((10, 4.46), (20, 12.03), (50, 37.90), (100, 84.06))
        ),
        f"| Erlang C, 10 Erlangs, 12 agents: waits | 0.4494 | {_waits():.4f} | worked example |",
        f"| 100 in 30 min of 3 min, 14 agents: waits | 0.1741319 | {fourteen.waits:.7f} | ErlangC, pyworkforce |",
        f"| the same: within 20 s | 0.8883500 | {fourteen.in_time:.7f} | ErlangC, pyworkforce |",
        f"| the same: mean wait | 7.835937 s | {fourteen.wait:.6f} s | ErlangC |",
        f"| the same: occupancy | 0.7142857 | {fourteen.occupancy:.7f} | ErlangC, pyworkforce |",
        f"| the same, 11 agents: waits, within 20 s | 0.6821182, 0.3896138 | {eleven.waits:.7f}, {eleven.in_time:.7f} "
        "| ErlangC |",
        f"| agents for 80 % in 20 s | 14 | {people_at_work(100, 180, _CALLS)} | ErlangC, pyworkforce |",
        f"| 25 in 10 min of 3 min, 80 % in 20 s: agents | 11 | {people_at_work(75, 180, _CALLS)} | turbotab |",
        f"| 48 a minute, 1 min, 50 agents, nobody leaves: wait | 20.8 s | {waiting.wait:.1f} s | Palm/Erlang-A |",
        f"| the same: 90th percentile of the wait is 58.1 s | 90 % | {100 * waiting.in_time:.1f} % | Palm/Erlang-A |",
        f"| the same: occupancy | 96 % | {100 * waiting.occupancy:.0f} % | Palm/Erlang-A |",
        f"| patience 2 min: give up | 3.1 % | {100 * leaving.gave_up:.1f} % | Palm/Erlang-A |",
        f"| the same: wait | 3.7 s | {leaving.wait:.1f} s | Palm/Erlang-A |",
        f"| the same: people in the queue | 3 | {leaving.wait * 48 / 60:.1f} | Palm/Erlang-A |",
        f"| the same: occupancy | 93 % | {100 * leaving.occupancy:.0f} % | Palm/Erlang-A |",
    ]
    return "\n".join(lines)


def _waits() -> float:
    return queue_without_patience(10, 1, 12, 0).waits


def document(text: str, found: Sequence[Row]) -> str:
    """Return the document with its tables made anew."""
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    tables = f"### Backtest\n\n{quality_table(found)}\n\n### Queues\n\n{staffing_tables()}"
    return f"{before}{BEGIN}\n{tables}\n{END}{after}"
