"""The pages on which a person sets this workstation's look and keys."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views.settings.appearance_page import AppearancePage
from app.views.settings.keys_page import KeysPage
from app.views.support.actions import ActionRegistry, ActionSpec
from app.views.support.preferences import Preferences
from app.views.support.theme import Theme

SPECS = [
    ActionSpec("case.close", "Encerrar atendimento", ("E",), "check", "case", "Atendimento"),
    ActionSpec("case.note", "Anotar", ("N",), "note", "case", "Atendimento"),
    ActionSpec("palette", "Abrir a paleta", ("Ctrl+K",), group="Janela"),
]


@pytest.fixture
def keys(theme: Theme, actions: ActionRegistry, preferences: Preferences, qtbot: QtBot) -> KeysPage:
    actions.define(SPECS)
    page = KeysPage(theme=theme, actions=actions, preferences=preferences)
    qtbot.addWidget(page)
    page.show()
    return page


def test_appearance_shows_at_once_and_is_kept(theme: Theme, preferences: Preferences, qtbot: QtBot) -> None:
    page = AppearancePage(theme=theme, preferences=preferences)
    qtbot.addWidget(page)
    page.show()
    page.palette_choice.choose("dark")
    page.density.choose("compact")
    page.scale.setValue(page.scale.maximum())
    page.sound.setChecked(False)
    page.language.setCurrentIndex(1)
    kept = preferences.current
    assert (kept.theme, kept.density, kept.font_scale, kept.sound, kept.language) == (
        "dark",
        "compact",
        200,
        False,
        "en",
    )
    assert theme.choice == "dark"
    assert theme.metrics.compact
    assert theme.metrics.scale == 200
    preferences.change(theme="light", font_scale=100)
    assert page.palette_choice.current == "light"
    assert page.scale.value() == 2


def test_key_is_changed_cleared_and_brought_back(
    keys: KeysPage, actions: ActionRegistry, preferences: Preferences
) -> None:
    assert not keys.apply_button.isEnabled()
    keys.choose("case.close")
    keys.edit.setKeySequence(QKeySequence("F8"))
    keys.apply_button.click()
    assert actions.keys("case.close") == ("F8",)
    assert preferences.current.key_remaps == {"case.close": ("F8",)}
    assert "mudada" in keys.model.index(keys.model.index_of(hash("case.close")).row(), 2).data()
    keys.none_button.click()
    assert actions.keys("case.close") == ()
    keys.default_button.click()
    assert actions.keys("case.close") == ("E",)
    keys.choose("palette")
    keys.edit.setKeySequence(QKeySequence("Ctrl+P"))
    keys.apply_button.click()
    keys.reset_button.click()
    assert actions.remaps == {}
    assert preferences.current.key_remaps == {}


@pytest.mark.parametrize(("key", "word"), [("N", "Anotar"), ("Ctrl+K", "paleta"), ("Ctrl+Alt+Q", "AltGr")])
def test_clashes_are_refused_with_the_reason(keys: KeysPage, actions: ActionRegistry, key: str, word: str) -> None:
    keys.choose("case.close")
    keys.edit.setKeySequence(QKeySequence(key))
    keys.apply_button.click()
    assert word in keys.message.text()
    assert actions.keys("case.close") == ("E",)


def test_single_keys_and_search(keys: KeysPage, actions: ActionRegistry, preferences: Preferences) -> None:
    keys.single.setChecked(False)
    assert not actions.single_keys
    assert preferences.current.single_keys is False
    keys.search.edit.setText("anotar")
    assert keys.model.rowCount() == 1
    assert keys.chosen() is None
    assert isinstance(keys, QWidget)
