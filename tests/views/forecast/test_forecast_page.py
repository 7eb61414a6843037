"""The page of forecast and team: what it says with and without a history, wishes, rules, tables and files."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.forecast_whatif import Campaign
from app.services.exports import FileKind
from app.services.forecast_charts import HOUR, MONTH
from app.views.case.work_clock import WorkClock
from app.views.forecast.page import ForecastPage
from app.views.support.desk import Desk
from tests.services.forecast.test_forecast_service import fill


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, services: Services) -> ForecastPage:
    made = ForecastPage(desk=desk, forecast=services.forecast, staffing=services.staffing, exports=services.exports)
    qtbot.addWidget(made)
    made.resize(1200, 1600)
    return made


def show(qtbot: QtBot, page: ForecastPage) -> None:
    page.show()
    qtbot.waitUntil(lambda: not page.volume.is_empty and not page.people.is_empty, timeout=15_000)


def wished(page: ForecastPage) -> tuple[Campaign, ...]:
    return page.wishes.wanted.campaigns


def served(page: ForecastPage) -> float | None:
    return page.rules.rules.served_percent


def test_without_a_history_it_says_what_it_needs(qtbot: QtBot, page: ForecastPage, services: Services) -> None:
    page.show()
    qtbot.waitUntil(lambda: "quatro semanas" in page.volume.empty.text, timeout=5_000)
    qtbot.waitUntil(lambda: "ainda não existe" in page.people.empty.text, timeout=5_000)
    assert not page.wishes.isEnabled()
    fill(services.database, 12)
    page.load()
    qtbot.waitUntil(lambda: "precisa de 28 dias de movimento e há 12" in page.volume.empty.text, timeout=5_000)


def test_a_season_is_told_wished_planned_and_taken_away(
    qtbot: QtBot, page: ForecastPage, services: Services, tmp_path: Path
) -> None:
    last = fill(services.database, 98)
    show(qtbot, page)
    assert page.volume.summary.text().startswith("Erro do teste: ")
    assert "ingênuo sazonal: " in page.volume.summary.text()
    assert "digitado (0 de 50 respostas medidas" in page.people.details.text()
    assert "pessoas contratadas" in page.people.summary.text()
    before = page.people.summary.text()

    page.wishes.growth.setValue(60)
    qtbot.waitUntil(lambda: page.people.summary.text() != before, timeout=5_000)
    page.wishes.add_campaign()
    assert [each.since for each in wished(page)] == [last + timedelta(days=1)]
    page.wishes.until.setDate(page.wishes.since.date().addDays(-1))
    page.wishes.add_campaign()
    assert "termina antes de começar" in page.wishes.problem.text()
    assert len(wished(page)) == 1
    page.wishes.since.setDate(page.wishes.since.date().addDays(400))
    page.wishes.until.setDate(page.wishes.since.date())
    page.wishes.add_campaign()
    assert "fora dos dias previstos" in page.volume.details.text()
    page.wishes.reset()
    assert not wished(page)

    page.step.choose(HOUR)
    assert page.day.isVisible()
    assert page.volume.chart.data is not None
    assert len(page.volume.chart.data.categories) == 24
    page.step.choose(MONTH)
    page.volume.as_table.setChecked(True)
    assert page.volume.table.model().rowCount() > 12

    page.weekday.setCurrentIndex(1)
    page.people.write(tmp_path / "equipe.csv", FileKind.CSV)
    qtbot.waitUntil((tmp_path / "equipe.csv").exists, timeout=5_000)
    with (tmp_path / "equipe.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[0][0] == "Dia da semana"
    assert rows[1][0].startswith("segunda")
    assert len(rows) == 337


def test_rules_are_tried_and_kept(qtbot: QtBot, page: ForecastPage, services: Services) -> None:
    fill(services.database, 60)
    show(qtbot, page)
    before = page.people.summary.text()
    page.rules.fields["handling_seconds"].setValue(30)
    qtbot.waitUntil(lambda: page.people.summary.text() != before, timeout=5_000)
    assert page.rules.is_dirty
    page.rules.save.click()
    qtbot.waitUntil(lambda: services.staffing.rules().rules.handling_seconds == 1_800, timeout=5_000)
    qtbot.waitUntil(lambda: not page.rules.is_dirty, timeout=5_000)
    page.rules.fields["served_percent"].setValue(50)
    assert served(page) == 50
    page.rules.revert.click()
    assert served(page) is None
    mail = next(each for each in page.rules.deferred.menu().actions() if each.text() == "E-mail")
    mail.setChecked(False)
    assert "email" not in page.rules.rules.deferred


def test_only_active_work_is_measured(qapp: QApplication) -> None:
    now = [0.0]
    clock = WorkClock(now=lambda: now[0])
    clock.touched()
    clock.start(7)
    now[0] += 20
    window = QWindow()
    clock.watch(window)
    clock.watch(window)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(1, 1),
        QPointF(1, 1),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    qapp.sendEvent(window, move)
    now[0] += 600
    assert clock.spent_on(7).total_seconds() == 80
    qapp.sendEvent(window, QEvent(QEvent.Type.FocusOut))
    now[0] += 30
    qapp.sendEvent(window, QEvent(QEvent.Type.FocusIn))
    now[0] += 5
    clock.start(8)
    now[0] += 5
    assert clock.spent_on(7).total_seconds() == 85
    assert clock.spent_on(8).total_seconds() == 5
    clock.answered(7)
    assert not clock.spent_on(7)
    for case_id in range(100, 160):
        clock.start(case_id)
    assert not clock.spent_on(8)
    clock.watch(None)
