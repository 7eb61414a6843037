"""When a page of a section asks: shown, changed while seen, changed while away; and edits that do not wait."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.changes import Changes, Topic
from app.services.case_reader import POLICY_SETTING
from app.services.practice import Practice
from app.views.settings.practice_page import PracticePage
from app.views.settings.section_page import SectionPage
from app.views.support.desk import Desk


class Page(SectionPage[int]):
    """Counts how often it asked."""

    def __init__(self, *, desk: Desk, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(desk=desk, topics=frozenset({Topic.ARTICLES, Topic.TREE}), parent=parent)
        self.asked = 0
        self.shown: list[int] = []
        self._begin(rule_set=services.rule_set, section="articles", title="Título", definition="Frase")

    def _question(self) -> Callable[[], int]:
        self.asked += 1
        asked = self.asked
        return lambda: asked

    def _on_read(self, found: int) -> None:
        self.shown.append(found)


class Policy(PracticePage):
    """A page of the practice that shows nothing."""

    def __init__(self, *, desk: Desk, services: Services) -> None:
        super().__init__(desk=desk, practice=services.practice)
        self._begin(rule_set=services.rule_set, section="policy", title="Título", definition="Frase")

    @property
    def found(self) -> Practice | None:
        return self._shown

    def say(self, name: str, text: str, *parts: str) -> None:
        self._edit(POLICY_SETTING, lambda value: value | {name: text}, *parts)


@pytest.fixture
def tell(desk: Desk) -> Callable[[Topic], None]:
    return lambda topic: desk.changes.changed.emit(Changes(origin="other", topics=frozenset({topic})))


def test_it_asks_when_shown_and_only_when_something_changed(
    desk: Desk, services: Services, qtbot: QtBot, settle: Callable[[], None], tell: Callable[[Topic], None]
) -> None:
    page = Page(desk=desk, services=services)
    qtbot.addWidget(page)
    settle()
    assert page.asked == 0, "it is not seen yet"
    assert page.accessibleName() == "Título"
    page.show()
    settle()
    assert page.shown == [1]
    page.hide()
    page.show()
    settle()
    assert page.shown == [1], "nothing changed meanwhile"
    tell(Topic.TEMPLATES)
    settle()
    assert page.shown == [1], "this is not its topic"
    tell(Topic.TREE)
    settle()
    assert page.shown == [1, 2]
    page.hide()
    tell(Topic.ARTICLES)
    settle()
    assert page.asked == 2, "who is away asks nothing"
    page.show()
    settle()
    assert page.shown == [1, 2, 3]


def test_edits_do_not_take_each_others_place_and_keep_to_what_was_seen(
    desk: Desk, services: Services, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    page = Policy(desk=desk, services=services)
    qtbot.addWidget(page)
    first = services.practice.read().policy
    page.say("mission", "Antes da leitura")
    settle()
    assert services.practice.read().policy == first, "nothing was shown that could be changed"
    page.show()
    settle()
    page.say("mission", "Cuidar", "mission")
    page.say("vision", "Ser lembrada", "vision")
    settle()
    stored = services.practice.read().policy.value
    assert (stored["mission"], stored["vision"]) == ("Cuidar", "Ser lembrada")
    page.hide()
    seen = page.found
    services.practice.edit(desk.actor, POLICY_SETTING, lambda value: value | {"mission": "De outra pessoa"})
    page.say("mission", "Por cima", "mission")
    settle()
    assert seen is not None
    assert services.practice.read().policy.value["mission"] == "De outra pessoa"
    assert not page.frame.message.isHidden()
