"""Tries a text on the matrix as it stands in the form: which rule fires and why, its words marked, doubt shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from app.models.domain.crisis_findings import Outcome
from app.views.settings.crisis_texts import finding_text, outcome_name, outcome_tone, sentiment_name, verdict
from app.views.support.cards import Card
from app.views.support.chips import Chip
from app.views.support.labels import label
from app.views.support.texts import percent_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.models.domain.crisis import CrisisMatrix
    from app.models.domain.crisis_findings import Finding
    from app.services.crisis_matrix import CrisisMatrixService, Tried
    from app.views.support.desk import Desk

_WAIT_MS = 150
_LINES = 5
_SHOWN = 30
_MOST_CHARACTERS = 20_000


class TryBox(Card):
    """A field for a text, the verdict below it, one line a finding."""

    def __init__(self, *, desk: Desk, matrix: CrisisMatrixService, current: Callable[[], CrisisMatrix | None]) -> None:
        super().__init__(theme=desk.theme)
        self._desk, self._matrix, self._current = desk, matrix, current
        self.setAccessibleName(self.tr("Testar um texto"))
        self.field = QPlainTextEdit()
        self.field.setPlaceholderText(self.tr("Cole ou escreva uma menção, por exemplo: não vou ao Procon"))
        self.field.setAccessibleName(self.tr("Texto para testar"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * _LINES + desk.theme.metrics.step(4))
        self.verdict = Chip(theme=desk.theme)
        self.why = label("", wrap=True)
        self.sentiment = label("", "small", wrap=True)
        self.findings: tuple[Finding, ...] = ()
        self._lines = QVBoxLayout()
        desk.theme.space(self._lines, spacing=1)
        self.body.addWidget(label(self.tr("Testar um texto"), "strong"))
        self.body.addWidget(self.field)
        self.body.addWidget(self.why)
        self.body.addWidget(self.sentiment)
        self.body.addLayout(self._lines)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._try)
        self.field.textChanged.connect(self._on_text_changed)

    def look_again(self) -> None:
        """Try the text anew: the matrix in the form has changed."""
        if self.field.toPlainText().strip():
            self._timer.start()

    def _on_text_changed(self) -> None:
        self._timer.start()

    def _try(self) -> None:
        text, matrix = self.field.toPlainText()[:_MOST_CHARACTERS], self._current()
        if matrix is None or not text.strip():
            self._desk.calls.cancel(self, "try")
            self._clear()
            return
        service = self._matrix
        self._desk.calls.run(
            self, "try", lambda: service.try_text(text, matrix), lambda tried: self._on_tried(text, tried)
        )

    def _on_tried(self, text: str, tried: Tried) -> None:
        if text != self.field.toPlainText()[:_MOST_CHARACTERS]:
            return
        self._clear()
        sentence, _tone = verdict(tried.explained)
        self.why.setText(sentence)
        reading = tried.reading
        self.sentiment.setText(
            self.tr("Sentimento lido no texto: {name} ({sure} de certeza)").format(
                name=sentiment_name(reading.sentiment), sure=percent_text(reading.confidence, 0)
            )
        )
        self.findings = tried.explained.findings
        for finding in self.findings[:_SHOWN]:
            self._lines.addWidget(self._line(finding))
        self._mark()

    def _clear(self) -> None:
        self.findings = ()
        self.why.setText("")
        self.sentiment.setText("")
        self.field.setExtraSelections([])
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _line(self, finding: Finding) -> QWidget:
        made = QFrame()
        row = QHBoxLayout(made)
        self._desk.theme.space(row, margins=(0, 0, 0, 0), spacing=2)
        chip = Chip(outcome_name(finding.outcome), theme=self._desk.theme, tone=outcome_tone(finding.outcome))
        row.addWidget(chip)
        row.addWidget(label(finding_text(finding), "small", wrap=True), 1)
        return made

    def _mark(self) -> None:
        """Mark the words in the field: what fires stands out, the rest is only underlined."""
        selections = []
        for finding in self.findings:
            color, soft = self._desk.theme.tone(outcome_tone(finding.outcome))
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(color)
            if finding.outcome in {Outcome.FIRED, Outcome.NEGATED, Outcome.QUOTED}:
                look.setBackground(soft)
                look.setForeground(color)
            cursor = QTextCursor(self.field.document())
            cursor.setPosition(_units(self.field.toPlainText(), finding.start))
            cursor.setPosition(_units(self.field.toPlainText(), finding.end), QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, look
            selections.append(selection)
        self.field.setExtraSelections(selections)


def _units(text: str, place: int) -> int:
    # The document counts UTF-16 units: an emoji before a word is two of them.
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
