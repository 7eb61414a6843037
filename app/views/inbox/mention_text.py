"""A mention's text is shown as the plain text it is, never as markup, with its danger words made plain to see."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

if TYPE_CHECKING:
    from app.views.support.theme import Theme

SHOWN: Final = 20_000
"""Characters laid out at once; more would hold up the window."""


def danger_spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return (start, end) of each danger word in ``text``; words come without accents and in small letters."""
    wanted = [r"\W{1,3}".join(map(re.escape, word.split())) for word in words if word.strip()]
    if not wanted:
        return []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)")
    return [match.span() for match in pattern.finditer(_plain(text))]


def _plain(text: str) -> str:
    """Return small letters without accents, each standing where its own stood."""
    return "".join(unicodedata.normalize("NFKD", letter)[0].lower()[:1] or " " for letter in text)


class MentionText(QTextEdit):
    """Read-only text as high as what it holds; it can be selected and copied."""

    def __init__(self, *, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._words: tuple[str, ...] = ()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._mark)

    def show_text(self, text: str, danger_words: Sequence[str]) -> None:
        """Show the start of a text with its danger words marked."""
        self._text, self._words = text[:SHOWN], tuple(danger_words)
        self.setPlainText(self._text)
        self._mark()
        self._fit()

    @property
    def marked_words(self) -> list[str]:
        """The words that stand out."""
        return [self._text[start:end] for start, end in danger_spans(self._text, self._words)]

    def sizeHint(self) -> QSize:
        """Return the height that the text takes at the present width."""
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """Never cut the text."""
        return QSize(self._theme.metrics.px(120), self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow and shrink with the width."""
        super().resizeEvent(event)
        self._fit()

    def _wanted_height(self) -> int:
        edges = max(0, self.height() - self.viewport().height())
        return math.ceil(self.document().size().height()) + edges

    def _fit(self) -> None:
        self.setFixedHeight(self._wanted_height())

    def _mark(self) -> None:
        style = QTextCharFormat()
        style.setForeground(self._theme.color("bad"))
        style.setFontWeight(QFont.Weight.Bold)
        style.setFontUnderline(True)
        selections = []
        for start, end in danger_spans(self._text, self._words):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(self._text[:start]))
            cursor.setPosition(_units(self._text[:end]), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = style
            selections.append(selection)
        self.setExtraSelections(selections)


def _units(text: str) -> int:
    """Return the length as Qt counts it: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
