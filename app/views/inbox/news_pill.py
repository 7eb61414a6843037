"""What came in meanwhile is told above the list, and shown when the person asks for it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from app.models.domain.inbox import RowKind
from app.views.support.announce import announce
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.views.inbox.marks import RowKey


class NewsPill(QPushButton):
    """Says how much is new; a screen reader hears it once, not with every further one."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "primary")
        self.hide()

    def tell(self, fresh: Collection[RowKey], *, uncounted: bool) -> None:
        """Show how many rows are new; ``uncounted`` says that there are more than were named."""
        text = self._text(fresh, uncounted=uncounted)
        self.setText(text)
        self.setAccessibleName(text)
        if self.isHidden():
            self.show()
            announce(self, text)

    def _text(self, fresh: Collection[RowKey], *, uncounted: bool) -> str:
        count = number_text(len(fresh))
        if uncounted:
            return self.tr("Há novidades nesta lista (F5)")
        if {kind for kind, _ in fresh} == {RowKind.MENTION}:
            return self.tr("1 nova (F5)") if len(fresh) == 1 else self.tr("{n} novas (F5)").format(n=count)
        return self.tr("1 novidade (F5)") if len(fresh) == 1 else self.tr("{n} novidades (F5)").format(n=count)
