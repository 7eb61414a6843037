"""A proposal is seen as one, with its confidence and its words; one key confirms it, and undo proposes it again."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.models.domain.case_detail import AxisValue, CaseDetail
from app.models.domain.people import PROGRAM
from app.models.domain.suggestion import Suggestion
from app.models.queries.case_facts import case_row
from app.services.acts import Act
from app.services.case_book import CaseBook
from app.services.mention_book import MentionBook
from app.views.case.case_actions import refusal_of
from app.views.case.event_texts import event_text
from tests.views.case.conftest import Stage
from tests.views.case.test_case_acts import SHIFT, node_of


def suggest(stage: Stage, case_id: int, *proposed: tuple[str, str]) -> None:
    wished = {
        axis: Suggestion(node, 0.82, "pedido, trocado")
        for axis, node in (node_of(stage, axis_key, name) for axis_key, name in proposed)
    }

    def work(act: Act) -> None:
        row = case_row(act.connection, case_id, lock=True)
        assert row is not None
        CaseBook(mentions=MentionBook()).suggest(act, row, wished)

    stage.services.database.act(work, actor=PROGRAM)


def value(stage: Stage, axis_key: str) -> AxisValue:
    return next(axis for axis in stage.stored().axes if axis.axis_key == axis_key)


def test_a_proposal_is_shown_as_one_and_confirmed_by_one_key(stage: Stage, case: CaseDetail) -> None:
    suggest(stage, case.id, ("nature", "Reclamação"), ("profile", "Cliente"))
    stage.open(case)
    nature, _node = node_of(stage, "nature", "Reclamação")
    axes = stage.pane.side.axes
    button = axes.buttons[nature]
    assert button.value == "Sugestão: Reclamação · 82 %"
    assert "“pedido”, “trocado”" in button.accessibleName()
    assert "Enter confirma" in button.toolTip()
    assert axes.accept_all.isVisible()
    button.setFocus()
    stage.press(Qt.Key.Key_Return)
    assert (button.value, value(stage, "nature").path) == ("Reclamação", "Reclamação")
    assert value(stage, "profile").node_id is None
    stage.desk.undo.undo()
    stage.settle()
    assert value(stage, "nature").suggested_path == "Reclamação"
    stage.pane.timeline.setFocus()
    stage.press(Qt.Key.Key_C, SHIFT)
    assert not any(axis.suggested_path for axis in stage.stored().axes)
    assert not axes.accept_all.isVisible()
    said = [event_text(each, {}, stage.clock.now()) for each in stage.stored().timeline if each.verb == "classify"]
    assert "Você confirmou a sugestão: Cliente" in said
    assert refusal_of("case.accept", stage.stored(), stage.desk.actor) == "not_now"


def test_walking_with_c_confirms_by_enter_and_a_person_may_choose_otherwise(stage: Stage, case: CaseDetail) -> None:
    suggest(stage, case.id, ("nature", "Reclamação"), ("profile", "Cliente"))
    stage.open(case)
    stage.press(Qt.Key.Key_C)
    popup = stage.pane.classify.popup
    assert popup is not None
    stage.press(Qt.Key.Key_Return)
    assert value(stage, "nature").path == "Reclamação"
    stage.press(Qt.Key.Key_Escape)
    profile, _node = node_of(stage, "profile", "Cliente")
    stage.pane.classify.start(profile)
    stage.settle()
    stage.type("Prospecto")
    stage.press(Qt.Key.Key_Return)
    assert (value(stage, "profile").path, value(stage, "profile").suggested_path) == ("Prospecto", None)
