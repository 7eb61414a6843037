"""Propose what each column of an unknown file is, so that a person only has to nod."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.services.files.dates import guess_form
from app.services.files.headings import CHANNEL_WORDS, HEADINGS, HOSTS
from app.services.files.mapping import (
    DEFAULT_ZONE,
    DIRECT_CHANNELS,
    FIELDS,
    PRIVATE_CHANNELS,
    DateForm,
    Mapping,
    fold_header,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_URL: Final = re.compile(r"^\s*https?://([^/\s:?#]+)", re.IGNORECASE)
_EMAIL: Final = re.compile(r"^\s*[^@\s;,]+@[^@\s;,]+\.[^@\s;,]{2,}\s*$")
_DOCUMENT: Final = re.compile(
    r"^\s*(?:\d{3}\.\d{3}\.\d{3}-\d{2}|[\dA-Z]{2}\.[\dA-Z]{3}\.[\dA-Z]{3}/[\dA-Z]{4}-\d{2})\s*$"
)
_PHONE: Final = re.compile(r"^\s*(?:\+55\s?)?\(?\d{2}\)?\s?9?\d{4}[-\s]?\d{4}\s*$")
_MOST: Final = 0.7
_VALUES_LOOKED_AT: Final = 50
_LONG_WORD: Final = 4
_LONG_TEXT: Final = 25


def guess(headers: Sequence[str], rows: Sequence[Sequence[str]], filename: str) -> Mapping:
    """Return the most likely mapping: headings by their words first, then what the values look like.

    ``headers`` and ``rows`` are as :func:`app.services.files.stream.look` shows them. The result may lack a text or a
    date column; ``Mapping.check`` says so.
    """
    values = {name: [row[at] for row in rows if at < len(row) and row[at].strip()] for at, name in enumerate(headers)}
    columns = _by_heading(headers, values)
    _by_value(headers, values, columns)
    channel = _channel(headers, values, columns, filename)
    form = guess_form(values.get(columns.get("posted_at", ""), []))
    return Mapping(
        channel=channel,
        columns={field: columns[field] for field in FIELDS if field in columns},
        date_form=form or DateForm.DMY,
        zone=DEFAULT_ZONE,
        is_private=channel in PRIVATE_CHANNELS,
        is_direct=channel in DIRECT_CHANNELS,
    )


def channel_of_word(word: str) -> str | None:
    """Return the channel that a word from a column "Canal" or "Rede" means, None when it is unknown."""
    folded = fold_header(word)
    for key, names in CHANNEL_WORDS:
        if folded in names or any(f" {name} " in f" {folded} " for name in names if len(name) > 1):
            return key
    return None


def channel_of_url(url: str) -> str | None:
    """Return the channel whose address this is."""
    found = _URL.match(url)
    if not found:
        return None
    host = found[1].lower()
    for ending, key in HOSTS:
        if host == ending or host.endswith("." + ending):
            return key
    return None


def _by_heading(headers: Sequence[str], values: dict[str, list[str]]) -> dict[str, str]:
    """Give each field the heading that names it best; a heading serves one field only."""
    ranked: list[tuple[int, int, str, str]] = []
    for position, name in enumerate(headers):
        folded = fold_header(name)
        bare = fold_header(name.rpartition(".")[2])
        for field, words in HEADINGS.items():
            for rank, word in enumerate(words):
                if folded == word:
                    ranked.append((rank, position, field, name))
                elif bare == word:
                    ranked.append((rank + 100, position, field, name))
                elif len(word) >= _LONG_WORD and folded.startswith(word + " "):
                    ranked.append((rank + 200, position, field, name))
    columns: dict[str, str] = {}
    for _, _, field, name in sorted(ranked):
        if field not in columns and name not in columns.values() and _fits(field, values.get(name, [])):
            columns[field] = name
    return columns


def _fits(field: str, values: list[str]) -> bool:
    """Tell whether the values do not contradict the heading ("data" may be a payload, "nota" an invoice's text)."""
    if not values:
        return True
    if field == "posted_at":
        return any(guess_form([value]) is not None for value in values[:_VALUES_LOOKED_AT])
    if field in {"likes", "shares", "replies", "reach", "source_rating"}:
        return _share(values, re.compile(r"^\s*[\d.,]+\s*(?:[kKmM]|mil|/\s*\d+|★.*)?\s*$|^[★⭐]+$")) >= _MOST
    if field == "permalink":
        return _share(values, _URL) > 0
    if field == "email":
        return _share(values, _EMAIL) > 0
    return True


def _share(values: list[str], pattern: re.Pattern[str]) -> float:
    return sum(1 for value in values if pattern.match(value)) / len(values)


def _by_value(headers: Sequence[str], values: dict[str, list[str]], columns: dict[str, str]) -> None:
    """Fill what the headings left open by looking at the values."""
    for field, pattern in (("permalink", _URL), ("email", _EMAIL), ("document", _DOCUMENT), ("phone", _PHONE)):
        if field not in columns:
            free = [name for name in headers if name not in columns.values() and values[name]]
            match = next((name for name in free if _share(values[name], pattern) >= _MOST), None)
            if match is not None:
                columns[field] = match
    free = [name for name in headers if name not in columns.values() and values[name]]
    if "posted_at" not in columns:
        dated = next((name for name in free if guess_form(values[name]) is not None), None)
        if dated is not None:
            columns["posted_at"] = dated
            free.remove(dated)
    _longest_text(free, values, columns)


def _longest_text(free: list[str], values: dict[str, list[str]], columns: dict[str, str]) -> None:
    """Without a heading for it, the text is the column with the longest values."""
    if "text" in columns or not free:
        return
    longest = max(free, key=lambda name: _mean_length(values[name]))
    title = columns.get("title")
    if title is not None and _mean_length(values[title]) > _mean_length(values[longest]):
        columns["text"] = columns.pop("title")
    elif _mean_length(values[longest]) >= _LONG_TEXT or title is None:
        columns["text"] = longest


def _mean_length(values: list[str]) -> float:
    return sum(len(value) for value in values) / len(values) if values else 0.0


def _channel(headers: Sequence[str], values: dict[str, list[str]], columns: dict[str, str], filename: str) -> str:
    links = [key for url in values.get(columns.get("permalink", ""), []) if (key := channel_of_url(url))]
    if links:
        return max(set(links), key=links.count)
    named = channel_of_word(filename.rpartition(".")[0])
    if named:
        return named
    words = [key for word in values.get(columns.get("channel", ""), []) if (key := channel_of_word(word))]
    if words:
        return max(set(words), key=words.count)
    for name in headers:
        by_heading = channel_of_word(name)
        if by_heading and by_heading not in {"email", "phone", "whatsapp", "x"}:
            return by_heading
    folded = {fold_header(name) for name in headers}
    return "reclame_aqui" if "reclamacao" in folded or "data da reclamacao" in folded else "other"
