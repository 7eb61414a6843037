"""Business time: when a team's counter is open, and how to add and measure open time (decision 011)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

Span = tuple[int, int]
"""Seconds from local midnight, start < end <= 86400; a night shift is one span a day on each side of midnight."""

DAY_SECONDS = 86_400
_MICRO = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
_DAY_MICROS = DAY_SECONDS * 1_000_000
_MARGIN = 3 * 3600  # how far from its local midnights a change of offset can still touch a day
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
# How far beyond the asked amount to look for open time, in days: nearly always the first is enough.
_REACHES = tuple(days * _DAY_MICROS for days in (0, 70, 800, 11_000))
_LONGEST = _REACHES[-1]


class NeverOpenError(ValueError):
    """The calendar has not that much open time within thirty years."""


@dataclass(frozen=True, slots=True)
class OpenInterval:
    """A stretch of open time, aware UTC, end exclusive."""

    start: datetime
    end: datetime


def span(start: str, end: str) -> Span:
    """Return the span of two times ``HH:MM``; the end may be ``24:00``. Raises ValueError when empty or outside."""
    return _checked((_seconds(start), _seconds(end)))


class WeekCalendar:
    """Opening hours of a week in one zone, with dates that differ.

    ``week`` maps weekday (0 = Monday) to spans; ``exceptions`` maps a date to its own spans (none = closed) and wins
    over ``holidays``, which are closed. An instant is open when the clock on the wall reads a time within a span of its
    date: so the hour that a change of clocks repeats counts twice, and the one that it leaves out does not count.
    """

    def __init__(
        self,
        zone: str,
        week: Mapping[int, Sequence[Span]],
        exceptions: Mapping[date, Sequence[Span]] | None = None,
        holidays: Collection[date] = (),
    ) -> None:
        self.zone = zone
        self._zone = ZoneInfo(zone)
        self._week = tuple(_joined(week.get(weekday, ())) for weekday in range(7))
        self._dates = dict.fromkeys(holidays, ()) | {day: _joined(spans) for day, spans in (exceptions or {}).items()}
        self._line = _Line((), (), (), 0, 0)

    @property
    def tzinfo(self) -> ZoneInfo:
        """The zone of its clock on the wall."""
        return self._zone

    def spans_on(self, day: date) -> tuple[Span, ...]:
        """Return the spans of one local date, in order and without overlap."""
        spans = self._dates.get(day)
        return self._week[day.weekday()] if spans is None else spans

    def is_working_day(self, day: date) -> bool:
        """Tell whether the counter opens at all on that local date."""
        return bool(self.spans_on(day))

    def is_open(self, at: datetime) -> bool:
        """Tell whether the counter is open at that instant (aware)."""
        moment = _micros(at)
        line = self._covering(moment, moment)
        place = bisect_right(line.starts, moment) - 1
        return place >= 0 and moment < line.ends[place]

    def next_open(self, at: datetime) -> datetime:
        """Return that instant when the counter is open, else the next opening. Raises NeverOpenError."""
        return self.add(at, timedelta())

    def previous_open(self, at: datetime) -> datetime:
        """Return that instant when the counter is open (or just closing), else the last closing before it."""
        return self.subtract(at, timedelta())

    def add(self, start: datetime, delta: timedelta) -> datetime:
        """Return the instant (UTC) when that much open time has passed.

        An end that falls on closing time stays there and does not become the next opening. A zero delta rolls to the
        next opening; a negative one subtracts. Raises NeverOpenError.
        """
        amount = delta // _MICRO
        if amount < 0:
            return self.subtract(start, -delta)
        if amount > _LONGEST:
            raise NeverOpenError(self.zone)
        moment = _micros(start)
        for reach in _REACHES:
            line = self._covering(moment, moment + amount + reach)
            found = line.after(moment, amount)
            if found is not None:
                return _instant(found)
        raise NeverOpenError(self.zone)

    def subtract(self, end: datetime, delta: timedelta) -> datetime:
        """Return the instant (UTC) from which that much open time passes until ``end``; the mirror of ``add``."""
        amount = delta // _MICRO
        if amount < 0:
            return self.add(end, -delta)
        if amount > _LONGEST:
            raise NeverOpenError(self.zone)
        moment = _micros(end)
        for reach in _REACHES:
            line = self._covering(moment - amount - reach, moment)
            found = line.before(moment, amount)
            if found is not None:
                return _instant(found)
        raise NeverOpenError(self.zone)

    def between(self, a: datetime, b: datetime) -> timedelta:
        """Return the open time from ``a`` to ``b``, negative when ``b`` is earlier."""
        first, last = _micros(a), _micros(b)
        line = self._covering(min(first, last), max(first, last))
        return timedelta(microseconds=line.total_until(last) - line.total_until(first))

    def intervals(self, a: datetime, b: datetime) -> tuple[OpenInterval, ...]:
        """Return the stretches of open time from ``a`` to ``b`` in order, as an explanation shows them."""
        first, last = _micros(a), _micros(b)
        line = self._covering(first, max(first, last))
        begin, end = bisect_right(line.ends, first), bisect_left(line.starts, last)
        return tuple(
            OpenInterval(_instant(max(line.starts[i], first)), _instant(min(line.ends[i], last)))
            for i in range(begin, end)
        )

    def _covering(self, first: int, last: int) -> _Line:
        line = self._line
        if line.first <= first and last < line.last:
            return line
        known = line.last > line.first
        low = _year_of(min(first, line.first) if known else first) - 1
        high = _year_of(max(last, line.last - 1) if known else last) + 2
        line = self._line_of(max(low, _FIRST_YEAR), min(high, _LAST_YEAR))
        self._line = line
        return line

    def _line_of(self, low: int, high: int) -> _Line:
        starts: list[int] = []
        ends: list[int] = []
        first, last = date(low, 1, 1), date(high, 1, 1)
        for ordinal in range(first.toordinal(), last.toordinal()):
            for start, end in self._open_on(date.fromordinal(ordinal)):
                starts.append(start)
                ends.append(end)
        totals = [0]
        for start, end in zip(starts, ends, strict=True):
            totals.append(totals[-1] + end - start)
        safe_first, safe_last = _day_micros(first) + _DAY_MICROS, _day_micros(last) - _DAY_MICROS
        return _Line(tuple(starts), tuple(ends), tuple(totals), safe_first, safe_last)

    def _open_on(self, day: date) -> list[Span]:
        spans = self.spans_on(day)
        if not spans:
            return []
        wall = (day.toordinal() - _EPOCH_ORDINAL) * DAY_SECONDS
        before = self._offset(wall - self._offset(wall) - _MARGIN)
        after = self._offset(wall - before + DAY_SECONDS + _MARGIN)
        if before == after:
            base = wall - before
            return [((base + start) * 1_000_000, (base + end) * 1_000_000) for start, end in spans]
        return self._open_on_change(spans, wall, before, after)

    def _open_on_change(self, spans: Sequence[Span], wall: int, before: int, after: int) -> list[Span]:
        change = self._change(wall - before - _MARGIN, wall - before + DAY_SECONDS + _MARGIN)
        pieces: list[Span] = []
        for start, end in spans:
            pieces.append((wall + start - before, min(wall + end - before, change)))
            pieces.append((max(wall + start - after, change), wall + end - after))
        real = _merged(sorted(piece for piece in pieces if piece[0] < piece[1]))
        return [(start * 1_000_000, end * 1_000_000) for start, end in real]

    def _change(self, low: int, high: int) -> int:
        """Return the first second with the new offset, between two instants whose offsets differ."""
        old = self._offset(low)
        while high - low > 1:
            middle = (low + high) // 2
            if self._offset(middle) == old:
                low = middle
            else:
                high = middle
        return high

    def _offset(self, second: int) -> int:
        """Return the zone's offset in seconds at an instant given in seconds since 1970."""
        local = (_EPOCH + timedelta(seconds=second)).astimezone(self._zone)
        return int((local.utcoffset() or timedelta()).total_seconds())


def never_opens(calendar: WeekCalendar, after: datetime) -> bool:
    """Tell whether a calendar has no open instant in the thirty years after ``after`` (aware)."""
    return never_ends(calendar, after, timedelta())


def never_ends(calendar: WeekCalendar | None, start: datetime, within: timedelta) -> bool:
    """Tell whether a clock of that length from ``start`` would not end within thirty years; None = clock time."""
    if calendar is None:
        return False
    try:
        calendar.add(start, within)
    except NeverOpenError:
        return True
    return False


@dataclass(frozen=True, slots=True)
class _Line:
    """Open stretches of some years in microseconds since 1970, with running totals, valid from first to last."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    totals: tuple[int, ...]
    first: int
    last: int

    def total_until(self, moment: int) -> int:
        place = bisect_right(self.starts, moment)
        if place == 0:
            return 0
        return self.totals[place - 1] + min(moment, self.ends[place - 1]) - self.starts[place - 1]

    def after(self, moment: int, amount: int) -> int | None:
        """Return when that much has passed: the earliest such instant; for nothing the first open instant from here."""
        if not amount:
            place = bisect_right(self.ends, moment)
            return max(self.starts[place], moment) if place < len(self.starts) else None
        goal = self.total_until(moment) + amount
        place = bisect_left(self.totals, goal) - 1
        return self.starts[place] + goal - self.totals[place] if place < len(self.starts) else None

    def before(self, moment: int, amount: int) -> int | None:
        """Return the latest instant from which that much passes until ``moment``; for nothing the last open one."""
        if not amount:
            place = bisect_left(self.starts, moment) - 1
            return min(self.ends[place], moment) if place >= 0 else None
        goal = self.total_until(moment) - amount
        place = bisect_right(self.totals, goal) - 1
        return self.starts[place] + goal - self.totals[place] if place >= 0 else None


def _micros(at: datetime) -> int:
    moment = (at - _EPOCH) // _MICRO
    if not _EARLIEST <= moment < _LATEST:
        raise ValueError("instant outside the years 1901 to 2199")
    return moment


def _instant(moment: int) -> datetime:
    return _EPOCH + timedelta(microseconds=moment)


def _year_of(moment: int) -> int:
    return _instant(min(max(moment, _EARLIEST), _LATEST)).year


def _day_micros(day: date) -> int:
    return (day.toordinal() - _EPOCH_ORDINAL) * _DAY_MICROS


_EARLIEST, _LATEST = _day_micros(date(_FIRST_YEAR + 1, 1, 1)), _day_micros(date(_LAST_YEAR, 1, 1))


def _seconds(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60


def _checked(one: Span) -> Span:
    if not 0 <= one[0] < one[1] <= DAY_SECONDS:
        raise ValueError("span is empty or outside its day")
    return one


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(_merged(sorted(_checked(one) for one in spans)))


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
