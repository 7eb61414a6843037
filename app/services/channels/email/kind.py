"""E-mail as data: the account's form, the providers whose servers are known, how each signs in with a browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from app.models.domain.channel_kind import (
    Ability,
    AbilityNote,
    AccountField,
    ChannelKind,
    FieldKind,
    Grade,
    OAuthPlan,
    ReplyLimits,
)

TLS, STARTTLS, PLAIN = "tls", "starttls", "none"
OTHER: Final = "other"
PASSWORD, OAUTH = "password", "oauth"
_MIB: Final = 1024 * 1024
_LONGEST_TEXT: Final = 500_000
_MOST_FILE_BYTES: Final = 18 * _MIB
"""Providers take mails of 20 to 25 MB; base64 adds a third."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A provider's servers. ``saves_sent``: whatever is sent lies in its sent folder without our doing."""

    imap_host: str
    smtp_host: str
    smtp_port: int = 465
    smtp_security: str = TLS
    imap_port: int = 993
    imap_security: str = TLS
    saves_sent: bool = False


PRESETS: Final[dict[str, Preset]] = {
    "gmail": Preset("imap.gmail.com", "smtp.gmail.com", saves_sent=True),
    "microsoft365": Preset("outlook.office365.com", "smtp.office365.com", 587, STARTTLS, saves_sent=True),
    "outlook": Preset("outlook.office365.com", "smtp-mail.outlook.com", 587, STARTTLS, saves_sent=True),
    "yahoo": Preset("imap.mail.yahoo.com", "smtp.mail.yahoo.com"),
    "icloud": Preset("imap.mail.me.com", "smtp.mail.me.com", 587, STARTTLS),
    "zoho": Preset("imap.zoho.com", "smtp.zoho.com"),
    "uol": Preset("imap.uol.com.br", "smtps.uol.com.br", 587, STARTTLS),
    "locaweb": Preset("email-ssl.com.br", "email-ssl.com.br"),
    "hostinger": Preset("imap.hostinger.com", "smtp.hostinger.com"),
}

_GOOGLE: Final = OAuthPlan(
    authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
    token_url="https://oauth2.googleapis.com/token",  # noqa: S106 - an address
    scopes=("https://mail.google.com/",),
    client_secret_field="client_secret",  # noqa: S106 - the name of a field
    extra=(("access_type", "offline"), ("prompt", "consent")),
)
_MICROSOFT: Final = OAuthPlan(
    authorize_url="https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize",
    token_url="https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",  # noqa: S106 - an address
    scopes=(
        "https://outlook.office.com/IMAP.AccessAsUser.All",
        "https://outlook.office.com/SMTP.Send",
        "offline_access",
    ),
    host="localhost",  # the form of their portal takes http for this name only
)
OAUTH_PLANS: Final[dict[str, OAuthPlan]] = {"gmail": _GOOGLE, "microsoft365": _MICROSOFT, "outlook": _MICROSOFT}
"""By the form's ``provider``; the other providers know passwords only."""


def plan_of(options: Mapping[str, Any]) -> OAuthPlan | None:
    """Return the browser sign-in that a form chooses, None for a password."""
    return OAUTH_PLANS.get(str(options.get("provider"))) if options.get("sign_in") == OAUTH else None


def _advanced(key: str, kind: FieldKind = FieldKind.TEXT, default: str = "", *choices: str) -> AccountField:
    return AccountField(key, kind, is_required=False, default=default, choices=choices, is_advanced=True)


_SECURITY: Final = (TLS, STARTTLS, PLAIN)
_FIELDS: Final = (
    AccountField("provider", FieldKind.CHOICE, default=OTHER, choices=(*PRESETS, OTHER)),
    AccountField("address"),
    AccountField("from_name", is_required=False),
    AccountField("sign_in", FieldKind.CHOICE, default=PASSWORD, choices=(PASSWORD, OAUTH)),
    AccountField("password", FieldKind.SECRET, is_required=False),
    AccountField("client_id", is_required=False),
    AccountField("client_secret", FieldKind.SECRET, is_required=False),
    AccountField("imap_host", is_required=False),
    AccountField("smtp_host", is_required=False),
    AccountField("folders", is_required=False, default="INBOX"),
    AccountField("sent_folder", is_required=False),
    AccountField("keep_sent", FieldKind.YES_NO, is_required=False),
    AccountField("plus_address", FieldKind.YES_NO, is_required=False),
    AccountField("first_days", FieldKind.NUMBER, is_required=False, default="30"),
    _advanced("copy_to_self", FieldKind.YES_NO),
    _advanced("other_addresses"),
    _advanced("user"),
    _advanced("tenant", FieldKind.TEXT, "common"),
    _advanced("imap_port", FieldKind.NUMBER, "993"),
    _advanced("imap_security", FieldKind.CHOICE, TLS, *_SECURITY),
    _advanced("smtp_port", FieldKind.NUMBER, "465"),
    _advanced("smtp_security", FieldKind.CHOICE, TLS, *_SECURITY),
    _advanced("smtp_user"),
    _advanced("smtp_password", FieldKind.SECRET),
)

KIND: Final = ChannelKind(
    key="email",
    fields=_FIELDS,
    abilities=(
        AbilityNote(Ability.READ_PUBLIC, Grade.NO, "only_private"),
        AbilityNote(Ability.READ_PRIVATE, Grade.YES),
        AbilityNote(Ability.SEARCH, Grade.NO, "only_addressed_to_us"),
        AbilityNote(Ability.REPLY_PUBLIC, Grade.NO, "only_private"),
        AbilityNote(Ability.REPLY_PRIVATE, Grade.YES),
        AbilityNote(Ability.ATTACH, Grade.YES),
        AbilityNote(Ability.HIDE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.LIKE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.FIGURES, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.EDITS, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.REMOVALS, Grade.NO, "mailbox_is_ours"),
    ),
    limits=ReplyLimits(private_length=_LONGEST_TEXT, most_files=20, most_file_bytes=_MOST_FILE_BYTES),
    poll=timedelta(minutes=1),
    has_lookup=True,
)
