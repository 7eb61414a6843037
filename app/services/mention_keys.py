"""What a mention counts under: the keys of its roll-ups and the tokens of its facets, made in one place only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.models.domain.counters import CRISIS_TO_TRIAGE, mention_counter
from app.models.domain.facets import mention_tokens
from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource
from app.models.schema.base import EPOCH, Base, Code
from app.models.schema.rollups import (
    NO_SENTIMENT,
    MentionDay,
    MentionHour,
    MentionHourSentiment,
    PersonMonth,
    StatusCounter,
    VoiceDay,
    VoiceMonth,
    untimed_hour,
)

_FIRST_DAY = date(1970, 1, 1)
_SECOND = timedelta(seconds=1)
_QUARTER = 900
_HOUR = 3600
_YEARS = (1, 9999)  # at the ends of the calendar a zone's offset would leave it
_STATES = {state: Code(MentionState).code_of(state) for state in MentionState}
_SOURCES = {source: Code(SentimentSource).code_of(source) for source in SentimentSource}
_SENTIMENTS: dict[Sentiment | None, int] = {each: Code(Sentiment).code_of(each) for each in Sentiment}
_SENTIMENTS[None] = NO_SENTIMENT

Key = tuple[type[Base], tuple[Any, ...]]
Weighted = tuple[type[Base], tuple[Any, ...], int]
"""A roll-up row, and how much is added to it."""
VOICE_MENTIONS, VOICE_ENGAGEMENT = 0, 1


@dataclass(frozen=True, slots=True)
class LocalTime:
    """A time in the business's zone: ``day`` since 1970, ``month`` = year * 12 + month - 1, ``weekday`` 0 = Monday."""

    on: date
    day: int
    month: int
    weekday: int
    hour: int


class LocalTimes:
    """Turns times into the business's zone; a quarter of an hour is worked out once and remembered."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self._known: dict[int, LocalTime] = {}

    def of(self, at: datetime) -> LocalTime:
        """Return the local day, month, weekday and hour of an aware time."""
        return self.of_second((at - EPOCH) // _SECOND)

    def of_second(self, second: int) -> LocalTime:
        """Return the same for seconds since 1970."""
        quarter = second // _QUARTER
        known = self._known.get(quarter)
        if known is None:
            known = self._known[quarter] = self._work_out(quarter)
        return known

    def _work_out(self, quarter: int) -> LocalTime:
        utc = EPOCH + timedelta(seconds=quarter * _QUARTER)
        local = utc.astimezone(self.zone) if _YEARS[0] < utc.year < _YEARS[1] else utc
        on = local.date()
        return LocalTime(
            on=on,
            day=(on - _FIRST_DAY).days,
            month=on.year * 12 + on.month - 1,
            weekday=on.weekday(),
            hour=local.hour,
        )


@dataclass(frozen=True, slots=True)
class MentionFacts:
    """The part of a mention that is counted or filtered by; ``engagement`` = its likes, shares and replies."""

    id: int
    channel_id: int
    handle_id: int | None
    case_id: int | None
    state: MentionState
    sentiment: Sentiment | None
    sentiment_source: SentimentSource
    crisis_level: int | None
    situation_node_id: int | None
    intake_rule_id: int | None
    posted_at: datetime
    is_private: bool
    has_time: bool = True
    engagement: int = 0


def hour_of(at: datetime) -> int:
    """Return the hours since 1970, UTC."""
    return ((at.astimezone(UTC) - EPOCH) // _SECOND) // _HOUR


def received_keys(facts: MentionFacts, times: LocalTimes) -> Iterator[Key]:
    """Yield what counts a mention for ever: hour and channel, month and author."""
    hour = hour_of(facts.posted_at) if facts.has_time else untimed_hour(times.of(facts.posted_at).day)
    yield MentionHour, (hour, facts.channel_id)
    if facts.handle_id is not None:
        yield PersonMonth, (times.of(facts.posted_at).month, facts.channel_id, facts.handle_id)


def sentiment_keys(facts: MentionFacts) -> Iterator[Key]:
    """Yield what counts its sentiment by the hour."""
    yield MentionHourSentiment, (hour_of(facts.posted_at), _SENTIMENTS[facts.sentiment])


def state_keys(facts: MentionFacts, times: LocalTimes) -> Iterator[Key]:
    """Yield what counts its state and sentiment by the day, and the badges."""
    yield (
        MentionDay,
        (
            times.of(facts.posted_at).day,
            facts.channel_id,
            _SENTIMENTS[facts.sentiment],
            _SOURCES[facts.sentiment_source],
            _STATES[facts.state],
        ),
    )
    yield StatusCounter, (mention_counter(facts.state),)
    if facts.crisis_level is not None and facts.state is MentionState.TO_TRIAGE:
        yield StatusCounter, (CRISIS_TO_TRIAGE,)


def all_keys(facts: MentionFacts, times: LocalTimes) -> Iterator[Key]:
    """Yield every key under which a mention counts one."""
    yield from received_keys(facts, times)
    yield from sentiment_keys(facts)
    yield from state_keys(facts, times)


def voice_keys(facts: MentionFacts, times: LocalTimes, case_nodes: Mapping[int, int]) -> Iterator[Weighted]:
    """Yield what a mention adds to the voice of each node (by axis) that its case carries; without a case nothing."""
    if facts.case_id is None:
        return
    local, sentiment = times.of(facts.posted_at), _SENTIMENTS[facts.sentiment]
    for axis_id, node_id in case_nodes.items():
        for table, at in ((VoiceDay, local.day), (VoiceMonth, local.month)):
            key = (axis_id, at, node_id, facts.channel_id, sentiment)
            yield table, (*key, VOICE_MENTIONS), 1
            if facts.engagement:
                yield table, (*key, VOICE_ENGAGEMENT), facts.engagement


def tokens_of(facts: MentionFacts, times: LocalTimes, case_nodes: Iterable[int] = ()) -> list[str]:
    """Return the facet tokens of a mention; ``case_nodes`` are the nodes of the case that it belongs to."""
    local = times.of(facts.posted_at)
    nodes = list(case_nodes)
    if facts.situation_node_id is not None:
        nodes.append(facts.situation_node_id)
    return mention_tokens(
        channel_id=facts.channel_id,
        state=facts.state,
        sentiment=facts.sentiment,
        is_private=facts.is_private,
        local_day=local.on,
        weekday=local.weekday,
        hour=local.hour if facts.has_time else None,
        node_ids=nodes,
        crisis_level=facts.crisis_level,
        intake_rule_id=facts.intake_rule_id,
    )
