"""Rooms are opened by who works, filled, told to areas, and never touch anything real in a drill."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, func, insert, select, update

from app.models.domain import protocol
from app.models.domain.alert import AlertKind, CrisisAlertFacts
from app.models.domain.crisis_room import ClockFigures, EntryKind
from app.models.domain.people import PROGRAM, Actor, Role
from app.models.domain.vocabulary import DeliveryState, MentionState, Visibility
from app.models.schema.cases import Case, CaseAxis, Reply
from app.models.schema.classification import Axis, Node
from app.models.schema.crisis import Alert, CrisisClock, CrisisEntry, CrisisRoom, CrisisRoomMention
from app.models.schema.mentions import Mention
from app.models.schema.people import Area
from app.services.alerts import raise_crisis_alerts
from app.services.crisis_rooms import NewRoom
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.settings_book import SettingsBook
from tests.factories import channel_id, make_case, make_customer
from tests.fakes import FakeClock
from tests.services.crisis.conftest import House, NewMention, NewPerson

GLASS = "Vidro na geleia"


def count(database: Database, table: type) -> int:
    with database.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def make_case_of(database: Database, mention_id: int) -> int:
    """Put a mention into a case of its own."""

    def work(connection: Connection) -> int:
        case_id = make_case(connection, make_customer(connection, "Rui Sales"))
        connection.execute(
            update(Mention).where(Mention.id == mention_id).values(case_id=case_id, state=MentionState.IN_CASE)
        )
        return case_id

    return database.quiet(work)


def test_a_room_opened_from_an_alert_takes_its_mention_and_tells_the_areas(
    house: House, actor: Actor, mention: NewMention
) -> None:
    first = mention()
    hit = CrisisAlertFacts(first, 1, ("vidro",), "Elemento estranho", "instagram", house.database.clock.now())
    house.database.act(lambda act: raise_crisis_alerts(act, [hit]), actor=PROGRAM)
    (alert,) = house.alerts.news(actor.person_id).lines
    done = house.rooms.open(actor, NewRoom(f"  {GLASS} ", 1, alert_id=alert.id))
    detail = house.rooms.room(done.value)
    assert (detail.line.name, detail.line.level, detail.line.mentions) == (GLASS, 1, 1)
    assert [area.name for area in detail.areas if area.told_at] == ["Jurídico", "Qualidade", "Comunicação / RP"]
    assert house.alerts.line(actor.person_id, alert.id).room_id == done.value
    opened = house.alerts.page(actor.person_id)[0]
    assert (opened.kind, opened.room_id, opened.facts["room"]) == (AlertKind.CRISIS, done.value, GLASS)
    kinds = {entry.kind for entry in house.rooms.record(done.value)}
    assert kinds == {EntryKind.OPENED, EntryKind.AREA_TOLD, EntryKind.MENTIONS_ADDED, EntryKind.ALERT}
    assert house.rooms.count_open() == 1


def test_undo_takes_a_new_room_away_but_not_one_in_work(
    house: House, actor: Actor, mention: NewMention, clock: FakeClock
) -> None:
    done = house.rooms.open(actor, NewRoom(GLASS, 1, (mention(),)))
    assert done.undo is not None
    house.alerts.mark_shown(actor.person_id, [line.id for line in house.alerts.news(actor.person_id).lines])
    done.undo.revert()
    for table in (CrisisRoom, CrisisRoomMention, CrisisEntry, Alert):
        assert count(house.database, table) == 0
    with pytest.raises(Invalid, match="room_unknown"):
        house.rooms.room(done.value)
    again = house.rooms.open(actor, NewRoom(GLASS, 1))
    clock.advance(timedelta(minutes=1))
    house.work.write(actor, again.value, "Loja avisada")
    assert again.undo is not None
    with pytest.raises(Conflict, match="room_changed"):
        again.undo.revert()


def test_mentions_come_and_go(house: House, actor: Actor, mention: NewMention) -> None:
    ids = [mention() for _ in range(5)]
    room_id = house.rooms.open(actor, NewRoom(GLASS, 1, tuple(ids[:2]))).value
    done = house.rooms.add_mentions(actor, room_id, [*ids, 4711])
    assert done.value == 3
    newest = house.rooms.mentions(room_id, limit=2)
    assert [each.id for each in newest] == ids[:2:-1]
    assert [each.id for each in house.rooms.mentions(room_id, before_id=newest[-1].id)] == ids[2::-1]
    assert done.undo is not None
    assert done.undo.revert().value == 3
    removed = house.rooms.remove_mentions(actor, room_id, ids)
    assert removed.value == 2
    assert removed.undo is not None
    removed.undo.revert()
    assert len(house.rooms.mentions(room_id)) == 2
    assert house.rooms.add_mentions(actor, room_id, ids[:2]).undo is None
    with pytest.raises(Invalid, match="too_many_mentions"):
        house.rooms.add_mentions(actor, room_id, range(3_000))


def test_what_looks_alike_is_proposed(house: House, actor: Actor, mention: NewMention, clock: FakeClock) -> None:
    old = mention("vidro")
    clock.advance(timedelta(hours=30))
    inside, same, other = mention("vidro; geleia"), mention("?geleia"), mention("procon")
    room_id = house.rooms.open(actor, NewRoom(GLASS, 1, (inside,))).value
    assert [each.id for each in house.rooms.similar(room_id)] == [same]
    assert {each.id for each in house.rooms.similar(room_id, hours=48)} == {same, old}
    quiet = mention(level=None, words="")
    for each in (inside, quiet):
        case_id = make_case_of(house.database, each)
        house.database.quiet(partial(_classify, case_id=case_id))
    assert [each.id for each in house.rooms.similar(room_id)] == [quiet, same]
    assert other not in {each.id for each in house.rooms.similar(room_id)}


def _classify(connection: Connection, case_id: int) -> None:
    axis = connection.execute(select(Axis.id).where(Axis.key == "subject")).scalar_one()
    node = connection.execute(select(Node.id).where(Node.axis_id == axis).order_by(Node.id)).scalars().first()
    connection.execute(insert(CaseAxis).values(case_id=case_id, axis_id=axis, node_id=node))


def test_both_clocks_and_the_answers_are_counted(house: House, actor: Actor, mention: NewMention) -> None:
    ids = [mention() for _ in range(4)]
    now = house.database.clock.now()
    m = timedelta(minutes=1)
    values: list[dict[str, Any]] = [
        {"identify_due_at": now, "identified_at": now - m, "answer_due_at": now + m, "answered_at": now},
        {"identify_due_at": now, "identified_at": now + m, "answer_due_at": now - m, "answered_at": None},
        {"identify_due_at": now - m, "identified_at": None, "answer_due_at": None, "answered_at": None},
    ]
    rows = [
        {"mention_id": each, "level": 1, "rule": "glass", "identified_by_id": None, **row}
        for each, row in zip(ids, values, strict=False)
    ]
    house.database.quiet(lambda connection: connection.execute(insert(CrisisClock), rows))
    case_id = make_case_of(house.database, ids[0])
    room_id = house.rooms.open(actor, NewRoom(GLASS, 1, tuple(ids[1:]))).value
    assert house.rooms.add_case(actor, room_id, case_id).value == 1
    house.database.quiet(lambda connection: _reply(connection, case_id, actor.person_id, now))
    figures = house.rooms.room(room_id).figures
    assert (figures.mentions, figures.cases, figures.answers) == (4, 1, 1)
    assert figures.identify == ClockFigures(in_time=1, late=1, overdue=1)
    assert figures.answer == ClockFigures(in_time=1, overdue=1)
    (answer,) = house.rooms.answers(room_id)
    assert (answer.case_id, answer.author, answer.text) == (case_id, "Marta Sá", "Já recolhemos o lote.")
    assert house.rooms.answers(room_id, before_id=answer.reply_id) == ()
    (sent,) = [entry for entry in house.rooms.record(room_id) if entry.kind is EntryKind.REPLY_SENT]
    assert sent.case_id == case_id


def _reply(connection: Connection, case_id: int, author_id: int, at: datetime) -> None:
    connection.execute(
        insert(Reply).values(
            client_key="k",
            case_id=case_id,
            channel_id=channel_id(connection),
            visibility=Visibility.PUBLIC,
            author_id=author_id,
            text="Já recolhemos o lote.",
            state=DeliveryState.SENT,
            written_at=at,
            not_before=at,
            sent_at=at,
        )
    )


def test_areas_are_told_and_confirm(house: House, actor: Actor, person: NewPerson) -> None:
    cleo = person("Cléo Dias", Role.SPECIALIST, area="quality")
    room_id = house.rooms.open(actor, NewRoom(GLASS, 3)).value
    with house.database.read() as connection:
        quality = connection.execute(select(Area.id).where(Area.key == "quality")).scalar_one()
    before = house.alerts.news(cleo.person_id).unseen
    told = house.work.tell_area(actor, room_id, quality)
    assert house.alerts.news(cleo.person_id).unseen == before + 1
    assert house.alerts.news(actor.person_id).unseen == 1
    with pytest.raises(Conflict, match="area_told"):
        house.work.tell_area(actor, room_id, quality)
    confirmed = house.work.confirm_area(cleo, room_id, quality)
    area = next(each for each in house.rooms.room(room_id).areas if each.area_id == quality)
    assert (area.told_by, area.members) == ("Marta Sá", ("Cléo Dias",))
    assert area.confirmed_at is not None
    with pytest.raises(Conflict, match="area_confirmed"):
        house.work.confirm_area(cleo, room_id, quality)
    assert confirmed.undo is not None
    confirmed.undo.revert()
    assert told.undo is not None
    told.undo.revert()
    told_still = [each.name for each in house.rooms.room(room_id).areas if each.told_at]
    assert told_still == ["SAC", "Comunicação / RP"]
    with pytest.raises(Invalid, match="area_unknown"):
        house.work.tell_area(actor, room_id, 4711)


def test_an_area_is_confirmed_by_its_own_people_or_by_who_leads(house: House, actor: Actor, person: NewPerson) -> None:
    ivo = person("Ivo Reis", Role.SPECIALIST, area="it")
    rui = person("Rui Prado")
    room_id = house.rooms.open(actor, NewRoom(GLASS, 3)).value
    with house.database.read() as connection:
        quality = connection.execute(select(Area.id).where(Area.key == "quality")).scalar_one()
    house.work.tell_area(actor, room_id, quality)
    for stranger in (ivo, rui):
        with pytest.raises(Refused, match="not_your_area"):
            house.work.confirm_area(stranger, room_id, quality)
    house.work.confirm_area(actor, room_id, quality)
    assert next(each for each in house.rooms.room(room_id).areas if each.area_id == quality).confirmed_at is not None


def test_the_matrix_names_further_areas(house: House, actor: Actor) -> None:
    book = SettingsBook(database=house.database)
    setting = book.read("crisis")
    levels = [{**level, "areas": ["legal", "nobody"]} for level in setting.value["levels"]]
    book.change(
        actor,
        "crisis",
        {**setting.value, "levels": levels},
        expected_version=setting.version,
        section="crisis",
    )
    detail = house.rooms.room(house.rooms.open(actor, NewRoom(GLASS, 2)).value)
    assert {area.name for area in detail.areas if area.told_at} == {"Comunicação / RP", "Jurídico"}


def test_notes_and_decisions(house: House, actor: Actor, person: NewPerson) -> None:
    room_id = house.rooms.open(actor, NewRoom(GLASS, 1)).value
    note = house.work.write(person("Cléo Dias", Role.SPECIALIST), room_id, " Lote identificado ")
    house.work.write(actor, room_id, "Recolher o lote 77", EntryKind.DECISION)
    texts = {entry.text: entry.who for entry in house.rooms.record(room_id) if entry.text}
    assert texts == {"Lote identificado": "Cléo Dias", "Recolher o lote 77": "Marta Sá"}
    assert note.undo is not None
    note.undo.revert()
    assert "Lote identificado" not in {entry.text for entry in house.rooms.record(room_id)}
    with pytest.raises(Invalid, match="empty_text"):
        house.work.write(actor, room_id, " ")
    with pytest.raises(Invalid, match="crisis_text_long"):
        house.work.write(actor, room_id, "a" * 30_000)
    with pytest.raises(ValueError, match="opened"):
        house.work.write(actor, room_id, "x", EntryKind.OPENED)


def test_a_drill_rings_as_real_and_touches_nothing(
    house: House, actor: Actor, mention: NewMention, person: NewPerson
) -> None:
    cleo = person("Cléo Dias", Role.SPECIALIST, area="quality")
    room_id = house.rooms.open(actor, NewRoom("Simulado de agosto", 2, is_drill=True, scenario="Vidro na geleia")).value
    (line,) = house.alerts.news(actor.person_id).lines
    assert (line.kind, line.is_drill, line.is_loud) == (AlertKind.DRILL, True, True)
    assert line.facts["scenario"] == "Vidro na geleia"
    assert line.facts["told_area"] == "Comunicação / RP"
    with pytest.raises(Refused, match="drill_touches_nothing"):
        house.rooms.add_mentions(actor, room_id, [mention()])
    with pytest.raises(Refused, match="drill_touches_nothing"):
        house.rooms.add_case(actor, room_id, 1)
    with pytest.raises(Refused, match="drill_touches_nothing"):
        house.rooms.open(actor, NewRoom("Outro", 1, (mention(),), is_drill=True))
    with pytest.raises(Refused, match="drill_touches_nothing"):
        house.rooms.open(actor, NewRoom("Outro", 1, alert_id=line.id))
    area_id = next(area.area_id for area in house.rooms.room(room_id).areas if area.name == "Qualidade")
    house.work.tell_area(actor, room_id, area_id)
    assert house.alerts.news(cleo.person_id).lines[0].is_drill


def test_what_is_refused(house: House, actor: Actor, person: NewPerson) -> None:
    with pytest.raises(Invalid, match="room_name_missing"):
        house.rooms.open(actor, NewRoom(" ", 1))
    with pytest.raises(Invalid, match="room_name_long"):
        house.rooms.open(actor, NewRoom("a" * 200, 1))
    with pytest.raises(Invalid, match="crisis_level_unknown"):
        house.rooms.open(actor, NewRoom(GLASS, 0))
    with pytest.raises(Invalid, match="alert_unknown"):
        house.rooms.open(actor, NewRoom(GLASS, 1, alert_id=4711))
    with pytest.raises(Refused, match="not_allowed"):
        house.rooms.open(person("Ana Dias", Role.ANALYST), NewRoom(GLASS, 1))
    with pytest.raises(Invalid, match="room_unknown"):
        house.work.write(actor, 4711, "x")
    assert house.rooms.rooms() == ()


def test_the_list_tells_open_from_closed_and_pages(house: House, actor: Actor) -> None:
    ids = [house.rooms.open(actor, NewRoom(f"Sala {number}", 2)).value for number in range(3)]
    assert [line.id for line in house.rooms.rooms()] == ids[::-1]
    assert [line.id for line in house.rooms.rooms(before_id=ids[1])] == [ids[0]]
    assert len(house.rooms.rooms(is_open=True)) == 3
    assert house.rooms.rooms(is_open=False) == ()


def test_a_case_joins_by_its_protocol(house: House, actor: Actor, mention: NewMention) -> None:
    mention_id = mention()
    case_id = make_case_of(house.database, mention_id)
    number = protocol.make(date(2026, 11, 21), 42)
    house.database.quiet(
        lambda connection: connection.execute(update(Case).where(Case.id == case_id).values(protocol=number))
    )
    room_id = house.rooms.open(actor, NewRoom(GLASS, 1)).value
    assert house.rooms.add_by_protocol(actor, room_id, protocol.display(number)).value == 1
    for wrong in ("", "42", protocol.make(date(2026, 11, 21), 43)):
        with pytest.raises(Invalid, match="case_missing"):
            house.rooms.add_by_protocol(actor, room_id, wrong)


def test_a_drill_is_measured_against_the_limits_of_its_level(house: House, actor: Actor, clock: FakeClock) -> None:
    room_id = house.rooms.open(actor, NewRoom("Simulado", 1, is_drill=True)).value
    assert house.rooms.room(room_id).figures.identify == ClockFigures(running=1)
    (line,) = house.alerts.news(actor.person_id).lines
    clock.advance(timedelta(minutes=4))
    house.alerts.take(actor, line.id)
    clock.advance(timedelta(minutes=40))
    figures = house.rooms.room(room_id).figures
    assert (figures.identify, figures.answer) == (ClockFigures(in_time=1), ClockFigures(overdue=1))
    assert house.closing.report(room_id).detail.figures == figures


def test_a_room_from_a_flood_takes_the_flood(house: House, actor: Actor, mention: NewMention, clock: FakeClock) -> None:
    earlier = mention()
    clock.advance(timedelta(minutes=30))
    now = house.database.clock.now()
    ids = [mention(captured_at=now) for _ in range(12)]
    hits = [CrisisAlertFacts(each, 1, ("vidro",), "Elemento estranho", "instagram", now) for each in ids]
    house.database.act(lambda act: raise_crisis_alerts(act, hits), actor=PROGRAM)
    shared = next(line for line in house.alerts.page(actor.person_id) if line.mention_id is None)
    room_id = house.rooms.open(actor, NewRoom(GLASS, 1, alert_id=shared.id)).value
    assert {each.id for each in house.rooms.mentions(room_id)} == set(ids)
    assert earlier not in ids


def test_what_is_on_the_screen_joins_an_open_room(house: House, actor: Actor, mention: NewMention) -> None:
    room_id = house.rooms.open(actor, NewRoom(GLASS, 1)).value
    first, second = mention(), mention()
    hit = CrisisAlertFacts(first, 1, ("vidro",), "Elemento estranho", "instagram", house.database.clock.now())
    house.database.act(lambda act: raise_crisis_alerts(act, [hit]), actor=PROGRAM)
    alert = house.alerts.page(actor.person_id)[0]
    done = house.rooms.join(actor, room_id, NewRoom("", 1, (second,), alert_id=alert.id))
    assert done.value == 2
    assert house.alerts.line(actor.person_id, alert.id).room_id == room_id
    drill = house.rooms.open(actor, NewRoom("Simulado", 1, is_drill=True)).value
    with pytest.raises(Refused, match="drill_touches_nothing"):
        house.rooms.join(actor, drill, NewRoom("", 1, (first,)))
