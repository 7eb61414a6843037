"""``python -m tests.budgets.mailbox [--mails N]``: a large mailbox's first sync, from a real Dovecot into SQLite."""

from __future__ import annotations

import argparse
import base64
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import insert, select

from app.models.domain.people import PROGRAM
from app.models.schema.channels import Channel as ChannelRow
from app.models.schema.channels import ChannelAccount
from app.services.channels.base import Account, Fetched
from app.services.channels.email.channel import MailChannel
from app.services.clock import SystemClock
from app.services.database import Database
from app.services.database_location import LocalFile
from app.services.intake import IntakeService, batch_of
from app.services.intake.batch import IntakeItem
from app.services.intake.wiring import build_intake
from app.services.opening import open_database
from tests.budgets.table import Line, percentile, show
from tests.counterparts.dovecot import Dovecot, why_missing
from tests.fakes import FakeCredentials

FULL = 200_000
_GOAL = 150
_ADDRESS, _PASSWORD = "sac@loja.example", "segredo de teste"
_WORDS = tuple(
    "comprei produto loja atendimento demora entrega pedido prazo ninguém resolve celular boleto cartão defeito troca "  # noqa: SIM905 - easier to read so
    "garantia reembolso site aplicativo senha conta fatura cobrança indevida ligação telefone gerente desconto".split()
)
_SHARES = ((0.50, "plain"), (0.78, "html"), (0.93, "document"), (0.996, "picture"), (1.0, "film"))
_SIZES = {"document": 40_000, "picture": 160_000, "film": 2_500_000}
_BEAT = 0.01


def main() -> int:
    """Fill a mailbox, read it all, print the table."""
    parser = argparse.ArgumentParser(prog="tests.budgets.mailbox", description=__doc__)
    parser.add_argument("--mails", type=int, default=FULL, metavar="N")
    options = parser.parse_args()
    if missing := why_missing():
        sys.stdout.write(missing + "\n")
        return 0
    with Dovecot({_ADDRESS: _PASSWORD}) as server, tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        size = _fill(server, options.mails)
        lines = [Line("mailbox filled", options.mails / (time.perf_counter() - started), "mails/s")]
        lines.append(Line("a mail on the average", size / options.mails / 1024, "KiB"))
        lines += _measure(server, Path(folder) / "fresh.balcao", options.mails)
    show(f"first sync of {options.mails} mails", lines)
    return int(any(not line.is_met for line in lines))


def _measure(server: Dovecot, path: Path, expected: int) -> Iterator[Line]:
    database = open_database(
        LocalFile(path), clock=SystemClock(), workstation_key="bench", workstation_name="bench", announce=lambda _: None
    )
    account = Account(_account(database), "email", "Loja", _options(server))
    channel = MailChannel(account=account, credentials=FakeCredentials(password=_PASSWORD), clock=SystemClock())
    try:
        with _Pulse() as pulse:
            before = _peak_mib()
            started, computed = time.perf_counter(), time.thread_time()
            stored, fetching, calls = _sync(channel, build_intake(database), account.id)
            seconds, computed = time.perf_counter() - started, time.thread_time() - computed
    finally:
        channel.close()
        database.close()
    yield Line("mails stored", stored, "mails", least=expected)
    yield Line("first sync, with attachments", stored / seconds, "mails/s", least=_GOAL, busy=stored / computed)
    yield Line("  of this, fetching and reading", stored / fetching, "mails/s")
    yield Line("  of this, storing", stored / (seconds - fetching), "mails/s")
    yield Line("questions to the server", 1000 * calls / stored, "/1000")
    yield Line("memory above the start, at its highest", _peak_mib() - before, "MiB", most=200)
    yield Line("another thread's turn waits, p99", 1000 * percentile(pulse.waits, 0.99), "ms")
    yield Line("another thread's turn waits, longest", 1000 * max(pulse.waits), "ms")


def _sync(channel: MailChannel, intake: IntakeService, account_id: int) -> tuple[int, float, int]:
    """Read to the end as a loop does: a page, one transaction with its cursor, the next page."""
    stored, calls, fetching = 0, 0, 0.0
    cursor: str | None = None
    while True:
        started = time.perf_counter()
        page = channel.fetch("INBOX", cursor)
        fetching += time.perf_counter() - started
        stored += _stored(intake, page, account_id)
        calls += page.calls
        cursor = page.cursor
        if not page.has_more:
            return stored, fetching, calls


def _stored(intake: IntakeService, page: Fetched, account_id: int) -> int:
    batch = batch_of(page.mentions)
    first = len(batch.items) + 1
    refused = tuple(IntakeItem(first + at, each, "") for at, each in enumerate(page.rejected))
    whole = replace(batch, items=batch.items + refused, account_id=account_id, stream="INBOX", cursor=page.cursor)
    return intake.receive(whole).ledger.stored


def _account(database: Database) -> int:
    """Put the account's row in by hand, for the cursor to belong to."""

    def add(act: object) -> int:
        connection = act.connection
        channel_id = connection.execute(select(ChannelRow.id).where(ChannelRow.key == "email")).scalar_one()
        values = {"channel_id": channel_id, "name": "Loja", "is_connected": True}
        return int(connection.execute(insert(ChannelAccount).values(values)).inserted_primary_key[0])

    return database.act(add, actor=PROGRAM)[0]


def _options(server: Dovecot) -> dict[str, str]:
    return {
        "address": _ADDRESS,
        "imap_host": "127.0.0.1",
        "imap_port": str(server.port),
        "imap_security": "none",
        "first_days": "30",
    }


def _fill(server: Dovecot, count: int) -> int:
    """Write the mails straight into the folder as Dovecot's own deliveries are named; return their bytes."""
    random = Random(7)  # noqa: S311 - invented data
    bodies = {kind: base64.encodebytes(random.randbytes(size)) for kind, size in _SIZES.items()}
    now = datetime.now(UTC) - timedelta(days=20)
    total = 0
    for number in range(count):
        at = now + timedelta(seconds=5 * number)
        share = random.random()
        kind = next(name for limit, name in _SHARES if share <= limit)
        mail = _mail(number, kind, bodies, at, random).replace(b"\n", b"\r\n")
        total += len(mail)
        size = len(mail)
        server.deliver(mail, at=at, name=f"{int(at.timestamp())}.M{number:08d}.bench,S={size},W={size}")
    return total


def _mail(number: int, kind: str, bodies: dict[str, bytes], at: datetime, random: Random) -> bytes:
    person = random.randrange(40_000)
    text = " ".join(random.choices(_WORDS, k=random.randint(20, 120)))
    thread = (
        f"In-Reply-To: <{number - 50}@c.example>\nReferences: <{number - 50}@c.example>\n" if number % 4 == 0 else ""
    )
    head = (
        f"Received: from mx{number % 7}.c.example by mx.loja.example id {number:x}; {at:%a, %d %b %Y %H:%M:%S} +0000\n"
        f"From: =?utf-8?q?Jo=C3=A3o_{person}?= <pessoa{person}@c.example>\nTo: {_ADDRESS}\n"
        f"Subject: =?utf-8?q?Reclama=C3=A7=C3=A3o_{number}?=\nDate: {at:%a, %d %b %Y %H:%M:%S} +0000\n"
        f"Message-ID: <{number}@c.example>\n{thread}MIME-Version: 1.0\n"
    )
    plain = f"{text}\n\nEm sáb., 21 de nov. de 2026 às 10:00, SAC <sac@loja.example> escreveu:\n> {text}\n> obrigado\n"
    if kind == "plain":
        return f"{head}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{plain}".encode()
    page = "".join(f"<tr><td style='font-family:Arial'>{word}</td></tr>" for word in text.split()) * 2
    both = (
        f'Content-Type: multipart/alternative; boundary="alt"\n\n--alt\nContent-Type: text/plain; charset=utf-8\n'
        f"Content-Transfer-Encoding: 8bit\n\n{plain}\n--alt\nContent-Type: text/html; charset=utf-8\n"
        f"Content-Transfer-Encoding: 8bit\n\n<html><body><table>{page}</table></body></html>\n--alt--\n"
    )
    if kind == "html":
        return f"{head}{both}".encode()
    own = base64.encodebytes(f"{number:057d}".encode())
    file = (
        f'--mix\nContent-Type: application/octet-stream; name="{kind}.bin"\nContent-Transfer-Encoding: base64\n'
        f'Content-Disposition: attachment; filename="{kind}-{number}.bin"\n\n'
    )
    start = f'{head}Content-Type: multipart/mixed; boundary="mix"\n\n--mix\n{both}{file}'.encode()
    return start + own + bodies[kind] + b"--mix--\n"


class _Pulse:
    """A thread that wants a turn every 10 ms, as a window does, and notes how long each was late (seconds)."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._beat)

    def __enter__(self) -> _Pulse:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _beat(self) -> None:
        while not self._stop.is_set():
            started = time.perf_counter()
            time.sleep(_BEAT)
            self.waits.append(time.perf_counter() - started - _BEAT)


def _peak_mib() -> float:
    import resource  # noqa: PLC0415 - Windows has none, and no Dovecot either

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
