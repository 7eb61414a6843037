"""What can be reached in a painted chart: each bar, point, sector or cell with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QPainterPath


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell as painted: its area, the numbers of its track and its category, ``path`` where it is no box."""

    area: QRectF
    track: int
    place: int
    path: QPainterPath | None = None

    def contains(self, point: QPointF) -> bool:
        """Tell whether a place lies on it."""
        return self.area.contains(point) and (self.path is None or self.path.contains(point))


@dataclass(frozen=True, slots=True)
class Painted:
    """What was painted: the marks in reading order, and how many categories found no room and stand in the table."""

    marks: tuple[Mark, ...] = ()
    left_out: int = 0
