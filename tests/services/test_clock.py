"""The clock of a team is the server's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.services.clock import SystemClock


def test_a_workstation_a_year_ahead_tells_the_team_time() -> None:
    clock = SystemClock()
    behind = datetime.now(UTC) - timedelta(days=365)
    clock.align(behind)
    assert timedelta(0) <= clock.now() - behind < timedelta(seconds=5)


def test_the_way_to_the_server_is_no_difference() -> None:
    clock = SystemClock()
    clock.align(datetime.now(UTC) + timedelta(milliseconds=300))
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(milliseconds=100)
