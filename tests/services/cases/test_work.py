"""Notes, areas, promises, silence, drafts, presence, templates and the timeline's pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.models.domain.case_detail import EntryKind
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import CaseState, DraftKind, MentionState, Visibility
from app.models.schema.cases import Forwarding
from app.models.schema.mentions import AttachmentContent
from app.services.attachments import NewFile
from app.services.errors import Invalid, Refused
from app.services.follow_up import NewPromise
from tests.services.cases.conftest import Desk


def test_a_note_calls_colleagues_and_drops_its_draft(desk: Desk, colleague: Actor) -> None:
    case_id = desk.open_case()
    desk.drafts.save(desk.actor, case_id, DraftKind.NOTE, "rascunho")
    done = desk.notes.write_note(desk.actor, case_id, "@Rui Prado, veja o contrato", expected_version=1)
    assert done.value.drafts == ()
    assert [entry.text for entry in done.value.timeline if entry.kind is EntryKind.NOTE] == [
        "@Rui Prado, veja o contrato"
    ]
    with pytest.raises(Invalid, match="empty_text"):
        desk.notes.write_note(colleague, case_id, " ", expected_version=2)


def test_a_case_goes_to_an_area_and_comes_back_with_its_solution(
    desk: Desk, person_of: Callable[[str, Role], Actor]
) -> None:
    case_id, area = desk.open_case(), desk.forwarding.areas()[0]
    sent = desk.forwarding.forward_to_area(desk.actor, case_id, area.id, "conferir fatura", expected_version=1).value
    assert sent.forwarding is not None
    assert sent.forwarding.area_name == area.name
    assert (sent.next_step.code, sent.next_step.by) == ("area_answer", "area")
    expert = person_of("Lia Motta", Role.SPECIALIST)
    with pytest.raises(Refused, match="not_allowed"):
        desk.cases.take(expert, case_id, expected_version=2)
    back = desk.forwarding.return_from_area(expert, case_id, "Estornado.", expected_version=2).value
    assert (back.solution, back.forwarding) == ("Estornado.", None)
    assert [entry.kind for entry in back.timeline if entry.text == "Estornado."] == [EntryKind.AREA_ANSWER]
    with pytest.raises(Invalid, match="reason_missing"):
        desk.forwarding.forward_to_area(desk.actor, case_id, area.id, " ", expected_version=3)


def test_a_silent_case_is_found_in_business_time(desk: Desk) -> None:
    case_id = desk.open_case()
    assert desk.follow_up.silent_cases() == ()
    desk.clock.advance(timedelta(days=10))
    assert [each.case_id for each in desk.follow_up.silent_cases()] == [case_id]


def test_a_customers_open_cases_say_what_the_case_says_is_next(desk: Desk) -> None:
    case_id = desk.open_case()
    promise = NewPromise("ligar", desk.clock.now() + timedelta(minutes=5))
    desk.follow_up.make_promise(desk.actor, case_id, promise, expected_version=desk.version(case_id))
    detail = desk.cases.detail(case_id, desk.actor.person_id)
    assert detail.next_step.code == "keep_promise"
    assert desk.customers.next_steps(detail.customer.id) == {case_id: detail.next_step}


def test_two_drafts_live_side_by_side(desk: Desk) -> None:
    case_id = desk.open_case()
    desk.drafts.save(desk.actor, case_id, DraftKind.PUBLIC, "para todos")
    desk.drafts.save(desk.actor, case_id, DraftKind.NOTE, "para nós")
    assert {draft.text for draft in desk.drafts.load(desk.actor, case_id)} == {"para todos", "para nós"}
    desk.drafts.discard(desk.actor, case_id, DraftKind.NOTE)
    desk.drafts.save(desk.actor, case_id, DraftKind.PUBLIC, "")
    assert desk.drafts.load(desk.actor, case_id) == ()


def test_files_beside_a_draft_are_kept_until_it_is_sent_or_they_are_taken_out(desk: Desk, colleague: Actor) -> None:
    case_id, other = desk.open_case(), desk.open_case()
    photo, bill = NewFile("foto.png", "image/png", b"pixels"), NewFile("conta.pdf", "application/pdf", b"%PDF")

    def contents() -> int:
        with desk.database.read() as connection:
            return connection.execute(select(func.count()).select_from(AttachmentContent)).scalar_one()

    before = contents()
    desk.drafts.keep_files(desk.actor, case_id, [photo])
    desk.drafts.keep_files(desk.actor, case_id, [photo, bill])
    desk.drafts.keep_files(colleague, case_id, [bill])
    desk.drafts.keep_files(desk.actor, other, [photo])
    assert desk.drafts.files(desk.actor, case_id) == (photo, bill)
    assert desk.drafts.load(desk.actor, case_id) == ()
    detail = desk.cases.detail(case_id, desk.actor.person_id)
    assert (detail.drafts, detail.has_draft_files) == ((), True)
    assert contents() == before + 4
    desk.drafts.keep_files(desk.actor, case_id, [bill])
    assert (desk.drafts.files(desk.actor, case_id), contents()) == ((bill,), before + 3)
    done = desk.replies.write_reply(
        desk.actor,
        case_id,
        expected_version=desk.version(case_id),
        text="Segue.",
        visibility=Visibility.PRIVATE,
        client_key="k1",
        files=[bill],
    )
    assert not done.value.has_draft_files
    assert desk.drafts.files(desk.actor, case_id) == ()
    assert (desk.drafts.files(colleague, case_id), desk.drafts.files(desk.actor, other)) == ((bill,), (photo,))
    (sent,) = next(each for each in done.value.timeline if each.kind == "reply").attachments
    desk.drafts.keep_files(desk.actor, case_id, [sent.id])
    assert desk.drafts.files(desk.actor, case_id) == (sent,)
    desk.drafts.keep_files(desk.actor, case_id, [])
    assert not desk.cases.detail(case_id, desk.actor.person_id).has_draft_files
    assert contents() == before + 3


def test_who_looks_at_a_case_is_seen_until_the_beat_stops(desk: Desk, colleague: Actor, engine_kind: str) -> None:
    case_id = desk.open_case()
    assert desk.presence.beat(desk.actor, case_id) == ()
    (viewer,) = desk.presence.beat(colleague, case_id, is_typing=True)
    assert (viewer.name, viewer.is_typing) == ("Marta Sá", False)
    assert [each.name for each in desk.presence.viewers(case_id, but=desk.actor.person_id)] == ["Rui Prado"]
    if engine_kind == "sqlite":  # a server tells its own time
        desk.clock.advance(timedelta(seconds=61))
        assert desk.presence.viewers(case_id) == ()
    desk.presence.leave(colleague, case_id)
    assert "Rui Prado" not in [each.name for each in desk.presence.viewers(case_id)]


def test_templates_are_filled_and_the_most_used_come_first(desk: Desk) -> None:
    case_id = desk.open_case()
    offered = desk.templates.for_case(case_id, Visibility.PRIVATE)
    chosen = offered[-1]
    filled = desk.templates.fill(desk.actor, chosen.id, case_id)
    assert "{cliente}" not in filled.text
    desk.templates.count_use(desk.actor, chosen.id)
    used = [info for info in desk.templates.list() if info.id == chosen.id]
    assert used[0].used_count == 1
    with pytest.raises(Invalid, match="template_missing"):
        desk.templates.fill(desk.actor, 9_999, case_id)


def test_the_timeline_comes_in_pages_that_miss_and_repeat_nothing(desk: Desk) -> None:
    same = desk.clock.now() - timedelta(days=2)
    ids = [desk.mention(f"m{number}", posted_at=same) for number in range(30)]
    ids += [desk.mention(f"n{number}", posted_at=same + timedelta(minutes=number)) for number in range(1, 30)]
    detail = desk.cases.open_from_mentions(desk.actor, ids).value
    seen = [entry.id for entry in detail.timeline if entry.kind is EntryKind.MENTION]
    cursor = detail.earlier_cursor
    while cursor is not None:
        page = desk.cases.earlier(detail.id, cursor)
        seen = [entry.id for entry in page.entries] + seen
        cursor = page.earlier_cursor
    assert sorted(seen) == sorted(ids)
    assert len(seen) == len(set(seen))


def test_mentions_keep_their_state_with_the_case(desk: Desk) -> None:
    mention = desk.mention(state=MentionState.MONITORED, state_reason="rotina")
    done = desk.cases.open_from_mentions(desk.actor, [mention])
    assert done.undo is not None
    done.undo.revert()
    assert [row[7] for row in desk.picture()["mention"]] == [MentionState.MONITORED]


def test_what_is_past_is_refused(desk: Desk) -> None:
    case_id, past = desk.open_case(), desk.clock.now() - timedelta(days=1)
    with pytest.raises(Invalid, match="snooze_past"):
        desk.cases.snooze(desk.actor, case_id, past, expected_version=1)
    with pytest.raises(Invalid, match="follow_up_past"):
        desk.cases.set_follow_up(desk.actor, case_id, past.date(), expected_version=1)
    with pytest.raises(Invalid, match="person_unknown"):
        desk.cases.assign(desk.actor, case_id, 99, expected_version=1)


def test_only_a_supervisor_takes_a_case_from_somebody(desk: Desk, colleague: Actor) -> None:
    case_id = desk.open_case()
    desk.cases.take(desk.actor, case_id, expected_version=1)
    with pytest.raises(Refused, match="not_allowed"):
        desk.cases.assign(colleague, case_id, colleague.person_id, expected_version=2)
    with pytest.raises(Refused, match="not_allowed"):
        desk.cases.release(colleague, case_id, expected_version=2)
    with pytest.raises(Refused, match="not_allowed"):
        desk.cases.take(colleague, case_id, expected_version=2)
    given = desk.cases.assign(desk.actor, case_id, colleague.person_id, expected_version=2).value
    assert given.owner_name == "Rui Prado"
    assert desk.cases.release(colleague, case_id, expected_version=3).value.owner_id is None
    assert desk.cases.set_title(colleague, case_id, "Fatura", expected_version=4).value.title == "Fatura"
    told = desk.cases.tell_protocol(colleague, case_id, expected_version=5).value
    assert {step.key: step.status for step in told.steps}["protocol"] == "done"
    assert desk.cases.set_founded(colleague, case_id, expected_version=6, is_founded=True).value.is_founded


def test_an_area_keeps_its_case_while_the_customer_is_asked(desk: Desk) -> None:
    case_id, area = desk.open_case(), desk.forwarding.areas()[0]
    desk.forwarding.forward_to_area(desk.actor, case_id, area.id, "conferir", expected_version=1)
    desk.cases.ask_customer(desk.actor, case_id, expected_version=2)
    assert desk.cases.resume(desk.actor, case_id, expected_version=3).value.state is CaseState.WAITING_AREA
    desk.cases.ask_customer(desk.actor, case_id, expected_version=4)
    heard = desk.cases.attach_mentions(desk.actor, case_id, [desk.mention("segue a foto")], expected_version=5).value
    assert heard.state is CaseState.WAITING_AREA
    assert heard.forwarding is not None
    assert desk.forwarding.return_from_area(desk.actor, case_id, "Feito.", expected_version=6).value.forwarding is None


def test_a_case_that_ends_waits_for_no_area(desk: Desk) -> None:
    case_id, area = desk.open_case(), desk.forwarding.areas()[0]
    desk.prepare_to_close(case_id)
    version = desk.version(case_id)
    desk.forwarding.forward_to_area(desk.actor, case_id, area.id, "conferir", expected_version=version)
    desk.cases.ask_customer(desk.actor, case_id, expected_version=version + 1)
    before = desk.picture()
    done = desk.cases.close(desk.actor, case_id, expected_version=version + 2, told_by_phone=True)
    assert done.value.closing_kind == "second_level"
    with desk.database.read() as connection:
        assert connection.execute(select(Forwarding.id).where(Forwarding.returned_at.is_(None))).all() == []
    assert done.undo is not None
    done.undo.revert()
    assert desk.picture() == before
    voided = desk.cases.void(desk.actor, case_id, expected_version=desk.version(case_id))
    with desk.database.read() as connection:
        assert connection.execute(select(Forwarding.id).where(Forwarding.returned_at.is_(None))).all() == []
    assert voided.undo is not None
    voided.undo.revert()
    assert desk.picture() == before


def test_a_customers_word_wakes_a_case_that_was_put_aside(desk: Desk) -> None:
    case_id = desk.open_case()
    desk.clock.advance(timedelta(minutes=1))
    desk.cases.snooze(desk.actor, case_id, desk.clock.now() + timedelta(days=3), expected_version=1)
    woken = desk.cases.attach_mentions(desk.actor, case_id, [desk.mention("e agora?")], expected_version=2)
    assert woken.value.snoozed_until is None
    assert woken.undo is not None
    assert woken.undo.revert().value.snoozed_until is not None


def test_typed_texts_carry_nothing_that_no_table_holds(desk: Desk) -> None:
    case_id = desk.open_case()
    bad = "a\x00\ud800b"
    assert desk.cases.set_title(desk.actor, case_id, bad, expected_version=1).value.title == "ab"
    assert desk.cases.write_solution(desk.actor, case_id, bad, expected_version=2).value.solution == "ab"
    told = desk.cases.set_external(desk.actor, case_id, expected_version=3, system=bad, number=bad, status=bad).value
    assert (told.external_system, told.external_number, told.external_status) == ("ab", "ab", "ab")
    assert desk.cases.void(desk.actor, case_id, expected_version=4, reason=bad).value.state is CaseState.VOIDED
