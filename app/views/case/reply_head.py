"""The line above the text: who will read it, and the buttons for files, a promise and the templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.views.case.case_actions import case_actions
from app.views.case.reply_modes import ReplyModes

if TYPE_CHECKING:
    from app.views.support.desk import Desk

_NARROW: Final = 620
_TIGHT: Final = 500


class ReplyHead(QWidget):
    """Modes at the left, buttons at the right; where there is no room the buttons show their signs alone."""

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.actions.define(case_actions())
        self.modes = ReplyModes(theme=desk.theme)
        self.attach = self._pill(self.tr("Anexar"), "paperclip")
        self.promise = self._pill(self.tr("Promessa"), "calendar-event")
        self.promise.setCheckable(True)
        self.templates = self._pill(self.tr("Modelos #"), "file")
        self.templates.setToolTip(self.tr("Escolher um modelo de resposta (# ou Ctrl+;)"))
        row = QHBoxLayout(self)
        desk.theme.space(row, spacing=2)
        row.addWidget(self.modes, 1)
        for button in self._buttons:
            row.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only the signs of the buttons where their words have no room."""
        super().resizeEvent(event)
        px = self._desk.theme.metrics.px
        self.modes.set_tight(self.width() < px(_TIGHT))
        is_narrow = self.width() < px(_NARROW)
        for button in self._buttons:
            button.setText("" if is_narrow else button.accessibleName())

    def offer(self, *, is_reply: bool, may_attach: bool, limits: str) -> None:
        """Offer what goes with an answer, not with a note; ``limits`` says what files the network takes."""
        self.attach.setEnabled(is_reply and may_attach)
        key = self._desk.actions.key_text("case.attach")
        words = self.tr("Anexar arquivos ({key}): {limits}") if key else self.tr("Anexar arquivos: {limits}")
        self.attach.setToolTip(words.format(key=key, limits=limits) if may_attach else limits)
        for button in (self.templates, self.promise):
            button.setEnabled(is_reply)
        if not is_reply:
            self.promise.setChecked(False)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.attach, self.promise, self.templates)

    def _pill(self, text: str, icon: str) -> QPushButton:
        made = QPushButton(text)
        made.setAccessibleName(text)
        made.setToolTip(text)
        made.setProperty("kind", "pill")
        made.setIcon(self._desk.theme.icon(icon))
        return made
