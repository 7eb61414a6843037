"""Alerts are raised once, reach everybody, and say who saw and who took them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import delete, func, insert, select

from app.models.domain.alert import SINGLES_IN_A_WHILE, AlertKind, CrisisAlertFacts, NewAlert
from app.models.domain.changes import Changes, Topic
from app.models.domain.people import PROGRAM, Actor, Role
from app.models.schema.crisis import Alert
from app.models.schema.people import Area, AreaMember
from app.models.schema.settings import BusinessSetting
from app.services.alerts import AlertService, raise_alert, raise_crisis_alerts
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.people import add_person
from app.services.settings_book import SettingsBook
from tests.fakes import FakeClock

BURST = NewAlert("burst:2026-11-21T11", AlertKind.BURST, facts={"n": 80})


@pytest.fixture
def alerts(database: Database) -> AlertService:
    return AlertService(database=database)


def person(database: Database, name: str, role: Role = Role.ATTENDANT) -> Actor:
    return database.quiet(lambda connection: add_person(connection, name=name, role=role, at=database.clock.now()))


def make_member(database: Database, area_key: str, who: Actor) -> None:
    area = select(Area.id).where(Area.key == area_key).scalar_subquery()
    database.quiet(
        lambda connection: connection.execute(insert(AreaMember).values(area_id=area, person_id=who.person_id))
    )


def hits(database: Database, count: int, *, start: int = 1, level: int = 1) -> list[CrisisAlertFacts]:
    at = database.clock.now()
    return [
        CrisisAlertFacts(number, level, ("procon",), "Órgãos e justiça", "twitter", at)
        for number in range(start, start + count)
    ]


def take_in(database: Database, found: list[CrisisAlertFacts]) -> Changes:
    return database.act(lambda act: raise_crisis_alerts(act, found), actor=PROGRAM)[1]


def test_a_crisis_mention_is_news_to_everybody_until_seen(
    database: Database, alerts: AlertService, actor: Actor
) -> None:
    changes = take_in(database, hits(database, 1, start=77))
    assert changes.topics == {Topic.ALERTS}
    other = person(database, "Paulo Reis")
    news = alerts.news(actor.person_id)
    assert (news.unseen, alerts.news(other.person_id).unseen) == (1, 1)
    (line,) = news.fresh
    assert (line.kind, line.level, line.mention_id) == (AlertKind.CRISIS, 1, 77)
    assert line.facts["words"] == ["procon"]
    assert line.facts["rule"] == "Órgãos e justiça"
    alerts.mark_shown(actor.person_id, [line.id])
    assert alerts.news(actor.person_id).fresh == ()
    assert alerts.news(actor.person_id).unseen == 1
    assert alerts.mark_seen(actor, [line.id]).value == 1
    assert alerts.mark_seen(actor, [line.id]).value == 0
    assert alerts.news(actor.person_id).unseen == 0
    assert alerts.news(other.person_id).unseen == 1
    (viewer,) = alerts.viewers(line.id)
    assert (viewer.person, viewer.workstation) == ("Marta Sá", "Balcão 1")
    assert viewer.shown_at == viewer.seen_at == database.clock.now()
    (again,) = alerts.page(other.person_id)
    assert (again.shown_to, again.seen_by) == (1, 1)


def test_ten_thousand_rows_ring_a_handful_of_times(database: Database, alerts: AlertService, actor: Actor) -> None:
    for batch in range(20):
        take_in(database, hits(database, 500, start=batch * 500 + 1, level=3 if batch else 2))
    lines = alerts.page(actor.person_id)
    assert len(lines) == 10
    shared = next(line for line in lines if line.mention_id is None)
    assert shared.facts["count"] + 9 == 10_000
    assert shared.level == 2
    assert shared.facts["levels"] == {"2": 497, "3": 9_494}


def test_a_danger_after_a_flood_of_complaints_is_news(database: Database, alerts: AlertService, actor: Actor) -> None:
    for number in range(1, 16):
        take_in(database, hits(database, 1, start=number, level=3))
    alerts.mark_all_seen(actor)
    take_in(database, hits(database, 1, start=99))
    assert [(line.mention_id, line.level) for line in alerts.news(actor.person_id).fresh] == [(99, 1)]


def test_no_hits_leave_no_trace(database: Database) -> None:
    assert take_in(database, []).is_empty


def test_communications_is_told_or_it_is_said_that_nobody_is(
    database: Database, alerts: AlertService, actor: Actor
) -> None:
    take_in(database, hits(database, 1))
    make_member(database, "public_relations", person(database, "Rita Alves", Role.SPECIALIST))
    take_in(database, hits(database, 1, start=2))
    alerts.raise_once(BURST)
    alerts.raise_once(NewAlert("deadline:1", AlertKind.DEADLINE))
    quiet, burst, second, first = alerts.page(actor.person_id)
    assert (first.facts["told_area"], first.facts["told"]) == ("Comunicação / RP", [])
    assert second.facts["told"] == burst.facts["told"] == ["Rita Alves"]
    assert "told" not in quiet.facts
    assert burst.facts["n"] == 80


def test_two_workstations_never_raise_the_same_twice(
    database: Database, alerts: AlertService, open_another: Callable[..., Database]
) -> None:
    elsewhere = AlertService(database=open_another())
    assert alerts.raise_once(BURST) is not None
    assert elsewhere.raise_once(BURST) is None
    assert database.act(lambda act: raise_alert(act, BURST), actor=PROGRAM)[0] is None
    with database.read() as connection:
        assert connection.execute(select(func.count()).select_from(Alert)).scalar_one() == 1


def test_one_takes_it_and_the_others_see_who(
    database: Database, alerts: AlertService, actor: Actor, changes: list[Changes]
) -> None:
    other = person(database, "Paulo Reis")
    alert_id = alerts.raise_once(BURST)
    assert alert_id is not None
    taken = alerts.take(actor, alert_id)
    assert (taken.value.taken_by, taken.value.taken_at) == ("Marta Sá", database.clock.now())
    assert taken.value.my_seen_at is not None
    assert changes[-1].topics == {Topic.ALERTS}
    with pytest.raises(Conflict, match="alert_taken") as refused:
        alerts.take(other, alert_id)
    assert refused.value.facts == {"name": "Marta Sá"}
    with pytest.raises(Conflict, match="alert_taken"):
        alerts.give_back(other, alert_id)
    assert taken.undo is not None
    assert taken.undo.revert().value.taken_by is None
    assert alerts.take(other, alert_id).value.taken_by == "Paulo Reis"


def test_what_cannot_be_taken(database: Database, alerts: AlertService, actor: Actor) -> None:
    with pytest.raises(Invalid, match="alert_unknown"):
        alerts.take(actor, 4711)
    with pytest.raises(Invalid, match="alert_unknown"):
        alerts.line(actor.person_id, 4711)
    with pytest.raises(Refused, match="not_allowed"):
        alerts.take(person(database, "Ana Dias", Role.ANALYST), 4711)
    assert alerts.mark_seen(actor, []).value == 0
    assert alerts.mark_seen(actor, [4711]).value == 0
    alerts.mark_shown(actor.person_id, [])


def test_old_alerts_are_no_news_but_stay_in_the_list(
    database: Database, alerts: AlertService, actor: Actor, clock: FakeClock
) -> None:
    take_in(database, hits(database, 3))
    clock.advance(timedelta(days=11))
    assert alerts.news(actor.person_id).unseen == 0
    assert len(alerts.page(actor.person_id)) == 3
    newest = alerts.page(actor.person_id, limit=1)
    assert len(alerts.page(actor.person_id, before_id=newest[0].id)) == 2


def test_a_crisis_that_nobody_took_outlasts_a_long_weekend(
    database: Database, alerts: AlertService, actor: Actor, clock: FakeClock
) -> None:
    take_in(database, hits(database, 3))
    alerts.raise_once(NewAlert("deadline:1", AlertKind.DEADLINE))
    other = person(database, "Paulo Reis")
    taken, seen, waiting = sorted(line.id for line in alerts.page(actor.person_id) if line.is_loud)
    alerts.take(other, taken)
    alerts.mark_seen(actor, [seen])
    clock.advance(timedelta(days=4))
    assert [line.id for line in alerts.news(actor.person_id).lines] == [waiting]


def test_every_loud_alert_with_a_level_names_for_whom_it_sounds(
    database: Database, alerts: AlertService, actor: Actor
) -> None:
    settings = SettingsBook(database=database)
    original = settings.read("crisis")
    first = alerts.raise_once(NewAlert("spread:1", AlertKind.SPREAD, 1))
    assert first is not None
    roles = next(row["alert_roles"] for row in original.value["levels"] if row["level"] == 1)
    assert alerts.line(actor.person_id, first).facts["rings"] == {"roles": roles, "people": []}
    settings.change(actor, "crisis_people", {"1": [4]}, expected_version=0, section="crisis")
    second = alerts.raise_once(NewAlert("spread:2", AlertKind.SPREAD, 1))
    assert second is not None
    assert alerts.line(actor.person_id, second).facts["rings"]["people"] == [4]
    burst = alerts.raise_once(BURST)
    assert burst is not None
    assert alerts.line(actor.person_id, burst).facts["rings"] == {"roles": roles, "people": [4]}


def test_a_level_rings_as_on_the_first_day_when_nobody_has_stored_a_matrix(
    database: Database, alerts: AlertService, actor: Actor
) -> None:
    original = SettingsBook(database=database).read("crisis").value
    database.quiet(
        lambda connection: connection.execute(delete(BusinessSetting).where(BusinessSetting.key == "crisis"))
    )
    take_in(database, hits(database, 1))
    (line,) = alerts.page(actor.person_id)
    assert line.facts["rings"]["roles"] == next(row["alert_roles"] for row in original["levels"] if row["level"] == 1)


def test_all_is_seen_at_once(database: Database, alerts: AlertService, actor: Actor) -> None:
    take_in(database, hits(database, 3))
    assert alerts.mark_all_seen(actor).value == 3
    assert alerts.news(actor.person_id).unseen == 0


def test_floods_at_two_workstations_add_up(
    database: Database, alerts: AlertService, actor: Actor, open_another: Callable[..., Database]
) -> None:
    take_in(database, hits(database, 20))
    places = [database, open_another("b"), open_another("c")]

    def flood(place: int) -> None:
        for batch in range(5):
            take_in(places[place], hits(database, 10, start=1_000 * (place + 1) + batch * 10))

    with ThreadPoolExecutor(len(places)) as pool:
        list(pool.map(flood, range(len(places))))
    shared = [line for line in alerts.page(actor.person_id) if line.mention_id is None]
    alone = [line for line in alerts.page(actor.person_id) if line.mention_id is not None]
    assert len(shared) == 1
    assert shared[0].facts["count"] + len(alone) == 20 + 150
    assert len(alone) <= 3 * SINGLES_IN_A_WHILE
