"""Read the headers of real mail, where encodings are wrong, cut or missing, without ever raising."""

from __future__ import annotations

import base64
import binascii
import codecs
import quopri
import re
from datetime import UTC, datetime
from email.utils import getaddresses, parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from app.models.domain.words import clean_text
from app.services.files.dates import EARLIEST_YEAR, BadDateError, parse_date
from app.services.files.mapping import DateForm

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_HEADER: Final = 65_536
_LONGEST_DATE: Final = 200
_WORD: Final = re.compile(r"=\?([^?*\s]+)(?:\*[^?]*)?\?([bBqQ])\?([^?]{0,4000}?|.{0,1000}?)\?=", re.DOTALL)
_BETWEEN: Final = re.compile(r"(\?=)[ \t\r\n]+(=\?)")
_ID: Final = re.compile(r"<([^<>]+)>")
_DATE_COMMENT: Final = re.compile(r"\([^()]*\)")
_ALIASES: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "ansi_x3.4-1968": "utf-8",
    "iso-8859-8-i": "iso-8859-8",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "utf8mb4": "utf-8",
    "unicode-1-1-utf-7": "utf-7",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}
_ESCAPED: Final = re.compile(rb"\x1b[$(]")


def decode_bytes(data: bytes, charset: str | None) -> str:
    """Return the text of bytes that claim a charset; what does not fit it is read as UTF-8, then as cp1252."""
    for name in _candidates(charset, data):
        try:
            return clean_text(data.decode(name))
        except (LookupError, ValueError):
            continue
    main = next(iter(_candidates(charset, data)), "utf-8")
    is_mostly_right = main not in {"cp1252", "utf-8"} and _is_text_codec(main)
    if is_mostly_right or _looks_like_utf8(data):
        return clean_text(data.decode(main if is_mostly_right else "utf-8", errors="replace"))
    return clean_text(data.decode("cp1252", errors="replace"))


def decode_header(value: str | None) -> str:
    """Return a header as people read it: encoded words decoded (also cut or glued ones), raw bytes recovered."""
    if not value:
        return ""
    value = _BETWEEN.sub(r"\1\2", re.sub(r"\r?\n[ \t]*", " ", value[:_LONGEST_HEADER]))
    parts: list[str] = []
    waiting: tuple[str, bytes] | None = None
    at = 0
    for found in _WORD.finditer(value):
        charset, data = found[1].lower(), _word_bytes(found[2], found[3])
        if waiting and found.start() == at and waiting[0] == charset:
            # One sign may be cut between two words: join the bytes first.
            waiting = (charset, waiting[1] + data)
        else:
            parts.append(_flushed(waiting))
            parts.append(_raw(value[at : found.start()]))
            waiting = (charset, data)
        at = found.end()
    parts.append(_flushed(waiting))
    parts.append(_raw(value[at:]))
    return " ".join(clean_text("".join(parts)).split())


def addresses(values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return (name, address) pairs; the address in lower case, "" where none can be found."""
    found: list[tuple[str, str]] = []
    for value in values:
        flat = re.sub(r"\r?\n[ \t]*", " ", value[:_LONGEST_HEADER])
        try:
            pairs = getaddresses([flat], strict=False) if _HAS_STRICT else getaddresses([flat])
        except (ValueError, IndexError, TypeError, AttributeError):
            pairs = []
        for name, address in pairs:
            read = decode_header(address).strip("<>' ").lower()
            if "@" not in read or " " in read:
                read = _loose_address(read) or _loose_address(decode_header(flat).lower())
            if read or name:
                found.append((decode_header(name).strip("\"' "), read))
    return tuple(found)


def _loose_address(text: str) -> str:
    """Return the first word that looks like an address; split first, since a search by form takes quadratic time."""
    words = re.split(r"[\s<>\",;:()]+", text)
    return next((word for word in words if "@" in word.strip("@")), "")


def message_ids(values: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of In-Reply-To or References in order, without angle brackets and repetitions."""
    ids: list[str] = []
    for value in values:
        flat = re.sub(r"\r?\n[ \t]*", " ", _raw(value[:_LONGEST_HEADER]))
        bracketed = ["".join(name.split()) for name in _ID.findall(flat)]
        ids += bracketed or [word.strip("<>,;") for word in flat.split() if "@" in word or len(flat.split()) == 1]
    return tuple(dict.fromkeys(clean_text(name) for name in ids if name))


def header_date(value: str | None) -> datetime | None:
    """Return the moment of a Date header with the offset it was written in (UTC when unknown); None when unreadable."""
    if not value:
        return None
    text = " ".join(_DATE_COMMENT.sub(" ", _raw(value[:_LONGEST_DATE])).split())
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        try:
            moment = parse_date(text, DateForm.DMY, UTC)
        except BadDateError:
            return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        is_possible = moment.astimezone(UTC).year >= EARLIEST_YEAR
    except (ValueError, OverflowError):
        return None
    return moment if is_possible else None


def received_date(values: Iterable[str]) -> datetime | None:
    """Return the moment of the first Received header that holds a readable one (the last server that had it)."""
    for value in values:
        moment = header_date(value.rpartition(";")[2])
        if moment:
            return moment
    return None


def _raw(text: str) -> str:
    """Recover bytes beyond ASCII that a header should not have held."""
    if text.isascii():
        return text
    try:
        data = text.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        return clean_text(text)
    return decode_bytes(data, None)


def _flushed(waiting: tuple[str, bytes] | None) -> str:
    return decode_bytes(waiting[1], waiting[0]) if waiting else ""


def _word_bytes(kind: str, text: str) -> bytes:
    data = text.encode("ascii", "surrogateescape" if not text.isascii() else "strict")
    if kind in "qQ":
        return quopri.decodestring(data.replace(b"_", b" "), header=False) if data else b""
    return base64_bytes(data)


def base64_bytes(data: bytes) -> bytes:
    """Decode base64 as far as it goes: foreign signs dropped, missing padding added."""
    kept = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    if len(kept) % 4 == 1:
        kept = kept[:-1]
    try:
        return base64.b64decode(kept + b"=" * (-len(kept) % 4))
    except (binascii.Error, ValueError):
        return b""


def _candidates(charset: str | None, data: bytes) -> list[str]:
    named = (charset or "").strip("\"' ;").lower().replace("charset=", "")
    named = _ALIASES.get(named, named)
    names: list[str] = []
    if not named and _ESCAPED.search(data):
        named = "iso2022_jp_ext"
    if named and _is_text_codec(named):
        # Bytes that form UTF-8 without a fault are UTF-8, whatever an eight-bit label says; the reverse never happens.
        is_eight_bit = named.startswith(("cp125", "iso-8859", "iso8859", "latin"))
        if is_eight_bit and not data.isascii() and _looks_like_utf8(data):
            names.append("utf-8")
        names.append(named)
        if named.startswith("iso2022_jp"):
            names += ["iso2022_jp_2004", "iso2022_jp_3"]
        if named == "cp932":
            names.append("shift_jisx0213")
    return [*names, "utf-8", "cp1252"]


def _is_text_codec(name: str) -> bool:
    try:
        codecs.lookup(name)
        b"a".decode(name)
    except (LookupError, ValueError, AssertionError):
        return name in {"utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-16le", "utf-16be"}
    return True


def _looks_like_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        # Cut in the middle of the last sign, but right up to there.
        return error.start >= len(data) - 3 and not data[: error.start].isascii()
    return True


def _accepts_strict() -> bool:
    try:
        getaddresses([], strict=False)
    except TypeError:
        return False
    return True


_HAS_STRICT: Final = _accepts_strict()
