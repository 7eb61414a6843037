"""The help: every page is there, every link leads somewhere, keys are those in force, search minds no accents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.views.case.case_actions import case_actions
from app.views.customer.customer_actions import customer_actions
from app.views.inbox.inbox_actions import inbox_actions
from app.views.knowledge.help_page import HelpPage
from app.views.knowledge.topics import keys_named, read_topics, search_topics, with_keys
from app.views.shell.window_actions import window_actions
from app.views.support.desk import Desk
from app.views.support.empty_state import EmptyKind
from app.views.support.resource import resource_path
from app.views.support.spell_check import spell_actions

TOPICS = read_topics(resource_path("help"))
IDS = [
    "start", "import", "triage", "search", "case", "crisis", "channels", "networks", "key_email", "key_meta", "key_x",
    "key_youtube", "key_mastodon", "key_bluesky", "key_telegram", "key_google_play", "key_consumidor_gov",
    "key_feeds", "key_files", "protocol", "keys", "customers", "charts", "forecast", "planning",
    "rules", "database", "trouble",
]  # fmt: skip
ELSEWHERE = {"import.choose": "Ctrl+I", "edit.undo": "Z", "case.new": "Ctrl+N"}
"""Actions that a page or the composition root defines itself."""


def test_the_pages_and_their_links() -> None:
    assert [topic.id for topic in TOPICS] == IDS
    for topic in TOPICS:
        assert topic.text.startswith(f"# {topic.title}\n")
        for link in re.findall(r"(?<!!)\[[^\]]*\]\(([^)]*)\)", topic.text):
            assert link.removeprefix("help:") in IDS, f"{topic.id}: {link}"


def test_keys_named_are_the_default_keys_of_actions_that_exist() -> None:
    specs = [*inbox_actions(), *case_actions(), *customer_actions(), *window_actions(), *spell_actions()]
    first = {spec.id: spec.keys[0] for spec in specs if spec.keys} | ELSEWHERE
    for topic in TOPICS:
        for action_id, key in keys_named(topic.text):
            assert first.get(action_id) == key, f"{topic.id}: {action_id}"


def test_a_key_that_was_changed_is_shown_as_it_is_now() -> None:
    assert with_keys("Tecle {case.close|E}.", lambda _id: "Ctrl+E") == "Tecle Ctrl+E."
    assert with_keys("Tecle {case.close|E}.", lambda _id: "") == "Tecle E."


@pytest.mark.parametrize("typed", ["protocolo", "PROTOCÓLO", "repetidas", "sincronizada", "solucao"])
def test_search_minds_neither_accents_nor_case(typed: str) -> None:
    found = search_topics(TOPICS, typed)
    assert found
    assert all(each.excerpt for each in found)
    assert not any(sign in found[0].excerpt for sign in "#*|{`")


def test_search_puts_titles_first() -> None:
    assert search_topics(TOPICS, "protocolo")[0].topic.id == "protocol"
    assert search_topics(TOPICS, "zebra") == ()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, settle: Callable[[], None]) -> Iterator[HelpPage]:
    made = HelpPage(desk=desk)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    settle()
    yield made
    made.hide()


def test_pages_are_read_by_key_and_link(page: HelpPage, desk: Desk) -> None:
    assert page.topic_id == "start"
    assert "Bem-vindo" in page.text.toPlainText()
    desk.actions.trigger("help.next")
    assert page.topic_id == "import"
    page.text.anchorClicked.emit(QUrl("help:trouble"))
    assert page.topic_id == "trouble"
    page.text.anchorClicked.emit(QUrl("https://example.com/"))
    assert page.topic_id == "trouble"
    desk.actions.trigger("help.back")
    desk.actions.trigger("help.previous")
    assert page.topic_id == "start"
    page.show_topic("unheard-of")
    assert page.topic_id == "start"
    assert page.text.loadResource(QTextDocument.ResourceType.ImageResource.value, "/etc/hostname") is None


def test_search_shows_the_first_page_found_and_marks_the_words(page: HelpPage, desk: Desk) -> None:
    page.search.edit.setText("SEPARAR")
    page.search.searched.emit(page.search.text)
    assert page.topic_id in {"case", "customers"}
    assert page.text.extraSelections()
    page.search.edit.setText("zebra")
    page.search.searched.emit("zebra")
    assert page.empty.isVisible()
    assert page.empty.kind is EmptyKind.FILTERED
    page.empty.requested.emit()
    assert page.text.isVisible()
    assert page.model.rowCount() == len(IDS)
    desk.actions.trigger("help.search")
    assert page.search.edit.hasFocus()


def test_the_keys_page_lists_what_is_in_force(page: HelpPage, desk: Desk) -> None:
    page.show_topic("keys")
    assert "Buscar na ajuda" in page.text.toPlainText()
    desk.actions.remap("help.search", ("Ctrl+Y",))
    assert "Ctrl+Y" in page.text.toPlainText()


def test_the_page_follows_the_size_and_everything_has_a_name(
    page: HelpPage, desk: Desk, qtmodeltester: ModelTester
) -> None:
    before = page.text.document().defaultFont().pixelSize()
    desk.theme.apply(scale=200)
    assert page.text.document().defaultFont().pixelSize() == 2 * before
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy().value:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget
    qtmodeltester.check(page.model)
