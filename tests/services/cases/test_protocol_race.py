"""Many processes open cases at once: every protocol is given once, nothing fails."""

from __future__ import annotations

import multiprocessing

from sqlalchemy import select

from app.models.domain.people import Role
from app.models.schema.cases import Case
from app.services.case_book import CaseBook
from app.services.case_clock import CaseClock
from app.services.case_desk import CaseDesk
from app.services.case_opening import CaseOpening, ManualCase
from app.services.case_reader import CaseReader, TreeShelf
from app.services.clock import SystemClock
from app.services.database_location import LocalFile, Location, Server
from app.services.mention_book import MentionBook
from app.services.opening import open_database
from app.services.people import Actor
from app.services.recount import recount
from tests.services.cases.conftest import Desk

_EACH = 4
_PROCESSES = {True: 6, False: 4}


def open_cases(location: Location, number: int) -> list[str]:
    database = open_database(
        location, clock=SystemClock(), workstation_key=f"w{number}", workstation_name="w", announce=lambda _: None
    )
    mentions, clock = MentionBook(), CaseClock()
    reader = CaseReader(database=database, shelf=TreeShelf(), clock=clock)
    book = CaseBook(mentions=mentions)
    desk = CaseDesk(database=database, book=book, clock=clock, reader=reader)
    opening = CaseOpening(database=database, book=book, mentions=mentions, clock=clock, desk=desk, reader=reader)
    actor = Actor(1, "Marta Sá", Role.SUPERVISOR)
    try:
        return [
            opening.open_manual(
                actor, ManualCase("phone", f"chamada {number}-{each}", phone="11987654321")
            ).value.protocol
            for each in range(_EACH)
        ]
    finally:
        database.close()


def test_no_protocol_is_given_twice(desk: Desk, location: Location) -> None:
    count = _PROCESSES[isinstance(location, Server)]
    with multiprocessing.get_context("spawn").Pool(count) as pool:
        given = pool.starmap(open_cases, [(location, number) for number in range(count)])
    protocols = [protocol for some in given for protocol in some]
    assert len(set(protocols)) == len(protocols) == count * _EACH
    with desk.database.read() as connection:
        assert sorted(connection.execute(select(Case.protocol)).scalars()) == sorted(protocols)
        if isinstance(location, LocalFile):
            # A server's workstations wait for the counter after they read the clock: seconds may change places there.
            assert list(connection.execute(select(Case.protocol).order_by(Case.id)).scalars()) == sorted(protocols)
        assert recount(connection) == []
