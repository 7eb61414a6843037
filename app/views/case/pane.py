"""The case screen: header, timeline, editor and the right zone, drawn from one call and wired to the services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.models.domain.case_detail import CaseDetail
from app.models.domain.people import Right
from app.models.domain.vocabulary import DraftKind
from app.views.case.act_panel import PanelHost
from app.views.case.acts import CaseActs
from app.views.case.article_pick import ArticlePick
from app.views.case.classify import Classify
from app.views.case.commands import CaseCommands
from app.views.case.deadline_acts import DeadlineActs
from app.views.case.delivery import Delivery
from app.views.case.direct_acts import DirectActs
from app.views.case.drafts import DraftKeeper
from app.views.case.earlier import EarlierPages, earlier_cases
from app.views.case.ending import Ending
from app.views.case.header import CaseHeader
from app.views.case.picks import CasePicks
from app.views.case.presence_beat import PresenceBeat
from app.views.case.reply_editor import ReplyEditor
from app.views.case.sending import Sending
from app.views.case.session import CaseSession
from app.views.case.side_panel import SidePanel
from app.views.case.strips import Strips
from app.views.case.style import case_sheet
from app.views.case.ticking import Ticking
from app.views.case.timeline import Timeline
from app.views.case.zones import CaseZones
from app.views.support.empty_state import EmptyKind, EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.models.domain.channel_kind import ChannelKind
    from app.services.articles import ArticleService
    from app.services.attachments import AttachmentService
    from app.services.case_deadlines import CaseDeadlines
    from app.services.case_merge import CaseMergeService
    from app.services.cases import CaseService
    from app.services.channel_acts import ChannelActs
    from app.services.classification import ClassificationService
    from app.services.customers import CustomerService
    from app.services.drafts import DraftService
    from app.services.follow_up import FollowUpService
    from app.services.forwarding import ForwardingService
    from app.services.mention_source import MentionSourceService
    from app.services.notes import NoteService
    from app.services.people import PeopleService, TeamMember
    from app.services.presence import PresenceService
    from app.services.replies import ReplyService
    from app.services.reply_approval import ReplyApproval
    from app.services.spelling.service import SpellingService
    from app.services.templates import TemplateService
    from app.views.support.desk import Desk


class CasePane(QWidget):
    """Shows one case at a time; the same class serves beside the list and in a window of its own."""

    open_case_requested = Signal(object)
    customer_requested = Signal(object)
    closed_case = Signal(object)
    window_requested = Signal(object)
    title_changed = Signal(str)

    def __init__(
        self,
        *,
        desk: Desk,
        cases: CaseService,
        replies: ReplyService,
        approval: ReplyApproval,
        notes: NoteService,
        forwarding: ForwardingService,
        follow_up: FollowUpService,
        classification: ClassificationService,
        customers: CustomerService,
        drafts: DraftService,
        presence: PresenceService,
        templates: TemplateService,
        case_merge: CaseMergeService,
        people: PeopleService,
        attachments: AttachmentService,
        articles: ArticleService,
        deadlines: CaseDeadlines,
        sources: MentionSourceService,
        kinds: Mapping[str, ChannelKind] | None = None,
        channel_acts: ChannelActs | None = None,
        spelling: SpellingService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._people = desk, people
        session = self.session = CaseSession(desk=desk, cases=cases, parent=self)
        self._keeper = DraftKeeper(desk=desk, drafts=drafts, parent=self)
        self._presence = PresenceBeat(desk=desk, presence=presence, parent=self)
        self.header, self.host = CaseHeader(desk=desk), PanelHost()
        talk = self.timeline = Timeline(theme=desk.theme, clock=desk.clock, kinds=kinds)
        editor = self.editor = ReplyEditor(
            desk=desk, keeper=self._keeper, drafts=drafts, spelling=spelling, attachments=attachments, kinds=kinds
        )
        self.side = SidePanel(theme=desk.theme, keeper=self._keeper, may_work=desk.actor.may(Right.WORK_CASES))
        self._sending = Sending(
            desk=desk, session=session, editor=editor, keeper=self._keeper, replies=replies, notes=notes, parent=self
        )
        strips = self.strips = Strips(session=session, host=self.host, timeline=talk, parent=self)
        self._delivery = Delivery(
            desk=desk,
            session=session,
            timeline=talk,
            strips=strips,
            replies=replies,
            approval=approval,
            attachments=attachments,
            sources=sources,
            channel_acts=channel_acts,
            parent=self,
        )
        self._delivery.customer_wanted.connect(self.customer_requested)
        self._direct = DirectActs(
            desk=desk, session=session, cases=cases, customers=customers, follow_up=follow_up, parent=self
        )
        self._ending = Ending(desk=desk, session=session, strips=strips, cases=cases, parent=self)
        self._acts = CaseActs(
            desk=desk, session=session, strips=strips, timeline=talk, cases=cases, forwarding=forwarding, parent=self
        )
        self._deadline_acts = DeadlineActs(
            desk=desk, session=session, strips=strips, side=self.side, deadlines=deadlines, parent=self
        )
        self._picks = CasePicks(
            desk=desk,
            session=session,
            editor=editor,
            cases=cases,
            case_merge=case_merge,
            people=people,
            templates=templates,
            advice=self.side.advice,
            parent=self,
        )
        self._articles = ArticlePick(
            desk=desk,
            session=session,
            editor=editor,
            timeline=talk,
            articles=articles,
            templates=templates,
            parent=self,
        )
        self.classify = Classify(
            desk=desk, session=session, classification=classification, anchor_of=self._axis_anchor, parent=self
        )
        self._earlier = EarlierPages(desk=desk, session=session, timeline=talk, cases=cases, parent=self)
        self._has_names = False
        self._ticking = Ticking(desk=desk, session=self.session, header=self.header, side=self.side, parent=self)
        self._build()
        self._connect()
        self.commands = CaseCommands(desk=desk, header=self.header, handlers=self._handlers(), parent=self)
        self.clear()

    @property
    def current_case_id(self) -> int | None:
        """Id of the case shown or on its way, None when there is none."""
        return self.session.case_id

    def show_case(self, case_id: int) -> None:
        """Show a case; the one shown already keeps what is typed."""
        if case_id != self.session.case_id:
            self._keeper.save()
            self.host.close_panel(focus=False)
            self._empty.show_state(EmptyKind.LOADING)
        if not self._has_names:
            self._has_names = True
            self._desk.calls.run(self, "team", self._people.list, self._on_team)
        self.session.open(case_id)

    def clear(self) -> None:
        """Show no case."""
        self._keeper.save()
        self._presence.stop()
        self.host.close_panel(focus=False)
        self.session.close()
        self._empty.show_state(EmptyKind.EMPTY, self.tr("Escolha um atendimento na lista."))
        self._stack.setCurrentWidget(self._empty)
        self.commands.offer(None)

    def flush(self) -> None:
        """Save what is typed and not saved yet, at the end of the program."""
        self._keeper.flush()
        self.editor.files.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed unseen."""
        super().showEvent(event)
        self.session.come_into_view(self.window().windowHandle())
        self.session.reload_if_stale()
        if self.session.detail is not None:
            self._presence.start(self.session.detail.id)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is typed; be seen here no longer."""
        super().hideEvent(event)
        self.session.go_out_of_view()
        self._keeper.save()
        self._presence.stop()

    def _connect(self) -> None:
        session, side = self.session, self.side
        self._direct.listen_to(side)
        session.opened.connect(self._on_opened)
        session.updated.connect(self._on_updated)
        session.failed_to_open.connect(self._on_failed_to_open)
        self._presence.viewers_changed.connect(self.header.show_viewers)
        self.editor.typing.connect(self._presence.typing)
        self._sending.left.connect(self.timeline.setFocus)
        self.editor.templates_requested.connect(self._picks.templates)
        self.header.explain_requested.connect(self._deadline_acts.explain_next_step)
        self.header.survivor_requested.connect(self.open_case_requested)
        self.classify.listen_to(side.axes)
        side.route.requested.connect(lambda: self.commands.run("case.route"))
        side.customer.customer_requested.connect(self.customer_requested)
        side.customer.case_requested.connect(self.open_case_requested)
        self._ending.closed_case.connect(self.closed_case)
        self._acts.other_opened.connect(self.open_case_requested)
        self._deadline_acts.other_opened.connect(self.open_case_requested)
        self._ending.classify_requested.connect(self.classify.start_key)
        self._desk.theme.changed.connect(self._restyle)

    def _on_opened(self, detail: CaseDetail) -> None:
        now = self._desk.clock.now()
        self._stack.setCurrentIndex(1)
        self._earlier.begin(detail)
        self.editor.show_case(detail)
        self.header.show_case(detail, now)
        self.side.show_case(detail, now, is_new=True)
        may = self._desk.actor.may
        self.timeline.set_rights(can_act=may(Right.WORK_CASES), can_approve=may(Right.APPROVE))
        self.timeline.show_case(detail)
        if detail.earlier_cursor is None:
            self.timeline.add_earlier(earlier_cases(detail))
        self._zones.show_talk()
        self.commands.offer(detail)
        if self.isVisible():
            self._presence.start(detail.id)
        self.title_changed.emit(detail.title)

    def _on_updated(self, detail: CaseDetail) -> None:
        now = self._desk.clock.now()
        self.header.show_case(detail, now)
        self.side.show_case(detail, now, is_new=False)
        self.timeline.update_case(detail)
        self.editor.update_case(detail)
        self.commands.offer(detail)

    def _on_failed_to_open(self) -> None:
        self._empty.show_state(EmptyKind.UNAVAILABLE, button=self.tr("Tentar de novo"))
        self._stack.setCurrentWidget(self._empty)

    def _on_team(self, team: tuple[TeamMember, ...]) -> None:
        self.timeline.set_names({person.person_id: person.name for person in team})

    def _start_reply(self, mode: DraftKind) -> None:
        self._zones.show_talk()
        self.editor.start(mode)

    def _axis_anchor(self, axis_id: int) -> QWidget:
        button = self.side.axes.buttons.get(axis_id)
        return button if button is not None and button.isVisible() else self.header.more

    def _build(self) -> None:
        theme = self._desk.theme
        self._empty = EmptyState(theme=theme)
        self._empty.requested.connect(self.session.reload)
        self._zones = CaseZones(
            theme=theme, header=self.header, host=self.host, timeline=self.timeline, editor=self.editor, side=self.side
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._zones)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setProperty("ground", "background")
        self.setAccessibleName(self.tr("Atendimento"))
        self._restyle()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        own: dict[str, Callable[[], object]] = {
            "case.reply": lambda: self._start_reply(DraftKind.PRIVATE),
            "case.reply_public": lambda: self._start_reply(DraftKind.PUBLIC),
            "case.note": lambda: self._start_reply(DraftKind.NOTE),
            "case.templates": self._picks.templates,
            "case.solution": self._zones.start_solution,
            "case.copy_protocol": self.header.protocol.copy,
            "case.window": lambda: self.window_requested.emit(self.session.case_id),
            "case.assign": lambda: self._picks.assign(self.header.more),
            "case.merge": lambda: self._picks.merge(self.header.more),
            "case.unmerge": self._picks.unmerge,
        }
        parts = (self._acts, self._direct, self._ending, self._delivery, self._articles, self.editor, self.classify)
        return own | {name: handler for part in parts for name, handler in part.handlers().items()}

    def _restyle(self) -> None:
        self.setStyleSheet(case_sheet(self._desk.theme))
