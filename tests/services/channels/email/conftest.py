"""A Dovecot for the whole session's mail tests, an account on it, and mails to put in."""

from __future__ import annotations

import itertools
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

import pytest

from app.services.channels.base import Account, Fetched, OutgoingReply
from app.services.channels.email.channel import MailChannel
from tests.counterparts.dovecot import Dovecot, why_missing
from tests.counterparts.smtp import SmtpServer
from tests.fakes import FakeClock, FakeCredentials

ADDRESS = "sac@loja.example"
PASSWORD = "segredo de teste"
NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
_numbers = itertools.count(1)

OpenMail = Callable[..., MailChannel]


def letter(
    text: str = "Bom dia, meu pedido não chegou.",
    *,
    sender: str = "Ana Souza <ana@cliente.example>",
    to: str = ADDRESS,
    subject: str = "Pedido atrasado",
    message_id: str | None = None,
    at: datetime = NOW - timedelta(hours=1),
    files: tuple[tuple[str, bytes], ...] = (),
    **headers: str,
) -> bytes:
    """Write a mail; keywords with underscores are further headers."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = sender, to, subject, format_datetime(at)
    mail["Message-ID"] = message_id or f"<m{next(_numbers)}@cliente.example>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    for name, content in files:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def drained(channel: MailChannel, stream: str = "INBOX", cursor: str | None = None) -> tuple[list[Fetched], str]:
    """Read until nothing is left."""
    pages = []
    while True:
        pages.append(channel.fetch(stream, cursor))
        cursor = pages[-1].cursor
        if not pages[-1].has_more:
            return pages, cursor


def answer(text: str = "Bom dia, Ana. Já estamos vendo.", **values: Any) -> OutgoingReply:
    from app.models.domain.vocabulary import Visibility  # noqa: PLC0415 - used by this maker only

    made: dict[str, Any] = {
        "key": f"resposta-{next(_numbers)}",
        "account_id": 1,
        "text": text,
        "visibility": Visibility.PRIVATE,
        "author_key": "ana@cliente.example",
        "title": "Pedido atrasado",
        "in_reply_to": "m1@cliente.example",
        "thread_key": "m1@cliente.example",
        "written_at": NOW,
        **values,
    }
    return OutgoingReply(**made)


@pytest.fixture(scope="session")
def shared_dovecot() -> Iterator[Dovecot]:
    missing = why_missing()
    if missing:
        pytest.skip(missing)
    users = {f"caixa{number}@loja.example": PASSWORD for number in range(1, 200)} | {ADDRESS: PASSWORD}
    with Dovecot(users) as server:
        yield server


@pytest.fixture
def smtp() -> Iterator[SmtpServer]:
    with SmtpServer() as server:
        yield server


class Box:
    """One mailbox of the shared server, empty at the start of its test."""

    _users = itertools.count(1)

    def __init__(self, server: Dovecot) -> None:
        self.server = server
        self.address = f"caixa{next(self._users)}@loja.example"

    def put(self, mail: bytes, **options: Any) -> None:
        options.setdefault("at", NOW - timedelta(minutes=30))
        self.server.deliver(mail, user=self.address, **options)

    def mails(self, folder: str = "INBOX") -> list[tuple[str, bytes]]:
        return self.server.mails(folder, self.address)


@pytest.fixture
def box(shared_dovecot: Dovecot) -> Box:
    return Box(shared_dovecot)


@pytest.fixture
def trust() -> Callable[..., ssl.SSLContext]:
    """Make a context that trusts only the certificates named."""

    def trusting(*paths: Any) -> ssl.SSLContext:
        context = ssl.create_default_context()
        for each in paths:
            context.load_verify_locations(each)
        return context

    return trusting


@pytest.fixture
def open_mail(clock: FakeClock) -> Iterator[OpenMail]:
    """Open an account on a server; keywords are options of its form. Closed at the end."""
    opened: list[MailChannel] = []

    def open_it(
        server: Dovecot | Box | None,
        smtp: SmtpServer | None = None,
        *,
        credentials: FakeCredentials | None = None,
        trust: ssl.SSLContext | None = None,
        **options: Any,
    ) -> MailChannel:
        dovecot = server.server if isinstance(server, Box) else server
        values = {
            "provider": "other",
            "address": server.address if isinstance(server, Box) else ADDRESS,
            "imap_host": "127.0.0.1",
            "imap_port": str(dovecot.port if dovecot else 1),
            "imap_security": "none",
            "smtp_host": "127.0.0.1",
            "smtp_port": str(smtp.port if smtp else 1),
            "smtp_security": "none",
            **({"smtp_user": ADDRESS} if isinstance(server, Box) else {}),
            **options,
        }
        channel = MailChannel(
            account=Account(1, "email", "Loja Exemplo", values),
            credentials=credentials or FakeCredentials(password=PASSWORD, smtp_password=PASSWORD),
            clock=clock,
            trust=trust,
        )
        opened.append(channel)
        return channel

    yield open_it
    for each in opened:
        each.close()
