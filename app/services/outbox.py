"""Hands due replies to the networks, one by one, so that none is ever sent twice by the program."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from sqlalchemy import select, update

from app.models.domain.people import PROGRAM
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Reply
from app.models.schema.channels import Channel, ChannelAccount
from app.models.schema.mentions import Mention
from app.services.acts import Act
from app.services.case_book import touch_outbox
from app.services.database import Database
from app.services.errors import UserError

_LOG = logging.getLogger(__name__)
# A sender that has not answered by then has died with its process: nobody knows whether the reply arrived.
SENDING_LIMIT = timedelta(minutes=5)
_PAUSE_SECONDS = 2.0
_BATCH = 20


@dataclass(frozen=True, slots=True)
class OutgoingReply:
    """What a sender gets: enough to place the answer, and the key under which a network may know it already."""

    reply_id: int
    client_key: str
    account_id: int
    text: str
    visibility: Visibility
    in_reply_to: str | None
    permalink: str | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the network said: its own id of the reply, and where it stands."""

    external_id: str | None = None
    permalink: str | None = None


class SendError(Exception):
    """The network did not take the reply; ``is_certain`` False = it may have arrived all the same."""

    def __init__(self, code: str, *, is_certain: bool) -> None:
        super().__init__(code)
        self.code = code
        self.is_certain = is_certain


class Sender(Protocol):
    """One network's way of sending."""

    def send(self, reply: OutgoingReply) -> Receipt:
        """Send; raise SendError when it was not taken."""


class OutboxLoop:
    """A background loop with start and stop; ``run_once`` does one round and is all that tests need."""

    def __init__(self, *, database: Database, senders: Mapping[str, Sender]) -> None:
        self._database = database
        self._senders = senders
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin; without senders there is nothing to do."""
        if self._senders and self._thread is None:
            self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End after the reply that is on its way."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def run_once(self) -> int:
        """Mark what nobody answered for as uncertain, send what is due; return how many were sent."""
        self._give_up_lost()
        return sum(self._send_one(reply_id) for reply_id in self._due())

    def _run(self) -> None:
        while not self._stop.wait(_PAUSE_SECONDS):
            try:
                self.run_once()
            except UserError as problem:
                _LOG.warning("outbox waits: %s", problem.code)

    def _due(self) -> list[int]:
        statement = (
            select(Reply.id)
            .join(ChannelAccount, ChannelAccount.id == Reply.account_id)
            .join(Channel, Channel.id == Reply.channel_id)
            .where(
                Reply.state == DeliveryState.PENDING,
                Reply.not_before <= self._database.clock.now(),
                ChannelAccount.is_connected,
                ChannelAccount.is_listen_only.is_(False),
                Channel.key.in_(sorted(self._senders)),
            )
            .order_by(Reply.not_before, Reply.id)
            .limit(_BATCH)
        )
        with self._database.read() as connection:
            return list(connection.execute(statement).scalars())

    def _send_one(self, reply_id: int) -> int:
        row = self._claim(reply_id)
        if row is None:
            return 0
        sender = self._senders[row.channel_key]
        outgoing = OutgoingReply(
            row.id, row.client_key, row.account_id, row.text, row.visibility, row.external_id, row.permalink
        )
        try:
            receipt = sender.send(outgoing)
        except SendError as error:
            state = DeliveryState.FAILED if error.is_certain else DeliveryState.UNCERTAIN
            self._settle(row, state, {"error_code": error.code})
            return 0
        except Exception as error:  # noqa: BLE001 - a sender's bug must neither stop the answers behind it nor repeat one
            _LOG.error("a sender failed: %s", type(error).__name__)
            self._settle(row, DeliveryState.UNCERTAIN, {"error_code": "no_answer"})
            return 0
        values = {"external_id": receipt.external_id, "permalink": receipt.permalink, "error_code": None}
        self._settle(row, DeliveryState.SENT, values)
        return 1

    def _claim(self, reply_id: int) -> AnyRow | None:
        """Commit *enviando* before the call: whatever happens then, the program will not send it again."""

        def once(act: Act) -> AnyRow | None:
            changed = act.connection.execute(
                update(Reply)
                .where(Reply.id == reply_id, Reply.state == DeliveryState.PENDING, Reply.not_before <= act.at)
                .values(state=DeliveryState.SENDING, not_before=act.at + SENDING_LIMIT, attempts=Reply.attempts + 1)
            )
            if changed.rowcount != 1:
                return None
            row = act.connection.execute(
                select(
                    Reply.id,
                    Reply.case_id,
                    Reply.client_key,
                    Reply.account_id,
                    Reply.text,
                    Reply.visibility,
                    Channel.key.label("channel_key"),
                    Mention.external_id,
                    Mention.permalink,
                )
                .join(Channel, Channel.id == Reply.channel_id)
                .outerjoin(Mention, Mention.id == Reply.in_reply_to_id)
                .where(Reply.id == reply_id)
            ).one()
            act.touch(cases=[row.case_id])
            touch_outbox(act)
            return row

        row, _ = self._database.act(once, actor=PROGRAM)
        return row

    def _settle(self, row: AnyRow, state: DeliveryState, values: dict[str, Any]) -> None:
        def once(act: Act) -> None:
            stamp = {"sent_at": act.at} if state is DeliveryState.SENT else {}
            changed = act.connection.execute(
                update(Reply)
                .where(Reply.id == row.id, Reply.state.in_([DeliveryState.SENDING, DeliveryState.UNCERTAIN]))
                .values(state=state, **values, **stamp)
            )
            if changed.rowcount == 1:
                act.record(row.case_id, f"reply_{state.value}", {"reply": row.id, "code": values.get("error_code")})
                act.touch(cases=[row.case_id])
                touch_outbox(act)

        self._database.act(once, actor=PROGRAM)

    def _give_up_lost(self) -> None:
        statement = select(Reply.id, Reply.case_id).where(
            Reply.state == DeliveryState.SENDING, Reply.not_before <= self._database.clock.now()
        )
        with self._database.read() as connection:
            lost = connection.execute(statement).all()
        for row in lost:
            self._settle(row, DeliveryState.UNCERTAIN, {"error_code": "no_answer"})
