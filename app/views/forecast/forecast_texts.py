"""What a forecast and a plan of the team say, in an attendant's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from app.models.domain.forecast import TooShort
from app.models.domain.series import TableData
from app.models.domain.staffing import MEASURED_FROM
from app.services.forecast_charts import clock_of
from app.views.support.texts import date_text, number_text

if TYPE_CHECKING:
    from app.models.domain.chart import ChartData
    from app.models.domain.forecast import Outlook
    from app.services.forecast import VolumeForecast
    from app.services.staffing import Staffing

_YEAR_DAYS = 364


def _tr(text: str) -> str:
    return QCoreApplication.translate("forecast", text)


def quality_text(outlook: Outlook) -> str:
    """Return how good the forecast would have been, next to the seasonal naive; the method; its interval."""
    quality = outlook.quality
    parts = [
        _tr("Erro do teste: {error} % (ingênuo sazonal: {naive} %).").format(
            error=number_text(quality.chosen.wape, 1), naive=number_text(quality.naive.wape, 1)
        )
    ]
    if quality.is_naive:
        plain = _tr("Nenhum método foi melhor que o ingênuo sazonal, por isso a previsão repete {what}.")
        what = _tr("o mesmo dia do ano passado") if quality.season == _YEAR_DAYS else _tr("a última semana")
        parts.append(plain.format(what=what))
    else:
        parts.append(_tr("Método: {method}.").format(method=method_name(quality.chosen.method)))
    if quality.coverage is None:
        parts.append(_tr("Ainda há pouco histórico para dizer quantas vezes a faixa acerta."))
    else:
        parts.append(
            _tr("A faixa de 80 % acertou {held} % das vezes, a de 95 % acertou {more} %.").format(
                held=number_text(quality.coverage[0]), more=number_text(quality.coverage[1])
            )
        )
    if outlook.is_extended:
        parts.append(_tr("O teste alcança menos tempo que a previsão: a faixa do fim foi alargada."))
    return " ".join(parts)


def method_name(method: str) -> str:
    """Return what a method does, in a few words."""
    names = {
        "naive": _tr("repetir a última semana"),
        "recent": _tr("média das últimas quatro semanas"),
        "level": _tr("nível das últimas semanas"),
        "trend": _tr("tendência das últimas semanas"),
        "year": _tr("mesma época do ano passado"),
        "mix": _tr("média de nível, tendência e ano passado"),
        "shares": _tr("previsão do dia repartida pelas horas de costume"),
    }
    return names.get(method, method)


def scores_text(outlook: Outlook) -> str:
    """Return the errors of every method tested, for who wants to know."""
    lines = [_tr("Testado a partir de {n} datas do passado.").format(n=number_text(outlook.quality.origins))]
    for each in outlook.quality.scores:
        line = _tr("{method}: erro de {wape} % do volume, {mae} menções por vez")
        text = line.format(
            method=method_name(each.method), wape=number_text(each.wape, 1), mae=number_text(each.mae, 1)
        )
        if each.mape is not None:
            text = _tr("{text}, média de {mape} % por vez").format(text=text, mape=number_text(each.mape, 1))
        lines.append(text)
    return "\n".join(lines)


def short_text(short: TooShort) -> str:
    """Return what a forecast still needs."""
    if not short.known:
        return _tr("Ainda não chegou nenhuma menção. A previsão aparece aqui depois de quatro semanas de movimento.")
    if short.known >= short.needed:
        return _tr("Ainda não dá para testar esta previsão: faltam dias recentes com movimento conhecido.")
    return _tr("A previsão precisa de {needed} dias de movimento e há {known}. Faltam {more}.").format(
        needed=short.needed, known=short.known, more=short.needed - short.known
    )


def history_text(found: VolumeForecast) -> str:
    """Return what the forecast rests on: until when, what is missing, and what of the wishes does not show."""
    if found.series is None:
        return ""
    parts = [
        _tr("Histórico de {since} a {until}.").format(
            since=date_text(found.series.first), until=date_text(found.series.last)
        )
    ]
    if found.is_old:
        parts.append(_tr("Os dados terminam aí: a previsão começa no dia seguinte, não hoje."))
    if found.series.gaps:
        parts.append(_tr("{n} dias sem captura não contam como silêncio.").format(n=number_text(found.series.gaps)))
    return " ".join(parts)


def outside_text(since: object, until: object) -> str:
    """Return that a campaign is not in the days shown."""
    return _tr("A campanha de {since} a {until} fica fora dos dias previstos e não muda nada.").format(
        since=since, until=until
    )


def plan_text(staffing: Staffing) -> str:
    """Return the plan in some sentences: people, the fullest half hour, service, what arrives out of hours."""
    plan, rules = staffing.plan, staffing.rules
    if plan.peak is None:
        return _tr("O balcão não tem horário aberto na semana, então não há quem escalar. Abra o horário primeiro.")
    parts = [
        _tr("{n} pessoas contratadas, com {hours} horas por semana cada.").format(
            n=number_text(plan.people), hours=number_text(rules.weekly_hours)
        ),
        _tr("No horário mais cheio ({day}, {time}), {n} escaladas.").format(
            day=weekday_name(plan.peak.weekday), time=clock_of(plan.peak.half), n=number_text(plan.peak.rostered)
        ),
    ]
    if plan.in_time is not None:
        parts.append(
            _tr("{share} % das respostas saem em até {time} (meta: {goal} %).").format(
                share=number_text(100 * plan.in_time, 1),
                time=span_text(rules.within_seconds),
                goal=number_text(rules.service_percent),
            )
        )
    parts.append(
        _tr("{share} % das menções que pedem resposta chegam com o balcão fechado e esperam a abertura.").format(
            share=number_text(100 * plan.outside)
        )
    )
    return " ".join(parts)


def basis_text(staffing: Staffing) -> str:
    """Return what the plan rests on: the handling time, what needs an answer, which weeks."""
    if staffing.is_measured:
        handling = _tr("Tempo por resposta: {time}, medido em {n} respostas dos últimos 90 dias.")
    else:
        handling = _tr("Tempo por resposta: {time}, digitado ({n} de {needed} respostas medidas até agora).")
    return " ".join(
        [
            handling.format(
                time=span_text(staffing.handling_seconds),
                n=number_text(staffing.measured_answers),
                needed=MEASURED_FROM,
            ),
            _tr("{share} % das menções pedem resposta; {late} % das respostas são de canais sem pressa.").format(
                share=number_text(staffing.served_percent, 1), late=number_text(staffing.deferred_percent)
            ),
            _tr("Semana típica entre {since} e {until}, sem contar feriados.").format(
                since=date_text(staffing.since), until=date_text(staffing.until)
            ),
        ]
    )


def span_text(seconds: float) -> str:
    """Return a time in seconds, minutes or hours, whichever is the shortest to read."""
    span = timedelta(seconds=round(seconds))
    minutes, rest = divmod(int(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    named = ((hours, _tr("{n} h")), (minutes, _tr("{n} min")), (rest, _tr("{n} s")))
    return " ".join(text.format(n=n) for n, text in named if n) or _tr("{n} s").format(n=0)


def weekday_name(weekday: int) -> str:
    """Return a weekday's name, 0 = Monday."""
    return QLocale().dayName(weekday + 1)


def worded(table: TableData) -> TableData:
    """Return a table with words for its headings and codes."""
    words = _table_words() | {f"weekday_{day}": weekday_name(day) for day in range(7)}
    rows = tuple(tuple(words.get(cell, cell) if isinstance(cell, str) else cell for cell in row) for row in table.rows)
    return TableData(tuple(words.get(header, header) for header in table.headers), rows)


def _table_words() -> dict[str, str]:
    return {
        "day": _tr("Dia"),
        "month": _tr("Mês"),
        "hour": _tr("Hora"),
        "forecast": _tr("Previsão"),
        "low_80": _tr("Mínimo (80 %)"),
        "high_80": _tr("Máximo (80 %)"),
        "low_95": _tr("Mínimo (95 %)"),
        "high_95": _tr("Máximo (95 %)"),
        "weekday": _tr("Dia da semana"),
        "begin": _tr("Início"),
        "end": _tr("Fim"),
        "is_open": _tr("Aberto"),
        "answers_at_once": _tr("Respostas na hora"),
        "answers_deferred": _tr("Respostas sem pressa"),
        "receptive": _tr("Receptivo"),
        "active": _tr("Relacionamento ativo"),
        "rostered": _tr("Escaladas"),
        "shrinkage": _tr("Pausas e ausências"),
        "in_time_percent": _tr("No prazo (%)"),
        "gave_up_percent": _tr("Desistem (%)"),
        "occupancy_percent": _tr("Ocupação (%)"),
        "yes": _tr("sim"),
        "no": _tr("não"),
    }


def named_parts(data: ChartData) -> ChartData:
    """Return a chart of the team's parts with their words."""
    words = _table_words()
    tracks = tuple(replace(track, name=words.get(str(track.key), str(track.key))) for track in data.tracks)
    return replace(data, tracks=tracks)
