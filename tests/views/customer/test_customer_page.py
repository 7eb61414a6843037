"""The customers' screen by keyboard, on a real file: finding, reading, editing, uniting, separating, undoing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.models.domain.people import Actor, Role
from app.services.customers import CustomerEdit
from app.services.people import add_person
from app.views.customer.trail_panel import entry_key
from app.views.support.empty_state import EmptyKind
from tests.views.inbox.widget_tree import tree

from .conftest import Stage  # isort: skip

CPF = "52998224725"


def test_list_search_and_empty_states(stage: Stage) -> None:
    stage.show()
    assert stage.page.list.empty.kind is EmptyKind.EMPTY
    ana = stage.person("Ana Sá", document=None, email="ana@exemplo.com.br")
    bia = stage.person("Bia Sá")
    stage.act("customer.reload")
    assert stage.page.list.model.ids == [ana, bia]
    stage.press("b")
    assert stage.page.list.search.edit.hasFocus()
    stage.type("ANA@exemplo")
    stage.press("enter")
    assert stage.page.list.empty.kind is EmptyKind.FILTERED
    stage.page.list.search.edit.clear()
    stage.page.list.search.edit.setFocus()
    stage.type("BIA s")
    stage.press("enter")
    assert stage.page.list.model.ids == [bia]
    assert stage.page.list.view.hasFocus()
    stage.page.list.search.clear()
    stage.settle()
    assert len(stage.page.list.model.ids) == 2


def test_keys_move_and_open_what_is_beside(stage: Stage, qtbot: QtBot) -> None:
    ids = [stage.person(name) for name in ("Ana Sá", "Bia Sá")]
    stage.show()
    stage.press("j")
    stage.press("j")
    assert stage.page.list.current_id == ids[1]
    assert stage.page.card.data.is_editing is False
    trail = stage.page.card.trail
    assert trail.model.rowCount() == 2
    trail.view.setFocus()
    entries = [entry for entry in map(trail.model.row_at, range(2)) if entry is not None]
    places = {entry.kind: place for place, entry in enumerate(entries)}
    trail.view.setCurrentIndex(trail.model.index(places["case"], 0))
    with qtbot.waitSignal(stage.page.open_case_requested) as asked:
        trail.view.activated.emit(trail.view.currentIndex())
    assert asked.args == [entries[places["case"]].id]
    with qtbot.waitSignal(stage.page.open_mention_requested):
        trail.view.activated.emit(trail.model.index(places["mention"], 0))
    stage.page.list.view.setFocus()
    stage.press("k")
    assert stage.page.list.current_id == ids[0]


def test_an_open_case_says_what_is_due_next_and_follows_the_work(stage: Stage, qtbot: QtBot) -> None:
    ana = stage.person("Ana Sá")
    stage.show(ana)
    trail = stage.page.card.trail
    shown = next(entry for entry in map(trail.model.row_at, range(2)) if entry is not None and entry.case)
    mention = next(entry for entry in map(trail.model.row_at, range(2)) if entry is not None and not entry.case)
    assert trail.step_of(shown).startswith("Próximo passo: alguém assumir o atendimento")
    assert trail.step_of(mention) == ""
    assert "Próximo passo" in trail.model.index(trail.model.ids.index(entry_key(shown)), 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    version = stage.services.cases.detail(shown.id, 0).version
    stage.services.cases.take(stage.desk.actor, shown.id, expected_version=version)
    qtbot.waitUntil(lambda: trail.step_of(shown).startswith("Próximo passo: dar a primeira resposta"))
    stage.settle()


def test_trail_is_read_page_by_page(stage: Stage) -> None:
    ana = stage.person("Ana Sá", cases=35)
    stage.show(ana)
    model = stage.page.card.trail.model
    while model.canFetchMore(stage.page.card.trail.view.rootIndex()):
        model.fetchMore(stage.page.card.trail.view.rootIndex())
        stage.settle()
    assert model.rowCount() == 70
    assert len(set(model.ids)) == 70


def test_document_is_masked_until_asked(stage: Stage) -> None:
    ana = stage.person("Ana Sá", document=CPF)
    bia = stage.person("Bia Sá")
    stage.show(ana)
    assert stage.page.card.data.document_shown == "•••.982.247-••"
    stage.press("d")
    assert stage.page.card.data.document_shown == "529.982.247-25"
    stage.page.show_customer(bia)
    stage.settle()
    stage.page.show_customer(ana)
    stage.settle()
    assert stage.page.card.data.document_shown == "•••.982.247-••"


def test_edit_keeps_what_was_typed_until_it_is_right(stage: Stage) -> None:
    ana = stage.person("Ana Sá")
    stage.show(ana)
    stage.press("e")
    data = stage.page.card.data
    assert data.is_editing
    stage.type("x")  # a letter is text here, not a key
    stage.page.focusNextChild()
    for text in ("ana@exemplo.com.br", "11 98765-4321", "529.982.247-26"):
        stage.type(text)
        stage.page.focusNextChild()
    stage.press("enter", modifier=Qt.KeyboardModifier.ControlModifier)
    assert data.is_editing
    assert "CPF" in data.form.error_of("document")
    assert stage.focus.objectName() == "customer-document"
    stage.focus.selectAll()
    stage.type("529.982.247-25")
    stage.press("enter", modifier=Qt.KeyboardModifier.ControlModifier)
    assert not data.is_editing
    card = stage.services.customers.card(ana)
    assert (card.name, card.email, card.phone, card.document) == (
        "Ana Sáx",
        "ana@exemplo.com.br",
        "+5511987654321",
        CPF,
    )
    stage.undo()
    assert stage.services.customers.card(ana).document is None
    assert data.document_shown == "–"


def test_escape_leaves_the_form(stage: Stage) -> None:
    ana = stage.person("Ana Sá")
    stage.show(ana)
    stage.press("e")
    stage.type("x")
    stage.press("esc")
    assert not stage.page.card.data.is_editing
    assert stage.services.customers.card(ana).name == "Ana Sá"


def test_a_colleague_was_first(stage: Stage, screen_actor: Actor) -> None:
    ana = stage.person("Ana Sá", place="Recife, PE")
    stage.show(ana)
    stage.press("e")
    stage.type(" Lima")
    edit = CustomerEdit(name="Ana Souza", place="Olinda, PE", notes="Liga à tarde")
    stage.services.customers.edit(screen_actor, ana, edit, expected_version=stage.services.customers.card(ana).version)
    stage.qtbot.waitUntil(lambda: bool(stage.page.card.notice))
    form = stage.page.card.data.form
    assert form.edit.name == "Ana Sá Lima"
    assert form.edit.place == "Olinda, PE"
    assert form.edit.notes == "Liga à tarde"
    stage.press("enter", modifier=Qt.KeyboardModifier.ControlModifier)
    card = stage.services.customers.card(ana)
    assert (card.name, card.place, card.notes) == ("Ana Sá Lima", "Olinda, PE", "Liga à tarde")


def test_stale_save_is_a_conflict_that_keeps_the_text(stage: Stage, screen_actor: Actor) -> None:
    ana = stage.person("Ana Sá")
    stage.show(ana)
    stage.press("e")
    stage.type(" Lima")
    blocker = QSignalBlocker(stage.desk.changes)
    now = stage.services.customers.card(ana)
    stage.services.customers.edit(screen_actor, ana, CustomerEdit(name="Ana Souza"), expected_version=now.version)
    stage.press("enter", modifier=Qt.KeyboardModifier.ControlModifier)
    blocker.unblock()
    form = stage.page.card.data.form
    assert stage.page.card.data.is_editing
    assert "colega" in form.error_of("")
    assert form.edit.name == "Ana Sá Lima"
    stage.press("enter", modifier=Qt.KeyboardModifier.ControlModifier)
    assert stage.services.customers.card(ana).name == "Ana Sá Lima"


def test_vip_profile_and_persona_by_key(stage: Stage) -> None:
    ana = stage.person("Ana Sá")
    stage.show(ana)
    stage.press("v")
    assert stage.services.customers.card(ana).is_vip
    stage.press("s")
    stage.type("reclam")
    stage.press("enter")
    assert stage.page.card.data.persona.text == "Reclamão"
    stage.act("customer.profile")
    stage.press("esc")
    assert stage.services.customers.card(ana).profile_node_id is None
    stage.undo()
    assert stage.page.card.data.persona.text == "–"
    stage.undo()
    assert not stage.services.customers.card(ana).is_vip


def test_suggestion_is_confirmed_and_undone(stage: Stage) -> None:
    ana = stage.person("Ana Sá", email="a@exemplo.com.br")
    other = stage.person("A. Sá", email="a@exemplo.com.br")
    stage.show(ana)
    assert stage.page.card.suggestions.first_id == other
    stage.press("m")
    card = stage.services.customers.card(ana)
    assert len(card.handles) == 2
    assert len(card.cases) == 2
    assert [merge.absorbed_name for merge in card.merges] == ["A. Sá"]
    assert stage.page.card.trail.model.rowCount() == 4
    assert other not in stage.page.list.model.ids
    undo_button = next(
        button for button in stage.page.card.handles.findChildren(QPushButton) if "A. Sá" in button.accessibleName()
    )
    undo_button.click()
    stage.settle()
    assert len(stage.services.customers.card(ana).handles) == 1
    stage.press("n")
    assert stage.page.card.suggestions.first_id == 0
    stage.undo()
    assert stage.page.card.suggestions.first_id == other


def test_unite_by_search_and_split(stage: Stage) -> None:
    ana = stage.person("Ana Sá", handles=2)
    other = stage.person("Beto Lima")
    stage.show(ana)
    stage.press("u")
    stage.type("beto")
    stage.press("enter")
    assert len(stage.services.customers.card(ana).handles) == 3
    stage.page.show_customer(other)
    stage.settle()
    assert stage.page.list.current_id == ana
    handle = stage.services.customers.card(ana).handles[1]
    stage.page.card.handles.split.emit(handle.id)
    stage.settle()
    card = stage.services.customers.card(ana)
    assert handle.id not in [each.id for each in card.handles]
    stage.undo()
    assert len(stage.services.customers.card(ana).handles) == 3


def test_hidden_page_reads_again_when_shown(stage: Stage, screen_actor: Actor) -> None:
    ana = stage.person("Ana Sá")
    stage.show(ana)
    stage.page.hide()
    stage.services.customers.edit(
        screen_actor, ana, CustomerEdit(name="Ana Lima"), expected_version=stage.services.customers.card(ana).version
    )
    QApplication.processEvents()
    stage.page.show()
    stage.settle()
    row = stage.page.list.model.row_by_id(ana)
    assert row is not None
    assert row.name == "Ana Lima"


@pytest.fixture
def screen_actor(request: pytest.FixtureRequest) -> Actor:
    """A supervisor, or the role a test names by ``indirect``."""
    database = request.getfixturevalue("screen_database")
    role = getattr(request, "param", Role.SUPERVISOR)
    actor: Actor = database.quiet(
        lambda connection: add_person(connection, name="Marta Sá", role=role, at=database.clock.now())
    )
    return actor


@pytest.mark.parametrize("screen_actor", [Role.ANALYST], indirect=True)
def test_who_only_reads_is_offered_no_change(stage: Stage) -> None:
    ana = stage.person("Ana Sá", handles=2, email="a@exemplo.com.br")
    stage.person("A. Sá", email="a@exemplo.com.br")
    stage.show(ana)
    for key in ("e", "v", "m", "u", "s"):
        stage.press(key)
    card = stage.services.customers.card(ana)
    assert (card.version, card.is_vip, len(card.handles)) == (1, False, 2)
    shown = {button.text() for button in stage.page.card.findChildren(QPushButton) if button.isVisible()}
    assert shown == {"Ver"}


def test_models_and_names(stage: Stage, qtmodeltester: ModelTester) -> None:
    ana = stage.person("Ana Sá", email="a@exemplo.com.br", document=CPF)
    stage.person("A. Sá", email="a@exemplo.com.br")
    stage.show(ana)
    stage.press("e")
    for widget in stage.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget
    assert not stage.page.card.data.edit_button.isVisible()
    qtmodeltester.check(stage.page.list.model)
    qtmodeltester.check(stage.page.card.trail.model)


@pytest.mark.parametrize("scale", [80, 200])
def test_nothing_is_clipped(stage: Stage, scale: int) -> None:
    ana = stage.person("Ana Sá", handles=2, email="a@exemplo.com.br", document=CPF)
    stage.person("A. Sá", email="a@exemplo.com.br")
    stage.desk.theme.apply(scale=scale)
    stage.show(ana)
    for button in stage.page.card.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
            assert button.mapTo(stage.page.card, button.rect().topRight()).x() < stage.page.card.width(), button.text()


def test_the_page_consists_of_these_parts(stage: Stage) -> None:
    ana = stage.person("Ana Sá", handles=2, email="a@exemplo.com.br", document=CPF, place="Recife, PE")
    stage.person("A. Sá", email="a@exemplo.com.br")
    stage.show(ana)
    kept = Path(__file__).parents[2] / "snapshots" / "customer_page.txt"
    shown = re.sub(r"\b\d\d:\d\d\b", "HH:MM", tree(stage.page)) + "\n"
    if not kept.exists():
        kept.write_text(shown, encoding="utf-8")
    assert shown == kept.read_text(encoding="utf-8")
