"""A call is registered in seconds: who, how to reach them, what they said; then the protocol, large, to be read out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.models.domain import protocol
from app.services.case_opening import ManualCase
from app.services.errors import UserError
from app.views.support.errors import error_text
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.form_dialog import FormDialog
from app.views.support.labels import ProtocolLabel, label

if TYPE_CHECKING:
    from app.models.domain.case_detail import CaseDetail
    from app.services.acts import Done
    from app.services.cases import CaseService
    from app.views.support.desk import Desk

_FIELDS = {
    "phone_invalid": "contact",
    "email_invalid": "contact",
    "empty_text": "said",
    "channel_unknown": "channel",
    "document_invalid": "contact",
}


class PhoneDialog(FormDialog):
    """Three fields and a channel; Ctrl+Enter opens the case."""

    opened = Signal(object)
    """The ``CaseDetail`` of the new case."""

    def __init__(self, *, desk: Desk, cases: CaseService, parent: QWidget | None = None) -> None:
        super().__init__(
            theme=desk.theme,
            title=QCoreApplication.translate("PhoneDialog", "Novo atendimento"),
            verb=QCoreApplication.translate("PhoneDialog", "Abrir e gerar protocolo"),
            parent=parent,
        )
        self._desk, self._cases = desk, cases
        self.who = QLineEdit()
        self.contact = QLineEdit()
        self.said = QPlainTextEdit()
        self.said.setTabChangesFocus(True)
        self.said.setMinimumHeight(desk.theme.metrics.px(96))
        self.channel = SegmentedControl(theme=desk.theme, segments=self._channels(), name=self.tr("Por onde veio"))
        self.add_field("who", self.tr("Quem"), self.who)
        self.add_field("contact", self.tr("Telefone ou e-mail"), self.contact)
        self.add_field("said", self.tr("O que disse"), self.said)
        self.add_field("channel", self.tr("Por onde veio"), self.channel)
        self.submit_button.setToolTip(self.tr("Abrir e gerar protocolo (Ctrl+Enter)"))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.try_submit)
        self.who.setFocus()

    def _channels(self) -> list[Segment]:
        return [
            Segment("phone", self.tr("Telefone"), "phone"),
            Segment("counter", self.tr("Balcão"), "building-store"),
            Segment("whatsapp", self.tr("WhatsApp"), "brand-whatsapp"),
            Segment("email", self.tr("E-mail"), "mail"),
            Segment("other", self.tr("Outro"), "dots"),
        ]

    def check(self) -> Mapping[str, str]:
        """Ask for the three fields."""
        wanted = {
            "who": (self.who.text(), self.tr("Quem está falando?")),
            "contact": (self.contact.text(), self.tr("Um telefone ou e-mail para voltar a falar.")),
            "said": (self.said.toPlainText(), self.tr("O que a pessoa disse, em poucas palavras.")),
        }
        return {field: ask for field, (text, ask) in wanted.items() if not text.strip()}

    def submit(self) -> None:
        """Open the case off the UI thread."""
        contact = self.contact.text().strip()
        manual = ManualCase(
            channel_key=self.channel.current,
            text=self.said.toPlainText(),
            customer_name=self.who.text().strip(),
            phone=None if "@" in contact else contact,
            email=contact if "@" in contact else None,
        )
        self.set_busy(True)
        actor, cases = self._desk.actor, self._cases
        self._desk.calls.run(
            self, "open", lambda: cases.open_manual(actor, manual), self._on_opened, failed=self._on_failed
        )

    def _on_opened(self, done: Done[CaseDetail]) -> None:
        self.set_busy(False)
        self._desk.undo.push(done)
        self.accept()
        self.opened.emit(done.value)

    def _on_failed(self, error: Exception) -> bool:
        self.set_busy(False)
        if not isinstance(error, UserError):
            return False
        self.show_errors({_FIELDS.get(error.code, ""): error_text(error)})
        return True


class ProtocolDialog(QDialog):
    """The new protocol, large, with the way it is said; P or Ctrl+C copies it, Enter goes to the case."""

    open_case_requested = Signal(object)

    def __init__(self, *, desk: Desk, detail: CaseDetail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case_id = detail.id
        theme = desk.theme
        self.setWindowTitle(self.tr("Protocolo do atendimento"))
        self._said = label(self.tr("Leia para o cliente. P ou Ctrl+C copia."), "small", wrap=True)
        self.protocol = ProtocolLabel(theme=theme, large=True)
        self.protocol.set_protocol(protocol.display(detail.protocol), spoken=protocol.spoken(detail.protocol))
        self.protocol.copied.connect(lambda _: self._said.setText(self.tr("Protocolo copiado")))
        copy = QPushButton(self.tr("Copiar protocolo"))
        copy.setToolTip(self.tr("Copiar protocolo (P ou Ctrl+C)"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self.protocol.copy)
        go = QPushButton(self.tr("Ir para o atendimento"))
        go.setProperty("kind", "primary")
        go.setDefault(True)
        go.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        theme.space(buttons, spacing=2)
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(go)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4), spacing=3)
        layout.addWidget(label(detail.customer.name or self.tr("Cliente"), "title"))
        layout.addWidget(self.protocol)
        layout.addWidget(self._said)
        layout.addLayout(buttons)
        self.setMinimumWidth(theme.metrics.px(420))
        for keys in ("P", "Ctrl+C"):
            QShortcut(QKeySequence(keys), self, self.protocol.copy)
        self.accepted.connect(lambda: self.open_case_requested.emit(self._case_id))
        go.setFocus(Qt.FocusReason.OtherFocusReason)
