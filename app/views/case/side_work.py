"""What is written down while a case is worked on: solution, promises, follow-up, satisfaction, the other system."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.case_detail import CaseDetail, PromiseInfo
from app.models.domain.vocabulary import PromiseState
from app.views.case.side_parts import Section, clear_layout
from app.views.support.chips import Chip
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.labels import label
from app.views.support.spin_fields import dress_spins
from app.views.support.texts import when_text

if TYPE_CHECKING:
    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone


class SolutionSection(Section):
    """The solution's text, saved by its button; a colleague's change never overwrites what is being typed."""

    save_requested = Signal(str)
    changed = Signal(str)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, title=self.tr("SOLUÇÃO"), key="L", parent=parent)
        self._stored = ""
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(self.tr("Solução"))
        self.edit.setPlaceholderText(self.tr("O que resolveu, em poucas palavras"))
        self.edit.setFixedHeight(theme.metrics.px(66))
        self.edit.textChanged.connect(self._on_text_changed)
        self.save = QPushButton(self.tr("Salvar solução"))
        self.save.clicked.connect(lambda: self.save_requested.emit(self.edit.toPlainText()))
        self.save.hide()
        self.body.addWidget(self.edit)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)

    def show_case(self, detail: CaseDetail, *, is_new: bool, draft: str = "") -> None:
        """Show the solution; ``is_new`` = another case than before, whose unsaved text may come back."""
        stored = detail.solution or ""
        is_typing = self.edit.toPlainText() != self._stored
        self._stored = stored
        if is_new or not is_typing:
            self.edit.setPlainText(draft if is_new and draft.strip() else stored)
        self._on_text_changed()

    def _on_text_changed(self) -> None:
        text = self.edit.toPlainText()
        self.save.setVisible(text.strip() != self._stored.strip())
        self.changed.emit(text if text.strip() != self._stored.strip() else "")


class PromisesSection(Section):
    """Promises with their times; kept or not is said here."""

    settled = Signal(object, bool)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, title=self.tr("PROMESSAS"), parent=parent)
        self._list = QVBoxLayout()
        theme.space(self._list, spacing=1.5)
        self.body.addLayout(self._list)

    def show_case(self, detail: CaseDetail, now: datetime) -> None:
        """Show the promises; without any the section is away."""
        clear_layout(self._list)
        for promise in detail.promises:
            self._list.addWidget(self._line(promise, now))
        self.setVisible(bool(detail.promises))

    def _line(self, promise: PromiseInfo, now: datetime) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        self.theme.space(layout, spacing=0.5)
        layout.addWidget(label(promise.text, wrap=True))
        row = QHBoxLayout()
        self.theme.space(row, spacing=1)
        row.addWidget(self._chip(promise, now))
        row.addStretch(1)
        if promise.state is PromiseState.OPEN:
            for text, is_kept in ((self.tr("Cumprida"), True), (self.tr("Não cumprida"), False)):
                button = QPushButton(text)
                button.setProperty("kind", "link")
                button.clicked.connect(lambda _checked=False, is_kept=is_kept: self.settled.emit(promise.id, is_kept))
                row.addWidget(button)
        layout.addLayout(row)
        return made

    def _chip(self, promise: PromiseInfo, now: datetime) -> Chip:
        chip = Chip(theme=self.theme)
        if promise.state is PromiseState.KEPT:
            chip.set_chip(self.tr("cumprida"), "ok", icon="check")
        elif promise.state is PromiseState.BROKEN:
            chip.set_chip(self.tr("não cumprida"), "bad", icon="x")
        else:
            tone: Tone = "bad" if promise.due_at < now else "warn"
            chip.set_chip(self.tr("até {when}").format(when=when_text(promise.due_at, now)), tone, icon="clock")
        return chip


class AfterSection(Section):
    """The day to ask again, and what the customer says: 1 to 5, and whether it is settled for them."""

    follow_up_chosen = Signal(object)
    satisfaction_chosen = Signal(object, object)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, title=self.tr("PÓS-ATENDIMENTO"), parent=parent)
        self._is_loading = False
        self.date = QDateEdit()
        dress_spins(self.date, theme=theme)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dd/MM/yyyy")
        self.date.setAccessibleName(self.tr("Data do pós-atendimento"))
        self.set_button = QPushButton()
        self.set_button.clicked.connect(self._on_set_clicked)
        self._has_date = False
        row = QHBoxLayout()
        theme.space(row, spacing=1)
        row.addWidget(self.date, 1)
        row.addWidget(self.set_button)
        self.body.addLayout(row)
        segments = [Segment(str(score), str(score)) for score in range(1, 6)]
        self.score = SegmentedControl(theme=theme, segments=segments, name=self.tr("Satisfação"))
        for button in self.score.findChildren(QPushButton):
            button.clicked.connect(self._on_score_clicked)
        self.is_settled = QCheckBox(self.tr("Para o cliente, está resolvido"))
        self.is_settled.clicked.connect(self._on_score_clicked)
        self._score_box = QWidget()
        inner = QVBoxLayout(self._score_box)
        theme.space(inner, spacing=1)
        inner.addWidget(label(self.tr("Satisfação, de 1 a 5"), "small"))
        inner.addWidget(self.score)
        inner.addWidget(self.is_settled)
        self.body.addWidget(self._score_box)

    def show_case(self, detail: CaseDetail, now: datetime, *, can_score: bool) -> None:
        """Show date and answer of a case; the answer only when it can be given."""
        self._has_date = detail.follow_up_on is not None
        day = detail.follow_up_on or now.astimezone().date()
        self.date.setDate(QDate(day.year, day.month, day.day))
        self.set_button.setText(self.tr("Tirar data") if self._has_date else self.tr("Marcar data"))
        self._score_box.setVisible(can_score)
        group = self.score.findChildren(QPushButton)
        if detail.satisfaction is None:
            _uncheck(group)
        else:
            self.score.choose(str(detail.satisfaction))
        self.is_settled.setChecked(bool(detail.is_satisfied_resolved))

    def _on_set_clicked(self) -> None:
        shown = self.date.date()
        chosen = None if self._has_date else date(shown.year(), shown.month(), shown.day())
        self.follow_up_chosen.emit(chosen)

    def _on_score_clicked(self) -> None:
        if self.score.current:
            self.satisfaction_chosen.emit(int(self.score.current), self.is_settled.isChecked())


class ExternalSection(Section):
    """The case's number and status in the company's own system."""

    save_requested = Signal(str, str, str)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, title=self.tr("SISTEMA EXTERNO"), parent=parent)
        self._stored = ("", "", "")
        self.save = QPushButton(self.tr("Salvar"))
        names = (self.tr("Sistema"), self.tr("Número"), self.tr("Situação"))
        self.fields = [QLineEdit() for _ in names]
        grid = self.grid()
        for row, (name, field) in enumerate(zip(names, self.fields, strict=True)):
            grid.addWidget(label(name, "small"), row, 0)
            field.setAccessibleName(self.tr("{name} no sistema externo").format(name=name))
            field.returnPressed.connect(self._on_save)
            field.textEdited.connect(lambda _text: self.save.show())
            grid.addWidget(field, row, 1)
        self.save.clicked.connect(self._on_save)
        self.save.hide()
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)

    def show_case(self, detail: CaseDetail, *, is_new: bool) -> None:
        """Show what is recorded; a field that is being typed in is left alone."""
        stored = (detail.external_system or "", detail.external_number or "", detail.external_status or "")
        if is_new or tuple(field.text() for field in self.fields) == self._stored:
            for field, text in zip(self.fields, stored, strict=True):
                field.setText(text)
        self._stored = stored
        if tuple(field.text() for field in self.fields) == stored:
            self.save.hide()

    def _on_save(self) -> None:
        system, number, status = (field.text().strip() for field in self.fields)
        self.save_requested.emit(system, number, status)


def _uncheck(buttons: list[QPushButton]) -> None:
    group = buttons[0].group() if buttons else None
    if group is not None:
        group.setExclusive(False)
        for button in buttons:
            button.setChecked(False)
        group.setExclusive(True)
