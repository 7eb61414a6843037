"""Spelling in an editor: what is underlined and when, the menu by keys, undo, the team's words, and bad days."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.models.domain.people import Role
from app.services.database import Database
from app.services.errors import Unavailable
from app.services.settings_book import SettingsBook
from app.services.spelling.service import SpellingService
from app.services.spelling.speller import Speller
from app.views.settings.appearance_page import AppearancePage
from app.views.support import spell_layer, spell_menu
from app.views.support.desk import Desk
from app.views.support.preferences import Preferences
from app.views.support.spell_check import ACTION, SpellCheck
from app.views.support.spell_menu import SpellMenu
from app.views.support.text_marks import MarkKind, marks_of, set_marks
from app.views.support.theme import Theme

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
WRONG = "Olá, o seu reembolço chega amanhã"


@dataclass
class Bench:
    """An editor with spelling on a window of its own."""

    edit: QPlainTextEdit
    check: SpellCheck
    desk: Desk
    qtbot: QtBot
    settle: Callable[[], None]

    def underlined(self) -> list[str]:
        return [each.selectedText() for each in marks_of(self.edit, MarkKind.SPELLING)]

    def wait_for(self, *words: str) -> None:
        self.qtbot.waitUntil(lambda: self.underlined() == list(words), timeout=20_000)

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.check.layer.is_current, timeout=20_000)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.edit, key, modifier)

    def type(self, text: str) -> None:
        for sign in text:  # the test library's keys know no accents
            QApplication.sendEvent(self.edit, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, sign))
            QApplication.processEvents()

    def open_menu(self) -> SpellMenu:
        """Press Ctrl+. and wait for the suggestions."""
        self.press(Qt.Key.Key_Period, CONTROL)
        return self.menu()

    def menu(self) -> SpellMenu:
        def is_filled() -> bool:
            menu = self.check.menu
            return menu is not None and menu.isVisible() and not texts(menu)[0].startswith("Procurando")

        self.qtbot.waitUntil(is_filled, timeout=20_000)
        menu = self.check.menu
        assert menu is not None
        return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]


def action_of(menu: QMenu, begin: str) -> QAction:
    return next(action for action in menu.actions() if action.text().startswith(begin))


@pytest.fixture(scope="module")
def speller() -> Iterator[Speller]:
    """One process for all these tests."""
    made = Speller()
    yield made
    made.stop()


@pytest.fixture
def spelling(screen_database: Database, speller: Speller) -> SpellingService:
    return SpellingService(speller=speller, book=SettingsBook(database=screen_database))


@pytest.fixture
def make_bench(
    desk: Desk, spelling: SpellingService, qtbot: QtBot, settle: Callable[[], None]
) -> Iterator[Callable[..., Bench]]:
    def make(wanted: Desk = desk, service: SpellingService = spelling) -> Bench:
        edit = QPlainTextEdit()
        qtbot.addWidget(edit)
        check = SpellCheck(edit=edit, desk=wanted, spelling=service)
        edit.resize(500, 200)
        edit.show()
        qtbot.waitExposed(edit)
        edit.activateWindow()
        edit.setFocus()
        return Bench(edit, check, wanted, qtbot, settle)

    yield make
    settle()


@pytest.fixture
def bench(make_bench: Callable[..., Bench]) -> Bench:
    return make_bench()


def test_a_wrong_word_is_underlined_once_the_cursor_has_left_it(bench: Bench) -> None:
    bench.type("o reembolço")
    bench.wait()
    assert bench.underlined() == []
    assert bench.check.layer.wrong_at(11) is not None
    bench.type(" chega")
    bench.wait_for("reembolço")
    mark = bench.edit.extraSelections()[0]
    look = mark.format
    assert look.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    assert look.underlineColor() == bench.desk.theme.color("bad")


def test_the_text_is_never_touched(bench: Bench) -> None:
    text = "Boa tarde 🙂 Cliente!\n\nO seu reembolço e a trasferência estão certos.\nNaõ é? 🙂 voçe"
    changes: list[str] = []
    bench.edit.setPlainText(text)
    bench.edit.textChanged.connect(lambda: changes.append("changed"))
    bench.wait_for("reembolço", "trasferência", "Naõ", "voçe")
    bench.desk.theme.apply(choice="dark")
    bench.check.layer.ignore("Naõ")
    bench.wait_for("reembolço", "trasferência", "voçe")
    assert changes == []
    assert bench.edit.toPlainText() == text
    assert not bench.edit.document().isModified()
    assert not bench.edit.document().isUndoAvailable()


def test_only_changed_paragraphs_are_asked_about(
    bench: Bench, spelling: SpellingService, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.edit.setPlainText("Primeira linha errda\nsegunda linha\nterceira voçe")
    bench.wait_for("errda", "voçe")
    asked: list[list[str]] = []
    whole = spelling.wrong_places

    def listen(given: list[str], known: frozenset[str]) -> object:
        asked.append(given)
        return whole(given, known)

    monkeypatch.setattr(spelling, "wrong_places", listen)
    cursor = bench.edit.textCursor()
    cursor.setPosition(bench.edit.document().findBlockByNumber(1).position())
    bench.edit.setTextCursor(cursor)
    bench.type("A seguda ")
    bench.wait()
    assert asked == [["A seguda segunda linha"]]
    assert sorted(bench.underlined()) == ["errda", "seguda", "voçe"]


def test_what_is_being_cleared_gets_no_cursor_and_loses_none(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that is cleared keeps its cursors aside: it would write into the memory of one freed meanwhile."""
    edit, made = bench.edit, list[object]()
    asked: list[bool] = []
    bench.wait()
    monkeypatch.setattr(spell_layer, "QTextCursor", lambda *_: made.append("cursor"))
    edit.document().contentsChange.connect(lambda *_: asked.append(bench.check.layer.is_current))
    for text in (WRONG, "", "dois\nparágrafos", ""):
        edit.setPlainText(text)
        edit.insertPlainText("mais")
        edit.clear()
    assert len(asked) > 12
    assert not any(asked), "the layer heard of each change before"
    assert made == []
    assert not any(isinstance(value, QTextCursor) for value in vars(bench.check.layer).values())
    monkeypatch.undo()
    edit.setPlainText("Um\nreembolço\nfim")
    bench.wait_for("reembolço")


def test_all_that_changed_before_a_pause_is_asked_about(
    bench: Bench, spelling: SpellingService, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    real = spelling.wrong_places
    bench.edit.setPlainText("um\ndois\ntrês\nquatro\ncinco")
    bench.wait()

    def listen(texts: list[str], known: frozenset[str]) -> object:
        asked.append(texts)
        return real(texts, known)

    monkeypatch.setattr(spelling, "wrong_places", listen)

    def edit(start: int, end: int, text: str) -> None:
        cursor = bench.edit.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    edit(8, 12, "treis")  # "três" is wrong now ...
    edit(0, 2, "muitos")  # ... and moves on by four signs
    bench.wait()
    assert asked == [["muitos", "dois", "treis"]]
    edit(0, bench.edit.document().characterCount() - 1, "fim")  # far shorter than what waited
    bench.wait()
    assert asked[1:] == [["fim"]]
    edit(3, 3, "\nquatro\ncinco")
    edit(0, 10, "")
    bench.wait()
    assert asked[2:] == [["", "cinco"]]


def test_marks_of_others_stay(bench: Bench) -> None:
    bench.edit.setPlainText(WRONG)
    bench.wait_for("reembolço")
    cursor = bench.edit.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(3, cursor.MoveMode.KeepAnchor)
    set_marks(bench.edit, MarkKind.STOPPED, [cursor], QTextCharFormat())
    bench.desk.theme.apply(choice="contrast")
    assert bench.underlined() == ["reembolço"]
    assert [each.selectedText() for each in marks_of(bench.edit, MarkKind.STOPPED)] == ["Olá"]
    set_marks(bench.edit, MarkKind.STOPPED, [], QTextCharFormat())
    assert bench.underlined() == ["reembolço"]


def test_corrected_by_keys_alone_and_undone_in_one_step(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(spell_menu, "announce", lambda _source, text: said.append(text))
    bench.type("o atrazo")
    menu = bench.open_menu()
    found = texts(menu)
    assert found[0] == "atraso"
    assert 2 <= len(found[:-2]) <= 5
    assert found[-2:] == ["Adicionar ao dicionário da equipe", "Ignorar nesta resposta"]
    assert said == [f"{len(found) - 2} sugestões para atrazo"]
    assert menu.accessibleName() == "Sugestões para atrazo"
    assert menu.activeAction().text() == "atraso"
    bench.qtbot.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction().text() == found[1]
    bench.qtbot.keyClick(menu, Qt.Key.Key_Up)
    bench.qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert bench.edit.toPlainText() == "o atraso"
    assert bench.edit.textCursor().position() == 8
    bench.wait()
    assert bench.underlined() == []
    bench.press(Qt.Key.Key_Z, CONTROL)
    assert bench.edit.toPlainText() == "o atrazo"
    bench.press(Qt.Key.Key_Y, CONTROL)
    assert bench.edit.toPlainText() == "o atraso"


def test_the_key_goes_to_the_next_wrong_word(bench: Bench) -> None:
    bench.edit.setPlainText("certo reembolço certo voçe certo")
    bench.wait_for("reembolço", "voçe")
    for word in ("reembolço", "voçe"):
        menu = bench.open_menu()
        assert menu.word == word
        bench.qtbot.keyClick(menu, Qt.Key.Key_Escape)
        bench.qtbot.waitUntil(lambda: bench.check.menu is None)
        cursor = bench.edit.textCursor()
        cursor.setPosition(cursor.position() + 1)
        bench.edit.setTextCursor(cursor)
    assert bench.open_menu().word == "reembolço"


def test_the_key_says_when_nothing_is_wrong(bench: Bench, said: list[str]) -> None:
    bench.edit.setPlainText("Tudo certo por aqui.")
    bench.press(Qt.Key.Key_Period, CONTROL)
    bench.qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == ["Nenhuma palavra para corrigir."]
    assert ACTION in bench.desk.actions.available()


def test_ignored_only_in_this_answer(bench: Bench) -> None:
    bench.edit.setPlainText("o xarlesso chegou")
    bench.wait_for("xarlesso")
    action_of(bench.open_menu(), "Ignorar").trigger()
    bench.wait_for()
    bench.check.begin()
    bench.wait_for("xarlesso")
    bench.check.begin(["Ana Xarlesso"])
    bench.wait_for()


def test_a_word_of_the_team_is_right_everywhere_and_can_be_taken_back(
    bench: Bench, make_bench: Callable[..., Bench], spelling: SpellingService, errors: list[Exception]
) -> None:
    other = make_bench(service=spelling)
    for each in (other, bench):
        each.edit.setPlainText("o nosso torradex novo")
        each.wait_for("torradex")
    bench.edit.activateWindow()
    bench.qtbot.waitUntil(bench.edit.isActiveWindow)
    bench.edit.setFocus()
    action_of(bench.open_menu(), "Adicionar").trigger()
    bench.wait_for()
    other.wait_for()
    assert spelling.is_team_word("torradex")
    assert bench.desk.undo.text
    bench.desk.undo.undo()
    bench.settle()
    assert errors == []
    bench.wait_for("torradex")
    other.wait_for("torradex")


def test_a_word_of_the_team_is_taken_out_by_its_menu(bench: Bench, spelling: SpellingService) -> None:
    spelling.add_word(bench.desk.actor, "torradex")
    bench.edit.setPlainText("o torradex novo")
    bench.wait()
    bench.settle()
    place = bench.edit.cursorRect(at(bench.edit, 4)).center()
    ask_for_menu(bench, place)
    menu = bench.edit.findChildren(QMenu)[-1]
    action_of(menu, "Tirar “torradex”").trigger()
    menu.close()
    bench.wait_for("torradex")


def test_who_only_reads_cannot_add_words(make_bench: Callable[..., Bench], desk: Desk) -> None:
    bench = make_bench(replace(desk, actor=replace(desk.actor, role=Role.ANALYST)))
    bench.edit.setPlainText("o torradex novo")
    bench.wait_for("torradex")
    assert not action_of(bench.open_menu(), "Adicionar").isEnabled()


def at(edit: QPlainTextEdit, position: int) -> QTextCursor:
    cursor = edit.textCursor()
    cursor.setPosition(position)
    return cursor


def ask_for_menu(bench: Bench, place: QPoint) -> None:
    viewport = bench.edit.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)


def test_the_mouse_menu_has_suggestions_above_the_usual(bench: Bench) -> None:
    bench.edit.setPlainText("o reembolço chega")
    bench.wait_for("reembolço")
    ask_for_menu(bench, bench.edit.cursorRect(at(bench.edit, 5)).center())
    found = texts(bench.menu())
    assert found[0] == "reembolso"
    assert len(found) > 6  # undo, copy, paste and the rest are still there
    menu = bench.menu()
    action_of(menu, "reembolso").trigger()
    menu.close()
    assert bench.edit.toPlainText() == "o reembolso chega"


def test_text_that_changed_under_the_menu_is_left_alone(bench: Bench) -> None:
    bench.edit.setPlainText("o reembolço chega")
    bench.wait_for("reembolço")
    word = bench.check.layer.wrong_at(5)
    assert word is not None
    bench.edit.setPlainText("outro texto qualquer")
    bench.check.layer.replace(word, "reembolso")
    assert bench.edit.toPlainText() == "outro texto qualquer"


def test_switched_off_and_on_in_the_appearance(bench: Bench, said: list[str]) -> None:
    bench.edit.setPlainText(WRONG)
    bench.wait_for("reembolço")
    bench.desk.preferences.change(spell_check=False)
    assert bench.underlined() == []
    bench.press(Qt.Key.Key_Period, CONTROL)
    assert "desligada" in said[-1]
    bench.desk.preferences.change(spell_check=True)
    bench.wait_for("reembolço")


def test_without_dictionary_the_editor_works_and_says_it_once(
    make_bench: Callable[..., Bench],
    screen_database: Database,
    tmp_path: Path,
    said: list[str],
    errors: list[Exception],
) -> None:
    speller = Speller(folder=tmp_path)
    service = SpellingService(speller=speller, book=SettingsBook(database=screen_database))
    try:
        benches = [make_bench(service=service) for _ in range(2)]
        for bench in benches:
            bench.type(WRONG)
            bench.wait()
            bench.settle()
            assert bench.edit.toPlainText() == WRONG
            assert bench.underlined() == []
            bench.press(Qt.Key.Key_Period, CONTROL)
        assert len([text for text in said if "ortográfica" in text]) == 1
        assert errors == []
    finally:
        speller.stop()


def worst_gap_during_a_suggestion(bench: Bench, word: str) -> float:
    """Return the longest time in seconds for which the window did nothing while a slow suggestion was made."""
    gaps, last = [0.0], [time.perf_counter()]

    def beat() -> None:
        now = time.perf_counter()
        gaps.append(now - last[0])
        last[0] = now

    bench.edit.setPlainText(f"um {word}")
    bench.wait()
    timer = QTimer()
    timer.timeout.connect(beat)
    last[0] = started = time.perf_counter()
    timer.start(5)
    menu = bench.open_menu()
    assert time.perf_counter() - started > 0.25, "no slow suggestion: the test proves nothing"
    timer.stop()
    assert texts(menu)
    bench.qtbot.keyClick(menu, Qt.Key.Key_Escape)
    bench.qtbot.waitUntil(lambda: bench.check.menu is None)
    return max(gaps)


def test_the_window_stays_awake_while_a_suggestion_is_made(bench: Bench) -> None:
    # One of three: other programs take the processor too.
    words = ("previlégios", "espiculativamente", "inconstitussionalmente")
    assert any(worst_gap_during_a_suggestion(bench, word) < 0.05 for word in words)


def test_leaving_the_editor_shows_the_last_word(bench: Bench) -> None:
    bench.type("o reembolço")
    bench.wait()
    QApplication.sendEvent(bench.edit, QEvent(QEvent.Type.Show))
    bench.edit.clearFocus()
    bench.wait_for("reembolço")


def test_the_process_dies_while_somebody_writes(bench: Bench, speller: Speller) -> None:
    bench.type("o reembolço ")
    bench.wait_for("reembolço")
    speller.wrong(["acordado"])
    assert speller._process is not None
    speller._process.kill()
    bench.type("e o previlegio ")
    bench.wait_for("reembolço", "previlegio")


def test_an_editor_that_goes_away_in_the_middle_of_a_word_takes_nothing_with_it(
    desk: Desk, spelling: SpellingService, qtbot: QtBot
) -> None:
    edit = QPlainTextEdit()
    bench = Bench(edit, SpellCheck(edit=edit, desk=desk, spelling=spelling), desk, qtbot, lambda: None)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    bench.type("o reembolço")
    bench.wait()
    with qtbot.waitSignal(edit.destroyed):
        edit.deleteLater()


def test_the_appearance_has_the_switch(theme: Theme, preferences: Preferences, qtbot: QtBot) -> None:
    page = AppearancePage(theme=theme, preferences=preferences)
    qtbot.addWidget(page)
    assert page.spelling.isChecked()
    page.spelling.click()
    assert not preferences.current.spell_check
    preferences.change(spell_check=True)
    assert page.spelling.isChecked()


def test_a_suggestion_that_cannot_be_had_leaves_the_rest_of_the_menu(bench: Bench, speller: Speller) -> None:
    bench.edit.setPlainText("o reembolçox chega")
    bench.wait_for("reembolçox")

    def fail(_word: str) -> tuple[str, ...]:
        raise Unavailable("spelling_unavailable")

    bench.check._spelling = SpellingService(speller=speller, book=bench.check._spelling._book)
    bench.check._spelling.suggestions = fail  # type: ignore[method-assign]  # as when the process is gone for good
    assert texts(bench.open_menu())[0] == "Nenhuma sugestão"
