"""Peak hours as a line over the day, with the hours at which the counter is open shaded."""

from __future__ import annotations

from itertools import groupby

import pyqtgraph as pg
from PySide6.QtCore import QRectF

from app.models.domain.series import HourSeries
from app.views.reports.charts.chart import Chart, Mark, count_ticks
from app.views.reports.report_texts import hour_text
from app.views.support.texts import number_text

_HOURS = 24


class HoursChart(Chart[HourSeries]):
    """24 points; one mark an hour."""

    def draw(self) -> None:
        """Draw shade, line, points and peak."""
        series = self._series
        if series is None:
            return
        ticks = count_ticks(max(series.counts))
        top = max(1.0, ticks[-1][0])
        color = self.theme.chart(1)
        for first, width in _open_spans(series.open_hours):
            shade = self.theme.color("accent_soft")
            self.put(pg.BarGraphItem(x0=[first - 0.5], y0=[0], width=[width], height=[top], brush=shade, pen=shade))
            self.text(self.tr("balcão aberto"), first - 0.4, 0, color="accent", anchor=(0, 1))
        self.put(
            pg.PlotDataItem(
                list(range(_HOURS)),
                list(series.counts),
                pen=pg.mkPen(color, width=2),
                symbol="o",
                symbolSize=self.theme.metrics.px(6),
                symbolBrush=color,
                symbolPen=None,
            )
        )
        self.set_ticks("bottom", [(hour, f"{hour}h") for hour in range(0, _HOURS, 3)])
        self.set_ticks("left", ticks)
        self.set_range((-0.6, _HOURS - 0.4), (0, top * 1.05))
        self.set_marks(
            [
                Mark(QRectF(hour - 0.5, 0, 1, top), f"{hour_text(hour)}: {number_text(count)}", hour)
                for hour, count in enumerate(series.counts)
            ],
            self._summary(series),
        )

    def _summary(self, series: HourSeries) -> str:
        peak = max(range(_HOURS), key=lambda hour: series.counts[hour])
        return self.tr("Menções por hora do dia. Pico às {hour} com {n}; {outside} com o balcão fechado.").format(
            hour=hour_text(peak), n=number_text(series.counts[peak]), outside=number_text(series.outside_hours)
        )


def _open_spans(is_open: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return (first hour, length) of each run of open hours; nothing when all hours are open."""
    if all(is_open):
        return []
    spans = []
    for opened, run in groupby(enumerate(is_open), key=lambda each: each[1]):
        hours = [hour for hour, _ in run]
        if opened:
            spans.append((hours[0], len(hours)))
    return spans
