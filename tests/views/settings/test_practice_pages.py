"""Persona, situations, themes, approval and policy, edited in place through the real pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.action import ActionTable, AnswerWhere
from app.models.domain.brand import Brand
from app.services.errors import Invalid
from app.services.first_day import original_setting
from app.views.settings.persona_page import PersonaPage
from app.views.settings.policy_page import PolicyPage
from app.views.settings.situations_page import SituationsPage
from app.views.support.desk import Desk
from tests.views.inbox.widget_tree import cut, nameless

Settle = Callable[[], None]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def persona(desk: Desk, services: Services, qtbot: QtBot, settle: Settle) -> PersonaPage:
    page = PersonaPage(desk=desk, practice=services.practice, rule_set=services.rule_set)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    settle()
    return page


@pytest.fixture
def situations(desk: Desk, services: Services, qtbot: QtBot, settle: Settle) -> SituationsPage:
    page = SituationsPage(desk=desk, practice=services.practice, rule_set=services.rule_set)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    settle()
    return page


def _brand(services: Services) -> Brand:
    return services.practice.read().persona


def test_boxes_are_ticked_with_the_space_bar_and_taken_back(
    persona: PersonaPage, services: Services, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    table = persona.matrix
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    before = _brand(services)
    assert persona.matrix.matrix.data(table.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == (
        "Dúvida, Acolhedor, não"
    )
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    settle()
    assert set(_brand(services).matrix["question"]) == {"didactic", "learned", "welcoming", "paternal"}
    desk.undo.undo()
    settle()
    desk.undo.undo()
    settle()
    assert _brand(services) == before
    assert nameless(persona) == []
    assert cut(persona) == []


def test_the_sheet_and_its_picture(persona: PersonaPage, services: Services, settle: Settle, tmp_path: Path) -> None:
    persona.sheet.form.edited.emit({"name": "Dona Sol"})
    settle()
    path = tmp_path / "figura.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    assert image.save(str(path))
    persona.set_picture(path)
    settle()
    assert _brand(services).name == "Dona Sol"
    assert _brand(services).picture == path.read_bytes()
    (tmp_path / "x.gif").write_bytes(b"GIF89a")
    persona.set_picture(tmp_path / "x.gif")
    settle()
    assert "PNG ou JPEG" in persona.frame.message.text()
    persona.set_picture(tmp_path / "sumiu.png")
    settle()
    assert "sumiu.png" in persona.frame.message.text()
    persona.sheet.picture_removed.emit()
    settle()
    assert _brand(services).picture == b""


def test_a_trait_comes_and_goes_with_what_names_it(persona: PersonaPage, services: Services, settle: Settle) -> None:
    persona.traits.add_button.click()
    settle()
    assert _brand(services).traits[-1].key == "traco_novo"
    persona.traits.form.edited.emit({"name": "Irreverente"})
    settle()
    assert (_brand(services).traits[-1].key, _brand(services).traits[-1].name) == ("traco_novo", "Irreverente")
    persona.traits.list.setCurrentRow(0)
    persona.traits.remove_button.click()
    settle()
    found = _brand(services)
    assert "welcoming" not in {trait.key for trait in found.traits}
    assert found.matrix["criticism"] == ()
    assert all(sample.trait != "welcoming" for sample in found.samples)
    persona.traits.form.edited.emit({"name": found.traits[1].name})
    settle()
    assert "dois iguais" in persona.frame.message.text()


def test_sample_sentences(persona: PersonaPage, services: Services, settle: Settle) -> None:
    count = len(_brand(services).samples)
    persona.tabs.setCurrentIndex(2)
    persona.samples.add_button.click()
    settle()
    assert len(_brand(services).samples) == count + 1
    persona.samples.form.edited.emit({"text": "Que bom te ver por aqui!"})
    settle()
    assert _brand(services).samples[-1].text == "Que bom te ver por aqui!"
    persona.samples.remove_button.click()
    settle()
    assert len(_brand(services).samples) == count


def test_a_situations_action_is_changed(
    situations: SituationsPage, services: Services, desk: Desk, settle: Settle
) -> None:
    situations.situations.list.setCurrentRow(0)
    situations.situations.form.edited.emit({"indirect_action": "judge_then_answer", "indirect_visibility": "private"})
    settle()
    table = ActionTable.from_mapping(services.practice.read().situations.value)
    assert table.advice["vent", False].visibility is AnswerWhere.PRIVATE
    assert table.tone_of_situation["vent"] == "criticism"
    desk.undo.undo()
    settle()
    assert services.practice.read().situations.value == original_setting("situations")
    assert nameless(situations) == []
    assert cut(situations) == []


def test_themes_are_kept_as_lines(situations: SituationsPage, services: Services, settle: Settle) -> None:
    situations.tabs.setCurrentIndex(1)
    situations.themes.add_button.click()
    settle()
    situations.themes.form.edited.emit({"name": "Boatos", "words": "boato\n\n fake news ", "policy": "do_not_answer"})
    settle()
    theme = services.practice.read().situations.value["themes"][-1]
    assert theme == {
        "key": "theme",
        "name": "Boatos",
        "policy": "do_not_answer",
        "words": ["boato", "fake news"],
        "weak": [],
    }


def test_approval_is_set_by_ticking(
    situations: SituationsPage, services: Services, settle: Settle, qtmodeltester: ModelTester
) -> None:
    situations.tabs.setCurrentIndex(2)
    model = situations.approval.matrix
    for row in (0, 1):
        assert model.setData(model.index(row, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    settle()
    value = services.practice.read().approval.value
    assert value["grave"] is True
    assert value["natures"] == ["question"]
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    settle()
    assert services.practice.read().approval.value["grave"] is False
    qtmodeltester.check(model, force_py=True)


def test_the_policy(desk: Desk, services: Services, qtbot: QtBot, settle: Settle) -> None:
    page = PolicyPage(desk=desk, practice=services.practice, rule_set=services.rule_set)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    settle()
    page.form.edited.emit({"mission": "Servir bem", "answered": "Dúvidas\n\nPreços"})
    settle()
    model = page.subjects.matrix
    for column in (0, 1):
        model.setData(model.index(0, column), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    settle()
    value = services.practice.read().policy.value
    key = services.practice.read().subjects[0][0]
    assert (value["mission"], value["answered"]) == ("Servir bem", ["Dúvidas", "", "Preços"])
    assert value["subjects"] == [{"key": key, "who": "both"}]
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    settle()
    assert services.practice.read().policy.value["subjects"] == [{"key": key, "who": "marketing"}]
    model.setData(model.index(0, 1), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    settle()
    assert services.practice.read().policy.value["subjects"] == []
    assert nameless(page) == []
    assert cut(page) == []


def test_a_stale_edit_is_told_and_keeps_what_was_typed(
    situations: SituationsPage, services: Services, desk: Desk, settle: Settle
) -> None:
    before = services.practice.read()
    service = services.practice
    seen = (lambda value: value["themes"], [])
    with pytest.raises(Exception, match="setting_changed"):
        service.edit(desk.actor, "situations", lambda value: value, seen=seen)
    with pytest.raises(Invalid, match="practice_unusable"):
        service.edit(desk.actor, "situations", lambda value: value | {"situations": [{}]})
    settle()
    assert services.practice.read() == before
    assert situations.situations.list.count() == len(before.situations.value["situations"])


def test_the_companys_own_contacts(desk: Desk, services: Services, qtbot: QtBot, settle: Settle) -> None:
    page = PolicyPage(desk=desk, practice=services.practice, rule_set=services.rule_set)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    page.tabs.setCurrentWidget(page.contacts)
    settle()
    page.contacts.form.edited.emit({"phones": "(31) 3333-4444\n\n0800 123 4567"})
    settle()
    assert services.practice.read().company.value["phones"] == ["(31) 3333-4444", "0800 123 4567"]
    assert services.rule_set.changes()[0].section == "company"
    page.contacts.form.edited.emit({"cnpjs": "11.222.333/0001-82"})
    settle()
    assert "11.222.333/0001-82" in page.frame.message.text()
    assert services.practice.read().company.value["cnpjs"] == []
    desk.undo.undo()
    settle()
    assert services.practice.read().company.value["phones"] == []
    assert nameless(page) == []
    assert cut(page) == []
