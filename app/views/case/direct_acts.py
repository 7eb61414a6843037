"""Acts that need nothing but the case: one key or button, one call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.models.domain.case_detail import CaseDetail

if TYPE_CHECKING:
    from app.services.acts import Done
    from app.services.cases import CaseService
    from app.services.customers import CustomerService
    from app.services.follow_up import FollowUpService
    from app.views.case.session import CaseSession
    from app.views.case.side_panel import SidePanel
    from app.views.support.desk import Desk

Work = Callable[[CaseDetail], "Done[Any]"]


class DirectActs(QObject):
    """Takes, marks and writes down."""

    def __init__(
        self,
        *,
        desk: Desk,
        session: CaseSession,
        cases: CaseService,
        customers: CustomerService,
        follow_up: FollowUpService,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, session
        self._cases, self._customers, self._follow_up = cases, customers, follow_up

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to run for each action."""
        return {
            "case.tell_protocol": self.tell_protocol,
            "case.take": self.take,
            "case.release": self.release,
            "case.wake": self.wake,
            "case.ask_customer": self.ask_customer,
            "case.resume": self.resume,
            "case.severe": self.toggle_severe,
            "case.founded": lambda: self.set_founded(True),
            "case.unfounded": lambda: self.set_founded(False),
        }

    def listen_to(self, side: SidePanel) -> None:
        """Do what the right zone asks for."""
        side.customer.vip_requested.connect(self.set_vip)
        side.solution.save_requested.connect(self.write_solution)
        side.promises.settled.connect(self.settle_promise)
        side.after.follow_up_chosen.connect(self.set_follow_up)
        side.after.satisfaction_chosen.connect(self.record_satisfaction)
        side.external.save_requested.connect(self.set_external)

    def take(self) -> None:
        """Make the case the person's own."""
        self._run(lambda d: self._cases.take(self._desk.actor, d.id, expected_version=d.version))

    def release(self) -> None:
        """Leave the case without an owner."""
        self._run(lambda d: self._cases.release(self._desk.actor, d.id, expected_version=d.version))

    def ask_customer(self) -> None:
        """Wait for the customer."""
        self._run(lambda d: self._cases.ask_customer(self._desk.actor, d.id, expected_version=d.version))

    def resume(self) -> None:
        """Go on with a case that waited for the customer."""
        self._run(lambda d: self._cases.resume(self._desk.actor, d.id, expected_version=d.version))

    def wake(self) -> None:
        """Bring a case back that was put aside."""
        self._run(lambda d: self._cases.unsnooze(self._desk.actor, d.id, expected_version=d.version))

    def tell_protocol(self) -> None:
        """Note that the customer knows the protocol."""
        self._run(lambda d: self._cases.tell_protocol(self._desk.actor, d.id, expected_version=d.version))

    def toggle_severe(self) -> None:
        """Mark or unmark a grave situation."""
        self._run(
            lambda d: self._cases.set_severe(
                self._desk.actor, d.id, expected_version=d.version, is_severe=not d.is_severe
            )
        )

    def set_founded(self, value: bool) -> None:
        """Say whether the criticism is well founded; the same answer again takes it back."""
        self._run(
            lambda d: self._cases.set_founded(
                self._desk.actor, d.id, expected_version=d.version, is_founded=None if d.is_founded is value else value
            )
        )

    def write_solution(self, text: str) -> None:
        """Keep the solution."""
        self._run(lambda d: self._cases.write_solution(self._desk.actor, d.id, text, expected_version=d.version))

    def set_follow_up(self, on: date | None) -> None:
        """Set or clear the day on which to ask again."""
        self._run(lambda d: self._cases.set_follow_up(self._desk.actor, d.id, on, expected_version=d.version))

    def record_satisfaction(self, score: int, is_resolved: bool) -> None:
        """Record what the customer says."""
        self._run(
            lambda d: self._cases.record_satisfaction(
                self._desk.actor, d.id, score, expected_version=d.version, is_resolved=is_resolved
            )
        )

    def set_external(self, system: str, number: str, status: str) -> None:
        """Record the number in the company's own system."""
        self._run(
            lambda d: self._cases.set_external(
                self._desk.actor, d.id, expected_version=d.version, system=system, number=number, status=status
            )
        )

    def settle_promise(self, promise_id: int, is_kept: bool) -> None:
        """Say whether a promise was kept."""
        act = self._follow_up.keep_promise if is_kept else self._follow_up.break_promise
        self._run(lambda d: act(self._desk.actor, d.id, promise_id, expected_version=d.version))

    def set_vip(self, is_vip: bool) -> None:
        """Mark or unmark the customer as VIP."""
        self._run(
            lambda d: self._customers.set_vip(
                self._desk.actor, d.customer.id, expected_version=d.customer.version, is_vip=is_vip
            )
        )

    def _run(self, work: Work) -> None:
        self._session.act(work)
