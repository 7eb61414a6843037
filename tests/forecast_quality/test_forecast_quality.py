"""The forecast beats the seasonal naive where there is something to learn, and its document tells what it does."""

from __future__ import annotations

import pytest

from app.models.domain.forecast import Outlook
from tests.forecast_quality.series import KINDS, demo_year, hours_of, year_of
from tests.forecast_quality.table import BEGIN, DOC, END, Row, rows_of, staffing_tables


def outlook_of(row: Row) -> Outlook:
    assert isinstance(row.outlook, Outlook)
    return row.outlook


@pytest.mark.parametrize("name", ["steady", "growing", "a month without capture"])
def test_days_are_better_than_the_naive_and_bands_hold(name: str) -> None:
    kind = next(each for each in KINDS if each.name == name)
    quality = outlook_of(rows_of(name, year_of(kind), None)[0]).quality
    assert quality.chosen.wape < 0.9 * quality.naive.wape
    assert quality.coverage is not None
    assert quality.coverage[0] == pytest.approx(80, abs=8)
    assert quality.coverage[1] == pytest.approx(95, abs=6)


def test_the_demonstration_is_never_worse_than_the_naive() -> None:
    days, hours = demo_year()
    for row in rows_of("demo", days, hours):
        quality = outlook_of(row).quality
        assert quality.chosen.wape <= quality.naive.wape


def test_hours_are_better_than_the_same_hour_a_week_ago() -> None:
    days = dict(list(year_of(KINDS[0]).items())[-150:])
    hour = outlook_of(rows_of("steady", days, hours_of(days))[2]).quality
    assert hour.chosen.wape < 0.9 * hour.naive.wape


def test_the_document_tells_the_queues_as_they_are() -> None:
    told = DOC.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0]
    assert staffing_tables() in told
    assert all(kind.name in told for kind in KINDS)
