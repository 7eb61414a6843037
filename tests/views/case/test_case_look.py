"""What the case screen consists of, its long timelines, its names, its folding, its own window and the call form."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.models.domain import protocol
from app.models.domain.case_detail import CaseDetail, EntryKind, TimelineEntry
from app.models.domain.case_flow import Act
from app.models.domain.next_step import NextStepCode
from app.models.domain.vocabulary import Visibility
from app.services.errors import Invalid
from app.views.case.case_actions import BUTTONS, MENU, SCOPE, case_actions
from app.views.case.event_texts import _template
from app.views.case.pane import CasePane
from app.views.case.phone_dialog import PhoneDialog, ProtocolDialog
from app.views.case.pick_model import PickItem, PickModel
from app.views.case.timeline_body import PlainBody, places_of
from app.views.case.window import CaseWindows
from app.views.support.actions import ActionRegistry
from app.views.support.step_texts import _step_words
from tests.views.case.conftest import Stage
from tests.views.inbox.widget_tree import nameless, tree

CONTROL = Qt.KeyboardModifier.ControlModifier


def long_timeline(stage: Stage, count: int) -> tuple[TimelineEntry, ...]:
    first = stage.clock.now() - timedelta(days=30)
    return tuple(
        TimelineEntry(
            kind=EntryKind.MENTION,
            id=number,
            at=first + timedelta(minutes=number),
            who="Marina",
            text=f"Mensagem {number}. " * (1 + number % 9),
            visibility=Visibility.PUBLIC,
        )
        for number in range(count)
    )


def test_five_hundred_entries_stay_fluid(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    timeline = stage.pane.timeline
    timeline.add_earlier(long_timeline(stage, 500))
    timer = QElapsedTimer()
    timer.start()
    bar = timeline.verticalScrollBar()
    for step in range(20):
        bar.setValue(bar.maximum() * step // 20)
    stage.pane.resize(900, 840)
    assert timer.elapsed() < 8_000, "a loose bound: the count of cards below is what keeps it fluid"
    assert len(timeline.cards) < 120, "only what is near the view is built"


def test_an_earlier_page_does_not_move_the_view(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    timeline = stage.pane.timeline
    timeline.add_earlier(long_timeline(stage, 60)[30:])
    bar = timeline.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    key, card = next((k, c) for k, c in timeline.cards.items() if c.y() >= bar.value())
    before = card.y() - bar.value()
    timeline.add_earlier(long_timeline(stage, 30))
    assert abs(timeline.cards[key].y() - bar.value() - before) <= 2


def test_a_case_opens_at_its_newest_entry(
    stage: Stage, case: CaseDetail, receive: Callable[..., tuple[int, ...]]
) -> None:
    stage.clock.advance(timedelta(hours=1))
    later = stage.services.cases.open_from_mentions(stage.desk.actor, receive("Outra vez"), title="Outra vez").value
    for number in range(12):
        later = stage.services.notes.write_note(
            stage.desk.actor, later.id, f"Nota {number}", expected_version=later.version
        ).value
    assert later.customer.id == case.customer.id, "a line for the earlier case stands above"
    stage.open(later)
    bar = stage.pane.timeline.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()


def test_earlier_cases_stand_above_the_first_message(
    stage: Stage, case: CaseDetail, receive: Callable[..., tuple[int, ...]]
) -> None:
    stage.clock.advance(timedelta(hours=1))
    later = stage.services.cases.open_from_mentions(stage.desk.actor, receive("Outra vez"), title="Outra vez").value
    stage.open(later)
    first = stage.pane.timeline.entries[0]
    assert (first.kind, first.id) == (EntryKind.EARLIER_CASE, case.id)
    card = stage.pane.timeline.cards[EntryKind.EARLIER_CASE, case.id]
    assert protocol.display(case.protocol) in card.accessibleName()


def test_widget_tree_is_as_kept(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    kept = Path(__file__).parents[2] / "snapshots" / "case_pane.txt"
    shown = re.sub(r"\b\d\d:\d\d\b", "HH:MM", tree(stage.pane)) + "\n"
    assert shown == kept.read_text(encoding="utf-8")


def test_text_is_never_markup(stage: Stage, receive: Callable[..., tuple[int, ...]]) -> None:
    text = "<b>oi</b> <img src=x> & fim"
    detail = stage.services.cases.open_from_mentions(stage.desk.actor, receive(text)).value
    stage.open(detail)
    card = stage.pane.timeline.cards[EntryKind.MENTION, detail.timeline[0].id]
    assert card.findChildren(PlainBody)[0].toPlainText() == text


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("vou ao Procon.", ["procon"], ["Procon"]),
        ("médicos e saúde", ["medico"], ["médicos"]),
        ("o reprocon", ["procon"], []),
        ("😀 Procon", ["PROCON"], ["Procon"]),
        ("nada", ["", " "], []),
    ],
)
def test_danger_words_are_found(text: str, words: list[str], found: list[str]) -> None:
    units = text.encode("utf-16-le")
    assert [units[2 * a : 2 * b].decode("utf-16-le") for a, b in places_of(text, words)] == found


def test_files_are_saved_where_asked(stage: Stage, case: CaseDetail, tmp_path: Path) -> None:
    stage.open(case)
    info = stage.detail.timeline[0].attachments[0]
    stage.pane._delivery.write_file(info, tmp_path / "foto.jpg")
    stage.settle()
    assert (tmp_path / "foto.jpg").read_bytes() == b"kit"
    assert stage.said == ["Anexo salvo: foto.jpg"]


def test_every_control_has_a_name(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    assert nameless(stage.pane) == []
    for action_id in ("case.close", "case.snooze", "case.forward", "case.split", "case.dispute"):
        if stage.pane.commands.action(action_id).isEnabled():
            stage.pane.commands.run(action_id)
            stage.settle()
            assert nameless(stage.pane) == [], action_id


def test_the_right_zone_folds_into_a_tab(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    zones = stage.pane._zones
    assert not zones.is_folded
    stage.pane.resize(600, 700)
    assert zones.is_folded
    assert zones.tabs.isVisible()
    assert not stage.pane.side.isVisible()
    zones.tabs.setCurrentIndex(1)
    assert stage.pane.side.isVisible()
    stage.pane.resize(900, 700)
    assert not zones.is_folded
    assert stage.pane.side.isVisible()


def test_actions_have_free_keys_and_are_all_offered(actions: ActionRegistry) -> None:
    actions.define(case_actions())
    assert all(spec.scope == SCOPE for spec in case_actions())
    assert [c for spec in case_actions() for c in actions.conflicts(spec.id, spec.keys)] == []
    shown = {*BUTTONS, *MENU} - {""}
    assert shown | {"case.templates"} == {spec.id for spec in case_actions()}


def test_every_next_step_has_its_words() -> None:
    assert all(_step_words(code.value) != "ver o atendimento" for code in NextStepCode)


def test_every_act_has_its_words_in_the_timeline() -> None:
    own_entry = {Act.REPLY_PUBLIC, Act.REPLY_PRIVATE, Act.NOTE, Act.FORWARD_TO_AREA, Act.RETURN_FROM_AREA}
    own_name = {Act.MARK_GRAVE}
    verbs = {act.value for act in Act if act not in own_entry | own_name}
    verbs |= {"open_case", "release", "set_severe", "set_founded", "set_title", "tell_protocol", "attach_mentions"}
    verbs |= {"undo", "merged_into", "unmerge", "reply_retried", "reply_failed", "reply_uncertain"}
    assert [verb for verb in sorted(verbs) if "mudou o atendimento" in _template(verb, {})] == []


def test_pick_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = PickModel()
    qtmodeltester.check(model)
    model.show([PickItem(1, "Um"), PickItem(2, "Dois", below="abaixo")])
    assert model.rowCount() == 2


def test_a_missing_case_offers_to_try_again(stage: Stage, errors: list[Exception]) -> None:
    stage.pane.show_case(1)
    stage.settle()
    assert stage.pane.session.detail is None
    assert [type(error) for error in errors] == [Invalid]
    assert stage.pane._empty.isVisible()


def test_one_window_a_case(
    stage: Stage, case: CaseDetail, make_pane: Callable[[], CasePane], settle: Callable[[], None]
) -> None:
    windows = CaseWindows(desk=stage.desk, make_pane=make_pane)
    first = windows.open(case.id)
    settle()
    assert windows.open(case.id) is first
    assert first.windowTitle() == "Pedido trocado"
    first.close()
    settle()
    assert windows.open(case.id) is not first
    settle()
    windows.close_all()
    settle()


def test_a_call_is_registered_by_keys_alone(stage: Stage, qtbot: QtBot) -> None:
    dialog = PhoneDialog(desk=stage.desk, cases=stage.services.cases)
    qtbot.addWidget(dialog)
    opened: list[CaseDetail] = []
    dialog.opened.connect(opened.append)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.try_submit()
    assert dialog.error_of("who")
    qtbot.keyClicks(dialog.who, "Armando Dias")
    qtbot.keyClicks(dialog.contact, "12")
    qtbot.keyClicks(dialog.said, "Embalagem aberta, lote 4471")
    qtbot.keyClick(dialog.said, Qt.Key.Key_Return, CONTROL)
    stage.settle()
    assert "telefone não está completo" in dialog.error_of("contact")
    dialog.contact.setText("(31) 98877-6655")
    qtbot.keyClick(dialog.said, Qt.Key.Key_Return, CONTROL)
    stage.settle()
    assert [detail.customer.name for detail in opened] == ["Armando Dias"]
    shown = ProtocolDialog(desk=stage.desk, detail=opened[0])
    qtbot.addWidget(shown)
    gone_to: list[object] = []
    shown.open_case_requested.connect(gone_to.append)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.keyClick(shown, Qt.Key.Key_P)
    assert QGuiApplication.clipboard().text() == protocol.display(opened[0].protocol)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert gone_to == [opened[0].id]
