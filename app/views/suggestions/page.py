"""The supervisor's page of suggestions: what each axis is worth, switched on or off, learned anew when wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSplitter, QTableView, QVBoxLayout, QWidget

from app.models.domain.changes import Changes, Topic
from app.models.domain.people import Right
from app.models.domain.suggestion import AxisLearning
from app.views.suggestions.axis_panel import AxisPanel
from app.views.suggestions.suggestion_texts import f1_text, guess_text, hits_text, state_text
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table
from app.views.support.texts import number_text, percent_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from app.services.cancel import CancelToken
    from app.services.suggestions.service import SuggestionService
    from app.views.support.desk import Desk
    from app.views.support.jobs import Job, Progress

_REST_MS = 500


class SuggestionsPage(QWidget):
    """A table of the axes, the chosen one beside it, and the button that learns now."""

    def __init__(self, *, desk: Desk, suggestions: SuggestionService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, suggestions
        self._job: Job | None = None
        self._may_edit = desk.actor.may(Right.EDIT_SETTINGS)
        self.setAccessibleName(self.tr("Sugestões"))
        self.model: RowModel[AxisLearning] = RowModel(columns=self._columns(), key=_key, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=desk.theme, name=self.tr("Eixos que o Balcão aprende"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.panel = AxisPanel(theme=desk.theme, may_edit=self._may_edit)
        self.train_button = QPushButton(self.tr("Treinar agora"))
        self.train_button.setEnabled(self._may_edit)
        self.cancel_button = QPushButton(self.tr("Cancelar"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(self.tr("Andamento do treino"))
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_REST_MS)
        self._again.timeout.connect(self.reload)
        self._build()
        self._show_job(is_running=False)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_axis())
        self.panel.switched.connect(self._on_switched)
        self.train_button.clicked.connect(self.train)
        self.cancel_button.clicked.connect(self._on_cancel)
        desk.changes.changed.connect(self._on_changes)

    def reload(self) -> None:
        """Read what is known of the axes."""
        actor = self._desk.actor
        self._desk.calls.run(self, "read", lambda: self._service.overview(actor), self._on_read)

    def train(self) -> None:
        """Learn all axes now, from nothing, as a job that can be cancelled; one at a time."""
        if self._job is not None and not self._job.is_over:
            return
        actor, service = self._desk.actor, self._service

        def work(token: CancelToken, report: Callable[[int, int | None], None]) -> int:
            return service.train(actor, token, report)

        self._job = job = self._desk.jobs.start(
            title=self.tr("Treinando as sugestões"), work=work, done=self._on_trained
        )
        self.bar.setValue(0)
        self._show_job(is_running=True)
        job.progressed.connect(self._on_progress)
        job.ended.connect(lambda: self._show_job(is_running=False))

    def chosen(self) -> AxisLearning | None:
        """Return the axis chosen."""
        return self.model.row_at(self.table.currentIndex().row())

    def showEvent(self, event: QShowEvent) -> None:
        """Read when it is seen."""
        super().showEvent(event)
        self.reload()

    def _build(self) -> None:
        theme = self._desk.theme
        head = QHBoxLayout()
        theme.space(head, spacing=3)
        text = self.tr(
            "O Balcão aprende com o que a equipe classificou, nesta máquina e sem internet, e sugere nos atendimentos "
            "novos. Onde não acerta mais do que dizer sempre o mais comum, não sugere nada. Os gráficos contam também "
            "o sugerido; prazos, rotas e encerramento só contam o que uma pessoa confirmou."
        )
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([theme.metrics.px(560), theme.metrics.px(380)])
        self.table.setColumnWidth(0, theme.metrics.px(130))
        self.table.setColumnWidth(1, theme.metrics.px(190))
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(0, 2, 0, 0), spacing=3)
        head.addWidget(label(text, "small", wrap=True), 1)
        for part in (self.bar, self.cancel_button, self.train_button):
            head.addWidget(part)
        layout.addLayout(head)
        layout.addWidget(splitter, 1)

    def _columns(self) -> list[Column[AxisLearning]]:
        share = self.tr("Confirmado")
        return [
            Column("axis", self.tr("Eixo"), lambda row: row.axis_name),
            Column("state", self.tr("Agora"), state_text),
            Column("hits", self.tr("Acerta em 100"), lambda row: hits_text(row.quality), numeric=True),
            Column("guess", self.tr("Chute acertaria"), lambda row: guess_text(row.quality), numeric=True),
            Column("f1", self.tr("F1 médio"), lambda row: f1_text(row.quality.f1), numeric=True),
            Column("examples", self.tr("Exemplos"), lambda row: number_text(row.quality.examples), numeric=True),
            Column("confirmed", share, _confirmed, numeric=True),
        ]

    def _on_read(self, axes: tuple[AxisLearning, ...]) -> None:
        chosen = max(self.table.currentIndex().row(), 0)
        self.model.set_rows(axes)
        if axes:
            self.table.setCurrentIndex(self.model.index(min(chosen, len(axes) - 1), 0))
        self._show_axis()

    def _show_axis(self) -> None:
        axis = self.chosen()
        if axis is not None:
            self.panel.show_axis(axis, self._desk.clock.now())

    def _on_switched(self, is_wanted: bool) -> None:
        axis, actor = self.chosen(), self._desk.actor
        if axis is None:
            return
        key, version = axis.axis_key, axis.version
        self._desk.calls.run(
            self,
            "switch",
            lambda: self._service.switch(actor, key, is_wanted=is_wanted, expected_version=version),
            self._desk.undo.push,
            failed=self._on_switch_failed,
        )

    def _on_switch_failed(self, _error: Exception) -> bool:
        self.reload()
        return False

    def _on_progress(self, progress: Progress) -> None:
        self.bar.setValue(progress.done)

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_trained(self, count: int) -> None:
        if count:
            self._desk.say(self.tr("Treino concluído: eixos com sugestão: {count}").format(count=number_text(count)))
        else:
            self._desk.say(self.tr("Treino concluído: por enquanto nenhum eixo supera o chute"))
        self.reload()

    def _show_job(self, *, is_running: bool) -> None:
        self.bar.setVisible(is_running)
        self.cancel_button.setVisible(is_running)
        self.train_button.setEnabled(self._may_edit and not is_running)

    def _on_changes(self, changes: Changes) -> None:
        if self.isVisible() and changes.topics & {Topic.SUGGESTIONS, Topic.TREE} and not self._again.isActive():
            self._again.start()


def _key(axis: AxisLearning) -> int:
    return hash(axis.axis_key)


def _confirmed(axis: AxisLearning) -> str:
    share = axis.confirmed_share
    return "–" if share is None else percent_text(share, 1)
