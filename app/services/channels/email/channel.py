"""One mail account as the rest of the program knows a channel: folders are its streams, answers go out by SMTP."""

from __future__ import annotations

import contextlib
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Final

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.services.channels.base import (
    Account,
    ChannelError,
    Checked,
    Credentials,
    Fetched,
    Figures,
    Finding,
    Network,
    OutgoingReply,
    Receipt,
)
from app.services.channels.email.account_form import Endpoint, read_form
from app.services.channels.email.compose import compose, message_id_of
from app.services.channels.email.cursor import FolderCursor, read_cursor
from app.services.channels.email.kind import KIND, plan_of
from app.services.channels.email.letters import id_and_moment
from app.services.channels.email.mailbox import FolderChanged, Mailbox
from app.services.channels.email.pages import PAGE, PageReader
from app.services.channels.email.sender import Sender, seconds_for
from app.services.clock import Clock

_SETTLED: Final = timedelta(minutes=2)
"""A provider may show what was sent this long after it took it."""
_MOST_SECONDS, _LEAST_SECONDS = 270.0, 10.0
"""Sending and keeping a copy take no longer than the outbox allows; without time left no copy is begun."""


@dataclass(slots=True)
class _Backlog:
    """The UIDs of a folder that are still to be read, and where the folder stood when they were looked up."""

    validity: int
    last_uid: int
    uids: list[int] = field(default_factory=list)


class MailChannel:
    """A mail account, opened; asks nothing until it is used. ``trust`` replaces the system's certificates."""

    def __init__(
        self, *, account: Account, credentials: Credentials, clock: Clock, trust: ssl.SSLContext | None = None
    ) -> None:
        self._form = read_form(account)
        self._name = account.name
        self._credentials = credentials
        self._clock = clock
        self._box = Mailbox(
            at=self._form.imap, uses_oauth=self._form.uses_oauth, sign_in=self._sign_in(self._form.imap), trust=trust
        )
        self._sender = Sender(
            at=self._form.smtp,
            uses_oauth=self._form.uses_oauth,
            sign_in=self._sign_in(self._form.smtp),
            domain=self._form.domain,
            trust=trust,
        )
        self._pages = PageReader(box=self._box, form=self._form)
        self._backlogs: dict[str, _Backlog] = {}
        self._known_uids: dict[str, int] = {}
        self._known_sent_folder: str | None = None

    @property
    def streams(self) -> Sequence[str]:
        """The folders, the one of sent mails last."""
        return tuple(dict.fromkeys(each for each in (*self._form.folders, self._form.sent_folder) if each))

    def fetch(self, stream: str, cursor: str | None) -> Fetched:
        """Return the next page of a folder, oldest first; nothing is marked as read and no removal is told."""
        now = self._clock.now()
        calls = self._box.calls
        at = read_cursor(cursor, now=now, first_days=self._form.first_days)
        at, backlog = self._backlog(stream, at)
        page = backlog.uids[:PAGE]
        try:
            read, last = self._pages.read(stream, backlog.validity, page, now)
        except FolderChanged:
            self._backlogs.pop(stream)
            return Fetched(cursor=at.text(), has_more=True, calls=self._box.calls - calls)
        del backlog.uids[: sum(1 for uid in page if uid <= last)]
        end = last if backlog.uids else max(last, backlog.last_uid)
        backlog.last_uid = max(backlog.last_uid, end)
        return Fetched(
            cursor=FolderCursor(at.validity, max(end, at.uid), at.since).text(),
            mentions=tuple(each.mention for each in read if each.mention),
            rejected=tuple(each.rejected for each in read if each.rejected),
            own=tuple(each.own for each in read if each.own),
            bounces=tuple(each.bounce for each in read if each.bounce),
            has_more=bool(backlog.uids),
            calls=self._box.calls - calls,
        )

    def send(self, reply: OutgoingReply) -> Receipt:
        """Send one mail; the same answer has the same Message-ID on every try."""
        began = time.monotonic()
        mail = compose(reply, self._form, account_name=self._name, at=self._clock.now())
        copy_to = self._form.address if self._form.copies_self else ""
        self._sender.send(mail, sender=self._form.address, copy_to=copy_to)
        left = _MOST_SECONDS - (time.monotonic() - began)
        if self._form.keeps_sent and left >= _LEAST_SECONDS:
            # It was sent: what fails here costs the copy, never the answer.
            with contextlib.suppress(ChannelError):
                folder = self._sent_folder()
                if folder:
                    self._box.keep(folder, mail.content, seconds=seconds_for(len(mail.content), left))
        return Receipt(external_id=mail.message_id)

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        """Look for the mail among what was sent and in our own folders.

        Raises ChannelError ``not_supported`` where a mail that is not found may have been sent all the same, and
        ``timed_out`` as long as the provider may still be filing it.
        """
        message_id = message_id_of(reply, self._form)
        for folder in dict.fromkeys(each for each in (self._sent_folder(), *self._form.folders) if each):
            if self._box.has_mail(folder, message_id):
                return Receipt(external_id=message_id)
        if not self._form.is_sent_sure or not self._is_copy_sure(message_id):
            raise ChannelError(Problem.NOT_SUPPORTED, facts={"host": self._form.imap.host, "reason": "no_sent_copy"})
        if reply.written_at is not None and self._clock.now() < reply.written_at + _SETTLED:
            raise ChannelError(Problem.TIMED_OUT, retry_after=_SETTLED, facts={"host": self._form.imap.host})
        return None

    def act(self, kind: str, external_id: str) -> None:  # noqa: ARG002 - the form that every channel has
        """Raise ChannelError ``not_supported``: a mail has nothing of the kind."""
        raise ChannelError(Problem.NOT_SUPPORTED, facts={"act": kind})

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:  # noqa: ARG002 - the form of every channel
        """Return nothing: a mail has no audience."""
        return ()

    def count(self, stream: str, day: date) -> int | None:
        """Return how many mails of a folder bear a moment of that day (UTC), as their mentions do, each id once."""
        # The server counts days in a zone of its own and by arrival: ask for more and look at each.
        found = self._box.dated(stream, day - timedelta(days=1), day + timedelta(days=3))
        now = self._clock.now()
        told = dict(id_and_moment(each, now) for each in found)
        return sum(1 for moment in told.values() if moment.date() == day)

    def check(self) -> Checked:
        """Open every folder, and sign in where mails are sent from."""
        reading = _problem_of(lambda: [self._box.open_folder(each) for each in self.streams])
        sending = _problem_of(self._sender.check)
        return Checked(
            self._form.address,
            (
                Finding(Ability.READ_PRIVATE, reading is None, reading),
                Finding(Ability.REPLY_PRIVATE, sending is None, sending),
                Finding(Ability.ATTACH, sending is None, sending),
            ),
            reading if sending else None,
        )

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        """Wait for the server's word that the first folder has changed; where it gives none, for the time to pass."""
        folder = self._form.folders[0]
        told = self._box.wait(folder, stop, seconds, known_uid=self._known_uids.get(folder, 0))
        if told is None:
            stop.wait(seconds)
        return bool(told) and not stop.is_set()

    def close(self) -> None:
        """Sign out."""
        self._box.close()
        self._backlogs.clear()

    def _backlog(self, folder: str, at: FolderCursor) -> tuple[FolderCursor, _Backlog]:
        """Return what is still to be read after a cursor, asking the server only when nothing is left of that."""
        kept = self._backlogs.get(folder)
        if kept and kept.uids and kept.validity == at.validity and at.uid < kept.uids[0] and at.uid >= kept.last_uid:
            return at, kept
        state = self._box.open_folder(folder)
        self._known_uids[folder] = state.next_uid
        if state.validity != at.validity:
            at = FolderCursor(state.validity, 0, at.since)
        backlog = _Backlog(state.validity, at.uid)
        if not state.next_uid or state.next_uid > at.uid + 1:
            backlog.uids = self._box.uids_since(folder, at.uid + 1, at.since)
            # Whatever had come before the question and is not in its answer is older than the first day.
            if not backlog.uids:
                backlog.last_uid = max(at.uid, state.next_uid - 1)
        self._backlogs[folder] = backlog
        return at, backlog

    def _is_copy_sure(self, message_id: str) -> bool:
        """Tell whether the server took the copy of a mail, as far as that can be told after a restart."""
        if not self._form.needs_copy:
            return True
        own = self._form.address
        return message_id not in self._sender.uncopied and self._sender.takes(own, sender=own)

    def _sent_folder(self) -> str:
        if self._form.sent_folder:
            return self._form.sent_folder
        if self._known_sent_folder is None:
            self._known_sent_folder = self._box.sent_folder()
        return self._known_sent_folder

    def _sign_in(self, at: Endpoint) -> partial[str]:
        return partial(_secret, self._credentials, at.secret, uses_oauth=self._form.uses_oauth)


def _secret(credentials: Credentials, key: str, *, uses_oauth: bool) -> str:
    return credentials.access_token() if uses_oauth else credentials.get(key)


def _problem_of(attempt: Callable[[], object]) -> Problem | None:
    try:
        attempt()
    except ChannelError as error:
        return error.problem
    return None


NETWORK: Final = Network(kind=KIND, open=MailChannel, plan_of=plan_of)
