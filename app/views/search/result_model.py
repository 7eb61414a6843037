"""The results as lines of one list: a heading for each kind, below it what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.models.domain.search_hit import Found, FoundGroup, HitKind
from app.views.search.search_texts import alike_text, count_text, kind_text, language_text

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
EACH = 5
"""Lines of each kind where all kinds are shown together."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a kind begins."""

    kind: HitKind
    text: str


Line = Heading | Found


def lines_of(groups: Sequence[FoundGroup], kind: HitKind | None) -> list[Line]:
    """Return the first lines of every kind, or all lines of one."""
    if kind is not None:
        return [hit for group in groups if group.kind is kind for hit in group.hits]
    lines: list[Line] = []
    for group in groups:
        lines.append(Heading(group.kind, f"{kind_text(group.kind)} · {count_text(group.count)}"))
        lines += group.hits[:EACH]
    return lines


def about_text(found: Found) -> str:
    """Return the small line above the text: who, where, in which language."""
    return " · ".join(part for part in (found.who, found.place, language_text(found.language)) if part)


class ResultModel(QAbstractListModel):
    """Lines in memory."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, place: int) -> Line | None:
        """Return a line; None beside the list."""
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def first_hit(self) -> int:
        """Return the place of the first line that can be opened, -1 where there is none."""
        return next((place for place, line in enumerate(self._lines) if isinstance(line, Found)), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        is_hit = isinstance(self.line(index.row()), Found)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_hit else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return a line, or what a screen reader says of it."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if isinstance(line, Heading):
                return line.text
            parts = (kind_text(line.kind), about_text(line), line.snippet.text, alike_text(line))
            return ", ".join(part for part in parts if part)
        return None
