"""The supervisor sees what suggestions are worth in plain words, switches them, and learns anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.people import PROGRAM, Actor, Role
from app.models.domain.suggestion import AxisLearning, AxisQuality, Verdict
from app.services.suggestions.store import store
from app.views.suggestions.page import SuggestionsPage
from app.views.suggestions.suggestion_texts import detail_lines, state_text, verdict_text
from app.views.support.desk import Desk
from app.views.support.jobs import Jobs
from tests.fakes import DEFAULT_NOW, FakeClock

GOOD = AxisQuality(
    Verdict.TRUSTED,
    examples=900,
    classes=12,
    tested=180,
    accuracy=0.78,
    f1=0.61,
    baseline_accuracy=0.41,
    baseline_f1=0.1,
    floor=0.55,
    covered=0.63,
    right_above_floor=0.9,
    contradictory=0.25,
    is_time_split=True,
)


@pytest.fixture
def page(desk: Desk, services: Services, qtbot: QtBot) -> SuggestionsPage:
    trees = services.classification.trees()
    axis = trees.axis_by_key("nature")
    assert axis is not None
    nodes = [node.id for node in trees.tree(axis.id)]
    confusion = tuple((real, said, 3) for real in nodes for said in nodes[:2])
    quality = replace(GOOD, confusion=confusion).to_mapping()
    services.database.act(lambda act: store(act, "nature", b"", quality, 7), actor=PROGRAM)
    made = SuggestionsPage(desk=desk, suggestions=services.suggestions)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def test_plain_words_and_the_confusion_table(page: SuggestionsPage, settle: Callable[[], None]) -> None:
    settle()
    assert page.model.rowCount() == 7
    row = page.chosen()
    assert row is not None
    assert row.axis_key == "nature"
    shown = [page.model.index(0, at).data() for at in range(page.model.columnCount())]
    assert shown == ["Natureza", "Sugere", "78", "41", "0,61", "900", "–"]
    assert page.panel.verdict.text() == "Acerta 78 de 100; dizer sempre o mais comum acertaria 41."
    words = page.panel.details.text()
    for said in ("180 atendimentos mais novos", "55 % de confiança: em 63 de 100", "25 % dos exemplos", "900 exemplos"):
        assert said in words
    matrix = page.panel.matrix.model()
    assert matrix is not None
    assert matrix.rowCount() == 8
    assert matrix.index(0, 1).data() == "3"
    page.table.selectRow(1)
    assert "Ainda não houve treino" in page.panel.verdict.text()
    assert not page.panel.matrix.isVisible()


def test_switching_off_and_undoing_it(
    page: SuggestionsPage, desk: Desk, services: Services, settle: Callable[[], None], qtbot: QtBot
) -> None:
    settle()
    page.panel.wanted.click()
    qtbot.waitUntil(lambda: page.model.index(0, 1).data() == "Desligado", timeout=5_000)
    desk.undo.undo()
    qtbot.waitUntil(lambda: page.model.index(0, 1).data() == "Sugere", timeout=5_000)
    assert services.suggestions.overview(desk.actor)[0].is_wanted


def test_learning_now_is_a_job_that_can_be_cancelled(
    page: SuggestionsPage, jobs: Jobs, settle: Callable[[], None], qtbot: QtBot, said: list[str]
) -> None:
    settle()
    page.train_button.click()
    page.train()
    assert len(jobs.active) == 1
    assert page.cancel_button.isVisible()
    page.cancel_button.click()
    qtbot.waitUntil(lambda: not jobs.active, timeout=20_000)
    assert page.train_button.isEnabled()
    page.train()
    qtbot.waitUntil(lambda: not jobs.active, timeout=30_000)
    settle()
    assert said == ["Treino concluído: por enquanto nenhum eixo supera o chute"]
    assert page.model.index(0, 1).data() == "Poucos exemplos"


def test_an_analyst_reads_and_changes_nothing(desk: Desk, services: Services, qtbot: QtBot) -> None:
    analyst = replace(desk, actor=Actor(desk.actor.person_id, "Rui Prado", Role.ANALYST))
    page = SuggestionsPage(desk=analyst, suggestions=services.suggestions)
    qtbot.addWidget(page)
    assert not page.train_button.isEnabled()


@pytest.mark.parametrize(
    ("verdict", "state", "sentence"),
    [
        (Verdict.FEW_EXAMPLES, "Poucos exemplos", "pelo menos 30, com 5 de cada tipo"),
        (Verdict.ONE_CLASS, "Um tipo só", "não há o que escolher"),
        (Verdict.NOT_BETTER, "Não sugere: não supera o chute", "não sugere nada"),
    ],
)
def test_why_nothing_is_proposed_is_said(verdict: Verdict, state: str, sentence: str, clock: FakeClock) -> None:
    quality = replace(GOOD, verdict=verdict, is_time_split=False)
    axis = AxisLearning("nature", "Natureza", quality, is_wanted=True, trained_at=DEFAULT_NOW, confirmed=3, suggested=1)
    assert (state_text(axis), sentence in verdict_text(axis)) == (state, True)
    assert "Confirmado por pessoas: 75,0 % (3 de 4 atendimentos com este eixo)." in detail_lines(axis, clock.now())
