"""Sends what stands in the editor, and says beside the text what kept it from going out."""

from __future__ import annotations

import re
import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.models.domain.case_detail import CaseDetail
from app.models.domain.people import Right
from app.models.domain.template_text import missing_in
from app.models.domain.vocabulary import DraftKind, Visibility
from app.services.errors import Conflict, Refused, UserError
from app.services.follow_up import NewPromise
from app.views.support.errors import error_text
from app.views.support.texts import when_text

if TYPE_CHECKING:
    from app.services.acts import Done
    from app.services.notes import NoteService
    from app.services.replies import ReplyService
    from app.views.case.drafts import DraftKeeper
    from app.views.case.reply_editor import ReplyEditor
    from app.views.case.session import CaseSession
    from app.views.support.desk import Desk

_ASKED_LEVELS = frozenset({1, 2})
"""Crisis levels at which a public answer is asked about once more; at the third nearly every complaint would be."""
_BRACES = re.compile(r"\{[^{}\n]{1,40}\}")


class Sending(QObject):
    """The act of sending an answer or keeping a note, with every way in which it can be held back."""

    left = Signal()
    """It went and the editor was not left yet: what is typed next shall be a key again, not one more answer."""

    def __init__(
        self,
        *,
        desk: Desk,
        session: CaseSession,
        editor: ReplyEditor,
        keeper: DraftKeeper,
        replies: ReplyService,
        notes: NoteService,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._editor, self._keeper = desk, session, editor, keeper
        self._replies, self._notes = replies, notes
        self._key = ("", "")
        self._under_way: tuple[int, DraftKind] | None = None
        editor.send_requested.connect(self.send)

    def send(self) -> None:
        """Send or keep what stands in the editor, unless something speaks against it."""
        detail, editor = self._session.detail, self._editor
        if detail is None or self._under_way is not None or not editor.send_button.isEnabled():
            return
        text = editor.text.toPlainText()
        if not text.strip():
            editor.text.setFocus()
            return
        editor.notice.dismiss()
        if editor.files.is_reading:
            editor.notice.say(self.tr("Um anexo ainda está sendo lido. Espere um instante e envie de novo."))
            return
        if editor.mode is DraftKind.NOTE:
            self._start(detail, DraftKind.NOTE, lambda d: self._note(d, text))
        elif not self._is_held_back(text):
            if editor.mode is DraftKind.PUBLIC and detail.crisis_level in _ASKED_LEVELS:
                self._ask_in_crisis(detail)
            else:
                self._send_reply()

    def _send_reply(self, *, confirmed_files: bool = False) -> None:
        detail, editor = self._session.detail, self._editor
        if detail is None:
            return
        editor.notice.dismiss()
        mode, text = editor.mode, editor.text.toPlainText()
        files, kept = editor.files.new_files, editor.files.kept_ids
        key = self._key_for(f"{detail.id} {mode.value} {[each.key for each in editor.files.files]} {text}")
        promise = self._promise()
        reason = editor.second_reason.text
        worked = self._session.work.spent_on(detail.id)

        def work(now: CaseDetail) -> Done[CaseDetail]:
            return self._replies.write_reply(
                self._desk.actor,
                now.id,
                expected_version=now.version,
                text=text,
                visibility=Visibility.PUBLIC if mode is DraftKind.PUBLIC else Visibility.PRIVATE,
                client_key=key,
                promise=promise,
                second_reply_reason=reason,
                files=files,
                kept_files=kept,
                confirmed_files=confirmed_files,
                worked=worked,
            )

        self._start(detail, mode, work)

    def _note(self, detail: CaseDetail, text: str) -> Done[CaseDetail]:
        return self._notes.write_note(self._desk.actor, detail.id, text, expected_version=detail.version)

    def _start(self, detail: CaseDetail, mode: DraftKind, work: Any) -> None:  # noqa: ANN401 - an act of the session
        self._under_way = (detail.id, mode)
        was_saving = self._keeper.hold(mode)
        self._editor.set_sending(True)
        self._session.act(
            work, lambda done: self._on_sent(done, detail.id, mode, was_saving=was_saving), failed=self._on_failed
        )

    def _key_for(self, what: str) -> str:
        # The same words tried again are one reply; other words are another.
        if self._key[0] != what:
            self._key = (what, uuid.uuid4().hex)
        return self._key[1]

    def _promise(self) -> NewPromise | None:
        fields = self._editor.promise
        if fields.isHidden() or not fields.text:
            return None
        return NewPromise(fields.text, fields.due_at)

    def _is_held_back(self, text: str) -> bool:
        names = missing_in(text)
        if names:
            self._say(Refused("unresolved_variables", names=names))
            self._editor.text.mark([match.span() for match in _BRACES.finditer(text)])
        return bool(names)

    def _ask_in_crisis(self, detail: CaseDetail) -> None:
        self._editor.notice.say(
            self.tr("Crise nível {level}: esta resposta vai ser vista por todos. Enviar em público?").format(
                level=detail.crisis_level
            ),
            ways=[
                (self.tr("Enviar em público"), self._send_reply),
                (self.tr("Responder em privado"), self._go_private),
            ],
        )

    def _on_sent(self, _done: Done[CaseDetail], case_id: int, mode: DraftKind, *, was_saving: bool) -> None:
        self._under_way = None
        self._editor.set_sending(False)
        self._key = ("", "")
        if mode is not DraftKind.NOTE:
            self._session.work.answered(case_id)
        if self._session.case_id != case_id:
            if mode is not DraftKind.NOTE:
                self._editor.files.sent(case_id)
            return
        self._keeper.sent(mode, was_saving=was_saving)
        if mode is not DraftKind.NOTE:
            self._editor.files.sent(case_id)
        if self._editor.mode is mode:
            self._editor.set_text("")
            self._editor.promise_button.setChecked(False)
            self._editor.promise.clear()
            self._editor.second_reason.hide()
            focus = QApplication.focusWidget()
            if focus is not None and self._editor.isAncestorOf(focus):
                self.left.emit()

    def _on_failed(self, error: Exception) -> bool:
        mode = self._under_way[1] if self._under_way else self._editor.mode
        self._under_way = None
        self._editor.set_sending(False)
        self._keeper.keep(mode)
        if not isinstance(error, UserError):
            return False
        self._say(error)
        return True

    def _say(self, error: UserError) -> None:
        notice, text = self._editor.notice, error_text(error)
        if error.code == "public_reply_has_personal_data":
            self._mark(error.facts.get("places"))
            notice.say(text, tone="bad", ways=[(self.tr("Responder em privado"), self._go_private)])
        elif error.code == "public_attachment_question":
            self._ask_about_files(error, text)
        elif error.code == "case_answered":
            notice.say(text, quote=self._quoted(error), ways=[(self.tr("Enviar assim mesmo"), self._send_reply)])
        elif isinstance(error, Conflict):
            notice.say(text, ways=[(self.tr("Enviar de novo"), self.send)])
        elif error.code == "second_reply_stopped" and self._desk.actor.may(Right.REASSIGN):
            self._editor.second_reason.show()
            self._editor.second_reason.edit.setFocus()
            notice.say(text)
        else:
            notice.say(text, tone="bad")

    def _ask_about_files(self, error: UserError, text: str) -> None:
        """Ask in the pane whether everybody may see the files."""
        places = self.tr("A foto guarda dados da câmera, e às vezes do lugar onde foi tirada.")
        self._editor.notice.say(
            text,
            quote=places if error.facts.get("has_metadata") else "",
            ways=[
                (self.tr("Enviar com os anexos"), lambda: self._send_reply(confirmed_files=True)),
                (self.tr("Responder em privado"), self._go_private),
            ],
        )

    def _quoted(self, error: UserError) -> str:
        at = error.facts.get("at")
        when = when_text(at, self._desk.clock.now()) if isinstance(at, datetime) else ""
        return self.tr("{by} · {when}\n{text}").format(
            by=error.facts.get("by", ""), when=when, text=error.facts.get("text", "")
        )

    def _mark(self, places: object) -> None:
        text = self._editor.text.toPlainText()
        lead = len(text) - len(text.lstrip())
        if isinstance(places, (tuple, list)):
            self._editor.text.mark([(start + lead, end + lead) for start, end in places])

    def _go_private(self) -> None:
        self._editor.start(DraftKind.PRIVATE)
