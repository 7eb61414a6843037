"""Writes tables to files that a spreadsheet opens rightly: CSV and XLSX, whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.models.domain.people import Actor, Right
from app.models.domain.series import TableData
from app.services.cancel import CancelToken
from app.services.csv_sheet import CsvForm, CsvSheet
from app.services.errors import Unavailable
from app.services.rights import require
from app.services.sheet_cells import Block, Cell, Column
from app.services.xlsx_sheet import XlsxSheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_BLOCK = 500  # rows


class FileKind(StrEnum):
    """Kinds of file written."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Target:
    """Where and how to write."""

    path: Path
    kind: FileKind
    csv_form: CsvForm = field(default_factory=CsvForm)


Progress = Callable[[int], None]


class _Sheet(Protocol):
    def add(self, block: Block) -> None:
        """Write some rows."""

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
) -> int:
    """Write rows to a temporary file beside the target and rename it at the end; return their number.

    ``labels`` turn the headers, and the cells below those that tell codes, into words.
    """
    coded = [header in _CODED for header in headers]
    names = [labels.get(header, header) for header in headers]
    blocks = (
        [
            [_labelled(cell, labels) for cell in values] if code else values
            for code, values in zip(coded, block, strict=True)
        ]
        for block in _blocks(rows)
    )
    return write_blocks(target, names, [Column()] * len(headers), blocks, progress=progress, cancel=cancel)


def write_blocks(
    target: Target,
    headers: Sequence[str],
    columns: Sequence[Column],
    blocks: Iterable[Block],
    *,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> int:
    """Write blocks of rows to a temporary file beside the target and rename it at the end; return how many rows.

    Between two blocks it can be stopped and tells how many rows are written.
    """
    written = 0
    with whole_or_nothing(target.path) as path:
        sheet = _sheet_for(target, path, headers, columns)
        try:
            for block in blocks:
                if cancel is not None:
                    cancel.raise_if_cancelled()
                sheet.add(block)
                written += len(block[0])
                if progress is not None:
                    progress(written)
        except BaseException:
            sheet.drop()
            raise
        sheet.close()
    if progress is not None:
        progress(written)
    return written


def close_book(book: Workbook) -> None:
    """Write a workbook out.

    Raises:
        OSError: when it cannot be written, as the system said it.
    """
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415 - its library is loaded with the first book

    try:
        book.close()
    except FileCreateError as error:
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


def _sheet_for(target: Target, path: Path, headers: Sequence[str], columns: Sequence[Column]) -> _Sheet:
    if target.kind is FileKind.CSV:
        return CsvSheet(path, target.csv_form, headers, columns)
    return XlsxSheet(path, headers, columns)


def _blocks(rows: Iterable[Sequence[Cell]]) -> Iterator[Block]:
    left = iter(rows)
    while block := list(islice(left, _BLOCK)):
        yield list(zip(*block, strict=True))
