"""The plan on the screen: a step's question, its charts, what is decided, and the whole on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.domain.chart import ChartKey
from app.models.domain.plan import Field
from app.services.charts import ChartService
from app.services.database import Database
from app.services.people import PeopleService
from app.services.plan_facts import PlanFactsService
from app.services.planning import PlanningService
from app.views.planning.page import PlanningPage
from app.views.support.desk import Desk
from tests.services.inbox.counter_data import populate


class Company:
    """Says its name, and how often it was asked for."""

    asked = 0

    def __call__(self) -> str:
        self.asked += 1
        return "Café Aurora"


@pytest.fixture
def company() -> Company:
    return Company()


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, company: Company, screen_database: Database, settle: Callable[[], None]
) -> PlanningPage:
    populate(screen_database, desk.actor, seed=81, mentions=60, cases=10)
    made = PlanningPage(
        desk=desk,
        planning=PlanningService(database=screen_database),
        facts=PlanFactsService(database=screen_database),
        charts=ChartService(database=screen_database),
        people=PeopleService(database=screen_database),
        company=company,
    )
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    settle()
    return made


def test_a_step_is_decided_and_settled(
    page: PlanningPage, screen_database: Database, desk: Desk, settle: Callable[[], None]
) -> None:
    service = PlanningService(database=screen_database)
    assert page.panel.title.text() == "Objetivo do trabalho"
    QTest.keyClicks(page.panel.decision, "Os dois")
    page.panel.goals.setPlainText("Menos queixas\nMais conversa")
    page.panel._buttons[Field.OBJECTIVE]["both"].click()
    settle()
    page.panel.done.click()
    settle()
    step = service.steps(desk.actor)[0]
    assert (step.decision, step.is_done) == ("Os dois", True)
    assert step.content == {Field.OBJECTIVE: "both", Field.GOALS: "Menos queixas\nMais conversa"}
    assert page.told.text() == "1 de 13 passos resolvidos"
    desk.undo.undo()
    settle()
    assert not service.steps(desk.actor)[0].is_done


def test_what_a_colleague_stored_meanwhile_is_told_and_not_written_over_unseen(
    page: PlanningPage, screen_database: Database, desk: Desk, settle: Callable[[], None], errors: list[Exception]
) -> None:
    service = PlanningService(database=screen_database)

    def decision() -> str:
        return service.steps(desk.actor)[0].decision

    QTest.keyClicks(page.panel.decision, "Meu texto")
    service.write(
        desk.actor, service.steps(desk.actor)[0], decision="Dela", responsible_id=None, due_on=None, content={}
    )
    page.reload()
    settle()
    page.panel.flush()
    settle()
    assert [str(error) for error in errors] == ["plan.changed"]
    assert (decision(), page.panel.decision.toPlainText()) == ("Dela", "Meu texto")
    assert page.panel.state.text() == "Enquanto você escrevia, ficou gravado: Dela"
    page.panel.flush()
    QTest.keyClicks(page.panel.decision, " e o nosso")  # typed while the first is still being stored
    page.panel.flush()
    settle()
    assert decision() == "Meu texto e o nosso"
    assert len(errors) == 1


def test_each_step_shows_what_feeds_it_and_leads_to_its_page(page: PlanningPage, settle: Callable[[], None]) -> None:
    wanted: list[str] = []
    page.page_requested.connect(wanted.append)
    for number in range(13):
        page.open_step(number)
        settle()
        step = page.step
        assert step is not None
        assert tuple(page.panel.cards) == step.spec.charts
        assert all(card.data is not None for card in page.panel.cards.values())
        assert page.panel.question.text().endswith("?")
        if step.spec.page:
            page.panel.page.click()
    assert wanted[:3] == ["reports:forecast", "hours", "areas"]
    assert ChartKey.HEAT not in page.panel.cards


def test_a_chart_of_a_step_offers_what_works_and_can_be_opened_further(
    page: PlanningPage, settle: Callable[[], None]
) -> None:
    page.open_step(1)
    settle()
    key, card = next(iter(page.panel.cards.items()))
    assert not [each.text() for each in card.menu.actions() if each.text().startswith("Salvar")]
    shown = card.data
    page.panel.node_wanted.emit(key, None)
    settle()
    assert card.data == shown
    assert card.data is not shown


def test_steps_move_within_their_block(page: PlanningPage, settle: Callable[[], None]) -> None:
    page.open_step(2)
    settle()
    page.up.click()
    settle()
    assert page._read is not None
    assert [step.spec.number for step in page._read.steps][:4] == [0, 2, 1, 3]


def test_the_plan_on_paper(qtbot: QtBot, page: PlanningPage, company: Company, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.written, timeout=20_000):
        page.write_pdf(tmp_path / "plano.pdf")
    assert (tmp_path / "plano.pdf").read_bytes().startswith(b"%PDF")
    assert company.asked == 1  # it stands on top of each page
