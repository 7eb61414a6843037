"""What an e-mail's own marks say beside its text: whom it answers, which case it names, whether a machine wrote it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from app.models.domain import protocol
from app.services.channels.email.own_group import group_writer, is_through_own_group
from app.services.files.mail_headers import addresses, decode_header

_HEAD_END: Final = re.compile(rb"\r?\n\r?\n|\r\r")
_FIELD: Final = re.compile(rb"^([!-9;-~]+)[ \t]*:[ \t]*(.*(?:\r?\n[ \t].*)*)", re.MULTILINE)
_LONGEST_HEAD: Final = 256 * 1024
_PROTOCOL: Final = re.compile(r"(?<!\d)(?=(\d(?:[ .\-–/]?\d){14})(?!\d))")
_LIST: Final = "list"
_BULK: Final = frozenset({"bulk", _LIST, "junk", "auto_reply"})
_MACHINE: Final = re.compile(
    r"^(?:no-?_?reply|do-?not-?reply|n[aã]o-?responda|naoresponder|mailer-daemon|postmaster|bounces?|notifications?)"
    r"(?:[-+_.@].*)?$"
)
_WANTED: Final = frozenset(
    {
        "reply-to", "list-id", "list-unsubscribe", "precedence", "auto-submitted", "x-auto-response-suppress",
        "return-path", "delivered-to", "x-original-to", "envelope-to", "x-loop", "to", "cc", "list-post",
        "x-original-from", "x-original-sender",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marks:
    """What a mail's head says. ``reply_to`` is where an answer goes when not to the sender, "" when it does.

    ``recipients`` are all that are named, besides by the servers on the way; ``to`` and ``cc`` what its writer wrote.
    ``group_writer`` (name, address) wrote to a group of ours, which may pass the mail on in its own name; else empty.
    """

    reply_to: str
    recipients: tuple[str, ...]
    to: tuple[str, ...]
    cc: tuple[str, ...]
    is_mass: bool
    group_writer: tuple[str, str] = ("", "")


def marks_of(data: bytes, own: Collection[str]) -> Marks:
    """Read the head of a mail; ``own`` are our addresses, which a mail that went round in a loop names."""
    fields = _fields(data)
    replies = [address for _name, address in addresses(fields.get("reply-to", ())) if address]
    told = [*fields.get("delivered-to", ()), *fields.get("x-original-to", ()), *fields.get("envelope-to", ())]
    named = [*told, *fields.get("to", ()), *fields.get("cc", ())]
    is_group = is_through_own_group(fields, own)
    return Marks(
        reply_to=next((each for each in replies if each not in own), ""),
        recipients=tuple(dict.fromkeys(address for _name, address in addresses(named) if address)),
        to=_named(fields, "to"),
        cc=_named(fields, "cc"),
        is_mass=_is_mass(fields, own, is_group=is_group),
        group_writer=group_writer(fields, own) if is_group else ("", ""),
    )


def is_machine(address: str) -> bool:
    """Tell from an address that nobody reads what is answered to it."""
    return bool(_MACHINE.match(address.partition("@")[0]))


def protocol_in(subject: str, recipients: Iterable[str], own: Collection[str]) -> str | None:
    """Return the protocol that a subject or a plus-address of ours names, None when there is none that could exist."""
    return next((found for text in (*_tags(recipients, own), subject) for found in protocols(text)), None)


def protocols(text: str) -> Iterator[str]:
    """Yield the protocols in a text, however they are written: together, or in groups with blanks, dots or hyphens."""
    for found in _PROTOCOL.finditer(text):
        digits = "".join(sign for sign in found[1] if sign.isdigit())
        if protocol.is_valid(digits):
            yield digits


def _tags(recipients: Iterable[str], own: Collection[str]) -> Iterator[str]:
    for each in recipients:
        local, _, domain = each.rpartition("@")
        name, plus, tag = local.partition("+")
        if plus and f"{name}@{domain}" in own:
            yield tag


def _is_mass(fields: dict[str, list[str]], own: Collection[str], *, is_group: bool) -> bool:
    submitted = _first(fields, "auto-submitted").lower()
    loops = {address for _name, address in addresses(fields.get("x-loop", ()))}
    is_list = "list-id" in fields or "list-unsubscribe" in fields
    return bool(
        (is_list and not is_group)
        or _first(fields, "precedence").lower() in (_BULK - {_LIST} if is_group else _BULK)
        or (submitted and not submitted.startswith("no"))
        or _first(fields, "return-path") == "<>"
        or loops & set(own)
    )


def _named(fields: dict[str, list[str]], name: str) -> tuple[str, ...]:
    return tuple(address for _name, address in addresses(fields.get(name, ())) if address)


def _first(fields: dict[str, list[str]], name: str) -> str:
    return decode_header(next(iter(fields.get(name, ())), "")).strip()


def _fields(data: bytes) -> dict[str, list[str]]:
    data = data[:_LONGEST_HEAD].lstrip(b"\r\n")
    end = _HEAD_END.search(data)
    found: dict[str, list[str]] = {}
    for key, value in _FIELD.findall(data[: end.start()] if end else data):
        name = key.decode("ascii").lower()
        if name in _WANTED:
            found.setdefault(name, []).append(value.decode("ascii", "surrogateescape").strip())
    return found
