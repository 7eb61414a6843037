"""A help page is shown as plain rich text with drawings of its own; it leads to other help pages and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from app.models.domain.words import fold
from app.views.knowledge.help_pictures import draw_picture, picture_of_link
from app.views.knowledge.topics import topic_of_link

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_WIDTH: Final = 720
_LINE: Final = 140


class HelpText(QTextBrowser):
    """Shows Markdown; ``linked`` carries the id of the page that a person wants to see."""

    linked = Signal(str)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture_width = 0
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("Página da ajuda"))
        self.setStyleSheet("QTextBrowser { border: none; background: transparent; }")
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_markdown(self, text: str, words: list[str]) -> None:
        """Show a page from its top, with the searched words marked."""
        document = self.document()
        document.setDefaultFont(self._theme.font())
        document.setDocumentMargin(self._theme.metrics.step(5))
        self.setMaximumWidth(self._theme.metrics.px(_WIDTH))
        self.setMarkdown(text)
        self._space_lines()
        self._dress_tables()
        self._caption_pictures()
        self._fit_pictures()
        self._mark(words)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Draw a picture of the help's own; nothing else is ever loaded."""
        link = name.toString() if isinstance(name, QUrl) else name
        is_picture = kind == QTextDocument.ResourceType.ImageResource.value
        return self._drawn(picture_of_link(link)) if is_picture else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pictures follow the width."""
        super().resizeEvent(event)
        if self._room() != self._picture_width:
            self._fit_pictures()

    def _room(self) -> int:
        return max(80, self.viewport().width() - round(2 * self.document().documentMargin()))

    def _drawn(self, name: str) -> QImage | None:
        return draw_picture(name, theme=self._theme, most=self._room(), ratio=self.devicePixelRatioF())

    def _caption_pictures(self) -> None:
        """Write under each picture what it shows: for those who listen to the page, and for those who skim it."""
        small = QTextCharFormat()
        small.setFont(self._theme.font("small"))
        small.setForeground(self._theme.color("muted"))
        lines = QTextBlockFormat()
        lines.setBottomMargin(self._theme.metrics.step(3))
        for cursor, found in reversed(_pictures(self.document())):
            tight = QTextBlockFormat()
            tight.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            tight.setTopMargin(self._theme.metrics.step(3))
            tight.setBottomMargin(self._theme.metrics.step(1))
            cursor.mergeBlockFormat(tight)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock(lines, small)
            cursor.insertText(str(found.property(QTextFormat.Property.ImageAltText.value) or ""), small)

    def _fit_pictures(self) -> None:
        self._picture_width = self._room()
        for cursor, found in _pictures(self.document()):
            image = self._drawn(picture_of_link(found.name()))
            if image is not None:
                size = image.deviceIndependentSize()
                self.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(found.name()), image)
                found.setWidth(size.width())
                found.setHeight(size.height())
                cursor.setCharFormat(found)

    def _space_lines(self) -> None:
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            spaced = QTextBlockFormat()
            spaced.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            level = block.blockFormat().headingLevel()
            spaced.setTopMargin(self._theme.metrics.step(4) if level > 1 else 0)
            in_table = cursor.currentTable() is not None
            gap = 0 if in_table else 1 if block.textList() is not None else 2
            spaced.setBottomMargin(self._theme.metrics.step(gap) if gap else 0)
            cursor.mergeBlockFormat(spaced)
            if level:
                self._dress_heading(cursor, level)
            self._dress_keys(block)
            block = block.next()

    def _dress_heading(self, cursor: QTextCursor, level: int) -> None:
        style = QTextCharFormat()
        style.setFont(self._theme.font("figure" if level == 1 else "title"))
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        # Not merged: Markdown's own heading sizes are relative and would come on top.
        cursor.setCharFormat(style)

    def _dress_keys(self, block: QTextBlock) -> None:
        # Markdown's code is how the pages write keys and words to type.
        pieces = block.begin()
        places = []
        while not pieces.atEnd():
            if pieces.fragment().charFormat().fontFixedPitch():
                places.append(pieces.fragment())
            pieces += 1
        style = QTextCharFormat()
        style.setFont(self._theme.font("small_strong"))
        style.setFontFixedPitch(False)
        style.setBackground(self._theme.color("accent_soft"))
        for place in places:
            cursor = QTextCursor(block)
            cursor.setPosition(place.position())
            cursor.setPosition(place.position() + place.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(style)

    def _dress_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                style = QTextTableFormat(frame.format())
                style.setBorder(1)
                style.setBorderCollapse(True)
                style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                style.setBorderBrush(self._theme.color("line"))
                style.setCellPadding(self._theme.metrics.step(1))
                style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                style.setBottomMargin(self._theme.metrics.step(3))
                frame.setFormat(style)

    def _mark(self, words: list[str]) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        style = QTextCharFormat()
        foreground, soft = self._theme.tone("warn")
        style.setBackground(soft)
        style.setForeground(foreground)
        for word in _written(self.document(), words):
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format = style
                marks.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)

    def _on_anchor_clicked(self, link: QUrl) -> None:
        topic_id = topic_of_link(link.toString())
        if topic_id:
            self.linked.emit(topic_id)


def _pictures(document: QTextDocument) -> list[tuple[QTextCursor, QTextImageFormat]]:
    """Return each picture of a page, selected, with how it is shown."""
    found = []
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().isImageFormat():
                cursor = QTextCursor(document)
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                found.append((cursor, piece.charFormat().toImageFormat()))
            pieces += 1
        block = block.next()
    return found


def _written(document: QTextDocument, words: list[str]) -> set[str]:
    """Return the words of a text, as written there, that hold one of the searched ones."""
    written = {word.strip(".,;:!?()“”\"'…") for word in document.toPlainText().split()}
    return {each for each in written if each and any(fold(word) in fold(each) for word in words if word)}
