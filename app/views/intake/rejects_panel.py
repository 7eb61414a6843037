"""The refused rows of a past import: why, which, and a file of them to correct and import again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.views.intake.ledger_panel import LedgerPanel
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.models.domain.incoming import RejectedRow, RejectReason
    from app.services.intake.runs import ImportRun
    from app.views.support.theme import Theme


class RejectsPanel(QWidget):
    """A ledger with its refused rows, a way back, and the button that saves them."""

    back_requested = Signal()
    save_requested = Signal(int, str)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: ImportRun | None = None
        self._title = label("", "page")
        self.ledger = LedgerPanel(theme=theme)
        self.back_button = QPushButton(self.tr("Voltar"))
        self.save_button = QPushButton(self.tr("Salvar recusadas (CSV)"))
        self.save_button.setProperty("kind", "primary")
        self.back_button.clicked.connect(self.back_requested)
        self.save_button.clicked.connect(self._on_save_clicked)
        line = QHBoxLayout()
        theme.space(line, spacing=2)
        line.addWidget(self.back_button)
        line.addStretch(1)
        line.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=3)
        layout.addWidget(self._title)
        layout.addWidget(self.ledger, 1)
        layout.addLayout(line)

    def show_run(
        self, run: ImportRun, reasons: Sequence[tuple[RejectReason, int]], rows: Sequence[RejectedRow]
    ) -> None:
        """Show an import's account and its first refused rows."""
        self._run = run
        self._title.setText(run.name)
        self.ledger.show_ledger(run.ledger)
        self.ledger.show_rejects(reasons, rows, run.ledger.rejected)

    def _on_save_clicked(self) -> None:
        if self._run is not None:
            self.save_requested.emit(self._run.id, self._run.name)
