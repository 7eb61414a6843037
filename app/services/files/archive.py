"""Look into a spreadsheet's ZIP archive before any library inflates it: bombs, cuts and passwords are refused here."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Final

from app.services.errors import Invalid
from app.services.files.limits import (
    MAX_ARCHIVE_MEMBERS,
    MAX_ARCHIVE_RATIO,
    MAX_CHAT_BYTES,
    MAX_CHAT_MEMBERS,
    MAX_SHEET_CELLS,
    MAX_SHEET_XML_BYTES,
    MAX_WORKBOOK_BYTES,
    MAX_WORKBOOK_INFLATED_BYTES,
    MIB,
    RATIO_FREE_BYTES,
)
from app.services.files.whatsapp import is_chat

if TYPE_CHECKING:
    from pathlib import Path

ZIP_MAGIC: Final = b"PK\x03\x04"
OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
_CELL: Final = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']\s*([A-Za-z]{1,3})(\d{1,7})\s*["']""")
_CHUNK: Final = MIB
_OVERLAP: Final = 256
_HEAD: Final = 65_536
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


def is_workbook(path: Path) -> bool:
    """Tell whether a ZIP archive is a spreadsheet (xlsx, xlsm, xlsb, ods); a cut archive raises ``Invalid``."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if "mimetype" in names:
                return b"opendocument.spreadsheet" in _first_bytes(archive, "mimetype")
            return any(name.replace("\\", "/").startswith("xl/workbook") for name in names)
    except _BROKEN as error:
        raise Invalid("file_truncated_archive", name=path.name) from error


def check_old_workbook(path: Path) -> None:
    """Refuse what hides in the old Office container: a workbook under a password."""
    with path.open("rb") as source:
        if _ENCRYPTED_PACKAGE in source.read(4 * MIB):
            raise Invalid("file_password_protected", name=path.name)


def check_workbook(path: Path) -> None:
    """Refuse a spreadsheet that would burst: first by the archive's own directory, then by inflating as a stream.

    Nothing is kept while inflating. A sheet whose outermost cells span more than ``MAX_SHEET_CELLS`` is refused
    too, because the reader allocates the whole rectangle: one cell in the far corner is a bomb of its own.
    """
    size = path.stat().st_size
    if size > MAX_WORKBOOK_BYTES:
        raise Invalid("file_too_large", name=path.name, size=size, limit=MAX_WORKBOOK_BYTES)
    try:
        with zipfile.ZipFile(path) as archive:
            _check_directory(archive, path.name)
            left = MAX_WORKBOOK_INFLATED_BYTES
            for member in archive.infolist():
                left -= _check_member(archive, member, path.name, left)
    except _BROKEN as error:
        raise Invalid("file_truncated_archive", name=path.name) from error


def chat_in_zip(path: Path) -> str:
    """Return the name of the exported conversation in a ZIP archive, "" when there is none.

    Nothing is ever unpacked to disk, so that paths in the archive reach nowhere. Raises ``Invalid`` for an archive
    under a password, for one of endless members and for a text that bursts when it is inflated.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if len(members) > MAX_CHAT_MEMBERS:
                raise Invalid("file_zip_bomb", name=path.name, members=len(members))
            for member in members:
                if not member.filename.lower().endswith(".txt") or member.filename.startswith("__MACOSX"):
                    continue
                if member.flag_bits & 1:
                    raise Invalid("file_password_protected", name=path.name)
                with archive.open(member) as text:
                    head = text.read(_HEAD)
                if is_chat(head.decode("utf-8-sig", "replace")):
                    _check_chat(archive, member, path.name)
                    return member.filename
            return ""
    except _BROKEN as error:
        raise Invalid("file_truncated_archive", name=path.name) from error


class ChatFiles:
    """The files beside a conversation in its archive, opened once; names are taken without their folders."""

    def __init__(self, path: Path) -> None:
        self._archive = zipfile.ZipFile(path)
        self._members = {each.filename.rpartition("/")[2]: each for each in self._archive.infolist()}

    def content(self, name: str, limit: int) -> bytes | None:
        """Return what a file holds, None when it is not there, broken, or larger than ``limit`` bytes."""
        member = self._members.get(name)
        if member is None or member.file_size > limit or member.flag_bits & 1:
            return None
        try:
            with self._archive.open(member) as source:
                content = source.read(limit + 1)
        except _BROKEN:
            return None
        return content if len(content) <= limit else None

    def close(self) -> None:
        """Let go of the archive."""
        self._archive.close()


def _check_chat(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> None:
    size = 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > MAX_CHAT_BYTES:
                raise Invalid("file_zip_bomb", name=name, inflated=size)


def _first_bytes(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as member:
        return member.read(200)


def _check_directory(archive: zipfile.ZipFile, name: str) -> None:
    members = archive.infolist()
    if len(members) > MAX_ARCHIVE_MEMBERS:
        raise Invalid("file_zip_bomb", name=name, members=len(members))
    if any(member.flag_bits & 1 for member in members):
        raise Invalid("file_password_protected", name=name)
    total = sum(member.file_size for member in members)
    if total > MAX_WORKBOOK_INFLATED_BYTES:
        raise Invalid("file_zip_bomb", name=name, inflated=total)
    for member in members:
        _check_ratio(member.file_size, member.compress_size, name)


def _check_ratio(inflated: int, stored: int, name: str) -> None:
    if inflated > MAX_SHEET_XML_BYTES or (
        inflated > RATIO_FREE_BYTES and inflated > MAX_ARCHIVE_RATIO * max(1, stored)
    ):
        raise Invalid("file_zip_bomb", name=name, inflated=inflated)


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, left: int) -> int:
    """Inflate one member chunk by chunk and return its true size; the directory may lie about it."""
    is_sheet = "worksheets/" in member.filename.replace("\\", "/") and member.filename.lower().endswith(".xml")
    span = _Span(name)
    true_size = 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            true_size += len(chunk)
            if true_size > left:
                raise Invalid("file_zip_bomb", name=name, inflated=true_size)
            _check_ratio(true_size, member.compress_size, name)
            if is_sheet:
                span.feed(chunk)
        _expect_end(stream)
    return true_size


def _expect_end(stream: IO[bytes]) -> None:
    stream.read(1)  # at the end the checksum is compared; a mismatch raises BadZipFile


class _Span:
    """The rectangle that a sheet's cells span, read from its XML as it passes by."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._tail = b""
        self._columns: set[bytes] = set()
        self._first_row = 0
        self._last_row = 0

    def feed(self, chunk: bytes) -> None:
        data = self._tail + chunk
        found = _CELL.findall(data)
        if found:
            self._columns.update({column.upper() for column, _ in found})
            # Every row, in whatever order: one far cell among thousands of near ones is the whole bomb.
            rows = {int(row) for row in {row for _, row in found}}
            self._first_row = min(self._first_row or min(rows), *rows)
            self._last_row = max(self._last_row, *rows)
            self._check()
        self._tail = data[-_OVERLAP:]

    def _check(self) -> None:
        numbers = [_column_number(column) for column in self._columns]
        width = max(numbers) - min(numbers) + 1
        cells = width * (self._last_row - self._first_row + 1)
        if cells > MAX_SHEET_CELLS:
            raise Invalid("file_too_large", name=self._name, cells=cells, limit=MAX_SHEET_CELLS)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
