"""Hand a mail to the company's SMTP server, and know of every failure whether the mail may have left all the same."""

from __future__ import annotations

import contextlib
import re
import smtplib
import socket
import ssl
import time
from collections.abc import Callable
from typing import Final

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError
from app.services.channels.email.account_form import Endpoint
from app.services.channels.email.compose import Envelope
from app.services.channels.email.failures import smtp_refusal, smtp_sign_in_error, smtp_words, way_error
from app.services.channels.email.kind import PLAIN, STARTTLS, TLS

_SECONDS: Final = 30.0
"""The longest silence while connecting, asking, or between two pieces of a mail."""
_LAST_SECONDS: Final = 60.0
"""The longest wait for the word that a whole mail was taken: servers look for viruses first."""
_MOST_SECONDS: Final = 200.0
"""From the first word until the end of a mail; with what follows it stays below what the outbox allows for sending."""
_SLOWEST: Final = 50_000
"""Bytes a second below which a line counts as broken."""
_PIECE: Final = 64 * 1024
_OK, _GO_ON, _ACCEPTED = 250, 354, frozenset({250, 251, 252})
_DOT: Final = re.compile(rb"(?m)^\.")


def seconds_for(size: int, most: float) -> float:
    """Return how long sending so many bytes may take, ``most`` seconds at most."""
    return min(max(_SECONDS, size / _SLOWEST), most)


class Sender:
    """One account's way out; each mail has a connection of its own, since servers close idle ones soon.

    ``sign_in`` returns password or token when asked. ``uncopied`` are the Message-IDs of mails whose copy to ourselves
    the server refused.
    """

    def __init__(
        self,
        *,
        at: Endpoint,
        uses_oauth: bool,
        sign_in: Callable[[], str],
        domain: str,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._at = at
        self._uses_oauth = uses_oauth
        self._sign_in = sign_in
        self._domain = domain
        self._trust = trust
        self.uncopied: set[str] = set()

    def check(self) -> None:
        """Connect and sign in. Raises ChannelError."""
        server = self._connected()
        _leave(server)

    def send(self, mail: Envelope, *, sender: str, copy_to: str = "") -> None:
        """Send once. Raises ChannelError; ``is_certain`` False from the moment the mail's end was on its way."""
        until = time.monotonic() + _MOST_SECONDS
        server = self._connected()
        try:
            self._address(server, mail, sender, copy_to)
            self._hand_over(server, mail.content, until)
        finally:
            _leave(server)

    def takes(self, address: str, *, sender: str) -> bool:
        """Ask whether the server would take a mail to an address now; none is sent. Raises ChannelError."""
        server = self._connected()
        try:
            return server.mail(sender)[0] == _OK and server.rcpt(address)[0] in _ACCEPTED
        except (smtplib.SMTPException, OSError) as error:
            raise self._way(error) from error
        finally:
            _leave(server)

    def _address(self, server: smtplib.SMTP, mail: Envelope, sender: str, copy_to: str) -> None:
        host = self._at.host
        limit = server.esmtp_features.get("size", "")
        if limit.isdigit() and 0 < int(limit) < len(mail.content):
            raise ChannelError(Problem.TOO_LARGE, facts={"host": host, "limit": limit})
        try:
            code, answer = server.mail(sender, [f"size={len(mail.content)}"] if limit else [])
            if code != _OK:
                raise smtp_refusal(code, answer, host=host, step="from")
            code, answer = server.rcpt(mail.to)
            if code not in _ACCEPTED:
                raise smtp_refusal(code, answer, host=host, step="to")
            self.uncopied.discard(mail.message_id)
            if copy_to and server.rcpt(copy_to)[0] not in _ACCEPTED:
                self.uncopied.add(mail.message_id)
        except (smtplib.SMTPException, OSError) as error:
            raise self._way(error) from error

    def _hand_over(self, server: smtplib.SMTP, content: bytes, until: float) -> None:
        """Give the mail in pieces: until its end has left, a server has nothing that it could deliver."""
        host = self._at.host
        try:
            code, answer = server.docmd("DATA")
            if code != _GO_ON:
                raise smtp_refusal(code, answer, host=host, step="data")
            self._give(server, _DOT.sub(b"..", content), until)
        except (smtplib.SMTPException, OSError) as error:
            server.close()  # what would be said now would stand in the mail
            raise self._way(error) from error
        try:
            line = _socket_of(server)
            line.settimeout(_LAST_SECONDS)
            line.sendall(b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n")
            code, answer = server.getreply()
        except (smtplib.SMTPException, OSError) as error:
            raise self._way(error, is_certain=False) from error
        if code != _OK:
            raise smtp_refusal(code, answer, host=host, step="data")

    @staticmethod
    def _give(server: smtplib.SMTP, content: bytes, until: float) -> None:
        until = min(until, time.monotonic() + seconds_for(len(content), _MOST_SECONDS))
        for start in range(0, len(content), _PIECE):
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            line = _socket_of(server)
            line.settimeout(min(left, _SECONDS))
            line.sendall(content[start : start + _PIECE])

    def _connected(self) -> smtplib.SMTP:
        server = self._dialled()
        try:
            self._secure_and_sign_in(server)
        except BaseException:
            server.close()
            raise
        return server

    def _dialled(self) -> smtplib.SMTP:
        at = self._at
        if not at.host:
            raise ChannelError(Problem.NAME_NOT_FOUND, facts={"host": ""})
        name = self._domain if self._domain.isascii() and self._domain else "localhost"
        try:
            if at.security == TLS:
                return smtplib.SMTP_SSL(
                    at.host, at.port, local_hostname=name, timeout=_SECONDS, context=self._trusted()
                )
            return smtplib.SMTP(at.host, at.port, local_hostname=name, timeout=_SECONDS)
        except smtplib.SMTPConnectError as error:
            raise smtp_refusal(error.smtp_code, error.smtp_error, host=at.host, step="greet") from error
        except (smtplib.SMTPException, OSError, UnicodeError) as error:
            raise self._way(error) from error

    def _secure_and_sign_in(self, server: smtplib.SMTP) -> None:
        host = self._at.host
        try:
            if self._at.security == STARTTLS:
                server.starttls(context=self._trusted())
            server.ehlo_or_helo_if_needed()
        except smtplib.SMTPNotSupportedError as error:
            raise ChannelError(Problem.NOT_SUPPORTED, facts={"host": host, "reason": "starttls"}) from error
        except smtplib.SMTPResponseException as error:
            raise smtp_refusal(*smtp_words(error), host=host, step="greet") from error
        except (smtplib.SMTPException, OSError) as error:
            raise self._way(error) from error
        secret = self._sign_in()
        if self._at.security == PLAIN and not server.esmtp_features.get("auth", "").strip():
            return  # a relay in the company's own network, which knows its machines by their addresses
        try:
            self._present(server, secret)
        except smtplib.SMTPServerDisconnected as error:
            raise self._way(error) from error
        except smtplib.SMTPException as error:
            raise smtp_sign_in_error(error, host=host, uses_oauth=self._uses_oauth) from error
        except OSError as error:
            raise self._way(error) from error

    def _present(self, server: smtplib.SMTP, secret: str) -> None:
        if not self._uses_oauth:
            server.login(self._at.user, secret)
            return
        if "XOAUTH2" not in server.esmtp_features.get("auth", "").upper():
            raise smtplib.SMTPNotSupportedError("XOAUTH2")
        token = f"user={self._at.user}\1auth=Bearer {secret}\1\1"
        # To the error that a server sends as a challenge the answer is an empty one.
        code, answer = server.auth("XOAUTH2", lambda challenge=None: token if challenge is None else "")
        if code not in {235, 503}:
            raise smtplib.SMTPAuthenticationError(code, answer)

    def _trusted(self) -> ssl.SSLContext:
        return self._trust or ssl.create_default_context()

    def _way(self, error: BaseException, *, is_certain: bool = True) -> ChannelError:
        return way_error(error, host=self._at.host, is_certain=is_certain)


def _socket_of(server: smtplib.SMTP) -> socket.socket:
    if server.sock is None:
        raise smtplib.SMTPServerDisconnected("closed")
    return server.sock


def _leave(server: smtplib.SMTP) -> None:
    with contextlib.suppress(smtplib.SMTPException, OSError):
        server.quit()
    server.close()
