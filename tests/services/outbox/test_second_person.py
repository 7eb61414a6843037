"""What needs a second person leaves with that person's word only, also when it has come to need one on its way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from app.models.domain.channel_health import Problem
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import DeliveryState
from app.services.channels.base import ChannelError
from app.services.errors import Refused
from app.services.settings_book import SettingsBook
from tests.services.outbox.conftest import Office

PENDING, TO_APPROVE, FAILED = DeliveryState.PENDING, DeliveryState.TO_APPROVE, DeliveryState.FAILED


def need(office: Office, *, is_needed: bool = True) -> None:
    def change(matrix: dict[str, Any]) -> dict[str, Any]:
        levels = [{**row, "needs_approval": is_needed and row["level"] == 1} for row in matrix["levels"]]
        return {**matrix, "levels": levels}

    SettingsBook(database=office.desk.database).edit(office.desk.actor, "crisis", change, section="crisis")


@pytest.fixture
def rui(person_of: Callable[[str, Role], Actor]) -> Actor:
    return person_of("Rui Lima", Role.ATTENDANT)


def test_nothing_takes_what_waits_for_a_second_person(office: Office, rui: Actor) -> None:
    need(office)
    reply_id = office.write(office.case("Achei veneno", crisis_level=1), actor=rui)
    office.later(minutes=5)
    loop = office.loop()
    assert loop.run_once() == 0
    assert office.state(reply_id) is TO_APPROVE
    office.desk.approval.approve(office.desk.actor, reply_id)
    office.later(minutes=5)
    assert loop.run_once() == 1


def test_what_has_come_to_need_one_waits_for_one(office: Office, rui: Actor) -> None:
    need(office, is_needed=False)
    case_id = office.case("Achei veneno", crisis_level=1)
    reply_id = office.write(case_id, actor=rui)
    office.later(seconds=11)
    office.channel.send_steps.append(ChannelError(Problem.NO_NETWORK))
    loop = office.loop()
    loop.run_once()
    need(office)
    office.later(minutes=1)
    assert loop.run_once() == 0
    assert (office.state(reply_id), office.row(id=reply_id).error_code) == (FAILED, "approval_needed")
    office.desk.replies.retry(rui, reply_id)
    assert office.state(reply_id) is TO_APPROVE
    assert office.desk.cases.detail(case_id, 0).deadlines.first_response_at is None
    assert loop.run_once() == 0
    office.desk.approval.approve(office.desk.actor, reply_id)
    office.later(seconds=11)
    assert loop.run_once() == 1
    assert len(office.channel.sends) == 2


def test_approving_passes_the_guard_with_the_networks_limits(office: Office, rui: Actor) -> None:
    need(office)
    case_id = office.case("Achei veneno", crisis_level=1)
    words = "vamos oferecer a troca somente se o cliente insistir muito"
    reply_id = office.write(case_id, words, actor=rui)
    office.desk.notes.write_note(rui, case_id, words, expected_version=office.desk.version(case_id))
    with pytest.raises(Refused, match="public_reply_has_personal_data"):
        office.desk.approval.approve(office.desk.actor, reply_id)
