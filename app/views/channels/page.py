"""The channels: every account with its light, when it last brought something, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.changes import Changes, Topic
from app.models.domain.people import Right
from app.services.errors import UserError
from app.views.channels.account_columns import ColumnFit, account_columns
from app.views.channels.account_panel import AccountPanel
from app.views.channels.dialogs import ChannelDialogs
from app.views.channels.key_dialog import KeyNotice
from app.views.support.bars import ConfirmBar
from app.views.support.cards import Card
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.errors import error_text
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.row_model import RowModel
from app.views.support.tables import dress_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from app.models.domain.account_info import AccountCard
    from app.services.account_secrets import AccountSecrets
    from app.services.accounts import AccountService
    from app.services.acts import Done
    from app.services.sync.listening import ListeningService
    from app.views.support.desk import Desk

_REFRESH_MS = 15_000


class ChannelsPage(QWidget):
    """The accounts at the left, the chosen one at the right."""

    help_requested = Signal(str, QWidget)
    """Carries a page of the help and the window beside which it is read."""

    def __init__(
        self,
        *,
        desk: Desk,
        accounts: AccountService,
        secrets: AccountSecrets,
        listening: ListeningService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._accounts = desk, accounts
        self._kinds = {kind.key: kind for kind in accounts.kinds}
        self._stale = True
        self._wanted = 0
        self._may_manage = desk.actor.may(Right.MANAGE_INSTALLATION)
        theme = desk.theme
        self.setAccessibleName(self.tr("Canais"))
        self.model: RowModel[AccountCard] = RowModel(
            columns=account_columns(desk.clock), key=lambda card: card.id, parent=self
        )
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Contas da empresa nas redes"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.retired = QCheckBox(self.tr("Mostrar aposentadas"))
        self.add_button = QPushButton(self.tr("Adicionar canal"))
        self.add_button.setProperty("kind", "primary")
        self.abilities_button = QPushButton(self.tr("O que cada rede permite"))
        self.key_button = QPushButton(self.tr("Chave da equipe"))
        self.empty = EmptyState(theme=theme)
        self.panel = AccountPanel(desk=desk)
        self.key_notice = KeyNotice(desk=desk, secrets=secrets)
        self.dialogs = ChannelDialogs(desk=desk, accounts=accounts, secrets=secrets, listening=listening, window=self)
        self.message = label("", "error", wrap=True)
        self.message.hide()
        self.confirm = ConfirmBar(theme=theme)
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_MS)
        self._build()
        self._connect()

    def chosen(self) -> AccountCard | None:
        """Return the account chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def add(self) -> None:
        """Ask for a new account."""
        self.dialogs.ask_account(None)

    def edit(self) -> None:
        """Ask for another name, address or password of the chosen account."""
        card = self.chosen()
        if card is not None:
            self.dialogs.ask_account(card)

    def show_report(self) -> None:
        """Show what was heard on the chosen account."""
        card = self.chosen()
        if card is not None:
            self.dialogs.show_report(card)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the accounts when they may have changed, and keep the times fresh."""
        super().showEvent(event)
        self._timer.start()
        if self._stale:
            self._read()

    def _build(self) -> None:
        theme = self._desk.theme
        card = Card(
            theme=theme,
            title=self.tr("Canais"),
            definition=self.tr(
                "Onde a empresa ouve e responde. Cada conta mostra se está funcionando e quando trouxe algo."
            ),
        )
        card.tools.addWidget(self.add_button)
        tools = QWidget()
        flow = FlowLayout(tools, spacing=theme.metrics.step(2))
        for widget in (self.abilities_button, self.key_button, self.retired):
            flow.addWidget(widget)
        card.body.addWidget(tools)
        self.add_button.setEnabled(self._may_manage)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.panel.setProperty("ground", "surface")
        scroll.setWidget(self.panel)
        scroll.setAccessibleName(self.tr("Conta"))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.table)
        self.split.addWidget(scroll)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        card.body.addWidget(self.key_notice)
        card.body.addWidget(self.split, 1)
        card.body.addWidget(self.empty, 1)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4), spacing=2)
        layout.addWidget(card, 1)
        layout.addWidget(self.message)
        layout.addWidget(self.confirm)
        ColumnFit(theme=theme, table=self.table)
        if not self._may_manage:
            self.message.setText(self.tr("Só a administração adiciona contas e muda senhas."))
            self.message.setProperty("role", "small")
            self.message.show()
        self._show_state()

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.model.dataChanged.connect(lambda *_: self._show_chosen())
        self.retired.toggled.connect(lambda _: self._read())
        self.add_button.clicked.connect(self.add)
        self.empty.requested.connect(self.add)
        self.abilities_button.clicked.connect(self.dialogs.show_abilities)
        self.key_button.clicked.connect(self.dialogs.show_key)
        self.panel.edit_requested.connect(self.edit)
        self.panel.check_requested.connect(self._check)
        self.panel.retire_requested.connect(self._retire)
        actor, accounts = self._desk.actor, self._accounts
        self.panel.pause_requested.connect(
            lambda on: self._on_chosen(lambda chosen: accounts.set_paused(actor, chosen, is_paused=on))
        )
        self.panel.listen_only_requested.connect(
            lambda on: self._on_chosen(lambda chosen: accounts.set_listen_only(actor, chosen, is_listen_only=on))
        )
        self.panel.terms_edited.connect(
            lambda terms: self._on_chosen(lambda chosen: accounts.set_terms(actor, chosen, terms))
        )
        self.panel.report_requested.connect(self.show_report)
        self.key_notice.requested.connect(self.dialogs.show_key)
        self.dialogs.saved.connect(self._on_saved)
        self.dialogs.help_requested.connect(self.help_requested)
        self._desk.changes.changed.connect(self._on_changes)
        self._timer.timeout.connect(self._on_timeout)

    def _read(self) -> None:
        self._stale = False
        self.key_notice.look()
        retired, accounts = self.retired.isChecked(), self._accounts
        self._desk.calls.run(self, "accounts", lambda: accounts.list(include_retired=retired), self._on_read)

    def _on_read(self, cards: tuple[AccountCard, ...]) -> None:
        self.model.set_rows(cards)
        self._show_state()
        if self._wanted:
            self.table.selectRow(self.model.index_of(self._wanted).row())
            self._wanted = 0
        if cards and self.chosen() is None:
            self.table.selectRow(0)
        self._show_chosen()

    def _show_state(self) -> None:
        has_rows = self.model.rowCount() > 0
        self.split.setVisible(has_rows)
        self.empty.setVisible(not has_rows)
        if not has_rows:
            self.empty.show_state(
                EmptyKind.EMPTY,
                self.tr("Nenhuma conta ainda. Comece pelo e-mail ou pela rede onde mais falam da empresa."),
                button=self.tr("Adicionar canal") if self._may_manage else "",
            )

    def _show_chosen(self) -> None:
        card = self.chosen()
        kind = self._kinds.get(card.channel_key) if card is not None else None
        self.panel.show_account(card, kind)
        if card is not None:
            account_id, accounts = card.id, self._accounts
            self._desk.calls.run(
                self,
                "reconciliation",
                lambda: (account_id, accounts.reconciliation(account_id)),
                lambda found: self.panel.show_reconciliation(*found),
            )

    def _on_saved(self, done: Done[AccountCard]) -> None:
        self._wanted = done.value.id
        self._desk.undo.push(done)
        self._read()

    def _check(self) -> None:
        card = self.chosen()
        if card is None:
            return
        account_id, accounts, actor = card.id, self._accounts, self._desk.actor
        self.panel.show_checking()
        self._desk.calls.run(
            self,
            "check",
            lambda: (account_id, accounts.check(actor, account_id)),
            lambda found: self.panel.show_checked(*found),
            failed=self._on_failed,
        )

    def _retire(self) -> None:
        card, actor, accounts = self.chosen(), self._desk.actor, self._accounts
        if card is not None:
            self.confirm.ask(
                self.tr("Aposentar “{name}”? O que ela trouxe continua no Balcão; dá para desfazer.").format(
                    name=card.name
                ),
                self.tr("Aposentar"),
                lambda: self._act(lambda: accounts.retire(actor, card.id)),
            )

    def _on_chosen(self, work: Callable[[int], Done[AccountCard]]) -> None:
        card = self.chosen()
        if card is not None:
            self._act(lambda: work(card.id))

    def _act(self, work: Callable[[], Done[AccountCard]]) -> None:
        self._fail("")
        self._desk.calls.run(self, "act", work, self._on_saved, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> bool:
        if not isinstance(error, UserError):
            return False
        self._fail(error_text(error))
        self._read()
        return True

    def _fail(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _on_changes(self, changes: Changes) -> None:
        if Topic.CHANNELS in changes.topics:
            self._stale = True
            if self.isVisible():
                self._read()

    def _on_timeout(self) -> None:
        if self.isVisible():
            self._read()
        else:
            self._timer.stop()
            self._stale = True
