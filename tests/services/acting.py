"""What a child process of the tests does: acts on a database that others act on too."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable

from sqlalchemy import insert

from app.models.domain.people import PROGRAM
from app.models.schema.cases import Note
from app.models.schema.rollups import CaseDay, MentionHour
from app.services.acts import Act
from app.services.clock import SystemClock
from app.services.database import Database
from app.services.database_location import parse_location
from app.services.opening import open_database

HOURS = (490_000, 490_001, 490_002)


def act_once(database: Database, number: int, hours: Iterable[int] = HOURS) -> None:
    """Write a note, history, and counts that everybody else writes too."""

    def work(act: Act) -> None:
        act.connection.execute(
            insert(Note).values(case_id=1, author_id=PROGRAM.person_id, text=f"note {number}", written_at=act.at)
        )
        act.record(1, "note_added", {"number": number})
        for hour in hours:
            act.tally(MentionHour, (hour, 1), 1)
        act.tally(CaseDay, (20_000, "opened", 1, 0), 1)
        act.count_status("case:new", 1)
        act.touch(cases=[1])

    database.act(work, actor=PROGRAM)


def main(address: str, key: str, count: int) -> None:
    database = open_database(
        parse_location(address), clock=SystemClock(), workstation_key=key, workstation_name=key, announce=lambda _: None
    )
    print("ready", flush=True)  # noqa: T201 - the parent waits for this line
    sys.stdin.readline()
    for number in range(count):
        act_once(database, number)
        print(number, flush=True)  # noqa: T201 - what is committed and told must survive
    database.close()
    print("done", time.time(), flush=True)  # noqa: T201 - the parent waits for this line


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
