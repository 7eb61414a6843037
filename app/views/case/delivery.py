"""What can be done with an answer on its way out, and with the files and links of a message."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.models.domain.case_detail import CaseDetail, TimelineEntry
from app.models.domain.sending_acts import SourceAct
from app.services.errors import Unavailable
from app.views.case.act_panels import ReasonPanel
from app.views.case.case_actions import waiting_reply
from app.views.support.source_dialog import show_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from app.models.domain.inbox import AttachmentInfo
    from app.services.acts import Done
    from app.services.attachments import AttachmentService
    from app.services.channel_acts import ChannelActs
    from app.services.mention_source import MentionSourceService
    from app.services.replies import ReplyService
    from app.services.reply_approval import ReplyApproval
    from app.views.case.session import CaseSession
    from app.views.case.strips import Strips
    from app.views.case.timeline import Timeline
    from app.views.support.desk import Desk


_AT_SOURCE: Final = frozenset(each.value for each in SourceAct)


class Delivery(QObject):
    """Runs what the cards of the timeline ask for."""

    customer_wanted = Signal(object)
    """The address of the customer with this id is to be put right."""

    def __init__(
        self,
        *,
        desk: Desk,
        session: CaseSession,
        timeline: Timeline,
        strips: Strips,
        replies: ReplyService,
        approval: ReplyApproval,
        attachments: AttachmentService,
        sources: MentionSourceService,
        channel_acts: ChannelActs | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._strips, self._parent = desk, session, strips, parent
        self._replies, self._approval, self._attachments = replies, approval, attachments
        self._sources, self._channel_acts = sources, channel_acts
        timeline.requested.connect(self._on_requested)
        timeline.save_requested.connect(self.save_file)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the keys of approval do."""
        return {"case.approve": lambda: self._decide("approve"), "case.refuse": lambda: self._decide("refuse")}

    def refuse(self, reply_id: int) -> None:
        """Ask for the reason, then give the answer back to its author."""
        actor, approval = self._desk.actor, self._approval
        panel = ReasonPanel(
            theme=self._desk.theme,
            title=self.tr("Devolver a resposta a quem escreveu"),
            verb=self.tr("Devolver"),
            ask=self.tr("O que precisa mudar antes de enviar"),
        )
        panel.submitted.connect(
            lambda: self._strips.submit(panel, lambda _d: approval.refuse(actor, reply_id, panel.text))
        )
        self._strips.open(panel)

    def _decide(self, act: str) -> None:
        detail = self._session.detail
        entry = waiting_reply(detail) if detail is not None else None
        if entry is not None:
            self._on_requested(act, entry)

    def _on_requested(self, act: str, entry: TimelineEntry) -> None:
        if act == "copy":
            QGuiApplication.clipboard().setText(entry.text)
            self._desk.say(self.tr("Texto copiado. Envie pelo canal e marque como enviada."))
        elif act == "refuse":
            self.refuse(entry.id)
        elif act == "to_article":
            return  # the support material's own
        elif act == "source":
            show_source(desk=self._desk, sources=self._sources, mention_id=entry.id, window=self._parent)
        elif act == "customer" and self._session.detail is not None:
            self.customer_wanted.emit(self._session.detail.customer.id)
        elif act in _AT_SOURCE:
            self._at_source(SourceAct(act), entry.id)
        elif act == "open_link" and entry.permalink:
            QDesktopServices.openUrl(QUrl(entry.permalink, QUrl.ParsingMode.StrictMode))
        else:
            self._session.act(self._work(act, entry.id))

    def _work(self, act: str, reply_id: int) -> Callable[[CaseDetail], Done[Any]]:
        actor, replies = self._desk.actor, self._replies
        works: dict[str, Callable[[CaseDetail], Done[Any]]] = {
            "withdraw": lambda _d: replies.withdraw(actor, reply_id),
            "mark_sent": lambda _d: replies.mark_sent(actor, reply_id),
            "approve": lambda _d: self._approval.approve(actor, reply_id),
            "retry": lambda _d: replies.retry(actor, reply_id),
            "was_sent": lambda _d: replies.settle_uncertain(actor, reply_id, was_sent=True),
            "was_not_sent": lambda _d: replies.settle_uncertain(actor, reply_id, was_sent=False),
        }
        return works[act]

    def _at_source(self, wanted: SourceAct, mention_id: int) -> None:
        acts, actor = self._channel_acts, self._desk.actor
        if acts is not None:
            self._session.act(lambda _d: acts.ask(actor, mention_id, wanted))

    def save_file(self, info: AttachmentInfo) -> None:
        """Ask where a file goes and write it there."""
        name = Path(info.name.replace("\\", "/")).name or self.tr("anexo")
        chosen, _ = QFileDialog.getSaveFileName(self._parent, self.tr("Salvar anexo"), name)
        if chosen:
            self.write_file(info, Path(chosen))

    def write_file(self, info: AttachmentInfo, path: Path) -> None:
        """Write a file's content to a place."""

        def work() -> None:
            content = self._attachments.content(info.id)
            try:
                path.write_bytes(content)
            except OSError as error:
                raise Unavailable("file_unwritable", file=path.name) from error

        done = self.tr("Anexo salvo: {name}").format(name=path.name)
        self._desk.calls.run(self, f"save-{info.id}", work, lambda _: self._desk.say(done))
