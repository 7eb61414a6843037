"""How an account's light moves: what a round that worked, one that failed and a long silence make of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.models.domain.channel_health import NEEDS_PERSON, Health, Light, Problem


def after_success(before: Health | None, at: datetime, *, brought: bool) -> Health:
    """Return the health after a round without a problem; only something new ends a silence."""
    known = before or Health(Light.NEW)
    stays_silent = known.light is Light.SILENT and not brought
    light = Light.SILENT if stays_silent else Light.OK
    return Health(
        light=light,
        since=_since(known, light, None, at),
        last_ok_at=at,
        last_item_at=at if brought else known.last_item_at,
    )


def after_failure(
    before: Health | None, problem: Problem, at: datetime, *, retry_at: datetime, brought: bool = False
) -> Health:
    """Return the health after a round that failed; it may have brought something before it did."""
    known = before or Health(Light.NEW)
    light = Light.NEEDS_PERSON if problem in NEEDS_PERSON else Light.WAITING
    return replace(
        known,
        light=light,
        problem=problem,
        since=_since(known, light, problem, at),
        last_item_at=at if brought else known.last_item_at,
        retry_at=retry_at,
        failures=known.failures + 1,
    )


def gone_silent(before: Health, at: datetime) -> Health:
    """Return the health of an account that works and has been silent for too long."""
    return replace(before, light=Light.SILENT, since=at)


def is_news(before: Health | None, after: Health) -> bool:
    """Tell whether screens have to hear of a change: another light or another problem."""
    return before is None or (before.light, before.problem) != (after.light, after.problem)


def _since(before: Health, light: Light, problem: Problem | None, at: datetime) -> datetime:
    is_same = (before.light, before.problem) == (light, problem)
    return before.since if is_same and before.since is not None else at
