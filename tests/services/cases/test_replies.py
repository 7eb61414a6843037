"""Answers: guarded, written once, taken back whole, never sent twice by the program."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import insert

from app.models.domain import protocol
from app.models.domain.case_detail import CaseDetail, TimelineEntry
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import DeliveryState, DraftKind, Visibility
from app.models.schema.settings import BusinessSetting
from app.services.acts import Done
from app.services.errors import Conflict, Invalid, Refused
from app.services.follow_up import NewPromise
from app.services.practice import PracticeService
from app.services.reply_guard import COMPANY_SETTING
from tests.services.cases.conftest import Desk


def write(
    desk: Desk, case_id: int, text: str = "Olá, Ana.", *, key: str = "k1", actor: Actor | None = None, version: int = 0
) -> Done[CaseDetail]:
    return desk.replies.write_reply(
        actor or desk.actor,
        case_id,
        expected_version=version or desk.version(case_id),
        text=text,
        visibility=Visibility.PUBLIC,
        client_key=key,
    )


def replies_of(detail: CaseDetail) -> list[TimelineEntry]:
    return [entry for entry in detail.timeline if entry.kind == "reply"]


def test_the_first_reply_stops_its_clock_and_notices_the_protocol(desk: Desk) -> None:
    case_id = desk.open_case()
    number = protocol.display(desk.cases.detail(case_id, 0).protocol)
    done = write(desk, case_id, f"Olá! Seu protocolo é {number}.")
    assert done.value.deadlines.first_response_at == desk.clock.now()
    assert done.value.owner_name == "Marta Sá"
    (entry,) = replies_of(done.value)
    assert entry.needs_manual_send
    assert entry.can_withdraw_until == desk.clock.now() + timedelta(seconds=10)
    assert {step.key: step.status for step in done.value.steps}["protocol"] == "done"


def test_annulling_a_case_withdraws_what_has_not_left(desk: Desk) -> None:
    case_id = desk.open_case()
    write(desk, case_id)
    voided = desk.cases.void(desk.actor, case_id, expected_version=desk.version(case_id))
    assert replies_of(voided.value) == []
    assert voided.undo is not None
    back = voided.undo.revert()
    assert [entry.delivery for entry in replies_of(back.value)] == [DeliveryState.PENDING]


def test_the_same_key_never_gives_two_replies(desk: Desk) -> None:
    case_id = desk.open_case()
    write(desk, case_id)
    again = write(desk, case_id)
    assert len(replies_of(again.value)) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Seu CPF é 529.982.247-25", "public_reply_has_personal_data"),
        ("Escreva para ana@exemplo.com.br", "public_reply_has_personal_data"),
        ("Olá, {cliente}", "unresolved_variables"),
        ("a" * 1_001, "reply_too_long"),
    ],
)
def test_what_must_not_leave_is_refused(desk: Desk, text: str, code: str) -> None:
    case_id = desk.open_case()
    with pytest.raises(Refused, match=code):
        write(desk, case_id, text)


def test_a_note_does_not_leave_in_public(desk: Desk) -> None:
    case_id = desk.open_case()
    note = "cliente ameaçou ir ao Procon, cuidado com o que prometer agora"
    desk.notes.write_note(desk.actor, case_id, note, expected_version=1)
    with pytest.raises(Refused) as caught:
        write(desk, case_id, f"Olá! {note}")
    assert caught.value.facts["kinds"] == ("note",)


def test_the_companys_own_contacts_may_be_told(desk: Desk, person_of: Callable[[str, Role], Actor]) -> None:
    case_id = desk.open_case()
    text = "Ligue para (31) 3333-4444 ou venha à Rua das Acácias, 120."
    with pytest.raises(Refused, match="public_reply_has_personal_data"):
        write(desk, case_id, text)
    leader = person_of("Lia", Role.SUPERVISOR)
    own = {"phones": ["31 3333-4444"], "places": ["Rua das Acácias, 120, Centro"]}
    PracticeService(database=desk.database).edit(leader, COMPANY_SETTING, lambda value: value | own)
    assert len(replies_of(write(desk, case_id, text).value)) == 1


def test_withdrawing_gives_the_text_back_whole(desk: Desk) -> None:
    case_id = desk.open_case()
    before = desk.picture()
    done = write(desk, case_id, "Olá,\n\nvamos ver.")
    assert done.undo is not None
    back = done.undo.revert().value
    assert replies_of(back) == []
    assert [(draft.kind, draft.text) for draft in back.drafts] == [(DraftKind.PUBLIC, "Olá,\n\nvamos ver.")]
    after = desk.picture()
    for table in ("reply", "draft"):
        before.pop(table), after.pop(table)
    assert after == before


def test_a_colleagues_answer_is_shown_and_the_text_is_kept(desk: Desk, colleague: Actor) -> None:
    case_id = desk.open_case()
    write(desk, case_id, "Já respondi.", actor=colleague, version=1)
    with pytest.raises(Conflict) as caught:
        write(desk, case_id, "Minha resposta.", key="k2", version=1)
    assert caught.value.code == "case_answered"
    assert (caught.value.facts["by"], caught.value.facts["text"]) == ("Rui Prado", "Já respondi.")
    assert [draft.text for draft in desk.drafts.load(desk.actor, case_id)] == ["Minha resposta."]
    assert desk.drafts.cases_with_drafts(desk.actor) == (case_id,)


def test_copied_and_marked_as_sent(desk: Desk) -> None:
    case_id = desk.open_case()
    (entry,) = replies_of(write(desk, case_id).value)
    (sent,) = replies_of(desk.replies.mark_sent(desk.actor, entry.id, "https://exemplo.com.br/1").value)
    assert (sent.delivery, sent.permalink) == (DeliveryState.SENT, "https://exemplo.com.br/1")
    with pytest.raises(Refused, match="reply_already_left"):
        desk.replies.withdraw(desk.actor, entry.id)


def test_a_promise_goes_with_the_reply_and_is_kept(desk: Desk) -> None:
    case_id = desk.open_case()
    due = desk.clock.now() + timedelta(hours=3)
    done = desk.replies.write_reply(
        desk.actor,
        case_id,
        expected_version=1,
        text="O técnico chega em 3 horas.",
        visibility=Visibility.PRIVATE,
        client_key="p",
        promise=NewPromise("técnico em 3 horas", due),
    )
    (promise,) = done.value.promises
    assert (done.value.next_step.code, done.value.next_step.due_at) == ("keep_promise", due)
    kept = desk.follow_up.keep_promise(desk.actor, case_id, promise.id, expected_version=2).value
    assert kept.promises[0].state == "kept"
    with pytest.raises(Invalid, match="promise_missing"):
        desk.follow_up.break_promise(desk.actor, case_id, promise.id, expected_version=3)


def test_a_withdrawn_reply_takes_its_promise_along_and_keeps_what_was_begun(desk: Desk) -> None:
    case_id = desk.open_case()
    desk.replies.write_reply(
        desk.actor,
        case_id,
        expected_version=1,
        text="O técnico chega em 3 horas.",
        visibility=Visibility.PRIVATE,
        client_key="p",
        promise=NewPromise("técnico em 3 horas", desk.clock.now() + timedelta(hours=3)),
    )
    desk.drafts.save(desk.actor, case_id, DraftKind.PRIVATE, "Mais uma coisa")
    (entry,) = replies_of(desk.cases.detail(case_id, 0))
    back = desk.replies.withdraw(desk.actor, entry.id).value
    assert back.promises == ()
    assert [each.text for each in desk.drafts.load(desk.actor, case_id)] == [
        "O técnico chega em 3 horas.\n\nMais uma coisa"
    ]


def test_a_reply_is_held_to_the_place_where_it_goes(desk: Desk) -> None:
    case_id = desk.open_case(channel="instagram")
    desk.clock.advance(timedelta(minutes=1))
    mention = desk.mention("uma estrela", channel="google_play")
    detail = desk.cases.attach_mentions(desk.actor, case_id, [mention], expected_version=1).value
    assert (detail.can_reply_public, detail.can_reply_private, detail.reply_limit) == (True, False, 350)
    for visibility, code in (
        (Visibility.PRIVATE, "channel_has_no_private"),
        (Visibility.PUBLIC, "reply_too_long"),
    ):
        with pytest.raises(Refused, match=code):
            desk.replies.write_reply(
                desk.actor, case_id, expected_version=2, text="a" * 400, visibility=visibility, client_key="l"
            )


def test_a_reply_that_comes_twice_at_once_is_no_conflict(desk: Desk) -> None:
    case_id = desk.open_case()
    texts: list[Exception | int] = []
    barrier = threading.Barrier(2)

    def send() -> None:
        barrier.wait()
        try:
            texts.append(len(replies_of(write(desk, case_id, version=1).value)))
        except Conflict as conflict:
            texts.append(conflict)

    both = [threading.Thread(target=send) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert texts == [1, 1]
    assert desk.drafts.load(desk.actor, case_id) == ()


def test_a_withdrawn_reply_does_not_count_where_one_is_enough(desk: Desk) -> None:
    case_id = desk.open_case()
    desk.classify(case_id)
    desk.database.quiet(
        lambda connection: connection.execute(
            insert(BusinessSetting).values(key="one_reply_nodes", value=["nature/question"], version=1)
        )
    )
    (entry,) = replies_of(write(desk, case_id).value)
    detail = desk.replies.withdraw(desk.actor, entry.id).value
    assert "second_reply_stopped" not in {offer.refusal for offer in detail.offers}


def test_a_second_reply_is_stopped_where_one_is_enough(desk: Desk, colleague: Actor) -> None:
    case_id = desk.open_case()
    desk.classify(case_id)
    desk.database.quiet(
        lambda connection: connection.execute(
            insert(BusinessSetting).values(key="one_reply_nodes", value=["nature/question"], version=1)
        )
    )
    write(desk, case_id)
    with pytest.raises(Refused, match="second_reply_stopped"):
        write(desk, case_id, "De novo", key="k2", actor=colleague)
    desk.replies.write_reply(
        desk.actor,
        case_id,
        expected_version=desk.version(case_id),
        text="Exceção",
        visibility=Visibility.PUBLIC,
        client_key="k3",
        second_reply_reason="pedido da diretoria",
    )
