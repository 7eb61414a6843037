"""Puts the first day's data into a new database: axes and trees, areas, channels, hours, targets, templates, rules.

All of it is data from ``resources/seeds`` that the team may change afterwards; the keys stay.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from app.models.domain.history_chain import GENESIS
from app.models.domain.vocabulary import Visibility
from app.models.domain.words import fold
from app.models.schema.channels import Channel
from app.models.schema.classification import Axis, Node
from app.models.schema.history import ChangeCounter
from app.models.schema.intake import IntakeRule
from app.models.schema.people import Area
from app.models.schema.settings import (
    BusinessSetting,
    Calendar,
    CalendarException,
    ProtocolCounter,
    SlaTarget,
    Template,
)
from app.services.business_zone import COUNTED_ZONE_SETTING, ZONE_SETTING

SEEDS = Path(__file__).resolve().parents[2] / "resources" / "seeds"
_SETTING_FILES = ("crisis", "situations", "triage_reasons", "legal", "brand", "policy", "routes", "bursts")
_FIRST_TREE = "general"


def has_first_day_data(connection: Connection) -> bool:
    """Tell whether ``put_first_day_data`` has run here: it writes the change counter, without which nothing acts."""
    return connection.execute(select(ChangeCounter.id)).first() is not None


def put_first_day_data(connection: Connection, *, at: datetime, zone: str | None = None, seeds: Path = SEEDS) -> None:
    """Fill an empty, migrated database; ``zone`` (IANA) replaces the seeds' time zone."""
    connection.execute(insert(ChangeCounter).values(id=1, version=0, history_seq=0, head_hash=GENESIS))
    connection.execute(insert(ProtocolCounter).values(id=1, day=None, number=0))
    _put_settings(connection, seeds, zone)
    _put_calendar(connection, seeds, zone)
    channels = _put_channels(connection, seeds)
    connection.execute(insert(Area), [_numbered(row, i) for i, row in enumerate(_read(seeds, "areas"))])
    nodes = _put_axes(connection, seeds)
    _put_targets(connection, seeds, channels, nodes)
    _put_templates(connection, seeds)
    rules = [_numbered(row, i) | {"created_at": at} for i, row in enumerate(_read(seeds, "intake_rules"))]
    connection.execute(insert(IntakeRule), rules)


def complete_settings(connection: Connection, seeds: Path = SEEDS) -> None:
    """Add the settings that a newer version brings to a database that is in use; what is there stays as it is."""
    present = set(connection.execute(select(BusinessSetting.key)).scalars())
    missing = {key: value for key, value in _original_settings(seeds).items() if key not in present}
    if missing:
        connection.execute(insert(BusinessSetting), [{"key": key, "value": missing[key]} for key in sorted(missing)])


def original_setting(key: str, seeds: Path = SEEDS) -> Any:  # noqa: ANN401 - any JSON value
    """Return a setting as it is on the first day, None when there is none of that key."""
    return copy.deepcopy(_kept_settings(seeds).get(key))


@cache
def _kept_settings(seeds: Path) -> dict[str, Any]:
    # Asked for in acts, where a setting that nobody has stored yet is as common as another.
    return _original_settings(seeds)


def _original_settings(seeds: Path) -> dict[str, Any]:
    values: dict[str, Any] = _read(seeds, "business")
    for name in _SETTING_FILES:
        if (seeds / f"{name}.json").exists():
            values[name] = _read(seeds, name)
    return values


def tree_nodes(name: str, seeds: Path = SEEDS) -> list[dict[str, Any]]:
    """Return a ready-made subject tree as nested nodes (key, name, children)."""
    nodes: list[dict[str, Any]] = _read(seeds, f"trees/{name}")["nodes"]
    return nodes


def original_templates(seeds: Path = SEEDS) -> list[dict[str, Any]]:
    """Return the reply templates of the first day."""
    rows: list[dict[str, Any]] = _read(seeds, "templates")
    return rows


def _read(seeds: Path, name: str) -> Any:  # noqa: ANN401 - any JSON value
    return json.loads((seeds / f"{name}.json").read_text(encoding="utf-8"))


def _numbered(row: Mapping[str, Any], position: int) -> dict[str, Any]:
    return {**row, "position": position}


def _put_settings(connection: Connection, seeds: Path, zone: str | None) -> None:
    values = _original_settings(seeds)
    if zone is not None:
        values["zone"] = zone
    values[COUNTED_ZONE_SETTING] = values[ZONE_SETTING]
    connection.execute(insert(BusinessSetting), [{"key": key, "value": values[key]} for key in sorted(values)])


def _put_calendar(connection: Connection, seeds: Path, zone: str | None) -> None:
    calendar = _read(seeds, "calendar")
    statement = (
        insert(Calendar)
        .values(name=calendar["name"], zone=zone or calendar["zone"], week=calendar["week"])
        .returning(Calendar.id)
    )
    calendar_id = connection.execute(statement).scalar_one()
    rows = [
        {
            "calendar_id": calendar_id,
            "day": date.fromisoformat(row["day"]),
            "name": row["name"],
            "origin": row["origin"],
            "intervals": row["intervals"],
        }
        for row in calendar["exceptions"]
    ]
    connection.execute(insert(CalendarException), rows)


def _put_channels(connection: Connection, seeds: Path) -> dict[str, int]:
    rows = [_numbered(row, i) for i, row in enumerate(_read(seeds, "channels"))]
    connection.execute(insert(Channel), rows)
    return {row.key: row.id for row in connection.execute(select(Channel.key, Channel.id))}


def _put_axes(connection: Connection, seeds: Path) -> dict[str, int]:
    found: dict[str, int] = {}
    for position, axis in enumerate(_read(seeds, "axes")):
        statement = (
            insert(Axis)
            .values(key=axis["key"], name=axis["name"], carrier=axis["carrier"], position=position)
            .returning(Axis.id)
        )
        axis_id = connection.execute(statement).scalar_one()
        nodes = tree_nodes(_FIRST_TREE, seeds) if axis["key"] == "subject" else axis["nodes"]
        for key, node_id in put_nodes(connection, axis_id, nodes).items():
            found[f"{axis['key']}/{key}"] = node_id
    return found


def put_nodes(
    connection: Connection, axis_id: int, nodes: Iterable[Mapping[str, Any]], parent_id: int | None = None
) -> dict[str, int]:
    """Insert nested nodes under an axis (or a node of it) and return their ids by key."""
    ids: dict[str, int] = {}
    for position, node in enumerate(nodes):
        statement = (
            insert(Node)
            .values(
                axis_id=axis_id,
                parent_id=parent_id,
                key=node["key"],
                name=node["name"],
                folded_name=fold(node["name"]),
                description=node.get("description"),
                examples="\n".join(node.get("examples", ())) or None,
                color=node.get("color"),
                shortcut=node.get("shortcut"),
                position=position,
            )
            .returning(Node.id)
        )
        ids[node["key"]] = connection.execute(statement).scalar_one()
        ids |= put_nodes(connection, axis_id, node.get("children", ()), ids[node["key"]])
    return ids


def _put_targets(connection: Connection, seeds: Path, channels: dict[str, int], nodes: dict[str, int]) -> None:
    rows = [
        {
            "name": row["name"],
            "channel_id": channels[row["channel"]] if row["channel"] else None,
            "nature_node_id": nodes[f"nature/{row['nature']}"] if row["nature"] else None,
            "is_vip": row["is_vip"],
            "crisis_level": row["crisis_level"],
            "first_response_minutes": row["first_response_minutes"],
            "resolution_minutes": row["resolution_minutes"],
            "is_clock_time": row["is_clock_time"],
            "warning_percent": row["warning_percent"],
            "position": position,
        }
        for position, row in enumerate(_read(seeds, "sla"))
    ]
    connection.execute(insert(SlaTarget), rows)


def _put_templates(connection: Connection, seeds: Path) -> None:
    rows = [
        {
            "name": row["name"],
            "shortcut": row["shortcut"],
            "visibility": Visibility(row["visibility"]) if row["visibility"] else None,
            "nature_key": row["nature"],
            "trait": row["trait"],
            "text": row["text"],
        }
        for row in _read(seeds, "templates")
    ]
    connection.execute(insert(Template), rows)
