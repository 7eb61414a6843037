"""Where an attendant answers: in private, in public, or for the team alone, and never in doubt which of them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act, RefusalCode
from app.models.domain.people import Right
from app.models.domain.vocabulary import DraftKind
from app.views.case.account_line import AccountLine
from app.views.case.notice import Notice
from app.views.case.promise_fields import PromiseFields
from app.views.case.reply_count import CountLine, limits_of, measured
from app.views.case.reply_files import ReplyFiles
from app.views.case.reply_head import ReplyHead
from app.views.case.reply_modes import first_mode
from app.views.case.reply_text import ReplyText, local_files
from app.views.case.second_reason import SecondReason
from app.views.case.texts import refusal_text
from app.views.support.errors import error_text
from app.views.support.labels import label
from app.views.support.spell_check import SpellCheck
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.models.domain.channel_kind import ChannelKind, ReplyLimits
    from app.services.attachments import AttachmentService
    from app.services.drafts import DraftService
    from app.services.errors import UserError
    from app.services.spelling.service import SpellingService
    from app.views.case.drafts import DraftKeeper
    from app.views.support.desk import Desk

_ACTS: Final = {
    DraftKind.PRIVATE: Act.REPLY_PRIVATE,
    DraftKind.PUBLIC: Act.REPLY_PUBLIC,
    DraftKind.NOTE: Act.NOTE,
}


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
        drafts: DraftService | None = None,
        spelling: SpellingService | None = None,
        attachments: AttachmentService | None = None,
        kinds: Mapping[str, ChannelKind] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._keeper, self._kinds = desk, keeper, kinds or {}
        self._detail: CaseDetail | None = None
        self._is_loading = False
        self._is_sending = False
        self.setProperty("zone", "editor")
        theme = desk.theme
        self.head = head = ReplyHead(desk=desk)
        self.modes, self.promise_button, self.templates_button = head.modes, head.promise, head.templates
        self.modes.chosen.connect(self._on_mode_chosen)
        self.templates_button.clicked.connect(self.templates_requested)
        self.account = AccountLine(theme=theme)
        self.notice = Notice(theme=theme)
        self.promise = PromiseFields(theme=theme, clock=desk.clock)
        self.promise.hide()
        self.promise_button.toggled.connect(self.promise.setVisible)
        self.promise_button.toggled.connect(lambda on: self.promise.begin() if on else None)
        self.second_reason = SecondReason(theme=theme)
        self.second_reason.hide()
        self.text = ReplyText(theme=theme)
        self.text.textChanged.connect(self._on_text_changed)
        self.text.send_requested.connect(self.send_requested)
        self.text.templates_requested.connect(self.templates_requested)
        self.text.left.connect(keeper.save)
        self.files = ReplyFiles(desk=desk, attachments=attachments, drafts=drafts)
        self.spelling = None if spelling is None else SpellCheck(edit=self.text, desk=desk, spelling=spelling)
        self._state = CountLine()
        self.undo_hint = label("", "small")
        self.send_button = QPushButton()
        self.send_button.setProperty("kind", "primary")
        self.send_button.clicked.connect(self.send_requested)
        keeper.saved.connect(self._on_saved)
        keeper.unsaved.connect(self._show_count)
        self._saved_at: datetime | None = None
        self._build()
        self._connect_files()
        theme.changed.connect(self._size_text)

    def _build(self) -> None:
        theme = self._desk.theme
        bottom = QHBoxLayout()
        theme.space(bottom, spacing=2)
        bottom.addWidget(self._state, 1)
        bottom.addWidget(self.undo_hint)
        bottom.addWidget(self.send_button)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(4, 2, 4, 3), spacing=2)
        shown = (self.account, self.head, self.notice, self.promise, self.second_reason, self.text, self.files)
        for widget in shown:
            layout.addWidget(widget)
        layout.addLayout(bottom)
        self._size_text()
        self._dress()

    @property
    def mode(self) -> DraftKind:
        """What a text written now would be."""
        return self.modes.mode

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the keys of the editor do."""
        return {"case.attach": self.attach}

    def attach(self) -> None:
        """Let the person choose files to send along."""
        self._take(self.files.ask)

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
        # A specialist of an area speaks to the team alone.
        may = self._desk.actor.may(Right.WORK_CASES)
        self.modes.offer(detail, may=may)
        self.account.show_trouble(detail.account_trouble)
        self.files.show_case(detail.id, self._limits())
        self._is_loading = True
        self.modes.choose((first_mode(detail) if may else DraftKind.NOTE).value)
        self._is_loading = False
        self._load()
        if detail.has_draft_files:
            self.files.take_from_draft()
        elif self.text.toPlainText().strip():
            self.files.take_back(self.mode)

    def update_case(self, detail: CaseDetail) -> None:
        """Take in what changed; typed text stays, a text that came back is shown."""
        self._detail = detail
        self.modes.offer(detail, may=self._desk.actor.may(Right.WORK_CASES))
        self.account.show_trouble(detail.account_trouble)
        self.files.show_case(detail.id, self._limits())
        back = self._keeper.merge(detail.drafts)
        if self.mode in back:
            self._load()
        elif back and not self.text.toPlainText().strip():
            self.set_mode(sorted(back)[0])
        if self.mode in back:
            self.files.take_back(self.mode)
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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files wherever they are dropped on the editor."""
        if local_files(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put dropped files beside the answer."""
        if self.text.pass_on(event.mimeData()):
            event.acceptProposedAction()

    def _connect_files(self) -> None:
        self.setAcceptDrops(True)
        self.head.attach.clicked.connect(self.attach)
        self.text.files_given.connect(lambda paths: self._take(lambda: self.files.add_paths(paths)))
        self.text.picture_given.connect(lambda picture: self._take(lambda: self.files.add_picture(picture)))
        self.files.refused.connect(self._on_file_refused)
        self.files.changed.connect(self._dress)
        self.files.emptied.connect(self.text.setFocus)

    def _take(self, add: Callable[[], None]) -> None:
        if self.mode is DraftKind.NOTE:
            self.notice.say(self.tr("Anexos vão com respostas, não com notas. Escolha privado ou público."))
        elif not self.files.may_add:
            self.notice.say(self.files.limit_words())
        else:
            self.notice.dismiss()
            add()

    def _on_file_refused(self, error: UserError) -> None:
        self.notice.say(error_text(error), tone="bad")

    def _limits(self) -> ReplyLimits | None:
        return limits_of(self._detail, self._kinds)

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
        seconds = 0 if self._detail is None else int(self._detail.undo_send.total_seconds())
        self.undo_hint.setText(self.tr("Desfazer envio por {seconds} s").format(seconds=seconds))
        self.undo_hint.setVisible(is_reply and seconds > 0)
        self.head.offer(is_reply=is_reply, may_attach=self.files.may_add, limits=self.files.limit_words())
        self.files.setVisible(is_reply and bool(self.files.files))

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
        is_saved = self._saved_at is not None and not self._keeper.is_dirty
        found = measured(typed, self.mode, self._detail, self._limits())
        self._state.show_text(typed, found, saved_at=self._saved_at, is_saved=is_saved)

    def _size_text(self) -> None:
        self.text.setFixedHeight(self._desk.theme.metrics.px(82))
