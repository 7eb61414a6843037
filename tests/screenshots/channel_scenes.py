"""The channels in pictures: accounts in every light, the way to a new one, what networks tell of a case's messages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QLineEdit, QWidget

from app.models.domain.inbox import InboxView
from app.views.channels.abilities_dialog import AbilitiesDialog
from app.views.channels.account_dialog import AccountDialog
from app.views.channels.listening_dialog import ListeningDialog
from app.views.channels.page import ChannelsPage
from app.views.inbox.navigation import item_id
from tests.counterparts.mastodon import TOKEN
from tests.end_to_end.driver import Driver
from tests.screenshots.networks import Networks

if TYPE_CHECKING:
    from tests.screenshots.scenes import Scene


class ChannelScenes:
    """Scenes that share one set of counterparts."""

    def __init__(self, networks: Networks) -> None:
        self._networks = networks

    def scenes(self) -> dict[str, Scene]:
        """Return the scenes by name."""
        return {
            "channels": lambda driver, _: self._channels(driver, "mastodon"),
            "channels-trouble": lambda driver, _: self._channels(driver, "bluesky"),
            "channel-networks": self._choose,
            "channel-form": self._form,
            "channel-test": self._test,
            "channel-abilities": self._abilities,
            "channel-heard": self._heard,
            "case-network": lambda driver, _: self._case(driver, self._networks.case_id),
            "case-bounced": lambda driver, _: self._case(driver, self._networks.bounced_id),
            "outbox": self._outbox,
        }

    def _begin(self, driver: Driver) -> None:
        self._networks.begin(driver.screens._services, driver.desk.actor)

    def _page(self, driver: Driver) -> ChannelsPage:
        self._begin(driver)
        driver.go("look")
        driver.go("channels")
        return cast("ChannelsPage", driver.window.page("channels"))

    def _channels(self, driver: Driver, key: str) -> QWidget:
        page = self._page(driver)
        driver.until(lambda: page.model.index_of(self._networks.id_of(key)).isValid(), "the accounts")
        page.table.selectRow(page.model.index_of(self._networks.id_of(key)).row())
        page.table.setFocus()
        driver.settle()
        return driver.window

    def _dialog(self, driver: Driver, key: str) -> AccountDialog:
        driver.click(self._page(driver).add_button)
        dialog = driver.dialog(AccountDialog)
        dialog.networks.choose(key)
        driver.settle()
        return dialog

    def _choose(self, driver: Driver, _folder: Path) -> QWidget:
        return self._dialog(driver, "instagram")

    def _form(self, driver: Driver, _folder: Path) -> QWidget:
        dialog = self._dialog(driver, "email")
        driver.click(dialog.next_button)
        driver.type("SAC")
        driver.click(dialog.next_button)
        return dialog

    def _test(self, driver: Driver, _folder: Path) -> QWidget:
        dialog = self._dialog(driver, "mastodon")
        driver.click(dialog.next_button)
        given = {"name": "Outra conta", "base_url": self._networks.mastodon_url, "token": TOKEN}
        for key, value in given.items():
            cast("QLineEdit", dialog.fields.edit(key)).setText(value)
        driver.click(dialog.next_button)
        driver.until(dialog.outcome.checked.isVisible, "what works")
        driver.settle()
        return dialog

    def _abilities(self, driver: Driver, _folder: Path) -> QWidget:
        driver.click(self._page(driver).abilities_button)
        return driver.dialog(AbilitiesDialog)

    def _heard(self, driver: Driver, _folder: Path) -> QWidget:
        self._channels(driver, "instagram")
        page = cast("ChannelsPage", driver.window.page("channels"))
        driver.click(page.panel.report_button)
        dialog = driver.dialog(ListeningDialog)
        driver.until(dialog.copy_button.isEnabled, "the report")
        driver.settle()
        return dialog

    def _case(self, driver: Driver, case_id: int) -> QWidget:
        driver.window.show_page("inbox", item_id(InboxView.MINE))
        driver.settle()
        driver.until(lambda: driver.inbox.panel.view.current_row is not None or driver.press("j"), "a case")
        for _ in range(60):
            row = driver.inbox.panel.view.current_row
            if row is not None and row.id == case_id:
                break
            driver.press("j")
        driver.until(lambda: driver.pane.session.detail and driver.pane.session.detail.id == case_id, "the case")
        driver.settle()
        return driver.window

    def _outbox(self, driver: Driver, _folder: Path) -> QWidget:
        self._begin(driver)
        driver.go("outbox")
        driver.settle()
        return driver.window
