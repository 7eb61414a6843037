"""Hand over a text file line by line with bounded memory; each line decoded by itself, so one bad line stays one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services.files.encoding import WIDE, bom_of, decode_line
from app.services.files.limits import MAX_RECORD_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.services.files.detect import FileKind


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line with its line end; ``position`` is the byte after it."""

    text: str
    position: int
    is_unreadable: bool = False
    is_too_long: bool = False


def read_lines(path: Path, kind: FileKind) -> Iterator[Line]:
    """Yield every line; a line above ``MAX_RECORD_BYTES`` is cut, marked, and its rest skipped."""
    if kind.encoding in WIDE or kind.newline_is_cr:
        return _decoded_lines(path, kind)
    return _byte_lines(path, kind.encoding)


def _byte_lines(path: Path, encoding: str) -> Iterator[Line]:
    with path.open("rb") as source:
        mark = bom_of(source.read(4))
        position = mark[1] if mark else 0
        source.seek(position)
        while data := source.readline(MAX_RECORD_BYTES):
            position += len(data)
            is_too_long = len(data) == MAX_RECORD_BYTES and not data.endswith(b"\n")
            if is_too_long:
                while (rest := source.readline(MAX_RECORD_BYTES)) and not rest.endswith(b"\n"):
                    position += len(rest)
                position += len(rest)
                data = data[:1000]
            text = decode_line(data, encoding)
            if text is None:
                bad = _plain(data.decode(encoding, errors="replace"))
                yield Line(bad, position, is_unreadable=True, is_too_long=is_too_long)
            else:
                yield Line(_plain(text) if "\r" in text else text, position, is_too_long=is_too_long)


def _plain(text: str) -> str:
    """Keep one kind of line end: a lone carriage return inside a line is a blank."""
    return text.replace("\r\n", "\n").replace("\r", " ")


def _decoded_lines(path: Path, kind: FileKind) -> Iterator[Line]:
    unit = 4 if "32" in kind.encoding else 2 if kind.encoding in WIDE else 1
    position = 0
    with path.open(encoding=kind.encoding, errors="replace", newline=None) as source:
        while text := source.readline(MAX_RECORD_BYTES):
            position += len(text) * unit
            is_too_long = len(text) == MAX_RECORD_BYTES and not text.endswith("\n")
            if is_too_long:
                while (rest := source.readline(MAX_RECORD_BYTES)) and not rest.endswith("\n"):
                    position += len(rest) * unit
                position += len(rest) * unit
                text = text[:1000]
            yield Line(text.removeprefix("\ufeff"), min(position, kind.size or position), "\ufffd" in text, is_too_long)
