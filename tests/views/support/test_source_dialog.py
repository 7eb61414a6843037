"""The original message in its window: nothing is fetched, everything that came can be read."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from app.services.mention_source import EarlierText, MentionSource
from app.views.support.desk import Desk
from app.views.support.source_dialog import LetterBrowser, SourceDialog
from tests.fakes import DEFAULT_NOW


def test_tabs_for_what_there_is(desk: Desk, qtbot: QtBot) -> None:
    source = MentionSource(
        mention_id=1,
        title="Pedido",
        whole_text="Chegou!\n> antes",
        html="<p>Chegou!</p>",
        blocked_pictures=2,
        has_original=True,
        versions=(EarlierText(DEFAULT_NOW, None, "primeiro"),),
        removed_at=DEFAULT_NOW,
    )
    dialog = SourceDialog(desk=desk, source=source)
    qtbot.addWidget(dialog)
    dialog.show()
    assert [dialog.tabs.tabText(place) for place in range(dialog.tabs.count())] == [
        "Texto completo",
        "Como veio",
        f"Antes de hoje {DEFAULT_NOW.astimezone():%H:%M}",
    ]
    assert "2 figuras" in dialog.notice.text()
    assert "Apagada na rede" in dialog.notice.text()


def test_a_letter_fetches_nothing(qtbot: QtBot) -> None:
    browser = LetterBrowser('<img src="file:///etc/passwd"><img src="https://t.example/p.png"><a href="x:y">z</a>')
    qtbot.addWidget(browser)
    for address in ("file:///etc/passwd", "https://t.example/p.png"):
        kind = int(QTextDocument.ResourceType.ImageResource.value)
        assert browser.loadResource(kind, QUrl(address)) is None
    assert not browser.openLinks()
