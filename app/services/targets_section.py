"""The targets as a part of the rule set: channels and natures by key, in their place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, insert

from app.models.domain.changes import Topic
from app.models.queries.targets import channel_choices, nature_choices, target_rows
from app.models.schema.settings import SlaTarget
from app.services.acts import Act
from app.services.errors import Invalid
from app.services.first_day import SEEDS
from app.services.targets import LONGEST_NAME, SECTION, TargetForm, check_target, write_rows

Json = Any
_NUMBERS = ("first_response_minutes", "resolution_minutes", "warning_percent")


class TargetsSection:
    """All targets; those of another company whose channel or nature is unknown here are refused with its name."""

    @property
    def key(self) -> str:
        """The section's key."""
        return SECTION

    def export(self, connection: Connection) -> Json:
        """Return the targets in their place."""
        channels = {row.id: row.key for row in channel_choices(connection)}
        natures = {each.id: each.key for each in nature_choices(connection)}
        rows = target_rows(connection)
        return [
            {
                "name": name,
                "channel": channels.get(row.channel_id),
                "nature": natures.get(row.nature_node_id),
                "is_vip": row.is_vip,
                "crisis_level": row.crisis_level,
                **{name: getattr(row, name) for name in _NUMBERS[:2]},
                "is_clock_time": row.is_clock_time,
                "warning_percent": row.warning_percent,
            }
            for row, name in zip(rows, _told_apart(row.name for row in rows), strict=True)
        ]

    def check(self, data: Json) -> None:
        """Read every target. In a file each has a name of its own, by which two files are compared."""
        if not isinstance(data, list):
            raise TypeError("targets")
        for each in data:
            _form(each, each["channel"] and 1, each["nature"] and 1)
        if len({str(each["name"]).strip() for each in data}) != len(data):
            raise ValueError("names")

    def replace(self, act: Act, data: Json) -> None:
        """Write the targets anew. Raises Invalid ``channel_unknown`` (key), ``target_nature_unknown`` (key)."""
        channels = {row.key: row.id for row in channel_choices(act.connection)}
        natures = {each.key: each.id for each in nature_choices(act.connection)}
        rows = []
        for position, each in enumerate(data):
            if each["channel"] is not None and each["channel"] not in channels:
                raise Invalid("channel_unknown", key=each["channel"])
            if each["nature"] is not None and each["nature"] not in natures:
                raise Invalid("target_nature_unknown", key=each["nature"])
            form = _form(each, channels.get(each["channel"]), natures.get(each["nature"]))
            rows.append({name: getattr(form, name) for name in TargetForm.__slots__} | {"position": position})
        write_rows(act.connection, [])
        if rows:
            act.connection.execute(insert(SlaTarget), rows)
        act.touch(topics=[Topic.TARGETS])

    def original(self) -> Json:
        """Return the first day's targets."""
        return json.loads((SEEDS / "sla.json").read_text(encoding="utf-8"))


def _told_apart(names: Iterable[str]) -> Iterator[str]:
    taken: set[str] = set()
    for name in names:
        told, number = name, 1
        while told in taken:
            number += 1
            told = f"{name[: LONGEST_NAME - 6]} ({number})"
        taken.add(told)
        yield told


def _form(data: Mapping[str, Json], channel_id: int | None, nature_id: int | None) -> TargetForm:
    numbers = [data[name] for name in _NUMBERS]
    if not all(isinstance(each, int) and not isinstance(each, bool) for each in numbers):
        raise TypeError("minutes")
    if data["is_vip"] not in {None, True, False} or not isinstance(data["is_clock_time"], bool):
        raise TypeError("conditions")
    if data["crisis_level"] is not None and not isinstance(data["crisis_level"], int):
        raise TypeError("crisis_level")
    form = TargetForm(
        name=str(data["name"]),
        first_response_minutes=numbers[0],
        resolution_minutes=numbers[1],
        warning_percent=numbers[2],
        channel_id=channel_id,
        nature_node_id=nature_id,
        is_vip=data["is_vip"],
        crisis_level=data["crisis_level"],
        is_clock_time=data["is_clock_time"],
    )
    check_target(form)
    return form
