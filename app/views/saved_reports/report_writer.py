"""Makes a report in the background and writes it to paper or to a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.report_workbook import write_workbook
from app.views.saved_reports.report_content import letterhead, report_blocks, report_text
from app.views.saved_reports.report_words import definition_name
from app.views.support.printing import write_pdf
from app.views.support.texts import exact_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.models.domain.report_plan import Report, ReportDefinition
    from app.services.cancel import CancelToken
    from app.services.report_maker import ReportMaker
    from app.services.report_workbook import ReportText
    from app.views.support.desk import Desk


class ReportWriter(QObject):
    """Each file is a job with progress that can be stopped; it is written whole or not at all."""

    written = Signal(str)
    """Carries the name of a file just written."""

    def __init__(self, *, desk: Desk, maker: ReportMaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._maker = desk, maker

    def pdf(self, definition: ReportDefinition, path: Path) -> None:
        """Write a report as PDF."""
        font = self._desk.theme.font()

        def write(report: Report, text: ReportText, token: CancelToken) -> None:
            write_pdf(path, font, letterhead(text), report_blocks(report, text), token.raise_if_cancelled)

        self._start(definition, path, write)

    def workbook(self, definition: ReportDefinition, path: Path) -> None:
        """Write a report as a workbook."""
        actor = self._desk.actor
        words = (
            self.tr("Resumo"),
            self.tr("Número"),
            self.tr("Valor"),
            self.tr("Mudança"),
            self.tr("Gráfico"),
            self.tr("O que conta"),
        )

        def write(_report: Report, text: ReportText, token: CancelToken) -> None:
            write_workbook(actor, text, path, words, cancel=token)

        self._start(definition, path, write)

    def _start(
        self, definition: ReportDefinition, path: Path, write: Callable[[Report, ReportText, CancelToken], None]
    ) -> None:
        maker, actor, name = self._maker, self._desk.actor, definition_name(definition)
        made = self.tr("Feito em {when} por {who}").format(when=exact_text(self._desk.clock.now()), who=actor.name)
        say, saved = self._desk.say, self.tr("Salvo em {name}").format(name=path.name)

        def work(token: CancelToken, report: Callable[[int, int | None], None]) -> None:
            found = maker.make(actor, definition.spec, progress=report, cancel=token)
            write(found, report_text(found, title=name, made=made), token)

        def done(_nothing: None) -> None:
            say(saved)
            self.written.emit(path.name)

        self._desk.jobs.start(title=name, work=work, done=done)
