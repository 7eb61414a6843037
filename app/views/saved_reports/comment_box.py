"""The analyst's words beside a chart of one period, kept by themselves a moment after the last key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.models.domain.people import Right
from app.views.support.charts.chart_texts import chart_title
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QObject

    from app.models.domain.chart import ChartKey
    from app.models.domain.report_plan import Comment, Span
    from app.services.acts import Done
    from app.services.report_book import ReportBook
    from app.views.support.desk import Desk

_REST_MS = 1_000
_Place = tuple["Span", str]


class CommentBox(QWidget):
    """One text a section; what is typed is kept without a button."""

    def __init__(self, *, desk: Desk, book: ReportBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._book = desk, book
        self._period: Span | None = None
        self._parts: tuple[ChartKey, ...] = ()
        self._kept: dict[str, Comment] = {}
        self._section = ""
        # Texts on their way, one at a time, with the comment each was made from; and those that were not taken.
        self._waiting: dict[_Place, tuple[str, Comment | None]] = {}
        self._refused: dict[_Place, str] = {}
        self._is_keeping = False
        self.section = QComboBox()
        self.section.setAccessibleName(self.tr("Comentar sobre"))
        self.section.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.section.setMinimumContentsLength(12)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Comentário"))
        self.text.setPlaceholderText(self.tr("O que estes números contam? Vai para o PDF e para a planilha."))
        self.text.setMaximumHeight(desk.theme.metrics.px(120))
        self.text.setTabChangesFocus(True)
        self.state = label("", "faint", wrap=True)
        layout = QVBoxLayout(self)
        desk.theme.space(layout, spacing=1)
        for part in (label(self.tr("Comentários deste período"), "small"), self.section, self.text, self.state):
            layout.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self.keep)
        self.text.textChanged.connect(self._on_typed)
        self.text.installEventFilter(self)
        self.section.currentIndexChanged.connect(lambda _place: self._on_section())
        self.text.setReadOnly(not desk.actor.may(Right.WRITE_REPORTS))

    @property
    def period(self) -> Span | None:
        """The days whose comments are shown."""
        return self._period

    def show_period(self, period: Span, parts: Sequence[ChartKey]) -> None:
        """Show the comments on a report's charts for its days; what is shown already is only read again."""
        if (period, tuple(parts)) == (self._period, self._parts):
            self.reload()
            return
        self.keep()
        self._period, self._parts, self._kept = period, tuple(parts), {}
        self.section.blockSignals(True)
        self.section.clear()
        self.section.addItem(self.tr("O relatório inteiro"), "")
        for key in parts:
            self.section.addItem(chart_title(key), key.value)
        self.section.blockSignals(False)
        self._section = ""
        self._show("")
        self._show_section()
        self.reload()

    def reload(self) -> None:
        """Read the comments again, unless something is being typed or kept."""
        period, book, actor = self._period, self._book, self._desk.actor
        if period is not None and not self._is_busy:
            self._desk.calls.run(
                self, "read", lambda: book.comments(actor, period), lambda comments: self._on_read(period, comments)
            )

    def keep(self) -> None:
        """Keep what is typed and not kept yet."""
        self._timer.stop()
        section, text, period = self._section, self.text.toPlainText(), self._period
        old = self._kept.get(section)
        if period is None or self.text.isReadOnly() or text.strip() == (old.text if old else ""):
            return
        self._waiting[period, section] = (text, old)
        self._send()

    def _send(self) -> None:
        if self._is_keeping or not self._waiting:
            return
        place = next(iter(self._waiting))
        text, old = self._waiting.pop(place)
        (period, section), book, actor = place, self._book, self._desk.actor
        self._is_keeping = True
        self._desk.calls.run(
            self,
            "keep",
            lambda: book.comment(actor, section, period, text, old),
            lambda done: self._on_kept(place, done),
            failed=lambda _error: self._on_refused(place, text),
        )

    @property
    def _is_busy(self) -> bool:
        return self._timer.isActive() or self._is_keeping or bool(self._waiting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the text when the field is left."""
        if event.type() == event.Type.FocusOut and watched is self.text:
            self.keep()
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        if self.text.isReadOnly() or self._period is None:
            return
        self.state.setText(self.tr("Escrevendo…"))
        self._timer.start()

    def _on_section(self) -> None:
        self.keep()
        self._section = str(self.section.currentData() or "")
        self._show_section()

    def _on_read(self, period: Span, comments: dict[str, Comment]) -> None:
        if period != self._period or self._is_busy:
            return
        self._kept = comments
        self._show_section()

    def _on_kept(self, place: _Place, done: Done[Comment | None]) -> None:
        period, section = place
        self._is_keeping = False
        self._refused.pop(place, None)
        if place in self._waiting:
            self._waiting[place] = (self._waiting[place][0], done.value)
        if period == self._period:
            self._kept.pop(section, None)
            if done.value is not None:
                self._kept[section] = done.value
            if section == self._section and not self._timer.isActive():
                self.state.setText(self.tr("Guardado"))
        self._send()

    def _on_refused(self, place: _Place, text: str) -> bool:
        # What was written stays on the screen; what a colleague wrote is told, the next change is kept on top of it.
        self._is_keeping = False
        self._refused[place] = self._waiting.pop(place, (text, None))[0]
        self._send()
        self.reload()
        return False

    def _show_section(self) -> None:
        kept = self._kept.get(self._section)
        theirs = kept.text if kept else ""
        mine = None if self._period is None else self._refused.get((self._period, self._section))
        shown = theirs if mine is None else mine
        if shown.strip() != self.text.toPlainText().strip():
            self._show(shown)
        if mine is not None and kept is not None:
            told = self.tr("Enquanto você escrevia, {name} guardou: {text}")
            self.state.setText(told.format(name=kept.author, text=theirs))

    def _show(self, text: str) -> None:
        self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(False)
        self.state.setText("")
