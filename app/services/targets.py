"""Edits the team's targets: what is promised on which channel, nature, customer and level of crisis, and which wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from app.models.domain.changes import Topic
from app.models.domain.hours_check import ordinary_day, week_from_stored
from app.models.domain.people import Actor, Right
from app.models.domain.sla import SlaTarget as Target
from app.models.domain.target_order import beaten, by_weight, kind_of
from app.models.queries.hours import calendars
from app.models.queries.targets import NatureChoice, channel_choices, nature_choices, target_rows
from app.models.schema.settings import SlaTarget
from app.services.acts import Act, Done, Undo
from app.services.case_clock import targets
from app.services.database import Database
from app.services.errors import Conflict, Invalid
from app.services.rights import require
from app.services.settings_book import read_setting, record_change
from app.services.team_calendars import CalendarShelf, check_calendars

SECTION = "targets"
LONGEST_MINUTES = 366 * 24 * 60
LONGEST_NAME = 120
_FIRST_LEVELS = (1, 2, 3)
_FIELDS = (
    "name",
    "channel_id",
    "nature_node_id",
    "is_vip",
    "crisis_level",
    "first_response_minutes",
    "resolution_minutes",
    "is_clock_time",
    "warning_percent",
)


@dataclass(frozen=True, slots=True)
class TargetForm:
    """A target as edited; None in a condition means any. Minutes, business or clock time."""

    name: str
    first_response_minutes: int
    resolution_minutes: int
    channel_id: int | None = None
    nature_node_id: int | None = None
    is_vip: bool | None = None
    crisis_level: int | None = None
    is_clock_time: bool = False
    warning_percent: int = 75


@dataclass(frozen=True, slots=True)
class TargetInfo:
    """A stored target with its version; ``beaten_by`` names the one that wins whenever it holds, "" = it can win."""

    id: int
    form: TargetForm
    version: int
    position: int
    beaten_by: str = ""

    @property
    def target(self) -> Target:
        """What the clocks count by."""
        return target_of(self.id, self.form, self.position)


@dataclass(frozen=True)
class TargetBook:
    """The targets as they weigh, the heaviest first, and what their conditions are chosen from.

    ``day_minutes`` = the open minutes of an ordinary day of the team's hours.
    """

    targets: tuple[TargetInfo, ...]
    channels: Mapping[int, str]
    natures: tuple[NatureChoice, ...]
    levels: tuple[int, ...]
    day_minutes: int

    @property
    def domain(self) -> tuple[Target, ...]:
        """The targets as the clocks know them."""
        return tuple(each.target for each in self.targets)


def target_of(target_id: int, form: TargetForm, position: int) -> Target:
    """Return a form as the clocks count by it; id 0 for one that is not stored yet."""
    return Target(
        id=target_id,
        first_response=timedelta(minutes=form.first_response_minutes),
        resolution=timedelta(minutes=form.resolution_minutes),
        is_clock_time=form.is_clock_time,
        channel_id=form.channel_id,
        nature_id=form.nature_node_id,
        is_vip=form.is_vip,
        crisis_level=form.crisis_level,
        warning_percent=form.warning_percent,
        position=position,
        name=form.name,
    )


class TargetService:
    """Reads and edits the targets; every edit carries the version that was read and has one undo."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def book(self) -> TargetBook:
        """Return all targets and what is chosen from."""
        with self._database.read() as connection:
            rows = target_rows(connection)
            channels = {row.id: row.name for row in channel_choices(connection)}
            natures = nature_choices(connection)
            hours = calendars(connection)
            crisis = read_setting(connection, "crisis").value
        infos = {row.id: TargetInfo(row.id, _form(row), row.version, row.position) for row in rows}
        domain = [each.target for each in infos.values()]
        losers = beaten(domain, {each.id: each.above for each in natures})
        ordered = [
            replace(infos[each.id], beaten_by=losers[each.id].name if each.id in losers else "")
            for each in by_weight(domain)
        ]
        day = ordinary_day(week_from_stored(hours[0].week)) if hours else ordinary_day({})
        return TargetBook(tuple(ordered), channels, natures, _levels(crisis), day)

    def add(self, actor: Actor, form: TargetForm) -> Done[int]:
        """Add a target below those of its weight and return its id; undo takes it out.

        Raises:
            Invalid: ``target_name_missing``, ``target_time_missing``, ``target_backwards``, ``target_warning``.
            Refused: ``not_allowed``, ``clock_never_ends``.
        """
        return self._act(actor, "target_added", lambda act: _insert(act, form))

    def change(self, actor: Actor, target_id: int, form: TargetForm, *, expected_version: int) -> Done[int]:
        """Make a target say ``form``; undo puts the earlier one back. Raises as ``add`` and Conflict."""

        def work(act: Act) -> int:
            row = _locked(act.connection, target_id, expected_version)
            values = {**_values(form), "version": expected_version + 1}
            act.connection.execute(update(SlaTarget).where(SlaTarget.id == target_id).values(**values))
            record_change(act, SECTION, f"target:{form.name}", _told(_form(row)), _told(form), Topic.TARGETS)
            return target_id

        return self._act(actor, "target_changed", work, form)

    def remove(self, actor: Actor, target_id: int, *, expected_version: int) -> Done[int]:
        """Take a target out; cases that went by it go by the next that holds. Raises Conflict ``target_changed``."""

        def work(act: Act) -> int:
            form = _form(_locked(act.connection, target_id, expected_version))
            act.connection.execute(delete(SlaTarget).where(SlaTarget.id == target_id))
            record_change(act, SECTION, f"target:{form.name}", _told(form), None, Topic.TARGETS)
            return target_id

        return self._act(actor, "target_removed", work)

    def move(self, actor: Actor, target_id: int, step: int) -> Done[int]:
        """Place a target before (-1) or after (1) its neighbour of the same weight; others it cannot pass."""

        def work(act: Act) -> int:
            ordered = list(by_weight(targets(act.connection)))
            place = next((n for n, each in enumerate(ordered) if each.id == target_id), -1)
            other = place + step
            if place < 0:
                raise Conflict("target_changed")
            if not 0 <= other < len(ordered) or kind_of(ordered[other]) != kind_of(ordered[place]):
                return target_id
            before = [each.name for each in ordered]
            ordered[place], ordered[other] = ordered[other], ordered[place]
            for position, each in enumerate(ordered):
                act.connection.execute(update(SlaTarget).where(SlaTarget.id == each.id).values(position=position))
            record_change(act, SECTION, "order", before, [each.name for each in ordered], Topic.TARGETS)
            return target_id

        return self._act(actor, "targets_moved", work)

    def _act(self, actor: Actor, verb: str, work: Callable[[Act], int], form: TargetForm | None = None) -> Done[int]:
        require(actor, Right.EDIT_SETTINGS)

        def once(act: Act) -> tuple[int, list[dict[str, Any]], list[dict[str, Any]]]:
            if form is not None:
                check_target(form)
            before = _rows(act.connection)
            value = work(act)
            check_calendars(CalendarShelf().calendars(act.connection), targets(act.connection), act.at)
            return value, before, _rows(act.connection)

        (value, before, after), changes = self._database.act(once, actor=actor)

        def back(act: Act) -> int:
            present = _rows(act.connection)
            if _said(present) != _said(after):
                raise Conflict("target_changed")
            # Versions never come back: a screen that read one of the time between must not pass for up to date.
            newest = max((row["version"] for row in [*present, *before]), default=0) + 1
            write_rows(act.connection, [{**row, "version": newest} for row in before])
            record_change(act, SECTION, "undo", None, None, Topic.TARGETS)
            return value

        def revert() -> Done[int]:
            return Done(*self._database.act(back, actor=actor))

        return Done(value, changes, Undo(verb, 1, revert) if before != after else None)


def check_target(form: TargetForm) -> None:
    """Refuse a target that cannot be.

    Raises:
        Invalid: ``target_name_missing``, ``target_time_missing``, ``target_backwards``, ``target_warning``.
    """
    if not form.name.strip() or len(form.name) > LONGEST_NAME:
        raise Invalid("target_name_missing")
    if not 1 <= form.first_response_minutes <= LONGEST_MINUTES or not 1 <= form.resolution_minutes <= LONGEST_MINUTES:
        raise Invalid("target_time_missing")
    if form.resolution_minutes < form.first_response_minutes:
        raise Invalid("target_backwards")
    if not 1 <= form.warning_percent <= 99:  # noqa: PLR2004 - a warning at or after the end is none
        raise Invalid("target_warning")


def write_rows(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Make the table of targets hold exactly these rows."""
    connection.execute(delete(SlaTarget))
    if rows:
        connection.execute(insert(SlaTarget), list(rows))


def _insert(act: Act, form: TargetForm) -> int:
    check_target(form)
    positions = [row.position for row in target_rows(act.connection)]
    values = {**_values(form), "position": max(positions, default=-1) + 1}
    made: int = act.connection.execute(insert(SlaTarget).values(**values).returning(SlaTarget.id)).scalar_one()
    record_change(act, SECTION, f"target:{form.name}", None, _told(form), Topic.TARGETS)
    return made


def _locked(connection: Connection, target_id: int, expected_version: int) -> Any:  # noqa: ANN401 - a row
    row = connection.execute(select(*SlaTarget.__table__.c).where(SlaTarget.id == target_id)).one_or_none()
    if row is None or row.version != expected_version:
        raise Conflict("target_changed")
    return row


def _rows(connection: Connection) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in target_rows(connection)]  # noqa: SLF001 - SQLAlchemy's public name


def _said(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name != "version"} for row in rows]


def _form(row: Any) -> TargetForm:  # noqa: ANN401 - a row
    return TargetForm(**{name: getattr(row, name) for name in _FIELDS})


def _values(form: TargetForm) -> dict[str, Any]:
    return {**{name: getattr(form, name) for name in _FIELDS}, "name": form.name.strip()}


def _told(form: TargetForm) -> dict[str, Any]:
    return {name: getattr(form, name) for name in _FIELDS}


def _levels(crisis: Any) -> tuple[int, ...]:  # noqa: ANN401 - any JSON value
    levels = crisis.get("levels", ()) if isinstance(crisis, dict) else ()
    found = sorted({each["level"] for each in levels if isinstance(each, dict) and isinstance(each.get("level"), int)})
    return tuple(found) or _FIRST_LEVELS
