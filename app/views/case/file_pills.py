"""The files that will go with an answer, each as a pill: picture, name, size, taken out by mouse or the Delete key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import IconLabel, label
from app.views.support.texts import as_tooltip, number_text

if TYPE_CHECKING:
    from app.services.attachments import NewFile
    from app.views.support.theme import Theme

THUMB: Final = 28
_KILO: Final = 1024
_MEGA: Final = 1024 * 1024
_MOST_LETTERS: Final = 34
_KEYS: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


@dataclass(frozen=True)  # QImage has no slots to share
class PendingFile:
    """A file on its way into an answer: just read (``file``) or kept with an earlier reply (``kept_id``)."""

    key: int
    name: str
    size: int
    file: NewFile | None = None
    kept_id: int | None = None
    thumb: QImage | None = None


def size_text(size: int) -> str:
    """Return a size in bytes as people say it: "240 kB", "3,4 MB"."""
    if size >= _MEGA:
        return f"{number_text(size / _MEGA, 1)} MB"
    return f"{number_text(max(1, size // _KILO))} kB"


class FilePill(QFrame):
    """One file."""

    removed = Signal(int)

    def __init__(self, *, theme: Theme, pending: PendingFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = pending.key
        self.setProperty("kind", "file")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = f"{pending.name} · {size_text(pending.size)}"
        self.setAccessibleName(self.tr("Anexo {file}").format(file=words))
        self.setAccessibleDescription(self.tr("Delete tira este anexo"))
        self.setToolTip(as_tooltip(words + "\n" + self.tr("Delete tira este anexo")))
        self._remove = QToolButton()
        self._remove.setProperty("kind", "small")
        self._remove.setIcon(theme.icon("x"))
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        remove = self.tr("Tirar {name}").format(name=pending.name)
        self._remove.setAccessibleName(remove)
        self._remove.setToolTip(as_tooltip(remove))
        self._remove.clicked.connect(lambda: self.removed.emit(self._key))
        row = QHBoxLayout(self)
        theme.space(row, margins=(1.5, 0.5, 1, 0.5), spacing=1.5)
        row.addWidget(self._sign(theme, pending))
        row.addWidget(label(_short(words), "small"))
        row.addWidget(self._remove)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the file out with Delete."""
        if Qt.Key(event.key()) in _KEYS:
            self.removed.emit(self._key)
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _sign(theme: Theme, pending: PendingFile) -> QWidget:
        if pending.thumb is None:
            return IconLabel("file", theme=theme, color="muted", side=16)
        shown = QLabel()
        side = theme.metrics.px(THUMB)
        picture = QPixmap.fromImage(pending.thumb)
        shown.setPixmap(
            picture.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
        return shown


class FilePills(QWidget):
    """All of them, in lines; hidden when there are none."""

    removed = Signal(int)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(self, spacing=theme.metrics.step(1.5))
        self._files: tuple[PendingFile, ...] = ()
        self.setAccessibleName(self.tr("Anexos da resposta"))
        theme.changed.connect(lambda: self.show_files(self._files))
        self.hide()

    def show_files(self, files: Sequence[PendingFile]) -> None:
        """Show exactly these."""
        self._files = tuple(files)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for pending in files:
            pill = FilePill(theme=self._theme, pending=pending, parent=self)
            pill.removed.connect(self.removed)
            self._flow.addWidget(pill)
            pill.show()
        self.setVisible(bool(files))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A stack of pages above does not ask how high this would be at its width.
        self.setFixedHeight(self._flow.heightForWidth(max(1, self.width())))

    @property
    def pills(self) -> list[FilePill]:
        """The pills in order."""
        return [pill for pill in self.findChildren(FilePill) if not pill.isHidden()]


def _short(text: str) -> str:
    if len(text) <= _MOST_LETTERS:
        return text
    half = _MOST_LETTERS // 2
    return f"{text[:half]}…{text[-half:]}"
