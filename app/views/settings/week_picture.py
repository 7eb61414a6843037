"""A week of opening hours as a picture of half hours, marked and cleared by dragging or by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.models.domain.hours_check import clock_text, with_span, without_span
from app.views.settings.hours_texts import WEEK, intervals_words, weekday_name
from app.views.support.announce import announce

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from app.models.domain.hours_check import Minutes
    from app.views.support.theme import Theme

SLOTS: Final = 48
SLOT_MINUTES: Final = 30
_HOUR_MARKS: Final = range(0, 24, 3)
Place = tuple[int, int]
"""Day (0 = Monday) and half hour of the day."""
_STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class WeekPicture(QWidget):
    """7 days x 48 half hours. A drag that begins on closed time marks, one on open time clears.

    Arrows move, Shift with arrows selects, Space marks or clears.
    """

    changed = Signal(object)
    """Carries the week as it is now: day -> intervals in minutes."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._week: dict[int, tuple[Minutes, ...]] = dict.fromkeys(range(WEEK), ())
        self._cursor: Place = (0, 18)
        self._anchor: Place | None = None
        self._drag: Place | None = None
        self._drag_opens = True
        self.is_read_only = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._left = 0
        theme.changed.connect(self._measure)
        self._measure()
        self._name()

    @property
    def week(self) -> dict[int, tuple[Minutes, ...]]:
        """The week as it is drawn."""
        return dict(self._week)

    @property
    def place(self) -> Place:
        """Where the keys are."""
        return self._cursor

    def set_week(self, week: Mapping[int, tuple[Minutes, ...]]) -> None:
        """Show a week without saying that it changed."""
        self._week = {day: tuple(week.get(day, ())) for day in range(WEEK)}
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for seven rows and the line of hours."""
        metrics = self._theme.metrics
        return QSize(metrics.px(560), WEEK * self._row() + metrics.px(18))

    def minimumSizeHint(self) -> QSize:
        """Cells may become narrow but not vanish."""
        return QSize(self._left + SLOTS * 4, self.sizeHint().height())

    def cell_rect(self, place: Place) -> QRect:
        """Return where a half hour is drawn."""
        day, slot = place
        first, last = self._x(slot * SLOT_MINUTES), self._x((slot + 1) * SLOT_MINUTES)
        return QRect(int(first), day * self._row(), max(1, int(last - first)), self._row())

    def act(self, start: Place, end: Place, *, opens: bool) -> None:
        """Mark (or clear) the rectangle of days and half hours between two places."""
        if self.is_read_only:
            return
        (day_0, day_1), (slot_0, slot_1) = sorted((start[0], end[0])), sorted((start[1], end[1]))
        stretch = (slot_0 * SLOT_MINUTES, (slot_1 + 1) * SLOT_MINUTES)
        edit = with_span if opens else without_span
        before = dict(self._week)
        for day in range(day_0, day_1 + 1):
            self._week[day] = edit(self._week[day], stretch)
        if self._week != before:
            self._name()
            self.update()
            self.changed.emit(self.week)

    def is_marked(self, place: Place) -> bool:
        """Tell whether a half hour is open, at least for its first minute."""
        minute = place[1] * SLOT_MINUTES
        return any(start < minute + SLOT_MINUTES and minute < end for start, end in self._week[place[0]])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to mark or clear."""
        place = self._place(event.position())
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._cursor = self._drag = place
        self._anchor = None
        self._drag_opens = not self.is_marked(place)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Grow what is marked; without a button tell day and time."""
        place = self._place(event.position(), clamp=self._drag is not None)
        if place is None:
            return
        if self._drag is None:
            QToolTip.showText(event.globalPosition().toPoint(), self._place_text(place), self)
        elif place != self._cursor:
            self._cursor = place
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was dragged."""
        if self._drag is None or event.button() != Qt.MouseButton.LeftButton:
            return
        start, self._drag = self._drag, None
        self.act(start, self._cursor, opens=self._drag_opens)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with arrows, Home and End; select with Shift; Space and Enter mark or clear; Esc lets go."""
        key = Qt.Key(event.key())
        if key in _STEPS or key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._move(key, selects=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            start = self._anchor or self._cursor
            self.act(start, self._cursor, opens=not self.is_marked(start))
            self._anchor = None
            announce(self, self._place_text(self._cursor))
            self.update()
        elif key == Qt.Key.Key_Escape and (self._anchor is not None or self._drag is not None):
            self._anchor = self._drag = None
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide where the keys are."""
        super().focusOutEvent(event)
        self._anchor = None
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the hint away."""
        super().leaveEvent(event)
        QToolTip.hideText()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw days, cells, open time, what is being marked, hours and cursor."""
        painter = QPainter(self)
        self._paint_days(painter)
        self._paint_selection(painter)
        self._paint_hours(painter)
        painter.end()

    def _paint_days(self, painter: QPainter) -> None:
        theme, metrics = self._theme, self._theme.metrics
        ground = theme.color("background" if theme.tokens.name != "contrast" else "raised")
        painter.setFont(theme.font("small"))
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        for day in range(WEEK):
            top, height = day * self._row() + 1, self._row() - metrics.px(2)
            painter.setPen(theme.color("muted"))
            painter.drawText(QRect(0, top, self._left, height), align, weekday_name(day, short=True))
            painter.fillRect(QRectF(self._x(0), top, self._x(1440) - self._x(0), height), ground)
            for start, end in self._week[day]:
                painter.fillRect(
                    QRectF(self._x(start), top, self._x(end) - self._x(start), height), theme.color("accent")
                )
            # Whole hours are parted by a gap in the ground's colour, half hours by nothing.
            painter.setPen(QPen(theme.color("surface"), 1))
            for hour in range(1, 24):
                x = self._x(hour * 60)
                painter.drawLine(QPointF(x, top), QPointF(x, top + height))

    def _paint_selection(self, painter: QPainter) -> None:
        theme = self._theme
        start = self._drag or self._anchor
        if start is not None:
            area = self.cell_rect(start).united(self.cell_rect(self._cursor)).adjusted(0, 1, 0, -1)
            opens = self._drag_opens if self._drag is not None else not self.is_marked(start)
            tint = theme.color("accent" if opens else "bad")
            tint.setAlpha(90)
            painter.fillRect(area, tint)
            painter.setPen(QPen(theme.color("accent" if opens else "bad"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(area)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.cell_rect(self._cursor).adjusted(0, 1, 0, -2))

    def _paint_hours(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font("tiny"))
        painter.setPen(self._theme.color("muted"))
        top = WEEK * self._row()
        for hour in _HOUR_MARKS:
            painter.drawText(QPointF(self._x(hour * 60), top + self._theme.metrics.px(13)), f"{hour}h")

    def _move(self, key: Qt.Key, *, selects: bool) -> None:
        if selects and self._anchor is None:
            self._anchor = self._cursor
        elif not selects:
            self._anchor = None
        day, slot = self._cursor
        down, right = _STEPS.get(key, (0, 0))
        slot = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: SLOTS - 1}.get(key, slot + right)
        self._cursor = (max(0, min(WEEK - 1, day + down)), max(0, min(SLOTS - 1, slot)))
        announce(self, self._place_text(self._cursor))
        self.update()

    def _place(self, point: QPointF, *, clamp: bool = False) -> Place | None:
        width = (self._x(1440) - self._x(0)) / SLOTS
        day, slot = int(point.y() // self._row()), int((point.x() - self._x(0)) // width)
        if clamp:
            return max(0, min(WEEK - 1, day)), max(0, min(SLOTS - 1, slot))
        return (day, slot) if 0 <= day < WEEK and 0 <= slot < SLOTS else None

    def _place_text(self, place: Place) -> str:
        day, slot = place
        state = self.tr("aberto") if self.is_marked(place) else self.tr("fechado")
        text = self.tr("{day}, {start} a {end}: {state}")
        start, end = clock_text(slot * SLOT_MINUTES), clock_text((slot + 1) * SLOT_MINUTES)
        return text.format(day=weekday_name(day), start=start, end=end, state=state)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Semana: setas andam, Espaço marca, Shift com setas seleciona"))
        rows = [f"{weekday_name(day)}: {intervals_words(self._week[day])}" for day in range(WEEK)]
        self.setAccessibleDescription("; ".join(rows))

    def _row(self) -> int:
        return self._theme.metrics.px(19)

    def _measure(self) -> None:
        metrics = QFontMetrics(self._theme.font("small"))
        names = [weekday_name(day, short=True) for day in range(WEEK)]
        self._left = max(metrics.horizontalAdvance(name) for name in names) + self._theme.metrics.step(3)
        self.updateGeometry()
        self.update()

    def _x(self, minute: int) -> float:
        left = self._left
        return left + (self.width() - left - 1) * minute / 1440
