"""Says what stands in the columns of exports: which are texts, moments or ids and codes, and how these are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from app.models.queries import export_rows
from app.services.mention_book import business_zone
from app.services.sheet_cells import Column, Holds

if TYPE_CHECKING:
    from sqlalchemy import Connection

_Naming = Callable[[Any], str | None]
TEXT = Column(Holds.TEXT)
_WHOLES = (
    *("seq", "crisis_level", "likes", "shares", "replies", "reach", "source_rating"),
    *("reopened_count", "satisfaction"),
)
_MOMENTS = (
    *("posted_at", "captured_at", "at", "opened_at", "first_response_due_at", "first_response_at"),
    *("resolution_due_at", "resolved_at", "legal_due_at", "closed_at"),
)
_WORDS = ("state_reason", "verb", "case_state", "case_kind", "started_by", "closing_kind")
_TRUTHS = ("has_time", "is_direct", "was_forwarded", "is_vip", "is_severe", "is_satisfied_resolved")
_IDS = {
    "channel": "channel",
    "account": "account",
    "intake_rule": "rule",
    "owner": "person",
    "person": "person",
    "area": "area",
}


class ExportNames:
    """What ids and codes are called when an export begins; ``labels`` are the screen's words for codes."""

    def __init__(self, connection: Connection, labels: Mapping[str, str]) -> None:
        self.zone: ZoneInfo = business_zone(connection)
        self.axes = export_rows.case_axes(connection)
        self._of = export_rows.names_by_id(connection)
        self._path = export_rows.node_paths(connection).get
        self._labels = labels

    def word(self, code: str) -> str:
        """Return the screen's word for a code."""
        return self._labels.get(code, code)

    def path_column(self) -> Column:
        """Return the column of a classification's nodes."""
        return Column(Holds.NAMED, _or_none(self._path))

    def columns(self) -> dict[str, Column]:
        """Return the columns by name; one that is not there holds texts."""
        # PostgreSQL says True where SQLite says 1: both are the same place.
        truth = (self.word("no"), self.word("yes")).__getitem__
        named: dict[str, _Naming] = dict.fromkeys(_TRUTHS, truth) | dict.fromkeys(_WORDS, self.word)
        named["visibility"] = (self.word("public"), self.word("private")).__getitem__
        for name, key in _IDS.items():
            named[name] = self._of[key].get
        for name, codes in export_rows.mention_codes().items():
            named[name] = {code: self.word(member) for code, member in codes.items()}.get
        known = {name: Column(Holds.NAMED, _or_none(naming)) for name, naming in named.items()}
        known |= dict.fromkeys(_WHOLES, Column(Holds.WHOLE))
        known |= dict.fromkeys(_MOMENTS, Column(Holds.MOMENT, zone=self.zone))
        return known | {"situation": self.path_column(), "follow_up_on": Column()}


def _or_none(naming: _Naming) -> _Naming:
    return lambda value: None if value is None else naming(value)
