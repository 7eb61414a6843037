"""Writes tables to files that a spreadsheet opens rightly: CSV and XLSX, whole or not at all."""

from __future__ import annotations

import csv
import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import xlsxwriter

from app.models.domain.people import Actor, Right
from app.models.domain.series import TableData
from app.services.cancel import CancelToken
from app.services.errors import Unavailable
from app.services.rights import require

Cell = str | int | float | date | datetime | None
SHEET_ROWS = 1_000_000
_PAGE = 500
_LONGEST_CELL = 32_000  # XLSX holds 32,767 characters in a cell
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # the last: full width
_SIGNS = frozenset(_FORMULA_SIGNS)


class FileKind(StrEnum):
    """Kinds of file written."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How a CSV is written; the defaults are what Excel in Portuguese opens by a double click."""

    separator: str = ";"
    decimal_comma: bool = True
    with_bom: bool = True


@dataclass(frozen=True, slots=True)
class Target:
    """Where and how to write."""

    path: Path
    kind: FileKind
    csv_form: CsvForm = CsvForm()


Progress = Callable[[int], None]


class _Writer(Protocol):
    def row(self, cells: Sequence[Cell]) -> None: ...

    def close(self) -> None:
        """Finish the file."""

    def drop(self) -> None:
        """Let go of a file that will not be finished."""


class ExportService:
    """Exports charts' tables. ``labels`` turn codes (headers, states) into the screen's words."""

    def table(self, actor: Actor, table: TableData, target: Target, labels: Mapping[str, str]) -> int:
        """Write a chart's table; return the number of rows.

        Raises:
            Refused: ``not_allowed``. Unavailable: ``export.unwritable``, ``export.disk_full`` (``path``).
        """
        require(actor, Right.EXPORT)
        return write_file(target, table.headers, table.rows, labels)


_CODED = frozenset({"visibility", "mention_state", "case_state", "sentiment", "figure", "weekday"})


def write_file(
    target: Target,
    headers: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    labels: Mapping[str, str],
    *,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
    are_codes_open: bool = True,
) -> int:
    """Write rows to a temporary file beside the target and rename it at the end; return their number.

    ``are_codes_open`` False: the rows hold words already, ``labels`` serve the headers alone.
    """
    written = 0
    coded = [header in _CODED for header in headers] if are_codes_open else []
    has_codes = any(coded)
    with whole_or_nothing(target.path) as path:
        writer = _writer_for(target, path, [labels.get(header, header) for header in headers])
        try:
            for row in rows:
                if cancel is not None:
                    cancel.raise_if_cancelled()
                writer.row(
                    [_labelled(cell, labels) if code else cell for cell, code in zip(row, coded, strict=True)]
                    if has_codes
                    else row
                )
                written += 1
                if progress is not None and written % _PAGE == 0:
                    progress(written)
        except BaseException:
            writer.drop()
            raise
        writer.close()
    if progress is not None:
        progress(written)
    return written


def neutral(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def fitting(text: str) -> str:
    """Return what fits into a cell of a workbook, which counts an emoji as two characters."""
    if len(text) * 2 <= _LONGEST_CELL:
        return text
    return text.encode("utf-16-le")[: 2 * _LONGEST_CELL].decode("utf-16-le", errors="ignore")


def close_book(book: xlsxwriter.Workbook) -> None:
    """Write a workbook out.

    Raises:
        OSError: when it cannot be written, as the system said it.
    """
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        cause = error.__context__
        raise cause if isinstance(cause, OSError) else OSError(*error.args) from error


def _labelled(cell: Cell, labels: Mapping[str, str]) -> Cell:
    return labels.get(str(cell), cell) if cell is not None else None


@contextmanager
def whole_or_nothing(path: Path) -> Iterator[Path]:
    """Give a temporary file beside ``path`` to write; rename it at the end, leave nothing when something fails.

    Raises:
        Unavailable: ``export.unwritable``, ``export.disk_full`` (``path``).
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=".part")
        temporary = Path(name)
        os.close(handle)
        yield temporary
        temporary.replace(path)
    except OSError as error:
        code = "export.disk_full" if error.errno in {errno.ENOSPC, errno.EDQUOT} else "export.unwritable"
        raise Unavailable(code, path=path.name) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _writer_for(target: Target, path: Path, headers: Sequence[str]) -> _Writer:
    if target.kind is FileKind.CSV:
        return _CsvWriter(path, target.csv_form, headers)
    return _XlsxWriter(path, headers)


class _CsvWriter:
    def __init__(self, path: Path, form: CsvForm, headers: Sequence[str]) -> None:
        # "utf-8-sig" would write the same, but through a codec in Python, row after row.
        self._file = path.open("w", encoding="utf-8", newline="")
        if form.with_bom:
            self._file.write("\ufeff")
        self._rows = csv.writer(self._file, delimiter=form.separator)
        self._form = form
        self.row(headers)

    def row(self, cells: Sequence[Cell]) -> None:
        # A million rows of thirty cells: what needs no thought is passed through without a call.
        self._rows.writerow(
            [
                (cell if not cell or cell[0] not in _SIGNS else f"'{cell}")
                if cell.__class__ is str
                else cell
                if cell is None or cell.__class__ is int
                else self._text(cell)
                for cell in cells
            ]
        )

    def close(self) -> None:
        self._file.close()

    def drop(self) -> None:
        # What a full disk did not take is tried once more here; it has been told already.
        with suppress(OSError):
            self._file.close()

    def _text(self, cell: Cell) -> str:
        if isinstance(cell, datetime):
            told = cell.isoformat(" ", "minutes")
            return f"{told[8:10]}/{told[5:7]}/{told[:4]}{told[10:16]}"
        if isinstance(cell, date):
            return f"{cell.day:02}/{cell.month:02}/{cell.year:04}"
        if isinstance(cell, float):
            text = f"{cell:.4f}".rstrip("0").removesuffix(".")
            return text.replace(".", ",") if self._form.decimal_comma else text
        return neutral(str(cell))


class _XlsxWriter:
    def __init__(self, path: Path, headers: Sequence[str]) -> None:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        # The rows wait in files beside the workbook, since a million of them may not fit elsewhere.
        self._parts = tempfile.TemporaryDirectory(dir=path.parent, prefix=".", ignore_cleanup_errors=True)
        self._book = xlsxwriter.Workbook(str(path), options | {"tmpdir": self._parts.name})
        self._day = self._book.add_format({"num_format": "dd/mm/yyyy"})
        self._moment = self._book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        self._headers = headers
        self._next_row = 0
        self._new_sheet()

    def row(self, cells: Sequence[Cell]) -> None:
        if self._next_row > SHEET_ROWS:
            self._new_sheet()
        write_string, write_number, place = self._sheet.write_string, self._sheet.write_number, self._next_row
        for column, cell in enumerate(cells):
            if cell is None:
                continue
            if cell.__class__ is str:
                write_string(place, column, fitting(neutral(cell)))
            elif cell.__class__ is int:
                write_number(place, column, cell)
            else:
                self._write(column, cell)
        self._next_row += 1

    def close(self) -> None:
        try:
            close_book(self._book)
        finally:
            self.drop()

    def drop(self) -> None:
        # To close an unfinished workbook would pack all that was written so far, which takes as long as to finish it.
        for sheet in self._book.worksheets():
            with suppress(OSError):
                sheet.row_data_fh.close()
        self._parts.cleanup()

    def _new_sheet(self) -> None:
        self._sheet = self._book.add_worksheet()
        self._next_row = 0
        for column, header in enumerate(self._headers):
            self._write(column, header)
        self._next_row = 1

    def _write(self, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            self._sheet.write_string(self._next_row, column, fitting(neutral(cell)))
        elif isinstance(cell, datetime):
            self._sheet.write_datetime(self._next_row, column, cell, self._moment)
        elif isinstance(cell, date):
            self._sheet.write_datetime(self._next_row, column, cell, self._day)
        elif cell is not None:
            self._sheet.write_number(self._next_row, column, cell)
