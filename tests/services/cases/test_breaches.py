"""Deadlines that pass are written down once, at the late act or by the watch, and are asked for their reason."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, text, update

from app.models.domain.case_detail import CaseDetail
from app.models.domain.inbox import InboxQuery, InboxView
from app.models.domain.vocabulary import Visibility
from app.models.queries import lateness
from app.models.schema.cases import Case
from app.models.schema.crisis import Alert
from app.models.schema.rules import Breach
from app.services.breaches import BreachService
from app.services.case_clock import CaseClock
from app.services.database import Database
from app.services.deadline_watch import DeadlineWatch, Noticed
from app.services.errors import Invalid
from app.services.follow_up import NewPromise
from app.services.inbox import InboxService
from app.services.legal_duties import LegalDutyService
from tests.services.cases.conftest import Desk

MONDAY = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # 10:00 in São Paulo
H = timedelta(hours=1)


@pytest.fixture
def watch(desk: Desk) -> DeadlineWatch:
    return DeadlineWatch(database=desk.database, clock=CaseClock())


@pytest.fixture
def breaches(desk: Desk) -> BreachService:
    return BreachService(desk=desk.cases._desk)


@pytest.fixture
def case_id(desk: Desk) -> int:
    desk.clock.set(MONDAY)
    return desk.open_case()


def detail(desk: Desk, case_id: int) -> CaseDetail:
    return desk.cases.detail(case_id, desk.actor.person_id)


def clocks(desk: Desk, case_id: int) -> list[str]:
    return [each.clock for each in detail(desk, case_id).breaches]


def unexplained(desk: Desk) -> list[int]:
    page = InboxService(database=desk.database).page(InboxQuery(InboxView.BREACHED), desk.actor)
    return [row.id for row in page.rows]


def reply(desk: Desk, case_id: int, key: str = "k") -> CaseDetail:
    return desk.replies.write_reply(
        desk.actor,
        case_id,
        expected_version=desk.version(case_id),
        text="Olá, já estamos vendo.",
        visibility=Visibility.PRIVATE,
        client_key=f"{key}-{case_id}",
    ).value


def test_a_late_first_answer_is_a_breach(desk: Desk, case_id: int) -> None:
    desk.clock.advance(30 * H)
    assert [each.clock for each in reply(desk, case_id).breaches] == ["first_response"]


def test_an_answer_in_time_is_none(desk: Desk, case_id: int) -> None:
    desk.clock.advance(H)
    assert reply(desk, case_id).breaches == ()


def test_a_late_resolution_is_a_breach(desk: Desk, case_id: int) -> None:
    reply(desk, case_id)
    desk.prepare_to_close(case_id)
    desk.clock.advance(timedelta(days=12))
    desk.cases.resolve(desk.actor, case_id, expected_version=desk.version(case_id))
    assert clocks(desk, case_id) == ["resolution"]


def test_the_watch_notices_what_lies_open_and_says_it_once(desk: Desk, watch: DeadlineWatch, case_id: int) -> None:
    assert watch.run_once() == Noticed()
    desk.clock.advance(6 * H)
    assert watch.run_once().breaches == 1
    assert watch.run_once().breaches == 0
    reply(desk, case_id)
    assert clocks(desk, case_id) == ["first_response"]


def test_two_workstations_say_it_once(
    desk: Desk, watch: DeadlineWatch, case_id: int, open_another: Callable[..., Database]
) -> None:
    desk.clock.advance(6 * H)
    others = [watch, DeadlineWatch(database=open_another(), clock=CaseClock())]
    threads = [threading.Thread(target=each.run_once) for each in others]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert clocks(desk, case_id) == ["first_response"]


def test_a_deadline_moved_while_it_is_missed_is_no_second_breach(
    desk: Desk, watch: DeadlineWatch, case_id: int
) -> None:
    desk.clock.advance(6 * H)
    watch.run_once()
    due = MONDAY + 3 * H
    desk.database.quiet(
        lambda c: c.execute(update(Case).where(Case.id == case_id).values(first_response_due_at=due, due_at=due))
    )
    assert watch.run_once().breaches == 0
    later = desk.clock.now() + H
    desk.database.quiet(
        lambda c: c.execute(update(Case).where(Case.id == case_id).values(first_response_due_at=later, due_at=later))
    )
    desk.clock.advance(2 * H)
    assert watch.run_once().breaches == 1
    assert clocks(desk, case_id) == ["first_response", "first_response"]


def test_a_case_that_waits_for_its_customer_is_never_late(desk: Desk, watch: DeadlineWatch, case_id: int) -> None:
    desk.cases.ask_customer(desk.actor, case_id, expected_version=1)
    desk.clock.advance(timedelta(days=30))
    assert watch.run_once() == Noticed()


def test_an_area_that_answers_late_is_a_breach_at_the_answer_or_by_the_watch(
    desk: Desk, watch: DeadlineWatch, case_id: int
) -> None:
    reply(desk, case_id)
    sac = next(area for area in desk.forwarding.areas() if area.key == "sac")
    desk.forwarding.forward_to_area(desk.actor, case_id, sac.id, "conferir", expected_version=desk.version(case_id))
    other = desk.open_case("outro", author="outra.pessoa")
    reply(desk, other)
    desk.forwarding.forward_to_area(desk.actor, other, sac.id, "conferir", expected_version=desk.version(other))
    desk.clock.advance(6 * H)
    desk.forwarding.return_from_area(desk.actor, case_id, "feito", expected_version=desk.version(case_id))
    assert clocks(desk, case_id) == ["area"]
    watch.run_once()
    assert "area" in clocks(desk, other)


def test_a_promise_is_warned_kept_or_broken(desk: Desk, watch: DeadlineWatch, case_id: int) -> None:
    promise = NewPromise("técnico em 3 horas", MONDAY + 3 * H)
    made = desk.follow_up.make_promise(desk.actor, case_id, promise, expected_version=1).value.promises[0]
    assert watch.run_once().warnings == 0
    desk.clock.advance(2.5 * H)
    assert watch.run_once().warnings == 1
    assert watch.run_once().warnings == 0
    assert DeadlineWatch(database=desk.database, clock=CaseClock()).run_once().warnings == 0
    with desk.database.read() as connection:
        assert connection.execute(select(Alert.kind, Alert.case_id)).all() == [("deadline", case_id)]
    desk.clock.advance(H)
    assert watch.run_once().breaches == 1
    desk.follow_up.keep_promise(desk.actor, case_id, made.id, expected_version=2)
    assert clocks(desk, case_id) == ["promise"]


def test_a_promise_made_after_one_was_taken_back_is_warned_of_too(
    desk: Desk, watch: DeadlineWatch, case_id: int
) -> None:
    promise = NewPromise("técnico hoje", MONDAY + timedelta(minutes=30))
    done = desk.follow_up.make_promise(desk.actor, case_id, promise, expected_version=1)
    assert watch.run_once().warnings == 1
    assert done.undo is not None
    done.undo.revert()
    promise = NewPromise("técnico ainda hoje", MONDAY + timedelta(minutes=40))
    desk.follow_up.make_promise(desk.actor, case_id, promise, expected_version=desk.version(case_id))
    assert watch.run_once().warnings == 1


def test_a_promise_kept_in_time_is_none_and_a_broken_one_is_at_once(desk: Desk, case_id: int) -> None:
    for number, version in ((1, 1), (2, 2)):
        promise = NewPromise(f"promessa {number}", MONDAY + 3 * H + number * timedelta(minutes=1))
        desk.follow_up.make_promise(desk.actor, case_id, promise, expected_version=version)
    first, second = detail(desk, case_id).promises
    desk.follow_up.keep_promise(desk.actor, case_id, first.id, expected_version=3)
    assert clocks(desk, case_id) == []
    desk.follow_up.break_promise(desk.actor, case_id, second.id, expected_version=4)
    assert clocks(desk, case_id) == ["promise"]


def test_silence_beyond_the_hours_of_the_area_is_flagged_and_written_down(
    desk: Desk, watch: DeadlineWatch, case_id: int
) -> None:
    reply(desk, case_id)
    sac = next(area for area in desk.forwarding.areas() if area.key == "sac")
    desk.forwarding.forward_to_area(desk.actor, case_id, sac.id, "conferir", expected_version=desk.version(case_id))
    desk.clock.advance(4 * H)
    shown = detail(desk, case_id)
    # Four hours of the SAC's from 10:00, lunch left out: 15:00 in São Paulo.
    assert (shown.is_silent, shown.silence_due_at) == (False, MONDAY + 5 * H)
    desk.clock.advance(2 * H)
    assert detail(desk, case_id).is_silent
    assert [each.due_at for each in desk.follow_up.silent_cases()] == [MONDAY + 5 * H]
    watch.run_once()
    assert "silence" in clocks(desk, case_id)
    reply(desk, case_id, "again")
    assert not detail(desk, case_id).is_silent
    assert desk.follow_up.silent_cases() == ()


def test_a_silent_case_says_so_in_its_next_step(desk: Desk, case_id: int) -> None:
    reply(desk, case_id)
    desk.clock.advance(timedelta(days=3))
    shown = detail(desk, case_id)
    assert (shown.next_step.code, shown.next_step.due_at) == ("keep_informed", shown.silence_due_at)


def test_a_duty_that_nobody_does_is_noticed(desk: Desk, watch: DeadlineWatch, case_id: int) -> None:
    duties = LegalDutyService(
        database=desk.database, desk=desk.cases._desk, clock=CaseClock(), opening=desk.cases._opening
    )
    duties.add(desk.actor, case_id, "lgpd_access", expected_version=1)
    desk.cases.ask_customer(desk.actor, case_id, expected_version=2)
    desk.clock.advance(20 * H)
    assert watch.run_once().breaches == 1
    assert clocks(desk, case_id) == ["lgpd_access"]


def test_what_is_annulled_is_not_watched(desk: Desk, watch: DeadlineWatch, case_id: int) -> None:
    desk.cases.void(desk.actor, case_id, expected_version=1)
    desk.clock.advance(timedelta(days=30))
    assert watch.run_once() == Noticed()


def test_a_breach_asks_for_its_reason(desk: Desk, breaches: BreachService, case_id: int) -> None:
    desk.clock.advance(30 * H)
    shown = reply(desk, case_id)
    (missed,) = shown.breaches
    assert (missed.clock, missed.reason) == ("first_response", None)
    assert unexplained(desk) == [case_id]
    with pytest.raises(Invalid, match="reason_missing"):
        breaches.explain(desk.actor, case_id, missed.id, "  ", expected_version=shown.version)
    done = breaches.explain(desk.actor, case_id, missed.id, "volume", expected_version=shown.version)
    assert [each.reason for each in done.value.breaches] == ["volume"]
    assert unexplained(desk) == []
    with pytest.raises(Invalid, match="breach_missing"):
        breaches.explain(desk.actor, case_id, missed.id, "mistake", expected_version=done.value.version)
    assert done.undo is not None
    assert [each.reason for each in done.undo.revert().value.breaches] == [None]
    assert unexplained(desk) == [case_id]
    desk.cases.void(desk.actor, case_id, expected_version=desk.version(case_id))
    assert unexplained(desk) == []


def test_the_watch_looks_things_up_by_indexes(desk: Desk) -> None:
    if desk.database.dialect != "sqlite":
        return
    with desk.database.read() as connection:
        assert connection.execute(select(func.count()).select_from(Breach)).scalar_one() == 0
        for statement in lateness._late_statements(MONDAY):
            compiled = statement.limit(5).compile(connection, compile_kwargs={"literal_binds": True})
            plan = connection.execute(text(f"EXPLAIN QUERY PLAN {compiled}")).all()
            scans = [row.detail for row in plan if row.detail.startswith("SCAN") and "CONSTANT" not in row.detail]
            assert scans == [], (str(compiled), plan)
