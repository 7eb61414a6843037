"""The help's pictures: only its own, in the theme's colours, sharp at every scale, with words for who listens."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument, QTextImageFormat
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views.knowledge.help_pictures import draw_picture, picture_of_link
from app.views.knowledge.help_text import HelpText
from app.views.knowledge.help_window import HelpWindow
from app.views.knowledge.topics import read_topics, search_topics
from app.views.support.desk import Desk
from app.views.support.resource import resource_path
from app.views.support.theme import Theme
from app.views.support.tokens import DARK, LIGHT
from tests.views.inbox.widget_tree import cut, nameless

IMAGE = QTextDocument.ResourceType.ImageResource.value
NAMES = sorted(path.stem for path in resource_path("help", "pictures").glob("*.svg"))
Settle = Callable[[], None]


@pytest.mark.parametrize(
    "link",
    [
        "picture:../icons/mail",
        "picture:/etc/hostname",
        "picture:Channels-Page",
        "picture:a.svg",
        "picture:",
        "file:///etc/hostname",
        "https://example.com/channels-page.svg",
        "channels-page",
    ],
)
def test_no_other_address_is_a_picture(link: str, theme: Theme) -> None:
    assert picture_of_link(link) == ""
    text = HelpText(theme=theme)
    assert text.loadResource(IMAGE, QUrl(link)) is None
    assert text.loadResource(IMAGE, link) is None
    text.deleteLater()


def test_only_pictures_are_loaded_and_only_those_there_are(theme: Theme) -> None:
    text = HelpText(theme=theme)
    assert isinstance(text.loadResource(IMAGE, QUrl("picture:channels-page")), QImage)
    assert text.loadResource(IMAGE, QUrl("picture:unheard-of")) is None
    assert text.loadResource(QTextDocument.ResourceType.HtmlResource.value, QUrl("picture:channels-page")) is None
    assert draw_picture("../48_networks", theme=theme, most=600, ratio=1) is None
    text.deleteLater()


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_has_the_theme_s_colours_and_the_screen_s_pixels(name: str, theme: Theme) -> None:
    light = draw_picture(name, theme=theme, most=2000, ratio=1)
    theme.apply(choice="dark")
    dark = draw_picture(name, theme=theme, most=2000, ratio=2)
    assert light is not None
    assert dark is not None
    assert (dark.width(), dark.height()) == (2 * light.width(), 2 * light.height())
    assert dark.deviceIndependentSize() == light.deviceIndependentSize()
    assert LIGHT.surface in _colors(light)
    assert DARK.surface in _colors(dark)
    assert LIGHT.surface not in _colors(dark)
    theme.apply(scale=200)
    large = draw_picture(name, theme=theme, most=2000, ratio=1)
    narrow = draw_picture(name, theme=theme, most=300, ratio=1)
    assert large is not None
    assert narrow is not None
    assert large.width() == 2 * light.width()
    assert narrow.width() == 300


@pytest.fixture
def text(theme: Theme, qtbot: QtBot) -> Iterator[HelpText]:
    made = HelpText(theme=theme)
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()


def test_a_picture_fits_the_page_and_says_what_it_shows(text: HelpText) -> None:
    text.show_markdown("# Um\n\n![Onde fica: 1, Canais.](picture:channels-page)\n\nDepois.", [])
    assert _widths(text) == [640]
    assert "Onde fica: 1, Canais.\nDepois." in text.toPlainText()
    text.resize(420, 500)
    assert _widths(text)[0] <= text.viewport().width()
    text.resize(700, 500)
    assert _widths(text) == [640]


def test_captions_are_found_by_the_search() -> None:
    topics = read_topics(resource_path("help"))
    assert [found.topic.id for found in search_topics(topics, "explorador da graph api")] == ["key_meta"]
    assert not any("picture:" in topic.plain or "![" in topic.plain for topic in topics)


def test_a_page_in_a_window_of_its_own(desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    beside = QWidget()
    qtbot.addWidget(beside)
    window = HelpWindow(desk=desk, topic_id="key_telegram", parent=beside)
    with qtbot.waitExposed(window):
        window.show()
    settle()
    assert window.windowTitle() == "Chave do Telegram"
    assert not window.isModal()
    assert not window.back_button.isEnabled()
    assert (nameless(window), cut(window)) == ([], [])
    window.show_topic("unheard-of")
    assert window.topic_id == "key_telegram"
    window.text.anchorClicked.emit(QUrl("help:channels"))
    assert window.topic_id == "channels"
    desk.theme.apply(choice="dark")
    window.back_button.click()
    assert window.topic_id == "key_telegram"
    window.close_button.click()
    assert not window.isVisible()


def _colors(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 3)}


def _widths(text: HelpText) -> list[float]:
    found: list[float] = []
    block = text.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            style = pieces.fragment().charFormat()
            if style.isImageFormat():
                found.append(QTextImageFormat(style.toImageFormat()).width())
            pieces += 1
        block = block.next()
    return found
