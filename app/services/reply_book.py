"""What writing, withdrawing and approving replies have in common: the locked row, its moves, its mark on the case."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from app.models.domain.approval import ApprovalReason, ApprovalRule, approval_reason
from app.models.domain.vocabulary import AxisKey, CaseState, DeliveryState, DraftKind, PromiseState, Visibility
from app.models.queries.case_facts import case_nodes, last_touch, node_keys, standing_replies
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Draft, Promise, Reply, ReplyPart
from app.models.schema.channels import Channel, ChannelAccount
from app.models.schema.mentions import Conversation, Mention
from app.services.acts import Act
from app.services.case_book import CaseBook, touch_outbox
from app.services.database import RetryAct
from app.services.drafts import put_draft
from app.services.errors import Invalid, Refused
from app.services.reply_guard import tells_protocol
from app.services.setting_keys import APPROVAL_SETTING, CRISIS_SETTING
from app.services.settings_book import read_setting

UNDO_SEND_SETTING = "undo_send_seconds"
DRAFTS = {Visibility.PUBLIC: DraftKind.PUBLIC, Visibility.PRIVATE: DraftKind.PRIVATE}
_UNDO_SEND_SECONDS = 10


@dataclass(frozen=True, slots=True)
class NewReply:
    """An answer as its author wrote it; ``client_key`` is its own for ever."""

    text: str
    visibility: Visibility
    client_key: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes: the mention answered, its conversation, and the account that sends (None: a person)."""

    channel_id: int
    channel_key: str
    mention_id: int | None = None
    conversation_id: int | None = None
    account_id: int | None = None


def locked_reply(act: Act, book: CaseBook, reply_id: int) -> tuple[AnyRow, AnyRow]:
    """Return a reply and its case's row, the case locked. Raises Invalid ``reply_missing``."""
    reply = act.connection.execute(select(*Reply.__table__.c).where(Reply.id == reply_id)).one_or_none()
    if reply is None:
        raise Invalid("reply_missing")
    row = book.lock(act, reply.case_id, None)
    if act.connection.execute(select(Reply.case_id).where(Reply.id == reply_id)).scalar_one() != row.id:
        raise RetryAct  # a merge took it along while we waited for the case
    return reply, row


def place_of(connection: Connection, row: AnyRow, mention_id: int | None) -> Place:
    """Return where an answer on a case goes: to that mention, or to the newest of the case.

    Without any mention, or on a mention without an id at its network, no account could place it: a person sends it.

    Raises:
        Invalid: ``mention_missing``.
    """
    statement = (
        select(
            Mention.id,
            Mention.conversation_id,
            Mention.channel_id,
            Mention.account_id,
            Mention.external_id,
            Channel.key,
        )
        .join(Channel, Channel.id == Mention.channel_id)
        .where(Mention.case_id == row.id)
        .order_by(Mention.id.desc())
        .limit(1)
    )
    if mention_id is not None:
        statement = statement.where(Mention.id == mention_id)
    found = connection.execute(statement).one_or_none()
    if found is None:
        if mention_id is not None:
            raise Invalid("mention_missing")
        key = connection.execute(select(Channel.key).where(Channel.id == row.channel_id)).scalar_one()
        return Place(row.channel_id, key)
    account_id = None if found.external_id is None else account_for(connection, found)
    return Place(found.channel_id, found.key, found.id, found.conversation_id, account_id)


def account_for(connection: Connection, target: AnyRow) -> int | None:
    """Return the account that sends an answer, None when a person has to; a paused one sends when it goes on.

    What came by no account of ours is answered by the only one of its channel: between two, only a person can tell.
    """
    own = target.account_id
    if own is None and target.conversation_id is not None:
        own = connection.execute(
            select(Conversation.account_id).where(Conversation.id == target.conversation_id)
        ).scalar_one_or_none()
    # A mailbox also brings notices of other places, which are answered there and not by mail.
    statement = select(ChannelAccount.id).where(
        ChannelAccount.is_connected,
        ChannelAccount.is_listen_only.is_(False),
        ChannelAccount.retired_at.is_(None),
        ChannelAccount.channel_id == target.channel_id,
    )
    if own is not None:
        statement = statement.where(ChannelAccount.id == own)
    found = connection.execute(statement.limit(2)).scalars().all()
    return int(found[0]) if len(found) == 1 else None


def insert_reply(act: Act, case_id: int, new: NewReply, place: Place, state: DeliveryState) -> int:
    """Put an answer into the outbox; it leaves when it can no longer be taken back."""
    values = {
        "client_key": new.client_key,
        "case_id": case_id,
        "conversation_id": place.conversation_id,
        "account_id": place.account_id,
        "channel_id": place.channel_id,
        "in_reply_to_id": place.mention_id,
        "visibility": new.visibility,
        "author_id": act.actor.person_id,
        "text": new.text,
        "state": state,
        "written_at": act.at,
        "not_before": act.at + undo_wait(act.connection),
        "attempts": 0,
    }
    return int(act.connection.execute(insert(Reply).values(values).returning(Reply.id)).scalar_one())


def has_left_in_part(connection: Connection, reply_id: int) -> bool:
    """Tell whether a part of a reply has arrived: then it can be finished, but not taken back."""
    return connection.execute(select(ReplyPart.position).where(ReplyPart.reply_id == reply_id)).first() is not None


def undo_wait(connection: Connection) -> timedelta:
    """Return for how long a reply can be taken back before it leaves."""
    return undo_time(read_setting(connection, UNDO_SEND_SETTING).value)


def undo_time(stored: object) -> timedelta:
    """Read the setting's stored form (whole seconds); what is none counts as on the first day."""
    return timedelta(seconds=stored if isinstance(stored, int) and stored >= 0 else _UNDO_SEND_SECONDS)


def approval_of(connection: Connection, row: AnyRow, visibility: Visibility) -> ApprovalReason | None:
    """Return why an answer on a case needs a second person, None when it may leave at once."""
    value = read_setting(connection, APPROVAL_SETTING).value
    levels = _levels_to_approve(connection) if row.crisis_level is not None else ()
    rule = ApprovalRule.from_mapping(value if isinstance(value, dict) else {}, levels)
    natures = node_keys(connection, case_nodes(connection, row.id).values()).get(AxisKey.NATURE.value, [])
    return approval_reason(rule, visibility, crisis_level=row.crisis_level, is_grave=row.is_severe, natures=natures)


def _levels_to_approve(connection: Connection) -> list[int]:
    matrix = read_setting(connection, CRISIS_SETTING).value
    rows = matrix.get("levels", ()) if isinstance(matrix, dict) else ()
    return [int(row["level"]) for row in rows if row.get("needs_approval")]


def spoken(row: AnyRow, text: str, at: datetime) -> dict[str, Any]:
    """Return the case's columns after a word to the customer."""
    values: dict[str, Any] = {
        "first_response_at": row.first_response_at or at,
        "last_reply_at": at,
        "snoozed_until": None,
    }
    if row.protocol_told_at is None and tells_protocol(text, row.protocol):
        values["protocol_told_at"] = at
    return values


def move_reply(
    act: Act, reply: AnyRow, target: DeliveryState, allowed: AbstractSet[DeliveryState], values: dict[str, Any]
) -> None:
    """Change a reply's state only from a state that allows it: a sender may have been quicker."""
    changed = act.connection.execute(
        update(Reply).where(Reply.id == reply.id, Reply.state.in_(sorted(allowed))).values(state=target, **values)
    )
    if changed.rowcount != 1:
        raise Refused("reply_already_left", state=reply.state.value)
    touch_outbox(act)


def give_text_back(act: Act, case_id: int, reply: AnyRow) -> None:
    """Make the text a draft again, above what its author has begun to write since."""
    kind = DRAFTS[reply.visibility]
    mine = (Draft.case_id == case_id, Draft.person_id == reply.author_id, Draft.kind == kind)
    begun = act.connection.execute(select(Draft.text).where(*mine)).scalar_one_or_none()
    text = reply.text if begun is None or begun.strip() == reply.text else f"{reply.text}\n\n{begun}"
    put_draft(act.connection, case_id, reply.author_id, kind, text=text, at=act.at)


def drop_promise(act: Act, case_id: int, reply: AnyRow) -> None:
    """Take away the promise made with a reply: the customer never read it, so nobody can keep or break it."""
    act.connection.execute(
        delete(Promise).where(
            Promise.case_id == case_id,
            Promise.made_by_id == reply.author_id,
            Promise.made_at == reply.written_at,
            Promise.state == PromiseState.OPEN,
        )
    )


def values_without(connection: Connection, row: AnyRow, reply: AnyRow) -> dict[str, Any]:
    """Return the case's columns as they are without a reply: as before it when nothing came after, else recounted."""
    others = [each for each in standing_replies(connection, row.id) if each.id != reply.id and _is_said(each)]
    said_at = reply.decided_at or reply.written_at
    values: dict[str, Any] = {"state": row.state}
    if row.last_reply_at == said_at:
        values["last_reply_at"] = max((_said_at(each) for each in others), default=None)
    if row.first_response_at == said_at:
        values["first_response_at"] = min((_said_at(each) for each in others), default=None)
    if row.protocol_told_at == said_at:
        told = [_said_at(each) for each in others if tells_protocol(each.text, row.protocol)]
        values["protocol_told_at"] = min(told, default=None)
    touch = last_touch(connection, row.id)
    if touch.verb in {"reply", "reply_approved"} and touch.body.get("reply") == reply.id:
        values |= _before(touch.body.get("from", {}))
    return values


def _before(told: dict[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if "state" in told:
        values["state"] = CaseState(told["state"])
    if "owner_id" in told:
        values["owner_id"] = told["owner_id"]
    if told.get("snoozed_until"):
        values["snoozed_until"] = datetime.fromisoformat(told["snoozed_until"])
    return values


def _is_said(reply: AnyRow) -> bool:
    return reply.state is not DeliveryState.TO_APPROVE


def _said_at(reply: AnyRow) -> datetime:
    at: datetime = reply.decided_at or reply.written_at
    return at
