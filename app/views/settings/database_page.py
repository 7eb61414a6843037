"""Where the data lies, how large it is, whether it is sound, and how to work with another database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.services.checkup import Checkup, check_database
from app.services.errors import UserError
from app.views.support.cards import Card
from app.views.support.chips import Chip
from app.views.support.errors import error_text
from app.views.support.labels import ElidedLabel, label
from app.views.support.place_panel import PlacePanel
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from app.services.cancel import CancelToken
    from app.services.database import Database
    from app.views.support.desk import Desk
    from app.views.support.jobs import Job

_SERVER = ("postgresql://", "postgres://")
_BESIDE = ("", "-wal")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a database lies: a path, or an address without password."""

    address: str
    is_read_only: bool = False

    @property
    def is_local(self) -> bool:
        """Whether it is a file on this computer."""
        return not self.address.startswith(_SERVER)


class DatabasePage(QWidget):
    """Two cards: the database of now, and another one.

    ``open_place(address, password)`` opens another database off the UI thread and returns what ``place_opened`` then
    carries; it raises ``UserError`` when the place cannot be used, and nothing changes.
    """

    place_opened = Signal(object)

    def __init__(
        self,
        *,
        desk: Desk,
        database: Database,
        place: Place,
        open_place: Callable[[str, str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._database, self._place, self._open = desk, database, place, open_place
        self._job: Job | None = None
        theme = desk.theme
        self.setAccessibleName(self.tr("Banco de dados"))
        self.where = ElidedLabel(place.address, role="strong")
        self.size_text = label("–")
        self.state = Chip(theme=theme)
        self.check_button = QPushButton(self.tr("Verificar"))
        self.result = label("", "muted", wrap=True)
        self.place = PlacePanel(theme=theme, database=place.address)
        self.open_button = QPushButton(self.tr("Abrir este banco"))
        self.message = label("", "error", wrap=True)
        self._build()
        self.check_button.clicked.connect(self.check)
        self.open_button.clicked.connect(self.open_chosen)
        self.place.changed.connect(lambda: self.message.setText(""))
        self._show_state()

    def check(self) -> None:
        """Count everything again and recompute the history, as a job."""
        if self._job is not None:
            return
        self.check_button.setEnabled(False)
        self.result.setText(self.tr("Verificando… Pode continuar trabalhando."))
        database = self._database

        def work(token: CancelToken, report: Callable[[int, int | None], None]) -> Checkup:
            def progress(done: int) -> None:
                token.raise_if_cancelled()
                report(done, None)

            return check_database(database, progress)

        self._job = self._desk.jobs.start(
            title=self.tr("Verificando o banco"), work=work, done=self._on_checked, failed=self._on_check_failed
        )
        self._job.cancelled.connect(lambda: self._end(self.tr("A verificação foi cancelada. Nada foi alterado.")))

    def open_chosen(self) -> None:
        """Open the place that is filled in; what is wrong is said below it."""
        missing = self.place.missing()
        self.message.setText(missing)
        if missing:
            return
        self.open_button.setEnabled(False)
        address, password = self.place.database(), self.place.password()
        self._desk.calls.run(
            self, "open", lambda: self._open(address, password), self._on_opened, failed=self._on_open_failed
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the file each time the page is seen."""
        super().showEvent(event)
        if self._place.is_local:
            path = self._place.address
            self._desk.calls.run(self, "size", lambda: file_size(path), self._on_size)

    def _build(self) -> None:
        theme = self._desk.theme
        now = Card(
            theme=theme,
            title=self.tr("Banco de dados"),
            definition=self.tr("Tudo o que a equipe registra fica aqui: menções, atendimentos, clientes e histórico."),
        )
        facts = QFormLayout()
        theme.space(facts, margins=(0, 2, 0, 0), spacing=3)
        rows: list[tuple[str, QWidget]] = [(self.tr("Onde fica"), self.where), (self.tr("Situação"), self.state)]
        if self._place.is_local:
            rows.append((self.tr("Tamanho"), self.size_text))
        for name, widget in rows:
            facts.addRow(label(name, "muted"), widget)
        now.body.addLayout(facts)
        line = QHBoxLayout()
        theme.space(line, margins=(0, 2, 0, 0), spacing=3)
        line.addWidget(self.check_button)
        line.addWidget(self.result, 1)
        now.body.addLayout(line)
        other = Card(
            theme=theme,
            title=self.tr("Usar outro banco"),
            definition=self.tr("O banco de agora não muda nem é apagado; dá para voltar a ele quando quiser."),
        )
        other.body.addWidget(self.place)
        other.body.addWidget(self.message)
        last = QHBoxLayout()
        last.addWidget(self.open_button)
        last.addStretch(1)
        other.body.addLayout(last)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4), spacing=3)
        layout.addWidget(now)
        layout.addWidget(other)
        layout.addStretch(1)

    def _show_state(self) -> None:
        if self._place.is_read_only:
            self.state.set_chip(self.tr("Aberto só para leitura"), "warn", icon="lock")
        else:
            self.state.set_chip(self.tr("Aberto"), "ok", icon="check")

    def _on_size(self, size: int) -> None:
        shown = QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        self.size_text.setText(shown)

    def _on_checked(self, found: Checkup) -> None:
        rows = number_text(found.history_rows)
        if found.is_sound:
            self._end(self.tr("Tudo certo: contagens, índices e {n} registros do histórico conferem.").format(n=rows))
            return
        parts = []
        if found.differences:
            text = self.tr("{n} contagens não conferem com as linhas")
            parts.append(text.format(n=number_text(len(found.differences))))
        if found.first_bad_seq is not None:
            parts.append(self.tr("o histórico foi alterado a partir do registro {n}").format(n=found.first_bad_seq))
        if found.file_problems:
            parts.append(self.tr("o arquivo tem partes danificadas"))
        advice = self.tr("Nada foi apagado. Guarde uma cópia do banco e procure quem cuida do sistema.")
        self._end(f"{self.tr('Atenção')}: {'; '.join(parts)}. {advice}")

    def _on_check_failed(self, error: Exception) -> bool:
        known = isinstance(error, UserError)
        self._end(error_text(error) if isinstance(error, UserError) else self.tr("A verificação não terminou."))
        return known

    def _end(self, text: str) -> None:
        self._job = None
        self.check_button.setEnabled(True)
        self.result.setText(text)

    def _on_opened(self, answer: object) -> None:
        self.open_button.setEnabled(True)
        self.place_opened.emit(answer)

    def _on_open_failed(self, error: Exception) -> bool:
        self.open_button.setEnabled(True)
        if isinstance(error, UserError):
            self.message.setText(error_text(error))
            return True
        return False


def file_size(address: str) -> int:
    """Return the bytes of a database file with what is not yet folded into it; 0 when it is not there."""
    paths = (Path(address + ending) for ending in _BESIDE)
    return sum(path.stat().st_size for path in paths if path.exists())
