"""Runs what the deadlines of a case ask for: explain a date, settle or add a duty, say why a time was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.models.domain.case_detail import CaseDetail, DutyInfo
from app.models.domain.people import Right
from app.views.case.act_panels import ReasonPanel
from app.views.case.deadline_texts import clock_of_next_step
from app.views.case.duty_panel import HISTORY, DutyPanel
from app.views.case.explain import ExplainPanel

if TYPE_CHECKING:
    from app.services.acts import Done
    from app.services.case_deadlines import CaseDeadlines
    from app.services.legal_duties import DutyKind
    from app.views.case.session import CaseSession
    from app.views.case.side_panel import SidePanel
    from app.views.case.strips import Strips
    from app.views.support.desk import Desk


class DeadlineActs(QObject):
    """Connects the right zone with the services of deadlines."""

    other_opened = Signal(object)
    """Another case came of an act (a request for the history): its id."""

    def __init__(
        self,
        *,
        desk: Desk,
        session: CaseSession,
        strips: Strips,
        side: SidePanel,
        deadlines: CaseDeadlines,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._strips = desk, session, strips
        self._deadlines = deadlines
        may, section = desk.actor.may, side.deadlines
        section.set_rights(can_work=may(Right.WORK_CASES), can_settle=may(Right.ANSWER_AREA))
        section.explain_requested.connect(self.explain)
        section.settle_requested.connect(self.settle)
        section.duty_requested.connect(self.add)
        section.reason_given.connect(self.give_reason)
        section.other_reason_requested.connect(self.ask_reason)

    def explain_next_step(self) -> None:
        """Explain the date of the next step."""
        detail = self._session.detail
        if detail is not None:
            self.explain(clock_of_next_step(detail))

    def explain(self, clock: str) -> None:
        """Explain a date."""
        detail = self._session.detail
        if detail is not None:
            explaining = self._deadlines.explaining
            self._strips.open(ExplainPanel(desk=self._desk, detail=detail, explaining=explaining, clock=clock))

    def settle(self, duty: DutyInfo) -> None:
        """Ask for a note and say that a duty is done."""
        panel = ReasonPanel(
            theme=self._desk.theme,
            title=self.tr("Cumprida: {duty}").format(duty=duty.name),
            verb=self.tr("Registrar"),
            ask=self.tr("Como foi cumprida (opcional)"),
            is_optional=True,
        )

        def submit() -> None:
            note = panel.text
            self._strips.submit(
                panel,
                lambda d: self._deadlines.duties.settle(
                    self._desk.actor, d.id, duty.id, note, expected_version=d.version
                ),
            )

        panel.submitted.connect(submit)
        self._strips.open(panel)

    def add(self) -> None:
        """Ask which duty has arisen and write it down."""
        case_id = self._session.case_id
        self._desk.calls.run(
            self, "kinds", self._deadlines.duties.kinds, lambda kinds: self._on_kinds(kinds, for_case=case_id)
        )

    def give_reason(self, breach_id: int, reason: str) -> None:
        """Write down why a time was missed."""
        self._session.act(lambda d: self._explained(d, breach_id, reason))

    def ask_reason(self, breach_id: int) -> None:
        """Ask for a reason in words."""
        panel = ReasonPanel(
            theme=self._desk.theme,
            title=self.tr("Por que o prazo foi perdido"),
            verb=self.tr("Registrar"),
            ask=self.tr("O motivo, em poucas palavras"),
        )

        def submit() -> None:
            reason = panel.text
            self._strips.submit(panel, lambda d: self._explained(d, breach_id, reason))

        panel.submitted.connect(submit)
        self._strips.open(panel)

    def _explained(self, detail: CaseDetail, breach_id: int, reason: str) -> Done[CaseDetail]:
        return self._deadlines.breaches.explain(
            self._desk.actor, detail.id, breach_id, reason, expected_version=detail.version
        )

    def _on_kinds(self, kinds: tuple[DutyKind, ...], *, for_case: int | None) -> None:
        if self._session.case_id != for_case:
            return
        panel = DutyPanel(theme=self._desk.theme, kinds=kinds, now=self._desk.clock.now())
        panel.submitted.connect(lambda: self._add(panel))
        self._strips.open(panel)

    def _add(self, panel: DutyPanel) -> None:
        kind, words, began_at = panel.kind, panel.text, panel.began_at
        actor, duties = self._desk.actor, self._deadlines.duties

        def work(detail: CaseDetail) -> Done[Any]:
            if kind == HISTORY:
                return duties.request_history(
                    actor, detail.id, expected_version=detail.version, channel_key=detail.channel_key, text=words
                )
            return duties.add(actor, detail.id, kind, expected_version=detail.version, began_at=began_at)

        def done(result: Done[Any]) -> None:
            if kind == HISTORY:
                self.other_opened.emit(result.value.id)

        self._strips.submit(panel, work, done)
