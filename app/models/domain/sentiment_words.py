"""The Portuguese words by which a person asks for a sentiment or a state in the search box; part of its language."""

from __future__ import annotations

from app.models.domain.vocabulary import MentionState, Sentiment

SENTIMENT_WORDS: dict[str, Sentiment] = {
    "positivo": Sentiment.POSITIVE,
    "neutro": Sentiment.NEUTRAL,
    "misto": Sentiment.MIXED,
    "negativo": Sentiment.NEGATIVE,
}
MENTION_STATE_WORDS: dict[str, MentionState] = {
    "a triar": MentionState.TO_TRIAGE,
    "triar": MentionState.TO_TRIAGE,
    "monitorar": MentionState.MONITORED,
    "monitorada": MentionState.MONITORED,
    "ignorada": MentionState.IGNORED,
    "em caso": MentionState.IN_CASE,
}


def sentiment_named(folded: str) -> Sentiment | None:
    """Return the sentiment whose word begins so ("neg"), None when none or several do."""
    found = {value for word, value in SENTIMENT_WORDS.items() if folded and word.startswith(folded)}
    return found.pop() if len(found) == 1 else None
