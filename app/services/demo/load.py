"""Stores a generated year as fast as the disk allows: raw inserts in id order, a large one's indexes afterwards."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from multiprocessing.connection import Connection as Pipe
from typing import Any

from sqlalchemy import Connection, Index, func, insert, select, text, update

from app.models.domain.people import Role
from app.models.schema.base import EPOCH, Base
from app.models.schema.cases import Case, Forwarding, Note, Promise, Reply
from app.models.schema.channels import Channel, ChannelAccount, OwnPost
from app.models.schema.classification import Axis, Node
from app.models.schema.customers import Customer, Handle, HandleLink
from app.models.schema.history import ChangeCounter
from app.models.schema.mentions import Conversation, Mention
from app.models.schema.people import Area, Person
from app.models.schema.settings import BusinessSetting, ProtocolCounter
from app.services.acts import add_counts
from app.services.business_zone import business_zone
from app.services.customer_book import DOCUMENT_KEY_SETTING, ensure_document_key
from app.services.database import Database
from app.services.demo.generator import Generator
from app.services.demo.plan import Chunk, End, Plan
from app.services.demo.tables import COLUMNS, SEARCH, TABLES, converter, insert_statement
from app.services.errors import Invalid, Refused, Unavailable
from app.services.first_day import SEEDS
from app.services.people import add_person
from app.services.write_gate import Priority

LEAST = 100
_LATE_INDEXES_FROM = 200_000
_CACHE_KIB = 1024 * 1024
_USUAL_CACHE_KIB = 32 * 1024
_PRIVATE = frozenset({"email", "whatsapp", "telegram", "phone", "counter"})
_NETWORKS = ("facebook", "instagram", "x", "youtube")
_INDEXED = (
    "mention",
    "case",
    "case_axis",
    "handle",
    "handle_link",
    "customer",
    "reply",
    "note",
    "history",
    "promise",
    "own_post",
)
_NUMBERED = (Customer, Handle, HandleLink, Conversation, Reply, Note, Forwarding, Promise, OwnPost)
_BY_NAME = {table.__tablename__: table for table in TABLES}


def load_demo(
    database: Database, mentions: int, *, seed: int = 1, progress: Callable[[int], None] = lambda _: None
) -> None:
    """Fill an empty database with a year of invented work; ``progress`` receives the mentions stored so far.

    A run that is broken off leaves a file to be deleted: it is made for trying and measuring only.

    Raises:
        Invalid: ``demo_too_small``. Refused: ``database_not_empty``. Unavailable: what is wrong with the database.
    """
    if mentions < LEAST:
        raise Invalid("demo_too_small", least=LEAST)
    plan = database.quiet(lambda connection: _plan(connection, mentions, seed, database.clock.now()))
    stored = 0
    with _bulk(database, is_large=mentions >= _LATE_INDEXES_FROM):
        for part in _made_in_child(plan):
            if isinstance(part, End):
                database.quiet(partial(_finish, end=part))
                continue
            database.quiet(partial(_store, chunk=part), priority=Priority.BACKGROUND)
            stored += part.mentions
            progress(stored)
    database.quiet(lambda connection: connection.execute(text("ANALYZE")))


def _plan(connection: Connection, mentions: int, seed: int, now: datetime) -> Plan:
    if connection.execute(select(Mention.id).limit(1)).first() or connection.execute(select(Case.id).limit(1)).first():
        raise Refused("database_not_empty")
    texts: dict[str, Any] = json.loads((SEEDS / "demo.json").read_text(encoding="utf-8"))
    ensure_document_key(connection)
    settings = {row.key: row.value for row in connection.execute(select(BusinessSetting.key, BusinessSetting.value))}
    axes = {row.key: row.id for row in connection.execute(select(Axis.key, Axis.id))}
    nodes = connection.execute(
        select(Node.id, Node.key, Node.parent_id, Axis.key.label("axis")).join(Axis, Axis.id == Node.axis_id)
    ).all()
    parents = {row.parent_id for row in nodes}
    counter = connection.execute(select(ChangeCounter.history_seq, ChangeCounter.head_hash)).one()
    return Plan(
        mentions=mentions,
        seed=seed,
        until=(now - EPOCH).days * 24 + now.astimezone(UTC).hour,
        zone=business_zone(connection).key,
        channels=tuple(
            (row.id, row.key, row.key in _PRIVATE)
            for row in connection.execute(select(Channel.id, Channel.key).order_by(Channel.id))
        ),
        axes=axes,
        nodes={f"{row.axis}/{row.key}": row.id for row in nodes},
        subjects=tuple(row.id for row in nodes if row.axis == "subject" and row.id not in parents),
        personas=tuple(row.id for row in nodes if row.axis == "persona"),
        profiles=tuple(row.id for row in nodes if row.axis == "profile"),
        areas=tuple(connection.execute(select(Area.id).where(~Area.is_ombudsman).order_by(Area.id)).scalars()),
        team=_team(connection, texts["team"], now),
        document_key=settings[DOCUMENT_KEY_SETTING],
        history_seq=counter.history_seq,
        head_hash=bytes(counter.head_hash),
        matrix=settings["crisis"],
        texts=texts,
        accounts=_accounts(connection, now),
    )


def _accounts(connection: Connection, now: datetime) -> tuple[tuple[int, int], ...]:
    """Return accounts of the invented company; they are out of use, so that nobody tries to read or send with them."""
    wanted = select(Channel.id).where(Channel.key.in_(_NETWORKS)).order_by(Channel.id)
    return tuple(
        (
            channel_id,
            connection.execute(
                insert(ChannelAccount)
                .values(channel_id=channel_id, name="Loja de exemplo", retired_at=now)
                .returning(ChannelAccount.id)
            ).scalar_one(),
        )
        for channel_id in connection.execute(wanted).scalars().all()
    )


def _team(connection: Connection, names: list[str], now: datetime) -> tuple[int, ...]:
    there = tuple(connection.execute(select(Person.id).order_by(Person.id)).scalars())
    if there:
        return there
    roles = [Role.ADMINISTRATOR, Role.SUPERVISOR, *[Role.ATTENDANT] * len(names)]
    pairs = zip(names, roles, strict=False)
    return tuple(add_person(connection, name=name, role=role, at=now).person_id for name, role in pairs)


def _made_in_child(plan: Plan) -> Iterator[Chunk | End]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_serve, args=(theirs, plan), daemon=True)
    child.start()
    theirs.close()
    try:
        while True:
            part: Chunk | End = ours.recv()
            yield part
            if isinstance(part, End):
                return
    except EOFError as error:
        child.join(2)
        raise Unavailable("demo_generator_died", exit_code=child.exitcode) from error
    finally:
        ours.close()
        if child.is_alive():
            child.kill()
        child.join()


def _serve(pipe: Pipe, plan: Plan) -> None:
    generator = Generator(plan)
    try:
        for chunk in generator.chunks():
            pipe.send(chunk)
        pipe.send(generator.end())
    except (BrokenPipeError, ConnectionError):
        return  # nobody listens any more


@contextmanager
def _bulk(database: Database, *, is_large: bool) -> Iterator[None]:
    if not is_large:
        yield
        return
    tables = [Base.metadata.tables[name] for name in _INDEXED]
    indexes = sorted((index for table in tables for index in table.indexes), key=lambda each: str(each.name))
    for index in indexes:
        database.quiet(index.drop)
    _cache(database, _CACHE_KIB)
    try:
        yield
    finally:
        for index in indexes:
            _create(database, index)
        _cache(database, _USUAL_CACHE_KIB)


def _create(database: Database, index: Index) -> None:
    database.quiet(index.create)


def _cache(database: Database, kib: int) -> None:
    if database.dialect == "sqlite":
        database.quiet(lambda connection: connection.exec_driver_sql(f"PRAGMA cache_size=-{kib}"))


def _store(connection: Connection, chunk: Chunk) -> None:
    dialect = connection.dialect.name
    for table in (*COLUMNS, *SEARCH):
        rows = chunk.rows.get(table)
        statement = insert_statement(table, dialect)
        if rows and statement:
            convert = converter(table, dialect)
            connection.exec_driver_sql(statement, rows if convert is None else [convert(row) for row in rows])
    for name, counts in chunk.counts.items():
        add_counts(connection, _BY_NAME[name], counts)


def _finish(connection: Connection, end: End) -> None:
    connection.execute(update(Handle).where(Handle.id.in_(select(HandleLink.handle_id))).values(customer_id=Handle.id))
    connection.execute(update(ChangeCounter).values(history_seq=end.history_seq, head_hash=end.head_hash))
    if end.protocol_day is not None:
        day = date.fromisoformat(end.protocol_day)
        connection.execute(update(ProtocolCounter).values(day=day, number=end.protocol_number))
    if connection.dialect.name == "postgresql":
        for table in _NUMBERED:
            sequence = func.pg_get_serial_sequence(table.__tablename__, "id")
            highest = select(func.coalesce(func.max(table.id), 1)).scalar_subquery()
            connection.execute(select(func.setval(sequence, highest)))
