"""The ready-made periods of the reports, and how a period moves one step back or forth."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from app.views.support.charts.chart_words import month_text

_ONE = timedelta(days=1)
_MONTHS_BACK = 12
Period = tuple[date, date]


def ready_periods(last: date) -> list[tuple[str, Period]]:
    """Return names and periods that end at or before the last day with data."""
    month = last.replace(day=1)
    previous = (month - _ONE).replace(day=1)
    year = last.replace(month=1, day=1)
    return [
        (_tr("Últimos 7 dias"), (last - 6 * _ONE, last)),
        (_tr("Últimos 30 dias"), (last - 29 * _ONE, last)),
        (_tr("Últimos 90 dias"), (last - 89 * _ONE, last)),
        (_tr("Este mês"), whole_month(month)),
        (_tr("Mês passado"), whole_month(previous)),
        (_tr("Este ano"), (year, year.replace(month=12, day=31))),
        (_tr("Ano passado"), (year.replace(year=year.year - 1), year - _ONE)),
    ]


def months_before(last: date) -> list[tuple[str, Period]]:
    """Return the twelve months up to the last day with data, the latest first."""
    found, month = [], last.replace(day=1)
    for _number in range(_MONTHS_BACK):
        found.append((month_text(month), whole_month(month)))
        month = (month - _ONE).replace(day=1)
    return found


def whole_month(first: date) -> Period:
    """Return first and last day of the month that begins on a day."""
    return first, (first + timedelta(days=32)).replace(day=1) - _ONE


def stepped(period: Period, step: int) -> Period:
    """Return the period as long before (-1) or after (1); a whole month moves by months."""
    since, until = period
    if since.day == 1 and whole_month(since) == period:
        return whole_month((until + _ONE) if step > 0 else (since - _ONE).replace(day=1))
    length = until - since + _ONE
    return since + step * length, until + step * length


def _tr(text: str) -> str:
    return QCoreApplication.translate("period_menu", text)
