"""The page of what has not left yet, on a real file with a connected account and answers in every state."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, select, update

from app.bootstrap.services import Services
from app.models.domain.incoming import IncomingMention
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.schema.base import NEVER
from app.models.schema.cases import Reply
from app.models.schema.channels import Channel, ChannelAccount
from app.models.schema.mentions import Mention
from app.services.database import Database
from app.services.intake.batch import batch_of
from app.services.intake.wiring import build_intake
from app.services.outbox_list import OutboxListService
from app.views.outbox.page import OutboxPage
from app.views.support.desk import Desk
from tests.fakes import FakeClock

Write = Callable[..., int]
_numbers = itertools.count(1)


@pytest.fixture
def account_id(screen_database: Database) -> int:
    """An account on Instagram that may send."""

    def work(connection: Any) -> int:
        channel = connection.execute(select(Channel.id).where(Channel.key == "instagram")).scalar_one()
        values = {"channel_id": channel, "name": "@loja", "is_connected": True, "is_listen_only": False}
        return int(connection.execute(insert(ChannelAccount).values(values).returning(ChannelAccount.id)).scalar_one())

    return screen_database.quiet(work)


@pytest.fixture
def write(screen_database: Database, services: Services, desk: Desk, clock: FakeClock, account_id: int) -> Write:
    """Write an answer on a case of its own; columns may be set at will. Returns its id."""
    intake = build_intake(screen_database)

    def make(text: str = "Olá, já estamos vendo.", *, name: str = "Marina Alves", **values: Any) -> int:
        number = next(_numbers)
        mention = IncomingMention(
            channel="instagram",
            text="O pedido veio trocado.",
            posted_at=clock.now() - timedelta(minutes=3),
            author_key=f"cliente{number}",
            author_name=name,
            external_id=f"ig-{number}",
        )
        ids = tuple(sorted(intake.receive(batch_of([mention])).mention_ids))
        at_account = update(Mention).where(Mention.id.in_(ids)).values(account_id=account_id)
        screen_database.quiet(lambda connection: connection.execute(at_account))
        case = services.cases.open_from_mentions(desk.actor, ids, title="Pedido trocado").value
        services.replies.write_reply(
            desk.actor,
            case.id,
            expected_version=case.version,
            text=text,
            visibility=Visibility.PRIVATE,
            client_key=f"chave-{number}",
        )

        def finish(connection: Any) -> int:
            found = int(connection.execute(select(Reply.id).where(Reply.client_key == f"chave-{number}")).scalar_one())
            if values:
                connection.execute(update(Reply).where(Reply.id == found).values(**values))
            return found

        return screen_database.quiet(finish)

    return make


@pytest.fixture
def failed(write: Write) -> int:
    return write(state=DeliveryState.FAILED, not_before=NEVER, error_code="window_closed", attempts=1)


@pytest.fixture
def make_page(
    desk: Desk, services: Services, screen_database: Database, qtbot: QtBot, settle: Callable[[], None]
) -> Callable[[], OutboxPage]:
    def make() -> OutboxPage:
        page = OutboxPage(desk=desk, outbox=OutboxListService(database=screen_database), replies=services.replies)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        settle()
        return page

    return make
