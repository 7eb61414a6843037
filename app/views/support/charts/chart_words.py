"""Values, categories and tracks of every chart in words: for axes, for hovering, for tables and for screen readers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale

from app.models.domain.chart import ChartKey, Counts, Shape, Unit
from app.views.support.charts.code_words import code_word
from app.views.support.texts import date_text, duration_text, number_text

if TYPE_CHECKING:
    from app.models.domain.chart import Cell, ChartData, Track

_THOUSAND, _MILLION = 1_000, 1_000_000
_DAYS_OF_WEEK: Final = 7
_ROWS_OF_WEEKDAYS: Final = frozenset({ChartKey.HEAT})
NONE: Final = "–"


def BEFORE() -> str:
    """Return the word of what is drawn paler."""
    return _tr("comparação")


def value_text(unit: Unit, value: float | None) -> str:
    """Return an exact value in its unit: "1.234", "94,1 %", "1 h 10", "4,2"."""
    if value is None:
        return NONE
    if unit is Unit.PERCENT:
        return f"{_short(round(value, 1))} %"
    if unit is Unit.MINUTES:
        return duration_text(timedelta(minutes=value))
    if unit is Unit.SCORE:
        return _signed(value)
    return number_text(value) if float(value).is_integer() else number_text(value, 1)


def axis_text(unit: Unit, value: float) -> str:
    """Return a round value for an axis, short: "12 mil", "50 %", "2 h"."""
    if unit is Unit.PERCENT:
        return f"{number_text(value)} %"
    if unit is Unit.MINUTES:
        return duration_text(timedelta(minutes=value)) if value else "0"
    if abs(value) >= _MILLION:
        return _tr("{n} mi").format(n=_short(value / _MILLION))
    if abs(value) >= 10 * _THOUSAND:
        return _tr("{n} mil").format(n=_short(value / _THOUSAND))
    return _short(value)


def counts_text(counts: Counts, n: float) -> str:
    """Return a count with what is counted: "1 menção", "312 atendimentos"."""
    one, many = {
        Counts.MENTIONS: (_tr("menção"), _tr("menções")),
        Counts.CASES: (_tr("atendimento"), _tr("atendimentos")),
        Counts.PERSONS: (_tr("pessoa"), _tr("pessoas")),
        Counts.POSTS: (_tr("publicação"), _tr("publicações")),
    }[counts]
    return f"{number_text(n)} {one if n == 1 else many}"


def counts_word(counts: Counts) -> str:
    """Return what is counted: "menções", "atendimentos"."""
    return counts_text(counts, 2).split(" ", 1)[1]


def category_text(data: ChartData, place: int, *, short: bool = False) -> str:
    """Return the name of a category: "20 h", "terça-feira", "12/10", a subject's or a channel's name."""
    category = data.categories[place]
    if category.name:
        return category.name
    return key_text(data.step, category.key, short=short)


def key_text(step: str, key: str | int | date, *, short: bool = False) -> str:
    """Return the word of a key that has no name of its own, by what the categories are."""
    if isinstance(key, date):
        return step_text(step, key) if short else full_step_text(step, key)
    if step == "hour" and isinstance(key, int):
        return f"{key}h" if short else hour_text(key)
    if step == "weekday" and isinstance(key, int):
        return weekday_names(short=short)[key % _DAYS_OF_WEEK]
    if step == "crisis_level" and isinstance(key, int):
        return _tr("Nível {n}").format(n=key)
    nobody = {"area": _tr("Sem área"), "person": _tr("Sem dono")}.get(step)
    return nobody if key == "none" and nobody else code_word(str(key))


def track_text(data: ChartData, track: Track) -> str:
    """Return the name of a track."""
    if track.name:
        return track.name
    if data.key in _ROWS_OF_WEEKDAYS and str(track.key).isdigit():
        return weekday_names()[int(track.key) % _DAYS_OF_WEEK]
    if data.key is ChartKey.CRISIS_VOLUME:
        return _tr("Nível {n}").format(n=track.key)
    return code_word(str(track.key), data.key)


def spoken(data: ChartData, track: int, place: int) -> str:
    """Return one cell as it is hovered or read aloud: where, what, how much, on how many, and before."""
    row, cell = data.tracks[track], data.tracks[track].cells[place]
    where = category_text(data, place)
    if len(data.tracks) > 1:
        where = f"{where}, {track_text(data, row)}"
    text = f"{where}: {value_text(data.unit, cell.value)}"
    if data.shape is Shape.BUBBLES:
        text = f"{where}: {place_text(data, track, place)}"
    elif data.unit is not Unit.NUMBER and cell.count is not None:
        text = _tr("{text} ({rows})").format(text=text, rows=counts_text(data.counts, cell.count))
    if place < len(row.low) and place < len(row.high) and row.low[place] is not None:
        band = _tr("{text}, entre {low} e {high}")
        text = band.format(
            text=text, low=_rounded(data.unit, row.low[place]), high=_rounded(data.unit, row.high[place])
        )
    text += _beside(data, cell)
    earlier = before_cell_value(data, track, place)
    if earlier is not None:
        text = _tr("{text} · antes {value}").format(text=text, value=value_text(data.unit, earlier))
    return text


def beside_title(key: ChartKey) -> str:
    """Return what the second value of a chart's cells is, "" where it has none to tell."""
    return {
        ChartKey.SATISFACTION: _tr("disseram que resolveu (%)"),
        ChartKey.INDICATORS: _tr("negativas (%)"),
        ChartKey.SENSITIVITY: _tr("negativas (%)"),
        ChartKey.PERSONA_MATRIX: _tr("menções"),
        ChartKey.ENGAGEMENT_MATRIX: _tr("engajamento por menção"),
    }.get(key, "")


def _beside(data: ChartData, cell: Cell) -> str:
    title = beside_title(data.key)
    if cell.x is None or not title or data.shape is Shape.BUBBLES:
        return ""
    return f"; {title.removesuffix(' (%)')} {value_text(Unit.PERCENT, cell.x)}"


def before_cell_value(data: ChartData, track: int, place: int) -> float | None:
    """Return what the cell was in the period before, where it is compared."""
    if track >= len(data.before) or place >= len(data.before[track].cells):
        return None
    return data.before[track].cells[place].value


def place_text(data: ChartData, track: int, place: int) -> str:
    """Return where a bubble lies: "1.234 menções, sentimento −0,4"."""
    cell = data.tracks[track].cells[place]
    size = cell.size if cell.size is not None else cell.count
    rows = counts_text(data.counts, size or 0)
    if data.key is ChartKey.PERSONA_MATRIX:
        return _tr("{rows}, sentimento {y}").format(rows=rows, y=value_text(data.unit, cell.value))
    x, y = number_text(cell.x or 0.0, 1), value_text(data.unit, cell.value)
    return _tr("{rows}, engajamento {x}, sentimento {y}").format(rows=rows, x=x, y=y)


def weekday_names(*, short: bool = False) -> list[str]:
    """Return the days' names, Monday first."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return [QLocale().standaloneDayName(day + 1, form).rstrip(".") for day in range(7)]


def hour_text(hour: int) -> str:
    """Return an hour of the day: "20 h"."""
    return _tr("{hour} h").format(hour=hour)


def step_text(step: str, start: date) -> str:
    """Return where a day, week or month begins, for an axis: "12/10", "out 26"."""
    if step == "month":
        month = QLocale().standaloneMonthName(start.month, QLocale.FormatType.ShortFormat).rstrip(".")
        return f"{month} {start.year % 100:02}"
    return f"{start.day}/{start.month:02}"


def full_step_text(step: str, start: date) -> str:
    """Return a day, week or month in full: "12/10/2026", "semana de 12/10/2026", "outubro de 2026"."""
    if step == "month":
        return month_text(start)
    if step == "week":
        return _tr("semana de {day}").format(day=date_text(start))
    weekday = weekday_names(short=True)[start.weekday()]
    return f"{weekday} {date_text(start)}"


def month_text(day: date) -> str:
    """Return a month: "novembro de 2026"."""
    name = QLocale().standaloneMonthName(day.month, QLocale.FormatType.LongFormat)
    return _tr("{month} de {year}").format(month=name, year=day.year)


def period_text(since: date, until: date) -> str:
    """Return a period in few letters: "1–30 nov 2026", "12 out – 10 nov 2026", "nov 2026" for a whole month."""
    month = QLocale().standaloneMonthName(until.month, QLocale.FormatType.ShortFormat).rstrip(".")
    first = QLocale().standaloneMonthName(since.month, QLocale.FormatType.ShortFormat).rstrip(".")
    if since == until:
        return f"{until.day} {month} {until.year}"
    if (since.year, since.month) == (until.year, until.month):
        return f"{since.day}–{until.day} {month} {until.year}"
    if since.year == until.year:
        return f"{since.day} {first} – {until.day} {month} {until.year}"
    return f"{since.day} {first} {since.year} – {until.day} {month} {until.year}"


def _signed(value: float) -> str:
    text = _short(round(abs(value), 1))
    return f"−{text}" if value < 0 and text.strip("0,.") else text


def _rounded(unit: Unit, value: float | None) -> str:
    return value_text(unit, round(value) if unit is Unit.NUMBER and value is not None else value)


def _short(value: float) -> str:
    shown = number_text(value) if float(value).is_integer() else number_text(value, 1)
    return shown.replace("-", "−")


def _tr(text: str) -> str:
    return QCoreApplication.translate("chart_words", text)
