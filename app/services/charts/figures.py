"""The figures above the charts, each read from the roll-ups for the period and for the one before."""

from __future__ import annotations

from dataclasses import replace

from app.models.domain.case_counts import CaseMeasure
from app.models.domain.chart import Unit
from app.models.domain.chart_numbers import median_minutes, percent
from app.models.domain.headline import Figure, FigureKey
from app.models.domain.inbox import CaseEvent, InboxQuery
from app.models.domain.vocabulary import MentionState
from app.models.queries.charts.cases import case_events, case_totals, durations
from app.models.queries.charts.others import crisis_ends
from app.services.charts.other_charts import crisis_met
from app.services.charts.reading import ALL_CHANNELS, IGNORED, Reading

_IN_CASE = {"mention_states": (MentionState.IN_CASE,)}
_BOTH_MET = {"crisis_identified": 1, "crisis_answered": 1}
_RATINGS = (CaseMeasure.RATED, CaseMeasure.SATISFACTION_SUM)


def headline(reading: Reading) -> tuple[Figure, ...]:
    """Return all figures in their order; they know period, channels, and where asked the filters of mentions."""
    before = _figures(reading.earlier())
    return tuple(
        replace(figure, before=earlier.value, is_alike=reading.is_beside_alike)
        for figure, earlier in zip(_figures(reading), before, strict=True)
    )


def _figures(reading: Reading) -> tuple[Figure, ...]:
    counts, notes = reading.mentions()
    asked = tuple(note for note in notes if note == IGNORED)
    days = counts.by_day(({}, _IN_CASE)).values()
    mentions, served = sum(n for n, _served in days), sum(n for _n, n in days)
    drill, less = reading.plain()
    of_all, everywhere = replace(drill, channel_ids=()), (ALL_CHANNELS,) if drill.channel_ids else ()
    events = case_events(reading.connection, drill, (CaseMeasure.ANSWERED, CaseMeasure.ANSWERED_IN_TIME)).values()
    answered, in_time = sum(n for n, _in_time in events), sum(n for _n, n in events)
    buckets = durations(reading.connection, drill.since, drill.until, CaseMeasure.FIRST_RESPONSE)
    rated, points = case_totals(reading.connection, drill, _RATINGS)
    met, late = crisis_met(crisis_ends(reading.connection, drill))
    timed, grade = sum(n for _bucket, n in buckets), points / rated if rated else None
    first, answers, ratings, crises = (
        _listed(timed, of_all.cases(event=CaseEvent.ANSWERED)),
        _listed(answered, drill.cases(event=CaseEvent.ANSWERED)),
        _listed(rated, drill.cases(event=CaseEvent.RATED)),
        _listed(met, drill.mentions(**_BOTH_MET)),
    )
    return (
        Figure(FigureKey.MENTIONS, mentions, None, Unit.NUMBER, None, counts.drill.mentions(), notes=asked),
        Figure(FigureKey.SERVED, served, None, Unit.NUMBER, mentions, counts.drill.mentions(**_IN_CASE), notes=asked),
        Figure(
            FigureKey.FIRST_RESPONSE,
            median_minutes(buckets),
            None,
            Unit.MINUTES,
            timed,
            first,
            notes=(*everywhere, *less),
        ),
        Figure(FigureKey.IN_TIME, percent(in_time, answered), None, Unit.PERCENT, answered, answers, notes=less),
        Figure(FigureKey.SATISFACTION, grade, None, Unit.SCORE, rated, ratings, notes=less),
        Figure(FigureKey.CRISES, met, None, Unit.NUMBER, met + late, crises, notes=less),
    )


def _listed(n: int, query: InboxQuery | None) -> InboxQuery | None:
    return query if n else None
