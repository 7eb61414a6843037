"""Says in plain words how good suggestions are: hits out of a hundred, beside what a blind guess would hit."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.models.domain.suggestion import LEAST_EXAMPLES, LEAST_OF_A_CLASS, AxisLearning, AxisQuality, Verdict
from app.views.support.texts import number_text, percent_text, when_text

_MEASURED = frozenset({Verdict.NOT_BETTER, Verdict.TRUSTED})


def state_text(axis: AxisLearning) -> str:
    """Return in a word or two whether an axis is proposed, and why not."""
    if not axis.is_wanted:
        return _tr("Desligado")
    return {
        Verdict.NEVER_TRAINED: _tr("Ainda sem treino"),
        Verdict.FEW_EXAMPLES: _tr("Poucos exemplos"),
        Verdict.ONE_CLASS: _tr("Um tipo só"),
        Verdict.NOT_BETTER: _tr("Não sugere: não supera o chute"),
        Verdict.TRUSTED: _tr("Sugere"),
    }[axis.quality.verdict]


def hits_text(quality: AxisQuality) -> str:
    """Return the hits out of a hundred, a dash where nothing was measured."""
    return _hundred(quality.accuracy) if quality.verdict in _MEASURED else "–"


def guess_text(quality: AxisQuality) -> str:
    """Return what the most common value alone would hit."""
    return _hundred(quality.baseline_accuracy) if quality.verdict in _MEASURED else "–"


def f1_text(share: float) -> str:
    """Return a mean F1 with two decimals."""
    return number_text(share, 2)


def verdict_text(axis: AxisLearning) -> str:
    """Return in a sentence what the measure means."""
    quality = axis.quality
    facts = {
        "hits": _hundred(quality.accuracy),
        "guess": _hundred(quality.baseline_accuracy),
        "examples": number_text(quality.examples),
        "least": number_text(LEAST_EXAMPLES),
        "each": number_text(LEAST_OF_A_CLASS),
    }
    return {
        Verdict.NEVER_TRAINED: _tr("Ainda não houve treino. Classifique atendimentos, e o Balcão aprende com eles."),
        Verdict.FEW_EXAMPLES: _tr(
            "Há poucos exemplos confirmados por pessoas: {examples}. "
            "São precisos pelo menos {least}, com {each} de cada tipo."
        ),
        Verdict.ONE_CLASS: _tr("Os {examples} exemplos são praticamente todos do mesmo tipo: não há o que escolher."),
        Verdict.NOT_BETTER: _tr(
            "Acerta {hits} de 100; dizer sempre o mais comum acertaria {guess}. "
            "Como não supera o chute com segurança, não sugere nada."
        ),
        Verdict.TRUSTED: _tr("Acerta {hits} de 100; dizer sempre o mais comum acertaria {guess}."),
    }[quality.verdict].format(**facts)


def detail_lines(axis: AxisLearning, now: datetime) -> list[str]:
    """Return the sentences below the verdict: how it was measured, when it proposes, what to look after."""
    quality, lines = axis.quality, []
    if quality.verdict in _MEASURED:
        lines += _measured_lines(quality)
    if quality.is_contradictory:
        text = _tr(
            "{share} dos exemplos têm o mesmo texto de outro atendimento classificado de outro jeito: "
            "vale combinar com a equipe como classificar."
        )
        lines.append(text.format(share=percent_text(quality.contradictory)))
    share = axis.confirmed_share
    if share is not None:
        text = _tr("Confirmado por pessoas: {share} ({confirmed} de {all} atendimentos com este eixo).")
        known = number_text(axis.confirmed + axis.suggested)
        lines.append(text.format(share=percent_text(share, 1), confirmed=number_text(axis.confirmed), all=known))
    if axis.trained_at is not None:
        text = _tr("Último treino: {when}, com {examples} exemplos.")
        lines.append(text.format(when=when_text(axis.trained_at, now), examples=number_text(quality.examples)))
    return lines


def _measured_lines(quality: AxisQuality) -> list[str]:
    if quality.is_time_split:
        how = _tr("Medido nos {tested} atendimentos mais novos, que o treino não tinha visto.")
    else:
        how = _tr("Medido em {tested} atendimentos, um quinto de cada vez, sempre fora do treino.")
    f1 = _tr("F1 médio: {f1}; do chute: {guess}. Nele cada tipo pesa igual, também os raros.")
    lines = [
        how.format(tested=number_text(quality.tested)),
        f1.format(f1=f1_text(quality.f1), guess=f1_text(quality.baseline_f1)),
    ]
    if quality.verdict is Verdict.TRUSTED:
        when = _tr(
            "Sugere quando tem pelo menos {floor} de confiança: em {covered} de 100 atendimentos, "
            "e destas sugestões {right} em 100 estavam certas."
        )
        facts = {"covered": _hundred(quality.covered), "right": _hundred(quality.right_above_floor)}
        lines.append(when.format(floor=percent_text(quality.floor), **facts))
    return lines


def _hundred(share: float) -> str:
    return number_text(round(100 * share))


def _tr(text: str) -> str:
    return QCoreApplication.translate("suggestion_texts", text)
