"""What a crisis mark on a mention is, and what giving or taking it changes of the mention."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.models.domain.vocabulary import MentionState
from app.services.mention_keys import MentionFacts


@dataclass(frozen=True, slots=True)
class CrisisMark:
    """A mention's crisis level and the words stored with it (``crisis_words``); without a level there are none."""

    level: int | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class CrisisBefore:
    """One mention whose crisis level was changed: what it had, what it has, and where an intake rule had put it."""

    id: int
    before: CrisisMark
    after: CrisisMark
    state: MentionState
    rule_id: int | None
    is_back_in_triage: bool


def with_mark(facts: MentionFacts, mark: CrisisMark) -> MentionFacts:
    """Return a mention's facts with another mark; one that an intake rule holds goes back for triage with a level."""
    new = replace(facts, crisis_level=mark.level)
    if mark.level is None or facts.state is not MentionState.MONITORED or facts.intake_rule_id is None:
        return new
    return replace(new, state=MentionState.TO_TRIAGE, intake_rule_id=None)


def as_marked_before(facts: MentionFacts, changed: CrisisBefore) -> MentionFacts:
    """Return a mention's facts as they were before; its place only when nobody has treated it since."""
    old = replace(facts, crisis_level=changed.before.level)
    if not changed.is_back_in_triage or facts.state is not MentionState.TO_TRIAGE:
        return old
    return replace(old, state=changed.state, intake_rule_id=changed.rule_id)
