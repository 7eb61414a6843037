"""How a light moves by rounds that worked, failed, or brought nothing for too long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.models.domain.channel_health import Health, Light, Problem
from app.models.domain.health_steps import after_failure, after_success, gone_silent, is_news

AT = datetime(2026, 11, 21, 14, tzinfo=UTC)
LATER = AT + timedelta(minutes=5)


def test_a_first_round() -> None:
    empty = after_success(None, AT, brought=False)
    assert empty == Health(Light.OK, None, AT, AT, None)
    assert is_news(None, empty)
    full = after_success(empty, LATER, brought=True)
    assert (full.since, full.last_ok_at, full.last_item_at) == (AT, LATER, LATER)
    assert not is_news(empty, full)


def test_failures_count_and_keep_what_was_known() -> None:
    well = after_success(None, AT, brought=True)
    first = after_failure(well, Problem.SERVER_ERROR, LATER, retry_at=LATER + timedelta(seconds=5))
    assert (first.light, first.problem, first.since, first.failures) == (Light.WAITING, Problem.SERVER_ERROR, LATER, 1)
    assert (first.last_ok_at, first.last_item_at) == (AT, AT)
    again = after_failure(first, Problem.SERVER_ERROR, LATER + timedelta(minutes=1), retry_at=LATER, brought=True)
    assert (again.since, again.failures, again.last_item_at) == (LATER, 2, LATER + timedelta(minutes=1))
    assert not is_news(first, again)
    worse = after_failure(again, Problem.TOKEN_REVOKED, LATER, retry_at=LATER)
    assert worse.light is Light.NEEDS_PERSON
    assert is_news(again, worse)
    assert after_failure(None, Problem.NO_KEY, AT, retry_at=LATER).failures == 1
    mended = after_success(worse, LATER, brought=False)
    assert (mended.light, mended.problem, mended.failures, mended.retry_at) == (Light.OK, None, 0, None)


def test_only_something_new_ends_a_silence() -> None:
    silent = gone_silent(after_success(None, AT, brought=True), LATER)
    assert (silent.light, silent.since) == (Light.SILENT, LATER)
    assert after_success(silent, LATER, brought=False).light is Light.SILENT
    assert after_success(silent, LATER, brought=True).light is Light.OK
