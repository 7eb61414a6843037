"""JSON arrays, objects around them and JSON Lines, also cut and broken ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services.files.detect import sniff
from app.services.files.objects import flatten, read_json, read_json_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Make = Callable[[str, bytes | str], Path]


def outline(path: Path) -> list[object]:
    return [row.problem.code if row.problem else row.cells for row in read_json(path, sniff(path))]


def test_an_array_of_objects(make_file: Make) -> None:
    path = make_file("a.json", '[{"id": 1, "texto": "olá"}, {"id": 2.0, "user": {"name": "Ana"}, "tags": ["a", "b"]}]')
    assert outline(path) == [{"id": "1", "texto": "olá"}, {"id": "2", "user.name": "Ana", "tags": "a, b"}]


def test_an_object_with_one_list(make_file: Make) -> None:
    path = make_file("a.json", '{"total": 2, "page": {"size": 1}, "data": [{"id": 1}, {"id": 2}], "next": null}')
    assert outline(path) == [{"id": "1"}, {"id": "2"}]


def test_one_object_is_one_row(make_file: Make) -> None:
    assert outline(make_file("a.json", '{"id": 1, "ok": true, "no": null}')) == [{"id": "1", "ok": "true", "no": ""}]


@pytest.mark.parametrize("size", [1, 3000])
def test_a_cut_array_gives_what_is_whole_and_a_row_at_the_cut(make_file: Make, size: int) -> None:
    text = json.dumps([{"id": number, "texto": "x" * 100} for number in range(size)])
    rows = outline(make_file("a.json", text[:-20]))
    assert len(rows) == size
    assert rows[-1] == "truncated"


def test_an_array_cut_between_two_objects_is_told(make_file: Make) -> None:
    assert outline(make_file("a.json", '[{"id": 1}, {"id": 2},')) == [{"id": "1"}, {"id": "2"}, "truncated"]


def test_a_broken_object_costs_one_row(make_file: Make) -> None:
    path = make_file("a.json", '[{"id": 1}, {"id": oops, "b": 1}, {"id": 3}, 4, {"id": 5}]')
    assert outline(path) == [{"id": "1"}, "json", {"id": "3"}, "not_an_object", {"id": "5"}]


def test_a_bottomless_value_costs_one_row(make_file: Make) -> None:
    deep = '{"a":' * 50_000 + "1" + "}" * 50_000
    rows = outline(make_file("a.json", f'[{{"id": 1}}, {deep}, {{"id": 3}}]'))
    assert rows[0] == {"id": "1"}
    assert "json" in rows


def test_lines(make_file: Make) -> None:
    path = make_file("a.jsonl", '{"id": 1}\n\n[1]\n{"id": \n{"id": 2, "t": "\\ud800"}\n{"id": 3')
    rows = [row.problem.code if row.problem else row.cells for row in read_json_lines(path, sniff(path))]
    assert rows == [{"id": "1"}, "not_an_object", "json", {"id": "2", "t": "\ud800"}, "truncated"]


def test_nested_beyond_reason_stays_json() -> None:
    value: dict[str, object] = {"a": 1}
    for _ in range(10):
        value = {"k": value}
    assert len(flatten(value)) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    rows=st.lists(st.dictionaries(st.text("abc", min_size=1, max_size=3), st.text(max_size=9), min_size=1), min_size=1),
    indent=st.sampled_from([None, 2]),
)
def test_what_json_writes_comes_back(make_file: Make, rows: list[dict[str, str]], indent: int | None) -> None:
    path = make_file("a.json", json.dumps(rows, indent=indent))
    assert outline(path) == rows
