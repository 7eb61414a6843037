"""Acts that ask for a word or a choice first: put aside, hand over, record an answer, reopen, annul, split."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.models.domain.case_detail import CaseDetail
from app.services.errors import Conflict
from app.views.case.act_panels import ForwardPanel, ReasonPanel, SnoozePanel, SplitPanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.acts import Done
    from app.services.cases import CaseService
    from app.services.forwarding import AreaInfo, ForwardingService
    from app.views.case.session import CaseSession
    from app.views.case.strips import Strips
    from app.views.case.timeline import Timeline
    from app.views.support.desk import Desk


class CaseActs(QObject):
    """Opens the strip of each act and runs one call with what was filled in."""

    other_opened = Signal(object)
    """Another case came of the act (a split): its id."""

    def __init__(
        self,
        *,
        desk: Desk,
        session: CaseSession,
        strips: Strips,
        timeline: Timeline,
        cases: CaseService,
        forwarding: ForwardingService,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._strips, self._timeline = desk, session, strips, timeline
        self._cases, self._forwarding = cases, forwarding
        timeline.choice_changed.connect(self._on_choice_changed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to run for each action."""
        return {
            "case.forward": self.forward,
            "case.route": self.route,
            "case.return_from_area": self.return_from_area,
            "case.dispute": self.dispute,
            "case.snooze": self.snooze,
            "case.reopen": self.reopen,
            "case.split": self.split,
            "case.void": self.void,
        }

    def snooze(self) -> None:
        """Ask until when and put the case aside."""
        panel = SnoozePanel(theme=self._desk.theme, now=self._desk.clock.now())

        def put_aside(until: datetime) -> None:
            self._strips.submit(
                panel, lambda d: self._cases.snooze(self._desk.actor, d.id, until, expected_version=d.version)
            )

        panel.chosen.connect(put_aside)
        self._strips.open(panel)

    def forward(self) -> None:
        """Ask for area and reason and hand the case over."""
        case_id = self._session.case_id
        self._desk.calls.run(
            self, "areas", self._forwarding.areas, lambda areas: self._on_areas(areas, for_case=case_id)
        )

    def _on_areas(self, areas: tuple[AreaInfo, ...], *, for_case: int | None) -> None:
        if self._session.case_id != for_case:
            return
        detail = self._session.detail
        route = None if detail is None else detail.route
        panel = ForwardPanel(theme=self._desk.theme, areas=areas, now=self._desk.clock.now(), route=route)

        def hand_over() -> None:
            area_id, reason = panel.area_id, panel.text
            if area_id is not None:
                self._strips.submit(
                    panel,
                    lambda d: self._forwarding.forward_to_area(
                        self._desk.actor, d.id, area_id, reason, expected_version=d.version
                    ),
                )

        panel.submitted.connect(hand_over)
        self._strips.open(panel)

    def route(self) -> None:
        """Hand the case to the area that the team's rules name, with their reason."""
        actor, forwarding = self._desk.actor, self._forwarding

        def hand_over(now: CaseDetail) -> Done[Any]:
            if now.route is None:
                raise Conflict("case_changed")
            return forwarding.forward_to_area(
                actor, now.id, now.route.area_id, now.route.reason, expected_version=now.version
            )

        self._session.act(hand_over)

    def return_from_area(self) -> None:
        """Ask what the area answered."""
        panel = self._reason(self.tr("Resposta da área"), self.tr("Registrar"), self.tr("O que a área respondeu"))
        self._ask(
            panel,
            lambda d, text: self._forwarding.return_from_area(self._desk.actor, d.id, text, expected_version=d.version),
        )

    def dispute(self) -> None:
        """Ask why the customer disputes it and hand the case to the Ouvidoria."""
        panel = self._reason(self.tr("Levar à Ouvidoria"), self.tr("Levar"), self.tr("O que o cliente contesta"))
        self._ask(
            panel,
            lambda d, text: self._forwarding.dispute_to_ombudsman(
                self._desk.actor, d.id, text, expected_version=d.version
            ),
        )

    def reopen(self) -> None:
        """Ask why and take the case up again."""
        panel = self._reason(
            self.tr("Reabrir com o mesmo protocolo"), self.tr("Reabrir"), self.tr("Por que reabre, em poucas palavras")
        )
        self._ask(panel, lambda d, text: self._cases.reopen(self._desk.actor, d.id, text, expected_version=d.version))

    def void(self) -> None:
        """Ask why and annul the case."""
        panel = self._reason(
            self.tr("Anular: o protocolo fica gasto e as mensagens voltam para A triar"),
            self.tr("Anular"),
            self.tr("Por que foi aberto por engano (opcional)"),
            is_optional=True,
        )
        self._ask(
            panel,
            lambda d, text: self._cases.void(self._desk.actor, d.id, expected_version=d.version, reason=text),
        )

    def split(self) -> None:
        """Let the person tick messages that become another case."""
        panel = SplitPanel(theme=self._desk.theme)

        def part() -> None:
            ids, title = self._timeline.chosen, panel.name.text().strip() or None
            if ids:
                self._strips.submit(
                    panel,
                    lambda d: self._cases.detach(self._desk.actor, d.id, ids, expected_version=d.version, title=title),
                    lambda done: self.other_opened.emit(done.value.id),
                )

        panel.submitted.connect(part)
        panel.destroyed.connect(self._end_choosing)
        self._strips.open(panel)
        self._timeline.choose(True)

    def _reason(self, title: str, verb: str, ask: str, *, is_optional: bool = False) -> ReasonPanel:
        return ReasonPanel(theme=self._desk.theme, title=title, verb=verb, ask=ask, is_optional=is_optional)

    def _ask(self, panel: ReasonPanel, work: Callable[[CaseDetail, str], Done[Any]]) -> None:
        def submit() -> None:
            text = panel.text
            self._strips.submit(panel, lambda d: work(d, text))

        panel.submitted.connect(submit)
        self._strips.open(panel)

    def _on_choice_changed(self, chosen: frozenset[int]) -> None:
        if isinstance(self._strips.panel, SplitPanel):
            self._strips.panel.show_count(len(chosen))

    def _end_choosing(self) -> None:
        self._timeline.choose(False)
