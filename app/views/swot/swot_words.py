"""The quadrants and the evidence of the SWOT sheet in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.models.domain.swot import Evidence, EvidenceKind, Quadrant, SwotEntry
from app.views.support.texts import number_text


def quadrant_text(quadrant: Quadrant) -> str:
    """Return a quadrant's name."""
    return {
        Quadrant.STRENGTH: _tr("Forças"),
        Quadrant.WEAKNESS: _tr("Fraquezas"),
        Quadrant.OPPORTUNITY: _tr("Oportunidades"),
        Quadrant.THREAT: _tr("Ameaças"),
    }[quadrant]


def quadrant_hint(quadrant: Quadrant) -> str:
    """Return what the data puts there."""
    return {
        Quadrant.STRENGTH: _tr("O que o público elogia."),
        Quadrant.WEAKNESS: _tr("Do que o público reclama."),
        Quadrant.OPPORTUNITY: _tr("O que o público pede e sugere."),
        Quadrant.THREAT: _tr("O que chegou a nível de crise."),
    }[quadrant]


def entry_text(entry: SwotEntry) -> str:
    """Return a line of the sheet: a person's words, else what its evidence says."""
    if entry.text or entry.evidence is None:
        return entry.text
    words = {
        EvidenceKind.PRAISED: _tr("Elogios a {topic}"),
        EvidenceKind.BLAMED: _tr("Queixas de {topic}"),
        EvidenceKind.WISHED: _tr("Pedidos e sugestões sobre {topic}"),
        EvidenceKind.RISK: _tr("Risco de crise em {topic}"),
    }
    return words[entry.evidence.kind].format(topic=entry.evidence.path)


def evidence_text(evidence: Evidence) -> str:
    """Return what stands behind a line: "120 menções positivas (71 %)"."""
    words = {
        EvidenceKind.PRAISED: _tr("{n} menções positivas ({share} %)"),
        EvidenceKind.BLAMED: _tr("{n} menções negativas ({share} %)"),
        EvidenceKind.WISHED: _tr("{n} atendimentos"),
        EvidenceKind.RISK: _tr("{n} atendimentos em crise"),
    }
    share = "" if evidence.share is None else number_text(evidence.share)
    return words[evidence.kind].format(n=number_text(evidence.n), share=share)


def _tr(text: str) -> str:
    return QCoreApplication.translate("swot_words", text)
