"""Volume per day: all that came in, and what of it became a case."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF

from app.models.domain.series import DaySeries
from app.views.reports.charts.chart import Chart, Mark, count_ticks
from app.views.support.texts import date_text, number_text

_NAMED = 12
_ROOM = 0.1
_APART = 0.12
_FEW_DAYS, _MANY_DAYS, _YEAR_DAYS = 45, 190, 366


class DaysChart(Chart[DaySeries]):
    """Two lines with their names at the end; one mark a day."""

    def draw(self) -> None:
        """Draw both lines and name some days."""
        series = self._series
        if series is None or not series.days:
            return
        days = len(series.days)
        ticks = count_ticks(max(series.received))
        top = max(1.0, ticks[-1][0])
        places = list(range(days))
        few = days <= _FEW_DAYS
        symbol = "o" if few else None
        for values, number, dash in ((series.received, 1, None), (series.in_case, 2, [4, 3])):
            color = self.theme.chart(number)
            # A dashed or thick line of thousands of points takes seconds to draw.
            width = 2 if days <= _MANY_DAYS else 1
            pen = pg.mkPen(color, width=width, dash=dash) if dash and few else pg.mkPen(color, width=width)
            self.put(
                pg.PlotDataItem(
                    places, list(values), pen=pen, symbol=symbol, symbolSize=5, symbolBrush=color, symbolPen=None
                )
            )
        low = series.in_case[-1]
        high = max(float(series.received[-1]), low + top * _APART)
        self.text(self.tr(" recebidas"), days - 1, high, color="text", anchor=(0, 0.5))
        self.text(self.tr(" em atendimento"), days - 1, low, color="text", anchor=(0, 1))
        every = max(1, -(-days // _NAMED))
        form = "%d/%m" if days <= _YEAR_DAYS else "%d/%m/%y"
        self.set_ticks("left", ticks)
        self.set_ticks("bottom", [(at, f"{series.days[at]:{form}}") for at in range(0, days, every)])
        self.set_range((-0.5, days - 0.5 + max(1.0, days * _ROOM)), (-top * 0.02, top * 1.06))
        self.set_marks([self._mark(series, place, top) for place in places], self._summary(series))

    def _mark(self, series: DaySeries, place: int, top: float) -> Mark:
        said = self.tr("{day}: {n} recebidas, {cases} em atendimento").format(
            day=date_text(series.days[place]),
            n=number_text(series.received[place]),
            cases=number_text(series.in_case[place]),
        )
        return Mark(QRectF(place - 0.5, 0, 1, top), said, series.days[place])

    def _summary(self, series: DaySeries) -> str:
        most = max(range(len(series.days)), key=lambda place: series.received[place])
        return self.tr("{total} menções no período; o dia mais cheio foi {day}, com {n}.").format(
            total=number_text(sum(series.received)),
            day=date_text(series.days[most]),
            n=number_text(series.received[most]),
        )
