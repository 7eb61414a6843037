"""What a click on a chart has narrowed a list to, in words: states, marks, deadlines, promises, ratings, crises."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.models.domain.case_counts import CaseMark
from app.models.domain.chart_drill import COUNTED_STATES
from app.models.domain.inbox import CaseEvent, InboxFilter
from app.models.domain.vocabulary import PromiseState
from app.views.support.inbox_filter.condition import Condition
from app.views.support.inbox_filter.state_words import case_state_text, mention_state_text

if TYPE_CHECKING:
    from collections.abc import Callable

_WITHOUT = InboxFilter()


def event_text(event: CaseEvent) -> str:
    """Return the frame of a period, with ``{when}``: of the days a case was opened it says nothing more."""
    return {
        CaseEvent.OPENED: "{when}",
        CaseEvent.ANSWERED: _tr("respondidos {when}"),
        CaseEvent.RESOLVED: _tr("resolvidos {when}"),
        CaseEvent.CLOSED: _tr("encerrados {when}"),
        CaseEvent.RATED: _tr("avaliados {when}"),
        CaseEvent.PROMISED: _tr("com promessa para {when}"),
    }[event]


def states_of(wanted: InboxFilter) -> list[Condition]:
    """Return a condition a state; all that charts count stand together in one."""
    if set(wanted.case_states) == set(COUNTED_STATES):
        found = [Condition(_tr("Sem anulados nem unidos"), replace(wanted, case_states=()))]
    else:
        found = _each(wanted, "case_states", case_state_text)
    return found + _each(wanted, "mention_states", mention_state_text)


def drilled(wanted: InboxFilter) -> list[Condition]:
    """Return the conditions that only a chart asks for."""
    return [
        *_each(wanted, "marks", _mark_text),
        *_either(wanted, "in_time", _in_time_texts(wanted.event)),
        *_either(wanted, "was_reopened", {True: _tr("Reabertos"), False: _tr("Nunca reabertos")}),
        *_each(wanted, "promise_states", _promise_text),
        *_each(wanted, "ratings", lambda rating: _tr("Nota {n}").format(n=rating)),
        *_each(wanted, "crisis_levels", lambda level: _tr("Crise de nível {n}").format(n=level)),
        *_either(
            wanted,
            "crisis_identified",
            {
                0: _tr("Crise ainda não identificada"),
                1: _tr("Crise identificada no limite"),
                2: _tr("Crise identificada com atraso"),
            },
        ),
        *_either(
            wanted,
            "crisis_answered",
            {
                0: _tr("Crise ainda sem resposta"),
                1: _tr("Crise respondida no limite"),
                2: _tr("Crise respondida com atraso"),
            },
        ),
        *_either(
            wanted,
            "is_related",
            {True: _tr("Com ação de relacionamento"), False: _tr("Sem ação de relacionamento")},
        ),
    ]


def _each(wanted: InboxFilter, field: str, words: Callable[[Any], str]) -> list[Condition]:
    values: tuple[Any, ...] = getattr(wanted, field)
    return [
        Condition(words(value), _with(wanted, field, tuple(each for each in values if each != value)))
        for value in values
    ]


def _either(wanted: InboxFilter, field: str, words: dict[Any, str]) -> list[Condition]:
    value = getattr(wanted, field)
    return [] if value is None else [Condition(words[value], _with(wanted, field, getattr(_WITHOUT, field)))]


def _with(wanted: InboxFilter, field: str, value: object) -> InboxFilter:
    changed: dict[str, Any] = {field: value}
    return replace(wanted, **changed)


def _in_time_texts(event: CaseEvent) -> dict[Any, str]:
    if event is CaseEvent.RESOLVED:
        return {True: _tr("Resolvidos no prazo"), False: _tr("Resolvidos com atraso")}
    return {True: _tr("Respondidos no prazo"), False: _tr("Respondidos com atraso")}


def _mark_text(mark: CaseMark) -> str:
    return {
        CaseMark.SUGGESTED: _tr("Classificação sugerida"),
        CaseMark.FIRST_LEVEL: _tr("Encerrados no 1º nível"),
        CaseMark.SECOND_LEVEL: _tr("Encerrados no 2º nível"),
        CaseMark.OMBUDSMAN: _tr("Encerrados na ouvidoria"),
        CaseMark.FORWARDED: _tr("Encaminhados"),
        CaseMark.CRISIS: _tr("Com crise"),
    }[mark]


def _promise_text(state: PromiseState) -> str:
    return {
        PromiseState.OPEN: _tr("Promessa em aberto"),
        PromiseState.KEPT: _tr("Promessa cumprida"),
        PromiseState.BROKEN: _tr("Promessa não cumprida"),
    }[state]


def _tr(text: str) -> str:
    return QCoreApplication.translate("drill_texts", text)
