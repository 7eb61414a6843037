"""The customers' screen: finds, shows and edits customers, and lists all that they said and were answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, select, update

from app.models.domain import protocol
from app.models.domain.case_detail import NextStepInfo
from app.models.domain.customer_card import CustomerCard, CustomerRow, TrailEntry
from app.models.domain.inbox import Cursor, Page
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import OPEN_STATES, AxisKey
from app.models.domain.words import clean_text, fold
from app.models.queries.case_customer import brief_of, cases_of
from app.models.queries.customers import (
    by_ids,
    customer_row,
    found_ids,
    handles,
    link_suggestions,
    mentions_of,
    merges,
    names_page,
    page_of,
    rows_of,
    search_statements,
    survivor_of,
)
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Case
from app.models.schema.classification import Axis, Node
from app.models.schema.customers import Customer
from app.services.acts import Act, Done, Undo
from app.services.case_book import CaseBook
from app.services.case_desk import CaseDesk, Step
from app.services.case_reader import CaseReader
from app.services.customer_book import (
    checked_values,
    clean_document,
    clean_email,
    clean_phone,
    document_hash,
    ensure_document_key,
)
from app.services.database import Database
from app.services.errors import Conflict, Invalid
from app.services.rights import require

PAGE = 50
_TRAIL_PAGE = 30
_MOST_CASES = 50
_SHORTEST_PHONE = 8
_MOST_STEPS = 10
_AXIS_COLUMNS = {AxisKey.PROFILE.value: "profile_node_id", AxisKey.PERSONA.value: "persona_node_id"}


@dataclass(frozen=True, slots=True)
class CustomerEdit:
    """What a person may change of a customer; texts as typed."""

    name: str
    email: str | None = None
    phone: str | None = None
    document: str | None = None
    place: str | None = None
    notes: str | None = None


class CustomerService:
    """Lists, cards, edits and trails of customers."""

    def __init__(self, *, database: Database, book: CaseBook, desk: CaseDesk, reader: CaseReader) -> None:
        self._database = database
        self._book = book
        self._desk = desk
        self._reader = reader

    def page(self, *, typed: str = "", after: Cursor | None = None, limit: int = PAGE) -> Page[CustomerRow]:
        """Return customers by name, or those that a typed name, handle, e-mail, phone, CPF/CNPJ or protocol finds.

        A search is one page of at most ``limit``.
        """
        with self._database.read() as connection:
            if typed.strip():
                found = by_ids(connection, found_ids(connection, _statements(connection, typed), limit))
                return page_of(rows_of(connection, found), None)
            start = None
            if after is not None:
                last = customer_row(connection, after.id)
                start = (last.folded_name, last.id) if last is not None else None
            rows = names_page(connection, after=start, limit=limit + 1)
            return page_of(rows_of(connection, rows[:limit]), rows[limit - 1] if len(rows) > limit else None)

    def card(self, customer_id: int) -> CustomerCard:
        """Return everything the customer's page shows; a merged customer's id shows the survivor.

        Raises:
            Invalid: ``customer_missing``.
        """
        with self._database.read() as connection:
            row = customer_row(connection, survivor_of(connection, customer_id))
            if row is None:
                raise Invalid("customer_missing")
            return _card(connection, row)

    def next_steps(self, customer_id: int) -> dict[int, NextStepInfo]:
        """Return what is due on the customer's open cases, by their ids; of very many the newest alone."""
        with self._database.read() as connection:
            cases = cases_of(connection, survivor_of(connection, customer_id), limit=_MOST_CASES)
        return self._reader.next_steps([each.id for each in cases if each.state in OPEN_STATES][:_MOST_STEPS])

    def trail(self, customer_id: int, cursor: int | None = None, limit: int = _TRAIL_PAGE) -> tuple[TrailEntry, ...]:
        """Return cases and loose mentions by time, newest first, those before ``cursor`` (the last entry's id)."""
        with self._database.read() as connection:
            return _trail(connection, survivor_of(connection, customer_id), cursor, limit)

    def edit(self, actor: Actor, customer_id: int, edit: CustomerEdit, *, expected_version: int) -> Done[CustomerCard]:
        """Change a customer's data.

        Raises:
            Invalid: ``document_invalid``, ``phone_invalid``, ``email_invalid``, ``customer_missing``.
            Conflict: ``customer_changed``. Refused: ``not_allowed``.
        """
        given = {each.name: getattr(edit, each.name) for each in fields(edit)}
        for name in ("place", "notes"):
            given[name] = clean_text(given[name]).strip() or None if given[name] else None

        def values_of(act: Act) -> dict[str, Any]:
            ensure_document_key(act.connection)
            return checked_values(act.connection, given)

        return self._write(actor, customer_id, expected_version, "customer_edited", values_of=values_of)

    def set_vip(self, actor: Actor, customer_id: int, *, expected_version: int, is_vip: bool) -> Done[CustomerCard]:
        """Mark (or unmark) a VIP; the open cases get the mark and its deadlines. Raises as ``edit``."""

        def and_cases(act: Act, values: dict[str, Any]) -> None:
            self.mark_cases(act, customer_id, is_vip=values["is_vip"])

        return self._write(
            actor,
            customer_id,
            expected_version,
            "customer_vip",
            values_of=lambda _act: {"is_vip": is_vip},
            also=and_cases,
        )

    def mark_cases(self, act: Act, customer_id: int, *, is_vip: bool) -> None:
        """Give a customer's open cases the mark and its deadlines inside an act; who has it stays as it is."""
        ids = act.connection.execute(
            select(Case.id).where(Case.customer_id == customer_id, Case.is_open).order_by(Case.id)
        ).scalars()
        for case_id in list(ids):
            row = self._book.lock(act, case_id, None)
            if row.is_vip != is_vip:
                self._desk.write(act, row, {"is_vip": is_vip}, Step(recompute=True))

    def classify(
        self, actor: Actor, customer_id: int, axis_key: str, node_id: int | None, *, expected_version: int
    ) -> Done[CustomerCard]:
        """Set (None: clear) the customer's profile or persona; open cases keep theirs. Raises as ``edit``.

        Raises:
            Invalid: ``axis_unknown``, ``node_unknown`` (also retired or merged ones).
        """
        column = _AXIS_COLUMNS.get(axis_key)
        if column is None:
            raise Invalid("axis_unknown")

        def values_of(act: Act) -> dict[str, Any]:
            if node_id is not None:
                _check_node(act.connection, axis_key, node_id)
            return {column: node_id}

        return self._write(actor, customer_id, expected_version, "customer_classified", values_of=values_of)

    def _write(
        self,
        actor: Actor,
        customer_id: int,
        expected_version: int,
        verb: str,
        *,
        values_of: Callable[[Act], dict[str, Any]],
        also: Callable[[Act, dict[str, Any]], None] | None = None,
    ) -> Done[CustomerCard]:
        require(actor, Right.WORK_CASES)

        def once(act: Act) -> tuple[dict[str, Any], dict[str, Any]]:
            row = lock_customer(act, customer_id, expected_version)
            values = values_of(act)
            write_customer(act, row, values, verb)
            if also is not None:
                also(act, values)
            return values, {name: getattr(row, name) for name in values}

        (written, before), changes = self._database.act(once, actor=actor)

        def revert() -> Done[CustomerCard]:
            def undo(act: Act) -> None:
                # Not by version: taking back later acts has raised it, and these values may still stand.
                row = lock_customer(act, customer_id, None)
                if any(getattr(row, name) != value for name, value in written.items()):
                    raise Conflict("customer_changed", version=row.version)
                write_customer(act, row, before, "undo")
                if also is not None:
                    also(act, before)

            _, undone = self._database.act(undo, actor=actor)
            return Done(self.card(customer_id), undone)

        return Done(self.card(customer_id), changes, Undo(verb, 1, revert))


def lock_customer(act: Act, customer_id: int, expected_version: int | None) -> AnyRow:
    """Return a customer's row, kept from others until the act ends.

    Raises:
        Invalid: ``customer_missing``. Conflict: ``customer_changed``.
    """
    row = customer_row(act.connection, customer_id, lock=True)
    if row is None:
        raise Invalid("customer_missing")
    if expected_version is not None and row.version != expected_version:
        raise Conflict("customer_changed", version=row.version)
    return row


def write_customer(act: Act, row: AnyRow, values: dict[str, Any], verb: str) -> None:
    """Change a locked customer, with its version and a history row that names columns, never their content."""
    act.connection.execute(update(Customer).where(Customer.id == row.id).values(**values, version=row.version + 1))
    act.record(None, verb, {"customer": row.id, "fields": sorted(values)})
    cases = act.connection.execute(
        select(Case.id).where(Case.customer_id == row.id).order_by(Case.id.desc()).limit(_MOST_CASES)
    ).scalars()
    act.touch(customers=[row.id], cases=list(cases))


def _check_node(connection: Connection, axis_key: str, node_id: int) -> None:
    offered = (Node.id == node_id, Axis.key == axis_key, Node.retired_at.is_(None), Node.merged_into_id.is_(None))
    if connection.execute(select(Node.id).join(Axis, Axis.id == Node.axis_id).where(*offered)).first() is None:
        raise Invalid("node_unknown")


def _statements(connection: Connection, typed: str) -> list[Any]:
    return search_statements(
        fold(typed).strip(),
        email=_or_none(clean_email, typed),
        phone=_or_none(clean_phone, typed) if sum(sign.isdigit() for sign in typed) >= _SHORTEST_PHONE else None,
        document_hash=_document(connection, typed),
        protocol=protocol.parse(typed),
    )


def _or_none(clean: Callable[[str], str], typed: str) -> str | None:
    try:
        return clean(typed)
    except Invalid:
        return None


def _document(connection: Connection, typed: str) -> bytes | None:
    document = _or_none(clean_document, typed)
    return None if document is None else document_hash(connection, document)


def _card(connection: Connection, row: AnyRow) -> CustomerCard:
    return CustomerCard(
        id=row.id,
        name=row.name,
        email=row.email,
        phone=row.phone,
        document=row.document,
        place=row.place,
        notes=row.notes,
        is_vip=row.is_vip,
        profile_node_id=row.profile_node_id,
        persona_node_id=row.persona_node_id,
        created_at=row.created_at,
        handles=handles(connection, row.id),
        suggestions=link_suggestions(connection, row),
        merges=merges(connection, row.id),
        cases=tuple(brief_of(each) for each in cases_of(connection, row.id, limit=_MOST_CASES)),
        trail=_trail(connection, row.id, None, _TRAIL_PAGE),
        version=row.version,
    )


def _trail(connection: Connection, customer_id: int, cursor: int | None, limit: int) -> tuple[TrailEntry, ...]:
    # Ids of cases and of mentions both begin with the second: one keyset runs through both.
    handle_ids = [each.id for each in handles(connection, customer_id)]
    mentions = mentions_of(connection, handle_ids, before=cursor, limit=limit)
    entries = [
        TrailEntry("mention", row.id, row.posted_at, row.channel_key, row.name, row.text, None) for row in mentions
    ]
    entries += [
        TrailEntry("case", row.id, row.opened_at, row.channel_key, row.channel_name, row.title, brief_of(row))
        for row in cases_of(connection, customer_id, before=cursor, limit=limit)
    ]
    entries.sort(key=lambda entry: (entry.id, entry.kind), reverse=True)
    return tuple(entries[:limit])
