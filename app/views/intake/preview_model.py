"""The first rows of a file as the person checks them, each date beside what it was read as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.services.files.dates import BadDateError, parse_date, refuse_future
from app.services.files.mapping import zone_of
from app.views.intake.intake_texts import reason_text
from app.views.support.texts import as_tooltip, day_text, time_text

if TYPE_CHECKING:
    from app.services.files.mapping import Mapping
    from app.views.support.theme import Theme

Index = QModelIndex | QPersistentModelIndex
SHOWN_ROWS = 20
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as it was understood; ``problem`` says why it was not."""

    text: str
    problem: str = ""


class PreviewModel(QAbstractTableModel):
    """Headings and first rows of a file; the column of the date shows original and meaning."""

    def __init__(self, *, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._headers: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._dates: list[ReadDate] = []
        self._date_column = -1
        self._used: frozenset[int] = frozenset()

    def show_rows(self, headers: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Show another file's rows, as yet without meaning."""
        self.beginResetModel()
        self._headers, self._rows = headers, rows[:SHOWN_ROWS]
        self._dates, self._date_column, self._used = [], -1, frozenset()
        self.endResetModel()

    def read_with(self, mapping: Mapping, now: datetime) -> None:
        """Show what the dates mean under a mapping; ``now`` decides what lies in the future."""
        places = {name: place for place, name in enumerate(self._headers)}
        self._used = frozenset(places[name] for name in mapping.columns.values() if name in places)
        self._date_column = places.get(mapping.columns.get("posted_at", ""), -1)
        clock = places.get(mapping.columns.get("posted_time", ""), -1)
        self._dates = []
        if self._date_column >= 0:
            self._dates = [
                read_date(row[self._date_column], mapping, now, row[clock] if clock >= 0 else "") for row in self._rows
            ]
        if self._rows and self._headers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._headers) - 1))

    @property
    def wrong_dates(self) -> int:
        """How many of the dates shown could not be understood."""
        return sum(1 for read in self._dates if read.problem)

    @property
    def date_column(self) -> int:
        """Place of the column of the date, -1 when none is chosen."""
        return self._date_column

    @property
    def headers(self) -> tuple[str, ...]:
        """Names of the columns."""
        return self._headers

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns the file has."""
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return a cell's text, colour or hint."""
        if not index.isValid():
            return None
        written = self._rows[index.row()][index.column()]
        read = self._read_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(written, read)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(read.problem if read is not None and read.problem else written[:_LONGEST])
        if role == Qt.ItemDataRole.ForegroundRole:
            if read is not None and read.problem:
                return self._theme.color("bad")
            return self._theme.color("text" if index.column() in self._used else "faint")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """Return a column's name in the file."""
        across = orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._headers)
        return self._headers[section] if across and role == Qt.ItemDataRole.DisplayRole else None

    def _read_at(self, index: Index) -> ReadDate | None:
        if index.column() != self._date_column or index.row() >= len(self._dates):
            return None
        return self._dates[index.row()]


def read_date(written: str, mapping: Mapping, now: datetime, clock: str = "") -> ReadDate:
    """Return what a date means in its zone, or why it is none."""
    zone = zone_of(mapping.zone)
    try:
        moment = parse_date(written.strip(), mapping.date_form, zone, clock.strip())
        refuse_future(moment, now)
    except BadDateError as error:
        return ReadDate("", reason_text(error.reason))
    local = moment.astimezone(zone)
    # The year is always shown: a wrong century is the commonest slip.
    day = day_text(local.date(), local.date().replace(year=local.year - 1, day=1))
    return ReadDate(day if (local.hour, local.minute) == (0, 0) else f"{day} {time_text(moment, zone=zone)}")


def _shown(written: str, read: ReadDate | None) -> str:
    plain = " ".join(written[:_LONGEST].split())
    if read is None:
        return plain
    return f"✕ {plain or '–'} ({read.problem})" if read.problem else f"{plain} → {read.text}"
