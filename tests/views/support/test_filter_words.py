"""What a chart narrows a list to is said on chips, and each can be taken away until nothing is left."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from app.models.domain.case_counts import CaseMark
from app.models.domain.chart_drill import COUNTED_STATES
from app.models.domain.inbox import CaseEvent, InboxFilter
from app.models.domain.vocabulary import MentionState, PromiseState
from app.services.filter_choices import FilterChoices
from app.views.support.inbox_filter.filter_texts import conditions

NOTHING = FilterChoices()
DRILLED = InboxFilter(
    since=date(2026, 11, 1),
    until=date(2026, 11, 30),
    case_states=COUNTED_STATES,
    mention_states=(MentionState.IN_CASE,),
    event=CaseEvent.RESOLVED,
    in_time=False,
    marks=(CaseMark.FORWARDED, CaseMark.CRISIS),
    was_reopened=True,
    promise_states=(PromiseState.BROKEN,),
    ratings=(1, 2),
    crisis_levels=(3,),
    crisis_identified=2,
    crisis_answered=0,
    is_related=True,
)


def test_each_condition_of_a_chart_is_said_and_can_go() -> None:
    found = conditions(DRILLED, NOTHING)
    assert [each.text for each in found] == [
        "resolvidos 01/11/2026 a 30/11/2026",
        "Sem anulados nem unidos",
        "Em caso",
        "Encaminhados",
        "Com crise",
        "Resolvidos com atraso",
        "Reabertos",
        "Promessa não cumprida",
        "Nota 1",
        "Nota 2",
        "Crise de nível 3",
        "Crise identificada com atraso",
        "Crise ainda sem resposta",
        "Com ação de relacionamento",
    ]
    left = DRILLED
    while shown := conditions(left, NOTHING):
        left = shown[0].without
    assert left.is_empty


def test_every_field_of_a_filter_is_said_alone() -> None:
    quiet = {"since", "until", "event", "weekday", "hour", "text", "channel_ids", "sentiments", "node_ids", "area_ids"}
    for field in fields(InboxFilter):
        value = getattr(DRILLED, field.name)
        if value not in ((), None, False, "") and field.name not in quiet:
            assert conditions(InboxFilter(**{field.name: value}), NOTHING), field.name
