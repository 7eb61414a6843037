"""Binds the case's actions to their keys, buttons and menu, and keeps each offered or refused with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.models.domain.case_detail import CaseDetail
from app.views.case.case_actions import BUTTONS, MENU, case_actions, refusal_of
from app.views.case.texts import refusal_text

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from app.views.case.header import CaseHeader
    from app.views.support.desk import Desk


class CaseCommands(QObject):
    """The actions of one pane."""

    def __init__(
        self, *, desk: Desk, header: CaseHeader, handlers: Mapping[str, Callable[[], object]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._detail: CaseDetail | None = None
        registry = desk.actions
        registry.define(case_actions())
        self._actions = {name: registry.bind(name, parent, handler) for name, handler in handlers.items()}
        self._tips: dict[str, str] = {}
        registry.changed.connect(self._on_keys_changed)
        header.set_actions(
            {name: self._actions[name] for name in BUTTONS},
            "case.close",
            [self._actions[name] if name else None for name in MENU],
        )
        self._on_keys_changed()

    def action(self, action_id: str) -> QAction:
        """Return an action; raises KeyError for an unknown id."""
        return self._actions[action_id]

    def run(self, action_id: str) -> None:
        """Do what the action's key would do."""
        self._actions[action_id].trigger()

    def offer(self, detail: CaseDetail | None) -> None:
        """Offer what is possible on a case; without one nothing is, and the keys are free for others."""
        self._detail = detail
        for name, action in self._actions.items():
            code = "" if detail is None else refusal_of(name, detail, self._desk.actor)
            action.setEnabled(detail is not None and not code)
            tip = self._tips[name]
            action.setToolTip(f"{tip}\n{refusal_text(code)}" if code else tip)

    def _on_keys_changed(self) -> None:
        registry = self._desk.actions
        for name in self._actions:
            key, text = registry.key_text(name), registry.spec(name).text
            self._tips[name] = f"{text} ({key})" if key else text
        self.offer(self._detail)
