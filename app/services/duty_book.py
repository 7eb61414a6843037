"""Writes down, inside an act, what the law or the team's practice asks for on a case, and when it was done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.breach import Lateness
from app.models.domain.business_hours import WeekCalendar
from app.models.domain.legal import LegalBook, LegalRule, read_legal
from app.models.queries.case_facts import node_keys
from app.models.queries.rows import AnyRow
from app.models.schema.channels import Channel
from app.models.schema.rules import IS_DUTY_OPEN, Duty
from app.services.acts import Act
from app.services.breach_book import notice
from app.services.first_day import original_setting
from app.services.mention_book import business_zone
from app.services.setting_keys import LEGAL_SETTING
from app.services.settings_book import read_setting


@dataclass(frozen=True, slots=True)
class NewDuty:
    """A duty that has arisen: the rule's kind, its norm as it stands, since when and until when."""

    kind: str
    norm: str
    began_at: datetime
    due_at: datetime
    is_answer: bool


def legal_book(connection: Connection) -> LegalBook:
    """Return the team's legal profiles; a setting that cannot be read is the first day's."""
    try:
        return read_legal(read_setting(connection, LEGAL_SETTING).value)
    except (ValueError, KeyError, TypeError, AttributeError):
        return read_legal(original_setting(LEGAL_SETTING))


def duties_at_opening(
    connection: Connection, channel_id: int, at: datetime, calendar: WeekCalendar | None
) -> tuple[NewDuty, ...]:
    """Return the duties of a case registered at that time on a channel."""
    book, zone = legal_book(connection), business_zone(connection)
    rules = book.at_opening(at.astimezone(zone).date(), _channel_key(connection, channel_id))
    return _duties(book, rules, at, zone=zone.key, calendar=calendar)


def duties_of_nodes(
    connection: Connection, channel_id: int, nodes: Collection[int], at: datetime, calendar: WeekCalendar | None
) -> tuple[NewDuty, ...]:
    """Return the duties that the classification of a case makes arise at that time."""
    book, zone = legal_book(connection), business_zone(connection)
    carried = {f"{axis}/{key}" for axis, keys in node_keys(connection, nodes).items() for key in keys}
    rules = book.of_nodes(at.astimezone(zone).date(), _channel_key(connection, channel_id), carried)
    return _duties(book, rules, at, zone=zone.key, calendar=calendar)


def duty_by_hand(
    connection: Connection, kind: str, began_at: datetime, calendar: WeekCalendar | None
) -> NewDuty | None:
    """Return the duty of a kind that a person says has arisen then, None when no rule in force has that kind."""
    book, zone = legal_book(connection), business_zone(connection)
    rules = [rule for rule in book.by_hand(began_at.astimezone(zone).date()) if rule.kind == kind]
    return next(iter(_duties(book, rules, began_at, zone=zone.key, calendar=calendar)), None)


def answer_due(duties: Iterable[NewDuty]) -> datetime | None:
    """Return by when the law wants the demand itself answered: the earliest of its terms."""
    return min((duty.due_at for duty in duties if duty.is_answer), default=None)


def add_duties(act: Act, case_id: int, duties: Iterable[NewDuty], *, is_told: bool = True) -> list[str]:
    """Write duties down, each kind once a case; return the kinds that are new.

    ``is_told`` False leaves the history to the act that knows of the duty itself.
    """
    module = postgresql if act.connection.dialect.name == "postgresql" else sqlite
    new: list[str] = []
    for duty in duties:
        values = {
            "case_id": case_id,
            "kind": duty.kind,
            "norm": duty.norm,
            "began_at": duty.began_at,
            "due_at": duty.due_at,
        }
        statement = module.insert(Duty).values(values).on_conflict_do_nothing().returning(Duty.id)
        if act.connection.execute(statement).first() is not None:
            new.append(duty.kind)
            if is_told:
                act.record(case_id, "duty", {"kind": duty.kind, "norm": duty.norm, "due_at": duty.due_at.isoformat()})
    return new


def open_duties(connection: Connection, case_id: int) -> list[AnyRow]:
    """Return the duties of a case that nobody has done yet."""
    statement = select(*Duty.__table__.c).where(Duty.case_id == case_id, IS_DUTY_OPEN).order_by(Duty.due_at, Duty.id)
    return list(connection.execute(statement))


def settle_duties(act: Act, case_id: int, rows: Iterable[AnyRow], note: str | None = None) -> None:
    """Say that open duties are done; one that comes after its time is a breach."""
    for row in rows:
        values: Mapping[str, Any] = {"done_at": act.at, "done_by_id": act.actor.person_id, "note": note}
        act.connection.execute(update(Duty).where(Duty.id == row.id, IS_DUTY_OPEN).values(values))
        if act.at > row.due_at:
            notice(act, case_id, [Lateness(row.kind, row.due_at)])


def settle_answers(act: Act, case_id: int) -> None:
    """Settle the duties that the answer to the demand settles: the case is resolved."""
    rows = open_duties(act.connection, case_id)
    if rows:
        kinds = legal_book(act.connection).answer_kinds
        settle_duties(act, case_id, [row for row in rows if row.kind in kinds])


def reopen_answers(act: Act, case_id: int, resolved_at: datetime) -> None:
    """Open again what the answer given at ``resolved_at`` settled: the law's term still runs from registration."""
    mine = (Duty.case_id == case_id, Duty.done_at == resolved_at)
    kinds = legal_book(act.connection).answer_kinds
    act.connection.execute(
        update(Duty).where(*mine, Duty.kind.in_(sorted(kinds))).values(done_at=None, done_by_id=None, note=None)
    )


def _duties(
    book: LegalBook, rules: Iterable[LegalRule], at: datetime, *, zone: str, calendar: WeekCalendar | None
) -> tuple[NewDuty, ...]:
    found: dict[str, NewDuty] = {}
    for rule in rules:
        due = book.due_at(rule, at, zone, calendar)
        found.setdefault(rule.kind, NewDuty(rule.kind, rule.norm, at, due, rule.is_answer))
    return tuple(found.values())


def _channel_key(connection: Connection, channel_id: int) -> str:
    return str(connection.execute(select(Channel.key).where(Channel.id == channel_id)).scalar_one())
