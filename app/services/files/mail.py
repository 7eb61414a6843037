"""Take an e-mail apart so that broken ones come out as far as they can be read, and none ever raises."""

from __future__ import annotations

import quopri
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from html import unescape
from itertools import islice
from mimetypes import guess_type
from typing import TYPE_CHECKING, Final

from app.models.domain.incoming import IncomingAttachment
from app.services.files.html_text import text_of_html
from app.services.files.limits import MAX_ATTACHMENT_BYTES, MAX_FIELD_CHARS, MAX_HTML_CHARS, MAX_MAIL_PARTS
from app.services.files.mail_headers import (
    addresses,
    base64_bytes,
    decode_bytes,
    decode_header,
    header_date,
    message_ids,
    received_date,
)
from app.services.files.mail_kinds import MailKind, kind_of
from app.services.files.tnef import read_tnef

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

_UNNAMED: Final = {
    "text/calendar": "convite.ics",
    "application/ms-tnef": "winmail.dat",
    "message/rfc822": "mensagem.eml",
    "message/delivery-status": "",
    "text/rfc822-headers": "",
    "message/feedback-report": "",
    "multipart/appledouble": "",
    "application/pgp-signature": "",
    "application/pkcs7-signature": "smime.p7s",
}
_RUBBISH_LINES: Final = 3
_RUBBISH: Final = re.compile(
    rb"\A(?:[!-9;-~]+[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*|From [^\n]*\n)+([^\r\n][^\n]*\n)(?=(?:[!-9;-~]+:[^\n]*\n){2})"
)
_LOST_BOUNDARY: Final = re.compile(r"^[ \t]*boundary=\"?([\w'()+,./:=? -]{1,70})", re.MULTILINE)
_HREF: Final = re.compile(r"""<a\s[^>]{0,500}?href\s*=\s*["']?(https?://[^\s"'<>]{1,1000})""", re.IGNORECASE)
_MOST_LINKS: Final = 60
_HEAD_READ: Final = 1000
_DEEPEST: Final = 30
_SPLIT: Final = re.compile(rb"\r?\n\r?\n")
_HEADER: Final = re.compile(rb"^([!-9;-~]+)[ \t]*:[ \t]*(.*(?:\r?\n[ \t].*)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ParsedMail:
    """An e-mail as a person reads it. Ids come without angle brackets, addresses in lower case, "" for what is missing.

    ``date`` keeps the offset it was written in; ``received`` is when the last server had it. ``text`` is the plain
    text, or the HTML as text; what was quoted stays in. ``is_damaged`` tells that the mail ends before its parts do.
    ``links`` are the first addresses that its HTML leads to.
    """

    subject: str
    from_name: str
    from_address: str
    to: tuple[str, ...]
    date: datetime | None
    received: datetime | None
    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    text: str
    attachments: tuple[IncomingAttachment, ...]
    kind: MailKind
    is_damaged: bool = False
    links: tuple[str, ...] = ()

    @property
    def thread_key(self) -> str:
        """The id that all mails of one exchange share: the first reference, else the mail answered, else its own."""
        return self.references[0] if self.references else self.in_reply_to or self.message_id


def parse_mail(data: bytes) -> ParsedMail:
    """Read one e-mail from its bytes (a leading mbox "From " line is passed over); never raises on what it holds."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    try:
        return _read(_message(data))
    except Exception:  # noqa: BLE001 - the library raises undocumented types on broken mail; what can be read is kept
        return _read_headers_only(data)


def _message(data: bytes) -> Message:
    """Parse; a line of rubbish among the headers is taken out, since the library ends the headers there."""
    message = message_from_bytes(data)
    for _ in range(_RUBBISH_LINES):
        if not any(type(defect).__name__ == "MissingHeaderBodySeparatorDefect" for defect in message.defects):
            break
        headers_end = _RUBBISH.search(data)
        if not headers_end:
            break
        data = data[: headers_end.start(1)] + data[headers_end.end(1) :]
        message = message_from_bytes(data)
    return message


def _links(html: list[str]) -> tuple[str, ...]:
    found = (match[1] for part in html for match in islice(_HREF.finditer(part[:MAX_HTML_CHARS]), _MOST_LINKS))
    return tuple(dict.fromkeys(unescape(each) for each in found))


class _Parts:
    """What the walk through a mail's parts gathers."""

    def __init__(self) -> None:
        self.plain: list[str] = []
        self.html: list[str] = []
        self.attachments: list[IncomingAttachment] = []
        self.types: list[str] = []

    @property
    def text(self) -> str:
        """The plain text where there is any, else the HTML as text."""
        plain = "\n".join(part.strip("\n") for part in self.plain if part.strip())
        if plain.strip():
            return plain.strip()[:MAX_FIELD_CHARS]
        return "\n".join(text_of_html(part[:MAX_HTML_CHARS]) for part in self.html).strip()[:MAX_FIELD_CHARS]


def _read(message: Message) -> ParsedMail:
    parts = _Parts()
    _walk(message, parts, 0)
    senders = addresses(_values(message, "from")) or addresses(_values(message, "sender", "reply-to", "return-path"))
    name, address = next((pair for pair in senders if pair[1]), senders[0] if senders else ("", ""))
    subject = decode_header(_first(message, "subject"))
    ids = message_ids(_values(message, "message-id"))
    replied = message_ids(_values(message, "in-reply-to"))
    received = received_date(_values(message, "received"))
    return ParsedMail(
        subject=subject,
        from_name=name,
        from_address=address,
        to=tuple(pair[1] for pair in addresses(_values(message, "to", "cc")) if pair[1]),
        date=header_date(_first(message, "date")) or header_date(_first(message, "resent-date")),
        received=received,
        message_id=ids[0] if ids else "",
        in_reply_to=replied[0] if replied else "",
        references=message_ids(_values(message, "references")),
        text=parts.text,
        attachments=tuple(parts.attachments),
        kind=kind_of(
            header=lambda key: decode_header(_first(message, key)),
            sender=address,
            sender_name=name,
            subject=subject,
            text=parts.text,
            types=tuple(parts.types),
        ),
        is_damaged=_is_cut(message),
        links=_links(parts.html),
    )


def _is_cut(message: Message) -> bool:
    return any(type(defect).__name__ == "CloseBoundaryNotFoundDefect" for defect in message.defects)


def _values(message: Message, *names: str) -> list[str]:
    """Return the raw values of headers (bytes beyond ASCII as surrogates), in the order of ``names``."""
    raw = [(key.lower().strip(), str(value)) for key, value in message.raw_items()]
    return [value for name in names for key, value in raw if key == name]


def _first(message: Message, name: str) -> str:
    return next(iter(_values(message, name)), "")


def _walk(part: Message, parts: _Parts, depth: int) -> None:
    if len(parts.types) >= MAX_MAIL_PARTS:
        return
    media_type = _media_type(part)
    parts.types.append(media_type)
    payload = part.get_payload()
    if media_type.startswith("message/") and isinstance(payload, list) and not media_type.endswith("delivery-status"):
        _attach_message(part, payload, parts)
    elif isinstance(payload, list):
        for inner in payload:
            if isinstance(inner, Message):
                _walk(inner, parts, depth + 1)
    else:
        _leaf(part, media_type, parts, depth)


def _media_type(part: Message) -> str:
    try:
        found = part.get_content_type().lower()
    except (ValueError, TypeError, AttributeError, IndexError):
        return "text/plain"
    return found if found.isascii() and found.isprintable() else "application/octet-stream"


def _leaf(part: Message, media_type: str, parts: _Parts, depth: int) -> None:
    name = _file_name(part)
    is_root = depth == 0
    disposition = _first(part, "content-disposition").partition(";")[0].strip().lower()
    is_text = media_type in {"text/plain", "text/html", "text/enriched", "text"} or (
        media_type.startswith("text/") and is_root
    )
    if is_text and disposition != "attachment" and (not name or is_root):
        text = decode_bytes(_content(part), _charset(part))
        (parts.html if media_type == "text/html" else parts.plain).append(text)
        return
    if media_type.startswith("multipart/") and depth < _DEEPEST and (mended := _mended(part)) is not None:
        _walk(mended, parts, depth + 1)
        return
    _attach(part, media_type, name or _UNNAMED.get(media_type), parts, is_marked=bool(disposition))


def _mended(part: Message) -> Message | None:
    """Return a part of parts whose boundary fell out of its header (a folded line without the blank), None if lost."""
    payload = part.get_payload()
    if not isinstance(payload, str):
        return None
    found = _LOST_BOUNDARY.search(payload[:_HEAD_READ])
    if not found:
        return None
    head = f'Content-Type: {_media_type(part)}; boundary="{found[1]}"\n\n'
    mended = message_from_bytes((head + payload).encode("utf-8", "surrogateescape"))
    return mended if isinstance(mended.get_payload(), list) else None


def part_text(part: Message) -> str:
    """Return what a part without parts says, decoded, HTML as text; broken mail may raise what the library does."""
    if part.is_multipart():
        return ""
    text = decode_bytes(_content(part), _charset(part))
    return text_of_html(text[:MAX_HTML_CHARS]) if _media_type(part) == "text/html" else text


def _attach(part: Message, media_type: str, name: str | None, parts: _Parts, *, is_marked: bool) -> None:
    if name == "" and not is_marked:
        return
    content = _content(part)
    if _unwrapped(content, parts):
        return
    if not name:
        name = f"anexo-{len(parts.attachments) + 1}"
    kept = content if len(content) <= MAX_ATTACHMENT_BYTES else None
    parts.attachments.append(IncomingAttachment(name, media_type, len(content), kept))


def _unwrapped(content: bytes, parts: _Parts) -> bool:
    """Put what Outlook's winmail.dat holds in its place; False when it is none, is cut, or holds nothing readable."""
    opened = read_tnef(content)
    if opened is None:
        return False
    for file in opened.files:
        name = _safe(file.name) or f"anexo-{len(parts.attachments) + 1}"
        kept = file.content if len(file.content) <= MAX_ATTACHMENT_BYTES else None
        media_type = file.media_type or guess_type(name)[0] or "application/octet-stream"
        parts.attachments.append(IncomingAttachment(name, media_type, len(file.content), kept))
    if opened.text and not (parts.plain or parts.html):
        parts.plain.append(opened.text)
    return bool(opened.files or opened.text) and not opened.is_damaged


def _attach_message(part: Message, payload: Sequence[object], parts: _Parts) -> None:
    inner = next((message for message in payload if isinstance(message, Message)), None)
    if inner is None:
        return
    try:
        content = inner.as_bytes()
    except Exception:  # noqa: BLE001 - writing a broken mail back raises undocumented types; its text is kept instead
        content = str(inner.get_payload()).encode("utf-8", "replace")
    subject = decode_header(_first(inner, "subject"))
    name = _file_name(part) or (f"{_safe(subject)}.eml" if subject else _UNNAMED["message/rfc822"])
    kept = content if len(content) <= MAX_ATTACHMENT_BYTES else None
    parts.attachments.append(IncomingAttachment(name, "message/rfc822", len(content), kept))


def _file_name(part: Message) -> str:
    """Return the file's name without any folder, decoded by whichever rule its sender followed."""
    try:
        found = part.get_filename()
    except (ValueError, TypeError, LookupError, AttributeError, IndexError):
        found = None
    if not found or "\ufffd" in found:
        raw = _first(part, "content-disposition") + ";" + _first(part, "content-type")
        loose = re.search(r"name=\s*\"?([^\";\r\n]+)", raw)
        found = loose[1] if loose else found
    return _safe(decode_header(found)) if found else ""


def _safe(name: str) -> str:
    tail = re.split(r"[\\/]", name)[-1] if not name.startswith("=?") else name
    return re.sub(r"[\x00-\x1f<>:|?*\"]", "_", tail).strip(" .")[:150]


def _charset(part: Message) -> str | None:
    try:
        value = part.get_param("charset")
    except (ValueError, TypeError, LookupError, AttributeError, IndexError):
        return None
    return value[2] if isinstance(value, tuple) else value


def _content(part: Message) -> bytes:
    """Return a part's bytes, by its transfer encoding as far as that can be believed."""
    payload = part.get_payload()
    data = payload.encode("ascii", "surrogateescape") if isinstance(payload, str) and _is_bytes(payload) else b""
    if not data:
        return payload.encode("utf-8", "replace") if isinstance(payload, str) else b""
    encoding = _first(part, "content-transfer-encoding").partition(";")[0].strip().lower()
    if encoding == "base64":
        return base64_bytes(data) if _is_base64(data) else data
    if encoding == "quoted-printable":
        return quopri.decodestring(data)
    if encoding in {"x-uuencode", "uuencode", "uue", "x-uue"}:
        return _uudecoded(part, data)
    return data


def _is_bytes(text: str) -> bool:
    try:
        text.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True


def _is_base64(data: bytes) -> bool:
    """Plain text that only claims to be base64 has blanks and full stops in it."""
    sample = data[:4000].strip()
    return len(re.findall(rb"[^A-Za-z0-9+/=\s]", sample)) <= len(sample) * 0.02


def _uudecoded(part: Message, data: bytes) -> bytes:
    try:
        decoded = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 - undocumented types again; the undecoded bytes are better than none
        return data
    return decoded if isinstance(decoded, bytes) else data


def _read_headers_only(data: bytes) -> ParsedMail:
    """Read what the library gave up on: headers by their form, the rest as one text."""
    head, _, body = data.partition(found[0] if (found := _SPLIT.search(data)) else b"\n\n")
    values: dict[str, list[str]] = {}
    for key, value in _HEADER.findall(head[:MAX_FIELD_CHARS]):
        values.setdefault(key.decode("ascii").lower(), []).append(value.decode("ascii", "surrogateescape"))
    senders = addresses(values.get("from", [])) or (("", ""),)
    replied = message_ids(values.get("in-reply-to", []))
    ids = message_ids(values.get("message-id", []))
    return ParsedMail(
        subject=decode_header(next(iter(values.get("subject", [])), "")),
        from_name=senders[0][0],
        from_address=senders[0][1],
        to=tuple(pair[1] for pair in addresses(values.get("to", [])) if pair[1]),
        date=header_date(next(iter(values.get("date", [])), "")),
        received=received_date(values.get("received", [])),
        message_id=ids[0] if ids else "",
        in_reply_to=replied[0] if replied else "",
        references=message_ids(values.get("references", [])),
        text=decode_bytes(body[:MAX_FIELD_CHARS], None).strip(),
        attachments=(),
        kind=MailKind.NORMAL,
        is_damaged=True,
    )
