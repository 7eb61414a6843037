"""The chain shows every alteration, and lets a lawful erasure pass."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, delete, select, update

from app.models.domain.people import Actor
from app.models.schema.history import ChangeCounter, History, HistoryBody
from app.services.acts import Act
from app.services.database import Database
from app.services.history import Verification, current_mark, verify

ROWS = 8


@pytest.fixture
def written(database: Database, actor: Actor) -> Database:
    def work(number: int) -> Callable[[Act], None]:
        def write(act: Act) -> None:
            act.record(number, "case_opened", {"to": "new", "text": "reclamação nº 1"})
            act.record(None, "setting_changed", {"from": None, "to": [1, 2]})

        return write

    for number in range(ROWS // 2):
        database.act(work(number + 1), actor=actor)
    return database


def _tamper(database: Database, work: Callable[[Connection], object]) -> Verification:
    database.quiet(work)
    return verify(database)


def test_an_untouched_history_is_intact(written: Database) -> None:
    assert verify(written) == Verification(rows=ROWS, first_bad_seq=None, erased_bodies=0)


def test_an_empty_history_is_intact(database: Database) -> None:
    assert verify(database) == Verification(rows=0, first_bad_seq=None, erased_bodies=0)


@pytest.mark.parametrize("values", [{"verb": "case_closed"}, {"actor_id": 99}, {"case_id": 77}, {"hash": b"\1" * 32}])
def test_a_changed_row_is_found(written: Database, values: dict[str, object]) -> None:
    found = _tamper(written, lambda each: each.execute(update(History).where(History.seq == 3).values(**values)))
    assert found.first_bad_seq == 3


def test_a_changed_body_is_found(written: Database) -> None:
    statement = update(HistoryBody).where(HistoryBody.seq == 5).values(body='{"to":"closed"}')
    assert _tamper(written, lambda connection: connection.execute(statement)).first_bad_seq == 5


def test_an_erased_body_is_counted_and_not_held_against_the_row(written: Database) -> None:
    found = _tamper(written, lambda each: each.execute(delete(HistoryBody).where(HistoryBody.seq.in_([2, 3]))))
    assert found == Verification(rows=ROWS, first_bad_seq=None, erased_bodies=2)


def test_a_removed_row_is_found(written: Database) -> None:
    found = _tamper(written, lambda connection: connection.execute(delete(History).where(History.seq == 4)))
    assert found.first_bad_seq == 4


def test_reordered_rows_are_found(written: Database) -> None:
    def swap(connection: Connection) -> None:
        for old, new in ((4, -1), (5, 4), (-1, 5)):
            connection.execute(update(History).where(History.seq == old).values(seq=new))
            connection.execute(update(HistoryBody).where(HistoryBody.seq == old).values(seq=new))

    assert _tamper(written, swap).first_bad_seq == 4


def test_a_cut_tail_is_found_by_the_counter(written: Database) -> None:
    found = _tamper(written, lambda connection: connection.execute(delete(History).where(History.seq > 6)))
    assert found.first_bad_seq == 7


def test_a_cut_tail_with_a_falsified_counter_is_found_by_a_remembered_mark(written: Database) -> None:
    remembered = current_mark(written)

    def cut(connection: Connection) -> None:
        connection.execute(delete(History).where(History.seq > 6))
        head = connection.execute(select(History.hash).where(History.seq == 6)).scalar_one()
        connection.execute(update(ChangeCounter).values(history_seq=6, head_hash=head))

    written.quiet(cut)
    assert verify(written).is_intact
    assert verify(written, remembered).first_bad_seq == 7


def test_a_remembered_mark_of_an_earlier_day_still_fits(written: Database, actor: Actor) -> None:
    remembered = current_mark(written)
    written.act(lambda act: act.record(1, "note_added", {}), actor=actor)
    assert verify(written, remembered).is_intact
