"""Takes something out of the outbox so that nobody else sends it, and writes down what became of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, Connection, literal_column, select, update
from sqlalchemy.orm import InstrumentedAttribute

from app.models.domain.channel_kind import ChannelKind
from app.models.domain.people import PROGRAM
from app.models.domain.sending import LONGEST, after_doubt
from app.models.domain.vocabulary import DeliveryState
from app.models.schema.base import EPOCH, NEVER
from app.models.schema.cases import Reply
from app.models.schema.channels import AutoAnswer, Channel, ChannelAccount
from app.services.acts import Act
from app.services.case_book import touch_outbox
from app.services.channels.base import Receipt
from app.services.database import Database
from app.services.outbox.letters import Letter
from app.services.work_texts import put_reply

SENDING_LIMIT = timedelta(minutes=5)
"""A sender that has not answered by then has died with its process: nobody knows whether the answer arrived."""
NO_ANSWER = "no_answer"
_MOST = 500
_MOST_DOUBTFUL = 50


@dataclass(frozen=True, slots=True)
class Due:
    """Something that may leave now, by which account."""

    id: int
    account_id: int


@dataclass(slots=True)
class Taken:
    """A letter that only we may send until ``until``; ``is_in_doubt``: an earlier try may have arrived."""

    letter: Letter
    until: datetime
    is_in_doubt: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a try; ``wait`` None = the program does not take it up again."""

    state: DeliveryState
    code: str | None = None
    wait: timedelta | None = None
    receipt: Receipt | None = None


class Post(ABC):
    """One table of the outbox. All that changes a state does so only from the state it was read in."""

    table: ClassVar[type[Reply] | type[AutoAnswer]]
    name: ClassVar[str]
    longest: ClassVar[timedelta] = LONGEST

    def __init__(self, *, database: Database, kinds: Mapping[str, ChannelKind]) -> None:
        self.database = database
        self.kinds = kinds

    @abstractmethod
    def read(self, connection: Connection, item_id: int) -> Letter | None:
        """Return what is to be sent, None when its account may not send now."""

    @abstractmethod
    def refusal(self, letter: Letter) -> str | None:
        """Return the code of what forbids sending it as things are now, None = it may leave."""

    @abstractmethod
    def case_of(self, connection: Connection, item_id: int) -> int | None:
        """Return the case that it belongs to today, locked by nobody."""

    @abstractmethod
    def waiting(self, connection: Connection, now: datetime, accounts: Collection[int]) -> list[Due]:
        """Return what is pending and due at these accounts, in order, without what has to wait for another."""

    @abstractmethod
    def is_held_back(self, connection: Connection, letter: Letter) -> bool:
        """Tell whether something before it in its conversation has to be settled first."""

    @abstractmethod
    def part_arrived(self, letter: Letter, position: int, receipt: Receipt) -> None:
        """Keep that one part of several has arrived; it is never sent again."""

    def due(self, now: datetime, accounts: Collection[int], *, with_doubtful: bool) -> list[Due]:
        """Return what may leave or be looked up now at these accounts: what waits for others takes nobody's place."""
        with self.database.read() as connection:
            found = self.waiting(connection, now, accounts)
            if with_doubtful:
                found += self._doubtful(connection, now, accounts)
        return found

    def take(self, due: Due) -> Taken | None:
        """Commit *enviando* before any call; None when somebody was quicker or it has to wait."""
        with self.database.read() as connection:
            letter = self.read(connection, due.id)
            if letter is None or letter.state not in {DeliveryState.PENDING, DeliveryState.UNCERTAIN}:
                return None
            is_in_doubt = letter.state is DeliveryState.UNCERTAIN
            if not is_in_doubt and self.is_held_back(connection, letter):
                return None
        table = self.table

        def once(act: Act) -> datetime | None:
            until = act.at + SENDING_LIMIT
            changed = act.connection.execute(
                update(table)
                .where(table.id == due.id, table.state == letter.state, table.not_before <= act.at)
                .values(state=DeliveryState.SENDING, not_before=until, attempts=table.attempts + 1)
            )
            if changed.rowcount != 1:
                return None
            self._touch(act, due.id)
            return until

        until, _ = self.database.act(once, actor=PROGRAM)
        return None if until is None else Taken(letter, until, is_in_doubt)

    def keep(self, taken: Taken) -> bool:
        """Make sure, before the next part, that it is still ours alone, and for another while."""
        table = self.table

        def once(connection: Connection) -> datetime | None:
            now = self.database.clock.now()
            if now >= taken.until:
                return None
            until = now + SENDING_LIMIT
            changed = connection.execute(update(table).where(*_is_ours(table, taken)).values(not_before=until))
            return until if changed.rowcount == 1 else None

        until = self.database.quiet(once)
        if until is not None:
            taken.until = until
        return until is not None

    def settle(self, taken: Taken, outcome: Outcome) -> None:
        """Write down what became of it. A receipt counts whatever was believed meanwhile."""
        table, item_id = self.table, taken.letter.id
        is_sent = outcome.state is DeliveryState.SENT
        reachable = (DeliveryState.SENDING, DeliveryState.UNCERTAIN, DeliveryState.PENDING)
        where = (table.id == item_id, table.state.in_(reachable)) if is_sent else _is_ours(table, taken)

        def once(act: Act) -> None:
            values = self.values(act, outcome)
            if act.connection.execute(update(table).where(*where).values(values)).rowcount != 1:
                return
            if is_sent and table is Reply:
                put_reply(act.connection, item_id, act.at)
            is_news = outcome.state in {DeliveryState.SENT, DeliveryState.FAILED} or (
                outcome.state is DeliveryState.UNCERTAIN and not taken.is_in_doubt
            )
            if is_news:
                self._record(act, item_id, outcome, taken.letter.whole.text)
            self._touch(act, item_id)

        self.database.act(once, actor=PROGRAM)

    def give_up_lost(self, now: datetime) -> None:
        """Call doubtful what was being sent by somebody who has died meanwhile."""
        table = self.table
        statement = (
            select(table.id, Channel.key)
            .join(ChannelAccount, ChannelAccount.id == table.account_id)
            .join(Channel, Channel.id == ChannelAccount.channel_id)
            .where(in_outbox(table), table.state == DeliveryState.SENDING, _has_come(table, now))
        )
        with self.database.read() as connection:
            lost = connection.execute(statement).all()
        for row in lost:
            wait = after_doubt(self.kinds.get(row.key)).wait
            self.database.act(partial(self._lose, item_id=row.id, wait=wait), actor=PROGRAM)

    def _lose(self, act: Act, item_id: int, wait: timedelta | None) -> None:
        table = self.table
        values = {"state": DeliveryState.UNCERTAIN, "error_code": NO_ANSWER, "not_before": _taken_up(act.at, wait)}
        changed = act.connection.execute(
            update(table)
            .where(table.id == item_id, table.state == DeliveryState.SENDING, table.not_before <= act.at)
            .values(values)
        )
        if changed.rowcount == 1:
            self._record(act, item_id, Outcome(DeliveryState.UNCERTAIN, NO_ANSWER), "")
            self._touch(act, item_id)

    def _doubtful(self, connection: Connection, now: datetime, accounts: Collection[int]) -> list[Due]:
        """Return what may have arrived and is to be looked up or sent again under its key."""
        table = self.table
        keys = sorted(key for key, kind in self.kinds.items() if after_doubt(kind).wait is not None)
        statement = (
            select(table.id, table.account_id)
            .join(ChannelAccount, ChannelAccount.id == table.account_id)
            .join(Channel, Channel.id == ChannelAccount.channel_id)
            .where(table.state == literal_column("3"), _has_come(table, now))
            .where(Channel.key.in_(keys), table.account_id.in_(sorted(accounts)))
            .order_by(table.not_before, table.id)
            .limit(_MOST_DOUBTFUL)
        )
        return [Due(row.id, row.account_id) for row in connection.execute(statement)]

    def pending(
        self,
        connection: Connection,
        now: datetime,
        accounts: Collection[int],
        *columns: InstrumentedAttribute[Any],
    ) -> list[Any]:
        """Return the rows of these accounts that are pending and due."""
        table = self.table
        statement = (
            select(table.id, table.account_id, *columns)
            .where(in_outbox(table), table.state == DeliveryState.PENDING, _has_come(table, now))
            .where(table.account_id.in_(sorted(accounts)))
            .order_by(table.not_before, table.id)
            .limit(_MOST)
        )
        return list(connection.execute(statement).all())

    def values(self, act: Act, outcome: Outcome) -> dict[str, Any]:
        """Return the columns that say what became of it."""
        values: dict[str, Any] = {"state": outcome.state, "error_code": outcome.code}
        if outcome.state is DeliveryState.SENT:
            receipt = outcome.receipt or Receipt()
            return values | {"sent_at": act.at, "external_id": receipt.external_id}
        return values | {"not_before": _taken_up(act.at, outcome.wait)}

    def _record(self, act: Act, item_id: int, outcome: Outcome, text: str) -> None:
        case_id = self.case_of(act.connection, item_id)
        if case_id is None:
            return
        body: dict[str, object] = {self.name: item_id, "code": outcome.code}
        if outcome.state is DeliveryState.SENT:
            receipt = outcome.receipt or Receipt()
            body |= {"external_id": receipt.external_id, "permalink": receipt.permalink, "text": text}
        act.record(case_id, f"{self.name}_{outcome.state.value}", body)

    def _touch(self, act: Act, item_id: int) -> None:
        case_id = self.case_of(act.connection, item_id)
        if case_id is not None:
            act.touch(cases=[case_id])
        touch_outbox(act)


def in_outbox(table: type[Reply] | type[AutoAnswer]) -> ColumnElement[bool]:
    """Return the predicate of the partial index, as it stands there: SQLite proves it from a literal only."""
    return table.state.in_([literal_column("0"), literal_column("1"), literal_column("4")])


def _has_come(table: type[Reply] | type[AutoAnswer], now: datetime) -> ColumnElement[bool]:
    # Both ends, so that the partial index is the obvious way.
    return table.not_before.between(EPOCH, now)


def _is_ours(table: type[Reply] | type[AutoAnswer], taken: Taken) -> tuple[ColumnElement[bool], ...]:
    return (table.id == taken.letter.id, table.state == DeliveryState.SENDING, table.not_before == taken.until)


def _taken_up(at: datetime, wait: timedelta | None) -> datetime:
    return NEVER if wait is None else at + wait
