"""Three steps to an account: which network, its form with a browser sign-in where there is one, and what works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.models.domain.channel_kind import Ability
from app.services.account_forms import AccountForm
from app.services.errors import UserError
from app.views.channels.account_form import AccountFields
from app.views.channels.network_list import NetworkList
from app.views.channels.result_step import ResultStep
from app.views.support.channel_texts import problem_text
from app.views.support.errors import error_text
from app.views.support.labels import label
from app.views.support.network_texts import network_text, network_topic
from app.views.support.steps_bar import StepsBar
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from app.models.domain.account_info import AccountCard
    from app.services.account_sign_in import SignedIn
    from app.services.accounts import AccountService
    from app.services.acts import Done
    from app.services.channels.base import Checked
    from app.services.oauth import BrowserSignIn
    from app.views.support.desk import Desk
    from app.views.support.jobs import Job

_CHOOSE, _FILL, _RESULT = range(3)


class AccountDialog(QDialog):
    """Adds an account, or changes ``card``; nothing is stored before the last button."""

    saved = Signal(object)
    """Carries the ``Done`` of the account."""
    help_requested = Signal(str)
    """Carries the page of the help that tells how to get the key."""

    def __init__(
        self, *, desk: Desk, accounts: AccountService, card: AccountCard | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._accounts, self._card = desk, accounts, card
        self._signed_in: dict[str, str] = {}
        self._job: Job | None = None
        self._sign_in: BrowserSignIn | None = None
        theme = desk.theme
        self.setWindowTitle(self.tr("Adicionar canal") if card is None else self.tr("Editar conta"))
        self.steps = StepsBar(theme=theme, steps=[self.tr("Rede"), self.tr("Conta"), self.tr("Teste")])
        self.networks = NetworkList(theme=theme, kinds=accounts.kinds)
        self.fields = AccountFields(theme=theme)
        self.outcome = ResultStep(theme=theme)
        self.stack = QStackedWidget()
        self.message = label("", "error", wrap=True)
        self.sign_in_button = QPushButton(self.tr("Entrar pelo navegador"))
        self.help_button = QPushButton(self.tr("Como conseguir a chave"))
        self.back_button = QPushButton(self.tr("Voltar"))
        self.next_button = QPushButton()
        self.cancel_button = QPushButton(self.tr("Cancelar"))
        self._build()
        self._connect()
        if card is None:
            self._show_step(_CHOOSE)
        else:
            self.networks.choose(card.channel_key)
            self._open_form(card)

    def go_on(self) -> None:
        """Do what the primary button of the step says."""
        step = self.stack.currentIndex()
        if step == _CHOOSE:
            self._open_form(None)
        elif step == _FILL:
            self.test()
        else:
            self.save()

    def test(self) -> None:
        """Ask the network what works with what was typed; nothing is stored."""
        self._fail("")
        form, key, actor, accounts = self._form(), self.networks.chosen, self._desk.actor, self._accounts
        signed_in, account_id = dict(self._signed_in), None if self._card is None else self._card.id
        self._set_busy(self.tr("Perguntando à rede…"))
        self._desk.calls.run(
            self,
            "test",
            lambda: accounts.try_out(actor, key, form, signed_in=signed_in, account_id=account_id),
            self._on_tested,
            failed=self._on_failed,
        )

    def sign_in(self) -> None:
        """Open the browser and wait until the person comes back."""
        self._fail("")
        form, key, actor, accounts = self._form(), self.networks.chosen, self._desk.actor, self._accounts
        done, failed = self.tr("Pronto. Pode voltar ao Balcão."), self.tr("O acesso não foi dado. Volte ao Balcão.")
        account_id = None if self._card is None else self._card.id
        self._set_busy(self.tr("Esperando o navegador…"))
        self._desk.calls.run(
            self,
            "sign_in",
            lambda: accounts.sign_ins.begin(
                actor, key, form, done_text=done, failed_text=failed, account_id=account_id
            ),
            self._on_sign_in_begun,
            failed=self._on_failed,
        )

    def save(self) -> None:
        """Store the account; it is read from now on."""
        form, key, actor, accounts = self._form(), self.networks.chosen, self._desk.actor, self._accounts
        signed_in, listen, card = dict(self._signed_in), self.outcome.is_listen_only, self._card
        self._set_busy(self.tr("Gravando…"))

        def work() -> Done[AccountCard]:
            if card is None:
                return accounts.add(actor, key, form, signed_in=signed_in, is_listen_only=listen)
            return accounts.edit(actor, card.id, form, expected_version=card.version, signed_in=signed_in)

        self._desk.calls.run(self, "save", work, self._on_saved, failed=self._on_failed)

    def reject(self) -> None:
        """Stop waiting for the browser and close."""
        if self._job is not None:
            self._job.cancel()
        super().reject()

    def _build(self) -> None:
        theme = self._desk.theme
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.fields)
        scroll.setAccessibleName(self.tr("Conta"))
        for page in (self.networks, scroll, self.outcome):
            self.stack.addWidget(page)
        foot = QHBoxLayout()
        theme.space(foot, spacing=2)
        foot.addWidget(self.sign_in_button)
        foot.addStretch(1)
        for button in (self.cancel_button, self.back_button, self.next_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        self.next_button.setProperty("kind", "primary")
        self.next_button.setDefault(True)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4), spacing=3)
        layout.addWidget(self.steps)
        layout.addWidget(self.stack, 1)
        self.help_button.setProperty("kind", "link")
        self.help_button.setAutoDefault(False)
        layout.addWidget(self.help_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.message)
        layout.addLayout(foot)
        self.resize(theme.metrics.px(600), theme.metrics.px(560))

    def _connect(self) -> None:
        self.networks.activated.connect(self.go_on)
        self.next_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.cancel_button.clicked.connect(self.reject)
        self.sign_in_button.clicked.connect(self.sign_in)
        self.help_button.clicked.connect(lambda: self.help_requested.emit(network_topic(self.networks.chosen)))
        self.fields.changed.connect(self._show_sign_in)
        self.fields.submitted.connect(self.go_on)

    def _form(self) -> AccountForm:
        return AccountForm(self.fields.name, self.fields.values)

    def _open_form(self, card: AccountCard | None) -> None:
        kind = next(each for each in self._accounts.kinds if each.key == self.networks.chosen)
        self.fields.show_kind(kind, card)
        can_answer = kind.can(Ability.REPLY_PUBLIC) or kind.can(Ability.REPLY_PRIVATE)
        self.outcome.prepare(can_answer=can_answer, card=card)
        self._show_step(_FILL)

    def _show_step(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        self.steps.set_current(step)
        self._fail("")
        self.message.hide()
        self.next_button.setText(
            {_CHOOSE: self.tr("Continuar"), _FILL: self.tr("Testar"), _RESULT: self._save_text()}[step]
        )
        self.help_button.setVisible(step == _FILL)
        self.back_button.setVisible(step == _RESULT or (step == _FILL and self._card is None))
        self._show_sign_in()
        self._set_busy("")
        {_CHOOSE: self.networks, _FILL: self.fields, _RESULT: self.next_button}[step].setFocus()

    def _save_text(self) -> str:
        return self.tr("Adicionar") if self._card is None else self.tr("Salvar")

    def _show_sign_in(self) -> None:
        is_filling = self.stack.currentIndex() == _FILL
        self.sign_in_button.setVisible(
            is_filling and self._accounts.sign_ins.has(self.networks.chosen, self.fields.values)
        )

    def _on_back_clicked(self) -> None:
        self._show_step(self.stack.currentIndex() - 1)

    def _on_sign_in_begun(self, begun: BrowserSignIn | None) -> None:
        if begun is None:
            self._set_busy("")
            return
        QDesktopServices.openUrl(QUrl(begun.address))
        accounts = self._accounts
        self._job = self._desk.jobs.start(
            title=self.tr("Entrar em {network}").format(network=network_text(self.networks.chosen)),
            work=lambda token, _report: accounts.sign_ins.finish(begun, token),
            done=self._on_signed_in,
        )
        self._job.ended.connect(self._on_sign_in_ended)

    def _on_signed_in(self, signed_in: SignedIn) -> None:
        if signed_in.problem is not None:
            self._fail(problem_text(signed_in.problem))
            return
        self._signed_in = dict(signed_in.values)
        self.fields.show_signed_in()

    def _on_sign_in_ended(self) -> None:
        self._job = None
        self._set_busy("")

    def _on_tested(self, checked: Checked) -> None:
        self._set_busy("")
        self.outcome.show_checked(checked)
        self._show_step(_RESULT)

    def _on_saved(self, done: Done[AccountCard]) -> None:
        self.saved.emit(done)
        self.accept()

    def _on_failed(self, error: Exception) -> bool:
        self._set_busy("")
        if not isinstance(error, UserError):
            return False
        self._fail(error_text(error))
        self.fields.mark(str(error.facts.get("field", "")))
        if error.code in {"account_exists", "account_name_missing"}:
            self.fields.mark("name")
        return True

    def _fail(self, text: str) -> None:
        set_property(self.message, "role", "error")
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _set_busy(self, text: str) -> None:
        for button in (self.next_button, self.back_button, self.sign_in_button):
            button.setEnabled(not text)
        if text:
            self.message.setText(text)
            set_property(self.message, "role", "muted")
            self.message.show()
        elif self.message.property("role") == "muted":
            self.message.hide()
