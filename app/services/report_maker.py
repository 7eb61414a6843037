"""Makes a report: reads its charts one by one, with the comments on them, so that it can be stopped at any moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import Connection, select

from app.models.domain.people import Actor, Right
from app.models.domain.report_period import period_before
from app.models.domain.report_plan import (
    Against,
    Report,
    ReportSpec,
    Span,
    against_of,
    period_of,
    problem_of,
)
from app.models.domain.series import ReportFilter
from app.models.schema.channels import Channel
from app.services.cancel import CancelToken
from app.services.charts.service import ChartService
from app.services.database import Database
from app.services.errors import Invalid
from app.services.mention_book import business_zone
from app.services.report_book import comments_of
from app.services.rights import require
from app.services.setting_keys import COMPANY_NAME_SETTING
from app.services.settings_book import read_setting

Progress = Callable[[int, int | None], None]


class ReportMaker:
    """Collects what a report shows; writing it to paper or to a workbook is somebody else's."""

    def __init__(self, *, database: Database, charts: ChartService) -> None:
        self._database = database
        self._charts = charts

    def today(self) -> date:
        """Return today in the business's zone."""
        with self._database.read() as connection:
            return self._database.clock.now().astimezone(business_zone(connection)).date()

    def company(self) -> str:
        """Return the company's name, as it stands on top of every printed page."""
        with self._database.read() as connection:
            return _company(connection)

    def make(
        self,
        actor: Actor,
        spec: ReportSpec,
        *,
        progress: Progress | None = None,
        cancel: CancelToken | None = None,
    ) -> Report:
        """Return the report as of today. ``progress`` receives charts read and charts in all.

        Raises:
            Refused: ``not_allowed``. Invalid: ``report.no_parts``, ``report.period``, ``report.against``.
            Cancelled: when asked to stop.
        """
        require(actor, Right.EXPORT)
        problem = problem_of(spec)
        if problem:
            raise Invalid(f"report.{problem}")
        token = cancel or CancelToken()
        period = period_of(spec, self.today())
        wanted = filter_of(spec, period)
        charts = []
        for number, part in enumerate(spec.parts):
            token.raise_if_cancelled()
            if progress is not None:
                progress(number, len(spec.parts))
            charts.append(self._charts.chart(part, wanted, actor, token))
        figures = self._charts.figures(wanted, actor)
        with self._database.read() as connection:
            company = _company(connection)
            comments = comments_of(connection, period) if spec.with_comments else {}
            statement = select(Channel.name).where(Channel.id.in_(spec.channel_ids)).order_by(Channel.name)
            channels = tuple(connection.execute(statement).scalars()) if spec.channel_ids else ()
        return Report(
            company=company,
            spec=spec,
            period=period,
            against=_beside(spec, period),
            figures=figures,
            charts=tuple(charts),
            comments=comments,
            channels=channels,
        )


def filter_of(spec: ReportSpec, period: Span) -> ReportFilter:
    """Return the filter under which a report's charts are read."""
    other = against_of(spec, period)
    return ReportFilter(
        period.since,
        period.until,
        spec.channel_ids,
        is_compared=spec.against is not Against.NOTHING,
        compare_with=None if other is None else (other.since, other.until),
    )


def _company(connection: Connection) -> str:
    return str(read_setting(connection, COMPANY_NAME_SETTING).value)


def _beside(spec: ReportSpec, period: Span) -> Span | None:
    if spec.against is Against.NOTHING:
        return None
    return against_of(spec, period) or Span(*period_before(period.since, period.until))
