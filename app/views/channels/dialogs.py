"""Opens the windows of the channels page, each gone for good when it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.views.channels.abilities_dialog import AbilitiesDialog
from app.views.channels.account_dialog import AccountDialog
from app.views.channels.key_dialog import TeamKeyDialog
from app.views.channels.listening_dialog import ListeningDialog

if TYPE_CHECKING:
    from app.models.domain.account_info import AccountCard
    from app.services.account_secrets import AccountSecrets
    from app.services.accounts import AccountService
    from app.services.sync.listening import ListeningService
    from app.views.support.desk import Desk


class ChannelDialogs(QObject):
    """The windows; ``saved`` carries the ``Done`` of an account that was added or changed."""

    saved = Signal(object)
    help_requested = Signal(str, QWidget)
    """Carries a page of the help and the window beside which it is read."""

    def __init__(
        self,
        *,
        desk: Desk,
        accounts: AccountService,
        secrets: AccountSecrets,
        listening: ListeningService,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._accounts, self._secrets, self._listening = desk, accounts, secrets, listening
        self._window = window

    def ask_account(self, card: AccountCard | None) -> None:
        """Ask for a new account, or for another name, address or password of one."""
        dialog = AccountDialog(desk=self._desk, accounts=self._accounts, card=card, parent=self._window)
        dialog.saved.connect(self.saved)
        dialog.help_requested.connect(lambda topic_id: self.help_requested.emit(topic_id, dialog))
        self._open(dialog)

    def show_abilities(self) -> None:
        """Show what each network lets us do, and why not."""
        self._open(AbilitiesDialog(theme=self._desk.theme, kinds=self._accounts.kinds, parent=self._window))

    def show_key(self) -> None:
        """Show the team's key, or ask for it."""
        self._open(TeamKeyDialog(desk=self._desk, secrets=self._secrets, parent=self._window))

    def show_report(self, card: AccountCard) -> None:
        """Show what was heard on an account before anybody answers there."""
        self._open(ListeningDialog(desk=self._desk, listening=self._listening, card=card, parent=self._window))

    def _open(self, dialog: QDialog) -> None:
        """Show a window, at large letters no larger than the screen."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = dialog.screen().availableSize().expandedTo(self._window.window().size())
        dialog.resize(dialog.size().boundedTo(room))
        dialog.open()
