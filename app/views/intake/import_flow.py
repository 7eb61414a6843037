"""One file on its way in: looked at, its columns confirmed, tried without storing, then imported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.models.domain.incoming import Ledger
from app.services.errors import UserError
from app.services.intake.import_job import ImportReport
from app.views.intake.columns_step import ColumnsStep
from app.views.intake.intake_texts import kind_text
from app.views.intake.ledger_panel import LedgerPanel
from app.views.intake.progress_step import ProgressStep
from app.views.intake.report_step import ReportStep
from app.views.intake.running import Running, RunWatch
from app.views.intake.step_buttons import StepButtons
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.errors import error_text
from app.views.support.labels import ElidedLabel, label
from app.views.support.steps_bar import StepsBar

if TYPE_CHECKING:
    from datetime import datetime

    from app.services.cancel import CancelToken
    from app.services.files.mapping import Mapping
    from app.services.files.stream import Look
    from app.services.intake.import_job import ImportJob
    from app.services.intake.runs import ImportRuns
    from app.views.support.desk import Desk

_COLUMNS, _CHECK, _IMPORT = 1, 2, 3


@dataclass(frozen=True, slots=True)
class _Seen:
    look: Look
    remembered_at: datetime | None


class ImportFlow(QWidget):
    """The wizard of one file, in the page. Several may be under way at once."""

    closed = Signal()
    show_run_requested = Signal(int)
    save_rejects_requested = Signal(int, str)
    """Carries the run's id and the file's name."""
    state_changed = Signal()

    def __init__(
        self, path: Path, *, desk: Desk, importing: ImportJob, runs: ImportRuns, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._desk, self._importing, self._runs = desk, importing, runs
        self._look: Look | None = None
        self._rows = 0
        self._report = ImportReport(run_id=None, ledger=Ledger(), rejects=(), seconds=0.0)
        self._token: CancelToken | None = None
        self.watch = RunWatch(parent=self)
        theme = desk.theme
        self.steps = StepsBar(
            theme=theme, steps=(self.tr("Arquivo"), self.tr("Colunas"), self.tr("Conferência"), self.tr("Importação"))
        )
        self._name = label(path.name, "page")
        self._kind = ElidedLabel("", role="small")
        self.waiting = EmptyState(theme=theme)
        self.columns = ColumnsStep(theme=theme)
        self.checking = ProgressStep(theme=theme, title=self.tr("Conferindo sem gravar nada"), dry_run=True)
        self.checked = LedgerPanel(theme=theme, dry_run=True)
        self.storing = ProgressStep(theme=theme, title=self.tr("Importando"))
        self.report = ReportStep(theme=theme)
        self._stack = QStackedWidget()
        for step in (self.waiting, self.columns, self.checking, self.checked, self.storing, self.report):
            self._stack.addWidget(step)
        self.buttons = StepButtons(theme=theme)
        self._build()
        self._connect()
        self.look()

    @property
    def is_importing(self) -> bool:
        """Whether rows are being stored now."""
        return self.watch.job is not None and not self.watch.dry_run

    @property
    def state_text(self) -> str:
        """What waits for the person, in a few words."""
        step = self._stack.currentWidget()
        if step is self.report:
            return self.tr("ver o resultado")
        if step is self.waiting:
            is_looking = self.waiting.kind is EmptyKind.LOADING
            return self.tr("olhando o arquivo") if is_looking else self.tr("não pôde ser lido")
        if step is self.checked:
            return self.tr("conferida, falta importar")
        return self.tr("conferindo") if step is self.checking else self.tr("conferir colunas")

    def look(self, mapping: Mapping | None = None) -> None:
        """Look at the head of the file, guessing or with a mapping whose sheet and heading row count."""
        if mapping is None:
            self.waiting.show_state(EmptyKind.LOADING, self.tr("Olhando o arquivo…"))
            self._go(self.waiting)
        token = self._new_token()

        def work() -> _Seen | None:
            seen = self._importing.look(self.path, mapping, cancel=token)
            if seen is None:
                return None
            return _Seen(seen, None if mapping else self._runs.remembered_at(seen.headers))

        self._desk.calls.run(self, "look", work, self._on_looked, failed=self._on_look_failed, token=token)

    def open_file(self, path: Path) -> None:
        """Begin anew with another file."""
        self.path = path
        self._name.setText(path.name)
        self.look()

    def next(self) -> None:
        """Go one step on: try, or import."""
        if self._stack.currentWidget() is self.columns and not self.columns.problem():
            self._start(dry_run=True)
        elif self._stack.currentWidget() is self.checked:
            self._start(dry_run=False)

    def back(self) -> None:
        """Go back to the columns."""
        if self._stack.currentWidget() is self.checked:
            self._go(self.columns)

    def close_flow(self) -> None:
        """Give the file up; what has been stored stays."""
        if self._token is not None:
            self._token.cancel()
        self._desk.calls.cancel(self, "look")
        self.watch.cancel()
        self.closed.emit()

    def _build(self) -> None:
        head = QHBoxLayout()
        self._desk.theme.space(head, spacing=3)
        head.addWidget(self._name)
        head.addWidget(self._kind, 1)
        layout = QVBoxLayout(self)
        self._desk.theme.space(layout, spacing=4)
        layout.addLayout(head)
        layout.addWidget(self.steps)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.buttons.back.clicked.connect(self.back)
        self.buttons.next.clicked.connect(self.next)
        self.buttons.cancel.clicked.connect(self.close_flow)
        self.waiting.requested.connect(self._on_other_file_clicked)
        self.columns.changed.connect(self._show_buttons)
        self.columns.look_again.connect(self.look)
        self.checking.cancel_requested.connect(self._on_check_stopped)
        self.storing.cancel_requested.connect(self.watch.cancel)
        self.watch.progressed.connect(self._on_progressed)
        self.watch.finished.connect(self._on_finished)
        self.report.close_requested.connect(self.close_flow)
        self.report.resume_requested.connect(lambda: self._start(dry_run=False))
        self.report.save_rejects_requested.connect(self._on_save_rejects)
        self.report.show_mentions_requested.connect(self._on_show_mentions)

    def _go(self, step: QWidget) -> None:
        self._stack.setCurrentWidget(step)
        places = {self.waiting: 0, self.columns: _COLUMNS, self.checking: _CHECK, self.checked: _CHECK}
        self.steps.set_current(places.get(step, _IMPORT))
        if step is self.report:
            self.steps.set_current(_IMPORT + 1)
        self._show_buttons()
        self.state_changed.emit()

    def _show_buttons(self) -> None:
        step = self._stack.currentWidget()
        if step is self.columns:
            self.buttons.show_for_columns(ready=not self.columns.problem())
        elif step is self.checked:
            self.buttons.show_for_import(ready=bool(self._rows))
        elif step is self.waiting:
            self.buttons.show_only_cancel()
        else:
            self.buttons.hide()

    def _new_token(self) -> CancelToken:
        if self._token is not None:
            self._token.cancel()
        self._token = Running.new_token()
        return self._token

    def _on_looked(self, seen: _Seen | None) -> None:
        if seen is None:
            return
        self._look = seen.look
        self._kind.setText(kind_text(seen.look.kind))
        self.columns.show_look(
            seen.look, filename=self.path.name, remembered_at=seen.remembered_at, now=self._desk.clock.now()
        )
        self._go(self.columns)
        _focus(self.buttons.next)

    def _on_look_failed(self, error: Exception) -> bool:
        if not isinstance(error, UserError):
            return False
        self.waiting.show_state(EmptyKind.EMPTY, error_text(error), button=self.tr("Escolher outro arquivo"))
        self._go(self.waiting)
        return True

    def _on_other_file_clicked(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Escolher o arquivo"), str(self.path.parent))
        if path:
            self.open_file(Path(path))

    def _start(self, *, dry_run: bool) -> None:
        look = self._look
        if look is None or self.watch.job is not None:
            return
        step = self.checking if dry_run else self.storing
        step.start()
        title = self.tr("Conferindo {name}") if dry_run else self.tr("Importando {name}")
        self.watch.start(
            Running(
                importing=self._importing,
                path=self.path,
                mapping=self.columns.mapping(),
                zone=self.columns.chosen_zone,
                headers=look.headers,
                actor=self._desk.actor,
                dry_run=dry_run,
                rows=self._rows,
            ),
            jobs=self._desk.jobs,
            title=title.format(name=self.path.name),
        )
        self._go(step)

    def _on_check_stopped(self) -> None:
        self.watch.cancel()
        self._go(self.columns)

    def _on_progressed(self) -> None:
        progress = self.watch.progress
        if progress is not None:
            (self.checking if self.watch.dry_run else self.storing).show_progress(progress)
            self.state_changed.emit()

    def _on_finished(self, answer: object) -> None:
        if not shiboken6.isValid(self):
            return
        if self.watch.dry_run:
            self._on_checked(answer)
        else:
            self._on_imported(answer)

    def _on_checked(self, answer: object) -> None:
        if isinstance(answer, ImportReport) and not answer.was_cancelled:
            self._rows = answer.ledger.received
            self.checked.show_ledger(answer.ledger)
            self.checked.show_rejects(answer.reasons, answer.rejects, answer.ledger.rejected)
            self._go(self.checked)
            _focus(self.buttons.next)
        elif isinstance(answer, UserError):
            self._on_look_failed(answer)
        else:
            self._go(self.columns)

    def _on_imported(self, answer: object) -> None:
        if isinstance(answer, ImportReport):
            self._report = answer
            self.report.show_report(answer)
        else:
            ledger = self.watch.progress.ledger if self.watch.progress is not None else Ledger()
            self._report = ImportReport(run_id=None, ledger=ledger, rejects=(), seconds=0.0)
            text = error_text(answer) if isinstance(answer, UserError) else self.tr("A importação parou com um erro.")
            self.report.show_report(self._report, failure=text)
        self._go(self.report)
        _focus(self.report.best_button)

    def _on_save_rejects(self) -> None:
        if self._report.run_id is not None:
            self.save_rejects_requested.emit(self._report.run_id, self.path.name)

    def _on_show_mentions(self) -> None:
        if self._report.run_id is not None:
            self.show_run_requested.emit(self._report.run_id)


def _focus(button: QPushButton) -> None:
    # Whoever went on working elsewhere meanwhile keeps typing there.
    if button.isVisible():
        button.setFocus(Qt.FocusReason.OtherFocusReason)
