"""The page Envios: what waits is seen, said why, and can be tried again, taken back or settled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, select, update

from app.bootstrap.services import Services
from app.models.domain.network_marks import AccountTrouble
from app.models.domain.outbox_row import OutboxFilter, OutboxKind, OutboxRow
from app.models.domain.people import Actor
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.schema.base import NEVER
from app.models.schema.cases import Reply
from app.models.schema.channels import AccountHealth, ChannelAccount
from app.services.database import Database
from app.views.outbox.outbox_actions import offered
from app.views.outbox.outbox_texts import sentence, state_text
from app.views.outbox.page import OutboxPage
from app.views.support.desk import Desk
from tests.fakes import FakeClock
from tests.views.outbox.conftest import Write

Make = Callable[[], OutboxPage]
Settle = Callable[[], None]


def state_of(database: Database, reply_id: int) -> DeliveryState:
    with database.read() as connection:
        state: DeliveryState = connection.execute(select(Reply.state).where(Reply.id == reply_id)).scalar_one()
    return state


def column(page: OutboxPage, name: str) -> list[str]:
    place = next(n for n, each in enumerate(page.model.columns) if each.id == name)
    return [str(page.model.index(row, place).data()) for row in range(page.model.rowCount())]


def visible(page: OutboxPage) -> set[str]:
    return {name.split(".")[1] for name, button in page.panel.buttons.items() if button.isVisible()}


def test_nothing_waits(make_page: Make) -> None:
    page = make_page()
    assert page.empty.text == "Tudo o que a equipe escreveu já saiu."
    assert not page.panel.isVisible()
    page.show_filter(OutboxFilter.UNCERTAIN)
    assert page.chosen() is None


def test_a_failed_answer_says_why_and_is_tried_again(
    make_page: Make, failed: int, screen_database: Database, settle: Settle
) -> None:
    page = make_page()
    QAbstractItemModelTester(page.model)
    assert column(page, "state") == ["Não enviada"]
    assert column(page, "customer") == ["Marina Alves"]
    assert "Passou o prazo" in page.panel.sentence.text()
    assert visible(page) == {"open", "retry", "withdraw"}
    page.panel.buttons["outbox.retry"].click()
    settle()
    assert state_of(screen_database, failed) is DeliveryState.PENDING
    settle()
    assert column(page, "state") == ["Na fila"]


def test_back_to_the_text_takes_it_out_of_the_list(
    make_page: Make, failed: int, screen_database: Database, settle: Settle
) -> None:
    page = make_page()
    page.panel.buttons["outbox.withdraw"].click()
    settle()
    assert state_of(screen_database, failed) is DeliveryState.WITHDRAWN
    settle()
    assert page.model.rowCount() == 0


@pytest.mark.parametrize("way", [("arrived", DeliveryState.SENT), ("not_arrived", DeliveryState.PENDING)])
def test_a_doubt_is_settled(
    way: tuple[str, DeliveryState], make_page: Make, write: Write, screen_database: Database, settle: Settle
) -> None:
    reply_id = write(state=DeliveryState.UNCERTAIN, not_before=NEVER, error_code="no_answer", attempts=1)
    page = make_page()
    assert column(page, "state") == ["Sem confirmação"]
    assert visible(page) == {"open", "arrived", "not_arrived"}
    page.panel.buttons[f"outbox.{way[0]}"].click()
    settle()
    assert state_of(screen_database, reply_id) is way[1]


def test_keys_open_the_case_and_try_again(
    make_page: Make, failed: int, screen_database: Database, qtbot: QtBot, settle: Settle
) -> None:
    page = make_page()
    page.table.setFocus()
    with qtbot.waitSignal(page.open_case_requested) as opened:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    row = page.chosen()
    assert row is not None
    assert opened.args == [row.case_id]
    qtbot.keyClick(page.table, Qt.Key.Key_T)
    settle()
    assert state_of(screen_database, failed) is DeliveryState.PENDING


@pytest.mark.usefixtures("failed")
def test_filters_show_their_states(make_page: Make, write: Write, settle: Settle) -> None:
    write(name="Rui Costa")
    page = make_page()
    assert column(page, "customer") == ["Marina Alves", "Rui Costa"]
    page.show_filter(OutboxFilter.QUEUED)
    settle()
    assert column(page, "customer") == ["Rui Costa"]
    page.show_filter(OutboxFilter.TO_APPROVE)
    settle()
    assert page.empty.text == "Nenhuma resposta espera aprovação."


def test_the_list_follows_what_happens(
    make_page: Make, failed: int, services: Services, page_actor: Actor, settle: Settle
) -> None:
    page = make_page()
    services.replies.retry(page_actor, failed)
    QCoreApplication.processEvents()
    settle()
    assert column(page, "state") == ["Na fila"]
    page.hide()
    services.replies.withdraw(page_actor, failed)
    QCoreApplication.processEvents()
    settle()
    assert page.model.rowCount() == 1
    page.show()
    settle()
    assert page.model.rowCount() == 0


@pytest.fixture
def page_actor(desk: Desk) -> Actor:
    return desk.actor


def test_an_account_that_stands_still_is_named(
    make_page: Make, write: Write, account_id: int, screen_database: Database, clock: FakeClock
) -> None:
    write()
    values = {"account_id": account_id, "state": "needs_person", "problem": "token_expired", "since": clock.now()}
    screen_database.quiet(lambda c: c.execute(insert(AccountHealth).values(**values, failures=1)))
    page = make_page()
    assert column(page, "state") == ["Conta parada"]
    assert "Instagram “@loja” precisa de você: O acesso desta conta venceu" in page.panel.sentence.text()
    pause = update(ChannelAccount).where(ChannelAccount.id == account_id).values(is_paused=True)
    screen_database.quiet(lambda c: c.execute(pause))
    page.model.refresh()


def test_what_cannot_be_done_any_more_is_said(
    make_page: Make, failed: int, screen_database: Database, settle: Settle
) -> None:
    page = make_page()
    sent = update(Reply).where(Reply.id == failed).values(state=DeliveryState.SENT)
    screen_database.quiet(lambda c: c.execute(sent))
    page.panel.buttons["outbox.retry"].click()
    settle()
    assert "já saiu" in page.message.text()
    settle()
    assert page.model.rowCount() == 0


def row(**values: object) -> OutboxRow:
    at = FakeClock().now()
    fields: dict[str, object] = {
        "kind": OutboxKind.REPLY, "id": 1, "state": DeliveryState.PENDING, "not_before": at, "written_at": at,
        "channel_key": "x", "text": "Olá", "visibility": Visibility.PUBLIC, "case_id": 7, **values,
    }  # fmt: skip
    return OutboxRow(**fields)  # type: ignore[arg-type]  # fields by name, as a test varies them


def test_words_of_every_kind_of_waiting() -> None:
    now = FakeClock().now()
    late = row(error_code="rate_limited", next_try_at=now + timedelta(minutes=5), parts_sent=1)
    assert state_text(late) == "Vai tentar de novo"
    assert "A primeira parte já chegou" in sentence(late, now)
    assert "Próxima tentativa:" in sentence(late, now)
    doubt = row(state=DeliveryState.UNCERTAIN, next_try_at=now + timedelta(minutes=2), parts_sent=3)
    assert "não confirmou" in sentence(doubt, now)
    assert "confere de novo" in sentence(doubt, now)
    assert "3 partes" in sentence(doubt, now)
    held = row(error_code="earlier_reply_waits")
    assert "espera por outra" in sentence(held, now)
    guarded = row(state=DeliveryState.FAILED, error_code="public_reply_has_personal_data")
    assert "dados pessoais" in sentence(guarded, now)
    assert "confira" in sentence(row(error_code="unheard_of"), now)
    by_hand = row(needs_manual_send=True)
    assert state_text(by_hand) == "Para enviar à mão"
    assert offered(by_hand, may_work=True) == {"outbox.open", "outbox.mark_sent", "outbox.withdraw"}
    stopped = row(trouble=AccountTrouble("@loja", "x", is_paused=True))
    assert "está pausada" in sentence(stopped, now)
    assert offered(stopped, may_work=True) == {"outbox.open", "outbox.mark_sent", "outbox.withdraw"}
    partly = row(state=DeliveryState.FAILED, parts_sent=1)
    assert offered(partly, may_work=True) == {"outbox.open", "outbox.retry", "outbox.mark_sent"}
    assert offered(partly, may_work=False) == {"outbox.open"}
    lost = row(kind=OutboxKind.AUTO_ANSWER, state=DeliveryState.FAILED, error_code="auto_answer_late", case_id=None)
    assert offered(lost, may_work=True) == frozenset()
    assert "Responda você mesmo" in sentence(lost, now)
    assert sentence(row(state=DeliveryState.SENDING), now) == "Está saindo agora."
    assert sentence(row(), now) == "Sai em instantes."
    assert "segunda pessoa" in sentence(row(state=DeliveryState.TO_APPROVE), now)


def test_a_narrow_page_leaves_room_for_the_text(make_page: Make) -> None:
    page = make_page()
    assert not page.table.isColumnHidden(2)
    page.resize(700, 600)
    assert page.table.isColumnHidden(2)
