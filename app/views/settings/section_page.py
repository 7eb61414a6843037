"""A page that edits one section of the rules reads it when it may have changed: one way for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.views.settings.section_frame import SectionFrame

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from app.models.domain.changes import Changes, Topic
    from app.services.rule_set import RuleSet
    from app.views.support.desk import Desk

Found = TypeVar("Found")


class SectionPage(QWidget, Generic[Found]):
    """Holds the ``frame`` of a section; a page says in ``_question`` what it asks and shows the answer in ``_on_read``.

    It asks when it is shown, and again when something of ``topics`` changed: at once while it is seen.
    """

    frame: SectionFrame

    def __init__(self, *, desk: Desk, topics: frozenset[Topic], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._topics = desk, topics
        self._stale = True
        desk.changes.changed.connect(self._on_changes)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the section when it may have changed."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _begin(self, *, rule_set: RuleSet, section: str, title: str, definition: str) -> None:
        """Make the frame; its texts are the page's own, and so it cannot be there before."""
        self.setAccessibleName(title)
        self.frame = SectionFrame(
            desk=self._desk, rule_set=rule_set, section=section, title=title, definition=definition
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)

    def _question(self) -> Callable[[], Found]:
        """Return what is to be asked off the UI thread, with what the page knows now."""
        raise NotImplementedError

    def _on_read(self, found: Found) -> None:
        """Show the answer."""
        raise NotImplementedError

    def _read(self) -> None:
        self._stale = False
        self._desk.calls.run(self, "read", self._question(), self._on_read)

    def _on_changes(self, changes: Changes) -> None:
        if self._topics & changes.topics:
            self._stale = True
            if self.isVisible():
                self._read()
