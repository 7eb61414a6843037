"""Keys of the status counters behind the badges."""

from __future__ import annotations

from app.models.domain.vocabulary import CaseState, MentionState


def mention_counter(state: MentionState) -> str:
    """Return the key of the number of mentions in a state."""
    return f"mention:{state.value}"


def case_counter(state: CaseState) -> str:
    """Return the key of the number of cases in a state."""
    return f"case:{state.value}"


CRISIS_TO_TRIAGE = "mention:crisis_to_triage"
