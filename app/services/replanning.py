"""After an edit of hours or targets open cases get their new deadlines, in small batches, and before it a preview."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, update

from app.models.domain.people import Actor, Right
from app.models.domain.sla import SlaFacts, best_target
from app.models.domain.sla import SlaTarget as Target
from app.models.queries.open_clocks import (
    OpenClock,
    lines_above,
    open_clock_count,
    open_clocks,
    versions_of,
)
from app.models.schema.cases import Forwarding
from app.services.acts import Act
from app.services.cancel import CancelToken
from app.services.case_book import write_deadlines
from app.services.case_clock import DEFAULT_TARGET, CaseClock, Rules, deadlines, due_after, hours_for, next_due
from app.services.database import Database
from app.services.rights import require
from app.services.settings_book import record_change
from app.services.team_calendars import CalendarDraft
from app.services.write_gate import Priority

SECTION = "deadlines"
_BATCH = 200
_PAUSE_SECONDS = 0.02  # while a window is open a batch leaves the others their turn
_BREATH_SECONDS = 0.002
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class ReplanExample:
    """One case that would change: its protocol and its next deadline as it is and as it would be."""

    case_id: int
    protocol: str
    old_due_at: datetime
    new_due_at: datetime


@dataclass(frozen=True, slots=True)
class ReplanPreview:
    """How many open cases change, how many of them get more time or less, how many would be late from then on."""

    count: int = 0
    later: int = 0
    sooner: int = 0
    newly_late: int = 0
    examples: tuple[ReplanExample, ...] = ()
    """The changed cases that would be due first."""


@dataclass(frozen=True, slots=True)
class _Move:
    case: OpenClock
    values: Mapping[str, datetime]
    area_due_at: datetime | None

    @property
    def old(self) -> datetime:
        name = self._first_changed()
        if name is None:
            return self.case.area.due_at if self.case.area is not None else self.case.due_at
        found: datetime = getattr(self.case, name)
        return found

    @property
    def new(self) -> datetime:
        name = self._first_changed()
        return self.values[name] if name is not None else self.area_due_at or self.case.due_at

    def _first_changed(self) -> str | None:
        return next((name for name in ("first_response_due_at", "resolution_due_at") if name in self.values), None)


class ReplanService:
    """Counts open cases anew by the rules of today, or by edited ones that nobody has saved yet."""

    def __init__(self, *, database: Database, clock: CaseClock) -> None:
        self._database = database
        self._clock = clock

    def preview(
        self,
        *,
        calendars: Mapping[int, CalendarDraft | None] | None = None,
        targets: Sequence[Target] | None = None,
        channels: Mapping[int, int | None] | None = None,
        cancel: CancelToken | None = None,
    ) -> ReplanPreview:
        """Return what an edit would do to the open cases; what is None stays as it is.

        ``calendars`` are drafts by calendar id (None: removed), ``targets`` the whole list as edited, ``channels``
        the calendar of a channel by id (None: the team's first). Raises ``Cancelled``.
        """
        token, now = cancel or CancelToken(), self._database.clock.now()
        count = later = sooner = newly_late = 0
        examples: list[tuple[datetime, int, ReplanExample]] = []
        with self._database.read() as connection:
            plan = _Plan(_edited(self._clock.rules(connection), calendars, targets, channels), lines_above(connection))
        for page in self._pages():
            token.raise_if_cancelled()
            for move in plan.moves(page):
                count += 1
                later += move.new > move.old
                sooner += move.new < move.old
                newly_late += move.old >= now > move.new
                example = ReplanExample(move.case.id, move.case.protocol, move.old, move.new)
                examples.append((move.new, move.case.id, example))
            examples = heapq.nsmallest(_EXAMPLES, examples)
            token.wait(_BREATH_SECONDS)
        return ReplanPreview(count, later, sooner, newly_late, tuple(each for _due, _id, each in examples))

    def replan(
        self,
        *,
        actor: Actor,
        progress: Callable[[int, int | None], None] = lambda _done, _total: None,
        cancel: CancelToken | None = None,
    ) -> int:
        """Give every open case the deadlines of today's rules; return how many changed.

        What is cancelled half-way stays consistent and can be started again. A case that somebody acts on at the same
        moment is counted anew by that act, or by the next page's second look; nobody's screen gets a conflict.

        Raises:
            Refused: ``not_allowed``. Cancelled.
        """
        require(actor, Right.EDIT_SETTINGS)
        token, done, changed = cancel or CancelToken(), 0, 0
        plan: _Plan | None = None
        with self._database.read() as connection:
            total = open_clock_count(connection)
        try:
            for page in self._pages():
                token.raise_if_cancelled()
                moved, plan = self._replan_page(actor, page, plan)
                changed += moved
                done += len(page)
                progress(done, total)
                token.wait(_PAUSE_SECONDS)
        finally:
            if changed:
                facts = {"cases": changed}
                self._database.act(
                    lambda act: record_change(act, SECTION, "replanned", None, facts),
                    actor=actor,
                    priority=Priority.BACKGROUND,
                )
        return changed

    def _pages(self) -> Iterator[list[OpenClock]]:
        after = 0
        while True:
            with self._database.read() as connection:
                page = open_clocks(connection, after_id=after, limit=_BATCH)
            if not page:
                return
            yield page
            after = page[-1].id

    def _replan_page(self, actor: Actor, page: list[OpenClock], plan: _Plan | None) -> tuple[int, _Plan]:
        """Write what differs on a page; the plan is made anew when a write finds the rules edited."""
        changed = 0
        while True:
            plan = plan or self._plan()
            moves = list(plan.moves(page))
            if not moves:
                return changed, plan
            stale = self._write_page(actor, plan, moves)
            if stale is None:
                plan = None
                continue
            changed += len(moves) - len(stale)
            if not stale:
                return changed, plan
            page = self._again(stale)

    def _plan(self) -> _Plan:
        with self._database.read() as connection:
            return _Plan(self._clock.rules(connection), lines_above(connection))

    def _write_page(self, actor: Actor, plan: _Plan, moves: Sequence[_Move]) -> list[int] | None:
        def work(act: Act) -> list[int] | None:
            return self._write(act, plan, moves)

        # What a power cut takes away is counted anew the next time: no need to wait for the disk a hundred times.
        stale, _changes = self._database.act(work, actor=actor, priority=Priority.BACKGROUND, durable=False)
        return stale

    def _write(self, act: Act, plan: _Plan, moves: Sequence[_Move]) -> list[int] | None:
        """Write what nobody has changed since it was read; return the ids of the others, None under edited rules."""
        versions = versions_of(act.connection, [move.case.id for move in moves])
        if self._clock.rules(act.connection) != plan.rules:
            return None
        fresh = [move for move in moves if versions.get(move.case.id) == move.case.version]
        write_deadlines(act, {move.case.id: move.values for move in fresh})
        for move in fresh:
            if move.area_due_at is not None and move.case.area is not None:
                _write_area(act.connection, move.case.area.id, move.area_due_at)
            act.record(move.case.id, "replanned", _told(move))
        act.touch(cases=[move.case.id for move in fresh])
        return [move.case.id for move in moves if versions.get(move.case.id) != move.case.version]

    def _again(self, ids: Sequence[int]) -> list[OpenClock]:
        found: list[OpenClock] = []
        with self._database.read() as connection:
            for case_id in ids:
                found += [each for each in open_clocks(connection, after_id=case_id - 1, limit=1) if each.id == case_id]
        return found


class _Plan:
    """Rules at work on many cases: what cases have in common is looked up once."""

    def __init__(self, rules: Rules, above: Mapping[int, tuple[int, ...]]) -> None:
        self.rules = rules
        self._above = above
        self._wanted = frozenset(target.nature_id for target in rules.targets if target.nature_id is not None)
        self._natures: dict[int, frozenset[int]] = {}
        self._targets: dict[SlaFacts, Target] = {}

    def moves(self, page: Sequence[OpenClock]) -> Iterator[_Move]:
        """Yield the cases of a page whose deadlines differ."""
        for case in page:
            target = self._target(case)
            hours = hours_for(self.rules.calendars, case.channel_id, target)
            values = deadlines(target, hours, case.opened_at, case.pauses)
            if case.first_response_at is not None:
                values["first_response_due_at"] = case.first_response_due_at
            values["due_at"] = next_due(values | {"first_response_at": case.first_response_at})
            changed = {name: value for name, value in values.items() if getattr(case, name) != value}
            area_due = self._area_due(case)
            if changed or area_due is not None:
                yield _Move(case, changed, area_due)

    def _area_due(self, case: OpenClock) -> datetime | None:
        area = case.area
        if area is None:
            return None
        hours = self.rules.calendars.of_area(area.area_id)
        within = timedelta(minutes=area.answer_minutes)
        due = due_after(None if hours is None else hours.hours, area.forwarded_at, within)
        return None if due == area.due_at else due

    def _target(self, case: OpenClock) -> Target:
        natures = frozenset[int]().union(*(self._nature(node) for node in case.nodes))
        facts = SlaFacts(case.channel_id, natures, case.is_vip, case.crisis_level)
        found = self._targets.get(facts)
        if found is None:
            found = self._targets[facts] = best_target(self.rules.targets, facts) or DEFAULT_TARGET
        return found

    def _nature(self, node: int) -> frozenset[int]:
        """Return those of the targets' nodes that a node lies under."""
        known = self._natures.get(node)
        if known is None:
            seen: set[int] = set()
            pending = [node]
            while pending:
                one = pending.pop()
                if one not in seen:
                    seen.add(one)
                    pending += self._above.get(one, ())
            known = self._natures[node] = frozenset(seen & self._wanted)
        return known


def _edited(
    rules: Rules,
    calendars: Mapping[int, CalendarDraft | None] | None,
    targets: Sequence[Target] | None,
    channels: Mapping[int, int | None] | None,
) -> Rules:
    hours = rules.calendars.edited(calendars or {}, channels) if calendars or channels else rules.calendars
    return Rules(hours, rules.targets if targets is None else tuple(targets))


def _told(move: _Move) -> dict[str, object]:
    before = {name: getattr(move.case, name).isoformat() for name in move.values}
    after = {name: value.isoformat() for name, value in move.values.items()}
    if move.area_due_at is not None and move.case.area is not None:
        before["area_due_at"] = move.case.area.due_at.isoformat()
        after["area_due_at"] = move.area_due_at.isoformat()
    return {"from": before, "to": after}


def _write_area(connection: Connection, forwarding_id: int, due: datetime) -> None:
    connection.execute(update(Forwarding).where(Forwarding.id == forwarding_id).values(due_at=due))
