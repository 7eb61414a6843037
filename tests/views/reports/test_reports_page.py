"""The reports screen on real roll-ups: figures, charts by keyboard, drilling, saving, palettes, freshness."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.changes import Changes
from app.models.domain.inbox import InboxQuery
from app.models.domain.people import Actor
from app.models.domain.vocabulary import Sentiment
from app.views.reports.chart_card import cell_text
from app.views.reports.charts.chart import count_ticks
from app.views.reports.charts.heat import HeatChart
from app.views.reports.charts.hours import HoursChart
from app.views.reports.charts.over_time import OverTimeChart
from app.views.reports.page import ReportsPage
from app.views.support.desk import Desk
from app.views.support.empty_state import EmptyKind
from tests.services.inbox.counter_data import populate
from tests.views.inbox.widget_tree import cut, nameless, tree

SNAPSHOTS = Path(__file__).parents[2] / "snapshots"


def made_page(desk: Desk, services: Services, qtbot: QtBot) -> ReportsPage:
    page = ReportsPage(desk=desk, reports=services.reports, exports=services.exports, choices=services.filter_choices)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    return page


@pytest.fixture
def page(desk: Desk, services: Services, screen_actor: Actor, qtbot: QtBot, settle: Callable[[], None]) -> ReportsPage:
    populate(services.database, screen_actor, seed=11, mentions=300, cases=15)
    page = made_page(desk, services, qtbot)
    settle()
    return page


def test_figures_and_charts_show_the_period(
    page: ReportsPage, services: Services, screen_actor: Actor, settle: Callable[[], None]
) -> None:
    wanted = page.filter_bar.current()
    assert (wanted.until - wanted.since).days == 29
    figures = services.reports.figures(wanted, screen_actor)
    assert page.figures.cards[0].accessibleName().startswith(f"Menções: {figures.mentions} ")
    hours = page.board.cards["hours"].chart
    assert isinstance(hours, HoursChart)
    assert len(hours.marks) == 24
    assert "Pico às" in hours.accessibleDescription()
    page.filter_bar.period.choose("7")
    settle()
    shorter = page.filter_bar.current()
    assert (shorter.until - shorter.since).days == 6
    table = page.board.cards["days"].table_data
    assert table is not None
    assert sum(int(str(row[1])) for row in table.rows) == services.reports.figures(shorter, screen_actor).mentions


def test_keys_move_over_marks_and_enter_drills(
    page: ReportsPage, services: Services, screen_actor: Actor, qtbot: QtBot
) -> None:
    heat = page.board.cards["heat"].chart
    assert isinstance(heat, HeatChart)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    heat.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: heat.current == 0)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(heat, key)
    assert heat.marks[heat.current].key == (1, 1)
    with qtbot.waitSignal(page.drill_requested) as drilled:
        qtbot.keyClick(heat, Qt.Key.Key_Return)
    query, title = drilled_of(drilled.args)
    assert (query.filter.weekday, query.filter.hour) == (1, 1)
    assert title.startswith("Dia da semana e hora · terça-feira, 1 h")
    count = services.inbox.count(query, screen_actor, None).n
    assert heat.marks[heat.current].spoken.endswith(f": {count}")


def test_every_chart_drills_to_as_many_mentions_as_it_shows(
    page: ReportsPage, services: Services, screen_actor: Actor, qtbot: QtBot
) -> None:
    for name, card in page.board.cards.items():
        chart = card.chart
        place = len(chart.marks) // 2
        with qtbot.waitSignal(page.drill_requested) as drilled:
            chart.drilled.emit(chart.marks[place].key, chart.marks[place].spoken)
        query, _title = drilled_of(drilled.args)
        count = services.inbox.count(query, screen_actor, None).n
        assert f" {count}" in chart.marks[place].spoken, name


def test_a_click_drills(page: ReportsPage, qtbot: QtBot) -> None:
    chart = page.board.cards["hours"].chart
    box = chart.plot.getPlotItem().getViewBox()
    middle = chart.plot.mapFromScene(box.sceneBoundingRect().center())
    with qtbot.waitSignal(page.drill_requested) as drilled:
        qtbot.mouseClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    query, _title = drilled_of(drilled.args)
    assert query.filter.hour in {11, 12}


def test_tables_pictures_and_files(
    page: ReportsPage, said: list[str], settle: Callable[[], None], tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    card = page.board.cards["share"]
    card.table_action.setChecked(True)
    assert card.table.isVisible()
    assert card.table.model().index(0, 0).data() == "Positivo"
    qtmodeltester.check(card.table.model())
    for form in ("png", "csv", "xlsx"):
        page.write(card, form, tmp_path / f"sentimento.{form}")
        settle()
        assert (tmp_path / f"sentimento.{form}").stat().st_size > 100
    assert said == ["Salvo em sentimento.png", "Salvo em sentimento.csv", "Salvo em sentimento.xlsx"]
    lines = (tmp_path / "sentimento.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Sentimento;Menções;%"
    assert lines[1].startswith("Positivo;")
    card.copy_table()
    assert QGuiApplication.clipboard().text().startswith("Sentimento\tMenções\t%\nPositivo\t")


def test_a_picture_that_cannot_be_written_is_an_error(
    page: ReportsPage, errors: list[Exception], settle: Callable[[], None], tmp_path: Path
) -> None:
    page.write(page.board.cards["share"], "png", tmp_path / "nowhere" / "a.png")
    settle()
    assert [str(getattr(error, "code", "")) for error in errors] == ["export.unwritable"]


def test_channels_and_other_periods(page: ReportsPage, settle: Callable[[], None]) -> None:
    bar = page.filter_bar
    first = next(iter(bar._channels))
    bar.choose_channels([first])
    settle()
    assert bar.current().channel_ids == (first,)
    bar.period.choose("month")
    bar.later.click()
    settle()
    assert bar.current().since.day == 1
    assert page.empty.kind is EmptyKind.FILTERED
    page.empty.requested.emit()
    settle()
    assert bar.current().channel_ids == ()
    bar.period.choose("custom")
    settle()
    bar.since.setDate(bar.until.date().addDays(3))
    assert bar.current().since < bar.current().until


def test_changes_are_shown_at_most_every_few_seconds(
    page: ReportsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads: list[int] = []
    monkeypatch.setattr(page, "reload", lambda: loads.append(1))
    for _ in range(5):
        desk.changes.changed.emit(Changes(origin="x", mention_ids=frozenset({1})))
    assert loads == []
    assert page._again.remainingTime() > 1_000
    monkeypatch.undo()
    page.hide()
    desk.changes.changed.emit(Changes(origin="x", mention_ids=frozenset({2})))
    assert page._stale


def test_nothing_yet_offers_the_import(
    desk: Desk, services: Services, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    page = made_page(desk, services, qtbot)
    settle()
    assert page.empty.kind is EmptyKind.EMPTY
    with qtbot.waitSignal(page.import_requested):
        page.empty.requested.emit()


def test_palettes_sizes_names_and_snapshot(page: ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    assert nameless(page) == []
    assert tree(page.filter_bar) == (SNAPSHOTS / "reports_filter.txt").read_text(encoding="utf-8").rstrip("\n")
    over_time = page.board.cards["over_time"].chart
    assert isinstance(over_time, OverTimeChart)
    for choice, scale in (("dark", 200), ("contrast", 80), ("light", 100)):
        desk.theme.apply(choice=choice, scale=scale)  # type: ignore[arg-type]  # the three palettes
        qtbot.waitUntil(lambda: cut(page) == [])
        assert over_time.plot.backgroundBrush().color() == desk.theme.color("surface")


@pytest.mark.parametrize(("highest", "last"), [(0, 0), (1, 1), (7, 8), (30, 30), (807, 1000), (12_000, 15_000)])
def test_ticks_are_round_and_reach_the_highest(highest: int, last: int) -> None:
    ticks = count_ticks(highest)
    assert ticks[-1][0] == last
    assert len(ticks) <= 7


def test_cells_read_as_people_write() -> None:
    assert cell_text("weekday", 1) == "terça-feira"
    assert cell_text("open", 0) == "não"
    assert cell_text("percent", 12.345) == "12,3"
    assert cell_text("day", date(2026, 11, 21)) == "21/11/2026"
    assert cell_text("sentiment", Sentiment.NEGATIVE.value) == "Negativo"
    assert cell_text("value", None) == "–"


def drilled_of(arguments: list[Any] | None) -> tuple[InboxQuery, str]:
    assert arguments is not None
    query, title = arguments
    assert isinstance(query, InboxQuery)
    return query, str(title)
