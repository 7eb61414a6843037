"""Why a deadline is when it is: what counted, what stopped it and which days were left out, as a table or as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QPushButton, QTableView

from app.views.case.act_panel import ActPanel
from app.views.case.deadline_texts import clock_name, clocks_of, last_minute, pause_text, target_text
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table
from app.views.support.texts import date_text, duration_text, exact_text, time_text, weekday_text, when_text

if TYPE_CHECKING:
    from app.models.domain.case_detail import CaseDetail
    from app.models.domain.explanation import DeadlineExplanation
    from app.services.case_explain import CaseExplainService
    from app.views.support.desk import Desk

_MOST_ROWS: Final = 7
_FEWEST_ROWS: Final = 1


@dataclass(frozen=True, slots=True)
class ExplainRow:
    """One line of the table, in the order of time."""

    number: int
    day: str
    what: str
    counted: str


class ExplainPanel(ActPanel):
    """A strip with one table; another clock is chosen above it."""

    def __init__(self, *, desk: Desk, detail: CaseDetail, explaining: CaseExplainService, clock: str) -> None:
        super().__init__(theme=desk.theme, title=self.tr("Por que este prazo?"), verb=self.tr("Entendi"))
        self._desk, self._detail, self._explaining = desk, detail, explaining
        self._shown = ""
        self.cancel_button.hide()
        self.submitted.connect(self.left)
        names = clocks_of(detail)
        chosen = clock if clock in dict(names) else names[0][0]
        self.clocks = QComboBox()
        self.clocks.setAccessibleName(self.tr("Prazo"))
        for key, name in names:
            self.clocks.addItem(name, key)
        self.clocks.setCurrentIndex(list(dict(names)).index(chosen))
        self.clocks.currentIndexChanged.connect(lambda place: self.load(str(self.clocks.itemData(place))))
        self.why = label("", wrap=True)
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.model: RowModel[ExplainRow] = RowModel(columns=_columns(), key=lambda row: row.number, parent=self)
        self.table = QTableView()
        dress_table(self.table, theme=desk.theme, name=self.tr("Como o prazo foi contado"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setModel(self.model)
        self.table.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.due = label("", "strong", wrap=True)
        self.copy_button = QPushButton(self.tr("Copiar como texto"))
        self.copy_button.setToolTip(self.tr("Copiar como texto (Ctrl+C)"))
        self.copy_button.clicked.connect(self.copy)
        self.buttons.insertWidget(0, self.copy_button)
        for widget in (self.clocks, self.why, self.table, self.due):
            self.body.addWidget(widget)
        self.load(chosen)

    def begin(self) -> None:
        """Arrows walk the table, Enter closes it."""
        self.table.setFocus()

    def load(self, clock: str) -> None:
        """Show another clock."""
        case_id = self._detail.id
        self._desk.calls.run(self, "explain", lambda: self._explaining.explain(case_id, clock), self.show_explanation)

    def show_explanation(self, found: DeadlineExplanation) -> None:
        """Show what led to a date."""
        now = self._desk.clock.now()
        rows = explanation_rows(found, now)
        self.why.setText(target_text(found))
        self.why.setVisible(bool(self.why.text()))
        self.due.setText(due_sentence(found, now))
        self.model.set_rows(rows)
        for column in (0, 2):
            self.table.resizeColumnToContents(column)
        header = self.table.horizontalHeader().sizeHint().height()
        row, edge = self.table.verticalHeader().defaultSectionSize(), self.theme.metrics.px(6)
        self.table.setMinimumHeight(header + row * min(len(rows), _FEWEST_ROWS) + edge)
        self.table.setMaximumHeight(header + row * min(len(rows), _MOST_ROWS) + edge)
        self.table.updateGeometry()
        self._shown = explanation_text(found, now)

    def copy(self) -> None:
        """Put the explanation as text on the clipboard."""
        QGuiApplication.clipboard().setText(self._shown)
        self._desk.say(self.tr("Explicação copiada"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy by the usual keys."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)


def explanation_rows(found: DeadlineExplanation, now: datetime) -> list[ExplainRow]:
    """Return the lines of the table in the order of time."""
    made = sorted(_lines(found, now), key=lambda line: line[0])
    return [ExplainRow(number, day, what, counted) for number, (_at, day, what, counted) in enumerate(made, start=1)]


def due_sentence(found: DeadlineExplanation, now: datetime) -> str:
    """Return the date itself as a sentence, and whether it was met."""
    if found.due_at is None:
        return _tr("O relógio está parado: o prazo volta a contar quando o atendimento seguir.")
    due = last_minute(found.due_at) if found.norm else found.due_at
    text = _tr("Prazo: {due}").format(due=exact_text(due, zone=ZoneInfo(found.zone)))
    if found.met_at is None:
        return text
    done = _tr("cumprido {when}") if found.met_at <= found.due_at else _tr("feito com atraso {when}")
    return f"{text} · {done.format(when=when_text(found.met_at, now))}"


def explanation_text(found: DeadlineExplanation, now: datetime) -> str:
    """Return everything as plain text, to be pasted into an answer to a colleague."""
    head = [clock_name(found.clock, found.name), target_text(found)]
    body = ["\t".join((row.day, row.what, row.counted)).rstrip() for row in explanation_rows(found, now)]
    return "\n".join(line for line in (*head, *body, due_sentence(found, now)) if line)


def _lines(found: DeadlineExplanation, now: datetime) -> Iterator[tuple[datetime, str, str, str]]:
    zone = ZoneInfo(found.zone)
    start = found.start.astimezone(zone)
    begun = _tr("começa a contar às {time}").format(time=time_text(start, zone=zone))
    yield start, _day(start), begun, ""
    for day in found.days:
        spans = ", ".join(f"{time_text(each.start, zone=zone)}–{_end(each.end, zone)}" for each in day.spans)
        yield (
            day.spans[0].start.astimezone(zone),
            _day(day.spans[0].start.astimezone(zone)),
            spans,
            duration_text(day.counted),
        )
    for pause in found.pauses:
        at = pause.start.astimezone(zone)
        until = _tr("sem data") if pause.end is None else when_text(pause.end, now, zone=zone)
        text = _tr("parado até {until}: {reason}").format(until=until, reason=pause_text(pause.reason))
        yield at, _day(at), text, ""
    for each in found.exceptions:
        at = datetime(each.on.year, each.on.month, each.on.day, tzinfo=zone)
        text = _tr("{name}: fechado") if each.is_closed else _tr("{name}: horário próprio")
        yield at, _day(at), text.format(name=each.name or _tr("data especial")), ""


def _day(at: datetime) -> str:
    return f"{weekday_text(at.date())} {date_text(at.date())}"


def _end(at: datetime, zone: ZoneInfo) -> str:
    text = time_text(at, zone=zone)
    return "24:00" if text == "00:00" else text


def _columns() -> list[Column[ExplainRow]]:
    return [
        Column("day", _tr("Dia"), lambda row: row.day),
        Column("what", _tr("O que contou"), lambda row: row.what),
        Column("counted", _tr("Tempo"), lambda row: row.counted, numeric=True),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("explain", text)
