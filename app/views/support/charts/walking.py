"""Which cell of a chart an arrow leads to, as the eye sees the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.models.domain.chart import Shape
from app.views.support.charts.frame import is_lying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.models.domain.chart import ChartData
    from app.views.support.charts.marks import Mark


def next_mark(data: ChartData, marks: Sequence[Mark], current: int, key: Qt.Key) -> int | None:
    """Return the number of the mark that a key leads to, the present one at an edge; None for any other key."""
    ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(marks) - 1}
    step = _step(data, key)
    if not marks or (key not in ends and step is None):
        return None
    if step is None:
        return ends[key]
    if current < 0:
        return 0
    known = {(mark.track, mark.place): number for number, mark in enumerate(marks)}
    track, place = marks[current].track + step[0], marks[current].place + step[1]
    while 0 <= track < len(data.tracks) and 0 <= place < len(data.categories):
        if (track, place) in known:
            return known[track, place]
        track, place = track + step[0], place + step[1]
    return current


def _step(data: ChartData, key: Qt.Key) -> tuple[int, int] | None:
    """Return how far a key moves over tracks and categories."""
    right, left, down, up = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up
    if data.shape in {Shape.CLOCK, Shape.BUBBLES}:
        return {right: (0, 1), left: (0, -1), down: (0, 1), up: (0, -1)}.get(key)
    if data.shape is Shape.BARS or is_lying(data):
        return {right: (1, 0), left: (-1, 0), down: (0, 1), up: (0, -1)}.get(key)
    lower = 1 if data.shape is Shape.HEAT else -1  # rows of a heat map go down, piles and lines grow up
    return {right: (0, 1), left: (0, -1), down: (lower, 0), up: (-lower, 0)}.get(key)
