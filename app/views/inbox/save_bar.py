"""A filter is kept under a name in a bar inside the list, never in a window that stops the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class SaveBar(QFrame):
    """Asks for the name of a filter, and whether the team shall see it."""

    submitted = Signal(str, bool)
    left = Signal()

    def __init__(self, *, theme: Theme, may_share: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("note", "accent")
        self.setAccessibleName(self.tr("Salvar filtro"))
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Nome do filtro"))
        self._name.setPlaceholderText(self.tr("Nome do filtro"))
        self._name.setMaxLength(80)
        self._name.returnPressed.connect(self._submit)
        self._team = QCheckBox(self.tr("Mostrar para toda a equipe"))
        if not may_share:  # shown without a parent it would flash as a window of its own
            self._team.hide()
        self._save = QPushButton(self.tr("Salvar"))
        self._save.setProperty("kind", "primary")
        self._save.clicked.connect(self._submit)
        self._save.setEnabled(False)
        self._name.textChanged.connect(self._on_text_changed)
        cancel = QPushButton(self.tr("Cancelar"))
        cancel.clicked.connect(self.leave)
        line = QHBoxLayout()
        theme.space(line, spacing=2)
        line.addWidget(self._name, 1)
        line.addWidget(self._save)
        line.addWidget(cancel)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(3, 2, 3, 2), spacing=1)
        layout.addLayout(line)
        layout.addWidget(self._team)
        self.hide()

    def ask(self, name: str = "") -> None:
        """Show the bar with a proposed name."""
        self._name.setText(name)
        self._name.selectAll()
        self._team.setChecked(False)
        self.show()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.left.emit()

    def _on_text_changed(self, text: str) -> None:
        self._save.setEnabled(bool(text.strip()))

    def _submit(self) -> None:
        name = self._name.text().strip()
        if name:
            self.submitted.emit(name, self._team.isChecked())
