"""What an edited crisis matrix does to the past 30 days: counted beforehand, then applied in batches with one undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from app.models.domain.changes import Changes
from app.models.domain.crisis import CrisisHit, CrisisMatrix, StoredWords, crisis_level
from app.models.domain.own_names import OwnNames
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import SentimentSource
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Case
from app.models.schema.customers import Handle
from app.models.schema.mentions import Mention
from app.services.acts import Act, Done, Undo
from app.services.cancel import CancelToken
from app.services.case_book import CaseBook
from app.services.case_desk import CaseDesk, Step
from app.services.crisis_clocks import DroppedClock, drop_clocks, put_clocks_back
from app.services.crisis_marks import CrisisBefore, CrisisMark
from app.services.database import Database
from app.services.id_lists import chunks, one_of
from app.services.intake.setup import read_own_names
from app.services.mention_book import MentionBook
from app.services.proposing import text_proposal
from app.services.rights import require
from app.services.time_ids import lowest_id
from app.services.write_gate import Priority

REVIEWED = timedelta(days=30)
_PAGE = 1_000
_BATCH = 200
_REST = 0.02
_BREATH = 0.002
_EXAMPLES = 20
_EXCERPT = 200
_HEAVY_SHARE = 0.2
_HEAVY_LEAST = 50
Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Example:
    """A mention whose level would change; ``words`` are what the new matrix finds, or what the old one had."""

    mention_id: int
    text: str
    before: int | None
    after: int | None
    words: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class HeavyRule:
    """A trigger that fires on a large part of all mentions: probably not what was meant."""

    rule: str
    mentions: int
    share: float


@dataclass(frozen=True, slots=True)
class ReviewPreview:
    """What the past 30 days would become: mentions by level before and after, newly hit, no longer hit, examples."""

    total: int
    before: dict[int, int]
    after: dict[int, int]
    newly: int
    no_longer: int
    regraded: int
    examples: tuple[Example, ...]
    heavy: tuple[HeavyRule, ...]

    @property
    def share(self) -> float:
        """The part of all mentions that would be at crisis level, 0 to 1."""
        return sum(self.after.values()) / self.total if self.total else 0.0

    @property
    def changed(self) -> int:
        """How many mentions would change their level."""
        return self.newly + self.no_longer + self.regraded


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What was applied: mentions that changed, and how many of them went back for triage."""

    changed: int
    back_in_triage: int


@dataclass(slots=True)
class _Tally:
    total: int = 0
    before: Counter[int] = field(default_factory=Counter)
    after: Counter[int] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    newly: int = 0
    no_longer: int = 0
    regraded: int = 0
    examples: list[Example] = field(default_factory=list)

    def add(self, row: AnyRow, hit: CrisisHit | None) -> None:
        self.total += 1
        before, after = row.crisis_level, hit.level if hit else None
        if before is not None:
            self.before[before] += 1
        if hit is not None:
            self.after[hit.level] += 1
            self.rules[hit.rule] += 1
        if before == after:
            return
        self.newly += before is None
        self.no_longer += after is None
        self.regraded += before is not None and after is not None
        if len(self.examples) < _EXAMPLES:
            words = hit.words if hit else StoredWords.of(row.crisis_words).words
            text = _said(row)[:_EXCERPT]
            self.examples.append(Example(row.id, text, before, after, words, hit.rule if hit else ""))

    def result(self) -> ReviewPreview:
        least = max(_HEAVY_LEAST, _HEAVY_SHARE * self.total)
        heavy = [HeavyRule(rule, n, n / self.total) for rule, n in self.rules.most_common(5) if n >= least]
        return ReviewPreview(
            total=self.total,
            before=dict(sorted(self.before.items())),
            after=dict(sorted(self.after.items())),
            newly=self.newly,
            no_longer=self.no_longer,
            regraded=self.regraded,
            examples=tuple(self.examples),
            heavy=tuple(heavy),
        )


@dataclass(frozen=True, slots=True)
class _Batch:
    changed: list[CrisisBefore]
    clocks: list[DroppedClock]


class CrisisReview:
    """Looks through the mentions of the past 30 days in pages; both methods are for a job.

    A rule that changes starts no clock and rings for nobody: those limits were not known when the mentions were posted.
    """

    def __init__(self, *, database: Database, mentions: MentionBook, cases: CaseBook, desk: CaseDesk) -> None:
        self._database = database
        self._mentions = mentions
        self._cases = cases
        self._desk = desk

    def preview(
        self, matrix: CrisisMatrix, *, cancel: CancelToken, progress: Progress = lambda _done, _total: None
    ) -> ReviewPreview:
        """Count what a matrix would change; nothing is written. Raises Cancelled."""
        tally, own = _Tally(), self._own_names()
        for page in self._pages(cancel, progress):
            for row in page:
                tally.add(row, _hit(row, matrix, own))
            # The interpreter's lock is let go now and then, so that the window stays fluid.
            cancel.wait(_BREATH)
        return tally.result()

    def reevaluate(
        self,
        actor: Actor,
        matrix: CrisisMatrix,
        *,
        cancel: CancelToken,
        progress: Progress = lambda _done, _total: None,
    ) -> Done[Reviewed]:
        """Give the mentions of the past 30 days the levels of a matrix, in batches that let others act in between.

        What was done until a cancel stays, and its undo with it. Cases that are open follow their mentions.

        Raises:
            Refused: ``not_allowed``.
        """
        require(actor, Right.EDIT_SETTINGS)
        done: list[_Batch] = []
        seen, own = Changes(origin=self._database.workstation_key), self._own_names()
        for page in self._pages(cancel, progress, stops=True):
            marks = {row.id: mark for row in page if (mark := _mark(_hit(row, matrix, own))) != _present(row)}
            for part in chunks(sorted(marks), _BATCH):
                some = {mention_id: marks[mention_id] for mention_id in part}
                batch, seen = self._database.act(
                    lambda act, some=some: self._apply(act, some),  # type: ignore[misc]  # a default binds the loop's value
                    actor=actor,
                    priority=Priority.BACKGROUND,
                )
                done.append(batch)
                cancel.wait(_REST)
        changed = [each for batch in done for each in batch.changed]
        back = sum(each.is_back_in_triage for each in changed)
        undo = Undo("reevaluate_crisis", len(changed), lambda: self._revert(actor, done)) if changed else None
        regraded = sum(each.before.level != each.after.level for each in changed)
        return Done(Reviewed(regraded, back), seen, undo)

    def _apply(self, act: Act, marks: dict[int, CrisisMark]) -> _Batch:
        cases = self._lock_cases(act, sorted(marks))
        changed = self._mentions.set_crisis(act, marks)
        clocks = drop_clocks(act, [each.id for each in changed if each.after.level is None])
        self._regrade(act, cases)
        if changed:
            body = {str(each.id): [each.before.level, each.after.level] for each in changed}
            act.record(None, "reevaluate_crisis", {"mentions": body})
        return _Batch(changed, clocks)

    def _revert(self, actor: Actor, done: list[_Batch]) -> Done[Reviewed]:
        restored = 0
        changes = Changes(origin=self._database.workstation_key)
        for batch in done:
            n, changes = self._database.act(lambda act, batch=batch: self._put_back(act, batch), actor=actor)  # type: ignore[misc]  # as above
            restored += n
        return Done(Reviewed(restored, 0), changes)

    def _put_back(self, act: Act, batch: _Batch) -> int:
        cases = self._lock_cases(act, [each.id for each in batch.changed])
        restored = self._mentions.restore_crisis(act, batch.changed)
        put_clocks_back(act, [each for each in batch.clocks if each["mention_id"] in set(restored)])
        self._regrade(act, cases)
        act.record(None, "undo_reevaluate_crisis", {"mentions": restored})
        return len(restored)

    def _lock_cases(self, act: Act, mention_ids: list[int]) -> list[AnyRow]:
        # Cases before their mentions, in the order of their ids, as in every act.
        statement = (
            select(Case.id)
            .join(Mention, Mention.case_id == Case.id)
            .where(one_of(act.connection, Mention.id, mention_ids), Case.is_open)
            .distinct()
        )
        ids = sorted(act.connection.execute(statement).scalars())
        return [self._cases.lock(act, case_id, None) for case_id in ids]

    def _regrade(self, act: Act, cases: list[AnyRow]) -> None:
        for row in cases:
            gravest = select(func.min(Mention.crisis_level)).where(Mention.case_id == row.id)
            level = act.connection.execute(gravest).scalar_one()
            if level != row.crisis_level:
                values = {"state": row.state, "crisis_level": level}
                self._desk.write(act, row, values, Step(recompute=True))
                act.record(row.id, "crisis_level", {"from": row.crisis_level, "to": level})

    def _own_names(self) -> OwnNames:
        with self._database.read() as connection:
            return read_own_names(connection)

    def _pages(self, cancel: CancelToken, progress: Progress, *, stops: bool = False) -> Iterator[list[AnyRow]]:
        """Yield the mentions of the past 30 days, the newest first; a cancel ends it, quietly when ``stops``."""
        since = lowest_id(self._database.clock.now() - REVIEWED)
        with self._database.read() as connection:
            total = connection.execute(select(func.count()).where(Mention.id >= since)).scalar_one()
        done, before = 0, None
        while True:
            if stops and cancel.cancelled:
                return
            cancel.raise_if_cancelled()
            with self._database.read() as connection:
                page = _page(connection, since, before)
            if not page:
                return
            yield page
            before = page[-1].id
            done += len(page)
            progress(done, max(total, done))


def _page(connection: Connection, since: int, before: int | None) -> list[AnyRow]:
    statement = (
        select(
            Mention.id,
            Mention.title,
            Mention.text,
            Mention.sentiment,
            Mention.sentiment_source,
            Mention.crisis_level,
            Mention.crisis_words,
            Mention.channel_id,
            Handle.handle_key,
        )
        .outerjoin(Handle, Handle.id == Mention.handle_id)
        .where(Mention.id >= since, Mention.erased_at.is_(None))
        .order_by(Mention.id.desc())
        .limit(_PAGE)
    )
    if before is not None:
        statement = statement.where(Mention.id < before)
    return list(connection.execute(statement).all())


def _said(row: AnyRow) -> str:
    return f"{row.title}\n{row.text}" if row.title and row.title != row.text else str(row.text)


def _hit(row: AnyRow, matrix: CrisisMatrix, own: OwnNames) -> CrisisHit | None:
    if own.has_written(row.channel_id, row.handle_key):
        return None
    sentiment = row.sentiment
    if row.sentiment_source is SentimentSource.NONE:
        sentiment = text_proposal(_said(row)).sentiment
    return crisis_level(own.neutral(_said(row)), matrix, sentiment)


def _mark(hit: CrisisHit | None) -> CrisisMark:
    return CrisisMark() if hit is None else CrisisMark(hit.level, StoredWords.from_hit(hit).text())


def _present(row: Any) -> CrisisMark:  # noqa: ANN401 - a row of _page
    return CrisisMark(row.crisis_level, row.crisis_words)
