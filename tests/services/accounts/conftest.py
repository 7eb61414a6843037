"""Accounts on networks that are in memory, with a keyring in memory."""

from __future__ import annotations

import pytest

from app.models.domain.people import Actor, Role
from app.services.account_secrets import AccountSecrets
from app.services.accounts import AccountService
from app.services.database import Database
from app.services.people import add_person
from tests.fakes import FakeChannel, FakeSecrets
from tests.services.accounts.kinds import LISTENING, TALKING


@pytest.fixture
def admin(database: Database) -> Actor:
    return database.quiet(
        lambda connection: add_person(connection, name="Rosa Lima", role=Role.ADMINISTRATOR, at=database.clock.now())
    )


@pytest.fixture
def channel() -> FakeChannel:
    return FakeChannel()


@pytest.fixture
def account_secrets(database: Database, secrets_store: FakeSecrets) -> AccountSecrets:
    return AccountSecrets(database=database, secrets=secrets_store)


@pytest.fixture
def accounts(database: Database, account_secrets: AccountSecrets, channel: FakeChannel) -> AccountService:
    networks = {kind.key: channel.network(kind) for kind in (TALKING, LISTENING)}
    return AccountService(database=database, networks=networks, secrets=account_secrets)
