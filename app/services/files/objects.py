"""Read JSON of any size as a stream of objects: two gigabytes need no more memory than two kilobytes."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Final

from app.models.domain.incoming import RejectReason
from app.services.files.encoding import bom_of
from app.services.files.limits import MAX_FIELD_CHARS, MAX_RECORD_BYTES, MIB
from app.services.files.lines import read_lines
from app.services.files.tables import RawRow, RowProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.services.files.detect import FileKind

_CHUNK: Final = 256 * 1024
_BLANK: Final = re.compile(r"[\s,]*")
_NEXT_OBJECT: Final = re.compile(r"\}\s*,\s*(?=\{)")
_KEY_THEN_LIST: Final = re.compile(r'"(?:[^"\\]|\\.)*"\s*:\s*\[\s*(?=\{)')
_MAX_DEPTH: Final = 6
_DECODER: Final = json.JSONDecoder()


def read_json_lines(path: Path, kind: FileKind) -> Iterator[RawRow]:
    """Yield one row per non-blank line; a line that is no JSON object is a problem row."""
    for line in read_lines(path, kind):
        text = line.text.strip()
        if not text:
            continue
        if line.is_too_long:
            yield _problem(line.position, RejectReason.TOO_LARGE, "record_too_large", text)
        elif line.is_unreadable:
            yield _problem(line.position, RejectReason.UNREADABLE, "encoding", text)
        else:
            yield _line_row(text, line.position, is_cut=not line.text.endswith("\n"))


def read_json(path: Path, kind: FileKind) -> Iterator[RawRow]:
    """Yield the objects of an array, or of the first list of objects inside an object; a lone object is one row.

    ``position`` counts characters in bytes of the file's encoding, roughly. An element that cannot be read is a problem
    row; reading goes on at the next object. A file cut in the middle ends with a problem row "truncated".
    """
    with _Window(path, kind) as window:
        if not _enter_list(window):
            yield from _lone_object(window)
            return
        yield from _elements(window)


def flatten(value: dict[str, object]) -> dict[str, str]:
    """Return nested values under dotted names ("user.name"); lists of plain values are joined by commas."""
    flat: dict[str, str] = {}
    _flatten_into(flat, "", value, 0)
    return flat


def _flatten_into(flat: dict[str, str], prefix: str, value: dict[str, object], depth: int) -> None:
    for key, inner in value.items():
        name = f"{prefix}{key}"
        if isinstance(inner, dict) and depth < _MAX_DEPTH:
            _flatten_into(flat, f"{name}.", inner, depth + 1)
        else:
            flat[name] = _plain(inner)


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    if isinstance(value, list) and all(isinstance(part, str | int | float) for part in value):
        return ", ".join(str(part) for part in value)
    return json.dumps(value, ensure_ascii=False)


def _row(value: object, position: int, text: str) -> RawRow:
    if not isinstance(value, dict):
        return _problem(position, RejectReason.BAD_STRUCTURE, "not_an_object", text)
    try:
        flat = flatten(value)
    except (RecursionError, ValueError):
        return _problem(position, RejectReason.BAD_STRUCTURE, "json", text)
    if any(len(cell) > MAX_FIELD_CHARS for cell in flat.values()):
        return _problem(position, RejectReason.TOO_LARGE, "field_too_large", text)
    return RawRow(position, flat)


def _line_row(text: str, position: int, *, is_cut: bool) -> RawRow:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        if is_cut:
            return _problem(position, RejectReason.UNREADABLE, "truncated", text)
        return _problem(position, RejectReason.BAD_STRUCTURE, "json", text)
    return _row(value, position, text)


def _problem(position: int, reason: RejectReason, code: str, text: str) -> RawRow:
    return RawRow(position, [], RowProblem(reason, code, text[:1000]))


class _Window:
    """A piece of the file's text that moves forward; what lies before ``at`` is forgotten."""

    def __init__(self, path: Path, kind: FileKind) -> None:
        self._bytes = path.open("rb")
        mark = bom_of(self._bytes.read(4))
        self._bytes.seek(mark[1] if mark else 0)
        self._file = io.TextIOWrapper(self._bytes, encoding=kind.encoding, errors="replace", newline=None)
        self.text = ""
        self.at = 0
        self.is_at_end = False
        self.more()

    def __enter__(self) -> _Window:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    @property
    def position(self) -> int:
        """Bytes read, less what is still waiting (a character counted as a byte)."""
        return max(0, self._bytes.tell() - (len(self.text) - self.at))

    def more(self, chars: int = _CHUNK) -> bool:
        """Read on; False at the end of the file."""
        chunk = self._file.read(chars)
        if not chunk:
            self.is_at_end = True
            return False
        self.text = self.text[self.at :] + chunk
        self.at = 0
        return True

    def skip_blank(self, pattern: re.Pattern[str] = _BLANK) -> str:
        """Move to the next sign that is neither blank nor comma and return it, "" at the end."""
        while True:
            found = pattern.match(self.text, self.at)
            if found:
                self.at = found.end()
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""


def _enter_list(window: _Window) -> bool:
    """Move behind the bracket of the array to read; False when the file is one object without a list of objects."""
    if window.skip_blank() == "[":
        window.at += 1
        return True
    while len(window.text) - window.at < MIB and window.more():
        pass
    found = _KEY_THEN_LIST.search(window.text, window.at)
    if not found:
        return False
    window.at = found.end()
    return True


def _lone_object(window: _Window) -> Iterator[RawRow]:
    while len(window.text) - window.at < MAX_RECORD_BYTES and window.more():
        pass
    text = window.text[window.at :]
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        reason = "json" if text.rstrip().endswith("}") else "truncated"
        yield _problem(window.position, RejectReason.UNREADABLE, reason, text)
    else:
        window.at = len(window.text)
        yield _row(value, window.position, text)


def _elements(window: _Window) -> Iterator[RawRow]:
    while True:
        sign = window.skip_blank()
        if sign == "]":
            return
        if not sign:
            yield _problem(window.position, RejectReason.UNREADABLE, "truncated", "")
            return
        row = _element(window)
        yield row
        if row.problem and row.problem.code == "truncated":
            return


def _element(window: _Window) -> RawRow:
    """Read the element at the window's place, widening the window until it is whole."""
    wanted = _CHUNK
    while True:
        start = window.at
        try:
            value, end = _DECODER.raw_decode(window.text, start)
        except (ValueError, RecursionError) as error:
            if _may_be_cut(error, window) and len(window.text) - start < MAX_RECORD_BYTES and window.more(wanted):
                wanted *= 2
                continue
            return _skip_broken(window)
        if end == len(window.text) and not isinstance(value, dict | list | str) and window.more():
            continue
        text = window.text[start : start + 200]
        window.at = end
        return _row(value, window.position, text)


def _may_be_cut(error: Exception, window: _Window) -> bool:
    """Tell whether the error lies so near the window's end that more text may cure it."""
    if isinstance(error, json.JSONDecodeError):
        is_open_string = error.msg.startswith("Unterminated string")
        return is_open_string or error.pos >= len(window.text) - 16
    return False


def _skip_broken(window: _Window) -> RawRow:
    """Give one element up and find the next one that begins like an object."""
    excerpt = window.text[window.at : window.at + 200]
    is_too_large = len(window.text) - window.at >= MAX_RECORD_BYTES
    while True:
        found = _NEXT_OBJECT.search(window.text, window.at)
        if found:
            window.at = found.end()
            code = "record_too_large" if is_too_large else "json"
            reason = RejectReason.TOO_LARGE if is_too_large else RejectReason.BAD_STRUCTURE
            return _problem(window.position, reason, code, excerpt)
        window.at = max(window.at, len(window.text) - 1000)
        if not window.more():
            code = "json" if window.text.rstrip().endswith("]") else "truncated"
            window.text, window.at = "]" if code == "json" else "", 0
            return _problem(window.position, RejectReason.UNREADABLE, code, excerpt)
