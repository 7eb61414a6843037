"""A change of hours or targets re-plans open cases, after a preview that says how many."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from app.models.domain.business_hours import span
from app.models.domain.people import Actor, Role
from app.models.domain.sla import SlaTarget as Target
from app.models.domain.vocabulary import Visibility
from app.models.schema.cases import Forwarding
from app.models.schema.channels import Channel
from app.models.schema.history import History
from app.models.schema.people import Area
from app.models.schema.rules import RuleChange
from app.models.schema.settings import Calendar, CalendarException, SlaTarget
from app.services.cancel import Cancelled, CancelToken
from app.services.case_clock import CaseClock, targets
from app.services.errors import Invalid, Refused
from app.services.people import add_person
from app.services.recount import recount
from app.services.replanning import ReplanService
from app.services.team_calendars import CalendarDraft, check_calendars
from tests.services.cases.conftest import Desk

ALWAYS = {day: [span("00:00", "24:00")] for day in range(7)}
OFFICE = {day: [span("09:00", "18:00")] for day in range(5)}
ALL_DAY = {str(day): [["00:00", "24:00"]] for day in range(7)}


@pytest.fixture
def replanning(desk: Desk) -> ReplanService:
    return ReplanService(database=desk.database, clock=CaseClock())


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def calendar_id(desk: Desk) -> int:
    with desk.database.read() as connection:
        return connection.execute(select(Calendar.id).order_by(Calendar.id).limit(1)).scalar_one()


def present_targets(desk: Desk) -> list[Target]:
    with desk.database.read() as connection:
        return targets(connection)


def first_due(desk: Desk, case_id: int) -> datetime:
    return desk.cases.detail(case_id, 0).deadlines.first_response_due_at


def open_all_day(desk: Desk, key: int) -> None:
    desk.database.quiet(lambda c: c.execute(update(Calendar).where(Calendar.id == key).values(week=ALL_DAY)))


def test_the_preview_counts_what_an_edit_would_change_and_changes_nothing(
    desk: Desk, replanning: ReplanService
) -> None:
    ids = [desk.open_case(f"assunto {n}", author=f"a{n}") for n in range(3)]
    desk.cases.ask_customer(desk.actor, ids[2], expected_version=1)
    before = first_due(desk, ids[0])
    found = replanning.preview(calendars={calendar_id(desk): CalendarDraft("America/Sao_Paulo", ALWAYS)})
    assert (found.count, found.later, found.sooner, found.newly_late) == (2, 0, 2, 0)
    assert [each.case_id for each in found.examples] == ids[:2]
    assert found.examples[0].old_due_at == before
    assert found.examples[0].new_due_at == desk.clock.now() + timedelta(hours=4)
    assert first_due(desk, ids[0]) == before


def test_an_edit_that_means_nothing_to_open_cases_changes_none(desk: Desk, replanning: ReplanService) -> None:
    desk.open_case()
    assert replanning.preview().count == 0
    assert replanning.preview(targets=present_targets(desk)).count == 0
    assert replanning.replan(actor=desk.actor) == 0


def test_the_preview_tells_who_would_be_late(desk: Desk, replanning: ReplanService) -> None:
    desk.clock.set(at("2026-11-23 13:00"))
    desk.open_case()
    desk.clock.advance(timedelta(hours=2))
    shorter = [replace(each, first_response=timedelta(hours=1)) for each in present_targets(desk)]
    found = replanning.preview(targets=shorter)
    assert (found.count, found.sooner, found.newly_late) == (1, 1, 1)


def test_replanning_gives_open_cases_their_new_deadlines_and_bumps_no_version(
    desk: Desk, replanning: ReplanService
) -> None:
    ids = [desk.open_case(f"assunto {n}", author=f"a{n}") for n in range(3)]
    versions = [desk.version(case_id) for case_id in ids]
    open_all_day(desk, calendar_id(desk))
    seen: list[tuple[int, int | None]] = []
    assert replanning.replan(actor=desk.actor, progress=lambda done, total: seen.append((done, total))) == 3
    assert [first_due(desk, case_id) for case_id in ids] == [desk.clock.now() + timedelta(hours=4)] * 3
    assert [desk.version(case_id) for case_id in ids] == versions
    assert seen == [(3, 3)]
    with desk.database.read() as connection:
        told = connection.execute(select(History.case_id).where(History.verb == "replanned")).scalars().all()
        changes = connection.execute(select(RuleChange.what, RuleChange.after)).all()
        assert recount(connection) == []
    assert set(told) == set(ids)
    assert [tuple(row) for row in changes] == [("replanned", {"cases": 3})]


def test_what_was_answered_in_time_stays_in_time(desk: Desk, replanning: ReplanService) -> None:
    desk.clock.set(at("2026-11-23 13:00"))
    case_id = desk.open_case()
    desk.classify(case_id)
    desk.clock.advance(timedelta(hours=2))
    desk.replies.write_reply(
        desk.actor,
        case_id,
        expected_version=desk.version(case_id),
        text="Já estamos vendo.",
        visibility=Visibility.PRIVATE,
        client_key="k1",
    )
    before = first_due(desk, case_id)
    shorter = [replace(each, first_response=timedelta(hours=1)) for each in present_targets(desk)]
    assert replanning.preview(targets=shorter).count == 0
    desk.database.quiet(lambda c: c.execute(update(SlaTarget).values(first_response_minutes=60)))
    assert replanning.replan(actor=desk.actor) == 0
    assert first_due(desk, case_id) == before


def test_a_case_that_waits_for_its_customer_gets_the_new_target_when_it_goes_on(
    desk: Desk, replanning: ReplanService
) -> None:
    case_id = desk.open_case()
    desk.cases.ask_customer(desk.actor, case_id, expected_version=1)
    desk.database.quiet(lambda c: c.execute(update(SlaTarget).values(is_clock_time=True)))
    assert replanning.replan(actor=desk.actor) == 0
    desk.clock.advance(timedelta(hours=3))
    desk.cases.resume(desk.actor, case_id, expected_version=2)
    assert first_due(desk, case_id) == desk.clock.now() + timedelta(hours=4)


def test_a_channel_counts_by_its_own_hours_and_inherits_the_holidays(desk: Desk, replanning: ReplanService) -> None:
    desk.clock.set(at("2026-12-24 23:00"))
    case_id = desk.open_case()

    def give_calendar(connection: Connection) -> None:
        key = connection.execute(
            insert(Calendar).values(name="Redes", zone="America/Sao_Paulo", week=ALL_DAY).returning(Calendar.id)
        ).scalar_one()
        connection.execute(update(Channel).where(Channel.key == "instagram").values(calendar_id=key))

    desk.database.quiet(give_calendar)
    assert replanning.replan(actor=desk.actor) == 1
    # Christmas is the first calendar's: 20:00 to midnight count, the next open minute is the 26th.
    assert first_due(desk, case_id) == at("2026-12-25 03:00")
    row = {"day": date(2026, 12, 24), "name": "Véspera", "origin": "own", "intervals": []}
    desk.database.quiet(lambda c: c.execute(insert(CalendarException).values(calendar_id=calendar_id(desk) + 1, **row)))
    assert replanning.replan(actor=desk.actor) == 1
    assert first_due(desk, case_id) == at("2026-12-26 07:00")
    with desk.database.read() as connection:
        channel = connection.execute(select(Channel.id).where(Channel.key == "instagram")).scalar_one()
    back = replanning.preview(channels={channel: None})
    assert (back.count, back.later) == (1, 1)


def test_an_area_answers_by_its_own_hours(desk: Desk, replanning: ReplanService) -> None:
    case_id = desk.open_case()
    area = desk.forwarding.areas()[0]
    found = desk.forwarding.forward_to_area(desk.actor, case_id, area.id, "conferir", expected_version=1).value
    assert found.forwarding is not None
    first = found.forwarding.due_at

    def give_calendar(connection: Connection) -> None:
        key = connection.execute(
            insert(Calendar).values(name="Plantão", zone="America/Sao_Paulo", week=ALL_DAY).returning(Calendar.id)
        ).scalar_one()
        connection.execute(update(Area).where(Area.id == area.id).values(calendar_id=key))

    desk.database.quiet(give_calendar)
    assert replanning.replan(actor=desk.actor) == 1
    moved = desk.cases.detail(case_id, 0).forwarding
    assert moved is not None
    assert moved.due_at == desk.clock.now() + timedelta(minutes=area.answer_minutes) < first
    again = desk.forwarding.forward_to_area(
        desk.actor, case_id, area.id, "de novo", expected_version=desk.version(case_id)
    ).value
    assert again.forwarding is not None
    assert again.forwarding.due_at == moved.due_at


def test_an_undo_after_replanning_keeps_the_new_deadline(desk: Desk, replanning: ReplanService) -> None:
    case_id = desk.open_case()
    done = desk.cases.take(desk.actor, case_id, expected_version=1)
    open_all_day(desk, calendar_id(desk))
    replanning.replan(actor=desk.actor)
    assert done.undo is not None
    done.undo.revert()
    assert first_due(desk, case_id) == desk.clock.now() + timedelta(hours=4)


def test_a_calendar_that_never_opens_is_said_and_refused(desk: Desk) -> None:
    clock = CaseClock()
    with desk.database.read() as connection:
        rules = clock.rules(connection)
    key, now = calendar_id(desk), desk.clock.now()
    closed = rules.calendars.edited({key: CalendarDraft("America/Sao_Paulo", {}, name="Fechado")})
    with pytest.raises(Invalid, match="calendar_never_opens"):
        check_calendars(closed, rules.targets, now)
    once = CalendarDraft("America/Sao_Paulo", {}, {date(2027, 1, 4): [span("09:00", "10:00")]}, name="Um dia")
    with pytest.raises(Refused, match="clock_never_ends"):
        check_calendars(rules.calendars.edited({key: once}), rules.targets, now)
    check_calendars(rules.calendars, rules.targets, now)
    assert rules.calendars.edited({key: None}).first is None


def test_a_case_under_a_calendar_that_never_opens_counts_clock_time(desk: Desk, replanning: ReplanService) -> None:
    case_id = desk.open_case()
    desk.database.quiet(lambda c: c.execute(update(Calendar).values(week={})))
    desk.database.quiet(lambda c: c.execute(delete(CalendarException)))
    replanning.replan(actor=desk.actor)
    assert first_due(desk, case_id) == desk.clock.now() + timedelta(hours=4)


def test_replanning_needs_the_right_and_can_be_cancelled(desk: Desk, replanning: ReplanService) -> None:
    desk.open_case()
    open_all_day(desk, calendar_id(desk))
    attendant = desk.database.quiet(
        lambda connection: add_person(connection, name="Rui Prado", role=Role.ATTENDANT, at=desk.clock.now())
    )
    with pytest.raises(Refused, match="not_allowed"):
        replanning.replan(actor=attendant)
    token = CancelToken()
    token.cancel()
    for stopped in (
        lambda: replanning.replan(actor=desk.actor, cancel=token),
        lambda: replanning.preview(cancel=token),
    ):
        with pytest.raises(Cancelled):
            stopped()


def test_a_case_that_changed_meanwhile_is_counted_anew(desk: Desk, replanning: ReplanService, actor: Actor) -> None:
    case_id = desk.open_case()
    open_all_day(desk, calendar_id(desk))
    pages = replanning._pages()
    page = next(pages)
    desk.cases.take(actor, case_id, expected_version=1)
    assert replanning._replan_page(actor, page, None)[0] == 1
    assert first_due(desk, case_id) == desk.clock.now() + timedelta(hours=4)
    with desk.database.read() as connection:
        assert connection.execute(select(Forwarding.id)).first() is None
