"""Calls answer the right owner once, in the UI thread, or not at all; jobs report, stop and end exactly once."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services.cancel import Cancelled, CancelToken
from app.views.support.jobs import Job, Jobs, JobState, Progress
from app.views.support.tasks import Calls

Settle = Callable[[], None]


def test_work_runs_off_and_answers_in_the_ui_thread(calls: Calls, settle: Settle) -> None:
    owner, seen = QObject(), []
    calls.run(owner, "a", threading.get_ident, lambda ident: seen.append((ident, threading.get_ident())))
    settle()
    worker, here = seen[0]
    assert here == threading.get_ident()
    assert worker != here


def test_newer_call_in_a_slot_drops_the_older(calls: Calls, settle: Settle) -> None:
    owner, seen, gate = QObject(), [], threading.Event()
    first = calls.run(owner, "a", lambda: gate.wait(5) and "old", seen.append)
    calls.run(owner, "a", lambda: "new", seen.append)
    assert first.cancelled
    gate.set()
    settle()
    assert seen == ["new"]


def test_slots_and_owners_do_not_disturb_each_other(calls: Calls, settle: Settle) -> None:
    one, two, seen = QObject(), QObject(), []
    for owner, slot in ((one, "a"), (one, "b"), (two, "a")):
        calls.run(owner, slot, lambda slot=slot: slot, seen.append)
    settle()
    assert sorted(seen) == ["a", "a", "b"]


def test_waiting_calls_are_taken_out_of_the_queue(qapp: QApplication, errors: list[Exception]) -> None:
    calls = Calls(on_error=errors.append, workers=1)
    owner, ran, gate = QObject(), [], threading.Event()
    calls.run(owner, "blocker", lambda: gate.wait(5))
    for number in range(50):
        calls.run(owner, "typing", lambda number=number: ran.append(number))
    gate.set()
    deadline = time.monotonic() + 5
    while not calls.is_idle and time.monotonic() < deadline:
        qapp.processEvents()
    calls.shutdown()
    assert ran == [49]


def test_answer_for_a_deleted_owner_is_dropped(qtbot: QtBot, calls: Calls, settle: Settle) -> None:
    owner, seen, gate = QWidget(), [], threading.Event()
    calls.run(owner, "a", lambda: gate.wait(5), seen.append)
    owner.deleteLater()
    qtbot.wait(10)
    gate.set()
    settle()
    assert seen == []


def test_answer_for_a_collected_owner_is_dropped(calls: Calls, settle: Settle) -> None:
    owner, seen, gate = QObject(), [], threading.Event()
    calls.run(owner, "a", lambda: gate.wait(5), seen.append)
    reference = weakref.ref(owner)
    del owner
    gc.collect()
    assert reference() is None
    gate.set()
    settle()
    assert seen == []


def test_cancel_and_busy(calls: Calls, settle: Settle) -> None:
    owner, seen, gate = QObject(), [], threading.Event()
    calls.run(owner, "a", lambda: gate.wait(5), seen.append)
    assert calls.busy(owner, "a")
    calls.cancel(owner, "a")
    calls.cancel(owner, "never")
    assert not calls.busy(owner, "a")
    gate.set()
    settle()
    assert seen == []


def test_errors_take_the_one_road_unless_dealt_with(calls: Calls, settle: Settle, errors: list[Exception]) -> None:
    owner, handled = QObject(), []

    def fail() -> None:
        raise ValueError("x")

    calls.run(owner, "a", fail)
    calls.run(owner, "b", fail, failed=lambda error: handled.append(error) is None)
    settle()
    assert len(errors) == len(handled) == 1


def test_cancelled_work_is_silent(calls: Calls, settle: Settle, errors: list[Exception]) -> None:
    owner, seen, token = QObject(), [], CancelToken()

    def work() -> None:
        while True:
            token.raise_if_cancelled()
            time.sleep(0.001)

    calls.run(owner, "a", work, seen.append, token=token)
    token.cancel()
    settle()
    assert seen == []
    assert errors == []


def test_widgets_in_closures_are_never_freed_by_a_worker(calls: Calls, settle: Settle) -> None:
    freed: list[int] = []

    class Canary(QObject):
        def __del__(self) -> None:
            freed.append(threading.get_ident())

    owner = QObject()
    for number in range(40):
        canary = Canary()
        calls.run(
            owner,
            f"s{number % 4}",
            lambda kept=canary: kept.objectName(),
            lambda _answer, kept=canary: kept.objectName(),
        )
        del canary
    settle()
    gc.collect()
    assert len(freed) == 40
    assert set(freed) == {threading.get_ident()}


def test_many_calls_end_and_leave_nothing(calls: Calls, settle: Settle) -> None:
    owner, seen = QObject(), []
    for number in range(300):
        calls.run(owner, f"slot {number}", lambda number=number: number, seen.append)
    settle()
    assert sorted(seen) == list(range(300))
    assert not calls._tickets
    assert not calls._under_way


def test_shutdown_with_calls_under_way_delivers_nothing(qapp: QApplication, errors: list[Exception]) -> None:
    calls, owner, seen = Calls(on_error=errors.append), QObject(), []
    for number in range(20):
        calls.run(owner, str(number), lambda: time.sleep(0.01), seen.append)
    calls.shutdown()
    calls.run(owner, "late", lambda: 1, seen.append)
    qapp.processEvents()
    assert seen == []
    assert calls.is_idle


def test_answer_may_start_the_next_call(calls: Calls, settle: Settle) -> None:
    owner, seen = QObject(), []
    calls.run(owner, "a", lambda: 1, lambda one: calls.run(owner, "a", lambda: one + 1, seen.append))
    settle()
    assert seen == [2]


# jobs


def test_job_reports_and_finishes(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[Progress] = []

    def work(token: CancelToken, report: Callable[[int, int | None], None]) -> str:
        for number in range(1, 101):
            report(number, 100)
            token.wait(0.008)
        return "done"

    answers: list[str] = []
    job = jobs.start(title="Importando", work=work, done=answers.append)
    job.progressed.connect(told.append)
    with qtbot.waitSignal(jobs.idle, timeout=5_000):
        pass
    assert answers == ["done"]
    assert told[-1].done == 100
    assert told[-1].share == 1.0
    assert len(told) <= 20
    assert any(item.eta is not None and item.eta < timedelta(seconds=5) for item in told)


def test_flood_of_reports_does_not_flood_the_ui(qtbot: QtBot, jobs: Jobs) -> None:
    changes: list[int] = []
    jobs.changed.connect(lambda: changes.append(1))

    def work(token: CancelToken, report: Callable[[int, int | None], None]) -> None:
        for number in range(200_000):
            report(number, None)
        token.raise_if_cancelled()

    jobs.start(title="x", work=work)
    with qtbot.waitSignal(jobs.idle, timeout=10_000):
        pass
    assert len(changes) < 60


def test_job_cancels_within_a_second(qtbot: QtBot, jobs: Jobs, errors: list[Exception]) -> None:
    def work(token: CancelToken, report: Callable[[int, int | None], None]) -> None:
        while True:
            token.raise_if_cancelled()
            report(1, None)
            token.wait(0.01)

    job = jobs.start(title="x", work=work)
    outcomes: list[str] = []
    for name in ("finished", "failed", "cancelled"):
        getattr(job, name).connect(lambda *_, name=name: outcomes.append(name))
    started = time.monotonic()
    job.cancel()
    assert job.state is JobState.CANCELLING
    with qtbot.waitSignal(job.ended, timeout=1_000):
        pass
    assert time.monotonic() - started < 1
    assert outcomes == ["cancelled"]
    assert job.is_over
    assert errors == []


@pytest.mark.parametrize("dealt_with", [True, False])
def test_failed_job_takes_the_one_road(qtbot: QtBot, jobs: Jobs, errors: list[Exception], *, dealt_with: bool) -> None:
    def work(token: CancelToken, report: Callable[[int, int | None], None]) -> None:
        report(1, None)
        token.raise_if_cancelled()
        raise OSError("disk full")

    jobs.start(title="x", work=work, failed=lambda _error: dealt_with)
    with qtbot.waitSignal(jobs.idle, timeout=5_000):
        pass
    assert len(errors) == (0 if dealt_with else 1)


def test_shutdown_cancels_jobs(qapp: QApplication, errors: list[Exception]) -> None:
    jobs = Jobs(on_error=errors.append)
    ended = threading.Event()

    def work(token: CancelToken, report: Callable[[int, int | None], None]) -> None:
        try:
            report(1, None)
            token.wait(60)
            token.raise_if_cancelled()
        except Cancelled:
            ended.set()
            raise

    job: Job = jobs.start(title="x", work=work)
    QThread.msleep(20)
    assert jobs.active == [job]
    assert jobs.shutdown(seconds=5)
    assert ended.is_set()
    qapp.processEvents()
    assert errors == []
