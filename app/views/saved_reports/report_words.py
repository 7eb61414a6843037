"""What reports are called, and their period and comparison in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.report_period import is_whole_months, month_of
from app.models.domain.report_plan import Against, PeriodRule, ReportDefinition, Span, StandardReport
from app.views.support.charts.chart_words import month_text, period_text

if TYPE_CHECKING:
    from collections.abc import Mapping


def definition_name(definition: ReportDefinition) -> str:
    """Return a report's name."""
    return definition.name if definition.standard is None else _standard()[definition.standard][0]


def definition_purpose(definition: ReportDefinition) -> str:
    """Return in one line what a report is for."""
    if definition.standard is not None:
        return _standard()[definition.standard][1]
    shared = _tr("da equipe") if definition.is_shared else _tr("só seu")
    return _tr("{n} gráficos · {whose}").format(n=len(definition.spec.parts), whose=shared)


def rule_text(rule: PeriodRule) -> str:
    """Return a rule of days."""
    return {
        PeriodRule.MONTH_BEFORE: _tr("Mês passado"),
        PeriodRule.THIS_MONTH: _tr("Este mês, até hoje"),
        PeriodRule.WEEK_BEFORE: _tr("Semana passada (segunda a domingo)"),
        PeriodRule.LAST_30_DAYS: _tr("Últimos 30 dias"),
        PeriodRule.QUARTER_BEFORE: _tr("Trimestre passado"),
        PeriodRule.THIS_YEAR: _tr("Este ano, até hoje"),
        PeriodRule.FIXED: _tr("Dias escolhidos"),
    }[rule]


def against_text(against: Against) -> str:
    """Return what a report is compared with."""
    return {
        Against.NOTHING: _tr("Com nada"),
        Against.BEFORE: _tr("Com o período anterior"),
        Against.YEAR_BEFORE: _tr("Com os mesmos dias do ano anterior"),
        Against.FIXED: _tr("Com dias escolhidos"),
    }[against]


def span_text(span: Span) -> str:
    """Return days in words: "outubro de 2026" for a whole month, else "1–15 out 2026"."""
    if is_whole_months(span.since, span.until) and month_of(span.since) == month_of(span.until):
        return month_text(span.since)
    return period_text(span.since, span.until)


def _standard() -> Mapping[StandardReport, tuple[str, str]]:
    return {
        StandardReport.MONTHLY: (_tr("Relatório mensal"), _tr("O mês inteiro: volume, sentimento, assuntos, prazos.")),
        StandardReport.METRICS: (_tr("Métricas"), _tr("Volume, horários, canais, público e sentimento.")),
        StandardReport.BUSINESS: (
            _tr("Indicadores de negócio"),
            _tr("O que se fala de atendimento, pontos de contato, produto e imagem."),
        ),
        StandardReport.RESEARCH: (_tr("Folha para Pesquisa"), _tr("Quem fala, do que fala e como se sente.")),
        StandardReport.COMMUNICATION: (
            _tr("Folha para Comunicação"),
            _tr("Repercussão, engajamento, crises e o alcance do que publicamos."),
        ),
        StandardReport.SERVICE: (_tr("Folha para o SAC"), _tr("Prazos, filas, satisfação e o trabalho da equipe.")),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("report_words", text)
