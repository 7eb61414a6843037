"""Stores what is written in the steps one after the other, so that nobody collides with what he wrote a moment ago."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.models.domain.plan import Field, PlanStep
    from app.services.acts import Done
    from app.services.planning import PlanningService
    from app.views.support.desk import Desk

    Answers = tuple[str, int | None, date | None, Mapping[Field, str]]


@dataclass(frozen=True, slots=True)
class _Wish:
    step: PlanStep
    answers: Answers
    is_done: bool | None = None

    @property
    def is_text_new(self) -> bool:
        step = self.step
        return self.answers != (step.decision, step.responsible_id, step.due_on, dict(step.content))


class StepKeeper(QObject):
    """One act a step at a time; what is written meanwhile waits and goes on from what was stored."""

    stored = Signal(object, object)
    """Carries the step as it stands now and the answers that were sent."""
    refused = Signal(int, object)
    """Carries the number of a step that was not stored, and all steps as they are."""

    def __init__(self, *, desk: Desk, planning: PlanningService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._planning = desk, planning
        self._waiting: dict[int, _Wish] = {}
        self._under_way: dict[int, _Wish] = {}

    def keep(self, step: PlanStep, answers: Answers, *, is_done: bool | None = None) -> None:
        """Store the answers of a step, made from this version of it, and with ``is_done`` settle or reopen it."""
        number = step.spec.number
        earlier = self._waiting.get(number)
        if is_done is None and earlier is not None:
            is_done = earlier.is_done
        self._waiting[number] = _Wish(step, answers, is_done)
        self._send(number)

    def _send(self, number: int) -> None:
        if number in self._under_way or number not in self._waiting:
            return
        wish = self._under_way[number] = self._waiting.pop(number)
        self._desk.calls.run(
            self,
            f"write-{number}",
            lambda: self._work(wish),
            lambda done: self._on_stored(number, done),
            failed=lambda _error: self._on_refused(number),
        )

    def _work(self, wish: _Wish) -> Done[PlanStep] | None:
        planning, actor, done = self._planning, self._desk.actor, None
        if wish.is_text_new:
            decision, responsible, due, content = wish.answers
            done = planning.write(
                actor, wish.step, decision=decision, responsible_id=responsible, due_on=due, content=content
            )
        if wish.is_done is not None:
            # What was just written belongs to what is settled.
            done = planning.settle(actor, wish.step if done is None else done.value, is_done=wish.is_done)
        return done

    def _on_stored(self, number: int, done: Done[PlanStep] | None) -> None:
        wish = self._under_way.pop(number)
        step = wish.step if done is None else done.value
        if done is not None and wish.is_done is not None:
            self._desk.undo.push(done)
        later = self._waiting.get(number)
        if later is not None:
            self._waiting[number] = replace(later, step=step)
        self.stored.emit(step, wish.answers)
        self._send(number)

    def _on_refused(self, number: int) -> bool:
        planning, actor = self._planning, self._desk.actor
        self._under_way.pop(number)
        self._waiting.pop(number, None)
        self._desk.calls.run(
            self, f"news-{number}", lambda: planning.steps(actor), lambda steps: self.refused.emit(number, steps)
        )
        return False
