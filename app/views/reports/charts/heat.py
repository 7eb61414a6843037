"""Weekday by hour as a map of warmer and cooler cells: when a team has to be there."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF

from app.models.domain.series import WeekHeat
from app.views.reports.charts.chart import Chart, Mark, blend
from app.views.reports.report_texts import weekday_hour_text, weekday_names
from app.views.support.texts import number_text

_HOURS, _DAYS = 24, 7
_FAINTEST = 0.06


class HeatChart(Chart[WeekHeat]):
    """168 cells, Monday on top; one mark a cell."""

    def columns(self) -> int:
        """A row holds a day."""
        return _HOURS

    def draw(self) -> None:
        """Draw the cells and name days and hours."""
        series = self._series
        if series is None:
            return
        cells = [(day, hour, series.counts[day][hour]) for day in range(_DAYS) for hour in range(_HOURS)]
        most = max(1, *(count for *_, count in cells))
        low, high = self.theme.color("surface"), self.theme.chart(1)
        self.put(
            pg.BarGraphItem(
                x0=[hour for _, hour, _ in cells],
                y0=[day for day, _, _ in cells],
                width=1,
                height=1,
                brushes=[blend(low, high, _FAINTEST + (1 - _FAINTEST) * count / most) for *_, count in cells],
                pen=pg.mkPen(low, width=2),
            )
        )
        self.plot.getPlotItem().getViewBox().invertY(b=True)
        self.set_ticks("left", [(day + 0.5, name) for day, name in enumerate(weekday_names(short=True))])
        self.set_ticks("bottom", [(hour + 0.5, f"{hour}h") for hour in range(0, _HOURS, 3)])
        self.set_range((0, _HOURS), (0, _DAYS))
        self.set_marks(
            [
                Mark(QRectF(hour, day, 1, 1), f"{weekday_hour_text(day, hour)}: {number_text(count)}", (day, hour))
                for day, hour, count in cells
            ],
            self._summary(max(cells, key=lambda cell: cell[2])),
        )

    def _summary(self, peak: tuple[int, int, int]) -> str:
        return self.tr("Menções por dia da semana e hora. Pico: {when}, com {n}.").format(
            when=weekday_hour_text(peak[0], peak[1]), n=number_text(peak[2])
        )
