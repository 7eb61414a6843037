"""One round trip: a post there is a mention here, becomes a case, is answered there, and is answered back."""

from __future__ import annotations

import html
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from app.bootstrap.services import Services, build_services
from app.models.domain.case_detail import CaseDetail, EntryKind
from app.models.domain.inbox import InboxQuery, InboxView, RowKind
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import DeliveryState
from app.services.clock import SystemClock
from app.services.database_location import LocalFile
from app.services.opening import open_database
from app.services.people import add_person
from app.services.reply_book import UNDO_SEND_SETTING
from tests.fakes import FakeSecrets
from tests.round_trip.towns import FIRST, SECOND, Town

REPLY = "Bom dia! Já encontramos e avisamos quando sair."
_SECONDS = 40.0
Found = TypeVar("Found")


@dataclass(slots=True)
class Trip:
    """What happened, step by step, with the seconds each took."""

    network: str
    steps: dict[str, float] = field(default_factory=dict)


def round_trip(town: Town, folder: Path) -> Trip:
    """Go there and back; raises AssertionError naming the step that did not come."""
    database = open_database(
        LocalFile(folder / f"{town.key}.balcao"),
        clock=SystemClock(),
        workstation_key="trip",
        workstation_name="Balcão 1",
        announce=lambda _: None,
    )
    actor = database.quiet(
        lambda connection: add_person(connection, name="Rosa Lima", role=Role.ADMINISTRATOR, at=database.clock.now())
    )
    services = build_services(database, secrets_store=FakeSecrets())
    services.settings_book.edit(actor, UNDO_SEND_SETTING, lambda _: 0, section="practice")
    services.channels.sync.start()
    services.channels.outbox.start()
    try:
        return _gone(town, services, actor)
    finally:
        services.channels.outbox.stop()
        services.channels.sync.stop()
        services.spelling.stop()
        database.close()


def _gone(town: Town, services: Services, actor: Actor) -> Trip:
    trip = Trip(town.key)
    town.say(FIRST)
    channels = services.channels
    done = channels.accounts.add(actor, town.key, town.form(), signed_in=town.signed_in, is_listen_only=False)
    account_id = done.value.id
    channels.sync.poke()
    mention = _until(trip, "in the inbox", lambda: _mention(services, actor, FIRST))
    if not town.answers_back:
        return trip
    detail = services.triage.open_case(actor, [(RowKind.MENTION, mention)]).value
    services.replies.write_reply(
        actor,
        detail.id,
        expected_version=detail.version,
        text=REPLY,
        visibility=town.visibility,
        client_key="trip-1",
    )
    channels.outbox.poke()
    _until(trip, "at the network", lambda: any(REPLY in html.unescape(each) for each in town.answers()))
    _until(trip, "sent here", lambda: _delivered(services.cases.detail(detail.id, actor.person_id)))
    time.sleep(1.1)  # several networks count in seconds: the answer has to come after the case
    town.say_again(SECOND)
    channels.sync.poke(account_id)
    if town.threads:
        _until(trip, "in the case", lambda: _says(services.cases.detail(detail.id, actor.person_id), SECOND))
    else:
        _until(trip, "edited", lambda: _edited(services, mention))
    assert len(town.answers()) == 1, "answered more than once"
    return trip


def _until(trip: Trip, step: str, condition: Callable[[], Found]) -> Found:
    began = time.monotonic()
    while True:
        found = condition()
        if found:
            trip.steps[step] = time.monotonic() - began
            return found
        assert time.monotonic() - began < _SECONDS, f"{trip.network}: not {step} within {_SECONDS:.0f} s"
        time.sleep(0.1)


def _mention(services: Services, actor: Actor, text: str) -> int:
    rows = services.inbox.page(InboxQuery(InboxView.ALL_MENTIONS), actor).rows
    return next((row.id for row in rows if text in row.text), 0)


def _delivered(detail: CaseDetail) -> bool:
    return any(each.kind is EntryKind.REPLY and each.delivery is DeliveryState.SENT for each in detail.timeline)


def _says(detail: CaseDetail, text: str) -> bool:
    said = [each.text for each in detail.timeline if each.kind is EntryKind.MENTION]
    return any(text in each and "> " not in each for each in said)


def _edited(services: Services, mention_id: int) -> bool:
    source = services.sources.read(mention_id)
    return bool(source.versions) and SECOND in source.whole_text
