"""What a report consists of: its charts in order, its period said as a rule, and what it is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.models.domain.chart import ChartData, ChartKey
from app.models.domain.headline import Figure
from app.models.domain.report_period import first_of_month, is_possible, month_of, start_of

_DAY = timedelta(days=1)
_QUARTER = 3
_YEAR = 12
_THIRTY = 30


class PeriodRule(StrEnum):
    """Which days a report covers when it is made; FIXED holds its own dates."""

    MONTH_BEFORE = "month_before"
    THIS_MONTH = "this_month"
    WEEK_BEFORE = "week_before"
    LAST_30_DAYS = "last_30_days"
    QUARTER_BEFORE = "quarter_before"
    THIS_YEAR = "this_year"
    FIXED = "fixed"


class Against(StrEnum):
    """What a report's figures stand beside."""

    NOTHING = "nothing"
    BEFORE = "before"
    YEAR_BEFORE = "year_before"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both inclusive."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class ReportSpec:
    """A report as it is saved. ``channel_ids`` empty = all; the spans serve the rules FIXED alone."""

    parts: tuple[ChartKey, ...]
    rule: PeriodRule = PeriodRule.MONTH_BEFORE
    against: Against = Against.BEFORE
    channel_ids: tuple[int, ...] = ()
    fixed: Span | None = None
    fixed_against: Span | None = None
    with_tables: bool = True
    with_comments: bool = True


@dataclass(frozen=True, slots=True)
class ReportDefinition:
    """A saved report, or one that comes with the program (``id`` 0, named by ``standard``)."""

    id: int
    name: str
    spec: ReportSpec
    is_shared: bool = True
    made_by_id: int = 0
    version: int = 1
    standard: StandardReport | None = None


class StandardReport(StrEnum):
    """The reports that come with the program: the month, the two families, and the sheets of three areas."""

    MONTHLY = "monthly"
    METRICS = "metrics"
    BUSINESS = "business"
    RESEARCH = "research"
    COMMUNICATION = "communication"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote on a chart (``section`` its key, "" = the whole report) for one period."""

    id: int
    section: str
    text: str
    author: str
    version: int


@dataclass(frozen=True, slots=True)
class Report:
    """A report made: charts in order with the comments on them, and the headline figures."""

    company: str
    spec: ReportSpec
    period: Span
    against: Span | None
    figures: tuple[Figure, ...]
    charts: tuple[ChartData, ...]
    comments: Mapping[str, Comment]
    channels: tuple[str, ...]
    """The names of the channels it is limited to; none = all."""


K = ChartKey
STANDARD: Mapping[StandardReport, tuple[ChartKey, ...]] = {
    StandardReport.MONTHLY: (
        K.VOLUME_DAY,
        K.SERVED_WHOLE,
        K.HEAT,
        K.CHANNELS,
        K.SENTIMENT_SHARE,
        K.SENTIMENT_TIME,
        K.SUBJECTS,
        K.SENTIMENT_SUBJECT,
        K.NATURES,
        K.PERSONAS,
        K.FIRST_RESPONSE,
        K.IN_TIME,
        K.BACKLOG,
        K.SATISFACTION,
        K.BY_AREA,
        K.LEVELS,
        K.CRISIS_LIMITS,
        K.INDICATORS,
        K.SENSITIVITY,
    ),
    StandardReport.METRICS: (
        K.VOLUME_DAY,
        K.SERVED_WHOLE,
        K.HEAT,
        K.WEEKDAYS,
        K.CHANNELS,
        K.SENTIMENT_SHARE,
        K.SENTIMENT_TIME,
        K.PERSONAS,
        K.PROFILES,
        K.NATURES,
        K.FRONTS,
        K.PERSONS_MONTH,
        K.OWN_REACH,
    ),
    StandardReport.BUSINESS: (
        K.INDICATORS,
        K.SUBJECTS,
        K.SENTIMENT_SUBJECT,
        K.SENSITIVITY,
        K.PERSONA_MATRIX,
        K.ENGAGEMENT_MATRIX,
        K.LEVELS_SUBJECT,
    ),
    StandardReport.RESEARCH: (
        K.PERSONS_MONTH,
        K.PERSONAS,
        K.PERSONA_MATRIX,
        K.PROFILES,
        K.SUBJECTS,
        K.SENTIMENT_SUBJECT,
        K.HEAT,
    ),
    StandardReport.COMMUNICATION: (
        K.VOLUME_DAY,
        K.SENTIMENT_TIME,
        K.ENGAGEMENT_MATRIX,
        K.OWN_REACH,
        K.CRISIS_VOLUME,
        K.CRISIS_LIMITS,
        K.SENSITIVITY,
    ),
    StandardReport.SERVICE: (
        K.FIRST_RESPONSE,
        K.RESOLUTION,
        K.IN_TIME,
        K.BACKLOG,
        K.REOPENED,
        K.SATISFACTION,
        K.BY_PERSON,
        K.BY_AREA,
        K.LEVELS,
        K.PROMISES,
        K.SILENCE,
        K.HOURS,
    ),
}


def standard_definition(which: StandardReport) -> ReportDefinition:
    """Return a report that comes with the program; its name is the screen's."""
    return ReportDefinition(0, "", ReportSpec(STANDARD[which]), standard=which)


def period_of(spec: ReportSpec, today: date) -> Span:
    """Return the days that a report covers when it is made today."""
    month = month_of(today)
    monday = start_of(today, "week")
    spans = {
        PeriodRule.MONTH_BEFORE: (first_of_month(month - 1), first_of_month(month) - _DAY),
        PeriodRule.THIS_MONTH: (first_of_month(month), today),
        PeriodRule.WEEK_BEFORE: (monday - 7 * _DAY, monday - _DAY),
        PeriodRule.LAST_30_DAYS: (today - (_THIRTY - 1) * _DAY, today),
        PeriodRule.QUARTER_BEFORE: _quarter_before(month),
        PeriodRule.THIS_YEAR: (date(today.year, 1, 1), today),
    }
    if spec.rule is PeriodRule.FIXED and spec.fixed is not None:
        return spec.fixed
    return Span(*spans.get(spec.rule, spans[PeriodRule.MONTH_BEFORE]))


def against_of(spec: ReportSpec, period: Span) -> Span | None:
    """Return the days that a period is compared with; None = with nothing, or with the period just before it."""
    if spec.against is Against.FIXED:
        return spec.fixed_against
    if spec.against is Against.YEAR_BEFORE:
        return Span(_year_before(period.since), _year_before(period.until))
    return None


def to_json(spec: ReportSpec) -> dict[str, object]:
    """Return a spec as it is stored."""
    return {
        "parts": [part.value for part in spec.parts],
        "rule": spec.rule.value,
        "against": spec.against.value,
        "channels": list(spec.channel_ids),
        "fixed": _span_to_json(spec.fixed),
        "fixed_against": _span_to_json(spec.fixed_against),
        "tables": spec.with_tables,
        "comments": spec.with_comments,
    }


def from_json(stored: Mapping[str, object]) -> ReportSpec:
    """Return a stored spec; charts and rules that this version does not know fall away."""
    parts, rule, against, channels = (stored.get(name) for name in ("parts", "rule", "against", "channels"))
    known = {part.value: part for part in ChartKey}
    wanted = parts if isinstance(parts, Sequence) else ()
    rules = {each.value: each for each in PeriodRule}
    comparisons = {each.value: each for each in Against}
    return ReportSpec(
        parts=tuple(known[str(part)] for part in wanted if part in known),
        rule=rules.get(str(rule), PeriodRule.MONTH_BEFORE),
        against=comparisons.get(str(against), Against.BEFORE),
        channel_ids=tuple(int(each) for each in channels) if isinstance(channels, Sequence) else (),
        fixed=_span_from_json(stored.get("fixed")),
        fixed_against=_span_from_json(stored.get("fixed_against")),
        with_tables=stored.get("tables") is not False,
        with_comments=stored.get("comments") is not False,
    )


def problem_of(spec: ReportSpec) -> str:
    """Return the code of what keeps a spec from being made ("" = nothing): ``no_parts``, ``period``, ``against``."""
    if not spec.parts:
        return "no_parts"
    if spec.rule is PeriodRule.FIXED and not _is_real(spec.fixed):
        return "period"
    return "against" if spec.against is Against.FIXED and not _is_real(spec.fixed_against) else ""


def _is_real(span: Span | None) -> bool:
    return span is not None and is_possible(span.since, span.until)


def _quarter_before(month: int) -> tuple[date, date]:
    begins = month - month % _QUARTER
    return first_of_month(begins - _QUARTER), first_of_month(begins) - _DAY


def _year_before(day: date) -> date:
    if (day + _DAY).day == 1:  # the end of a month stays its end, also in a leap year
        return first_of_month(month_of(day) - _YEAR + 1) - _DAY
    return day.replace(year=day.year - 1)


def _span_to_json(span: Span | None) -> list[str] | None:
    return None if span is None else [span.since.isoformat(), span.until.isoformat()]


def _span_from_json(stored: object) -> Span | None:
    if not isinstance(stored, Sequence) or len(stored) != len(("since", "until")):
        return None
    try:
        return Span(date.fromisoformat(str(stored[0])), date.fromisoformat(str(stored[1])))
    except ValueError:
        return None
