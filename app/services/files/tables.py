"""Read CSV files as people's programs really write them: every record comes out once, as cells or as a problem."""

from __future__ import annotations

import csv
import re
from collections import deque
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from app.models.domain.incoming import RejectReason
from app.services.files.limits import MAX_FIELD_CHARS, MAX_RECORD_BYTES
from app.services.files.lines import Line, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.services.files.detect import FileKind


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row could not be cut into cells; ``code`` is one of ``limits.DETAIL_CODES``."""

    reason: RejectReason
    code: str
    excerpt: str = ""


class RawRow(NamedTuple):
    """One row as its file holds it: cells in order, or named values (JSON), or the problem that it is."""

    position: int
    cells: list[str] | dict[str, str]
    problem: RowProblem | None = None
    is_last: bool = False


_SEPARATOR_LINE: Final = re.compile(r"sep=.\s*$", re.IGNORECASE)
_REPAIR_LINES: Final = 400
_EVIDENCE_LINES: Final = 40


def read_csv(path: Path, kind: FileKind) -> Iterator[RawRow]:
    """Yield the non-blank records of a CSV file in order, the heading included, with bounded memory."""
    csv.field_size_limit(MAX_FIELD_CHARS)
    return _CsvReader(read_lines(path, kind), kind).rows()


class _RecordTooLongError(Exception):
    """One physical line, or the lines of one record together, went over the limit."""


class _CsvReader:
    """Drives the csv module line by line, so that one that never closes its quote cannot swallow the rest."""

    def __init__(self, lines: Iterator[Line], kind: FileKind) -> None:
        self._lines = lines
        self._kind = kind
        self._pushed: deque[Line] = deque()
        self._taken: list[Line] = []
        self._size = 0
        self._position = 0
        self._is_at_end = False

    def __iter__(self) -> _CsvReader:
        return self

    def __next__(self) -> str:
        line = self._next_line()
        self._taken.append(line)
        self._size += len(line.text)
        if line.is_too_long or self._size > MAX_RECORD_BYTES:
            raise _RecordTooLongError
        return line.text

    def rows(self) -> Iterator[RawRow]:
        """Yield every record; the parser starts anew after each that it could not read."""
        self._skip_separator_line()
        parser = self._parser()
        while True:
            self._taken, self._size = [], 0
            try:
                cells = next(parser)
            except StopIteration:
                return
            except (csv.Error, _RecordTooLongError) as error:
                row = self._recover(error)
                parser = self._parser()
            else:
                row = self._row(cells)
            if row.problem or any(row.cells):
                yield row

    def _parser(self) -> Iterator[list[str]]:
        return csv.reader(self, delimiter=self._kind.delimiter, quotechar=self._kind.quotechar, strict=True)

    def _next_line(self) -> Line:
        if self._pushed:
            line = self._pushed.popleft()
        else:
            try:
                line = next(self._lines)
            except StopIteration:
                self._is_at_end = True
                raise
        self._position = line.position
        return line

    def _skip_separator_line(self) -> None:
        for line in islice(self._lines, 1):
            if not _SEPARATOR_LINE.match(line.text):
                self._pushed.append(line)

    def _row(self, cells: list[str]) -> RawRow:
        taken = self._taken
        for line in taken:
            if line.is_unreadable:
                problem = RowProblem(RejectReason.UNREADABLE, "encoding", line.text)
                return RawRow(self._position, cells, problem)
        # Only the very last line of a file may lack its line end.
        return RawRow(self._position, cells, None, not taken[-1].text.endswith("\n"))

    def _recover(self, error: Exception) -> RawRow:
        """Turn the lines of an unreadable record into cells or one problem; lines that belong to others go back."""
        first = self._taken[0]
        if first.is_too_long:
            return self._give_up(RejectReason.TOO_LARGE, "record_too_large", 1)
        if self._rest_are_records():
            return self._give_up(RejectReason.BAD_STRUCTURE, "unclosed_quote", 1)
        is_too_long = isinstance(error, _RecordTooLongError) or "field larger" in str(error)
        if is_too_long:
            self._skip_to_closing_quote()
            return self._give_up(RejectReason.TOO_LARGE, "field_too_large", len(self._taken))
        cells = self._repair()
        if cells is not None:
            return self._row(cells)
        if self._is_at_end and len(self._taken) == 1:
            return self._give_up(RejectReason.UNREADABLE, "truncated", 1)
        return self._give_up(RejectReason.BAD_STRUCTURE, "unclosed_quote", 1)

    def _give_up(self, reason: RejectReason, code: str, used: int) -> RawRow:
        rest = self._taken[used:]
        self._pushed.extendleft(reversed(rest))
        if self._taken[:used]:
            self._position = self._taken[used - 1].position
        if rest:
            self._is_at_end = False
        return RawRow(self._position, [], RowProblem(reason, code, self._taken[0].text[:1000]))

    def _rest_are_records(self) -> bool:
        """Tell whether the lines after the first are whole records themselves: then the first lost its quote."""
        later = [line.text for line in self._taken[1 : 1 + _EVIDENCE_LINES] if line.text.strip()]
        whole = sum(1 for text in later if self._is_record(text))
        return whole * 2 > len(later)

    def _is_record(self, text: str) -> bool:
        try:
            rows = list(csv.reader([text], delimiter=self._kind.delimiter, quotechar=self._kind.quotechar, strict=True))
        except csv.Error:
            return False
        return len(rows) == 1 and len(rows[0]) == self._kind.columns

    def _skip_to_closing_quote(self) -> None:
        """Read past a field that is too large: up to the line where the quotes are even again."""
        quote = self._kind.quotechar
        if sum(line.text.count(quote) for line in self._taken) % 2 == 0:
            return
        try:
            while True:
                line = self._next_line()
                self._taken[1:] = [line]
                if line.text.count(quote) % 2:
                    return
        except StopIteration:
            return

    def _repair(self) -> list[str] | None:
        """Read a record whose inner quotes were not doubled: a quote closes only before a delimiter or line end."""
        delimiter, quote = self._kind.delimiter, self._kind.quotechar
        closes = re.compile(rf"{re.escape(quote)}(?={re.escape(delimiter)}|\s*\Z)")
        text = "".join(line.text for line in self._taken)
        cells = _tolerant(text, delimiter, quote)
        for _ in range(_REPAIR_LINES):
            if cells is not None and len(cells) == self._kind.columns:
                return cells
            try:
                line = self._next_line()
            except StopIteration:
                break
            if self._is_record(line.text):
                self._pushed.appendleft(line)
                break
            self._taken.append(line)
            text += line.text
            # A field that is open stays open after a line that cannot close it: reading all anew would take for ever.
            if cells is not None or closes.search(line.text):
                cells = _tolerant(text, delimiter, quote)
        return None


def _tolerant(text: str, delimiter: str, quote: str) -> list[str] | None:
    """Cut one record; None while a quoted field is still open."""
    text = text.removesuffix("\n")
    closing = re.compile(rf"(?<!{quote})((?:{quote}{quote})*){quote}(?={re.escape(delimiter)}|\Z)")
    cells: list[str] = []
    at = 0
    while True:
        if text.startswith(quote, at):
            found = re.compile(rf"{quote}(?={re.escape(delimiter)}|\Z)").match(text, at + 1) or closing.search(
                text, at + 1
            )
            if not found:
                return None
            cells.append(text[at + 1 : found.end() - 1].replace(quote * 2, quote))
            at = found.end()
        else:
            end = text.find(delimiter, at)
            cells.append(text[at:] if end < 0 else text[at:end])
            at = len(text) if end < 0 else end
        if at >= len(text):
            return cells
        at += 1
