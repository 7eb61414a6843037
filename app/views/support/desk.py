"""What every screen needs to draw and to act, handed over as one value by the composition root."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.models.domain.people import Actor
    from app.services.clock import Clock
    from app.views.support.actions import ActionRegistry
    from app.views.support.changes import ChangeBridge
    from app.views.support.jobs import Jobs
    from app.views.support.preferences import Preferences
    from app.views.support.tasks import Calls
    from app.views.support.theme import Theme
    from app.views.support.undoing import UndoStack


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk at which a person works: looks, keys, background work, news of changes, undo, the time and who it is.

    Services are not here: each screen names the ones it uses. ``say(text)`` shows a short notice (toast).
    """

    theme: Theme
    actions: ActionRegistry
    preferences: Preferences
    calls: Calls
    jobs: Jobs
    changes: ChangeBridge
    undo: UndoStack
    clock: Clock
    actor: Actor
    say: Callable[[str], None]
