"""Makes the year mention by mention, in the order of time, in chunks that a loader can store as they come."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from app.models.domain.crisis import CrisisMatrix
from app.models.domain.dedup import key_of_id
from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource
from app.models.domain.words import fold
from app.models.schema.base import EPOCH, Code
from app.models.schema.rollups import PersonMonth
from app.services.demo.calendar import counts_by_hour, seconds_in
from app.services.demo.cases import Cases, Made, Opener
from app.services.demo.outcomes import Reach, engagement_of, store_clock
from app.services.demo.people import People
from app.services.demo.plan import Chunk, End, Plan, Tally, add_count
from app.services.demo.tables import row_of
from app.services.demo.voice import Said, Voice
from app.services.mention_keys import LocalTimes, MentionFacts, all_keys, tokens_of, voice_keys
from app.services.time_ids import SUFFIX_BITS

CHUNK = 20_000
_MICRO = 1_000_000
_CASE_SHARE = 0.293
_FOLLOW_UP = 0.3
_MOST_OPEN = 20_000
_LEAST_OPEN = 60
_CHANNEL_WEIGHTS = {
    "facebook": 26,
    "instagram": 24,
    "x": 20,
    "reclame_aqui": 9,
    "email": 8,
    "whatsapp": 6,
    "google_play": 4,
    "youtube": 3,
}
_STATES = {state: Code(MentionState).code_of(state) for state in MentionState}
_SENTIMENTS = {each: Code(Sentiment).code_of(each) for each in Sentiment}
_SOURCES = {each: Code(SentimentSource).code_of(each) for each in SentimentSource}


class Generator:
    """One year of invented work."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._random = Random(plan.seed)  # noqa: S311 - invented data, no secret
        self._times = LocalTimes(ZoneInfo(plan.zone))
        self._people = People(plan.texts["first_names"], plan.texts["last_names"], plan.texts["places"])
        self._voice = Voice(plan.texts, CrisisMatrix.from_mapping(plan.matrix))
        self._reach = Reach(plan, self._times, self._random)
        self._cases = Cases(plan, self._people, self._times, self._random, reach=self._reach)
        self._pool = max(10, plan.mentions // 3)
        self._seen = bytearray(self._pool)
        channels = [each for each in plan.channels if each[1] in _CHANNEL_WEIGHTS]
        self._channels = [each for each in channels for _ in range(_CHANNEL_WEIGHTS[each[1]])]
        self._coming: list[tuple[int, int, Made]] = []
        self._counts: Tally = {}
        self._authors: dict[tuple[Any, ...], int] = {}
        self._month = 0
        cases = plan.mentions * _CASE_SHARE
        open_cases = min(_MOST_OPEN, max(_LEAST_OPEN, cases / 20))
        self._waiting_from = plan.mentions - min(plan.mentions / 5, max(300, plan.mentions * 0.004))
        self._open_from = self._waiting_from - 2 * open_cases / _CASE_SHARE

    def chunks(self) -> Iterator[Chunk]:
        """Yield all rows; what was counted of a month comes with the chunk that ends it."""
        chunk, number, last_id = Chunk(), 0, 0
        for hour, count in counts_by_hour(self._plan.mentions, self._plan.until, self._times.zone):
            for second in seconds_in(hour, count, self._random):
                last_id = max(last_id + 1, second << SUFFIX_BITS)
                self._mention(chunk, number, last_id, last_id >> SUFFIX_BITS)
                number += 1
                chunk.mentions += 1
                if chunk.mentions == CHUNK:
                    yield chunk
                    chunk = Chunk()
        self._close_month(chunk, 0)
        yield chunk

    def end(self) -> End:
        """Return where the counters stand."""
        given = self._cases.given
        return End(
            history_seq=self._cases.seq,
            head_hash=self._cases.head,
            protocol_day=given[0].isoformat() if given else None,
            protocol_number=given[1] if given else 0,
        )

    def _mention(self, chunk: Chunk, number: int, mention_id: int, second: int) -> None:
        self._reach.new_day(chunk, self._counts, second)
        follows = heapq.heappop(self._coming) if self._coming and self._coming[0][0] <= second else None
        author = follows[1] if follows else int(self._pool * self._random.random() ** 1.6)
        channel_id, channel_key, is_private = self._channels[author * 31 % len(self._channels)]
        self._know(chunk, author, channel_id, is_private=is_private)
        said = self._said()
        made = follows[2] if follows else self._case_of(chunk, number, mention_id, author, said)
        state = self._state(number, made)
        engagement = engagement_of(said.sentiment, self._random, is_private=is_private)
        facts = self._facts(
            mention_id,
            second,
            author,
            channel_id,
            said,
            state,
            made,
            is_private=is_private,
            engagement=sum(engagement),
        )
        self._store(chunk, facts, said, engagement, source=(channel_key, str(number)))
        chunk.add("mention_search", (mention_id, said.words))
        nodes = made.nodes if made else {}
        tokens = tokens_of(facts, self._times, nodes.values())
        chunk.add("mention_facet", (mention_id, " ".join(tokens)))
        self._count(chunk, facts)
        for table, key, n in voice_keys(facts, self._times, nodes):
            add_count(self._counts, table.__tablename__, key, n)
        if facts.crisis_level is not None and facts.state is MentionState.IN_CASE:
            mention = (mention_id, facts.crisis_level, channel_id, second)
            actor, times, random = self._plan.team[0], self._times, self._random
            store_clock(chunk, self._counts, mention, actor=actor, times=times, random=random)

    def _said(self) -> Said:
        said = self._voice.say(self._random)
        if self._random.random() < 0.25:  # noqa: PLR2004 - a quarter names an order, so rare words exist
            order = self._random.randrange(10_000_000, 99_999_999)
            return replace(said, text=f"{said.text} Pedido {order}.", words=f"{said.words} pedido {order}")
        return said

    def _know(self, chunk: Chunk, author: int, channel_id: int, *, is_private: bool) -> None:
        if self._seen[author]:
            return
        self._seen[author] = 1
        handle, name = self._people.handle(author), self._people.name(author)
        chunk.add("handle", (author + 1, channel_id, handle, name, fold(name), None, self._random.randrange(20, 5000)))
        chunk.add("conversation", (author + 1, channel_id, None, f"@{handle}", author + 1, is_private))

    def _case_of(self, chunk: Chunk, number: int, mention_id: int, author: int, said: Said) -> Made | None:
        if self._random.random() >= _CASE_SHARE or number >= self._waiting_from:
            return None
        second = mention_id >> SUFFIX_BITS
        channel_id, _key, is_private = self._channels[author * 31 % len(self._channels)]
        opener = Opener(
            mention_id=mention_id,
            second=second,
            author=author,
            channel_id=channel_id,
            text=said.text,
            nature=said.kind.nature,
            sentiment=said.sentiment,
            is_private=is_private,
            crisis_level=said.crisis_level,
        )
        is_open = number >= self._open_from and self._random.random() < 0.5  # noqa: PLR2004 - half of the latest
        made = self._cases.make(chunk, self._counts, opener, is_open=is_open)
        if made.holder is None:
            return made
        if self._random.random() < _FOLLOW_UP:
            later = second + 3_600 + int(self._random.random() * 86_400)
            heapq.heappush(self._coming, (later, author, made))
        return made

    def _state(self, number: int, made: Made | None) -> MentionState:
        if made is not None:
            return MentionState.IN_CASE if made.holder is not None else MentionState.IGNORED
        if number >= self._waiting_from and self._random.random() < 0.7:  # noqa: PLR2004 - most of the latest wait
            return MentionState.TO_TRIAGE
        return MentionState.MONITORED if self._random.random() < 0.8 else MentionState.IGNORED  # noqa: PLR2004 - most of the rest is watched

    def _facts(  # noqa: PLR0917 - made in one place
        self,
        mention_id: int,
        second: int,
        author: int,
        channel_id: int,
        said: Said,
        state: MentionState,
        made: Made | None,
        *,
        is_private: bool,
        engagement: int,
    ) -> MentionFacts:
        luck = self._random.random()
        source = SentimentSource.SUGGESTED
        if state is MentionState.IN_CASE and luck < 0.6:  # noqa: PLR2004 - most of what was worked on
            source = SentimentSource.CONFIRMED
        elif luck > 0.95:  # noqa: PLR2004 - some wait for a suggestion
            source = SentimentSource.NONE
        is_known = source is not SentimentSource.NONE or state is MentionState.IN_CASE
        return MentionFacts(
            id=mention_id,
            channel_id=channel_id,
            handle_id=author + 1,
            case_id=made.holder if made else None,
            state=state,
            sentiment=None if source is SentimentSource.NONE else said.sentiment,
            sentiment_source=source,
            crisis_level=said.crisis_level,
            situation_node_id=self._plan.nodes[f"situation/{said.kind.situation}"] if is_known else None,
            intake_rule_id=None,
            posted_at=EPOCH + timedelta(seconds=second),
            is_private=is_private,
            engagement=engagement,
        )

    def _store(
        self,
        chunk: Chunk,
        facts: MentionFacts,
        said: Said,
        engagement: tuple[int, int, int],
        *,
        source: tuple[str, str],
    ) -> None:
        second = facts.id >> SUFFIX_BITS
        values = {
            "id": facts.id,
            "dedup_key": key_of_id(*source),
            "channel_id": facts.channel_id,
            "conversation_id": facts.handle_id,
            "handle_id": facts.handle_id,
            "case_id": facts.case_id,
            "state": _STATES[facts.state],
            "sentiment": None if facts.sentiment is None else _SENTIMENTS[facts.sentiment],
            "sentiment_source": _SOURCES[facts.sentiment_source],
            "crisis_level": facts.crisis_level,
            "situation_node_id": facts.situation_node_id,
            "posted_at": second * _MICRO,
            "captured_at": (second + 40) * _MICRO,
            "is_private": facts.is_private,
            "is_direct": facts.is_private,
            "has_time": True,
            "is_automatic": False,
            "text": said.text,
            "external_id": source[1],
            "likes": engagement[0],
            "shares": engagement[1],
            "replies": engagement[2],
            "state_reason": "spam" if facts.state is MentionState.IGNORED else None,
            "crisis_words": said.crisis_words,
        }
        chunk.add("mention", row_of("mention", values))

    def _count(self, chunk: Chunk, facts: MentionFacts) -> None:
        month = self._times.of(facts.posted_at).month
        if month != self._month:
            self._close_month(chunk, month)
        for table, key in all_keys(facts, self._times):
            if table is PersonMonth:
                self._authors[key] = self._authors.get(key, 0) + 1
            else:
                add_count(self._counts, table.__tablename__, key)

    def _close_month(self, chunk: Chunk, month: int) -> None:
        # All is counted by the month: keeping a year of it would take a gigabyte.
        if self._authors:
            chunk.counts.setdefault(PersonMonth.__tablename__, {}).update(self._authors)
        chunk.take(self._counts)
        self._authors, self._month = {}, month
