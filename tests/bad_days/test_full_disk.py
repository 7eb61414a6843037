"""The disk fills up while somebody works: the act says so, nothing written before is lost, work goes on afterwards."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from app.bootstrap.services import build_services
from app.models.domain.people import Actor
from app.services.case_opening import ManualCase
from app.services.checkup import check_database
from app.services.database import Database
from app.services.errors import Unavailable
from app.views.support.errors import error_text


def test_an_act_on_a_full_disk_says_so_and_can_be_done_again(database: Database, actor: Actor) -> None:
    services = build_services(database)
    used = database.quiet(lambda each: each.execute(text("PRAGMA page_count")).scalar_one())
    room = lambda pages: database.quiet(lambda each: each.execute(text(f"PRAGMA max_page_count={pages}")).fetchall())  # noqa: E731 - used twice below
    room(used + 4)
    opened = iter(range(500))

    def open_many() -> None:
        for number in opened:
            services.cases.open_manual(actor, ManualCase("phone", f"chamada {number} " * 40, customer_name="Joana"))

    with pytest.raises(Unavailable) as told:
        open_many()
    assert told.value.code == "disk_full"
    assert "Libere espaço" in error_text(told.value)
    room(1_000_000)
    services.cases.open_manual(actor, ManualCase("phone", "agora sim", customer_name="Joana"))
    page = services.customers.page()
    # The iterator has also given the number whose act failed.
    assert sum(row.open_cases for row in page.rows) == next(opened)
    assert check_database(database).is_sound


@pytest.fixture
def engine_kind() -> str:
    """A server's disk is the server's own affair; its answer (53100) becomes the same code."""
    return "sqlite"
