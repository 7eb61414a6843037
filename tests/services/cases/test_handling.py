"""Active work on an answer is summed up by day, person and channel, and nothing else of it is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.models.domain.vocabulary import Visibility
from app.models.schema.rollups import HandlingDay
from app.services.staffing_measure import LONGEST
from tests.services.cases.conftest import Desk


@pytest.mark.parametrize(
    ("worked", "seconds"),
    [(timedelta(seconds=95.4), 95), (timedelta(days=1), LONGEST.total_seconds()), (timedelta(), 0)],
)
def test_an_answer_adds_its_time(desk: Desk, worked: timedelta, seconds: float) -> None:
    case_id = desk.open_case()
    desk.replies.write_reply(
        desk.actor,
        case_id,
        expected_version=desk.version(case_id),
        text="Olá, Ana.",
        visibility=Visibility.PUBLIC,
        client_key="measured",
        worked=worked,
    )
    with desk.database.read() as connection:
        rows = connection.execute(select(HandlingDay.person_id, HandlingDay.measure, HandlingDay.n)).all()
    person = desk.actor.person_id
    assert sorted(map(tuple, rows)) == ([(person, 0, 1), (person, 1, seconds)] if seconds else [])
