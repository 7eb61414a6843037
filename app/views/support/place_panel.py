"""Where the data lies, as a person chooses it: a file on this computer or the team's server."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.views.support.fields import Segment, SegmentedControl
from app.views.support.spin_fields import dress_spins

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_LOCAL, _SERVER = "local", "server"
_PORT = 5432
_SCHEMES = ("postgresql://", "postgres://")


class PlacePanel(QWidget):
    """Two segments and the fields of the chosen one; gives an address without password."""

    changed = Signal()

    def __init__(self, *, theme: Theme, database: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments = SegmentedControl(
            theme=theme,
            segments=[
                Segment(_LOCAL, self.tr("Neste computador")),
                Segment(_SERVER, self.tr("Servidor da equipe")),
            ],
            name=self.tr("Onde ficam os atendimentos"),
        )
        self._local = self._make_local(theme)
        self._server = self._make_server(theme)
        column = QVBoxLayout(self)
        theme.space(column, spacing=2)
        column.addWidget(self.segments)
        column.addWidget(self._local)
        column.addWidget(self._server)
        self.setFocusProxy(self.segments)
        self.segments.chosen.connect(self._on_chosen)
        self._fill(database)

    @property
    def is_local(self) -> bool:
        """Whether a file on this computer is chosen."""
        return self.segments.current == _LOCAL

    def missing(self) -> str:
        """Return a sentence on what must still be filled in, or nothing."""
        if self.is_local:
            if self.path_edit.text().strip():
                return ""
            return self.tr("Escolha o arquivo em que os atendimentos serão guardados.")
        if all(edit.text().strip() for edit in (self.host_edit, self.database_edit, self.user_edit)):
            return ""
        return self.tr("Preencha servidor, banco e usuário. Quem cuida do servidor tem esses dados.")

    def database(self) -> str:
        """Return a path, or an address without password."""
        if self.is_local:
            return self.path_edit.text().strip()
        user = quote(self.user_edit.text().strip(), safe="")
        name = quote(self.database_edit.text().strip(), safe="")
        return f"postgresql://{user}@{self.host_edit.text().strip()}:{self.port_spin.value()}/{name}"

    def password(self) -> str:
        """Return what was typed as password; empty = the one in the keyring."""
        return "" if self.is_local else self.password_edit.text()

    def _on_chosen(self, place: str) -> None:
        self._local.setVisible(place == _LOCAL)
        self._server.setVisible(place == _SERVER)
        window = self.window()
        if window is not self:
            window.adjustSize()
        self.changed.emit()

    def _on_browse_clicked(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Arquivo dos atendimentos"),
            self.path_edit.text(),
            self.tr("Balcão (*.balcao);;Todos os arquivos (*)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.path_edit.setText(path)

    def _fill(self, database: str) -> None:
        place = _LOCAL
        if database.startswith(_SCHEMES):
            place = _SERVER
            parts = urlsplit(database)
            self.host_edit.setText(parts.hostname or "")
            self.port_spin.setValue(parts.port or _PORT)
            self.database_edit.setText(unquote(parts.path.lstrip("/")))
            self.user_edit.setText(unquote(parts.username or ""))
        else:
            self.path_edit.setText(database)
        self.segments.choose(place)
        self._local.setVisible(place == _LOCAL)
        self._server.setVisible(place == _SERVER)

    def _make_local(self, theme: Theme) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        theme.space(row, spacing=2)
        self.path_edit = QLineEdit()
        self.path_edit.setAccessibleName(self.tr("Arquivo dos atendimentos"))
        self.browse_button = QPushButton(self.tr("Escolher…"))
        self.browse_button.setAutoDefault(False)
        self.browse_button.setAccessibleName(self.tr("Escolher o arquivo dos atendimentos"))
        self.browse_button.clicked.connect(self._on_browse_clicked)
        row.addWidget(self.path_edit, 1)
        row.addWidget(self.browse_button)
        return holder

    def _make_server(self, theme: Theme) -> QWidget:
        holder = QWidget()
        form = QFormLayout(holder)
        theme.space(form, spacing=2)
        self.host_edit, self.database_edit, self.user_edit = QLineEdit(), QLineEdit(), QLineEdit()
        self.password_edit = QLineEdit()
        self.password_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.password_edit.setPlaceholderText(self.tr("Em branco usa a que está guardada"))
        self.port_spin = QSpinBox()
        self.port_spin.setRange(1, 65535)
        dress_spins(self.port_spin, theme=theme)
        self.port_spin.setValue(_PORT)
        named: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Servidor"), self.host_edit),
            (self.tr("Porta"), self.port_spin),
            (self.tr("Banco"), self.database_edit),
            (self.tr("Usuário"), self.user_edit),
            (self.tr("Senha"), self.password_edit),
        )
        for name, widget in named:
            widget.setAccessibleName(name)
            form.addRow(name, widget)
        return holder
