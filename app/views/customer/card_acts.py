"""Each thing a person does to a customer's card is one call of a service, one at a time, with its way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.models.domain.people import Right
from app.services.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.models.domain.customer_card import CustomerCard
    from app.services.acts import Done
    from app.services.customer_merge import CustomerMergeService
    from app.services.customers import CustomerEdit, CustomerService
    from app.views.support.desk import Desk

BY_A_PERSON = "person"


class CardActs(QObject):
    """Acts on the customer that ``card`` returns; ``done`` carries what the service returned."""

    done = Signal(object)
    outdated = Signal()
    """A colleague was first: read the card again."""

    def __init__(
        self,
        *,
        desk: Desk,
        customers: CustomerService,
        merges: CustomerMergeService,
        card: Callable[[], CustomerCard | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._customers, self._merges = desk, customers, merges
        self._card = card
        self.may_edit = desk.actor.may(Right.WORK_CASES)

    @property
    def is_busy(self) -> bool:
        """Whether an act is under way."""
        return self._desk.calls.busy(self, "act")

    def save(self, customer_id: int, edit: CustomerEdit, version: int, *, failed: Callable[[Exception], bool]) -> bool:
        """Write what was typed over ``version``; tell whether it was begun."""
        actor = self._desk.actor

        def refused(error: Exception) -> bool:
            self._refused(error)
            return failed(error)

        return self._run(
            lambda _card: self._customers.edit(actor, customer_id, edit, expected_version=version), refused
        )

    def toggle_vip(self) -> None:
        """Mark a VIP, or take the mark away."""
        actor, customers = self._desk.actor, self._customers
        self._run(lambda card: customers.set_vip(actor, card.id, expected_version=card.version, is_vip=not card.is_vip))

    def classify(self, axis_key: str, node_id: int) -> None:
        """Set profile or persona; 0 clears it."""
        actor, customers = self._desk.actor, self._customers
        self._run(
            lambda card: customers.classify(actor, card.id, axis_key, node_id or None, expected_version=card.version)
        )

    def unite(self, other_id: int) -> None:
        """Say that another customer is this one; the first reason of a suggestion is kept as the reason."""
        actor = self._desk.actor

        def work(card: CustomerCard) -> Done[CustomerCard]:
            reasons = next((each.reasons for each in card.suggestions if each.customer_id == other_id), (BY_A_PERSON,))
            other = self._customers.card(other_id)
            return self._merges.merge(
                actor,
                card.id,
                other.id,
                reason=reasons[0],
                expected_version=card.version,
                absorbed_version=other.version,
            )

        self._run(work)

    def reject(self, other_id: int) -> None:
        """Say that another customer is somebody else."""
        actor, merges = self._desk.actor, self._merges
        self._run(lambda card: merges.reject_suggestion(actor, card.id, other_id))

    def split(self, handle_id: int) -> None:
        """Say that a handle is somebody else's."""
        actor, merges = self._desk.actor, self._merges
        self._run(lambda card: merges.split_handle(actor, card.id, handle_id, expected_version=card.version))

    def unmerge(self, merge_id: int) -> None:
        """Part what a merge united."""
        actor, merges = self._desk.actor, self._merges
        self._run(lambda _card: merges.unmerge(actor, merge_id))

    def _run(
        self, work: Callable[[CustomerCard], Done[CustomerCard]], failed: Callable[[Exception], bool] | None = None
    ) -> bool:
        card = self._card()
        if card is None or not self.may_edit or self.is_busy:
            return False
        self._desk.calls.run(self, "act", lambda: work(card), self.done.emit, failed=failed or self._refused)
        return True

    def _refused(self, error: Exception) -> bool:
        if isinstance(error, Conflict):
            self.outdated.emit()
        return False
