"""No data, one mention, one day, gaps, trees turned over, too many subjects, dates reversed: charts stay honest."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

from app.models.domain.chart import ChartKey
from app.models.domain.headline import FigureKey
from app.models.domain.incoming import IncomingMention
from app.models.domain.people import PROGRAM
from app.models.domain.series import ReportFilter
from app.models.domain.words import fold
from app.models.domain.zone_days import day_number
from app.models.schema.classification import Axis, Node
from app.models.schema.rollups import AxisDay
from app.models.schema.settings import BusinessSetting
from app.services.case_reader import TreeShelf
from app.services.charts import ChartService
from app.services.database import Database
from app.services.errors import Invalid
from app.services.inbox import InboxService
from app.services.intake import batch_of
from app.services.intake.wiring import build_intake
from app.services.tree_editing import TreeEditing
from tests.services.charts.clicks import clicks

DAY = date(2026, 11, 20)
ONE_DAY = ReportFilter(DAY, DAY, is_compared=True)
LONG = ReportFilter(date(2024, 9, 10), date(2026, 11, 20))
YEAR = ReportFilter(date(2025, 11, 20), date(2026, 11, 20))


def test_without_data_and_with_one_mention(database: Database) -> None:
    charts, inbox = ChartService(database=database), InboxService(database=database)
    for key in ChartKey:
        assert charts.chart(key, ONE_DAY, PROGRAM).is_empty, key
    assert charts.default_period(PROGRAM).until == date(2026, 11, 21)
    assert all(not figure.value for figure in charts.figures(ONE_DAY, PROGRAM))
    at = datetime(2026, 11, 21, 2, 30, tzinfo=UTC)  # still the 20th in São Paulo
    said = IncomingMention(channel="x", text="Adorei o atendimento", posted_at=at, author_key="ana")
    build_intake(database).receive(batch_of([said]))
    for key in (ChartKey.VOLUME_DAY, ChartKey.HEAT, ChartKey.SENTIMENT_SHARE, ChartKey.CHANNELS):
        assert clicks(charts.chart(key, ONE_DAY, PROGRAM), inbox)
    for key in (ChartKey.VOLUME_MONTH, ChartKey.SENTIMENT_TIME, ChartKey.INDICATORS, ChartKey.RESOLUTION):
        assert len(charts.chart(key, LONG, PROGRAM).categories) == 27
    assert charts.chart(ChartKey.HOURS, ONE_DAY, PROGRAM).facts["peak"] == 23
    figures = {figure.key: figure for figure in charts.figures(ONE_DAY, PROGRAM)}
    assert (figures[FigureKey.MENTIONS].value, figures[FigureKey.MENTIONS].before) == (1, 0)
    assert charts.default_period(PROGRAM).until == DAY


def test_another_zone_cuts_days_elsewhere(database: Database) -> None:
    zone = update(BusinessSetting).where(BusinessSetting.key == "zone").values(value="America/Manaus")
    database.quiet(lambda connection: connection.execute(zone))
    at = datetime(2026, 11, 21, 3, 30, tzinfo=UTC)  # the 21st in São Paulo, still the 20th in Manaus
    said = IncomingMention(channel="x", text="Adorei o atendimento", posted_at=at, author_key="ana")
    build_intake(database).receive(batch_of([said]))
    charts, inbox = ChartService(database=database), InboxService(database=database)
    for key in (ChartKey.VOLUME_DAY, ChartKey.HOURS, ChartKey.WEEKDAYS):
        data = charts.chart(key, ONE_DAY, PROGRAM)
        assert data.facts["total"] == 1
        clicks(data, inbox)


def test_periods_that_cannot_be(database: Database) -> None:
    charts = ChartService(database=database)
    impossible = [ReportFilter(DAY, DAY - timedelta(days=1))]
    impossible += [ReportFilter(date(year, 12, 30), date(year, 12, 31)) for year in (1, 9999)]
    for wanted in (*impossible, replace(ONE_DAY, compare_with=(DAY, DAY - timedelta(days=1)))):
        with pytest.raises(Invalid, match=r"report\.period"):
            charts.chart(ChartKey.VOLUME_DAY, wanted, PROGRAM)
        with pytest.raises(Invalid, match=r"report\.period"):
            charts.figures(wanted, PROGRAM)


def test_a_tree_turned_over_in_the_middle(year: Database, inbox: InboxService) -> None:
    trees = TreeEditing(database=year, shelf=TreeShelf())
    before = ChartService(database=year).chart(ChartKey.SUBJECTS, YEAR, PROGRAM)
    first, second = (category.key for category in before.categories[:2])
    assert isinstance(first, int)
    assert isinstance(second, int)
    nodes = trees.picture().trees.nodes
    acts = [
        trees.change_node(PROGRAM, first, expected_version=nodes[first].version, name="Outro nome"),
        trees.merge_node(PROGRAM, second, first, expected_version=nodes[second].version),
    ]
    charts = ChartService(database=year)
    after = charts.chart(ChartKey.SUBJECTS, YEAR, PROGRAM)
    assert after.categories[0].name == "Outro nome"
    assert after.tracks[0].cells[0].value == sum(cell.value or 0 for cell in before.tracks[0].cells[:2])
    assert after.facts["total"] == before.facts["total"]
    for key in (ChartKey.SUBJECTS, ChartKey.SENTIMENT_SUBJECT, ChartKey.LEVELS_SUBJECT, ChartKey.INDICATORS):
        clicks(charts.chart(key, replace(YEAR, is_compared=True), PROGRAM), inbox)
    clicks(charts.chart(ChartKey.SUBJECTS, replace(YEAR, node_id=second), PROGRAM), inbox)
    for done in reversed(acts):
        assert done.undo is not None
        done.undo.revert()
    assert ChartService(database=year).chart(ChartKey.SUBJECTS, YEAR, PROGRAM) == before


def test_ten_thousand_subjects(database: Database) -> None:
    with database.read() as connection:
        axis_id = connection.execute(select(Axis.id).where(Axis.key == "subject")).scalar_one()
    names = [f"Assunto {number}" for number in range(10_000)]
    rows = [{"axis_id": axis_id, "key": fold(name), "name": name, "folded_name": fold(name)} for name in names]
    database.quiet(lambda connection: connection.execute(insert(Node), rows))
    with database.read() as connection:
        ids = list(connection.execute(select(Node.id).where(Node.name.like("Assunto %")).order_by(Node.id)).scalars())
    counts = [
        {"axis_id": axis_id, "day": day_number(DAY), "node_id": each, "channel_id": 1, "n": 1 + number % 7}
        for number, each in enumerate(ids)
    ]
    database.quiet(lambda connection: connection.execute(insert(AxisDay), counts))
    data = ChartService(database=database).chart(ChartKey.SUBJECTS, ONE_DAY, PROGRAM)
    assert len(data.categories) == 31
    assert data.categories[-1].key == "others"
    assert data.tracks[0].cells[-1].query is None
    assert sum(cell.value or 0 for cell in data.tracks[0].cells) == sum(row["n"] for row in counts)
