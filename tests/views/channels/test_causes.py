"""A cause that the network told is said in its own words, in the account's panel and in what *testar* found."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import insert

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.models.domain.people import Actor
from app.models.schema.channels import AccountHealth
from app.services.account_forms import AccountForm
from app.services.accounts import AccountService
from app.services.channels.base import ChannelError, Checked, Finding
from app.services.database import Database
from app.views.channels.page import ChannelsPage
from app.views.support.channel_texts import problem_text, trouble_text, why_text
from tests.fakes import FakeChannel

Settle = Callable[[], None]
FORM = AccountForm("Loja", {"server": "social.example", "access_token": "tok-1"})
ROBOT = "Outro programa está lendo este robô; desligue-o ou crie outra chave."


def test_a_cause_without_words_leaves_the_problem_s_sentence(page: ChannelsPage) -> None:
    assert page
    assert why_text("unheard-of") == ""
    assert trouble_text(Problem.REFUSED, "unheard-of") == problem_text(Problem.REFUSED)
    assert trouble_text(Problem.NO_KEY, "not_a_key_file") == "Isto não é o arquivo JSON da conta de serviço."


def test_a_cause_reaches_the_panel(
    page: ChannelsPage, settle: Settle, accounts: AccountService, admin: Actor, screen_database: Database
) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    now = screen_database.clock.now()
    values = {"state": "waiting", "problem": "refused", "since": now, "failures": 1, "facts": {"why": "other_poller"}}
    screen_database.quiet(
        lambda connection: connection.execute(insert(AccountHealth).values(account_id=card.id, **values))
    )
    settle()
    page._read()
    settle()
    settle()
    assert page.panel.sentence.text() == ROBOT


def test_a_cause_reaches_what_testar_found(
    page: ChannelsPage, settle: Settle, accounts: AccountService, admin: Actor, channel: FakeChannel
) -> None:
    account_id = accounts.add(admin, "mastodon", FORM).value.id
    settle()
    settle()
    channel.checked = ChannelError(Problem.REFUSED, facts={"why": "other_poller"})
    page._check()
    settle()
    assert page.panel.checked.texts == [ROBOT]
    privacy = Finding(Ability.READ_PUBLIC, works=False, problem=Problem.SCOPE_MISSING, why="group_privacy")
    page.panel.show_checked(account_id, Checked("@loja", (privacy,)))
    assert "/setprivacy" in page.panel.checked.texts[1]
