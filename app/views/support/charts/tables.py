"""The table of a chart in words: the same figures as rows, for the screen, for files and for screen readers."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.chart import Shape, Unit
from app.models.domain.series import TableData
from app.views.support.charts.chart_words import (
    BEFORE,
    NONE,
    beside_title,
    category_text,
    counts_word,
    track_text,
)
from app.views.support.row_model import Column, RowModel
from app.views.support.texts import date_text, number_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTableView

    from app.models.domain.chart import ChartData, Track

Value = str | int | float | date | None
Row = tuple[int, tuple[Value, ...]]
TableModel = RowModel[Row]


def worded_table(data: ChartData) -> TableData:
    """Return the chart's table with words for all codes: a row a category, a column a track, then those of before.

    A chart with rows of cells (heat) has a row a track instead. Durations are minutes, bubbles have their two places.
    """
    if data.shape is Shape.HEAT:
        headers = (_tr("Linha"), *(category_text(data, place) for place in range(len(data.categories))))
        rows = tuple((track_text(data, t), *(_value(cell.value) for cell in t.cells)) for t in data.tracks)
        return TableData(headers, rows)
    columns = [_name_column(data), *(column for track in data.tracks for column in _columns(data, track))]
    for track in data.before:
        title, values = _values(data, track)
        columns.append((f"{title} ({BEFORE()})", values))
    headers = _distinct([title for title, _values_of in columns])
    places = range(len(data.categories))
    return TableData(headers, tuple(tuple(values(place) for _title, values in columns) for place in places))


def worded_rows(data: ChartData) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return headings and rows of the table as people read them, for paper."""
    table = worded_table(data)
    return table.headers, tuple(tuple(map(_cell_text, row)) for row in table.rows)


def fill_table(view: QTableView, data: ChartData) -> TableModel:
    """Show the table of a chart; return its model."""
    table = worded_table(data)
    columns: list[Column[Row]] = [
        Column(f"column_{place}", title, _reader(place), numeric=place > 0) for place, title in enumerate(table.headers)
    ]
    model: TableModel = RowModel(columns=columns, key=lambda row: row[0], parent=view)
    model.set_rows(list(enumerate(table.rows)))
    view.setModel(model)
    view.resizeColumnsToContents()
    return model


def table_text(model: TableModel) -> str:
    """Return the table as a spreadsheet takes it from the clipboard."""
    lines = ["\t".join(column.title for column in model.columns)]
    for place in range(model.rowCount()):
        row = model.row_at(place)
        if row is not None:
            lines.append("\t".join(column.text(row) for column in model.columns))
    return "\n".join(lines)


def _name_column(data: ChartData) -> tuple[str, Callable[[int], Value]]:
    titles = {
        "hour": _tr("Hora"),
        "weekday": _tr("Dia da semana"),
        "day": _tr("Dia"),
        "week": _tr("Semana desde"),
        "month": _tr("Mês de"),
        "person": _tr("Pessoa"),
        "area": _tr("Área"),
        "channel": _tr("Canal"),
        "sentiment": _tr("Sentimento"),
        "level": _tr("Nível"),
        "crisis_level": _tr("Nível"),
        "topic": _tr("Assunto"),
        "node": _tr("Classificação"),
    }

    def name(place: int) -> Value:
        key = data.categories[place].key
        return key if isinstance(key, date) else category_text(data, place)

    return titles.get(data.step, _tr("O quê")), name


def _columns(data: ChartData, track: Track) -> list[tuple[str, Callable[[int], Value]]]:
    columns = [_values(data, track)]
    beside = beside_title(data.key)
    if beside and any(cell.x is not None for cell in track.cells):
        title = f"{track_text(data, track)}: {beside}" if len(data.tracks) > 1 else beside.capitalize()
        columns.append((title, lambda place: _value(track.cells[place].x)))
    if data.unit is not Unit.NUMBER and any(cell.count is not None for cell in track.cells):
        title = counts_word(data.counts)
        columns.append((title.capitalize(), lambda place: track.cells[place].count))
    for values, end in ((track.low, _tr("de")), (track.high, _tr("até"))):
        if values:
            columns.append((f"{_title(data, track)} ({end})", partial(_at, values)))
    return columns


def _values(data: ChartData, track: Track) -> tuple[str, Callable[[int], Value]]:
    cells = track.cells
    return _title(data, track), lambda place: _value(cells[place].value) if place < len(cells) else None


def _at(values: tuple[float | None, ...], place: int) -> Value:
    return _value(values[place]) if place < len(values) else None


def _title(data: ChartData, track: Track) -> str:
    unit = {Unit.PERCENT: "%", Unit.MINUTES: _tr("minutos")}.get(data.unit, "")
    return f"{track_text(data, track)} ({unit})" if unit else track_text(data, track)


def _value(value: float | None) -> Value:
    if value is None:
        return None
    return int(value) if float(value).is_integer() else float(value)


def _distinct(titles: list[str]) -> tuple[str, ...]:
    """Number the titles that come twice, so that every column can be told apart."""
    seen: dict[str, int] = {}
    found = []
    for title in titles:
        seen[title] = seen.get(title, 0) + 1
        found.append(title if seen[title] == 1 else f"{title} {seen[title]}")
    return tuple(found)


def _reader(place: int) -> Callable[[Row], str]:
    return lambda row: _cell_text(row[1][place])


def _cell_text(value: Value) -> str:
    """Return a cell as people read it; its unit stands in the heading."""
    if value is None:
        return NONE
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return date_text(value)
    return number_text(value) if isinstance(value, int) else number_text(value, 1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("chart_tables", text)
