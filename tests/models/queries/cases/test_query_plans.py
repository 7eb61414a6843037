"""The case screen asks a fixed number of questions, and none of them reads a large table from end to end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from app.services.case_opening import ManualCase
from tests.services.cases.conftest import Desk, colleague, desk, person_of  # noqa: F401 - fixtures

_LARGE = ("mention", "handle", '"case"', "case", "history", "reply", "customer", "handle_link", "draft", "presence")
_MOST_STATEMENTS = 34


@contextmanager
def watched() -> Iterator[list[tuple[str, Any]]]:
    seen: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            seen.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.parametrize("engine_kind", ["sqlite"], indirect=True)
def test_no_large_table_is_scanned(desk: Desk) -> None:  # noqa: F811 - a fixture
    case_id = desk.open_case()
    other = desk.cases.open_manual(desk.actor, ManualCase("phone", "oi", customer_name="Ana Souza")).value
    desk.notes.write_note(desk.actor, case_id, "nota", expected_version=1)
    desk.prepare_to_close(case_id)
    customer = desk.cases.detail(case_id, 1).customer.id
    with watched() as seen:
        desk.cases.detail(case_id, desk.actor.person_id)
        count = len(seen)
        desk.cases.earlier(case_id, 1_900_000_000)
        desk.cases.find_by_protocol(other.protocol)
        desk.customers.card(customer)
        desk.customers.page(typed="ana souza")
        desk.customers.page()
        desk.customers.trail(customer)
        desk.cases.take(desk.actor, case_id, expected_version=desk.version(case_id))
    assert count <= _MOST_STATEMENTS, [statement for statement, _ in seen[:count]]
    with desk.database.read() as connection:
        for statement, parameters in seen:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            for row in plan:
                step = row[-1]
                if "USING" in step or not step.startswith("SCAN"):
                    continue
                assert step.split()[1].strip('"') not in _LARGE, (step, statement)
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
