"""The channels page: an account is added in three steps, watched, paused, changed and retired with the mouse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from app.models.domain.channel_health import Problem
from app.models.domain.incoming import IncomingMention
from app.models.domain.people import Actor
from app.models.schema.channels import AccountHealth, SourceCheck
from app.services.account_forms import AccountForm
from app.services.account_secrets import AccountSecrets
from app.services.accounts import AccountService
from app.services.channels.base import ChannelError, Fetched
from app.services.database import Database
from app.services.intake.wiring import build_intake
from app.services.sync.listening import ListeningService
from app.services.sync.page_store import PageStore
from app.views.channels.abilities_dialog import AbilitiesDialog
from app.views.channels.account_dialog import AccountDialog
from app.views.channels.bar_rows import BarRows
from app.views.channels.key_dialog import TeamKeyDialog
from app.views.channels.listening_dialog import ListeningDialog
from app.views.channels.page import ChannelsPage
from app.views.support.channel_texts import problem_of_code, problem_text
from app.views.support.desk import Desk
from tests.fakes import FakeChannel, FakeSecrets
from tests.services.accounts.kinds import TALKING
from tests.views.inbox.widget_tree import cut, nameless

Settle = Callable[[], None]
FORM = AccountForm("Loja", {"server": "social.example", "access_token": "tok-1"})
Dialog = TypeVar("Dialog", bound=QDialog)


def _open(page: ChannelsPage, kind: type[Dialog]) -> Dialog:
    return [each for each in page.findChildren(kind) if each.isVisible()][-1]


def _fill(dialog: AccountDialog, **values: str) -> None:
    for key, value in values.items():
        edit = dialog.fields.edit(key)
        assert isinstance(edit, QLineEdit)
        edit.setText(value)


def test_without_accounts_there_is_one_thing_to_do(page: ChannelsPage, settle: Settle) -> None:
    settle()
    assert page.empty.isVisible()
    assert not page.split.isVisible()
    page.empty.requested.emit()
    assert _open(page, AccountDialog).networks.list.count() == 2


def test_an_account_in_three_steps(
    page: ChannelsPage, settle: Settle, accounts: AccountService, channel: FakeChannel, qtbot: QtBot
) -> None:
    settle()
    qtbot.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    dialog = _open(page, AccountDialog)
    dialog.networks.choose("mastodon")
    qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    assert nameless(dialog) == []
    assert cut(dialog) == []
    _fill(dialog, name="Loja", server="", access_token="tok-1")
    qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    settle()
    assert "Falta preencher" in dialog.message.text()
    assert dialog.fields.edit("server").property("invalid") == "true"
    channel.checked = ChannelError(Problem.TOKEN_REVOKED)
    _fill(dialog, server="social.example")
    dialog.go_on()
    settle()
    assert "foi retirado" in dialog.outcome.checked.texts[0]
    assert accounts.list(include_retired=True) == ()
    dialog.outcome.answer.setChecked(True)
    qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    chosen = page.chosen()
    assert chosen is not None
    assert (chosen.name, chosen.is_listen_only) == ("Loja", False)
    assert page.panel.mode.text == "Ouve e responde"
    assert nameless(page) == []
    assert cut(page) == []
    ModelTester(page.model)


def test_a_password_is_never_on_the_screen(
    page: ChannelsPage, settle: Settle, accounts: AccountService, admin: Actor
) -> None:
    accounts.add(admin, "mastodon", FORM)
    page.show()
    settle()
    assert page.chosen() is not None
    page.edit()
    dialog = _open(page, AccountDialog)
    secret = dialog.fields.edit("access_token")
    assert isinstance(secret, QLineEdit)
    assert secret.echoMode() == QLineEdit.EchoMode.Password
    assert secret.text() == ""
    assert "em branco" in dialog.fields.state.text()
    _fill(dialog, name="Loja nova")
    dialog.go_on()
    settle()
    dialog.go_on()
    settle()
    assert accounts.list()[0].name == "Loja nova"
    assert accounts.open_account(accounts.list()[0].id)[1].get("access_token") == "tok-1"


def test_buttons_of_the_chosen_account(  # noqa: PLR0917 - pytest hands fixtures over by name
    page: ChannelsPage, settle: Settle, accounts: AccountService, admin: Actor, admin_desk: Desk, qtbot: QtBot
) -> None:
    accounts.add(admin, "mastodon", FORM)
    settle()
    settle()
    panel = page.panel
    qtbot.mouseClick(panel.check_button, Qt.MouseButton.LeftButton)
    settle()
    assert "Conta na rede: @loja" in panel.checked.texts
    qtbot.mouseClick(panel.pause_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert panel.light.text == "Pausado"
    assert panel.pause_button.text() == "Continuar"
    admin_desk.undo.undo()
    settle()
    settle()
    assert not accounts.list()[0].is_paused
    qtbot.mouseClick(panel.listen_button, Qt.MouseButton.LeftButton)
    settle()
    assert not accounts.list()[0].is_listen_only
    qtbot.mouseClick(panel.retire_button, Qt.MouseButton.LeftButton)
    assert page.confirm.isVisible()
    page.confirm._answer(yes=True)
    settle()
    assert accounts.list() == ()
    settle()
    page.retired.setChecked(True)
    settle()
    assert page.model.row_at(0) is not None
    assert "aposentada" in page.panel.sentence.text()


def test_terms_are_typed_with_commas(
    page: ChannelsPage, settle: Settle, accounts: AccountService, admin: Actor, qtbot: QtBot
) -> None:
    accounts.add(admin, "mastodon", FORM)
    settle()
    settle()
    form = page.panel.terms
    edit = form.findChildren(QLineEdit)[0]
    edit.setFocus()
    edit.setText("Lojinha, Loginha,  ")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    settle()
    assert accounts.terms(accounts.list()[0]).any_of == ("Lojinha", "Loginha")


def test_problems_and_reconciliation_in_words(
    page: ChannelsPage, settle: Settle, accounts: AccountService, admin: Actor, screen_database: Database
) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    now = screen_database.clock.now()

    def put(connection: object) -> None:
        execute = connection.execute  # type: ignore[attr-defined]  # a Connection
        execute(
            insert(AccountHealth).values(
                account_id=card.id, state="needs_person", problem="token_expired", since=now, retry_at=now, failures=1
            )
        )
        rows = [("2026-11-20", 9, 8), ("2026-11-19", 4, 4)]
        execute(
            insert(SourceCheck),
            [
                {
                    "account_id": card.id,
                    "stream": "mentions",
                    "day": day,
                    "at_source": there,
                    "accounted": here,
                    "checked_at": now,
                }
                for day, there, here in rows
            ],
        )

    screen_database.quiet(put)
    settle()
    page._read()
    settle()
    settle()
    assert "venceu" in page.panel.sentence.text()
    assert page.panel.light.tone == "bad"
    assert page.panel.days.text().splitlines() == [
        "20/11/2026: 9 na rede, 8 no Balcão; o dia está sendo lido de novo",
        "19/11/2026: 4 na rede, todos no Balcão",
    ]


def test_a_supervisor_sees_and_pauses_but_does_not_add(  # noqa: PLR0917 - pytest hands fixtures over by name
    desk: Desk, accounts: AccountService, account_secrets: AccountSecrets, admin: Actor, settle: Settle, qtbot: QtBot
) -> None:
    accounts.add(admin, "mastodon", FORM)
    listening = ListeningService(database=accounts._database)
    page = ChannelsPage(desk=desk, accounts=accounts, secrets=account_secrets, listening=listening)
    qtbot.addWidget(page)
    page.show()
    settle()
    settle()
    assert not page.add_button.isEnabled()
    assert not page.panel.edit_button.isEnabled()
    assert page.panel.pause_button.isEnabled()
    assert "Só a administração" in page.message.text()


def test_what_each_network_permits(page: ChannelsPage, settle: Settle) -> None:
    settle()
    page.dialogs.show_abilities()
    dialog = _open(page, AbilitiesDialog)
    assert dialog.model.index(0, 0).data() == "Mastodon"
    assert nameless(dialog) == []
    dialog.accept()


def test_the_key_goes_to_another_computer(  # noqa: PLR0917 - pytest hands fixtures over by name
    page: ChannelsPage,
    settle: Settle,
    accounts: AccountService,
    admin: Actor,
    admin_desk: Desk,
    screen_database: Database,
    qtbot: QtBot,
) -> None:
    accounts.add(admin, "mastodon", FORM)
    page.dialogs.show_key()
    shown = _open(page, TeamKeyDialog)
    shown.show_code()
    settle()
    code = shown.code.text()
    elsewhere = AccountSecrets(database=screen_database, secrets=FakeSecrets())
    typed = TeamKeyDialog(desk=admin_desk, secrets=elsewhere)
    qtbot.addWidget(typed)
    typed.show()
    settle()
    assert "ainda não tem a chave" in typed.state.text()
    typed.code.setText(code[:-1])
    typed.try_submit()
    settle()
    assert "letra por letra" in typed.error_of("code")
    typed.code.setText(code)
    typed.try_submit()
    settle()
    assert elsewhere.is_key_here()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_has_a_sentence(problem: Problem) -> None:
    assert problem_text(problem).endswith(".")
    assert problem_of_code(problem.value) == problem_text(problem)
    assert problem_of_code("elsewhere") == ""


def test_the_form_leads_to_how_to_get_the_key(page: ChannelsPage, settle: Settle, qtbot: QtBot) -> None:
    settle()
    page.add()
    dialog = _open(page, AccountDialog)
    assert not dialog.help_button.isVisible()
    dialog.networks.choose("mastodon")
    dialog.go_on()
    assert dialog.help_button.isVisible()
    with qtbot.waitSignal(page.help_requested) as asked:
        qtbot.mouseClick(dialog.help_button, Qt.MouseButton.LeftButton)
    assert asked.args == ["key_mastodon", dialog]
    assert cut(dialog) == []


def test_what_was_heard_before_answering(  # noqa: PLR0917 - pytest hands fixtures over by name
    page: ChannelsPage,
    settle: Settle,
    accounts: AccountService,
    admin: Actor,
    screen_database: Database,
    qtbot: QtBot,
) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    store = PageStore(database=screen_database, intake=build_intake(screen_database))
    now = screen_database.clock.now()
    mentions = tuple(
        IncomingMention(
            channel="mastodon",
            text=f"A entrega da loja atrasou de novo, péssimo {n}",
            posted_at=now - timedelta(hours=n),
            external_id=f"m{n}",
            author_key=f"ana{n}",
            language="pt",
        )
        for n in range(5)
    )
    account = accounts.open_account(card.id)[0]
    store.store(account, TALKING, "mentions", Fetched("c", mentions=mentions), go_on=lambda: True)
    settle()
    settle()
    page.show_report()
    dialog = _open(page, ListeningDialog)
    qtbot.waitUntil(dialog.copy_button.isEnabled, timeout=10_000)
    assert "5 menções de 5 pessoas" in dialog.summary.text()
    described = [each.accessibleDescription() for each in dialog.findChildren(BarRows)]
    assert any("português" in each for each in described)
    assert nameless(dialog) == []
    dialog.copy_button.click()
    assert "Do que falam" in QGuiApplication.clipboard().text()
