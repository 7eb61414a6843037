"""A button's tooltip names the key that does the same, also after somebody has changed the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.views.support.actions import ActionRegistry


def tip_text(actions: ActionRegistry, action_id: str, text: str) -> str:
    """Return a tooltip with the key in force, if there is one."""
    key = actions.key_text(action_id)
    return f"{text} ({key})" if key else text


def keep_tip(widget: QWidget, actions: ActionRegistry, action_id: str, text: str) -> None:
    """Give a widget that lives as long as its page a tooltip that follows the key."""

    def show() -> None:
        if shiboken6.isValid(widget):
            widget.setToolTip(tip_text(actions, action_id, text))

    show()
    actions.changed.connect(show)
