"""Intake rules as a team edits them: listed, tried on the last month, applied to what waits, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from app.models.domain.changes import Changes, Topic
from app.models.domain.intake_rule import IntakeFacts, IntakeRule, IntakeRules
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import MentionState
from app.models.schema.channels import Channel
from app.models.schema.customers import Handle
from app.models.schema.intake import IntakeRule as RuleRow
from app.models.schema.mentions import Mention
from app.services.acts import Act, Done, Undo
from app.services.database import Database
from app.services.errors import Conflict, Invalid
from app.services.facet_index import mention_words
from app.services.intake.setup import conditions_of, rule_of
from app.services.mention_book import MentionBook, Moved
from app.services.rights import require
from app.services.time_ids import lowest_id

_TRIED = timedelta(days=30)
_STREAM_ROWS = 1_000
_WAITING = frozenset({MentionState.TO_TRIAGE})


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """A rule with the number of mentions it has set aside (those it still holds) and its version."""

    rule: IntakeRule
    hits: int
    version: int


class RuleBook:
    """Edits intake rules and moves mentions by them, in bulk and reversibly."""

    def __init__(self, *, database: Database, book: MentionBook) -> None:
        self._database = database
        self._book = book

    def all(self) -> list[RuleInfo]:
        """Return the rules in their order."""
        hits = select(func.count()).where(Mention.intake_rule_id == RuleRow.id).scalar_subquery()
        columns = (RuleRow.id, RuleRow.name, RuleRow.is_enabled, RuleRow.conditions, RuleRow.version)
        with self._database.read() as connection:
            rows = connection.execute(select(*columns, hits.label("hits")).order_by(RuleRow.position, RuleRow.id))
            return [
                RuleInfo(rule_of(row.id, row.name, row.conditions, enabled=row.is_enabled), row.hits, row.version)
                for row in rows
            ]

    def add(self, rule: IntakeRule, *, actor: Actor) -> Done[int]:
        """Store a new rule at the end (its id is given here) and return its id.

        Raises:
            Refused: ``not_allowed``. Invalid: ``rule_without_name``, ``rule_without_conditions``.
        """
        require(actor, Right.EDIT_SETTINGS)
        _check(rule)

        def work(act: Act) -> int:
            last = act.connection.execute(select(func.max(RuleRow.position))).scalar_one()
            values = _values(rule) | {"position": (last or 0) + 1, "created_at": act.at, "version": 1}
            rule_id = act.connection.execute(insert(RuleRow).values(values).returning(RuleRow.id)).scalar_one()
            act.touch(topics=[Topic.INTAKE_RULES])
            act.record(None, "add_intake_rule", {"rule": rule_id, "name": rule.name, "to": conditions_of(rule)})
            return rule_id

        return Done(*self._database.act(work, actor=actor))

    def edit(self, rule: IntakeRule, *, version: int, actor: Actor) -> Done[int]:
        """Replace a rule (name, conditions, on or off) and return its new version.

        Raises:
            Refused: ``not_allowed``. Invalid: as ``add``. Conflict: ``rule_changed`` when ``version`` is stale.
        """
        require(actor, Right.EDIT_SETTINGS)
        _check(rule)

        def work(act: Act) -> int:
            statement = update(RuleRow).where(RuleRow.id == rule.id, RuleRow.version == version)
            if not act.connection.execute(statement.values(_values(rule) | {"version": version + 1})).rowcount:
                raise Conflict("rule_changed", name=rule.name)
            act.touch(topics=[Topic.INTAKE_RULES])
            body = {"rule": rule.id, "name": rule.name, "enabled": rule.enabled, "to": conditions_of(rule)}
            act.record(None, "edit_intake_rule", body)
            return version + 1

        return Done(*self._database.act(work, actor=actor))

    def enable(self, rule_id: int, *, enabled: bool, version: int, actor: Actor) -> Done[int]:
        """Turn a rule on or off and return its new version."""
        found = next((each.rule for each in self.all() if each.rule.id == rule_id), None)
        if found is None:
            raise Conflict("rule_changed", name="")
        return self.edit(replace(found, enabled=enabled), version=version, actor=actor)

    def preview(self, rule: IntakeRule) -> int:
        """Count the mentions of the last 30 days that the rule would set aside (a job: seconds for a busy month)."""
        since = lowest_id(self._database.clock.now() - _TRIED)
        with self._database.read() as connection:
            return sum(1 for _ in _matching(connection, rule, _candidates().where(Mention.id >= since)))

    def apply_to_waiting(self, rule: IntakeRule, *, actor: Actor) -> Done[int]:
        """Set aside what waits for triage and meets the rule; return how many. One undo takes all of it back."""
        require(actor, Right.WORK_CASES)

        def work(act: Act) -> list[Moved]:
            statement = _candidates().where(Mention.state == MentionState.TO_TRIAGE)
            ids = list(_matching(act.connection, rule, statement))
            moved = self._book.move(act, ids, to=MentionState.MONITORED, expected=_WAITING, rule_id=rule.id)
            act.record(None, "apply_intake_rule", {"rule": rule.id, "name": rule.name, "count": len(moved)})
            return moved

        return self._moved("apply_intake_rule", *self._database.act(work, actor=actor), actor=actor)

    def revert(self, rule: IntakeRule, *, actor: Actor) -> Done[int]:
        """Put all that the rule holds in *Monitorar* back for triage; return how many. One undo takes it back."""
        require(actor, Right.WORK_CASES)

        def work(act: Act) -> list[Moved]:
            ids = act.connection.execute(
                select(Mention.id).where(Mention.intake_rule_id == rule.id, Mention.state == MentionState.MONITORED)
            ).scalars()
            expected = frozenset({MentionState.MONITORED})
            moved = self._book.move(act, list(ids), to=MentionState.TO_TRIAGE, expected=expected)
            act.record(None, "revert_intake_rule", {"rule": rule.id, "name": rule.name, "count": len(moved)})
            return moved

        return self._moved("revert_intake_rule", *self._database.act(work, actor=actor), actor=actor)

    def _moved(self, verb: str, moved: list[Moved], changes: Changes, *, actor: Actor) -> Done[int]:
        def restore(act: Act) -> int:
            restored = self._book.restore(act, moved)
            act.record(None, f"undo_{verb}", {"count": len(restored)})
            return len(restored)

        def back() -> Done[int]:
            return Done(*self._database.act(restore, actor=actor))

        return Done(len(moved), changes, Undo(verb, len(moved), back) if moved else None)


def _check(rule: IntakeRule) -> None:
    if not rule.name.strip():
        raise Invalid("rule_without_name")
    if rule.enabled and not rule.has_conditions:
        raise Invalid("rule_without_conditions")


def _values(rule: IntakeRule) -> dict[str, object]:
    return {"name": rule.name.strip(), "is_enabled": rule.enabled, "conditions": conditions_of(rule)}


def _candidates() -> Select[*tuple[Any, ...]]:
    """Select what a rule looks at, of mentions without a crisis level: those are never set aside by a rule."""
    return (
        select(
            Mention.id,
            Channel.key,
            Mention.title,
            Mention.text,
            Handle.handle_key,
            Mention.is_private,
            Mention.is_direct,
            Mention.reach,
            Mention.language,
            Mention.sentiment,
        )
        .join(Channel, Channel.id == Mention.channel_id)
        .outerjoin(Handle, Handle.id == Mention.handle_id)
        .where(Mention.crisis_level.is_(None))
    )


def _matching(connection: Connection, rule: IntakeRule, statement: Select[*tuple[Any, ...]]) -> Iterator[int]:
    rules = IntakeRules([replace(rule, enabled=True)])
    for row in connection.execute(statement.execution_options(yield_per=_STREAM_ROWS)):
        facts = IntakeFacts(
            channel=row.key,
            words=mention_words(row.title, row.text),
            author_key=row.handle_key,
            is_private=row.is_private,
            is_direct=row.is_direct,
            reach=row.reach,
            language=row.language,
            sentiment=row.sentiment,
        )
        if rules.first_match(facts) is not None:
            yield row.id
