"""Gives or puts aside several cases in one act of the person, with one way back for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.models.domain.changes import Changes
from app.services.acts import Done, Undo
from app.services.errors import Conflict, Refused
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.models.domain.case_detail import CaseDetail
    from app.services.cases import CaseService
    from app.views.support.desk import Desk

OneAct = Callable[[int, int], "Done[CaseDetail]"]


class CaseBulk(QObject):
    """Acts on each case at the version it has now; what a colleague or a rule prevents is counted and left."""

    done = Signal()
    failed = Signal()

    def __init__(self, *, desk: Desk, cases: CaseService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._cases = desk, cases

    def assign(self, case_ids: Sequence[int], person_id: int) -> None:
        """Give cases to a person."""
        cases, actor = self._cases, self._desk.actor
        self._run(
            "assign",
            case_ids,
            lambda case_id, version: cases.assign(actor, case_id, person_id, expected_version=version),
        )

    def snooze(self, case_ids: Sequence[int], until: datetime) -> None:
        """Put cases aside until a moment."""
        cases, actor = self._cases, self._desk.actor

        def one(case_id: int, version: int) -> Done[CaseDetail]:
            return cases.snooze(actor, case_id, until, expected_version=version)

        self._run("snooze", case_ids, one)

    def _run(self, verb: str, case_ids: Sequence[int], one: OneAct) -> None:
        cases, person_id, ids = self._cases, self._desk.actor.person_id, tuple(case_ids)

        def work() -> Done[int]:
            undos: list[Undo] = []
            changes: list[Changes] = []
            for case_id in ids:
                try:
                    done = one(case_id, cases.detail(case_id, person_id).version)
                except (Conflict, Refused):
                    if len(ids) == 1:
                        raise
                    continue
                changes.append(done.changes)
                undos += [done.undo] if done.undo is not None else []
            way = Undo(verb, len(undos), lambda: _all_back(undos)) if undos else None
            return Done(len(ids) - len(changes), _together(changes), way)

        self._desk.calls.run(self, f"{verb}-{ids[:1]}", work, self._on_done, failed=self._on_failed)

    def _on_done(self, done: Done[int]) -> None:
        self._desk.undo.push(done)
        if done.value:
            text = self.tr("{n} não puderam ser mudados: veja cada um")
            self._desk.say(text.format(n=number_text(done.value)))
        self.done.emit()

    def _on_failed(self, _error: Exception) -> bool:
        self.failed.emit()
        return False


def snooze_choices(now: datetime) -> list[tuple[datetime, str]]:
    """Return (moment, key) of the moments offered, local mornings at nine; keys name them for the screen."""
    local = now.astimezone()
    morning = local.replace(hour=9, minute=0, second=0, microsecond=0)
    monday = morning + timedelta(days=(7 - local.weekday()) or 7)
    return [
        (now + timedelta(hours=1), "hour"),
        (now + timedelta(hours=3), "three_hours"),
        (morning + timedelta(days=1), "tomorrow"),
        (monday, "monday"),
        (morning + timedelta(days=7), "week"),
    ]


def _all_back(undos: Sequence[Undo]) -> Done[Any]:
    """Take acts back, the last one first; what a colleague changed since stays."""
    changes = []
    for undo in reversed(undos):
        try:
            changes.append(undo.revert().changes)
        except Conflict:
            continue
    return Done(len(changes), _together(changes))


def _together(parts: Sequence[Changes]) -> Changes:
    return Changes(
        origin=parts[0].origin if parts else "",
        version=max((part.version for part in parts), default=0),
        mention_ids=frozenset[int]().union(*(part.mention_ids for part in parts)),
        case_ids=frozenset[int]().union(*(part.case_ids for part in parts)),
        customer_ids=frozenset[int]().union(*(part.customer_ids for part in parts)),
    )
