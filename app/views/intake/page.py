"""The screen where files come in: drop or choose one, confirm it step by step, look past imports up."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.models.domain.changes import Changes, Topic
from app.models.domain.incoming import RejectedRow, RejectReason
from app.views.intake.home_panel import HomePanel
from app.views.intake.import_flow import ImportFlow
from app.views.intake.intake_texts import reason_text
from app.views.intake.rejects_panel import RejectsPanel
from app.views.support.actions import ActionSpec
from app.views.support.texts import number_text, percent_text

if TYPE_CHECKING:
    from app.services.intake.import_job import ImportJob
    from app.services.intake.runs import ImportRun, ImportRuns
    from app.views.support.desk import Desk

_SHOWN_REJECTS = 500


class IntakePage(QWidget):
    """Past imports, and one wizard for each file on its way in."""

    show_run_requested = Signal(int, str)
    """Carries an import's id and its file's name: show the mentions it brought."""

    def __init__(self, *, desk: Desk, importing: ImportJob, runs: ImportRuns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._importing, self._runs = desk, importing, runs
        self._flows: list[ImportFlow] = []
        self._stale = True
        self._folder = ""
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Importar menções"))
        spec = ActionSpec(
            "import.choose", self.tr("Importar arquivo"), ("Ctrl+I",), "file-import", "intake", self.tr("Importação")
        )
        desk.actions.add(spec, self, self.choose_file)
        on = self.tr("Avançar na importação")
        keys = ("Ctrl+Return", "Ctrl+Enter")
        desk.actions.add(ActionSpec("import.next", on, keys, "arrow-right", "intake", spec.group), self, self.next_step)
        self.home = HomePanel(theme=desk.theme, key=desk.actions.key_text("import.choose"), now=desk.clock.now)
        self.rejects = RejectsPanel(theme=desk.theme)
        self.list_button = QPushButton(self.tr("Todas as importações"))
        self.list_button.setProperty("kind", "link")
        self.list_button.setIcon(desk.theme.icon("chevron-left", "accent"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.home)
        self._stack.addWidget(self.rejects)
        layout = QVBoxLayout(self)
        desk.theme.space(layout, margins=(5, 4, 5, 4), spacing=3)
        layout.addWidget(self.list_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._stack, 1)
        self._connect()
        self._show(self.home)

    @property
    def flows(self) -> tuple[ImportFlow, ...]:
        """The wizards under way, oldest first."""
        return tuple(self._flows)

    def choose_file(self) -> None:
        """Ask for a file and open its wizard."""
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Importar arquivo"), self._folder, self._filters())
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path) -> ImportFlow:
        """Open the wizard of a file (or of a folder of .eml files)."""
        self._folder = str(path.parent)
        flow = ImportFlow(path, desk=self._desk, importing=self._importing, runs=self._runs)
        flow.closed.connect(partial(self._on_flow_closed, flow))
        flow.state_changed.connect(self._show_running)
        flow.save_rejects_requested.connect(self.save_rejects)
        flow.show_run_requested.connect(partial(self._on_show_run, flow))
        self._flows.append(flow)
        self._stack.addWidget(flow)
        self._show(flow)
        return flow

    def next_step(self) -> None:
        """Go one step on in the wizard that is shown."""
        shown = self._stack.currentWidget()
        if isinstance(shown, ImportFlow):
            shown.next()

    def show_home(self) -> None:
        """Show the list of imports; wizards stay as they are."""
        self._show(self.home)
        self._reload_if_stale()

    def save_rejects(self, run_id: int, name: str) -> None:
        """Ask where and write all refused rows of an import."""
        suggested = str(Path(self._folder) / self.tr("{name} - recusadas.csv").format(name=Path(name).stem))
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Salvar linhas recusadas"), suggested, self.tr("Tabela CSV (*.csv)")
        )
        if not path:
            return
        headings = (self.tr("Linha"), self.tr("Motivo"), self.tr("Detalhe"), self.tr("Trecho"))
        reasons = {reason.value: reason_text(reason) for reason in RejectReason}
        self._desk.calls.run(
            self,
            "save",
            lambda: self._runs.rejects_csv(run_id, Path(path), headings=headings, reasons=reasons),
            lambda count: self._desk.say(self.tr("Linhas recusadas salvas: {n}").format(n=number_text(count))),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a wizard for each file dropped."""
        for path in _dropped(event):
            self.open_file(path)
        event.acceptProposedAction()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what has changed meanwhile."""
        super().showEvent(event)
        self._reload_if_stale()

    def _connect(self) -> None:
        self._desk.changes.changed.connect(self._on_changes)
        self.home.drop.choose_requested.connect(self.choose_file)
        self.home.open_flow_requested.connect(self._on_open_flow)
        self.home.resume_requested.connect(self._on_resume)
        self.home.rejects_requested.connect(self._on_rejects)
        self.home.mentions_requested.connect(lambda run: self.show_run_requested.emit(run.id, run.name))
        self.rejects.back_requested.connect(self.show_home)
        self.rejects.save_requested.connect(self.save_rejects)
        self.list_button.clicked.connect(self.show_home)

    def _show(self, panel: QWidget) -> None:
        self._stack.setCurrentWidget(panel)
        self.list_button.setVisible(panel is not self.home)
        self._show_running()

    def _show_running(self) -> None:
        self.home.show_running([self._line_of(flow) for flow in self._flows])

    def _line_of(self, flow: ImportFlow) -> str:
        progress = flow.watch.progress
        if not flow.is_importing:
            return f"{flow.path.name} · {flow.state_text}"
        share = progress.done_bytes / progress.total_bytes if progress is not None and progress.total_bytes else 0.0
        return self.tr("{name} · importando, {share}").format(name=flow.path.name, share=percent_text(min(1.0, share)))

    def _reload_if_stale(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self._desk.calls.run(self, "runs", self._runs.recent, self.home.show_runs)

    def _on_changes(self, changes: Changes) -> None:
        if Topic.INTAKE_RUNS in changes.topics:
            self._stale = True
            self._reload_if_stale()

    def _on_open_flow(self, place: int) -> None:
        if place < len(self._flows):
            self._show(self._flows[place])

    def _on_flow_closed(self, flow: ImportFlow) -> None:
        self._flows.remove(flow)
        self._stack.removeWidget(flow)
        flow.deleteLater()
        self._stale = True
        self.show_home()

    def _on_show_run(self, flow: ImportFlow, run_id: int) -> None:
        self.show_run_requested.emit(run_id, flow.path.name)

    def _on_resume(self, run: ImportRun) -> None:
        # The path of a file is not kept: it may lie elsewhere now. The bytes tell where to go on.
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Escolha de novo o arquivo {name}").format(name=run.name), self._folder, self._filters()
        )
        if path:
            self.open_file(Path(path))

    def _on_rejects(self, run: ImportRun) -> None:
        def work() -> tuple[tuple[tuple[RejectReason, int], ...], list[RejectedRow]]:
            return self._runs.reasons(run.id), self._runs.rejects(run.id, _SHOWN_REJECTS)

        def done(found: tuple[tuple[tuple[RejectReason, int], ...], list[RejectedRow]]) -> None:
            self.rejects.show_run(run, *found)
            self._show(self.rejects)

        self._desk.calls.run(self, "rejects", work, done)

    def _filters(self) -> str:
        names = "*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.json *.jsonl *.ndjson *.mbox *.mbx *.eml *.zip"
        return self.tr("Arquivos de menções ({names})").format(names=names) + ";;" + self.tr("Todos os arquivos (*)")


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
