"""Accounts are added, tried out and changed by those who may, and no secret is readable anywhere."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select

from app.models.domain.changes import Changes, Topic
from app.models.domain.channel_health import Light, Problem
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.schema.cases import Reply
from app.models.schema.channels import AccountHealth, AccountHour, AccountLease, AccountSecret, SourceCheck
from app.models.schema.history import HistoryBody
from app.models.schema.rules import RuleChange
from app.services.account_forms import AccountForm
from app.services.accounts import AccountService
from app.services.channels.base import ChannelError, SearchTerms
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused, Unavailable
from app.services.people import add_person
from tests.factories import channel_id, make_case, make_customer
from tests.fakes import FakeChannel, FakeClock, FakeSecrets

TOKEN = "tok-3f9a81c2"
FORM = AccountForm("Loja", {"server": "social.example", "access_token": TOKEN})


def test_an_added_account_is_read_at_once_and_only_listens(accounts: AccountService, admin: Actor) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    assert (card.name, card.is_connected, card.is_listen_only, card.has_secret) == ("Loja", True, True, True)
    assert card.health.light is Light.NEW
    assert card.options == {"server": "https://social.example", "first_days": 30}
    ((account, credentials, version),) = accounts.to_poll()
    assert (account.id, account.channel, version) == (card.id, "mastodon", card.version)
    assert credentials.get("access_token") == TOKEN


def test_no_secret_is_readable_in_the_database(accounts: AccountService, admin: Actor, database: Database) -> None:
    accounts.add(admin, "mastodon", FORM)
    with database.read() as connection:
        sealed = connection.execute(select(AccountSecret.sealed)).scalar_one()
        told = [str(row) for row in connection.execute(select(RuleChange.after, RuleChange.before))]
        told += [str(row) for row in connection.execute(select(HistoryBody.body))]
    assert TOKEN.encode() not in bytes(sealed)
    assert not any(TOKEN in each for each in told)


def test_the_same_name_twice_on_a_network_is_a_conflict(accounts: AccountService, admin: Actor) -> None:
    accounts.add(admin, "mastodon", FORM)
    with pytest.raises(Conflict, match="account_exists"):
        accounts.add(admin, "mastodon", FORM)
    assert len(accounts.list()) == 1


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"server": "", "access_token": TOKEN}, "account_field_missing"),
        ({"server": "social.example"}, "account_field_missing"),
        ({"server": "file:///etc/passwd", "access_token": TOKEN}, "account_field_wrong"),
        ({"server": "https://a:b@social.example", "access_token": TOKEN}, "account_field_wrong"),
        ({"server": "http://[", "access_token": TOKEN}, "account_field_wrong"),
        ({"server": "s.example", "access_token": TOKEN, "first_days": "dez"}, "account_field_wrong"),
        ({"server": "s.example", "access_token": TOKEN, "visibility": "secret"}, "account_field_wrong"),
        ({"server": "s" * 2_001, "access_token": TOKEN}, "account_field_wrong"),
    ],
)
def test_a_form_with_a_mistake_stores_nothing(
    accounts: AccountService, admin: Actor, values: dict[str, str], code: str
) -> None:
    with pytest.raises(Invalid, match=code):
        accounts.add(admin, "mastodon", AccountForm("Loja", values))
    assert accounts.list(include_retired=True) == ()


def test_a_form_without_a_name_says_so(accounts: AccountService, admin: Actor) -> None:
    with pytest.raises(Invalid, match="account_name_missing"):
        accounts.add(admin, "mastodon", AccountForm("  ", FORM.values))


def test_choices_and_yes_or_no_are_kept_as_such(accounts: AccountService, admin: Actor) -> None:
    values = {**FORM.values, "visibility": "unlisted", "boosts": "1"}
    card = accounts.add(admin, "mastodon", AccountForm("Loja", values)).value
    assert (card.options["visibility"], card.options["boosts"]) == ("unlisted", True)


def test_an_edit_keeps_the_secret_that_was_left_empty(accounts: AccountService, admin: Actor) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    accounts.set_terms(admin, card.id, SearchTerms(any_of=("Lojinha",)))
    card = accounts.list()[0]
    form = AccountForm("Loja nova", {"server": "other.example", "access_token": ""})
    changed = accounts.edit(admin, card.id, form, expected_version=card.version).value
    assert (changed.name, changed.options["server"]) == ("Loja nova", "https://other.example")
    assert accounts.terms(changed).any_of == ("Lojinha",)
    ((_account, credentials, _version),) = accounts.to_poll()
    assert credentials.get("access_token") == TOKEN
    accounts.edit(
        admin,
        card.id,
        AccountForm("Loja nova", {**FORM.values, "access_token": "new"}),
        expected_version=changed.version,
    )
    assert accounts.open_account(card.id)[1].get("access_token") == "new"


def test_a_stale_edit_is_a_conflict(accounts: AccountService, admin: Actor) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    accounts.set_paused(admin, card.id, is_paused=True)
    with pytest.raises(Conflict, match="account_changed"):
        accounts.edit(admin, card.id, FORM, expected_version=card.version)


def test_what_is_paused_or_retired_is_not_read_and_undo_brings_it_back(accounts: AccountService, admin: Actor) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    paused = accounts.set_paused(admin, card.id, is_paused=True)
    assert paused.value.health.light is Light.PAUSED
    assert accounts.to_poll() == ()
    assert paused.undo is not None
    paused.undo.revert()
    assert len(accounts.to_poll()) == 1
    retired = accounts.retire(admin, card.id)
    assert accounts.list() == ()
    assert [each.is_retired for each in accounts.list(include_retired=True)] == [True]
    assert retired.undo is not None
    retired.undo.revert()
    assert len(accounts.list()) == 1


def test_a_network_that_nobody_can_answer_on_only_listens(accounts: AccountService, admin: Actor) -> None:
    card = accounts.add(admin, "rss", AccountForm("Notícias", {"feeds": "https://n.example/f"}), is_listen_only=False)
    assert card.value.is_listen_only
    assert not card.value.has_secret
    with pytest.raises(Invalid, match="account_cannot_answer"):
        accounts.set_listen_only(admin, card.value.id, is_listen_only=False)
    talking = accounts.add(admin, "mastodon", FORM).value
    assert not accounts.set_listen_only(admin, talking.id, is_listen_only=False).value.is_listen_only


def test_terms_are_tidied_and_bounded(accounts: AccountService, admin: Actor) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    changed = accounts.set_terms(admin, card.id, SearchTerms(("Loja ", "Loja", ""), ("sorteio",), ("pt",))).value
    assert accounts.terms(changed) == SearchTerms(("Loja",), ("sorteio",), ("pt",))
    with pytest.raises(Invalid, match="account_terms_too_many"):
        accounts.set_terms(admin, card.id, SearchTerms(tuple(f"t{i}" for i in range(101))))
    with pytest.raises(Invalid, match="account_term_too_long"):
        accounts.set_terms(admin, card.id, SearchTerms(("a" * 81,)))


def test_rights(accounts: AccountService, admin: Actor, actor: Actor, database: Database) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    for forbidden in (
        lambda: accounts.add(actor, "mastodon", FORM),
        lambda: accounts.edit(actor, card.id, FORM, expected_version=card.version),
        lambda: accounts.retire(actor, card.id),
        lambda: accounts.try_out(actor, "mastodon", FORM),
    ):
        with pytest.raises(Refused, match="not_allowed"):
            forbidden()
    assert accounts.set_paused(actor, card.id, is_paused=True).value.is_paused
    attendant = database.quiet(
        lambda connection: add_person(connection, name="Ana", role=Role.ATTENDANT, at=database.clock.now())
    )
    with pytest.raises(Refused, match="not_allowed"):
        accounts.set_paused(attendant, card.id, is_paused=False)


def test_a_trial_stores_nothing_and_tells_what_works(
    accounts: AccountService, admin: Actor, channel: FakeChannel, database: Database
) -> None:
    found = accounts.try_out(admin, "mastodon", FORM)
    assert found.account_name == "@loja"
    assert found.problem is None
    assert channel.closed.is_set()
    channel.checked = ChannelError(Problem.TOKEN_REVOKED)
    assert accounts.try_out(admin, "mastodon", FORM).problem is Problem.TOKEN_REVOKED
    with database.read() as connection:
        assert connection.execute(select(AccountSecret.account_id)).all() == []
    assert accounts.list() == ()


def test_a_stored_account_is_checked_with_its_own_secrets(
    accounts: AccountService, admin: Actor, channel: FakeChannel
) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    assert accounts.check(admin, card.id).problem is None
    left_empty = AccountForm("Loja", {"server": "social.example"})
    assert accounts.try_out(admin, "mastodon", left_empty, account_id=card.id).problem is None
    channel.checked = ChannelError(Problem.NO_NETWORK)
    assert accounts.check(admin, card.id).problem is Problem.NO_NETWORK
    with pytest.raises(Invalid, match="account_missing"):
        accounts.check(admin, card.id + 999)


def test_without_a_keyring_nothing_is_stored(
    accounts: AccountService, admin: Actor, secrets_store: FakeSecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_keyring(*_: Any) -> None:
        raise Unavailable("no_keyring")

    monkeypatch.setattr(secrets_store, "key", no_keyring)
    monkeypatch.setattr(secrets_store, "set_key", no_keyring)
    with pytest.raises(Unavailable, match="no_keyring"):
        accounts.add(admin, "mastodon", FORM)
    assert accounts.list(include_retired=True) == ()


def test_cards_tell_health_cost_and_who_reads(
    accounts: AccountService, admin: Actor, database: Database, clock: FakeClock
) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    now = clock.now()

    def put(connection: Any) -> None:
        connection.execute(
            insert(AccountHealth).values(
                account_id=card.id, state="waiting", problem="rate_limited", since=now, retry_at=now, failures=3
            )
        )
        connection.execute(
            insert(AccountHour),
            [
                {"account_id": card.id, "hour_at": now, "calls": 5, "cost": 100, "received": 7, "stored": 6},
                {
                    "account_id": card.id,
                    "hour_at": now - timedelta(days=2),
                    "calls": 50,
                    "cost": 900,
                    "received": 70,
                    "stored": 60,
                },
            ],
        )
        connection.execute(
            insert(AccountLease).values(
                account_id=card.id, workstation_key="this-workstation", expires_at=now + timedelta(seconds=30)
            )
        )
        connection.execute(
            insert(SourceCheck).values(
                account_id=card.id, stream="mentions", day="2026-11-20", at_source=9, accounted=8, checked_at=now
            )
        )

    database.quiet(put)
    told = accounts.list()[0]
    assert (told.health.light, told.health.problem, told.health.failures) == (Light.WAITING, Problem.RATE_LIMITED, 3)
    assert (told.cost.calls_today, told.cost.items_today, told.cost.cost_today) == (5, 7, 100)
    assert (told.cost.calls_month, told.cost.items_month, told.cost.cost_month) == (55, 77, 1_000)
    assert told.holder == "Balcão 1"
    (line,) = accounts.reconciliation(card.id)
    assert (line.at_source, line.accounted) == (9, 8)


def test_screens_hear_of_a_change(accounts: AccountService, admin: Actor, changes: list[Changes]) -> None:
    accounts.add(admin, "mastodon", FORM)
    assert any(Topic.CHANNELS in each.topics for each in changes)


def test_the_kinds_are_those_of_the_networks(accounts: AccountService) -> None:
    assert [each.key for each in accounts.kinds] == ["mastodon", "rss"]


def test_answers_that_waited_for_the_account_leave_once_it_is_mended(
    accounts: AccountService, admin: Actor, database: Database, clock: FakeClock
) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    later = clock.now() + timedelta(minutes=15)

    def put(connection: Connection) -> None:
        rows = [("k1", "token_expired"), ("k2", "rate_limited")]
        for key, code in rows:
            connection.execute(
                insert(Reply).values(
                    client_key=key,
                    case_id=make_case(connection, make_customer(connection)),
                    account_id=card.id,
                    channel_id=channel_id(connection, "mastodon"),
                    visibility=Visibility.PUBLIC,
                    author_id=admin.person_id,
                    text="Oi",
                    state=DeliveryState.PENDING,
                    written_at=clock.now(),
                    not_before=later,
                    attempts=1,
                    error_code=code,
                )
            )

    database.quiet(put)
    accounts.edit(admin, card.id, FORM, expected_version=card.version)
    with database.read() as connection:
        found = {
            row.client_key: row.not_before for row in connection.execute(select(Reply.client_key, Reply.not_before))
        }
    assert found == {"k1": clock.now(), "k2": later}


def test_a_stale_edit_seals_nothing(accounts: AccountService, admin: Actor) -> None:
    card = accounts.add(admin, "mastodon", FORM).value
    other = AccountForm("Loja", {**FORM.values, "access_token": "newer"})
    with pytest.raises(Conflict, match="account_changed"):
        accounts.edit(admin, card.id, other, expected_version=card.version + 5)
    assert accounts.open_account(card.id)[1].get("access_token") == TOKEN
