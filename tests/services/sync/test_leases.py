"""Of all workstations exactly one reads an account, and another takes over within a minute when it sleeps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select

from app.models.schema.channels import AccountLease
from app.services.database import Database
from app.services.sync.leases import LIFETIME, RENEWED, LeaseKeeper
from tests.fakes import FakeClock
from tests.services.sync.conftest import add_account


class Ticks:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def keepers(database: Database, open_another: Callable[..., Database], ticks: Ticks) -> tuple[LeaseKeeper, LeaseKeeper]:
    return LeaseKeeper(database=database, monotonic=ticks), LeaseKeeper(database=open_another(), monotonic=ticks)


def let_run_out(database: Database) -> None:
    """Let every lease run out by the database's own time, whichever that is."""
    long_ago = database.clock.now() - timedelta(days=3_650)
    database.quiet(lambda connection: connection.execute(AccountLease.__table__.update().values(expires_at=long_ago)))


def test_only_one_holds_an_account(database: Database, open_another: Callable[..., Database]) -> None:
    ticks = Ticks()
    here, there = keepers(database, open_another, ticks)
    one, two = add_account(database, "a").id, add_account(database, "b").id
    assert here.renew([one]) == {one}
    assert there.renew([one, two]) == {two}
    assert here.renew([one, two]) == {one}
    assert (here.holds(one), here.holds(two), there.holds(two)) == (True, False, True)
    let_run_out(database)
    assert there.renew([one, two]) == {one, two}
    assert here.renew([one, two]) == frozenset()
    assert not here.holds(one)


def test_a_lease_that_was_not_renewed_is_not_trusted(
    database: Database, open_another: Callable[..., Database], clock: FakeClock
) -> None:
    ticks = Ticks()
    here, _there = keepers(database, open_another, ticks)
    one = add_account(database).id
    here.renew([one])
    ticks.at = LIFETIME.total_seconds() - 1
    assert here.holds(one)
    ticks.at = LIFETIME.total_seconds()
    assert not here.holds(one)
    here.renew([one])
    clock.advance(LIFETIME)  # asleep: the other clock stood still
    assert not here.holds(one)


def test_what_is_given_back_is_free_at_once(database: Database, open_another: Callable[..., Database]) -> None:
    here, there = keepers(database, open_another, Ticks())
    one = add_account(database).id
    here.renew([one])
    here.release()
    here.release()
    assert not here.holds(one)
    assert there.renew([one]) == {one}
    assert here.renew([]) == frozenset()
    with database.read() as connection:
        assert len(connection.execute(select(AccountLease.account_id)).all()) == 1


def test_another_takes_over_within_a_minute() -> None:
    assert (LIFETIME + RENEWED).total_seconds() <= 60
