"""The charts' figures: read from the roll-ups, folded into the business's time, and turned back into inbox filters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from app.models.domain.case_counts import CaseMeasure, bucket_start
from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView
from app.models.domain.people import Actor, Right
from app.models.domain.series import (
    DaySeries,
    Figures,
    HourSeries,
    ReportFilter,
    SentimentOverTime,
    SentimentShare,
    WeekHeat,
)
from app.models.domain.vocabulary import Sentiment
from app.models.domain.zone_days import day_number, day_of, hour_number, local_hours, midnight, split_hour
from app.models.queries import series
from app.services.database import Database
from app.services.errors import Invalid
from app.services.mention_book import business_zone
from app.services.rights import require

SENTIMENTS: tuple[Sentiment | None, ...] = (
    Sentiment.POSITIVE,
    Sentiment.NEUTRAL,
    Sentiment.MIXED,
    Sentiment.NEGATIVE,
    None,
)
_DAYS_SHOWN_BY_DAY = 92
_DAYS_SHOWN_BY_WEEK = 400
_DEFAULT_DAYS = 30
_LONGEST_DAYS = 366 * 30
_FIRST_YEAR, _LAST_YEAR = 1900, 9000  # the period before and the day after must still be dates
_HALF = 0.5
_EVENTS = (CaseMeasure.OPENED, CaseMeasure.CLOSED, CaseMeasure.ANSWERED, CaseMeasure.ANSWERED_IN_TIME)


class ReportsService:
    """Reads one chart at a time; each call is a few range reads of roll-ups."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def default_period(self, actor: Actor) -> ReportFilter:
        """Return the thirty days that end with the newest mention, or with today when that is later than a month."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            newest = series.newest_day(connection)
            today = self._database.clock.now().astimezone(business_zone(connection)).date()
        until = today if newest is None else min(today, day_of(newest))
        return ReportFilter(until - timedelta(days=_DEFAULT_DAYS - 1), until)

    def peak_hours(self, wanted: ReportFilter, actor: Actor) -> HourSeries:
        """Return mentions by hour of the day; ``outside_hours`` are those while the counter was closed."""
        cells, outside, week, untimed = self._by_local_hour(wanted, actor)
        counts = [0] * 24
        for (_weekday, hour), n in cells.items():
            counts[hour] += n
        is_open = tuple(any(_is_open(week, weekday, hour) for weekday in range(7)) for hour in range(24))
        return HourSeries(tuple(counts), is_open, sum(counts), outside, untimed)

    def week_heat(self, wanted: ReportFilter, actor: Actor) -> WeekHeat:
        """Return mentions by weekday and hour."""
        cells, _outside, week, untimed = self._by_local_hour(wanted, actor)
        counts = tuple(tuple(cells.get((weekday, hour), 0) for hour in range(24)) for weekday in range(7))
        is_open = tuple(tuple(_is_open(week, weekday, hour) for hour in range(24)) for weekday in range(7))
        return WeekHeat(counts, is_open, sum(map(sum, counts)), untimed)

    def sentiment_share(self, wanted: ReportFilter, actor: Actor) -> SentimentShare:
        """Return mentions by sentiment, suggested ones included, and how many a person has confirmed."""
        _check(wanted, actor)
        with self._database.read() as connection:
            counts, confirmed = series.by_sentiment(connection, wanted.since, wanted.until, wanted.channel_ids)
        shares = tuple((each, counts.get(each, 0)) for each in SENTIMENTS)
        return SentimentShare(shares, confirmed, sum(n for _each, n in shares))

    def sentiment_over_time(self, wanted: ReportFilter, actor: Actor) -> SentimentOverTime:
        """Return mentions by sentiment a day, a week (from Monday) or a month, by the length of the period."""
        _check(wanted, actor)
        with self._database.read() as connection:
            rows = series.by_day_and_sentiment(connection, wanted.since, wanted.until, wanted.channel_ids)
        step = step_for(wanted)
        starts = steps_of(wanted, step)
        place = {start: number for number, start in enumerate(starts)}
        counts = [[0] * len(SENTIMENTS) for _ in starts]
        for day, sentiment, n in rows:
            row = place[max(_start_of(day_of(day), step), wanted.since)]
            counts[row][SENTIMENTS.index(sentiment)] += n
        return SentimentOverTime(step, starts, SENTIMENTS, tuple(tuple(row) for row in counts))

    def volume_per_day(self, wanted: ReportFilter, actor: Actor) -> DaySeries:
        """Return mentions a day: received, and those of them that are in a case."""
        _check(wanted, actor)
        with self._database.read() as connection:
            received, in_case = series.by_day(connection, wanted.since, wanted.until, wanted.channel_ids)
        days = tuple(day_of(number) for number in range(day_number(wanted.since), day_number(wanted.until) + 1))
        return DaySeries(
            days,
            tuple(received.get(day_number(day), 0) for day in days),
            tuple(in_case.get(day_number(day), 0) for day in days),
        )

    def figures(self, wanted: ReportFilter, actor: Actor) -> Figures:
        """Return the headline figures with those of the period before, equally long.

        The median comes from a histogram (within 5 % of the true one) and is of all channels.
        """
        _check(wanted, actor)
        length = wanted.until - wanted.since + timedelta(days=1)
        before = ReportFilter(wanted.since - length, wanted.since - timedelta(days=1), wanted.channel_ids)
        with self._database.read() as connection:
            parts = []
            for each in (wanted, before):
                totals = series.mention_totals(connection, each.since, each.until, each.channel_ids)
                cases = series.case_measures(connection, each.since, each.until, each.channel_ids, _EVENTS)
                parts.append((totals, cases))
            buckets = series.histogram(connection, wanted.since, wanted.until, CaseMeasure.FIRST_RESPONSE)
        (totals, cases), (totals_0, cases_0) = parts
        return Figures(
            mentions=totals.received,
            mentions_before=totals_0.received,
            in_case=totals.in_case,
            in_case_before=totals_0.in_case,
            negative_percent=_percent(totals.negative, totals.with_sentiment),
            negative_percent_before=_percent(totals_0.negative, totals_0.with_sentiment),
            cases_opened=cases[CaseMeasure.OPENED],
            cases_opened_before=cases_0[CaseMeasure.OPENED],
            cases_closed=cases[CaseMeasure.CLOSED],
            cases_closed_before=cases_0[CaseMeasure.CLOSED],
            first_response_median_minutes=median_minutes(buckets),
            within_first_response_percent=_percent(cases[CaseMeasure.ANSWERED_IN_TIME], cases[CaseMeasure.ANSWERED]),
        )

    def _by_local_hour(
        self, wanted: ReportFilter, actor: Actor
    ) -> tuple[dict[tuple[int, int], int], int, series.OpeningWeek | None, int]:
        _check(wanted, actor)
        with self._database.read() as connection:
            zone = business_zone(connection)
            first = hour_number(midnight(wanted.since, zone))
            last = hour_number(midnight(wanted.until + timedelta(days=1), zone))
            rows = series.by_hour(connection, first, last, wanted.channel_ids)
            week = series.opening_week(connection)
            untimed = series.without_time(connection, wanted.since, wanted.until, wanted.channel_ids)
        is_open = _OpenHours(week)
        cells: dict[tuple[int, int], int] = {}
        outside = 0
        for local, (_hour, n) in zip(local_hours(zone, [hour for hour, _n in rows]), rows, strict=True):
            day, weekday, hour = split_hour(local)
            cells[weekday, hour] = cells.get((weekday, hour), 0) + n
            if not is_open.at(day, weekday, hour):
                outside += n
        return cells, outside, week, untimed


class _OpenHours:
    """Knows which hours are open, worked out once: by weekday, and by date where one differs."""

    def __init__(self, week: series.OpeningWeek | None) -> None:
        self._always = week is None
        self._week = [_hours_of(week.week.get(weekday, ())) for weekday in range(7)] if week is not None else []
        self._dates = {} if week is None else {day_number(day): _hours_of(each) for day, each in week.dates.items()}

    def at(self, day: int, weekday: int, hour: int) -> bool:
        """Tell whether the counter opens within that hour."""
        if self._always:
            return True
        special = self._dates.get(day)
        return hour in (self._week[weekday] if special is None else special)


def drill_hour(wanted: ReportFilter, hour: int) -> InboxQuery:
    """Return the inbox query behind a bar of the peak hours."""
    return _drill(wanted, hour=hour)


def drill_week_hour(wanted: ReportFilter, weekday: int, hour: int) -> InboxQuery:
    """Return the inbox query behind a cell of the heat map (``weekday`` 0 = Monday)."""
    return _drill(wanted, hour=hour, weekday=weekday)


def drill_sentiment(wanted: ReportFilter, sentiment: Sentiment | None) -> InboxQuery:
    """Return the inbox query behind a share; None = no sentiment yet."""
    return _drill(wanted, sentiment=sentiment, is_by_sentiment=True)


def drill_day(wanted: ReportFilter, day: date) -> InboxQuery:
    """Return the inbox query behind a day's bar."""
    return _drill(ReportFilter(day, day, wanted.channel_ids))


def drill_step(wanted: ReportFilter, step: str, start: date, sentiment: Sentiment | None) -> InboxQuery:
    """Return the inbox query behind one sentiment of one day, week or month of ``sentiment_over_time``."""
    later = [each for each in steps_of(wanted, step) if each > start]
    until = later[0] - timedelta(days=1) if later else wanted.until
    return _drill(ReportFilter(start, until, wanted.channel_ids), sentiment=sentiment, is_by_sentiment=True)


def step_for(wanted: ReportFilter) -> str:
    """Return "day", "week" or "month", whichever draws the period in about a hundred points."""
    days = (wanted.until - wanted.since).days + 1
    if days <= _DAYS_SHOWN_BY_DAY:
        return "day"
    return "week" if days <= _DAYS_SHOWN_BY_WEEK else "month"


def steps_of(wanted: ReportFilter, step: str) -> tuple[date, ...]:
    """Return where each step of the period starts; the first starts with the period."""
    starts = [wanted.since]
    day = _next_start(_start_of(wanted.since, step), step)
    while day <= wanted.until:
        starts.append(day)
        day = _next_start(day, step)
    return tuple(starts)


def median_minutes(buckets: Sequence[tuple[int, int]]) -> float | None:
    """Return the median of a histogram of durations in minutes, interpolated within its bucket; None when empty."""
    half = sum(n for _bucket, n in buckets) * _HALF
    passed = 0
    for bucket, n in buckets:
        if passed + n >= half:
            low, high = bucket_start(bucket), bucket_start(bucket + 1)
            return (low + (high - low) * (half - passed) / n) / 60
        passed += n
    return None


def _check(wanted: ReportFilter, actor: Actor) -> None:
    require(actor, Right.READ)
    is_known = wanted.since.year >= _FIRST_YEAR and wanted.until.year <= _LAST_YEAR
    if not is_known or wanted.until < wanted.since or (wanted.until - wanted.since).days > _LONGEST_DAYS:
        raise Invalid("report.period")


def _drill(
    wanted: ReportFilter,
    *,
    hour: int | None = None,
    weekday: int | None = None,
    sentiment: Sentiment | None = None,
    is_by_sentiment: bool = False,
) -> InboxQuery:
    found = InboxFilter(
        channel_ids=wanted.channel_ids,
        since=wanted.since,
        until=wanted.until,
        hour=hour,
        weekday=weekday,
        sentiments=() if sentiment is None else (sentiment,),
        no_sentiment=is_by_sentiment and sentiment is None,
    )
    return InboxQuery(InboxView.ALL_MENTIONS, found)


def _start_of(day: date, step: str) -> date:
    if step == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if step == "month" else day


def _next_start(day: date, step: str) -> date:
    if step == "month":
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return day + timedelta(days=7 if step == "week" else 1)


def _is_open(week: series.OpeningWeek | None, weekday: int, hour: int) -> bool:
    # Without a calendar every hour counts as open, as in the deadlines.
    return week is None or _touches(week.week.get(weekday, ()), hour)


def _hours_of(spans: series.Spans) -> frozenset[int]:
    return frozenset(hour for hour in range(24) if _touches(spans, hour))


def _touches(spans: series.Spans, hour: int) -> bool:
    return any(_minutes(start) < (hour + 1) * 60 and _minutes(end) > hour * 60 for start, end in spans)


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _percent(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None
