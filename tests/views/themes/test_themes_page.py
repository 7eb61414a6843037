"""The themes among the reports: looked for by themselves, shown with their growth, opened by a click or Enter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.incoming import IncomingMention
from app.services.intake.batch import batch_of
from app.services.intake.wiring import build_intake
from app.services.themes import ThemeService
from app.services.themes_child import found_in
from app.views.support.desk import Desk
from app.views.support.empty_state import EmptyKind
from app.views.themes.page import ThemesPage

THINGS = ("boleto atrasado", "troca parada", "loja fechada")


def mention(desk: Desk, text: str, author: str, days: int) -> IncomingMention:
    at = desk.clock.now() - timedelta(days=days)
    return IncomingMention(channel="x", text=text, posted_at=at, author_key=author, author_name=author)


def test_themes_are_found_shown_and_opened(
    desk: Desk, services: Services, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    themes = ThemeService(
        database=services.database,
        inbox=services.inbox,
        count=lambda now, before, _is_over: found_in(now, before),
    )
    page = ThemesPage(desk=desk, themes=themes)
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    qtbot.waitUntil(lambda: page.board is not None and page.board.found_at is not None, timeout=5_000)
    qtbot.waitUntil(page.look.isEnabled, timeout=5_000)
    assert page.empty.kind is EmptyKind.EMPTY

    before = [mention(desk, f"Problema com {THINGS[n % 3]}", f"antes{n}", 8 + n) for n in range(30)]
    now = [mention(desk, "O aplicativo travou no pagamento", f"novo{n}", 1) for n in range(10)]
    build_intake(services.database).receive(batch_of(before + now))
    page.look.click()
    qtbot.waitUntil(lambda: page.model.rowCount() > 0, timeout=5_000)
    settle()
    row = page.model.row_at(0)
    assert row is not None
    assert (row.term, row.n) == ("aplicativo travou", 10)
    assert str(page.model.index(0, 4).data()) == "novo"
    page.grab()
    page.table.selectRow(0)
    with qtbot.waitSignal(page.drill_requested) as asked:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    query, title = asked.args
    assert title == "Tema: aplicativo travou"
    assert services.inbox.count(query, desk.actor).n == 10
