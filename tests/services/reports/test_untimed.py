"""A source that tells only the day must not make midnight the busiest hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.models.domain.chart import ChartKey
from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView
from app.models.domain.incoming import IncomingMention
from app.models.domain.people import Actor
from app.models.domain.series import ReportFilter
from app.services.charts import ChartService
from app.services.database import Database
from app.services.files.stream import open_source
from app.services.inbox import InboxService
from app.services.intake.batch import batch_of
from app.services.intake.wiring import build_intake
from app.services.recount import recount


def test_mentions_without_time_stand_in_no_hour_but_in_their_day(database: Database, actor: Actor) -> None:
    at = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
    mentions = [
        IncomingMention("reclame_aqui", "Só a data", at, external_id="1", has_time=False),
        IncomingMention("reclame_aqui", "Com hora", at.replace(hour=18), external_id="2"),
    ]
    build_intake(database).receive(batch_of(mentions))
    charts, wanted = ChartService(database=database), ReportFilter(date(2026, 11, 20), date(2026, 11, 20))

    hours = charts.chart(ChartKey.HOURS, wanted, actor)
    assert (hours.facts["total"], hours.tracks[0].cells[15].value, hours.facts["without_time"]) == (1, 1, 1)
    heat = charts.chart(ChartKey.HEAT, wanted, actor)
    assert (heat.facts["total"], heat.facts["without_time"]) == (1, 1)
    rows = replace(wanted, rows=InboxFilter(only_private=False))
    assert charts.chart(ChartKey.HOURS, rows, actor).facts["without_time"] == 1
    assert charts.chart(ChartKey.WEEKDAYS, wanted, actor).facts["total"] == 2
    assert charts.chart(ChartKey.VOLUME_DAY, wanted, actor).facts["total"] == 2
    midnight = InboxQuery(InboxView.ALL_MENTIONS, InboxFilter(hour=0))
    assert InboxService(database=database).count(midnight, actor).n == 0
    with database.read() as connection:
        assert recount(connection) == []


@pytest.mark.parametrize(
    ("written", "has_time"),
    [("20/11/2026", False), ("20/11/2026 00:00", True), ("20/11/2026 14h30", True), ("2026-11-20", False)],
)
def test_a_file_says_whether_it_tells_the_time(tmp_path: Path, written: str, *, has_time: bool) -> None:
    path = tmp_path / "linhas.csv"
    path.write_text(f"Data;Texto\n{written};Chegou quebrado e ninguém responde\n", encoding="utf-8")
    source = open_source(path, now=datetime(2026, 11, 21, tzinfo=UTC))
    (item,) = source.items()
    assert isinstance(item.outcome, IncomingMention)
    assert item.outcome.has_time is has_time
