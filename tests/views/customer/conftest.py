"""The customers' screen on a real file: people with handles, mentions and cases, and a page to press keys on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from app.bootstrap.services import Services
from app.models.domain.people import PROGRAM
from app.services.acts import Act
from app.services.customer_book import link_handle
from app.services.database import Database
from app.views.customer.page import CustomerPage
from app.views.support.desk import Desk
from tests.factories import make_case, make_customer, make_handle, make_mention

_KEYS = {"esc": Qt.Key.Key_Escape, "enter": Qt.Key.Key_Return, "down": Qt.Key.Key_Down}


@dataclass
class Stage:
    """A page with what tests do to it."""

    page: CustomerPage
    database: Database
    services: Services
    desk: Desk
    qtbot: QtBot
    settle: Callable[[], None]

    def person(self, name: str, handles: int = 1, cases: int = 1, **values: object) -> int:
        """Store a customer with handles, and as many cases and loose mentions as ``cases``."""

        def store(connection: Connection) -> tuple[int, list[int]]:
            customer_id = make_customer(connection, name, **values)
            found = [make_handle(connection, f"{name}{number}".lower()) for number in range(handles)]
            for _ in range(cases):
                make_case(connection, customer_id)
                make_mention(connection, handle_id=found[0])
            return customer_id, found

        customer_id, found = self.database.quiet(store)

        def link(act: Act) -> None:
            for handle_id in found:
                link_handle(act, handle_id, customer_id, "first_case")

        self.database.act(link, actor=PROGRAM)
        return customer_id

    def show(self, customer_id: int = 0) -> None:
        """Show the page and a customer on it."""
        self.page.resize(1200, 800)
        with self.qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        if customer_id:
            self.page.show_customer(customer_id)
        self.settle()
        self.page.list.view.setFocus()

    @property
    def focus(self) -> QWidget:
        """What keys go to."""
        return QApplication.focusWidget() or self.page

    def press(self, key: str, *, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is and wait for what it starts."""
        self.qtbot.keyClick(self.focus, _KEYS.get(key, key), modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self.qtbot.keyClicks(self.focus, text)
        self.settle()

    def act(self, action_id: str) -> None:
        """Run an action as its key would."""
        assert self.desk.actions.trigger(action_id)
        self.settle()

    def undo(self) -> None:
        """Take the newest act back."""
        self.desk.undo.undo()
        self.settle()


@pytest.fixture
def stage(
    desk: Desk, services: Services, screen_database: Database, qtbot: QtBot, settle: Callable[[], None]
) -> Iterator[Stage]:
    page = CustomerPage(
        desk=desk,
        customers=services.customers,
        merges=services.customer_merge,
        classification=services.classification,
    )
    qtbot.addWidget(page)
    yield Stage(page, screen_database, services, desk, qtbot, settle)
    page.hide()
    settle()
