"""What a chart shows, in one form for all of them: categories, tracks of cells, and behind each cell its query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.models.domain.inbox import InboxQuery


class ChartKey(StrEnum):
    """Every chart of the reports; its name, its definition and its summary are the screen's."""

    VOLUME_DAY = "volume_day"
    VOLUME_MONTH = "volume_month"
    SERVED_WHOLE = "served_whole"
    HOURS = "hours"
    CLOCK = "clock"
    WEEKDAYS = "weekdays"
    HEAT = "heat"
    CHANNELS = "channels"
    SENTIMENT_SHARE = "sentiment_share"
    SENTIMENT_TIME = "sentiment_time"
    SENTIMENT_SUBJECT = "sentiment_subject"
    PERSONAS = "personas"
    PERSONA_MATRIX = "persona_matrix"
    ENGAGEMENT_MATRIX = "engagement_matrix"
    SUBJECTS = "subjects"
    PROFILES = "profiles"
    NATURES = "natures"
    FRONTS = "fronts"
    PERSONS_MONTH = "persons_month"
    FIRST_RESPONSE = "first_response"
    RESOLUTION = "resolution"
    IN_TIME = "in_time"
    BACKLOG = "backlog"
    REOPENED = "reopened"
    SATISFACTION = "satisfaction"
    BY_PERSON = "by_person"
    BY_AREA = "by_area"
    LEVELS = "levels"
    LEVELS_SUBJECT = "levels_subject"
    PROMISES = "promises"
    SILENCE = "silence"
    CRISIS_LIMITS = "crisis_limits"
    CRISIS_VOLUME = "crisis_volume"
    OWN_REACH = "own_reach"
    INDICATORS = "indicators"
    SENSITIVITY = "sensitivity"


class Shape(StrEnum):
    """How a chart is drawn."""

    COLUMNS = "columns"
    STACK = "stack"
    BARS = "bars"
    LINES = "lines"
    CLOCK = "clock"
    HEAT = "heat"
    BUBBLES = "bubbles"


class Counts(StrEnum):
    """What a chart counts: mentions, cases and persons are never added up together."""

    MENTIONS = "mentions"
    CASES = "cases"
    PERSONS = "persons"
    POSTS = "posts"


class Unit(StrEnum):
    """In what its values are told."""

    NUMBER = "number"
    PERCENT = "percent"
    MINUTES = "minutes"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Category:
    """One place on the axis: ``key`` is an hour, a weekday (0 = Monday), a date, an id or a code.

    ``name`` is a name from the data (a node, a person, a channel); where it is empty, the screen has a word for
    ``key``.
    ``color`` is the node's own, where it has one.
    """

    key: str | int | date
    name: str = ""
    color: str | None = None
    drill_node: int | None = None
    """A node with nodes below it: the chart can be shown for these."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One value; None = nothing to tell there. ``query`` opens exactly the ``count`` mentions or cases behind it.

    ``count`` is the value itself for plain counts; for shares, medians and sums it is how many rows they rest on.
    ``x`` and ``size`` serve bubbles: (x, value) is the place, ``size`` the area.
    """

    value: float | None
    query: InboxQuery | None = None
    count: int | None = None
    x: float | None = None
    size: float | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """One row of cells, as many as there are categories: a line, a colour of the stack, a row of the heat map.

    ``key`` is a code that the screen has a word for, unless ``name`` comes from the data. ``low`` and ``high`` draw a
    band (a forecast's interval). ``is_forecast`` is drawn apart.
    """

    key: str | int
    cells: tuple[Cell, ...]
    name: str = ""
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    is_forecast: bool = False


@dataclass(frozen=True, slots=True)
class ChartData:
    """A chart ready to be drawn, tabled, told in a sentence and exported.

    ``step`` says what the categories are (``hour weekday day week month node person area channel sentiment`` ...).
    ``facts`` are the figures of the summary sentence (total, peak, confirmed, outside, ...) by code.
    ``before`` holds the same tracks for the period before, where it is compared. ``notes`` are codes of remarks:
    ``from_rows`` (counted from the rows, not the roll-ups), ``all_channels`` (not split by channel), ``estimated``.
    """

    key: ChartKey
    shape: Shape
    counts: Counts
    unit: Unit
    step: str
    categories: tuple[Category, ...]
    tracks: tuple[Track, ...]
    before: tuple[Track, ...] = ()
    facts: Mapping[str, float | int | str | date | None] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    marked: tuple[bool, ...] = ()
    """For charts over hours: whether the counter is open then, a flag a category (heat: row by row)."""

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to draw."""
        return not any(cell.value for track in self.tracks for cell in track.cells)
