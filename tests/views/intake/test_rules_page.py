"""Intake rules by hand: written, tried, applied with one undo, taken back after a question, kept in a conflict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.incoming import IncomingMention
from app.models.domain.intake_rule import IntakeRule
from app.services.intake.batch import batch_of
from app.services.intake.wiring import build_intake
from app.views.intake.rule_form import RuleForm
from app.views.intake.rules_page import RulesPage
from app.views.support.desk import Desk
from app.views.support.list_details import ListAndDetails
from app.views.support.theme import Theme
from tests.fakes import DEFAULT_NOW
from tests.views.inbox.widget_tree import cut, nameless


@pytest.fixture
def page(desk: Desk, services: Services, qtbot: QtBot, settle: Callable[[], None]) -> RulesPage:
    at = DEFAULT_NOW - timedelta(days=2)
    texts = ("Sorteio de férias, participe", "Quero participar do sorteio", "Meu pedido veio trocado")
    mentions = [IncomingMention("instagram", each, at + timedelta(minutes=n)) for n, each in enumerate(texts)]
    build_intake(services.database).receive(batch_of(mentions), actor=desk.actor)
    made = RulesPage(desk=desk, rules=services.rules)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    settle()
    return made


def write_rule(page: RulesPage, settle: Callable[[], None]) -> None:
    page.new_button.click()
    page.form.name.setText("Sorteio")
    page.form.any_words.setText("sorteio, rifa")
    page.form.changed.emit()
    page.save_button.click()
    settle()


def hits(services: Services, name: str) -> int:
    return next(info.hits for info in services.rules.all() if info.rule.name == name)


def test_a_rule_is_tried_saved_applied_undone_and_reverted(
    page: RulesPage, desk: Desk, services: Services, said: list[str], settle: Callable[[], None]
) -> None:
    page.new_button.click()
    page.form.name.setText("Sorteio")
    page.form.any_words.setText("sorteio, rifa")
    page.form.changed.emit()
    page.preview_button.click()
    settle()
    assert page.result.text() == "Nos últimos 30 dias pegaria 2 menções."
    page.save_button.click()
    settle()
    assert said == ["Regra salva"]
    info = page.chosen()
    assert info is not None
    assert (info.rule.name, info.rule.any_words) == ("Sorteio", ("sorteio", "rifa"))
    offered: list[str] = []
    desk.undo.offered.connect(lambda text, _way: offered.append(text))
    page.apply_button.click()
    settle()
    assert offered == ["2 menções em Monitorar pela regra"]
    assert hits(services, "Sorteio") == 2
    desk.undo.undo()
    settle()
    assert hits(services, "Sorteio") == 0
    page.apply_button.click()
    settle()
    page.revert_button.click()
    assert page.confirm.isVisible()
    assert "até 2" in page.confirm.accessibleName()
    page.confirm._yes.click()
    settle()
    assert hits(services, "Sorteio") == 0
    assert offered[-1] == "2 menções de volta a A triar"


def test_slips_and_conflicts_keep_what_was_typed(
    page: RulesPage, desk: Desk, services: Services, settle: Callable[[], None]
) -> None:
    page.new_button.click()
    page.form.any_words.setText("rifa")
    page.form.changed.emit()
    page.save_button.click()
    settle()
    assert page.message.text() == "Falta o nome da regra. Nada foi salvo."
    write_rule(page, settle)
    info = page.chosen()
    assert info is not None
    page.form.no_words.setText("pedido")
    page.form.changed.emit()
    services.rules.edit(replace(info.rule, name="Sorteios"), version=info.version, actor=desk.actor)
    page.save_button.click()
    settle()
    assert "Um colega mudou a regra" in page.message.text()
    assert page.form.no_words.text() == "pedido"


def test_names_sizes_and_model(
    page: RulesPage, desk: Desk, qtbot: QtBot, settle: Callable[[], None], qtmodeltester: ModelTester
) -> None:
    write_rule(page, settle)
    assert nameless(page) == []
    qtmodeltester.check(page.model)
    desk.theme.apply(scale=125)
    qtbot.waitUntil(lambda: cut(page) == [])


def test_the_form_gives_back_what_it_was_given(theme: Theme, qtbot: QtBot) -> None:
    form = RuleForm(theme=theme)
    qtbot.addWidget(form)
    rule = IntakeRule(
        7,
        "Tudo",
        enabled=False,
        channels=frozenset({"x", "forum"}),
        any_words=("a b", "c"),
        all_words=("d",),
        no_words=("e",),
        authors=frozenset({"bot"}),
        is_private=False,
        is_direct=True,
        min_reach=10,
        max_reach=0,
    )
    form.show_rule(rule)
    assert form.rule() == rule
    assert not form.is_edited
    form.enabled.setChecked(True)
    assert form.is_edited


def test_at_twice_the_size_the_form_stands_below_the_rules(
    page: RulesPage, desk: Desk, settle: Callable[[], None]
) -> None:
    (split,) = page.findChildren(ListAndDetails)
    (area,) = page.findChildren(QScrollArea)
    for scale, size, way in ((200, (990, 636), Qt.Orientation.Vertical), (100, (1250, 800), Qt.Orientation.Horizontal)):
        desk.theme.apply(choice="light", scale=scale)
        page.resize(*size)
        settle()
        assert split.orientation() is way
        assert (page.width(), area.horizontalScrollBar().maximum()) == (size[0], 0)
        channels = page.form.channels
        assert channels.height() >= channels.layout().heightForWidth(channels.width())
