"""The service flow as it is drawn: its steps on a grid, the ways between them, and what is counted on each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FlowKey(StrEnum):
    """The steps of the flow, in the order in which they are read."""

    ENTRY_POST = "entry_post"
    ENTRY_AUTHOR = "entry_author"
    ENTRY_EMAIL = "entry_email"
    IDENTIFICATION = "identification"
    SET_ASIDE = "set_aside"
    HISTORY = "history"
    FIRST_LEVEL = "first_level"
    CLOSED_FIRST = "closed_first"
    EXPECTATION = "expectation"
    PROTOCOL = "protocol"
    AREA = "area"
    SOLUTION = "solution"
    CLOSED_SECOND = "closed_second"
    OMBUDSMAN = "ombudsman"
    CLOSED_OMBUDSMAN = "closed_ombudsman"
    AFTER = "after"


class FlowMoment(StrEnum):
    """What a figure says: how many stand at the step now, or how many went through it today."""

    NOW = "now"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class FlowStep:
    """A step at its place on the grid."""

    key: FlowKey
    column: int
    row: int
    moment: FlowMoment


@dataclass(frozen=True, slots=True)
class FlowWay:
    """An arrow; ``is_direct`` = the short way of VIPs, critical authors and repeat complainers."""

    source: FlowKey
    target: FlowKey
    is_direct: bool = False


COLUMNS, ROWS = 5, 5
_NOW, _TODAY = FlowMoment.NOW, FlowMoment.TODAY

FLOW_STEPS: tuple[FlowStep, ...] = (
    FlowStep(FlowKey.ENTRY_POST, 0, 0, _TODAY),
    FlowStep(FlowKey.ENTRY_AUTHOR, 0, 1, _TODAY),
    FlowStep(FlowKey.ENTRY_EMAIL, 0, 2, _TODAY),
    FlowStep(FlowKey.IDENTIFICATION, 1, 1, _NOW),
    FlowStep(FlowKey.SET_ASIDE, 1, 2, _TODAY),
    FlowStep(FlowKey.HISTORY, 2, 1, _NOW),
    FlowStep(FlowKey.FIRST_LEVEL, 3, 1, _NOW),
    FlowStep(FlowKey.CLOSED_FIRST, 3, 0, _TODAY),
    FlowStep(FlowKey.EXPECTATION, 3, 2, _NOW),
    FlowStep(FlowKey.PROTOCOL, 4, 1, _TODAY),
    FlowStep(FlowKey.AREA, 4, 3, _NOW),
    FlowStep(FlowKey.SOLUTION, 3, 3, _NOW),
    FlowStep(FlowKey.CLOSED_SECOND, 2, 3, _TODAY),
    FlowStep(FlowKey.OMBUDSMAN, 3, 4, _NOW),
    FlowStep(FlowKey.CLOSED_OMBUDSMAN, 2, 4, _TODAY),
    FlowStep(FlowKey.AFTER, 1, 3, _NOW),
)
FLOW_WAYS: tuple[FlowWay, ...] = (
    FlowWay(FlowKey.ENTRY_POST, FlowKey.IDENTIFICATION),
    FlowWay(FlowKey.ENTRY_AUTHOR, FlowKey.IDENTIFICATION),
    FlowWay(FlowKey.ENTRY_EMAIL, FlowKey.IDENTIFICATION),
    FlowWay(FlowKey.IDENTIFICATION, FlowKey.SET_ASIDE),
    FlowWay(FlowKey.IDENTIFICATION, FlowKey.HISTORY),
    FlowWay(FlowKey.HISTORY, FlowKey.FIRST_LEVEL),
    FlowWay(FlowKey.FIRST_LEVEL, FlowKey.CLOSED_FIRST),
    FlowWay(FlowKey.FIRST_LEVEL, FlowKey.EXPECTATION),
    FlowWay(FlowKey.FIRST_LEVEL, FlowKey.PROTOCOL),
    FlowWay(FlowKey.HISTORY, FlowKey.AREA, is_direct=True),
    FlowWay(FlowKey.PROTOCOL, FlowKey.AREA),
    FlowWay(FlowKey.AREA, FlowKey.SOLUTION),
    FlowWay(FlowKey.SOLUTION, FlowKey.CLOSED_SECOND),
    FlowWay(FlowKey.SOLUTION, FlowKey.OMBUDSMAN),
    FlowWay(FlowKey.OMBUDSMAN, FlowKey.CLOSED_OMBUDSMAN),
    FlowWay(FlowKey.CLOSED_SECOND, FlowKey.AFTER),
    FlowWay(FlowKey.CLOSED_OMBUDSMAN, FlowKey.AFTER),
)
_PLACES = {step.key: (step.column, step.row) for step in FLOW_STEPS}

_BESIDE = 0.25

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class FlowCounts:
    """How many stand at each step, or went through it today; a step without a figure has none."""

    n: Mapping[FlowKey, int] = field(default_factory=dict)

    def of(self, key: FlowKey) -> int:
        """Return the figure of a step."""
        return self.n.get(key, 0)


def way_points(way: FlowWay) -> tuple[Point, ...]:
    """Return the corners of an arrow on the grid (cell centres are whole numbers), from its source to its target.

    Straight in a row or a column; else half a cell out, along, and in; the direct way keeps between the rows and
    comes in beside the centre, where no other arrow does.
    """
    (x, y), (to_x, to_y) = _PLACES[way.source], _PLACES[way.target]
    if way.is_direct:
        between, beside = to_y - 0.5, to_x - _BESIDE
        return ((x, y), (x, between), (beside, between), (beside, to_y))
    if x == to_x or y == to_y:
        return ((x, y), (to_x, to_y))
    middle = (x + to_x) / 2
    return ((x, y), (middle, y), (middle, to_y), (to_x, to_y))


def neighbour(key: FlowKey, *, right: int = 0, down: int = 0) -> FlowKey | None:
    """Return the nearest step in one direction of the arrow keys, None at the edge."""
    x, y = _PLACES[key]
    found = []
    for step in FLOW_STEPS:
        ahead = (step.column - x) * right + (step.row - y) * down
        aside = abs((step.column - x) * down) + abs((step.row - y) * right)
        if ahead > 0:
            found.append((ahead + 2 * aside, aside, step.key))
    return min(found)[2] if found else None
