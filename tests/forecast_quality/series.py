"""Made-up years with the troubles that real ones have; the same seed makes the same year."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from app.models.domain.zone_days import day_of, hour_number, local_hours, midnight, split_hour
from app.services.demo.calendar import counts_by_hour
from app.services.holiday_table import holidays_of

UNTIL = date(2026, 11, 20)
ZONE = ZoneInfo("America/Sao_Paulo")
_BY_WEEKDAY = (1.15, 1.1, 1.05, 1.0, 1.0)
_DEMO_MENTIONS = 7_508_166


@dataclass(frozen=True, slots=True)
class Kind:
    """What a year is like: ``noise`` = day-to-day (log), with memory; ``swing`` = the year's own season."""

    name: str
    days: int = 365
    base: float = 400
    growth: float = 0.0
    swing: float = 0.0
    noise: float = 0.08
    memory: float = 0.6
    holiday: float = 0.5
    weekend: float = 0.6
    campaigns: float = 0.0
    shift_at: float = 1.0
    gap: int = 0


KINDS = (
    Kind("steady"),
    Kind("growing", growth=0.65),
    Kind("two years with a season", days=730, growth=0.3, swing=0.25),
    Kind("three years with a season", days=1_095, growth=0.3, swing=0.25),
    Kind("campaigns (x3 on 3 % of the days)", campaigns=0.03),
    Kind("a jump of 80 % ten weeks ago", shift_at=0.8),
    Kind("few a day (3)", base=3),
    Kind("very noisy", noise=0.3),
    Kind("closed on weekends", weekend=0.0),
    Kind("a month without capture", gap=30),
    Kind("ten weeks only", days=70),
    Kind("six weeks only", days=42),
)


def holidays() -> frozenset[date]:
    """Return the country's holidays of the years in question."""
    return frozenset(each.hours.day for each in holidays_of(None, range(2023, 2028), {}))


def year_of(kind: Kind, seed: int = 1) -> dict[date, int]:
    """Return the mentions of each day up to ``UNTIL``."""
    chance = random.Random(f"{kind.name} {seed}")  # noqa: S311 - invented counts, no secret
    closed, drift = holidays(), 0.0
    first = UNTIL - timedelta(days=kind.days - 1)
    found = {}
    for place in range(kind.days):
        day = first + timedelta(days=place)
        drift = kind.memory * drift + chance.gauss(0, kind.noise)
        weekdays = (*_BY_WEEKDAY, kind.weekend, kind.weekend * 0.85)
        mean = kind.base * math.exp(kind.growth * place / 365 + drift) * weekdays[day.weekday()]
        mean *= 1 + kind.swing * math.sin(2 * math.pi * day.timetuple().tm_yday / 365)
        mean *= kind.holiday if day in closed and day.weekday() < len(_BY_WEEKDAY) else 1
        mean *= 3 if chance.random() < kind.campaigns else 1
        mean *= 1.8 if place > kind.shift_at * kind.days else 1
        found[day] = max(0, round(chance.gauss(mean, math.sqrt(mean))))
        if kind.gap and 150 <= place < 150 + kind.gap:
            found[day] = 0
    return found


def demo_year() -> tuple[dict[date, int], dict[date, tuple[float, ...]]]:
    """Return the demonstration's year of 7.5 million mentions: by day, and by the hours of each day."""
    until = hour_number(midnight(UNTIL + timedelta(days=1), ZONE))
    rows = list(counts_by_hour(_DEMO_MENTIONS, until, ZONE))
    hours: dict[date, list[float]] = {}
    for local, (_hour, n) in zip(local_hours(ZONE, [hour for hour, _n in rows]), rows, strict=True):
        day, _weekday, hour = split_hour(local)
        hours.setdefault(day_of(day), [0.0] * 24)[hour] += n
    return {day: int(sum(row)) for day, row in hours.items()}, {day: tuple(row) for day, row in hours.items()}


def hours_of(days: Mapping[date, int], seed: int = 1) -> dict[date, tuple[float, ...]]:
    """Return days shared out over hours by chance, by an office's usual shares."""
    chance = random.Random(seed)  # noqa: S311 - invented counts, no secret
    weights = (1, 1, 1, 1, 1, 2, 4, 8, 14, 18, 20, 19, 17, 16, 17, 18, 18, 17, 17, 18, 19, 17, 11, 5)
    found = {}
    for day, n in days.items():
        row = [0.0] * len(weights)
        for hour in chance.choices(range(len(weights)), weights, k=n):
            row[hour] += 1
        found[day] = tuple(row)
    return found
