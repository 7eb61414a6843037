"""The dates with hours of their own: a table to add to, edit and clear, and the next 24 months as a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.hours_check import DayHours, Minutes
from app.views.settings.hours_date_form import DateForm
from app.views.settings.hours_texts import (
    full_date,
    intervals_words,
    kind_text,
    missing_years_text,
    origin_names,
    spoken_date,
)
from app.views.settings.year_calendar import YearCalendar
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from app.views.support.theme import Theme

_LIST, _CALENDAR = "list", "calendar"
_ROWS = 8


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date of the table; ``is_inherited`` = it stands in the team's calendar and holds here too."""

    hours: DayHours
    usual: tuple[Minutes, ...]
    is_inherited: bool


class DatesPanel(QWidget):
    """Table or calendar, the form below, and the ways to fill many dates at once."""

    saved = Signal(object, object)
    """Carries a ``DayHours`` and the date it was before (None = new)."""
    removed = Signal(object)
    """Carries the dates to take out, a list."""
    form_opened = Signal()
    fill_requested = Signal()
    import_requested = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = date(2026, 1, 1)
        self._rows: list[DateRow] = []
        self._may_edit = True
        self.model: RowModel[DateRow] = RowModel(columns=self._columns(), key=_key, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Datas com horário próprio"))
        self.calendar = YearCalendar(theme=theme)
        self.views = SegmentedControl(
            theme=theme,
            segments=[
                Segment(_LIST, self.tr("Lista"), "list"),
                Segment(_CALENDAR, self.tr("Próximos 24 meses"), "calendar"),
            ],
            name=self.tr("Mostrar"),
        )
        self.past = QCheckBox(self.tr("Mostrar as que passaram"))
        self.add_button = QPushButton(self.tr("Adicionar exceção"))
        self.edit_button = QPushButton(self.tr("Editar"))
        self.remove_button = QPushButton(self.tr("Excluir"))
        self.fill_button = QPushButton(self.tr("Preencher feriados…"))
        self.import_button = QPushButton(self.tr("Trazer de uma tabela…"))
        self.missing = QFrame()
        self.missing_text = label("", wrap=True)
        self.missing_button = QPushButton(self.tr("Preencher agora"))
        self.form = DateForm(theme=theme)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        theme.changed.connect(self._fit)

    def show_days(
        self,
        today: date,
        own: Sequence[DayHours],
        inherited: Sequence[DayHours],
        week: Mapping[int, tuple[Minutes, ...]],
    ) -> None:
        """Show a calendar's own dates and those that it takes from the team's."""
        self._today = today
        there = {each.day for each in own}
        rows = [DateRow(each, tuple(week.get(each.day.weekday(), ())), is_inherited=False) for each in own]
        rows += [
            DateRow(each, tuple(week.get(each.day.weekday(), ())), is_inherited=True)
            for each in inherited
            if each.day not in there
        ]
        self._rows = sorted(rows, key=lambda row: row.hours.day)
        self.calendar.show_days(today, [row.hours for row in self._rows], week)
        self._show_rows()

    def show_missing(self, years: Sequence[int], *, may_edit: bool) -> None:
        """Warn that the holidays of coming years are not there."""
        self.missing_text.setText(missing_years_text(years))
        self.missing.setVisible(bool(years))
        self.missing_button.setEnabled(may_edit)

    def set_read_only(self, read_only: bool) -> None:
        """Let nobody edit."""
        self._may_edit = not read_only
        for button in (self.add_button, self.fill_button, self.import_button):
            button.setEnabled(not read_only)
        self._show_buttons()

    def chosen(self) -> list[DateRow]:
        """Return the rows chosen in the table."""
        found = [self.model.row_at(index.row()) for index in self.table.selectionModel().selectedRows()]
        return [row for row in found if row is not None]

    def open_day(self, day: date) -> None:
        """Edit what a date has, or begin a new one there."""
        if self._may_edit:
            known = next((row.hours for row in self._rows if row.hours.day == day and not row.is_inherited), None)
            self._start(day, known)

    def _build(self) -> None:
        theme = self._theme
        self.missing_button.setProperty("kind", "link")
        set_property(self.missing, "note", "warn")
        warning = QHBoxLayout(self.missing)
        theme.space(warning, margins=(3, 1.5, 3, 1.5), spacing=2)
        warning.addWidget(self.missing_text, 1)
        warning.addWidget(self.missing_button)
        self.missing.hide()
        self.form.hide()
        top = QHBoxLayout()
        theme.space(top, spacing=2)
        top.addWidget(label(self.tr("DATAS COM HORÁRIO PRÓPRIO"), "group"))
        top.addWidget(self.views)
        top.addWidget(self.past)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.calendar)
        acts = QWidget()
        flow = FlowLayout(acts, spacing=theme.metrics.step(2))
        for button in (
            self.add_button,
            self.edit_button,
            self.remove_button,
            self.fill_button,
            self.import_button,
        ):
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=1.5)
        layout.addLayout(top)
        layout.addWidget(self.missing)
        layout.addWidget(self._stack)
        layout.addWidget(acts)
        layout.addWidget(self.form)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 110), (2, 170), (3, 90), (4, 190)):
            self.table.setColumnWidth(column, theme.metrics.px(width))
        self._fit()

    def _connect(self) -> None:
        self.views.chosen.connect(lambda _view: self._fit())
        self.past.toggled.connect(lambda _on: self._show_rows())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        self.table.activated.connect(lambda _index: self._on_edit_clicked())
        self.calendar.chosen.connect(self.open_day)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self.fill_button.clicked.connect(self.fill_requested)
        self.missing_button.clicked.connect(self.fill_requested)
        self.import_button.clicked.connect(self.import_requested)
        self.form.saved.connect(self.saved)
        self.form.closed.connect(self.form.hide)

    def _fit(self) -> None:
        is_list = self.views.current == _LIST
        self._stack.setCurrentIndex(0 if is_list else 1)
        self.past.setVisible(is_list)
        metrics = self._theme.metrics
        height = metrics.table_row * _ROWS + metrics.px(28)
        if is_list:
            self._stack.setFixedHeight(height)
        else:
            self._stack.setFixedHeight(self.calendar.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the calendar the height that it needs at this width."""
        super().resizeEvent(event)
        self._fit()

    def _show_rows(self) -> None:
        everything = self.past.isChecked()
        self.model.set_rows([row for row in self._rows if everything or row.hours.day >= self._today])
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = self.chosen()
        own = bool(chosen) and not any(row.is_inherited for row in chosen)
        self.edit_button.setEnabled(self._may_edit and len(chosen) == 1)
        self.remove_button.setEnabled(self._may_edit and own)

    def _start(self, day: date, known: DayHours | None) -> None:
        self.form.start(day, known)
        self.form_opened.emit()

    def _on_add_clicked(self) -> None:
        self._start(self._today + timedelta(days=1), None)

    def _on_edit_clicked(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1 and self._may_edit:
            row = chosen[0]
            # A date of the team's calendar gets one of its own here, with other hours.
            self._start(row.hours.day, row.hours)

    def _on_remove_clicked(self) -> None:
        self.removed.emit([row.hours.day for row in self.chosen() if not row.is_inherited])

    def _columns(self) -> list[Column[DateRow]]:
        origins = origin_names()
        shared = self.tr("de todos os canais")

        def origin(row: DateRow) -> str:
            text = origins.get(row.hours.origin, row.hours.origin)
            return f"{text} · {shared}" if row.is_inherited else text

        return [
            Column(
                "day",
                self.tr("Data"),
                lambda row: full_date(row.hours.day),
                tooltip=lambda row: spoken_date(row.hours.day),
                spoken=lambda row: spoken_date(row.hours.day),
            ),
            Column("name", self.tr("O quê"), lambda row: row.hours.name),
            Column("hours", self.tr("Vale"), lambda row: intervals_words(row.hours.intervals)),
            Column("kind", self.tr("Tipo"), lambda row: kind_text(row.hours, row.usual)),
            Column("origin", self.tr("Origem"), origin),
        ]


def _key(row: DateRow) -> int:
    return row.hours.day.toordinal()
