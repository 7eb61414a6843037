"""The program is killed while somebody types: every finished act and every kept draft is there when it opens again."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.bootstrap.services import build_services
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import DraftKind
from app.services.case_opening import ManualCase
from app.services.checkup import check_database
from app.services.clock import SystemClock
from app.services.database import Database
from app.services.database_location import LocalFile, parse_location
from app.services.opening import open_database

_ROOT = Path(__file__).resolve().parents[2]
ACTOR = Actor(1, "Marta Sá", Role.SUPERVISOR)


def open_it(address: str, key: str) -> Database:
    return open_database(
        parse_location(address), clock=SystemClock(), workstation_key=key, workstation_name=key, announce=lambda _: None
    )


def type_until_killed(address: str) -> None:
    """Write drafts and notes as a person does, telling each once it is kept."""
    services = build_services(open_it(address, "typing"))
    case = services.cases.open_manual(ACTOR, ManualCase("phone", "Cadê o meu pedido?", customer_name="Joana")).value
    print(case.id, flush=True)  # noqa: T201 - the parent reads it
    for number in range(100_000):
        services.drafts.save(ACTOR, case.id, DraftKind.PRIVATE, f"Oi, Joana. Rascunho {number}")
        services.drafts.save(ACTOR, case.id, DraftKind.SOLUTION, f"Fatura refeita {number}")
        if number % 3 == 0:
            version = services.cases.detail(case.id, ACTOR.person_id).version
            services.notes.write_note(ACTOR, case.id, f"lida {number}", expected_version=version)
        print(number, flush=True)  # noqa: T201 - what was told must survive


@pytest.mark.parametrize("pause", [0.05, 0.23])
def test_what_was_kept_survives(sqlite_location: LocalFile, actor: Actor, database: Database, pause: float) -> None:
    assert actor.person_id == ACTOR.person_id
    database.close()
    command = [sys.executable, "-m", "tests.bad_days.test_killed_while_editing", str(sqlite_location.path)]
    child = subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True, env=os.environ)
    assert child.stdout is not None
    case_id = int(child.stdout.readline())
    told = [child.stdout.readline() for _ in range(6)]
    time.sleep(pause)
    child.kill()
    told += child.communicate(timeout=30)[0].splitlines()
    last = max(int(line) for line in told if line.strip().isdigit())
    again = open_it(str(sqlite_location.path), "again")
    drafts = {draft.kind: draft.text for draft in build_services(again).drafts.load(ACTOR, case_id)}
    assert int(drafts[DraftKind.PRIVATE].rpartition(" ")[2]) in {last, last + 1}
    assert int(drafts[DraftKind.SOLUTION].rpartition(" ")[2]) in {last, last + 1}
    assert check_database(again).is_sound
    again.close()


@pytest.fixture
def engine_kind() -> str:
    """One file is enough: a server keeps what it said it kept by itself."""
    return "sqlite"


if __name__ == "__main__":
    type_until_killed(sys.argv[1])
