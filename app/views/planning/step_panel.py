"""One step of the plan: its question, what feeds it, what was decided, by whom and until when."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.chart import ChartData, ChartKey
from app.models.domain.plan import CHOICES, ONE_OF, Fact, Field, PlanStep, chosen
from app.views.planning.plan_words import (
    block_text,
    choice_hint,
    choice_text,
    facts_text,
    field_text,
    page_text,
    step_question,
    step_title,
)
from app.views.support.charts.card import ChartCard
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from app.services.people import TeamMember
    from app.views.support.theme import Theme

_REST_MS = 1_200
_CHART_HIGH = 300


class StepPanel(QWidget):
    """Shows one step; what is typed is told a moment after the last key, and when a field is left."""

    edited = Signal()
    """Something was written: ``answers`` holds it."""
    settled = Signal(bool)
    page_wanted = Signal(str)
    drilled = Signal(object, str)
    copied = Signal(str)
    node_wanted = Signal(object, object)
    """Carries a chart's key and the node whose parts are wanted, None for the whole."""

    def __init__(self, *, theme: Theme, may_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._may_write = theme, may_write
        self._step: PlanStep | None = None
        self._buttons: dict[Field, dict[str, QAbstractButton]] = {}
        self.cards: dict[ChartKey, ChartCard] = {}
        self.title = label("", "page")
        self.block = label("", "faint")
        self.question = label("", "muted", wrap=True)
        self.facts = label("", wrap=True)
        self.page = QPushButton(theme.icon("arrow-right"), "")
        self.decision = _text(self.tr("O que foi decidido"), theme.metrics.px(96), self)
        self.goals = _text(field_text(Field.GOALS), theme.metrics.px(76), self)
        self.responsible = QComboBox()
        self.responsible.setAccessibleName(self.tr("Responsável"))
        self.responsible.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.has_due = QCheckBox(self.tr("Prazo"))
        self.due = QDateEdit()
        self.due.setCalendarPopup(True)
        self.due.setAccessibleName(self.tr("Prazo do passo"))
        self.done = QCheckBox(self.tr("Passo resolvido"))
        self.state = label("", "faint", wrap=True)
        self._charts, self._fields = QHBoxLayout(), QVBoxLayout()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self.flush)
        self._lay_out()
        self._connect()

    def show_people(self, people: Sequence[TeamMember]) -> None:
        """Offer these as responsible."""
        self.responsible.blockSignals(True)
        self.responsible.clear()
        self.responsible.addItem(self.tr("Sem responsável"), None)
        for person in people:
            self.responsible.addItem(person.name, person.person_id)
        self.responsible.blockSignals(False)

    def show_step(self, step: PlanStep, facts: tuple[tuple[Fact, float], ...], today: date) -> None:
        """Show a step; what another one still has to tell must be told before (``flush``)."""
        is_other = self._step is None or self._step.spec is not step.spec
        self._step = step
        spec = step.spec
        self.title.setText(f"{spec.number}. {step_title(spec.number)}" if spec.number else step_title(0))
        self.block.setText(block_text(spec.block))
        self.question.setText(step_question(spec.number))
        self.facts.setText(facts_text(facts))
        self.facts.setVisible(bool(facts))
        self.page.setText(page_text(spec))
        self.page.setVisible(bool(spec.page))
        if is_other:
            self._make_charts(spec.charts)
            self._make_fields(spec.fields)
        self._fill(step, today)

    def show_chart(self, data: ChartData, since: date, until: date) -> None:
        """Show a chart that feeds the step."""
        card = self.cards.get(data.key)
        if card is not None:
            card.show_data(data, since, until)

    @property
    def step(self) -> PlanStep | None:
        """The step shown, in the version that what stands here was made from."""
        return self._step

    def go_on_from(self, step: PlanStep, *, news: str = "") -> None:
        """Keep what stands here as a change of this newer version of the step; ``news`` = what a colleague decided."""
        self._step = step
        if news:
            self.state.setText(self.tr("Enquanto você escrevia, ficou gravado: {text}").format(text=news))

    @property
    def answers(self) -> tuple[str, int | None, date | None, Mapping[Field, str]]:
        """Decision, responsible, day, and the step's own content, as they stand."""
        content = dict(self._step.content) if self._step is not None else {}
        for field, buttons in self._buttons.items():
            content[field] = ",".join(code for code, button in buttons.items() if button.isChecked())
        if self._step is not None and Field.GOALS in self._step.spec.fields:
            content[Field.GOALS] = self.goals.toPlainText().strip()
        day = self.due.date()
        due = date(day.year(), day.month(), day.day()) if self.has_due.isChecked() else None
        kept = {field: value for field, value in content.items() if value}
        return self.decision.toPlainText().strip(), self.responsible.currentData(), due, kept

    @property
    def is_changed(self) -> bool:
        """Whether what stands here is not what the step says."""
        step = self._step
        if step is None:
            return False
        decision, responsible, due, content = self.answers
        said = (step.decision, step.responsible_id, step.due_on, dict(step.content))
        return (decision, responsible, due, dict(content)) != said

    def flush(self) -> None:
        """Tell what has been written and not been told yet."""
        self._timer.stop()
        if self._may_write and self.is_changed:
            self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what was written when a text is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        theme = self._theme
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 3, 5, 4), spacing=3)
        for part in (self.block, self.title, self.question, self.facts):
            layout.addWidget(part)
        theme.space(self._charts, spacing=3)
        layout.addLayout(self._charts)
        row = QHBoxLayout()
        row.addWidget(self.page)
        row.addStretch(1)
        layout.addLayout(row)
        theme.space(self._fields, spacing=1)
        layout.addLayout(self._fields)
        layout.addWidget(label(self.tr("Decisão"), "small"))
        layout.addWidget(self.decision)
        who = QHBoxLayout()
        theme.space(who, spacing=3)
        asked: tuple[QWidget, ...] = (self.responsible, self.has_due, self.due, self.done)
        for widget in (label(self.tr("Responsável"), "small"), *asked):
            who.addWidget(widget)
        who.addStretch(1)
        who.addWidget(self.state)
        layout.addLayout(who)
        layout.addStretch(1)
        for text in (self.decision, self.goals):
            text.setReadOnly(not self._may_write)
        for widget in asked:
            widget.setEnabled(self._may_write)

    def _connect(self) -> None:
        for text in (self.decision, self.goals):
            text.textChanged.connect(self._timer.start)
            text.installEventFilter(self)
        self.responsible.currentIndexChanged.connect(lambda _place: self.flush())
        self.has_due.toggled.connect(self._on_due)
        self.due.dateChanged.connect(lambda _day: self._timer.start())
        self.done.clicked.connect(self.settled)
        self.page.clicked.connect(lambda _checked=False: self._open_page())

    def _open_page(self) -> None:
        if self._step is not None:
            self.page_wanted.emit(self._step.spec.page)

    def _on_due(self, on: bool) -> None:
        self.due.setVisible(on)
        self.flush()

    def _make_charts(self, keys: Sequence[ChartKey]) -> None:
        _empty(self._charts)
        self.cards = {key: ChartCard(theme=self._theme, key=key, can_be_saved=False) for key in keys}
        for key, card in self.cards.items():
            card.drilled.connect(self.drilled)
            card.copied.connect(self.copied)
            card.node_wanted.connect(partial(self.node_wanted.emit, key))
            card.setMinimumHeight(self._theme.metrics.px(_CHART_HIGH))
            self._charts.addWidget(card, 1)

    def _make_fields(self, fields: Sequence[Field]) -> None:
        self.goals.setParent(None)
        _empty(self._fields)
        self._buttons = {}
        for field in fields:
            self._fields.addWidget(label(field_text(field), "small"))
            if field is Field.GOALS:
                self._fields.addWidget(self.goals)
                self.goals.show()
                continue
            box = QWidget()
            column: QLayout
            if field in ONE_OF:
                column = QVBoxLayout(box)
                self._theme.space(column, spacing=1)
            else:
                column = FlowLayout(box, spacing=self._theme.metrics.step(4))
            self._buttons[field] = {code: self._button(field, code, box, column) for code in CHOICES[field]}
            self._fields.addWidget(box)

    def _button(self, field: Field, code: str, box: QWidget, column: QLayout) -> QAbstractButton:
        text = choice_text(field, code)
        button: QAbstractButton = QRadioButton(text, box) if field in ONE_OF else QCheckBox(text, box)
        button.setEnabled(self._may_write)
        button.clicked.connect(lambda _checked=False: self.flush())
        column.addWidget(button)
        hint = choice_hint(field, code)
        if hint:
            button.setAccessibleDescription(hint)
            column.addWidget(label(hint, "faint", wrap=True))
        return button

    def _fill(self, step: PlanStep, today: date) -> None:
        widgets = (self.decision, self.goals, self.responsible, self.has_due, self.due, self.done)
        for widget in widgets:
            widget.blockSignals(True)
        if self.decision.toPlainText().strip() != step.decision:
            self.decision.setPlainText(step.decision)
        if self.goals.toPlainText().strip() != step.content.get(Field.GOALS, ""):
            self.goals.setPlainText(step.content.get(Field.GOALS, ""))
        self.responsible.setCurrentIndex(max(0, self.responsible.findData(step.responsible_id)))
        self.has_due.setChecked(step.due_on is not None)
        day = step.due_on or today
        self.due.setDate(QDate(day.year, day.month, day.day))
        self.due.setVisible(step.due_on is not None)
        self.done.setChecked(step.is_done)
        for field, buttons in self._buttons.items():
            given = chosen(step.content, field)
            for code, button in buttons.items():
                button.setChecked(code in given)
        for widget in widgets:
            widget.blockSignals(False)
        self.state.setText(self.tr("Resolvido por {name}").format(name=step.done_by) if step.is_done else "")


def _text(name: str, height: int, parent: QWidget) -> QPlainTextEdit:
    edit = QPlainTextEdit(parent)
    edit.setAccessibleName(name)
    edit.setMaximumHeight(height)
    edit.setTabChangesFocus(True)
    return edit


def _empty(layout: QHBoxLayout | QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater() if not isinstance(widget, QPlainTextEdit) else None
