"""The closing report: written from the record, edited, kept, copied, exported; with it the room is closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.models.domain.crisis_room import RoomDetail, RoomReport
from app.models.domain.people import Right
from app.services.errors import Unavailable
from app.views.crisis.report_text import report_text
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.acts import Done
    from app.services.crisis_closing import CrisisClosing
    from app.views.crisis.room_acts import RoomActs
    from app.views.support.bars import ConfirmBar
    from app.views.support.desk import Desk

_MARGIN_MM = 20


class ReportPanel(QWidget):
    """One text; "Escrever do registro" makes it anew."""

    def __init__(
        self,
        *,
        desk: Desk,
        closing: CrisisClosing,
        acts: RoomActs,
        confirm: ConfirmBar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._closing, self._acts, self._confirm = desk, closing, acts, confirm
        self._detail: RoomDetail | None = None
        self._shown = ""
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Relatório da crise"))
        self.text.setTabChangesFocus(True)
        self.write_button = QPushButton(self.tr("Escrever do registro"))
        self.save_button = QPushButton(self.tr("Salvar"))
        self.copy_button = QPushButton(self.tr("Copiar"))
        self.export_button = QPushButton(self.tr("Exportar…"))
        self.close_button = QPushButton(self.tr("Encerrar sala"))
        self.close_button.setProperty("kind", "primary")
        self.reopen_button = QPushButton(self.tr("Reabrir sala"))
        self.hint = label("", "muted", wrap=True)
        tools, foot, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for row in (tools, foot):
            desk.theme.space(row, spacing=2)
        desk.theme.space(layout, spacing=2)
        definition = self.tr("Duração, números, prazos e quem fez o quê, tirados do registro. Edite à vontade.")
        tools.addWidget(label(definition, "small", wrap=True), 1)
        tools.addWidget(self.write_button)
        for part in (self.copy_button, self.export_button):
            foot.addWidget(part)
        foot.addWidget(self.hint, 1)
        for part in (self.save_button, self.reopen_button, self.close_button):
            foot.addWidget(part)
        layout.addLayout(tools)
        layout.addWidget(self.text, 1)
        layout.addLayout(foot)
        self.text.textChanged.connect(self._show_buttons)
        self.write_button.clicked.connect(self.write)
        self.save_button.clicked.connect(self.save)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.export_button.clicked.connect(self._on_export_clicked)
        self.close_button.clicked.connect(self.close_room)
        self.reopen_button.clicked.connect(self.reopen)

    @property
    def is_edited(self) -> bool:
        """Whether what stands there was typed by hand and not kept."""
        return self.text.toPlainText() != self._shown

    def show_detail(self, detail: RoomDetail) -> None:
        """Show a room's report; an unsaved text of the same room stays, a room without one gets it written."""
        keep = self._detail is not None and self._detail.line.id == detail.line.id and self.is_edited
        self._detail = detail
        if not keep and detail.closing_report:
            self._show(detail.closing_report)
        elif not keep:
            self.write()
        self._show_buttons()

    def write(self) -> None:
        """Write the report from the record."""
        if self._detail is not None:
            room_id = self._detail.line.id
            self._desk.calls.run(self, "report", lambda: self._closing.report(room_id), self._on_report)

    def save(self) -> None:
        """Keep the report without closing."""
        text, actor, closing = self.text.toPlainText(), self._desk.actor, self._closing
        self._run(lambda room_id, version: closing.save_report(actor, room_id, text, expected_version=version))

    def close_room(self) -> None:
        """Ask, then close the room with this report."""
        text, actor, closing = self.text.toPlainText(), self._desk.actor, self._closing

        def act() -> None:
            self._run(lambda room_id, version: closing.close(actor, room_id, text, expected_version=version))

        question = self.tr("Encerrar a sala com este relatório? A posição deixa de aparecer ao responder.")
        self._confirm.ask(question, self.tr("Encerrar sala"), act)

    def reopen(self) -> None:
        """Open the room again."""
        actor, closing = self._desk.actor, self._closing
        self._run(lambda room_id, version: closing.reopen(actor, room_id, expected_version=version))

    def export(self, target: Path) -> None:
        """Write the report as PDF or Markdown, after the name's ending; off the UI thread."""
        text = self.text.toPlainText()
        done = self.tr("Relatório salvo: {name}").format(name=target.name)
        self._desk.calls.run(self, "export", lambda: write_report(text, target), lambda _: self._desk.say(done))

    def _run(self, act: Callable[[int, int], Done[int]]) -> None:
        detail = self._detail
        if detail is not None:
            self._shown = self.text.toPlainText()
            self._acts.run("report", lambda: act(detail.line.id, detail.version))

    def _on_report(self, report: RoomReport) -> None:
        if self._detail is not None and report.detail.line.id == self._detail.line.id:
            self._show(report_text(report))

    def _show(self, text: str) -> None:
        self._shown = text
        self.text.setPlainText(text)
        self._shown = self.text.toPlainText()
        self._show_buttons()

    def _on_export_clicked(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Exportar relatório"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("PDF (*.pdf)"), self.tr("Texto em Markdown (*.md)")])
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(self.tr("crise.pdf"))
        dialog.fileSelected.connect(lambda path: self.export(Path(path)))
        dialog.open()

    def _show_buttons(self) -> None:
        detail = self._detail
        may = self._desk.actor.may(Right.EDIT_SETTINGS)
        has_text, is_open = bool(self.text.toPlainText().strip()), detail is not None and detail.line.is_open
        self.text.setReadOnly(not may)
        self.write_button.setEnabled(detail is not None)
        kept = detail is not None and self.text.toPlainText() == (detail.closing_report or "")
        self.save_button.setEnabled(may and has_text and not kept)
        self.close_button.setVisible(is_open)
        self.close_button.setEnabled(may and has_text)
        self.reopen_button.setVisible(detail is not None and not is_open)
        self.reopen_button.setEnabled(may)
        for button in (self.copy_button, self.export_button):
            button.setEnabled(has_text)
        self.hint.setText("" if may else self.tr("A supervisão encerra e guarda o relatório."))


def write_report(text: str, target: Path) -> None:
    """Write a report as PDF (A4) or as Markdown, after the name's ending.

    Raises:
        Unavailable: ``export.unwritable`` (folder).
    """
    try:
        if target.suffix.lower() != ".pdf":
            target.write_text(text, encoding="utf-8")
            return
        target.touch()
    except OSError as error:
        raise Unavailable("export.unwritable", folder=str(target.parent)) from error
    writer = QPdfWriter(str(target))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownNoHTML)
    document.print_(writer)
