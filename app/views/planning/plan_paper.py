"""Puts the plan on paper: each step with its question, its figures, its charts and what was decided."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from app.models.domain.plan import Field, PlanStep, chosen
from app.views.planning.plan_words import block_text, choice_text, facts_text, field_text, step_question, step_title
from app.views.support.charts.chart_summaries import chart_summary
from app.views.support.charts.chart_texts import chart_title
from app.views.support.charts.painting import paint_chart
from app.views.support.printing import Block, Drawing, Space, Text, Together
from app.views.support.texts import date_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.models.domain.chart import ChartData, ChartKey
    from app.models.domain.plan import Facts
    from app.views.support.charts.style import ChartStyle

_CHART_HIGH = 190.0


def plan_blocks(
    steps: Sequence[PlanStep], facts: Facts, charts: Mapping[ChartKey, ChartData], title: str
) -> list[Block]:
    """Return the plan as it stands on paper."""
    done = sum(step.is_done for step in steps)
    told = _tr("{done} de {all} passos resolvidos").format(done=done, all=len(steps))
    blocks: list[Block] = [Text(title, "title"), Text(told, "small", "muted"), Space(10, line=True)]
    for step in steps:
        blocks += _step(step, facts, charts)
    return blocks


def _step(step: PlanStep, facts: Facts, charts: Mapping[ChartKey, ChartData]) -> list[Block]:
    number = step.spec.number
    name = f"{number}. {step_title(number)}" if number else step_title(0)
    state = _tr("resolvido") if step.is_done else _tr("em aberto")
    head = [
        Text(name, "title", "accent"),
        Text(f"{block_text(step.spec.block)} · {state}", "tiny", "muted"),
        Text(step_question(number), "small", "muted"),
    ]
    blocks: list[Block] = [Together(tuple(head))]
    if facts.get(number):
        blocks.append(Text(facts_text(facts[number]), "small"))
    for key in step.spec.charts:
        data = charts.get(key)
        if data is not None and not data.is_empty:
            parts = (Text(chart_title(key), "strong"), Drawing(_CHART_HIGH, partial(_paint, data)), Space(4))
            blocks.append(Together((*parts, Text(chart_summary(data), "tiny", "muted"))))
    for field in step.spec.fields:
        answer = _answer(step, field)
        if answer:
            blocks.append(Text(f"{field_text(field)}: {answer}", "small"))
    blocks.append(Text(_tr("Decisão: {text}").format(text=step.decision or "–"), "small"))
    if step.responsible or step.due_on:
        due = _tr(", até {day}").format(day=date_text(step.due_on)) if step.due_on else ""
        blocks.append(Text(_tr("Responsável: {name}").format(name=step.responsible or "–") + due, "small"))
    return [*blocks, Space(16, line=True)]


def _answer(step: PlanStep, field: Field) -> str:
    if field is Field.GOALS:
        return "; ".join(line.strip() for line in step.content.get(field, "").splitlines() if line.strip())
    return ", ".join(choice_text(field, code) for code in chosen(step.content, field))


def _paint(data: ChartData, painter: QPainter, rect: QRectF, style: ChartStyle) -> None:
    paint_chart(painter, rect, data, style)


def _tr(text: str) -> str:
    return QCoreApplication.translate("plan_paper", text)
