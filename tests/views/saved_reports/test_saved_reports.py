"""The page of saved reports: what is chosen is shown, commented, edited and written as PDF and workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from python_calamine import load_workbook

from app.models.domain.chart import ChartKey
from app.models.domain.report_plan import Against, PeriodRule, ReportSpec, StandardReport
from app.services.charts.service import ChartService
from app.services.database import Database
from app.services.filter_choices import FilterChoiceService
from app.services.report_book import ReportBook
from app.services.report_maker import ReportMaker
from app.views.saved_reports.page import SavedReportsPage
from app.views.support.desk import Desk
from tests.services.inbox.counter_data import populate


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, screen_database: Database) -> SavedReportsPage:
    populate(screen_database, desk.actor, seed=61, mentions=50, cases=8)
    made = SavedReportsPage(
        desk=desk,
        book=ReportBook(database=screen_database),
        maker=ReportMaker(database=screen_database, charts=ChartService(database=screen_database)),
        choices=FilterChoiceService(database=screen_database),
    )
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitUntil(lambda: made.list.count() == len(StandardReport))
    return made


def test_a_report_goes_to_paper_and_to_a_workbook(
    qtbot: QtBot, page: SavedReportsPage, said: list[str], tmp_path: Path
) -> None:
    page.choose(StandardReport.SERVICE)
    assert page.title.text() == "Folha para o SAC"
    assert page.days.text().startswith("Mês passado: ")
    assert "ao lado de" in page.days.text()
    assert not page.edit.isVisible()
    with qtbot.waitSignal(page.data_wanted) as asked:
        page.data.click()
    assert asked.args[0].since.day == 1
    pdf, book = tmp_path / "sac.pdf", tmp_path / "sac.xlsx"
    with qtbot.waitSignal(page.written, timeout=20_000):
        page.write_pdf(pdf)
    content = pdf.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") + content.count(b"/Type /Page ") >= 3
    with qtbot.waitSignal(page.written, timeout=20_000):
        page.write_workbook(book)
    assert load_workbook(str(book)).sheet_names[:2] == ["Resumo", "1ª resposta"]
    assert said == ["Salvo em sac.pdf", "Salvo em sac.xlsx"]


def test_a_comment_is_kept_by_itself(qtbot: QtBot, page: SavedReportsPage, settle: Callable[[], None]) -> None:
    settle()
    box = page.comments
    QTest.keyClicks(box.text, "Noites calmas")
    box.keep()
    qtbot.waitUntil(lambda: box.state.text() == "Guardado")
    box.section.setCurrentIndex(1)
    assert box.text.toPlainText() == ""
    box.section.setCurrentIndex(0)
    assert box.text.toPlainText() == "Noites calmas"
    page.choose(StandardReport.METRICS)  # of the same days
    qtbot.waitUntil(lambda: box.text.toPlainText() == "Noites calmas")


def test_two_windows_write_the_same_comment(
    page: SavedReportsPage,
    screen_database: Database,
    desk: Desk,
    errors: list[Exception],
    settle: Callable[[], None],
) -> None:
    settle()
    box, book = page.comments, ReportBook(database=screen_database)
    period = box.period
    assert period is not None
    QTest.keyClicks(box.text, "Minhas noites")
    book.comment(desk.actor, "", period, "Noites da Bia", None)
    page.reload()
    settle()
    box.keep()
    settle()
    assert [str(error) for error in errors] == ["report.comment_changed"]
    assert box.text.toPlainText() == "Minhas noites"
    assert box.state.text().endswith("guardou: Noites da Bia")
    box.section.setCurrentIndex(1)
    box.section.setCurrentIndex(0)
    assert box.text.toPlainText() == "Minhas noites"
    box.keep()
    QTest.keyClicks(box.text, " e dias")  # while the first is still being kept
    box.keep()
    settle()
    assert len(errors) == 1
    assert book.comments(desk.actor, period)[""].text == box.text.toPlainText().strip()
    assert "e dias" in box.text.toPlainText()


def test_a_report_of_ones_own(
    qtbot: QtBot, page: SavedReportsPage, screen_database: Database, desk: Desk, settle: Callable[[], None]
) -> None:
    settle()
    page.new.click()
    form = page._dialog
    assert form is not None
    form.submit_button.click()
    assert form.error_of("name") == "Dê um nome ao relatório."
    form.name.setText("Diretoria")
    form.rule.setCurrentIndex(form.rule.findData(PeriodRule.FIXED.value))
    form.days.until.setDate(form.days.since.date().addDays(-1))
    form.submit_button.click()
    assert form.error_of("days")
    form.days.until.setDate(form.days.since.date().addDays(9))
    form.against.setCurrentIndex(form.against.findData(Against.NOTHING.value))
    form.parts.show_parts([ChartKey.HEAT, ChartKey.SUBJECTS])
    QTest.keyClick(form.parts, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert form.parts.parts == (ChartKey.SUBJECTS, ChartKey.HEAT)
    form.submit_button.click()
    qtbot.waitUntil(lambda: page.title.text() == "Diretoria")
    spec = ReportBook(database=screen_database).definitions(desk.actor)[-1].spec
    assert isinstance(spec, ReportSpec)
    assert spec.parts == (ChartKey.SUBJECTS, ChartKey.HEAT)
    assert page.edit.isVisible()
    page.edit.click()
    assert page._dialog is not None
    page._dialog.name.setText("Diretoria, por mês")
    page._dialog.submit_button.click()
    qtbot.waitUntil(lambda: page.title.text() == "Diretoria, por mês")
    page.delete.click()
    qtbot.waitUntil(lambda: page.list.count() == len(StandardReport))
    desk.undo.undo()
    qtbot.waitUntil(lambda: page.list.count() == len(StandardReport) + 1)
