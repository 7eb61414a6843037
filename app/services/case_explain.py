"""Answers "why is this due then?" with everything that led to the date: intervals, pauses, holidays, target, norm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from app.models.domain.breach import AREA, FIRST_RESPONSE, PROMISE, RESOLUTION
from app.models.domain.business_hours import NeverOpenError, OpenInterval, WeekCalendar
from app.models.domain.explanation import (
    Condition,
    DeadlineExplanation,
    ExceptionDay,
    ExplainedPause,
    by_day,
)
from app.models.domain.sla import Explanation, Pause, explain
from app.models.domain.sla import SlaTarget as Target
from app.models.domain.vocabulary import PromiseState
from app.models.queries.case_duties import duty_case_ids
from app.models.queries.case_facts import case_nodes, case_row, pauses_of
from app.models.queries.rows import AnyRow
from app.models.schema.base import NEVER
from app.models.schema.cases import Forwarding, Promise
from app.models.schema.channels import Channel
from app.models.schema.classification import Node
from app.models.schema.people import Area
from app.models.schema.rules import Duty
from app.services.case_clock import CaseClock, target_for
from app.services.database import Database
from app.services.duty_book import legal_book
from app.services.errors import Invalid
from app.services.mention_book import business_zone
from app.services.team_calendars import TeamCalendar

_MOST_EXCEPTIONS = 60


class CaseExplainService:
    """Explains the dates of a case; reads only."""

    def __init__(self, *, database: Database, clock: CaseClock) -> None:
        self._database = database
        self._clock = clock

    def explain(self, case_id: int, clock: str) -> DeadlineExplanation:
        """Explain one date: ``clock`` is first_response, resolution, area, promise, or a duty's kind.

        Of areas and promises the open one is meant, else the last.

        Raises:
            Invalid: ``case_missing``; ``clock_missing`` when the case has no such date.
        """
        with self._database.read() as connection:
            row = case_row(connection, case_id)
            if row is None:
                raise Invalid("case_missing")
            found = self._of(connection, row, clock)
        if found is None:
            raise Invalid("clock_missing")
        return found

    def _of(self, connection: Connection, row: AnyRow, clock: str) -> DeadlineExplanation | None:
        if clock in {FIRST_RESPONSE, RESOLUTION}:
            return self._of_target(connection, row, clock)
        if clock == AREA:
            return self._of_area(connection, row)
        if clock == PROMISE:
            return self._of_promise(connection, row)
        return self._of_duty(connection, row, clock)

    def _of_target(self, connection: Connection, row: AnyRow, clock: str) -> DeadlineExplanation:
        target = target_for(connection, row._asdict(), list(case_nodes(connection, row.id).values()))
        is_first = clock == FIRST_RESPONSE
        within = target.first_response if is_first else target.resolution
        met_at = row.first_response_at if is_first else row.resolved_at
        stored: datetime = row.first_response_due_at if is_first else row.resolution_due_at
        used = None if target.is_clock_time else self._clock.calendars(connection).of_channel(row.channel_id)
        pauses = pauses_of(connection, row.id)
        # What stopped the clock after it was met changes nothing.
        moving = [each for each in pauses if met_at is None or each.started_at < met_at]
        found = _explained(row.opened_at, within, used, [Pause(each.started_at, each.ended_at) for each in moving])
        due = None if found.due_at is None else (stored if stored < NEVER and met_at is not None else found.due_at)
        return DeadlineExplanation(
            clock=clock,
            start=row.opened_at,
            due_at=due,
            counted_due_at=found.due_at,
            met_at=met_at,
            within=within,
            is_clock_time=used is None,
            target=target.name,
            conditions=tuple(_conditions(connection, target)),
            calendar="" if used is None else used.name,
            pauses=_pauses(moving, found),
            **_counted(connection, found, used),
        )

    def _of_area(self, connection: Connection, row: AnyRow) -> DeadlineExplanation | None:
        statement = (
            select(
                Forwarding.area_id,
                Forwarding.forwarded_at,
                Forwarding.due_at,
                Forwarding.returned_at,
                Area.name,
                Area.answer_minutes,
            )
            .join(Area, Area.id == Forwarding.area_id)
            .where(Forwarding.case_id == row.id)
            .order_by(Forwarding.returned_at.is_not(None), Forwarding.id.desc())
            .limit(1)
        )
        handed = connection.execute(statement).one_or_none()
        if handed is None:
            return None
        used = self._clock.calendars(connection).of_area(handed.area_id)
        within = timedelta(minutes=handed.answer_minutes)
        found = _explained(handed.forwarded_at, within, used, [])
        return DeadlineExplanation(
            clock=AREA,
            start=handed.forwarded_at,
            due_at=handed.due_at,
            counted_due_at=found.due_at,
            met_at=handed.returned_at,
            within=within,
            is_clock_time=used is None,
            calendar="" if used is None else used.name,
            name=handed.name,
            **_counted(connection, found, used),
        )

    @staticmethod
    def _of_promise(connection: Connection, row: AnyRow) -> DeadlineExplanation | None:
        statement = (
            select(Promise.text, Promise.made_at, Promise.due_at, Promise.settled_at)
            .where(Promise.case_id == row.id)
            .order_by(Promise.state != PromiseState.OPEN, Promise.due_at, Promise.id)
            .limit(1)
        )
        made = connection.execute(statement).one_or_none()
        if made is None:
            return None
        zone = business_zone(connection).key
        return DeadlineExplanation(
            PROMISE, made.made_at, made.due_at, met_at=made.settled_at, name=made.text, zone=zone
        )

    @staticmethod
    def _of_duty(connection: Connection, row: AnyRow, kind: str) -> DeadlineExplanation | None:
        statement = (
            select(*Duty.__table__.c)
            .where(Duty.case_id.in_(duty_case_ids(connection, row.id)), Duty.kind == kind)
            .order_by(Duty.done_at.is_not(None), Duty.due_at)
            .limit(1)
        )
        duty = connection.execute(statement).one_or_none()
        if duty is None:
            return None
        return DeadlineExplanation(
            clock=kind,
            start=duty.began_at,
            due_at=duty.due_at,
            met_at=duty.done_at,
            name=legal_book(connection).names.get(kind, kind),
            norm=duty.norm,
            zone=business_zone(connection).key,
        )


def _explained(start: datetime, within: timedelta, used: TeamCalendar | None, pauses: list[Pause]) -> Explanation:
    hours: WeekCalendar | None = None if used is None else used.hours
    try:
        return explain(start, within, hours, pauses)
    except NeverOpenError:
        return explain(start, within, None, pauses)


def _counted(connection: Connection, found: Explanation, used: TeamCalendar | None) -> dict[str, Any]:
    zone = business_zone(connection).key if used is None else used.zone
    days = by_day(found.counted, zone)
    shown: tuple[ExceptionDay, ...] = ()
    if used is not None and days:
        last: OpenInterval = found.counted[-1]
        shown = tuple(_exceptions(used, _day(found.start, used), _day(last.end, used)))
    return {"zone": zone, "days": days, "exceptions": shown[:_MOST_EXCEPTIONS]}


def _day(at: datetime, used: TeamCalendar) -> date:
    return at.astimezone(used.hours.tzinfo).date()


def _exceptions(used: TeamCalendar, first: date, last: date) -> Iterator[ExceptionDay]:
    for day, hours in sorted(used.days.items()):
        usual = used.week.get(day.weekday(), ())
        if first <= day <= last and hours.spans != usual:
            yield ExceptionDay(day, hours.name, hours.origin, not hours.spans)


def _pauses(rows: list[AnyRow], found: Explanation) -> tuple[ExplainedPause, ...]:
    until = found.due_at
    return tuple(
        ExplainedPause(row.started_at, row.ended_at, row.reason)
        for row in rows
        if until is None or row.started_at < until
    )


def _conditions(connection: Connection, target: Target) -> Iterator[Condition]:
    if target.crisis_level is not None:
        yield Condition("crisis_level", str(target.crisis_level))
    if target.is_vip is not None:
        yield Condition("vip", "yes" if target.is_vip else "no")
    names: Mapping[str, Any] = {
        "nature": (Node, target.nature_id),
        "channel": (Channel, target.channel_id),
    }
    for kind, (table, key) in names.items():
        if key is not None:
            name = connection.execute(select(table.name).where(table.id == key)).scalar_one_or_none()
            yield Condition(kind, name or "")
