"""Reports that are made again by one click: those that come with the program and the team's own, as PDF or workbook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QListWidget, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.models.domain.changes import Topic
from app.models.domain.people import Right
from app.models.domain.report_period import period_before
from app.models.domain.report_plan import Against, Span, StandardReport, against_of, period_of
from app.views.saved_reports.comment_box import CommentBox
from app.views.saved_reports.report_dialog import ReportDialog
from app.views.saved_reports.report_words import definition_name, definition_purpose, rule_text, span_text
from app.views.saved_reports.report_writer import ReportWriter
from app.views.support.charts.chart_texts import chart_title
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.models.domain.changes import Changes
    from app.models.domain.report_plan import ReportDefinition, ReportSpec
    from app.services.acts import Done
    from app.services.filter_choices import Choice, FilterChoiceService
    from app.services.report_book import ReportBook
    from app.services.report_maker import ReportMaker
    from app.views.support.desk import Desk

_LIST_WIDTH = 280


@dataclass(frozen=True, slots=True)
class _Read:
    definitions: tuple[ReportDefinition, ...]
    today: date
    channels: tuple[Choice, ...]


class SavedReportsPage(QWidget):
    """The list at the left; what the chosen report holds, its comments and its files at the right."""

    data_wanted = Signal(object)
    """Carries the ``Span`` whose mentions, cases or history are to be taken out."""
    written = Signal(str)
    """Carries the name of a file just written."""

    def __init__(
        self,
        *,
        desk: Desk,
        book: ReportBook,
        maker: ReportMaker,
        choices: FilterChoiceService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._book, self._maker, self._choices = desk, book, maker, choices
        self._read: _Read | None = None
        self._writer = ReportWriter(desk=desk, maker=maker, parent=self)
        self._writer.written.connect(self.written)
        self._wanted_id: tuple[int, StandardReport | None] = (0, StandardReport.MONTHLY)
        self._dialog: ReportDialog | None = None
        self.setAccessibleName(self.tr("Relatórios salvos"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Relatórios"))
        self.list.setProperty("kind", "entries")
        self.list.setWordWrap(True)
        self.title = label("", "title", wrap=True)
        self.purpose = label("", "muted", wrap=True)
        self.days = label("", wrap=True)
        self.parts = label("", "muted", wrap=True)
        self.comments = CommentBox(desk=desk, book=book)
        self.pdf = self._button(self.tr("Salvar PDF…"), "file", self._ask_pdf, primary=True)
        self.xlsx = self._button(self.tr("Salvar planilha…"), "file-spreadsheet", self._ask_workbook)
        self.data = self._button(self.tr("Exportar dados…"), "file-export", self._ask_data)
        self.new = self._button(self.tr("Novo a partir deste"), "plus", lambda: self._edit(is_new=True))
        self.edit = self._button(self.tr("Editar"), "pencil", lambda: self._edit(is_new=False))
        self.delete = self._button(self.tr("Excluir"), "trash", self._delete)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show())
        desk.changes.changed.connect(self._on_changes)

    def choose(self, standard: StandardReport) -> None:
        """Show one of the reports that come with the program."""
        self._wanted_id = (0, standard)
        self._choose()

    @property
    def current(self) -> ReportDefinition | None:
        """The chosen report."""
        row = self.list.currentRow()
        definitions = self._read.definitions if self._read is not None else ()
        return definitions[row] if 0 <= row < len(definitions) else None

    def reload(self) -> None:
        """Read the list again."""
        book, maker, choices, actor = self._book, self._maker, self._choices, self._desk.actor
        self._desk.calls.run(
            self,
            "read",
            lambda: _Read(book.definitions(actor), maker.today(), choices.choices().channels),
            self._on_read,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Read what may have changed."""
        super().showEvent(event)
        self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep a comment being written."""
        super().hideEvent(event)
        self.comments.keep()

    def write_pdf(self, path: Path) -> None:
        """Make the chosen report and write it as PDF in the background."""
        self.comments.keep()
        if self.current is not None:
            self._writer.pdf(self.current, path)

    def write_workbook(self, path: Path) -> None:
        """Make the chosen report and write it as a workbook in the background."""
        self.comments.keep()
        if self.current is not None:
            self._writer.workbook(self.current, path)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        left = QWidget()
        column = QVBoxLayout(left)
        theme.space(column, spacing=2)
        column.addWidget(self.list, 1)
        column.addWidget(self.new)
        right = QWidget()
        detail = QVBoxLayout(right)
        theme.space(detail, margins=(4, 0, 0, 0), spacing=3)
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=theme.metrics.step(2))
        for button in (self.pdf, self.xlsx, self.data, self.edit, self.delete):
            flow.addWidget(button)
        for part in (self.title, self.purpose, self.days, self.parts):
            detail.addWidget(part)
        detail.addWidget(buttons)
        detail.addWidget(self.comments)
        detail.addStretch(1)
        splitter = QSplitter()
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([theme.metrics.px(_LIST_WIDTH), theme.metrics.px(2 * _LIST_WIDTH)])
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=0)
        layout.addWidget(splitter)
        self._show()

    def _button(self, text: str, icon: str, handler: Callable[[], object], *, primary: bool = False) -> QPushButton:
        button = QPushButton(text) if primary else QPushButton(self._desk.theme.icon(icon), text)
        if primary:
            button.setProperty("kind", "primary")
        button.clicked.connect(lambda _checked=False: handler())
        return button

    def _on_read(self, read: _Read) -> None:
        self._read = read
        self.list.blockSignals(True)
        self.list.clear()
        for definition in read.definitions:
            self.list.addItem(definition_name(definition))
        self.list.blockSignals(False)
        self._choose()

    def _choose(self) -> None:
        if self._read is None:
            return
        ids = [(each.id, each.standard) for each in self._read.definitions]
        row = ids.index(self._wanted_id) if self._wanted_id in ids else 0
        self.list.setCurrentRow(row)
        self._show()

    def _show(self) -> None:
        definition, read, actor = self.current, self._read, self._desk.actor
        may_write = actor.may(Right.WRITE_REPORTS)
        for button in (self.pdf, self.xlsx, self.data):
            button.setEnabled(definition is not None and actor.may(Right.EXPORT))
        self.new.setEnabled(definition is not None and may_write)
        for button in (self.edit, self.delete):
            button.setVisible(definition is not None and definition.standard is None and may_write)
        if definition is None or read is None:
            return
        self._wanted_id = (definition.id, definition.standard)
        spec, period = definition.spec, period_of(definition.spec, read.today)
        self.title.setText(definition_name(definition))
        self.purpose.setText(definition_purpose(definition))
        self.days.setText(self._days_text(spec, period))
        self.parts.setText(self.tr("Gráficos: {names}").format(names=", ".join(map(chart_title, spec.parts))))
        self.comments.show_period(period, spec.parts)

    def _days_text(self, spec: ReportSpec, period: Span) -> str:
        words = self.tr("{rule}: {days}").format(rule=rule_text(spec.rule), days=span_text(period))
        if spec.against is Against.NOTHING:
            return words
        other = against_of(spec, period) or Span(*period_before(period.since, period.until))
        return words + self.tr(", ao lado de {other}").format(other=span_text(other))

    def _edit(self, *, is_new: bool) -> None:
        definition, read = self.current, self._read
        if definition is None or read is None:
            return
        shown = replace(definition, id=0, standard=None) if is_new else definition
        name = "" if is_new else definition.name

        def keep(new_name: str, spec: ReportSpec, is_shared: bool) -> None:
            book, actor = self._book, self._desk.actor

            def act() -> Done[ReportDefinition]:
                if is_new:
                    return book.create(actor, new_name, spec, is_shared=is_shared)
                return book.change(actor, definition, name=new_name, spec=spec, is_shared=is_shared)

            self._desk.calls.run(self, "keep", act, self._on_kept)

        self._dialog = ReportDialog(
            theme=self._desk.theme,
            definition=shown,
            name=name,
            today=read.today,
            channels=read.channels,
            keep=keep,
            parent=self,
        )
        self._dialog.open()

    def _on_kept(self, done: Done[ReportDefinition]) -> None:
        self._wanted_id = (done.value.id, None)
        self.list.setCurrentRow(-1)
        if self._dialog is not None:
            self._dialog.accept()
        if done.undo is not None:
            self._desk.undo.push(done)
        self.reload()

    def _delete(self) -> None:
        definition, book, actor = self.current, self._book, self._desk.actor
        if definition is not None:
            self._desk.calls.run(self, "delete", lambda: book.delete(actor, definition), self._on_deleted)

    def _on_deleted(self, done: Done[None]) -> None:
        self._desk.undo.push(done)
        self.reload()

    def _on_changes(self, changes: Changes) -> None:
        if Topic.REPORTS in changes.topics and self.isVisible():
            self.reload()

    def _ask_pdf(self) -> None:
        self._ask("pdf", self.tr("Documento PDF (*.pdf)"), self.write_pdf)

    def _ask_workbook(self) -> None:
        self._ask("xlsx", self.tr("Planilha (*.xlsx)"), self.write_workbook)

    def _ask_data(self) -> None:
        if self.current is not None and self._read is not None:
            self.data_wanted.emit(period_of(self.current.spec, self._read.today))

    def _ask(self, form: str, filters: str, write: Callable[[Path], None]) -> None:
        definition, read = self.current, self._read
        if definition is None or read is None:
            return
        days = span_text(period_of(definition.spec, read.today))
        name = f"{definition_name(definition)} - {days}.{form}".replace("/", "-")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Salvar relatório"), name, filters)
        if path:
            write(Path(path))
