"""Every chart: a click on any cell opens exactly as many mentions or cases as the cell says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.models.domain.chart import ChartKey, Unit
from app.models.domain.headline import FigureKey
from app.models.domain.inbox import InboxFilter
from app.models.domain.people import PROGRAM
from app.models.domain.series import ReportFilter
from app.models.domain.vocabulary import Sentiment
from app.services.charts import ChartService
from app.services.inbox import InboxService
from tests.services.charts.clicks import clicks

PERIOD = ReportFilter(date(2026, 7, 10), date(2026, 9, 21), is_compared=True)
YEAR = ReportFilter(date(2025, 12, 20), date(2026, 11, 21))
# Neither persons nor our own posts stand in the inbox.
_NOT_IN_THE_INBOX = {ChartKey.PERSONS_MONTH, ChartKey.OWN_REACH}
_FIGURES = {
    ChartKey.VOLUME_DAY: (FigureKey.MENTIONS, "total"),
    ChartKey.SERVED_WHOLE: (FigureKey.SERVED, "served"),
    ChartKey.FIRST_RESPONSE: (FigureKey.FIRST_RESPONSE, "median"),
    ChartKey.IN_TIME: (FigureKey.IN_TIME, "first_response_percent"),
    ChartKey.SATISFACTION: (FigureKey.SATISFACTION, "average"),
    ChartKey.CRISIS_LIMITS: (FigureKey.CRISES, "met"),
}


@pytest.mark.parametrize("key", list(ChartKey), ids=str)
def test_every_cell_opens_what_it_counts(key: ChartKey, charts: ChartService, inbox: InboxService) -> None:
    for wanted in (PERIOD, YEAR):
        data = charts.chart(key, wanted, PROGRAM)
        assert data.key is key
        assert not data.is_empty
        assert all(len(track.cells) == len(data.categories) for track in (*data.tracks, *data.before))
        assert clicks(data, inbox) or key in _NOT_IN_THE_INBOX


def test_the_figures_above_say_what_the_charts_say(charts: ChartService, inbox: InboxService) -> None:
    facts = {key: charts.chart(key, PERIOD, PROGRAM).facts for key in _FIGURES}
    for figure in charts.figures(PERIOD, PROGRAM):
        chart, name = next((each, name) for each, (of, name) in _FIGURES.items() if of is figure.key)
        assert figure.value == facts[chart][name]
        assert figure.before == facts[chart][f"before_{name}"]
        assert figure.query is not None
        counted = figure.value if figure.unit is Unit.NUMBER else figure.base
        assert inbox.count(figure.query, PROGRAM, None).n == counted
        assert figure.notes == ()


def test_figures_say_which_filters_they_do_not_follow(charts: ChartService, inbox: InboxService) -> None:
    some = charts.chart(ChartKey.CHANNELS, PERIOD, PROGRAM).categories[0].key
    assert isinstance(some, int)
    wanted = replace(PERIOD, channel_ids=(some,), rows=InboxFilter(sentiments=(Sentiment.NEGATIVE,)))
    told = {figure.key: figure for figure in charts.figures(wanted, PROGRAM)}
    assert told[FigureKey.MENTIONS].notes == ()
    assert told[FigureKey.FIRST_RESPONSE].notes == ("all_channels", "filter_ignored")
    assert told[FigureKey.IN_TIME].notes == ("filter_ignored",)
    for figure in told.values():
        counted = figure.value if figure.unit is Unit.NUMBER else figure.base
        assert figure.query is None or inbox.count(figure.query, PROGRAM, None).n == counted, figure
    assert {key for key, figure in told.items() if figure.query is not None} >= {
        FigureKey.MENTIONS,
        FigureKey.FIRST_RESPONSE,
        FigureKey.IN_TIME,
    }
