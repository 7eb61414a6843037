"""Filters outside the roll-ups' keys are counted from the rows, agree with them, and say so; others say they cannot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from app.models.domain.chart import ChartData, ChartKey
from app.models.domain.inbox import InboxFilter
from app.models.domain.people import PROGRAM
from app.models.domain.series import ReportFilter
from app.models.domain.vocabulary import CaseState, Sentiment
from app.models.schema.classification import Node
from app.services.cancel import Cancelled, CancelToken
from app.services.charts import ChartService
from app.services.database import Database
from app.services.inbox import InboxService
from tests.services.charts.clicks import clicks

PERIOD = ReportFilter(date(2026, 6, 10), date(2026, 9, 21))
EVERY_SENTIMENT = InboxFilter(sentiments=tuple(Sentiment), no_sentiment=True)
# One for each way of counting; the charts beside them ask the same statements.
FROM_ROWS = (
    ChartKey.SERVED_WHOLE,
    ChartKey.HEAT,
    ChartKey.CHANNELS,
    ChartKey.SENTIMENT_SHARE,
    ChartKey.SUBJECTS,
    ChartKey.LEVELS_SUBJECT,
    ChartKey.ENGAGEMENT_MATRIX,
    ChartKey.INDICATORS,
)
CLICKED = (ChartKey.WEEKDAYS, ChartKey.HEAT, ChartKey.CHANNELS, ChartKey.SUBJECTS, ChartKey.SENSITIVITY)
NOT_FILTERED = (ChartKey.IN_TIME, ChartKey.BY_AREA, ChartKey.CRISIS_LIMITS, ChartKey.SILENCE)


def figures_of(data: ChartData) -> list[object]:
    """Everything a chart tells, without how it was found."""
    tracks = [
        (track.key, [(cell.value, cell.count, cell.x, cell.size) for cell in track.cells]) for track in data.tracks
    ]
    known = {name: fact for name, fact in data.facts.items() if not name.startswith("confirmed")}
    return [data.categories, tracks, known, data.marked]


@pytest.mark.parametrize("key", FROM_ROWS, ids=str)
def test_the_rows_say_what_the_roll_ups_say(key: ChartKey, charts: ChartService) -> None:
    counted = charts.chart(key, replace(PERIOD, rows=EVERY_SENTIMENT), PROGRAM)
    assert counted.notes == ("from_rows",)
    assert figures_of(counted) == figures_of(charts.chart(key, PERIOD, PROGRAM))


@pytest.mark.parametrize("key", CLICKED, ids=str)
def test_two_axes_and_a_channel(key: ChartKey, year: Database, charts: ChartService, inbox: InboxService) -> None:
    with year.read() as connection:
        nodes = dict(connection.execute(select(Node.key, Node.id).where(Node.key.in_(["complaint", "service"]))).all())
    wanted = replace(PERIOD, node_ids=tuple(nodes.values()), rows=InboxFilter(channel_ids=(1, 2, 3)), is_compared=True)
    data = charts.chart(key, wanted, PROGRAM)
    assert "from_rows" in data.notes
    clicks(data, inbox)


def test_a_filter_on_the_charts_own_axis_needs_no_rows(charts: ChartService, inbox: InboxService) -> None:
    whole = charts.chart(ChartKey.SUBJECTS, PERIOD, PROGRAM)
    chosen = whole.categories[0]
    assert isinstance(chosen.key, int)
    some = charts.chart(ChartKey.SUBJECTS, replace(PERIOD, node_ids=(chosen.key,)), PROGRAM)
    assert some.notes == ()
    assert [category.key for category in some.categories] == [chosen.key]
    assert some.tracks[0].cells[0].value == whole.tracks[0].cells[0].value
    clicks(some, inbox)


def test_below_one_node(charts: ChartService, inbox: InboxService) -> None:
    whole = charts.chart(ChartKey.SUBJECTS, PERIOD, PROGRAM)
    place = next(number for number, category in enumerate(whole.categories) if category.drill_node)
    below = charts.chart(ChartKey.SUBJECTS, replace(PERIOD, node_id=whole.categories[place].drill_node), PROGRAM)
    assert below.facts["parent"] == whole.categories[place].name
    assert sum(cell.value or 0 for cell in below.tracks[0].cells) == whole.tracks[0].cells[place].value
    assert all(cell.query is not None for cell in below.tracks[0].cells[:-1])
    clicks(below, inbox)


def test_a_filter_that_finds_nothing_or_cannot_be_asked(charts: ChartService) -> None:
    for key in (ChartKey.HEAT, ChartKey.SUBJECTS, ChartKey.SENSITIVITY, *NOT_FILTERED):
        nothing = charts.chart(key, replace(PERIOD, rows=InboxFilter(text="xyzzyx")), PROGRAM)
        is_asked = key not in NOT_FILTERED
        assert nothing.notes == (("from_rows",) if is_asked else ("filter_ignored",))
        assert nothing.is_empty or not is_asked
        other = charts.chart(key, replace(PERIOD, rows=InboxFilter(hour=3, case_states=(CaseState.CLOSED,))), PROGRAM)
        assert "filter_ignored" in other.notes


def test_a_long_count_can_be_stopped(charts: ChartService) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        charts.chart(ChartKey.HEAT, replace(PERIOD, rows=EVERY_SENTIMENT), PROGRAM, token)
