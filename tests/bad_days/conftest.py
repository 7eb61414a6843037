"""The screens of the bad days stand on the same desk as those of tests/views."""

from __future__ import annotations

from tests.views.conftest import (
    actions,
    bridge,
    calls,
    desk,
    errors,
    jobs,
    preferences,
    said,
    screen_actor,
    screen_database,
    settle,
    theme,
)

__all__ = [
    "actions",
    "bridge",
    "calls",
    "desk",
    "errors",
    "jobs",
    "preferences",
    "said",
    "screen_actor",
    "screen_database",
    "settle",
    "theme",
]
