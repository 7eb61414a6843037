"""Cases and customers are united and parted, for ever, without a count or an id going astray."""

from __future__ import annotations

import pytest

from app.models.domain.customer_card import CustomerCard
from app.models.domain.vocabulary import CaseState, Visibility
from app.services.acts import Undo
from app.services.customers import CustomerEdit
from app.services.errors import Conflict, Invalid, Refused
from app.services.recount import recount
from tests.services.cases.conftest import Desk

CPF = "529.982.247-25"


def customer_of(desk: Desk, case_id: int) -> int:
    return desk.cases.detail(case_id, 0).customer.id


def balanced(desk: Desk) -> bool:
    with desk.database.read() as connection:
        return recount(connection) == []


def test_merged_cases_share_everything_and_part_again(desk: Desk) -> None:
    survivor, absorbed = desk.open_case("um"), desk.open_case("dois")
    desk.notes.write_note(desk.actor, absorbed, "uma nota", expected_version=1)
    desk.replies.write_reply(
        desk.actor, absorbed, expected_version=2, text="Oi", visibility=Visibility.PRIVATE, client_key="m"
    )
    before = desk.picture()
    done = desk.merges.merge(desk.actor, survivor, absorbed, expected_version=1, absorbed_version=3)
    texts = [entry.text for entry in done.value.timeline if entry.text]
    assert sorted(texts) == ["Oi", "dois", "um", "uma nota"]
    lost = desk.cases.detail(absorbed, 0)
    assert (lost.state, lost.merged_into_id) == (CaseState.MERGED, survivor)
    assert desk.cases.find_by_protocol(lost.protocol) == survivor
    assert balanced(desk)
    (merge_id,) = desk.merges.merges_of(survivor)
    desk.merges.unmerge(desk.actor, merge_id)
    after = desk.picture()
    assert before.pop("case_merge") == []
    assert len(after.pop("case_merge")) == 1
    assert after == before
    assert balanced(desk)
    with pytest.raises(Invalid, match="merge_missing"):
        desk.merges.unmerge(desk.actor, merge_id)


def test_what_waits_for_an_area_goes_on_waiting_after_a_merge(desk: Desk) -> None:
    survivor, absorbed = desk.open_case("um"), desk.open_case("dois")
    area = desk.forwarding.areas()[3]
    desk.forwarding.forward_to_area(desk.actor, absorbed, area.id, "Ver erro", expected_version=1)
    before = desk.picture()
    done = desk.merges.merge(desk.actor, survivor, absorbed, expected_version=1, absorbed_version=2)
    assert done.value.state is CaseState.WAITING_AREA
    assert done.value.forwarding is not None
    assert done.value.forwarding.area_name == area.name
    assert done.undo is not None
    done.undo.revert()
    after = desk.picture()
    before.pop("case_merge"), after.pop("case_merge")
    assert after == before
    merged = desk.merges.merge(desk.actor, survivor, absorbed, expected_version=3, absorbed_version=4)
    desk.forwarding.return_from_area(desk.actor, survivor, "Corrigido.", expected_version=merged.value.version)
    assert desk.cases.detail(survivor, 0).state is CaseState.IN_SERVICE
    (merge_id,) = desk.merges.merges_of(survivor)
    parted = desk.merges.unmerge(desk.actor, merge_id).value
    assert (parted.state, parted.forwarding) == (CaseState.IN_SERVICE, None)
    assert balanced(desk)


def test_a_vip_stays_one_when_customers_are_united(desk: Desk) -> None:
    first, second = desk.open_case(author="ana.souza"), desk.open_case(author="ana.s", channel="email")
    one, two = customer_of(desk, first), customer_of(desk, second)
    desk.customers.set_vip(desk.actor, two, expected_version=desk.customers.card(two).version, is_vip=True)
    before = desk.picture()
    versions = {
        "expected_version": desk.customers.card(one).version,
        "absorbed_version": desk.customers.card(two).version,
    }
    done = desk.customer_merges.merge(desk.actor, one, two, reason="same_email", **versions)
    assert done.value.is_vip
    assert desk.cases.detail(first, 0).is_vip
    assert desk.cases.detail(second, 0).is_vip
    assert balanced(desk)
    assert done.undo is not None
    done.undo.revert()
    after = desk.picture()
    for table in ("customer_merge", "handle_link"):
        before.pop(table), after.pop(table)
    assert after == before
    assert (desk.cases.detail(first, 0).is_vip, desk.cases.detail(second, 0).is_vip) == (False, True)


def test_a_dispute_of_a_closed_case_counts_as_reopened(desk: Desk) -> None:
    case_id = desk.open_case()
    desk.prepare_to_close(case_id)
    desk.cases.close(desk.actor, case_id, expected_version=desk.version(case_id), told_by_phone=True)
    before = desk.picture()
    done = desk.forwarding.dispute_to_ombudsman(
        desk.actor, case_id, "Não resolveu", expected_version=desk.version(case_id)
    )
    assert (done.value.reopened_count, done.value.solution, done.value.state) == (1, None, CaseState.WAITING_AREA)
    assert balanced(desk)
    assert done.undo is not None
    done.undo.revert()
    assert desk.picture() == before
    desk.forwarding.dispute_to_ombudsman(desk.actor, case_id, "Não resolveu", expected_version=desk.version(case_id))
    answered = desk.forwarding.return_from_area(
        desk.actor, case_id, "Refeito pela Ouvidoria.", expected_version=desk.version(case_id)
    )
    assert answered.value.solution == "Refeito pela Ouvidoria."


def test_cases_of_two_customers_do_not_merge(desk: Desk) -> None:
    one, other = desk.open_case(author="ana.souza"), desk.open_case(author="bia.lima")
    with pytest.raises(Refused, match="customers_differ"):
        desk.merges.merge(desk.actor, one, other, expected_version=1, absorbed_version=1)
    with pytest.raises(Refused, match="merge_with_itself"):
        desk.merges.merge(desk.actor, one, one, expected_version=1, absorbed_version=1)


def edit(desk: Desk, customer_id: int, name: str, **values: str) -> CustomerCard:
    version = desk.customers.card(customer_id).version
    return desk.customers.edit(
        desk.actor, customer_id, CustomerEdit(name=name, **values), expected_version=version
    ).value


def test_suggested_links_are_confirmed_by_a_person_and_parted_again(desk: Desk) -> None:
    first, second = desk.open_case(author="ana.souza"), desk.open_case(author="ana.s", channel="email")
    one, two = customer_of(desk, first), customer_of(desk, second)
    edit(desk, one, "Ana Souza", document=CPF, email="ana@exemplo.com.br")
    edit(desk, two, "Ana S.", document=CPF, email="ANA@exemplo.com.br")
    card = desk.customers.card(one)
    assert [(each.customer_id, each.reasons) for each in card.suggestions] == [(two, ("same_email", "same_document"))]
    assert desk.cases.detail(first, 0).customer.has_link_suggestions
    before = desk.picture()
    done = desk.customer_merges.merge(
        desk.actor, one, two, reason="same_document", expected_version=card.version, absorbed_version=2
    )
    assert len(done.value.handles) == 2
    assert {brief.id for brief in done.value.cases} == {first, second}
    assert desk.customers.card(two).id == one
    assert customer_of(desk, second) == one
    assert done.undo is not None
    done.undo.revert()
    after = desk.picture()
    for table in ("customer_merge", "handle_link"):
        before.pop(table), after.pop(table)
    assert after == before
    assert customer_of(desk, second) == two
    assert balanced(desk)


def test_a_rejected_suggestion_stays_away(desk: Desk) -> None:
    one, two = customer_of(desk, desk.open_case(author="a.b")), customer_of(desk, desk.open_case(author="c.d"))
    edit(desk, one, "A B", phone="11987654321")
    edit(desk, two, "C D", phone="+55 11 98765-4321")
    done = desk.customer_merges.reject_suggestion(desk.actor, one, two)
    assert done.value.suggestions == ()
    assert done.undo is not None
    assert len(done.undo.revert().value.suggestions) == 1


def test_a_handle_is_split_off_with_its_own_cases(desk: Desk) -> None:
    first = desk.open_case(author="ana.souza")
    customer = customer_of(desk, first)
    other = desk.mention(author="outra.ana")
    second = desk.cases.open_from_mentions(desk.actor, [other], customer_id=customer).value.id
    card = desk.customers.card(customer)
    handle = next(each for each in card.handles if each.handle_key == "outra.ana")
    done = desk.customer_merges.split_handle(desk.actor, customer, handle.id, expected_version=card.version)
    assert customer_of(desk, second) == done.value.id != customer
    assert done.undo is not None
    done.undo.revert()
    assert customer_of(desk, second) == customer
    with pytest.raises(Conflict, match="customer_changed"):
        desk.customer_merges.split_handle(desk.actor, customer, handle.id, expected_version=card.version)


def test_customers_are_listed_and_found_by_anything(desk: Desk) -> None:
    case_id = desk.open_case(author="joão.áureo")
    customer = customer_of(desk, case_id)
    for name in ("b.um", "c.dois"):
        desk.open_case(author=name)
    edit(desk, customer, "João Áureo", document=CPF, email="joao@exemplo.com.br", phone="1133334444")
    protocol = desk.cases.detail(case_id, 0).protocol
    for typed in ("joao au", CPF, "joao@exemplo.com.br", "(11) 3333-4444", protocol):
        assert [row.id for row in desk.customers.page(typed=typed).rows] == [customer], typed
    first = desk.customers.page(limit=2)
    assert first.next is not None
    rest = desk.customers.page(limit=2, after=first.next)
    assert [row.name for row in (*first.rows, *rest.rows)] == ["B Um", "C Dois", "João Áureo"]
    assert rest.next is None


def test_the_trail_goes_through_cases_and_mentions_by_time(desk: Desk) -> None:
    case_id = desk.open_case()
    loose = desk.mention("depois")
    trail = desk.customers.trail(customer_of(desk, case_id))
    assert {(entry.kind, entry.id) for entry in trail} == {("mention", loose), ("case", case_id)}
    assert desk.customers.trail(customer_of(desk, case_id), trail[-1].id) == ()


def test_a_vip_is_marked_on_open_cases_and_back(desk: Desk) -> None:
    case_id = desk.open_case()
    customer = customer_of(desk, case_id)
    before = desk.picture()
    done = desk.customers.set_vip(desk.actor, customer, expected_version=1, is_vip=True)
    assert desk.cases.detail(case_id, 0).is_vip
    assert done.undo is not None
    done.undo.revert()
    assert desk.picture() == before
    with pytest.raises(Invalid, match="document_invalid"):
        edit(desk, customer, "Ana", document="111.111.111-11")


def test_open_work_does_not_vanish_into_a_case_that_has_ended(desk: Desk) -> None:
    ended, going_on = desk.open_case("um"), desk.open_case("dois")
    desk.prepare_to_close(ended)
    desk.cases.resolve(desk.actor, ended, expected_version=desk.version(ended), told_by_phone=True)
    with pytest.raises(Refused, match="case_resolved"):
        desk.merges.merge(desk.actor, ended, going_on, expected_version=desk.version(ended), absorbed_version=1)
    desk.cases.close(desk.actor, ended, expected_version=desk.version(ended))
    with pytest.raises(Refused, match="case_closed"):
        desk.merges.merge(desk.actor, ended, going_on, expected_version=desk.version(ended), absorbed_version=1)
    done = desk.merges.merge(desk.actor, going_on, ended, expected_version=1, absorbed_version=desk.version(ended))
    assert done.undo is not None
    assert done.undo.revert().value.state is CaseState.CLOSED
    assert balanced(desk)


def test_merged_cases_part_in_the_order_in_which_they_were_united(desk: Desk) -> None:
    first, second, third = desk.open_case("um"), desk.open_case("dois"), desk.open_case("três")
    before = desk.picture()
    inner = desk.merges.merge(desk.actor, second, third, expected_version=1, absorbed_version=1)
    outer = desk.merges.merge(desk.actor, first, second, expected_version=1, absorbed_version=2)
    assert inner.undo is not None
    assert outer.undo is not None
    with pytest.raises(Refused, match="case_merged"):
        inner.undo.revert()
    outer.undo.revert()
    inner.undo.revert()
    after = desk.picture()
    del before["case_merge"], after["case_merge"]
    assert after == before
    assert balanced(desk)


def merge_customers(desk: Desk, survivor: int, absorbed: int) -> Undo:
    undo = desk.customer_merges.merge(
        desk.actor,
        survivor,
        absorbed,
        reason="same_phone",
        expected_version=desk.customers.card(survivor).version,
        absorbed_version=desk.customers.card(absorbed).version,
    ).undo
    assert undo is not None
    return undo


def test_merged_customers_part_in_the_order_in_which_they_were_merged(desk: Desk) -> None:
    cases = [desk.open_case(author=author) for author in ("ana.souza", "ana.s", "a.souza")]
    customers = [customer_of(desk, case_id) for case_id in cases]
    inner = merge_customers(desk, customers[1], customers[2])
    outer = merge_customers(desk, customers[0], customers[1])
    with pytest.raises(Refused, match="customer_merged"):
        inner.revert()
    outer.revert()
    inner.revert()
    assert [customer_of(desk, case_id) for case_id in cases] == customers
    assert [[each.handle_key for each in desk.customers.card(each).handles] for each in customers] == [
        ["ana.souza"],
        ["ana.s"],
        ["a.souza"],
    ]
    assert balanced(desk)


def test_a_split_taken_back_leaves_the_merge_as_it_was(desk: Desk) -> None:
    cases = [desk.open_case(author=author) for author in ("ana.souza", "ana.s")]
    one, two = (customer_of(desk, case_id) for case_id in cases)
    merged = merge_customers(desk, one, two)
    card = desk.customers.card(one)
    handle = next(each for each in card.handles if each.handle_key == "ana.s")
    split = desk.customer_merges.split_handle(desk.actor, one, handle.id, expected_version=card.version)
    assert split.undo is not None
    split.undo.revert()
    merged.revert()
    assert [each.handle_key for each in desk.customers.card(two).handles] == ["ana.s"]
    assert [customer_of(desk, case_id) for case_id in cases] == [one, two]
