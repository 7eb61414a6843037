"""What to do, where, and why: beside the editor, before a word is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.models.domain.case_detail import CaseDetail
from app.views.case.side_parts import Section
from app.views.case.texts import advice_reasons, advice_text, guidance_text, proposal_text, tone_text
from app.views.support.labels import label

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class AdviceSection(Section):
    """The recommended action in a box."""

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
        self.tone = label("", "small", wrap=True)
        self.sample = label("", "small", wrap=True)
        for widget in (self.action, self.guidance, self.reasons, self.tone, self.sample, self.proposal):
            layout.addWidget(widget)
        self.body.addWidget(box)

    def show_case(self, detail: CaseDetail) -> None:
        """Show the advice for a case."""
        self.action.setText(advice_text(detail.recommendation))
        self.reasons.setText(" ".join(advice_reasons(detail)))
        advice = detail.recommendation
        sample = f"“{advice.sample}”" if advice.sample else ""
        for widget, text in (
            (self.guidance, guidance_text(advice)),
            (self.tone, tone_text(advice)),
            (self.sample, sample),
        ):
            widget.setText(text)
            widget.setVisible(bool(text))
        self.tone.setToolTip(advice.tone_hint)
        proposal = proposal_text(detail.proposed_message or "")
        self.proposal.setText(proposal)
        self.proposal.setVisible(bool(proposal))
