"""Fills the dates that differ: holidays of country and state by rule, a town's own from a typed or pasted table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.models.domain.hours_check import DAY_MINUTES, DayHours, HoursError, Minutes, Week, parse_intervals
from app.models.domain.words import fold
from app.services.errors import Invalid

STATES = (
    "AC", "AL", "AM", "AP", "BA", "CE", "DF", "ES", "GO", "MA", "MG", "MS", "MT", "PA", "PB", "PE", "PI", "PR", "RJ",
    "RN", "RO", "RR", "RS", "SC", "SE", "SP", "TO",
)  # fmt: skip
CAPITAL = "SP-capital"
"""São Paulo with the holiday of its capital: the only town that the rules know."""
FIRST_YEAR, LAST_YEAR = 1990, 2100
MOST_LINES = 5_000
_CAPITAL_NAME = "São Paulo Capital"
# Optional days on which the public services work half the day, and from or until when (ours).
_HALF_DAYS = {
    "Quarta-feira de Cinzas": (14 * 60, DAY_MINUTES),
    "Véspera de Natal": (0, 13 * 60),
    "Véspera de Ano-Novo": (0, 13 * 60),
}
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class ProposedDay:
    """A holiday that could be added: ``is_optional`` = only public offices are bound; ``is_known`` = already there."""

    hours: DayHours
    is_optional: bool
    is_known: bool


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of a pasted table: the day it gives, or why not.

    ``problem``: row_too_short, date_unreadable, name_missing, day_twice, or a code of HoursError; ``detail`` is the
    part that could not be read. ``is_known`` = the calendar has that date already and it will be replaced.
    """

    number: int
    text: str
    day: DayHours | None = None
    problem: str = ""
    detail: str = ""
    is_known: bool = False


def holidays_of(
    state: str | None, years: Iterable[int], week: Week, known: Iterable[date] = ()
) -> tuple[ProposedDay, ...]:
    """Return the holidays of the country, of a state (its letters, None = none) and the movable optional ones, by date.

    Raises:
        Invalid: ``state_unknown`` (state), ``holiday_year_unknown`` (first, last).
    """
    wanted = sorted(set(years))
    if state not in {None, CAPITAL, *STATES}:
        raise Invalid("state_unknown", state=state)
    if any(not FIRST_YEAR <= year <= LAST_YEAR for year in wanted):
        raise Invalid("holiday_year_unknown", first=str(FIRST_YEAR), last=str(LAST_YEAR))
    there = frozenset(known)
    national = _rule(None, wanted)
    region = state.removesuffix("-capital") if state else None
    of_state = _rule(region, wanted) if region else national
    of_town = _rule(_CAPITAL_NAME, wanted) if state == CAPITAL else of_state
    optional = _rule(region, wanted, category="optional")
    found: dict[date, ProposedDay] = {}
    for source, origin in ((optional, "movable"), (of_town, "city"), (of_state, "state"), (national, "national")):
        for day, name in source.items():
            hours = _half_day(day, name, week) if origin == "movable" else ()
            found[day] = ProposedDay(DayHours(day, name, origin, hours), origin == "movable", day in there)
    return tuple(found[day] for day in sorted(found))


def read_table(text: str, known: Iterable[date] = (), *, origin: str = "city") -> tuple[ReadLine, ...]:
    """Return the lines of a table ``data;nome;horário`` (also with tabs or commas), with or without a heading.

    The third column holds the hours of that date; empty or "fechado" = closed.

    Raises:
        Invalid: ``table_too_long`` (limit).
    """
    lines = text.removeprefix("\ufeff").splitlines()
    if len(lines) > MOST_LINES:
        raise Invalid("table_too_long", limit=MOST_LINES)
    there, seen = frozenset(known), set[date]()
    found: list[ReadLine] = []
    delimiter = _delimiter(lines)
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in next(csv.reader(io.StringIO(line), delimiter=delimiter), [])]
        if not any(cells) or (number == 1 and fold(cells[0]).startswith("dat") and not _DATE.search(line)):
            continue
        read = _read_line(number, line, cells, origin)
        if read.day is not None and read.day.day in seen:
            read = ReadLine(number, line, problem="day_twice", detail=f"{read.day.day:%d/%m/%Y}")
        elif read.day is not None:
            seen.add(read.day.day)
            read = replace(read, is_known=read.day.day in there)
        found.append(read)
    return tuple(found)


def read_bytes(content: bytes) -> str:
    """Return the text of a file as Brazilian programs write it: UTF-8 with or without mark, else Windows-1252."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _rule(subdivision: str | None, years: Sequence[int], *, category: str = "public") -> dict[date, str]:
    # Imported late: the window comes first, and few sittings need it.
    from holidays import country_holidays  # noqa: PLC0415 - see above

    made = country_holidays("BR", subdiv=subdivision, years=years, categories=(category,), language="pt_BR")
    return dict(made.items())


def _half_day(day: date, name: str, week: Week) -> tuple[Minutes, ...]:
    part = next((part for word, part in _HALF_DAYS.items() if word in name), None)
    if part is None:
        return ()
    first, last = part
    cut = [(max(start, first), min(end, last)) for start, end in week.get(day.weekday(), ())]
    return tuple(each for each in cut if each[0] < each[1])


def _delimiter(lines: Sequence[str]) -> str:
    head = "\n".join(lines[:50])
    return max(";\t,", key=lambda sign: head.count(sign) if sign != "," else min(head.count(sign), 1) / 2)


def _read_line(number: int, line: str, cells: Sequence[str], origin: str) -> ReadLine:
    if len(cells) < _COLUMNS:
        return ReadLine(number, line, problem="row_too_short")
    day = _date(cells[0])
    if day is None:
        return ReadLine(number, line, problem="date_unreadable", detail=cells[0])
    if not cells[1]:
        return ReadLine(number, line, problem="name_missing")
    try:
        intervals = parse_intervals(", ".join(cell for cell in cells[2:] if cell))
    except HoursError as error:
        return ReadLine(number, line, problem=error.code, detail=error.interval)
    return ReadLine(number, line, DayHours(day, cells[1], origin, intervals))


def _date(text: str) -> date | None:
    local, iso = _DATE.fullmatch(text), _ISO.fullmatch(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if local:
            return date(int(local[3]), int(local[2]), int(local[1]))
    except ValueError:
        return None
    return None
