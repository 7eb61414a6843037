"""The reports screen: figures and charts of a period, kept fresh while it is seen, saved and drilled into."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.models.domain.changes import Changes
from app.services.errors import Unavailable
from app.services.exports import FileKind, Target
from app.views.reports.chart_card import PNG, XLSX, ChartCard
from app.views.reports.figures_row import FiguresRow
from app.views.reports.filter_bar import FilterBar
from app.views.reports.report_texts import labels
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QShowEvent

    from app.models.domain.series import Figures, ReportFilter
    from app.services.exports import ExportService
    from app.services.filter_choices import Choice, FilterChoiceService
    from app.services.reports import ReportsService
    from app.views.reports.board import Board
    from app.views.support.desk import Desk

_REST_MS = 5_000
"""While many mentions come in, the charts are read again at most this often."""


@dataclass(frozen=True, slots=True)
class _Start:
    period: ReportFilter
    channels: tuple[Choice, ...]


class ReportsPage(QWidget):
    """Filter, figures, charts."""

    drill_requested = Signal(object, str)
    """Carries an ``InboxQuery`` and what it shows: open the list with it."""
    import_requested = Signal()
    """There is nothing to show yet and the person wants to bring something in."""

    def __init__(
        self,
        *,
        desk: Desk,
        reports: ReportsService,
        exports: ExportService,
        choices: FilterChoiceService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._reports, self._exports, self._choices = desk, reports, exports, choices
        self._board: Board | None = None
        self._stale, self._started = True, False
        self._since_load = QElapsedTimer()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._load_if_stale)
        self.setAccessibleName(self.tr("Relatórios"))
        self.filter_bar = FilterBar(theme=desk.theme)
        self.figures = FiguresRow(theme=desk.theme)
        self.empty = EmptyState(theme=desk.theme)
        self.empty.show_state(EmptyKind.LOADING)
        self._content = QWidget()
        self._stack = QStackedWidget()
        self._build()
        self.filter_bar.changed.connect(lambda _: self.reload())
        self.empty.requested.connect(self._on_empty_requested)
        desk.changes.changed.connect(self._on_changes)

    @property
    def board(self) -> Board:
        """The charts; made when the page is first shown, since the charts' library takes its time to load."""
        if self._board is None:
            from app.views.reports.board import Board  # noqa: PLC0415 - loads the charts' library, not at start

            self._board = Board(desk=self._desk, reports_service=self._reports)
            self._board.drill_requested.connect(self.drill_requested)
            self._board.save_requested.connect(self.save)
            self._column.addWidget(self._board, 1)
        return self._board

    def reload(self) -> None:
        """Read figures and charts of the chosen period and channels."""
        wanted = self.filter_bar.current()
        self._stale = False
        self._since_load.start()
        self._desk.calls.run(self, "figures", lambda: self._reports.figures(wanted, self._desk.actor), self._on_figures)
        self.board.load(wanted)

    def save(self, card: ChartCard, form: str) -> None:
        """Ask where and write a chart's picture or table."""
        filters = {PNG: self.tr("Imagem PNG (*.png)"), XLSX: self.tr("Planilha (*.xlsx)")}
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Salvar {title}").format(title=card.title),
            f"{card.title}.{form}",
            filters.get(form, self.tr("Tabela CSV (*.csv)")),
        )
        if path:
            self.write(card, form, Path(path))

    def write(self, card: ChartCard, form: str, path: Path) -> None:
        """Write a chart's picture or table to a file, off the UI thread."""
        data = card.table_data
        if form == PNG:
            image = card.picture().toImage()
            self._desk.calls.run(self, "save", lambda: _write_image(image, path), lambda _: self._say_saved(path))
        elif data is not None:
            kind = FileKind.XLSX if form == XLSX else FileKind.CSV
            words, actor = labels(), self._desk.actor
            self._desk.calls.run(
                self,
                "save",
                lambda: self._exports.table(actor, data, Target(path, kind), words),
                lambda _: self._say_saved(path),
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Load what is not there or out of date."""
        super().showEvent(event)
        if not self._started:
            self._started = True
            self._desk.calls.run(self, "start", self._read_start, self._on_start)
        else:
            self._load_if_stale()

    def _build(self) -> None:
        head = QHBoxLayout()
        self._desk.theme.space(head, spacing=3)
        head.addWidget(label(self.tr("Relatórios"), "page"))
        head.addWidget(self.filter_bar, 1)
        self._column = QVBoxLayout(self._content)
        self._desk.theme.space(self._column, spacing=3)
        self._column.addWidget(self.figures)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Gráficos"))
        area.setWidget(self._content)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(area)
        self._area = area
        layout = QVBoxLayout(self)
        self._desk.theme.space(layout, margins=(5, 4, 5, 4), spacing=3)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _read_start(self) -> _Start:
        return _Start(self._reports.default_period(self._desk.actor), self._choices.choices().channels)

    def _on_start(self, start: _Start) -> None:
        self.filter_bar.start(start.period, start.channels)
        self.reload()

    def _on_figures(self, figures: Figures) -> None:
        self.figures.show_figures(figures)
        if figures.mentions or figures.cases_opened:
            self._stack.setCurrentWidget(self._area)
            return
        if self.filter_bar.current().channel_ids:
            text, button = self.tr("Nenhuma menção nestes canais e dias."), self.tr("Ver todos os canais")
            self.empty.show_state(EmptyKind.FILTERED, text, button=button)
        else:
            text = self.tr("Nenhuma menção neste período. Escolha outros dias ou importe um arquivo.")
            self.empty.show_state(EmptyKind.EMPTY, text, button=self.tr("Importar arquivo"))
        self._stack.setCurrentWidget(self.empty)

    def _on_empty_requested(self) -> None:
        if self.empty.kind is EmptyKind.FILTERED:
            self.filter_bar.clear_channels()
        else:
            self.import_requested.emit()

    def _on_changes(self, changes: Changes) -> None:
        if changes.mention_ids or changes.mention_range or changes.case_ids:
            self._stale = True
            self._load_if_stale()

    def _load_if_stale(self) -> None:
        if not (self._stale and self._started and self.isVisible()) or self._desk.calls.busy(self, "start"):
            return
        passed = self._since_load.elapsed() if self._since_load.isValid() else _REST_MS
        if passed >= _REST_MS:
            self.reload()
        elif not self._again.isActive():
            self._again.start(_REST_MS - passed)

    def _say_saved(self, path: Path) -> None:
        self._desk.say(self.tr("Salvo em {name}").format(name=path.name))


def _write_image(image: QImage, path: Path) -> None:
    if not image.save(str(path)):
        raise Unavailable("export.unwritable", path=path.name)
