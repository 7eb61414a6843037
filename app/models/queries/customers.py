"""Finds customers and who else they might be; every statement by an index, since every case screen asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, func, or_, select

from app.models.domain.customer_card import CustomerRow, HandleInfo, LinkSuggestion, MergeInfo
from app.models.domain.inbox import Cursor, Page
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Case
from app.models.schema.channels import Channel
from app.models.schema.customers import Customer, CustomerMerge, Handle, HandleLink, LinkRejection
from app.models.schema.mentions import Mention

_MOST_SUGGESTED = 10
_MOST_NAMESAKES = 50
# Built once: every case screen asks for them, and building costs more than asking.
_LIVING = select(Customer.id).where(Customer.merged_into_id.is_(None)).order_by(Customer.id).limit(bindparam("size"))
_SAME = {
    "same_email": _LIVING.where(Customer.email == bindparam("value")),
    "same_document": _LIVING.where(Customer.document_hash == bindparam("value")),
    "same_phone": _LIVING.where(Customer.phone == bindparam("value")),
    "same_name_place": _LIVING.where(Customer.folded_name == bindparam("value"), Customer.place == bindparam("place")),
}


def customer_row(connection: Connection, customer_id: int, *, lock: bool = False) -> AnyRow | None:
    """Return every column of a customer."""
    statement = select(*Customer.__table__.c).where(Customer.id == customer_id)
    return connection.execute(statement.with_for_update() if lock else statement).one_or_none()


def survivor_of(connection: Connection, customer_id: int) -> int:
    """Follow merges to the customer that stands for this one today."""
    current = customer_id
    while True:
        target = connection.execute(select(Customer.merged_into_id).where(Customer.id == current)).scalar_one_or_none()
        if target is None:
            return current
        current = target


def names_page(connection: Connection, *, after: tuple[str, int] | None, limit: int) -> list[AnyRow]:
    """Return customers by folded name (keyset)."""
    statement = (
        select(Customer.id, Customer.name, Customer.folded_name, Customer.is_vip)
        .where(Customer.merged_into_id.is_(None))
        .order_by(Customer.folded_name, Customer.id)
        .limit(limit)
    )
    if after is not None:
        name, last_id = after
        # Both engines take the first term from the index; the second settles namesakes.
        statement = statement.where(
            Customer.folded_name >= name, or_(Customer.folded_name > name, Customer.id > last_id)
        )
    return list(connection.execute(statement))


def found_ids(connection: Connection, statements: list[Select[Any]], limit: int) -> list[int]:
    """Return the customer ids that some statements find, each at most once, in the order found."""
    found: dict[int, None] = {}
    for statement in statements:
        for row in connection.execute(statement.limit(limit)):
            if row[0] is not None:
                found.setdefault(survivor_of(connection, row[0]), None)
    return list(found)[:limit]


def search_statements(
    folded: str, *, email: str | None, phone: str | None, document_hash: bytes | None, protocol: str | None
) -> list[Select[Any]]:
    """Return the statements that a typed text asks for: exact keys first, then names and handles that begin with it."""
    statements: list[Select[Any]] = []
    if document_hash is not None:
        statements.append(select(Customer.id).where(Customer.document_hash == document_hash))
    if protocol is not None:
        statements.append(select(Case.customer_id).where(Case.protocol == protocol))
    if email is not None:
        statements.append(select(Customer.id).where(Customer.email == email))
    if phone is not None:
        statements.append(select(Customer.id).where(Customer.phone == phone))
    if folded:
        end = folded + "\U0010ffff"
        statements += [
            select(Customer.id)
            .where(Customer.folded_name >= folded, Customer.folded_name < end)
            .order_by(Customer.folded_name, Customer.id),
            select(Handle.customer_id)
            .where(Handle.folded_name >= folded, Handle.folded_name < end, Handle.customer_id.is_not(None))
            .order_by(Handle.folded_name, Handle.id),
        ]
    return statements


def rows_of(connection: Connection, customers: list[AnyRow]) -> tuple[CustomerRow, ...]:
    """Complete the rows of the list: handles, open cases, the last case's time."""
    ids = [row.id for row in customers]
    handles = _handles_of(connection, ids)
    counted = connection.execute(
        select(Case.customer_id, func.count()).where(Case.customer_id.in_(ids), Case.is_open).group_by(Case.customer_id)
    )
    latest = connection.execute(
        select(Case.customer_id, func.max(Case.opened_at)).where(Case.customer_id.in_(ids)).group_by(Case.customer_id)
    )
    open_cases = {row[0]: row[1] for row in counted}
    last = {row[0]: row[1] for row in latest}
    return tuple(
        CustomerRow(row.id, row.name, handles.get(row.id, ""), row.is_vip, open_cases.get(row.id, 0), last.get(row.id))
        for row in customers
    )


def by_ids(connection: Connection, ids: list[int]) -> list[AnyRow]:
    """Return list rows in the order of ``ids``."""
    found = {
        row.id: row
        for row in connection.execute(
            select(Customer.id, Customer.name, Customer.folded_name, Customer.is_vip).where(Customer.id.in_(ids))
        )
    }
    return [found[each] for each in ids if each in found]


def _handles_of(connection: Connection, ids: list[int]) -> dict[int, str]:
    rows = connection.execute(
        select(Handle.customer_id, Handle.display_name, Channel.short_name)
        .join(Channel, Channel.id == Handle.channel_id)
        .where(Handle.customer_id.in_(ids))
        .order_by(Handle.id)
    )
    found: dict[int, list[str]] = {}
    for row in rows:
        if row.customer_id is not None:
            found.setdefault(row.customer_id, []).append(f"{row.short_name} {row.display_name}")
    return {customer_id: ", ".join(names[:5]) for customer_id, names in found.items()}


def handles(connection: Connection, customer_id: int) -> tuple[HandleInfo, ...]:
    """Return the handles of a customer with the reason of each link."""
    rows = connection.execute(
        select(
            Handle.id,
            Channel.key,
            Channel.name,
            Handle.handle_key,
            Handle.display_name,
            HandleLink.reason,
            HandleLink.linked_at,
        )
        .join(Channel, Channel.id == Handle.channel_id)
        .join(HandleLink, and_(HandleLink.handle_id == Handle.id, HandleLink.ended_at.is_(None)))
        .where(Handle.customer_id == customer_id)
        .order_by(Handle.id)
    ).all()
    return tuple(HandleInfo(*row, can_split=len(rows) > 1) for row in rows)


def merges(connection: Connection, customer_id: int) -> tuple[MergeInfo, ...]:
    """Return the merges into a customer that can be undone, the latest first."""
    rows = connection.execute(
        select(CustomerMerge.id, Customer.name, CustomerMerge.reason, CustomerMerge.merged_at)
        .join(Customer, Customer.id == CustomerMerge.absorbed_id)
        .where(CustomerMerge.survivor_id == customer_id, CustomerMerge.undone_at.is_(None))
        .order_by(CustomerMerge.id.desc())
    )
    return tuple(MergeInfo(*row) for row in rows)


def link_candidates(connection: Connection, customer: AnyRow, *, limit: int) -> dict[int, list[str]]:
    """Return, by customer id, why somebody else may be the same person; rejected pairs are left out."""
    found: dict[int, list[str]] = {}
    for reason, statement, values in _same_as(customer):
        for other_id in connection.execute(statement, {**values, "size": limit + 1}).scalars():
            if other_id != customer.id:
                found.setdefault(other_id, []).append(reason)
    if found:
        for pair in connection.execute(
            select(LinkRejection.customer_a_id, LinkRejection.customer_b_id).where(
                or_(
                    and_(LinkRejection.customer_a_id == customer.id, LinkRejection.customer_b_id.in_(found)),
                    and_(LinkRejection.customer_b_id == customer.id, LinkRejection.customer_a_id.in_(found)),
                )
            )
        ):
            found.pop(pair[0] if pair[1] == customer.id else pair[1], None)
    return dict(list(found.items())[:limit])


def _same_as(customer: AnyRow) -> Iterator[tuple[str, Select[Any], dict[str, Any]]]:
    """Yield why, by which statement and with which values somebody may be the same person."""
    for reason, value in (
        ("same_email", customer.email),
        ("same_document", customer.document_hash),
        ("same_phone", customer.phone),
    ):
        if value:
            yield reason, _SAME[reason], {"value": value}
    if customer.place and " " in customer.folded_name:
        # A single word ("maria") with a place is no reason; namesakes are few per name and place.
        reason = "same_name_place"
        yield reason, _SAME[reason], {"value": customer.folded_name, "place": customer.place}


def has_link_suggestions(connection: Connection, customer: AnyRow) -> bool:
    """Tell whether somebody else may be the same person."""
    return bool(link_candidates(connection, customer, limit=1))


def link_suggestions(connection: Connection, customer: AnyRow) -> tuple[LinkSuggestion, ...]:
    """Return who else may be the same person, with the reasons."""
    candidates = link_candidates(connection, customer, limit=_MOST_SUGGESTED)
    rows = by_ids(connection, list(candidates))
    names = _handles_of(connection, list(candidates))
    return tuple(LinkSuggestion(row.id, row.name, names.get(row.id, ""), tuple(candidates[row.id])) for row in rows)


def mentions_of(connection: Connection, handle_ids: list[int], *, before: int | None, limit: int) -> list[AnyRow]:
    """Return the newest mentions of some handles, before an id (keyset by time)."""
    rows: list[AnyRow] = []
    for handle_id in handle_ids:
        statement = (
            select(Mention.id, Mention.posted_at, Mention.text, Channel.key.label("channel_key"), Channel.name)
            .join(Channel, Channel.id == Mention.channel_id)
            .where(Mention.handle_id == handle_id, Mention.case_id.is_(None))
            .order_by(Mention.id.desc())
            .limit(limit)
        )
        if before is not None:
            statement = statement.where(Mention.id < before)
        rows += connection.execute(statement).all()
    return sorted(rows, key=lambda row: row.id, reverse=True)[:limit]


def page_of(rows: tuple[CustomerRow, ...], last: AnyRow | None) -> Page[CustomerRow]:
    """Return a page whose cursor names the last customer shown."""
    return Page(rows, Cursor(0, last.id) if last is not None else None)
