"""Tokens are sealed under one key of the team; another workstation reads them with its code; renewal happens once."""

from __future__ import annotations

import base64
import threading
from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256

import pytest
from sqlalchemy import insert, select, update

from app.models.domain.people import Actor
from app.models.schema.channels import AccountSecret, Channel, ChannelAccount
from app.services.account_secrets import AccountSecrets
from app.services.channels.base import ChannelError
from app.services.database import Database
from app.services.errors import Invalid, Refused, Unavailable
from tests.fakes import FakeClock, FakeSecrets


@pytest.fixture
def account_id(database: Database) -> int:
    return database.quiet(
        lambda connection: int(
            connection.execute(
                insert(ChannelAccount)
                .values(
                    channel_id=select(Channel.id).where(Channel.key == "mastodon").scalar_subquery(),
                    name="Loja",
                    is_connected=True,
                    version=1,
                )
                .returning(ChannelAccount.id)
            ).scalar_one()
        )
    )


def test_what_was_sealed_comes_back(account_secrets: AccountSecrets, account_id: int) -> None:
    assert account_secrets.values(account_id) == ({}, 0)
    account_secrets.put(account_id, {"access_token": "ação"})
    account_secrets.put(account_id, {"access_token": "outra"})
    assert account_secrets.values(account_id) == ({"access_token": "outra"}, 2)


def test_another_workstation_needs_the_code(
    account_secrets: AccountSecrets, account_id: int, database: Database, admin: Actor, actor: Actor
) -> None:
    account_secrets.put(account_id, {"access_token": "t"})
    other = AccountSecrets(database=database, secrets=FakeSecrets())
    assert not other.is_key_here()
    assert not other.can_open(account_id)
    assert other.can_open(account_id + 1)
    assert account_secrets.can_open(account_id)
    with pytest.raises(Unavailable, match="team_key_missing"):
        other.values(account_id)
    with pytest.raises(Unavailable, match="team_key_missing"):
        other.put(account_id, {"access_token": "over"})
    with pytest.raises(ChannelError, match="no_key"):
        other.credentials(account_id).get("access_token")
    with pytest.raises(Refused, match="not_allowed"):
        account_secrets.team_code(actor)
    code = account_secrets.team_code(admin)
    other.take_team_code(code.lower().replace("-", " "))
    assert other.is_key_here()
    assert other.values(account_id)[0] == {"access_token": "t"}


def test_a_mistyped_code_and_that_of_another_team_are_refused(
    account_secrets: AccountSecrets, account_id: int, database: Database, admin: Actor
) -> None:
    account_secrets.put(account_id, {"access_token": "t"})
    code = account_secrets.team_code(admin)
    stranger = AccountSecrets(database=database, secrets=FakeSecrets())
    first = "B" if code[0] != "B" else "C"
    for wrong in (first + code[1:], code[:-6], "", "código?", "11111-11111"):
        with pytest.raises(Invalid, match="team_code_wrong"):
            stranger.take_team_code(wrong)
    foreign = base64.b32encode(b"f" * 32 + sha256(b"f" * 32).digest()[:3]).decode().rstrip("=")
    with pytest.raises(Invalid, match="team_code_wrong"):
        stranger.take_team_code(foreign)


def test_a_sealed_row_moved_to_another_account_does_not_open(
    account_secrets: AccountSecrets, account_id: int, database: Database
) -> None:
    account_secrets.put(account_id, {"access_token": "t"})

    def move(connection: object) -> None:
        second = connection.execute(  # type: ignore[attr-defined]  # a Connection
            insert(ChannelAccount)
            .values(channel_id=select(Channel.id).where(Channel.key == "x").scalar_subquery(), name="B", version=1)
            .returning(ChannelAccount.id)
        ).scalar_one()
        connection.execute(update(AccountSecret).values(account_id=second))  # type: ignore[attr-defined]  # a Connection

    database.quiet(move)
    with database.read() as connection:
        moved = connection.execute(select(AccountSecret.account_id)).scalar_one()
    with pytest.raises(Unavailable, match="team_key_missing"):
        account_secrets.values(moved)


def test_a_token_is_renewed_before_it_expires_and_kept(
    account_secrets: AccountSecrets, account_id: int, clock: FakeClock
) -> None:
    expires = clock.now() + timedelta(minutes=30)
    account_secrets.put(
        account_id, {"access_token": "old", "refresh_token": "r1", "expires_at": expires.isoformat(), "more": "kept"}
    )
    seen: list[str] = []

    def renew(values: Mapping[str, str]) -> Mapping[str, str]:
        seen.append(values["refresh_token"])
        return {
            "access_token": "new",
            "refresh_token": "r2",
            "expires_at": (clock.now() + timedelta(hours=1)).isoformat(),
        }

    credentials = account_secrets.credentials(account_id, renew)
    assert credentials.access_token() == "old"
    clock.advance(timedelta(minutes=29))
    assert credentials.access_token() == "new"
    assert credentials.access_token() == "new"
    assert seen == ["r1"]
    assert account_secrets.values(account_id)[0]["more"] == "kept"


def test_two_that_renew_at_once_ask_once(
    account_secrets: AccountSecrets, account_id: int, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.account_secrets._WAIT_SECONDS", 0.2)
    account_secrets.put(account_id, {"refresh_token": "r1"})
    asked: list[str] = []
    both = threading.Barrier(2, timeout=10)

    def renew(_values: Mapping[str, str]) -> Mapping[str, str]:
        asked.append("x")
        return {"access_token": "new", "expires_at": (clock.now() + timedelta(hours=1)).isoformat()}

    got: list[str] = []

    def one() -> None:
        credentials = account_secrets.credentials(account_id, renew)
        both.wait()
        got.append(credentials.access_token())

    threads = [threading.Thread(target=one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert got == ["new", "new"]
    assert asked == ["x"]


def test_a_claim_of_a_workstation_that_died_expires(
    account_secrets: AccountSecrets, account_id: int, database: Database, clock: FakeClock
) -> None:
    account_secrets.put(account_id, {"refresh_token": "r1"})
    database.quiet(
        lambda connection: connection.execute(
            update(AccountSecret).values(refreshing_until=clock.now() - timedelta(seconds=1))
        )
    )
    credentials = account_secrets.credentials(account_id, lambda _values: {"access_token": "new"})
    assert credentials.access_token() == "new"


def test_what_cannot_be_renewed_has_expired(account_secrets: AccountSecrets, account_id: int) -> None:
    account_secrets.put(account_id, {"access_token": "", "more": "x"})
    with pytest.raises(ChannelError, match="token_expired"):
        account_secrets.credentials(account_id).access_token()
    with pytest.raises(ChannelError, match="no_key"):
        account_secrets.credentials(account_id).get("absent")
    account_secrets.credentials(account_id).put({"access_token": "by hand"})
    assert account_secrets.credentials(account_id).access_token() == "by hand"


def test_two_that_begin_at_once_end_with_one_key(database: Database, account_id: int) -> None:
    first = AccountSecrets(database=database, secrets=FakeSecrets())
    second = AccountSecrets(database=database, secrets=FakeSecrets())
    first.make_ready()
    second.make_ready()
    second.put(account_id, {"access_token": "t"})
    assert second.values(account_id)[0] == {"access_token": "t"}
    assert not first.is_key_here()
    with pytest.raises(Unavailable, match="team_key_missing"):
        first.put(account_id, {"access_token": "over"})
    assert second.values(account_id)[0] == {"access_token": "t"}


def test_a_code_before_there_is_a_key_is_wrong(database: Database) -> None:
    code = base64.b32encode(b"k" * 32 + sha256(b"k" * 32).digest()[:3]).decode()
    with pytest.raises(Invalid, match="team_code_wrong"):
        AccountSecrets(database=database, secrets=FakeSecrets()).take_team_code(code)
