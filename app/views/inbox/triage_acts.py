"""Decides on mentions: few at once and unseen, hundreds as a job with progress, always with one way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from app.models.domain import protocol
from app.models.domain.inbox import InboxView
from app.models.domain.vocabulary import MentionState, Sentiment
from app.services.cancel import CancelToken
from app.services.triage import Triaged
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.models.domain.case_detail import CaseDetail
    from app.services.acts import Done
    from app.services.triage import TriageService
    from app.views.support.desk import Desk

JOB_FROM: Final = 200
"""As many mentions as this are treated as a job."""
SEEN_STATES: Final[Mapping[InboxView, frozenset[MentionState]]] = {
    InboxView.TO_TRIAGE: frozenset({MentionState.TO_TRIAGE}),
    InboxView.CRISIS: frozenset({MentionState.TO_TRIAGE}),
    InboxView.MONITORED: frozenset({MentionState.MONITORED}),
    InboxView.IGNORED: frozenset({MentionState.IGNORED}),
}
"""In which state a person saw the mentions of a view."""
_FREE: Final = frozenset({MentionState.TO_TRIAGE, MentionState.MONITORED, MentionState.IGNORED})


@dataclass(frozen=True, slots=True)
class Target:
    """The mentions to decide on, and the view in which the person saw them."""

    ids: tuple[int, ...]
    view: InboxView

    @property
    def seen(self) -> frozenset[MentionState]:
        """The states in which they may still be."""
        return SEEN_STATES.get(self.view, _FREE)


class TriageActs(QObject):
    """Runs the acts off the UI thread. The list may show them as done at once: ``failed`` says when to look again."""

    sent = Signal(object)
    """Carries the ``Target`` of an act that takes mentions out of their view, as soon as it was asked for."""
    done = Signal()
    failed = Signal()
    case_opened = Signal(object)
    case_joined = Signal(object)

    def __init__(self, *, desk: Desk, triage: TriageService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._triage = desk, triage
        self._number = 0

    def open_case(self, target: Target) -> None:
        """Open one case on the mentions."""
        triage, actor = self._triage, self._desk.actor
        self.sent.emit(target)
        self._run(target, lambda _token: triage.open_case(actor, target.ids), self._on_opened)

    def attach(self, target: Target, case_id: int) -> None:
        """Join the mentions to a case."""
        triage, actor = self._triage, self._desk.actor
        self.sent.emit(target)
        self._run(target, lambda _token: triage.attach(actor, target.ids, case_id), self._on_joined)

    def monitor(self, target: Target) -> None:
        """Watch the mentions."""
        triage, actor, seen = self._triage, self._desk.actor, target.seen - {MentionState.MONITORED}
        self.sent.emit(target)
        self._run(
            target, lambda token: triage.monitor(actor, target.ids, expected=seen, cancel=token), self._on_triaged
        )

    def ignore(self, target: Target, reason: str) -> None:
        """Set the mentions aside for a reason."""
        triage, actor, seen = self._triage, self._desk.actor, target.seen - {MentionState.IGNORED}
        self.sent.emit(target)
        self._run(
            target,
            lambda token: triage.ignore(actor, target.ids, reason, expected=seen, cancel=token),
            self._on_triaged,
        )

    def back_to_triage(self, target: Target) -> None:
        """Put the mentions among those to triage again."""
        triage, actor = self._triage, self._desk.actor
        self.sent.emit(target)
        self._run(target, lambda token: triage.back_to_triage(actor, target.ids, cancel=token), self._on_triaged)

    def confirm_sentiment(self, target: Target, sentiment: Sentiment) -> None:
        """Say the sentiment of the mentions; they stay where they are."""
        triage, actor = self._triage, self._desk.actor
        self._run(
            target,
            lambda token: triage.confirm_sentiment(actor, target.ids, sentiment, cancel=token),
            self._on_triaged,
        )

    def _run(self, target: Target, work: Callable[[CancelToken], Done[Any]], done: Callable[[Done[Any]], None]) -> None:
        if len(target.ids) >= JOB_FROM:
            total = len(target.ids)
            title = self.tr("Triagem de {n} menções").format(n=number_text(total))

            def long_work(token: CancelToken, report: Callable[[int, int | None], None]) -> Done[Any]:
                report(0, total)
                answer = work(token)
                report(total, total)
                return answer

            self._desk.jobs.start(title=title, work=long_work, done=done, failed=self._on_failed)
            return
        # Each act in a slot of its own: a quick second key must not make the first one's answer be lost.
        self._number += 1
        token = CancelToken()
        self._desk.calls.run(self, f"act-{self._number}", lambda: work(token), done, failed=self._on_failed)

    def _on_triaged(self, done: Done[Triaged]) -> None:
        self._desk.undo.push(done)
        conflicts = done.value.conflicts
        if conflicts == 1:
            self._desk.say(self.tr("1 menção já estava tratada e ficou como estava"))
        elif conflicts:
            text = self.tr("{n} menções já estavam tratadas e ficaram como estavam")
            self._desk.say(text.format(n=number_text(conflicts)))
        self.done.emit()

    def _on_opened(self, done: Done[CaseDetail]) -> None:
        self._desk.undo.push(
            done, self.tr("Atendimento {number} aberto").format(number=protocol.display(done.value.protocol))
        )
        self.case_opened.emit(done.value.id)
        self.done.emit()

    def _on_joined(self, done: Done[CaseDetail]) -> None:
        self._desk.undo.push(
            done, self.tr("Juntada ao atendimento {number}").format(number=protocol.display(done.value.protocol))
        )
        self.case_joined.emit(done.value.id)
        self.done.emit()

    def _on_failed(self, _error: Exception) -> bool:
        self.failed.emit()
        return False
