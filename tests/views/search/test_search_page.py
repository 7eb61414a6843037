"""The search by keyboard, on a real file: what the box offers, the results, chips, forms, saving, what opens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.inbox import InboxView
from app.models.domain.incoming import IncomingMention
from app.models.domain.search_hit import Found, HitKind
from app.services.intake.batch import batch_of
from app.services.intake.wiring import build_intake
from app.views.search.page import SearchPage
from app.views.search.result_model import LINE_ROLE
from app.views.search.typing_popup import TypingPopup
from app.views.support.desk import Desk

Settle = Callable[[], None]
TEXTS = (
    "Quero reclamar do atraso",
    "Minha reclamação sobre <b>o atraso</b>",
    "Adorei a loja",
    "Vou reclamar de novo",
    "This is the best store and I was happy with it",
)


@pytest.fixture
def page(desk: Desk, services: Services, qtbot: QtBot) -> SearchPage:
    intake = build_intake(services.database)
    mentions = [
        IncomingMention(
            channel="instagram",
            text=text,
            posted_at=desk.clock.now() - timedelta(minutes=number),
            author_key=f"pessoa{number}",
            author_name=f"Pessoa {number}",
        )
        for number, text in enumerate(TEXTS)
    ]
    intake.receive(batch_of(mentions))
    services.articles.add(desk.actor, "Atraso na entrega", "Peça desculpas pelo atraso.")
    made = SearchPage(desk=desk, search=services.search, saved_views=services.saved_views)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def shown(page: SearchPage) -> list[str]:
    return [str(page.model.index(place, 0).data()) for place in range(page.model.rowCount())]


def test_results_by_kind_forms_chips_and_saving(
    page: SearchPage, services: Services, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    page.look_for("atraso canal:instagram")
    settle()
    assert page.kinds == ["Tudo", "Menções · 2"]
    (chip,) = page._pieces.findChildren(QPushButton)
    assert chip.text() == "canal:instagram"
    chip.click()
    settle()
    assert page.results.text == "atraso"
    assert page.kinds[-2:] == ["Menções · 2", "Materiais de apoio · 1"]
    hit = page.view.currentIndex().data(LINE_ROLE)
    assert isinstance(hit, Found)
    with qtbot.waitSignal(page.hit_chosen) as caught:
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert caught.args == [hit]
    assert any("<b>o atraso</b>" in line for line in shown(page))  # plain text, whatever it looks like

    page.look_for("reclamar")
    settle()
    assert page.kinds[-1] == "Menções · 2"
    page.forms.click()
    settle()
    assert page.kinds[-1] == "Menções · 3"
    assert desk.preferences.current.search_forms
    page.show_kind(HitKind.MENTION)
    page.grab()
    with qtbot.waitSignal(page.list_requested) as listed:
        page.open_all.click()
    query = listed.args[0]
    assert query.view is InboxView.ALL_MENTIONS
    assert services.inbox.count(query, desk.actor).n == 3
    page.save.click()
    QTest.keyClick(page.save_line.name, Qt.Key.Key_Return)
    settle()
    assert [view.query for view in services.saved_views.list(desk.actor)] == [query]


def test_nothing_found_says_why_and_offers_what_there_is(page: SearchPage, settle: Settle) -> None:
    page.look_for("atrazo")
    settle()
    button = page.empty.findChild(QPushButton)
    assert button is not None
    assert button.text() == "Procurar por “atraso”"
    button.click()
    settle()
    assert page.results.text == "atraso"
    page.look_for("-loja")
    settle()
    assert page.empty.text == "Só há palavras para deixar de fora. Diga também o que procurar."
    page.look_for("atraso desde:ontem")
    settle()
    assert "Não entendi a data “ontem”" in page.notes.text()


def test_a_language_that_no_source_told_is_known_by_its_small_words(page: SearchPage, settle: Settle) -> None:
    page.look_for("idioma:en")
    settle()
    assert page.kinds == ["Tudo", "Menções · 1"]
    assert "english" in shown(page)[1].lower()


def test_the_box_completes_keys_values_and_recent_searches(
    page: SearchPage, services: Services, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    window = QWidget()
    edit = QLineEdit()
    QVBoxLayout(window).addWidget(edit)
    qtbot.addWidget(window)
    actor = desk.actor

    def ask(text: str, cursor: int) -> object:
        recent = desk.preferences.current.recent_searches.get(actor.name, ())
        return services.typing.typed(text, cursor, actor, recent=recent)

    popup = TypingPopup(desk=desk, edit=edit, ask=ask, is_wanted=lambda: True, window=window)  # type: ignore[arg-type]  # object for short
    window.resize(500, 500)
    window.show()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus, timeout=2_000)

    def typed(text: str) -> list[str]:
        QTest.keyClicks(edit, text)
        settle()
        return [popup.list.item(place).text() for place in range(popup.list.count())]

    assert typed("can")[0].startswith("canal:")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    settle()
    assert edit.text() == "canal:"
    assert "Instagram" in typed("ins")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    settle()
    assert edit.text() == "canal:Instagram "
    assert any("Vou reclamar de novo" in line for line in typed("re"))
    QTest.keyClick(edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.hit_chosen):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    page.look_for("atraso na loja")
    edit.clear()
    assert typed("atr")[0].startswith("atraso na loja")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert popup.isHidden()
