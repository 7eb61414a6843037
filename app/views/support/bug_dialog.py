"""When the program is at fault, a person learns that the work is safe and gets something to send on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from app.views.support.errors import BugReport
    from app.views.support.theme import Theme


class BugDialog(QDialog):
    """Shows a bug report, already free of personal data, with a button that copies it."""

    def __init__(self, *, theme: Theme, report: BugReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = f"{report.summary}\n\n{report.details}"
        metrics = theme.metrics
        self.setWindowTitle(self.tr("Algo deu errado no Balcão"))
        self.setMinimumWidth(metrics.px(560))
        title = QLabel(self.tr("Algo deu errado no Balcão"))
        title.setProperty("role", "title")
        text = QLabel(
            self.tr(
                "O que já estava salvo continua salvo e você pode seguir trabalhando. "
                "Para ajudar a corrigir, copie os detalhes e envie a quem cuida do sistema: "
                "eles não levam dados de clientes."
            )
        )
        text.setWordWrap(True)
        self._details = QPlainTextEdit(self._text)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Detalhes do erro"))
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setMinimumHeight(metrics.px(180))
        self._copy = QPushButton(theme.icon("copy", "text"), self.tr("Copiar detalhes"))
        self._copy.clicked.connect(self._on_copy_clicked)
        close = QPushButton(self.tr("Continuar"))
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.step(5)] * 4)
        layout.setSpacing(metrics.step(3))
        for widget in (title, text, self._details):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        close.setFocus()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._copy.setText(self.tr("Copiado"))
