"""A mention as it came, in a window of its own: whole text, harmless HTML without the network, earlier versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QTabWidget, QTextBrowser, QVBoxLayout

from app.views.support.labels import label
from app.views.support.texts import when_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.mention_source import MentionSource, MentionSourceService
    from app.views.support.desk import Desk

_OPENABLE = frozenset({"http", "https", "mailto"})


class LetterBrowser(QTextBrowser):
    """Shows HTML that was made harmless; it loads nothing by itself, a link opens in the person's browser."""

    def __init__(self, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.anchorClicked.connect(_open)
        self.setHtml(html)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Fetch nothing: neither from the network nor from this computer."""
        return None


def show_source(*, desk: Desk, sources: MentionSourceService, mention_id: int, window: QWidget) -> None:
    """Read a mention as it came, off the UI thread, and show it above ``window``."""

    def on_read(source: MentionSource) -> None:
        dialog = SourceDialog(desk=desk, source=source, parent=window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    desk.calls.run(window, "source", lambda: sources.read(mention_id), on_read)


class SourceDialog(QDialog):
    """Tabs for what there is: the letter, the whole text, each earlier version."""

    def __init__(self, *, desk: Desk, source: MentionSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, now = desk.theme, desk.clock.now()
        self.setWindowTitle(self.tr("Mensagem original"))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Partes da mensagem"))
        self.notice = label("", "small", wrap=True)
        self._add_text(self.tr("Texto completo"), source.whole_text)
        if source.html:
            letter = LetterBrowser(source.html)
            letter.setAccessibleName(self.tr("Como veio"))
            self.tabs.addTab(letter, self.tr("Como veio"))
        for version in reversed(source.versions):
            text = version.text if not version.title else f"{version.title}\n\n{version.text}"
            self._add_text(self.tr("Antes de {when}").format(when=when_text(version.seen_at, now)), text)
        self.notice.setText(self._notes(source))
        self.notice.setVisible(bool(self.notice.text()))
        close = QPushButton(self.tr("Fechar"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        theme.space(foot, spacing=2)
        foot.addWidget(self.notice, 1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4), spacing=3)
        layout.addWidget(label(source.title or self.tr("Mensagem original"), "title", wrap=True))
        layout.addWidget(self.tabs, 1)
        layout.addLayout(foot)
        self.resize(theme.metrics.px(720), theme.metrics.px(560))

    def _add_text(self, title: str, text: str) -> None:
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setAccessibleName(title)
        self.tabs.addTab(shown, title)

    def _notes(self, source: MentionSource) -> str:
        notes = []
        if source.blocked_pictures == 1:
            notes.append(self.tr("1 figura da internet não foi carregada, para não avisar quem enviou."))
        elif source.blocked_pictures:
            text = self.tr("{n} figuras da internet não foram carregadas, para não avisar quem enviou.")
            notes.append(text.format(n=source.blocked_pictures))
        if source.removed_at is not None:
            notes.append(self.tr("Apagada na rede; o Balcão guardou o que chegou."))
        return " ".join(notes)


def _open(url: QUrl) -> None:
    if url.scheme().lower() in _OPENABLE:
        QDesktopServices.openUrl(url)
