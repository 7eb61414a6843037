"""The channels page on a real file, with networks and a keyring in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.domain.people import Actor, Role
from app.services.account_secrets import AccountSecrets
from app.services.accounts import AccountService
from app.services.database import Database
from app.services.people import add_person
from app.services.sync.listening import ListeningService
from app.views.channels.page import ChannelsPage
from app.views.support.desk import Desk
from app.views.support.tasks import Calls
from tests.fakes import FakeChannel, FakeSecrets
from tests.services.accounts.kinds import LISTENING, TALKING


@pytest.fixture
def admin(screen_database: Database) -> Actor:
    at = screen_database.clock.now()
    return screen_database.quiet(
        lambda connection: add_person(connection, name="Rosa Lima", role=Role.ADMINISTRATOR, at=at)
    )


@pytest.fixture
def channel() -> FakeChannel:
    return FakeChannel()


@pytest.fixture
def account_secrets(screen_database: Database, secrets_store: FakeSecrets) -> AccountSecrets:
    return AccountSecrets(database=screen_database, secrets=secrets_store)


@pytest.fixture
def accounts(screen_database: Database, account_secrets: AccountSecrets, channel: FakeChannel) -> AccountService:
    networks = {kind.key: channel.network(kind) for kind in (TALKING, LISTENING)}
    return AccountService(database=screen_database, networks=networks, secrets=account_secrets)


@pytest.fixture
def admin_desk(desk: Desk, admin: Actor) -> Desk:
    return replace(desk, actor=admin)


@pytest.fixture
def page(
    admin_desk: Desk,
    accounts: AccountService,
    account_secrets: AccountSecrets,
    screen_database: Database,
    qtbot: QtBot,
) -> ChannelsPage:
    listening = ListeningService(database=screen_database)
    made = ChannelsPage(desk=admin_desk, accounts=accounts, secrets=account_secrets, listening=listening)
    qtbot.addWidget(made)
    made.resize(1180, 760)
    made.show()
    return made


@pytest.fixture
def settle(qtbot: QtBot, calls: Calls) -> Callable[[], None]:
    """Wait until news of changes were delivered and every call that they led to has been answered."""

    def wait() -> None:
        for _ in range(3):
            QApplication.processEvents()
            qtbot.waitUntil(lambda: calls.is_idle, timeout=10_000)

    return wait
