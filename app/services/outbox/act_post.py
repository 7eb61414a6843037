"""Hides, shows, likes and unlikes at the source, in the order asked for; doing one twice is harmless."""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, literal_column, select, update

from app.models.domain.channel_health import Problem
from app.models.domain.people import PROGRAM
from app.models.domain.sending import after_failure
from app.models.domain.vocabulary import DeliveryState
from app.models.queries.rows import AnyRow
from app.models.schema.base import EPOCH, NEVER
from app.models.schema.channels import ChannelAct
from app.models.schema.mentions import Mention
from app.services.acts import Act
from app.services.case_book import touch_outbox
from app.services.channels.base import ChannelError
from app.services.database import Database
from app.services.errors import UserError
from app.services.outbox.delivery import OpenChannel, as_certain
from app.services.outbox.posts import NO_ANSWER, SENDING_LIMIT, Due, Outcome

_LOG = logging.getLogger(__name__)
_MOST = 200
# As it stands in the partial index: SQLite proves it from a literal only.
_WAITING = ChannelAct.state.in_([literal_column("0"), literal_column("1"), literal_column("4")])
_OPEN = (DeliveryState.PENDING, DeliveryState.SENDING)


class ActPost:
    """The table of acts at the source."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def due(self, now: datetime, accounts: Collection[int]) -> list[Due]:
        """Return what is due at these accounts; of several acts on one mention the first alone."""
        with self._database.read() as connection:
            rows = connection.execute(
                select(ChannelAct.id, ChannelAct.account_id, ChannelAct.mention_id)
                .where(_WAITING, ChannelAct.state == DeliveryState.PENDING)
                .where(ChannelAct.not_before.between(EPOCH, now))
                .where(ChannelAct.account_id.in_(sorted(accounts)))
                .order_by(ChannelAct.not_before, ChannelAct.id)
                .limit(_MOST)
            ).all()
            first = _first_of(connection, [row.mention_id for row in rows])
        return [Due(row.id, row.account_id) for row in rows if first.get(row.mention_id) == row.id]

    def give_up_lost(self, now: datetime) -> None:
        """Ask again for what was being done by somebody who has died meanwhile."""
        where = (_WAITING, ChannelAct.state == DeliveryState.SENDING, ChannelAct.not_before.between(EPOCH, now))
        with self._database.read() as connection:
            lost = connection.execute(select(ChannelAct.id).where(*where)).scalars().all()
        if lost:
            again = update(ChannelAct).where(ChannelAct.id.in_(lost), *where).values(state=DeliveryState.PENDING)
            self._database.quiet(lambda connection: connection.execute(again))

    def run(self, due: Due, channel_of: OpenChannel) -> Outcome | None:
        """Do one act and write down what became of it; None when somebody was quicker."""
        row = self._claim(due.id)
        if row is None:
            return None
        outcome = self._outcome(row, channel_of)
        self._settle(row, outcome)
        return outcome

    def _claim(self, act_id: int) -> AnyRow | None:
        now = self._database.clock.now()
        read = (
            select(*ChannelAct.__table__.c, Mention.external_id, Mention.case_id)
            .join(Mention, Mention.id == ChannelAct.mention_id)
            .where(ChannelAct.id == act_id)
        )

        def once(connection: Connection) -> AnyRow | None:
            changed = connection.execute(
                update(ChannelAct)
                .where(ChannelAct.id == act_id, ChannelAct.state == DeliveryState.PENDING, ChannelAct.not_before <= now)
                .values(state=DeliveryState.SENDING, not_before=now + SENDING_LIMIT, attempts=ChannelAct.attempts + 1)
            )
            return connection.execute(read).one() if changed.rowcount == 1 else None

        return self._database.quiet(once)

    def _outcome(self, row: AnyRow, channel_of: OpenChannel) -> Outcome:
        try:
            channel_of().act(row.kind, row.external_id or "")
        except ChannelError as error:
            return _judged(row, error, self._database.clock.now())
        except UserError as error:
            return _judged(row, as_certain(error), self._database.clock.now())
        except Exception as error:  # noqa: BLE001 - an adapter's bug must not stop what comes behind it
            _LOG.error("a network's adapter failed in an act: %s", type(error).__name__)
            return Outcome(DeliveryState.FAILED, NO_ANSWER)
        return Outcome(DeliveryState.SENT)

    def _settle(self, row: AnyRow, outcome: Outcome) -> None:
        def once(act: Act) -> None:
            values: dict[str, Any] = {"state": outcome.state, "error_code": outcome.code}
            if outcome.state is DeliveryState.SENT:
                values["done_at"] = act.at
            elif outcome.wait is not None:
                values["not_before"] = act.at + outcome.wait
            where = (ChannelAct.id == row.id, ChannelAct.state == DeliveryState.SENDING)
            if act.connection.execute(update(ChannelAct).where(*where).values(values)).rowcount != 1:
                return
            case_id = act.connection.execute(select(Mention.case_id).where(Mention.id == row.mention_id)).scalar()
            if case_id is not None and outcome.state is DeliveryState.FAILED:
                facts = {"act": row.id, "kind": row.kind, "mention": row.mention_id, "code": outcome.code}
                act.record(case_id, "source_act_failed", facts)
            act.touch(mentions=[row.mention_id], cases=[] if case_id is None else [case_id])
            touch_outbox(act)

        self._database.act(once, actor=PROGRAM)


def _first_of(connection: Connection, mention_ids: list[int]) -> dict[int, int]:
    """Return the first act of each mention that is not done and has not failed."""
    rows = connection.execute(
        select(ChannelAct.mention_id, func.min(ChannelAct.id).label("first"))
        .where(ChannelAct.mention_id.in_(sorted(set(mention_ids))), ChannelAct.state.in_(_OPEN))
        .where(ChannelAct.not_before.between(EPOCH, NEVER))
        .group_by(ChannelAct.mention_id)
    )
    return {row.mention_id: row.first for row in rows}


def _judged(row: AnyRow, error: ChannelError, now: datetime) -> Outcome:
    problem = error.problem if error.is_certain else Problem.TIMED_OUT
    age: timedelta = now - row.asked_at
    verdict = after_failure(problem, attempts=row.attempts, age=age, retry_after=error.retry_after)
    return Outcome(verdict.state, error.problem.value, verdict.wait)
