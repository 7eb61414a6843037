"""Opening hours are edited with version, record and undo; who goes by which; what finds the counter closed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from app.models.domain.hours_check import DayHours, parse_intervals
from app.models.domain.people import Actor, Role
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.hours_section import CalendarSection
from app.services.opening_hours import AREA, CHANNEL, CalendarInfo, OpeningHoursService, open_status
from app.services.rule_set import RuleSet
from app.services.settings_book import SettingsBook

_SPLIT = parse_intervals("9-12, 13-18")
_XMAS_EVE = DayHours(date(2026, 12, 24), "Véspera de Natal", "own", parse_intervals("9-13"))


@pytest.fixture
def hours(database: Database) -> OpeningHoursService:
    return OpeningHoursService(database=database, settings_book=SettingsBook(database=database))


@pytest.fixture
def rules(database: Database) -> RuleSet:
    return RuleSet(database=database, sections=[CalendarSection()])


def first(hours: OpeningHoursService) -> CalendarInfo:
    return hours.book().calendars[0]


def channel_id(hours: OpeningHoursService, key: str) -> int:
    return next(each.id for each in hours.book().users if each.kind == CHANNEL and each.key == key)


def test_the_first_day_has_hours_and_an_answer(hours: OpeningHoursService) -> None:
    book = hours.book()
    (calendar,) = book.calendars
    assert calendar.is_first
    assert calendar.week[0] == _SPLIT
    assert "{horario}" in book.reply.value
    assert {each.kind for each in book.users} == {CHANNEL, AREA}


def test_a_week_is_changed_recorded_and_put_back(hours: OpeningHoursService, rules: RuleSet, actor: Actor) -> None:
    before = first(hours)
    done = hours.set_week(actor, before.id, {**before.week, 5: ()}, expected_version=before.version)
    assert first(hours).week[5] == ()
    note = rules.last_change("hours")
    assert note is not None
    assert (note.before["week"]["5"], note.after["week"]["5"]) == ([["09:00", "13:00"]], [])
    assert done.undo is not None
    done.undo.revert()
    assert first(hours).week == before.week


def test_two_supervisors_do_not_overwrite_each_other(hours: OpeningHoursService, actor: Actor) -> None:
    before = first(hours)
    hours.set_zone(actor, before.id, "America/Manaus", expected_version=before.version)
    with pytest.raises(Conflict, match="calendar_changed"):
        hours.set_week(actor, before.id, {0: _SPLIT}, expected_version=before.version)
    with pytest.raises(Conflict, match="calendar_changed"):
        hours.rename(actor, 999, "Outro", expected_version=1)
    assert first(hours).zone == "America/Manaus"


@pytest.mark.parametrize(
    ("week", "code", "facts"),
    [
        ({}, "calendar_never_opens", {"name": "Horário comercial"}),
        ({1: ((600, 500),)}, "hours_backwards", {"day": "weekday_1", "interval": "10:00-08:20"}),
        ({6: ((0, 60), (30, 90))}, "hours_overlap", {"day": "weekday_6", "interval": "00:30-01:30"}),
    ],
)
def test_hours_that_cannot_be_are_refused(
    hours: OpeningHoursService, actor: Actor, week: dict[int, tuple[tuple[int, int], ...]], code: str, facts: object
) -> None:
    before = first(hours)
    with pytest.raises(Invalid, match=code) as error:
        hours.set_week(actor, before.id, week, expected_version=before.version)
    assert error.value.facts == facts
    assert first(hours) == before


def test_a_week_that_is_hardly_ever_open_is_refused_for_its_clocks(hours: OpeningHoursService, actor: Actor) -> None:
    before = first(hours)
    with pytest.raises(Refused, match="clock_never_ends"):
        hours.set_week(actor, before.id, {0: ((540, 541),)}, expected_version=before.version)


def test_dates_are_put_moved_and_taken_out(hours: OpeningHoursService, actor: Actor) -> None:
    before = first(hours)
    version = hours.change_days(actor, before.id, put=[_XMAS_EVE], expected_version=before.version).value
    assert _XMAS_EVE in first(hours).days
    moved = DayHours(date(2026, 12, 23), _XMAS_EVE.name, "own", ())
    done = hours.change_days(actor, before.id, put=[moved], remove=[_XMAS_EVE.day], expected_version=version)
    days = {each.day: each for each in first(hours).days}
    assert days[moved.day] == moved
    assert _XMAS_EVE.day not in days
    assert done.undo is not None
    done.undo.revert()
    assert _XMAS_EVE in first(hours).days
    nameless, version = DayHours(moved.day, " ", "own"), first(hours).version
    with pytest.raises(Invalid, match="exception_name_missing"):
        hours.change_days(actor, before.id, put=[nameless], expected_version=version)


def test_a_channel_goes_by_a_calendar_of_its_own(hours: OpeningHoursService, actor: Actor) -> None:
    team = first(hours)
    mail = hours.add(actor, " E-mail ", like=team.id).value
    email = channel_id(hours, "email")
    hours.assign(actor, CHANNEL, email, mail)
    hours.set_week(actor, mail, {0: parse_intervals("8-20")}, expected_version=1)
    book = hours.book()
    assert [each.name for each in book.calendars] == ["Horário comercial", "E-mail"]
    assert book.days(mail) == team.days
    monday_19 = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)
    assert hours.is_out_of_hours(monday_19, "instagram")
    assert not hours.is_out_of_hours(monday_19, "email")
    # The team's Christmas holds for the e-mail too.
    assert hours.is_out_of_hours(datetime(2027, 11, 15, 15, 0, tzinfo=UTC), "email")
    done = hours.remove(actor, mail, expected_version=2)
    assert hours.is_out_of_hours(monday_19, "email")
    assert done.undo is not None
    done.undo.revert()
    assert not hours.is_out_of_hours(monday_19, "email")


def test_an_assignment_is_taken_back(hours: OpeningHoursService, actor: Actor) -> None:
    other = hours.add(actor, "Área", like=first(hours).id).value
    area = next(each for each in hours.book().users if each.kind == AREA)
    done = hours.assign(actor, AREA, area.id, other)
    assert next(each for each in hours.book().users if each.kind == AREA).calendar_id == other
    assert done.undo is not None
    done.undo.revert()
    assert next(each for each in hours.book().users if each.kind == AREA).calendar_id is None
    with pytest.raises(Conflict, match="calendar_changed"):
        hours.assign(actor, AREA, area.id, 999)


def test_adding_is_taken_back_and_slips_are_refused(hours: OpeningHoursService, actor: Actor) -> None:
    team = first(hours)
    done = hours.add(actor, "Loja", like=team.id)
    with pytest.raises(Invalid, match="calendar_name_taken"):
        hours.add(actor, "Loja", like=team.id)
    with pytest.raises(Invalid, match="calendar_name_taken"):
        hours.rename(actor, done.value, "Horário comercial", expected_version=1)
    with pytest.raises(Invalid, match="calendar_name_missing"):
        hours.add(actor, "  ", like=team.id)
    with pytest.raises(Refused, match="calendar_is_first"):
        hours.remove(actor, team.id, expected_version=team.version)
    with pytest.raises(Invalid, match="zone_unknown"):
        hours.set_zone(actor, team.id, "America/Atlantis", expected_version=team.version)
    assert done.undo is not None
    done.undo.revert()
    assert len(hours.book().calendars) == 1


def test_only_who_may_edits(hours: OpeningHoursService) -> None:
    attendant = Actor(person_id=2, name="Rui", role=Role.ATTENDANT)
    team = first(hours)
    for edit in (
        lambda: hours.set_week(attendant, team.id, {0: _SPLIT}, expected_version=1),
        lambda: hours.add(attendant, "x", like=team.id),
        lambda: hours.remove(attendant, team.id, expected_version=1),
        lambda: hours.assign(attendant, CHANNEL, 1, None),
        lambda: hours.set_reply(attendant, "x", expected_version=1),
    ):
        with pytest.raises(Refused, match="not_allowed"):
            edit()


def test_the_automatic_answer_is_changed(hours: OpeningHoursService, actor: Actor) -> None:
    reply = hours.book().reply
    with pytest.raises(Invalid, match="reply_text_missing"):
        hours.set_reply(actor, "  ", expected_version=reply.version)
    hours.set_reply(actor, "Abrimos {horario}.", expected_version=reply.version)
    assert hours.book().reply.value == "Abrimos {horario}."


def test_years_without_holidays_are_told(hours: OpeningHoursService) -> None:
    assert hours.missing_years(datetime(2027, 9, 1, tzinfo=UTC)) == ()
    assert hours.missing_years(datetime(2027, 12, 1, tzinfo=UTC)) == (2028,)


def test_open_now_and_until_when(hours: OpeningHoursService) -> None:
    calendar = first(hours)
    saturday = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)  # 11:00 in São Paulo
    status = open_status(calendar.form, calendar.days, saturday)
    assert (status.is_open, status.until) == (True, datetime(2026, 11, 21, 16, 0, tzinfo=UTC))
    status = open_status(calendar.form, calendar.days, datetime(2026, 11, 21, 17, 0, tzinfo=UTC))
    assert (status.is_open, status.until) == (False, datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
    always = calendar.form.__class__("x", "UTC", dict.fromkeys(range(7), ((0, 1440),)), {})
    assert open_status(always, (), saturday).until is None
    never = calendar.form.__class__("x", "UTC", {}, {})
    assert open_status(never, (), saturday) == type(status)(is_open=False, until=None)


def test_the_hours_go_to_another_company_and_back(hours: OpeningHoursService, rules: RuleSet, actor: Actor) -> None:
    team = first(hours)
    mail = hours.add(actor, "E-mail", like=team.id).value
    hours.assign(actor, CHANNEL, channel_id(hours, "email"), mail)
    hours.change_days(actor, team.id, put=[_XMAS_EVE], expected_version=team.version)
    text = rules.export()
    data = json.loads(text)["sections"]["hours"]
    assert data["channels"] == {"email": "E-mail"}
    restored = rules.restore(actor, "hours")
    assert len(hours.book().calendars) == 1
    assert _XMAS_EVE not in first(hours).days
    rules.take_in(actor, text)
    assert rules.export() == text
    rules.restore(actor, "hours")
    assert restored.undo is not None
    with pytest.raises(Conflict, match="rules_changed_since"):
        restored.undo.revert()


@pytest.mark.parametrize(
    "spoil",
    [
        {"calendars": []},
        {"channels": {"email": "Nenhum"}},
        {"reply": ""},
        {"reply": None},
        {"calendars": [{"name": "x", "zone": "Nowhere/City", "week": {}, "exceptions": []}]},
        {"calendars": [{"name": "x", "zone": "UTC", "week": {"0": [["12:00", "09:00"]]}, "exceptions": []}]},
        {"calendars": [{"name": "x", "zone": "UTC", "week": {}, "exceptions": []}]},
    ],
)
def test_a_file_that_cannot_be_is_refused(rules: RuleSet, actor: Actor, spoil: dict[str, object]) -> None:
    file = json.loads(rules.export())
    file["sections"]["hours"] |= spoil
    with pytest.raises(Invalid):
        rules.take_in(actor, json.dumps(file))
    assert rules.changes() == ()


def test_one_edit_after_the_other_is_taken_back(hours: OpeningHoursService, actor: Actor) -> None:
    before = first(hours)
    added = hours.add(actor, "Loja", like=before.id)
    one = hours.set_week(actor, before.id, {**before.week, 6: _SPLIT}, expected_version=before.version)
    two = hours.change_days(actor, before.id, put=[_XMAS_EVE], expected_version=one.value)
    three = hours.set_zone(actor, added.value, "America/Manaus", expected_version=1)
    for done in (three, two, one, added):
        assert done.undo is not None
        done.undo.revert()
    (after,) = hours.book().calendars
    assert after.form == before.form
    assert two.undo is not None
    with pytest.raises(Conflict, match="calendar_changed"):
        two.undo.revert()
