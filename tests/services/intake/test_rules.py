from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.models.domain.incoming import IncomingMention
from app.models.domain.intake_rule import IntakeRule
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import MentionState
from app.models.schema.mentions import Mention
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.intake import IntakeService, batch_of
from app.services.intake.rules import RuleBook
from app.services.mention_book import MentionBook
from app.services.recount import recount

AT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
JOBS = IntakeRule(id=0, name="Vagas", any_words=("vaga",), channels=frozenset({"x"}), min_reach=1)


@pytest.fixture
def rules(database: Database) -> RuleBook:
    return RuleBook(database=database, book=MentionBook())


@pytest.fixture(autouse=True)
def mentions(database: Database) -> None:
    intake = IntakeService(database=database, book=MentionBook(), on_case_mention=lambda *_: None)
    texts = ["Tem vaga?", "Vaga de emprego", "Vaga no hospital: passei mal", "Produto quebrado"]
    old = IncomingMention(channel="x", text="vaga antiga", posted_at=AT - timedelta(days=90), reach=5)
    intake.receive(batch_of([*(IncomingMention(channel="x", text=t, posted_at=AT, reach=5) for t in texts), old]))


def states(database: Database) -> list[str]:
    with database.read() as connection:
        assert recount(connection) == []
        return sorted(state.value for state in connection.execute(select(Mention.state)).scalars())


def test_a_rule_is_kept_as_it_was_written(rules: RuleBook, actor: Actor) -> None:
    rule_id = rules.add(JOBS, actor=actor).value
    info = next(each for each in rules.all() if each.rule.id == rule_id)
    assert info.rule == replace(JOBS, id=rule_id)
    assert rules.edit(replace(info.rule, name="Vagas de emprego"), version=1, actor=actor).value == 2
    with pytest.raises(Conflict, match="rule_changed"):
        rules.enable(rule_id, enabled=False, version=1, actor=actor)
    assert rules.enable(rule_id, enabled=False, version=2, actor=actor).value == 3
    with pytest.raises(Conflict, match="rule_changed"):
        rules.enable(9_999, enabled=False, version=1, actor=actor)


def test_what_makes_no_rule_is_refused(rules: RuleBook, actor: Actor) -> None:
    with pytest.raises(Invalid, match="rule_without_name"):
        rules.add(replace(JOBS, name=" "), actor=actor)
    with pytest.raises(Invalid, match="rule_without_conditions"):
        rules.add(IntakeRule(id=0, name="Tudo"), actor=actor)
    with pytest.raises(Refused, match="not_allowed"):
        rules.add(JOBS, actor=Actor(4, "Ana", Role.ATTENDANT))


def test_preview_apply_undo_and_revert(rules: RuleBook, database: Database, actor: Actor) -> None:
    rule = replace(JOBS, id=rules.add(JOBS, actor=actor).value)
    assert rules.preview(rule) == 2
    done = rules.apply_to_waiting(rule, actor=actor)
    assert done.value == 3
    assert states(database).count(MentionState.MONITORED) == 3
    assert next(each.hits for each in rules.all() if each.rule.id == rule.id) == 3
    assert done.undo is not None
    assert done.undo.revert().value == 3
    assert states(database).count(MentionState.TO_TRIAGE) == 5
    rules.apply_to_waiting(rule, actor=actor)
    back = rules.revert(rule, actor=actor)
    assert back.value == 3
    assert back.undo is not None
    back.undo.revert()
    assert states(database).count(MentionState.MONITORED) == 3
    assert rules.apply_to_waiting(replace(rule, any_words=("nunca",)), actor=actor).undo is None
