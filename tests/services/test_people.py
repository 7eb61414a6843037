"""Who is in the team, who may change it, and who may sign in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.models.domain.changes import Changes, Topic
from app.models.domain.people import Actor, Right, Role
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused, UserError
from app.services.people import PeopleService
from app.services.rights import require


@pytest.fixture
def people(database: Database) -> PeopleService:
    return PeopleService(database=database)


@pytest.fixture
def boss(people: PeopleService) -> Actor:
    return people.sign_in("Ana  Lúcia")


def _refusal(act: Callable[[], object], kind: type[UserError]) -> str:
    with pytest.raises(kind) as refusal:
        act()
    return refusal.value.code


def test_the_first_person_becomes_administrator_and_signs_in_again_by_any_spelling(
    people: PeopleService, boss: Actor
) -> None:
    assert boss.role is Role.ADMINISTRATOR
    assert boss.name == "Ana Lúcia"
    assert people.sign_in("ana lucia") == boss
    assert people.actor_for(boss.person_id) == boss
    assert _refusal(lambda: people.sign_in("Beto"), Invalid) == "person_unknown"
    assert _refusal(lambda: people.actor_for(99), Invalid) == "person_unknown"


@pytest.mark.parametrize(
    ("name", "code"), [("", "person_name_empty"), (" \x00 ", "person_name_empty"), ("a" * 81, "person_name_long")]
)
def test_a_name_that_cannot_be_used(people: PeopleService, name: str, code: str) -> None:
    assert _refusal(lambda: people.sign_in(name), Invalid) == code


def test_adding_is_an_act_that_is_told(people: PeopleService, boss: Actor, changes: list[Changes]) -> None:
    done = people.add("Zé", Role.ATTENDANT, actor=boss, email="ze@example.com")
    assert done.changes.topics == {Topic.PEOPLE}
    assert changes == [done.changes]
    assert [(each.name, each.role) for each in people.list()] == [
        ("Ana Lúcia", Role.ADMINISTRATOR),
        ("Zé", Role.ATTENDANT),
    ]
    assert _refusal(lambda: people.add("ZE", Role.ANALYST, actor=boss), Conflict) == "person_exists"


def test_rights_are_asked(people: PeopleService, boss: Actor, actor: Actor) -> None:
    attendant = people.add("Zé", Role.ATTENDANT, actor=boss).value
    assert _refusal(lambda: people.add("Bia", Role.ATTENDANT, actor=attendant), Refused) == "not_allowed"
    assert _refusal(lambda: people.add("Bia", Role.ADMINISTRATOR, actor=actor), Refused) == "not_allowed"
    with pytest.raises(Refused) as refusal:
        require(attendant, Right.EXPORT)
    assert refusal.value.facts == {"right": "export", "role": "attendant"}


def test_renaming_and_roles_find_out_about_others(people: PeopleService, boss: Actor) -> None:
    person = people.add("Zé", Role.ATTENDANT, actor=boss).value
    people.rename(person.person_id, "José", version=1, actor=boss)
    assert _refusal(lambda: people.rename(person.person_id, "Jô", version=1, actor=boss), Conflict) == "person_changed"
    assert (
        _refusal(lambda: people.rename(person.person_id, "ana lúcia", version=2, actor=boss), Conflict)
        == "person_exists"
    )
    people.set_role(person.person_id, Role.ANALYST, version=2, actor=boss)
    assert people.sign_in("jose").role is Role.ANALYST
    people.set_active(person.person_id, is_active=False, version=3, actor=boss)
    assert [each.name for each in people.list()] == ["Ana Lúcia"]
    assert len(people.list(include_inactive=True)) == 2
    assert _refusal(lambda: people.sign_in("José"), Invalid) == "person_unknown"


def test_the_last_administrator_stays(people: PeopleService, boss: Actor) -> None:
    def demote() -> object:
        return people.set_role(boss.person_id, Role.ANALYST, version=1, actor=boss)

    assert _refusal(demote, Refused) == "last_administrator"
    assert (
        _refusal(lambda: people.set_active(boss.person_id, is_active=False, version=1, actor=boss), Refused)
        == "last_administrator"
    )
    people.add("Bia", Role.ADMINISTRATOR, actor=boss)
    demote()


def test_a_supervisor_leaves_administrators_alone(people: PeopleService, boss: Actor, actor: Actor) -> None:
    other = people.add("Bia", Role.ADMINISTRATOR, actor=boss).value
    acts: list[Callable[[], object]] = [
        lambda: people.set_role(other.person_id, Role.ATTENDANT, version=1, actor=actor),
        lambda: people.set_active(other.person_id, is_active=False, version=1, actor=actor),
        lambda: people.rename(other.person_id, "Outra", version=1, actor=actor),
    ]
    assert [_refusal(act, Refused) for act in acts] == ["not_allowed"] * 3
    people.set_role(other.person_id, Role.ATTENDANT, version=1, actor=boss)
    people.set_role(other.person_id, Role.ANALYST, version=2, actor=actor)
