"""The Portuguese words by which a person asks for a sentiment or a state in the search box; part of its language."""

from __future__ import annotations

from app.models.domain.vocabulary import CaseState, MentionState, Sentiment

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
CASE_STATE_WORDS: dict[str, CaseState] = {
    "novo": CaseState.NEW,
    "em atendimento": CaseState.IN_SERVICE,
    "aguardando cliente": CaseState.WAITING_CUSTOMER,
    "aguardando area": CaseState.WAITING_AREA,
    "resolvido": CaseState.RESOLVED,
    "encerrado": CaseState.CLOSED,
    "reaberto": CaseState.REOPENED,
    "anulado": CaseState.VOIDED,
    "unido": CaseState.MERGED,
}


def mention_states_named(folded: str) -> set[MentionState]:
    """Return the states of mentions whose word begins so."""
    return {value for word, value in MENTION_STATE_WORDS.items() if folded and word.startswith(folded)}


def case_states_named(folded: str) -> set[CaseState]:
    """Return the states of cases whose word begins so ("aguardando" names both kinds of waiting)."""
    return {value for word, value in CASE_STATE_WORDS.items() if folded and word.startswith(folded)}


def sentiment_named(folded: str) -> Sentiment | None:
    """Return the sentiment whose word begins so ("neg"), None when none or several do."""
    found = {value for word, value in SENTIMENT_WORDS.items() if folded and word.startswith(folded)}
    return found.pop() if len(found) == 1 else None
