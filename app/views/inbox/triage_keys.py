"""Keys, buttons and palette lead here: on which mentions or cases an act falls, and what it still has to ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.models.domain import protocol
from app.models.domain.inbox import InboxFilter, InboxQuery, InboxRow, InboxView, Page, RowKind
from app.models.domain.vocabulary import MentionState
from app.services.triage import TriageReason
from app.views.inbox.case_bulk import CaseBulk, snooze_choices
from app.views.inbox.choice_bar import ChoiceBar, FinderBar
from app.views.inbox.inbox_actions import CASE_ACTIONS, SENTIMENT_ACTIONS, TRIAGE_ACTIONS
from app.views.inbox.preview_facts import case_line
from app.views.inbox.row_texts import head_text, rest_text
from app.views.inbox.triage_acts import Target, TriageActs
from app.views.support.actions import fold
from app.views.support.inbox_filter.state_words import case_state_text
from app.views.support.texts import number_text, when_text
from app.views.support.type_ahead import Option

if TYPE_CHECKING:
    from app.services.filter_choices import Choice
    from app.services.inbox import InboxService
    from app.services.triage import TriageService
    from app.views.inbox.list_panel import InboxListPanel
    from app.views.inbox.marks import Marks
    from app.views.inbox.reading_pane import ReadingPane
    from app.views.support.desk import Desk

_FOUND = 8


class TriageKeys(QObject):
    """Binds the acts of the inbox to the page and asks, in bars, what they need to know."""

    asked_and_left = Signal()
    """A bar went away; the focus may go back to the list."""

    def __init__(
        self,
        *,
        desk: Desk,
        inbox: InboxService,
        triage: TriageService,
        acts: TriageActs,
        bulk: CaseBulk | None,
        marks: Marks,
        panel: InboxListPanel,
        reading: ReadingPane,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._desk, self._inbox, self._triage, self._acts, self._bulk = desk, inbox, triage, acts, bulk
        self._marks, self._panel, self._reading = marks, panel, reading
        self._reasons: tuple[TriageReason, ...] = ()
        self._people: tuple[Choice, ...] = ()
        self.choice_bar = ChoiceBar(theme=desk.theme)
        self.finder_bar = FinderBar(theme=desk.theme)
        for bar in (self.choice_bar, self.finder_bar):
            bar.left.connect(self.asked_and_left)
        self._actions = self._bind(page)
        marks.changed.connect(self.show_possible)
        reading.shown.connect(self.show_possible)
        reading.preview.join_requested.connect(self._on_join_requested)
        self.read_reasons()
        self.show_possible()

    def read_reasons(self) -> None:
        """Read the team's reasons for ignoring."""
        triage = self._triage
        self._desk.calls.run(self, "reasons", lambda: triage.reasons(MentionState.IGNORED), self._on_reasons_read)

    def set_people(self, people: Sequence[Choice]) -> None:
        """Offer these people to give cases to."""
        self._people = tuple(people)

    def leave_bar(self) -> bool:
        """Close the bar that asks something; tell whether there was one."""
        for bar in (self.choice_bar, self.finder_bar):
            if bar.isVisible():
                bar.leave()
                return True
        return False

    def target(self) -> Target:
        """Return the marked mentions, or else the one being read."""
        marked = self._marks.ids(RowKind.MENTION)
        key = self._reading.key
        if not marked and not len(self._marks) and key is not None and key[0] is RowKind.MENTION:
            marked = (key[1],)
        return Target(marked, self._panel.query.view)

    def show_possible(self) -> None:
        """Let only those keys work that have something to work on."""
        target = self.target()
        is_free = bool(target.ids) and (len(self._marks) > 0 or self._is_shown_free())
        for action_id in TRIAGE_ACTIONS:
            self._actions[action_id].setEnabled(is_free)
        is_back = is_free and self._panel.query.view not in {InboxView.TO_TRIAGE, InboxView.CRISIS}
        self._actions["inbox.back_to_triage"].setEnabled(is_back)
        for action_id in SENTIMENT_ACTIONS:
            self._actions[action_id].setEnabled(bool(target.ids))
        for action_id in CASE_ACTIONS:
            self._actions[action_id].setEnabled(self._bulk is not None and bool(self._marks.ids(RowKind.CASE)))

    def _bind(self, page: QWidget) -> dict[str, QAction]:
        handlers: dict[str, Callable[[], object]] = {
            "inbox.open_case": self._open_case,
            "inbox.monitor": self._monitor,
            "inbox.ignore": self._ask_reason,
            "inbox.join": self._ask_case,
            "inbox.back_to_triage": self._back,
            "inbox.assign": self._ask_person,
            "inbox.snooze": self._ask_moment,
        }
        handlers |= {name: partial(self._confirm, name) for name in SENTIMENT_ACTIONS}
        return {name: self._desk.actions.bind(name, page, handler) for name, handler in handlers.items()}

    def _is_shown_free(self) -> bool:
        mention = self._reading.mention
        return mention is None or mention.state is not MentionState.IN_CASE

    def _open_case(self) -> None:
        self._acts.open_case(self.target())

    def _monitor(self) -> None:
        self._acts.monitor(self.target())

    def _back(self) -> None:
        self._acts.back_to_triage(self.target())

    def _confirm(self, action_id: str) -> None:
        self._acts.confirm_sentiment(self.target(), SENTIMENT_ACTIONS[action_id])

    def _ask_reason(self) -> None:
        target = self.target()
        one, many = self.tr("Ignorar esta menção. Por quê?"), self.tr("Ignorar {n} menções. Por quê?")
        title = one if len(target.ids) == 1 else many.format(n=number_text(len(target.ids)))
        self.finder_bar.hide()
        self.choice_bar.ask(
            title,
            [(reason.key, reason.name) for reason in self._reasons],
            lambda reason: self._acts.ignore(target, reason),
            own_words=self.tr("Outro motivo, e Enter"),
        )

    def _ask_case(self) -> None:
        target = self.target()
        one, many = self.tr("Juntar esta menção a qual atendimento?"), self.tr("Juntar {n} menções a qual atendimento?")
        title = one if len(target.ids) == 1 else many.format(n=number_text(len(target.ids)))
        self.choice_bar.hide()
        self.finder_bar.ask(
            title,
            self.tr("Protocolo, parte dele, cliente ou palavra"),
            self._find_cases,
            lambda case_id: self._acts.attach(target, case_id),
        )

    def _find_cases(self, text: str) -> None:
        mention = self._reading.mention
        now = self._desk.clock.now()
        own = [] if mention is None else [Option(case.id, case_line(case, now)) for case in mention.open_cases]
        words = fold(text).split()
        own = [option for option in own if all(word in fold(option.text) for word in words)]
        self.finder_bar.show_options(own, is_all=False)
        if not text.strip():
            self._desk.calls.cancel(self, "find")
            return
        inbox, actor = self._inbox, self._desk.actor
        query = InboxQuery(InboxView.ALL_CASES, InboxFilter(text=text.strip()))
        self._desk.calls.run(
            self, "find", lambda: inbox.page(query, actor, None, _FOUND), lambda page: self._show_found(own, page)
        )

    def _show_found(self, own: list[Option], page: Page[InboxRow]) -> None:
        known = {option.id for option in own}
        now = self._desk.clock.now()
        found = [Option(row.id, _row_line(row, when_text(row.at, now))) for row in page.rows if row.id not in known]
        self.finder_bar.show_options([*own, *found])

    def _on_join_requested(self, case_id: int) -> None:
        self._acts.attach(self.target(), case_id)

    def _ask_person(self) -> None:
        ids = self._marks.ids(RowKind.CASE)
        if self._bulk is not None and ids:
            give = partial(self._bulk.assign, ids)
            title = self.tr("Atribuir {n} atendimentos a quem?").format(n=number_text(len(ids)))
            self.choice_bar.hide()
            self.finder_bar.ask(title, self.tr("Nome da pessoa"), self._find_people, give)
            self._find_people("")

    def _find_people(self, text: str) -> None:
        wanted = fold(text).strip()
        found = [Option(each.id, each.name) for each in self._people if wanted in fold(each.name)]
        self.finder_bar.show_options(found[:_FOUND])

    def _ask_moment(self) -> None:
        ids, bulk = self._marks.ids(RowKind.CASE), self._bulk
        if bulk is None or not ids:
            return
        names = {
            "hour": self.tr("Daqui a 1 hora"),
            "three_hours": self.tr("Daqui a 3 horas"),
            "tomorrow": self.tr("Amanhã às 9h"),
            "monday": self.tr("Segunda às 9h"),
            "week": self.tr("Daqui a 1 semana"),
        }
        moments = {key: moment for moment, key in snooze_choices(self._desk.clock.now())}
        title = self.tr("Adiar {n} atendimentos até quando?").format(n=number_text(len(ids)))
        self.finder_bar.hide()
        self.choice_bar.ask(title, [(key, names[key]) for key in moments], lambda key: bulk.snooze(ids, moments[key]))

    def _on_reasons_read(self, reasons: tuple[TriageReason, ...]) -> None:
        self._reasons = reasons
        self._reading.preview.set_reasons({reason.key: reason.name for reason in reasons})


def _row_line(row: InboxRow, when: str) -> str:
    number = protocol.display(row.protocol) if row.protocol else ""
    state = case_state_text(row.case_state) if row.case_state is not None else ""
    return " · ".join(part for part in (number, head_text(row), rest_text(row)[:60], state, when) if part)
