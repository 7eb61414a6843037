"""One section of charts: its figures, its board, what to do where there is nothing, and its files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.models.domain.board_layout import with_chart
from app.services.cancel import CancelToken
from app.services.exports import FileKind, Target
from app.views.reports.board import ChartBoard
from app.views.reports.figures_row import FiguresRow
from app.views.support.charts.card import CSV, PNG, SVG, XLSX, ChartCard
from app.views.support.charts.headline import headline_of
from app.views.support.charts.sheet import write_picture
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.labels import label

if TYPE_CHECKING:
    from app.models.domain.board_layout import Board
    from app.models.domain.chart import ChartKey
    from app.models.domain.headline import Figure
    from app.models.domain.series import ReportFilter
    from app.services.charts import ChartService
    from app.services.exports import ExportService
    from app.views.support.desk import Desk


class BoardPage(QWidget):
    """Figures on top where the section has them, charts below, a word where there is nothing at all."""

    drill_requested = Signal(object, str)
    import_requested = Signal()
    clear_requested = Signal()
    """The filters are to be taken away, since they leave nothing."""
    arranged = Signal(object)
    """Carries the ``Board`` as the person has just arranged it."""

    def __init__(
        self,
        *,
        desk: Desk,
        charts: ChartService,
        exports: ExportService,
        board: Board,
        can_arrange: bool,
        has_figures: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._charts, self._exports = desk, charts, exports
        self._has_figures = has_figures
        self._wanted: ReportFilter | None = None
        self.figures = FiguresRow(theme=desk.theme)
        self.board = ChartBoard(desk=desk, charts=charts, board=board, can_arrange=can_arrange)
        self.empty = EmptyState(theme=desk.theme)
        self._whose = label("", "muted", wrap=True)
        self._build()
        self.figures.opened.connect(self.drill_requested)
        self.board.drill_requested.connect(self.drill_requested)
        self.board.save_requested.connect(self.save)
        self.board.arranged.connect(self.arranged)
        self.empty.requested.connect(self._on_empty_requested)

    def load(self, wanted: ReportFilter) -> None:
        """Read figures and charts."""
        self._wanted = wanted
        own = wanted.rows.owner_ids == (self._desk.actor.person_id,)
        self._whose.setText(self.tr("Só o seu trabalho.") if own and not self._has_figures else "")
        self._whose.setVisible(bool(self._whose.text()))
        token = CancelToken()
        actor = self._desk.actor
        self._desk.calls.run(
            self, "figures", lambda: self._charts.figures(wanted, actor, token), self._on_figures, token=token
        )
        self.board.load(wanted)

    def add_chart(self, key: ChartKey) -> None:
        """Put one more chart on the board."""
        board = with_chart(self.board.board, key)
        if board != self.board.board:
            self.board.set_board(board)
            self.arranged.emit(board)
        self._area.ensureWidgetVisible(self.board.cards[key])
        self.board.cards[key].chart.setFocus()

    def save(self, card: ChartCard, form: str) -> None:
        """Ask where and write a chart's picture or table."""
        kinds = {
            PNG: self.tr("Imagem PNG (*.png)"),
            SVG: self.tr("Desenho SVG (*.svg)"),
            CSV: self.tr("Tabela CSV (*.csv)"),
            XLSX: self.tr("Planilha (*.xlsx)"),
        }
        name = card.title.replace("/", "-")
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Salvar {title}").format(title=card.title), f"{name}.{form}", kinds[form]
        )
        if path:
            self.write(card, form, Path(path))

    def write(self, card: ChartCard, form: str, path: Path) -> None:
        """Write a chart's picture or table to a file, off the UI thread."""
        content = card.picture() if form == PNG else card.drawing() if form == SVG else None
        table, actor, exports = card.table_data, self._desk.actor, self._exports
        if content is not None:
            self._run_save(lambda: write_picture(content, path), path)
        elif table is not None:
            kind = FileKind.XLSX if form == XLSX else FileKind.CSV
            self._run_save(lambda: exports.table(actor, table, Target(path, kind), {}), path)

    def _run_save(self, work: object, path: Path) -> None:
        said = self.tr("Salvo em {name}").format(name=path.name)
        if callable(work):
            self._desk.calls.run(self, "save", work, lambda _done: self._desk.say(said))

    def _build(self) -> None:
        theme = self._desk.theme
        content = QWidget()
        column = QVBoxLayout(content)
        theme.space(column, spacing=3)
        column.addWidget(self._whose)
        column.addWidget(self.figures)
        column.addWidget(self.board, 1)
        column.addStretch(0)
        self._whose.hide()
        self.figures.setVisible(self._has_figures)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(self.tr("Gráficos"))
        self._area.setWidget(content)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        theme.space(layout)
        layout.addWidget(self._stack)

    def _on_figures(self, figures: tuple[Figure, ...]) -> None:
        self.figures.show_figures([headline_of(each) for each in figures])
        if any(each.value for each in figures) or not self._desk_is_bare(figures):
            self._stack.setCurrentWidget(self._area)
            return
        wanted = self._wanted
        if wanted is not None and (wanted.channel_ids or wanted.node_ids or not wanted.rows.is_empty):
            text = self.tr("Nada com estes filtros nestes dias.")
            self.empty.show_state(EmptyKind.FILTERED, text, button=self.tr("Tirar os filtros"))
        else:
            text = self.tr("Nenhuma menção neste período. Escolha outros dias ou importe um arquivo.")
            self.empty.show_state(EmptyKind.EMPTY, text, button=self.tr("Importar arquivo"))
        self._stack.setCurrentWidget(self.empty)

    def _desk_is_bare(self, figures: tuple[Figure, ...]) -> bool:
        """Tell whether there is nothing at all: no mention, no answer, no crisis in these days."""
        return not any(each.value or each.base for each in figures)

    def _on_empty_requested(self) -> None:
        if self.empty.kind is EmptyKind.FILTERED:
            self.clear_requested.emit()
        else:
            self.import_requested.emit()
