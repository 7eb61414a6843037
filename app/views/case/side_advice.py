"""What to do, where, and why: beside the editor, before a word is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.models.domain.case_detail import CaseDetail
from app.views.case.side_parts import Section
from app.views.case.texts import advice_reasons, advice_text, answerer_text, guidance_text, proposal_text, tone_text
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.texts import as_tooltip

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class AdviceSection(Section):
    """The recommended action in a box, with the templates that suit it; ``template_requested`` carries an id."""

    template_requested = Signal(object)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, title=self.tr("AÇÃO RECOMENDADA"), parent=parent)
        box = QFrame()
        box.setProperty("kind", "box")
        layout = QVBoxLayout(box)
        theme.space(layout, margins=(2.5, 2, 2.5, 2), spacing=0.5)
        self.action = label("", "strong", wrap=True)
        self.reasons = label("", "muted", wrap=True)
        self.proposal = label("", "small", wrap=True)
        self.guidance = label("", "muted", wrap=True)
        self.answerer = label("", "small", wrap=True)
        self.tone = label("", "small", wrap=True)
        self.sample = label("", "small", wrap=True)
        self._theme = theme
        self._templates = QWidget()
        self._flow = FlowLayout(self._templates, spacing=theme.metrics.step(1))
        for widget in (self.action, self.guidance, self.reasons, self.answerer, self.tone, self.sample, self.proposal):
            layout.addWidget(widget)
        layout.addWidget(self._templates)
        self.body.addWidget(box)

    def show_case(self, detail: CaseDetail) -> None:
        """Show the advice for a case."""
        self.action.setText(advice_text(detail.recommendation))
        self.reasons.setText(" ".join(advice_reasons(detail)))
        advice = detail.recommendation
        sample = f"“{advice.sample}”" if advice.sample else ""
        for widget, text in (
            (self.guidance, guidance_text(advice)),
            (self.answerer, answerer_text(advice)),
            (self.tone, tone_text(advice)),
            (self.sample, sample),
        ):
            widget.setText(text)
            widget.setVisible(bool(text))
        self.tone.setToolTip(as_tooltip(advice.tone_hint))
        self._show_templates(advice.templates)
        proposal = proposal_text(detail.proposed_message or "")
        self.proposal.setText(proposal)
        self.proposal.setVisible(bool(proposal))

    def _show_templates(self, found: tuple[tuple[int, str], ...]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for template_id, name in found:
            button = QPushButton(name)
            button.setProperty("kind", "pill")
            button.setIcon(self._theme.icon("file"))
            button.setToolTip(self.tr("Usar este modelo na resposta"))
            button.setAccessibleName(self.tr("Usar o modelo {name}").format(name=name))
            button.clicked.connect(lambda _=False, chosen=template_id: self.template_requested.emit(chosen))
            self._flow.addWidget(button)
        self._templates.setVisible(bool(found))
