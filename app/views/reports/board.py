"""The charts of the reports screen: which there are, what each reads, and where a click on it leads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.services import report_tables, reports
from app.views.reports.chart_card import ChartCard
from app.views.reports.charts.days import DaysChart
from app.views.reports.charts.heat import HeatChart
from app.views.reports.charts.hours import HoursChart
from app.views.reports.charts.over_time import OverTimeChart
from app.views.reports.charts.share import ShareChart
from app.views.reports.report_texts import weekday_hour_text
from app.views.support.texts import number_text, percent_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from app.models.domain.inbox import InboxQuery
    from app.models.domain.series import (
        DaySeries,
        HourSeries,
        ReportFilter,
        SentimentOverTime,
        SentimentShare,
        TableData,
        WeekHeat,
    )
    from app.services.reports import ReportsService
    from app.views.reports.charts.chart import Chart
    from app.views.support.desk import Desk

_WIDE = (("hours", 0, 0, 3), ("heat", 0, 3, 3), ("share", 1, 0, 2), ("over_time", 1, 2, 4), ("days", 2, 0, 6))
_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class _Kind:
    """One chart: how it is read, made a table of, defined in a sentence, and drilled."""

    card: ChartCard
    chart: Chart[Any]
    read: Callable[[ReportFilter], Any]
    table: Callable[[Any], TableData]
    define: Callable[[Any], str]
    total: Callable[[Any], int]
    drill: Callable[[ReportFilter, Any], InboxQuery]


class Board(QWidget):
    """Five cards, two or three a line, one below the other where it is narrow."""

    drill_requested = Signal(object, str)
    """Carries an ``InboxQuery`` and what it shows."""
    save_requested = Signal(object, str)
    """Carries a ``ChartCard`` and the kind of file."""

    def __init__(self, *, desk: Desk, reports_service: ReportsService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._reports = desk, reports_service
        self._shown: ReportFilter | None = None
        self._kinds = self._make_kinds()
        self._grid = QGridLayout(self)
        desk.theme.space(self._grid, spacing=3)
        self._is_wide: bool | None = None
        for kind in self._kinds.values():
            self._connect(kind)
        self._arrange()
        desk.theme.changed.connect(self._arrange)

    def _connect(self, kind: _Kind) -> None:
        kind.card.save_requested.connect(lambda form: self.save_requested.emit(kind.card, form))
        kind.card.copied.connect(self._desk.say)
        kind.chart.drilled.connect(lambda key, said: self._on_drilled(kind, key, said))

    @property
    def cards(self) -> dict[str, ChartCard]:
        """The cards by id: hours, heat, share, over_time, days."""
        return {name: kind.card for name, kind in self._kinds.items()}

    def load(self, wanted: ReportFilter) -> None:
        """Read every chart anew, each with one call."""
        self._shown = wanted
        for name, kind in self._kinds.items():
            self._desk.calls.run(self, name, partial(kind.read, wanted), partial(self._show, kind))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below each other where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _make_kinds(self) -> dict[str, _Kind]:
        theme, actor, read = self._desk.theme, self._desk.actor, self._reports
        names = {
            "hours": self.tr("Horário nobre"),
            "heat": self.tr("Dia da semana e hora"),
            "share": self.tr("Sentimento"),
            "over_time": self.tr("Sentimento ao longo do tempo"),
            "days": self.tr("Volume por dia"),
        }

        def card(chart: Chart[Any]) -> tuple[ChartCard, Chart[Any]]:
            return ChartCard(theme=theme, title=chart.accessibleName(), chart=chart), chart

        return {
            "hours": _Kind(
                *card(HoursChart(theme=theme, name=names["hours"])),
                lambda wanted: read.peak_hours(wanted, actor),
                report_tables.hours_table,
                self._define_hours,
                lambda series: int(series.total),
                reports.drill_hour,
            ),
            "heat": _Kind(
                *card(HeatChart(theme=theme, name=names["heat"])),
                lambda wanted: read.week_heat(wanted, actor),
                report_tables.heat_table,
                self._define_heat,
                lambda series: int(series.total),
                lambda wanted, key: reports.drill_week_hour(wanted, *key),
            ),
            "share": _Kind(
                *card(ShareChart(theme=theme, name=names["share"])),
                lambda wanted: read.sentiment_share(wanted, actor),
                report_tables.share_table,
                self._define_share,
                lambda series: int(series.total),
                reports.drill_sentiment,
            ),
            "over_time": _Kind(
                *card(OverTimeChart(theme=theme, name=names["over_time"])),
                lambda wanted: read.sentiment_over_time(wanted, actor),
                report_tables.over_time_table,
                self._define_over_time,
                lambda series: sum(map(sum, series.counts)),
                lambda wanted, key: reports.drill_step(wanted, *key),
            ),
            "days": _Kind(
                *card(DaysChart(theme=theme, name=names["days"])),
                lambda wanted: read.volume_per_day(wanted, actor),
                report_tables.days_table,
                self._define_days,
                lambda series: sum(series.received),
                reports.drill_day,
            ),
        }

    def _show(self, kind: _Kind, series: Any) -> None:  # noqa: ANN401 - each chart has a series of its own
        kind.card.set_definition(kind.define(series))
        kind.card.show_table(kind.table(series), nothing="" if kind.total(series) else self._nothing(series))
        kind.chart.show_series(series)

    def _on_drilled(self, kind: _Kind, key: Any, said: str) -> None:  # noqa: ANN401 - each chart has keys of its own
        if self._shown is not None:
            self.drill_requested.emit(kind.drill(self._shown, key), f"{kind.card.title} · {said}")

    def _arrange(self) -> None:
        wide = self.width() >= self._desk.theme.metrics.px(860)
        if wide == self._is_wide:
            return
        self._is_wide = wide
        for row, (name, line, column, span) in enumerate(_WIDE):
            card = self._kinds[name].card
            if wide:
                self._grid.addWidget(card, line, column, 1, span)
            else:
                self._grid.addWidget(card, row, 0, 1, _COLUMNS)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def _nothing(self, series: object) -> str:
        untimed = getattr(series, "without_time", 0)
        if untimed:
            return self.tr("As {n} menções deste período não têm hora, só o dia.").format(n=number_text(untimed))
        return self.tr("Nenhuma menção neste período.")

    def _untimed(self, series: HourSeries | WeekHeat) -> str:
        if not series.without_time:
            return ""
        return " " + self.tr("Mais {n} sem hora.").format(n=number_text(series.without_time))

    def _define_hours(self, series: HourSeries) -> str:
        if not series.total:
            return self.tr("Menções por hora do dia.")
        share = percent_text(series.outside_hours / series.total, 1)
        text = self.tr("Menções por hora do dia. {share} chegam com o balcão fechado.").format(share=share)
        return text + self._untimed(series)

    def _define_heat(self, series: WeekHeat) -> str:
        most, day, hour = max(
            (count, -day, -hour) for day, row in enumerate(series.counts) for hour, count in enumerate(row)
        )
        if not most:
            return self.tr("Menções por hora e dia da semana.")
        text = self.tr("Menções por hora e dia da semana. Pico: {when}.").format(when=weekday_hour_text(-day, -hour))
        return text + self._untimed(series)

    def _define_share(self, series: SentimentShare) -> str:
        text = self.tr("Menções classificadas ou sugeridas; {n} confirmadas por uma pessoa.")
        return text.format(n=number_text(series.confirmed))

    def _define_over_time(self, series: SentimentOverTime) -> str:
        return {
            "day": self.tr("Menções por sentimento, a cada dia."),
            "week": self.tr("Menções por sentimento, a cada semana (desde segunda-feira)."),
            "month": self.tr("Menções por sentimento, a cada mês."),
        }[series.step]

    def _define_days(self, series: DaySeries) -> str:
        days = max(1, len(series.days))
        return self.tr("Menções recebidas e as que estão em atendimento. Média: {n} por dia.").format(
            n=number_text(sum(series.received) / days, 1)
        )
