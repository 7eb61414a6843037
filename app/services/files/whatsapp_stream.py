"""Turn an exported WhatsApp conversation, alone or in a ZIP with its media, into mentions of the customer."""

from __future__ import annotations

import io
import mimetypes
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from app.models.domain.incoming import IncomingAttachment, IncomingMention, RejectedRow, RejectReason
from app.models.domain.words import clean_text
from app.services.files.archive import ChatFiles
from app.services.files.dates import AHEAD
from app.services.files.detect import FileKind
from app.services.files.items import Item, fitting_key, fitting_name, rejected
from app.services.files.limits import MAX_ATTACHMENT_BYTES
from app.services.files.whatsapp import ChatLine, chat_lines, is_day_first, moment, own_name_of, phone_of

_NAMED: Final = re.compile(
    r"(?:conversa do whatsapp com|whatsapp chat with|chat de whatsapp con|whatsapp chat -"
    r"|conversa do whatsapp -)\s*(.+)",
    re.IGNORECASE,
)
_COPY: Final = re.compile(r"\s*(?:\(\d{1,3}\)|- c[oó]pia)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ChatSummary:
    """Who speaks in a conversation, most messages first, who of them seems to be us, and how dates are written."""

    name: str
    authors: tuple[str, ...]
    own_name: str
    is_day_first: bool


def summary_of(path: Path, kind: FileKind) -> ChatSummary:
    """Read a conversation once, for what its first lines alone do not tell."""
    authors: Counter[str] = Counter()
    dates: dict[tuple[int, int, int], None] = {}
    has_afternoon = False
    first = ""
    with _text(path, kind) as (lines, _size):
        for line in chat_lines(lines):
            dates[line.when[:3]] = None
            has_afternoon = has_afternoon or line.has_half_day
            if line.author:
                first = first or line.author
                authors[line.author] += 1
    chat = _chat_name(path)
    names = tuple(name for name, _ in authors.most_common())
    own = own_name_of(authors, chat, first)
    others = [name for name in names if name != own]
    name = chat or (others[0] if own and others else "") or path.stem
    return ChatSummary(name, names, own, is_day_first(list(dates), has_half_days=has_afternoon))


def chat_items(
    path: Path, kind: FileKind, *, own_name: str | None, now: datetime, zone: ZoneInfo, start_at: int
) -> Iterator[Item]:
    """Yield every message after number ``start_at``; ours (``own_name``, None = guessed, "" = nobody) are refused rows.

    The program's own notices are no messages and are not counted.
    """
    summary = summary_of(path, kind)
    own = summary.own_name if own_name is None else own_name
    number = done = 0
    with ExitStack() as stack:
        lines, size = stack.enter_context(_text(path, kind))
        files = stack.enter_context(closing(ChatFiles(path))) if kind.member else None
        reader = _Reader(summary, files, own_name=own)
        for line in chat_lines(lines):
            done += len(line.text or "") + len(line.author) + 24
            if not line.author:
                continue
            number += 1
            outcome = reader.outcome(number, line, now, zone, is_wanted=number > start_at)
            if outcome is not None:
                yield Item(number, min(kind.size, kind.size * done // max(1, size)), outcome)


class _Reader:
    """Makes mentions of messages, each with an identity that a later, longer export of the conversation repeats."""

    def __init__(self, summary: ChatSummary, files: ChatFiles | None, *, own_name: str) -> None:
        self._summary = summary
        self._own = own_name
        self._thread = fitting_key(summary.name.casefold())
        self._same: Counter[tuple[tuple[int, ...], str]] = Counter()
        self._files = files

    def outcome(
        self, number: int, line: ChatLine, now: datetime, zone: ZoneInfo, *, is_wanted: bool
    ) -> IncomingMention | RejectedRow | None:
        """Return the mention, or why there is none; None when the row was done before."""
        self._same[line.when, line.author] += 1
        if not is_wanted:
            return None
        if line.author == self._own:
            return rejected(number, RejectReason.OWN_MESSAGE, "own_message", excerpt=line.text or "")
        if line.text is None:
            return rejected(number, RejectReason.TOO_LARGE, "field_too_large")
        if not line.text:
            return rejected(number, RejectReason.EMPTY_TEXT, "no_text")
        local = moment(line.when, day_first=self._summary.is_day_first)
        if local is None:
            written = "{}/{}/{} {}:{:02}".format(*line.when[:5])
            return rejected(number, RejectReason.BAD_DATE, "date", value=written, excerpt=line.text)
        posted_at = local.replace(tzinfo=zone).astimezone(UTC)
        if posted_at > now + AHEAD:
            return rejected(number, RejectReason.FUTURE_DATE, "date", value=str(local), excerpt=line.text)
        return self._mention(line, posted_at)

    def _mention(self, line: ChatLine, posted_at: datetime) -> IncomingMention:
        phone = phone_of(line.author)
        marks = {"edited": line.is_edited, "deleted": line.is_deleted, "media_omitted": line.is_omitted}
        text = clean_text(line.text or "")
        return IncomingMention(
            channel="whatsapp",
            text=text,
            posted_at=posted_at,
            external_id=self._identity(line),
            author_key=fitting_key(phone or line.author.casefold()),
            author_name=fitting_name(line.author),
            thread_key=self._thread,
            is_private=True,
            is_direct=True,
            phone=phone or None,
            extra={"chat": self._summary.name} | {name: "yes" for name, is_so in marks.items() if is_so},
            attachments=(self._attachment(line.attached),) if line.attached else (),
        )

    def _identity(self, line: ChatLine) -> str:
        ordinal = self._same[line.when, line.author]
        told = "\x1f".join((self._thread, *map(str, line.when), line.author, str(ordinal)))
        return "wa:" + blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    def _attachment(self, name: str) -> IncomingAttachment:
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        content = self._files.content(name, MAX_ATTACHMENT_BYTES) if self._files else None
        return IncomingAttachment(name, media_type, len(content or b""), content)


@contextmanager
def _text(path: Path, kind: FileKind) -> Iterator[tuple[Iterator[str], int]]:
    """Open the conversation's text as lines, with its size in bytes."""
    if not kind.member:
        with path.open(encoding=kind.encoding, errors="replace", newline="\n") as lines:
            yield lines, path.stat().st_size
        return
    with zipfile.ZipFile(path) as archive, archive.open(kind.member) as raw:
        yield io.TextIOWrapper(raw, "utf-8-sig", errors="replace", newline="\n"), archive.getinfo(kind.member).file_size


def _chat_name(path: Path) -> str:
    found = _NAMED.match(_COPY.sub("", path.stem))
    return _COPY.sub("", found[1]).strip() if found else ""
