"""While a file comes in, the person sees how far it is and may stop it or go on working elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.views.intake.ledger_panel import LedgerPanel
from app.views.support.labels import label
from app.views.support.texts import duration_text, number_text, percent_text

if TYPE_CHECKING:
    from app.services.intake.import_job import ImportProgress
    from app.views.support.theme import Theme

_PER_MILLE = 1000


class ProgressStep(QWidget):
    """A bar, the figures so far, and the button that stops the work."""

    cancel_requested = Signal()

    def __init__(self, *, theme: Theme, title: str, dry_run: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dry_run = dry_run
        self._figures = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.cancel_button = QPushButton(self.tr("Parar a conferência") if dry_run else self.tr("Parar a importação"))
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        self.ledger = LedgerPanel(theme=theme, dry_run=dry_run)
        line = QHBoxLayout()
        theme.space(line, spacing=3)
        line.addWidget(self._figures, 1)
        line.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=3)
        layout.addWidget(label(title, "title"))
        layout.addWidget(self.bar)
        layout.addLayout(line)
        layout.addWidget(self.ledger)
        if not dry_run:
            hint = self.tr("Pode continuar trabalhando: o andamento aparece no rodapé e nada se perde se parar agora.")
            layout.addWidget(label(hint, "small", wrap=True))
        layout.addStretch(1)
        self.start()

    def start(self) -> None:
        """Begin anew."""
        self.bar.setRange(0, 0)
        self._figures.setText(self.tr("Lendo o arquivo…"))
        self.cancel_button.setEnabled(True)

    def show_progress(self, progress: ImportProgress) -> None:
        """Show how far the work is."""
        share = min(1.0, progress.done_bytes / progress.total_bytes) if progress.total_bytes else 0.0
        self.bar.setRange(0, _PER_MILLE)
        self.bar.setValue(int(share * _PER_MILLE))
        parts = [percent_text(share), self.tr("{rate} linhas por segundo").format(rate=number_text(progress.rate))]
        if progress.left is not None:
            parts.append(self.tr("faltam {span}").format(span=duration_text(progress.left)))
        if self.cancel_button.isEnabled():
            self._figures.setText(" · ".join(parts))
        self.ledger.show_ledger(progress.ledger)

    @property
    def figures(self) -> str:
        """How far the work is, as shown."""
        return self._figures.text()

    def _on_cancel_clicked(self) -> None:
        self.cancel_button.setEnabled(False)
        self._figures.setText(self.tr("Parando…"))
        self.cancel_requested.emit()
