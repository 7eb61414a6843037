"""The areas as a part of the rules that one company hands to another: without persons, contacts and ids."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from app.models.domain.changes import Topic
from app.models.schema.people import Area
from app.services.acts import Act
from app.services.area_book import open_cases_of
from app.services.areas import LONGEST_NAME, MOST_MINUTES, SECTION
from app.services.first_day import SEEDS

Json = Any
_FORM = ("key", "name", "answer_minutes", "silence_minutes", "is_ombudsman")


class AreasSection:
    """The areas in use in their order. Members, contacts and own calendars stay where they are known."""

    key = SECTION

    def export(self, connection: Connection) -> Json:
        """Return the areas in use."""
        columns = [Area.__table__.c[name] for name in _FORM]
        statement = select(*columns).where(Area.is_active).order_by(Area.position, Area.id)
        return [row._asdict() for row in connection.execute(statement)]

    def check(self, data: Json) -> None:
        """Raise ValueError, KeyError or TypeError unless each area is whole and exactly one is the last instance."""
        if not isinstance(data, list) or not data:
            raise ValueError(SECTION)
        for row in data:
            _check_row(row)
        if len({row["key"] for row in data}) != len(data) or sum(row["is_ombudsman"] for row in data) != 1:
            raise ValueError(SECTION)

    def replace(self, act: Act, data: Json) -> None:
        """Add, change and order areas by key; those not named are retired.

        One that still has open cases, or was the last instance, stays in use behind the others, as
        ``AreaService.retire`` would refuse it: nothing may wait where nobody looks.
        """
        locked = select(*Area.__table__.c).order_by(Area.position, Area.id).with_for_update()
        present = {row.key: row for row in act.connection.execute(locked)}
        for place, row in enumerate(data):
            values = {name: row[name] for name in _FORM} | {"position": place, "is_active": True}
            _put(act.connection, present.get(row["key"]), values)
        named = {row["key"] for row in data}
        left = [row for key, row in present.items() if key not in named]
        busy = open_cases_of(act.connection, [row.id for row in left])
        kept = [row for row in left if row.is_active and (row.is_ombudsman or row.id in busy)]
        for place, row in enumerate(kept, len(data)):
            _put(act.connection, row, {"is_ombudsman": False, "position": place})
        for row in left:
            if row not in kept:
                _put(act.connection, row, {"is_active": False, "is_ombudsman": False})
        act.touch(topics=[Topic.AREAS])

    def original(self) -> Json:
        """Return the areas of the first day."""
        rows: list[Mapping[str, Any]] = json.loads((SEEDS / "areas.json").read_text(encoding="utf-8"))
        return [{name: row[name] for name in _FORM} for row in rows]


def _check_row(row: Mapping[str, Any]) -> None:
    if not isinstance(row["is_ombudsman"], bool) or not isinstance(row["key"], str) or not row["key"]:
        raise TypeError(SECTION)
    if not isinstance(row["name"], str) or not 0 < len(row["name"].strip()) <= LONGEST_NAME:
        raise ValueError(SECTION)
    for name in ("answer_minutes", "silence_minutes"):
        if not isinstance(row[name], int) or not 1 <= row[name] <= MOST_MINUTES:
            raise ValueError(SECTION)


def _put(connection: Connection, row: Any, values: Mapping[str, Any]) -> None:  # noqa: ANN401 - a row or None
    if row is None:
        connection.execute(insert(Area).values(**values))
    elif any(getattr(row, name) != value for name, value in values.items()):
        connection.execute(update(Area).where(Area.id == row.id).values(**values, version=row.version + 1))
