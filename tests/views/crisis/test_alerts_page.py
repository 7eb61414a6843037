"""The alert centre: list, log, taking, seeing, leading, quiet hours; and what alerts of each kind say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.alert import AlertKind, AlertLine, NewAlert
from app.models.domain.crisis_room import EntryKind, RoomEntry
from app.views.crisis.alerts_page import AlertsPage
from app.views.crisis.texts import alert_title, alert_why, entry_head, entry_text, told_text
from app.views.support.desk import Desk

Settle = Callable[[], None]
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
def page(desk: Desk, services: Services, qtbot: QtBot) -> AlertsPage:
    facts = {"words": ["procon", "vidro"], "rule": "Órgãos e justiça"}
    services.alerts.raise_once(NewAlert("crisis:7", AlertKind.CRISIS, 1, 7 << 40, facts=facts))
    services.alerts.raise_once(NewAlert("deadline:1", AlertKind.DEADLINE, case_id=9 << 40))
    made = AlertsPage(desk=desk, alerts=services.alerts)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


@pytest.fixture
def calm(settle: Settle) -> Settle:
    def wait() -> None:
        for _ in range(3):
            settle()
            QApplication.processEvents()

    return wait


def test_it_lists_takes_and_sees(
    page: AlertsPage, calm: Settle, services: Services, desk: Desk, qtmodeltester: ModelTester
) -> None:
    calm()
    qtmodeltester.check(page.list.model)
    assert [line.kind for line in page.list.rows] == [AlertKind.DEADLINE, AlertKind.CRISIS]
    crisis = page.list.rows[1]
    page.show_alert(crisis.id)
    calm()
    assert page.panel.title.text() == "Crise nível 1 · procon, vidro"
    assert page.panel.told.text() == "Comunicação / RP não tem ninguém cadastrado: avise por telefone."
    assert page.panel.viewers.text() == ""
    page.panel.take_button.click()
    calm()
    assert page.panel.taken.text().startswith("Assumido por Marta Sá")
    assert "Marta Sá (Balcão 1): apareceu às" in page.panel.viewers.text()
    assert not page.panel.take_button.isEnabled()
    assert not page.panel.seen_button.isEnabled()
    page.all_button.click()
    calm()
    assert services.alerts.news(desk.actor.person_id).unseen == 0


def test_it_leads_to_what_it_is_about(page: AlertsPage, calm: Settle) -> None:
    calm()
    asked: list[tuple[str, object]] = []
    page.open_mention_requested.connect(lambda each: asked.append(("mention", each)))
    page.open_case_requested.connect(lambda each: asked.append(("case", each)))
    page.new_room_requested.connect(lambda line: asked.append(("room", line.id)))
    deadline, crisis = page.list.rows
    for line in (deadline, crisis):
        page.list.select(line.id)
        page.panel.look_button.click()
    page.open_room()
    assert asked == [("case", 9 << 40), ("mention", 7 << 40), ("room", crisis.id)]


def test_by_keyboard_alone(page: AlertsPage, calm: Settle, desk: Desk, services: Services) -> None:
    calm()
    assert desk.actions.trigger("alert.seen")
    calm()
    assert services.alerts.news(desk.actor.person_id).unseen == 1
    page.list.select(page.list.rows[1].id)
    assert desk.actions.trigger("alert.take")
    calm()
    assert page.list.rows[1].taken_by == "Marta Sá"


def test_quiet_hours_are_kept(page: AlertsPage, desk: Desk) -> None:
    assert not page.quiet_from.isEnabled()
    page.quiet.setChecked(True)
    page.quiet_from.setTime(QTime(21, 30))
    settings = desk.preferences.current
    assert (settings.quiet_from, settings.quiet_to) == ("21:30", "08:00")
    page.quiet.setChecked(False)
    assert desk.preferences.current.quiet_from == ""


@pytest.mark.parametrize(
    ("kind", "facts", "title", "why"),
    [
        (AlertKind.CRISIS, {"count": 1200, "words": ["vidro"]}, "1.200 menções em nível de crise", "Palavras: vidro."),
        (AlertKind.CRISIS, {"count": 1}, "1 menção em nível de crise", ""),
        (AlertKind.BURST, {}, "Volume fora do comum", "Chegam muito mais menções"),
        (
            AlertKind.BURST,
            {"burst": "volume", "came": 80, "usual": 12},
            "Volume",
            "80 menções nesta hora",
        ),
        (AlertKind.BURST, {"burst": "negative", "came": 0.9, "usual": 0.3}, "Volume", "90 % de negativas"),
        (
            AlertKind.SPREAD,
            {"protocol": "202611210000421", "shares": 30, "replies": 2, "others": 1},
            "Situação grave está se espalhando",
            "+30 compartilhamentos, +2 respostas, +1 casos",
        ),
        (
            AlertKind.DEADLINE,
            {"clock": "promise", "protocol": "202611210000421"},
            "Promessa vencendo · atendimento",
            "",
        ),
        (AlertKind.DEADLINE, {}, "Prazo vencendo", ""),
        (AlertKind.HOLIDAY, {"year": 2027}, "Faltam os feriados de 2027", ""),
        (AlertKind.DRILL, {"room": "Simulado", "scenario": "Larva"}, "Sala aberta: Simulado", "Larva"),
        (AlertKind.DRILL, {"room": "Simulado", "area": "Jurídico"}, "Chamando Jurídico: Simulado", ""),
    ],
)
@pytest.mark.usefixtures("theme")
def test_every_kind_says_what_and_why(kind: AlertKind, facts: dict[str, Any], title: str, why: str) -> None:
    line = AlertLine(1, kind, None, NOON, facts)
    assert title in alert_title(line)
    assert why in alert_why(line)


def test_who_was_told_is_said() -> None:
    assert told_text({}) == ""
    assert "Não há área" in told_text({"told_area": None})
    told = told_text({"told_area": "Comunicação / RP", "told": ["Ana", "Bia", "Caio"]})
    assert told == "Comunicação / RP foi avisada: Ana, Bia e Caio."


@pytest.mark.parametrize("kind", EntryKind)
def test_every_line_of_the_record_has_words(kind: EntryKind) -> None:
    entry = RoomEntry(NOON, kind, "Ana", "texto", {"n": 3, "area": "Jurídico", "protocol": "1", "words": ["vidro"]})
    assert entry_head(entry).startswith("Ana · ")
    assert "{" not in entry_head(entry)
    assert entry_text(entry)
