"""The words of the states of mentions and cases, for lists, filters and charts alike."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.models.domain.vocabulary import CaseState, MentionState


def as_label(text: str) -> str:
    """Return a text from outside for a button, which would take ``&`` for a key."""
    return text.replace("&", "&&")


def case_state_text(state: CaseState) -> str:
    """Return the name of a case's state."""
    return {
        CaseState.NEW: _tr("Novo"),
        CaseState.IN_SERVICE: _tr("Em atendimento"),
        CaseState.WAITING_CUSTOMER: _tr("Aguardando cliente"),
        CaseState.WAITING_AREA: _tr("Aguardando área"),
        CaseState.RESOLVED: _tr("Resolvido"),
        CaseState.CLOSED: _tr("Encerrado"),
        CaseState.REOPENED: _tr("Reaberto"),
        CaseState.VOIDED: _tr("Anulado"),
        CaseState.MERGED: _tr("Unido"),
    }[state]


def mention_state_text(state: MentionState) -> str:
    """Return the name of a mention's state."""
    return {
        MentionState.TO_TRIAGE: _tr("A triar"),
        MentionState.MONITORED: _tr("Monitorar"),
        MentionState.IGNORED: _tr("Ignorada"),
        MentionState.IN_CASE: _tr("Em caso"),
    }[state]


def _tr(text: str) -> str:
    return QCoreApplication.translate("row_texts", text)
