"""An account on a network in memory, and what reads it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from app.models.domain.channel_kind import ChannelKind
from app.models.domain.incoming import IncomingMention
from app.models.schema.channels import ChannelAccount
from app.services.channels.base import Account, Fetched
from app.services.database import Database
from app.services.intake.wiring import build_intake
from app.services.sync.health import HealthBook
from app.services.sync.page_store import Pace, PageStore
from app.services.sync.reader import AccountReader
from tests.factories import channel_id
from tests.fakes import DEFAULT_NOW, FakeChannel, fake_kind

MakeReader = Callable[..., AccountReader]


def add_account(database: Database, name: str = "@loja", key: str = "instagram", **values: Any) -> Account:
    def make(connection: Any) -> int:
        row = {"channel_id": channel_id(connection, key), "name": name, "is_connected": True, **values}
        return connection.execute(insert(ChannelAccount).values(row).returning(ChannelAccount.id)).scalar_one()

    return Account(database.quiet(make), key, name)


def said(external_id: str, text: str = "", **values: Any) -> IncomingMention:
    return IncomingMention(
        **{
            "channel": "instagram",
            "text": text or f"Recado número {external_id}",
            "posted_at": DEFAULT_NOW - timedelta(minutes=2),
            "author_key": f"autor{external_id}",
            "external_id": external_id,
            **values,
        }
    )


def page(cursor: str, *ids: str, has_more: bool = False, **values: Any) -> Fetched:
    return Fetched(cursor=cursor, mentions=tuple(said(each) for each in ids), has_more=has_more, **values)


def until(condition: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait for what another thread does."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "did not come"
        time.sleep(0.01)


@pytest.fixture
def account(database: Database) -> Account:
    return add_account(database)


@pytest.fixture
def channel() -> FakeChannel:
    return FakeChannel()


@pytest.fixture
def store(database: Database) -> PageStore:
    return PageStore(database=database, intake=build_intake(database), pace=Pace(rest=0))


@pytest.fixture
def make_reader(database: Database, store: PageStore) -> MakeReader:
    def make(
        account: Account, kind: ChannelKind | None = None, go_on: Callable[[], bool] = lambda: True
    ) -> AccountReader:
        return AccountReader(
            account=account,
            kind=kind or fake_kind(),
            database=database,
            store=store,
            health=HealthBook(database=database),
            go_on=go_on,
            chance=lambda: 0.0,
        )

    return make


@pytest.fixture
def reader(make_reader: MakeReader, account: Account) -> AccountReader:
    return make_reader(account)
