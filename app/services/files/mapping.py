"""How the columns of one kind of file become a mention: a value that a person can correct and that is remembered."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from app.services.errors import Invalid

DEFAULT_ZONE: Final = "America/Sao_Paulo"

CHANNELS: Final = (
    "instagram",
    "facebook",
    "x",
    "youtube",
    "email",
    "telegram",
    "whatsapp",
    "phone",
    "reclame_aqui",
    "consumidor_gov",
    "google_play",
    "mastodon",
    "bluesky",
    "rss",
    "forum",
    "blog",
    "counter",
    "other",
)

PRIVATE_CHANNELS: Final = frozenset({"email", "telegram", "whatsapp", "phone", "counter"})
"""Channels where what was said is not public; a file of direct messages from a network is marked by the person."""

DIRECT_CHANNELS: Final = PRIVATE_CHANNELS | {"reclame_aqui", "consumidor_gov", "google_play"}
"""Channels where the author addresses the company itself."""

FIELDS: Final = (
    "text",
    "title",
    "posted_at",
    "posted_time",
    "external_id",
    "author_key",
    "author_name",
    "permalink",
    "in_reply_to",
    "thread_key",
    "language",
    "likes",
    "shares",
    "replies",
    "reach",
    "place",
    "place_state",
    "email",
    "phone",
    "document",
    "source_rating",
    "channel",
)
"""What a column can be. ``posted_time`` is added to a date without time, ``place_state`` to a place ("Recife - PE"),
``channel`` names the network per row in files that mix several."""


class DateForm(StrEnum):
    """How a date is written when its figures alone do not tell; ISO and month names are understood under all."""

    DMY = "dmy"
    MDY = "mdy"
    ISO = "iso"
    EXCEL_SERIAL = "excel_serial"
    EPOCH = "epoch"
    RFC2822 = "rfc2822"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Channel, columns and date form of one kind of file; ``columns`` goes from a field of :data:`FIELDS` to a header.

    ``header_row`` is the 0-based row of the headings among the non-blank rows, None when the file has none (headings
    are then A, B, C...). ``sheet`` names a sheet of a workbook, None for the first visible one.
    """

    channel: str = "other"
    columns: dict[str, str] = field(default_factory=dict)
    date_form: DateForm = DateForm.DMY
    zone: str = DEFAULT_ZONE
    header_row: int | None = 0
    sheet: str | None = None
    is_private: bool = False
    is_direct: bool = False
    own_name: str | None = None
    """Who of a conversation's authors is us: None = to be guessed, "" = nobody. Files of other kinds have none."""

    def check(self, headers: tuple[str, ...]) -> None:
        """Raise ``Invalid`` (mapping_*) when this mapping cannot read a file with these headings."""
        if self.channel not in CHANNELS:
            raise Invalid("mapping_unknown_channel", channel=self.channel)
        for name in self.columns.values():
            if name not in headers:
                raise Invalid("mapping_unknown_column", column=name)
        if "text" not in self.columns and "title" not in self.columns:
            raise Invalid("mapping_without_text")
        if "posted_at" not in self.columns:
            raise Invalid("mapping_without_date")
        zone_of(self.zone)


def zone_of(name: str) -> ZoneInfo:
    """Return the time zone of that IANA name, or raise ``Invalid("mapping_unknown_zone")``."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise Invalid("mapping_unknown_zone", zone=name) from error


def fold_header(name: str) -> str:
    """Return a heading without accents, case, punctuation and double blanks, for comparing."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


def signature(headers: tuple[str, ...]) -> str:
    """Return the key under which the mapping of this kind of file is remembered (same headings, same order)."""
    joined = "\x1f".join(fold_header(name) for name in headers)
    return hashlib.blake2b(joined.encode(), digest_size=16).hexdigest()


def to_json(mapping: Mapping) -> str:
    """Write a mapping as one line of JSON."""
    return json.dumps(
        {
            "channel": mapping.channel,
            "columns": mapping.columns,
            "date_form": mapping.date_form.value,
            "zone": mapping.zone,
            "header_row": mapping.header_row,
            "sheet": mapping.sheet,
            "is_private": mapping.is_private,
            "is_direct": mapping.is_direct,
            **({} if mapping.own_name is None else {"own_name": mapping.own_name}),
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def from_json(text: str) -> Mapping:
    """Read what :func:`to_json` wrote (or a person edited); anything amiss is ``Invalid("mapping_unreadable")``."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Invalid("mapping_unreadable", key="json") from error
    if not isinstance(value, dict):
        raise Invalid("mapping_unreadable", key="json")
    mapping = Mapping(
        channel=_word(value, "channel", CHANNELS),
        columns=_columns(value.get("columns", {})),
        date_form=DateForm(_word(value, "date_form", tuple(form.value for form in DateForm))),
        zone=_text(value, "zone") or DEFAULT_ZONE,
        header_row=_row(value.get("header_row", 0)),
        sheet=_text(value, "sheet"),
        is_private=value.get("is_private") is True,
        is_direct=value.get("is_direct") is True,
        own_name=_text(value, "own_name"),
    )
    zone_of(mapping.zone)
    return mapping


def _word(value: dict[str, object], key: str, allowed: tuple[str, ...]) -> str:
    word = value.get(key)
    if not isinstance(word, str) or word not in allowed:
        raise Invalid("mapping_unreadable", key=key)
    return word


def _text(value: dict[str, object], key: str) -> str | None:
    word = value.get(key)
    if word is not None and not isinstance(word, str):
        raise Invalid("mapping_unreadable", key=key)
    return word


def _row(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Invalid("mapping_unreadable", key="header_row")
    return value


def _columns(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise Invalid("mapping_unreadable", key="columns")
    for name, header in value.items():
        if name not in FIELDS or not isinstance(header, str):
            raise Invalid("mapping_unreadable", key="columns")
    return dict(value)
