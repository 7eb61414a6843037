"""Joins a mention to the case whose protocol its subject names, when its author is that case's customer."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, or_, select

from app.models.domain.vocabulary import MentionState
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Case
from app.models.schema.customers import Customer, Handle
from app.models.schema.mentions import CaseHint
from app.services.id_lists import chunks, one_of
from app.services.intake.rows import Prepared
from app.services.mention_book import NewMention

OTHER_SENDER = "other_sender"
CASE_CLOSED = "case_closed"
_MOST_MERGES = 5


def join_by_protocol(connection: Connection, prepared: Sequence[Prepared], rows: Sequence[NewMention]) -> None:
    """Put mentions (not inserted yet) into the open cases that they name; where the sender does not fit, hint at it."""
    named = [
        (each.mention.case_protocol, each, row)
        for each, row in zip(prepared, rows, strict=True)
        if each.mention.case_protocol and row.values["case_id"] is None
    ]
    if not named:
        return
    cases = _cases(connection, sorted({protocol for protocol, _each, _row in named}))
    hints = []
    for protocol, each, row in named:
        case = cases.get(protocol)
        if case is None:
            continue
        fits = fits_customer(connection, case.customer_id, each, row.values["handle_id"])
        if fits and case.is_open:
            row.values.update(state=MentionState.IN_CASE, case_id=case.id, intake_rule_id=None, state_reason=None)
        else:
            reason = CASE_CLOSED if fits else OTHER_SENDER
            hints.append({"mention_id": row.values["id"], "case_id": case.id, "reason": reason})
    if hints:
        connection.execute(insert(CaseHint), hints)


def _cases(connection: Connection, protocols: list[str]) -> dict[str, AnyRow]:
    columns = (Case.id, Case.protocol, Case.customer_id, Case.is_open, Case.merged_into_id)
    found: dict[str, AnyRow] = {}
    for part in chunks(protocols):
        for row in connection.execute(select(*columns).where(one_of(connection, Case.protocol, part))):
            survivor = row
            for _step in range(_MOST_MERGES):
                if survivor.merged_into_id is None:
                    break
                survivor = connection.execute(select(*columns).where(Case.id == survivor.merged_into_id)).one()
            found[row.protocol] = survivor
    return found


def fits_customer(connection: Connection, customer_id: int, each: Prepared, handle_id: int | None) -> bool:
    """Tell whether an author is a case's customer: by the handle, or by an address that is the customer's."""
    mention = each.mention
    addresses = {value.casefold() for value in (mention.email, mention.author_key) if value and "@" in value[1:]}
    mine = [Handle.id == handle_id] if handle_id is not None else []
    if addresses:
        mine.append(Handle.handle_key.in_(sorted(addresses)))
    if (
        mine
        and connection.execute(select(Handle.id).where(Handle.customer_id == customer_id, or_(*mine)).limit(1)).first()
    ):
        return True
    email = connection.execute(select(Customer.email).where(Customer.id == customer_id)).scalar_one_or_none()
    return email is not None and email.casefold() in addresses
