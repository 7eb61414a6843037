"""Dates, spans and figures as people say them, in the person's language; the present moment is always an argument."""

from __future__ import annotations

import html
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

MINUTE: Final = timedelta(minutes=1)
HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
_YESTERDAY: Final = 1
_WEEK: Final = 6


def number_text(value: float, decimals: int = 0) -> str:
    """Return a figure with the language's separators: 807774 -> "807.774"."""
    locale = QLocale()
    return locale.toString(int(value)) if decimals == 0 else locale.toString(float(value), "f", decimals)


def percent_text(share: float, decimals: int = 0) -> str:
    """Return a share of 1 as per cent: 0.941 -> "94,1 %"."""
    return f"{number_text(round(share * 100, decimals), decimals)} %"


def count_text(value: int, limit: int = 9_999) -> str:
    """Return a count for a narrow place; above ``limit`` in thousands: 12345 -> "12 mil"."""
    if value <= limit:
        return number_text(value)
    return _tr("{thousands} mil").format(thousands=number_text(value // 1000))


def duration_text(span: timedelta) -> str:
    """Return a span with its two greatest units: "40 s", "25 min", "1 h 10", "2 d", "1 d 4 h"."""
    seconds = max(0, int(span.total_seconds()))
    if seconds < MINUTE.total_seconds():
        return _tr("{seconds} s").format(seconds=seconds)
    minutes = seconds // 60
    if minutes < HOUR // MINUTE:
        return _tr("{minutes} min").format(minutes=minutes)
    hours, minutes = divmod(minutes, 60)
    if hours < DAY // HOUR:
        whole = _tr("{hours} h").format(hours=hours)
        return f"{whole} {minutes:02}" if minutes else whole
    days, hours = divmod(hours, 24)
    whole = _tr("{days} d").format(days=days)
    return f"{whole} " + _tr("{hours} h").format(hours=hours) if hours and days == 1 else whole


def due_text(due_at: datetime, now: datetime, *, soon: timedelta = HOUR) -> str:
    """Return how a deadline stands: "vence em 25 min" within ``soon``, "3 h 40" later, "atrasado 1 h 10" after."""
    left = due_at - now
    if left < timedelta(0):
        return _tr("atrasado {span}").format(span=duration_text(-left))
    if left <= soon:
        return _tr("vence em {span}").format(span=duration_text(left))
    return duration_text(left)


def ago_text(at: datetime, now: datetime) -> str:
    """Return how long ago something was: "agora", "há 40 s", "há 2 h"."""
    span = now - at
    if span < timedelta(seconds=5):
        return _tr("agora")
    if span >= HOUR:
        span = timedelta(hours=span // HOUR) if span < DAY else timedelta(days=span // DAY)
    return _tr("há {span}").format(span=duration_text(span))


def when_text(at: datetime, now: datetime, *, zone: tzinfo | None = None) -> str:
    """Return a moment as people say it: "hoje 13:49", "ontem 16:20", "qua. 09:10", "12 out 16:20", "12 out 2025"."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    days = (today - local.date()).days
    clock = time_text(at, zone=zone)
    if days == 0:
        return _tr("hoje {time}").format(time=clock)
    if days == _YESTERDAY:
        return _tr("ontem {time}").format(time=clock)
    if days == -1:
        return _tr("amanhã {time}").format(time=clock)
    if 1 < days <= _WEEK:
        return f"{weekday_text(local.date())} {clock}"
    if local.year == today.year:
        return f"{day_text(local.date(), today)} {clock}"
    return day_text(local.date(), today)


def short_when_text(at: datetime, now: datetime, *, zone: tzinfo | None = None) -> str:
    """Return a moment for a narrow column: "13:49" today, "ontem", "12 out", "12 out 2025"."""
    local, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    days = (today - local).days
    if days == 0:
        return time_text(at, zone=zone)
    return _tr("ontem") if days == _YESTERDAY else day_text(local, today)


def exact_text(at: datetime, *, zone: tzinfo | None = None) -> str:
    """Return the exact moment for tooltips: "sábado, 21 de novembro de 2026 14:02:10"."""
    local = at.astimezone(zone)
    moment = QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute, local.second))
    day = QLocale().toString(moment.date(), QLocale.FormatType.LongFormat)
    return f"{day} {moment.time().toString('HH:mm:ss')}"


def time_text(at: datetime, *, zone: tzinfo | None = None) -> str:
    """Return the time of day: "16:20"."""
    return at.astimezone(zone).strftime("%H:%M")


def day_text(day: date, today: date) -> str:
    """Return a date without what is obvious: "12 out", or "12 out 2025" in another year."""
    month = QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat).rstrip(".")
    return f"{day.day} {month}" if day.year == today.year else f"{day.day} {month} {day.year}"


def date_text(day: date) -> str:
    """Return a date in figures: "21/11/2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def weekday_text(day: date) -> str:
    """Return the short name of the weekday: "seg"."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat).rstrip(".")


def progress_text(done: int, total: int | None, rate: float, eta: timedelta | None) -> str:
    """Return how a job is going: "1.200 de 5.000 · 480/s · faltam 8 s"."""
    parts = [number_text(done)]
    if total:
        parts = [_tr("{done} de {total}").format(done=number_text(done), total=number_text(total))]
    if rate >= 1:
        parts.append(_tr("{rate}/s").format(rate=number_text(round(rate))))
    if eta is not None:
        parts.append(_tr("faltam {span}").format(span=duration_text(eta)))
    return " · ".join(parts)


def utc_now() -> datetime:
    """Return the present moment for views that have no clock of their own."""
    return datetime.now(tz=UTC)


def _tr(text: str) -> str:
    return QCoreApplication.translate("texts", text)


def as_tooltip(text: str) -> str:
    """Return a text from outside so that a tooltip shows it as it is, line by line."""
    return "<qt>" + html.escape(text).replace("\n", "<br>") + "</qt>" if text else ""
