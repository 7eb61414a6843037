"""Each person's arrangement of a board is remembered apart, and can be given up."""

from __future__ import annotations

from dataclasses import replace

from app.models.domain.board_layout import Placed, first_board
from app.models.domain.chart import ChartKey
from app.models.domain.people import Actor
from app.services.board_layouts import BoardLayoutService
from app.services.database import Database


def test_an_arrangement_is_one_persons_and_one_boards(database: Database, actor: Actor) -> None:
    service = BoardLayoutService(database=database)
    first, board = first_board(actor.role), (Placed(ChartKey.CLOCK, 6), Placed(ChartKey.HEAT, 3))
    colleague = replace(actor, person_id=actor.person_id + 1)
    assert service.load(actor, "overview") == first
    service.save(actor, "overview", ())
    assert service.load(actor, "overview") == ()
    service.save(actor, "overview", board)
    assert service.load(actor, "overview") == board
    assert service.load(colleague, "overview") == service.load(actor, "other") == first
    assert service.forget(actor, "overview") == service.load(actor, "overview") == first
