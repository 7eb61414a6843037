"""A real SMTP server on loopback that takes mails down, with sign-in, TLS and the bad days of such servers."""

from __future__ import annotations

import base64
import shutil
import ssl
import tempfile
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.counterparts.certificate import throw_away_certificate

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Taken:
    """A mail that the server took: from whom, to whom, its bytes."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes

    @property
    def message(self) -> Message:
        return message_from_bytes(self.content)


class SmtpServer:
    """The server, between ``with`` and its end. ``security`` is ``tls``, ``starttls`` or ``none``.

    ``users`` are names with their passwords (empty: no sign-in is asked for), ``tokens`` the access tokens that are
    good now with their users. ``on_mail`` is told of every mail taken, in the server's thread.
    ``refused`` are addresses whose mailboxes are full.
    """

    def __init__(
        self,
        users: dict[str, str] | None = None,
        *,
        security: str = "none",
        names: tuple[str, ...] = (HOST,),
        largest: int = 40 * 1024 * 1024,
        on_mail: Callable[[Taken], None] = lambda _: None,
    ) -> None:
        self.users = {"sac@loja.example": "segredo de teste"} if users is None else users
        self.tokens: dict[str, str] = {}
        self.taken: list[Taken] = []
        self.refused: set[str] = set()
        self._on_mail = on_mail
        self._answers: dict[str, deque[str]] = {"mail": deque(), "rcpt": deque(), "data": deque()}
        self._cuts: deque[bool] = deque()
        self._folder = Path(tempfile.mkdtemp(prefix="smtp"))
        self.certificate, key = throw_away_certificate(self._folder, names)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, key)
        has_starttls = security == "starttls"
        self._controller = _QuietController(
            self,
            hostname=HOST,
            port=0,
            ssl_context=context if security == "tls" else None,
            tls_context=context if has_starttls else None,
            require_starttls=has_starttls,
            authenticator=self._let_in,
            auth_require_tls=has_starttls,
            auth_exclude_mechanism=[] if self.users else ["PLAIN", "LOGIN", "XOAUTH2"],
            data_size_limit=largest,
            enable_SMTPUTF8=False,
        )

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def port(self) -> int:
        return int(self._controller.port)

    def answer_next(self, step: str, *answers: str) -> None:
        """Answer the next ``mail``, ``rcpt`` or ``data`` commands so, instead of taking them."""
        self._answers[step].extend(answers)

    def cut_after_data(self, *, is_taken: bool) -> None:
        """Cut the connection when the next mail has come, before a word; ``is_taken`` says whether it was taken."""
        self._cuts.append(is_taken)

    async def handle_MAIL(  # noqa: N802 - the library's name
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.users and not session.authenticated:
            return "530 5.7.0 Authentication required"
        if self._answers["mail"]:
            return self._answers["mail"].popleft()
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self._answers["rcpt"]:
            return self._answers["rcpt"].popleft()
        if address in self.refused:
            return "552 5.2.2 Mailbox full"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - the library's name
        if self._answers["data"]:
            return self._answers["data"].popleft()
        is_taken = self._cuts.popleft() if self._cuts else None
        if is_taken is not False:
            content = envelope.content
            assert isinstance(content, bytes)
            mail = Taken(envelope.mail_from or "", tuple(envelope.rcpt_tos), content)
            self.taken.append(mail)
            self._on_mail(mail)
        if is_taken is not None:
            server.transport.abort()
        return "250 OK"

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802 - the library's name
        text = args[1] if len(args) > 1 else ""
        fields = base64.b64decode(text).decode().split("\1")
        user = fields[0].removeprefix("user=")
        token = fields[1].removeprefix("auth=Bearer ")
        if self.tokens.get(token) == user:
            return AuthResult(success=True)
        await server.push("334 " + base64.b64encode(b'{"status":"401","schemes":"bearer"}').decode())
        await server._reader.readline()
        return AuthResult(success=False, handled=False)

    def _let_in(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, auth_data: Any
    ) -> AuthResult:
        if not isinstance(auth_data, LoginPassword):
            return AuthResult(success=False, handled=False)
        known = self.users.get(auth_data.login.decode())
        return AuthResult(success=known == auth_data.password.decode() and known is not None, handled=False)


class _QuietController(Controller):
    """The library's, on a port that the system chooses."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()
