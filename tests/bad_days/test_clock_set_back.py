"""A clock that somebody sets back repeats no number, loses no order and breaks no chain."""

from __future__ import annotations

from datetime import timedelta

from app.bootstrap.services import build_services
from app.models.domain.people import Actor
from app.services.case_opening import ManualCase
from app.services.checkup import check_database
from app.services.database import Database
from tests.fakes import FakeClock


def test_numbers_go_on_when_the_clock_goes_back(database: Database, actor: Actor, clock: FakeClock) -> None:
    services = build_services(database)

    def open_one(number: int) -> tuple[int, str]:
        case = services.cases.open_manual(actor, ManualCase("phone", f"chamada {number}", customer_name="Joana")).value
        return case.id, case.protocol

    given = [open_one(1)]
    clock.advance(timedelta(days=1, hours=3))
    given.append(open_one(2))
    clock.advance(-timedelta(days=40))
    given += [open_one(3), open_one(4)]
    clock.advance(timedelta(days=41))
    given.append(open_one(5))
    protocols = [protocol for _, protocol in given]
    assert protocols == sorted(set(protocols))
    assert len({case_id for case_id, _ in given}) == len(given)
    assert check_database(database).is_sound
