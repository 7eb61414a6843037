"""Makes customers and links handles to them inside an act; checks documents, phones and addresses as typed."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import phonenumbers
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from validate_docbr import CNPJ, CPF

from app.models.domain.words import clean_text, fold
from app.models.queries.customers import customer_row, survivor_of
from app.models.schema.customers import Customer, Handle, HandleLink
from app.models.schema.settings import BusinessSetting
from app.services.acts import Act
from app.services.errors import Invalid

DOCUMENT_KEY_SETTING = "document_key"
_KEY_BYTES = 32
_CPF_LENGTH = 11
_COUNTRY = "BR"
_EMAIL = re.compile(r"^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$")
_NAME_LIMIT = 200
_EMAIL_LIMIT = 320
# One sign may fold to eighteen, and an index holds 2,700 bytes.
_FOLDED_LIMIT = 400


@dataclass(frozen=True, slots=True)
class NewCustomer:
    """What is known of a customer at first; texts as typed, checked and tidied by ``checked_values``."""

    name: str
    email: str | None = None
    phone: str | None = None
    document: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """A link made in an act, so that its undo can remove it."""

    handle_id: int
    customer_before: int | None


def clean_document(text: str) -> str:
    """Return CPF or CNPJ (also alphanumeric) as bare signs.

    Raises:
        Invalid: ``document_invalid``.
    """
    plain = re.sub(r"[\s./-]", "", text).upper()
    is_right = CPF().validate(plain) if len(plain) == _CPF_LENGTH else bool(plain) and CNPJ().validate(plain)
    if not is_right:
        raise Invalid("document_invalid")
    return plain


def clean_phone(text: str) -> str:
    """Return a phone in E.164 (``+5511987654321``); without country code it is Brazilian.

    Raises:
        Invalid: ``phone_invalid``.
    """
    try:
        number = phonenumbers.parse(text, _COUNTRY)
    except phonenumbers.NumberParseException as error:
        raise Invalid("phone_invalid") from error
    if not phonenumbers.is_valid_number(number):
        raise Invalid("phone_invalid")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def clean_email(text: str) -> str:
    """Return an e-mail address in lower case.

    Raises:
        Invalid: ``email_invalid``.
    """
    tidy = clean_text(text).strip().casefold()
    if len(tidy) > _EMAIL_LIMIT or not _EMAIL.match(tidy):
        raise Invalid("email_invalid")
    return tidy


def clean_name(text: str) -> str:
    """Return a name fit to store; an unknown person's is empty."""
    return " ".join(clean_text(text).split())[:_NAME_LIMIT]


def checked_values(connection: Connection, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return customer columns from typed texts; empty text counts as None.

    Raises:
        Invalid: ``document_invalid``, ``phone_invalid``, ``email_invalid``.
    """
    values = dict(given)
    for name, clean in (("email", clean_email), ("phone", clean_phone), ("document", clean_document)):
        if name in values:
            values[name] = clean(values[name]) if values[name] else None
    if "document" in values:
        document = values["document"]
        values["document_hash"] = None if document is None else document_hash(connection, document)
    if "name" in values:
        values["name"] = clean_name(values["name"])
        values["folded_name"] = fold(values["name"])[:_FOLDED_LIMIT]
    return values


def document_hash(connection: Connection, document: str) -> bytes:
    """Return HMAC-SHA256 of a document under this database's own key (32 bytes), by which it is found."""
    key = _document_key(connection)
    return hmac.new(bytes.fromhex(key or ""), document.encode(), hashlib.sha256).digest()


def ensure_document_key(connection: Connection) -> None:
    """Give the database its key for documents where it has none."""
    if _document_key(connection) is None:
        module = postgresql if connection.dialect.name == "postgresql" else sqlite
        fresh = secrets.token_hex(_KEY_BYTES)
        statement = module.insert(BusinessSetting).values(key=DOCUMENT_KEY_SETTING, value=fresh, version=1)
        connection.execute(statement.on_conflict_do_nothing())


def make_customer(act: Act, new: NewCustomer) -> int:
    """Insert a customer and return the id. Raises Invalid as ``checked_values``."""
    ensure_document_key(act.connection)
    given = {"name": new.name, "email": new.email, "phone": new.phone, "document": new.document, "place": new.place}
    values = checked_values(act.connection, given) | {"created_at": act.at}
    customer_id = act.connection.execute(insert(Customer).values(values).returning(Customer.id)).scalar_one()
    act.touch(customers=[customer_id])
    return int(customer_id)


def complete_customer(act: Act, customer_id: int, new: NewCustomer) -> None:
    """Add what was typed of a customer known before, where nothing stands yet. Raises Invalid as ``checked_values``."""
    typed = {"email": new.email, "phone": new.phone, "document": new.document, "place": new.place}
    known = customer_row(act.connection, customer_id, lock=True)
    blank = {name: value for name, value in typed.items() if value and known is not None and not getattr(known, name)}
    if known is None or not blank:
        return
    ensure_document_key(act.connection)
    values = checked_values(act.connection, blank)
    act.connection.execute(
        update(Customer).where(Customer.id == customer_id).values(**values, version=known.version + 1)
    )
    act.record(None, "customer_edited", {"customer": customer_id, "fields": sorted(blank)})
    act.touch(customers=[customer_id])


def link_handle(act: Act, handle_id: int, customer_id: int, reason: str, *, merge_id: int | None = None) -> None:
    """Make a handle the customer's own, ending any earlier link."""
    act.connection.execute(
        update(HandleLink)
        .where(HandleLink.handle_id == handle_id, HandleLink.ended_at.is_(None))
        .values(ended_at=act.at)
    )
    act.connection.execute(
        insert(HandleLink),
        [
            {
                "handle_id": handle_id,
                "customer_id": customer_id,
                "reason": reason,
                "actor_id": act.actor.person_id,
                "linked_at": act.at,
                "ended_at": None,
                "merge_id": merge_id,
            }
        ],
    )
    act.connection.execute(update(Handle).where(Handle.id == handle_id).values(customer_id=customer_id))
    act.touch(customers=[customer_id])


def unlink_handle(act: Act, handle_id: int) -> None:
    """Take back a first link: the handle is nobody's again."""
    act.connection.execute(
        update(HandleLink)
        .where(HandleLink.handle_id == handle_id, HandleLink.ended_at.is_(None))
        .values(ended_at=act.at)
    )
    act.connection.execute(update(Handle).where(Handle.id == handle_id).values(customer_id=None))


def customer_of_handle(act: Act, handle_id: int) -> int:
    """Return the customer of a handle; a handle without one gets a customer under its own name."""
    row = act.connection.execute(
        select(Handle.customer_id, Handle.display_name).where(Handle.id == handle_id).with_for_update()
    ).one()
    if row.customer_id is not None:
        return survivor_of(act.connection, row.customer_id)
    customer_id = make_customer(act, NewCustomer(row.display_name))
    link_handle(act, handle_id, customer_id, "first_case")
    return customer_id


def handle_for(act: Act, channel_id: int, handle_key: str, display_name: str) -> int:
    """Return the handle of an author on a channel, making it where it is new."""
    module = postgresql if act.connection.dialect.name == "postgresql" else sqlite
    name = clean_name(display_name)
    statement = module.insert(Handle).values(
        channel_id=channel_id, handle_key=handle_key, display_name=name, folded_name=fold(name)[:_FOLDED_LIMIT]
    )
    act.connection.execute(statement.on_conflict_do_nothing(index_elements=["channel_id", "handle_key"]))
    found = act.connection.execute(
        select(Handle.id).where(Handle.channel_id == channel_id, Handle.handle_key == handle_key)
    ).scalar_one()
    return int(found)


def _document_key(connection: Connection) -> str | None:
    key = connection.execute(
        select(BusinessSetting.value).where(BusinessSetting.key == DOCUMENT_KEY_SETTING)
    ).scalar_one_or_none()
    return key if isinstance(key, str) else None
