"""Recognises our own answers when a network shows them, settles those in doubt, and takes in reports of lost mail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.dedup import key_of_id
from app.models.domain.vocabulary import DeliveryState
from app.models.domain.words import clean_text, search_text
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Reply, ReplyPart
from app.models.schema.channels import Channel
from app.models.schema.channels import OwnPost as OwnPostRow
from app.models.schema.mentions import Conversation, Mention
from app.services.acts import Act
from app.services.case_book import touch_outbox
from app.services.channels.base import Bounce, OwnPost
from app.services.id_lists import chunks, one_of
from app.services.intake import known
from app.services.intake.source_state import OF_OWN_POST, count_own, lock_cases, own_ids, store_figures, watch_figures
from app.services.reading_keys import FIGURES
from app.services.work_texts import put_reply

BOUNCED = "bounced"
LostReply = Callable[[Act, AnyRow, str], None]
"""Called inside the act with a reply that certainly did not arrive, and the status that was reported."""
_IN_DOUBT = (DeliveryState.UNCERTAIN, DeliveryState.SENDING)
_CLOCKS_APART = timedelta(minutes=2)
_REPLY = (
    Reply.id, Reply.case_id, Reply.conversation_id, Reply.in_reply_to_id, Reply.author_id, Reply.text, Reply.state,
    Reply.written_at, Reply.decided_at, Reply.external_id, Reply.visibility,
)  # fmt: skip


def store_own(
    act: Act, account_id: int, channel: str, posts: Sequence[OwnPost], *, figures_for: timedelta | None
) -> int:
    """Store what our account published, each once, linked to the reply that it is; return how many were new.

    A reply whose arrival was in doubt and that stands there, with its text under the same message, is settled as sent.
    """
    known_ids = own_ids(act.connection, account_id, [each.external_id for each in posts])
    new = {each.external_id: each for each in posts if each.external_id not in known_ids}
    if new:
        replies = replies_of(act.connection, account_id, new)
        for external_id, post in sorted(new.items()):
            reply_id = replies.get(external_id) or _settled(act, account_id, channel, post)
            _insert(act, account_id, post, reply_id)
        if figures_for is not None:
            made = own_ids(act.connection, account_id, new)
            items = [(row_id, external_id, new[external_id].posted_at) for external_id, row_id in made.items()]
            watch_figures(act.connection, account_id, OF_OWN_POST, items, at=act.at, keep_for=figures_for)
    store_figures(act, account_id, channel, [each.figures for each in posts if each.figures is not None])
    return len(new)


def take_bounces(act: Act, account_id: int, bounces: Sequence[Bounce], on_lost: LostReply) -> int:
    """Note which replies did not arrive; return how many were found.

    A permanent report makes the reply a failed one and calls ``on_lost``; one that may pass is only written down.
    """
    by_id = {message_id: bounce for bounce in bounces for message_id in bounce.message_ids}
    found = replies_of(act.connection, account_id, by_id)
    for message_id, reply_id in sorted(found.items()):
        bounce = by_id[message_id]
        reply = act.connection.execute(select(*_REPLY).where(Reply.id == reply_id)).one()
        # Cases before what belongs to them, as in every act.
        lock_cases(act.connection, [reply.case_id])
        facts = {"reply": reply.id, "status": clean_text(bounce.status)[:200]}
        act.touch(cases=[reply.case_id])
        if not bounce.is_permanent:
            act.record(reply.case_id, "reply_delayed", facts)
            continue
        changed = act.connection.execute(
            update(Reply)
            .where(Reply.id == reply.id, Reply.state.in_([DeliveryState.SENT, *_IN_DOUBT]))
            .values(state=DeliveryState.FAILED, error_code=BOUNCED)
        )
        if changed.rowcount == 1:
            act.record(reply.case_id, "reply_bounced", facts)
            touch_outbox(act)
            on_lost(act, reply, bounce.status)
    return len(found)


def replies_of(connection: Connection, account_id: int, external_ids: Iterable[str]) -> dict[str, int]:
    """Return the replies, whole or in part, that an account sent under these external ids."""
    found: dict[str, int] = {}
    for part in chunks(sorted(set(external_ids))):
        whole = select(Reply.external_id, Reply.id).where(
            Reply.account_id == account_id, one_of(connection, Reply.external_id, part)
        )
        parts = (
            select(ReplyPart.external_id, ReplyPart.reply_id)
            .join(Reply, Reply.id == ReplyPart.reply_id)
            .where(Reply.account_id == account_id, one_of(connection, ReplyPart.external_id, part))
        )
        both = (*connection.execute(parts), *connection.execute(whole))
        found |= {external_id: reply_id for external_id, reply_id in both if external_id is not None}
    return found


def _settled(act: Act, account_id: int, channel: str, post: OwnPost) -> int | None:
    """Settle the reply in doubt that a post is, and return its id; None when it is none of ours."""
    text = search_text(post.text)
    candidates = [
        reply
        for reply in _in_doubt(act.connection, account_id, channel, post)
        if search_text(reply.text) == text and _fits_time(reply, post.posted_at)
    ]
    if not candidates:
        return None
    reply = min(candidates, key=lambda each: int(each.id))
    changed = act.connection.execute(
        update(Reply)
        .where(Reply.id == reply.id, Reply.state.in_(_IN_DOUBT))
        .values(
            state=DeliveryState.SENT,
            external_id=post.external_id,
            permalink=post.permalink,
            error_code=None,
            sent_at=post.posted_at,
        )
    )
    if changed.rowcount == 1:
        put_reply(act.connection, int(reply.id), act.at)
        act.record(reply.case_id, "reply_sent", {"reply": reply.id, "code": None, "seen": True})
        act.touch(cases=[reply.case_id])
        touch_outbox(act)
    return int(reply.id)


def _fits_time(reply: AnyRow, posted_at: datetime) -> bool:
    return bool(posted_at >= (reply.decided_at or reply.written_at) - _CLOCKS_APART)


def _in_doubt(connection: Connection, account_id: int, channel: str, post: OwnPost) -> list[AnyRow]:
    """Return the replies in doubt of the cases to which the post's conversation belongs."""
    cases: set[int] = set()
    parent: int | None = None
    if post.in_reply_to is not None:
        ids = known.look_up(connection, [key_of_id(channel, post.in_reply_to)]).ids
        parent = next(iter(ids.values()), None)
        if parent is not None:
            cases |= _cases(connection, Mention.id == parent)
    if parent is None and post.thread_key is not None:
        conversations = (
            select(Conversation.id)
            .join(Channel, Channel.id == Conversation.channel_id)
            .where(Channel.key == channel, Conversation.thread_key == post.thread_key)
        )
        cases |= _cases(connection, Mention.conversation_id == conversations.scalar_subquery())
    statement = select(*_REPLY).where(
        Reply.case_id.in_(sorted(cases)),
        Reply.account_id == account_id,
        Reply.state.in_(_IN_DOUBT),
        Reply.external_id.is_(None),
    )
    if parent is not None:
        statement = statement.where(or_(Reply.in_reply_to_id == parent, Reply.in_reply_to_id.is_(None)))
    return list(connection.execute(statement).all()) if cases else []


def _cases(connection: Connection, condition: object) -> set[int]:
    statement = select(Mention.case_id).where(condition, Mention.case_id.is_not(None)).distinct()  # type: ignore[arg-type]  # a SQL condition
    return {case_id for case_id in connection.execute(statement).scalars() if case_id is not None}


def _insert(act: Act, account_id: int, post: OwnPost, reply_id: int | None) -> None:
    module = postgresql if act.connection.dialect.name == "postgresql" else sqlite
    values = {
        "account_id": account_id,
        "external_id": post.external_id,
        "reply_id": reply_id,
        "posted_at": post.posted_at,
        "text": clean_text(post.text),
        "in_reply_to": post.in_reply_to,
        "permalink": post.permalink,
        "is_private": post.is_private,
    }
    adding = module.insert(OwnPostRow).values(values)
    unless_known = adding.on_conflict_do_nothing(index_elements=["account_id", "external_id"])
    if act.connection.execute(unless_known.returning(OwnPostRow.id)).scalar_one_or_none() is not None:
        count_own(act, [values | dict.fromkeys(FIGURES)], 1)
