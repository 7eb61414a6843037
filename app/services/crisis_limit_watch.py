"""Watches the clocks of crisis mentions and alerts everybody once when a limit is about to pass or has passed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from app.models.domain.alert import WHILE, AlertKind, NewAlert, gathered_facts, part_crisis_hits
from app.models.domain.changes import Topic
from app.models.domain.crisis_clock import CrisisLimit, gathered_limit_key, limit_key
from app.models.domain.people import PROGRAM
from app.models.queries.alerts import count_recent_singles
from app.models.queries.crisis_clocks import ClockedMention, raised_facts, running_clocks
from app.models.schema.crisis import Alert
from app.services.acts import Act
from app.services.alerts import raise_alert
from app.services.database import Database
from app.services.write_gate import Priority

_MOST_AT_ONCE = 200
_LOOKED_BACK = timedelta(days=3)
"""What passed while every window was closed is still told."""


class CrisisLimitWatch:
    """``run_once`` looks at the newest 200 crisis mentions whose clock runs."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def run_once(self) -> int:
        """Look once; return how many mentions were told of that had not been."""
        now = self._database.clock.now()
        with self._database.read() as connection:
            running = running_clocks(connection, since=now - _LOOKED_BACK, limit=_MOST_AT_ONCE)
            near = [each for each in running if each.clock.is_near(now)]
            raised = raised_facts(connection, {key for each in near for key in _keys(each)}) if near else {}
        fresh = [each for each in near if not _is_told(each, raised)]
        if not fresh:
            return 0
        return self._database.act(lambda act: _raise(act, fresh), actor=PROGRAM, priority=Priority.BACKGROUND)[0]


def _keys(each: ClockedMention) -> tuple[str, str]:
    limit = each.clock.limit
    return limit_key(limit, each.hit.mention_id), gathered_limit_key(limit, each.clock.due_at)


def _is_told(each: ClockedMention, raised: Mapping[str, Any]) -> bool:
    own, shared = _keys(each)
    return own in raised or each.hit.mention_id in raised.get(shared, {}).get("mentions", ())


def _raise(act: Act, fresh: Sequence[ClockedMention]) -> int:
    return sum(_raise_limit(act, limit, [each for each in fresh if each.clock.limit is limit]) for limit in CrisisLimit)


def _raise_limit(act: Act, limit: CrisisLimit, fresh: Sequence[ClockedMention]) -> int:
    by_id = {each.hit.mention_id: each for each in fresh}
    recent = count_recent_singles(act.connection, since=act.at - WHILE, prefix=limit_key(limit, None))
    singles, shared = part_crisis_hits([each.hit for each in fresh], recent=recent)
    told = sum(raise_alert(act, _single(by_id[hit.mention_id])) is not None for hit in singles)
    groups: defaultdict[str, list[ClockedMention]] = defaultdict(list)
    for hit in shared:
        groups[gathered_limit_key(limit, by_id[hit.mention_id].clock.due_at)].append(by_id[hit.mention_id])
    return told + sum(_gather(act, key, limit, groups[key]) for key in sorted(groups))


def _single(each: ClockedMention) -> NewAlert:
    hit, clock = each.hit, each.clock
    facts = {
        "limit": clock.limit.value,
        "due_at": clock.due_at.isoformat(),
        "words": list(hit.words),
        "channel": hit.channel_key,
    }
    key = limit_key(clock.limit, hit.mention_id)
    return NewAlert(key, AlertKind.CRISIS, hit.level, hit.mention_id, each.case_id, facts=facts)


def _gather(act: Act, key: str, limit: CrisisLimit, group: Sequence[ClockedMention]) -> int:
    level = min(each.hit.level for each in group)
    facts = _joined({"limit": limit.value}, group)
    if raise_alert(act, NewAlert(key, AlertKind.CRISIS, level, facts=facts)) is not None:
        return len(group)
    row = act.connection.execute(
        select(Alert.id, Alert.level, Alert.facts).where(Alert.key == key).with_for_update()
    ).one()
    more = [each for each in group if each.hit.mention_id not in row.facts.get("mentions", ())]
    if more:
        values = {"level": min(level, row.level), "facts": _joined(row.facts, more)}
        act.connection.execute(update(Alert).where(Alert.id == row.id).values(values))
        act.touch(topics=[Topic.ALERTS])
    return len(more)


def _joined(before: Mapping[str, Any], group: Iterable[ClockedMention]) -> dict[str, Any]:
    hits = [each.hit for each in group]
    ids = [*before.get("mentions", ()), *(hit.mention_id for hit in hits)]
    return {**gathered_facts(before, hits), "mentions": ids}
