"""A board keeps its order and widths through every change, and survives what another version wrote."""

from __future__ import annotations

from app.models.domain.board_layout import (
    Placed,
    board_as_json,
    board_from_json,
    first_board,
    moved,
    place_of,
    resized,
    rows_of,
    with_chart,
    without_chart,
)
from app.models.domain.chart import Category, Cell, ChartData, ChartKey, Counts, Shape, Track, Unit
from app.models.domain.chart_persons import of_persons
from app.models.domain.people import Role

BOARD = (Placed(ChartKey.HEAT, 3), Placed(ChartKey.CHANNELS), Placed(ChartKey.SUBJECTS, 6))


def keys(board: tuple[Placed, ...]) -> list[ChartKey]:
    return [each.chart for each in board]


def test_each_role_begins_with_charts_of_its_own() -> None:
    boards = {role: first_board(role) for role in Role}
    assert all(len(set(keys(board))) == len(board) > 0 for board in boards.values())
    assert boards[Role.ATTENDANT] != boards[Role.ANALYST] != boards[Role.SUPERVISOR] != boards[Role.SPECIALIST]
    assert boards[Role.ADMINISTRATOR] == boards[Role.SUPERVISOR]


def test_charts_come_go_move_and_grow() -> None:
    assert keys(with_chart(BOARD, ChartKey.CLOCK)) == [*keys(BOARD), ChartKey.CLOCK]
    assert with_chart(BOARD, ChartKey.HEAT) == BOARD
    assert keys(without_chart(BOARD, ChartKey.HEAT)) == [ChartKey.CHANNELS, ChartKey.SUBJECTS]
    assert place_of(moved(BOARD, ChartKey.SUBJECTS, 0), ChartKey.SUBJECTS) == 0
    assert place_of(moved(BOARD, ChartKey.HEAT, 99), ChartKey.HEAT) == 2
    assert moved(BOARD, ChartKey.HEAT, -1) == BOARD
    assert moved(BOARD, ChartKey.CLOCK, 0) == BOARD
    assert [each.width for each in resized(resized(BOARD, ChartKey.HEAT, 1), ChartKey.SUBJECTS, 1)] == [4, 2, 6]
    assert resized(BOARD, ChartKey.CHANNELS, -1) == BOARD


def test_rows_are_filled() -> None:
    assert rows_of([3, 2, 6]) == [[(0, 3), (1, 3)], [(2, 6)]]
    assert rows_of([2, 2, 2, 2]) == [[(0, 2), (1, 2), (2, 2)], [(3, 6)]]
    assert rows_of([]) == []


def test_what_is_kept_is_read_again_and_nonsense_is_left_out() -> None:
    assert board_from_json(board_as_json(BOARD)) == BOARD
    strange = [{"chart": "heat", "width": 5}, {"chart": "heat"}, {"chart": "of_next_year"}, "x", {}]
    assert board_from_json(strange) == (Placed(ChartKey.HEAT),)
    assert board_from_json({"chart": "heat"}) == ()


def test_a_chart_by_person_shows_those_asked_for() -> None:
    track = Track("closed", (Cell(3), Cell(5)))
    places = (Category(7, "Alice"), Category(8, "Davi"))
    data = ChartData(
        ChartKey.BY_PERSON,
        Shape.BARS,
        Counts.CASES,
        Unit.NUMBER,
        "person",
        places,
        (track,),
        before=(track,),
        facts={"closed": 8},
        notes=("filter_ignored", "from_rows"),
    )
    own = of_persons(data, (8,))
    assert (own.categories, own.tracks[0].cells, own.before[0].cells) == (places[1:], (Cell(5),), (Cell(5),))
    assert (dict(own.facts), own.notes) == ({}, ("from_rows",))
    assert of_persons(data, ()) is data
