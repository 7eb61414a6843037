"""Decide by evidence how the letters of a file are written, so that `reclamação` never becomes `reclamaÃ§Ã£o`."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from app.services.files.limits import MIB

if TYPE_CHECKING:
    from pathlib import Path

BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE: Final = frozenset({"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"})

_HEAD: Final = MIB
_PROBE: Final = 64 * 1024
_PROBES: Final = 24
_BEYOND_ASCII: Final = 0x80
_CONTROLS_END: Final = 0xA0
_CLEARLY: Final = 4
_EIGHT_BIT: Final = ("cp1252", "latin-1", "cp850", "mac_roman")
_COMMON: Final = frozenset("áàâãéêíóôõúüçñÁÀÂÃÉÊÍÓÔÕÚÇªºN°–—“”‘’…•€R$§´`")
_IN_WORD: Final = re.compile(r"(?<=[a-zA-Z])[áàâãéêíóôõúüçñ](?=[a-zA-ZáàâãéêíóôõúçÁ-ú\s.,;!?])")
_MULTIBYTE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def bom_of(head: bytes) -> tuple[str, int] | None:
    """Return the encoding that a byte order mark announces and the mark's length."""
    for mark, name in BOMS:
        if head.startswith(mark):
            return name, len(mark)
    return None


def samples(path: Path) -> list[bytes]:
    """Return the first MiB and two dozen probes spread over the rest (all of it, for a small file)."""
    size = path.stat().st_size
    with path.open("rb") as source:
        taken = [source.read(_HEAD)]
        rest = size - _HEAD
        if rest <= 0:
            return taken
        for number in range(_PROBES):
            source.seek(_HEAD + max(0, rest - _PROBE) * number // (_PROBES - 1))
            taken.append(source.read(_PROBE))
    return taken


def encoding_of(parts: list[bytes]) -> str:
    """Return the encoding of bytes without a mark: UTF-16 shows by its NULs, UTF-8 by its form, the rest by letters."""
    wide = _wide(parts[0])
    if wide:
        return wide
    high = b" ".join(_high_neighbourhood(part) for part in parts)
    if not high:
        return "utf-8"
    good = sum(len(found) for found in _MULTIBYTE.findall(high))
    bad = sum(byte >= _BEYOND_ASCII for byte in high) - good
    if good > bad * _CLEARLY:
        return "utf-8"
    return max(_EIGHT_BIT, key=lambda name: _score(high, name))


def decode_line(data: bytes, encoding: str) -> str | None:
    """Decode one line, or return None when it is not written in the file's encoding.

    A line of a UTF-8 file that holds no UTF-8 sequence at all, but letters of cp1252, came from another program
    (files glued together) and is read as such; a line that mixes both cannot be read without guessing: None.
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8" and not _MULTIBYTE.search(data):
            try:
                return data.decode("cp1252")
            except UnicodeDecodeError:
                return None
        return None


def _wide(head: bytes) -> str | None:
    sample = head[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return None


def _high_neighbourhood(part: bytes) -> bytes:
    """Keep the words with letters beyond ASCII; the rest says nothing."""
    if part.isascii():
        return b""
    words = re.findall(rb"[ -~]{0,3}[\x80-\xff]+(?:[ -~]{0,2}[\x80-\xff]+)*[ -~]{0,3}", part)
    return b" ".join(words[:20_000])


def _score(high: bytes, encoding: str) -> float:
    text = high.decode(encoding, errors="replace")
    strange = sum(1 for sign in text if ord(sign) >= _BEYOND_ASCII and sign not in _COMMON)
    # What cp1252 leaves undefined, and the control signs of latin-1, are evidence against each.
    hidden = sum(1 for sign in text if sign == "\ufffd" or _BEYOND_ASCII <= ord(sign) < _CONTROLS_END)
    preference = 0.5 - _EIGHT_BIT.index(encoding) * 0.1
    return len(_IN_WORD.findall(text)) * 2 - strange - hidden + preference
