"""Deadlines on the case screen: explained, copied, duties settled and added, missed times asked for their reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from app.models.domain.case_detail import CaseDetail
from app.models.domain.crisis_clock import CrisisLimit, RunningClock
from app.models.domain.vocabulary import Visibility
from app.services.follow_up import NewPromise
from app.views.case.act_panels import ReasonPanel
from app.views.case.deadline_texts import clock_of_next_step, clocks_of, pause_text, reason_text
from app.views.case.duty_panel import DutyPanel
from app.views.case.explain import ExplainPanel
from app.views.case.side_deadlines import DeadlinesSection
from tests.views.case.conftest import Stage

CONTROL = Qt.KeyboardModifier.ControlModifier
H = timedelta(hours=1)


@pytest.fixture
def section(stage: Stage) -> DeadlinesSection:
    return stage.pane.side.deadlines


def panel_of(stage: Stage, kind: type) -> object:
    panel = stage.pane.host.panel
    assert isinstance(panel, kind)
    return panel


def explain(stage: Stage, clock: str) -> ExplainPanel:
    stage.pane.side.deadlines.explain_requested.emit(clock)
    stage.settle()
    panel = panel_of(stage, ExplainPanel)
    assert isinstance(panel, ExplainPanel)
    return panel


def words(panel: ExplainPanel) -> list[tuple[str, str]]:
    model = panel.model
    return [(str(model.index(row, 1).data()), str(model.index(row, 2).data())) for row in range(model.rowCount())]


def button(section: DeadlinesSection, text: str) -> QPushButton:
    return next(each for each in section.findChildren(QPushButton) if each.text() == text and not each.isHidden())


def test_the_next_steps_date_is_explained_as_a_table_and_copied(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.pane.header.explain_requested.emit()
    stage.settle()
    panel = panel_of(stage, ExplainPanel)
    assert isinstance(panel, ExplainPanel)
    assert panel.clocks.currentData() == "first_response"
    assert "Crise nível 1" in panel.why.text()
    assert "crise nível 1" in panel.why.text()
    assert words(panel)[0][0].startswith("começa a contar às 11:00")
    assert words(panel)[1] == ("11:00–11:30", "30 min")
    panel.table.setFocus()
    stage.press(Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().text()
    assert "11:00–11:30" in copied
    assert "Prazo:" in copied
    stage.press(Qt.Key.Key_Return)
    assert stage.pane.host.panel is None


def test_another_clock_is_chosen_by_keyboard(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    panel = explain(stage, "first_response")
    panel.clocks.setFocus()
    stage.press(Qt.Key.Key_Down)
    assert panel.clocks.currentData() == "resolution"
    assert "24 h" in panel.why.text()


def test_pauses_are_in_the_table(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_W)
    panel = explain(stage, "resolution")
    assert any("aguardando o cliente" in what for what, _counted in words(panel))
    assert "parado" in panel.due.text()


def test_promise_area_and_duty_are_explained(stage: Stage, case: CaseDetail) -> None:
    actor, services = stage.desk.actor, stage.services
    services.follow_up.make_promise(
        actor, case.id, NewPromise("técnico em 3 horas", stage.clock.now() + 3 * H), expected_version=case.version
    )
    area = services.forwarding.areas()[0]
    services.forwarding.forward_to_area(actor, case.id, area.id, "ver", expected_version=case.version + 1)
    services.deadlines.duties.add(actor, case.id, "procon", expected_version=case.version + 2)
    stage.open(case)
    assert [key for key, _name in clocks_of(stage.detail)] == [
        "first_response",
        "resolution",
        "area",
        "promise",
        "procon",
    ]
    assert "técnico em 3 horas" in explain(stage, "promise").why.text()
    assert area.name in explain(stage, "area").why.text()
    assert "2.181" in explain(stage, "procon").why.text()
    assert clock_of_next_step(stage.detail) == "promise"


def test_a_duty_is_added_and_settled_with_a_note(stage: Stage, case: CaseDetail, section: DeadlinesSection) -> None:
    stage.open(case)
    section.add_duty.click()
    stage.settle()
    panel = panel_of(stage, DutyPanel)
    assert isinstance(panel, DutyPanel)
    panel.choice.setCurrentIndex(panel.choice.findData("lgpd_access"))
    assert panel.words.isHidden()
    panel.submitted.emit()
    stage.settle()
    assert [duty.kind for duty in stage.detail.duties] == ["lgpd_access"]
    button(section, "Cumprida").click()
    stage.settle()
    reason = panel_of(stage, ReasonPanel)
    assert isinstance(reason, ReasonPanel)
    reason.edit.setPlainText("enviado por e-mail")
    reason.submitted.emit()
    stage.settle()
    assert stage.detail.duties[0].note == "enviado por e-mail"
    assert stage.stored().duties[0].done_at == stage.clock.now()


def test_a_notice_of_an_earlier_day_counts_from_that_day(stage: Stage, case: CaseDetail) -> None:
    kinds = stage.services.deadlines.duties.kinds()
    panel = DutyPanel(theme=stage.desk.theme, kinds=kinds, now=stage.clock.now())
    stage.qtbot.addWidget(panel)
    seen = [panel.began_at]
    panel.day.setDate(panel.day.date().addDays(-3))
    began = panel.began_at
    assert seen == [None]
    assert began is not None
    assert stage.clock.now() - began > timedelta(days=2)
    empty = DutyPanel(theme=stage.desk.theme, kinds=(), now=stage.clock.now())
    stage.qtbot.addWidget(empty)
    assert not empty.submit_button.isEnabled()
    assert case.duties == ()


def test_a_request_for_the_history_leads_to_its_own_case(
    stage: Stage, case: CaseDetail, section: DeadlinesSection
) -> None:
    opened: list[int] = []
    stage.pane.open_case_requested.connect(opened.append)
    stage.open(case)
    section.duty_requested.emit()
    stage.settle()
    panel = panel_of(stage, DutyPanel)
    assert isinstance(panel, DutyPanel)
    panel.choice.setCurrentIndex(panel.choice.findData("history"))
    assert not panel.words.isHidden()
    panel.words.setPlainText("Quero o histórico do meu atendimento")
    panel.submitted.emit()
    stage.settle()
    assert len(opened) == 1
    new = stage.services.cases.detail(opened[0], 0)
    assert [duty.kind for duty in new.duties] == ["history"]


def test_a_missed_time_asks_for_its_reason(stage: Stage, case: CaseDetail, section: DeadlinesSection) -> None:
    stage.clock.advance(2 * H)
    stage.services.replies.write_reply(
        stage.desk.actor,
        case.id,
        expected_version=case.version,
        text="Já vemos.",
        visibility=Visibility.PRIVATE,
        client_key="k",
    )
    stage.open(case)
    assert "Prazo perdido: 1ª resposta" in section.breach.text
    next(each for each in section.breach.buttons if each.text() == "Outro motivo…").click()
    stage.settle()
    panel = panel_of(stage, ReasonPanel)
    assert isinstance(panel, ReasonPanel)
    panel.left.emit()
    next(each for each in section.breach.buttons if each.text() == "Falha nossa").click()
    stage.settle()
    assert section.breach.isHidden()
    assert stage.stored().breaches[0].reason == "mistake"
    stage.desk.undo.undo()
    stage.settle()
    section.other_reason_requested.emit(stage.detail.breaches[0].id)
    stage.settle()
    again = panel_of(stage, ReasonPanel)
    assert isinstance(again, ReasonPanel)
    again.edit.setPlainText("caiu a rede")
    again.submitted.emit()
    stage.settle()
    assert stage.stored().breaches[0].reason == "caiu a rede"
    assert (reason_text("mistake"), reason_text("caiu a rede")) == ("Falha nossa", "caiu a rede")


def test_silence_is_said_beside_the_clocks(stage: Stage, case: CaseDetail, section: DeadlinesSection) -> None:
    stage.open(case)
    assert section.silence.isHidden()
    stage.clock.advance(timedelta(days=10))
    stage.pane.session.reload()
    stage.settle()
    assert "sem notícias desde" in section.silence.text


def test_who_only_reads_is_asked_nothing(stage: Stage, case: CaseDetail, section: DeadlinesSection) -> None:
    section.set_rights(can_work=False, can_settle=False)
    stage.services.deadlines.duties.add(stage.desk.actor, case.id, "lgpd_access", expected_version=case.version)
    stage.clock.advance(2 * H)
    stage.services.deadline_watch.run_once()
    stage.open(case)
    assert stage.detail.breaches
    assert section.add_duty.isHidden()
    assert section.breach.isHidden()
    assert [each.text() for each in section.duties.findChildren(QPushButton)] == []
    assert pause_text("unheard_of") == "relógio parado"


def test_the_clock_of_a_crisis_stands_where_the_case_is_worked_on(
    stage: Stage, case: CaseDetail, section: DeadlinesSection
) -> None:
    stage.open(case)
    now = case.opened_at
    running = RunningClock(CrisisLimit.ANSWER, now, now + timedelta(minutes=12))
    section.show_case(replace(case, crisis_clock=running), now)
    assert (section.crisis.isHidden(), section.crisis.text) == (False, "responder em 12 min")
    section.show_case(replace(case, crisis_clock=None), now)
    assert section.crisis.isHidden()
