"""The last step: what works with this account, and whether it may answer or only listens at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from app.views.channels.checked_list import CheckedList
from app.views.support.labels import label

if TYPE_CHECKING:
    from app.models.domain.account_info import AccountCard
    from app.services.channels.base import Checked
    from app.views.support.theme import Theme


class ResultStep(QWidget):
    """What *testar* found; listening only is what a new account begins with."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "title", wrap=True)
        self.checked = CheckedList(theme=theme)
        self.listen = QRadioButton(self.tr("Só ouvir por enquanto"))
        self.answer = QRadioButton(self.tr("Ouvir e responder"))
        self.listen.setChecked(True)
        self.why = label(
            self.tr(
                "Monitorar antes de ativar: a conta só lê, e em alguns dias o Balcão mostra idioma, tom, assuntos, "
                "temas delicados e horários do que encontrou. Responder também pode ser ligado depois."
            ),
            "muted",
            wrap=True,
        )
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=3)
        layout.addWidget(self.title)
        layout.addWidget(self.checked)
        layout.addSpacing(theme.metrics.step(3))
        layout.addWidget(self.listen)
        layout.addWidget(self.answer)
        layout.addWidget(self.why)
        layout.addStretch(1)

    @property
    def is_listen_only(self) -> bool:
        """Whether the account is to listen only."""
        return self.listen.isChecked()

    def prepare(self, *, can_answer: bool, card: AccountCard | None) -> None:
        """Offer the choice for a new account where answering is possible; an existing one has its own button."""
        for widget in (self.listen, self.answer, self.why):
            widget.setVisible(can_answer and card is None)

    def show_checked(self, checked: Checked) -> None:
        """Show what the network said."""
        self.checked.show_checked(checked)
        if checked.problem is None:
            self.title.setText(self.tr("A rede respondeu"))
        else:
            self.title.setText(self.tr("Ainda não funciona. Volte e confira, ou salve assim e teste depois."))
