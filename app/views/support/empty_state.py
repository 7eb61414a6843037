"""A list with nothing in it says why in one sentence and offers one thing to do."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.views.support.labels import IconLabel, label

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class EmptyKind(StrEnum):
    """Why there is nothing to see."""

    EMPTY = "empty"
    FILTERED = "filtered"
    LOADING = "loading"
    NO_PERMISSION = "no_permission"
    UNAVAILABLE = "unavailable"


_ICONS: Final = {
    EmptyKind.EMPTY: "inbox",
    EmptyKind.FILTERED: "filter-off",
    EmptyKind.LOADING: "refresh",
    EmptyKind.NO_PERMISSION: "lock",
    EmptyKind.UNAVAILABLE: "database-off",
}


class EmptyState(QWidget):
    """One sign, one sentence, at most one button."""

    requested = Signal()
    """The button was pressed."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = EmptyKind.EMPTY
        self._sign = IconLabel(_ICONS[self._kind], theme=theme, color="faint", side=32)
        self._text = label("", "muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton()
        self._button.clicked.connect(self.requested)
        self._button.hide()
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(4, 4, 4, 4), spacing=3)
        layout.addStretch(1)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._text)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(2)

    def show_state(self, kind: EmptyKind, text: str = "", *, button: str = "") -> None:
        """Show why there is nothing; without ``text`` a sentence that fits the kind."""
        self._kind = kind
        shown = text or self._default_text(kind)
        self._text.setText(shown)
        self.setAccessibleName(shown)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._sign.set_icon(_ICONS[kind], "faint")

    @property
    def kind(self) -> EmptyKind:
        """Why there is nothing."""
        return self._kind

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def _default_text(self, kind: EmptyKind) -> str:
        return {
            EmptyKind.EMPTY: self.tr("Nada por aqui ainda."),
            EmptyKind.FILTERED: self.tr("Nenhum resultado com estes filtros."),
            EmptyKind.LOADING: self.tr("Carregando…"),
            EmptyKind.NO_PERMISSION: self.tr("Seu perfil não dá acesso a esta parte. Fale com a supervisão."),
            EmptyKind.UNAVAILABLE: self.tr("O banco de dados não respondeu. O que já foi salvo continua lá."),
        }[kind]
