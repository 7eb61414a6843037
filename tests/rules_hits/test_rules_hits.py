from collections import Counter

import pytest

from tests.rules_hits.table import COLUMNS, DOC, SETS, Row, document, rows, seed, share


@pytest.fixture(scope="module")
def read_rows() -> list[Row]:
    return rows()


@pytest.mark.parametrize("column", COLUMNS)
def test_nine_in_ten_come_out_as_a_person_expects(column: str, read_rows: list[Row]) -> None:
    assert len(read_rows) >= 60
    assert share(read_rows, column) >= 0.9


def test_a_third_was_held_out(read_rows: list[Row]) -> None:
    sizes = Counter(row.set for row in read_rows)
    assert set(sizes) == set(SETS)
    assert sizes["held_out"] * 3 >= len(read_rows)


def test_mentions_are_of_every_situation_level_and_manner(read_rows: list[Row]) -> None:
    assert {row.expected["situation"] for row in read_rows} == {
        None,
        *(s["key"] for s in seed("situations")["situations"]),
    }
    assert {row.expected["level"] for row in read_rows} == {None, 1, 2, 3}
    assert len({row.mention["channel"] for row in read_rows}) >= 10
    assert {row.mention["direct"] for row in read_rows} == {True, False}
    assert (
        len({row.mention["text"] for row in read_rows})
        == len({row.mention["id"] for row in read_rows})
        == len(read_rows)
    )


def test_the_page_is_current(read_rows: list[Row]) -> None:
    assert DOC.read_text(encoding="utf-8") == document(read_rows), "run python -m tests.rules_hits"
