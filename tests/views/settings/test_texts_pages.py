"""Templates and support material, edited in place through the real pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.people import Role
from app.models.domain.vocabulary import Visibility
from app.services.case_opening import ManualCase
from app.services.people import add_person
from app.views.settings.articles_page import ArticlesPage
from app.views.settings.templates_page import TemplatesPage
from app.views.support.desk import Desk
from tests.views.inbox.widget_tree import cut, nameless

Settle = Callable[[], None]


@pytest.fixture
def templates(desk: Desk, services: Services, qtbot: QtBot, settle: Settle) -> TemplatesPage:
    page = TemplatesPage(
        desk=desk,
        editing=services.template_editing,
        templates=services.templates,
        cases=services.cases,
        traits=lambda: ["Acolhedor", "Didático"],
        rule_set=services.rule_set,
    )
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    settle()
    return page


@pytest.fixture
def articles(desk: Desk, services: Services, qtbot: QtBot, settle: Settle) -> ArticlesPage:
    page = ArticlesPage(
        desk=desk, articles=services.articles, templates=services.template_editing, rule_set=services.rule_set
    )
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    settle()
    return page


def _choose(page: TemplatesPage, name: str) -> None:
    page.choose(next(row for row in page.model.ids if page.model.row_by_id(row).info.name == name))


def test_a_template_is_edited_in_place_by_keyboard(
    templates: TemplatesPage, services: Services, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    _choose(templates, "Solução")
    name = templates.form.name_edit
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "Caso resolvido")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    settle()
    assert "Caso resolvido" in [each.info.name for each in services.template_editing.all()]
    text = templates.form.text_edit
    text.setPlainText("Oi, {clinete}!")
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    qtbot.waitUntil(lambda: "{clinete} não é preenchido" in templates.form.problem.text())
    desk.undo.undo()
    settle()
    qtbot.waitUntil(lambda: not templates.form.problem.isVisible())
    assert nameless(templates) == []
    assert cut(templates) == []


def test_a_new_template_and_a_copy(templates: TemplatesPage, services: Services, settle: Settle) -> None:
    templates.new_button.click()
    settle()
    chosen = templates.chosen()
    assert chosen is not None
    assert chosen.info.name == "Modelo novo"
    templates.copy_button.click()
    settle()
    names = {each.info.name for each in services.template_editing.all()}
    assert {"Modelo novo", "Modelo novo (cópia)"} <= names
    templates.retire_button.click()
    settle()
    assert templates.model.rowCount() == len(names) - 1
    templates.retired.click()
    assert templates.model.rowCount() == len(names)


def test_a_preview_on_a_real_case(
    templates: TemplatesPage, services: Services, desk: Desk, settle: Settle, qtmodeltester: ModelTester
) -> None:
    case = services.cases.open_manual(
        desk.actor, ManualCase(customer_name="Ana Souza", text="Veio errado", channel_key="phone")
    ).value
    _choose(templates, "Protocolo aberto")
    templates.case_edit.set_text(case.protocol)
    templates.show_preview()
    settle()
    assert templates.preview.text().startswith("Ana, registrei")
    templates.case_edit.set_text("20260101000001")
    templates.show_preview()
    settle()
    assert templates.preview.text() == "Nenhum atendimento com este protocolo."
    qtmodeltester.check(templates.model, force_py=True)


def test_a_colleagues_change_keeps_what_is_typed(
    templates: TemplatesPage, services: Services, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    _choose(templates, "Solução")
    found = templates.chosen()
    assert found is not None
    templates.form.text_edit.setPlainText("Meu texto começado")
    services.template_editing.change(desk.actor, found.info.id, expected_version=1, visibility=Visibility.PUBLIC)
    qtbot.waitUntil(lambda: templates.chosen().info.version == 2)
    assert templates.form.text_edit.toPlainText() == "Meu texto começado"
    templates.form.form.edited.emit({"text": "Meu texto começado"})
    settle()
    assert "Meu texto começado" in [each.info.text for each in services.template_editing.all()]


def test_support_material_from_nothing(
    articles: ArticlesPage, services: Services, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    assert articles.empty.isVisible()
    articles.empty.requested.emit()
    settle()
    assert articles.title_edit.text() == "Material novo"
    articles.title_edit.setText("Trocas")
    qtbot.keyClick(articles.title_edit, Qt.Key.Key_Return)
    settle()
    assert [each.title for each in services.articles.search("trocas")] == ["Trocas"]
    articles.search.set_text("nada disso")
    articles.search.submitted.emit("nada disso")
    articles.search.searched.emit("nada disso")
    settle()
    assert articles.empty.isVisible()
    articles.search.clear()
    settle()
    articles.retire_button.click()
    settle()
    assert articles.model.rowCount() == 0
    desk.undo.undo()
    settle()
    qtbot.waitUntil(lambda: articles.model.rowCount() == 1)
    assert nameless(articles) == []
    assert cut(articles) == []


def test_an_attendant_only_reads(desk: Desk, services: Services, qtbot: QtBot, settle: Settle) -> None:
    at = desk.clock.now()
    rui = services.database.quiet(lambda connection: add_person(connection, name="Rui", role=Role.ATTENDANT, at=at))
    reading = Desk(**{name: getattr(desk, name) for name in Desk.__slots__} | {"actor": rui})
    page = ArticlesPage(
        desk=reading, articles=services.articles, templates=services.template_editing, rule_set=services.rule_set
    )
    qtbot.addWidget(page)
    page.show()
    settle()
    assert not page.new_button.isEnabled()
    assert not page.frame.restore_button.isEnabled()
