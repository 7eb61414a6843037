"""Every proposal of the SWOT sheet rests on exactly what a click on it opens."""

from __future__ import annotations

from datetime import date

from app.models.domain.people import PROGRAM
from app.models.domain.series import ReportFilter
from app.models.domain.swot import Quadrant, query_of
from app.services.charts import ChartService
from app.services.database import Database
from app.services.inbox import InboxService
from app.services.swot import SwotService


def test_every_proposal_opens_exactly_what_it_counts(year: Database, charts: ChartService, inbox: InboxService) -> None:
    wanted = ReportFilter(date(2025, 12, 20), date(2026, 11, 21))
    entries = SwotService(database=year, charts=charts).propose(PROGRAM, wanted)
    assert {entry.quadrant for entry in entries} >= {Quadrant.WEAKNESS, Quadrant.THREAT}
    for entry in entries:
        assert entry.evidence is not None
        assert inbox.count(query_of(entry.evidence, wanted), PROGRAM, cap=None).n == entry.evidence.n, entry
