"""Where a theme gets one answer only, a supervisor may allow another one by saying why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.views.support.labels import label

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class SecondReason(QWidget):
    """One field for the reason."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(self.tr("Motivo para responder de novo"))
        self.edit.setPlaceholderText(self.tr("Motivo para responder de novo"))
        layout = QHBoxLayout(self)
        theme.space(layout, spacing=2)
        layout.addWidget(label(self.tr("Motivo"), "small"))
        layout.addWidget(self.edit, 1)

    @property
    def text(self) -> str | None:
        """The reason, None when it is not asked or not given."""
        return (self.edit.text().strip() or None) if not self.isHidden() else None
