"""Counts cases and their mentions by node as assigned: whole months from the month tables, the edges from the days'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import BigInteger, ColumnElement, Connection, cast, func, literal, select

from app.models.domain.case_counts import CaseMark, CaseMeasure
from app.models.domain.chart_drill import Drill
from app.models.domain.inbox import InboxQuery
from app.models.domain.report_period import MONTH, cut, month_of, spans_of
from app.models.domain.vocabulary import Sentiment
from app.models.domain.zone_days import day_number
from app.models.queries.charts.rows import RowSource
from app.models.schema.base import Code
from app.models.schema.cases import IS_SUGGESTED, CaseAxis
from app.models.schema.mentions import Mention
from app.models.schema.rollups import (
    NO_SENTIMENT,
    AxisDay,
    AxisMarkDay,
    AxisMarkMonth,
    AxisMonth,
    CaseDay,
    VoiceDay,
    VoiceMonth,
)

_SENTIMENT = Code(Sentiment)
SENTIMENT_CODES: dict[Sentiment | None, int] = {
    **{each: _SENTIMENT.code_of(each) for each in Sentiment},
    None: NO_SENTIMENT,
}
MENTIONS, ENGAGEMENT = 0, 1
_REACTIONS = (Mention.likes, Mention.shares, Mention.replies)
Cells = Counter[tuple[Any, ...]]
Columns = Mapping[str, tuple[Any, ...]]


class AxisCounts(Protocol):
    """Counts the cases of a drill, and the mentions in them, by the node they carry on one axis."""

    @property
    def drill(self) -> Drill:
        """What is counted."""

    def cases(self, axis_id: int, *, by_month: bool = False) -> Cells:
        """Return cases opened by ([month,] node)."""

    def marks(self, axis_id: int, marks: Sequence[CaseMark]) -> Cells:
        """Return cases opened by (node, mark)."""

    def voices(self, axis_id: int, measures: Sequence[int], *, by_month: bool = False) -> Cells:
        """Return mentions in cases, and their engagement, by ([month,] node, sentiment code, measure)."""

    def opened(self) -> int:
        """Return all cases opened, with a node on the axis or without."""


@dataclass(frozen=True, slots=True)
class RolledUpAxes:
    """Cases of a period and channels, from the roll-ups."""

    connection: Connection
    drill: Drill

    def cases(self, axis_id: int, *, by_month: bool = False) -> Cells:
        """Return cases opened by ([month,] node)."""
        return self._read((AxisDay, AxisMonth), axis_id, {}, by_month=by_month)

    def marks(self, axis_id: int, marks: Sequence[CaseMark]) -> Cells:
        """Return cases opened by (node, mark)."""
        wanted = {mark.value: mark for mark in marks}
        found = self._read((AxisMarkDay, AxisMarkMonth), axis_id, {"mark": tuple(wanted)})
        return Counter({(node, wanted[mark]): n for (node, mark), n in found.items()})

    def voices(self, axis_id: int, measures: Sequence[int], *, by_month: bool = False) -> Cells:
        """Return mentions in cases, and their engagement, by ([month,] node, sentiment code, measure)."""
        columns = {"sentiment": (), "measure": tuple(measures)}
        return self._read((VoiceDay, VoiceMonth), axis_id, columns, by_month=by_month)

    def opened(self) -> int:
        """Return all cases opened, with a node on the axis or without."""
        low, high = day_number(self.drill.since), day_number(self.drill.until)
        statement = select(func.sum(CaseDay.n)).where(
            CaseDay.day.between(low, high), CaseDay.measure == CaseMeasure.OPENED.value, *self._channels(CaseDay)
        )
        return int(self.connection.execute(statement).scalar() or 0)

    def _read(self, pair: tuple[Any, Any], axis_id: int, columns: Columns, *, by_month: bool = False) -> Cells:
        """Return sums by ([month,] node, *columns); where a column names values, of these alone."""
        day_table, month_table = pair
        found: Cells = Counter()
        parts = cut(self.drill.since, self.drill.until)
        if parts.months is not None:
            keys = ("month", "node_id", *columns) if by_month else ("node_id", *columns)
            of_months = month_table.month.between(*parts.months)
            found.update(self._rows(month_table, keys, [month_table.axis_id == axis_id, of_months], columns))
        for low, high in parts.days:
            for begins, ends in spans_of(low, high, MONTH) if by_month else ((low, high),):
                month = (month_of(begins),) if by_month else ()
                of_days = day_table.day.between(day_number(begins), day_number(ends))
                keys = ("node_id", *columns)
                rows = self._rows(day_table, keys, [day_table.axis_id == axis_id, of_days], columns)
                found.update({(*month, *key): n for key, n in rows.items()})
        return found

    def _rows(
        self,
        table: Any,  # noqa: ANN401 - any roll-up by node
        keys: Sequence[str],
        tests: list[ColumnElement[bool]],
        columns: Columns,
    ) -> dict[tuple[Any, ...], int]:
        tests = [*tests, *self._channels(table)]
        tests += [getattr(table, name).in_(values) for name, values in columns.items() if values]
        key = [getattr(table, name) for name in keys]
        rows = self.connection.execute(select(*key, func.sum(table.n)).where(*tests).group_by(*key)).all()
        return {tuple(row[:-1]): int(row[-1]) for row in rows}

    def _channels(self, table: Any) -> list[ColumnElement[bool]]:  # noqa: ANN401 - any roll-up by channel
        return [table.channel_id.in_(self.drill.channel_ids)] if self.drill.channel_ids else []


@dataclass(frozen=True, slots=True)
class AxesFromRows:
    """Cases that a filter of the inbox leaves, each statement grouped by the database."""

    rows: RowSource
    drill: Drill
    mention_drill: Drill

    def cases(self, axis_id: int, *, by_month: bool = False) -> Cells:
        """Return cases opened by ([month,] node)."""
        found: Cells = Counter()
        for month, drill in self._months(self.drill, by_month=by_month):
            for node, n in self._by_node(axis_id, drill.cases()):
                found[*month, node] += n
        return found

    def marks(self, axis_id: int, marks: Sequence[CaseMark]) -> Cells:
        """Return cases opened by (node, mark)."""
        found: Cells = Counter()
        for mark in marks:
            # Suggested is said of the node itself, all other marks of its case.
            is_of_node = mark is CaseMark.SUGGESTED
            query = self.drill.cases() if is_of_node else self.drill.cases(marks=(mark,))
            for node, n in self._by_node(axis_id, query, *((IS_SUGGESTED,) if is_of_node else ())):
                found[node, mark] += n
        return found

    def voices(self, axis_id: int, measures: Sequence[int], *, by_month: bool = False) -> Cells:
        """Return mentions in cases, and their engagement, by ([month,] node, sentiment code, measure)."""
        found: Cells = Counter()
        reactions = sum((cast(func.coalesce(each, 0), BigInteger) for each in _REACTIONS), start=literal(0))
        sums = {MENTIONS: func.count(), ENGAGEMENT: func.sum(reactions)}
        columns = (CaseAxis.node_id, Mention.sentiment)
        for month, drill in self._months(self.mention_drill, by_month=by_month):
            for ids in self.rows.ids(drill.mentions()):
                statement = (
                    select(*columns, *(sums[measure] for measure in measures))
                    .select_from(ids)
                    .join(Mention, Mention.id == ids.c[0])
                    .join(CaseAxis, CaseAxis.case_id == Mention.case_id)
                    .where(CaseAxis.axis_id == axis_id)
                    .group_by(*columns)
                )
                for node, sentiment, *counts in self.rows.connection.execute(statement).all():
                    for measure, n in zip(measures, counts, strict=True):
                        found[*month, node, SENTIMENT_CODES[sentiment], measure] += int(n)
        return found

    def opened(self) -> int:
        """Return all cases opened, with a node on the axis or without."""
        return self.rows.count(self.drill.cases())

    def _by_node(
        self, axis_id: int, query: InboxQuery | None, *tests: ColumnElement[bool]
    ) -> Iterator[tuple[int, int]]:
        for ids in self.rows.ids(query):
            statement = (
                select(CaseAxis.node_id, func.count())
                .join(ids, ids.c[0] == CaseAxis.case_id)
                .where(CaseAxis.axis_id == axis_id, *tests)
                .group_by(CaseAxis.node_id)
            )
            for node, n in self.rows.connection.execute(statement).all():
                yield node, int(n)

    @staticmethod
    def _months(drill: Drill, *, by_month: bool) -> Iterator[tuple[tuple[int, ...], Drill]]:
        if not by_month:
            yield (), drill
            return
        for begins, ends in spans_of(drill.since, drill.until, MONTH):
            yield (month_of(begins),), drill.between(begins, ends)
