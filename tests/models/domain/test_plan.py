"""The twelve steps and their objective, and what a step keeps of its own."""

from __future__ import annotations

from datetime import UTC, datetime

from app.models.domain.plan import CHOICES, ONE_OF, STEPS, Block, Field, PlanStep, chosen, content_from_json


def test_the_steps_are_all_there_in_three_blocks() -> None:
    assert [spec.number for spec in STEPS] == list(range(13))
    assert {spec.block for spec in STEPS} == set(Block)
    asked = [field for spec in STEPS for field in spec.fields]
    assert sorted(asked) == sorted(Field)
    assert CHOICES.keys() >= ONE_OF
    assert all(spec.page or spec.fields for spec in STEPS)


def test_answers_are_told_in_the_order_offered_and_only_those_offered() -> None:
    content = {Field.CHECKLIST: "brand,service,luck"}
    assert chosen(content, Field.CHECKLIST) == ("service", "brand")
    assert chosen({}, Field.OBJECTIVE) == ()
    assert chosen({Field.GOALS: "a"}, Field.GOALS) == ()


def test_what_is_stored_is_read_as_far_as_it_is_known() -> None:
    assert content_from_json({"goals": "Menos queixas", "moon": "full", "objective": ""}) == {
        Field.GOALS: "Menos queixas"
    }
    assert content_from_json(None) == {}


def test_a_step_is_done_when_somebody_settled_it() -> None:
    assert not PlanStep(STEPS[0], 0).is_done
    assert PlanStep(STEPS[0], 0, done_at=datetime(2026, 11, 22, tzinfo=UTC)).is_done
