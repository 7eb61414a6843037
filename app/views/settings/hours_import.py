"""A town's own holidays come from a pasted or opened table: each line is shown with what becomes of it, then added."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QListWidget, QPlainTextEdit, QPushButton

from app.services.errors import UserError
from app.services.holiday_table import read_bytes, read_table
from app.views.settings.hours_texts import full_date, intervals_words, problem_text
from app.views.support.errors import error_text
from app.views.support.form_dialog import FormDialog
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.models.domain.hours_check import DayHours
    from app.services.holiday_table import ReadLine
    from app.views.support.tasks import Calls
    from app.views.support.theme import Theme

_WAIT_MS = 250


class ImportDialog(FormDialog):
    """The text of the table, a button for a file, and the lines as they were read."""

    days_chosen = Signal(object)
    """Carries the list of ``DayHours`` to add."""

    def __init__(self, *, theme: Theme, calls: Calls, known: Iterable[date], parent: QWidget | None = None) -> None:
        super().__init__(
            theme=theme,
            title=self.tr("Trazer datas de uma tabela"),
            verb=self.tr("Adicionar"),
            intro=self.tr("Uma data por linha: data; nome; horário. Sem horário, o dia fica fechado."),
            parent=parent,
        )
        self._calls, self._known = calls, frozenset(known)
        self._lines: tuple[ReadLine, ...] = ()
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText("08/12/2026; Imaculada Conceição;\n24/12/2026; Véspera de Natal; 09:00-13:00")
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(theme.metrics.px(120))
        self.file_button = QPushButton(self.tr("Abrir um arquivo CSV…"))
        self.list = QListWidget()
        self.list.setMinimumHeight(theme.metrics.px(160))
        self.count = label("", "small", wrap=True)
        self.add_field("text", self.tr("Tabela"), self.text)
        self.add_widget(self.file_button)
        self.add_field("list", self.tr("O que foi lido"), self.list)
        self.add_widget(self.count)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.read)
        self.text.textChanged.connect(self._timer.start)
        self.file_button.clicked.connect(self._on_file_clicked)

    def read(self) -> None:
        """Read the table anew, off the UI thread."""
        self._timer.stop()
        text, known = self.text.toPlainText(), self._known
        self._calls.run(self, "read", lambda: read_table(text, known), self._on_read, failed=self._on_failed)

    def open_file(self, path: Path) -> None:
        """Put a file's text into the field."""
        self._calls.run(
            self, "file", lambda: read_bytes(path.read_bytes()), self.text.setPlainText, failed=self._on_failed
        )

    def days(self) -> list[DayHours]:
        """Return the dates that could be read."""
        return [line.day for line in self._lines if line.day is not None]

    def check(self) -> dict[str, str]:
        """At least one line must be a date."""
        return {} if self.days() else {"text": self.tr("Nenhuma linha pôde ser lida como data.")}

    def submit(self) -> None:
        """Hand the dates over."""
        self.days_chosen.emit(self.days())
        self.accept()

    def _on_read(self, lines: tuple[ReadLine, ...]) -> None:
        self._lines = lines
        self.show_errors({})
        self.list.clear()
        self.list.addItems([self._line_text(line) for line in lines])
        good = len(self.days())
        text = self.tr("{good} datas entram, {bad} linhas ficam de fora.")
        self.count.setText(text.format(good=good, bad=len(lines) - good))

    def _line_text(self, line: ReadLine) -> str:
        if line.day is None:
            reason = problem_text(line.problem, line.detail)
            return self.tr("✗ linha {n}: {reason}").format(n=line.number, reason=reason)
        text = f"✓ {full_date(line.day.day)} · {line.day.name} · {intervals_words(line.day.intervals)}"
        return f"{text} · {self.tr('substitui a que existe')}" if line.is_known else text

    def _on_failed(self, error: Exception) -> bool:
        if isinstance(error, UserError):
            self.show_errors({"text": error_text(error)})
            return True
        if isinstance(error, OSError):
            self.show_errors({"text": self.tr("O arquivo não pôde ser aberto. Confira se ele ainda está lá.")})
            return True
        return False

    def _on_file_clicked(self) -> None:
        kinds = self.tr("Tabelas (*.csv *.txt)")
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Abrir tabela de datas"), "", kinds)
        if path:
            self.open_file(Path(path))
