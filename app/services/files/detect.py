"""Find out what a file is from what it holds, and refuse with a code what cannot be read as mentions."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from app.services.errors import Invalid, Unavailable
from app.services.files.archive import (
    OLE_MAGIC,
    ZIP_MAGIC,
    chat_in_zip,
    check_old_workbook,
    check_workbook,
    is_workbook,
)
from app.services.files.encoding import bom_of, encoding_of, samples
from app.services.files.limits import MAX_CHAT_BYTES, MAX_MAIL_BYTES, MAX_TEXT_FILE_BYTES
from app.services.files.whatsapp import is_chat


class Format(StrEnum):
    """What kinds of files are read."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"
    MBOX = "mbox"
    EML = "eml"
    WHATSAPP = "whatsapp"


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file turned out to be. ``format`` XLSX stands for every spreadsheet (xlsx, xlsm, xlsb, xls, ods)."""

    format: Format
    encoding: str = "utf-8"
    has_bom: bool = False
    delimiter: str = ","
    quotechar: str = '"'
    columns: int = 0
    newline_is_cr: bool = False
    sheets: tuple[str, ...] = ()
    member: str = ""
    """The conversation's text inside a ZIP archive; "" for every file that is read as it lies on disk."""
    size: int = 0

    @property
    def is_mail(self) -> bool:
        """E-mail needs no columns."""
        return self.format in {Format.MBOX, Format.EML}


_MAGIC: Final = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"MZ\x90", "program"),
    (b"\x7fELF", "program"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"SQLite format 3\x00", "database"),
    (b"RIFF", "media"),
    (b"OggS", "media"),
    (b"ID3", "media"),
    (b"!BDN", "outlook"),
)
_ARCHIVES: Final = frozenset({"gzip", "7z", "rar", "bzip2", "xz"})
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_FROM_LINE: Final = re.compile(rb"From [^\r\n]*\d{4}[^\r\n]*\r?\n>?[!-9;-~]+:")
_HEADER_LINE: Final = re.compile(rb"[!-9;-~]+[ \t]*:")
_MAIL_HEADER: Final = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|content-type|reply-to"
    rb"|x-[a-z-]+|cc|sender|authentication-results|dkim-signature|arc-[a-z-]+)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_HTML: Final = re.compile(r"\s*(?:<!doctype html|<html|<table|<meta|<head|<\?xml)", re.IGNORECASE)
_JSON_ARRAY: Final = re.compile(r'\s*\[\s*(?:[\[{\]"]|-?\d|true|false|null|$)')
_JSON_OBJECT: Final = re.compile(r'\s*\{\s*(?:"|\}|$)')
_JSON_LINES: Final = re.compile(r"\}[ \t]*\r?\n\s*\{")
_FEW_CONTROLS: Final = 16
_MOST_CONTROLS: Final = 0.02
_MAIL_EVIDENCE: Final = 3
_LEAST_COLUMNS: Final = 2
_QUOTE_EVIDENCE: Final = 5
_DELIMITERS: Final = (",", ";", "\t", "|")
_SUFFIXES: Final = {".eml": Format.EML, ".mbox": Format.MBOX, ".mbx": Format.MBOX}


def sniff(path: Path) -> FileKind:
    """Return what the file is, by content first and name second; raises ``Invalid`` or ``Unavailable`` (file_*)."""
    try:
        if path.is_dir():
            return _folder(path)
        size = path.stat().st_size
        parts = samples(path)
    except FileNotFoundError as error:
        raise Invalid("file_missing", name=path.name) from error
    except OSError as error:
        raise Unavailable("file_unreadable", name=path.name, reason=error.strerror or "") from error
    if not any(part.strip(b"\x00\t\r\n \xef\xbb\xbf") for part in parts):
        raise Invalid("file_empty", name=path.name)
    return replace(_kind(path, parts), size=size)


def decoded_head(path: Path, kind: FileKind, limit: int = 65_536) -> str:
    """Return the start of a text file as text, without byte order mark; a sign cut in two at the end is dropped."""
    with path.open("rb") as source:
        data = source.read(limit)
    mark = bom_of(data)
    if mark:
        data = data[mark[1] :]
    if kind.encoding == "utf-8" and len(data) == limit:
        data = data[: data.rfind(b"\n") + 1] or data
    return data.decode(kind.encoding, errors="replace")


def _folder(path: Path) -> FileKind:
    files = [file for file in path.iterdir() if file.suffix.lower() == ".eml"]
    if not files:
        raise Invalid("file_empty", name=path.name)
    return FileKind(Format.EML, size=sum(file.stat().st_size for file in files))


def _kind(path: Path, parts: list[bytes]) -> FileKind:
    head = parts[0]
    if head.startswith(ZIP_MAGIC):
        return _workbook_in_zip(path)
    if head.startswith(OLE_MAGIC):
        check_old_workbook(path)
        return FileKind(Format.XLSX)
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise Invalid("file_archive" if what in _ARCHIVES else "file_binary", name=path.name, what=what)
    mark = bom_of(head)
    encoding = mark[0] if mark else encoding_of(parts)
    kind = FileKind(Format.CSV, encoding=encoding, has_bom=mark is not None)
    mail = _mail(path, head, kind)
    if mail:
        return mail
    if not encoding.startswith(("utf-16", "utf-32")) and _is_binary(parts):
        raise Invalid("file_binary", name=path.name, what="")
    if path.stat().st_size > MAX_TEXT_FILE_BYTES:
        raise Invalid("file_too_large", name=path.name, size=path.stat().st_size, limit=MAX_TEXT_FILE_BYTES)
    return _text_kind(path, kind)


def _workbook_in_zip(path: Path) -> FileKind:
    if not is_workbook(path):
        chat = chat_in_zip(path)
        if not chat:
            raise Invalid("file_archive", name=path.name, what="zip")
        return FileKind(Format.WHATSAPP, member=chat)
    check_workbook(path)
    return FileKind(Format.XLSX)


def _is_binary(parts: list[bytes]) -> bool:
    total = sum(len(part) for part in parts)
    return sum(len(_CONTROL.findall(part)) for part in parts) > max(_FEW_CONTROLS, total * _MOST_CONTROLS)


def _mail(path: Path, head: bytes, kind: FileKind) -> FileKind | None:
    body = head.lstrip(b"\xef\xbb\xbf\r\n ")
    if _FROM_LINE.match(body):
        return replace(kind, format=Format.MBOX)
    named = _SUFFIXES.get(path.suffix.lower())
    found = len(_MAIL_HEADER.findall(body[:16_384])) if _HEADER_LINE.match(body) else 0
    if found >= _MAIL_EVIDENCE or (named and (found or not _is_binary([head]))):
        if path.stat().st_size > MAX_MAIL_BYTES and named is not Format.MBOX:
            raise Invalid("file_too_large", name=path.name, size=path.stat().st_size, limit=MAX_MAIL_BYTES)
        return replace(kind, format=named or Format.EML)
    return None


def _text_kind(path: Path, kind: FileKind) -> FileKind:
    text = decoded_head(path, kind)
    if is_chat(text):
        if path.stat().st_size > MAX_CHAT_BYTES:
            raise Invalid("file_too_large", name=path.name, size=path.stat().st_size, limit=MAX_CHAT_BYTES)
        return replace(kind, format=Format.WHATSAPP)
    if _JSON_OBJECT.match(text):
        return replace(kind, format=Format.JSONL if _is_json_lines(path, text) else Format.JSON)
    if _JSON_ARRAY.match(text) and path.suffix.lower() != ".csv":
        return replace(kind, format=Format.JSON)
    if _HTML.match(text):
        raise Invalid("file_not_a_table", name=path.name, what="html")
    delimiter, columns = _delimiter(text)
    if columns < _LEAST_COLUMNS:
        raise Invalid("file_not_a_table", name=path.name, what="text")
    return replace(
        kind,
        delimiter=delimiter,
        columns=columns,
        quotechar=_quotechar(text, delimiter),
        newline_is_cr="\r" in text and "\n" not in text,
    )


def _is_json_lines(path: Path, text: str) -> bool:
    if path.suffix.lower() in {".jsonl", ".ndjson"}:
        return True
    first, _, rest = text.partition("\n")
    return first.rstrip().endswith("}") and (bool(_JSON_LINES.match(first.rstrip()[-1] + "\n" + rest.lstrip("\n"))))


def _delimiter(text: str) -> tuple[str, int]:
    """Return the sign that cuts the first rows into most equal widths, and the commonest width."""
    text = text.removeprefix("sep=;\n").removeprefix("sep=,\n")
    best = (",", 1, 0.0)
    for sign in _DELIMITERS:
        rows = _rows(text, sign)
        widths = [len(row) for row in rows if row]
        if not widths:
            continue
        usual = max(set(widths), key=lambda width: (widths.count(width), width))
        if usual < _LEAST_COLUMNS:
            continue
        heading = 1.0 if widths[0] == usual else 0.0
        score = widths.count(usual) / len(widths) + heading + min(usual, 30) * 0.01
        if score > best[2]:
            best = (sign, usual, score)
    return best[0], best[1]


def _rows(text: str, sign: str, limit: int = 200) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(text.splitlines(keepends=True), delimiter=sign):
            rows.append(row)
            if len(rows) >= limit:
                return rows
    except csv.Error:
        pass
    return rows[:-1] if len(rows) > 1 else rows


def _quotechar(text: str, delimiter: str) -> str:
    edge = re.escape(delimiter)
    double = len(re.findall(rf'(?:^|{edge})"', text, re.MULTILINE))
    single = len(re.findall(rf"(?:^|{edge})'[^']*'(?={edge}|$)", text, re.MULTILINE))
    return "'" if single >= _QUOTE_EVIDENCE and not double else '"'
