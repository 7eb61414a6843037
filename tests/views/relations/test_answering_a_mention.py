"""From the inbox to the form: the mention that is read comes with it."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.bootstrap.screens import Screens
from app.bootstrap.services import Services
from app.models.domain.inbox import InboxQuery, InboxView
from app.services.database import Database
from app.services.database_location import LocalFile
from app.views.inbox.page import InboxPage
from app.views.relations.page import PAGE_ID, RelationsPage
from app.views.support.desk import Desk
from tests.services.inbox.counter_data import populate


def test_the_mention_that_is_read_comes_with_the_form(  # noqa: PLR0917 - pytest hands fixtures over by name
    qtbot: QtBot,
    desk: Desk,
    services: Services,
    screen_database: Database,
    sqlite_location: LocalFile,
    settle: Callable[[], None],
) -> None:
    populate(screen_database, desk.actor, seed=5, mentions=20, cases=1)
    row = services.inbox.page(InboxQuery(InboxView.TO_TRIAGE), desk.actor).rows[0]
    screens = Screens(
        desk=desk,
        services=services,
        location=sqlite_location,
        open_place=lambda _name, _key: None,
        on_place_opened=lambda _place: None,
    )
    qtbot.addWidget(screens.window)
    screens.start(warning="")
    screens.window.show()
    screens.open_mention(row.id)
    inbox = screens.window.page("inbox")
    assert isinstance(inbox, InboxPage)
    qtbot.waitUntil(lambda: inbox.reading.mention is not None)
    assert desk.actions.trigger("relations.answer")
    page = screens.window.page(PAGE_ID)
    assert isinstance(page, RelationsPage)
    qtbot.waitUntil(lambda: page.dialog is not None)
    settle()
    assert page.dialog is not None
    assert page.dialog.said.mention_id == row.id
    page.dialog.reject()
    screens.flush()
    settle()
