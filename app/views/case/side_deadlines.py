"""The clocks of a case as chips: first answer, solution, law; what the law asks for; and times that were missed."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.models.domain.case_detail import BreachInfo, CaseDetail, EntryKind
from app.views.case.deadline_texts import breach_text, last_minute, quick_reasons
from app.views.case.duty_box import DutyBox
from app.views.case.notice import Notice, Way
from app.views.case.side_parts import Section
from app.views.support.chips import DEADLINE_ICONS, Chip
from app.views.support.crisis_clock import crisis_clock_text
from app.views.support.labels import label
from app.views.support.texts import DAY, due_text, duration_text, exact_text, when_text

if TYPE_CHECKING:
    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone

_FAR = timedelta(days=3650)


class DeadlinesSection(Section):
    """Chips, the way to their explanation, open duties, and the calm question why a time was missed."""

    explain_requested = Signal(str)
    """A clock's key."""
    settle_requested = Signal(object)
    duty_requested = Signal()
    reason_given = Signal(object, str)
    other_reason_requested = Signal(object)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, title=self.tr("PRAZOS"), parent=parent)
        self._asked: BreachInfo | None = None
        self._clock = "resolution"
        grid = self.grid()
        self._names = [label(name, "small") for name in (self.tr("1ª resposta"), self.tr("Solução"), self.tr("Lei"))]
        self.chips = [Chip(theme=theme) for _ in self._names]
        for row, (name, chip) in enumerate(zip(self._names, self.chips, strict=True)):
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(chip, row, 1, Qt.AlignmentFlag.AlignLeft)
        self.explain = QPushButton(self.tr("explicar os prazos"))
        self.explain.setProperty("kind", "link")
        self.explain.clicked.connect(lambda: self.explain_requested.emit(self._clock))
        self.crisis = Chip(theme=theme)
        self.silence = Chip(theme=theme)
        self.duties = DutyBox(theme=theme)
        self.duties.settle_requested.connect(self.settle_requested)
        self.add_duty = QPushButton(self.tr("registrar obrigação legal"))
        self.add_duty.setProperty("kind", "link")
        self.add_duty.clicked.connect(self.duty_requested)
        self.breach = Notice(theme=theme)
        self._can_work = self._can_settle = True
        for each in (self.crisis, self.silence, self.explain):
            self.body.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        for box in (self.breach, self.duties):
            self.body.addWidget(box)
        self.body.addWidget(self.add_duty, 0, Qt.AlignmentFlag.AlignLeft)

    def set_rights(self, *, can_work: bool, can_settle: bool) -> None:
        """Offer only what the person may do."""
        self._can_work, self._can_settle = can_work, can_settle
        self.add_duty.setVisible(can_work)

    def show_case(self, detail: CaseDetail, now: datetime) -> None:
        """Show how the clocks stand."""
        clocks = detail.deadlines
        self._show_clock(0, clocks.first_response_due_at, clocks.first_response_at, detail, now)
        self._show_clock(1, clocks.resolution_due_at, clocks.resolved_at, detail, now)
        legal = clocks.legal_due_at
        self._names[2].setVisible(legal is not None)
        self.chips[2].setVisible(legal is not None)
        if legal is not None:
            days = (legal - detail.opened_at) // DAY
            self._names[2].setText(self.tr("Lei ({days} dias)").format(days=days))
            tone: Tone = "bad" if legal < now and clocks.resolved_at is None else "neutral"
            last = last_minute(legal)
            self.chips[2].set_chip(when_text(last, now), tone, icon="calendar", tooltip=exact_text(last))
        self._clock = "resolution" if clocks.first_response_at is not None else "first_response"
        crisis = detail.crisis_clock
        self.crisis.setVisible(crisis is not None)
        if crisis is not None:
            text, tone = crisis_clock_text(crisis, now)
            self.crisis.set_chip(text, tone, icon=DEADLINE_ICONS[tone], tooltip=exact_text(crisis.due_at))
        self.silence.setVisible(detail.is_silent)
        if detail.is_silent and detail.silence_due_at is not None:
            text = self.tr("sem notícias desde {when}")
            since = self.tr("Era para ter notícias até {when}").format(when=exact_text(detail.silence_due_at))
            self.silence.set_chip(text.format(when=_heard(detail, now)), "warn", icon="message-circle", tooltip=since)
        self.duties.show_case(detail, now, may_settle=self._can_settle)
        self._show_breach(detail, now)

    def _show_breach(self, detail: CaseDetail, now: datetime) -> None:
        asked = next((each for each in detail.breaches if each.reason is None), None)
        if not self._can_work:
            asked = None
        if asked == self._asked:
            return
        self._asked = asked
        if asked is None:
            self.breach.dismiss()
            return
        ways: list[Way] = [(words, partial(self.reason_given.emit, asked.id, key)) for key, words in quick_reasons()]
        ways.append((self.tr("Outro motivo…"), partial(self.other_reason_requested.emit, asked.id)))
        self.breach.say(breach_text(asked, now), tone="warn", ways=ways)

    def _show_clock(
        self, place: int, due: datetime, met_at: datetime | None, detail: CaseDetail, now: datetime
    ) -> None:
        chip = self.chips[place]
        if met_at is not None:
            span = duration_text(met_at - detail.opened_at)
            is_late = met_at > due
            text = self.tr("em {span}, com atraso") if is_late else self.tr("em {span}")
            chip.set_chip(text.format(span=span), "bad" if is_late else "ok", icon="check", tooltip=exact_text(met_at))
        elif due - now > _FAR or detail.deadlines.is_paused:
            chip.set_chip(self.tr("parado"), "neutral", icon="player-pause", tooltip=self.tr("Aguardando o cliente"))
        else:
            tone = self._tone(due, detail, now)
            chip.set_chip(due_text(due, now), tone, icon=DEADLINE_ICONS[tone], tooltip=exact_text(due))

    def _tone(self, due: datetime, detail: CaseDetail, now: datetime) -> Tone:
        if due < now:
            return "bad"
        return "warn" if now >= min(detail.deadlines.warn_at, due - timedelta(minutes=30)) else "ok"


def _heard(detail: CaseDetail, now: datetime) -> str:
    """Return when the customer last heard of us; a case without any answer has been silent since it began."""
    replies = [entry.at for entry in detail.timeline if entry.kind is EntryKind.REPLY]
    return when_text(max(replies, default=detail.opened_at), now)
