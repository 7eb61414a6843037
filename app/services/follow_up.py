"""Keeps the word given to customers: promises with their time, and cases that have been silent for too long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, update

from app.models.domain.breach import PROMISE, Lateness
from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act as Verb
from app.models.domain.people import Actor
from app.models.domain.vocabulary import PromiseState
from app.models.domain.words import clean_text
from app.models.queries.lateness import maybe_silent, shortest_silence
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Promise
from app.services.acts import Act, Done
from app.services.breach_book import notice
from app.services.case_clock import DEFAULT_SILENCE_MINUTES, CaseClock, silence_due
from app.services.case_desk import CaseDesk, Step
from app.services.database import Database
from app.services.errors import Invalid

_MOST_SILENT = 1_000


@dataclass(frozen=True, slots=True)
class NewPromise:
    """What a customer is promised, and by when (aware UTC)."""

    text: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class SilentCase:
    """An open case whose customer has heard nothing since then and should have heard of us by ``due_at``."""

    case_id: int
    protocol: str
    silent_since: datetime
    due_at: datetime


class FollowUpService:
    """Makes and settles promises, and finds silent cases."""

    def __init__(self, *, database: Database, desk: CaseDesk, clock: CaseClock) -> None:
        self._database = database
        self._desk = desk
        self._clock = clock

    def make_promise(
        self, actor: Actor, case_id: int, promise: NewPromise, *, expected_version: int
    ) -> Done[CaseDetail]:
        """Record a promise. Raises Invalid ``empty_text`` or ``promise_past``."""

        def work(act: Act, _row: AnyRow) -> Step:
            return Step(body=add_promise(act, case_id, promise))

        return self._desk.act(actor, case_id, expected_version, Verb.PROMISE, work, tables=(Promise,))

    def keep_promise(self, actor: Actor, case_id: int, promise_id: int, *, expected_version: int) -> Done[CaseDetail]:
        """Say that a promise was kept."""
        return self._settle(actor, case_id, promise_id, PromiseState.KEPT, expected_version)

    def break_promise(self, actor: Actor, case_id: int, promise_id: int, *, expected_version: int) -> Done[CaseDetail]:
        """Say that a promise was not kept."""
        return self._settle(actor, case_id, promise_id, PromiseState.BROKEN, expected_version)

    def silent_cases(self) -> tuple[SilentCase, ...]:
        """Return the open cases (at most 1,000, the longest silent first) with no word to the customer for too long."""
        now = self._database.clock.now()
        with self._database.read() as connection:
            found = silences(connection, self._clock, now)
        return tuple(sorted(found, key=lambda each: each.due_at))

    def _settle(
        self, actor: Actor, case_id: int, promise_id: int, state: PromiseState, version: int
    ) -> Done[CaseDetail]:
        def work(act: Act, _row: AnyRow) -> Step:
            due = act.connection.execute(
                update(Promise)
                .where(Promise.id == promise_id, Promise.case_id == case_id, Promise.state == PromiseState.OPEN)
                .values(state=state, settled_at=act.at)
                .returning(Promise.due_at)
            ).scalar_one_or_none()
            if due is None:
                raise Invalid("promise_missing")
            if state is PromiseState.BROKEN or act.at > due:
                notice(act, case_id, [Lateness(PROMISE, due)])
            return Step(body={"promise": promise_id, "outcome": state.value})

        return self._desk.act(actor, case_id, version, Verb.SETTLE_PROMISE, work, tables=(Promise,))


def add_promise(act: Act, case_id: int, promise: NewPromise) -> dict[str, object]:
    """Insert a promise inside an act; return what the history says of it.

    Raises:
        Invalid: ``empty_text`` or ``promise_past``.
    """
    text = clean_text(promise.text).strip()
    if not text:
        raise Invalid("empty_text")
    if promise.due_at <= act.at:
        raise Invalid("promise_past")
    values = {
        "case_id": case_id,
        "text": text,
        "due_at": promise.due_at,
        "state": PromiseState.OPEN,
        "made_by_id": act.actor.person_id,
        "made_at": act.at,
    }
    act.connection.execute(insert(Promise).values(values))
    return {"promise": text, "promise_due_at": promise.due_at.isoformat()}


def silences(connection: Connection, clock: CaseClock, now: datetime, *, only_new: bool = False) -> list[SilentCase]:
    """Return the cases whose customer waits for a word of ours beyond the hours of their area, at most 1,000 looked at.

    ``only_new`` leaves out those whose silence is written down as a missed deadline.

    Business time never runs faster than the clock: who is not silent by the clock is not silent at all.
    """
    shortest = min(shortest_silence(connection) or DEFAULT_SILENCE_MINUTES, DEFAULT_SILENCE_MINUTES)
    rows = maybe_silent(connection, now, now - timedelta(minutes=shortest), limit=_MOST_SILENT, only_new=only_new)
    calendars = clock.calendars(connection)
    found = []
    for row in rows:
        due = silence_due(calendars, row._asdict())
        if due < now:
            found.append(SilentCase(row.id, row.protocol, row.last_reply_at or row.opened_at, due))
    return found
