"""A customer who speaks again in the same conversation is heard by the open case."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models.domain.incoming import IncomingMention
from app.models.domain.vocabulary import CaseState, Visibility
from app.services.intake.batch import batch_of
from app.services.intake.wiring import build_intake
from tests.services.cases.conftest import Desk


def say(desk: Desk, text: str, external_id: str, *, in_reply_to: str | None = None) -> int:
    mention = IncomingMention(
        channel="instagram",
        text=text,
        posted_at=desk.clock.now(),
        external_id=external_id,
        author_key="lia.reis",
        author_name="Lia Reis",
        thread_key="dm-lia",
        is_private=True,
        is_direct=True,
        in_reply_to=in_reply_to,
    )
    return build_intake(desk.database).receive(batch_of([mention])).mention_ids[0]


def test_a_waiting_case_goes_on_when_the_customer_answers(desk: Desk) -> None:
    first = say(desk, "Meu pedido não chegou", "a1")
    opened = desk.cases.open_from_mentions(desk.actor, [first]).value
    taken = desk.cases.take(desk.actor, opened.id, expected_version=opened.version).value
    waiting = desk.cases.ask_customer(desk.actor, opened.id, expected_version=taken.version).value
    assert waiting.state is CaseState.WAITING_CUSTOMER
    desk.clock.advance(timedelta(hours=2))

    say(desk, "O número é 4471, vou ao Procon", "a2", in_reply_to="a1")

    detail = desk.cases.detail(opened.id, desk.actor.person_id)
    assert detail.state is CaseState.IN_SERVICE
    assert detail.version == waiting.version + 1
    assert not detail.deadlines.is_paused
    assert detail.crisis_level == 1
    assert [entry.text for entry in detail.timeline if entry.kind == "mention"][-1] == "O número é 4471, vou ao Procon"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nota dez, obrigada!", (5, None)),
        ("Ainda não resolveu.", (None, False)),
        ("Qual o horário da loja?", (None, None)),
    ],
)
def test_a_word_after_the_solution_may_be_the_answer_to_how_it_was(
    desk: Desk, text: str, expected: tuple[int | None, bool | None]
) -> None:
    opened = desk.cases.open_from_mentions(desk.actor, [say(desk, "Meu pedido não chegou", "s1")]).value
    desk.prepare_to_close(opened.id)
    write = {"text": "Chegou hoje?", "visibility": Visibility.PRIVATE, "client_key": "s"}
    desk.replies.write_reply(desk.actor, opened.id, expected_version=desk.version(opened.id), **write)
    desk.cases.resolve(desk.actor, opened.id, expected_version=desk.version(opened.id))
    desk.clock.advance(timedelta(hours=1))
    say(desk, text, "s2", in_reply_to="s1")
    found = desk.cases.detail(opened.id, desk.actor.person_id)
    assert (found.satisfaction, found.is_satisfied_resolved) == expected


def test_what_a_person_typed_in_stays(desk: Desk) -> None:
    opened = desk.cases.open_from_mentions(desk.actor, [say(desk, "Meu pedido não chegou", "t1")]).value
    desk.prepare_to_close(opened.id)
    write = {"text": "Chegou hoje?", "visibility": Visibility.PRIVATE, "client_key": "t"}
    desk.replies.write_reply(desk.actor, opened.id, expected_version=desk.version(opened.id), **write)
    desk.cases.resolve(desk.actor, opened.id, expected_version=desk.version(opened.id))
    desk.cases.record_satisfaction(desk.actor, opened.id, 3, expected_version=desk.version(opened.id))
    say(desk, "Nota dez!", "t2", in_reply_to="t1")
    assert desk.cases.detail(opened.id, 0).satisfaction == 3
