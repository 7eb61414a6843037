"""The next two years at a glance: every date that differs from its usual day, with colour, sign and words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.views.settings.hours_texts import (
    days_in_month,
    intervals_words,
    kind_tone,
    month_name,
    months_from,
    spoken_date,
    weekday_name,
)
from app.views.support.announce import announce
from app.views.support.texts import as_tooltip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from app.models.domain.hours_check import DayHours, Minutes
    from app.views.support.theme import Theme

MONTHS: Final = 24
_WEEK: Final = 7
_LINES: Final = 8  # the name, the weekdays, six weeks
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}


class YearCalendar(QWidget):
    """24 small months in rows; arrows move by day and week, Page Up and Down by month, Enter chooses."""

    chosen = Signal(object)
    """Carries the date that was pressed or entered."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._months: list[date] = []
        self._days: dict[date, DayHours] = {}
        self._week: Mapping[int, tuple[Minutes, ...]] = {}
        self._today = self._at = date(2026, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Próximos 24 meses: setas andam pelos dias, Enter abre o dia"))
        theme.changed.connect(self._fit)

    def show_days(self, today: date, days: Iterable[DayHours], week: Mapping[int, tuple[Minutes, ...]]) -> None:
        """Show the dates that differ, from the month of ``today`` on; ``week`` tells what is usual."""
        self._days = {each.day: each for each in days}
        self._week = week
        if not self._months or self._today != today:
            self._today = self._at = today
            self._months = months_from(today, MONTHS)
        inside = [each for each in self._days if self._months[0] <= each <= self.last]
        self.setAccessibleDescription(self.tr("{n} dias com horário próprio").format(n=len(inside)))
        self._fit()

    @property
    def at(self) -> date:
        """Where the keys are."""
        return self._at

    @property
    def last(self) -> date:
        """The last date shown."""
        return self._months[-1] + timedelta(days=days_in_month(self._months[-1]) - 1)

    def day_text(self, day: date) -> str:
        """Return what is known of a date, in words."""
        found = self._days.get(day)
        if found is None:
            return f"{spoken_date(day)}: {intervals_words(self._week.get(day.weekday(), ()))}"
        return f"{spoken_date(day)}: {found.name}, {intervals_words(found.intervals)}"

    def cell_rect(self, day: date) -> QRect:
        """Return where a date is drawn, empty when it is not among the months shown."""
        place = (day.year - self._months[0].year) * 12 + day.month - self._months[0].month
        if not 0 <= place < MONTHS:
            return QRect()
        corner, cell, wide = self._corner(place), self._cell(), self._cell_width()
        number = day.day - 1 + _column(day.replace(day=1))
        return QRect(corner.x() + number % _WEEK * wide, corner.y() + (2 + number // _WEEK) * cell, wide, cell)

    def sizeHint(self) -> QSize:
        """Return the room for all months at this width."""
        return QSize(self._theme.metrics.px(560), self._height())

    def minimumSizeHint(self) -> QSize:
        """One month beside another at least."""
        return QSize(self._month_width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the months anew."""
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the date under the mouse."""
        day = self._date_at(event.position().toPoint())
        if day is not None:
            self._at = day
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the date under the mouse."""
        day = self._date_at(event.position().toPoint())
        if day is not None:
            self.chosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or choose."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self._at + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._go(self._at + timedelta(days=-30 if key == Qt.Key.Key_PageUp else 30))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go(self._today if key == Qt.Key.Key_Home else self.last)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self._at)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell the date under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._date_at(event.pos())
            QToolTip.showText(event.globalPos(), as_tooltip(self.day_text(day)) if day is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the months."""
        painter = QPainter(self)
        for place, month in enumerate(self._months):
            if QRect(self._corner(place), QSize(self._month_width(), self._month_height())).intersects(event.rect()):
                self._paint_month(painter, place, month)
        painter.end()

    def _paint_month(self, painter: QPainter, place: int, month: date) -> None:
        theme, cell, wide, corner = self._theme, self._cell(), self._cell_width(), self._corner(place)
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.color("text"))
        title = QRect(corner.x(), corner.y(), _WEEK * wide, cell)
        painter.drawText(title, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), month_name(month))
        painter.setFont(theme.font("tiny"))
        painter.setPen(theme.color("faint"))
        for column in range(_WEEK):
            letter = weekday_name((column + 6) % _WEEK, short=True)[:1].upper()
            painter.drawText(QRect(corner.x() + column * wide, corner.y() + cell, wide, cell), _CENTER, letter)
        for number in range(days_in_month(month)):
            self._paint_day(painter, month + timedelta(days=number))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        theme, rect = self._theme, self.cell_rect(day)
        inside = rect.adjusted(1, 1, -1, -1)
        found, usual = self._days.get(day), self._week.get(day.weekday(), ())
        color = theme.color("text" if usual else "faint")
        if found is not None:
            tone, sign = kind_tone(found, usual)
            color, soft = theme.tone(tone)
            painter.fillRect(inside, soft)
        painter.setPen(color)
        if found is None:
            painter.drawText(inside, _CENTER, str(day.day))
        else:
            number, mark = QRect(inside), QRect(inside)
            number.setWidth(inside.width() - theme.metrics.px(7))
            mark.setLeft(number.right())
            painter.drawText(number, _CENTER, str(day.day))
            painter.drawText(mark, _CENTER, sign)
        if day == self._today:
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRect(inside)
        if day == self._at and self.hasFocus():
            painter.setPen(QPen(theme.color("text"), 2))
            painter.drawRect(inside)

    def _go(self, day: date) -> None:
        self._at = min(max(day, self._months[0]), self.last)
        announce(self, self.day_text(self._at))
        self.update()

    def _date_at(self, point: QPoint) -> date | None:
        for place, month in enumerate(self._months):
            if QRect(self._corner(place), QSize(_WEEK * self._cell_width(), self._month_height())).contains(point):
                days = [month + timedelta(days=number) for number in range(days_in_month(month))]
                return next((day for day in days if self.cell_rect(day).contains(point)), None)
        return None

    def _fit(self) -> None:
        self.setFixedHeight(self._height())
        self.update()

    def _height(self) -> int:
        rows = -(-MONTHS // self._columns())
        return rows * self._month_height()

    def _columns(self) -> int:
        return max(1, min(6, (self.width() + self._gap()) // self._month_width()))

    def _corner(self, place: int) -> QPoint:
        row, column = divmod(place, self._columns())
        return QPoint(column * self._month_width(), row * self._month_height())

    def _month_width(self) -> int:
        return _WEEK * self._cell_width() + self._gap()

    def _month_height(self) -> int:
        return _LINES * self._cell() + self._theme.metrics.step(1)

    def _gap(self) -> int:
        return self._theme.metrics.step(3)

    def _cell_width(self) -> int:
        return self._theme.metrics.px(24)

    def _cell(self) -> int:
        return self._theme.metrics.px(20)


def _column(day: date) -> int:
    """Return the column of a date: weeks begin on Sunday."""
    return (day.weekday() + 1) % _WEEK
