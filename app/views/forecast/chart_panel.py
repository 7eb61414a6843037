"""A chart of this page in its card: the chart, its table in its place, what it says, and what can be taken away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QStackedWidget, QTableView, QToolButton, QWidget

from app.models.domain.people import Right
from app.services.exports import FileKind, Target
from app.views.support.cards import Card
from app.views.support.charts.tables import fill_table
from app.views.support.charts.view import ChartView
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.labels import label
from app.views.support.tables import dress_table

if TYPE_CHECKING:
    from app.models.domain.chart import ChartData
    from app.models.domain.series import TableData
    from app.services.exports import ExportService
    from app.views.support.desk import Desk


class ChartPanel(Card):
    """A card with a chart that can be read as a table and exported as CSV or XLSX."""

    drilled = Signal(object, str)
    """Carries an ``InboxQuery`` and what it shows."""

    def __init__(
        self, *, desk: Desk, exports: ExportService, title: str, definition: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme=desk.theme, title=title, definition=definition, parent=parent)
        self._desk, self._exports, self._name = desk, exports, title
        self._table_data: TableData | None = None
        self.chart = ChartView(theme=desk.theme, name=title)
        self.chart.drilled.connect(self.drilled)
        self.table = QTableView()
        dress_table(self.table, theme=desk.theme, name=title)
        self.empty = EmptyState(theme=desk.theme)
        self.summary = label("", wrap=True)
        self.details = label("", "small", wrap=True)
        self.as_table = QPushButton(self.tr("Tabela"))
        self.as_table.setCheckable(True)
        self.as_table.setToolTip(self.tr("Ver os números como tabela"))
        self.export = QToolButton()
        self._stack = QStackedWidget()
        self._build()

    def show_chart(self, data: ChartData, summary: str, details: str, table: TableData) -> None:
        """Show a chart, what it says, and keep the table that can be exported."""
        self._table_data = table
        self.chart.show_data(data, summary)
        fill_table(self.table, data)
        self.summary.setText(summary)
        self.details.setText(details)
        self._show()

    def show_nothing(self, text: str, kind: EmptyKind = EmptyKind.EMPTY) -> None:
        """Say why there is no chart."""
        self._table_data = None
        self.empty.show_state(kind, text)
        self.summary.setText("")
        self.details.setText("")
        self._stack.setCurrentWidget(self.empty)
        self._enable()

    @property
    def is_empty(self) -> bool:
        """Whether there is no chart."""
        return self._table_data is None

    def save(self, kind: FileKind) -> None:
        """Ask where and write the whole table."""
        filters = {FileKind.CSV: self.tr("Tabela CSV (*.csv)"), FileKind.XLSX: self.tr("Planilha (*.xlsx)")}
        said = self.tr("Salvar {title}").format(title=self._name)
        path, _ = QFileDialog.getSaveFileName(self, said, f"{self._name}.{kind.value}", filters[kind])
        if path:
            self.write(Path(path), kind)

    def write(self, path: Path, kind: FileKind) -> None:
        """Write the whole table, off the UI thread."""
        table, actor, exports = self._table_data, self._desk.actor, self._exports
        if table is not None:
            said = self.tr("Salvo em {name}").format(name=path.name)
            self._desk.calls.run(
                self,
                "save",
                lambda: exports.table(actor, table, Target(path, kind), {}),
                lambda _rows: self._desk.say(said),
            )

    def _build(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("CSV")).triggered.connect(lambda _checked=False: self.save(FileKind.CSV))
        menu.addAction(self.tr("Planilha (XLSX)")).triggered.connect(lambda _checked=False: self.save(FileKind.XLSX))
        self.export.setProperty("kind", "button")
        self.export.setText(self.tr("Exportar"))
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export.setMenu(menu)
        self.tools.addWidget(self.as_table)
        self.tools.addWidget(self.export)
        for page in (self.chart, self.table, self.empty):
            self._stack.addWidget(page)
        self._stack.setMinimumHeight(self._desk.theme.metrics.px(280))
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.details)
        self.as_table.toggled.connect(lambda _on: self._show())

    def _show(self) -> None:
        if self._table_data is not None:
            self._stack.setCurrentWidget(self.table if self.as_table.isChecked() else self.chart)
        self._enable()

    def _enable(self) -> None:
        self.as_table.setEnabled(not self.is_empty)
        may = self._desk.actor.may(Right.EXPORT)
        self.export.setEnabled(not self.is_empty and may)
        self.export.setToolTip("" if may else self.tr("Seu perfil não exporta dados"))
