"""Stream e-mails out of .eml files, folders of them and mbox archives of any size, as mentions."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from app.models.domain.incoming import IncomingMention, RejectedRow, RejectReason
from app.models.domain.mail_reply import visible_text
from app.services.files.dates import AHEAD
from app.services.files.detect import FileKind, Format
from app.services.files.items import Item, fitting_key, fitting_name, rejected
from app.services.files.limits import MAX_CONTACT_CHARS, MAX_MAIL_BYTES, MAX_RAW_BYTES
from app.services.files.mail import ParsedMail, parse_mail
from app.services.files.mail_headers import header_date
from app.services.files.mail_kinds import MailKind
from app.services.files.reclame_aqui import complaint_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from zoneinfo import ZoneInfo

_FROM_LINE: Final = re.compile(rb"From [^\r\n]*\d{4}|From - ")
_QUOTED_FROM: Final = re.compile(rb"^>+From ")
_FROM_DATE: Final = re.compile(r"[A-Z][a-z]{2} +[A-Z][a-z]{2} +\d{1,2} +\d{2}:\d{2}:\d{2}.*")
_LINE: Final = 1024 * 1024


class _Letter(NamedTuple):
    """The bytes of one e-mail, when its file says it came, and how far the reader is; no bytes: too large."""

    data: bytes
    filed_at: datetime | None
    position: int
    is_last: bool


def mail_items(path: Path, kind: FileKind, *, now: datetime, zone: ZoneInfo, start_at: int) -> Iterator[Item]:
    """Yield every e-mail after number ``start_at``; an archive cut in its last e-mail ends with a rejected row."""
    letters = _mbox(path, zone) if kind.format is Format.MBOX and not path.is_dir() else _files(path)
    number = 0
    for letter in letters:
        number += 1
        if number > start_at:
            yield Item(number, letter.position, _outcome(number, letter, now))
        if letter.is_last and kind.format is Format.MBOX and letter.data and parse_mail(letter.data).is_damaged:
            number += 1
            if number > start_at:
                row = rejected(number, RejectReason.UNREADABLE, "truncated", excerpt=_start(letter.data))
                yield Item(number, letter.position, row)


def mention_of(mail: ParsedMail, *, posted_at: datetime, raw: bytes) -> IncomingMention | None:
    """Return an e-mail as a mention, None when it says nothing at all (no text, subject or attachment)."""
    is_kept = len(raw) <= MAX_RAW_BYTES
    # What was quoted is left out only where the original stays at hand.
    text = visible_text(mail.text, subject=mail.subject) if is_kept else mail.text
    text = text or mail.subject or ", ".join(attachment.name for attachment in mail.attachments)
    if not text:
        return None
    extra = {} if mail.kind is MailKind.NORMAL else {"mail_kind": mail.kind.value}
    if mail.to:
        extra["to"] = ", ".join(mail.to)
    return IncomingMention(
        channel="email",
        text=text,
        posted_at=posted_at,
        external_id=mail.message_id or None,
        title=mail.subject or None,
        author_key=fitting_key(mail.from_address) or None,
        author_name=fitting_name(mail.from_name) or None,
        in_reply_to=mail.in_reply_to or None,
        thread_key=fitting_key(mail.thread_key) or None,
        is_private=True,
        is_direct=True,
        is_automatic=mail.kind is not MailKind.NORMAL,
        email=mail.from_address if 0 < len(mail.from_address) <= MAX_CONTACT_CHARS else None,
        extra=extra,
        attachments=mail.attachments,
        raw=raw if is_kept else None,
    )


def _outcome(number: int, letter: _Letter, now: datetime) -> IncomingMention | RejectedRow:
    if not letter.data:
        return rejected(number, RejectReason.TOO_LARGE, "record_too_large")
    mail = parse_mail(letter.data)
    posted_at = _moment(mail, letter.filed_at, now)
    if posted_at is None:
        reason = RejectReason.FUTURE_DATE if mail.date else RejectReason.BAD_DATE
        return rejected(number, reason, "date" if mail.date else "no_date", excerpt=mail.subject or mail.text)
    mention = complaint_of(mail, posted_at=posted_at, raw=letter.data) or mention_of(
        mail, posted_at=posted_at, raw=letter.data
    )
    return mention or rejected(number, RejectReason.EMPTY_TEXT, "no_text", excerpt=_start(letter.data))


def _moment(mail: ParsedMail, filed_at: datetime | None, now: datetime) -> datetime | None:
    """Return the first believable of: the Date header, the last server's stamp, the file's own date."""
    for moment in (mail.date, mail.received, filed_at):
        if moment is not None and moment <= now + AHEAD:
            return moment.astimezone(UTC)
    return None


def _start(data: bytes) -> str:
    return data[:200].decode("ascii", "replace").replace("\ufffd", "?")


def _files(path: Path) -> Iterator[_Letter]:
    """Yield the .eml files of a folder in the order of their names, or the one file."""
    files = sorted(path.glob("*.[eE][mM][lL]")) if path.is_dir() else [path]
    position = 0
    for number, file in enumerate(files, 1):
        size = file.stat().st_size
        position += size
        data = file.read_bytes() if size <= MAX_MAIL_BYTES else b""
        filed_at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        yield _Letter(data, filed_at, position, number == len(files))


def _mbox(path: Path, zone: ZoneInfo) -> Iterator[_Letter]:
    """Yield the e-mails of an mbox file; a "From " line counts only after a blank line."""
    gathered = _Gathered(zone)
    is_after_blank = True
    with path.open("rb") as source:
        position = 0
        while line := source.readline(_LINE):
            if is_after_blank and _FROM_LINE.match(line):
                if gathered.has_any:
                    yield gathered.letter(position, is_last=False)
                gathered = _Gathered(zone, line)
            else:
                gathered.add(line)
            position += len(line)
            is_after_blank = not line.strip()
        if gathered.has_any:
            yield gathered.letter(position, is_last=True)


class _Gathered:
    """The lines of one e-mail in an mbox so far; above the limit they are counted and dropped."""

    def __init__(self, zone: ZoneInfo, from_line: bytes = b"") -> None:
        self._zone = zone
        self._from_line = from_line
        self._lines: list[bytes] = []
        self._size = 0

    @property
    def has_any(self) -> bool:
        """Whether there is an e-mail at all."""
        return self._size > 0

    def add(self, line: bytes) -> None:
        """Take a line over, with the quoting of "From " at its start undone."""
        if not self._size and not line.strip():
            return
        self._size += len(line)
        if self._size <= MAX_MAIL_BYTES:
            self._lines.append(line[1:] if _QUOTED_FROM.match(line) else line)
        else:
            self._lines = []

    def letter(self, position: int, *, is_last: bool) -> _Letter:
        """Return the e-mail as gathered."""
        found = _FROM_DATE.search(self._from_line.decode("ascii", "replace"))
        filed_at = header_date(found[0]) if found else None
        return _Letter(b"".join(self._lines), filed_at, position, is_last)
