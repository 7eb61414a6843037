"""One axis as a chart shows it: which of its nodes, folded through the tree of today, with the query behind each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.models.domain.chart import Cell
from app.models.domain.chart_drill import Drill, drill_for
from app.models.domain.chart_nodes import Branches, Key, Place, folded, meet, node_key, ranked
from app.models.domain.inbox import InboxQuery, RowKind
from app.models.domain.vocabulary import AxisKey
from app.models.queries.charts.axes import AxesFromRows, AxisCounts, RolledUpAxes
from app.services.charts.reading import FROM_ROWS, IGNORED, MOST_SHOWN, Reading

_NO_AXIS = 0


class AxisReading:
    """Counts by the nodes of one axis. A filter on the same axis narrows the nodes; any other is asked of the rows."""

    def __init__(self, reading: Reading, axis_key: AxisKey, kind: RowKind = RowKind.CASE) -> None:
        self._reading = reading
        self.trees = reading.trees()
        axis = self.trees.axis_by_key(axis_key.value)
        self.axis_id = _NO_AXIS if axis is None else axis.id
        shown = self.trees.nodes.get(reading.wanted.node_id or 0)
        self.parent = shown if shown is not None and shown.axis_id == self.axis_id else None
        self._key_of = node_key(self.branches())
        cases, is_less_of_cases = drill_for(reading.wanted, RowKind.CASE)
        mentions, is_less_of_mentions = drill_for(reading.wanted, RowKind.MENTION)
        self._chosen = tuple(each for each in cases.rows.node_ids if self._is_mine(each))
        self._others = tuple(each for each in cases.rows.node_ids if not self._is_mine(each))
        self.cases, self.mentions = self._without_mine(cases), self._without_mine(mentions)
        self.counts, is_from_rows = self._counts(reading, cases, mentions, kind)
        is_less = is_less_of_cases if kind is RowKind.CASE else is_less_of_mentions
        self.notes = ((FROM_ROWS,) if is_from_rows else ()) + ((IGNORED,) if is_less else ())
        self._allowed = frozenset().union(*(self.trees.branch(self.trees.resolve(each)) for each in self._chosen))

    @property
    def path(self) -> str | None:
        """The node whose children are shown, as a path; None = the axis itself."""
        return None if self.parent is None else self.trees.path(self.parent.id)

    def fold(self, counts: Mapping[int, Sequence[float]], key_of: Callable[[int], Key | None] | None = None) -> Any:  # noqa: ANN401 - by key
        """Return counts by node as sums by the nodes shown, those of a filter on this axis only."""
        find = key_of or self._key_of
        if not self._chosen:
            return folded(counts, find)
        return folded({node: each for node, each in counts.items() if node in self._allowed}, find)

    def branches(self, levels: int = 1) -> Branches:
        """Return where each node counts below the one shown."""
        return Branches(self.trees, self.axis_id, None if self.parent is None else self.parent.id, levels=levels)

    def places(self, counts: Mapping[int, Sequence[float]], width: int = 1) -> list[Place]:
        """Return the nodes to show, the most first; ``width`` = how many counts each of them has."""
        return ranked(self.trees, self.fold(counts), width=width, most=MOST_SHOWN, only=self._reading.only)

    def case_query(self, node_ids: Sequence[int] | None, **narrow: Any) -> InboxQuery | None:  # noqa: ANN401 - any field of the filter
        """Return the cases of some nodes; None where no query says just these."""
        found = self._nodes(node_ids)
        return None if found is None else self.cases.cases(node_ids=found, **narrow)

    def mention_query(self, node_ids: Sequence[int] | None, **narrow: Any) -> InboxQuery | None:  # noqa: ANN401 - any field of the filter
        """Return the mentions in cases of some nodes; None where no query says just these."""
        found = self._nodes(node_ids)
        return None if found is None else self.mentions.mentions(node_ids=found, **narrow)

    def case_cell(self, place: Place, number: int = 0, **narrow: Any) -> Cell:  # noqa: ANN401 - any field of the filter
        """Return the cell of a plain count of cases."""
        n = int(place.counts[number])
        return Cell(n, self.case_query(place.node_ids, **narrow), n)

    def _nodes(self, node_ids: Sequence[int] | None) -> tuple[int, ...] | None:
        if node_ids is None:
            return None
        mine = meet(self.trees, node_ids, self._chosen) if self._chosen else tuple(node_ids)
        return (*mine, *self._others) if mine else None

    def _is_mine(self, node_id: int) -> bool:
        node = self.trees.nodes.get(node_id)
        return node is not None and node.axis_id == self.axis_id

    def _without_mine(self, drill: Drill) -> Drill:
        return replace(drill, rows=replace(drill.rows, node_ids=self._others))

    def _counts(self, reading: Reading, cases: Drill, mentions: Drill, kind: RowKind) -> tuple[AxisCounts, bool]:
        asked = self.cases if kind is RowKind.CASE else self.mentions
        if asked.is_plain:
            return RolledUpAxes(reading.connection, asked), False
        return AxesFromRows(reading.rows, cases, mentions), True
