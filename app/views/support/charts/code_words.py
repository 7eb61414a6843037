"""The word of every code that stands as a track or a category of a chart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_SIGNS = {"negative": "−", "neutral": "•", "mixed": "±", "positive": "+", "no_sentiment": "?"}


def code_word(code: str) -> str:
    """Return the word of a code; a code without one stands for itself."""
    return _words().get(code, code)


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
        "others": _tr("Outros"),
        "none": _tr("Sem classificação"),
        "forecast": _tr("Previsão"),
        "total": _tr("Total"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("chart_codes", text)
