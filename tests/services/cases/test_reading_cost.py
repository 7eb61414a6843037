"""Opening a case costs few statements: on a server each one is a round trip that somebody waits for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from app.models.domain.vocabulary import Visibility
from app.services.database import Database
from tests.services.cases.conftest import Desk

# What it takes now; whoever needs one more has to say why it cannot be joined to another.
MOST = 28


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """Collect everything that is read."""
    engine, found = database._engines.reader, []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        found.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_a_typical_case_is_read_in_few_statements(desk: Desk) -> None:
    case_id = desk.open_case()
    desk.classify(case_id)
    desk.replies.write_reply(
        desk.actor,
        case_id,
        expected_version=desk.version(case_id),
        text="Olá, já estamos vendo.",
        visibility=Visibility.PUBLIC,
        client_key="k",
    )
    desk.cases.detail(case_id, desk.actor.person_id)
    with statements(desk.database) as found:
        desk.cases.detail(case_id, desk.actor.person_id)
    assert len(found) <= MOST, "\n\n".join(found)
