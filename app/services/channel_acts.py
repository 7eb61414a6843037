"""Hides, shows, likes and unlikes a message at its source; the outbox does it, with the tries that answers have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from app.models.domain.channel_kind import ChannelKind
from app.models.domain.people import Actor, Right
from app.models.domain.sending_acts import SourceAct
from app.models.domain.vocabulary import DeliveryState
from app.models.queries.rows import AnyRow
from app.models.schema.channels import Channel, ChannelAct
from app.models.schema.mentions import Mention
from app.models.schema.people import Person
from app.services.acts import Act, Done, Undo
from app.services.case_book import touch_outbox
from app.services.database import Database
from app.services.errors import Invalid, Refused
from app.services.reply_book import account_for
from app.services.rights import require

_STANDS = frozenset({DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT})


@dataclass(frozen=True, slots=True)
class ActInfo:
    """One act at the source as the screen shows it: by whom, how far it came, and what stopped it."""

    id: int
    kind: SourceAct
    state: DeliveryState
    by: str
    asked_at: datetime
    done_at: datetime | None
    error_code: str | None


class ChannelActs:
    """Asks for acts at the source; ``kinds`` are the networks by channel key on which the program itself acts."""

    def __init__(self, *, database: Database, kinds: Mapping[str, ChannelKind]) -> None:
        self._database = database
        self._kinds = kinds

    def offered(self, mention_id: int) -> tuple[SourceAct, ...]:
        """Return the acts that make sense on a mention now: those of its network, each pair's other half once done."""
        with self._database.read() as connection:
            row = _mention(connection, mention_id)
            kind = None if row is None else self._kinds.get(row.key)
            if row is None or kind is None or row.external_id is None or account_for(connection, row) is None:
                return ()
            able = [each for each in (SourceAct.HIDE, SourceAct.LIKE) if kind.can(each.ability)]
            lasts = {each: _last(connection, mention_id, each) for each in able}
        return tuple(each.opposite if _stands_as(lasts[each], each) else each for each in able)

    def acts_of(self, mention_id: int) -> tuple[ActInfo, ...]:
        """Return what was asked for on a mention, oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(
                select(*ChannelAct.__table__.c, Person.name)
                .outerjoin(Person, Person.id == ChannelAct.actor_id)
                .where(ChannelAct.mention_id == mention_id)
                .order_by(ChannelAct.id)
            ).all()
        return tuple(
            ActInfo(row.id, SourceAct(row.kind), row.state, row.name or "", row.asked_at, row.done_at, row.error_code)
            for row in rows
        )

    def ask(self, actor: Actor, mention_id: int, wanted: SourceAct) -> Done[tuple[ActInfo, ...]]:
        """Have something done at the source; undo asks for the opposite. What stands already is not asked again.

        Raises:
            Invalid: ``mention_missing``. Refused: ``not_allowed``, ``mention_gone``, ``act_not_supported``,
            ``act_needs_account``.
        """
        require(actor, Right.WORK_CASES)

        def once(act: Act) -> bool:
            row = _mention(act.connection, mention_id)
            if row is None:
                raise Invalid("mention_missing")
            account_id = self._account(act.connection, row, wanted)
            last = _last(act.connection, mention_id, wanted)
            if _stands_as(last, wanted):
                return False
            if last is None or not _was_withdrawn(act, last):
                _insert(act, row.id, wanted, account_id)
            if row.case_id is not None:
                act.record(row.case_id, f"source_{wanted.value}", {"mention": mention_id})
                act.touch(cases=[row.case_id])
            act.touch(mentions=[mention_id])
            touch_outbox(act)
            return True

        is_new, changes = self._database.act(once, actor=actor)
        undo = Undo(wanted.value, 1, lambda: self.ask(actor, mention_id, wanted.opposite)) if is_new else None
        return Done(self.acts_of(mention_id), changes, undo)

    def _account(self, connection: Connection, row: AnyRow, wanted: SourceAct) -> int:
        if row.removed_at is not None:
            raise Refused("mention_gone")
        kind = self._kinds.get(row.key)
        if kind is None or row.external_id is None or not kind.can(wanted.ability):
            raise Refused("act_not_supported")
        account_id = account_for(connection, row)
        if account_id is None:
            raise Refused("act_needs_account")
        return account_id


def _mention(connection: Connection, mention_id: int) -> AnyRow | None:
    return connection.execute(
        select(
            Mention.id,
            Mention.case_id,
            Mention.channel_id,
            Mention.account_id,
            Mention.conversation_id,
            Mention.external_id,
            Mention.removed_at,
            Channel.key,
        )
        .join(Channel, Channel.id == Mention.channel_id)
        .where(Mention.id == mention_id)
    ).one_or_none()


def _last(connection: Connection, mention_id: int, wanted: SourceAct) -> AnyRow | None:
    """Return the newest act of a pair that was not given up before it began."""
    return connection.execute(
        select(ChannelAct.id, ChannelAct.kind, ChannelAct.state)
        .where(ChannelAct.mention_id == mention_id, ChannelAct.state != DeliveryState.WITHDRAWN)
        .where(ChannelAct.kind.in_([wanted.value, wanted.opposite.value]))
        .order_by(ChannelAct.id.desc())
        .limit(1)
    ).one_or_none()


def _stands_as(last: AnyRow | None, wanted: SourceAct) -> bool:
    return last is not None and last.kind == wanted.value and last.state in _STANDS


def _was_withdrawn(act: Act, last: AnyRow) -> bool:
    """Give up an act that was never tried: then there is nothing to take back at the source."""
    changed = act.connection.execute(
        update(ChannelAct)
        .where(ChannelAct.id == last.id, ChannelAct.state == DeliveryState.PENDING, ChannelAct.attempts == 0)
        .values(state=DeliveryState.WITHDRAWN)
    )
    return changed.rowcount == 1


def _insert(act: Act, mention_id: int, wanted: SourceAct, account_id: int) -> None:
    values = {
        "account_id": account_id,
        "mention_id": mention_id,
        "kind": wanted.value,
        "state": DeliveryState.PENDING,
        "actor_id": act.actor.person_id,
        "asked_at": act.at,
        "not_before": act.at,
        "attempts": 0,
    }
    act.connection.execute(insert(ChannelAct).values(values))
