"""Where files are dropped, imports under way are watched, and past ones looked up, continued and accounted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.services.intake.runs import ImportRun, RunStatus
from app.views.intake.intake_texts import status_text
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.labels import IconLabel, label
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table
from app.views.support.texts import exact_text, number_text, when_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from app.views.support.theme import Theme


class DropArea(QFrame):
    """Says that a file may be dropped anywhere on the page, and offers the button for those who rather choose."""

    choose_requested = Signal()

    def __init__(self, *, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "box")
        self.button = QPushButton(self.tr("Importar arquivo"))
        self.button.setProperty("kind", "primary")
        self.button.setToolTip(f"{self.tr('Importar arquivo')} ({key})" if key else self.tr("Importar arquivo"))
        self.button.clicked.connect(self.choose_requested)
        texts = QVBoxLayout()
        theme.space(texts, spacing=0)
        texts.addWidget(label(self.tr("Solte aqui um arquivo de menções"), "strong", wrap=True))
        kinds = self.tr("CSV, Excel, JSON, mbox ou EML. Antes de gravar você confere as colunas e as datas.")
        texts.addWidget(label(kinds, "small", wrap=True))
        row = QHBoxLayout(self)
        theme.space(row, margins=(4, 4, 4, 4), spacing=3)
        row.addWidget(IconLabel("file-import", theme=theme, color="accent", side=28))
        row.addLayout(texts, 1)
        row.addWidget(self.button)


class HomePanel(QWidget):
    """The list of imports with what can be done with each."""

    open_flow_requested = Signal(int)
    """Carries the place of an import under way."""
    resume_requested = Signal(object)
    """Carries an ``ImportRun`` that did not end."""
    rejects_requested = Signal(object)
    mentions_requested = Signal(object)

    def __init__(self, *, theme: Theme, key: str, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        self.drop = DropArea(theme=theme, key=key)
        self._running = QVBoxLayout()
        theme.space(self._running, spacing=2)
        self.model: RowModel[ImportRun] = RowModel(columns=self._columns(), key=lambda run: run.id, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Importações anteriores"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        for place, width in enumerate((110, 260, 110, 105, 70, 84, 84, 84)):
            self.table.setColumnWidth(place, theme.metrics.px(width))
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.horizontalHeader().setMinimumSectionSize(theme.metrics.px(64))
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.empty = EmptyState(theme=theme)
        self.empty.show_state(EmptyKind.LOADING)
        self.resume_button = QPushButton(self.tr("Continuar"))
        self.rejects_button = QPushButton(self.tr("Ver recusadas"))
        self.mentions_button = QPushButton(self.tr("Ver menções"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._stack.setCurrentWidget(self.empty)
        self._build()
        self._connect()

    def show_runs(self, runs: Sequence[ImportRun]) -> None:
        """Show the imports, newest first."""
        self.model.set_rows(runs)
        if not runs:
            self.empty.show_state(
                EmptyKind.EMPTY, self.tr("Nenhum arquivo foi importado ainda."), button=self.tr("Importar arquivo")
            )
        self._stack.setCurrentWidget(self.table if runs else self.empty)
        if runs and not self.table.selectionModel().hasSelection():
            self.table.selectRow(0)
        self._on_selected()

    def show_running(self, lines: Sequence[str]) -> None:
        """Show a button for each import under way or waiting for the person."""
        while self._running.count() > len(lines):
            taken = self._running.takeAt(self._running.count() - 1)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.deleteLater()
        while self._running.count() < len(lines):
            place = self._running.count()
            button = QPushButton()
            button.setIcon(self._theme.icon("file-import"))
            button.clicked.connect(lambda _checked=False, at=place: self.open_flow_requested.emit(at))
            self._running.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for place, text in enumerate(lines):
            item = self._running.itemAt(place)
            widget = item.widget() if item is not None else None
            if isinstance(widget, QPushButton):
                widget.setText(text)

    def chosen(self) -> ImportRun | None:
        """Return the import chosen in the list."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def _build(self) -> None:
        line = QHBoxLayout()
        self._theme.space(line, spacing=2)
        for button in (self.mentions_button, self.rejects_button, self.resume_button):
            line.addWidget(button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        self._theme.space(layout, spacing=3)
        layout.addWidget(self.drop)
        layout.addLayout(self._running)
        layout.addWidget(label(self.tr("Importações anteriores"), "title"))
        layout.addWidget(self._stack, 1)
        layout.addLayout(line)

    def _connect(self) -> None:
        self.empty.requested.connect(self.drop.choose_requested)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selected())
        self.table.activated.connect(lambda _: self._emit(self.mentions_requested))
        self.mentions_button.clicked.connect(lambda: self._emit(self.mentions_requested))
        self.rejects_button.clicked.connect(lambda: self._emit(self.rejects_requested))
        self.resume_button.clicked.connect(lambda: self._emit(self.resume_requested))
        self.model.dataChanged.connect(lambda *_: self._on_selected())

    def _emit(self, signal: SignalInstance) -> None:
        run = self.chosen()
        if run is not None:
            signal.emit(run)

    def _on_selected(self) -> None:
        run = self.chosen()
        self.mentions_button.setVisible(run is not None and run.ledger.stored > 0)
        self.rejects_button.setVisible(run is not None and run.ledger.rejected > 0)
        self.resume_button.setVisible(run is not None and run.status in {RunStatus.CANCELLED, RunStatus.FAILED})

    def _when(self, at: datetime) -> str:
        return when_text(at, self._now())

    def _columns(self) -> list[Column[ImportRun]]:
        return [
            Column("when", self.tr("Quando"), lambda run: self._when(run.started_at), tooltip=_exact),
            Column("file", self.tr("Arquivo"), lambda run: run.name),
            Column("who", self.tr("Quem"), lambda run: run.who),
            Column("status", self.tr("Situação"), lambda run: status_text(run.status)[0]),
            Column("received", self.tr("Lidas"), lambda run: number_text(run.ledger.received), numeric=True),
            Column("stored", self.tr("Guardadas"), lambda run: number_text(run.ledger.stored), numeric=True),
            Column("duplicate", self.tr("Repetidas"), lambda run: number_text(run.ledger.duplicate), numeric=True),
            Column("rejected", self.tr("Recusadas"), lambda run: number_text(run.ledger.rejected), numeric=True),
        ]


def _exact(run: ImportRun) -> str:
    return exact_text(run.started_at)
