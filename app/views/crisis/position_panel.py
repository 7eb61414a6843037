"""The position text of a crisis: anybody drafts it, a second person approves it, then replies go by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.models.domain.crisis_room import RoomDetail
from app.models.domain.people import Right
from app.views.support.chips import Chip
from app.views.support.labels import label
from app.views.support.texts import when_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.acts import Done
    from app.services.crisis_closing import CrisisClosing
    from app.views.crisis.room_acts import RoomActs
    from app.views.support.desk import Desk


class PositionPanel(QWidget):
    """One text with its approval; what is typed survives a colleague's change of the room."""

    def __init__(self, *, desk: Desk, closing: CrisisClosing, acts: RoomActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._closing, self._acts = desk, closing, acts
        self._detail: RoomDetail | None = None
        self.state = Chip(theme=desk.theme)
        self.who = label("", "small", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Texto da posição"))
        self.text.setPlaceholderText(self.tr("O que a empresa diz sobre esta crise, em poucas frases"))
        self.text.setTabChangesFocus(True)
        self.save_button = QPushButton(self.tr("Salvar rascunho"))
        self.approve_button = QPushButton(self.tr("Aprovar"))
        self.approve_button.setProperty("kind", "primary")
        self.withdraw_button = QPushButton(self.tr("Retirar aprovação"))
        self.copy_button = QPushButton(self.tr("Copiar"))
        self.hint = label("", "muted", wrap=True)
        head, foot, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for row in (head, foot):
            desk.theme.space(row, spacing=2)
        desk.theme.space(layout, spacing=2)
        head.addWidget(self.state)
        head.addWidget(self.who, 1)
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        for button in (self.withdraw_button, self.save_button, self.approve_button):
            foot.addWidget(button)
        definition = self.tr("Depois de aprovada, a posição serve de modelo ao responder os atendimentos desta sala.")
        layout.addWidget(label(definition, "small", wrap=True))
        layout.addLayout(head)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.hint)
        layout.addLayout(foot)
        self.text.textChanged.connect(self._show_buttons)
        self.save_button.clicked.connect(self.save)
        self.approve_button.clicked.connect(self.approve)
        self.withdraw_button.clicked.connect(self.withdraw)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))

    @property
    def is_edited(self) -> bool:
        """Whether what stands there was not saved."""
        return self._detail is not None and self.text.toPlainText().strip() != (self._detail.position_text or "")

    def show_detail(self, detail: RoomDetail) -> None:
        """Show a room's position; an unsaved text of the same room stays."""
        keep = self._detail is not None and self._detail.line.id == detail.line.id and self.is_edited
        self._detail = detail
        if not keep:
            self.text.setPlainText(detail.position_text or "")
        self._show_state(detail)
        self._show_buttons()

    def save(self) -> None:
        """Keep the text as a draft; an approval ends by that."""
        text, actor, closing = self.text.toPlainText(), self._desk.actor, self._closing
        self._run(lambda room_id, version: closing.draft_position(actor, room_id, text, expected_version=version))

    def approve(self) -> None:
        """Approve the saved text."""
        actor, closing = self._desk.actor, self._closing
        self._run(lambda room_id, version: closing.approve_position(actor, room_id, expected_version=version))

    def withdraw(self) -> None:
        """Take the approval back."""
        actor, closing = self._desk.actor, self._closing
        self._run(lambda room_id, version: closing.withdraw_position(actor, room_id, expected_version=version))

    def _run(self, act: Callable[[int, int], Done[int]]) -> None:
        detail = self._detail
        if detail is not None:
            self._acts.run("position", lambda: act(detail.line.id, detail.version))

    def _show_state(self, detail: RoomDetail) -> None:
        now = self._desk.clock.now()
        if detail.position_approved_at is not None:
            self.state.set_chip(self.tr("aprovada"), "ok", icon="check")
            text = self.tr("Escrita por {author}, aprovada por {approver} {when}")
            when = when_text(detail.position_approved_at, now)
            approver = detail.position_approved_by or ""
            self.who.setText(text.format(author=detail.position_by or "", approver=approver, when=when))
        elif detail.position_text:
            self.state.set_chip(self.tr("rascunho"), "warn", icon="pencil")
            self.who.setText(self.tr("Escrita por {author}").format(author=detail.position_by or ""))
        else:
            self.state.set_chip(self.tr("sem posição"), "neutral", icon="note")
            self.who.setText("")

    def _show_buttons(self) -> None:
        detail, actor = self._detail, self._desk.actor
        if detail is None:
            return
        is_open, is_approved = detail.line.is_open, detail.position_approved_at is not None
        may_write, may_approve = is_open and actor.may(Right.WORK_CASES), is_open and actor.may(Right.EDIT_SETTINGS)
        own = detail.position_by_id == actor.person_id
        self.text.setReadOnly(not may_write)
        self.save_button.setEnabled(may_write and self.is_edited and bool(self.text.toPlainText().strip()))
        ready = bool(detail.position_text) and not is_approved and not self.is_edited
        self.approve_button.setEnabled(may_approve and ready and not own)
        self.withdraw_button.setEnabled(may_approve and is_approved)
        self.copy_button.setEnabled(bool(self.text.toPlainText()))
        self.hint.setText(self._hint(ready=ready, own=own, may_approve=may_approve))
        self.hint.setVisible(bool(self.hint.text()))

    def _hint(self, *, ready: bool, own: bool, may_approve: bool) -> str:
        if self.is_edited and self._detail is not None and self._detail.position_approved_at is not None:
            return self.tr("Ao guardar, a aprovação cai e outra pessoa precisa aprovar de novo.")
        if ready and own:
            return self.tr("Quem escreveu não aprova: peça a outra pessoa da supervisão.")
        if ready and not may_approve:
            return self.tr("A supervisão aprova.")
        return ""
