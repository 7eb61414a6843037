"""What one section of the rules names of another: a file that names an area which is nowhere is not taken in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from app.models.schema.people import Area
from app.services.errors import Invalid


def check_links(connection: Connection, sections: Mapping[str, Any]) -> None:
    """Refuse sections (JSON forms that were checked one by one) that name an area neither here nor in the file.

    An area that was retired here is known: the rules pass it over, and it may come back.

    Raises:
        Invalid: ``rule_set_unreadable`` (section).
    """
    known = set(connection.execute(select(Area.key)).scalars())
    known |= {row["key"] for row in sections.get("areas", ())}
    routes = sections.get("routes", {}).get("routes", {})
    crisis = sections.get("crisis", {}).get("crisis", {})
    named = {
        "routes": {str(rule["area"]) for rule in routes.get("rules", ())},
        "crisis": {str(area) for level in crisis.get("levels", ()) for area in level.get("areas", ())},
    }
    for section, areas in named.items():
        if not areas <= known:
            raise Invalid("rule_set_unreadable", section=section)
