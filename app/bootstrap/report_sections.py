"""The pages of their own in the navigation of the reports: one function a section, listed in their order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.bootstrap.services import Services
from app.models.domain.inbox import InboxQuery
from app.models.domain.report_plan import Span
from app.views.exports.export_dialog import ExportDialog, choices_of_days
from app.views.suggestions.page import SuggestionsPage
from app.views.support.desk import Desk
from app.views.support.report_section import ReportSection
from app.views.themes.page import ThemesPage

if TYPE_CHECKING:
    from app.views.forecast.page import ForecastPage
    from app.views.saved_reports.page import SavedReportsPage
    from app.views.swot.page import SwotPage


@dataclass(frozen=True, slots=True)
class SectionTools:
    """What a section is made from; ``open_query`` lists mentions or cases in the inbox under a title."""

    desk: Desk
    services: Services
    open_query: Callable[[InboxQuery, str], object]


def report_sections(tools: SectionTools) -> list[ReportSection]:
    """Return the sections in the order of the navigation."""
    return [make(tools) for make in _SECTIONS]


def _tr(text: str) -> str:
    return QCoreApplication.translate("report_sections", text)


def _swot(tools: SectionTools) -> ReportSection:
    services = tools.services

    def make() -> SwotPage:
        from app.views.swot.page import SwotPage  # noqa: PLC0415 - loads the charts' library, not at start

        return SwotPage(
            desk=tools.desk,
            swot=services.swot,
            company=services.report_maker.company,
            open_query=tools.open_query,
        )

    return ReportSection("swot", _tr("SWOT"), "flag", make)


def _saved_reports(tools: SectionTools) -> ReportSection:
    services = tools.services

    def take_out(page: SavedReportsPage, days: Span) -> None:
        from app.views.saved_reports.report_words import span_text  # noqa: PLC0415 - as the page

        ExportDialog(
            desk=tools.desk,
            exports=services.data_exports,
            choices=choices_of_days(days.since, days.until),
            shown=span_text(days),
            parent=page,
        ).open()

    def make() -> SavedReportsPage:
        from app.views.saved_reports.page import SavedReportsPage  # noqa: PLC0415 - loads the charts' library

        page = SavedReportsPage(
            desk=tools.desk,
            book=services.report_book,
            maker=services.report_maker,
            choices=services.filter_choices,
        )
        page.data_wanted.connect(lambda days: take_out(page, days))
        return page

    return ReportSection("saved", _tr("Relatórios salvos"), "file", make, follows=False)


def _themes(tools: SectionTools) -> ReportSection:
    def make() -> ThemesPage:
        page = ThemesPage(desk=tools.desk, themes=tools.services.themes)
        page.drill_requested.connect(tools.open_query)
        return page

    return ReportSection("themes", _tr("Temas da semana"), "messages", make, follows=False)


def _suggestions(tools: SectionTools) -> ReportSection:
    def make() -> SuggestionsPage:
        return SuggestionsPage(desk=tools.desk, suggestions=tools.services.suggestions)

    return ReportSection("suggestions", _tr("Sugestões"), "bulb", make, follows=False)


def _forecast(tools: SectionTools) -> ReportSection:
    services = tools.services

    def make() -> ForecastPage:
        from app.views.forecast.page import ForecastPage  # noqa: PLC0415 - loads the charts' library, not at start

        page = ForecastPage(
            desk=tools.desk, forecast=services.forecast, staffing=services.staffing, exports=services.exports
        )
        page.drill_requested.connect(tools.open_query)
        return page

    return ReportSection("forecast", _tr("Previsão e equipe"), "chart-line", make, follows=False)


# One function ``(tools) -> ReportSection`` a page, each named here.
_SECTIONS: tuple[Callable[[SectionTools], ReportSection], ...] = (
    _forecast,
    _swot,
    _saved_reports,
    _themes,
    _suggestions,
)
