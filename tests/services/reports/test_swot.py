"""Versions of the SWOT sheet are kept, and nobody's words are overwritten unseen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models.domain.people import Actor, Role
from app.models.domain.swot import Quadrant, SwotEntry
from app.services.charts.service import ChartService
from app.services.database import Database
from app.services.errors import Conflict, Refused
from app.services.swot import SwotService
from tests.fakes import FakeClock


def test_versions_are_kept_and_never_overwritten_unseen(database: Database, actor: Actor, clock: FakeClock) -> None:
    charts = ChartService(database=database)
    service, wanted = SwotService(database=database, charts=charts), charts.default_period(actor)
    assert service.versions(actor, wanted) == ()
    one, two = SwotEntry(Quadrant.STRENGTH, "Loja"), SwotEntry(Quadrant.THREAT, "Greve")
    first = service.save(actor, wanted, [one], None).value
    again = service.save(actor, wanted, [one, two], first).value
    assert (first.number, again.number) == (1, 1)  # one sitting
    clock.advance(timedelta(hours=1))
    done = service.save(actor, wanted, [two], again)
    assert done.value.number == 2
    assert [sheet.entries for sheet in service.versions(actor, wanted)] == [(two,), (one, two)]
    with pytest.raises(Conflict, match=r"swot\.changed"):
        service.save(actor, wanted, [one], again)
    assert done.undo is not None
    assert done.undo.revert().value.entries == (one, two)
    with pytest.raises(Refused):
        service.save(Actor(9, "Bia", Role.ATTENDANT), wanted, [], None)
