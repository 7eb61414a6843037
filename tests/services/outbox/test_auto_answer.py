"""Out of hours the program answers a private message by itself: once, if fresh, never a machine, never a crisis."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.models.domain.case_detail import EntryKind
from app.models.domain.channel_health import Problem
from app.models.domain.vocabulary import DeliveryState, MentionState, Visibility
from app.models.schema.channels import AutoAnswer
from app.services.auto_answer import AutoAnswerWatch
from app.services.case_clock import CaseClock
from app.services.channels.base import ChannelError
from app.services.settings_book import SettingsBook
from tests.services.outbox.conftest import Office

CLOSED = timedelta(hours=3)  # Saturday, 14:00 in São Paulo: the counter closed at 13:00


@pytest.fixture
def office(office: Office) -> Office:
    """The counter has just closed, and the company has a name."""
    office.desk.clock.advance(CLOSED)
    settings = SettingsBook(database=office.desk.database)
    settings.edit(office.desk.actor, "company_name", lambda _old: "Loja Aurora", section="company")
    return office


@pytest.fixture
def watch(office: Office) -> AutoAnswerWatch:
    return AutoAnswerWatch(database=office.desk.database, clock=CaseClock(), kinds={office.kind.key: office.kind})


def write_to_us(office: Office, words: str = "Oi, tem alguém aí?", **values: Any) -> int:
    given = {
        "is_private": True,
        "external_id": f"dm-{words}-{values.get('author', '')}",
        "account_id": office.account_id,
        **values,
    }
    given.setdefault("conversation_id", office.conversation(f"dm-{len(rows(office))}-{words}"))
    return office.desk.mention(words, **given)


def rows(office: Office) -> list[Any]:
    with office.desk.database.read() as connection:
        return list(connection.execute(select(*AutoAnswer.__table__.c).order_by(AutoAnswer.id)))


def test_it_answers_once_by_the_road_of_all_answers(office: Office, watch: AutoAnswerWatch) -> None:
    mention_id = write_to_us(office)
    assert (watch.look(), watch.look()) == (1, 0)
    assert office.loop().run_once() == 1
    (sent,) = office.channel.sends
    assert "fora do horário" in sent.text
    assert "Loja Aurora" in sent.text
    assert "{" not in sent.text
    assert (sent.is_automatic, sent.visibility, sent.key) == (True, Visibility.PRIVATE, f"auto-{mention_id}")
    assert sent.author_key == "ana.souza"
    (row,) = rows(office)
    assert (row.state, row.external_id) == (DeliveryState.SENT, "sent-1")


def test_it_lies_in_the_cases_timeline_and_is_no_first_response(office: Office, watch: AutoAnswerWatch) -> None:
    mention_id = write_to_us(office)
    watch.look()
    case_id = office.desk.cases.open_from_mentions(office.desk.actor, [mention_id]).value.id
    office.loop().run_once()
    detail = office.desk.cases.detail(case_id, 0)
    (entry,) = [each for each in detail.timeline if each.kind is EntryKind.AUTO_ANSWER]
    assert (entry.delivery, entry.visibility) == (DeliveryState.SENT, Visibility.PRIVATE)
    assert detail.deadlines.first_response_at is None


@pytest.mark.parametrize(
    "values",
    [
        {"is_private": False},
        {"is_direct": False},
        {"is_automatic": True},
        {"crisis_level": 1},
        {"crisis_level": 2},
        {"state": MentionState.IGNORED},
        {"external_id": None},
        {"account_id": None},
        {"conversation_id": None},
    ],
)
def test_what_no_machine_answers(office: Office, watch: AutoAnswerWatch, values: dict[str, Any]) -> None:
    write_to_us(office, **values)
    assert watch.look() == 0


@pytest.mark.parametrize(
    "values",
    [{"is_listen_only": True}, {"is_paused": True}, {"is_connected": False}, {"options": {"auto_answer": False}}],
)
def test_an_account_that_may_not_answer_does_not(
    office: Office, watch: AutoAnswerWatch, values: dict[str, Any]
) -> None:
    office.set_account(**values)
    write_to_us(office)
    assert watch.look() == 0


def test_a_level_three_is_answered(office: Office, watch: AutoAnswerWatch) -> None:
    write_to_us(office, crisis_level=3)
    assert watch.look() == 1


def test_old_ones_and_those_of_open_hours_are_left_to_people(office: Office, watch: AutoAnswerWatch) -> None:
    now = office.desk.clock.now()
    write_to_us(office, "velha", posted_at=now - timedelta(minutes=31))
    assert watch.look() == 0
    office.desk.clock.set(now - timedelta(minutes=50))  # 13:10: closed for ten minutes
    write_to_us(office, "ainda aberto", posted_at=now - timedelta(minutes=65))
    assert watch.look() == 0


def test_when_the_counter_has_opened_meanwhile_people_answer(office: Office, watch: AutoAnswerWatch) -> None:
    office.desk.clock.set(office.desk.clock.now().replace(day=23, hour=11, minute=50))  # Monday, 8:50
    write_to_us(office)
    office.later(minutes=15)
    assert watch.look() == 0


def test_once_in_a_closed_time_and_twelve_hours_for_a_person(office: Office, watch: AutoAnswerWatch) -> None:
    talk = office.conversation("a")
    write_to_us(office, "um", conversation_id=talk)
    assert watch.look() == 1
    write_to_us(office, "dois", conversation_id=talk)
    other = office.conversation("b")
    write_to_us(office, "três", conversation_id=other)
    assert watch.look() == 0
    office.later(hours=20)  # Sunday: still the same closed time
    write_to_us(office, "quatro", conversation_id=talk)
    assert watch.look() == 0
    write_to_us(office, "cinco", conversation_id=other)
    assert watch.look() == 1
    office.desk.clock.set(office.desk.clock.now().replace(day=23, hour=23, minute=0))  # Monday night
    write_to_us(office, "seis", conversation_id=talk)
    assert watch.look() == 1


def test_whom_a_person_has_answered_needs_no_machine(office: Office, watch: AutoAnswerWatch) -> None:
    mention_id = write_to_us(office)
    case_id = office.desk.cases.open_from_mentions(office.desk.actor, [mention_id]).value.id
    office.later(minutes=1)
    office.write(case_id, "Estou aqui!", visibility=Visibility.PRIVATE)
    assert watch.look() == 0


@pytest.mark.parametrize("text", ["Olá! Seu CPF é 529.982.247-25.", "Olá, {prazo}!", "palavra " * 200])
def test_the_guard_stands_in_this_road_too(office: Office, watch: AutoAnswerWatch, text: str) -> None:
    settings = SettingsBook(database=office.desk.database)
    settings.edit(office.desk.actor, "out_of_hours_reply", lambda _old: text, section="hours")
    write_to_us(office)
    assert watch.look() == 0


def test_without_a_name_of_the_company_nothing_is_said(office: Office, watch: AutoAnswerWatch) -> None:
    settings = SettingsBook(database=office.desk.database)
    settings.edit(office.desk.actor, "company_name", lambda _old: "Minha empresa", section="company")
    write_to_us(office)
    assert watch.look() == 0


def test_what_did_not_leave_in_time_no_longer_leaves(office: Office, watch: AutoAnswerWatch) -> None:
    write_to_us(office)
    watch.look()
    office.channel.send_steps.append(ChannelError(Problem.NO_NETWORK))
    loop = office.loop()
    loop.run_once()
    (row,) = rows(office)
    assert (row.state, row.error_code) == (DeliveryState.PENDING, "no_network")
    office.later(hours=2, seconds=1)
    assert loop.run_once() == 0
    (row,) = rows(office)
    assert (row.state, row.error_code) == (DeliveryState.FAILED, "auto_answer_late")


def test_two_workstations_answer_once(office: Office, open_another: Callable[..., Any]) -> None:
    kinds = {office.kind.key: office.kind}
    write_to_us(office)
    here, there = (
        AutoAnswerWatch(database=each, clock=CaseClock(), kinds=kinds)
        for each in (office.desk.database, open_another())
    )
    assert here.look() + there.look() == 1


def test_what_needs_no_answer_is_written_nowhere_and_hides_no_newer_one(
    office: Office, watch: AutoAnswerWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = office.conversation("a")
    write_to_us(office, "um", conversation_id=talk)
    assert watch.look() == 1
    for number in range(110):
        write_to_us(office, f"de novo {number}", conversation_id=talk)
    database, acts = office.desk.database, []
    act = database.act

    def counted(*args: Any, **values: Any) -> Any:
        acts.append(args)
        return act(*args, **values)

    monkeypatch.setattr(database, "act", counted)
    assert watch.look() == 0
    assert acts == []
    monkeypatch.undo()
    new = write_to_us(office, "outra pessoa", author="bia.lima", conversation_id=office.conversation("b"))
    assert watch.look() == 1
    assert rows(office)[-1].mention_id == new


def test_a_refused_text_takes_no_writing(
    office: Office, watch: AutoAnswerWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = SettingsBook(database=office.desk.database)
    settings.edit(office.desk.actor, "out_of_hours_reply", lambda _old: "Olá, {prazo}!", section="hours")
    write_to_us(office)
    monkeypatch.setattr(office.desk.database, "act", lambda *_args, **_values: {}["no act is wanted"])
    assert watch.look() == 0
