"""What a mail account's form says, read once and forgiving, so that the rest of the adapter deals in plain values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.services.channels.email.kind import OAUTH, OTHER, PASSWORD, PLAIN, PRESETS, STARTTLS, TLS, Preset

if TYPE_CHECKING:
    from app.services.channels.base import Account

INBOX: Final = "INBOX"
_FIRST_DAYS: Final = 30
_MOST_DAYS: Final = 36_500
_HIGHEST_PORT: Final = 65_535
_YES: Final = frozenset({"1", "true", "yes", "on", "sim"})
_BETWEEN: Final = re.compile(r"[,;\n]")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server: ``security`` is ``tls``, ``starttls`` or ``none``; ``user`` and ``secret`` name the sign-in."""

    host: str
    port: int
    security: str
    user: str
    secret: str


@dataclass(frozen=True, slots=True)
class MailForm:
    """The account as its form was filled in; addresses in lower case.

    ``own_addresses`` are all from which mail is ours. ``is_sent_sure``: what was sent can surely be found again,
    because the provider keeps a copy itself or one goes to our own mailbox. ``needs_copy``: by the latter alone.
    """

    address: str
    own_addresses: frozenset[str]
    from_name: str
    imap: Endpoint
    smtp: Endpoint
    uses_oauth: bool
    folders: tuple[str, ...]
    sent_folder: str
    keeps_sent: bool
    copies_self: bool
    has_plus_address: bool
    is_sent_sure: bool
    needs_copy: bool
    first_days: int

    @property
    def domain(self) -> str:
        """The part of our address after the @, which our Message-IDs end with."""
        return self.address.rpartition("@")[2]


def read_form(account: Account) -> MailForm:
    """Read the account's options; what is missing falls back to the provider's values, then to the usual ones."""
    options = {key: _text(value) for key, value in account.options.items()}
    preset = PRESETS.get(options.get("provider", OTHER))
    address = options.get("address", "").lower()
    user = options.get("user") or address
    saves_sent = bool(preset and preset.saves_sent)
    copies_self = _is_yes(options.get("copy_to_self"))
    return MailForm(
        address=address,
        own_addresses=frozenset({address, *(each.lower() for each in _several(options.get("other_addresses")))} - {""}),
        from_name=options.get("from_name", ""),
        imap=_imap(options, preset, user),
        smtp=_smtp(options, preset, user),
        uses_oauth=options.get("sign_in", PASSWORD) == OAUTH,
        folders=_several(options.get("folders")) or (INBOX,),
        sent_folder=options.get("sent_folder", ""),
        keeps_sent=_is_yes(options.get("keep_sent")) and not saves_sent,
        copies_self=copies_self,
        has_plus_address=_is_yes(options.get("plus_address")),
        is_sent_sure=saves_sent or copies_self,
        needs_copy=copies_self and not saves_sent,
        first_days=_number(options.get("first_days"), _FIRST_DAYS, _MOST_DAYS),
    )


def _imap(options: dict[str, str], preset: Preset | None, user: str) -> Endpoint:
    if preset:
        return Endpoint(preset.imap_host, preset.imap_port, preset.imap_security, user, "password")
    security = _security(options.get("imap_security"))
    port = _number(options.get("imap_port"), 993 if security == TLS else 143, _HIGHEST_PORT)
    return Endpoint(options.get("imap_host", ""), port, security, user, "password")


def _smtp(options: dict[str, str], preset: Preset | None, user: str) -> Endpoint:
    if preset:
        return Endpoint(preset.smtp_host, preset.smtp_port, preset.smtp_security, user, "password")
    security = _security(options.get("smtp_security"))
    port = _number(options.get("smtp_port"), 465 if security == TLS else 587, _HIGHEST_PORT)
    host = options.get("smtp_host") or options.get("imap_host", "")
    own = options.get("smtp_user", "")
    return Endpoint(host, port, security, own or user, "smtp_password" if own else "password")


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _is_yes(value: str | None) -> bool:
    return (value or "").lower() in _YES


def _several(value: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.strip() for each in _BETWEEN.split(value or "") if each.strip()))


def _number(value: str | None, default: int, most: int) -> int:
    text = (value or "").lstrip("0")[: len(str(most)) + 1]
    return int(text) if text.isascii() and text.isdigit() and int(text) <= most else default


def _security(value: str | None) -> str:
    return value if value in {TLS, STARTTLS, PLAIN} else TLS
