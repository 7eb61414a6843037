"""Takes over what an author changed at the source: the old text is kept as a version, the new one is read anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from app.models.domain.crisis import CrisisHit, StoredWords
from app.models.domain.folding import AsideReason
from app.models.domain.incoming import IncomingMention, Proposed
from app.models.domain.vocabulary import MentionState, SentimentSource
from app.models.domain.words import clean_text
from app.models.queries.rows import AnyRow
from app.models.schema.crisis import CrisisClock
from app.models.schema.mentions import Mention, MentionVersion
from app.services.acts import Act
from app.services.crisis_clocks import drop_clocks
from app.services.crisis_marks import CrisisMark
from app.services.facet_index import add_words, mention_words, remove_words
from app.services.id_lists import chunks, one_of
from app.services.intake.rows import crisis_in
from app.services.intake.setup import IntakeSetup
from app.services.intake.source_state import lock_cases
from app.services.mention_book import MentionBook
from app.services.proposing import proposed_of

_BY_PROGRAM = frozenset(reason.value for reason in AsideReason)
_SET_TEXT = (
    update(Mention)
    .where(Mention.id == bindparam("key"))
    .values(title=bindparam("new_title"), text=bindparam("new_text"), edited_at=bindparam("at"))
)


@dataclass(frozen=True, slots=True)
class Edit:
    """A mention that says something else now: its row as it was, what it says, and the crisis in that, if any.

    ``rings`` tells that the new text is a graver crisis than the old one was, and no clock runs for it.
    """

    before: AnyRow
    mention: IncomingMention
    hit: CrisisHit | None
    rings: bool = False


def find_edits(connection: Connection, setup: IntakeSetup, seen: Iterable[tuple[int, IncomingMention]]) -> list[Edit]:
    """Return which of the stored mentions (id, as it came now) say something else; of several the newest counts.

    What was erased on request is never filled again. A text that came out of order is no edit: one that is older than
    what is stored, or that is among the earlier versions and names no time.
    """
    newest: dict[int, IncomingMention] = {}
    for mention_id, mention in seen:
        kept = newest.get(mention_id)
        if kept is None or kept.edited_at is None or (mention.edited_at or kept.edited_at) >= kept.edited_at:
            newest[mention_id] = mention
    rows: list[AnyRow] = []
    for part in chunks(sorted(newest)):
        rows += connection.execute(_stored().where(one_of(connection, Mention.id, part))).all()
    changed = [row for row in rows if _differs(row, newest[row.id])]
    known = _versions(connection, [row.id for row in changed if newest[row.id].edited_at is None])
    return [
        Edit(row, mention, crisis_in(mention, setup, proposed_of(mention).sentiment))
        for row in changed
        if _text_of(mention := newest[row.id]) not in known.get(row.id, set())
    ]


def apply_edits(act: Act, setup: IntakeSetup, book: MentionBook, edits: Sequence[Edit]) -> list[Edit]:
    """Write edits with their versions, words, proposals and crisis marks; return them, told which of them ring.

    What a person has confirmed stays. A crisis level is taken away only from what still waits for triage.
    """
    if not edits:
        return []
    ordered = sorted(edits, key=lambda each: int(each.before.id))
    lock_cases(act.connection, [each.before.case_id for each in ordered if each.before.case_id is not None])
    ordered = _still_as_found(act.connection, ordered)
    if not ordered:
        return []
    _write_texts(act, ordered)
    for each in ordered:
        _propose(act, setup, book, each)
    marks = {each.before.id: mark for each in ordered if (mark := _mark(each)) is not None}
    changed = book.set_crisis(act, marks)
    drop_clocks(act, [each.id for each in changed if each.after.level is None])
    graver = {each.id for each in changed if _is_graver(each.before.level, each.after.level)}
    back = [
        each.before.id
        for each in ordered
        if each.before.id in graver
        and each.before.state is MentionState.MONITORED
        and each.before.state_reason in _BY_PROGRAM
    ]
    book.move(act, back, to=MentionState.TO_TRIAGE)
    clocked = _clocked(act.connection, graver)
    act.touch(mentions=[each.before.id for each in ordered])
    return [Edit(each.before, each.mention, each.hit, rings=each.before.id in graver - clocked) for each in ordered]


def _still_as_found(connection: Connection, edits: Sequence[Edit]) -> list[Edit]:
    """Lock the mentions and leave out what another account that sees the same post has taken over meanwhile."""
    now: dict[int, tuple[str | None, str]] = {}
    for part in chunks([int(each.before.id) for each in edits]):
        statement = select(Mention.id, Mention.title, Mention.text).where(one_of(connection, Mention.id, part))
        rows = connection.execute(statement.order_by(Mention.id).with_for_update()).all()
        now |= {row.id: (row.title, row.text) for row in rows}
    return [each for each in edits if now.get(each.before.id) == (each.before.title, each.before.text)]


def _stored() -> Any:  # noqa: ANN401 - a SELECT
    return select(
        Mention.id,
        Mention.title,
        Mention.text,
        Mention.edited_at,
        Mention.erased_at,
        Mention.case_id,
        Mention.state,
        Mention.state_reason,
        Mention.sentiment,
        Mention.sentiment_source,
        Mention.situation_node_id,
        Mention.crisis_level,
        Mention.posted_at,
        Mention.is_private,
    )


def _text_of(mention: IncomingMention) -> tuple[str | None, str]:
    return clean_text(mention.title) if mention.title else None, clean_text(mention.text)


def _differs(row: AnyRow, mention: IncomingMention) -> bool:
    if row.erased_at is not None or (row.title, row.text) == _text_of(mention):
        return False
    return row.edited_at is None or mention.edited_at is None or mention.edited_at > row.edited_at


def _versions(connection: Connection, mention_ids: list[int]) -> dict[int, set[tuple[str | None, str]]]:
    found: dict[int, set[tuple[str | None, str]]] = {}
    columns = (MentionVersion.mention_id, MentionVersion.title, MentionVersion.text)
    for part in chunks(mention_ids):
        statement = select(*columns).where(one_of(connection, MentionVersion.mention_id, part))
        for mention_id, title, text in connection.execute(statement):
            found.setdefault(mention_id, set()).add((title, text))
    return found


def _write_texts(act: Act, edits: Sequence[Edit]) -> None:
    versions, texts, old_words, new_words = [], [], [], []
    for each in edits:
        row, (title, text) = each.before, _text_of(each.mention)
        versions.append({"mention_id": row.id, "seen_at": act.at, "title": row.title, "text": row.text})
        at = each.mention.edited_at or act.at
        texts.append({"key": row.id, "new_title": title, "new_text": text, "at": at})
        old_words.append((row.id, mention_words(row.title, row.text)))
        new_words.append((row.id, mention_words(title, text)))
    act.connection.execute(insert(MentionVersion), versions)
    act.connection.execute(_SET_TEXT, texts)
    remove_words(act.connection, old_words)
    add_words(act.connection, new_words)


def _propose(act: Act, setup: IntakeSetup, book: MentionBook, edit: Edit) -> None:
    row = edit.before
    if row.sentiment_source is SentimentSource.CONFIRMED:
        return
    proposed = proposed_of(edit.mention)
    if proposed.sentiment is not row.sentiment:
        source = SentimentSource.NONE if proposed.sentiment is None else SentimentSource.SUGGESTED
        book.set_sentiment(act, [row.id], proposed.sentiment, source)
    old, new = _node(setup, _old_proposal(row)), _node(setup, proposed)
    # Another situation than the one proposed for the old text is a person's word.
    if row.situation_node_id == old and new != old:
        book.set_situation(act, [row.id], new)


def _old_proposal(row: AnyRow) -> Proposed:
    return proposed_of(IncomingMention(channel="", text=row.text, title=row.title, posted_at=row.posted_at))


def _node(setup: IntakeSetup, proposed: Proposed) -> int | None:
    return None if proposed.situation is None else setup.situations.get(proposed.situation)


def _mark(edit: Edit) -> CrisisMark | None:
    """Return the mark that a text now deserves, None when the old one stays."""
    row, hit = edit.before, edit.hit
    if hit is not None and (_is_graver(row.crisis_level, hit.level) or row.state is MentionState.TO_TRIAGE):
        return CrisisMark(hit.level, clean_text(StoredWords.from_hit(hit).text()))
    if hit is None and row.crisis_level is not None and row.state is MentionState.TO_TRIAGE:
        return CrisisMark()
    return None


def _is_graver(before: int | None, after: int | None) -> bool:
    return after is not None and (before is None or after < before)


def _clocked(connection: Connection, mention_ids: set[int]) -> set[int]:
    found: set[int] = set()
    for part in chunks(sorted(mention_ids)):
        statement = select(CrisisClock.mention_id).where(one_of(connection, CrisisClock.mention_id, part))
        found.update(connection.execute(statement).scalars())
    return found
