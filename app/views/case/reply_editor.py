"""Where an attendant answers: in private, in public, or for the team alone, and never in doubt which of them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act, RefusalCode
from app.models.domain.people import Right
from app.models.domain.vocabulary import DraftKind
from app.views.case.notice import Notice
from app.views.case.promise_fields import PromiseFields
from app.views.case.reply_text import ReplyText
from app.views.case.second_reason import SecondReason
from app.views.case.texts import refusal_text
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.labels import label
from app.views.support.spell_check import SpellCheck
from app.views.support.texts import number_text, time_text
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from app.services.spelling.service import SpellingService
    from app.views.case.drafts import DraftKeeper
    from app.views.support.desk import Desk

_ACTS: Final = {
    DraftKind.PRIVATE: Act.REPLY_PRIVATE,
    DraftKind.PUBLIC: Act.REPLY_PUBLIC,
    DraftKind.NOTE: Act.NOTE,
}
_NARROW: Final = 560
MODES: Final = (DraftKind.PRIVATE, DraftKind.PUBLIC, DraftKind.NOTE)


class ReplyEditor(QFrame):
    """The editor with its three modes; ``send_requested`` asks ``Sending`` to send what stands here."""

    send_requested = Signal()
    templates_requested = Signal()
    typing = Signal()

    def __init__(
        self,
        *,
        desk: Desk,
        keeper: DraftKeeper,
        spelling: SpellingService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._keeper = desk, keeper
        self._detail: CaseDetail | None = None
        self._is_loading = False
        self._is_sending = False
        self.setProperty("zone", "editor")
        theme = desk.theme
        self.modes = SegmentedControl(theme=theme, segments=self._segments(), name=self.tr("Tipo de mensagem"))
        self.modes.chosen.connect(self._on_mode_chosen)
        self.promise_button = self._pill(self.tr("Promessa"), "calendar-event")
        self.promise_button.setCheckable(True)
        self.templates_button = self._pill(self.tr("Modelos #"), "file")
        self.templates_button.setToolTip(self.tr("Escolher um modelo de resposta (# ou Ctrl+;)"))
        self.templates_button.clicked.connect(self.templates_requested)
        self.notice = Notice(theme=theme)
        self.promise = PromiseFields(theme=theme, clock=desk.clock)
        self.promise.hide()
        self.promise_button.toggled.connect(self.promise.setVisible)
        self.promise_button.toggled.connect(lambda on: self.promise.begin() if on else None)
        self.second_reason = SecondReason(theme=theme)
        self.second_reason.hide()
        self.text = ReplyText(theme=theme)
        self.text.setAccessibleName(self.tr("Texto da resposta"))
        self.text.textChanged.connect(self._on_text_changed)
        self.text.send_requested.connect(self.send_requested)
        self.text.templates_requested.connect(self.templates_requested)
        self.text.left.connect(keeper.save)
        self.spelling = None if spelling is None else SpellCheck(edit=self.text, desk=desk, spelling=spelling)
        self._state = label("", "faint")
        self._hint = label(self.tr("Desfazer envio por 10 s"), "small")
        self.send_button = QPushButton()
        self.send_button.setProperty("kind", "primary")
        self.send_button.clicked.connect(self.send_requested)
        keeper.saved.connect(self._on_saved)
        keeper.unsaved.connect(self._show_count)
        self._saved_at: datetime | None = None
        self._build()
        theme.changed.connect(self._size_text)

    def _build(self) -> None:
        theme = self._desk.theme
        top = QHBoxLayout()
        theme.space(top, spacing=2)
        top.addWidget(self.modes, 1)
        top.addWidget(self.promise_button)
        top.addWidget(self.templates_button)
        bottom = QHBoxLayout()
        theme.space(bottom, spacing=2)
        bottom.addWidget(self._state, 1)
        bottom.addWidget(self._hint)
        bottom.addWidget(self.send_button)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(4, 2, 4, 3), spacing=2)
        layout.addLayout(top)
        for widget in (self.notice, self.promise, self.second_reason, self.text):
            layout.addWidget(widget)
        layout.addLayout(bottom)
        self._size_text()
        self._dress()

    @property
    def mode(self) -> DraftKind:
        """What a text written now would be."""
        return DraftKind(self.modes.current)

    def set_mode(self, mode: DraftKind) -> None:
        """Change to another mode as the person would."""
        self.modes.choose(mode.value)

    def show_case(self, detail: CaseDetail) -> None:
        """Begin on another case: its unsent texts come back, the mode that fits is chosen."""
        self._detail = detail
        self._saved_at = max((draft.saved_at for draft in detail.drafts), default=None)
        self._keeper.open(detail.id, detail.drafts)
        if self.spelling is not None:
            self.spelling.begin((detail.customer.name, self._desk.actor.name))
        self.notice.dismiss()
        self.second_reason.hide()
        self.promise_button.setChecked(False)
        self._offer_modes(detail)
        self._is_loading = True
        may = self._desk.actor.may(Right.WORK_CASES)
        self.modes.choose((first_mode(detail) if may else DraftKind.NOTE).value)
        self._is_loading = False
        self._load()

    def update_case(self, detail: CaseDetail) -> None:
        """Take in what changed; typed text stays, a text that came back is shown."""
        self._detail = detail
        self._offer_modes(detail)
        back = self._keeper.merge(detail.drafts)
        if self.mode in back:
            self._load()
        elif back and not self.text.toPlainText().strip():
            self.set_mode(sorted(back)[0])
        self._dress()

    def set_text(self, text: str) -> None:
        """Show another text in the present mode, as if typed."""
        self.text.setPlainText(text)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def insert_text(self, text: str) -> None:
        """Put a text where the cursor is."""
        self.text.insertPlainText(text)

    def start(self, mode: DraftKind) -> None:
        """Let the person write in a mode."""
        self.set_mode(mode)
        self.text.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only the signs of promise and templates where their words have no room."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._desk.theme.metrics.px(_NARROW)
        for button in (self.promise_button, self.templates_button):
            button.setText("" if is_narrow else button.accessibleName())

    def set_sending(self, is_sending: bool) -> None:
        """Keep the button from being pressed twice while a service works."""
        self._is_sending = is_sending
        self._dress()

    def _refusal(self) -> str:
        """Return why nothing can be sent in this mode now; a second answer is asked about when it is sent."""
        offers = self._detail.offers if self._detail is not None else ()
        act = _ACTS[self.mode].value
        code = next((offer.refusal for offer in offers if offer.act == act), None)
        return "" if code in {None, RefusalCode.SECOND_REPLY_STOPPED.value} else str(code)

    def _segments(self) -> list[Segment]:
        return [
            Segment(DraftKind.PRIVATE.value, self.tr("Responder em privado"), "lock", "private"),
            Segment(DraftKind.PUBLIC.value, self.tr("Público"), "world"),
            Segment(DraftKind.NOTE.value, self.tr("Nota"), "note", "warn"),
        ]

    def _pill(self, text: str, icon: str) -> QPushButton:
        made = QPushButton(text)
        made.setAccessibleName(text)
        made.setToolTip(text)
        made.setProperty("kind", "pill")
        made.setIcon(self._desk.theme.icon(icon))
        return made

    def _offer_modes(self, detail: CaseDetail) -> None:
        # A specialist of an area speaks to the team alone.
        may = self._desk.actor.may(Right.WORK_CASES)
        offered = {
            DraftKind.PRIVATE: may and detail.can_reply_private,
            DraftKind.PUBLIC: may and detail.can_reply_public,
            DraftKind.NOTE: True,
        }
        reasons = {
            DraftKind.PRIVATE: self.tr("Este canal não tem mensagem privada."),
            DraftKind.PUBLIC: self.tr("Este canal não tem resposta pública."),
        }
        for mode, button in zip(MODES, self.modes.findChildren(QPushButton), strict=True):
            button.setEnabled(offered[mode])
            button.setToolTip("" if offered[mode] else reasons[mode] if may else refusal_text("not_allowed"))

    def _on_mode_chosen(self, chosen: str) -> None:
        mode = DraftKind(chosen)
        if not self._is_loading and mode is not DraftKind.NOTE:
            other = DraftKind.PUBLIC if mode is DraftKind.PRIVATE else DraftKind.PRIVATE
            self._keeper.move(other, mode)
            self.notice.dismiss()
        if not self._is_loading:
            self._load()
        self._dress()

    def _load(self) -> None:
        self._is_loading = True
        self.set_text(self._keeper.text(self.mode))
        self._is_loading = False
        self.text.mark(())
        self._dress()
        self._show_count()

    def _dress(self) -> None:
        mode = self.mode
        set_property(self.text, "edge", mode.value)
        words = {
            DraftKind.PRIVATE: (self.tr("Enviar em privado"), self.tr("Escreva a resposta privada…")),
            DraftKind.PUBLIC: (self.tr("Enviar em público"), self.tr("Escreva a resposta pública: todos vão ler…")),
            DraftKind.NOTE: (self.tr("Guardar nota"), self.tr("Escreva para a equipe; @nome chama um colega…")),
        }[mode]
        self.send_button.setText(words[0])
        self.send_button.setToolTip(self.tr("{act} (Ctrl+Enter)").format(act=words[0]))
        self.text.setPlaceholderText(words[1])
        self.text.setAccessibleName(words[1].rstrip("…"))
        is_reply = mode is not DraftKind.NOTE
        code = self._refusal()
        self.send_button.setEnabled(not code and not self._is_sending)
        if code:
            self.send_button.setToolTip(refusal_text(code))
        self._hint.setVisible(is_reply)
        self.templates_button.setEnabled(is_reply)
        self.promise_button.setEnabled(is_reply)
        if not is_reply:
            self.promise_button.setChecked(False)

    def _on_text_changed(self) -> None:
        if self._is_loading:
            return
        self._keeper.put(self.mode, self.text.toPlainText())
        self.text.mark(())
        self._show_count()
        self.typing.emit()

    def _on_saved(self, at: datetime) -> None:
        self._saved_at = at
        self._show_count()

    def _show_count(self) -> None:
        typed = self.text.toPlainText()
        detail = self._detail
        limit = detail.reply_limit if detail is not None and self.mode is not DraftKind.NOTE else None
        parts = []
        if typed.strip():
            is_saved = self._saved_at is not None and not self._keeper.is_dirty
            parts.append(self.tr("rascunho salvo") if is_saved else self.tr("salvando…"))
            if limit is not None:
                count = self.tr("{count} de {limit}")
                parts.append(count.format(count=number_text(len(typed)), limit=number_text(limit)))
        self._state.setText(" · ".join(parts))
        if self._saved_at is not None:
            self._state.setToolTip(self.tr("Salvo às {time}").format(time=time_text(self._saved_at)))
        set_property(self._state, "role", "error" if limit is not None and len(typed) > limit else "faint")

    def _size_text(self) -> None:
        self.text.setFixedHeight(self._desk.theme.metrics.px(82))


def first_mode(detail: CaseDetail) -> DraftKind:
    """Return the mode an answer begins in: that of the latest unsent text, else private unless public is right."""
    latest = max((draft for draft in detail.drafts if draft.kind in MODES), key=lambda d: d.saved_at, default=None)
    if latest is not None:
        return latest.kind
    is_public = detail.recommendation.visibility == "public" and detail.is_public_origin
    if detail.can_reply_public and (is_public or not detail.can_reply_private):
        return DraftKind.PUBLIC
    return DraftKind.PRIVATE if detail.can_reply_private else DraftKind.NOTE
