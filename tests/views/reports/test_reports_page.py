"""The reports on real roll-ups: sections, filters, figures, drilling, arranging, files, palettes, freshness."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.board_layout import place_of
from app.models.domain.changes import Changes
from app.models.domain.chart import ChartKey, Unit
from app.models.domain.headline import Figure, FigureKey
from app.models.domain.inbox import InboxQuery
from app.models.domain.people import Actor, Role
from app.models.domain.series import ReportFilter
from app.models.domain.vocabulary import Sentiment
from app.views.reports.board_page import BoardPage
from app.views.reports.card_drag import chart_mime
from app.views.reports.page import ReportsPage
from app.views.reports.period_menu import ready_periods, stepped
from app.views.support.charts.headline import headline_of
from app.views.support.desk import Desk
from app.views.support.empty_state import EmptyKind
from app.views.support.report_section import ReportSection
from app.views.support.texts import number_text
from tests.services.inbox.counter_data import populate
from tests.views.inbox.widget_tree import cut, nameless, tree

SNAPSHOTS = Path(__file__).parents[2] / "snapshots"


class OtherSection(QLabel):
    """A page of its own that follows the filter."""

    def __init__(self) -> None:
        super().__init__("Previsão")
        self.shown: list[ReportFilter] = []

    def show_filter(self, wanted: ReportFilter) -> None:
        self.shown.append(wanted)


def made_page(desk: Desk, services: Services, qtbot: QtBot, *sections: ReportSection) -> ReportsPage:
    page = ReportsPage(
        desk=desk,
        charts=services.charts,
        exports=services.exports,
        choices=services.filter_choices,
        layouts=services.board_layouts,
        sections=sections,
    )
    qtbot.addWidget(page)
    page.resize(1250, 900)
    page.show()
    return page


@pytest.fixture
def page(desk: Desk, services: Services, screen_actor: Actor, qtbot: QtBot, settle: Callable[[], None]) -> ReportsPage:
    populate(services.database, screen_actor, seed=11, mentions=300, cases=15)
    page = made_page(desk, services, qtbot)
    settle()
    return page


def board_page(page: ReportsPage) -> BoardPage:
    shown = page.board_page
    assert shown is not None
    return shown


def test_every_section_shows_its_charts_and_they_open_what_they_count(
    page: ReportsPage, services: Services, screen_actor: Actor, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    seen = set()
    for key in page.list.keys:
        page.open_section(key)
        settle()
        board = board_page(page).board
        assert list(board.cards) == [each.chart for each in board.board]
        for card in board.cards.values():
            assert card.data is not None, card.key
            seen.add(card.key)
    assert seen == set(ChartKey)
    page.open_section("hours")
    settle()
    card = board_page(page).board.cards[ChartKey.HEAT]
    place = next(n for n, mark in enumerate(card.chart.marks) if card.data.tracks[mark.track].cells[mark.place].value)
    qtbot.keyClick(card.chart, Qt.Key.Key_Home)
    for _step in range(place):
        qtbot.keyClick(card.chart, Qt.Key.Key_Right)
    mark = card.chart.marks[card.chart.current]
    cell = card.data.tracks[mark.track].cells[mark.place]
    if cell.value:
        with qtbot.waitSignal(page.drill_requested) as drilled:
            qtbot.keyClick(card.chart, Qt.Key.Key_Return)
        query, title = drilled_of(drilled.args)
        assert title.startswith("Dia da semana e hora · ")
        assert services.inbox.count(query, screen_actor, None).n == cell.value


def test_days_channels_and_any_filter(
    page: ReportsPage, services: Services, screen_actor: Actor, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    bar = page.filters.bar
    wanted = bar.current()
    assert (wanted.until - wanted.since).days == 29
    figures = board_page(page).figures
    assert figures.cards[0].accessibleName().startswith("Menções: ")
    with qtbot.waitSignal(page.drill_requested) as drilled:
        qtbot.keyClick(figures.cards[0], Qt.Key.Key_Return)
    query, title = drilled_of(drilled.args)
    assert title == "Menções"
    assert number_text(services.inbox.count(query, screen_actor, None).n) in figures.cards[0].accessibleName()
    bar.compare.toggle.setChecked(True)
    bar.choose_channels([next(iter(bar._names))])
    page.filters.panel.changed.emit(replace(bar.whole, sentiments=(Sentiment.NEGATIVE,)))
    settle()
    wanted = bar.current()
    assert (len(wanted.channel_ids), wanted.rows.sentiments, wanted.is_compared) == (1, (Sentiment.NEGATIVE,), True)
    assert page.filters.chips.texts == ["Negativo"]
    assert figures.cards[2].accessibleName().endswith(", de todos os canais, sem os outros filtros")
    card = next(iter(board_page(page).board.cards.values()))
    assert card.data is not None
    assert "linha a linha" in card.texts.notes
    page.filters.chips._buttons[0].click()
    settle()
    assert bar.current().rows.is_empty
    assert len(bar.current().channel_ids) == 1
    bar.more.setChecked(True)
    assert page.filters.panel.isVisible()
    bar.choose_period(date(2001, 1, 1), date(2001, 1, 31))
    settle()
    shown = board_page(page)
    assert shown.empty.kind is EmptyKind.FILTERED
    shown.empty.requested.emit()
    settle()
    assert bar.current().channel_ids == ()
    assert shown.empty.kind is EmptyKind.EMPTY
    bar.later.click()
    assert bar.current().since == date(2001, 2, 1)


def test_charts_stand_beside_any_other_days(page: ReportsPage, settle: Callable[[], None]) -> None:
    bar, card = page.filters.bar, board_page(page).board.cards[ChartKey.VOLUME_DAY]
    bar.choose_period(date(2026, 11, 1), date(2026, 11, 21))
    assert bar.current().beside is None
    actions = {action.text(): action for action in bar.compare.other.menu().actions()}
    actions["Mesmos dias do ano anterior"].trigger()
    assert bar.compare.is_on
    assert bar.current().compare_with == (date(2025, 11, 1), date(2025, 11, 21))
    bar.choose_period(date(2026, 11, 2), date(2026, 11, 21))
    assert bar.compare.toggle.text() == "comparar: 2–21 nov 2025"
    actions["Outros dias…"].trigger()
    assert bar.compare.days.isVisible()
    bar.compare.days.until.setDate(QDate(2026, 11, 7))
    bar.compare.days.since.setDate(QDate(2026, 11, 3))
    settle()
    assert bar.current().beside == (date(2026, 11, 3), date(2026, 11, 7))
    assert card.data is not None
    assert card.data.before
    assert "before_total" not in card.data.facts  # five days against twenty
    assert card.texts.definition.endswith("2–21 nov 2026, ao lado de 3–7 nov 2026.")
    actions["Período anterior"].trigger()
    assert not bar.compare.days.isVisible()
    assert (bar.current().compare_with, bar.current().beside) == (None, (date(2026, 10, 13), date(2026, 11, 1)))
    bar.compare.toggle.setChecked(False)
    assert bar.current().beside is None


def test_an_arrangement_is_made_by_key_and_by_hand_and_remembered(
    page: ReportsPage, desk: Desk, services: Services, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    board = board_page(page).board
    first = board.board
    actions = {action.text(): action for action in board.cards[first[0].chart].menu.actions()}
    actions["Mover para depois"].trigger()
    actions["Mais largo"].trigger()
    assert (place_of(board.board, first[0].chart), board.board[1].width) == (1, first[0].width + 1)
    actions["Tirar da visão geral"].trigger()
    page.tools.chart_wanted.emit(ChartKey.CLOCK)
    settle()
    assert board.cards[ChartKey.CLOCK].data is not None
    dragged = chart_mime(ChartKey.CLOCK)  # the event does not keep it
    drop = QDropEvent(
        QPointF(board.cards[first[1].chart].geometry().center()),
        Qt.DropAction.MoveAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    board.dropEvent(drop)
    settle()
    assert board.board[0].chart is ChartKey.CLOCK
    again = made_page(desk, services, qtbot)
    settle()
    assert board_page(again).board.board == board.board
    again.tools.first_board_wanted.emit()
    settle()
    assert board_page(again).board.board == first


def test_files_hold_what_is_shown(
    page: ReportsPage, said: list[str], errors: list[Exception], settle: Callable[[], None], tmp_path: Path
) -> None:
    page.open_section("sentiment")
    settle()
    shown = board_page(page)
    card = shown.board.cards[ChartKey.SENTIMENT_SHARE]
    for form in ("png", "svg", "csv", "xlsx"):
        shown.write(card, form, tmp_path / f"sentimento.{form}")
        settle()
        assert (tmp_path / f"sentimento.{form}").stat().st_size > 100
    assert said == [f"Salvo em sentimento.{form}" for form in ("png", "svg", "csv", "xlsx")]
    lines = (tmp_path / "sentimento.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Sentimento;Menções"
    assert card.data is not None
    assert sum(int(line.split(";")[1]) for line in lines[1:]) == card.data.facts["total"]
    shown.write(card, "png", tmp_path / "nowhere" / "a.png")
    settle()
    assert [str(getattr(error, "code", "")) for error in errors] == ["export.unwritable"]
    page.tools.tables.setChecked(True)
    assert card.table.isVisible()
    page.open_section("public")
    settle()
    assert board_page(page).board.cards[ChartKey.PERSONAS].table_action.isChecked()
    page.tools.tables.setChecked(False)
    page.open_section("sentiment")
    assert card.chart.isVisible()


def test_an_attendant_finds_the_own_work_and_no_clutter(
    desk: Desk, services: Services, screen_actor: Actor, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    populate(services.database, screen_actor, seed=11, mentions=60, cases=15)
    own = replace(desk, actor=replace(screen_actor, role=Role.ATTENDANT))
    page = made_page(own, services, qtbot)
    settle()
    shown = board_page(page)
    assert not page.list.isVisible()
    assert not shown.figures.isVisible()
    labels = [each.text() for each in shown.findChildren(QLabel) if each.isVisible()]
    assert "Só o seu trabalho." in labels
    by_person = shown.board.cards[ChartKey.BY_PERSON].data
    assert by_person is not None
    assert {each.key for each in by_person.categories} <= {screen_actor.person_id}
    assert page.tools.sections.isVisible()


def test_pages_of_others_take_their_place(
    desk: Desk, services: Services, screen_actor: Actor, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    populate(services.database, screen_actor, seed=11, mentions=30, cases=3)
    other, alone = OtherSection(), QWidget()
    page = made_page(
        desk,
        services,
        qtbot,
        ReportSection("forecast", "Previsão e equipe", "chart-line", lambda: other),
        ReportSection("swot", "SWOT", "hierarchy", lambda: alone, follows=False),
    )
    settle()
    page.open_section("forecast")
    page.filters.bar.choose_period(date(2026, 10, 1), date(2026, 10, 31))
    assert [each.since.day for each in other.shown][-1] == 1
    assert not page.tools.tables.isVisible()
    page.open_section("swot")
    assert alone.isVisible()
    assert not page.filters.bar.isVisible()


def test_changes_are_shown_at_most_every_few_seconds(
    page: ReportsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads: list[int] = []
    monkeypatch.setattr(page, "reload", lambda: loads.append(1))
    for _ in range(5):
        desk.changes.changed.emit(Changes(origin="x", mention_ids=frozenset({1})))
    assert loads == []
    assert page._again.remainingTime() > 1_000


def test_nothing_yet_offers_the_import(
    desk: Desk, services: Services, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    page = made_page(desk, services, qtbot)
    settle()
    assert board_page(page).empty.kind is EmptyKind.EMPTY
    with qtbot.waitSignal(page.import_requested):
        board_page(page).empty.requested.emit()


def test_palettes_sizes_names_and_snapshot(page: ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    assert nameless(page) == []
    assert tree(page.filters.bar) == (SNAPSHOTS / "reports_filter.txt").read_text(encoding="utf-8").rstrip("\n")
    for choice, scale in (("dark", 200), ("contrast", 80), ("light", 100)):
        desk.theme.apply(choice=choice, scale=scale)  # type: ignore[arg-type]  # the three palettes
        qtbot.waitUntil(lambda: cut(page) == [])

    def is_narrow() -> bool:
        page.resize(700, 800)  # again, until the layouts have taken back the room of the large letters
        return page.tools.sections.isVisible()

    qtbot.waitUntil(is_narrow)


def test_periods_step_by_their_length_and_months_by_months() -> None:
    assert stepped((date(2026, 11, 1), date(2026, 11, 30)), 1) == (date(2026, 12, 1), date(2026, 12, 31))
    assert stepped((date(2026, 3, 1), date(2026, 3, 31)), -1) == (date(2026, 2, 1), date(2026, 2, 28))
    assert stepped((date(2026, 11, 10), date(2026, 11, 16)), -1) == (date(2026, 11, 3), date(2026, 11, 9))
    ready = dict(ready_periods(date(2026, 11, 21)))
    assert ready["Mês passado"] == (date(2026, 10, 1), date(2026, 10, 31))
    assert ready["Ano passado"] == (date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (Figure(FigureKey.MENTIONS, 1100, 1000, Unit.NUMBER), ("1.100", "+10,0 % na comparação", "neutral")),
        (Figure(FigureKey.MENTIONS, 5, 0, Unit.NUMBER), ("5", "sem comparação", "neutral")),
        (
            Figure(FigureKey.MENTIONS, 30, 7, Unit.NUMBER, is_alike=False),
            ("30", "o outro período tem outra duração", "neutral"),
        ),
        (Figure(FigureKey.SERVED, 25, 20, Unit.NUMBER, 100), ("25", "25,0 % do total", "neutral")),
        (Figure(FigureKey.FIRST_RESPONSE, 11, 14, Unit.MINUTES), ("11 min", "−3 min na comparação", "ok")),
        (Figure(FigureKey.IN_TIME, 90.0, 94.0, Unit.PERCENT), ("90 %", "−4,0 p.p. na comparação", "warn")),
        (Figure(FigureKey.IN_TIME, 90.0, 90.0, Unit.PERCENT), ("90 %", "igual na comparação", "neutral")),
        (Figure(FigureKey.SATISFACTION, None, None, Unit.SCORE), ("–", "ainda sem dados", "neutral")),
        (Figure(FigureKey.CRISES, 17, 3, Unit.NUMBER, 18), ("17 de 18", "1 fora do limite", "bad")),
        (Figure(FigureKey.CRISES, 0, None, Unit.NUMBER, 0), ("–", "nenhuma no período", "neutral")),
    ],
)
def test_figures_say_how_they_moved(figure: Figure, told: tuple[str, str, str]) -> None:
    shown = headline_of(figure)
    assert (shown.figure, shown.note, shown.tone) == told


def drilled_of(arguments: list[Any] | None) -> tuple[InboxQuery, str]:
    assert arguments is not None
    query, title = arguments
    assert isinstance(query, InboxQuery)
    return query, str(title)
