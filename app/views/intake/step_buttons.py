"""The line of buttons below every step of the import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class StepButtons(QWidget):
    """Give up at the left; back and on at the right."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton(self.tr("Voltar"))
        self.cancel = QPushButton(self.tr("Cancelar"))
        self.next = QPushButton(self.tr("Conferir"))
        self.next.setProperty("kind", "primary")
        line = QHBoxLayout(self)
        theme.space(line, spacing=2)
        line.addWidget(self.cancel)
        line.addStretch(1)
        line.addWidget(self.back)
        line.addWidget(self.next)

    def show_for_columns(self, *, ready: bool) -> None:
        """Offer to try the file without storing."""
        self._show(self.tr("Conferir"), ready=ready, back=False)

    def show_for_import(self, *, ready: bool) -> None:
        """Offer to import, or to correct the columns."""
        self._show(self.tr("Importar"), ready=ready, back=True)

    def show_only_cancel(self) -> None:
        """Offer to give up, while the file is looked at."""
        self._show("", ready=False, back=False)

    def _show(self, verb: str, *, ready: bool, back: bool) -> None:
        self.next.setText(verb)
        self.next.setVisible(bool(verb))
        self.next.setEnabled(ready)
        self.back.setVisible(back)
        self.show()
