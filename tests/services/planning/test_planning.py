"""The plan is written by who may, never over a colleague's words, and every act can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.models.domain.people import Actor, Role
from app.models.domain.plan import STEPS, Fact, Field, PlanStep
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.plan_facts import PlanFactsService
from app.services.planning import LONGEST_TEXT, PlanningService

DUE = date(2026, 12, 15)


def write(service: PlanningService, actor: Actor, step: PlanStep, text: str) -> PlanStep:
    content = {Field.GOALS: "Menos queixas", Field.OBJECTIVE: ""}
    return service.write(actor, step, decision=text, responsible_id=actor.person_id, due_on=DUE, content=content).value


def test_a_step_is_written_settled_and_taken_back(database: Database, actor: Actor) -> None:
    service = PlanningService(database=database)
    first = service.steps(actor)[0]
    assert first == PlanStep(STEPS[0], 0)
    said = write(service, actor, first, " Os dois. ")
    assert (said.decision, said.responsible, said.due_on, said.version) == ("Os dois.", actor.name, DUE, 1)
    assert said.content == {Field.GOALS: "Menos queixas"}
    done = service.settle(actor, said, is_done=True)
    assert done.value.is_done
    assert done.value.done_by == actor.name
    assert service.steps(actor)[0] == done.value
    with pytest.raises(Conflict, match=r"plan\.changed"):
        write(service, actor, said, "Sem ter visto")
    with pytest.raises(Conflict):
        write(service, actor, first, "Nem isto")
    assert done.undo is not None
    back = done.undo.revert().value
    assert not back.is_done
    rewritten = service.write(actor, back, decision="", responsible_id=None, due_on=None, content={})
    assert rewritten.value.decision == ""
    assert rewritten.undo is not None
    assert rewritten.undo.revert().value.decision == "Os dois."
    with pytest.raises(Invalid, match=r"plan\.long"):
        write(service, actor, rewritten.value, "x" * (LONGEST_TEXT + 1))
    with pytest.raises(Refused):
        write(service, Actor(9, "Bia", Role.ANALYST), first, "Não posso")


def test_the_order_is_the_teams_and_loses_no_step(database: Database, actor: Actor) -> None:
    service = PlanningService(database=database)
    done = service.reorder(actor, [0, 2, 1, 2, 99])
    numbers = [step.spec.number for step in service.steps(actor)]
    assert numbers == [0, 2, 1, *range(3, 13)]
    assert replace(write(service, actor, service.steps(actor)[1], "Noites"), version=0).position == 1
    assert done.undo is not None
    done.undo.revert()
    assert [step.spec.number for step in service.steps(actor)] == list(range(13))
    assert service.steps(actor)[2].decision == "Noites"


def test_the_figures_of_the_steps(database: Database, actor: Actor) -> None:
    facts = PlanFactsService(database=database).facts(actor)
    told = {fact: value for step in facts.values() for fact, value in step}
    assert set(told) == set(Fact)
    assert told[Fact.AREAS] >= told[Fact.AREAS_UNATTENDED]
    assert min(told[fact] for fact in (Fact.AREAS, Fact.ROUTES, Fact.NODES, Fact.TRAITS, Fact.CRISIS_TRIGGERS)) > 0
