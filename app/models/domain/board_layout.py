"""How a person arranges a board of charts: which stand on it, in which order, how wide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.models.domain.chart import ChartKey
from app.models.domain.people import Role

WIDTHS = (2, 3, 4, 6)
"""Sixths of the board: a third, half, two thirds, the whole."""
_THIRD, _HALF, _WHOLE = 2, 3, 6


@dataclass(frozen=True, slots=True)
class Placed:
    """One chart on a board, ``width`` sixths of it wide."""

    chart: ChartKey
    width: int = _THIRD


Board = tuple[Placed, ...]

_ATTENDANT = (
    Placed(ChartKey.BY_PERSON, _HALF),
    Placed(ChartKey.SUBJECTS, _HALF),
    Placed(ChartKey.NATURES, _HALF),
    Placed(ChartKey.LEVELS_SUBJECT, _HALF),
)
_SPECIALIST = (
    Placed(ChartKey.BY_AREA, _HALF),
    Placed(ChartKey.RESOLUTION, _HALF),
    Placed(ChartKey.SUBJECTS, _HALF),
    Placed(ChartKey.LEVELS_SUBJECT, _HALF),
)
_ANALYST = (
    Placed(ChartKey.VOLUME_DAY, _HALF),
    Placed(ChartKey.SENTIMENT_TIME, _HALF),
    Placed(ChartKey.HEAT, _HALF),
    Placed(ChartKey.ENGAGEMENT_MATRIX, _HALF),
    Placed(ChartKey.PERSONA_MATRIX),
    Placed(ChartKey.SUBJECTS),
    Placed(ChartKey.CHANNELS),
)
_SUPERVISOR = (
    Placed(ChartKey.HEAT),
    Placed(ChartKey.SENTIMENT_TIME),
    Placed(ChartKey.PERSONA_MATRIX),
    Placed(ChartKey.VOLUME_DAY),
    Placed(ChartKey.SUBJECTS),
    Placed(ChartKey.BY_AREA),
)
_OF_ROLE = {Role.ATTENDANT: _ATTENDANT, Role.SPECIALIST: _SPECIALIST, Role.ANALYST: _ANALYST}


def first_board(role: Role) -> Board:
    """Return what a role finds on its board before anybody has arranged it."""
    return _OF_ROLE.get(role, _SUPERVISOR)


def with_chart(board: Board, chart: ChartKey) -> Board:
    """Return the board with a chart at its end; one that stands there already stays where it is."""
    return board if any(each.chart is chart for each in board) else (*board, Placed(chart))


def without_chart(board: Board, chart: ChartKey) -> Board:
    """Return the board without a chart."""
    return tuple(each for each in board if each.chart is not chart)


def moved(board: Board, chart: ChartKey, place: int) -> Board:
    """Return the board with a chart at a place (0 = first); past either end it stays at that end."""
    found = next((each for each in board if each.chart is chart), None)
    if found is None:
        return board
    rest = list(without_chart(board, chart))
    rest.insert(max(0, min(len(rest), place)), found)
    return tuple(rest)


def place_of(board: Board, chart: ChartKey) -> int:
    """Return where a chart stands, -1 where it does not."""
    return next((place for place, each in enumerate(board) if each.chart is chart), -1)


def resized(board: Board, chart: ChartKey, step: int) -> Board:
    """Return the board with a chart one step wider (1) or narrower (-1)."""

    def sized(each: Placed) -> Placed:
        if each.chart is not chart:
            return each
        number = WIDTHS.index(each.width) + step
        return replace(each, width=WIDTHS[max(0, min(len(WIDTHS) - 1, number))])

    return tuple(sized(each) for each in board)


def rows_of(widths: Sequence[int]) -> list[list[tuple[int, int]]]:
    """Return the rows in which charts of these widths stand: (number, sixths) each; the last of a row fills it."""
    rows: list[list[tuple[int, int]]] = []
    used = _WHOLE
    for number, width in enumerate(widths):
        if used + width > _WHOLE:
            rows.append([])
            used = 0
        rows[-1].append((number, width))
        used += width
    for row in rows:
        number, width = row[-1]
        row[-1] = (number, width + _WHOLE - sum(each for _number, each in row))
    return rows


def board_as_json(board: Board) -> list[dict[str, Any]]:
    """Return a board as JSON values."""
    return [{"chart": each.chart.value, "width": each.width} for each in board]


def board_from_json(value: Any) -> Board:  # noqa: ANN401 - any JSON value
    """Return a board; a chart that this version does not know, or that comes twice, is left out."""
    known = {each.value for each in ChartKey}
    board: Board = ()
    for item in value if isinstance(value, list) else ():
        chart, width = (item.get("chart"), item.get("width")) if isinstance(item, dict) else (None, None)
        if chart in known and place_of(board, ChartKey(chart)) < 0:
            board = (*board, Placed(ChartKey(chart), width if width in WIDTHS else _THIRD))
    return board
