"""The rules as one file, and the record of their changes, used through the real pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.services.case_opening import ManualCase
from app.services.first_day import original_setting
from app.services.rule_set import RuleSet, SettingSection
from app.views.settings.changes_page import ChangesPage
from app.views.settings.rule_file_page import RuleFilePage
from app.views.settings.section_frame import SectionFrame
from app.views.support.desk import Desk
from tests.views.inbox.widget_tree import cut, nameless

Settle = Callable[[], None]


@pytest.fixture
def rule_set(services: Services) -> RuleSet:
    sections = [SettingSection("crisis", {"crisis": len}), SettingSection("situations", {"situations": len})]
    return RuleSet(database=services.database, sections=sections)


@pytest.fixture
def file_page(desk: Desk, services: Services, rule_set: RuleSet, qtbot: QtBot) -> RuleFilePage:
    made = RuleFilePage(desk=desk, rule_set=rule_set, replan=services.replanning)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def changes_page(desk: Desk, services: Services, rule_set: RuleSet, qtbot: QtBot) -> ChangesPage:
    made = ChangesPage(desk=desk, rule_set=rule_set, settings_book=services.settings_book)
    qtbot.addWidget(made)
    return made


def _change(desk: Desk, services: Services, **values: object) -> None:
    present = services.settings_book.read("crisis")
    services.settings_book.change(
        desk.actor, "crisis", {**present.value, **values}, expected_version=present.version, section="crisis"
    )


def test_rules_go_out_and_come_in_as_one_file(
    file_page: RuleFilePage, desk: Desk, services: Services, settle: Settle, tmp_path: Path
) -> None:
    page = file_page
    _change(desk, services, levels=[])
    path = tmp_path / "regras.json"
    page.export_to(path)
    settle()
    assert json.loads(path.read_text(encoding="utf-8"))["sections"]["crisis"]["crisis"]["levels"] == []
    _change(desk, services, levels=original_setting("crisis")["levels"])
    page.open_file(path)
    settle()
    assert page.ticked() == ["crisis"]
    assert page.detail.text().startswith("Saem:") or "Saem:" in page.detail.text()
    page.table.selectRow(1)
    page.table.setCurrentIndex(page.model.index(1, 0))
    assert page.detail.text() == "Igual ao que já vale aqui."
    assert nameless(page) == []
    assert cut(page) == []
    page.apply_button.click()
    settle()
    assert services.settings_book.read("crisis").value["levels"] == []
    assert not page.apply_button.isEnabled()
    desk.undo.undo()
    settle()
    assert services.settings_book.read("crisis").value == original_setting("crisis")


def test_an_unticked_section_stays(file_page: RuleFilePage, rule_set: RuleSet, settle: Settle, tmp_path: Path) -> None:
    page = file_page
    data = json.loads(rule_set.export())
    data["sections"]["crisis"]["crisis"]["levels"] = []
    path = tmp_path / "outra.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    page.open_file(path)
    settle()
    page.model.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    assert not page.apply_button.isEnabled()
    page.apply()
    settle()
    assert rule_set.changes() == ()


@pytest.mark.parametrize("content", [b"nada disso", b"\xff\xfe\x00", b'{"format":"balcao.rules","version":9}'])
def test_a_wrong_file_is_explained(file_page: RuleFilePage, settle: Settle, tmp_path: Path, content: bytes) -> None:
    page = file_page
    path = tmp_path / "errado.json"
    path.write_bytes(content)
    page.open_file(path)
    settle()
    assert "Nada foi alterado" in page.message.text()
    page.open_file(tmp_path / "sumiu.json")
    settle()
    assert "sumiu.json" in page.message.text()
    page.export_to(tmp_path / "não há" / "x.json")
    settle()
    assert "não pôde ser gravado" in page.message.text()


def test_the_record_shows_from_and_to_and_puts_back(
    changes_page: ChangesPage, desk: Desk, services: Services, settle: Settle, qtbot: QtBot
) -> None:
    page = changes_page
    page.show()
    settle()
    assert page.empty.isVisible()
    _change(desk, services, version=7)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    settle()
    assert "Matriz de crises" in page.headline.text()
    assert desk.actor.name in page.headline.text()
    shown = [page.leaves.index(0, column).data() for column in range(3)]
    assert shown == ["version", "1", "7"]
    assert nameless(page) == []
    page.back_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    settle()
    assert services.settings_book.read("crisis").value == original_setting("crisis")
    page.section.setCurrentIndex(page.section.findData("situations"))
    settle()
    assert page.model.rowCount() == 0


def test_older_changes_come_by_the_page(
    changes_page: ChangesPage, desk: Desk, services: Services, settle: Settle, qtmodeltester: ModelTester
) -> None:
    for place in range(52):
        _change(desk, services, version=place + 2)
    page = changes_page
    page.show()
    settle()
    assert page.model.rowCount() == 50
    page.more_button.click()
    settle()
    assert page.model.rowCount() == 52
    qtmodeltester.check(page.model, force_py=True)
    assert not page.more_button.isVisible()


def test_a_section_says_who_changed_it_and_goes_back(
    desk: Desk, services: Services, rule_set: RuleSet, qtbot: QtBot, settle: Settle
) -> None:
    frame = SectionFrame(desk=desk, rule_set=rule_set, section="crisis", title="Matriz de crises")
    qtbot.addWidget(frame)
    frame.show()
    settle()
    assert frame.last_text == "Como veio dos documentos"
    _change(desk, services, levels=[])
    qtbot.waitUntil(lambda: desk.actor.name in frame.last_text)
    frame.restore_button.click()
    assert frame.confirm.isVisible()
    frame.confirm._yes.click()
    settle()
    assert services.settings_book.read("crisis").value == original_setting("crisis")


def test_hours_from_a_file_give_open_cases_new_deadlines(
    desk: Desk, services: Services, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page = RuleFilePage(desk=desk, rule_set=services.rule_set, replan=services.replanning)
    qtbot.addWidget(page)
    case = services.cases.open_manual(desk.actor, ManualCase(channel_key="phone", text="Veio errado")).value
    data = json.loads(services.rule_set.export(["targets"]))
    for row in data["sections"]["targets"]:
        row["resolution_minutes"] += 600
    path = tmp_path / "prazos.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    page.open_file(path)
    settle()
    page.apply()
    settle()
    before = case.deadlines.resolution_due_at
    qtbot.waitUntil(lambda: services.cases.detail(case.id, 0).deadlines.resolution_due_at > before, timeout=10_000)
