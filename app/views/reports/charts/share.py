"""How people feel, as bars with name, count and share at each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from app.models.domain.series import SentimentShare
from app.models.domain.vocabulary import Sentiment
from app.views.reports.charts.chart import Chart, Mark
from app.views.reports.report_texts import sentiment_text
from app.views.support.texts import number_text, percent_text

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_ROOM = 1.4
_THICK = 0.62


class ShareChart(Chart[SentimentShare]):
    """One bar a sentiment."""

    def columns(self) -> int:
        """Bars lie below each other."""
        return 1

    def draw(self) -> None:
        """Draw bars with their words at the end."""
        series = self._series
        if series is None:
            return
        bars = [(sentiment, n) for sentiment, n in series.counts if n or sentiment is not None]
        most, whole = max(1, *(n for _, n in bars)), max(1, series.total)
        marks = []
        for row, (sentiment, n) in enumerate(bars):
            top = row + (1 - _THICK) / 2
            color = sentiment_color(self.theme, sentiment)
            self.put(pg.BarGraphItem(x0=[0], y0=[top], width=[n], height=[_THICK], brush=color, pen=None))
            words = f"{number_text(n)} · {percent_text(n / whole, 1)}"
            self.text(f" {words}", n, row + 0.5, color="text", anchor=(0, 0.5))
            marks.append(Mark(QRectF(0, row, most * _ROOM, 1), f"{sentiment_text(sentiment)}: {words}", sentiment))
        self.plot.getPlotItem().getViewBox().invertY(b=True)
        self.set_ticks("left", [(row + 0.5, sentiment_text(each)) for row, (each, _) in enumerate(bars)])
        self.set_ticks("bottom", [])
        self.set_range((0, most * _ROOM), (0, len(bars)))
        self.set_marks(
            marks, self.tr("Menções por sentimento. {words}").format(words="; ".join(m.spoken for m in marks))
        )


def sentiment_color(theme: Theme, sentiment: Sentiment | None) -> QColor:
    """Return a sentiment's colour in charts; what has none yet is the colour of lines."""
    return theme.color("line_strong") if sentiment is None else theme.sentiment(sentiment.value)
