"""The editor of targets and legal terms by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.models.domain.legal import read_legal
from app.services.case_clock import CaseClock
from app.services.database import Database
from app.services.replanning import ReplanPreview, ReplanService
from app.services.rule_set import RuleSection, RuleSet, SettingSection
from app.services.settings_book import SettingsBook
from app.services.targets import TargetInfo, TargetService
from app.services.targets_section import TargetsSection
from app.views.settings.targets_page import TargetsPage
from app.views.settings.targets_texts import minutes_text, parse_minutes
from app.views.support.desk import Desk
from app.views.support.theme import Theme
from tests.views.inbox.widget_tree import cut, nameless


class CountingReplan(ReplanService):
    """Says that cases change, as a full database would."""

    count = 0
    seen: tuple[object, ...] = ()

    def preview(self, **edit: object) -> ReplanPreview:
        self.seen = tuple(edit["targets"])  # type: ignore[arg-type]  # the page hands over a sequence
        return ReplanPreview(self.count, 0, self.count, 2 if self.count else 0)


@dataclass
class Stage:
    page: TargetsPage
    service: TargetService
    book: SettingsBook
    replan: CountingReplan
    settle: Callable[[], None]

    def names(self) -> list[str]:
        return [each.form.name for each in self.service.book().targets]

    def named(self, name: str) -> TargetInfo:
        return next(each for each in self.service.book().targets if each.form.name == name)

    def choose(self, name: str) -> None:
        self.page.panel.choose(self.named(name).id)

    def cell(self, name: str, column: int) -> str:
        index = self.page.panel.model.index_of(self.named(name).id)
        return str(index.siblingAtColumn(column).data())


@pytest.fixture
def stage(desk: Desk, screen_database: Database, qtbot: QtBot, settle: Callable[[], None]) -> Stage:
    database = screen_database
    service, book = TargetService(database=database), SettingsBook(database=database)
    replan = CountingReplan(database=database, clock=CaseClock())
    sections: list[RuleSection] = [TargetsSection(), SettingSection("legal", {"legal": read_legal})]
    rules = RuleSet(database=database, sections=sections)
    page = TargetsPage(desk=desk, targets=service, settings_book=book, replan=replan, rule_set=rules)
    qtbot.addWidget(page)
    page.resize(1180, 860)
    page.show()
    settle()

    def wait() -> None:
        QApplication.processEvents()
        settle()
        qtbot.waitUntil(lambda: not desk.jobs.active, timeout=5_000)
        QApplication.processEvents()
        settle()

    return Stage(page, service, book, replan, wait)


def test_a_target_is_edited_in_place_and_taken_back(stage: Stage, desk: Desk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(stage.page.panel.model)
    stage.choose("Cliente VIP")
    editor = stage.page.panel.editor
    assert (editor.first.text(), editor.resolution.text()) == ("1 h", "2 dias úteis")
    editor.first.setText("cedo")
    QTest.keyClick(editor.first, Qt.Key.Key_Return)
    assert "Não entendi “cedo”" in editor.message.text()
    editor.first.setText("30 min")
    QTest.keyClick(editor.first, Qt.Key.Key_Return)
    stage.settle()
    assert stage.named("Cliente VIP").form.first_response_minutes == 30
    assert stage.cell("Cliente VIP", 2) == "30 min"
    desk.undo.undo()
    stage.settle()
    assert stage.cell("Cliente VIP", 2) == "1 h"
    assert editor.first.text() == "1 h"


def test_an_edit_that_moves_deadlines_asks_first(stage: Stage) -> None:
    stage.replan.count = 12
    stage.choose("Padrão")
    stage.page.panel.editor.first.setText("1 dia útil")
    stage.page.panel.editor.save_button.click()
    stage.settle()
    assert stage.page.bar.text.startswith("12 atendimentos abertos terão o prazo refeito")
    assert "Já vencidos com o prazo novo: 2." in stage.page.bar.text
    assert len(stage.replan.seen) == 6
    assert stage.named("Padrão").form.first_response_minutes == 240
    stage.page.bar.save_button.click()
    stage.settle()
    assert stage.named("Padrão").form.first_response_minutes == 480
    assert stage.page.bar.result == "0 prazos refeitos."


def test_targets_are_added_copied_placed_and_taken_out(stage: Stage) -> None:
    panel = stage.page.panel
    panel.add_button.click()
    panel.editor.name.setText("E-mail")
    panel.editor.channel.setCurrentText("E-mail")
    panel.editor.first.setText("1 dia útil")
    panel.editor.save_button.click()
    stage.settle()
    assert stage.cell("E-mail", 1) == "E-mail"
    chosen = panel.chosen()
    assert chosen is not None
    assert chosen.form.name == "E-mail"
    panel.copy_button.click()
    panel.editor.save_button.click()
    stage.settle()
    assert stage.cell("E-mail (cópia)", 6) == "⚠ nunca vale: “E-mail” vale sempre antes"
    assert not panel.down_button.isEnabled()
    panel.up_button.click()
    stage.settle()
    assert stage.cell("E-mail", 6) == "⚠ nunca vale: “E-mail (cópia)” vale sempre antes"
    stage.choose("E-mail")
    panel.remove_button.click()
    stage.settle()
    assert "E-mail" not in stage.names()
    assert stage.cell("E-mail (cópia)", 6) == ""


def test_a_colleagues_edit_is_not_written_over(stage: Stage, desk: Desk) -> None:
    stage.replan.count = 1
    stage.choose("Padrão")
    info = stage.named("Padrão")
    stage.page.panel.editor.first.selectAll()
    QTest.keyClicks(stage.page.panel.editor.first, "3 h")
    stage.page.panel.editor.save_button.click()
    stage.settle()
    form = replace(info.form, name="Geral")
    stage.service.change(desk.actor, info.id, form, expected_version=info.version)
    stage.settle()
    stage.page.bar.save_button.click()
    stage.settle()
    assert "Outra pessoa mudou os prazos" in stage.page.frame.message.text()
    assert stage.named("Geral").form.first_response_minutes == 240
    editor = stage.page.panel.editor
    assert (editor.first.text(), editor.name.text()) == ("3 h", "Padrão")


def test_a_colleague_who_was_faster_is_not_written_over(stage: Stage, desk: Desk) -> None:
    stage.choose("Padrão")
    editor = stage.page.panel.editor
    editor.first.selectAll()
    QTest.keyClicks(editor.first, "3 h")
    info = stage.named("Padrão")
    form = replace(info.form, name="Geral")
    stage.service.change(desk.actor, info.id, form, expected_version=info.version)
    stage.settle()
    assert editor.first.text() == "3 h"
    editor.save_button.click()
    stage.settle()
    assert "Outra pessoa mudou os prazos" in stage.page.frame.message.text()
    assert stage.named("Geral").form.first_response_minutes == 240
    editor.drop_button.click()
    assert editor.name.text() == "Geral"


def test_a_case_is_tried(stage: Stage) -> None:
    trial = stage.page.panel.trial
    assert trial.answer.text() == "Padrão: 1ª resposta em 4 h, solução em 5 dias úteis (tempo útil)"
    trial.nature.setCurrentText("Reclamação")
    assert trial.answer.text().startswith("Reclamação:")
    trial.vip.setChecked(True)
    assert trial.answer.text().startswith("Cliente VIP:")
    assert "Também valeriam, com menos peso: Reclamação, Padrão." in trial.reason.text()
    trial.level.setCurrentText("crise nível 1")
    assert trial.answer.text() == "Crise nível 1: 1ª resposta em 30 min, solução em 1 dia (tempo corrido)"


def test_the_legal_profile_and_a_new_validity(stage: Stage, desk: Desk) -> None:
    page = stage.page
    page.views.choose("law")
    legal = page.legal
    legal.profile.setCurrentIndex(legal.profile.findData("regulated"))
    legal.profile.activated.emit(legal.profile.currentIndex())
    stage.settle()
    assert stage.book.read("legal").value["profile"] == "regulated"
    assert legal.model.index(0, 1).data() == "7 dias corridos"
    assert legal.model.index(1, 4).data() == "encerrada"
    legal.small_agent.click()
    stage.settle()
    terms = [legal.model.index(n, 1).data() for n in range(legal.model.rowCount())]
    assert "30 dias corridos" in terms
    legal.table.selectRow(0)
    legal.validity_button.click()
    legal.form.start.setDate(QDate(2020, 1, 1))
    legal.form.save_button.click()
    stage.settle()
    assert "precisa começar depois" in page.legal_frame.message.text()
    legal.form.start.setDate(QDate(2027, 3, 1))
    legal.form.norm.setText("Decreto novo")
    legal.form.days.setValue(4)
    QTest.keyClick(legal.form.norm, Qt.Key.Key_Return)
    stage.settle()
    assert not legal.form.isVisible()
    assert [legal.model.index(0, n).data() for n in (1, 2, 4, 5)] == [
        "4 dias corridos",
        "1 mar 2027",
        "ainda não",
        "Decreto novo",
    ]
    assert legal.model.index(1, 3).data() == "28 fev 2027"
    desk.undo.undo()
    stage.settle()
    assert legal.model.index(0, 1).data() == "7 dias corridos"


@pytest.mark.parametrize(
    ("text", "is_clock", "minutes"),
    [
        ("30 min", False, 30),
        ("45min", True, 45),
        ("2 h", False, 120),
        ("1h30", False, 90),
        ("1 h 30 min", False, 90),
        ("1,5 h", False, 90),
        ("1 dia útil", False, 480),
        ("2 dias úteis", False, 960),
        ("2 dias uteis e 2 horas", False, 1080),
        ("3 dias", True, 4320),
        ("1 dia e 12 horas", True, 2160),
        ("", False, None),
        ("30", False, None),
        ("cedo", False, None),
        ("2 semanas", False, None),
        ("2 h cedo", False, None),
    ],
)
def test_durations_that_people_type(text: str, *, is_clock: bool, minutes: int | None) -> None:
    assert parse_minutes(text, is_clock_time=is_clock, day_minutes=480) == minutes


@pytest.mark.parametrize("is_clock", [False, True])
def test_durations_are_read_as_they_are_shown(*, is_clock: bool) -> None:
    for minutes in (1, 30, 59, 60, 90, 480, 500, 960, 1440, 2400, 4320, 10_000):
        text = minutes_text(minutes, is_clock_time=is_clock, day_minutes=480)
        assert parse_minutes(text, is_clock_time=is_clock, day_minutes=480) == minutes, text


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_names_and_sizes(stage: Stage, theme: Theme, qtbot: QtBot, scale: int) -> None:
    page = stage.page
    theme.apply(scale=scale)
    for view in ("team", "law"):
        page.views.choose(view)
        assert nameless(page) == []
        qtbot.waitUntil(lambda: cut(page) == [])
