"""The account of an import, before, while and after: what came, what stayed, what did not and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout, QWidget

from app.models.domain.incoming import Ledger, RejectedRow, RejectReason
from app.views.intake.intake_texts import detail_text, reason_text
from app.views.support.cards import FigureCard
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table
from app.views.support.texts import number_text, percent_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone


class LedgerPanel(QWidget):
    """Four figures that always add up, the reasons of what was refused, and the first refused rows."""

    def __init__(self, *, theme: Theme, dry_run: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        stored = self.tr("Seriam guardadas") if dry_run else self.tr("Guardadas")
        self._received = FigureCard(theme=theme, name=self.tr("Lidas"))
        self._stored = FigureCard(theme=theme, name=stored)
        self._duplicate = FigureCard(theme=theme, name=self.tr("Repetidas"))
        self._rejected = FigureCard(theme=theme, name=self.tr("Recusadas"))
        self._reasons = label("", "muted", wrap=True)
        self.model: RowModel[RejectedRow] = RowModel(columns=self._columns(), key=lambda row: row.row, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Linhas recusadas"))
        for place, width in enumerate((70, 190, 300)):
            self.table.setColumnWidth(place, theme.metrics.px(width))
        self._title = label("", "strong")
        figures = QHBoxLayout()
        theme.space(figures, spacing=3)
        for card in (self._received, self._stored, self._duplicate, self._rejected):
            figures.addWidget(card, 1)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=3)
        layout.addLayout(figures)
        layout.addWidget(self._reasons)
        layout.addWidget(self._title)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        self.show_rejects((), (), 0)

    def show_ledger(self, ledger: Ledger) -> None:
        """Show the four figures."""
        whole = max(1, ledger.received)
        self._received.set_figure(number_text(ledger.received))
        self._stored.set_figure(number_text(ledger.stored), percent_text(ledger.stored / whole))
        self._duplicate.set_figure(
            number_text(ledger.duplicate), self.tr("já estavam no Balcão") if ledger.duplicate else ""
        )
        tone: Tone = "warn" if ledger.rejected else "neutral"
        note = percent_text(ledger.rejected / whole, 1) if ledger.rejected else ""
        self._rejected.set_figure(number_text(ledger.rejected), note, tone=tone)

    def show_rejects(
        self, reasons: Sequence[tuple[RejectReason, int]], rows: Sequence[RejectedRow], total: int
    ) -> None:
        """Show why rows were refused: counts of all ``total``, and the first ``rows``."""
        words = " · ".join(f"{reason_text(reason)}: {number_text(count)}" for reason, count in reasons)
        self._reasons.setText(self.tr("Recusadas por motivo: {words}").format(words=words) if words else "")
        self._reasons.setVisible(bool(words))
        self.model.set_rows(rows)
        more = self.tr("As primeiras {shown} de {total} linhas recusadas").format(
            shown=number_text(len(rows)), total=number_text(total)
        )
        self._title.setText(more if total > len(rows) else self.tr("Linhas recusadas"))
        for widget in (self._title, self.table):
            widget.setVisible(bool(rows))

    def _columns(self) -> list[Column[RejectedRow]]:
        return [
            Column("row", self.tr("Linha"), lambda row: number_text(row.row), numeric=True),
            Column("reason", self.tr("Motivo"), lambda row: reason_text(row.reason)),
            Column("detail", self.tr("O que houve"), lambda row: detail_text(row.detail)),
            Column("excerpt", self.tr("Trecho"), lambda row: " ".join(row.excerpt.split())),
        ]
