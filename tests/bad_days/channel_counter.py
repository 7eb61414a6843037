"""One workstation with the whole program on it, without its window, and what the tests of channels ask of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from app.bootstrap.networks import NETWORKS
from app.bootstrap.services import build_services
from app.models.domain.alert import AlertKind
from app.models.domain.case_detail import CaseDetail, EntryKind, TimelineEntry
from app.models.domain.channel_health import Health, Light, Problem
from app.models.domain.inbox import InboxQuery, InboxView, RowKind
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import Visibility
from app.models.schema.cases import Reply
from app.models.schema.channels import AccountCursor
from app.services.account_forms import AccountForm
from app.services.channels.base import Network
from app.services.database import Database
from app.services.people import add_person
from app.services.reply_book import UNDO_SEND_SETTING
from tests.counterparts.mastodon import TOKEN, MastodonCounterpart
from tests.fakes import FakeClock, FakeSecrets

Condition = Callable[[], object]


class Counter:
    """``until`` lets the accounts be looked after as the program does, only more often; nothing else is faster."""

    def __init__(
        self,
        database: Database,
        clock: FakeClock,
        *,
        keyring: FakeSecrets | None = None,
        actor: Actor | None = None,
        networks: Mapping[str, Network] = NETWORKS,
    ) -> None:
        self.database = database
        self.clock = clock
        self.keyring = keyring or FakeSecrets()
        self.actor = actor or database.quiet(
            lambda each: add_person(each, name="Rosa Lima", role=Role.ADMINISTRATOR, at=clock.now())
        )
        self.services = build_services(database, secrets_store=self.keyring, networks=networks)
        self.channels = self.services.channels
        for name, value in (("_spread", timedelta(0)), ("_least_wait", timedelta(milliseconds=1))):
            setattr(self.channels.sync, name, value)
        if actor is None:
            self.services.settings_book.edit(self.actor, UNDO_SEND_SETTING, lambda _: 0, section="practice")

    def close(self) -> None:
        self.channels.outbox.stop()
        self.channels.sync.stop()
        self.services.spelling.stop()

    # The accounts.

    def add(self, server: MastodonCounterpart, *, name: str = "Loja", **changes: str) -> int:
        """Add an account that reads and answers."""
        form = AccountForm(name, values_for(server, **changes))
        done = self.channels.accounts.add(self.actor, "mastodon", form, is_listen_only=False)
        return done.value.id

    def edit(self, account_id: int, server: MastodonCounterpart, **changes: str) -> None:
        card = self.card(account_id)
        form = AccountForm(card.name, values_for(server, **changes))
        self.channels.accounts.edit(self.actor, account_id, form, expected_version=card.version)

    def card(self, account_id: int) -> Any:
        return next(each for each in self.channels.accounts.list() if each.id == account_id)

    def health(self, account_id: int) -> Health:
        found: Health = self.card(account_id).health
        return found

    def is_lit(self, account_id: int, light: Light, problem: Problem | None = None) -> bool:
        health = self.health(account_id)
        return (health.light, health.problem) == (light, problem)

    def alerts(self) -> list[str]:
        """Return the problems that people were alerted of."""
        lines = self.services.alerts.page(self.actor.person_id)
        return [str(each.facts["problem"]) for each in lines if each.kind is AlertKind.ACCOUNT]

    def cursors(self) -> dict[str, str]:
        with self.database.read() as connection:
            rows = connection.execute(select(AccountCursor.stream, AccountCursor.cursor)).all()
        return {row.stream: row.cursor for row in rows}

    # Reading.

    def read(self, condition: Condition, seconds: float = 20.0) -> None:
        """Ask the networks now, and go on as the program does until something has come about."""
        self.channels.sync.tick()
        self.channels.sync.poke()
        self.until(condition, seconds)

    def until(self, condition: Condition, seconds: float = 20.0) -> None:
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, (
                f"did not come about: {[each.health for each in self.channels.accounts.list()]}"
            )
            time.sleep(0.02)
            self.channels.sync.tick()

    def texts(self) -> list[str]:
        """Return the texts of all mentions in the inbox, in order of the alphabet."""
        rows = self.services.inbox.page(InboxQuery(InboxView.ALL_MENTIONS), self.actor, limit=500).rows
        return sorted(row.text for row in rows)

    def mention(self, text: str) -> int:
        rows = self.services.inbox.page(InboxQuery(InboxView.ALL_MENTIONS), self.actor, limit=500).rows
        return next(row.id for row in rows if text in row.text)

    # Answering.

    def answer(self, text: str, words: str) -> int:
        """Open a case on the mention with a text, put an answer into the outbox and return the case's id."""
        detail = self.services.triage.open_case(self.actor, [(RowKind.MENTION, self.mention(text))]).value
        self.services.replies.write_reply(
            self.actor,
            detail.id,
            expected_version=detail.version,
            text=words,
            visibility=Visibility.PUBLIC,
            client_key=f"answer-{detail.id}",
        )
        return detail.id

    def detail(self, case_id: int) -> CaseDetail:
        return self.services.cases.detail(case_id, self.actor.person_id)

    def reply(self, case_id: int) -> TimelineEntry:
        return next(each for each in self.detail(case_id).timeline if each.kind is EntryKind.REPLY)

    def error_code(self, case_id: int) -> str | None:
        with self.database.read() as connection:
            found: str | None = connection.execute(
                select(Reply.error_code).where(Reply.case_id == case_id)
            ).scalar_one()
        return found

    def send(self, *, after: timedelta = timedelta(0)) -> int:
        """Let the outbox look once, after a while."""
        self.clock.advance(after)
        return self.channels.outbox.run_once()


def values_for(server: MastodonCounterpart, **changes: str) -> dict[str, str]:
    return {"server": f"https://{server.host}", "base_url": server.url, "token": TOKEN, **changes}
