"""Reads the reply templates that fit where an answer is being written."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, or_, select

from app.models.domain.vocabulary import Visibility
from app.models.schema.settings import Template

# Built once: every case screen asks for them, and building costs more than asking.
_ACTIVE = select(
    Template.id,
    Template.name,
    Template.shortcut,
    Template.visibility,
    Template.nature_key,
    Template.trait,
    Template.text,
    Template.used_count,
    Template.version,
).where(Template.is_active)
_FITTING = _ACTIVE.where(or_(Template.channel_id.is_(None), Template.channel_id == bindparam("channel_id")))


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """A reply template; ``visibility`` and ``nature_key`` None = fits all."""

    id: int
    name: str
    shortcut: str | None
    visibility: Visibility | None
    nature_key: str | None
    trait: str | None
    text: str
    used_count: int
    version: int


def templates(
    connection: Connection,
    *,
    visibility: Visibility | None,
    nature_key: str | None,
    longest: int | None,
    channel_id: int | None = None,
) -> tuple[TemplateInfo, ...]:
    """Return the active templates that fit, those for the nature first, then the most used, then by name."""
    statement = _ACTIVE if channel_id is None else _FITTING
    rows = connection.execute(statement, {} if channel_id is None else {"channel_id": channel_id})
    found = [
        info
        for info in (TemplateInfo(*row) for row in rows)
        if (visibility is None or info.visibility in {None, visibility})
        and (nature_key is None or info.nature_key in {None, nature_key})
        and (longest is None or len(info.text) <= longest)
    ]
    return tuple(sorted(found, key=lambda info: (info.nature_key != nature_key, -info.used_count, info.name, info.id)))
