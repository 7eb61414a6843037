"""Clocks: a million additions, 20,000 open cases re-planned while a window beats, explanations, the watch."""

from __future__ import annotations

import threading
import time
from datetime import UTC, date, datetime, timedelta
from random import Random

from sqlalchemy import Connection, func, insert, select, update

from app.models.domain.business_hours import WeekCalendar, span
from app.models.domain.people import PROGRAM
from app.models.domain.vocabulary import CaseState, StartedBy
from app.models.queries.open_clocks import open_clock_count
from app.models.schema.cases import Case, ClockPause
from app.models.schema.channels import Channel
from app.models.schema.customers import Customer
from app.models.schema.settings import Calendar
from app.services.case_clock import CaseClock
from app.services.case_explain import CaseExplainService
from app.services.database import Database
from app.services.deadline_watch import DeadlineWatch
from app.services.replanning import ReplanService
from app.services.team_calendars import CalendarDraft
from app.services.time_ids import next_time_ids
from tests.budgets.table import Line, percentile, timed

ADDITIONS = 1_000_000
OPEN_CASES = 20_000
_LATER = {str(day): [["10:00", "13:00"], ["14:00", "19:00"]] for day in range(5)}
_DRAFT = CalendarDraft("America/Sao_Paulo", {day: [span("10:00", "19:00")] for day in range(6)})


def measure_clocks(database: Database, *, cases: int = OPEN_CASES, additions: int = ADDITIONS) -> list[Line]:
    """Return the lines of all that has to do with deadlines; brings the database to that many running cases."""
    lines = [_additions(additions)]
    _fill(database, cases)
    clock = CaseClock()
    service = ReplanService(database=database, clock=clock)
    with database.read() as connection:
        running = open_clock_count(connection)
        some = connection.execute(select(Case.id).where(Case.is_open).order_by(Case.id.desc()).limit(1)).scalar_one()
        first = connection.execute(select(func.min(Calendar.id))).scalar_one()
    lines += [_preview(service, first, running), *_replan(database, service, first, running)]
    explaining = CaseExplainService(database=database, clock=clock)
    lines.append(timed("explain a deadline", lambda: explaining.explain(some, "resolution"), most=20))
    watch = DeadlineWatch(database=database, clock=clock)
    while watch.run_once().breaches:
        pass
    lines.append(timed("a round of the deadline watch, nothing new", watch.run_once, most=500))
    return lines


def _additions(count: int) -> Line:
    holidays = [date(2026, month, 1 + (month * 7) % 27) for month in range(1, 13)]
    week = {day: [span("09:00", "12:00"), span("13:00", "18:00")] for day in range(5)}
    calendar = WeekCalendar("America/Sao_Paulo", week | {5: [span("09:00", "13:00")]}, holidays=holidays)
    random, begin = Random(7), datetime(2026, 1, 1, tzinfo=UTC)  # noqa: S311 - invented data
    starts = [begin + timedelta(minutes=random.randrange(360 * 24 * 60)) for _turn in range(1_000)]
    spans = [timedelta(minutes=random.randrange(1, 6_000)) for _turn in range(1_000)]
    pairs = list(zip(starts, spans, strict=True))
    add = calendar.add
    started, computed = time.perf_counter(), time.thread_time()
    for _round in range(count // 1_000):
        for start, within in pairs:
            add(start, within)
    busy = time.thread_time() - computed
    return Line(f"{count:,} additions of business time", time.perf_counter() - started, "s", most=20, busy=busy)


def _preview(service: ReplanService, first: int, running: int) -> Line:
    started, computed = time.perf_counter(), time.thread_time()
    found = service.preview(calendars={first: _DRAFT})
    busy = time.thread_time() - computed
    name = f"preview of new hours, {running:,} open cases ({found.count:,} change)"
    return Line(name, time.perf_counter() - started, "s", most=10, busy=busy)


def _replan(database: Database, service: ReplanService, first: int, running: int) -> list[Line]:
    """Re-plan while another thread does nothing but beat, as a window's event loop does."""
    database.quiet(lambda c: c.execute(update(Calendar).where(Calendar.id == first).values(week=_LATER)))
    stop = threading.Event()
    gaps: list[float] = []

    def beat() -> None:
        last = time.perf_counter()
        while not stop.is_set():
            time.sleep(0.002)
            now = time.perf_counter()
            gaps.append(1000 * (now - last))
            last = now

    heart = threading.Thread(target=beat)
    heart.start()
    started, computed = time.perf_counter(), time.thread_time()
    changed = service.replan(actor=PROGRAM)
    seconds, busy = time.perf_counter() - started, time.thread_time() - computed
    stop.set()
    heart.join()
    return [
        Line(f"re-plan {running:,} open cases ({changed:,} changed)", seconds, "s", most=10, busy=busy),
        Line("  longest wait of a beat beside it, p99", percentile(gaps, 0.99), "ms", most=50),
        Line("  longest wait of a beat beside it", max(gaps), "ms", most=200),
    ]


def _fill(database: Database, wanted: int) -> None:
    """Add running cases, a third of them with a pause, until there are as many as wanted."""
    now = database.clock.now()
    with database.read() as connection:
        missing = wanted - open_clock_count(connection)
        channels = list(connection.execute(select(Channel.id).order_by(Channel.id).limit(4)).scalars())
        customer = connection.execute(select(Customer.id).limit(1)).scalar_one_or_none()
    random = Random(11)  # noqa: S311 - invented data
    for start in range(0, missing, 1_000):
        count = min(1_000, missing - start)
        opened = sorted(now - timedelta(minutes=random.randrange(12 * 24 * 60)) for _n in range(count))

        def add(connection: Connection, opened: list[datetime] = opened, start: int = start) -> None:
            ids = next_time_ids(connection, Case, opened)
            rows = [
                _case(key, at, start + n, customer or 1, channels[n % len(channels)])
                for n, (key, at) in enumerate(zip(ids, opened, strict=True))
            ]
            connection.execute(insert(Case), rows)
            pauses = [
                {"case_id": key, "reason": "waiting_customer", "started_at": at, "ended_at": at + timedelta(hours=5)}
                for key, at in zip(ids[::3], opened[::3], strict=True)
            ]
            connection.execute(insert(ClockPause), pauses)

        database.quiet(add)


def _case(key: int, at: datetime, number: int, customer: int, channel: int) -> dict[str, object]:
    blank: dict[str, object] = {column.name: None for column in Case.__table__.c if column.nullable}
    return blank | {
        "id": key,
        "protocol": f"9{number:014d}",
        "state": CaseState.IN_SERVICE,
        "is_open": True,
        "customer_id": customer,
        "channel_id": channel,
        "title": "Pedido não entregue",
        "started_by": StartedBy.CUSTOMER,
        "is_vip": False,
        "is_severe": False,
        "was_forwarded": False,
        "reopened_count": 0,
        "opened_at": at,
        "due_at": at + timedelta(hours=4),
        "first_response_due_at": at + timedelta(hours=4),
        "resolution_due_at": at + timedelta(days=5),
        "preview": "Cadê o meu pedido?",
        "version": 1,
    }
