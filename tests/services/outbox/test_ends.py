"""What waits or stays in doubt has an end, hinders no other account, and costs what it says."""

from __future__ import annotations

import threading
import time
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert, select, update

from app.models.domain.channel_health import Problem
from app.models.domain.sending_acts import SourceAct
from app.models.domain.vocabulary import DeliveryState
from app.models.schema.cases import Reply
from app.models.schema.channels import AccountHour, ChannelAct
from app.models.schema.mentions import Conversation, Mention
from app.services.channel_acts import ChannelActs
from app.services.channels.base import Account, ChannelError, Credentials, OutgoingReply, Receipt
from app.services.errors import Unavailable
from tests.fakes import FakeChannel
from tests.services.outbox.conftest import Office, add_account

PENDING, SENT, UNCERTAIN = DeliveryState.PENDING, DeliveryState.SENT, DeliveryState.UNCERTAIN
LOOKUP_ONLY = {"has_lookup": True, "has_idempotency": False}


class DoubtfulChannel(FakeChannel):
    """Nobody ever learns whether an answer arrived, and it is never found."""

    def send(self, reply: OutgoingReply) -> Receipt:
        self.sends.append(reply)
        raise ChannelError(Problem.TIMED_OUT, is_certain=False)


def doubtful(office: Office) -> Office:
    return Office(office.desk, DoubtfulChannel(), office.kind, office.account_id)


def test_a_send_that_always_ends_in_doubt_ends(office: Office) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    there = doubtful(office)
    loop = there.loop(**LOOKUP_ONLY)
    for _ in range(40):
        loop.run_once()
        office.later(minutes=61)
    assert len(there.channel.sends) == 4
    row = office.row(id=reply_id)
    assert (row.state, row.error_code) == (UNCERTAIN, "no_answer")
    assert row.attempts < 12
    office.desk.replies.settle_uncertain(office.desk.actor, reply_id, was_sent=False)
    assert office.loop().run_once() == 1


def test_restarts_do_not_begin_the_doubts_anew(office: Office) -> None:
    office.write(office.case())
    office.later(seconds=11)
    there = doubtful(office)
    loop = there.loop(**LOOKUP_ONLY)
    for turn in range(40):
        if turn % 3 == 0:
            loop = there.loop(**LOOKUP_ONLY)
        loop.run_once()
        office.later(minutes=61)
    assert len(there.channel.sends) <= 4


def test_an_old_one_in_doubt_is_not_sent_again_for_ever_where_our_key_is_known(office: Office) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    there = doubtful(office)
    for _ in range(40):
        there.loop(has_idempotency=True, has_lookup=False).run_once()  # each time a new process
        office.later(minutes=61)
    assert len(there.channel.sends) < 30
    assert office.state(reply_id) is UNCERTAIN


@pytest.mark.parametrize("is_resting", [True, False])
def test_an_account_that_waits_starves_nobody(
    office: Office,
    is_resting: bool,  # noqa: FBT001 - a parameter
) -> None:
    first = office.write(office.case())
    other = add_account(office.desk, office.kind.key, "@outra")
    values = {key: value for key, value in office.row(id=first)._mapping.items() if key != "id"}
    many = [values | {"client_key": f"m{number}", "conversation_id": None} for number in range(510)]
    office.desk.database.quiet(lambda connection: connection.execute(insert(Reply), many))
    office.later(seconds=20)
    mine = office.write(office.case("outra"))
    office.desk.database.quiet(
        lambda connection: connection.execute(update(Reply).where(Reply.id == mine).values(account_id=other))
    )
    office.later(seconds=11)

    class Busy(FakeChannel):
        def send(self, reply: OutgoingReply) -> Receipt:
            if reply.account_id != other:
                raise ChannelError(Problem.RATE_LIMITED, retry_after=timedelta(hours=12))
            return super().send(reply)

    loop = Office(office.desk, Busy(), office.kind, office.account_id).loop()
    if not is_resting:
        loop._may_open = lambda account_id: account_id == other
    loop.run_once()
    loop.run_once()
    assert (office.state(mine), office.state(first)) == (SENT, PENDING)


def test_an_act_waits_for_the_keyring(office: Office) -> None:
    case_id = office.case()
    with office.desk.database.read() as connection:
        mention_id = connection.execute(select(Mention.id).where(Mention.case_id == case_id)).scalar_one()
    kinds = {office.kind.key: office.kind}
    ChannelActs(database=office.desk.database, kinds=kinds).ask(office.desk.actor, mention_id, SourceAct.HIDE)
    loop, opens = office.loop(), office.open_account

    def away(_account_id: int) -> tuple[Account, Credentials]:
        raise Unavailable("database_away")

    loop._open_account = away
    loop.run_once()
    with office.desk.database.read() as connection:
        row = connection.execute(select(ChannelAct.state, ChannelAct.error_code)).one()
    assert tuple(row) == (PENDING, "no_key")
    loop._open_account = opens
    office.later(minutes=16)
    assert loop.run_once() == 1


def test_a_database_that_cannot_be_written_is_sent_for_by_others(office: Office) -> None:
    office.desk.database.is_read_only = True
    loop = office.loop()
    loop.start()
    assert loop._thread is None
    loop.stop()


def test_what_hangs_does_not_hold_up_the_end(office: Office) -> None:
    reply_id = office.write(office.case())
    office.later(seconds=11)
    office.channel.hanging.set()
    loop = office.loop()
    loop.start()
    loop.poke()
    until = time.monotonic() + 10
    while not office.channel.sends and time.monotonic() < until:
        time.sleep(0.02)
    begins = time.monotonic()
    loop.stop()
    assert time.monotonic() - begins < 5
    assert office.state(reply_id) is DeliveryState.SENDING
    office.channel.close()
    workers = [each for each in threading.enumerate() if each.name.startswith("outbox-")]
    for each in workers:
        each.join(10)
    assert office.state(reply_id) is PENDING


def test_what_sending_costs_is_counted_where_a_network_tells(office: Office) -> None:
    class Counting(FakeChannel):
        calls = 3

        def send(self, reply: OutgoingReply) -> Receipt:
            self.calls += 50
            return super().send(reply)

    there = Office(office.desk, Counting(), office.kind, office.account_id)
    loop = there.loop()
    for words in ("um", "dois"):
        office.write(office.case(words))
    office.later(seconds=11)
    assert loop.run_once() == 2
    with office.desk.database.read() as connection:
        assert connection.execute(select(AccountHour.calls)).scalars().all() == [103]


def test_looking_for_the_doubtful_reads_no_other_reply(office: Office) -> None:
    if office.desk.database.dialect != "sqlite":
        return
    statements: list[tuple[str, Any]] = []
    engine = office.desk.database._engines.reader
    event.listen(engine, "before_cursor_execute", lambda _c, _cur, sql, params, *_r: statements.append((sql, params)))
    office.write(office.case())
    loop = office.loop()
    statements.clear()
    loop._due(with_doubtful=True)
    plans = []
    with office.desk.database.read() as connection:
        for sql, params in statements:
            table = next((each for each in ("reply", "auto_answer") if sql.startswith(f"SELECT {each}.id")), None)
            if table is not None and "state = 3" in sql:
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", params).all()
                plans += [row[-1] for row in plan if f" {table}" in row[-1]]
    assert len(plans) == 2
    assert all("_uncertain" in plan for plan in plans), plans


def nobodys(office: Office, key: str) -> int:
    """A conversation that came by no account, as from a file."""
    found = office.conversation(key)
    without = update(Conversation).where(Conversation.id == found).values(account_id=None)
    office.desk.database.quiet(lambda connection: connection.execute(without))
    return found


def test_between_two_accounts_only_a_person_can_tell(office: Office) -> None:
    alone = office.write(office.case(account_id=None, conversation_id=nobodys(office, "a")))
    assert office.row(id=alone).account_id == office.account_id
    add_account(office.desk, office.kind.key, "@outra")
    either = office.write(office.case("outra", account_id=None, conversation_id=nobodys(office, "b")))
    assert office.row(id=either).account_id is None
    ours = office.write(office.case("nossa"))
    assert office.row(id=ours).account_id == office.account_id
