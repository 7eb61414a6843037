"""``python -m tests.budgets.killing_send [--times N]``: kill -9 while answers are sent; none is lost, none said twice.

A child process sends through the real outbox, HTTP client and database to a loopback network in a process of its own,
which counts what it published, and is killed at random moments. A network that now and then publishes and answers 503,
or refuses for a moment, makes it no easier.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import ChannelKind, ReplyLimits
from app.models.domain.reply_parts import split
from app.models.domain.vocabulary import DeliveryState, MentionState, Visibility
from app.models.schema.cases import Reply, ReplyPart
from app.models.schema.channels import ChannelAccount
from app.models.schema.history import History
from app.models.schema.mentions import Conversation
from app.services.channels.base import Account, ChannelError, Credentials, Network, OutgoingReply, Receipt
from app.services.channels.http import HttpClient
from app.services.database import Database
from app.services.database_location import LocalFile
from app.services.opening import open_database
from app.services.outbox import OutboxLoop
from tests.factories import channel_id, make_case, make_customer, make_handle, make_mention
from tests.fakes import DEFAULT_NOW, FakeClock, FakeCredentials, fake_kind

_LIMITS = ReplyLimits(public_length=60, private_length=60, most_parts=4)
_KINDS = {
    "key known": fake_kind(limits=_LIMITS, has_idempotency=True, has_lookup=False),
    "can be asked": fake_kind(limits=_LIMITS, has_idempotency=False, has_lookup=True),
    "neither": fake_kind(limits=_LIMITS, has_idempotency=False, has_lookup=False),
}
_IN_A_ROW = 3  # answers in one conversation
_LIVES = 60  # lives between two looks at what is left to send
_A_LIFE = timedelta(hours=1)
_STEP = timedelta(seconds=40)
_LONGEST_LIFE = 0.35  # seconds until the kill, from the moment the child has opened the database
_LONGEST_TURN = 0.03  # seconds that the network takes on each side of publishing
_ENOUGH = 6_000  # rounds in which everything must have left


@dataclass(frozen=True)
class Told:
    """What came of one kind of network."""

    kind: str
    points: int
    replies: int
    published: int
    lost: int
    doubled: int
    out_of_order: int
    in_doubt: int
    shown: int

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing was lost or doubled, and every doubt that remains is shown."""
        return not (self.lost or self.doubled or self.out_of_order)

    def text(self) -> str:
        """Return one line of the table."""
        figures = (self.points, self.replies, self.published, self.lost, self.doubled, self.out_of_order)
        return f"{self.kind:<14}" + "".join(f"{each:>10}" for each in (*figures, self.in_doubt, self.shown))


class _Place:
    """What the loopback network has published, in order."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.texts: list[str] = []
        self.by_key: dict[str, int] = {}
        self.busy = 0


def serve(pipe: Pipe) -> None:
    """Be the network until killed; tell the port."""
    place, chance = _Place(), random.Random(4)  # noqa: S311 - chance, no secret

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with place.lock:
                place.busy += 1
                before, after, luck = (chance.random() for _ in range(3))
            try:
                time.sleep(before * _LONGEST_TURN)
                status, number = _publish(place, body, luck, is_known=self.path.endswith("known"))
                time.sleep(after * _LONGEST_TURN)
            finally:
                with place.lock:
                    place.busy -= 1
            self._answer(status, {"id": number})

        def do_GET(self) -> None:
            with place.lock:
                found: Any = {"texts": place.texts, "busy": place.busy}
            self._answer(200, found)

        def _answer(self, status: int, value: object) -> None:
            content = json.dumps(value).encode()
            try:
                self.send_response(status)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            except OSError:
                self.close_connection = True  # whoever asked is dead

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    pipe.send(server.server_address[1])
    server.serve_forever()


def _publish(place: _Place, body: dict[str, str], luck: float, *, is_known: bool) -> tuple[int, int]:
    with place.lock:
        if is_known and body["key"] in place.by_key:
            return 200, place.by_key[body["key"]]
        if luck < 0.04:
            return 429, 0
        place.texts.append(body["text"])
        number = place.by_key[body["key"]] = len(place.texts)
    return (503, 0) if luck > 0.96 else (200, number)


class LoopbackChannel:
    """The adapter of the loopback network; it only sends and looks up."""

    streams = ("none",)

    def __init__(self, port: int, *, is_known: bool) -> None:
        self._client = HttpClient(base_url=f"http://127.0.0.1:{port}")
        self._path = "/known" if is_known else "/plain"

    def send(self, reply: OutgoingReply) -> Receipt:
        answer = self._client.send("POST", self._path, json_body={"key": reply.key, "text": reply.text})
        if not answer.is_ok:
            raise answer.error(was_sending=True)
        return Receipt(str(answer.json()["id"]))

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        texts = self._client.get_json("/")["texts"]
        return Receipt(str(texts.index(reply.text) + 1)) if reply.text in texts else None

    def act(self, kind: str, external_id: str) -> None:  # noqa: ARG002 - as every adapter
        raise ChannelError(Problem.NOT_SUPPORTED)

    def close(self) -> None:
        self._client.close()


def _open(path: Path, clock: FakeClock) -> Database:
    return open_database(
        LocalFile(path), clock=clock, workstation_key="sending", workstation_name="sending", announce=lambda _: None
    )


def _loop(database: Database, kind: ChannelKind, port: int) -> OutboxLoop:
    def open_channel(**_given: object) -> LoopbackChannel:
        return LoopbackChannel(port, is_known=kind.has_idempotency)

    def open_account(account_id: int) -> tuple[Account, Credentials]:
        return Account(account_id, kind.key, "@loja"), FakeCredentials()

    return OutboxLoop(database=database, networks={kind.key: Network(kind, open_channel)}, open_account=open_account)


def _live(path: Path, kind: ChannelKind, port: int, began: datetime, ready: Callable[[], None]) -> None:
    """Send until killed, or until nothing is left to do within an hour of the clock."""
    clock = FakeClock(began)
    database = _open(path, clock)
    loop = _loop(database, kind, port)
    ready()
    while clock.now() < began + _A_LIFE - _STEP:
        if not loop.run_once():
            clock.advance(_STEP)
    loop.stop()
    database.close()


def _killed_life(path: Path, kind: ChannelKind, port: int, began: datetime, chance: random.Random) -> None:
    """Let a child live for a random while after it has opened the database, then kill it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _live(path, kind, port, began, lambda: os.write(writing, b"."))
        finally:
            os._exit(0)
    os.close(writing)
    os.read(reading, 1)
    os.close(reading)
    time.sleep(chance.random() * _LONGEST_LIFE)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while _asked(port)["busy"]:
        time.sleep(0.002)


def _asked(port: int) -> Any:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
        return json.load(answer)


def _fill(database: Database, count: int, kind: ChannelKind) -> None:
    """Write answers to leave, three in each conversation; every third is so long that it goes in parts."""

    def work(connection: Connection) -> None:
        channel = channel_id(connection, kind.key)
        account = connection.execute(select(ChannelAccount.id)).scalar()
        if account is None:
            row = {"channel_id": channel, "name": "@loja", "is_connected": True}
            account = connection.execute(insert(ChannelAccount).values(row).returning(ChannelAccount.id)).scalar_one()
        start = connection.execute(select(func.count()).select_from(Reply)).scalar_one()
        customer = make_customer(connection)
        handle = make_handle(connection, key=f"c{start}", customer_id=customer)
        for number in range(start, start + count):
            if number % _IN_A_ROW == 0 or number == start:
                values = {"channel_id": channel, "account_id": account, "is_private": False}
                talk = connection.execute(
                    insert(Conversation).values(thread_key=f"t{number}", **values).returning(Conversation.id)
                ).scalar_one()
                case = make_case(connection, customer)
                asked = make_mention(
                    connection,
                    account_id=account,
                    conversation_id=talk,
                    handle_id=handle,
                    case_id=case,
                    state=MentionState.IN_CASE,
                    external_id=f"m{number}",
                )
            connection.execute(
                insert(Reply).values(
                    client_key=f"k{number}",
                    case_id=case,
                    conversation_id=talk,
                    account_id=account,
                    channel_id=channel,
                    in_reply_to_id=asked,
                    visibility=Visibility.PUBLIC,
                    author_id=0,
                    text=_text(number),
                    state=DeliveryState.PENDING,
                    written_at=DEFAULT_NOW,
                    not_before=DEFAULT_NOW,
                    attempts=0,
                )
            )

    database.quiet(work)


def _text(number: int) -> str:
    words = f"Resposta {number}."
    more = (
        f" O pedido {number} sai hoje à tarde. A nota {number} vai por aqui mesmo." if number % _IN_A_ROW == 1 else ""
    )
    return words + more


def measure(folder: Path, name: str, times: int, *, seed: int = 1) -> Told:
    """Kill ``times`` children that send on one kind of network, then let a last one finish, and count."""
    kind, chance = _KINDS[name], random.Random(f"{seed}{name}")  # noqa: S311 - chance, no secret
    path = folder / f"{name.replace(' ', '_')}.balcao"
    clock = FakeClock()
    with _network() as port:
        for life in range(times):
            if life % _LIVES == 0:
                database = _open(path, clock)
                _fill(database, min(_LIVES, times - life) * 4, kind)
                database.close()
            clock.advance(_A_LIFE)
            _killed_life(path, kind, port, clock.now(), chance)
        database = _open(path, clock)
        loop = _loop(database, kind, port)
        for _ in range(_ENOUGH):
            if not loop.run_once():
                if _is_done(database, kind):
                    break
                clock.advance(_STEP)
        told = _told(database, name, times, _asked(port)["texts"])
        loop.stop()
        database.close()
    return told


def _is_done(database: Database, kind: ChannelKind) -> bool:
    with database.read() as connection:
        rows = connection.execute(select(Reply.state, Reply.error_code)).all()
    left = [row for row in rows if row.state not in {DeliveryState.SENT, DeliveryState.FAILED}]
    if kind.has_idempotency or kind.has_lookup:
        return not left
    waits = {"earlier_reply_waits"}
    return all(row.state is DeliveryState.UNCERTAIN or row.error_code in waits for row in left)


def _told(database: Database, name: str, points: int, texts: list[str]) -> Told:
    """Compare what the network has published with what the outbox believes."""
    kind, published = _KINDS[name], Counter(texts)
    with database.read() as connection:
        rows = connection.execute(select(*Reply.__table__.c).order_by(Reply.id)).all()
        arrived = connection.execute(select(ReplyPart.reply_id, ReplyPart.position)).all()
        doubts = connection.execute(select(func.count()).where(History.verb == "reply_uncertain")).scalar_one()
    known = {(row.reply_id, row.position) for row in arrived}
    first = {text: at for at, text in reversed(list(enumerate(texts)))}
    lost = shown = out_of_order = 0
    last: dict[int, int] = {}
    can_settle = kind.has_idempotency or kind.has_lookup
    for row in rows:
        parts = split(row.text, kind.limits, row.visibility)
        is_sent = row.state is DeliveryState.SENT
        shown += row.state is DeliveryState.UNCERTAIN
        believed = [part for at, part in enumerate(parts, 1) if is_sent or (row.id, at) in known]
        # What is believed to have arrived must have; what can be settled by the program must all have arrived.
        lost += any(not published[part] for part in believed) or (can_settle and not is_sent)
        places = [first[part] for part in parts if part in first]
        out_of_order += places != sorted(places) or any(at < last.get(row.conversation_id, -1) for at in places)
        last[row.conversation_id] = max([last.get(row.conversation_id, -1), *places])
    # Published, and neither believed nor shown as doubtful: it would be written anew.
    lost += sum(
        1
        for row in rows
        if row.state in {DeliveryState.PENDING, DeliveryState.FAILED}
        and any(
            published[part] and (row.id, at) not in known
            for at, part in enumerate(split(row.text, kind.limits, row.visibility), 1)
        )
    )
    doubled = sum(1 for count in published.values() if count > 1)
    return Told(name, points, len(rows), len(texts), lost, doubled, out_of_order, doubts, shown)


@contextmanager
def _network() -> Iterator[int]:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield int(ours.recv())
    finally:
        process.kill()
        process.join()


def main() -> int:
    """Print the table; 1 when anything was lost, doubled or out of order."""
    parser = argparse.ArgumentParser(prog="tests.budgets.killing_send", description=__doc__)
    parser.add_argument("--times", type=int, default=500, metavar="N", help="kills, shared by three kinds of network")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    names = list(_KINDS)
    heads = ("points", "answers", "published", "lost", "doubled", "disorder", "in doubt", "for people")
    print(f"{'network':<14}" + "".join(f"{each:>10}" for each in heads))  # noqa: T201 - the table
    told = []
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(names):
            times = options.times // len(names) + (number < options.times % len(names))
            told.append(measure(Path(folder), name, times, seed=options.seed))
            print(told[-1].text(), flush=True)  # noqa: T201 - the table
    return 0 if all(each.is_sound for each in told) else 1


if __name__ == "__main__":
    sys.exit(main())
