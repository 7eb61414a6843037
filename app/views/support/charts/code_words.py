"""The word of every code that stands as a track or a category of a chart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.models.domain.chart import ChartKey

_SIGNS = {"negative": "−", "neutral": "•", "mixed": "±", "positive": "+", "no_sentiment": "?"}


def code_word(code: str, chart: ChartKey | None = None) -> str:
    """Return the word of a code, as a chart means it; a code without one stands for itself."""
    if chart is ChartKey.CRISIS_LIMITS:
        return _crisis_words().get(code, code)
    return _words().get(code, code)


def _crisis_words() -> dict[str, str]:
    return {
        "identified_in_time": _tr("Identificada no limite"),
        "identified_late": _tr("Identificada com atraso"),
        "identified_not_yet": _tr("Ainda não identificada"),
        "answered_in_time": _tr("Respondida no limite"),
        "answered_late": _tr("Respondida com atraso"),
        "answered_not_yet": _tr("Ainda sem resposta"),
    }


def code_sign(code: str) -> str:
    """Return the sign that tells a sentiment without its colour, "" for other codes."""
    return _SIGNS.get(code, "")


def _words() -> dict[str, str]:
    return {
        "negative": _tr("− Negativo"),
        "neutral": _tr("• Neutro"),
        "mixed": _tr("± Misto"),
        "positive": _tr("+ Positivo"),
        "no_sentiment": _tr("? Sem sentimento"),
        "received": _tr("Recebidas"),
        "mentions": _tr("Menções"),
        "cases": _tr("Atendimentos"),
        "persons": _tr("Pessoas"),
        "in_case": _tr("Em atendimento"),
        "to_triage": _tr("A triar"),
        "monitored": _tr("Só acompanhadas"),
        "ignored": _tr("Deixadas de lado"),
        "opened": _tr("Abertos"),
        "closed": _tr("Encerrados"),
        "answered": _tr("Respondidos"),
        "resolved": _tr("Resolvidos"),
        "forwarded": _tr("Encaminhados"),
        "reopened": _tr("Reabertos"),
        "first_level": _tr("No 1º nível"),
        "second_level": _tr("No 2º nível"),
        "ombudsman": _tr("Na ouvidoria"),
        "median": _tr("Mediana"),
        "nine_tenths": _tr("9 de cada 10 até"),
        "first_response": _tr("1ª resposta no prazo"),
        "resolution": _tr("Resolução no prazo"),
        "open": _tr("Em aberto"),
        "average": _tr("Nota média"),
        "answered_in_time": _tr("Respondidos no prazo"),
        "answered_late": _tr("Respondidos com atraso"),
        "resolved_in_time": _tr("Resolvidos no prazo"),
        "resolved_late": _tr("Resolvidos com atraso"),
        "weight": _tr("Peso"),
        "mood": _tr("Sentimento (−100 a 100)"),
        "kept": _tr("Cumpridas"),
        "broken": _tr("Não cumpridas"),
        "direct": _tr("Direto no assunto"),
        "others": _tr("Outros"),
        "none": _tr("Sem classificação"),
        "forecast": _tr("Previsão"),
        "total": _tr("Total"),
        "likes": _tr("Curtidas"),
        "shares": _tr("Compartilhamentos"),
        "replies": _tr("Comentários"),
        "reached": _tr("Alcance"),
        "silent": _tr("Em silêncio"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("chart_codes", text)
