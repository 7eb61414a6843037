"""How sentiment moves: one stacked bar a day, week or month."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QRectF

from app.models.domain.series import SentimentOverTime
from app.models.domain.vocabulary import Sentiment
from app.views.reports.charts.chart import Chart, Mark, count_ticks
from app.views.reports.charts.legend import Legend
from app.views.reports.charts.share import sentiment_color
from app.views.reports.report_texts import sentiment_text, step_text
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_THICK = 0.72
_NAMED = 10
_ORDER = (Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.MIXED, Sentiment.POSITIVE, None)


class OverTimeChart(Chart[SentimentOverTime]):
    """Stacked bars; one mark for each sentiment of each step."""

    def __init__(self, *, theme: Theme, name: str) -> None:
        super().__init__(theme=theme, name=name)
        self.legend = Legend(theme=theme)
        layout = self.layout()
        if layout is not None:
            layout.removeWidget(self.plot)
            layout.addWidget(self.legend)
            layout.addWidget(self.plot)

    def columns(self) -> int:
        """Left and right move in time, up and down between sentiments."""
        return len(self._series.starts) if self._series is not None else 1

    def draw(self) -> None:
        """Draw one layer a sentiment, negative ones at the bottom."""
        series = self._series
        if series is None:
            return
        steps = len(series.starts)
        base = [0] * steps
        marks = []
        shown = [each for each in _ORDER if any(row[series.sentiments.index(each)] for row in series.counts)]
        for sentiment in shown:
            place = series.sentiments.index(sentiment)
            heights = [row[place] for row in series.counts]
            color = sentiment_color(self.theme, sentiment)
            bars = pg.BarGraphItem(
                x=list(range(steps)), y0=list(base), height=heights, width=_THICK, brush=color, pen=None
            )
            self.put(bars)
            for step, height in enumerate(heights):
                said = (
                    f"{step_text(series.step, series.starts[step])}, {sentiment_text(sentiment)}: {number_text(height)}"
                )
                area = QRectF(step - 0.5, base[step], 1, height)
                marks.append(Mark(area, said, (series.step, series.starts[step], sentiment)))
            base = [low + height for low, height in zip(base, heights, strict=True)]
        self._frame(series, max(base, default=0))
        self.legend.show_items([(sentiment_text(each), sentiment_color(self.theme, each)) for each in shown])
        self.set_marks(marks, self._summary(series, sum(base)))

    def _frame(self, series: SentimentOverTime, highest: int) -> None:
        ticks = count_ticks(highest)
        steps = len(series.starts)
        every = max(1, -(-steps // _NAMED))
        self.set_ticks("left", ticks)
        self.set_ticks("bottom", [(at, step_text(series.step, series.starts[at])) for at in range(0, steps, every)])
        self.set_range((-0.6, steps - 0.4), (0, max(1.0, ticks[-1][0]) * 1.05))

    def _summary(self, series: SentimentOverTime, total: int) -> str:
        negative = sum(row[series.sentiments.index(Sentiment.NEGATIVE)] for row in series.counts)
        return self.tr("Sentimento ao longo do período: {n} menções, {negative} negativas.").format(
            n=number_text(total), negative=number_text(negative)
        )
