"""Several hands mark stretches of one text (spelling, what may not be sent); none wipes the marks of another away."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

TextEdit = QPlainTextEdit | QTextEdit
_OWNER = int(QTextFormat.Property.UserProperty) + 1


class MarkKind(IntEnum):
    """Whose marks they are; a later one is drawn over an earlier."""

    SPELLING = 1
    STOPPED = 2


def set_marks(edit: TextEdit, kind: MarkKind, cursors: Sequence[QTextCursor], look: QTextCharFormat) -> None:
    """Replace the marks of one kind; those of the others stay. The text itself is not touched."""
    look.setProperty(_OWNER, int(kind))
    made = []
    for cursor in cursors:
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, look
        made.append(selection)
    kept = [each for each in edit.extraSelections() if each.format.intProperty(_OWNER) != kind]
    both = [*made, *kept] if kind is MarkKind.SPELLING else [*kept, *made]
    if both or edit.extraSelections():
        edit.setExtraSelections(both)


def marks_of(edit: TextEdit, kind: MarkKind) -> list[QTextCursor]:
    """Return the stretches that are marked now."""
    # Copies: each is a part of its selection, which is gone after this.
    return [QTextCursor(each.cursor) for each in edit.extraSelections() if each.format.intProperty(_OWNER) == kind]


def units(text: str) -> int:
    """Return a text's length as Qt counts positions: signs outside the basic plane (emoji) are two."""
    return len(text) + sum(char > "\uffff" for char in text)
