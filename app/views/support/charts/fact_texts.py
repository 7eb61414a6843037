"""The facts that a chart's sentence tells besides its total and its peak, each in words of its own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.models.domain.chart import ChartKey, Unit

Told = list[tuple[str, str, Unit | None]]
"""Sentence with ``{value}``, the fact's code, its unit; no unit = a name."""


def fact_texts(key: ChartKey) -> Told:
    """Return what a chart tells, in order."""
    return (_received() | _felt() | _served() | _limits()).get(key, [])


def _received() -> dict[ChartKey, Told]:
    outside: Told = [(_tr("{value} chegam com o balcão fechado."), "outside_percent", Unit.PERCENT)]
    in_case: Told = [(_tr("{value} viraram atendimento."), "in_case", Unit.NUMBER)]
    ahead = (_tr("Previsão: mais {value} menções (faixa de 80 %)."), "forecast", Unit.NUMBER)
    confirmed: Told = [(_tr("{value} confirmados por uma pessoa."), "confirmed_percent", Unit.PERCENT)]
    return {
        ChartKey.VOLUME_DAY: [*in_case, ahead],
        ChartKey.VOLUME_MONTH: [*in_case, ahead],
        ChartKey.SERVED_WHOLE: [(_tr("{value} viraram atendimento."), "served_percent", Unit.PERCENT)],
        ChartKey.HOURS: outside,
        ChartKey.CLOCK: outside,
        ChartKey.HEAT: outside,
        ChartKey.CHANNELS: in_case,
        ChartKey.SUBJECTS: confirmed,
        ChartKey.NATURES: confirmed,
        ChartKey.PROFILES: confirmed,
        ChartKey.PERSONAS: confirmed,
        ChartKey.FRONTS: confirmed,
        ChartKey.OWN_REACH: [
            (_tr("{value} respostas"), "answers", Unit.NUMBER),
            (_tr("e {value} publicações nossas;"), "posts", Unit.NUMBER),
            (_tr("alcance somado: {value}."), "reached", Unit.NUMBER),
        ],
        ChartKey.PERSONS_MONTH: [(_tr("{value} menções por pessoa."), "mentions_per_person", Unit.SCORE)],
    }


def _felt() -> dict[ChartKey, Told]:
    negative = (_tr("{value} negativas."), "negative_percent", Unit.PERCENT)
    worst = (_tr("Pior sentimento: {value}."), "worst", None)
    best = (_tr("Melhor: {value}."), "best", None)
    return {
        ChartKey.SENTIMENT_SHARE: [
            negative,
            (_tr("{value} confirmadas por uma pessoa."), "confirmed_percent", Unit.PERCENT),
        ],
        ChartKey.SENTIMENT_TIME: [negative],
        ChartKey.SENTIMENT_SUBJECT: [negative, worst],
        ChartKey.PERSONA_MATRIX: [negative, worst, best],
        ChartKey.ENGAGEMENT_MATRIX: [
            (_tr("Esforço primeiro em: {value}."), "high_negative", None),
            (_tr("Para cultivar: {value}."), "high_positive", None),
        ],
        ChartKey.SENSITIVITY: [
            (_tr("O que mais pesa: {value}"), "group_1", None),
            (_tr("({value} do peso)."), "group_1_percent", Unit.PERCENT),
        ],
    }


def _served() -> dict[ChartKey, Told]:
    time = [
        (_tr("Mediana do período: {value};"), "median", Unit.MINUTES),
        (_tr("9 de cada 10 em até {value}."), "nine_tenths", Unit.MINUTES),
    ]
    in_time = (_tr("{value} no prazo."), "in_time_percent", Unit.PERCENT)
    first = (_tr("{value} encerrados no 1º nível;"), "first_level_percent", Unit.PERCENT)
    forwarded = (_tr("{value} encaminhados."), "forwarded_percent", Unit.PERCENT)
    return {
        ChartKey.FIRST_RESPONSE: list(time),
        ChartKey.RESOLUTION: list(time),
        ChartKey.IN_TIME: [
            (_tr("1ª resposta no prazo: {value};"), "first_response_percent", Unit.PERCENT),
            (_tr("resolução no prazo: {value}."), "resolution_percent", Unit.PERCENT),
        ],
        ChartKey.BACKLOG: [
            (_tr("Em aberto no fim: {value}"), "open", Unit.NUMBER),
            (_tr("(no começo: {value});"), "open_at_start", Unit.NUMBER),
            (_tr("{value} abertos"), "opened", Unit.NUMBER),
            (_tr("e {value} encerrados."), "closed", Unit.NUMBER),
        ],
        ChartKey.REOPENED: [(_tr("{value} dos abertos no período."), "percent", Unit.PERCENT)],
        ChartKey.SATISFACTION: [
            (_tr("Nota média do período: {value},"), "average", Unit.SCORE),
            (_tr("em {value} avaliações."), "rated", Unit.NUMBER),
        ],
        ChartKey.BY_PERSON: [in_time],
        ChartKey.BY_AREA: [in_time],
        ChartKey.LEVELS: [first, forwarded],
        ChartKey.LEVELS_SUBJECT: [first, forwarded],
    }


def _limits() -> dict[ChartKey, Told]:
    return {
        ChartKey.PROMISES: [
            (_tr("{value} cumpridas entre as vencidas;"), "kept_percent", Unit.PERCENT),
            (_tr("{value} ainda em aberto."), "open", Unit.NUMBER),
        ],
        ChartKey.CRISIS_LIMITS: [(_tr("{value} dentro dos dois limites."), "met_percent", Unit.PERCENT)],
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("fact_texts", text)
