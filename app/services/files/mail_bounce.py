"""Read from a delivery report which of our mails did not arrive, for whom, why, and whether its server has given up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from typing import Final

from app.services.files.limits import MAX_MAIL_PARTS
from app.services.files.mail import ParsedMail, parse_mail, part_text
from app.services.files.mail_headers import addresses, decode_header, message_ids
from app.services.files.mail_kinds import MailKind

_TEXT_READ: Final = 60_000
_MOST_IDS: Final = 20
_ADDRESS: Final = re.compile(
    r"(?<![\w.+=@-])([\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9][a-z0-9.-]{0,250}[a-z0-9])", re.IGNORECASE
)

_FIELD: Final = re.compile(r"^([A-Za-z][A-Za-z-]{1,40})[ \t]*:[ \t]*(.{0,2000}(?:\n[ \t].{0,2000}){0,8})", re.MULTILINE)
_ID_IN_TEXT: Final = re.compile(
    r"^[ \t>|]*(?:x-original-|original-)?message-?id[ \t]*:[ \t]*\n?[ \t>]*(<[^<>\s]{3,400}>)",
    re.IGNORECASE | re.MULTILINE,
)
_STATUS: Final = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_CODE: Final = re.compile(r"(?<![\d.:-])([45]\d{2})(?=[ \-][^\d\n]|[ \-]\#?[45]\.)")
_ADDRESS_LINE: Final = re.compile(
    r"^[ \t]*(?:<([^<>\s]{3,320}@[^<>\s]{1,250})>[ \t]*(?::|$|\()"
    r"|(?:rcpt to|to|para|final-recipient|recipient|destinat[aá]rio)[ \t]*:[ \t]*(?:rfc822;[ \t]*)?"
    r"<?([^<>\s;]{1,64}@[^<>\s;]{1,250})>?)",
    re.IGNORECASE | re.MULTILINE,
)
_ORIGINAL_BELOW: Final = re.compile(
    r"^[ \t>]*(?:[-=_*]{2,}[ \t]*)?(?:below this line is a copy|this is a copy of (?:the|your) message|original message"
    r"|mensagem original|mensaje original|original headers|message headers follow"
    r"|cabe[cç]alhos? (?:da mensagem )?origina"
    r"|encabezados de mensajes? origina|the (?:original message|following is the)|return-path:|received: )",
    re.IGNORECASE | re.MULTILINE,
)
_WAITING: Final = re.compile(
    r"delivery (?:is |has been )?delayed|delivery status notification \(delay\)|still (?:being )?(?:retr|try)"
    r"|will (?:continue|keep|be retried|retry)|not (?:yet )?been delivered after|warning: (?:could not send|message)"
    r"|no need to resend|do not need to resend|you do not need|continuar(?:á|emos|ão)? tentando"
    r"|entrega (?:est[aá] )?atrasada|atraso na entrega|n[aã]o (?:é preciso|precisa) reenviar|seguir[aá] intentando"
    r"|se (?:ha )?retrasado|retraso en la entrega",
    re.IGNORECASE,
)
_GIVEN_UP: Final = re.compile(
    r"giving up|given up|permanent|fatal errors?|delivery failed|failed permanently|undeliverable"
    r"|n[aã]o foi poss[ií]vel entregar|no se pudo entregar|i'm not going to try again",
    re.IGNORECASE,
)
_ARRIVED: Final = frozenset({"delivered", "relayed", "expanded"})
_ORIGINAL: Final = frozenset({"message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global"})


@dataclass(frozen=True, slots=True)
class BounceReport:
    """What a delivery report says of a mail of ours.

    ``message_ids`` are those it names, without angle brackets, the surest first (empty: it names none). ``recipient``
    is who did not get it, in lower case, "" when untold. ``is_permanent``: its server has given up, the mail will not
    arrive; False: it is late and still being tried. ``status`` is the code as in RFC 3463 ("5.1.1"), the bare reply
    code ("550") where there is no other, else "".
    """

    message_ids: tuple[str, ...]
    recipient: str
    is_permanent: bool
    status: str


@dataclass(slots=True)
class _Found:
    """What the parts of a report tell, before it is weighed."""

    ids: list[str]
    recipients: list[str]
    actions: list[str]
    statuses: list[str]
    told: list[str]
    text: list[str]


def bounce_of(data: bytes) -> BounceReport | None:
    """Return what a delivery report says; None for every other mail and for a report that the mail did arrive."""
    mail = parse_mail(data)
    if mail.kind is not MailKind.BOUNCE:
        return None
    found = _Found([], [], [], [], [], [])
    try:
        message = message_from_bytes(data)
        for part in _parts(message):
            _take(part, found)
        _take_head(message, found)
    except Exception:  # noqa: BLE001 - the library raises undocumented types on broken mail; the text as parsed is read
        found.text.append(mail.text)
    if not (found.ids and found.recipients):
        _take_raw(data, found)
    if found.actions and all(action in _ARRIVED for action in found.actions):
        return None
    return _weighed(found, mail)


def _take_raw(data: bytes, found: _Found) -> None:
    """Read the body as it stands, where a wrong boundary or no structure at all hides the parts."""
    body = data.replace(b"\r\n", b"\n").partition(b"\n\n")[2][:_TEXT_READ].decode("utf-8", "replace")
    if not found.recipients:
        _take_fields(_FIELD.findall(body), found)
    if not found.ids:
        found.text.append(body)


def _weighed(found: _Found, mail: ParsedMail) -> BounceReport:
    text = "\n".join((*found.text, mail.text))[:_TEXT_READ]
    above = _ORIGINAL_BELOW.split(text, maxsplit=1)[0] or text
    diagnosis = "\n".join(found.told)
    status = _status(found.statuses, diagnosis, above)
    return BounceReport(
        message_ids=_named(found, text, mail),
        recipient=_recipient(found.recipients, above, text, (mail.from_address, *mail.to)),
        is_permanent=_is_given_up(found.actions, status, mail.subject + "\n" + above),
        status=status,
    )


def _named(found: _Found, text: str, mail: ParsedMail) -> tuple[str, ...]:
    """Return the mail that came back: as the report carries it, else as its words or, at last, its own head name it.

    Only the last reference counts, since those before it are mails that did arrive.
    """
    in_text = _ID_IN_TEXT.search(text)
    ways = (found.ids, message_ids([in_text[1]]) if in_text else (), (mail.in_reply_to,), mail.references[-1:])
    for ids in ways:
        named = tuple(dict.fromkeys(each for each in ids if each and each != mail.message_id))
        if named:
            return named[:_MOST_IDS]
    return ()


def _parts(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number >= MAX_MAIL_PARTS:
            return
        yield part


def _take(part: Message, found: _Found) -> None:
    media_type = part.get_content_type().lower()
    payload = part.get_payload()
    if media_type.endswith("delivery-status"):
        blocks = payload if isinstance(payload, list) else [payload]
        for block in blocks:
            _take_fields(_fields(block), found)
    elif media_type in _ORIGINAL:
        inner = payload[0] if isinstance(payload, list) and payload else None
        written = inner.get("message-id") if isinstance(inner, Message) else None
        found.ids += message_ids([str(written)] if written else _ID_IN_TEXT.findall(part_text(part)[:_TEXT_READ]))
    elif media_type.startswith("text/") and not part.get_filename() and len(found.text) < 2:  # noqa: PLR2004 - words and HTML
        found.text.append(part_text(part)[:_TEXT_READ])


def _fields(block: object) -> list[tuple[str, str]]:
    if isinstance(block, Message):
        pairs = [(name, str(value)) for name, value in block.raw_items()]
        rest = block.get_payload()
        return pairs + (_fields(rest) if isinstance(rest, str) and rest.strip() else [])
    return [(name, value) for name, value in _FIELD.findall(str(block)[:_TEXT_READ])]


def _take_fields(fields: list[tuple[str, str]], found: _Found) -> None:
    for written_name, value in fields:
        name, flat = written_name.lower(), " ".join(value.split())
        if name in {"original-recipient", "final-recipient"}:
            written = _ADDRESS.findall(flat.partition(";")[2] or flat)
            # The address that we wrote to comes before the one it was passed on to.
            at = 0 if name == "original-recipient" else len(found.recipients)
            found.recipients[at:at] = [each.lower() for each in written[:1]]
        elif name == "action":
            found.actions.append(flat.lower().partition(" ")[0].strip("()"))
        elif name == "status":
            found.statuses += _STATUS.findall(flat)
        elif name == "diagnostic-code":
            found.told.append(flat)
        elif name in {"original-message-id", "x-original-message-id"}:
            found.ids += message_ids([flat])


def _take_head(message: Message, found: _Found) -> None:
    failed = [decode_header(str(value)) for key, value in message.raw_items() if key.lower() == "x-failed-recipients"]
    found.recipients += [pair[1] for pair in addresses(failed) if pair[1]]
    named = [str(value) for key, value in message.raw_items() if key.lower() == "x-original-message-id"]
    found.ids += message_ids(named)


def _status(statuses: list[str], diagnosis: str, text: str) -> str:
    """Return the most telling code: not "5.0.0" where the other server's words have the true one."""
    told = [code for code in _STATUS.findall(diagnosis) if not code.endswith(".0.0")]
    stated = [code for code in statuses if not code.endswith(".0.0")]
    if stated or told:
        return stated[0] if stated else told[0]
    in_text = [code for code in _STATUS.findall(text) if code[0] != "2"]
    if statuses and not in_text:
        return statuses[0]
    if in_text:
        return str(in_text[0])
    code = _CODE.search(diagnosis) or _CODE.search(text)
    return str(code[1]) if code else ""


def _is_given_up(actions: list[str], status: str, text: str) -> bool:
    if actions:
        return any(action not in {"delayed", *_ARRIVED} for action in actions)
    if _WAITING.search(text) and not status.startswith("5"):
        return False
    return bool(_GIVEN_UP.search(text)) or not status.startswith("4")


def _recipient(recipients: list[str], above: str, text: str, ours: tuple[str, ...]) -> str:
    """Return whom it was for: as the report's fields say, else the first address in its words that is not ours."""
    written = [first or second for part in (above, text) for first, second in _ADDRESS_LINE.findall(part)]
    for each in (*recipients, *written, *_ADDRESS.findall(above)):
        address = str(each).strip("<>.,;:\"'()").lower()
        if address not in ours and _ADDRESS.fullmatch(address):
            return address
    return recipients[0] if recipients else ""
