"""Edits the areas that answer cases of the second level: who is in them, by when they answer, in what order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select

from app.models.domain.changes import Topic
from app.models.domain.people import Actor, Right
from app.models.domain.words import clean_text, fold
from app.models.schema.people import Area, Person
from app.models.schema.settings import Calendar
from app.services.acts import Act, Done, Undo
from app.services.area_book import (
    AREA_COLUMNS,
    AreaCard,
    KeptAreas,
    area_cards,
    area_versions,
    check_version,
    keep_areas,
    locked_area,
    members_of,
    open_cases_of,
    put_members,
    restore,
    write_area,
)
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.rights import require
from app.services.settings_book import record_change

SECTION = "areas"
LONGEST_NAME = 60
LONGEST_CONTACT = 200
MOST_MINUTES = 60 * 24 * 90
_FIRST_MINUTES = 480


@dataclass(frozen=True, slots=True)
class AreaSheet:
    """What is typed of an area."""

    name: str
    contact: str | None
    answer_minutes: int
    silence_minutes: int
    calendar_id: int | None = None


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """A calendar by which an area may answer."""

    id: int
    name: str


class AreaService:
    """Lists and edits areas; each edit is one act with its undo."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def list(self, *, include_retired: bool = False) -> tuple[AreaCard, ...]:
        """Return the areas in the team's order, retired ones last."""
        with self._database.read() as connection:
            return area_cards(connection, include_retired=include_retired)

    def calendars(self) -> tuple[CalendarChoice, ...]:
        """Return the calendars to choose from."""
        with self._database.read() as connection:
            rows = connection.execute(select(Calendar.id, Calendar.name).order_by(Calendar.id))
            return tuple(CalendarChoice(*row) for row in rows)

    def add(self, actor: Actor, name: str) -> Done[int]:
        """Add an area with the usual deadlines; return its id.

        Raises:
            Invalid: ``area_name_missing``, ``area_name_long``. Conflict: ``area_name_taken``.
        """
        tidy = _tidy_name(name)
        require(actor, Right.EDIT_SETTINGS)

        def work(act: Act) -> int:
            _refuse_taken(act.connection, tidy)
            last = act.connection.execute(select(func.max(Area.position))).scalar_one()
            values = {
                "key": _free_key(act.connection, tidy),
                "name": tidy,
                "answer_minutes": _FIRST_MINUTES,
                "silence_minutes": _FIRST_MINUTES,
                "position": (last or 0) + 1,
            }
            area_id: int = act.connection.execute(insert(Area).values(values).returning(Area.id)).scalar_one()
            record_change(act, SECTION, "area_added", None, {"name": tidy}, Topic.AREAS)
            return area_id

        area_id, changes = self._database.act(work, actor=actor)

        def revert() -> Done[None]:
            return Done(None, self.retire(actor, area_id, expected_version=1).changes)

        return Done(area_id, changes, Undo("area_added", 1, revert))

    def change(self, actor: Actor, area_id: int, sheet: AreaSheet, *, expected_version: int) -> Done[int]:
        """Write name, contact, deadlines and calendar; what already waits here gets its new time from re-planning.

        Raises:
            Invalid: ``area_name_missing``, ``area_name_long``, ``area_contact_long``, ``area_minutes_invalid``,
            ``area_calendar_unknown``. Conflict: ``area_changed``, ``area_name_taken``.
        """
        values = _checked(sheet)

        def work(act: Act) -> object:
            row = locked_area(act, area_id, expected_version)
            _refuse_taken(act.connection, values["name"], but=area_id)
            _check_calendar(act.connection, sheet.calendar_id)
            new = {name: value for name, value in values.items() if getattr(row, name) != value}
            write_area(act, row, new)
            return {name: getattr(row, name) for name in new}, new

        return self._edit(actor, "area_changed", [area_id], work)

    def set_ombudsman(self, actor: Actor, area_id: int, *, expected_version: int) -> Done[int]:
        """Make an area the last instance; the one before is it no more.

        Raises:
            Refused: ``area_retired``. Conflict: ``area_changed``.
        """
        with self._database.read() as connection:
            touched = {area_id, *connection.execute(select(Area.id).where(Area.is_ombudsman)).scalars()}

        def work(act: Act) -> object:
            rows = {each: locked_area(act, each, None) for each in sorted(touched)}
            check_version(rows[area_id], expected_version)
            if not rows[area_id].is_active:
                raise Refused("area_retired")
            for row in rows.values():
                if row.is_ombudsman != (row.id == area_id):
                    write_area(act, row, {"is_ombudsman": row.id == area_id})
            before = [row.name for row in rows.values() if row.is_ombudsman]
            return before, [rows[area_id].name]

        return self._edit(actor, "ombudsman_set", touched, work)

    def retire(self, actor: Actor, area_id: int, *, expected_version: int) -> Done[int]:
        """Offer an area no more; what it answered stays readable.

        Raises:
            Refused: ``area_is_ombudsman`` (the team has exactly one last instance), ``area_has_cases`` with ``n``.
            Conflict: ``area_changed``.
        """

        def work(act: Act) -> object:
            row = locked_area(act, area_id, expected_version)
            if row.is_ombudsman:
                raise Refused("area_is_ombudsman", name=row.name)
            n = open_cases_of(act.connection, [area_id]).get(area_id, 0)
            if n:
                raise Refused("area_has_cases", name=row.name, n=n)
            write_area(act, row, {"is_active": False})
            return {"name": row.name}, None

        return self._edit(actor, "area_retired", [area_id], work)

    def revive(self, actor: Actor, area_id: int, *, expected_version: int) -> Done[int]:
        """Offer a retired area again. Raises Conflict ``area_changed`` or ``area_name_taken``."""

        def work(act: Act) -> object:
            row = locked_area(act, area_id, expected_version)
            _refuse_taken(act.connection, row.name, but=area_id)
            write_area(act, row, {"is_active": True})
            return None, {"name": row.name}

        return self._edit(actor, "area_revived", [area_id], work)

    def set_members(
        self, actor: Actor, area_id: int, people: Sequence[int], representative: int | None, *, expected_version: int
    ) -> Done[int]:
        """Say who belongs to an area and who speaks for it (None = nobody yet).

        Raises:
            Invalid: ``person_unknown``, ``representative_not_member``. Conflict: ``area_changed``.
        """
        wanted = {person: person == representative for person in people}
        if representative is not None and representative not in wanted:
            raise Invalid("representative_not_member")

        def work(act: Act) -> object:
            row = locked_area(act, area_id, expected_version)
            before = dict(members_of(act.connection, [area_id])[area_id])
            new = wanted.keys() - before.keys()
            known = select(func.count()).select_from(Person).where(Person.id.in_(sorted(new)), Person.is_active)
            if act.connection.execute(known).scalar_one() != len(new):
                raise Invalid("person_unknown")
            put_members(act.connection, area_id, wanted.items())
            write_area(act, row, {})
            return {"area": row.key, "people": sorted(before)}, {"area": row.key, "people": sorted(wanted)}

        return self._edit(actor, "area_members", [area_id], work)

    def reorder(self, actor: Actor, ids: Sequence[int]) -> Done[int]:
        """Put the areas in this order; those not named follow as they were.

        Raises:
            Conflict: ``area_changed`` when one is not there any more.
        """

        def work(act: Act) -> object:
            rows = act.connection.execute(
                select(*AREA_COLUMNS).order_by(Area.position, Area.id).with_for_update()
            ).all()
            known = {row.id: row for row in rows}
            if not set(ids) <= known.keys() or len(set(ids)) != len(ids):
                raise Conflict("area_changed")
            order = [*ids, *(each for each in known if each not in set(ids))]
            for place, each in enumerate(order):
                if known[each].position != place:
                    write_area(act, known[each], {"position": place})
            return [row.name for row in rows], [known[each].name for each in order]

        return self._edit(actor, "areas_reordered", None, work)

    def _edit(self, actor: Actor, what: str, ids: Iterable[int] | None, work: Callable[[Act], Any]) -> Done[int]:
        """Do an edit with its record; ``ids`` are the areas it may touch (None = all), kept for the undo."""
        require(actor, Right.EDIT_SETTINGS)

        def once(act: Act) -> tuple[KeptAreas, Mapping[int, int], int]:
            wanted = list(act.connection.execute(select(Area.id)).scalars()) if ids is None else sorted(set(ids))
            kept = keep_areas(act.connection, wanted)
            before, after = work(act)
            record_change(act, SECTION, what, before, after, Topic.AREAS)
            return kept, area_versions(act.connection, wanted), len(wanted)

        (kept, versions, count), changes = self._database.act(once, actor=actor)

        def revert() -> Done[None]:
            def back(act: Act) -> None:
                restore(act, kept, versions)
                record_change(act, SECTION, "undo", what, None, Topic.AREAS)

            return Done(*self._database.act(back, actor=actor))

        return Done(count, changes, Undo(what, 1, revert))


def _checked(sheet: AreaSheet) -> dict[str, Any]:
    contact = clean_text(sheet.contact or "").strip() or None
    if contact is not None and len(contact) > LONGEST_CONTACT:
        raise Invalid("area_contact_long", limit=LONGEST_CONTACT)
    for minutes in (sheet.answer_minutes, sheet.silence_minutes):
        if not 1 <= minutes <= MOST_MINUTES:
            raise Invalid("area_minutes_invalid", days=MOST_MINUTES // (60 * 24))
    return {
        "name": _tidy_name(sheet.name),
        "contact": contact,
        "answer_minutes": sheet.answer_minutes,
        "silence_minutes": sheet.silence_minutes,
        "calendar_id": sheet.calendar_id,
    }


def _tidy_name(name: str) -> str:
    tidy = " ".join(clean_text(name).split())
    if not tidy:
        raise Invalid("area_name_missing")
    if len(tidy) > LONGEST_NAME:
        raise Invalid("area_name_long", limit=LONGEST_NAME)
    return tidy


def _refuse_taken(connection: Connection, name: str, but: int | None = None) -> None:
    rows = connection.execute(select(Area.id, Area.name).where(Area.is_active))
    if any(fold(row.name) == fold(name) and row.id != but for row in rows):
        raise Conflict("area_name_taken", name=name)


def _free_key(connection: Connection, name: str) -> str:
    taken = set(connection.execute(select(Area.key)).scalars())
    stem = "_".join("".join(c if c.isalnum() else " " for c in fold(name)).split()) or "area"
    number = 1
    key = stem
    while key in taken:
        number += 1
        key = f"{stem}_{number}"
    return key


def _check_calendar(connection: Connection, calendar_id: int | None) -> None:
    known = select(Calendar.id).where(Calendar.id == calendar_id)
    if calendar_id is not None and connection.execute(known).first() is None:
        raise Invalid("area_calendar_unknown")
