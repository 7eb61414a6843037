"""The guard that no way of sending skips: personal data, our own notes, unfilled variables, length, place."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sqlalchemy import Connection, select

from app.models.domain.channel_kind import ChannelKind
from app.models.domain.company import CompanyContacts
from app.models.domain.privacy_guard import findings
from app.models.domain.reply_parts import ReplyTooLongError, split
from app.models.domain.template_text import missing_in
from app.models.domain.vocabulary import Visibility
from app.models.schema.cases import Note
from app.models.schema.channels import Channel
from app.services.errors import Refused
from app.services.settings_book import read_setting

COMPANY_SETTING = "company_contacts"
_MOST_NOTES = 200


def check_text(
    connection: Connection,
    case_id: int,
    channel_id: int,
    text: str,
    visibility: Visibility,
    *,
    kinds: Mapping[str, ChannelKind],
) -> None:
    """Let a reply's text pass, or refuse it; ``channel_id`` is where it goes, which may not be the case's own channel.

    ``kinds`` are the networks by channel key where the program itself sends: their limits hold then, and a text that
    is longer than one part may be divided. What a person sends by hand is held to the channel's own limit.

    Raises:
        Refused: ``unresolved_variables`` (names), ``reply_too_long`` (limit, length), ``channel_has_no_public``,
            ``channel_has_no_private``, ``public_reply_has_personal_data`` (kinds).
    """
    names = missing_in(text)
    if names:
        raise Refused("unresolved_variables", names=names)
    channel = connection.execute(
        select(Channel.key, Channel.reply_limit, Channel.has_public, Channel.has_private).where(
            Channel.id == channel_id
        )
    ).one()
    is_public = visibility is Visibility.PUBLIC
    if not (channel.has_public if is_public else channel.has_private):
        raise Refused("channel_has_no_public" if is_public else "channel_has_no_private")
    kind = kinds.get(channel.key)
    if kind is not None:
        _check_parts(kind, text, visibility)
    elif channel.reply_limit is not None and len(text) > channel.reply_limit:
        raise Refused("reply_too_long", limit=channel.reply_limit, length=len(text))
    if is_public:
        _check_personal_data(connection, case_id, text)


def check_automatic(connection: Connection, channel_key: str, text: str, *, kinds: Mapping[str, ChannelKind]) -> None:
    """Let an answer that nobody reads before it leaves pass, or refuse it: it is held to what may be said in public.

    Raises:
        Refused: ``unresolved_variables`` (names), ``reply_too_long`` (limit, length; it must fit into one part),
            ``public_reply_has_personal_data`` (kinds).
    """
    names = missing_in(text)
    if names:
        raise Refused("unresolved_variables", names=names)
    kind = kinds.get(channel_key)
    if kind is not None and _check_parts(kind, text, Visibility.PRIVATE) > 1:
        raise Refused("reply_too_long", limit=kind.limits.private_length, length=len(text))
    _check_personal_data(connection, None, text)


def _check_parts(kind: ChannelKind, text: str, visibility: Visibility) -> int:
    try:
        return len(split(text, kind.limits, visibility))
    except ReplyTooLongError as error:
        raise Refused("reply_too_long", limit=error.limit, length=error.length) from error


def _check_personal_data(connection: Connection, case_id: int | None, text: str) -> None:
    """Look for personal data, and for words of the case's own notes."""
    notes = connection.execute(
        select(Note.text).where(Note.case_id == case_id).order_by(Note.id.desc()).limit(_MOST_NOTES)
    ).scalars()
    stored = read_setting(connection, COMPANY_SETTING).value
    own = CompanyContacts.from_mapping(stored if isinstance(stored, dict) else {})
    found = findings(
        text,
        list(notes) if case_id is not None else [],
        own_addresses=own.mails,
        own_phones=own.phones,
        own_cnpjs=own.cnpjs,
        own_places=own.places,
    )
    if found:
        kinds = tuple(dict.fromkeys(each.kind.value for each in found))
        places = tuple((each.start, each.end) for each in found)
        raise Refused("public_reply_has_personal_data", kinds=kinds, places=places)


def tells_protocol(text: str, protocol: str) -> bool:
    """Tell whether a text names the protocol, in whatever grouping."""
    return protocol in re.sub(r"[\s.\-/]", "", text)
