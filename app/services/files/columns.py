"""Find the row of headings in a table and give every column a name of its own."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from app.services.files.dates import guess_form
from app.services.files.headings import HEADINGS
from app.services.files.mapping import fold_header

if TYPE_CHECKING:
    from collections.abc import Sequence

_KNOWN: Final = frozenset(word for words in HEADINGS.values() for word in words)
_LONGEST_HEADING: Final = 60
_ROWS_SEARCHED: Final = 15
_FILLED: Final = 0.6
_VALUE: Final = re.compile(r"^(?:[\d.,/:+ -]+|https?://.*|\S+@\S+)$")
_LETTERS: Final = 26


def find_heading(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the number of the row that holds the headings (reports put titles above them), None when there is none."""
    if not rows:
        return 0
    widths = [sum(1 for cell in row if cell.strip()) for row in rows]
    usual = sorted(widths)[len(widths) // 2]
    best: tuple[int, int] | None = None
    for number, row in enumerate(islice(rows, _ROWS_SEARCHED)):
        if widths[number] >= usual * _FILLED and _is_heading(row):
            known = sum(1 for cell in row if fold_header(cell) in _KNOWN)
            if best is None or known > -best[0]:
                best = (-known, number)
    return best[1] if best else None


def unique_headers(cells: Sequence[str]) -> tuple[str, ...]:
    """Return one name per column: blank ones get the letter a spreadsheet shows, repeated ones a number."""
    names: list[str] = []
    for position, cell in enumerate(cells):
        name = " ".join(cell.replace("\ufeff", "").replace("\x00", "").split()) or column_letter(position)
        unique, number = name, 2
        while unique in names:
            unique, number = f"{name} ({number})", number + 1
        names.append(unique)
    return tuple(names)


def column_letter(position: int) -> str:
    """Return A for 0, Z for 25, AA for 26."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def _is_heading(row: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in row if cell.strip()]
    if any(len(cell) > _LONGEST_HEADING or _VALUE.match(cell) for cell in filled):
        return False
    return all(guess_form([cell]) is None for cell in filled)
