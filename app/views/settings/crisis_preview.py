"""Shows what an edited matrix would do to the past 30 days, before it is saved, and applies it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from app.models.domain.crisis import read_rule
from app.services.errors import UserError
from app.views.settings.crisis_texts import heavy_text, preview_text
from app.views.support.cards import Card
from app.views.support.errors import error_text
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.models.domain.crisis import CrisisMatrix
    from app.services.acts import Done
    from app.services.crisis_review import CrisisReview, Example, Reviewed, ReviewPreview
    from app.views.support.desk import Desk
    from app.views.support.jobs import Job

_MUCH = 0.5


class PreviewPanel(Card):
    """A button that counts, the figures with their warnings, twenty examples, and the button that applies."""

    asked = Signal()
    """The preview of the form's matrix is wanted."""
    apply_asked = Signal()

    def __init__(self, *, desk: Desk, review: CrisisReview, may_edit: bool) -> None:
        super().__init__(theme=desk.theme)
        self._desk, self._review, self._may_edit = desk, review, may_edit
        self._job: Job | None = None
        self.setAccessibleName(self.tr("Prévia dos últimos 30 dias"))
        self.preview_button = QPushButton(self.tr("Ver o que muda"))
        self.apply_button = QPushButton(self.tr("Aplicar aos últimos 30 dias"))
        self.cancel_button = QPushButton(self.tr("Parar"))
        self.figures = label("", wrap=True)
        self.warning = label("", "error", wrap=True)
        self.warning.hide()
        self._examples = QVBoxLayout()
        desk.theme.space(self._examples, spacing=1)
        buttons = FlowLayout(spacing=desk.theme.metrics.step(2))
        for button in (self.preview_button, self.apply_button, self.cancel_button):
            buttons.addWidget(button)
        self.body.addWidget(label(self.tr("Prévia dos últimos 30 dias"), "strong"))
        self.body.addLayout(buttons)
        self.body.addWidget(self.figures)
        self.body.addWidget(self.warning)
        self.body.addLayout(self._examples)
        self.preview_button.clicked.connect(self.asked)
        self.apply_button.clicked.connect(self.apply_asked)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        self._show_buttons()

    def preview(self, matrix: CrisisMatrix) -> None:
        """Count what a matrix would change; a job with progress that can be stopped."""
        review = self._review
        self._start(
            self._desk.jobs.start(
                title=self.tr("Prévia da matriz de crises"),
                work=lambda token, report: review.preview(matrix, cancel=token, progress=report),
                done=lambda found: self._on_previewed(matrix, found),
                failed=self._on_failed,
            )
        )

    def apply(self, matrix: CrisisMatrix) -> None:
        """Give the mentions of the past 30 days the levels of the saved matrix."""
        review, actor = self._review, self._desk.actor
        self._start(
            self._desk.jobs.start(
                title=self.tr("Aplicar a matriz de crises"),
                work=lambda token, report: review.reevaluate(actor, matrix, cancel=token, progress=report),
                done=self._on_applied,
                failed=self._on_failed,
            )
        )

    def forget(self) -> None:
        """The figures shown are of a matrix that has changed since."""
        if self._job is None and self.figures.text():
            self._clear()
            self.figures.setText(self.tr("A matriz mudou depois da prévia. Conte de novo."))

    def _start(self, job: Job) -> None:
        self._clear()
        self.figures.setText(self.tr("Lendo as menções dos últimos 30 dias…"))
        self._job = job
        job.cancelled.connect(lambda: self.figures.setText(self.tr("Parado. Nada mais foi lido nem mudado.")))
        job.ended.connect(self._on_ended)
        self._show_buttons()

    def _on_previewed(self, matrix: CrisisMatrix, found: ReviewPreview) -> None:
        self.figures.setText(preview_text(found))
        warnings = []
        for heavy in found.heavy:
            level, group, trigger = read_rule(heavy.rule)
            warnings.append(heavy_text(heavy, matrix.group_name(level, group), trigger))
        if found.share >= _MUCH:
            warnings.append(self.tr("Mais da metade de tudo ficaria em crise: o alerta perderia o sentido."))
        self.warning.setText("\n".join(warnings))
        self.warning.setVisible(bool(warnings))
        for example in found.examples:
            self._examples.addWidget(label(self._example_text(example), "small", wrap=True))

    def _example_text(self, example: Example) -> str:
        none = self.tr("sem nível")
        before = none if example.before is None else str(example.before)
        after = none if example.after is None else str(example.after)
        text = " ".join(example.text.split())
        return self.tr("{before} → {after} ({words}): {text}").format(
            before=before, after=after, words=", ".join(example.words), text=text
        )

    def _on_applied(self, done: Done[Reviewed]) -> None:
        self._desk.undo.push(done)
        self.figures.setText(
            self.tr("{changed} menções mudaram de nível; {back} voltaram para A triar.").format(
                changed=number_text(done.value.changed), back=number_text(done.value.back_in_triage)
            )
        )

    def _on_failed(self, error: Exception) -> bool:
        if not isinstance(error, UserError):
            return False
        self.figures.setText("")
        self.warning.setText(error_text(error))
        self.warning.show()
        return True

    def _on_ended(self) -> None:
        self._job = None
        self._show_buttons()

    def _on_cancel_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _clear(self) -> None:
        self.figures.setText("")
        self.warning.hide()
        while (item := self._examples.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show_buttons(self) -> None:
        is_free = self._job is None
        self.preview_button.setEnabled(is_free)
        self.apply_button.setEnabled(is_free and self._may_edit)
        self.cancel_button.setVisible(not is_free)
