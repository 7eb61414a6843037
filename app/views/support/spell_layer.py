"""Underlines in an editor what is not spelled right, a moment after typing stops, and never touches the text itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from app.services.errors import UserError
from app.services.spelling.tokens import words_in
from app.views.support.errors import error_text
from app.views.support.text_marks import MarkKind, TextEdit, set_marks, units

if TYPE_CHECKING:
    from app.models.domain.changes import Changes
    from app.services.settings import WorkstationSettings
    from app.services.spelling.service import SpellingService
    from app.views.support.desk import Desk

PAUSE_MS: Final = 300
_MOST_MARKS: Final = 500
"""A text in another language is not drowned in red."""
_OFF: Final = "spelling_unavailable"


@dataclass(frozen=True, slots=True)
class WrongWord:
    """A word as it stands in the document, in Qt's positions."""

    start: int
    end: int
    text: str


class SpellLayer(QObject):
    """Watches one editor; asks about the paragraphs that changed, off the UI thread.

    A word that is being typed is not underlined before the cursor leaves it.
    """

    checked = Signal()
    """The marks are those of the text as it stands."""

    def __init__(self, *, edit: TextEdit, desk: Desk, spelling: SpellingService) -> None:
        super().__init__(edit)
        self._edit, self._desk, self._spelling = edit, desk, spelling
        self._wrong: list[QTextCursor] = []
        self._known: frozenset[str] = frozenset()
        self._dirty: tuple[int, int] | None = None
        self._version = 0
        self._typed_to = -1
        self._is_off = False
        self._is_on = desk.preferences.current.spell_check
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.check_now)
        edit.document().contentsChange.connect(self._on_contents_change)
        edit.cursorPositionChanged.connect(self._on_cursor_moved)
        edit.installEventFilter(self)
        desk.preferences.changed.connect(self._on_preferences_changed)
        desk.changes.changed.connect(self._on_changes)
        desk.theme.changed.connect(self._paint)
        self._all_anew()

    @property
    def is_current(self) -> bool:
        """Whether the marks are those of the text as it stands, or there are none to come."""
        return self._dirty is None or not self._is_on or self._is_off

    def begin(self, known: Iterable[str] = ()) -> None:
        """Start on another text; ``known`` (names, for instance) are right in it, what was ignored no longer is."""
        self._known = frozenset(word.text for each in known for word in words_in(each))
        self._all_anew()

    def ignore(self, word: str) -> None:
        """Take a word as right until another text begins."""
        self._known |= {word}
        self._all_anew()
        self.check_now()

    def wrong_at(self, position: int) -> WrongWord | None:
        """Return the wrong word at a position (at its end too), also while it is being typed."""
        return next((word for word in self.wrong_words() if word.start <= position <= word.end), None)

    def next_wrong(self, position: int) -> WrongWord | None:
        """Return the first wrong word behind a position, else the first of the text."""
        words = sorted(self.wrong_words(), key=lambda word: word.start)
        return next((word for word in words if word.start > position), words[0] if words else None)

    def wrong_words(self) -> list[WrongWord]:
        """Return what is wrong as far as is known."""
        return [
            WrongWord(each.selectionStart(), each.selectionEnd(), each.selectedText())
            for each in self._wrong
            if each.hasSelection()
        ]

    def replace(self, word: WrongWord, text: str) -> None:
        """Put another word in its place, as one step of undo; the cursor stands behind it."""
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(word.start)
        cursor.setPosition(word.end, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() != word.text:
            return  # the text went on while the menu was open
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        self._edit.setTextCursor(cursor)

    def check_now(self) -> None:
        """Ask about what changed, unless nothing did."""
        self._timer.stop()
        if self._dirty is None or not self._is_on or self._is_off or not self._edit.isVisible():
            return
        blocks = self._dirty_blocks(*self._dirty)
        places, texts = [block.position() for block in blocks], [block.text() for block in blocks]
        version, known, spelling = self._version, self._known, self._spelling
        self._desk.calls.run(
            self,
            "check",
            lambda: _in_document(places, texts, spelling.wrong_places(texts, known)),
            lambda found: self._on_checked(version, found),
            failed=self._on_failed,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Check when the editor comes into view; show the last word's mark when the person goes elsewhere."""
        if event.type() == QEvent.Type.Show and self._dirty is not None:
            self._timer.start()
        elif event.type() == QEvent.Type.FocusOut and self._typed_to >= 0:
            self._typed_to = -1
            # Later, for an editor that is being destroyed loses the focus too.
            QTimer.singleShot(0, self, self._paint)
        return False

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        # No QTextCursor may be made or freed in here: a document that is being cleared has put its cursors aside,
        # takes the freed ones back afterwards and writes into them for ever after.
        self._version += 1
        self._typed_to = position + added if added <= 1 else -1
        start, end = self._dirty or (position, position)
        self._touch(min(start, position), max(end - removed, position) + added)

    def _touch(self, start: int, end: int) -> None:
        """Remember that these positions are to be checked."""
        self._dirty = (start, end)
        if self._is_on and not self._is_off:
            self._timer.start()

    def _all_anew(self) -> None:
        self._version += 1
        self._touch(0, self._edit.document().characterCount() - 1)

    def _dirty_blocks(self, start: int, end: int) -> list[QTextBlock]:
        """Return the paragraphs that these positions touch, at least one; the document may have become shorter."""
        document = self._edit.document()
        final = document.characterCount() - 1
        block, last = document.findBlock(min(start, final)), document.findBlock(min(end, final))
        blocks = [block]
        while block != last and block.isValid():
            block = block.next()
            blocks.append(block)
        return blocks

    def _on_cursor_moved(self) -> None:
        if self._typed_to >= 0 and self._edit.textCursor().position() != self._typed_to:
            self._typed_to = -1
            self._paint()

    def _on_checked(self, version: int, found: list[tuple[int, int]]) -> None:
        if version != self._version or self._dirty is None:
            return  # the text went on: it is asked about again when it stands still
        blocks = self._dirty_blocks(*self._dirty)
        first, last = blocks[0].position(), blocks[-1].position() + blocks[-1].length()
        self._wrong = [
            each for each in self._wrong if each.hasSelection() and not first <= each.selectionStart() < last
        ]
        for start, end in found[: max(0, _MOST_MARKS - len(self._wrong))]:
            cursor = QTextCursor(self._edit.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self._wrong.append(cursor)
        self._dirty = None
        self._paint()
        self.checked.emit()

    def _on_failed(self, error: Exception) -> bool:
        if not isinstance(error, UserError):
            return False
        if error.code == _OFF:
            self._is_off = True
            self._clear()
            if self._spelling.tell_once():
                self._desk.say(error_text(error))
        self.checked.emit()
        return True

    def _paint(self) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self._desk.theme.color("bad"))
        held = self._typed_to if self._edit.hasFocus() else -1
        set_marks(self._edit, MarkKind.SPELLING, [each for each in self._wrong if each.selectionEnd() != held], look)

    def _clear(self) -> None:
        self._wrong = []
        self._paint()

    def _on_preferences_changed(self, settings: WorkstationSettings) -> None:
        if settings.spell_check == self._is_on:
            return
        self._is_on = settings.spell_check
        if self._is_on:
            self._all_anew()
        else:
            self._timer.stop()
            self._desk.calls.cancel(self, "check")
            self._clear()

    def _on_changes(self, changes: Changes) -> None:
        if self._spelling.forget_if(changes):
            self._all_anew()


def _in_document(
    places: list[int], texts: list[str], found: tuple[tuple[tuple[int, int], ...], ...]
) -> list[tuple[int, int]]:
    """Return where words stand in the document, from where they stand in its paragraphs."""
    return [
        (place + units(text[:start]), place + units(text[:end]))
        for place, text, words in zip(places, texts, found, strict=True)
        for start, end in words[:_MOST_MARKS]
    ]
