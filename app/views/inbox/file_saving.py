"""A file that came with a mention goes onto the disk where the person wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.errors import Unavailable

if TYPE_CHECKING:
    from app.services.attachments import AttachmentService
    from app.views.support.desk import Desk


class FileSaving(QObject):
    """Asks where, and writes off the UI thread."""

    def __init__(self, *, desk: Desk, attachments: AttachmentService, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._attachments, self._window = desk, attachments, window

    def ask(self, attachment_id: int, name: str) -> None:
        """Ask where the file goes; a name from outside brings no folder with it."""
        plain = Path(name.replace("\\", "/")).name
        dialog = QFileDialog(self._window, self.tr("Salvar anexo"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(plain)
        dialog.fileSelected.connect(lambda path: self.write(attachment_id, Path(path)))
        dialog.open()

    def write(self, attachment_id: int, target: Path) -> None:
        """Write the file and say so."""
        attachments = self._attachments

        def work() -> None:
            content = attachments.content(attachment_id)
            try:
                target.write_bytes(content)
            except OSError as error:
                raise Unavailable("attachment_unwritable", folder=str(target.parent)) from error

        saved = self.tr("Anexo salvo: {name}").format(name=target.name)
        self._desk.calls.run(self, f"write-{attachment_id}", work, lambda _: self._desk.say(saved))
