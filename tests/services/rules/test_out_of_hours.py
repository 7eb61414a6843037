"""What finds the counter closed says so: in the preview of a mention and in the case, by its channel's hours."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import delete, select, update

from app.models.domain.incoming import IncomingMention
from app.models.domain.people import Actor
from app.models.queries.case_timeline import timeline
from app.models.queries.hours import out_of_hours
from app.models.schema.mentions import Mention
from app.models.schema.settings import Calendar
from app.services.database import Database
from app.services.inbox import InboxService
from app.services.intake.batch import batch_of
from app.services.intake.wiring import build_intake
from app.services.team_calendars import CalendarShelf

_SUNDAY = datetime(2026, 11, 15, 15, 0, tzinfo=UTC)
_NOON = datetime(2026, 11, 16, 14, 0, tzinfo=UTC)
_LUNCH = datetime(2026, 11, 16, 15, 30, tzinfo=UTC)


def test_the_mark_comes_with_what_is_read(database: Database, actor: Actor) -> None:
    mentions = [
        IncomingMention("instagram", "No domingo", _SUNDAY),
        IncomingMention("instagram", "De manhã", _NOON),
        IncomingMention("instagram", "No almoço", _LUNCH),
        IncomingMention("instagram", "Só o dia", _SUNDAY, has_time=False),
    ]
    build_intake(database).receive(batch_of(mentions), actor=actor)
    inbox = InboxService(database=database)
    with database.read() as connection:
        ids = {row.text: row.id for row in connection.execute(select(Mention.id, Mention.text))}
    marked = {text for text, number in ids.items() if inbox.mention(number).is_out_of_hours}
    assert marked == {"No domingo", "No almoço"}

    database.quiet(lambda connection: connection.execute(update(Mention).values(case_id=7)))
    with database.read() as connection:
        is_open = CalendarShelf().calendars(connection).is_open
        entries = timeline(connection, 7, person_id=actor.person_id, is_open=is_open).entries
    assert {entry.text for entry in entries if entry.is_out_of_hours} == marked


def test_without_a_calendar_nothing_is_out_of_hours(database: Database) -> None:
    database.quiet(lambda connection: connection.execute(delete(Calendar)))
    with database.read() as connection:
        assert out_of_hours(connection, {1: ("instagram", _SUNDAY)}) == frozenset()
        assert out_of_hours(connection, {}) == frozenset()
