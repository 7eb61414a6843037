"""The end of an import: the whole account, and what a person may want next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.views.intake.ledger_panel import LedgerPanel
from app.views.support.labels import label
from app.views.support.texts import number_text
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from app.services.intake.import_job import ImportReport
    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone


class ReportStep(QWidget):
    """One sentence on how it went, the ledger, and buttons for what follows."""

    show_mentions_requested = Signal()
    save_rejects_requested = Signal()
    resume_requested = Signal()
    close_requested = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label("", "strong", wrap=True)
        self._box = QFrame()
        inner = QHBoxLayout(self._box)
        theme.space(inner, margins=(3, 2, 3, 2))
        inner.addWidget(self._text)
        self.ledger = LedgerPanel(theme=theme)
        self.show_button = QPushButton(self.tr("Ver menções importadas"))
        self.show_button.setProperty("kind", "primary")
        self.resume_button = QPushButton(self.tr("Continuar a importação"))
        self.save_button = QPushButton(self.tr("Salvar recusadas (CSV)"))
        self.close_button = QPushButton(self.tr("Fechar"))
        self.show_button.clicked.connect(self.show_mentions_requested)
        self.resume_button.clicked.connect(self.resume_requested)
        self.save_button.clicked.connect(self.save_rejects_requested)
        self.close_button.clicked.connect(self.close_requested)
        line = QHBoxLayout()
        theme.space(line, spacing=2)
        for button in (self.close_button, self.save_button):
            line.addWidget(button)
        line.addStretch(1)
        for button in (self.resume_button, self.show_button):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=3)
        layout.addWidget(self._box)
        layout.addWidget(self.ledger, 1)
        layout.addLayout(line)

    def show_report(self, report: ImportReport, *, failure: str = "") -> None:
        """Show the account; ``failure`` is the sentence of an error that ended the import early."""
        ledger = report.ledger
        self.ledger.show_ledger(ledger)
        self.ledger.show_rejects(report.reasons, report.rejects, ledger.rejected)
        self.save_button.setVisible(bool(ledger.rejected))
        self.show_button.setVisible(bool(ledger.stored))
        unfinished = report.was_cancelled or bool(failure)
        self.resume_button.setVisible(unfinished)
        self._say(failure or self._sentence(report), "bad" if failure else "warn" if report.was_cancelled else "ok")

    @property
    def best_button(self) -> QPushButton:
        """What a person most likely wants next."""
        ways = (self.resume_button, self.show_button)
        return next((button for button in ways if not button.isHidden()), self.close_button)

    @property
    def sentence(self) -> str:
        """How it went, as shown."""
        return self._text.text()

    def _sentence(self, report: ImportReport) -> str:
        if report.was_cancelled:
            text = self.tr("A importação parou depois de {rows} linhas. O que entrou está salvo; dá para continuar.")
            return text.format(rows=number_text(report.ledger.received))
        text = self.tr("Importação concluída: {stored} de {rows} linhas entraram.").format(
            stored=number_text(report.ledger.stored), rows=number_text(report.ledger.received)
        )
        if report.resumed_at is not None:
            text += " " + self.tr("Continuou da linha {row}.").format(row=number_text(report.resumed_at))
        return text

    def _say(self, text: str, tone: Tone) -> None:
        self._text.setText(text)
        set_property(self._box, "note", tone)
