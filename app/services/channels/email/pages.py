"""Read a page of a folder in bounded memory, and give up on a mail only when the server keeps refusing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from app.models.domain.channel_health import Problem
from app.models.domain.incoming import RejectReason
from app.services.channels.base import ChannelError
from app.services.channels.email.account_form import MailForm
from app.services.channels.email.letters import Read, read_letter
from app.services.channels.email.mailbox import Letter, Mailbox
from app.services.files.items import rejected
from app.services.files.limits import MAX_MAIL_BYTES

PAGE: Final = 100
_PAGE_BYTES: Final = 24 * 1024 * 1024
"""A page ends with the mail that takes it above this, so that large files do not pile up."""
_TRIES: Final = 3


class PageReader:
    """Reads mails of one mailbox; remembers which ones the server could not give, to ask for them again later."""

    def __init__(self, *, box: Mailbox, form: MailForm) -> None:
        self._box = box
        self._form = form
        self._refused: Counter[tuple[str, int]] = Counter()

    def read(self, folder: str, validity: int, uids: Sequence[int], now: datetime) -> tuple[list[Read], int]:
        """Read mails in order until the page is full; return them and the last UID that is settled.

        Raises ChannelError, ``server_error`` as long as the first of them is refused for no lasting reason, and
        ``FolderChanged`` when the UIDs mean other mails by now.
        """
        read: list[Read] = []
        weight, last = 0, 0
        letters = self._letters(folder, validity, uids)
        for row, uid in enumerate(uids, start=1):
            letter = letters.get(uid)
            if letter is not None:
                pieces = self._box.pieces(folder, letter, validity, MAX_MAIL_BYTES)
                is_sent = folder == self._form.sent_folder
                read.append(read_letter(row, letter, pieces, form=self._form, now=now, is_sent=is_sent))
            elif (tries := self._refused[folder, uid]) >= _TRIES:
                read.append(Read(rejected=rejected(row, RejectReason.UNREADABLE, "mail")))
            elif tries:
                break
            last = uid
            weight += read[-1].weight if letter else 0
            if weight >= _PAGE_BYTES:
                break
        if uids and not last:
            raise ChannelError(Problem.SERVER_ERROR)
        return read, last

    def _letters(self, folder: str, validity: int, uids: Sequence[int]) -> dict[int, Letter]:
        """Fetch a page; when the server cannot give it, mail by mail up to the first one refused anew."""
        if not uids:
            return {}
        try:
            return {each.uid: each for each in self._box.letters(folder, validity, uids)}
        except ChannelError as error:
            self._raise_unless_refused(folder, error)
        found: dict[int, Letter] = {}
        for uid in uids:
            try:
                found.update((each.uid, each) for each in self._box.letters(folder, validity, [uid]))
            except ChannelError as error:
                self._raise_unless_refused(folder, error)
                self._refused[folder, uid] += 1
                if self._refused[folder, uid] < _TRIES:
                    break
        return found

    def _raise_unless_refused(self, folder: str, error: ChannelError) -> None:
        """Return when it is the mail that the server cannot give: it says so, or hangs up each time it is asked."""
        if error.problem is Problem.NO_NETWORK:
            self._box.open_folder(folder)  # raises when it is the way to the server
        elif error.problem is not Problem.UNREADABLE:
            raise error
