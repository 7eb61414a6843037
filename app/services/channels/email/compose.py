"""Write an answer as an e-mail that every program reads and that no value can smuggle a header into."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.charset import QP, Charset
from email.encoders import encode_base64
from email.header import Header
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.utils import format_datetime, formataddr
from typing import Final

from app.models.domain import protocol
from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError, OutgoingFile, OutgoingReply
from app.services.channels.email.account_form import MailForm
from app.services.channels.email.marks import protocols

_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_ANSWERING: Final = re.compile(r"^\s*(?:re|res|aw|rv|sv|resp)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"^[^\s<>\"(),:;@\[\]\\]+@[^\s<>\"(),:;@\[\]\\]+$")
_TYPE: Final = re.compile(r"^[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*$")
_MOST_IDS: Final = 20
_LONGEST_ID, _LONGEST_SUBJECT, _LONGEST_ADDRESS = 400, 500, 320
_WIDTH: Final = 74


@dataclass(frozen=True, slots=True)
class Envelope:
    """A mail ready to go: who gets it, its Message-ID without angle brackets, its bytes."""

    to: str
    message_id: str
    content: bytes


def message_id_of(reply: OutgoingReply, form: MailForm) -> str:
    """Return the Message-ID of an answer, the same on every try, so that it can be looked up."""
    return f"{_token(reply.key)}@{form.domain}"


def compose(reply: OutgoingReply, form: MailForm, *, account_name: str, at: datetime) -> Envelope:
    """Write the mail; ``at`` is the moment of sending. Raises ChannelError ``recipient_refused`` without an address."""
    to = _recipient(reply)
    message_id = message_id_of(reply, form)
    named = reply.extra.get("case_protocol") or next(protocols(reply.text), None)
    body = _text_part(reply.text)
    mail = _with_files(body, reply.files) if reply.files else body
    mail["From"] = formataddr((_flat(form.from_name or account_name), form.address), "utf-8")
    mail["To"] = to
    subject = Header(_subject(reply, named, account_name), "utf-8", maxlinelen=76, header_name="Subject")
    mail["Subject"] = subject.encode(linesep="\r\n")
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{message_id}>"
    _add_thread(mail, reply)
    if form.has_plus_address and named:
        local, _, domain = form.address.rpartition("@")
        mail["Reply-To"] = f"{local}+{named}@{domain}"
    if reply.is_automatic:
        mail["Auto-Submitted"] = "auto-replied"
        mail["X-Auto-Response-Suppress"] = "All"
    return Envelope(to, message_id, mail.as_bytes(policy=policy.compat32.clone(linesep="\r\n", max_line_length=990)))


def _recipient(reply: OutgoingReply) -> str:
    """Return whom the mail goes to, its domain in ASCII. A local part beyond ASCII hardly any server takes."""
    address = (reply.extra.get("reply_to") or reply.author_key or "").strip()
    local, _, domain = address.rpartition("@")
    try:
        ready = f"{local}@{domain.encode('idna').decode('ascii')}" if not domain.isascii() else address
    except UnicodeError:
        ready = ""
    if not _ADDRESS.match(ready) or not ready.isascii() or len(ready) > _LONGEST_ADDRESS:
        raise ChannelError(Problem.RECIPIENT_REFUSED, facts={"step": "address"})
    return ready


def _subject(reply: OutgoingReply, named: str | None, account_name: str) -> str:
    title = _flat(reply.title or "")[:_LONGEST_SUBJECT]
    if named and named not in protocols(title):
        title = f"{title} [{protocol.display(named)}]".strip()
    if not reply.in_reply_to:
        return title or _flat(account_name)
    return title if _ANSWERING.match(title) else f"Re: {title or _flat(account_name)}"


def _add_thread(mail: MIMEBase, reply: OutgoingReply) -> None:
    """Name the mail answered and those before it: the first, by which many programs thread, and the last ones."""
    told = [*reply.extra.get("references", "").split(), *reply.references]
    answered = reply.previous_id or reply.in_reply_to
    ids = [*_ids([*([reply.thread_key] if reply.thread_key else []), *told])]
    if reply.in_reply_to:
        ids = [each for each in ids if each != reply.in_reply_to] + list(_ids([reply.in_reply_to]))
    if reply.previous_id:
        ids = [each for each in ids if each != reply.previous_id] + list(_ids([reply.previous_id]))
    if answered and (found := list(_ids([answered]))):
        mail["In-Reply-To"] = f"<{found[0]}>"
    if ids:
        kept = ids if len(ids) <= _MOST_IDS else [ids[0], *ids[-_MOST_IDS + 1 :]]
        mail["References"] = "\r\n ".join(f"<{each}>" for each in kept)


def _ids(values: Iterable[str]) -> Iterable[str]:
    """Return those that can stand in a header, once each; ids that we made ourselves for lack of one are left out."""
    cleaned = (each.strip("<>") for each in values)
    return dict.fromkeys(
        each
        for each in cleaned
        if "@" in each
        and len(each) <= _LONGEST_ID
        and each.isascii()
        and each.isprintable()
        and not set(each) & set(" <>")
    )


def _text_part(text: str) -> MIMEBase:
    charset = Charset("utf-8")
    charset.body_encoding = QP
    part = MIMENonMultipart("text", "plain", charset="utf-8", format="flowed")
    part.set_payload(_flowed(text), charset)
    return part


def _flowed(text: str) -> str:
    """Break long lines softly (RFC 3676): a blank at the end says that the line goes on."""
    lines: list[str] = []
    for line in _LINE_END.split(text.replace("\x00", "")):
        bare = line if line == "-- " else line.rstrip(" ")
        lines += _broken(f" {bare}" if bare.startswith((" ", ">", "From ")) else bare)
    return "\n".join(lines)


def _broken(line: str) -> list[str]:
    parts: list[str] = []
    while len(line) > _WIDTH:
        at = line.rfind(" ", 1, _WIDTH)
        at = at if at > 0 else line.find(" ", _WIDTH)
        if at < 0 or not line[: at + 1].strip():
            break
        head, line = line[: at + 1], line[at + 1 :]
        parts.append(head)
        if line.startswith((" ", ">", "From ")):
            line = f" {line}"
    return [*parts, line]


def _with_files(body: MIMEBase, files: Iterable[OutgoingFile]) -> MIMEBase:
    mail = MIMEMultipart("mixed")
    mail.attach(body)
    for each in files:
        kind = each.media_type.lower() if _TYPE.match(each.media_type.lower()) else "application/octet-stream"
        main, _, sub = kind.partition("/")
        if main in {"multipart", "message"}:
            main, sub = "application", "octet-stream"
        part = MIMEBase(main, sub)
        part.set_payload(each.content)
        encode_base64(part)
        name = _flat(each.name) or "file"
        part.add_header("Content-Disposition", "attachment", filename=name if name.isascii() else ("utf-8", "", name))
        mail.attach(part)
    return mail


def _flat(text: str) -> str:
    return " ".join(_CONTROLS.sub(" ", text).split())


def _token(key: str) -> str:
    return re.sub(r"[^A-Za-z0-9._~-]", "", key)
