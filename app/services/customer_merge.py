"""Says that two customers are one person, or that a handle is somebody else's; for ever undoable, never automatic."""

from __future__ import annotations

import json

from sqlalchemy import Connection, delete, insert, select, update

from app.models.domain.customer_card import CustomerCard
from app.models.domain.people import Actor, Right
from app.models.domain.words import clean_text
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Case
from app.models.schema.customers import Customer, CustomerMerge, Handle, HandleLink, LinkRejection
from app.models.schema.history import History, HistoryBody
from app.models.schema.mentions import Mention
from app.services.acts import Act, Done, Undo
from app.services.case_book import CaseBook
from app.services.customer_book import NewCustomer, link_handle, make_customer
from app.services.customers import CustomerService, lock_customer, write_customer
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.rights import require

_MOVED = "customer_merged"


class CustomerMergeService:
    """Merge, unmerge, split; the cases that move say so in their own history, by which an unmerge finds them."""

    def __init__(self, *, database: Database, book: CaseBook, customers: CustomerService) -> None:
        self._database = database
        self._book = book
        self._customers = customers

    def merge(
        self,
        actor: Actor,
        survivor_id: int,
        absorbed_id: int,
        *,
        reason: str,
        expected_version: int,
        absorbed_version: int,
    ) -> Done[CustomerCard]:
        """Make two customers one; handles and cases go to the survivor, whose own data stay as they are.

        If one of the two is a VIP, the survivor is, with all open cases.

        Raises:
            Refused: ``merge_with_itself``, ``customer_merged``. Conflict: ``customer_changed``.
            Invalid: ``customer_missing``.
        """
        require(actor, Right.WORK_CASES)
        if survivor_id == absorbed_id:
            raise Refused("merge_with_itself")

        def once(act: Act) -> tuple[int, bool]:
            versions = {survivor_id: expected_version, absorbed_id: absorbed_version}
            rows = {each: lock_customer(act, each, versions[each]) for each in sorted(versions)}
            if any(row.merged_into_id is not None for row in rows.values()):
                raise Refused("customer_merged")
            is_vip_new = rows[absorbed_id].is_vip and not rows[survivor_id].is_vip
            return self._unite(act, rows[survivor_id], rows[absorbed_id], clean_text(reason)), is_vip_new

        (merge_id, is_vip_new), changes = self._database.act(once, actor=actor)
        undo = Undo("customer_merge", 1, lambda: self._unmerge(actor, merge_id, takes_vip_back=is_vip_new))
        return Done(self._customers.card(survivor_id), changes, undo)

    def unmerge(self, actor: Actor, merge_id: int) -> Done[CustomerCard]:
        """Part what a merge united, at any time; return the survivor's card. A VIP's mark stays until it is taken off.

        Raises:
            Invalid: ``merge_missing``.
            Refused: ``customer_merged`` while the survivor itself is merged: that merge is parted first.
        """
        return self._unmerge(actor, merge_id, takes_vip_back=False)

    def _unmerge(self, actor: Actor, merge_id: int, *, takes_vip_back: bool) -> Done[CustomerCard]:
        require(actor, Right.WORK_CASES)

        def once(act: Act) -> int:
            merge = act.connection.execute(
                select(*CustomerMerge.__table__.c)
                .where(CustomerMerge.id == merge_id, CustomerMerge.undone_at.is_(None))
                .with_for_update()
            ).one_or_none()
            if merge is None:
                raise Invalid("merge_missing")
            ids = sorted((merge.survivor_id, merge.absorbed_id))
            rows = {each: lock_customer(act, each, None) for each in ids}
            if rows[merge.survivor_id].merged_into_id is not None:
                # Its handles and cases lie with whoever took the survivor in: nothing would come back from here.
                raise Refused("customer_merged")
            self._part(act, merge, rows[merge.survivor_id], rows[merge.absorbed_id], takes_vip_back=takes_vip_back)
            return int(merge.survivor_id)

        survivor_id, changes = self._database.act(once, actor=actor)
        return Done(self._customers.card(survivor_id), changes)

    def split_handle(
        self, actor: Actor, customer_id: int, handle_id: int, *, expected_version: int
    ) -> Done[CustomerCard]:
        """Make a customer of a handle that is somebody else; cases in which only it speaks go along.

        Raises:
            Invalid: ``handle_missing``. Refused: ``last_handle``. Conflict: ``customer_changed``.
        """
        require(actor, Right.WORK_CASES)

        def once(act: Act) -> tuple[int, list[int], str, int | None]:
            row = lock_customer(act, customer_id, expected_version)
            name, reason, merge_id = _splittable(act.connection, customer_id, handle_id)
            new_id = make_customer(act, NewCustomer(name))
            link_handle(act, handle_id, new_id, "split")
            cases = _cases_of_handle(act.connection, customer_id, handle_id)
            self._move_cases(act, cases, new_id, "customer_split", {"handle": handle_id})
            write_customer(act, row, {}, "handle_split")
            return new_id, cases, reason, merge_id

        (new_id, cases, reason, merge_id), changes = self._database.act(once, actor=actor)

        def revert() -> Done[CustomerCard]:
            def undo(act: Act) -> None:
                row = lock_customer(act, customer_id, None)
                link_handle(act, handle_id, customer_id, reason, merge_id=merge_id)
                self._move_cases(act, cases, customer_id, "undo", {"of": "customer_split"})
                _remove_new(act, new_id)
                write_customer(act, row, {}, "undo")

            _, undone = self._database.act(undo, actor=actor)
            return Done(self._customers.card(customer_id), undone)

        return Done(self._customers.card(new_id), changes, Undo("handle_split", 1, revert))

    def reject_suggestion(self, actor: Actor, customer_id: int, other_id: int) -> Done[CustomerCard]:
        """Say that two customers are not the same person, so that it is not suggested again."""
        require(actor, Right.WORK_CASES)
        low, high = sorted((customer_id, other_id))
        pair = (LinkRejection.customer_a_id == low, LinkRejection.customer_b_id == high)

        def once(act: Act) -> None:
            known = act.connection.execute(select(LinkRejection.actor_id).where(*pair)).first()
            if known is None:
                values = {"actor_id": actor.person_id, "rejected_at": act.at}
                act.connection.execute(insert(LinkRejection).values(customer_a_id=low, customer_b_id=high, **values))
            act.record(None, "link_rejected", {"customers": [low, high]})
            act.touch(customers=[low, high])

        _, changes = self._database.act(once, actor=actor)

        def revert() -> Done[CustomerCard]:
            def undo(act: Act) -> None:
                act.connection.execute(delete(LinkRejection).where(*pair))
                act.record(None, "undo", {"of": "link_rejected", "customers": [low, high]})
                act.touch(customers=[low, high])

            _, undone = self._database.act(undo, actor=actor)
            return Done(self._customers.card(customer_id), undone)

        return Done(self._customers.card(customer_id), changes, Undo("link_rejected", 1, revert))

    def _unite(self, act: Act, survivor: AnyRow, absorbed: AnyRow, reason: str) -> int:
        merge_id = act.connection.execute(
            insert(CustomerMerge)
            .values(
                survivor_id=survivor.id,
                absorbed_id=absorbed.id,
                reason=reason,
                actor_id=act.actor.person_id,
                merged_at=act.at,
            )
            .returning(CustomerMerge.id)
        ).scalar_one()
        for handle_id in _handles_of(act.connection, absorbed.id):
            link_handle(act, handle_id, survivor.id, reason, merge_id=merge_id)
        cases = list(
            act.connection.execute(select(Case.id).where(Case.customer_id == absorbed.id).order_by(Case.id)).scalars()
        )
        self._move_cases(act, cases, survivor.id, _MOVED, {"merge": merge_id, "from": absorbed.id})
        write_customer(act, absorbed, {"merged_into_id": survivor.id}, "customer_absorbed")
        is_vip = survivor.is_vip or absorbed.is_vip
        write_customer(act, survivor, {} if is_vip == survivor.is_vip else {"is_vip": is_vip}, "customer_merge")
        self._customers.mark_cases(act, survivor.id, is_vip=is_vip)
        return int(merge_id)

    def _part(self, act: Act, merge: AnyRow, survivor: AnyRow, absorbed: AnyRow, *, takes_vip_back: bool) -> None:
        links = act.connection.execute(
            select(HandleLink.handle_id).where(
                HandleLink.merge_id == merge.id,
                HandleLink.customer_id == survivor.id,
                HandleLink.ended_at.is_(None),
            )
        ).scalars()
        for handle_id in list(links):
            # By the merge that had brought it there, the one before can still be parted.
            before = _merge_before(act.connection, handle_id, absorbed.id)
            link_handle(act, handle_id, absorbed.id, "unmerge", merge_id=before)
        cases = _cases_of_merge(act.connection, survivor.id, merge.id)
        self._move_cases(act, cases, absorbed.id, "customer_unmerged", {"merge": merge.id})
        act.connection.execute(update(CustomerMerge).where(CustomerMerge.id == merge.id).values(undone_at=act.at))
        write_customer(act, absorbed, {"merged_into_id": None}, "customer_unmerge")
        write_customer(act, survivor, {"is_vip": False} if takes_vip_back else {}, "customer_unmerge")
        self._customers.mark_cases(act, absorbed.id, is_vip=absorbed.is_vip)
        if takes_vip_back:
            self._customers.mark_cases(act, survivor.id, is_vip=False)

    def _move_cases(self, act: Act, case_ids: list[int], customer_id: int, verb: str, body: dict[str, object]) -> None:
        for case_id in case_ids:
            row = self._book.lock(act, case_id, None)
            self._book.write(act, row, {"customer_id": customer_id})
            act.record(case_id, verb, body)


def _handles_of(connection: Connection, customer_id: int) -> list[int]:
    return list(
        connection.execute(select(Handle.id).where(Handle.customer_id == customer_id).order_by(Handle.id)).scalars()
    )


def _cases_of_merge(connection: Connection, survivor_id: int, merge_id: int) -> list[int]:
    rows = connection.execute(
        select(Case.id, HistoryBody.body)
        .join(History, History.case_id == Case.id)
        .join(HistoryBody, HistoryBody.seq == History.seq)
        .where(Case.customer_id == survivor_id, History.verb == _MOVED)
        .order_by(Case.id)
    )
    return list(dict.fromkeys(row.id for row in rows if json.loads(row.body).get("merge") == merge_id))


def _cases_of_handle(connection: Connection, customer_id: int, handle_id: int) -> list[int]:
    """Return the customer's cases in which nobody but the handle speaks."""
    spoken = set(
        connection.execute(
            select(Mention.case_id).where(Mention.handle_id == handle_id, Mention.case_id.is_not(None))
        ).scalars()
    )
    own = connection.execute(select(Case.id).where(Case.customer_id == customer_id).order_by(Case.id)).scalars()
    found = []
    for case_id in [each for each in own if each in spoken]:
        others = select(Mention.id).where(Mention.case_id == case_id, Mention.handle_id != handle_id).limit(1)
        if connection.execute(others).first() is None:
            found.append(case_id)
    return found


def _splittable(connection: Connection, customer_id: int, handle_id: int) -> tuple[str, str, int | None]:
    """Return the handle's name, the reason of its link, and the merge that brought it."""
    own = _handles_of(connection, customer_id)
    if handle_id not in own:
        raise Invalid("handle_missing")
    if len(own) == 1:
        raise Refused("last_handle")
    name = connection.execute(select(Handle.display_name).where(Handle.id == handle_id)).scalar_one()
    link = connection.execute(
        select(HandleLink.reason, HandleLink.merge_id)
        .where(HandleLink.handle_id == handle_id, HandleLink.ended_at.is_(None))
        .order_by(HandleLink.id.desc())
        .limit(1)
    ).one_or_none()
    return name, link.reason if link else "first_case", link.merge_id if link else None


def _merge_before(connection: Connection, handle_id: int, customer_id: int) -> int | None:
    """Return the merge by which a handle had come to a customer the last time, None when it came otherwise."""
    merge_id: int | None = connection.execute(
        select(HandleLink.merge_id)
        .where(HandleLink.handle_id == handle_id, HandleLink.customer_id == customer_id)
        .order_by(HandleLink.id.desc())
        .limit(1)
    ).scalar()
    return merge_id


def _remove_new(act: Act, customer_id: int) -> None:
    """Delete the customer that a split made; one that got cases or handles meanwhile is no longer new."""
    for owned in (Case.customer_id, Handle.customer_id):
        if act.connection.execute(select(owned).where(owned == customer_id).limit(1)).first() is not None:
            raise Conflict("customer_changed")
    act.connection.execute(delete(Customer).where(Customer.id == customer_id))
    act.touch(customers=[customer_id])
