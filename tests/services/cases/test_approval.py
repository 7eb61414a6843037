"""A public answer that needs a second person waits, reaches nobody meanwhile, and goes or comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from app.models.domain.case_detail import CaseDetail, TimelineEntry
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import CaseState, DeliveryState, Visibility
from app.models.schema.cases import IS_REPLY_TO_APPROVE, Case, Reply
from app.services.acts import Done
from app.services.errors import Invalid, Refused
from app.services.follow_up import NewPromise
from app.services.people import add_person
from app.services.settings_book import SettingsBook
from tests.services.cases.conftest import Desk

Write = Callable[..., Done[CaseDetail]]


@pytest.fixture
def rui(desk: Desk) -> Actor:
    """An attendant who writes."""
    at = desk.clock.now()
    return desk.database.quiet(lambda connection: add_person(connection, name="Rui Lima", role=Role.ATTENDANT, at=at))


def _need(desk: Desk, *, is_needed: bool) -> None:
    """Set in the crisis matrix whether answers at level 1 need a second person."""

    def change(matrix: dict[str, Any]) -> dict[str, Any]:
        levels = [{**row, "needs_approval": is_needed and row["level"] == 1} for row in matrix["levels"]]
        return {**matrix, "levels": levels}

    SettingsBook(database=desk.database).edit(desk.actor, "crisis", change, section="crisis")


@pytest.fixture
def case_id(desk: Desk) -> int:
    """A case at crisis level 1, where the team wants a second person."""
    _need(desk, is_needed=True)
    return desk.open_case("Achei veneno no iogurte", crisis_level=1)


@pytest.fixture
def write(desk: Desk, rui: Actor, case_id: int) -> Write:
    def send(
        text: str = "Sentimos muito.", *, actor: Actor = rui, visibility: Visibility = Visibility.PUBLIC, key: str = "k"
    ) -> Done[CaseDetail]:
        return desk.replies.write_reply(
            actor,
            case_id,
            expected_version=desk.version(case_id),
            text=text,
            visibility=visibility,
            client_key=key,
            promise=NewPromise("Voltar a falar", desk.clock.now() + timedelta(hours=3)),
        )

    return send


def _reply(detail: CaseDetail) -> TimelineEntry:
    (entry,) = (each for each in detail.timeline if each.kind == "reply")
    return entry


def test_it_waits_and_no_clock_stops(desk: Desk, write: Write, case_id: int) -> None:
    before = desk.cases.detail(case_id, 0)
    detail = write().value
    assert _reply(detail).delivery is DeliveryState.TO_APPROVE
    assert not _reply(detail).needs_manual_send
    assert detail.deadlines.first_response_at is None
    assert detail.state is before.state
    with desk.database.read() as connection:
        assert connection.execute(select(Reply.case_id).where(IS_REPLY_TO_APPROVE)).scalars().all() == [case_id]


def test_a_private_answer_goes_at_once(write: Write) -> None:
    assert _reply(write(visibility=Visibility.PRIVATE).value).delivery is DeliveryState.PENDING


def test_a_second_person_lets_it_go(desk: Desk, write: Write) -> None:
    entry = _reply(write().value)
    desk.clock.advance(timedelta(minutes=7))
    done = desk.approval.approve(desk.actor, entry.id)
    assert _reply(done.value).delivery is DeliveryState.PENDING
    assert _reply(done.value).can_withdraw_until == desk.clock.now() + timedelta(seconds=10)
    assert done.value.deadlines.first_response_at == desk.clock.now()
    assert done.undo is not None
    back = done.undo.revert().value
    assert _reply(back).delivery is DeliveryState.TO_APPROVE
    assert back.deadlines.first_response_at is None
    assert back.state is CaseState.NEW
    again = desk.approval.approve(desk.actor, entry.id)
    assert _reply(again.value).delivery is DeliveryState.PENDING
    gone = desk.replies.withdraw(desk.actor, entry.id)
    assert gone.value.deadlines.first_response_at is None


def test_nobody_approves_an_answer_of_their_own(desk: Desk, write: Write, rui: Actor) -> None:
    own = _reply(write(actor=desk.actor).value)
    with pytest.raises(Refused, match="approve_own_reply"):
        desk.approval.approve(desk.actor, own.id)
    with pytest.raises(Refused, match="not_allowed"):
        desk.approval.approve(rui, own.id)


def test_it_comes_back_with_the_reason_and_the_text(desk: Desk, write: Write, rui: Actor, case_id: int) -> None:
    entry = _reply(write("Sinto muito, Ana.").value)
    with pytest.raises(Invalid, match="reason_missing"):
        desk.approval.refuse(desk.actor, entry.id, "  ")
    done = desk.approval.refuse(desk.actor, entry.id, "Chame no privado primeiro.")
    refused = _reply(done.value)
    assert (refused.delivery, refused.decision_note) == (DeliveryState.REFUSED, "Chame no privado primeiro.")
    assert done.value.promises == ()
    mine = desk.cases.detail(case_id, rui.person_id)
    assert [draft.text for draft in mine.drafts] == ["Sinto muito, Ana."]
    with pytest.raises(Refused, match="reply_already_left"):
        desk.approval.approve(desk.actor, entry.id)


def test_its_author_takes_it_back(desk: Desk, write: Write, rui: Actor, case_id: int) -> None:
    entry = _reply(write().value)
    desk.replies.withdraw(rui, entry.id)
    assert [draft.text for draft in desk.cases.detail(case_id, rui.person_id).drafts] == ["Sentimos muito."]
    with pytest.raises(Refused, match="reply_already_left"):
        desk.approval.approve(desk.actor, entry.id)


def test_the_guard_reads_again_before_it_leaves(desk: Desk, write: Write, case_id: int) -> None:
    entry = _reply(write("O lote veio com defeito conhecido pela fábrica de Contagem.").value)
    note = "O lote veio com defeito conhecido pela fábrica de Contagem."
    desk.notes.write_note(desk.actor, case_id, note, expected_version=desk.version(case_id))
    with pytest.raises(Refused, match="public_reply_has_personal_data"):
        desk.approval.approve(desk.actor, entry.id)


def test_a_closed_case_refuses(desk: Desk, write: Write, case_id: int) -> None:
    entry = _reply(write().value)
    desk.cases.void(desk.actor, case_id, expected_version=desk.version(case_id))
    with pytest.raises(Refused):
        desk.approval.approve(desk.actor, entry.id)


def test_grave_cases_wait_where_the_team_says_so(desk: Desk, write: Write, case_id: int) -> None:
    _need(desk, is_needed=False)
    book = SettingsBook(database=desk.database)
    present = book.read("approval")
    value = {"natures": [], "grave": True}
    book.change(desk.actor, "approval", value, expected_version=present.version, section="situations")
    assert _reply(write(key="a").value).delivery is DeliveryState.PENDING
    desk.database.quiet(
        lambda connection: connection.execute(update(Case).where(Case.id == case_id).values(is_severe=True))
    )
    found = [each.delivery for each in write(key="b").value.timeline if each.kind == "reply"]
    assert found == [DeliveryState.PENDING, DeliveryState.TO_APPROVE]
