"""The only place that inserts mentions or changes what is counted of them, so that no count can ever drift."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, bindparam, insert, select, update

from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource
from app.models.schema.mentions import Mention
from app.services.acts import Act, one_round_trip
from app.services.business_zone import DEFAULT_ZONE, ZONE_SETTING, business_zone
from app.services.crisis_clocks import ClockMove, note_moved, take_back
from app.services.crisis_marks import CrisisBefore, CrisisMark, as_marked_before, with_mark
from app.services.errors import Conflict
from app.services.facet_index import MENTION_FACET, add_tokens, add_words, set_tokens
from app.services.id_lists import chunks, one_of
from app.services.mention_facts import CaseNodes, Found, facts_of, lock_mentions, nodes_of_cases
from app.services.mention_keys import (
    Key,
    LocalTimes,
    MentionFacts,
    all_keys,
    sentiment_keys,
    state_keys,
    tokens_of,
    voice_keys,
)

__all__ = [
    "DEFAULT_ZONE",
    "ZONE_SETTING",
    "MentionBook",
    "Moved",
    "NewMention",
    "SentimentBefore",
    "SituationBefore",
    "business_zone",
]
# Built once: building a statement takes longer than running it.
_INSERT = insert(Mention)
_SET_CRISIS = (
    update(Mention)
    .where(Mention.id == bindparam("key"))
    .values(
        crisis_level=bindparam("level"),
        crisis_words=bindparam("words"),
        state=bindparam("to"),
        intake_rule_id=bindparam("rule"),
    )
)


@dataclass(frozen=True, slots=True)
class NewMention:
    """A mention to insert: ``values`` by column (every counted column given), ``words`` from ``mention_words``."""

    values: dict[str, Any]
    words: str


@dataclass(frozen=True, slots=True)
class Moved:
    """One mention that changed its state, with what it was before and what it is now."""

    id: int
    before: MentionState
    case_id_before: int | None
    reason_before: str | None
    rule_id_before: int | None
    after: MentionState
    case_id_after: int | None
    clock: ClockMove | None = None


@dataclass(frozen=True, slots=True)
class SentimentBefore:
    """What a mention's sentiment was before ``set_sentiment``."""

    id: int
    sentiment: Sentiment | None
    source: SentimentSource


@dataclass(frozen=True, slots=True)
class SituationBefore:
    """What a mention's situation was before ``set_situation``."""

    id: int
    node_id: int | None


class MentionBook:
    """Inserts and changes mentions together with their roll-ups, badges, words and facets, inside an act.

    Every method sorts by id and, on PostgreSQL, locks the rows it changes: two writers neither cross nor count twice.
    """

    def __init__(self) -> None:
        self._times: dict[str, LocalTimes] = {}

    def times(self, connection: Connection, zone: ZoneInfo | None = None) -> LocalTimes:
        """Return the business's local times; ``zone`` is its zone where the caller has read it already."""
        zone = zone or business_zone(connection)
        if zone.key not in self._times:
            self._times[zone.key] = LocalTimes(zone)
        return self._times[zone.key]

    def insert(self, act: Act, rows: Sequence[NewMention], zone: ZoneInfo | None = None) -> None:
        """Store new mentions. Rows of one call carry the same columns; ``zone`` as in ``times``.

        Raises:
            sqlalchemy.exc.IntegrityError: when an id or a dedup key is there already.
        """
        if not rows:
            return
        ordered = sorted(rows, key=_id_of)
        facts = [facts_of(row.values) for row in ordered]
        times = self.times(act.connection, zone)
        nodes = nodes_of_cases(act.connection, facts)
        tokens = [(each.id, tokens_of(each, times, nodes[each.case_id].values())) for each in facts]
        with one_round_trip(act.connection):
            act.connection.execute(_INSERT, [row.values for row in ordered])
            add_words(act.connection, [(row.values["id"], row.words) for row in ordered])
            add_tokens(act.connection, MENTION_FACET, tokens)
        for each in facts:
            _count(act, all_keys(each, times), 1)
            _count_voice(act, each, times, nodes[each.case_id], 1)
        act.touch(mentions=[each.id for each in facts])

    def move(
        self,
        act: Act,
        mention_ids: Collection[int],
        *,
        to: MentionState,
        expected: frozenset[MentionState] | None = None,
        case_id: int | None = None,
        reason: str | None = None,
        rule_id: int | None = None,
    ) -> list[Moved]:
        """Give mentions a state (with its case, reason and rule); return what they were, in id order.

        Raises:
            Conflict: ``mention_changed`` when one is missing, is not in an ``expected`` state, or changes meanwhile.
        """
        moved: list[Moved] = []
        for part in chunks(sorted(set(mention_ids))):
            found = lock_mentions(act.connection, part)
            if len(found) != len(part) or (expected is not None and any(f.facts.state not in expected for f in found)):
                raise Conflict("mention_changed")
            values = {"state": to, "case_id": case_id, "state_reason": reason, "intake_rule_id": rule_id}
            for old, ids in _by(found, lambda each: each.facts.state).items():
                self._update_if(act.connection, ids, values, Mention.state == old)
            self._recount_states(
                act,
                [(f.facts, replace(f.facts, state=to, case_id=case_id, intake_rule_id=rule_id)) for f in found],
            )
            clocks = note_moved(act, [f.facts.id for f in found if f.facts.crisis_level is not None], to)
            by_id = {each.mention_id: each for each in clocks}
            moved += [_moved(f, to, case_id, by_id.get(f.facts.id)) for f in found]
        return moved

    def restore(self, act: Act, moved: Iterable[Moved]) -> list[int]:
        """Put earlier states back; return the ids restored. A mention changed since is left as it is.

        Raises:
            Conflict: ``mention_changed`` when not one of them could be restored.
        """
        restored: list[int] = []
        wanted = {each.id: each for each in moved}
        for part in chunks(sorted(wanted)):
            found = [
                f
                for f in lock_mentions(act.connection, part)
                if (f.facts.state, f.facts.case_id) == (wanted[f.facts.id].after, wanted[f.facts.id].case_id_after)
            ]
            for old, ids in _by(found, lambda each: _before(wanted[each.facts.id])).items():
                state, case_id, reason, rule_id = old
                values = {"state": state, "case_id": case_id, "state_reason": reason, "intake_rule_id": rule_id}
                self._update_if(act.connection, ids, values)
            self._recount_states(act, [(f.facts, _as_before(f.facts, wanted[f.facts.id])) for f in found])
            take_back(act, [clock for f in found if (clock := wanted[f.facts.id].clock) is not None])
            restored += [f.facts.id for f in found]
        if wanted and not restored:
            raise Conflict("mention_changed")
        return restored

    def set_sentiment(
        self, act: Act, mention_ids: Collection[int], sentiment: Sentiment | None, source: SentimentSource
    ) -> list[SentimentBefore]:
        """Give mentions a sentiment; return what they had. A suggestion never replaces what a person confirmed."""
        before: list[SentimentBefore] = []
        for part in chunks(sorted(set(mention_ids))):
            found = [f for f in lock_mentions(act.connection, part) if _may_set(f.facts, source)]
            values = {"sentiment": sentiment, "sentiment_source": source}
            self._update_if(act.connection, [f.facts.id for f in found], values)
            pairs = [(f.facts, replace(f.facts, sentiment=sentiment, sentiment_source=source)) for f in found]
            self._recount_states(act, pairs)
            for old, new in pairs:
                _count(act, sentiment_keys(old), -1)
                _count(act, sentiment_keys(new), 1)
            before += [SentimentBefore(f.facts.id, f.facts.sentiment, f.facts.sentiment_source) for f in found]
        return before

    def set_situation(self, act: Act, mention_ids: Collection[int], node_id: int | None) -> list[SituationBefore]:
        """Give mentions a node of the situation axis; return what they had."""
        before: list[SituationBefore] = []
        for part in chunks(sorted(set(mention_ids))):
            found = lock_mentions(act.connection, part)
            self._update_if(act.connection, [f.facts.id for f in found], {"situation_node_id": node_id})
            facts = [replace(f.facts, situation_node_id=node_id) for f in found]
            self._write_facets(act, facts, nodes_of_cases(act.connection, facts))
            before += [SituationBefore(f.facts.id, f.facts.situation_node_id) for f in found]
        return before

    def set_crisis(self, act: Act, marks: Mapping[int, CrisisMark]) -> list[CrisisBefore]:
        """Give mentions a crisis level (None takes it away) with its words; return those that changed.

        What an intake rule had set aside and is at crisis level now goes back for triage.
        """
        changed: list[CrisisBefore] = []
        for part in chunks(sorted(marks)):
            found = [f for f in lock_mentions(act.connection, part) if f.mark != marks[f.facts.id]]
            pairs = [(f.facts, with_mark(f.facts, marks[f.facts.id])) for f in found]
            self._write_crisis(act, pairs, marks)
            changed += [
                CrisisBefore(
                    id=old.id,
                    before=f.mark,
                    after=marks[old.id],
                    state=old.state,
                    rule_id=old.intake_rule_id,
                    is_back_in_triage=new.state is not old.state,
                )
                for f, (old, new) in zip(found, pairs, strict=True)
            ]
        return changed

    def restore_crisis(self, act: Act, changed: Iterable[CrisisBefore]) -> list[int]:
        """Put earlier crisis levels back; a mention marked anew since is left, its place too when it was treated."""
        restored: list[int] = []
        wanted = {each.id: each for each in changed}
        for part in chunks(sorted(wanted)):
            found = [f.facts for f in lock_mentions(act.connection, part) if f.mark == wanted[f.facts.id].after]
            pairs = [(facts, as_marked_before(facts, wanted[facts.id])) for facts in found]
            self._write_crisis(act, pairs, {each.id: each.before for each in wanted.values()})
            restored += [facts.id for facts in found]
        return restored

    def _write_crisis(
        self, act: Act, pairs: Sequence[tuple[MentionFacts, MentionFacts]], marks: Mapping[int, CrisisMark]
    ) -> None:
        if not pairs:
            return
        rows = [
            {
                "key": new.id,
                "level": new.crisis_level,
                "words": marks[new.id].words,
                "to": new.state,
                "rule": new.intake_rule_id,
            }
            for _old, new in pairs
        ]
        act.connection.execute(_SET_CRISIS, rows)
        self._recount_states(act, pairs)

    def set_case_nodes(self, act: Act, case_id: int, before: Mapping[int, int], after: Mapping[int, int]) -> None:
        """Make mentions findable and counted by the nodes (by axis) of their case; call it when these have changed."""
        times = self.times(act.connection)
        ids = act.connection.execute(select(Mention.id).where(Mention.case_id == case_id).order_by(Mention.id))
        for some in chunks(ids.scalars()):
            facts = [f.facts for f in lock_mentions(act.connection, some) if f.facts.case_id == case_id]
            for each in facts:
                _count_voice(act, each, times, before, -1)
                _count_voice(act, each, times, after, 1)
            self._write_facets(act, facts, {case_id: after})

    def renew_facets(self, act: Act, mention_ids: list[int]) -> None:
        """Make at most ``CHUNK`` mentions findable by what they are now, after the business's time zone has changed."""
        facts = [found.facts for found in lock_mentions(act.connection, mention_ids)]
        self._write_facets(act, facts, nodes_of_cases(act.connection, facts))

    def count_engagement(self, act: Act, changed: Sequence[tuple[MentionFacts, int]]) -> None:
        """Count locked mentions of cases by the engagement (likes, shares and replies) that they have now."""
        spoken = [(facts, now) for facts, now in changed if facts.case_id is not None and facts.engagement != now]
        if not spoken:
            return
        times = self.times(act.connection)
        nodes = nodes_of_cases(act.connection, [facts for facts, _now in spoken])
        for facts, now in spoken:
            _count_voice(act, facts, times, nodes[facts.case_id], -1)
            _count_voice(act, replace(facts, engagement=now), times, nodes[facts.case_id], 1)

    def _update_if(self, connection: Connection, ids: list[int], values: dict[str, Any], *conditions: Any) -> None:  # noqa: ANN401 - SQL conditions
        if not ids:
            return
        statement = update(Mention).where(one_of(connection, Mention.id, ids), *conditions).values(values)
        if connection.execute(statement).rowcount != len(ids):
            raise Conflict("mention_changed")

    def _recount_states(self, act: Act, pairs: Sequence[tuple[MentionFacts, MentionFacts]]) -> None:
        times = self.times(act.connection)
        nodes = nodes_of_cases(act.connection, [each for pair in pairs for each in pair])
        for old, new in pairs:
            _count(act, state_keys(old, times), -1)
            _count(act, state_keys(new, times), 1)
            if (old.case_id, old.sentiment) != (new.case_id, new.sentiment):
                _count_voice(act, old, times, nodes[old.case_id], -1)
                _count_voice(act, new, times, nodes[new.case_id], 1)
        self._write_facets(act, [new for _old, new in pairs], nodes)

    def _write_facets(self, act: Act, facts: Sequence[MentionFacts], nodes: CaseNodes) -> None:
        times = self.times(act.connection)
        tokens = [(each.id, tokens_of(each, times, nodes.get(each.case_id, {}).values())) for each in facts]
        set_tokens(act.connection, MENTION_FACET, tokens)
        act.touch(mentions=[each.id for each in facts])


def _id_of(row: NewMention) -> int:
    return int(row.values["id"])


def _by(found: Iterable[Found], key: Callable[[Found], Any]) -> dict[Any, list[int]]:
    groups: dict[Any, list[int]] = defaultdict(list)
    for each in found:
        groups[key(each)].append(each.facts.id)
    return groups


def _moved(found: Found, to: MentionState, case_id: int | None, clock: ClockMove | None) -> Moved:
    facts = found.facts
    return Moved(
        id=facts.id,
        before=facts.state,
        case_id_before=facts.case_id,
        reason_before=found.reason,
        rule_id_before=facts.intake_rule_id,
        after=to,
        case_id_after=case_id,
        clock=clock,
    )


def _before(moved: Moved) -> tuple[MentionState, int | None, str | None, int | None]:
    return moved.before, moved.case_id_before, moved.reason_before, moved.rule_id_before


def _as_before(facts: MentionFacts, moved: Moved) -> MentionFacts:
    return replace(facts, state=moved.before, case_id=moved.case_id_before, intake_rule_id=moved.rule_id_before)


def _may_set(facts: MentionFacts, source: SentimentSource) -> bool:
    return source is not SentimentSource.SUGGESTED or facts.sentiment_source is not SentimentSource.CONFIRMED


def _count(act: Act, keys: Iterator[Key], n: int) -> None:
    for table, key in keys:
        act.tally(table, key, n)


def _count_voice(act: Act, facts: MentionFacts, times: LocalTimes, nodes: Mapping[int, int], sign: int) -> None:
    for table, key, n in voice_keys(facts, times, nodes):
        act.tally(table, key, sign * n)
