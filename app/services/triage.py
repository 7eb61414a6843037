"""Decides on mentions: watch, ignore, bring back, join to a case, confirm the sentiment; few or thousands, one undo."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, select

from app.models.domain.case_detail import CaseDetail
from app.models.domain.changes import RANGE_THRESHOLD, Changes
from app.models.domain.inbox import RowKind
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource
from app.models.schema.cases import Case
from app.models.schema.mentions import Mention
from app.models.schema.settings import BusinessSetting
from app.services.acts import Act, Done, Undo
from app.services.cancel import CancelToken
from app.services.case_book import CaseBook
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Unavailable
from app.services.id_lists import chunks, one_of
from app.services.mention_book import MentionBook, Moved, SentimentBefore
from app.services.rights import require
from app.services.write_gate import Priority

REASONS_SETTING = "triage_reasons"
TO_TRIAGE_ONLY = frozenset({MentionState.TO_TRIAGE})
SET_ASIDE = frozenset({MentionState.MONITORED, MentionState.IGNORED})
# DATA 4: batches of 200 with a pause let the acts of others in between.
_BATCH = 200
_PAUSE_SECONDS = 0.02
_ATTEMPTS = 3

RowKey = tuple[RowKind, int]
Keys = Collection[int] | Collection[RowKey]
T = TypeVar("T")


class Cases(Protocol):
    """What triage needs of the cases' service."""

    def open_from_mentions(self, actor: Actor, mention_ids: Collection[int]) -> Done[CaseDetail]:
        """Open a case on mentions."""

    def attach_mentions(
        self, actor: Actor, case_id: int, mention_ids: Collection[int], *, expected_version: int
    ) -> Done[CaseDetail]:
        """Join mentions to a case."""


@dataclass(frozen=True, slots=True)
class TriageReason:
    """A reason that the team offers; ``key`` is what is stored on the mention."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Triaged:
    """How many mentions were changed, and how many a colleague had treated (or removed) before."""

    changed: int
    conflicts: int


class TriageService:
    """Changes what becomes of mentions. A mention that somebody treated meanwhile is left and counted as a conflict."""

    def __init__(self, *, database: Database, mentions: MentionBook, case_book: CaseBook, cases: Cases) -> None:
        self._database = database
        self._mentions = mentions
        self._case_book = case_book
        self._cases = cases

    def reasons(self, to: MentionState) -> tuple[TriageReason, ...]:
        """Return the reasons offered for ``IGNORED`` or ``MONITORED``, in the team's order."""
        with self._database.read() as connection:
            value = connection.execute(
                select(BusinessSetting.value).where(BusinessSetting.key == REASONS_SETTING)
            ).scalar_one_or_none()
        name = "ignore" if to is MentionState.IGNORED else "monitor"
        return tuple(TriageReason(each["key"], each["name"]) for each in (value or {}).get(name, ()))

    def monitor(
        self,
        actor: Actor,
        keys: Keys,
        reason: str = "",
        *,
        expected: frozenset[MentionState] = TO_TRIAGE_ONLY,
        cancel: CancelToken | None = None,
    ) -> Done[Triaged]:
        """Watch mentions without answering them. ``expected`` = the states in which the person saw them."""
        return self._move(actor, keys, MentionState.MONITORED, reason=reason.strip(), expected=expected, cancel=cancel)

    def ignore(
        self,
        actor: Actor,
        keys: Keys,
        reason: str,
        *,
        expected: frozenset[MentionState] = TO_TRIAGE_ONLY,
        cancel: CancelToken | None = None,
    ) -> Done[Triaged]:
        """Set mentions aside for a reason: a key of ``reasons`` or the person's own words.

        Raises:
            Invalid: ``reason_missing``.
        """
        if not reason.strip():
            raise Invalid("reason_missing")
        return self._move(actor, keys, MentionState.IGNORED, reason=reason.strip(), expected=expected, cancel=cancel)

    def back_to_triage(
        self,
        actor: Actor,
        keys: Keys,
        *,
        expected: frozenset[MentionState] = SET_ASIDE,
        cancel: CancelToken | None = None,
    ) -> Done[Triaged]:
        """Put watched or ignored mentions among those to triage again."""
        return self._move(actor, keys, MentionState.TO_TRIAGE, reason="", expected=expected, cancel=cancel)

    def open_case(self, actor: Actor, keys: Keys) -> Done[CaseDetail]:
        """Open one case on mentions. Raises as ``CaseService.open_from_mentions``."""
        return self._cases.open_from_mentions(actor, _ids(keys))

    def attach(self, actor: Actor, keys: Keys, case_id: int) -> Done[CaseDetail]:
        """Join mentions to a case as it is now.

        Raises:
            Invalid: ``case_missing``. Conflict: ``mention_changed``, ``case_changed``.
        """
        with self._database.read() as connection:
            version = connection.execute(select(Case.version).where(Case.id == case_id)).scalar_one_or_none()
        if version is None:
            raise Invalid("case_missing")
        return self._cases.attach_mentions(actor, case_id, _ids(keys), expected_version=version)

    def confirm_sentiment(
        self, actor: Actor, keys: Keys, sentiment: Sentiment, *, cancel: CancelToken | None = None
    ) -> Done[Triaged]:
        """Say the sentiment of mentions as a person; it replaces any suggestion and is never replaced by one."""
        require(actor, Right.WORK_CASES)
        ids = _ids(keys)

        def batch(act: Act, part: list[int]) -> list[SentimentBefore]:
            self._lock_cases(act, part)
            before = self._mentions.set_sentiment(act, part, sentiment, SentimentSource.CONFIRMED)
            self._refresh_cases(act, part)
            if before:
                body = {"mentions": [each.id for each in before], "to": sentiment.value}
                act.record(None, "confirm_sentiment", body)
            return before

        before, changes, tried = self._in_batches(actor, ids, batch, cancel)
        undo = Undo("confirm_sentiment", len(before), lambda: self._sentiments_back(actor, before, sentiment))
        return Done(Triaged(len(before), tried - len(before)), changes, undo if before else None)

    def _move(
        self,
        actor: Actor,
        keys: Keys,
        to: MentionState,
        *,
        reason: str,
        expected: frozenset[MentionState],
        cancel: CancelToken | None,
    ) -> Done[Triaged]:
        require(actor, Right.WORK_CASES)
        ids = _ids(keys)
        verb = _VERBS[to]

        def batch(act: Act, part: list[int]) -> list[Moved]:
            free = select(Mention.id).where(one_of(act.connection, Mention.id, part), Mention.state.in_(expected))
            still = list(act.connection.execute(free).scalars())
            moved = self._mentions.move(act, still, to=to, expected=expected, reason=reason or None)
            if moved:
                act.record(None, verb, {"mentions": _from_states(moved), "to": to.value, "reason": reason})
            return moved

        moved, changes, tried = self._in_batches(actor, ids, batch, cancel)
        undo = Undo(verb, len(moved), lambda: self._states_back(actor, verb, moved))
        return Done(Triaged(len(moved), tried - len(moved)), changes, undo if moved else None)

    def _states_back(self, actor: Actor, verb: str, moved: Sequence[Moved]) -> Done[Triaged]:
        by_id = {each.id: each for each in moved}

        def batch(act: Act, part: list[int]) -> list[int]:
            same = select(Mention.id).where(
                one_of(act.connection, Mention.id, part), Mention.state == by_id[part[0]].after
            )
            still = list(act.connection.execute(same).scalars())
            if not still:
                return []
            restored = self._mentions.restore(act, [by_id[each] for each in still])
            act.record(None, f"undo_{verb}", {"mentions": restored})
            return restored

        restored, changes, _tried = self._in_batches(actor, sorted(by_id), batch, None)
        return Done(Triaged(len(restored), len(moved) - len(restored)), changes)

    def _sentiments_back(self, actor: Actor, before: Sequence[SentimentBefore], confirmed: Sentiment) -> Done[Triaged]:
        by_id = {each.id: each for each in before}

        def batch(act: Act, part: list[int]) -> list[int]:
            self._lock_cases(act, part)
            same = select(Mention.id).where(
                one_of(act.connection, Mention.id, part),
                Mention.sentiment == confirmed,
                Mention.sentiment_source == SentimentSource.CONFIRMED,
            )
            still = sorted(act.connection.execute(same).scalars())
            # Through "none" first: a suggestion may not replace what a person has confirmed.
            self._mentions.set_sentiment(act, still, None, SentimentSource.NONE)
            groups: dict[tuple[Sentiment | None, SentimentSource], list[int]] = {}
            for each in still:
                groups.setdefault((by_id[each].sentiment, by_id[each].source), []).append(each)
            for (sentiment, source), ids in groups.items():
                self._mentions.set_sentiment(act, ids, sentiment, source)
            self._refresh_cases(act, still)
            if still:
                act.record(None, "undo_confirm_sentiment", {"mentions": still})
            return still

        restored, changes, _tried = self._in_batches(actor, sorted(by_id), batch, None)
        return Done(Triaged(len(restored), len(before) - len(restored)), changes)

    def _refresh_cases(self, act: Act, mention_ids: list[int]) -> None:
        for case_id in _cases_of(act.connection, mention_ids):
            self._case_book.refresh_voice(act, case_id)

    def _lock_cases(self, act: Act, mention_ids: list[int]) -> None:
        # Before their mentions, as in every act, so that no two ever wait for each other.
        for case_id in _cases_of(act.connection, mention_ids):
            self._case_book.lock(act, case_id, None)

    def _in_batches(
        self, actor: Actor, ids: Sequence[int], batch: Callable[[Act, list[int]], list[T]], cancel: CancelToken | None
    ) -> tuple[list[T], Changes, int]:
        """Run a batch an act; the first goes as a person's, the others give way. A cancelled rest stays undone.

        The last of what is returned is how many ids were looked at. When the database goes away amid the batches,
        what was done until then is returned, for its undo must not be lost with the rest.
        """
        results: list[T] = []
        all_changes: list[Changes] = []
        tried = 0
        for number, part in enumerate(chunks(ids, _BATCH)):
            if number:
                if cancel is not None and cancel.cancelled:
                    break
                time.sleep(_PAUSE_SECONDS)
            priority = Priority.BACKGROUND if number else Priority.PERSON
            try:
                found, changes = self._one_batch(actor, part, batch, priority)
            except Unavailable:
                if not results:
                    raise
                break
            results += found
            all_changes.append(changes)
            tried += len(part)
        return results, _joined(self._database.workstation_key, all_changes), tried

    def _one_batch(
        self, actor: Actor, part: list[int], batch: Callable[[Act, list[int]], list[T]], priority: Priority
    ) -> tuple[list[T], Changes]:
        # A colleague may treat one of them between our look and our lock: look again.
        for _ in range(_ATTEMPTS):
            try:
                return self._database.act(lambda act: batch(act, part), actor=actor, priority=priority)
            except Conflict:
                continue
        return [], Changes(origin=self._database.workstation_key)


_VERBS = {
    MentionState.MONITORED: "monitor_mentions",
    MentionState.IGNORED: "ignore_mentions",
    MentionState.TO_TRIAGE: "mentions_back_to_triage",
}


def _cases_of(connection: Connection, mention_ids: list[int]) -> list[int]:
    if not mention_ids:
        return []
    statement = select(Mention.case_id).where(one_of(connection, Mention.id, mention_ids), Mention.case_id.is_not(None))
    return sorted({each for each in connection.execute(statement).scalars() if each is not None})


def _ids(keys: Iterable[Any]) -> list[int]:
    ids = set()
    for key in keys:
        if isinstance(key, int):
            ids.add(key)
        elif key[0] is RowKind.MENTION:
            ids.add(key[1])
    return sorted(ids)


def _from_states(moved: Iterable[Moved]) -> dict[str, list[int]]:
    states: dict[str, list[int]] = {}
    for each in moved:
        states.setdefault(each.before.value, []).append(each.id)
    return states


def _joined(origin: str, parts: Sequence[Changes]) -> Changes:
    """Return one ``Changes`` for all batches, in the range form above the threshold."""
    ids: frozenset[int] = frozenset().union(*(part.mention_ids for part in parts))
    is_range = len(ids) > RANGE_THRESHOLD
    return Changes(
        origin=origin,
        version=max((part.version for part in parts), default=0),
        mention_ids=frozenset() if is_range else ids,
        mention_range=(min(ids), max(ids)) if is_range else None,
        case_ids=frozenset().union(*(part.case_ids for part in parts)),
    )
