"""The protocol number: given once, sayable on the telephone, safe against slips, in order of time (decision 010)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from app.models.domain.words import fold

_NUMBER_DIGITS = 6
_DATE_DIGITS = 8
LENGTH = _DATE_DIGITS + _NUMBER_DIGITS + 1
HIGHEST_NUMBER = 10**_NUMBER_DIGITS - 1
SHORTEST_FRAGMENT = 3
_FIRST_YEAR = 2000

# Damm's totally anti-symmetric quasigroup of order 10: row = interim digit, column = next digit.
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
# "meia" (half a dozen) for 6: over the telephone "seis" and "três" are taken for each other.
_SPOKEN = ("zero", "um", "dois", "três", "quatro", "cinco", "meia", "sete", "oito", "nove")

_PREFIX = re.compile(r"^ *(?:protocolo|prot|atendimento)?[ .:]{0,4}(?:numero|num|n[o°]?|#)?[ .:]{0,4}")
_SEPARATORS = str.maketrans(dict.fromkeys(" .-‐‑‒–—/_", ""))
_LONGEST_TYPED = 80


def make(day: date, number: int) -> str:
    """Return the stored form, 15 digits: yyyymmdd, running number of the day in six, check digit.

    Raises ValueError when the number is not within 1..999999 or the year not within 2000..9999.
    """
    if not 1 <= number <= HIGHEST_NUMBER:
        raise ValueError("running number out of range")
    if day.year < _FIRST_YEAR:
        raise ValueError("day out of range")
    body = f"{day:%Y%m%d}{number:0{_NUMBER_DIGITS}d}"
    return body + str(_check(body))


def is_valid(protocol: str) -> bool:
    """Tell whether this is the stored form of a number that could have been given."""
    return (
        len(protocol) == LENGTH
        and protocol.isascii()
        and protocol.isdigit()
        and _check(protocol) == 0
        and int(protocol[_DATE_DIGITS:-1]) > 0
        and _is_day(protocol[:_DATE_DIGITS])
    )


def display(protocol: str) -> str:
    """Return the form people read: ``2026 1121 000 042-1``."""
    return f"{protocol[:4]} {protocol[4:8]} {protocol[8:11]} {protocol[11:14]}-{protocol[14:]}"


def spoken(protocol: str) -> str:
    """Return the form people say in Portuguese, digit by digit, a comma between groups."""
    groups = (protocol[:4], protocol[4:8], protocol[8:11], protocol[11:14], protocol[14:])
    return ", ".join(" ".join(_SPOKEN[int(digit)] for digit in group) for group in groups)


def parse(text: str) -> str | None:
    """Return the stored form of a whole protocol typed or pasted alone, or None.

    Blanks, dots, hyphens, slashes and a lead such as "Protocolo nº" are accepted; a wrong check digit is not.
    """
    digits = _typed_digits(text)
    return digits if digits is not None and is_valid(digits) else None


def is_mistyped(text: str) -> bool:
    """Tell whether the text has the length of a protocol but is none: a digit is wrong or two are swapped."""
    digits = _typed_digits(text)
    return digits is not None and len(digits) == LENGTH and not is_valid(digits)


def fragment(text: str) -> str | None:
    """Return the digits when the text alone looks like a piece of a protocol: 3 to 15 digits; else None."""
    digits = _typed_digits(text)
    return digits if digits is not None and SHORTEST_FRAGMENT <= len(digits) <= LENGTH else None


def next_number(last_given: tuple[date, int] | None, today: date) -> tuple[date, int]:
    """Return day and number that follow the last given; a clock set back neither repeats nor reorders.

    A day with all 999,999 numbers given goes on with the numbers of the day after.
    """
    if last_given is None or last_given[0] < today:
        return today, 1
    day, number = last_given
    if number >= HIGHEST_NUMBER:
        return day + timedelta(days=1), 1
    return day, number + 1


def _check(digits: str) -> int:
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return interim


def _is_day(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return day.year >= _FIRST_YEAR


def _typed_digits(text: str) -> str | None:
    if len(text) > _LONGEST_TYPED:
        return None
    digits = _PREFIX.sub("", fold(text), count=1).translate(_SEPARATORS)
    return digits if digits.isascii() and digits.isdigit() else None
