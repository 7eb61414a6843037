"""Read a mailbox over IMAP without leaving a trace in it: folders opened for reading only, mails in bounded pages."""

from __future__ import annotations

import contextlib
import imaplib
import re
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any, Final, TypeVar

from imap_tools.errors import ImapToolsError, UnexpectedCommandStatusError
from imap_tools.mailbox import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError
from app.services.channels.email.account_form import Endpoint
from app.services.channels.email.failures import fetch_refusal, imap_refusal, imap_sign_in_error, way_error
from app.services.channels.email.kind import STARTTLS, TLS

Done = TypeVar("Done")

HEAD_BYTES: Final = 256 * 1024
"""How much of every mail comes at once; longer ones are fetched on in pieces."""
_PIECE: Final = 1024 * 1024
_MANY: Final = 500
_SECONDS: Final = 30.0
_POLL: Final = 0.5
_MOST_EMPTY = 5  # turns of listening in a row that end before their time and bring nothing
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UID: Final = re.compile(rb"\bUID (\d+)")
_SIZE: Final = re.compile(rb"RFC822\.SIZE (\d+)")
_ARRIVED: Final = re.compile(rb'INTERNALDATE "( ?\d{1,2})-(\w{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)"')
_SHORT_BODY: Final = re.compile(rb'BODY\[\](?:<0>)? (?:"([^"]*)"|NIL)')
_NEWS: Final = re.compile(rb"\b(?:EXISTS|RECENT)\b")
_FAILURES: Final = (imaplib.IMAP4.error, ImapToolsError, OSError)


@dataclass(frozen=True, slots=True)
class FolderState:
    """A folder as the server told it on opening: ``validity`` changes when its UIDs no longer mean the same mails."""

    validity: int
    next_uid: int


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail in a folder: ``head`` is all of it, or its first part when ``is_whole`` is False."""

    uid: int
    size: int
    arrived_at: datetime | None
    head: bytes
    is_whole: bool


class FolderChanged(Exception):  # noqa: N818 - a signal between a mailbox and who reads it, not an error
    """The folder was made anew meanwhile: its UIDs mean other mails."""


class Mailbox:
    """One connection, opened when it is first needed and again after it broke; used by one thread at a time.

    ``sign_in`` returns password or token when asked. Every method raises ChannelError. ``calls`` counts questions.
    """

    def __init__(
        self, *, at: Endpoint, uses_oauth: bool, sign_in: Callable[[], str], trust: ssl.SSLContext | None = None
    ) -> None:
        self._at = at
        self._uses_oauth = uses_oauth
        self._sign_in = sign_in
        self._trust = trust
        self._box: BaseMailBox | None = None
        self._folder: str | None = None
        self.calls = 0

    def open_folder(self, folder: str) -> FolderState:
        """Open a folder for reading only and tell how it stands now."""
        return self._asked(lambda box: self._examined(box, folder), folder=folder)

    def uids_since(self, folder: str, first_uid: int, since: date) -> list[int]:
        """Return the UIDs from ``first_uid`` on of what arrived on ``since`` or later, in order."""
        criteria = f"UID {first_uid}:* SINCE {_imap_day(since)}"
        found = self._in_folder(folder, lambda box: box.uids(criteria, charset=None))
        return sorted(uid for uid in map(int, found) if uid >= first_uid)

    def letters(self, folder: str, validity: int, uids: Sequence[int]) -> list[Letter]:
        """Return mails in the order of their UIDs, each whole or its first part; what is gone meanwhile is left out.

        Raises ChannelError ``unreadable`` when the server cannot give one of them: ask for them one by one then;
        ``FolderChanged`` when ``validity`` is past.
        """
        names = f"(UID RFC822.SIZE INTERNALDATE BODY.PEEK[]<0.{HEAD_BYTES}>)"
        answer = self._in_folder(folder, partial(_fetched, uids=uids, names=names), validity)
        wanted = set(uids)
        return sorted((each for each in _letters(answer) if each.uid in wanted), key=lambda each: each.uid)

    def pieces(self, folder: str, letter: Letter, validity: int, most: int) -> Iterator[bytes]:
        """Yield a mail piece by piece, its first part again first, up to ``most`` bytes."""
        yield letter.head
        at = len(letter.head)
        while at < most:
            names = f"(UID BODY.PEEK[]<{at}.{_PIECE}>)"
            answer = self._in_folder(folder, partial(_fetched, uids=[letter.uid], names=names), validity)
            piece = next((part[1] for part in answer if isinstance(part, tuple)), b"")
            if not piece:
                return
            yield piece
            at += len(piece)
            if len(piece) < _PIECE:
                return

    def dated(self, folder: str, since: date, before: date) -> Iterator[Letter]:
        """Yield what arrived within those days, the server's own days; of each mail only what tells its date and id."""
        criteria = f"SINCE {_imap_day(since)} BEFORE {_imap_day(before)}"
        names = "(UID RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER.FIELDS (DATE RESENT-DATE RECEIVED MESSAGE-ID)])"
        self.open_folder(folder)
        uids = [int(uid) for uid in self._in_folder(folder, lambda box: box.uids(criteria, charset=None))]
        for place in range(0, len(uids), _MANY):
            part = uids[place : place + _MANY]
            yield from _letters(self._in_folder(folder, partial(_fetched, uids=part, names=names)))

    def has_mail(self, folder: str, message_id: str) -> bool:
        """Tell whether a folder holds a mail with this Message-ID (without angle brackets)."""
        self.open_folder(folder)
        quoted = message_id.replace("\\", "").replace('"', "")
        return bool(self._in_folder(folder, lambda box: box.uids(f'HEADER Message-ID "<{quoted}>"', charset=None)))

    def sent_folder(self) -> str:
        """Return the folder that the server itself marks as the one of sent mails, "" when it marks none."""
        folders = self._asked(lambda box: box.folder.list())
        return next((each.name for each in folders if "\\sent" in {flag.lower() for flag in each.flags}), "")

    def keep(self, folder: str, mail: bytes, *, seconds: float) -> None:
        """Put a mail into a folder as read, within so many seconds."""

        def append(box: BaseMailBox) -> None:
            box.client.sock.settimeout(seconds)
            try:
                box.append(mail, folder, flag_set=["\\Seen"])
            finally:
                box.client.sock.settimeout(_SECONDS)

        self._asked(append, folder=folder)

    def wait(self, folder: str, stop: threading.Event, seconds: float, *, known_uid: int = 0) -> bool | None:
        """Wait until the server announces a change in a folder; None: this server announces nothing.

        ``known_uid`` is the next UID that it named when it was read: what came since then is announced no more.
        """
        until = time.monotonic() + seconds
        next_uid = self.open_folder(folder).next_uid
        if 0 < known_uid < next_uid:
            return True
        if not self._asked(lambda box: "IDLE" in box.client.capabilities):
            return None
        return self._asked(lambda box: _idle(box, stop, until))

    def close(self) -> None:
        """Sign out if that is still possible, and let the connection go."""
        box, self._box, self._folder = self._box, None, None
        if box is not None:
            with contextlib.suppress(*_FAILURES):
                box.client.sock.settimeout(2.0)
                box.logout()
            with contextlib.suppress(*_FAILURES):
                box.client.shutdown()

    def _in_folder(self, folder: str, ask: Callable[[BaseMailBox], Done], validity: int = 0) -> Done:
        def opened(box: BaseMailBox) -> Done:
            if self._folder != folder and self._examined(box, folder).validity != validity and validity:
                raise FolderChanged
            return ask(box)

        return self._asked(opened)

    def _examined(self, box: BaseMailBox, folder: str) -> FolderState:
        self._folder = None
        try:
            box.folder.set(folder, readonly=True)
        except (UnexpectedCommandStatusError, imaplib.IMAP4.error) as error:
            if isinstance(error, imaplib.IMAP4.abort):
                raise
            raise imap_refusal(error, host=self._at.host, folder=folder) from error
        self._folder = folder
        return FolderState(_number(box, "UIDVALIDITY"), _number(box, "UIDNEXT"))

    def _asked(self, ask: Callable[[BaseMailBox], Done], *, folder: str = "") -> Done:
        """Ask on the open connection; when that one turns out to be dead, once more on a new one."""
        is_old = self._box is not None
        self.calls += 1
        try:
            return ask(self._connected())
        except (imaplib.IMAP4.abort, OSError) as error:
            self.close()
            if not is_old or isinstance(error, TimeoutError):
                raise self._way(error) from error
        except (imaplib.IMAP4.error, ImapToolsError) as error:
            raise imap_refusal(error, host=self._at.host, folder=folder) from error
        return self._asked(ask, folder=folder)

    def _way(self, error: Exception) -> ChannelError:
        cause = error.__context__ if isinstance(error, imaplib.IMAP4.abort) else error
        return way_error(cause or error, host=self._at.host)

    def _connected(self) -> BaseMailBox:
        if self._box is None:
            self._folder = None
            box = self._dialled()
            try:
                self._let_in(box)
            except BaseException:
                with contextlib.suppress(*_FAILURES):
                    box.client.shutdown()
                raise
            self._box = box
        return self._box

    def _dialled(self) -> BaseMailBox:
        at = self._at
        if not at.host:
            raise ChannelError(Problem.NAME_NOT_FOUND, facts={"host": ""})
        try:
            if at.security == TLS:
                return MailBox(at.host, at.port, _SECONDS, ssl_context=self._trusted())
            if at.security == STARTTLS:
                return _StartTls(at.host, at.port, _SECONDS, ssl_context=self._trusted())
            return MailBoxUnencrypted(at.host, at.port, _SECONDS)
        except (OSError, UnicodeError) as error:
            raise way_error(error, host=at.host) from error
        except (imaplib.IMAP4.error, ImapToolsError) as error:
            if isinstance(error, imaplib.IMAP4.abort):
                raise self._way(error) from error
            raise ChannelError(Problem.UNREADABLE, facts={"host": at.host, "reason": "tls"}) from error

    def _trusted(self) -> ssl.SSLContext:
        return self._trust or ssl.create_default_context()

    def _let_in(self, box: BaseMailBox) -> None:
        secret = self._sign_in()
        try:
            if self._uses_oauth:
                _present_token(box, self._at.user, secret)
            elif self._at.user.isascii() and secret.isascii():
                box.login(self._at.user, secret, initial_folder=None)
            else:
                box.login_utf8(self._at.user, secret, initial_folder=None)
        except imaplib.IMAP4.abort as error:
            raise self._way(error) from error
        except (imaplib.IMAP4.error, ImapToolsError) as error:
            raise imap_sign_in_error(
                getattr(error, "command_result", error), host=self._at.host, uses_oauth=self._uses_oauth
            ) from error
        except OSError as error:
            raise way_error(error, host=self._at.host) from error
        # What a server can do often shows only after the sign-in.
        with contextlib.suppress(imaplib.IMAP4.error):
            answer = box.client.capability()[1][-1]
            if isinstance(answer, bytes):
                box.client.capabilities = tuple(answer.decode("ascii", "replace").upper().split())


class _StartTls(MailBoxStartTls):
    """The same, which closes the plain connection when the secured one is refused."""

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        client = imaplib.IMAP4(self._host, self._port, self._timeout)
        try:
            client.starttls(self._ssl_context)
        except BaseException:
            with contextlib.suppress(*_FAILURES):
                client.shutdown()
            raise
        return client


def _present_token(box: BaseMailBox, user: str, token: str) -> None:
    """Sign in with XOAUTH2; to the error that a server sends as a challenge the answer is an empty one."""
    answers = iter((f"user={user}\1auth=Bearer {token}\1\1".encode(),))
    box.client.authenticate("XOAUTH2", lambda _challenge: next(answers, b""))


def _fetched(box: BaseMailBox, uids: Sequence[int], names: str) -> list[Any]:
    kind, answer = box.client.uid("FETCH", _set_of(uids), names)
    if kind != "OK":
        raise fetch_refusal(answer, host=box.client.host)
    return [part for part in answer if part is not None]


def _set_of(uids: Sequence[int]) -> str:
    """Write UIDs as IMAP's ranges, so that a long list stays a short line."""
    ranges: list[list[int]] = []
    for uid in uids:
        if ranges and uid == ranges[-1][1] + 1:
            ranges[-1][1] = uid
        else:
            ranges.append([uid, uid])
    return ",".join(str(first) if first == last else f"{first}:{last}" for first, last in ranges)


def _letters(answer: Sequence[Any]) -> Iterator[Letter]:
    """Yield what a FETCH brought; the items of one mail may stand before or after its bytes."""
    for place, part in enumerate(answer):
        if isinstance(part, tuple):
            following = answer[place + 1] if place + 1 < len(answer) else b""
            words = part[0] + (following if isinstance(following, bytes) else b"")
            letter = _letter(words, part[1])
        else:
            short = _SHORT_BODY.search(part)
            letter = _letter(part, short[1] or b"") if short else None
        if letter:
            yield letter


def _letter(words: bytes, head: bytes) -> Letter | None:
    uid, size = _UID.search(words), _SIZE.search(words)
    if not uid:
        return None
    told = int(size[1]) if size else len(head)
    return Letter(int(uid[1]), max(told, len(head)), _arrived(words), head, len(head) < HEAD_BYTES)


def _arrived(words: bytes) -> datetime | None:
    found = _ARRIVED.search(words)
    if not found:
        return None
    day, month, year, hour, minute, second, sign, off_hours, off_minutes = (part.decode() for part in found.groups())
    if month not in _MONTHS:
        return None
    offset = timedelta(hours=int(off_hours), minutes=int(off_minutes)) * (-1 if sign == "-" else 1)
    try:
        local = datetime(int(year), _MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second), tzinfo=UTC)
        return local - offset
    except (ValueError, OverflowError):
        return None


def _number(box: BaseMailBox, name: str) -> int:
    value = box.client.response(name)[1][-1]
    return int(value) if isinstance(value, bytes) and value.isdigit() else 0


def _imap_day(day: date) -> str:
    return f"{day.day:02d}-{_MONTHS[day.month - 1]}-{day.year:04d}"


def _idle(box: BaseMailBox, stop: threading.Event, until: float) -> bool:
    """Listen in short turns, so that ``stop`` is heard; what came with the last turn counts too."""
    box.idle.start()  # type: ignore[no-untyped-call]  # the library names no types here
    has_news, empty = False, 0
    while not has_news and empty < _MOST_EMPTY and not stop.is_set() and (left := until - time.monotonic()) > 0:
        began, turn = time.monotonic(), min(left, _POLL)
        lines = box.idle.poll(turn)
        has_news = any(_NEWS.search(line) for line in lines)
        # A connection that the server has closed is told by nothing else: every turn ends at once. Taking leave tells.
        empty = 0 if lines or time.monotonic() - began > turn / 2 else empty + 1
    rest = box.idle.stop()[1]  # type: ignore[no-untyped-call]  # the library names no types here
    return has_news or any(isinstance(line, bytes) and bool(_NEWS.search(line)) for line in rest)
