"""A sign-in from an account's form: by whom, with which client, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import AccountField, FieldKind, OAuthPlan
from app.models.domain.people import Actor
from app.services.account_forms import AccountForm
from app.services.account_secrets import AccountSecrets
from app.services.accounts import AccountService
from app.services.cancel import CancelToken
from app.services.database import Database
from app.services.errors import Refused
from tests.fakes import FakeChannel
from tests.services.accounts.kinds import TALKING

PLAN = OAuthPlan(
    "https://provider.example/authorize",
    "https://provider.example/token",
    ("read",),
    client_secret_field="client_secret",
)
KIND = replace(
    TALKING,
    fields=(AccountField("client_id"), AccountField("client_secret", FieldKind.SECRET, is_required=False)),
    oauth=PLAN,
)
FORM = AccountForm("Loja", {"client_id": "balcao", "client_secret": "s-1"})


@pytest.fixture
def accounts(database: Database, account_secrets: AccountSecrets, channel: FakeChannel) -> AccountService:
    return AccountService(database=database, networks={"mastodon": channel.network(KIND)}, secrets=account_secrets)


def test_only_the_administrator_signs_in(accounts: AccountService, admin: Actor, actor: Actor) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        accounts.sign_ins.begin(actor, "mastodon", FORM, done_text="", failed_text="")
    begun = accounts.sign_ins.begin(admin, "mastodon", FORM, done_text="", failed_text="")
    assert begun is not None
    assert "client_id=balcao" in begun.address
    begun.close()


def test_a_kept_client_secret_fills_the_empty_field(accounts: AccountService, admin: Actor) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    empty = AccountForm("Loja", {"client_id": "balcao"})
    begun = accounts.sign_ins.begin(admin, "mastodon", empty, done_text="", failed_text="", account_id=card.id)
    assert begun is not None
    assert begun._secrets == {"client_secret": "s-1"}
    begun.close()


def test_what_came_of_it(accounts: AccountService, admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = accounts.sign_ins.begin(admin, "mastodon", FORM, done_text="", failed_text="")
    assert begun is not None
    begun._answer = {"error": "access_denied"}
    assert accounts.sign_ins.finish(begun, CancelToken()).problem is Problem.REFUSED
    monkeypatch.setattr(begun, "wait", lambda _cancel: {"access_token": "t"})
    assert accounts.sign_ins.finish(begun, CancelToken()).values == {"access_token": "t"}


def test_a_network_without_a_plan_has_none(accounts: AccountService, database: Database, channel: FakeChannel) -> None:
    assert accounts.sign_ins.has("mastodon", {})
    plain = AccountService(
        database=database, networks={"mastodon": channel.network(TALKING)}, secrets=accounts._secrets
    )
    assert not plain.sign_ins.has("mastodon", {})
