"""The team's key: shown on a workstation that has it, typed on one that has not, so that all read the same accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.models.domain.people import Right
from app.services.errors import UserError
from app.views.support.errors import error_text
from app.views.support.form_dialog import FormDialog
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.account_secrets import AccountSecrets
    from app.views.support.desk import Desk


class KeyNotice(QFrame):
    """Says that this computer reads no accounts yet, and offers to type the code; hidden when the key is here."""

    requested = Signal()

    def __init__(self, *, desk: Desk, secrets: AccountSecrets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._secrets = desk, secrets
        self.setProperty("note", "warn")
        self.button = QPushButton(self.tr("Digitar o código"))
        self.button.clicked.connect(self.requested)
        row = QHBoxLayout(self)
        desk.theme.space(row, margins=(3, 2, 3, 2), spacing=2)
        text = self.tr("Este computador não tem a chave da equipe: as contas com senha são lidas só pelos outros.")
        row.addWidget(label(text, wrap=True), 1)
        row.addWidget(self.button)
        self.hide()

    def look(self) -> None:
        """Ask anew whether the key is here."""
        self._desk.calls.run(self, "key", self._secrets.is_key_here, lambda is_here: self.setVisible(not is_here))


class TeamKeyDialog(FormDialog):
    """Type the code to keep the key here; the administrator can also show the code that is here."""

    def __init__(self, *, desk: Desk, secrets: AccountSecrets, parent: QWidget | None = None) -> None:
        super().__init__(
            theme=desk.theme,
            title=_tr("Chave da equipe"),
            verb=_tr("Guardar neste computador"),
            intro=_tr(
                "As senhas das contas ficam lacradas com uma chave que só os computadores da equipe têm. "
                "Em um computador novo, digite aqui o código mostrado em um que já tem a chave."
            ),
            parent=parent,
        )
        self._desk, self._secrets = desk, secrets
        self.setMinimumWidth(desk.theme.metrics.px(680))
        self.state = label("", "small", wrap=True)
        self.add_widget(self.state)
        self.code = QLineEdit()
        self.code.setPlaceholderText("ABCDE-FGHIJ-…")
        self.add_field("code", self.tr("Código da chave"), self.code)
        self.show_button = QPushButton(self.tr("Mostrar o código deste computador"))
        self.show_button.setAutoDefault(False)
        self.show_button.setEnabled(desk.actor.may(Right.MANAGE_INSTALLATION))
        self.show_button.clicked.connect(self.show_code)
        self.add_widget(self.show_button)
        desk.calls.run(self, "state", secrets.is_key_here, self._on_state)

    def check(self) -> Mapping[str, str]:
        """Ask for the code."""
        return {} if self.code.text().strip() else {"code": self.tr("Digite o código, com ou sem os traços.")}

    def submit(self) -> None:
        """Keep the key at this workstation."""
        code, secrets = self.code.text(), self._secrets
        self.set_busy(True)
        self._desk.calls.run(self, "take", lambda: secrets.take_team_code(code), self._on_taken, failed=self._on_failed)

    def show_code(self) -> None:
        """Show the code of the key that is here, and copy it."""
        actor, secrets = self._desk.actor, self._secrets
        self._desk.calls.run(self, "show", lambda: secrets.team_code(actor), self._on_code, failed=self._on_failed)

    def _on_state(self, is_here: object) -> None:
        self.state.setText(
            self.tr("Este computador já lê as contas da equipe.")
            if is_here
            else self.tr("Este computador ainda não tem a chave: as contas não são lidas nem respondidas daqui.")
        )

    def _on_taken(self, _nothing: object) -> None:
        self.set_busy(False)
        self._desk.say(self.tr("Chave guardada neste computador"))
        self.accept()

    def _on_code(self, code: str) -> None:
        self.code.setText(code)
        QGuiApplication.clipboard().setText(code)
        self.state.setText(
            self.tr("Código copiado. Entregue só a quem instala o Balcão em outro computador da equipe.")
        )

    def _on_failed(self, error: Exception) -> bool:
        self.set_busy(False)
        if not isinstance(error, UserError):
            return False
        self.show_errors({"code" if error.code == "team_code_wrong" else "": error_text(error)})
        return True


def _tr(text: str) -> str:
    return QCoreApplication.translate("TeamKeyDialog", text)
