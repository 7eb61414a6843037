"""A message's text as it came: plain, selectable, with the words marked that mean danger."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_LONGEST_SHOWN = 20_000


class PlainBody(QTextEdit):
    """Shows text without ever taking it for markup; its height follows its width, so it never scrolls by itself."""

    def __init__(self, *, theme: Theme, text: str, marked: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "body")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        shown = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
        self.setPlainText(shown)
        self.setAccessibleName(shown[:500])
        self._mark(theme, shown, marked)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text at a width."""
        self.document().setTextWidth(width)
        return math.ceil(self.document().size().height())

    def sizeHint(self) -> QSize:
        """Return the room at the present width."""
        width = max(self.width(), 40)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Allow to be narrow."""
        return QSize(40, self.fontMetrics().lineSpacing())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the timeline scroll."""
        event.ignore()

    def _mark(self, theme: Theme, text: str, words: Sequence[str]) -> None:
        look = QTextCharFormat()
        look.setForeground(theme.color("bad"))
        look.setFontWeight(QFont.Weight.Bold)
        for start, end in places_of(text, words):
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)


def places_of(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a text, as Qt counts (UTF-16), accents and case aside, with its ending."""
    wanted = [_folded(word) for word in words if word.strip()]
    if not wanted:
        return
    flat = "".join(_folded(letter)[:1] or " " for letter in text)
    for word in wanted:
        place = flat.find(word)
        while place >= 0:
            end = place + len(word)
            if place == 0 or not flat[place - 1].isalnum():
                while end < len(flat) and flat[end].isalnum():
                    end += 1
                yield _units(text[:place]), _units(text[:end])
            place = flat.find(word, end)


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
