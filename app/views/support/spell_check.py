"""Spelling for any editor in one line: the red underline, the menu of suggestions, Ctrl+. and the team's own words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor

from app.models.domain.people import Right
from app.services.spelling.tokens import words_in
from app.views.support.actions import ActionSpec
from app.views.support.spell_layer import SpellLayer, WrongWord
from app.views.support.spell_menu import SpellMenu
from app.views.support.text_marks import TextEdit, units

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from app.services.acts import Done
    from app.services.settings_book import SettingValue
    from app.services.spelling.service import SpellingService
    from app.views.support.desk import Desk

ACTION: Final = "editor.spelling"
SCOPE: Final = "editor"
_MENU_WAITS_MS: Final = 250
"""The menu opens with its suggestions when they come within this time, else before them."""


def spell_actions() -> list[ActionSpec]:
    """Return what a person can do in an editor with spelling."""
    return [ActionSpec(ACTION, _tr("Corrigir a palavra"), ("Ctrl+.",), scope=SCOPE, group=_tr("Escrita"))]


class SpellCheck(QObject):
    """Gives an editor spelling; it lives as long as the editor. Call ``begin`` when another text is shown."""

    def __init__(self, *, edit: TextEdit, desk: Desk, spelling: SpellingService) -> None:
        super().__init__(edit)
        self._edit, self._desk, self._spelling = edit, desk, spelling
        self._may_add = desk.actor.may(Right.WORK_CASES)
        self.layer = SpellLayer(edit=edit, desk=desk, spelling=spelling)
        self.menu: SpellMenu | None = None
        self._is_asked = False
        self.layer.checked.connect(self._on_checked)
        desk.actions.define(spell_actions())
        self.action = desk.actions.bind(ACTION, edit, self.correct, within=True)
        edit.installEventFilter(self)
        edit.viewport().installEventFilter(self)

    def begin(self, known: Iterable[str] = ()) -> None:
        """Start on another text in which the words of ``known`` (names, for instance) are right."""
        self.layer.begin(known)

    def correct(self) -> None:
        """Offer corrections of the word at the cursor, or go to the next wrong one."""
        if not self._desk.preferences.current.spell_check:
            self._desk.say(self.tr("A verificação ortográfica está desligada nesta estação (Aparência)."))
        elif self.layer.is_current:
            self._correct_known()
        else:
            self._is_asked = True
            self.layer.check_now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the suggestions on top of the editor's own menu when it is asked for on a wrong word."""
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            cursor = self._edit.cursorForPosition(event.pos()) if by_mouse else self._edit.textCursor()
            return self._open_context_menu(cursor.position(), event.globalPos() if by_mouse else None)
        return False

    def _on_checked(self) -> None:
        if self._is_asked:
            self._is_asked = False
            self._correct_known()

    def _correct_known(self) -> None:
        position = self._edit.textCursor().position()
        word = self.layer.wrong_at(position) or self.layer.next_wrong(position)
        if word is None:
            self._desk.say(self.tr("Nenhuma palavra para corrigir."))
            return
        cursor = self._edit.textCursor()
        cursor.setPosition(word.end)
        self._edit.setTextCursor(cursor)
        self._open(self._make_menu(word), self._rectangle(word))

    def _open_context_menu(self, position: int, place: QPoint | None) -> bool:
        word = self.layer.wrong_at(position)
        if word is None:
            return self._open_team_menu(position, place)
        menu = self._make_menu(word)
        menu.addSeparator()
        self._add_standard(menu)
        self._open(menu, self._rectangle(word) if place is None else QRect(place, place))
        return True

    def _open_team_menu(self, position: int, place: QPoint | None) -> bool:
        """Offer to take a word of the team's out again."""
        word = self._word_at(position)
        if not self._may_add or word is None or not self._spelling.is_team_word(word.text):
            return False
        menu = self._edit.createStandardContextMenu()
        actor, spelling = self._desk.actor, self._spelling
        text = self.tr("Tirar “{word}” do dicionário da equipe").format(word=word.text)
        action = QAction(self._desk.theme.icon("minus"), text, menu)
        action.triggered.connect(
            lambda: self._desk.calls.run(
                self, "words", lambda: spelling.remove_word(actor, word.text), lambda done: self._on_removed(word, done)
            )
        )
        menu.insertSeparator(menu.actions()[0])
        menu.insertAction(menu.actions()[0], action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._rectangle(word).bottomLeft() if place is None else place)
        return True

    def _make_menu(self, word: WrongWord) -> SpellMenu:
        menu = SpellMenu(theme=self._desk.theme, word=word.text, may_add=self._may_add, parent=self._edit)
        menu.chosen.connect(lambda text: self.layer.replace(word, text))
        menu.ignore_requested.connect(lambda: self.layer.ignore(word.text))
        menu.add_requested.connect(lambda: self._add(word))
        self.menu = menu
        menu.destroyed.connect(self._on_menu_gone)
        return menu

    def _on_menu_gone(self) -> None:
        self.menu = None

    def _add_standard(self, menu: SpellMenu) -> None:
        standard: QMenu = self._edit.createStandardContextMenu()
        standard.setParent(menu, standard.windowFlags())
        menu.addActions(standard.actions())

    def _open(self, menu: SpellMenu, word: QRect) -> None:
        menu.open_soon(word, _MENU_WAITS_MS)
        spelling, text = self._spelling, menu.word
        self._desk.calls.run(
            menu,
            "suggest",
            lambda: spelling.suggestions(text),
            menu.show_suggestions,
            failed=lambda _: menu.show_nothing(),
        )

    def _add(self, word: WrongWord) -> None:
        actor, spelling = self._desk.actor, self._spelling
        self._desk.calls.run(
            self, "words", lambda: spelling.add_word(actor, word.text), lambda done: self._on_added(word, done)
        )

    def _on_added(self, word: WrongWord, done: Done[SettingValue]) -> None:
        self._desk.undo.push(done, self.tr("“{word}” no dicionário da equipe").format(word=word.text))

    def _on_removed(self, word: WrongWord, done: Done[SettingValue]) -> None:
        self._desk.undo.push(done, self.tr("“{word}” fora do dicionário da equipe").format(word=word.text))

    def _word_at(self, position: int) -> WrongWord | None:
        block = self._edit.document().findBlock(position)
        text = block.text()
        for word in words_in(text):
            start = block.position() + units(text[: word.start])
            end = block.position() + units(text[: word.end])
            if start <= position <= end:
                return WrongWord(start, end, word.text)
        return None

    def _rectangle(self, word: WrongWord) -> QRect:
        """Return where a word stands on the screen."""
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(word.start)
        place = self._edit.cursorRect(cursor)
        return QRect(self._edit.viewport().mapToGlobal(place.topLeft()), place.size())


def _tr(text: str) -> str:
    return QCoreApplication.translate("spell_check", text)
