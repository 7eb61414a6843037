"""The pages of the practice change one setting after the other, and only while it says what the person had seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from app.models.domain.changes import Topic
from app.services.practice import Practice
from app.views.settings.section_page import SectionPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.practice import PracticeService
    from app.views.support.desk import Desk

Edit = Callable[[dict[str, Any]], Mapping[str, Any]]


class PracticePage(SectionPage[Practice]):
    """Shows the practice; a page overrides ``_on_read`` and calls it first."""

    def __init__(self, *, desk: Desk, practice: PracticeService, parent: QWidget | None = None) -> None:
        super().__init__(desk=desk, topics=frozenset({Topic.SETTINGS, Topic.TREE}), parent=parent)
        self._service = practice
        self._shown: Practice | None = None
        self._edits = 0

    def _question(self) -> Callable[[], Practice]:
        return self._service.read

    def _on_read(self, found: Practice) -> None:
        self._shown = found

    def _edit(self, key: str, change: Edit, *parts: str) -> None:
        """Change a setting of what is shown; with ``parts`` (keys of it) only while these are as the person saw them.

        Each edit has a number of its own, so that none takes the place of one under way.
        """
        service, actor, shown = self._service, self._desk.actor, self._shown
        if shown is None:
            return
        guard = (lambda value: _parts(value, parts), _parts(_stored(shown, key), parts)) if parts else None
        self._edits += 1
        self.frame.act(f"edit {self._edits}", lambda: service.edit(actor, key, change, seen=guard))


def _stored(shown: Practice, key: str) -> Mapping[str, Any]:
    settings = (shown.situations, shown.approval, shown.policy, shown.brand)
    found: Mapping[str, Any] = {each.key: each.value for each in settings}[key]
    return found


def _parts(value: Mapping[str, Any], names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(value.get(name) for name in names)
