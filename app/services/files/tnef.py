"""Open the winmail.dat in which Outlook wraps files and text that other programs cannot see."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from app.models.domain.words import clean_text

_SIGNATURE: Final = b"\x78\x9f\x3e\x22"
_MESSAGE, _ATTACHMENT = 1, 2
_BODY, _CODE_PAGE, _MESSAGE_PROPERTIES = 0x800C, 0x9007, 0x9003
_NEW_FILE, _TITLE, _DATA, _FILE_PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_PR_BODY, _PR_FILE, _PR_NAME, _PR_LONG_NAME, _PR_MEDIA_TYPE = 0x1000, 0x3701, 0x3704, 0x3707, 0x370E
_EIGHT_BIT, _UNICODE, _OBJECT, _BINARY = 0x001E, 0x001F, 0x000D, 0x0102
_SIZES: Final = {0x0005: 8, 0x0006: 8, 0x0007: 8, 0x0014: 8, 0x0040: 8, 0x0048: 16}
_VARIABLE: Final = frozenset({_EIGHT_BIT, _UNICODE, _OBJECT, _BINARY})
_MANY: Final = 0x1000
_NAMED_FROM: Final = 0x8000
_GUID: Final = 16
_MOST_PROPERTIES: Final = 4_000
_MOST_FILES: Final = 200
_DEEPEST: Final = 3


@dataclass(slots=True)
class TnefFile:
    """A file inside; ``name`` is as written and may be "", ``media_type`` "" when untold."""

    name: str = ""
    media_type: str = ""
    content: bytes = b""


@dataclass(slots=True)
class Tnef:
    """What a winmail.dat holds; the text is plain, for formatted text alone there is "". ``is_damaged``: it is cut."""

    text: str = ""
    files: list[TnefFile] = field(default_factory=list)
    is_damaged: bool = False
    code_page: str = "cp1252"


def read_tnef(data: bytes, depth: int = 0) -> Tnef | None:
    """Return what is inside, as far as it can be read; None when this is no such file. Never raises.

    Nothing is inflated, so what comes out is never larger than what went in. Mails wrapped inside are opened up to
    three levels deep.
    """
    if not data.startswith(_SIGNATURE):
        return None
    found = Tnef()
    for level, kind, value in _attributes(data, found):
        if level == _MESSAGE:
            _take_message(found, kind, value)
        elif level == _ATTACHMENT and len(found.files) <= _MOST_FILES:
            _take_file(found, kind, value)
    _open_inner(found, depth)
    found.files = [each for each in found.files if each.content or each.name]
    return found


def _attributes(data: bytes, found: Tnef) -> Iterator[tuple[int, int, bytes]]:
    at = 6
    while at + 9 <= len(data):
        level, kind, _type, length = struct.unpack_from("<BHHI", data, at)
        end = at + 9 + length
        if level not in {_MESSAGE, _ATTACHMENT} or end > len(data):
            found.is_damaged = True
            return
        yield level, kind, data[at + 9 : end]
        at = end + 2


def _take_message(found: Tnef, kind: int, value: bytes) -> None:
    if kind == _CODE_PAGE and len(value) >= 4:  # noqa: PLR2004 - a number of four bytes
        number = struct.unpack_from("<I", value)[0]
        found.code_page = {65001: "utf-8", 20127: "ascii", 28591: "cp1252"}.get(number, f"cp{number}")
    elif kind == _BODY and not found.text:
        found.text = _text(value, found.code_page)
    elif kind == _MESSAGE_PROPERTIES:
        for name, form, content in _properties(value):
            if name == _PR_BODY and form in {_EIGHT_BIT, _UNICODE}:
                found.text = _string(content, form, found.code_page) or found.text


def _take_file(found: Tnef, kind: int, value: bytes) -> None:
    if kind == _NEW_FILE or not found.files:
        found.files.append(TnefFile())
    file = found.files[-1]
    if kind == _TITLE:
        file.name = file.name or _text(value, found.code_page)
    elif kind == _DATA:
        file.content = value
    elif kind == _FILE_PROPERTIES:
        for name, form, content in _properties(value):
            _take_property(file, name, form, content, found.code_page)


def _take_property(file: TnefFile, name: int, form: int, content: bytes, code_page: str) -> None:
    if name == _PR_FILE and form in {_OBJECT, _BINARY}:
        file.content = file.content or content
    elif name == _PR_LONG_NAME or (name == _PR_NAME and not file.name):
        file.name = _string(content, form, code_page) or file.name
    elif name == _PR_MEDIA_TYPE:
        file.media_type = _string(content, form, code_page).lower()


def _open_inner(found: Tnef, depth: int) -> None:
    """Put the files of a wrapped mail in its place."""
    opened: list[TnefFile] = []
    for file in found.files:
        inner = read_tnef(file.content[_GUID:], depth + 1) if depth < _DEEPEST else None
        if inner is None:
            opened.append(file)
            continue
        if inner.text:
            opened.append(TnefFile(f"{file.name or 'mensagem'}.txt", "text/plain", inner.text.encode()))
        opened += inner.files
    found.files = opened


def _properties(value: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield (id, type, first value) of a property list; ends quietly where the list is broken."""
    try:
        count = struct.unpack_from("<I", value)[0]
        at = 4
        for _ in range(min(count, _MOST_PROPERTIES)):
            form, name = struct.unpack_from("<HH", value, at)
            at = _after_name(value, at + 4) if name >= _NAMED_FROM else at + 4
            base = form & ~_MANY
            number = 1
            if base in _VARIABLE or form & _MANY:
                number = struct.unpack_from("<I", value, at)[0]
                at += 4
            first: bytes | None = None
            for _ in range(min(number, _MOST_PROPERTIES)):
                size = _SIZES.get(base, 4)
                if base in _VARIABLE:
                    size = struct.unpack_from("<I", value, at)[0]
                    at += 4
                if at + size > len(value):
                    return
                first = value[at : at + size] if first is None else first
                at += size + (-size % 4)
            yield name, base, first or b""
    except struct.error:
        return


def _after_name(value: bytes, at: int) -> int:
    """Return where a named property's name ends: after a number, or after a text of its own length."""
    is_text = struct.unpack_from("<I", value, at + _GUID)[0]
    at += _GUID + 4
    if not is_text:
        return at + 4
    size: int = struct.unpack_from("<I", value, at)[0]
    return at + 4 + size + (-size % 4)


def _string(value: bytes, form: int, code_page: str) -> str:
    if form == _UNICODE:
        return clean_text(value.decode("utf-16-le", "replace")).partition("\x00")[0].strip("\x00 ")
    return _text(value, code_page)


def _text(value: bytes, code_page: str) -> str:
    value = value.partition(b"\x00")[0]
    try:
        return clean_text(value.decode(code_page))
    except (LookupError, ValueError):
        return clean_text(value.decode("cp1252", "replace"))
