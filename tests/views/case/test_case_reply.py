"""Answering: drafts, guard, conflict, withdrawal, templates, promises, notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.models.domain.case_detail import CaseDetail, EntryKind
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import CaseState, DeliveryState, DraftKind, Visibility
from app.services.reply_book import UNDO_SEND_SETTING
from tests.views.case.conftest import Stage

CONTROL = Qt.KeyboardModifier.ControlModifier


def start(stage: Stage, text: str, mode: DraftKind = DraftKind.PRIVATE) -> None:
    stage.pane.editor.start(mode)
    stage.pane.editor.text.setPlainText(text)


def test_reply_in_private_with_ctrl_enter(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_R)
    stage.type("Oi, Marina. Qual o pedido?")
    stage.press(Qt.Key.Key_Return, CONTROL)
    replies = [entry for entry in stage.stored().timeline if entry.kind is EntryKind.REPLY]
    assert [(entry.text, entry.visibility) for entry in replies] == [("Oi, Marina. Qual o pedido?", Visibility.PRIVATE)]
    assert stage.pane.editor.text.toPlainText() == ""
    assert stage.stored().drafts == ()
    card = stage.pane.timeline.cards[EntryKind.REPLY, replies[0].id]
    assert "para você enviar pelo canal" in card.head_text()


def test_undo_puts_the_whole_text_back(stage: Stage, case: CaseDetail) -> None:
    book, leader = stage.services.settings_book, replace(stage.desk.actor, role=Role.SUPERVISOR)
    book.edit(leader, UNDO_SEND_SETTING, lambda _: 25, section="practice")
    stage.open(case)
    start(stage, "Um texto\ncom duas linhas")
    assert stage.pane.editor.undo_hint.text() == "Desfazer envio por 25 s"
    stage.pane.editor.send_button.click()
    stage.settle()
    assert stage.pane.editor.text.toPlainText() == ""
    stage.desk.undo.undo()
    stage.news()
    assert stage.pane.editor.text.toPlainText() == "Um texto\ncom duas linhas"
    assert not [entry for entry in stage.pane.timeline.entries if entry.kind is EntryKind.REPLY]


def test_copy_and_mark_as_sent(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    start(stage, "Oi, Marina")
    stage.pane.editor.send_button.click()
    stage.settle()
    entry = next(entry for entry in stage.detail.timeline if entry.kind is EntryKind.REPLY)
    stage.pane.timeline.requested.emit("copy", entry)
    assert QGuiApplication.clipboard().text() == "Oi, Marina"
    stage.pane.timeline.requested.emit("mark_sent", entry)
    stage.settle()
    sent = next(entry for entry in stage.stored().timeline if entry.kind is EntryKind.REPLY)
    assert sent.delivery is DeliveryState.SENT
    assert "enviada" in stage.pane.timeline.cards[EntryKind.REPLY, entry.id].head_text()


def test_personal_data_never_goes_public(stage: Stage, case: CaseDetail) -> None:
    level = stage.services.cases.detail(case.id, 0).crisis_level
    stage.open(case)
    start(stage, "Confirma o CPF 529.982.247-25?", DraftKind.PUBLIC)
    stage.pane.editor.send_button.click()
    if level is not None:
        assert f"nível {level}" in stage.pane.editor.notice.text
        stage.pane.editor.notice.buttons[0].click()
    stage.settle()
    notice = stage.pane.editor.notice
    assert "CPF" in notice.text
    assert len(stage.pane.editor.text.extraSelections()) == 1
    assert stage.stored().timeline[-1].kind is not EntryKind.REPLY
    notice.buttons[0].click()
    assert stage.pane.editor.mode is DraftKind.PRIVATE
    assert stage.pane.editor.text.toPlainText() == "Confirma o CPF 529.982.247-25?"


def test_unfilled_variables_are_not_sent(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    start(stage, "Até {prazo}, {fulano}")
    stage.pane.editor.send_button.click()
    stage.settle()
    assert "prazo, fulano" in stage.pane.editor.notice.text
    assert len(stage.pane.editor.text.extraSelections()) == 2
    assert stage.stored().timeline[-1].kind is not EntryKind.REPLY


def test_too_long_is_said_with_the_limit(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    start(stage, "a" * 1_001)
    assert "1.001 de 1.000" in stage.pane.editor._state.text()
    stage.pane.editor.send_button.click()
    stage.settle()
    assert "1.000" in stage.pane.editor.notice.text
    assert len(stage.pane.editor.text.toPlainText()) == 1_001


def test_a_colleague_answered_first(stage: Stage, case: CaseDetail, colleague: Actor) -> None:
    stage.open(case)
    start(stage, "A minha resposta")
    stage.pane.session.is_visible = False
    stage.services.replies.write_reply(
        colleague,
        case.id,
        expected_version=stage.detail.version,
        text="A resposta do Paulo",
        visibility=Visibility.PRIVATE,
        client_key="paulo",
    )
    stage.pane.editor.send_button.click()
    stage.news()
    notice = stage.pane.editor.notice
    assert "Paulo Reis" in notice.text
    assert "A resposta do Paulo" in notice.accessibleName()
    assert stage.pane.editor.text.toPlainText() == "A minha resposta"
    notice.buttons[0].click()
    stage.settle()
    texts = [entry.text for entry in stage.stored().timeline if entry.kind is EntryKind.REPLY]
    assert texts == ["A resposta do Paulo", "A minha resposta"]


def test_drafts_of_reply_and_note_survive(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    start(stage, "Resposta pela metade")
    start(stage, "Nota pela metade", DraftKind.NOTE)
    stage.pane._keeper.save()
    stage.settle()
    assert "rascunho salvo" in stage.pane.editor._state.text()
    stage.pane.clear()
    stage.settle()
    stage.open(case)
    kinds = {draft.kind: draft.text for draft in stage.stored().drafts}
    assert kinds == {DraftKind.PRIVATE: "Resposta pela metade", DraftKind.NOTE: "Nota pela metade"}
    stage.pane.editor.set_mode(DraftKind.NOTE)
    assert stage.pane.editor.text.toPlainText() == "Nota pela metade"
    stage.pane.editor.set_mode(DraftKind.PRIVATE)
    assert stage.pane.editor.text.toPlainText() == "Resposta pela metade"


def test_flush_saves_at_once(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    start(stage, "Saindo do programa")
    stage.pane.flush()
    assert [draft.text for draft in stage.stored().drafts] == ["Saindo do programa"]


def test_typed_text_moves_between_private_and_public(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    start(stage, "Oi")
    stage.pane.editor.set_mode(DraftKind.PUBLIC)
    assert stage.pane.editor.text.toPlainText() == "Oi"
    assert stage.pane.editor.send_button.text() == "Enviar em público"
    stage.pane.editor.set_mode(DraftKind.NOTE)
    assert stage.pane.editor.text.toPlainText() == ""
    assert stage.pane.editor.send_button.text() == "Guardar nota"


def test_note_with_the_key_n(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_N)
    stage.type("Ligar para a loja")
    stage.press(Qt.Key.Key_Return, CONTROL)
    assert stage.stored().timeline[-1].text == "Ligar para a loja"
    assert stage.stored().timeline[-1].kind is EntryKind.NOTE


def test_templates_by_hash_are_filled(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_R)
    stage.type("#")
    popup = stage.pane._picks._popup
    assert popup is not None
    assert popup.isVisible()
    stage.type("protocolo aberto")
    stage.press(Qt.Key.Key_Return)
    text = stage.pane.editor.text.toPlainText()
    assert text.startswith("Marina, registrei")
    assert "{protocolo}" not in text


def test_hash_inside_a_word_is_text(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_R)
    stage.type("pedido#1")
    assert stage.pane.editor.text.toPlainText() == "pedido#1"


def test_single_keys_are_text_while_writing(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_R)
    stage.type("ansfecwplr")
    assert stage.pane.editor.text.toPlainText() == "ansfecwplr"
    assert stage.pane.host.panel is None
    assert stage.stored().state is CaseState.NEW


def test_promise_travels_with_the_answer(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    start(stage, "Vamos reenviar")
    stage.pane.editor.promise_button.click()
    stage.pane.editor.promise.what.setText("Reenvio do kit")
    stage.pane.editor.send_button.click()
    stage.settle()
    promise = stage.stored().promises[0]
    assert promise.text == "Reenvio do kit"
    assert promise.due_at == stage.clock.now() + timedelta(days=1)
    assert not stage.pane.side.promises.isHidden()
    stage.pane.side.promises.settled.emit(promise.id, True)  # noqa: FBT003 - Qt's signals take positional values
    stage.settle()
    assert stage.stored().promises[0].state.value == "kept"


def test_solution_draft_comes_back(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.press(Qt.Key.Key_L)
    stage.type("Kit reenviado")
    stage.pane._keeper.save()
    stage.settle()
    stage.pane.clear()
    stage.open(case)
    assert stage.pane.side.solution.edit.toPlainText() == "Kit reenviado"
    stage.pane.side.solution.save.click()
    stage.settle()
    assert stage.stored().solution == "Kit reenviado"
    assert stage.pane.side.solution.save.isHidden()
