"""Read a large e-mail in little memory and time: its files leave the text while it comes, and return to their names."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.services.files.limits import MAX_ATTACHMENT_BYTES
from app.services.files.mail_headers import base64_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.models.domain.incoming import IncomingAttachment

_KEPT_BODY: Final = 16 * 1024
"""The longest body of a file's part that stays where it is."""
_KEPT_TEXT: Final = 1024 * 1024
_MOST_REDUCED: Final = 8 * 1024 * 1024
_LONGEST_HEAD: Final = 512 * 1024
_LONGEST_DELIMITER: Final = 300
_MARK_DIGITS: Final = 8
_HEAD_END: Final = re.compile(rb"(?:\A|\n)\r?\n")
_BOUNDARY: Final = re.compile(rb"boundary\s*=\s*(?:\"([^\"\r\n]+)\"|([^\s;\"]+))", re.IGNORECASE)
_TYPE: Final = re.compile(rb"^content-type\s*:\s*([^\s;]+)", re.IGNORECASE | re.MULTILINE)
_IS_FILE: Final = re.compile(rb"^content-disposition\s*:\s*attachment", re.IGNORECASE | re.MULTILINE)
_ENCODING: Final = re.compile(rb"^content-transfer-encoding\s*:\s*([^\s;]+)", re.IGNORECASE | re.MULTILINE)
_BLANKS: Final = b"\r\n\t "


class Reducer:
    """Takes an e-mail in pieces and keeps it without the bodies of large files.

    A body that was taken out leaves a mark that only this object knows, by which :meth:`filled` gives each file its
    content, or only its size where all contents together would be too much.
    """

    def __init__(self) -> None:
        self._mark = secrets.token_hex(12)
        self._kept: list[bytes] = []
        self._kept_bytes = 0
        self._boundaries: list[bytes] = []
        self._delimiter: re.Pattern[bytes] | None = None
        self._rest = b""
        self._is_in_head = True
        self._is_after_break = False
        self._body: _Body = _Text()
        self._files: list[_File] = []
        self._room = MAX_ATTACHMENT_BYTES

    def add(self, piece: bytes) -> None:
        """Take the next piece, cut wherever it may be."""
        self._rest += piece
        while self._step():
            pass

    def result(self) -> bytes:
        """Return the reduced mail; nothing is added afterwards."""
        self.add(b"\n")
        if self._is_in_head:
            self._keep(self._rest)
        else:
            self._add_to_body(self._rest)
        self._end_body()
        return b"".join(self._kept)

    def filled(self, files: Iterable[IncomingAttachment]) -> tuple[IncomingAttachment, ...]:
        """Return the files that were read from the reduced mail with their real sizes and contents."""
        return tuple(self._filled(each) for each in files)

    def _filled(self, file: IncomingAttachment) -> IncomingAttachment:
        told = (file.content or b"").strip()
        if len(told) <= len(self._mark) + _MARK_DIGITS:
            for text in (told, base64.b64encode(told)):
                mark, number = text[: len(self._mark)], text[len(self._mark) :]
                if mark == self._mark.encode() and number.isdigit() and int(number) < len(self._files):
                    found = self._files[int(number)]
                    return replace(file, size=found.size, content=found.content)
        return file

    def _step(self) -> bool:
        return self._step_in_head() if self._is_in_head else self._step_in_body()

    def _step_in_head(self) -> bool:
        found = _HEAD_END.search(self._rest)
        if not found and len(self._rest) < _LONGEST_HEAD:
            return False
        end = found.end() if found else len(self._rest)
        head, self._rest = self._rest[:end], self._rest[end:]
        self._keep(head)
        self._begin_body(head)
        return True

    def _begin_body(self, head: bytes) -> None:
        boundary = _BOUNDARY.search(head)
        if boundary:
            self._boundaries.append(re.escape((boundary[1] or boundary[2]).rstrip()))
            # A delimiter stands alone on its line.
            self._delimiter = re.compile(rb"\n--(?:" + b"|".join(self._boundaries) + rb")(--)?[ \t]*\r?\n")
        media_type = _value(_TYPE, head) or b"text/plain"
        encoding = _value(_ENCODING, head)
        # A mail inside a mail has a head of its own, with its own boundary.
        self._is_in_head = media_type == b"message/rfc822" and encoding != b"base64"
        is_text = media_type.startswith((b"text/", b"multipart/", b"message/")) and not _IS_FILE.search(head)
        self._body = _Text() if is_text else _File(encoding, self._room)
        self._break_line()

    def _break_line(self) -> None:
        """Let the next delimiter find the line break that it needs before it."""
        if not self._is_in_head:
            self._rest, self._is_after_break = b"\n" + self._rest, True

    def _step_in_body(self) -> bool:
        found = self._delimiter.search(self._rest) if self._delimiter else None
        if found is None:
            last = self._rest.rfind(b"\n", max(0, len(self._rest) - _LONGEST_DELIMITER))
            end = last if last >= 0 else len(self._rest)
            self._add_to_body(self._rest[:end])
            self._rest = self._rest[end:]
            return False
        self._add_to_body(self._rest[: found.start() + 1])
        self._end_body()
        self._keep(self._rest[found.start() + 1 : found.end()])
        self._rest = self._rest[found.end() :]
        self._is_in_head = not found[1]
        self._break_line()
        return True

    def _add_to_body(self, piece: bytes) -> None:
        if self._is_after_break and piece:
            piece, self._is_after_break = piece[1:], False
        self._body.add(piece)

    def _end_body(self) -> None:
        self._body.end()
        if isinstance(self._body, _File) and self._body.is_taken_out:
            self._keep(f"{self._mark}{len(self._files):0{_MARK_DIGITS}d}\r\n".encode())
            self._files.append(self._body)
            self._room -= len(self._body.content or b"")
        for piece in self._body.kept:
            self._keep(piece)
        self._body, self._is_after_break = _Text(), False

    def _keep(self, piece: bytes) -> None:
        if self._kept_bytes + len(piece) <= _MOST_REDUCED:
            self._kept.append(piece)
            self._kept_bytes += len(piece)


class _Text:
    """A body that stays in the mail, up to a length that is more than anybody reads."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []
        self._length = 0

    def add(self, piece: bytes) -> None:
        if self._length < _KEPT_TEXT:
            self.kept.append(piece[: _KEPT_TEXT - self._length])
        self._length += len(piece)

    def end(self) -> None:
        """Nothing is held back."""


class _File:
    """A body of a file: taken out and decoded while it comes once it is long; ``content`` None when over ``room``."""

    def __init__(self, encoding: bytes, room: int) -> None:
        self.kept: list[bytes] = []
        self.is_taken_out = False
        self.size = 0
        self._is_base64, self._is_quoted = encoding == b"base64", encoding == b"quoted-printable"
        self._room = room
        self._decoded: list[bytes] | None = []
        self._carry = b""
        self._length = 0

    @property
    def content(self) -> bytes | None:
        if self._decoded is None:
            return None
        if len(self._decoded) > 1:
            self._decoded = [b"".join(self._decoded)]
        return self._decoded[0] if self._decoded else b""

    def add(self, piece: bytes) -> None:
        if self.is_taken_out:
            self._decode(piece)
            return
        self.kept.append(piece)
        self._length += len(piece)
        if self._length > _KEPT_BODY:
            self.is_taken_out = True
            whole, self.kept = b"".join(self.kept), []
            self._decode(whole)

    def end(self) -> None:
        if self.is_taken_out and self._carry:
            self._take(base64_bytes(self._carry))
        if self.is_taken_out and self._is_quoted and (content := self.content) is not None:
            decoded = quopri.decodestring(content)
            self._decoded, self.size = [decoded], len(decoded)

    def _decode(self, piece: bytes) -> None:
        if not self._is_base64:
            self._take(piece)
            return
        signs = self._carry + piece.translate(None, _BLANKS)
        end = len(signs) // 4 * 4
        self._carry = signs[end:]
        try:
            self._take(binascii.a2b_base64(signs[:end]))
        except binascii.Error:
            self._take(base64_bytes(signs[:end]))

    def _take(self, data: bytes) -> None:
        self.size += len(data)
        if self._decoded is not None:
            self._decoded.append(data)
            if self.size > self._room:
                self._decoded = None


_Body = _Text | _File


def reduced(pieces: Iterable[bytes]) -> tuple[bytes, Reducer]:
    """Return the reduced mail made of pieces as they come, and the reducer that gives its files back."""
    reducer = Reducer()
    for piece in pieces:
        reducer.add(piece)
    return reducer.result(), reducer


def _value(pattern: re.Pattern[bytes], head: bytes) -> bytes:
    found = pattern.search(head)
    return found[1].strip(b"\"'").lower() if found else b""
