"""An answer leaves once, after its undo time, in the order of its conversation; failures wait, doubts are looked up."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import text

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import ChannelKind
from app.models.domain.people import Role
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.services.channels.base import Account, ChannelError, Credentials, OutgoingReply, Receipt
from app.services.errors import Refused, Unavailable
from app.services.outbox import OutboxLoop
from app.services.reply_book import UNDO_SEND_SETTING
from app.services.settings_book import SettingsBook
from tests.fakes import FakeChannel, FakeCredentials, fake_kind
from tests.services.outbox.conftest import Office, add_account

PENDING, SENT = DeliveryState.PENDING, DeliveryState.SENT
UNCERTAIN, FAILED, SENDING = DeliveryState.UNCERTAIN, DeliveryState.FAILED, DeliveryState.SENDING
NEITHER = {"has_lookup": False, "has_idempotency": False}


def doubt(problem: Problem = Problem.TIMED_OUT) -> ChannelError:
    return ChannelError(problem, is_certain=False)


def test_it_leaves_once_and_only_after_the_undo_time(office: Office) -> None:
    case_id = office.case(title="Fatura", permalink="https://example.test/m/1", extra={"root": "r1"})
    reply_id = office.write(case_id)
    loop = office.loop()
    assert loop.run_once() == 0
    office.later(seconds=11)
    assert loop.run_once() == 1
    assert loop.run_once() == 0
    (sent,) = office.channel.sends
    row = office.row(id=reply_id)
    assert (sent.key, sent.text, sent.in_reply_to) == (row.client_key, "Olá, Ana.", office.external_id(case_id))
    assert (sent.title, sent.permalink, sent.extra, sent.author_key) == (
        "Fatura",
        "https://example.test/m/1",
        {"root": "r1"},
        "ana.souza",
    )
    assert sent.thread_key is not None
    assert sent.thread_key.startswith("fio-")
    assert (row.state, row.external_id, row.permalink) == (SENT, "sent-1", "https://example.test/p/1")
    with office.desk.database.read() as connection:
        body = connection.execute(
            text("SELECT body FROM history_body b JOIN history h ON h.seq = b.seq WHERE h.verb = 'reply_sent'")
        ).scalar_one()
    assert '"external_id":"sent-1"' in body
    assert "Olá, Ana." in body


def test_the_way_back_is_offered_for_exactly_as_long_as_the_setting_keeps_the_answer(office: Office) -> None:
    book, leader = SettingsBook(database=office.desk.database), replace(office.desk.actor, role=Role.SUPERVISOR)
    book.edit(leader, UNDO_SEND_SETTING, lambda _: 25, section="practice")
    case_id = office.case()
    _reply_id, done = office.written(case_id)
    assert done.undo is not None
    assert (done.undo.within, done.value.undo_send) == (timedelta(seconds=25), timedelta(seconds=25))
    office.later(seconds=24)
    assert office.loop().run_once() == 0
    done.undo.revert()
    book.edit(leader, UNDO_SEND_SETTING, lambda _: 0, section="practice")
    _reply_id, at_once = office.written(case_id)
    assert (at_once.undo, at_once.value.undo_send) == (None, timedelta())
    assert office.loop().run_once() == 1


def test_what_was_said_before_goes_along_as_references(office: Office) -> None:
    talk = office.conversation()
    case_id = office.case(conversation_id=talk, external_id="m1")
    office.write(case_id)
    office.later(seconds=11)
    loop = office.loop()
    loop.run_once()
    office.later(seconds=60)
    again = office.desk.mention("E agora?", conversation_id=talk, external_id="m2", account_id=office.account_id)
    office.desk.cases.attach_mentions(
        office.desk.actor, case_id, [again], expected_version=office.desk.version(case_id)
    )
    office.write(case_id, "Amanhã.")
    office.later(seconds=11)
    loop.run_once()
    assert office.channel.sends[-1].references == ("m1", "sent-1", "m2")
    assert office.channel.sends[-1].in_reply_to == "m2"


@pytest.mark.parametrize("values", [{"is_listen_only": True}, {"is_paused": True}, {"is_connected": False}])
def test_an_account_that_may_not_send_does_not(office: Office, values: dict[str, bool]) -> None:
    case_id = office.case()
    reply_id = office.write(case_id)
    office.set_account(**values)
    office.later(seconds=11)
    loop = office.loop()
    assert loop.run_once() == 0
    assert office.state(reply_id) is PENDING
    assert office.entry(case_id).needs_manual_send
    office.set_account(is_listen_only=False, is_paused=False, is_connected=True)
    assert loop.run_once() == 1


def test_a_retired_account_never_sends_again(office: Office) -> None:
    case_id = office.case()
    office.write(case_id)
    office.set_account(retired_at=office.desk.clock.now())
    office.later(days=2)
    assert office.loop().run_once() == 0
    assert office.row(id=office.write(case_id, "De novo")).account_id is None


def test_without_an_id_at_the_network_a_person_sends(office: Office) -> None:
    reply_id = office.write(office.case(external_id=None))
    assert office.row(id=reply_id).account_id is None


@pytest.mark.parametrize("error", [RuntimeError("bug"), KeyError("id")])
def test_an_adapters_bug_stops_no_other_answer_and_repeats_none(office: Office, error: Exception) -> None:
    first, second = office.write(office.case("um")), office.write(office.case("dois"))
    office.later(seconds=11)
    office.channel.send_steps.append(error)
    loop = office.loop(**NEITHER)
    assert loop.run_once() == 1
    assert (office.state(first), office.state(second)) == (UNCERTAIN, SENT)
    office.later(days=2)
    assert loop.run_once() == 0
    assert len(office.channel.sends) == 2


def test_a_passing_failure_is_tried_again_by_itself_and_asks_to_wait_are_kept(office: Office) -> None:
    case_id = office.case()
    reply_id = office.write(case_id)
    office.later(seconds=11)
    steps = [ChannelError(Problem.NO_NETWORK), ChannelError(Problem.RATE_LIMITED, retry_after=timedelta(minutes=10))]
    office.channel.send_steps.extend(steps)
    loop = office.loop()
    assert loop.run_once() == 0
    assert (office.state(reply_id), office.row(id=reply_id).error_code) == (PENDING, "no_network")
    assert loop.run_once() == 0
    office.later(seconds=31)
    assert loop.run_once() == 0
    other = office.write(office.case("outra"))
    office.later(minutes=9)
    assert loop.run_once() == 0
    assert len(office.channel.sends) == 2
    office.later(minutes=2)
    assert loop.run_once() == 2
    assert (office.state(reply_id), office.state(other)) == (SENT, SENT)
    assert office.row(id=reply_id).error_code is None


def test_after_a_day_of_failures_a_person_is_asked(office: Office) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    loop = office.loop()
    for _ in range(60):
        office.channel.send_steps.append(ChannelError(Problem.SERVER_ERROR))
        loop.run_once()
        office.later(minutes=61)
        if office.state(reply_id) is FAILED:
            break
    assert office.state(reply_id) is FAILED
    assert 20 < len(office.channel.sends) < 40
    office.channel.send_steps.clear()
    office.desk.replies.retry(office.desk.actor, reply_id)
    office.channel.send_steps.append(ChannelError(Problem.SERVER_ERROR))
    loop.run_once()
    assert office.state(reply_id) is PENDING


def test_what_waiting_does_not_mend_has_failed_and_can_be_sent_again(office: Office) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    office.channel.send_steps.append(ChannelError(Problem.TARGET_GONE))
    loop = office.loop()
    assert loop.run_once() == 0
    assert (office.state(reply_id), office.row(id=reply_id).error_code) == (FAILED, "target_gone")
    office.later(days=1)
    assert loop.run_once() == 0
    office.desk.replies.retry(office.desk.actor, reply_id)
    assert loop.run_once() == 1


def test_a_later_answer_waits_for_the_earlier_of_its_conversation_alone(office: Office) -> None:
    case_id = office.case(conversation_id=office.conversation())
    first, second = office.write(case_id, "Um."), office.write(case_id, "Dois.")
    other = office.write(office.case("outra conversa"))
    office.later(seconds=11)
    office.channel.send_steps.append(ChannelError(Problem.TEXT_REFUSED))
    loop = office.loop()
    assert loop.run_once() == 1
    assert (office.state(first), office.state(second), office.state(other)) == (FAILED, PENDING, SENT)
    office.later(hours=1)
    assert loop.run_once() == 0
    assert office.row(id=second).error_code == "earlier_reply_waits"
    office.desk.replies.withdraw(office.desk.actor, first)
    assert loop.run_once() == 1
    assert (office.state(second), office.row(id=second).error_code) == (SENT, None)


def test_a_doubtful_one_holds_back_what_comes_after_it(office: Office) -> None:
    case_id = office.case(conversation_id=office.conversation())
    first, second = office.write(case_id, "Um."), office.write(case_id, "Dois.")
    third = office.write(case_id, "Três.")
    office.later(seconds=11)
    office.channel.send_steps.append(doubt())
    loop = office.loop(**NEITHER)
    loop.run_once()
    assert (office.state(first), office.state(second)) == (UNCERTAIN, PENDING)
    assert loop.run_once() == 0
    assert loop.run_once() == 0
    assert {office.row(id=each).error_code for each in (second, third)} == {"earlier_reply_waits"}
    office.desk.replies.settle_uncertain(office.desk.actor, first, was_sent=True)
    assert (loop.run_once(), loop.run_once()) == (1, 1)
    assert [each.text for each in office.channel.sends] == ["Um.", "Dois.", "Três."]


def test_a_network_that_knows_our_key_gets_it_again(office: Office) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    office.channel.send_steps.extend([doubt(), ChannelError(Problem.TOKEN_EXPIRED)])
    loop = office.loop(has_idempotency=True, has_lookup=False)
    loop.run_once()
    assert (office.state(reply_id), office.row(id=reply_id).error_code) == (UNCERTAIN, "timed_out")
    assert loop.run_once() == 0
    office.later(seconds=31)
    assert loop.run_once() == 0
    assert (office.state(reply_id), office.row(id=reply_id).error_code) == (UNCERTAIN, "token_expired")
    office.later(seconds=91)
    assert loop.run_once() == 1
    assert len({each.key for each in office.channel.sends}) == 1
    assert office.channel.lookups == []


@pytest.mark.parametrize("has_arrived", [True, False])
def test_a_network_that_can_be_asked_is_asked_before_anything_is_repeated(
    office: Office,
    has_arrived: bool,  # noqa: FBT001 - a parameter
) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    office.channel.uncertain_arrives = has_arrived
    office.channel.send_steps.append(doubt())
    loop = office.loop()
    loop.run_once()
    assert office.state(reply_id) is UNCERTAIN
    office.later(seconds=31)
    found = loop.run_once()
    assert found == (1 if has_arrived else 0)
    office.later(seconds=91)
    loop.run_once()
    assert office.state(reply_id) is SENT
    assert len(office.channel.sends) == (1 if has_arrived else 2)
    assert office.row(id=reply_id).external_id == "sent-1"


def test_what_cannot_be_looked_up_just_now_is_looked_up_later(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    office.channel.uncertain_arrives = True
    office.channel.send_steps.append(doubt())
    loop = office.loop()
    loop.run_once()
    asked: list[str] = []

    def down(_reply: object) -> None:
        asked.append("?")
        raise ChannelError(Problem.NO_NETWORK)

    with monkeypatch.context() as patch:
        patch.setattr(office.channel, "find_sent", down)
        for seconds in (31, 91, 481, 3601):
            office.later(seconds=seconds)
            assert loop.run_once() == 0
    assert len(asked) == 4
    assert office.state(reply_id) is UNCERTAIN
    office.later(hours=1, seconds=1)
    assert loop.run_once() == 1
    assert len(office.channel.sends) == 1


def test_where_nobody_can_tell_it_stays_for_a_person(office: Office) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    office.channel.send_steps.append(doubt())
    loop = office.loop(**NEITHER)
    loop.run_once()
    office.later(days=3)
    assert loop.run_once() == 0
    assert office.state(reply_id) is UNCERTAIN
    office.desk.replies.settle_uncertain(office.desk.actor, reply_id, was_sent=False)
    assert loop.run_once() == 1


class DyingChannel(FakeChannel):
    """Its process dies while the answer is on its way."""

    def send(self, reply: OutgoingReply) -> Receipt:  # noqa: ARG002 - as its like
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("abilities", "sends"), [(NEITHER, 0), ({"has_idempotency": True}, 1), ({"has_lookup": True}, 1)]
)
def test_a_crash_while_sending_is_noticed_by_whoever_comes_after(
    office: Office, abilities: dict[str, bool], sends: int
) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    dying = Office(office.desk, DyingChannel(), office.kind, office.account_id)
    with pytest.raises(KeyboardInterrupt):
        dying.loop().run_once()
    assert office.state(reply_id) is SENDING
    loop = office.loop(**abilities)
    assert loop.run_once() == 0
    office.later(minutes=6)
    loop.run_once()
    assert office.state(reply_id) is UNCERTAIN
    for _ in range(3):
        office.later(minutes=2)
        loop.run_once()
    assert len(office.channel.sends) == sends
    assert office.state(reply_id) is (SENT if sends else UNCERTAIN)


@pytest.mark.parametrize("problem", [Problem.TARGET_GONE, Problem.TIMED_OUT])
def test_what_a_note_says_since_does_not_go_out_at_the_second_try(office: Office, problem: Problem) -> None:
    case_id = office.case()
    words = "vamos oferecer a troca somente se o cliente insistir muito"
    reply_id = office.write(case_id, words)
    office.later(seconds=11)
    is_certain = problem is Problem.TARGET_GONE
    office.channel.send_steps.append(ChannelError(problem, is_certain=is_certain))
    loop = office.loop(**NEITHER)
    loop.run_once()
    office.desk.notes.write_note(office.desk.actor, case_id, words, expected_version=office.desk.version(case_id))
    again = office.desk.replies.retry if is_certain else partial(office.desk.replies.settle_uncertain, was_sent=False)
    with pytest.raises(Refused, match="public_reply_has_personal_data"):
        again(office.desk.actor, reply_id)
    assert loop.run_once() == 0
    assert len(office.channel.sends) == 1
    assert office.state(reply_id) is FAILED
    office.desk.replies.withdraw(office.desk.actor, reply_id)


def test_the_programs_own_second_try_passes_the_guard_too(office: Office) -> None:
    case_id = office.case()
    words = "vamos oferecer a troca somente se o cliente insistir muito"
    waiting, doubtful = office.write(case_id, words), office.write(office.case("outra"), words)
    office.later(seconds=11)
    office.channel.send_steps.extend([ChannelError(Problem.NO_NETWORK), doubt()])
    loop = office.loop(has_idempotency=True)
    loop.run_once()
    for each in (waiting, doubtful):
        note_case = office.row(id=each).case_id
        version = office.desk.version(note_case)
        office.desk.notes.write_note(office.desk.actor, note_case, words, expected_version=version)
    office.later(minutes=1)
    assert loop.run_once() == 0
    assert (office.state(waiting), office.state(doubtful)) == (FAILED, UNCERTAIN)
    office.later(days=1)
    loop.run_once()
    assert len(office.channel.sends) == 2


def test_an_account_that_cannot_be_opened_says_so(office: Office) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)

    def no_key(_account_id: int) -> tuple[Account, Credentials]:
        raise Unavailable("keyring_locked")

    networks = {"instagram": office.channel.network(office.kind)}
    OutboxLoop(database=office.desk.database, networks=networks, open_account=no_key).run_once()
    assert (office.state(reply_id), office.row(id=reply_id).error_code) == (PENDING, "no_key")


def test_what_cannot_be_opened_here_is_left_to_other_workstations(office: Office) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    networks = {"instagram": office.channel.network(office.kind)}
    account = office.loop()._open_account
    loop = OutboxLoop(
        database=office.desk.database, networks=networks, open_account=account, may_open=lambda _account_id: False
    )
    assert loop.run_once() == 0
    assert (office.state(reply_id), office.row(id=reply_id).attempts) == (PENDING, 0)


def test_what_the_database_could_not_take_is_written_later(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    loop = office.loop(**NEITHER)
    post = loop._posts[0]
    settle = post.settle

    def full(*_args: object) -> None:
        raise Unavailable("disk_full")

    monkeypatch.setattr(post, "settle", full)
    assert loop.run_once() == 1
    assert office.state(reply_id) is SENDING
    with pytest.raises(Unavailable):
        loop.run_once()
    monkeypatch.setattr(post, "settle", settle)
    loop.run_once()
    assert office.state(reply_id) is SENT
    assert len(office.channel.sends) == 1


def test_nobody_sends_what_somebody_else_has_taken_up(office: Office) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    first, second = office.loop()._posts[0], office.loop()._posts[0]
    (due,) = first.due(office.desk.clock.now(), [office.account_id], with_doubtful=True)
    taken = first.take(due)
    assert taken is not None
    assert second.take(due) is None
    office.later(minutes=6)
    assert not first.keep(taken)
    second.give_up_lost(office.desk.clock.now())
    assert not first.keep(taken)
    assert office.state(reply_id) is UNCERTAIN


def test_accounts_send_in_parallel_and_the_loop_ends(
    office: Office, office_of: Callable[[ChannelKind], Office]
) -> None:
    other = office_of(fake_kind("mastodon"))
    slow = office.write(office.case("lenta"))
    quick = other.write(other.case("rápida", channel="mastodon"), visibility=Visibility.PUBLIC)
    office.later(seconds=11)
    office.channel.hanging.set()
    networks = {"instagram": office.channel.network(office.kind), "mastodon": other.channel.network(other.kind)}

    def open_account(account_id: int) -> tuple[Account, Credentials]:
        key = "instagram" if account_id == office.account_id else "mastodon"
        return Account(account_id, key, "@loja"), FakeCredentials()

    loop = OutboxLoop(database=office.desk.database, networks=networks, open_account=open_account)
    loop.start()
    loop.start()
    loop.poke()
    until = time.monotonic() + 10
    while other.state(quick) is not SENT and time.monotonic() < until:
        time.sleep(0.02)
    assert (other.state(quick), office.state(slow)) == (SENT, SENDING)
    threading.Timer(0.1, office.channel.close).start()
    loop.stop()
    assert office.state(slow) is PENDING


def test_without_a_network_there_is_nothing_to_do(office: Office) -> None:
    loop = OutboxLoop(database=office.desk.database, networks={}, open_account=office.open_account)
    loop.start()
    assert loop.run_once() == 0
    loop.stop()


def test_looking_reads_no_reply_that_left_long_ago(office: Office) -> None:
    if office.desk.database.dialect != "sqlite":
        return
    statements: list[tuple[str, object]] = []
    from sqlalchemy import event  # noqa: PLC0415 - only this test listens

    engine = office.desk.database._engines.reader
    event.listen(engine, "before_cursor_execute", lambda _c, _cur, sql, params, *_r: statements.append((sql, params)))
    loop = office.loop()
    office.write(office.case())
    office.later(seconds=11)
    statements.clear()
    loop._due(with_doubtful=False)
    with office.desk.database.read() as connection:
        plans = []
        for sql, params in statements:
            if "FROM reply" in sql and sql.startswith("SELECT reply.id"):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", params).all()
                plans += [row[-1] for row in plan if " reply" in row[-1]]
    assert plans
    assert all("ix_reply_waiting" in plan for plan in plans), plans


def test_two_accounts_of_one_network_do_not_mix(office: Office) -> None:
    second = add_account(office.desk, name="@outlet")
    office.write(office.case())
    reply_id = office.write(office.case("outra", account_id=second))
    office.later(seconds=11)
    assert office.loop().run_once() == 2
    assert [each.account_id for each in office.channel.sends] == [office.account_id, second]
    assert office.row(id=reply_id).account_id == second


def test_what_a_person_has_still_to_send_holds_back_what_comes_after_it(office: Office) -> None:
    case_id = office.case(conversation_id=office.conversation())
    office.set_account(is_listen_only=True)
    by_hand = office.write(case_id, "Um.")
    office.set_account(is_listen_only=False)
    second = office.write(case_id, "Dois.")
    office.later(seconds=11)
    loop = office.loop()
    assert loop.run_once() == 0
    assert office.row(id=second).error_code == "earlier_reply_waits"
    office.desk.replies.mark_sent(office.desk.actor, by_hand)
    assert loop.run_once() == 1


def test_a_channel_stays_open_while_it_has_work_and_is_closed_when_idle(office: Office) -> None:
    loop = office.loop()
    for number in range(2):
        office.write(office.case(f"caso {number}"))
    office.later(seconds=11)
    assert loop.run_once() == 2
    opened = loop._opened[office.account_id]
    loop._close_idle(opened.used_at + 59)
    assert not office.channel.closed.is_set()
    loop._close_idle(opened.used_at + 61)
    assert office.channel.closed.is_set()
    office.write(office.case("mais um"))
    office.later(seconds=11)
    assert loop.run_once() == 1
    loop._opened[office.account_id].opened_at -= 700
    office.write(office.case("e mais um"))
    office.later(seconds=11)
    assert loop.run_once() == 1


def test_an_answer_tried_in_vain_can_still_be_taken_back(office: Office) -> None:
    case_id = office.case()
    reply_id = office.write(case_id)
    office.later(seconds=11)
    office.channel.send_steps.append(ChannelError(Problem.SERVER_ERROR))
    loop = office.loop()
    loop.run_once()
    entry = office.entry(case_id)
    assert (entry.can_withdraw_until, entry.error_code) == (None, "server_error")
    office.desk.replies.withdraw(office.desk.actor, reply_id)
    office.later(hours=1)
    assert loop.run_once() == 0


def test_a_bug_while_writing_down_is_told_and_holds_up_nobody(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    first = office.write(office.case())
    office.later(seconds=11)
    loop = office.loop()
    post = loop._posts[0]
    settle = post.settle
    with monkeypatch.context() as patch:
        patch.setattr(post, "settle", lambda *_args: {}["bug"])
        loop.run_once()
    assert post.settle == settle
    assert office.state(first) is SENDING
    second = office.write(office.case("outra"))
    office.later(seconds=11)
    assert loop.run_once() == 1
    assert office.state(second) is SENT


def test_who_cannot_look_just_now_looks_again(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    office.channel.send_steps.append(doubt())
    loop = office.loop()
    loop.run_once()
    office.later(seconds=31)
    with monkeypatch.context() as patch:
        patch.setattr(office.channel, "find_sent", lambda _reply: {}["bug"])
        assert loop.run_once() == 0
    assert (office.state(reply_id), office.row(id=reply_id).error_code) == (UNCERTAIN, "unreadable")
    office.later(minutes=2)
    loop.run_once()
    office.later(minutes=9)
    assert loop.run_once() == 1
