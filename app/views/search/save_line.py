"""A search is kept under a name in a line of its page, never in a window that stops the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_LONGEST_NAME = 80


class SaveLine(QFrame):
    """Asks for the name of a view; Enter saves, Esc leaves."""

    submitted = Signal(str)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("note", "accent")
        self.setAccessibleName(self.tr("Salvar como visão"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Nome da visão"))
        self.name.setPlaceholderText(self.tr("Nome da visão"))
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.returnPressed.connect(self._submit)
        save = QPushButton(self.tr("Salvar"))
        save.setProperty("kind", "primary")
        save.clicked.connect(self._submit)
        cancel = QPushButton(self.tr("Cancelar"))
        cancel.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        theme.space(layout, margins=(3, 2, 3, 2), spacing=2)
        layout.addWidget(self.name, 1)
        layout.addWidget(save)
        layout.addWidget(cancel)
        self.hide()

    def ask(self, name: str) -> None:
        """Show the line with a proposed name."""
        self.name.setText(name[:_LONGEST_NAME])
        self.name.selectAll()
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        name = self.name.text().strip()
        if name:
            self.hide()
            self.submitted.emit(name)
