"""Read the ways people and programs write a moment, and say plainly when one cannot be a moment."""

# ruff: noqa: PLR2004 - months, days, hours and the powers of ten of an epoch are what everybody calls them

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Final

from app.models.domain.incoming import RejectReason
from app.services.files.mapping import DateForm, fold_header

EARLIEST_YEAR: Final = 1990
"""Before this there was nothing to capture; 1899, 1900, 1904 and 1970 are what programs write for "no date"."""

AHEAD: Final = timedelta(days=1)
"""A moment later than now plus this is refused: clocks differ by minutes, zones by less than a day."""

_LONGEST: Final = 100
_PIVOT: Final = 70
_CENTURY: Final = 100
_EXCEL_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a local time, its zone is the mapping's
_UNIX_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECONDS_FROM: Final = 100_000_000_000
_MICROSECONDS_FROM: Final = 100_000_000_000_000
_TIME: Final = r"(\d{1,2})\s*[:hH]\s*(\d{2})?(?:\s*[:m]\s*(\d{2})s?(?:[.,]\d+)?)?\s*(?:min)?\s*([aApP]\.?[mM]\.?)?"
_REST: Final = (
    rf"(?:(?:\s*[T,]\s*|\s+(?:(?:às|as|at|-|–|à|a las)\s*)?){_TIME}\s*(Z|UTC|GMT|[+-]\d{{2}}:?\d{{2}})?)?\s*$"
)
_NUMBERS: Final = re.compile(rf"^\s*(\d{{1,2}})[/.\-](\d{{1,2}})[/.\-](\d{{4}}|\d{{2}}){_REST}")
_YEAR_FIRST: Final = re.compile(rf"^\s*(\d{{4}})[/.\-](\d{{1,2}})[/.\-](\d{{1,2}}){_REST}")
_COMPACT: Final = re.compile(r"^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?\s*$")
_WORDED: Final = re.compile(
    rf"^\s*(?:[A-Za-zç\-áÁ]+,?\s+)??(\d{{1,2}})[ºo°]?[\s/.\-]+(?:de\s+)?([A-Za-zç]{{3,12}})\.?,?[\s/.\-]+(?:de\s+|del\s+)?(\d{{4}}|\d{{2}})\b{_REST}"
)
_WORD_FIRST: Final = re.compile(
    rf"^\s*(?:[A-Za-z]+,\s+)?([A-Za-zç]{{3,12}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b{_REST}"
)
_NUMBER: Final = re.compile(r"^\s*\d+(?:[.,]\d+)?\s*$")
_CLOCK_IN_TEXT: Final = re.compile(r"\d[:hH]\d|\d ?[aApP]\.?[mM]\b|\dh\b")
_CLOCK: Final = re.compile(rf"^\s*{_TIME}\s*$")
_MONTHS: Final = {
    **dict.fromkeys(("jan", "ene"), 1),
    **dict.fromkeys(("fev", "feb"), 2),
    "mar": 3,
    **dict.fromkeys(("abr", "apr"), 4),
    **dict.fromkeys(("mai", "may"), 5),
    "jun": 6,
    "jul": 7,
    **dict.fromkeys(("ago", "aug"), 8),
    **dict.fromkeys(("set", "sep"), 9),
    **dict.fromkeys(("out", "oct"), 10),
    "nov": 11,
    **dict.fromkeys(("dez", "dec", "dic"), 12),
}


class BadDateError(ValueError):
    """The text is no possible moment, or one that has not come yet; ``reason`` says which."""

    def __init__(self, reason: RejectReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@lru_cache(maxsize=16_384)
def parse_date(text: str, form: DateForm, zone: tzinfo, clock: str = "") -> datetime:
    """Return the aware UTC moment that ``text`` names; ``clock`` is a time of day from another column ("14:30").

    Without its own offset a time is local in ``zone``: an hour that the change to summer time skips becomes the hour
    after, one that happens twice is the first. A date without time is the start of that day. Raises
    :class:`BadDateError` for what is no date, impossible (31/02) or before 1990.
    """
    try:
        moment = _read(_tidy(text), form)
    except (ValueError, OverflowError, TypeError) as error:
        raise BadDateError(RejectReason.BAD_DATE) from error
    if clock and moment.tzinfo is None and moment.time() == time():
        moment = datetime.combine(moment.date(), parse_clock(clock))
    return to_utc(moment, zone)


@lru_cache(maxsize=16_384)
def tells_time(text: str, form: DateForm) -> bool:
    """Tell whether a date that ``parse_date`` reads names a time of day too; "2017-01-08" and serial 42743 do not."""
    if form is DateForm.EXCEL_SERIAL and _NUMBER.match(text):
        return float(text.replace(",", ".")) % 1 != 0
    if form is DateForm.EPOCH and _NUMBER.match(text):
        return True
    try:
        return _read(text, form).time() != time() or _CLOCK_IN_TEXT.search(text) is not None
    except (ValueError, OverflowError, TypeError):
        return False


def to_utc(moment: datetime, zone: tzinfo) -> datetime:
    """Return a moment in UTC, read as local time of ``zone`` when it has no offset; BAD_DATE before 1990."""
    if moment.year < EARLIEST_YEAR:
        raise BadDateError(RejectReason.BAD_DATE)
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadDateError(RejectReason.BAD_DATE) from error


def refuse_future(moment: datetime, now: datetime) -> None:
    """Raise FUTURE_DATE for a moment more than a day after ``now``."""
    if moment > now + AHEAD:
        raise BadDateError(RejectReason.FUTURE_DATE)


def parse_clock(text: str) -> time:
    """Return a time of day ("14:30", "14h30", "2:30 pm"); BAD_DATE when it is none."""
    try:
        text = _tidy(text)
        found = _CLOCK.match(text)
        if found:
            return _time(*found.groups())
        return datetime.fromisoformat(text).time()
    except (ValueError, TypeError) as error:
        raise BadDateError(RejectReason.BAD_DATE) from error


def guess_form(values: list[str]) -> DateForm | None:
    """Return the form that most of the values are written in, None when most are no dates.

    Day and month are told apart by a figure above 12; where none shows it, the day stands first, as in Brazil.
    """
    filled = [" ".join(value[: _LONGEST + 1].split()) for value in values if value.strip()]
    if not filled:
        return None
    if all(_NUMBER.match(value) and not _COMPACT.match(value) for value in filled):
        return _number_form(filled)
    numbers = [found for value in filled if (found := _NUMBERS.match(value))]
    if len(numbers) * 2 > len(filled):
        firsts = sum(1 for found in numbers if _is_possible(int(found[2]), int(found[1])))
        seconds = sum(1 for found in numbers if _is_possible(int(found[1]), int(found[2])))
        if max(firsts, seconds) * 2 <= len(filled):
            return None
        return DateForm.MDY if seconds > firsts else DateForm.DMY
    read = [value for value in filled if _is_date(value)]
    if len(read) * 2 <= len(filled):
        return None
    if all(not value[0].isdigit() and "," in value for value in read) and all(_is_rfc(value) for value in read):
        return DateForm.RFC2822
    return DateForm.ISO if _YEAR_FIRST.match(read[0]) or _COMPACT.match(read[0]) else DateForm.DMY


def _is_possible(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _number_form(values: list[str]) -> DateForm | None:
    numbers = [float(value.replace(",", ".")) for value in values]
    now_ish = 1e9
    if all(32_874 <= number < 73_051 for number in numbers):  # 1990 to 2099 in days since 1900
        return DateForm.EXCEL_SERIAL
    if all(now_ish * 0.6 <= number < now_ish * 4.2 or number >= _MILLISECONDS_FROM * 6 for number in numbers):
        return DateForm.EPOCH
    return None


def _tidy(text: str) -> str:
    """Return the text with single blanks, among which the patterns have nothing to try; ValueError when too long."""
    if len(text) > _LONGEST:
        raise ValueError(len(text))
    return " ".join(text.split())


def _is_date(value: str) -> bool:
    try:
        _read(_tidy(value), DateForm.DMY)
    except (ValueError, OverflowError, TypeError):
        return False
    return True


def _is_rfc(value: str) -> bool:
    try:
        parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return False
    return True


def _read(text: str, form: DateForm) -> datetime:
    if form in {DateForm.EXCEL_SERIAL, DateForm.EPOCH} and _NUMBER.match(text):
        number = float(text.replace(",", "."))
        return _from_epoch(number) if form is DateForm.EPOCH else _from_serial(number)
    found = _NUMBERS.match(text)
    if found:
        first, second, year = int(found[1]), int(found[2]), _year(found[3])
        month, day = (first, second) if form is DateForm.MDY else (second, first)
        return _moment(date(year, month, day), found.groups()[3:])
    return _read_worded(text)


def _read_worded(text: str) -> datetime:
    if found := _YEAR_FIRST.match(text):
        return _moment(date(int(found[1]), int(found[2]), int(found[3])), found.groups()[3:])
    if found := _COMPACT.match(text):
        clock = time(int(found[4] or 0), int(found[5] or 0), int(found[6] or 0))
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return datetime.combine(day, clock, UTC if found[7] else None)
    if found := _WORDED.match(text):
        return _moment(date(_year(found[3]), _month(found[2]), int(found[1])), found.groups()[3:])
    if found := _WORD_FIRST.match(text):
        return _moment(date(int(found[3]), _month(found[1]), int(found[2])), found.groups()[3:])
    return parsedate_to_datetime(text)


def _moment(day: date, parts: tuple[str | None, ...]) -> datetime:
    hour, minute, second, half, offset = parts
    clock = _time(hour, minute, second, half) if hour else time()
    moment = datetime.combine(day, clock)
    if not offset:
        return moment
    if offset in {"Z", "UTC", "GMT"}:
        return moment.replace(tzinfo=UTC)
    digits = offset.replace(":", "")
    shift = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5]))
    return moment.replace(tzinfo=timezone(-shift if digits[0] == "-" else shift))


def _time(hour: str | None, minute: str | None, second: str | None, half: str | None) -> time:
    hours = int(hour or 0)
    if half:
        if not 1 <= hours <= 12:
            raise ValueError(half)
        hours = hours % 12 + (12 if half[0] in "pP" else 0)
    seconds = min(int(second or 0), 59) if int(second or 0) == 60 else int(second or 0)  # a leap second
    return time(hours, int(minute or 0), seconds)


def _year(digits: str) -> int:
    year = int(digits)
    if year >= _CENTURY:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def _month(name: str) -> int:
    month = _MONTHS.get(fold_header(name)[:3])
    if month is None:
        raise ValueError(name)
    return month


def _from_serial(number: float) -> datetime:
    return _EXCEL_EPOCH + timedelta(days=int(number), seconds=round((number % 1) * 86_400))


def _from_epoch(number: float) -> datetime:
    if number >= _MICROSECONDS_FROM:
        number /= 1_000_000
    elif number >= _MILLISECONDS_FROM:
        number /= 1000
    # Not fromtimestamp: on Windows that raises OSError for what Linux calls a year out of range.
    return _UNIX_EPOCH + timedelta(seconds=number)
