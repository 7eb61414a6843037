"""The table beside each chart: the same numbers as rows, for the screen, for CSV and for screen readers."""

from __future__ import annotations

from datetime import date

from app.models.domain.series import (
    DaySeries,
    Figures,
    HourSeries,
    SentimentOverTime,
    SentimentShare,
    TableData,
    WeekHeat,
)
from app.models.domain.vocabulary import Sentiment

NO_SENTIMENT = "no_sentiment"


def hours_table(series: HourSeries) -> TableData:
    """Return one row an hour: hour, mentions, 1 when the counter is open on some weekday."""
    rows = zip(range(24), series.counts, map(int, series.open_hours), strict=True)
    return TableData(("hour", "mentions", "open"), tuple(rows))


def heat_table(series: WeekHeat) -> TableData:
    """Return one row a weekday (0 = Monday) with a column an hour."""
    headers = ("weekday", *(f"hour_{hour}" for hour in range(24)))
    return TableData(headers, tuple((weekday, *counts) for weekday, counts in enumerate(series.counts)))


def share_table(series: SentimentShare) -> TableData:
    """Return one row a sentiment: its code, mentions, per cent."""
    rows = tuple(
        (_code(sentiment), n, 100 * n / series.total if series.total else 0.0) for sentiment, n in series.counts
    )
    return TableData(("sentiment", "mentions", "percent"), rows)


def over_time_table(series: SentimentOverTime) -> TableData:
    """Return one row a step with a column a sentiment."""
    headers = (series.step, *(_code(sentiment) for sentiment in series.sentiments))
    rows: list[tuple[str | int | float | date | None, ...]] = [
        (start, *counts) for start, counts in zip(series.starts, series.counts, strict=True)
    ]
    return TableData(headers, tuple(rows))


def days_table(series: DaySeries) -> TableData:
    """Return one row a day: received, in a case."""
    return TableData(
        ("day", "received", "in_case"), tuple(zip(series.days, series.received, series.in_case, strict=True))
    )


def figures_table(figures: Figures) -> TableData:
    """Return one row a figure: its code, its value, that of the period before (None where there is none)."""
    rows = (
        ("mentions", figures.mentions, figures.mentions_before),
        ("in_case", figures.in_case, figures.in_case_before),
        ("negative_percent", figures.negative_percent, figures.negative_percent_before),
        ("cases_opened", figures.cases_opened, figures.cases_opened_before),
        ("cases_closed", figures.cases_closed, figures.cases_closed_before),
        ("first_response_median_minutes", figures.first_response_median_minutes, None),
        ("within_first_response_percent", figures.within_first_response_percent, None),
    )
    return TableData(("figure", "value", "before"), rows)


def _code(sentiment: Sentiment | None) -> str:
    return NO_SENTIMENT if sentiment is None else sentiment.value
