"""Tell HTML that a parser would choke on, before it is parsed: nesting without end costs time by the square of it."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import Final

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_ALONE: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
    | {"p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option"}
)
"""Tags that hold nothing, and those that the next of their kind closes."""
_MOST_DEPTH: Final = 500
_MOST_WORK: Final = 4_000_000
"""Depths of all tags together: letters of shops with tables in tables stay below a tenth of it."""

_UNSEEN: Final = re.compile(r"<(style|script|head|title)\b|<!--", re.IGNORECASE)
_ENDS: Final = {
    name: re.compile(rf"</{name}\b[^>]{{0,100}}>?", re.IGNORECASE) for name in ("style", "script", "head", "title")
} | {"": re.compile("-->")}
_BREAKS: Final = re.compile(r"<(?:/?(?:p|div|tr|li|table|h[1-6]|blockquote)|br)\b", re.IGNORECASE)
_ANY_TAG: Final = re.compile(r"</?[a-zA-Z!][^<>]{0,5000}>?")
_BLANKS: Final = re.compile(r"[ \t\r\f\v\xa0\u200b\u200c\u00ad\ufeff]+")
_LINES: Final = re.compile(r"\s*\n\s*")


def is_tangled(html: str) -> bool:
    """Tell whether tags stand too deep in one another to be parsed in reasonable time."""
    still_open: Counter[str] = Counter()
    depth = work = 0
    for found in _TAG.finditer(html):
        name = found[2].lower()
        if found[1]:
            if still_open[name] > 0:
                still_open[name] -= 1
                depth -= 1
        elif name not in _ALONE:
            still_open[name] += 1
            depth += 1
        work += depth
        if depth > _MOST_DEPTH or work > _MOST_WORK:
            return True
    return False


def stripped(html: str) -> str:
    """Return the text of tangled HTML, with the tags cut out as they stand; lines where blocks begin and end."""
    text = _ANY_TAG.sub("", _BREAKS.sub(lambda found: "\n" + found[0], _seen(html)))
    return _LINES.sub("\n", _BLANKS.sub(" ", unescape(text))).strip()


def _seen(html: str) -> str:
    """Leave out styles, scripts and comments; one that never ends hides nothing."""
    parts: list[str] = []
    endless: set[str] = set()
    at = 0
    for found in _UNSEEN.finditer(html):
        name = (found[1] or "").lower()
        if found.start() < at or name in endless:
            continue
        end = _ENDS[name].search(html, found.end())
        if end is None:
            endless.add(name)
            continue
        parts.append(html[at : found.start()])
        at = end.end()
    return "".join((*parts, html[at:]))
