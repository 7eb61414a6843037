"""A case begins with its protocol, its customer and its deadlines, in one transaction."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.models.domain import protocol
from app.models.domain.case_detail import EntryKind
from app.models.domain.people import Actor
from app.models.domain.vocabulary import CaseState, Sentiment, SentimentSource
from app.models.schema.crisis import Alert, CrisisClock
from app.models.schema.mentions import Mention
from app.services.case_opening import ManualCase
from app.services.errors import Conflict, Invalid, Refused
from app.services.recount import recount
from tests.services.cases.conftest import Desk


def test_opening_gives_protocol_customer_deadlines_and_history(desk: Desk) -> None:
    mention = desk.mention(
        "Cobraram duas vezes", sentiment=Sentiment.NEGATIVE, sentiment_source=SentimentSource.CONFIRMED
    )
    done = desk.cases.open_from_mentions(desk.actor, [mention])
    case = done.value
    assert protocol.is_valid(case.protocol)
    assert case.state is CaseState.NEW
    assert case.title == "Cobraram duas vezes"
    assert case.customer.name == "Ana Souza"
    assert case.deadlines.first_response_due_at > case.opened_at
    assert [entry.kind for entry in case.timeline] == [EntryKind.EVENT, EntryKind.MENTION]
    assert done.changes.case_ids == {case.id}
    assert done.changes.mention_ids == {mention}
    assert desk.cases.find_by_protocol(protocol.display(case.protocol)) == case.id


def test_two_cases_have_protocols_in_order_and_share_the_customer(desk: Desk) -> None:
    first, second = desk.open_case("um"), desk.open_case("dois")
    a, b = (desk.cases.detail(each, desk.actor.person_id) for each in (first, second))
    assert a.protocol < b.protocol
    assert a.customer.id == b.customer.id
    assert [brief.id for brief in b.customer.other_open] == [first]


def test_a_mention_opens_only_one_case(desk: Desk) -> None:
    mention = desk.mention()
    desk.cases.open_from_mentions(desk.actor, [mention])
    with pytest.raises(Conflict, match="mention_changed"):
        desk.cases.open_from_mentions(desk.actor, [mention])


def test_a_telephone_case_stores_what_was_said_and_finds_the_customer_again(desk: Desk) -> None:
    manual = ManualCase("phone", "O técnico não veio", customer_name="Bia Lima", phone="(11) 98765-4321")
    case = desk.cases.open_manual(desk.actor, manual).value
    assert case.customer.phone == "+5511987654321"
    assert case.timeline[-1].text == "O técnico não veio"
    again = desk.cases.open_manual(desk.actor, ManualCase("phone", "De novo", phone="11987654321")).value
    assert again.customer.id == case.customer.id


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"text": "  "}, "empty_text"),
        ({"text": "x", "phone": "123"}, "phone_invalid"),
        ({"text": "x", "document": "111.111.111-11"}, "document_invalid"),
        ({"text": "x", "email": "sem arroba"}, "email_invalid"),
    ],
)
def test_what_is_typed_wrong_is_said(desk: Desk, values: dict[str, str], code: str) -> None:
    with pytest.raises(Invalid, match=code):
        desk.cases.open_manual(desk.actor, ManualCase(channel_key="phone", **values))


CPF = "529.982.247-25"


def test_what_a_known_caller_tells_now_is_kept(desk: Desk) -> None:
    first = ManualCase(channel_key="phone", text="Sem sinal", customer_name="Ana\x00 Souza", phone="(11) 98765-4321")
    desk.cases.open_manual(desk.actor, first)
    again = ManualCase(
        channel_key="phone",
        text="De novo",
        phone="11 98765-4321",
        email="ana@exemplo.com.br",
        document="529.982.247-25",
    )
    card = desk.customers.card(desk.cases.open_manual(desk.actor, again).value.customer.id)
    assert (card.name, card.email, card.document) == ("Ana Souza", "ana@exemplo.com.br", "52998224725")
    other = ManualCase(channel_key="phone", text="Mudei", phone="11 98765-4321", email="nova@exemplo.com.br")
    card = desk.customers.card(desk.cases.open_manual(desk.actor, other).value.customer.id)
    assert card.email == "ana@exemplo.com.br"


def test_undo_of_opening_voids_the_case_and_gives_the_mention_back(desk: Desk) -> None:
    mention = desk.mention()
    done = desk.cases.open_from_mentions(desk.actor, [mention])
    assert done.undo is not None
    assert done.undo.revert().value.state is CaseState.VOIDED
    again = desk.cases.open_from_mentions(desk.actor, [mention]).value
    assert again.protocol != done.value.protocol


def test_attach_and_detach_and_their_undo(desk: Desk) -> None:
    case_id, other = desk.open_case(), desk.mention("outra", author="ana.souza")
    before = desk.picture()
    joined = desk.cases.attach_mentions(desk.actor, case_id, [other], expected_version=1)
    assert joined.undo is not None
    assert [entry.text for entry in joined.value.timeline if entry.kind is EntryKind.MENTION][-1] == "outra"
    joined.undo.revert()
    assert desk.picture() == before
    joined = desk.cases.attach_mentions(desk.actor, case_id, [other], expected_version=3)
    split = desk.cases.detach(desk.actor, case_id, [other], expected_version=4)
    assert split.value.id != case_id
    assert split.value.customer.id == joined.value.customer.id
    assert split.undo is not None
    split.undo.revert()
    with desk.database.read() as connection:
        assert recount(connection) == []


def test_the_last_mention_stays(desk: Desk) -> None:
    mention = desk.mention()
    case = desk.cases.open_from_mentions(desk.actor, [mention]).value
    with pytest.raises(Refused, match="split_needs_rest"):
        desk.cases.detach(desk.actor, case.id, [mention], expected_version=1)


def test_void_gives_the_mentions_back_and_can_be_undone(desk: Desk) -> None:
    case_id = desk.open_case()
    before = desk.picture()
    done = desk.cases.void(desk.actor, case_id, expected_version=1)
    assert done.value.state is CaseState.VOIDED
    assert done.undo is not None
    done.undo.revert()
    assert desk.picture() == before


def test_stale_versions_say_who_and_when(desk: Desk, colleague: Actor) -> None:
    case_id = desk.open_case()
    desk.cases.take(colleague, case_id, expected_version=1)
    with pytest.raises(Conflict) as caught:
        desk.cases.take(desk.actor, case_id, expected_version=1)
    assert caught.value.code == "case_changed"
    assert caught.value.facts["by"] == "Rui Prado"
    assert caught.value.facts["at"] == desk.clock.now()


def test_what_is_said_on_the_telephone_is_read_for_a_crisis(desk: Desk) -> None:
    said = "Minha filha passou mal, achei veneno no iogurte!"
    opened = desk.cases.open_manual(desk.actor, ManualCase(channel_key="phone", text=said)).value
    assert opened.crisis_level == 1
    with desk.database.read() as connection:
        mention = connection.execute(select(Mention.id, Mention.sentiment, Mention.crisis_words)).one()
        clock = connection.execute(select(CrisisClock.mention_id, CrisisClock.identified_at)).one()
        alerts = connection.execute(select(Alert.kind, Alert.level)).all()
    assert mention.sentiment is Sentiment.NEGATIVE
    assert "veneno" in mention.crisis_words
    assert clock == (mention.id, desk.clock.now())
    assert [tuple(row) for row in alerts] == [("crisis", 1)]


def test_a_quiet_call_rings_for_nobody(desk: Desk) -> None:
    said = "Qual o horário da loja do centro?"
    opened = desk.cases.open_manual(desk.actor, ManualCase(channel_key="phone", text=said)).value
    assert opened.crisis_level is None
    with desk.database.read() as connection:
        assert connection.execute(select(Alert.id)).all() == []
