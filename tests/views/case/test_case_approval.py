"""A second person's yes and the support material, on the case screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from app.models.domain.case_detail import CaseDetail, EntryKind, TimelineEntry
from app.models.domain.people import Actor
from app.models.domain.vocabulary import DeliveryState, DraftKind, Visibility
from tests.views.case.conftest import Stage

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def _written(stage: Stage, case: CaseDetail, author: Actor) -> TimelineEntry:
    def change(matrix: dict[str, Any]) -> dict[str, Any]:
        return {**matrix, "levels": [{**row, "needs_approval": True} for row in matrix["levels"]]}

    stage.services.settings_book.edit(stage.desk.actor, "crisis", change, section="crisis")
    done = stage.services.replies.write_reply(
        author,
        case.id,
        expected_version=stage.services.cases.detail(case.id, 0).version,
        text="Sentimos muito.",
        visibility=Visibility.PUBLIC,
        client_key="k",
    )
    return next(entry for entry in done.value.timeline if entry.kind is EntryKind.REPLY)


def test_the_key_lets_a_waiting_answer_go(stage: Stage, case: CaseDetail, colleague: Actor) -> None:
    entry = _written(stage, case, colleague)
    stage.open(case)
    card = stage.pane.timeline.cards[EntryKind.REPLY, entry.id]
    assert "aguardando aprovação" in card.head_text()
    stage.press(Qt.Key.Key_A, SHIFT)
    reply = next(each for each in stage.stored().timeline if each.kind is EntryKind.REPLY)
    assert reply.delivery is DeliveryState.PENDING
    stage.desk.undo.undo()
    stage.news()
    reply = next(each for each in stage.stored().timeline if each.kind is EntryKind.REPLY)
    assert reply.delivery is DeliveryState.TO_APPROVE


def test_it_goes_back_with_a_reason(stage: Stage, case: CaseDetail, colleague: Actor) -> None:
    entry = _written(stage, case, colleague)
    stage.open(case)
    stage.pane.timeline.requested.emit("refuse", entry)
    panel = stage.pane.strips.panel
    assert panel is not None
    panel.submitted.emit()
    stage.settle()
    assert panel.error.text()
    panel.edit.setPlainText("Chame no privado.")
    panel.submitted.emit()
    stage.settle()
    reply = next(each for each in stage.stored().timeline if each.kind is EntryKind.REPLY)
    assert (reply.delivery, reply.decision_note) == (DeliveryState.REFUSED, "Chame no privado.")


def test_support_material_is_searched_and_used(stage: Stage, case: CaseDetail) -> None:
    stage.services.articles.add(stage.desk.actor, "Troca de produto", "Oi, {cliente}! A troca leva 7 dias.")
    stage.services.articles.add(stage.desk.actor, "Horário das lojas", "Abrimos às 9 h.")
    stage.open(case)
    stage.press(Qt.Key.Key_R)
    stage.press(Qt.Key.Key_M, CONTROL)
    popup = stage.pane._articles.popup
    assert popup is not None
    assert popup.list.model().rowCount() == 2
    popup.edit.setText("troca")
    popup.edit.textEdited.emit("troca")
    stage.settle()
    assert popup.list.model().rowCount() == 1
    popup.picked.emit(popup.list.model().item(0).id)
    stage.settle()
    assert stage.pane.editor.text.toPlainText() == "Oi, Marina! A troca leva 7 dias."
    assert stage.services.articles.search("troca")[0].used_count == 1


def test_a_good_answer_becomes_support_material(stage: Stage, case: CaseDetail) -> None:
    done = stage.services.replies.write_reply(
        stage.desk.actor,
        case.id,
        expected_version=case.version,
        text="Oi, Marina! A troca leva 7 dias.",
        visibility=Visibility.PUBLIC,
        client_key="a",
    )
    entry = next(each for each in done.value.timeline if each.kind is EntryKind.REPLY)
    stage.services.replies.mark_sent(stage.desk.actor, entry.id)
    stage.open(case)
    stage.pane.timeline.requested.emit("to_article", entry)
    stage.settle()
    assert [each.text for each in stage.services.articles.search("troca")] == ["Oi, {cliente}! A troca leva 7 dias."]


def test_a_template_beside_the_advice_is_used_by_one_click(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    offered = stage.detail.recommendation.templates
    assert 1 <= len(offered) <= 3
    stage.pane.editor.start(DraftKind.PRIVATE)
    stage.pane.side.advice.template_requested.emit(offered[0][0])
    stage.settle()
    assert "Marina" in stage.pane.editor.text.toPlainText()


def test_the_policy_says_who_answers_a_subject(stage: Stage, case: CaseDetail) -> None:
    stage.services.classification.classify(stage.desk.actor, case.id, *_subject(stage), expected_version=case.version)

    def change(policy: dict[str, Any]) -> dict[str, Any]:
        return {**policy, "subjects": [{"key": "service", "who": "marketing"}]}

    stage.services.practice.edit(stage.desk.actor, "policy", change)
    stage.services.shelf.forget()
    stage.open(case)
    assert stage.pane.side.advice.answerer.text() == "Pela política, quem responde este assunto é o Marketing."


def _subject(stage: Stage) -> tuple[int, int]:
    """A variable below "Atendimento": the policy of the branch holds for it."""
    trees = stage.services.classification.trees()
    axis = trees.axis_by_key("subject")
    assert axis is not None
    macro = next(node for node in trees.children(axis.id) if node.key == "service")
    return axis.id, trees.children(axis.id, macro.id)[0].id
