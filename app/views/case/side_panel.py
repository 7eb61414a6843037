"""What the attendant needs to know beside the conversation, in the order in which it is needed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act
from app.models.domain.vocabulary import DraftKind
from app.views.case.side_advice import AdviceSection
from app.views.case.side_axes import AxesSection
from app.views.case.side_customer import CustomerSection
from app.views.case.side_deadlines import DeadlinesSection
from app.views.case.side_route import RouteSection
from app.views.case.side_work import AfterSection, ExternalSection, PromisesSection, SolutionSection

if TYPE_CHECKING:
    from app.views.case.drafts import DraftKeeper
    from app.views.support.theme import Theme


class SidePanel(QScrollArea):
    """The right zone; its sections say what was asked of them by their own signals."""

    def __init__(
        self, *, theme: Theme, keeper: DraftKeeper, may_work: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._is_loading = False
        self.setProperty("zone", "side")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Informações do atendimento"))
        self.advice = AdviceSection(theme=theme)
        self.route = RouteSection(theme=theme)
        self.axes = AxesSection(theme=theme)
        self.customer = CustomerSection(theme=theme)
        self.deadlines = DeadlinesSection(theme=theme)
        self.solution = SolutionSection(theme=theme)
        self.promises = PromisesSection(theme=theme)
        self.after = AfterSection(theme=theme)
        self.external = ExternalSection(theme=theme)
        content = QWidget()
        content.setProperty("zone", "side")
        layout = QVBoxLayout(content)
        theme.space(layout, margins=(3, 3, 3, 4), spacing=4)
        for section in self.sections():
            layout.addWidget(section)
        layout.addStretch(1)
        for part in (self.axes, self.customer.vip, self.route, self.promises, self.after, self.external):
            part.setEnabled(may_work)
        self.setWidget(content)
        self.solution.changed.connect(self._on_solution_changed)

    def sections(self) -> tuple[QWidget, ...]:
        """Return the sections from above."""
        return (
            self.advice,
            self.route,
            self.axes,
            self.customer,
            self.deadlines,
            self.promises,
            self.solution,
            self.after,
            self.external,
        )

    def show_case(self, detail: CaseDetail, now: datetime, *, is_new: bool) -> None:
        """Show a case; what is being typed here stays when it is the same one."""
        self._is_loading = True
        self.advice.show_case(detail)
        self.route.show_case(detail)
        self.axes.show_case(detail)
        self.customer.show_case(detail, now)
        self.deadlines.show_case(detail, now)
        self.solution.show_case(detail, is_new=is_new, draft=self._keeper.text(DraftKind.SOLUTION))
        self.promises.show_case(detail, now)
        refused = {offer.act for offer in detail.offers if offer.refusal is not None}
        self.after.show_case(detail, now, can_score=Act.RECORD_SATISFACTION.value not in refused)
        self.external.show_case(detail, is_new=is_new)
        self._is_loading = False
        if is_new:
            self.verticalScrollBar().setValue(0)

    def _on_solution_changed(self, text: str) -> None:
        if not self._is_loading:
            self._keeper.put(DraftKind.SOLUTION, text)
