"""A position needs a second person, reaches the cases of its room, and a room ends with a report."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models.domain.crisis_room import EntryKind
from app.models.domain.people import Actor, Role
from app.services.crisis_rooms import NewRoom
from app.services.errors import Conflict, Invalid, Refused
from tests.fakes import FakeClock
from tests.services.crisis.conftest import House, NewMention, NewPerson
from tests.services.crisis.test_crisis_rooms import make_case_of

TEXT = "Recolhemos o lote 77 e trocamos o produto na loja."


def test_a_position_needs_a_second_person_and_then_answers(
    house: House, actor: Actor, mention: NewMention, person: NewPerson
) -> None:
    other = person("Paulo Reis", Role.SUPERVISOR)
    attendant = person("Beto Luz")
    mention_id = mention()
    case_id = make_case_of(house.database, mention_id)
    room_id = house.rooms.open(actor, NewRoom("Vidro", 1, (mention_id,))).value
    with pytest.raises(Refused, match="position_missing"):
        house.closing.approve_position(other, room_id, expected_version=1)
    version = house.closing.draft_position(actor, room_id, f" {TEXT} ", expected_version=1).value
    assert house.closing.position_for_case(case_id) is None
    with pytest.raises(Refused, match="position_own"):
        house.closing.approve_position(actor, room_id, expected_version=version)
    with pytest.raises(Refused, match="not_allowed"):
        house.closing.approve_position(attendant, room_id, expected_version=version)
    with pytest.raises(Conflict, match="room_changed"):
        house.closing.approve_position(other, room_id, expected_version=1)
    approved = house.closing.approve_position(other, room_id, expected_version=version)
    position = house.closing.position_for_case(case_id)
    assert position is not None
    assert (position.text, position.approved_by, position.room_id) == (TEXT, "Paulo Reis", room_id)
    with pytest.raises(Conflict, match="position_approved"):
        house.closing.approve_position(other, room_id, expected_version=approved.value)
    assert approved.undo is not None
    back = approved.undo.revert()
    assert house.closing.position_for_case(case_id) is None
    approved = house.closing.approve_position(other, room_id, expected_version=back.value)
    withdrawn = house.closing.withdraw_position(other, room_id, expected_version=approved.value)
    assert house.closing.position_for_case(case_id) is None
    with pytest.raises(Refused, match="position_missing"):
        house.closing.withdraw_position(other, room_id, expected_version=withdrawn.value)
    again = house.closing.draft_position(attendant, room_id, "Outro texto", expected_version=withdrawn.value)
    detail = house.rooms.room(room_id)
    assert (detail.position_text, detail.position_by, detail.position_approved_at) == ("Outro texto", "Beto Luz", None)
    assert again.undo is not None
    again.undo.revert()
    assert house.rooms.room(room_id).position_text == TEXT
    kinds = [entry.kind for entry in house.rooms.record(room_id) if entry.kind.value.startswith(("position", "undone"))]
    assert len(kinds) == 7


def test_a_drill_answers_nobody(house: House, actor: Actor, person: NewPerson) -> None:
    room_id = house.rooms.open(actor, NewRoom("Simulado", 1, is_drill=True)).value
    version = house.closing.draft_position(actor, room_id, TEXT, expected_version=1).value
    house.closing.approve_position(person("Paulo Reis", Role.SUPERVISOR), room_id, expected_version=version)
    assert house.closing.position_for_case(1) is None


def test_a_room_ends_with_its_report(
    house: House, actor: Actor, mention: NewMention, clock: FakeClock, person: NewPerson
) -> None:
    room_id = house.rooms.open(actor, NewRoom("Vidro", 1, (mention(), mention(level=2), mention(level=None)))).value
    clock.advance(timedelta(minutes=95))
    house.work.write(actor, room_id, "Recolher o lote", EntryKind.DECISION)
    report = house.closing.report(room_id)
    assert report.lasted == timedelta(minutes=95)
    assert report.levels == {1: 1, 2: 1}
    assert report.entries[-1].text == "Recolher o lote"
    with pytest.raises(Refused, match="not_allowed"):
        house.closing.close(person("Beto Luz"), room_id, "x", expected_version=1)
    saved = house.closing.save_report(actor, room_id, "Rascunho", expected_version=1)
    done = house.closing.close(actor, room_id, "Encerrado sem feridos.", expected_version=saved.value)
    clock.advance(timedelta(hours=3))
    assert house.closing.report(room_id).lasted == timedelta(minutes=95)
    detail = house.rooms.room(room_id)
    assert (detail.closing_report, detail.closed_by, detail.line.is_open) == (
        "Encerrado sem feridos.",
        "Marta Sá",
        False,
    )
    with pytest.raises(Refused, match="room_closed"):
        house.work.write(actor, room_id, "tarde demais")
    with pytest.raises(Refused, match="room_closed"):
        house.closing.close(actor, room_id, "x", expected_version=done.value)
    edited = house.closing.save_report(actor, room_id, "Encerrado, sem feridos.", expected_version=done.value)
    assert edited.undo is not None
    back = edited.undo.revert()
    assert house.rooms.room(room_id).closing_report == "Encerrado sem feridos."
    opened = house.closing.reopen(actor, room_id, expected_version=back.value)
    assert house.rooms.room(room_id).line.is_open
    with pytest.raises(Refused, match="room_open"):
        house.closing.reopen(actor, room_id, expected_version=opened.value)
    closed = house.closing.close(actor, room_id, "Fim", expected_version=opened.value)
    assert closed.undo is not None
    closed.undo.revert()
    assert house.rooms.room(room_id).line.is_open
    with pytest.raises(Invalid, match="room_unknown"):
        house.closing.report(4711)
