"""Keeps the plan: each step's decision, who looks after it, its own answers, and the order the team gave the steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased

from app.models.domain.changes import Topic
from app.models.domain.people import Actor, Right
from app.models.domain.plan import STEPS, Field, PlanStep, content_from_json
from app.models.schema.people import Person
from app.models.schema.planning import PlanStep as StepRow
from app.services.acts import Act, Done, Undo
from app.services.database import Database
from app.services.errors import Conflict, Invalid
from app.services.rights import require

LONGEST_TEXT = 8_000


class PlanningService:
    """The plan of the team: everybody reads it, who may edit settings writes it."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def steps(self, actor: Actor) -> tuple[PlanStep, ...]:
        """Return all steps in the team's order."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            return steps_of(connection)

    def write(
        self,
        actor: Actor,
        step: PlanStep,
        *,
        decision: str,
        responsible_id: int | None,
        due_on: date | None,
        content: Mapping[Field, str],
    ) -> Done[PlanStep]:
        """Write what a step says; the undo puts back what it said.

        Raises:
            Invalid: ``plan.long``. Conflict: ``plan.changed`` when somebody wrote in it meanwhile.
        """
        values = {
            "decision": decision.strip() or None,
            "responsible_id": responsible_id,
            "due_on": due_on,
            "content": {key.value: value for key, value in content.items() if value} or None,
        }
        if len(decision) > LONGEST_TEXT or any(len(value) > LONGEST_TEXT for value in content.values()):
            raise Invalid("plan.long", longest=LONGEST_TEXT)
        done = self._change(actor, step, values, "plan_step_written")

        def back() -> Done[PlanStep]:
            return self.write(
                actor,
                done.value,
                decision=step.decision,
                responsible_id=step.responsible_id,
                due_on=step.due_on,
                content=step.content,
            )

        return Done(done.value, done.changes, Undo("plan_written", 1, back))

    def settle(self, actor: Actor, step: PlanStep, *, is_done: bool) -> Done[PlanStep]:
        """Mark a step as settled, or as open again; the undo takes it back. Raises as ``write``."""
        values = {
            "done_at": self._database.clock.now() if is_done else None,
            "done_by_id": actor.person_id if is_done else None,
        }
        done = self._change(actor, step, values, "plan_step_settled" if is_done else "plan_step_reopened")
        undo = Undo("plan_settled", 1, lambda: self.settle(actor, done.value, is_done=not is_done))
        return Done(done.value, done.changes, undo)

    def reorder(self, actor: Actor, numbers: Sequence[int]) -> Done[None]:
        """Put the steps into this order; steps not named follow in theirs. The undo brings the old order back."""
        require(actor, Right.EDIT_SETTINGS)
        wanted = [*dict.fromkeys(n for n in numbers if 0 <= n < len(STEPS))]
        wanted += [spec.number for spec in STEPS if spec.number not in wanted]

        def work(act: Act) -> list[int]:
            before = [step.spec.number for step in steps_of(act.connection)]
            for position, number in enumerate(wanted):
                _make_room(act.connection, number, position)
                act.connection.execute(update(StepRow).where(StepRow.step == number).values(position=position))
            act.touch(topics=[Topic.PLAN])
            return before

        before, changes = self._database.act(work, actor=actor)
        return Done(None, changes, Undo("plan_reordered", 1, lambda: self.reorder(actor, before)))

    def _change(self, actor: Actor, step: PlanStep, values: Mapping[str, Any], verb: str) -> Done[PlanStep]:
        require(actor, Right.EDIT_SETTINGS)
        number = step.spec.number

        def work(act: Act) -> PlanStep:
            _make_room(act.connection, number, step.position)
            changed = act.connection.execute(
                update(StepRow)
                .where(StepRow.step == number, StepRow.version == step.version)
                .values(**values, version=step.version + 1)
            ).rowcount
            if not changed:
                raise Conflict("plan.changed")
            facts = {"step": number, "decision": values.get("decision"), "responsible": values.get("responsible_id")}
            act.record(None, verb, facts)
            act.touch(topics=[Topic.PLAN])
            return next(each for each in steps_of(act.connection) if each.spec.number == number)

        written, changes = self._database.act(work, actor=actor)
        return Done(written, changes)


def steps_of(connection: Connection) -> tuple[PlanStep, ...]:
    """Return all steps in the team's order, also those nobody has written in."""
    responsible, settler = aliased(Person), aliased(Person)
    statement = (
        select(
            StepRow.step,
            StepRow.position,
            StepRow.decision,
            StepRow.responsible_id,
            responsible.name,
            StepRow.due_on,
            StepRow.content,
            StepRow.done_at,
            settler.name,
            StepRow.version,
        )
        .outerjoin(responsible, responsible.id == StepRow.responsible_id)
        .outerjoin(settler, settler.id == StepRow.done_by_id)
    )
    rows = {row[0]: tuple(row) for row in connection.execute(statement)}
    found = []
    for spec in STEPS:
        row = rows.get(spec.number)
        if row is None:
            found.append(PlanStep(spec, spec.number))
            continue
        (_step, position, decision, person_id, person, due_on, content, done_at, done_by, version) = row
        found.append(
            PlanStep(
                spec=spec,
                position=position,
                decision=decision or "",
                responsible_id=person_id,
                responsible=person or "",
                due_on=due_on,
                content=content_from_json(content),
                done_at=done_at,
                done_by=done_by or "",
                version=version,
            )
        )
    return tuple(sorted(found, key=lambda step: (step.position, step.spec.number)))


def _make_room(connection: Connection, number: int, position: int) -> None:
    """Give a step that nobody has written in its row, so that it can be changed like the others.

    Where a colleague makes it in the same moment, this waits for theirs; its version then says that they were first.
    """
    module = postgresql if connection.dialect.name == "postgresql" else sqlite
    adding = module.insert(StepRow).values(step=number, position=position, version=0)
    connection.execute(adding.on_conflict_do_nothing(index_elements=["step"]))
