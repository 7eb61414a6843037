"""Closing and resolving a case: what is missing is filled in inside one strip, then it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.models.domain.case_detail import CaseDetail
from app.views.case.act_panels import ClosePanel

if TYPE_CHECKING:
    from app.services.acts import Done
    from app.services.cases import CaseService
    from app.views.case.session import CaseSession
    from app.views.case.strips import Strips
    from app.views.support.desk import Desk


class Ending(QObject):
    """The two ways to an end."""

    closed_case = Signal(object)
    classify_requested = Signal(str)

    def __init__(
        self, *, desk: Desk, session: CaseSession, strips: Strips, cases: CaseService, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._strips, self._cases = desk, session, strips, cases
        session.updated.connect(self._on_updated)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to run for each action."""
        return {
            "case.resolve": self.resolve,
            "case.close": self.close,
        }

    def close(self) -> None:
        """Ask for what is missing and close the case."""
        self._open(is_closing=True)

    def resolve(self) -> None:
        """Ask for what is missing and say that the matter is settled."""
        self._open(is_closing=False)

    def _open(self, *, is_closing: bool) -> None:
        detail = self._session.detail
        if detail is None:
            return
        panel = ClosePanel(theme=self._desk.theme, detail=detail)
        if not is_closing:
            panel.set_resolving()
        panel.classify_requested.connect(self.classify_requested)
        panel.submitted.connect(lambda: self._submit(panel, is_closing=is_closing))
        self._strips.open(panel)

    def _submit(self, panel: ClosePanel, *, is_closing: bool) -> None:
        detail, solution = self._session.detail, panel.text
        if detail is None:
            return
        actor, cases = self._desk.actor, self._cases
        if solution != (detail.solution or "").strip():
            self._session.act(
                lambda d: cases.write_solution(actor, d.id, solution, expected_version=d.version),
                failed=lambda error: self._strips.show(panel, error),
            )
        told = panel.by_phone.isChecked() and not panel.by_phone.isHidden()
        kind = panel.kind

        def work(now: CaseDetail) -> Done[CaseDetail]:
            if is_closing:
                return cases.close(actor, now.id, expected_version=now.version, kind=kind, told_by_phone=told)
            return cases.resolve(actor, now.id, expected_version=now.version, told_by_phone=told)

        self._strips.submit(panel, work, (lambda _done: self.closed_case.emit(detail.id)) if is_closing else None)

    def _on_updated(self, detail: CaseDetail) -> None:
        panel = self._strips.panel
        if isinstance(panel, ClosePanel):
            panel.show_missing(detail)
