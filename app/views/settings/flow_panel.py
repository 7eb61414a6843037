"""The tab *Fluxo*: the picture of the service flow with today's figures, or the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QTableView, QVBoxLayout, QWidget

from app.models.domain.flow_picture import FLOW_STEPS, FlowCounts, FlowKey, FlowStep
from app.views.settings.flow_picture import FlowPicture
from app.views.settings.flow_texts import moment_text, step_hint, step_name, step_query
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QShowEvent

    from app.models.domain.changes import Changes
    from app.services.flow_counts import FlowCountsService
    from app.views.support.desk import Desk

_PICTURE, _TABLE = "picture", "table"


class FlowPanel(QWidget):
    """Figures are read anew when work was done while the flow is seen."""

    query_requested = Signal(object, str)
    """The list behind a step: ``InboxQuery`` and its title."""

    def __init__(self, *, desk: Desk, flow: FlowCountsService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._flow = desk, flow
        self._counts = FlowCounts()
        theme = desk.theme
        segments = [Segment(_PICTURE, self.tr("Figura")), Segment(_TABLE, self.tr("Tabela"))]
        self.form = SegmentedControl(theme=theme, segments=segments, name=self.tr("Mostrar como"))
        self.picture = FlowPicture(theme=theme)
        self.model: RowModel[FlowStep] = RowModel(columns=self._columns(), key=_place, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Etapas do fluxo de atendimento"))
        self.table.setColumnWidth(0, theme.metrics.px(200))
        self.model.set_rows(FLOW_STEPS)
        self._build()
        self.form.chosen.connect(self._on_form_changed)
        self.picture.step_chosen.connect(self._on_step_chosen)
        self.table.activated.connect(self._on_activated)
        desk.changes.changed.connect(self._on_changes)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the figures."""
        super().showEvent(event)
        self._read()

    def _build(self) -> None:
        theme = self._desk.theme
        head = QHBoxLayout()
        theme.space(head, spacing=2)
        text = self.tr("Clique em uma etapa para ver a lista dela. A linha tracejada é o caminho das rotas diretas.")
        head.addWidget(label(text, "small", wrap=True), 1)
        head.addWidget(self.form)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setProperty("ground", "surface")
        scroll.setWidget(self.picture)
        self.picture.step_reached.connect(scroll.ensureWidgetVisible)
        self._stack = QStackedWidget()
        self._stack.addWidget(scroll)
        self._stack.addWidget(self.table)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(0, 2, 0, 0), spacing=2)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _columns(self) -> list[Column[FlowStep]]:
        return [
            Column("name", self.tr("Etapa"), lambda step: step_name(step.key)),
            Column("n", self.tr("Quantos"), lambda step: number_text(self._counts.of(step.key)), numeric=True),
            Column("when", self.tr("Quando"), lambda step: moment_text(step.moment)),
            Column("hint", self.tr("O que acontece"), lambda step: step_hint(step.key)),
        ]

    def _read(self) -> None:
        flow, actor = self._flow, self._desk.actor
        self._desk.calls.run(self, "counts", lambda: flow.counts(actor), self._on_counts)

    def _on_counts(self, counts: FlowCounts) -> None:
        self._counts = counts
        self.picture.show_counts(counts)
        self.model.repaint_column("n")

    def _on_form_changed(self, form: str) -> None:
        self._stack.setCurrentIndex(1 if form == _TABLE else 0)

    def _on_activated(self, index: QModelIndex) -> None:
        step = self.model.row_at(index.row())
        if step is not None:
            self._on_step_chosen(step.key)

    def _on_step_chosen(self, key: FlowKey) -> None:
        today = self._desk.clock.now().astimezone().date()
        self.query_requested.emit(step_query(key, today), step_name(key))

    def _on_changes(self, changes: Changes) -> None:
        if self.isVisible() and (changes.case_ids or changes.mention_ids or changes.mention_range):
            self._read()


def _place(step: FlowStep) -> int:
    return list(FlowKey).index(step.key)
