"""The editor of the crisis matrix by mouse and keys: words, levels, a text tried, the preview, saving, bursts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.models.domain.crisis import Group
from app.models.domain.crisis_check import Problem, ProblemKind
from app.models.domain.crisis_findings import Explained, Outcome
from app.models.domain.incoming import IncomingMention
from app.models.domain.people import Role
from app.models.domain.vocabulary import Sentiment
from app.models.schema.mentions import Mention
from app.services.case_book import CaseBook
from app.services.case_clock import CaseClock
from app.services.case_desk import CaseDesk
from app.services.case_reader import CaseReader, TreeShelf
from app.services.crisis_matrix import CrisisMatrixService, crisis_section
from app.services.crisis_review import CrisisReview
from app.services.database import Database
from app.services.intake import batch_of
from app.services.intake.wiring import build_intake
from app.services.mention_book import MentionBook
from app.services.rule_set import RuleSet
from app.services.settings_book import SettingsBook
from app.views.settings.crisis_page import CrisisMatrixPage
from app.views.settings.crisis_texts import problem_text, sentiment_name, verdict
from app.views.support.desk import Desk
from tests.views.inbox.widget_tree import nameless


@dataclass
class Stage:
    page: CrisisMatrixPage
    service: CrisisMatrixService
    database: Database
    settle: Callable[[], None]

    def wait(self, qtbot: QtBot, until: Callable[[], bool]) -> None:
        qtbot.waitUntil(until, timeout=10_000)
        self.settle()


def build(desk: Desk, database: Database) -> tuple[CrisisMatrixPage, CrisisMatrixService]:
    service = CrisisMatrixService(database=database, settings=SettingsBook(database=database))
    mentions, clock = MentionBook(), CaseClock()
    book = CaseBook(mentions=mentions)
    reader = CaseReader(database=database, shelf=TreeShelf(), clock=clock)
    case_desk = CaseDesk(database=database, book=book, clock=clock, reader=reader)
    review = CrisisReview(database=database, mentions=mentions, cases=book, desk=case_desk)
    rule_set = RuleSet(database=database, sections=[crisis_section()])
    return CrisisMatrixPage(desk=desk, matrix=service, review=review, rule_set=rule_set), service


@pytest.fixture
def stage(desk: Desk, screen_database: Database, qtbot: QtBot, settle: Callable[[], None]) -> Stage:
    page, service = build(desk, screen_database)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    qtbot.waitExposed(page)
    made = Stage(page, service, screen_database, settle)
    made.wait(qtbot, lambda: len(page.levels) == 3)
    return made


def receive(stage: Stage, *texts: str) -> None:
    at = stage.database.clock.now() - timedelta(minutes=5)
    build_intake(stage.database).receive(
        batch_of(IncomingMention(channel="x", text=text, posted_at=at, author_key=text) for text in texts)
    )


def test_words_are_typed_pasted_and_taken_away(stage: Stage) -> None:
    box = stage.page.levels[0].groups[0]
    QTest.mouseClick(box.open_button, Qt.MouseButton.LeftButton)
    chips = box.words
    assert chips is not None
    before = chips.words()
    chips.field.setFocus()
    QTest.keyClicks(chips.field, "chumbinho")
    QTest.keyClick(chips.field, Qt.Key.Key_Return)
    QTest.keyClicks(chips.field, "formicida,")
    assert chips.words() == (*before, "chumbinho", "formicida")
    QTest.keyClick(chips.field, Qt.Key.Key_Backspace)
    assert chips.words() == (*before, "chumbinho")
    QApplication.clipboard().setText("cianeto\nchumbinho\nformol  puro\n")
    QTest.keyClick(chips.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert chips.words() == (*before, "chumbinho", "cianeto", "formol puro")
    last = chips.findChildren(QToolButton)[-1]
    QTest.keyClick(last, Qt.Key.Key_Delete)
    assert chips.words() == (*before, "chumbinho", "cianeto")
    chips.remove("não está")
    first = chips.findChildren(QToolButton)[0]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert chips.words()[0] == before[1]
    stage.settle()
    assert stage.page.save_button.isEnabled()
    assert nameless(stage.page) == []


def test_an_edit_is_saved_recorded_and_undone(stage: Stage, qtbot: QtBot, desk: Desk, said: list[str]) -> None:
    page = stage.page
    assert not page.save_button.isEnabled()
    block = page.levels[1]
    block.identify.setValue(45)
    block.approval.setChecked(not block.approval.isChecked())
    group = block.add_group()
    QTest.keyClicks(group.name, "Vizinhos")
    assert group.words is not None
    group.words.add(["vizinho"])
    page.levels[0].people.findChildren(type(page.save_button))[0].click()
    page.doubts.lists["negations"].add(["nunquinha"])
    stage.wait(qtbot, page.save_button.isEnabled)
    QTest.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    stage.wait(qtbot, lambda: bool(said) and not page.is_edited())
    stored = stage.service.read()
    level = stored.matrix.levels[1]
    assert level.identify_within == timedelta(minutes=45)
    assert level.groups[-1].name == "Vizinhos"
    assert level.groups[-1].words == ("vizinho",)
    assert "nunquinha" in stored.matrix.words["negations"]
    assert list(stored.people) == [1]
    assert any(box.group().name == "Vizinhos" for box in page.levels[1].groups)
    desk.undo.undo()
    stage.wait(qtbot, lambda: stage.service.read().matrix.levels[1].groups[-1].name != "Vizinhos")


def test_what_cannot_stand_is_said_and_not_saved(stage: Stage, qtbot: QtBot) -> None:
    page = stage.page
    page.levels[0].name.clear()
    QTest.keyClick(page.levels[0].name, Qt.Key.Key_Space)
    stage.wait(qtbot, lambda: bool(page.problems.text()))
    assert "falta um nome" in page.problems.text()
    assert not page.save_button.isEnabled()
    page.save()
    page.drop()
    stage.wait(qtbot, lambda: page.levels[0].name.text() == "Perigo" and not page.problems.text())
    box = page.levels[2].groups[0]
    box.open()
    QTest.mouseClick(box.remove_button, Qt.MouseButton.LeftButton)
    assert box not in page.levels[2].groups
    assert page.is_edited()


def test_many_faults_are_cut(stage: Stage, qtbot: QtBot) -> None:
    box = stage.page.levels[0].groups[0]
    box.open()
    assert box.words is not None
    box.words.add([f"{'!' * n}" for n in range(1, 10)])
    stage.wait(qtbot, lambda: "e mais 3" in stage.page.problems.text())


def test_a_text_is_tried_live_with_its_doubt(stage: Stage, qtbot: QtBot) -> None:
    tried = stage.page.try_box
    tried.field.setPlainText("😀 não vou ao Procon, mas sou jornalista")
    stage.wait(qtbot, lambda: len(tried.findings) == 2)
    assert [each.outcome for each in tried.findings] == [Outcome.NEGATED, Outcome.FIRED]
    assert "em dúvida" in tried.why.text()
    marked = [selection.cursor.selectedText() for selection in tried.field.extraSelections()]
    assert marked == ["Procon", "jornalista"]
    box = stage.page.levels[1].groups[-2]
    box.open()
    assert box.words is not None
    box.words.remove("jornalista")
    stage.wait(qtbot, lambda: len(tried.findings) == 1)
    assert "não toca o alerta" in tried.why.text()
    tried.field.clear()
    stage.wait(qtbot, lambda: not tried.findings)
    assert tried.why.text() == ""


def test_the_preview_warns_and_the_edit_is_applied(stage: Stage, qtbot: QtBot, desk: Desk) -> None:
    page = stage.page
    receive(stage, *(f"bom dia {n}" for n in range(60)))
    box = page.levels[0].groups[0]
    box.open()
    assert box.words is not None
    box.words.add(["dia"])
    QTest.mouseClick(page.preview.preview_button, Qt.MouseButton.LeftButton)
    stage.wait(qtbot, lambda: "60" in page.preview.figures.text())
    assert "sozinha marca 100" in page.preview.warning.text()
    assert "Mais da metade" in page.preview.warning.text()
    box.words.add(["noite"])
    assert "Conte de novo" in page.preview.figures.text()
    QTest.mouseClick(page.preview.apply_button, Qt.MouseButton.LeftButton)
    assert page.frame.confirm.isVisible()
    page.frame.confirm.hide()
    stage.wait(qtbot, page.save_button.isEnabled)
    page.save()
    stage.wait(qtbot, lambda: not page.is_edited())
    QTest.mouseClick(page.preview.apply_button, Qt.MouseButton.LeftButton)
    stage.wait(qtbot, lambda: "60 menções mudaram" in page.preview.figures.text())
    with stage.database.read() as connection:
        assert set(connection.execute(select(Mention.crisis_level)).scalars()) == {1}
    desk.undo.undo()

    def is_back() -> bool:
        with stage.database.read() as connection:
            return set(connection.execute(select(Mention.crisis_level)).scalars()) == {None}

    stage.wait(qtbot, is_back)


def test_a_preview_can_be_stopped(stage: Stage, qtbot: QtBot) -> None:
    receive(stage, "oi")
    page = stage.page
    QTest.mouseClick(page.preview.preview_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.preview.cancel_button, Qt.MouseButton.LeftButton)
    stage.wait(qtbot, page.preview.preview_button.isEnabled)
    assert page.preview.figures.text()


def test_bursts_are_edited(stage: Stage, qtbot: QtBot) -> None:
    form = stage.page.bursts
    assert not form.save_button.isEnabled()
    form.times.setValue(5.0)
    form.is_on.setChecked(False)
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    stage.wait(qtbot, lambda: stage.service.read().bursts.times == 5.0)
    assert not stage.service.read().bursts.is_on


def test_a_colleagues_edit_is_told_and_shown(stage: Stage, qtbot: QtBot, desk: Desk) -> None:
    page, state = stage.page, stage.service.read()
    levels = state.matrix.levels
    other = replace(state.matrix, levels=(replace(levels[0], name="Perigo real"), *levels[1:]))
    version = stage.service.save(desk.actor, other, expected_version=state.version).value.version
    stage.wait(qtbot, lambda: page.levels[0].name.text() == "Perigo real")
    page.levels[0].answer.setValue(77)
    stage.service.save(desk.actor, state.matrix, expected_version=version)
    stage.wait(qtbot, lambda: "Outra pessoa" in page.state_label.text())
    page.save()
    stage.wait(qtbot, page.frame.message.isVisible)
    assert page.levels[0].answer.value() == 77


def test_who_may_not_edit_reads_only(desk: Desk, screen_database: Database, qtbot: QtBot) -> None:
    reader = replace(desk, actor=replace(desk.actor, role=Role.ANALYST))
    page, _service = build(reader, screen_database)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: len(page.levels) == 3, timeout=10_000)
    box = page.levels[0].groups[0]
    box.open()
    assert box.words is not None
    assert not box.words.field.isVisible()
    assert not page.levels[0].identify.isEnabled()
    assert not page.preview.apply_button.isEnabled()
    qtbot.waitUntil(lambda: desk.calls.is_idle, timeout=5_000)


def test_every_sentence_is_there(stage: Stage) -> None:
    for kind in ProblemKind:
        assert problem_text(Problem(kind, 1, "g", "w", "o"))
    assert {sentiment_name(each) for each in (None, *Sentiment)} != {""}
    assert verdict(Explained(None, ()))[1] == "ok"
    tried = stage.service.try_text("não vou ao Procon", stage.service.read().matrix)
    assert verdict(tried.explained)[1] == "warn"
    sure = stage.service.try_text("vou ao Procon", stage.service.read().matrix)
    assert verdict(sure.explained)[1] == "bad"
    assert Group("g", "G", ()).words == ()
