"""Acts of the case screen by keys, on real services."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from app.models.domain import protocol
from app.models.domain.case_detail import CaseDetail, EntryKind
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import CaseState, ClosingKind, Visibility
from app.views.case.act_panels import ClosePanel, ForwardPanel, SplitPanel
from app.views.case.case_actions import refusal_of
from tests.views.case.conftest import Stage

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def node_of(stage: Stage, axis_key: str, name: str) -> tuple[int, int]:
    trees = stage.services.classification.trees()
    axis = trees.axis_by_key(axis_key)
    assert axis is not None
    return axis.id, next(node.id for node in trees.tree(axis.id) if node.name == name)


def classify(stage: Stage, detail: CaseDetail) -> CaseDetail:
    trees = stage.services.classification.trees()
    subject = trees.axis_by_key("subject")
    assert subject is not None
    for axis_id, node_id in (node_of(stage, "nature", "Reclamação"), (subject.id, trees.tree(subject.id)[-1].id)):
        detail = stage.services.classification.classify(
            stage.desk.actor, detail.id, axis_id, node_id, expected_version=detail.version
        ).value
    return detail


def test_one_call_draws_everything(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    header = stage.pane.header
    assert header.title.text() == "Pedido trocado"
    assert header.state.text == "Novo"
    assert header.protocol.number == protocol.display(case.protocol)
    assert "alguém assumir" in header.next_step.text()
    assert stage.pane.side.customer.case_buttons == {}
    assert [entry.kind for entry in stage.pane.timeline.entries] == [EntryKind.MENTION, EntryKind.EVENT]
    assert stage.pane.current_case_id == case.id


def test_protocol_is_copied_with_one_key(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_P)
    assert QGuiApplication.clipboard().text() == protocol.display(case.protocol)
    assert stage.said == ["Protocolo copiado"]


def test_take_and_take_back(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_T, SHIFT)
    assert stage.stored().owner_id == stage.desk.actor.person_id
    assert "com você" in stage.pane.header._facts.text()
    stage.desk.undo.undo()
    stage.news()
    assert stage.stored().owner_id is None
    assert "sem dono" in stage.pane.header._facts.text()


def test_assign_by_typing_a_name(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_A)
    stage.type("rei")
    stage.press(Qt.Key.Key_Return)
    assert stage.stored().owner_name == "Paulo Reis"


def test_classify_with_five_keys(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_C)
    stage.type("recl")
    stage.press(Qt.Key.Key_Return)
    nature = next(axis for axis in stage.stored().axes if axis.axis_key == "nature")
    assert nature.path == "Reclamação"
    assert stage.pane.classify.popup is not None, "the walk goes on to the next axis"
    stage.press(Qt.Key.Key_Escape)
    assert stage.pane.classify.popup is None


def test_a_nodes_own_key_chooses_at_once(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_C)
    stage.type("4")
    nature = next(axis for axis in stage.stored().axes if axis.axis_key == "nature")
    assert nature.path == "Reclamação"


def test_forward_by_number_with_reason_then_answer(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_F)
    panel = stage.pane.host.panel
    assert isinstance(panel, ForwardPanel)
    stage.press(Qt.Key.Key_5)
    stage.press(Qt.Key.Key_Return, CONTROL)
    assert "motivo" in panel.error.text(), "the reason is asked for in the strip"
    stage.type("Conferir o lote")
    stage.press(Qt.Key.Key_Return, CONTROL)
    forwarding = stage.stored().forwarding
    assert forwarding is not None
    assert forwarding.reason == "Conferir o lote"
    assert stage.pane.host.panel is None
    assert stage.pane.header.state.text == f"Aguarda {forwarding.area_name}"
    stage.press(Qt.Key.Key_F, SHIFT)
    stage.type("Lote conferido")
    stage.press(Qt.Key.Key_Return, CONTROL)
    assert stage.stored().state is CaseState.IN_SERVICE
    assert stage.stored().solution == "Lote conferido"


def test_snooze_by_number_and_wake(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_S)
    stage.press(Qt.Key.Key_1)
    assert stage.stored().snoozed_until is not None
    assert "adiado" in stage.pane.header.next_step.text()
    stage.pane.commands.run("case.wake")
    stage.settle()
    assert stage.stored().snoozed_until is None


def test_a_strip_keeps_its_keys_from_the_page_around_it(stage: Stage, case: CaseDetail) -> None:
    stolen: list[str] = []
    for key in ("1", "Esc"):
        taken = QShortcut(QKeySequence(key), stage.pane)
        taken.activated.connect(lambda key=key: stolen.append(key))
    stage.open(case)
    stage.press(Qt.Key.Key_S)
    stage.press(Qt.Key.Key_Escape)
    assert stage.pane.host.panel is None
    stage.press(Qt.Key.Key_S)
    stage.press(Qt.Key.Key_1)
    assert stage.stored().snoozed_until is not None
    assert stolen == []


def test_close_asks_for_what_is_missing_in_one_strip(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    closed: list[object] = []
    stage.pane.closed_case.connect(closed.append)
    stage.press(Qt.Key.Key_E)
    panel = stage.pane.host.panel
    assert isinstance(panel, ClosePanel)
    assert not panel.missing_buttons["nature"].isHidden()
    assert not panel.by_phone.isHidden()
    classify(stage, case)
    stage.news()
    assert panel.missing_buttons["nature"].isHidden(), "what a colleague filled in is no longer asked for"
    panel.solution.setFocus()
    stage.type("Kit reenviado")
    panel.by_phone.setChecked(True)
    stage.press(Qt.Key.Key_Return, CONTROL)
    stored = stage.stored()
    assert stored.state is CaseState.CLOSED
    assert stored.solution == "Kit reenviado"
    assert stored.closing_kind is ClosingKind.FIRST_LEVEL
    assert closed == [case.id]
    assert stage.pane.header.state.text == "Fechado 1º nível"


def test_closing_without_a_solution_says_so_and_keeps_the_strip(stage: Stage, case: CaseDetail) -> None:
    stage.open(classify(stage, case))
    stage.press(Qt.Key.Key_E)
    panel = stage.pane.host.panel
    assert isinstance(panel, ClosePanel)
    stage.press(Qt.Key.Key_Return, CONTROL)
    assert "solução" in panel.error.text()
    stage.press(Qt.Key.Key_Escape)
    assert stage.pane.host.panel is None


def test_reopen_needs_a_reason_and_keeps_the_protocol(stage: Stage, case: CaseDetail) -> None:
    detail = classify(stage, case)
    cases, actor = stage.services.cases, stage.desk.actor
    detail = cases.write_solution(actor, case.id, "Feito", expected_version=detail.version).value
    cases.close(actor, case.id, expected_version=detail.version, told_by_phone=True)
    stage.open(case)
    assert not stage.pane.commands.action("case.close").isEnabled()
    assert "Reabra" in stage.pane.commands.action("case.forward").toolTip()
    assert not stage.pane.editor.send_button.isEnabled()
    stage.press(Qt.Key.Key_E, SHIFT)
    stage.type("Veio errado outra vez")
    stage.press(Qt.Key.Key_Return, CONTROL)
    assert stage.stored().state is CaseState.REOPENED
    assert stage.stored().protocol == case.protocol


def test_ask_customer_and_go_on(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_W)
    assert stage.stored().state is CaseState.WAITING_CUSTOMER
    assert stage.pane.side.deadlines.chips[1].text == "parado"
    stage.press(Qt.Key.Key_W, SHIFT)
    assert stage.stored().state is CaseState.IN_SERVICE


def test_marks_and_notes_of_the_right_zone(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_G, SHIFT)
    stage.pane.commands.run("case.founded")
    stage.settle()
    stage.pane.side.external.fields[1].setText("OS-77")
    stage.pane.side.external.save.click()
    stage.settle()
    stage.pane.side.customer.vip.click()
    stage.news()
    stored = stage.stored()
    assert stored.is_severe
    assert stored.is_founded
    assert stored.external_number == "OS-77"
    assert stored.customer.is_vip
    assert stage.pane.side.customer.vip.isChecked()


def test_split_ticked_messages(stage: Stage, case: CaseDetail, receive: Callable[..., tuple[int, ...]]) -> None:
    ids = receive("Outra coisa: a loja abre domingo?")
    stage.services.cases.attach_mentions(stage.desk.actor, case.id, ids, expected_version=case.version)
    stage.open(case)
    opened: list[object] = []
    stage.pane.open_case_requested.connect(opened.append)
    stage.press(Qt.Key.Key_X, SHIFT)
    panel = stage.pane.host.panel
    assert isinstance(panel, SplitPanel)
    assert not panel.submit_button.isEnabled()
    stage.pane.timeline._on_chosen(ids[0], on=True)
    panel.submit_button.click()
    stage.settle()
    assert len(opened) == 1
    assert opened[0] != case.id
    assert all(entry.id != ids[0] for entry in stage.stored().timeline)


def test_merge_with_another_case_and_part_again(
    stage: Stage, case: CaseDetail, receive: Callable[..., tuple[int, ...]]
) -> None:
    other = stage.services.cases.open_from_mentions(stage.desk.actor, receive("De novo"), title="O mesmo kit").value
    assert other.customer.id == case.customer.id
    stage.open(case)
    assert other.id in stage.pane.side.customer.case_buttons
    stage.press(Qt.Key.Key_M, SHIFT)
    stage.type("mesmo kit")
    stage.press(Qt.Key.Key_Return)
    assert stage.services.cases.detail(other.id, 0).state is CaseState.MERGED
    stage.pane.commands.run("case.unmerge")
    stage.news()
    assert stage.services.cases.detail(other.id, 0).state is CaseState.NEW


def test_merge_by_a_pasted_protocol(stage: Stage, case: CaseDetail, receive: Callable[..., tuple[int, ...]]) -> None:
    other = stage.services.cases.open_from_mentions(stage.desk.actor, receive("De novo"), title="O mesmo kit").value
    stage.open(case)
    stage.press(Qt.Key.Key_M, SHIFT)
    stage.type(protocol.display(other.protocol))
    assert stage.services.cases.detail(other.id, 0).state is CaseState.MERGED


def test_a_colleagues_change_keeps_what_is_typed(stage: Stage, case: CaseDetail, colleague: Actor) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_R)
    stage.type("Oi, Marina")
    stage.services.notes.write_note(colleague, case.id, "Vi com a loja", expected_version=stage.stored().version)
    stage.news()
    assert stage.pane.editor.text.toPlainText() == "Oi, Marina"
    assert stage.focus is stage.pane.editor.text
    assert any(entry.text == "Vi com a loja" for entry in stage.pane.timeline.entries)


def test_own_acts_read_nothing_again(stage: Stage, case: CaseDetail, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.open(case)
    asked: list[None] = []
    monkeypatch.setattr(stage.pane.session, "reload", lambda: asked.append(None))
    stage.press(Qt.Key.Key_T, SHIFT)
    stage.news()
    assert asked == []


def test_viewers_are_named(stage: Stage, case: CaseDetail, colleague: Actor) -> None:
    stage.services.presence.beat(colleague, case.id, is_typing=True)
    stage.open(case)
    assert stage.pane.header.viewers.text() == "Paulo Reis está escrevendo…"


def test_who_only_reads_is_offered_nothing(case: CaseDetail) -> None:
    analyst = Actor(99, "Ana", Role.ANALYST)
    assert refusal_of("case.close", case, analyst) == "not_allowed"
    assert refusal_of("case.copy_protocol", case, analyst) == ""
    specialist = Actor(98, "Edu", Role.SPECIALIST)
    assert refusal_of("case.note", case, specialist) == ""
    assert refusal_of("case.reply", case, specialist) == "not_allowed"


def test_visibility_words_are_unmistakable(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    card = next(iter(stage.pane.timeline.cards.values()))
    assert "público" in card.head_text()
    assert stage.detail.timeline[0].visibility is Visibility.PUBLIC
    stage.press(Qt.Key.Key_R)
    assert stage.pane.editor.send_button.text() == "Enviar em privado"
    assert stage.pane.editor.text.property("edge") == "private"
