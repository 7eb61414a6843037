"""Turn the cells of a row into a mention, by the mapping that a person confirmed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from app.models.domain.incoming import IncomingMention, RejectedRow, RejectReason
from app.models.domain.words import clean_text
from app.services.files.dates import BadDateError, parse_date, refuse_future, tells_time
from app.services.files.guess import channel_of_url, channel_of_word
from app.services.files.items import fitting_key, fitting_name, rejected
from app.services.files.limits import MAX_CONTACT_CHARS, MAX_NAME_CHARS
from app.services.files.mapping import zone_of

if TYPE_CHECKING:
    from datetime import datetime

    from app.services.files.mapping import Mapping
    from app.services.files.tables import RawRow

_COUNT: Final = re.compile(r"^([\d.,]+)\s*(k|m|mil|mi|milhões)?$", re.IGNORECASE)
_SCALES: Final = {"k": 1_000, "mil": 1_000, "m": 1_000_000, "mi": 1_000_000, "milhões": 1_000_000}
_FIRST_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")
_STARS: Final = "★⭐"
_MOST_RATING: Final = 100.0
_MOST_DIGITS: Final = 15
_MOST_COUNTED: Final = 2**31 - 1
"""What a column of counts holds; a larger figure is a number of another kind and stays in ``extra``."""
_PLAIN: Final = frozenset(
    {
        "external_id", "title", "author_name", "permalink", "in_reply_to", "thread_key", "language", "email", "phone",
        "document",
    }
)  # fmt: skip
_CONTACTS: Final = ("email", "phone", "document")
_COUNTS: Final = ("likes", "shares", "replies", "reach")
_NETWORKS_WITH_AT: Final = frozenset({"instagram", "x", "youtube", "telegram", "mastodon", "bluesky", "facebook"})


class RowMapper:
    """Knows where each field stands in a row; made once per file."""

    def __init__(self, mapping: Mapping, headers: tuple[str, ...], now: datetime) -> None:
        self._mapping = mapping
        self._zone = zone_of(mapping.zone)
        self._now = now
        self._width = len(headers)
        places = {name: position for position, name in enumerate(headers)}
        self._fields = {field: places[name] for field, name in mapping.columns.items()}
        used = set(self._fields.values())
        self._spare = [(position, name) for position, name in enumerate(headers) if position not in used]
        self._used_names = set(mapping.columns.values())
        self._plain = [field for field in self._fields if field in _PLAIN]
        self._counts = [field for field in _COUNTS if field in self._fields]
        self._needed = 1 + max(self._fields[field] for field in ("text", "title", "posted_at") if field in self._fields)

    def outcome(self, row: int, raw: RawRow) -> IncomingMention | RejectedRow:
        """Return the mention that a row is, or why it is none."""
        if raw.problem:
            problem = raw.problem
            return rejected(row, problem.reason, problem.code, excerpt=clean_text(problem.excerpt))
        if isinstance(raw.cells, dict):
            cells = raw.cells
            values = {field: clean_text(cells.get(name, "")).strip() for field, name in self._mapping.columns.items()}
            spare = ((name, cell) for name, cell in cells.items() if cell and name not in self._used_names)
            extra = {clean_text(name): clean_text(cell).strip() for name, cell in spare}
        else:
            fitted = self._fit(raw.cells)
            if fitted is None:
                code = "truncated" if raw.is_last and len(raw.cells) < self._width else "columns"
                value = "" if code == "truncated" else f"{len(raw.cells)}/{self._width}"
                return rejected(row, RejectReason.BAD_STRUCTURE, code, value=value, excerpt=_excerpt(raw.cells))
            values = {field: clean_text(fitted[at]).strip() for field, at in self._fields.items()}
            extra = {name: clean_text(cell).strip() for at, name in self._spare if (cell := fitted[at])}
        return self._mention(row, values, extra)

    def _fit(self, cells: list[str]) -> list[str] | None:
        """Return as many cells as there are headings; None when what is missing or too much cannot be told."""
        width = len(cells)
        if width == self._width:
            return cells
        if width > self._width:
            return None if any(cell.strip() for cell in cells[self._width :]) else cells[: self._width]
        if width < self._needed:
            return None
        return cells + [""] * (self._width - width)

    def _mention(self, row: int, values: dict[str, str], extra: dict[str, str]) -> IncomingMention | RejectedRow:
        text = values.get("text", "") or values.get("title", "")
        if not text:
            excerpt = " | ".join(value for value in (*values.values(), *extra.values()) if value)
            return rejected(row, RejectReason.EMPTY_TEXT, "no_text", excerpt=excerpt)
        written = values.get("posted_at", "")
        try:
            posted_at = parse_date(written, self._mapping.date_form, self._zone, values.get("posted_time", ""))
            refuse_future(posted_at, self._now)
        except BadDateError as error:
            return rejected(row, error.reason, "date" if written else "no_date", value=written, excerpt=text)
        channel = self._channel(values) if "channel" in values else self._mapping.channel
        # Only what the file has is passed on: 20 fields asked for in vain cost a fifth of the time.
        given: dict[str, Any] = {field: value for field in self._plain if (value := values[field])}
        _fit_keys(given, extra)
        given |= {field: _counted(field, values[field], extra) for field in self._counts if values[field]}
        return IncomingMention(
            channel=channel,
            text=text,
            posted_at=posted_at,
            has_time=bool(values.get("posted_time")) or tells_time(written, self._mapping.date_form),
            author_key=author_key(values["author_key"], channel) if "author_key" in values else None,
            is_private=self._mapping.is_private,
            is_direct=self._mapping.is_direct,
            place=_place(values),
            source_rating=_rated(values, extra),
            extra=extra,
            **given,
        )

    def _channel(self, values: dict[str, str]) -> str:
        written = values.get("channel", "")
        if not written:
            return self._mapping.channel
        return channel_of_word(written) or channel_of_url(written) or self._mapping.channel


def author_key(written: str, channel: str) -> str | None:
    """Return the stable handle: without "@" and in lower case on networks, as written elsewhere."""
    if channel in _NETWORKS_WITH_AT:
        written = written.strip().removeprefix("@")
    return fitting_key(written.strip().lower()) or None


def _fit_keys(given: dict[str, Any], extra: dict[str, str]) -> None:
    """Shorten what an index has to hold; what a column cannot be (a contact of a thousand signs) stays in ``extra``."""
    if "thread_key" in given:
        given["thread_key"] = fitting_key(given["thread_key"])
    name = given.get("author_name", "")
    if len(name) > MAX_NAME_CHARS:
        given["author_name"], extra["author_name"] = fitting_name(name), name
    for field in _CONTACTS:
        if len(given.get(field, "")) > MAX_CONTACT_CHARS:
            extra[field] = given.pop(field)


def count_of(written: str) -> int | None:
    """Return a count as networks write it: "1.234", "1,2 mil", "3.4k"; None when it is none."""
    found = _COUNT.match(written.strip())
    if not found or len(found[1]) > _MOST_DIGITS:
        return None
    digits, scale = found[1], (found[2] or "").lower()
    try:
        if scale:
            return round(float(digits.replace(",", ".")) * _SCALES[scale])
        if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
            return int(re.sub(r"[.,]", "", digits))
        return int(float(digits.replace(",", ".")))
    except (ValueError, OverflowError):
        return None


def rating_of(written: str) -> int | None:
    """Return a mark as a whole number: "4", "4,5" (rounded half up), "★★★", "3/5", "5 estrelas"."""
    stars = sum(written.count(sign) for sign in _STARS)
    if stars:
        return stars
    found = _FIRST_NUMBER.search(written)
    rating = float(found[0].replace(",", ".")) if found else _MOST_RATING + 1
    return int(rating + 0.5) if rating <= _MOST_RATING else None


def _counted(field: str, written: str, extra: dict[str, str]) -> int | None:
    count = count_of(written)
    if count is None or count > _MOST_COUNTED:
        count = None
        extra[field] = written
    return count


def _rated(values: dict[str, str], extra: dict[str, str]) -> int | None:
    written = values.get("source_rating", "")
    if not written:
        return None
    rating = rating_of(written)
    if rating is None:
        extra["source_rating"] = written
    return rating


def _place(values: dict[str, str]) -> str | None:
    place, state = values.get("place", ""), values.get("place_state", "")
    if place and state and state not in place.split():
        return f"{place} - {state}"
    return place or state or None


def _excerpt(cells: list[str]) -> str:
    return clean_text(" | ".join(cell for cell in cells if cell))
