"""Puts what answers a reply of ours into its conversation, and asks a person where the sender is a stranger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, insert, select

from app.models.schema.cases import Case, Reply
from app.models.schema.mentions import CaseHint
from app.services.intake.known import KeyOnChannel
from app.services.intake.own_posts import replies_of
from app.services.intake.protocols import OTHER_SENDER, fits_customer
from app.services.intake.rows import Prepared
from app.services.mention_book import NewMention


def answering_ours(
    connection: Connection, account_id: int, prepared: Sequence[Prepared], known_threads: Mapping[KeyOnChannel, int]
) -> list[Prepared]:
    """Lead mentions whose thread nobody knows to the conversation of the reply that they answer.

    Some programs name only the message answered, which is ours and no mention; so do some networks.
    """
    asked = [each for each in prepared if _is_lost(each, known_threads)]
    if not asked:
        return list(prepared)
    named = {name for each in asked for name in _names(each)}
    replies = replies_of(connection, account_id, named)
    if not replies:
        return list(prepared)
    conversations = {
        row.id: row.conversation_id
        for row in connection.execute(
            select(Reply.id, Reply.conversation_id).where(Reply.id.in_(sorted(set(replies.values()))))
        )
    }
    lost = {id(each) for each in asked}
    return [_led(each, replies, conversations) if id(each) in lost else each for each in prepared]


def strangers(
    connection: Connection,
    cases: Mapping[int, tuple[int, datetime]],
    prepared: Sequence[Prepared],
    rows: Sequence[NewMention],
) -> set[int]:
    """Return the ids of private mentions that would join the case of somebody else; each gets a hint instead.

    A mail that was passed on is answered by another person under the same thread: nobody else's case may take it in.
    """
    joining = [
        (each, row, cases[row.values["conversation_id"]][0])
        for each, row in zip(prepared, rows, strict=True)
        if each.is_answer and row.values["is_private"] and row.values["conversation_id"] in cases
    ]
    if not joining:
        return set()
    customers = {
        row.id: row.customer_id
        for row in connection.execute(
            select(Case.id, Case.customer_id).where(Case.id.in_(sorted({case_id for _each, _row, case_id in joining})))
        )
    }
    foreign = [
        (int(row.values["id"]), case_id)
        for each, row, case_id in joining
        if not fits_customer(connection, customers[case_id], each, row.values["handle_id"])
    ]
    if foreign:
        hints = [{"mention_id": mention, "case_id": case, "reason": OTHER_SENDER} for mention, case in foreign]
        connection.execute(insert(CaseHint), hints)
    return {mention_id for mention_id, _case_id in foreign}


def _is_lost(each: Prepared, known_threads: Mapping[KeyOnChannel, int]) -> bool:
    if each.answers_in is not None or (each.mention.in_reply_to is None and each.mention.thread_key is None):
        return False
    return each.thread_key is None or (each.channel_id, each.thread_key) not in known_threads


def _names(each: Prepared) -> list[str]:
    return [name for name in (each.mention.in_reply_to, each.mention.thread_key) if name]


def _led(each: Prepared, replies: Mapping[str, int], conversations: Mapping[int, int | None]) -> Prepared:
    for name in _names(each):
        conversation_id = conversations.get(replies.get(name, 0))
        if conversation_id is not None:
            return replace(each, answers_in=conversation_id, is_answer=True)
    return each
