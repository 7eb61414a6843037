"""Turn a mail of the mailbox into what the counter knows: a mention, a post of our own, a bounce, or a refused row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final

from app.models.domain.incoming import IncomingAttachment, IncomingMention, RejectedRow, RejectReason
from app.models.domain.mail_reply import visible_text
from app.services.channels.base import Bounce, OwnPost
from app.services.channels.email.account_form import MailForm
from app.services.channels.email.large import reduced
from app.services.channels.email.mailbox import Letter
from app.services.channels.email.marks import Marks, is_machine, marks_of, protocol_in
from app.services.channels.email.own_name import asker_in, is_ours
from app.services.files.items import fitting_key, fitting_name, rejected
from app.services.files.limits import MAX_ATTACHMENT_BYTES, MAX_FIELD_CHARS
from app.services.files.mail import ParsedMail, parse_mail
from app.services.files.mail_bounce import bounce_of
from app.services.files.mail_kinds import MailKind
from app.services.files.mail_stream import mention_of
from app.services.files.reclame_aqui import complaint_of

_SMALL: Final = 24 * 1024
"""A larger mail is read in pieces, without its files."""
_MOST_TEXT: Final = MAX_FIELD_CHARS // 2
_AHEAD: Final = timedelta(days=1)
_MOST_IDS: Final = 20
_LONGEST_ID: Final = 400
_LONGEST_LIST: Final = 2_000


@dataclass(frozen=True, slots=True)
class Read:
    """What one mail turned out to be; a bounce is also a mention that nobody answers."""

    mention: IncomingMention | None = None
    own: OwnPost | None = None
    bounce: Bounce | None = None
    rejected: RejectedRow | None = None

    @property
    def weight(self) -> int:
        """Bytes that it holds in memory."""
        if self.mention is None:
            return 0
        kept = sum(len(each.content or b"") for each in self.mention.attachments)
        return kept + len(self.mention.text) + len(self.mention.raw or b"")


def read_letter(
    row: int, letter: Letter, pieces: Iterable[bytes], *, form: MailForm, now: datetime, is_sent: bool
) -> Read:
    """Read one mail; ``pieces`` bring all of it, ``is_sent`` says that it lies among what we sent. Never raises."""
    if letter.is_whole and len(letter.head) <= _SMALL:
        data, mail = letter.head, parse_mail(letter.head)
    else:
        data, reducer = reduced([letter.head] if letter.is_whole else pieces)
        mail = parse_mail(data)
        mail = replace(mail, attachments=reducer.filled(mail.attachments))
    mail = replace(mail, attachments=_affordable(mail.attachments), message_id=_id_of(mail, letter))
    marks = marks_of(letter.head, form.own_addresses)
    moment = _moment(mail, letter, now)
    if is_sent or is_ours(mail, marks, form):
        return Read(own=_own(mail, moment))
    raw = letter.head if letter.is_whole else data
    complaint = complaint_of(mail, posted_at=moment, raw=raw)
    if complaint is not None:
        return Read(mention=complaint)
    mention = mention_of(mail, posted_at=moment, raw=raw)
    if mention is None:
        return Read(rejected=rejected(row, RejectReason.EMPTY_TEXT, "no_text"))
    bounce = _bounce(data) if mail.kind is MailKind.BOUNCE else None
    return Read(mention=_completed(mention, mail, marks, form), bounce=bounce)


def id_and_moment(letter: Letter, now: datetime) -> tuple[str, datetime]:
    """Return the id and the moment that a mention of this mail bears; its head is enough."""
    mail = parse_mail(letter.head)
    return mail.message_id or f"uid.{letter.uid}", _moment(mail, letter, now)


def _affordable(files: tuple[IncomingAttachment, ...]) -> tuple[IncomingAttachment, ...]:
    """Keep the files' contents up to the limit of one file; above it they are only named."""
    room = MAX_ATTACHMENT_BYTES
    kept: list[IncomingAttachment] = []
    for each in files:
        size = len(each.content or b"")
        kept.append(each if size <= room else replace(each, content=None))
        room -= size if size <= room else 0
    return tuple(kept)


def _id_of(mail: ParsedMail, letter: Letter) -> str:
    """Return the Message-ID; without one, what the mail's first part makes, the same on every reading."""
    if mail.message_id and len(mail.message_id) <= _LONGEST_ID:
        return mail.message_id
    return f"no-id.{sha256(letter.head).hexdigest()[:40]}"


def _moment(mail: ParsedMail, letter: Letter, now: datetime) -> datetime:
    """Return when it was written if that can be, else when it arrived: no clock of a sender hides a mail."""
    latest = (letter.arrived_at or now) + _AHEAD
    for each in (mail.date, mail.received):
        if each is not None and each <= min(latest, now + _AHEAD):
            return each.astimezone(UTC)
    return min(letter.arrived_at or now, now)


def _own(mail: ParsedMail, moment: datetime) -> OwnPost:
    return OwnPost(
        external_id=mail.message_id,
        posted_at=moment,
        text=_visible(mail)[:_MOST_TEXT],
        in_reply_to=mail.in_reply_to or None,
        thread_key=fitting_key(mail.thread_key),
        is_private=True,
    )


def _completed(mention: IncomingMention, mail: ParsedMail, marks: Marks, form: MailForm) -> IncomingMention:
    """Add what only a mailbox knows: the visible part of the text, the case, the way back, machines."""
    extra = {name: value[:_LONGEST_LIST] for name, value in mention.extra.items()}
    author, name = mail.from_address, mail.from_name
    is_in_our_name = author in form.own_addresses
    if marks.reply_to and marks.reply_to != author:
        extra["reply_to"] = marks.reply_to[:_LONGEST_LIST]
    if is_in_our_name and marks.group_writer[1]:
        name, author = marks.group_writer
    elif is_in_our_name:
        # A form on our own site writes in our name: whoever is to be answered is who speaks, if anybody is named.
        author, name = marks.reply_to or asker_in(mail.text[:_MOST_TEXT], form.own_addresses), ""
    elif marks.reply_to and (not author or is_machine(author)):
        author = marks.reply_to
    if mail.references:
        extra["references"] = " ".join(each for each in mail.references[-_MOST_IDS:] if len(each) <= _LONGEST_ID)
    text = _visible(mail) if mail.text else mention.text
    is_machine_mail = mail.kind is not MailKind.NORMAL or marks.is_mass or is_machine(author)
    return replace(
        mention,
        text=text[:_MOST_TEXT],
        title=(mention.title or "")[:_LONGEST_LIST] or None,
        author_key=fitting_key(author) or None,
        author_name=fitting_name(name) or None,
        email=author if 0 < len(author) <= _LONGEST_ID else None,
        is_automatic=is_machine_mail,
        case_protocol=protocol_in(mail.subject, marks.recipients, form.own_addresses),
        extra=extra,
    )


def _visible(mail: ParsedMail) -> str:
    """Return what its writer wrote, without what was quoted; the whole text when nothing else is there."""
    return visible_text(mail.text[:_MOST_TEXT], subject=mail.subject)


def _bounce(data: bytes) -> Bounce | None:
    """Return which mail of ours did not arrive, None when the report names none."""
    report = bounce_of(data)
    if report is None or not report.message_ids:
        return None
    return Bounce(message_ids=report.message_ids, is_permanent=report.is_permanent, status=report.status)
