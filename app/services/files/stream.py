"""Open any file as one numbered stream of mentions and rejected rows, the same on every reading."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.models.domain.incoming import IncomingMention
from app.services.errors import Invalid, Unavailable
from app.services.files.columns import find_heading, unique_headers
from app.services.files.detect import FileKind, Format, sniff
from app.services.files.guess import guess
from app.services.files.items import Item
from app.services.files.limits import MIB, SAMPLE_ROWS
from app.services.files.mail_stream import mail_items
from app.services.files.mapping import DEFAULT_ZONE, Mapping, zone_of
from app.services.files.objects import read_json, read_json_lines
from app.services.files.rows import RowMapper
from app.services.files.tables import RawRow, read_csv
from app.services.files.whatsapp_stream import chat_items, summary_of
from app.services.files.workbook import read_workbook, sheet_names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

CHAT_HEADERS: Final = ("author", "date", "text")
_NAMED: Final = frozenset({Format.JSON, Format.JSONL})


@dataclass(frozen=True, slots=True)
class Look:
    """What the wizard shows of a file: kind, headings, first rows and the proposed mapping.

    For e-mail ``mapping`` is None, the headings are "from", "date", "subject", "text" and the rows are the messages.
    A conversation has the headings of :data:`CHAT_HEADERS` and no mapping either; ``authors`` are who speaks in it and
    ``own_name`` which of them is guessed to be us, "" when that cannot be told.
    """

    kind: FileKind
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping | None
    fingerprint: str
    authors: tuple[str, ...] = ()
    own_name: str = ""


def chat_mapping(zone: str, own_name: str) -> Mapping:
    """Return what a conversation needs to be read: its zone and which of its authors is us ("" = nobody)."""
    author, date, text = CHAT_HEADERS
    columns = {"author_name": author, "posted_at": date, "text": text}
    return Mapping("whatsapp", columns, zone=zone, is_private=True, is_direct=True, own_name=own_name)


class Source:
    """One file being read; made by :func:`open_source`. ``mapping`` is None for e-mail."""

    def __init__(
        self, path: Path, *, kind: FileKind, headers: tuple[str, ...], mapping: Mapping | None, now: datetime, zone: str
    ) -> None:
        self.path = path
        self.kind = kind
        self.headers = headers
        self.mapping = mapping
        self._now = now
        self._zone = zone_of(zone)

    @property
    def total_bytes(self) -> int:
        """Size of the file; ``Item.position`` runs up to it."""
        return self.kind.size

    def preview(self, limit: int = 20) -> list[Item]:
        """Return the first outcomes, as a dry run over the head of the file."""
        return list(islice(self.items(), limit))

    def items(self, start_at: int = 0) -> Iterator[Item]:
        """Yield every row after number ``start_at`` as a mention or a rejected row, in the order of the file.

        Raises ``Invalid`` (mapping_*) when the mapping cannot read the file, ``Unavailable("file_unreadable")`` when
        the disk or the share fails on the way.
        """
        with _reading(self.path):
            if self.kind.format is Format.WHATSAPP:
                own = self.mapping.own_name if self.mapping is not None else None
                zone = zone_of(self.mapping.zone) if self.mapping is not None else self._zone
                yield from chat_items(self.path, self.kind, own_name=own, now=self._now, zone=zone, start_at=start_at)
            elif self.mapping is None:
                yield from mail_items(self.path, self.kind, now=self._now, zone=self._zone, start_at=start_at)
            else:
                yield from self._rows(self.mapping, start_at)

    def _rows(self, mapping: Mapping, start_at: int) -> Iterator[Item]:
        mapping.check(self.headers)
        mapper = RowMapper(mapping, self.headers, self._now)
        for number, raw in enumerate(_data_rows(self.path, self.kind, mapping), 1):
            if number > start_at:
                yield Item(number, raw.position, mapper.outcome(number, raw))


def open_source(
    path: Path, mapping: Mapping | None = None, *, now: datetime, zone: str = DEFAULT_ZONE, kind: FileKind | None = None
) -> Source:
    """Open a file, or a folder of .eml files, for reading; without a mapping the guessed one is used.

    ``now`` (aware) decides what lies in the future; ``zone`` is for a guessed mapping and for e-mail without offset.
    Raises ``Invalid`` or ``Unavailable`` with one of ``limits.FILE_CODES``.
    """
    kind = kind or sniff(path)
    if kind.format is Format.WHATSAPP:
        return Source(path, kind=kind, headers=CHAT_HEADERS, mapping=mapping, now=now, zone=zone)
    if kind.is_mail:
        return Source(path, kind=kind, headers=(), mapping=None, now=now, zone=zone)
    with _reading(path):
        if mapping is None:
            mapping = replace(_guessed(path, kind, _sample(path, kind, None))[1], zone=zone)
        headers = _headers(path, kind, mapping)
    return Source(path, kind=kind, headers=headers, mapping=mapping, now=now, zone=zone)


def look(path: Path, mapping: Mapping | None = None, *, now: datetime, limit: int = 50) -> Look:
    """Return what a person sees before importing; with ``mapping`` its sheet and heading row are used, not guessed."""
    kind = sniff(path)
    mark = fingerprint(path)
    with _reading(path):
        if kind.format is Format.XLSX:
            kind = replace(kind, sheets=sheet_names(path))
        if kind.is_mail:
            return _look_at_mail(path, kind, now=now, limit=limit, mark=mark)
        if kind.format is Format.WHATSAPP:
            return _look_at_chat(path, kind, now=now, limit=limit, mark=mark)
        if mapping is None:
            headers, mapping = _guessed(path, kind, _sample(path, kind, None))
        else:
            headers = _headers(path, kind, mapping)
        shown = islice(_data_rows(path, kind, mapping), limit)
        rows = tuple(_padded(raw, headers) for raw in shown if not raw.problem)
    return Look(kind=kind, headers=headers, rows=rows, mapping=mapping, fingerprint=mark)


def fingerprint(path: Path) -> str:
    """Return a digest of all that the file (or the folder of .eml files) holds: the same bytes, the same value."""
    digest = hashlib.blake2b(digest_size=20)
    with _reading(path):
        files = sorted(path.glob("*.[eE][mM][lL]")) if path.is_dir() else [path]
        for file in files:
            digest.update(str(file.stat().st_size).encode() + b"\n")
            with file.open("rb") as source:
                while chunk := source.read(MIB):
                    digest.update(chunk)
    return digest.hexdigest()


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn what the disk or the share says into an error with a code."""
    try:
        yield
    except FileNotFoundError as error:
        raise Invalid("file_missing", name=path.name) from error
    except OSError as error:
        raise Unavailable("file_unreadable", name=path.name, reason=error.strerror or "") from error


def _raw_rows(path: Path, kind: FileKind, sheet: str | None) -> Iterator[RawRow]:
    if kind.format is Format.CSV:
        return read_csv(path, kind)
    if kind.format is Format.XLSX:
        return read_workbook(path, sheet)
    if kind.format is Format.JSON:
        return read_json(path, kind)
    return read_json_lines(path, kind)


def _data_rows(path: Path, kind: FileKind, mapping: Mapping) -> Iterator[RawRow]:
    rows = _raw_rows(path, kind, mapping.sheet)
    if kind.format in _NAMED or mapping.header_row is None:
        return rows
    return islice(rows, mapping.header_row + 1, None)


def _sample(path: Path, kind: FileKind, sheet: str | None) -> list[RawRow]:
    return list(islice(_raw_rows(path, kind, sheet), SAMPLE_ROWS))


def _headers(path: Path, kind: FileKind, mapping: Mapping) -> tuple[str, ...]:
    if kind.format in _NAMED:
        names = _names(_sample(path, kind, None))
        return (*names, *(name for name in mapping.columns.values() if name not in names))
    if mapping.header_row is None:
        return _letters(_cells(_sample(path, kind, mapping.sheet)))
    rows = list(islice(_raw_rows(path, kind, mapping.sheet), mapping.header_row, mapping.header_row + 1))
    return unique_headers(next(iter(_cells(rows)), []))


def _cells(rows: list[RawRow]) -> list[list[str]]:
    return [raw.cells if isinstance(raw.cells, list) else [] for raw in rows]


def _letters(rows: list[list[str]]) -> tuple[str, ...]:
    """Return the names of columns without headings: those of the widest row."""
    return unique_headers([""] * max((len(row) for row in rows), default=0))


def _names(rows: list[RawRow]) -> tuple[str, ...]:
    """Return the names of all values in a sample of objects, in the order in which they appear."""
    return tuple(dict.fromkeys(name for raw in rows if isinstance(raw.cells, dict) for name in raw.cells))


def _guessed(path: Path, kind: FileKind, rows: list[RawRow]) -> tuple[tuple[str, ...], Mapping]:
    if kind.format in _NAMED:
        headers = _names(rows)
        return headers, guess(headers, [_padded(raw, headers) for raw in rows], path.name)
    cells = _cells(rows)
    if not cells:
        raise Invalid("file_empty", name=path.name)
    row = find_heading(cells)
    headers = _letters(cells) if row is None else unique_headers(cells[row])
    below = cells if row is None else cells[row + 1 :]
    return headers, replace(guess(headers, below, path.name), header_row=row)


def _padded(raw: RawRow, headers: tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(raw.cells, dict):
        return tuple(raw.cells.get(name, "") for name in headers)
    return tuple((raw.cells + [""] * len(headers))[: len(headers)])


def _look_at_mail(path: Path, kind: FileKind, *, now: datetime, limit: int, mark: str) -> Look:
    items = islice(mail_items(path, kind, now=now, zone=zone_of(DEFAULT_ZONE), start_at=0), limit)
    mentions = [item.outcome for item in items]
    rows = tuple(
        (mention.author_key or "", mention.posted_at.isoformat(), mention.title or "", mention.text[:500])
        for mention in mentions
        if not hasattr(mention, "reason")
    )
    return Look(kind=kind, headers=("from", "date", "subject", "text"), rows=rows, mapping=None, fingerprint=mark)


def _look_at_chat(path: Path, kind: FileKind, *, now: datetime, limit: int, mark: str) -> Look:
    summary = summary_of(path, kind)
    items = islice(chat_items(path, kind, own_name="", now=now, zone=zone_of(DEFAULT_ZONE), start_at=0), limit)
    mentions = [item.outcome for item in items if isinstance(item.outcome, IncomingMention)]
    rows = tuple((each.author_name or "", each.posted_at.isoformat(), each.text[:500]) for each in mentions)
    return Look(
        kind=kind,
        headers=CHAT_HEADERS,
        rows=rows,
        mapping=None,
        fingerprint=mark,
        authors=summary.authors,
        own_name=summary.own_name,
    )
