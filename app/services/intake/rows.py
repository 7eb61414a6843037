"""Turns a received mention into its row: whose it is, where it belongs, how grave, what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from app.models.domain.crisis import CrisisHit, StoredWords, crisis_level
from app.models.domain.dedup import KEY_BYTES, key_of_id
from app.models.domain.incoming import IncomingMention, RejectedRow
from app.models.domain.intake_rule import IntakeFacts
from app.models.domain.text_language import language_of
from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource
from app.models.domain.words import clean_text
from app.services.acts import Act
from app.services.facet_index import mention_words
from app.services.intake.batch import IntakeBatch, IntakeItem
from app.services.intake.known import Author, KeyOnChannel, Thread
from app.services.intake.setup import IntakeSetup
from app.services.mention_book import NewMention
from app.services.proposing import proposed_of

_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
CONTACT_PREFIX = "contato:"
"""Keys under which ``extra`` keeps an author's e-mail, telephone and document until a customer is made of them."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A mention that is new, with what could be told without asking the database again.

    ``parent_key`` is the dedup key of the message that it answers, ``answers_in`` that one's conversation, where it is
    stored; ``thread_key`` names its own. ``is_answer``: it continues a thread that its source names.
    """

    key: bytes
    item: IntakeItem
    mention: IncomingMention
    channel_id: int
    author: Author | None
    parent_key: bytes | None
    thread_key: str | None
    answers_in: int | None
    is_answer: bool


def erasure_hash(secret: bytes, dedup_key: bytes) -> bytes:
    """Return the keyed hash under which an erased mention is remembered (16 bytes)."""
    return blake2b(dedup_key, key=secret[:64], digest_size=KEY_BYTES).digest()


def prepare(setup: IntakeSetup, key: bytes, item: IntakeItem) -> Prepared:
    """Look at one mention; nothing is asked of the database."""
    if isinstance(item.outcome, RejectedRow):
        raise TypeError("a rejected row has no mention")
    mention = item.outcome
    channel_id = setup.channel_id(mention.channel)
    return Prepared(
        key=key,
        item=item,
        mention=mention,
        channel_id=channel_id,
        author=_author(mention, channel_id, key),
        parent_key=None if mention.in_reply_to is None else key_of_id(mention.channel, mention.in_reply_to),
        thread_key=_thread_key(mention),
        answers_in=None,
        is_answer=mention.thread_key is not None,
    )


def answering(each: Prepared, stored: Mapping[bytes, int | None]) -> Prepared:
    """Put a mention into the thread of the message that it answers; ``stored`` gives conversations by dedup key."""
    parent = None if each.parent_key is None else stored.get(each.parent_key)
    if parent is None:
        return each
    return replace(each, answers_in=None if each.mention.thread_key is not None else parent, is_answer=True)


def thread_of(each: Prepared, account_id: int | None, handles: Mapping[KeyOnChannel, int]) -> Thread | None:
    """Return the conversation that a mention names, or one of its author's; None when nothing tells it."""
    if each.answers_in is not None or each.thread_key is None:
        return None
    handle_id = handles.get((each.channel_id, each.author.key)) if each.author else None
    return Thread(each.channel_id, each.thread_key, account_id, handle_id, each.mention.is_private)


def new_mention(
    each: Prepared,
    mention_id: int,
    *,
    act: Act,
    batch: IntakeBatch,
    setup: IntakeSetup,
    handles: Mapping[KeyOnChannel, int],
    conversations: Mapping[KeyOnChannel, int],
) -> tuple[NewMention, CrisisHit | None]:
    """Return the row to insert, still without a case, and the crisis in it."""
    mention = each.mention
    proposed = each.item.proposed or proposed_of(mention)
    hit = crisis_in(mention, setup, proposed.sentiment)
    language = mention.language or language_of(each.item.words)
    rule_id = _rule_id(setup, each, proposed.sentiment, language) if hit is None else None
    values: dict[str, Any] = {
        "id": mention_id,
        "dedup_key": each.key,
        "channel_id": each.channel_id,
        "account_id": batch.account_id,
        "conversation_id": each.answers_in
        if each.answers_in is not None or each.thread_key is None
        else conversations[each.channel_id, each.thread_key],
        "handle_id": handles[each.channel_id, each.author.key] if each.author else None,
        "case_id": None,
        "state": MentionState.TO_TRIAGE if rule_id is None else MentionState.MONITORED,
        "sentiment": proposed.sentiment,
        "sentiment_source": SentimentSource.NONE if proposed.sentiment is None else SentimentSource.SUGGESTED,
        "crisis_level": hit.level if hit else None,
        "situation_node_id": None if proposed.situation is None else setup.situations.get(proposed.situation),
        "intake_rule_id": rule_id,
        "intake_run_id": batch.run_id,
        "posted_at": max(mention.posted_at, _EARLIEST),
        "captured_at": act.at,
        "crisis_words": clean_text(StoredWords.from_hit(hit).text()) if hit else None,
        "state_reason": None,
        "erased_at": None,
        "extra": _extra(mention),
    }
    values |= _as_said(mention) | {"language": language}
    is_clean = values["text"] is mention.text and values["title"] == (mention.title or None)
    words = each.item.words if is_clean else mention_words(values["title"], values["text"])
    return NewMention(values, words), hit


def crisis_in(mention: IncomingMention, setup: IntakeSetup, sentiment: Sentiment | None) -> CrisisHit | None:
    """Return the crisis in what a mention says; what our own accounts write, and our own names, are none."""
    if setup.own.has_written(setup.channel_id(mention.channel), mention.author_key):
        return None
    return crisis_level(setup.own.neutral(said_by(mention)), setup.matrix, sentiment)


def said_by(mention: IncomingMention) -> str:
    """Return what rules read of a mention: its title and its text, the title once when equal."""
    has_own_title = mention.title and mention.title != mention.text
    return f"{mention.title}\n{mention.text}" if has_own_title else mention.text


def _as_said(mention: IncomingMention) -> dict[str, Any]:
    return {
        "is_private": mention.is_private,
        "is_direct": mention.is_direct,
        "has_time": mention.has_time,
        "title": clean_text(mention.title) if mention.title else None,
        "text": clean_text(mention.text),
        "external_id": mention.external_id,
        "in_reply_to": mention.in_reply_to,
        "permalink": mention.permalink,
        "place": mention.place,
        "likes": mention.likes,
        "shares": mention.shares,
        "replies": mention.replies,
        "reach": mention.reach,
        "source_rating": mention.source_rating,
        "is_automatic": mention.is_automatic,
        "edited_at": mention.edited_at,
    }


def _author(mention: IncomingMention, channel_id: int, key: bytes) -> Author | None:
    if mention.author_key:
        return Author(channel_id, mention.author_key, mention.author_name or mention.author_key, mention.reach)
    if mention.author_name:
        # A name alone is no identity: two people may bear it, so each such mention has an author of its own.
        return Author(channel_id, f"~{key.hex()}", mention.author_name, mention.reach)
    return None


def _thread_key(mention: IncomingMention) -> str | None:
    if mention.thread_key is not None:
        return mention.thread_key
    return f"@{mention.author_key}" if mention.author_key else None


def _rule_id(setup: IntakeSetup, each: Prepared, sentiment: Sentiment | None, language: str | None) -> int | None:
    """Return the rule that sets a mention aside; what the crisis matrix has marked is never asked for."""
    mention = each.mention
    rule = setup.rules.first_match(
        IntakeFacts(
            channel=mention.channel,
            words=each.item.words,
            author_key=mention.author_key,
            is_private=mention.is_private,
            is_direct=mention.is_direct,
            reach=mention.reach,
            language=language,
            sentiment=sentiment,
        )
    )
    return None if rule is None else rule.id


def _extra(mention: IncomingMention) -> dict[str, str] | None:
    contact = {"email": mention.email, "phone": mention.phone, "document": mention.document}
    extra = mention.extra | {f"{CONTACT_PREFIX}{key}": value for key, value in contact.items() if value}
    return extra or None
