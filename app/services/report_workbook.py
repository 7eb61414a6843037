"""Writes a report to a workbook: a cover with figures and definitions, then a sheet for each chart with its table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter
from xlsxwriter.workbook import Format, Workbook, Worksheet

from app.models.domain.people import Actor, Right
from app.models.domain.series import TableData
from app.services.cancel import CancelToken
from app.services.exports import close_book, whole_or_nothing
from app.services.rights import require
from app.services.sheet_cells import Cell, fitting, neutral

_NAME_LENGTH = 31  # of a sheet
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_WIDEST, _NARROWEST = 60, 10


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One headline figure in words: its name, its value, and how it stands to the period before ("" = not compared)."""

    name: str
    value: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class PartText:
    """One chart in words, with its table; empty texts take no room."""

    title: str
    definition: str
    summary: str
    notes: str
    comment: str
    comment_by: str
    table: TableData


@dataclass(frozen=True, slots=True)
class ReportText:
    """A whole report in words: what paper and workbook both write."""

    company: str
    title: str
    period: str
    limits: str
    made: str
    comment: str
    comment_by: str
    figures: tuple[FigureLine, ...]
    parts: tuple[PartText, ...]


def write_workbook(
    actor: Actor, text: ReportText, path: Path, words: Sequence[str], *, cancel: CancelToken | None = None
) -> int:
    """Write the workbook whole or not at all; return the number of sheets.

    ``words`` are the names of the cover, and the headings "figure", "value", "change", "chart" and "what it counts".

    Raises:
        Refused: ``not_allowed``. Unavailable: ``export.unwritable``, ``export.disk_full`` (``path``).
    """
    require(actor, Right.EXPORT)
    with whole_or_nothing(path) as temporary, TemporaryDirectory(dir=path.parent, prefix=".") as pieces:
        book = xlsxwriter.Workbook(
            str(temporary), {"strings_to_formulas": False, "strings_to_urls": False, "tmpdir": pieces}
        )
        forms = _Forms(book)
        names = _sheet_names([words[0], *(part.title for part in text.parts)])
        _write_cover(book.add_worksheet(names[0]), forms, text, words)
        for name, part in zip(names[1:], text.parts, strict=True):
            if cancel is not None:
                cancel.raise_if_cancelled()
            _write_part(book.add_worksheet(name), forms, part)
        close_book(book)
    return len(names)


class _Forms:
    def __init__(self, book: Workbook) -> None:
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.muted = book.add_format({"font_color": "#5A6374", "text_wrap": True, "valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        self.whole = book.add_format({"num_format": "#,##0"})
        self.share = book.add_format({"num_format": "#,##0.0"})


def _write_cover(sheet: Worksheet, forms: _Forms, text: ReportText, words: Sequence[str]) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 2, 30)
    _text(sheet, 0, 0, text.title, forms.title)
    row = 1
    for line in (text.company, text.period, text.limits, text.made):
        if line:
            _text(sheet, row, 0, line, forms.muted if row > 1 else None)
            row += 1
    if text.comment:
        row = _said(sheet, row + 1, forms, text.comment, text.comment_by)
    row += 1
    for column, word in enumerate(words[1:4]):
        _text(sheet, row, column, word, forms.head)
    for figure in text.figures:
        row += 1
        for column, cell in enumerate((figure.name, figure.value, figure.change)):
            _text(sheet, row, column, cell)
    row += 2
    for column, word in enumerate(words[4:6]):
        _text(sheet, row, column, word, forms.head)
    for part in text.parts:
        row += 1
        _text(sheet, row, 0, part.title, forms.wrapped)
        sheet.merge_range(row, 1, row, 2, fitting(neutral(part.definition)), forms.wrapped)


def _write_part(sheet: Worksheet, forms: _Forms, part: PartText) -> None:
    _text(sheet, 0, 0, part.title, forms.title)
    row = 1
    for line in (part.definition, part.summary, part.notes):
        if line:
            _text(sheet, row, 0, line)
            row += 1
    if part.comment:
        row = _said(sheet, row, forms, part.comment, part.comment_by)
    row += 1
    for column, header in enumerate(part.table.headers):
        _text(sheet, row, column, header, forms.head)
        longest = max([len(header), *(len(str(cells[column])) for cells in part.table.rows[:200])], default=0)
        sheet.set_column(column, column, min(_WIDEST, max(_NARROWEST, longest + 2)))
    sheet.freeze_panes(row + 1, 1)
    for cells in part.table.rows:
        row += 1
        for column, cell in enumerate(cells):
            _cell(sheet, row, column, cell, forms)


def _said(sheet: Worksheet, row: int, forms: _Forms, comment: str, by: str) -> int:
    for line in (*comment.splitlines(), by):
        if line:
            _text(sheet, row, 0, line, forms.muted if line is by else None)
            row += 1
    return row


def _cell(sheet: Worksheet, row: int, column: int, cell: Cell, forms: _Forms) -> None:
    if isinstance(cell, str):
        _text(sheet, row, column, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, forms.day)
    elif cell is not None:
        sheet.write_number(row, column, cell, forms.share if isinstance(cell, float) else forms.whole)


def _text(sheet: Worksheet, row: int, column: int, text: str, form: Format | None = None) -> None:
    sheet.write_string(row, column, fitting(neutral(text)), form)


def _sheet_names(titles: Sequence[str]) -> list[str]:
    """Return names that a workbook takes: short, without signs it forbids, each once."""
    found: list[str] = []
    taken: set[str] = set()
    for title in titles:
        base = " ".join(_FORBIDDEN.sub(" ", title).split())[:_NAME_LENGTH] or "-"
        name, number = base, 2
        while name.casefold() in taken:
            tail = f" {number}"
            name, number = base[: _NAME_LENGTH - len(tail)] + tail, number + 1
        taken.add(name.casefold())
        found.append(name)
    return found
