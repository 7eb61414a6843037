"""The inbox by keyboard, on a real file: moving, reading, triage, marks, news, filters, saved filters, undo."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView, RowKind
from app.models.domain.vocabulary import MentionState, Sentiment
from app.services.errors import Unavailable
from app.views.support.empty_state import EmptyKind

from .conftest import Stage  # isort: skip


NONE = Qt.KeyboardModifier.NoModifier


def states(stage: Stage, ids: tuple[int, ...]) -> list[MentionState]:
    return [stage.services.inbox.mention(each).state for each in ids]


def test_keys_move_and_read_without_leaving_the_list(stage: Stage) -> None:
    ids = stage.receive(5)
    stage.show(InboxView.TO_TRIAGE)
    assert stage.ids == sorted(ids, reverse=True)
    stage.press("j")
    assert stage.current == ids[-1]
    stage.press("j")
    stage.press("j")
    stage.press("k")
    assert stage.current == ids[-2]
    mention = stage.page.reading.mention
    assert mention is not None
    assert mention.id == ids[-2]
    stage.press(Qt.Key.Key_End)
    assert stage.current == ids[0]
    stage.press(Qt.Key.Key_Home)
    assert stage.current == ids[-1]
    stage.press(Qt.Key.Key_Return)
    assert stage.page.reading.preview.text.hasFocus()
    stage.press("u")
    assert stage.page.panel.view.hasFocus()


def test_the_next_page_comes_before_a_held_key_reaches_the_end(stage: Stage) -> None:
    stage.receive(120)
    stage.show(InboxView.TO_TRIAGE)
    first = len(stage.ids)
    assert first < 120
    stage.page.panel.view.go_to_place(first - 10)
    stage.settle()
    assert len(stage.ids) > first
    assert stage.page.panel.view.currentIndex().row() == first - 10


def test_one_key_triages_and_goes_on_to_the_next(stage: Stage) -> None:
    ids = stage.receive(5)
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    stage.press("m")
    assert states(stage, (ids[4],)) == [MentionState.MONITORED]
    assert stage.current == ids[3]
    assert stage.page.reading.key == (RowKind.MENTION, ids[3])
    stage.press("i")
    assert stage.page.keys.choice_bar.isVisible()
    stage.press("2")
    assert states(stage, (ids[3],)) == [MentionState.IGNORED]
    assert stage.page.panel.view.hasFocus()
    stage.press("t")
    assert states(stage, (ids[2],)) == [MentionState.IN_CASE]
    assert stage.page.reading.key == (RowKind.CASE, stage.pane.current_case_id)
    assert stage.current == ids[1]
    stage.press(Qt.Key.Key_Return)
    assert stage.pane.label.hasFocus()
    stage.press(Qt.Key.Key_Escape)
    assert stage.page.panel.view.hasFocus()
    stage.press("j")
    assert stage.page.reading.key == (RowKind.MENTION, ids[1])
    assert len(stage.page.panel.model.ids) == 2


def test_marked_mentions_are_triaged_together_with_one_way_back(stage: Stage) -> None:
    ids = stage.receive(5)
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    stage.press("x")
    stage.press("J", Qt.KeyboardModifier.ShiftModifier)
    stage.press("J", Qt.KeyboardModifier.ShiftModifier)
    assert set(stage.page.marks.ids(RowKind.MENTION)) == set(ids[2:])
    stage.press("m")
    assert states(stage, ids) == [MentionState.TO_TRIAGE] * 2 + [MentionState.MONITORED] * 3
    assert len(stage.page.marks) == 0
    stage.desk.undo.undo()
    stage.news()
    assert states(stage, ids) == [MentionState.TO_TRIAGE] * 5
    assert stage.ids == sorted(ids, reverse=True)
    assert stage.page.panel.pill.isHidden()


def test_everything_of_the_filter_is_marked_by_asking_twice(stage: Stage) -> None:
    ids = stage.receive(120)
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    stage.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(stage.page.marks) == 50
    stage.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert stage.page.marks.is_whole
    assert set(stage.page.marks.ids(RowKind.MENTION)) == set(ids)
    stage.press(Qt.Key.Key_Escape)
    assert len(stage.page.marks) == 0


def test_joining_offers_the_authors_open_cases_first(stage: Stage) -> None:
    first = stage.receive(1, author_key="marina", author_name="Marina Alves", channel="instagram")
    case = stage.services.triage.open_case(stage.desk.actor, first).value
    second = stage.receive(1, author_key="marina", author_name="Marina Alves", channel="instagram", text="E agora?")
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    assert stage.page.reading.mention is not None
    assert [each.id for each in stage.page.reading.mention.open_cases] == [case.id]
    stage.press("g")
    bar = stage.page.keys.finder_bar
    assert bar.isVisible()
    assert bar.finder.options.count() == 1
    stage.press(Qt.Key.Key_Return)
    assert stage.services.inbox.mention(second[0]).case_id == case.id


def test_any_case_is_found_by_a_piece_of_its_protocol(stage: Stage) -> None:
    other = stage.receive(1, author_key="outro")
    case = stage.services.triage.open_case(stage.desk.actor, other).value
    mine = stage.receive(1, author_key="novo", text="Ainda sem resposta")
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    stage.press("g")
    stage.press(case.protocol.replace(" ", "")[-6:-1])
    assert stage.page.keys.finder_bar.finder.options.count() == 1
    stage.press(Qt.Key.Key_Return)
    assert stage.services.inbox.mention(mine[0]).case_id == case.id


def test_a_case_that_is_not_there_is_said_so(stage: Stage) -> None:
    ids = stage.receive(1)
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    stage.press("g")
    stage.press("zzz")
    options = stage.page.keys.finder_bar.finder.options
    assert [options.item(n).text() for n in range(options.count())] == ["Nada encontrado"]
    stage.press(Qt.Key.Key_Return)
    assert states(stage, ids) == [MentionState.TO_TRIAGE]
    stage.press(Qt.Key.Key_Escape)
    assert stage.page.keys.finder_bar.isHidden()
    assert stage.page.panel.view.hasFocus()


def test_the_keys_come_back_with_the_rows(stage: Stage) -> None:
    ids = stage.receive(1)
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    stage.press("m")
    assert stage.page.panel.empty.isVisible()
    stage.desk.undo.undo()
    stage.news()
    assert stage.ids == list(ids)
    assert stage.page.panel.view.hasFocus()


def test_mouse_marks_with_ctrl_shift_and_on_the_badge(stage: Stage) -> None:
    ids = stage.receive(5)
    stage.show(InboxView.TO_TRIAGE)
    view = stage.page.panel.view

    def click(
        place: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, *, left: bool = False
    ) -> None:
        rect = view.visualRect(stage.page.panel.model.index(place, 0))
        at = rect.topLeft() + QPoint(12, 20) if left else rect.center()
        stage.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, at)

    click(0)
    stage.read()
    assert stage.page.reading.key == (RowKind.MENTION, ids[4])
    click(2, Qt.KeyboardModifier.ShiftModifier)
    assert len(stage.page.marks) == 3
    click(4, Qt.KeyboardModifier.ControlModifier)
    click(1, left=True)
    assert set(stage.page.marks.ids(RowKind.MENTION)) == {ids[4], ids[2], ids[0]}
    assert stage.current == ids[4]


def test_the_order_of_a_view_is_kept(stage: Stage) -> None:
    ids = stage.receive(3)
    stage.show(InboxView.TO_TRIAGE)
    stage.page.panel.header._menu.actions()[1].trigger()
    stage.settle()
    assert stage.ids == list(ids)
    stage.show(InboxView.MONITORED)
    stage.show(InboxView.TO_TRIAGE)
    assert stage.ids == list(ids)
    assert stage.page.panel.header.sort.text().startswith("Mais antigas")


def test_a_failing_database_is_said_and_asked_again(stage: Stage) -> None:
    stage.receive(2)
    stage.show(InboxView.TO_TRIAGE)
    inbox = stage.page.panel.model._inbox
    stage.page.panel.model._inbox = Broken()  # type: ignore[assignment]  # stands in for a database that is away
    stage.page.panel.show_news()
    stage.settle()
    assert stage.page.panel.empty.kind is EmptyKind.UNAVAILABLE
    assert [error.code for error in stage.errors if isinstance(error, Unavailable)] == ["database_unreachable"]
    stage.page.panel.model._inbox = inbox
    stage.page.panel.empty.requested.emit()
    stage.settle()
    assert len(stage.ids) == 2


class Broken:
    """An inbox whose database is away."""

    def page(self, *_arguments: object) -> None:
        raise Unavailable("database_unreachable")


def test_sentiment_is_confirmed_by_a_digit(stage: Stage) -> None:
    ids = stage.receive(1)
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    stage.press("1")
    detail = stage.services.inbox.mention(ids[0])
    assert (detail.sentiment, detail.sentiment_is_suggested) == (Sentiment.NEGATIVE, False)


def test_news_wait_in_a_pill_and_move_nothing(stage: Stage) -> None:
    ids = stage.receive(3)
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    stage.press("j")
    new = stage.receive(4, text="Chegou agora")
    stage.news()
    assert stage.current == ids[1]
    assert len(stage.ids) == 3
    assert stage.page.panel.pill.text().startswith("4 novas")
    stage.press(Qt.Key.Key_F5)
    assert set(stage.ids) == {*ids, *new}
    assert stage.page.panel.pill.isHidden()


def test_a_colleagues_triage_takes_the_row_but_not_what_is_read(stage: Stage) -> None:
    ids = stage.receive(4)
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    stage.services.triage.monitor(stage.desk.actor, [ids[3], ids[1]])
    stage.news()
    assert stage.ids == [ids[3], ids[2], ids[0]]
    assert stage.current == ids[3]
    assert stage.page.reading.mention is not None
    assert stage.page.reading.mention.state is MentionState.MONITORED


def test_a_hidden_page_catches_up_when_shown(stage: Stage) -> None:
    stage.show(InboxView.TO_TRIAGE)
    assert stage.page.panel.empty.text == "Tudo triado. Bom trabalho."
    stage.page.hide()
    ids = stage.receive(2)
    stage.news()
    assert stage.ids == []
    stage.page.show()
    stage.settle()
    assert set(stage.ids) == set(ids)


def test_empty_filtered_and_counted_are_told_apart(stage: Stage) -> None:
    stage.show(InboxView.TO_TRIAGE)
    panel = stage.page.panel
    assert panel.empty.kind is EmptyKind.EMPTY
    with stage.qtbot.waitSignal(stage.page.import_requested):
        panel.empty.requested.emit()
    stage.receive(3)
    stage.page.show_query(
        InboxQuery(InboxView.TO_TRIAGE, InboxFilter(sentiments=(Sentiment.POSITIVE,), text="inexistente")), "Gráfico"
    )
    stage.settle()
    assert panel.empty.kind is EmptyKind.FILTERED
    assert panel.chips.texts == ["Positivo", "“inexistente”"]
    assert panel.header.count.text() == "0"
    panel.empty.requested.emit()
    stage.settle()
    assert len(stage.ids) == 3
    assert panel.query.filter.is_empty


def test_filters_are_chosen_and_taken_away_by_key(stage: Stage) -> None:
    ids = stage.receive(5)
    stage.show(InboxView.TO_TRIAGE)
    stage.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    panel = stage.page.panel
    assert panel.filters.isVisible()
    first = next(iter(panel.filters._channels.values()))
    assert first.hasFocus()
    assert first.text() == "Instagram"
    stage.press(Qt.Key.Key_Space)
    assert panel.chips.texts == ["Instagram"]
    assert stage.ids == [ids[0]]
    assert panel.header.count.text() == "1"
    stage.press(Qt.Key.Key_Escape)
    assert panel.filters.isHidden()
    assert panel.view.hasFocus()
    panel.chips._buttons[0].setFocus()
    stage.press(Qt.Key.Key_Delete)
    assert len(stage.ids) == 5


def test_a_filter_is_kept_and_found_again(stage: Stage) -> None:
    ids = stage.receive(5)
    stage.page.show_query(InboxQuery(InboxView.TO_TRIAGE, InboxFilter(text="pedido")), "A triar")
    stage.settle()
    stage.page.panel.ask_name()
    stage.page.panel.save_bar._name.setText("Pedidos trocados")
    stage.press(Qt.Key.Key_Return)
    saved = stage.page.badges.saved
    assert [each.name for each in saved] == ["Pedidos trocados"]
    stage.show(InboxView.MONITORED)
    stage.page.show_saved(saved[0].id)
    stage.settle()
    assert stage.page.panel.header.title.text() == "Pedidos trocados"
    assert stage.ids == [ids[0]]
    assert stage.said[-1].startswith("Filtro “Pedidos trocados” salvo")


def test_cases_are_shown_given_and_put_aside_in_bulk(stage: Stage) -> None:
    cases = [stage.services.triage.open_case(stage.desk.actor, [each]).value.id for each in stage.receive(3)]
    stage.show(InboxView.UNOWNED)
    assert set(stage.ids) == set(cases)
    stage.press("j")
    assert stage.pane.current_case_id == stage.current
    stage.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    stage.press("A", Qt.KeyboardModifier.ShiftModifier)
    stage.press("marta")
    stage.press(Qt.Key.Key_Return)
    stage.news()
    owners = [stage.services.cases.detail(each, 0).owner_name for each in cases]
    assert owners == ["Marta Sá"] * 3
    stage.show(InboxView.MINE)
    stage.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    stage.press("S", Qt.KeyboardModifier.ShiftModifier)
    stage.press("3")
    stage.news()
    assert stage.services.inbox.page(InboxQuery(InboxView.SNOOZED), stage.desk.actor).rows
    stage.desk.undo.undo()
    stage.news()
    assert not stage.services.inbox.page(InboxQuery(InboxView.SNOOZED), stage.desk.actor).rows


def test_the_next_case_comes_after_closing_and_by_key(stage: Stage) -> None:
    cases = [stage.services.triage.open_case(stage.desk.actor, [each]).value.id for each in stage.receive(3)]
    stage.show(InboxView.UNOWNED)
    stage.press("j")
    first = stage.current
    assert first is not None
    stage.pane.closed_case.emit(first)
    stage.read()
    assert first not in stage.ids
    assert stage.pane.current_case_id == stage.current != first
    stage.page.next_case()
    stage.read()
    assert stage.pane.current_case_id in cases


def test_letters_typed_into_the_search_are_text(stage: Stage) -> None:
    ids = stage.receive(5)
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    stage.page.focus_search()
    stage.press("mitg")
    stage.press(Qt.Key.Key_Return)
    assert states(stage, ids) == [MentionState.TO_TRIAGE] * 5
    assert stage.page.panel.query.filter.text == "mitg"


def test_hundreds_are_a_job_with_one_way_back(stage: Stage) -> None:
    ids = stage.receive(260)
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    stage.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    stage.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    stage.qtbot.keyClicks(stage.page.panel.view, "m")
    stage.qtbot.waitUntil(lambda: not stage.desk.jobs.active, timeout=15_000)
    stage.news()
    assert stage.services.inbox.count(InboxQuery(InboxView.MONITORED), stage.desk.actor).n == len(ids)
    stage.desk.undo.undo()
    stage.news()
    assert stage.services.inbox.count(InboxQuery(InboxView.TO_TRIAGE), stage.desk.actor).n == len(ids)
