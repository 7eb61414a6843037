"""*Áreas e fluxos*: who answers at the second level, what goes there at once, and the whole flow with its figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.models.domain.changes import Changes, Topic
from app.services.areas import SECTION
from app.views.settings.areas_panel import AreasPanel
from app.views.settings.flow_panel import FlowPanel
from app.views.settings.hours_replan_bar import ReplanBar
from app.views.settings.routes_panel import RoutesPanel
from app.views.settings.section_frame import SectionFrame
from app.views.support.scrolled import scrolled

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.services.area_book import AreaCard
    from app.services.areas import AreaService, CalendarChoice
    from app.services.flow_counts import FlowCountsService
    from app.services.people import PeopleService, TeamMember
    from app.services.replanning import ReplanService
    from app.services.routes import RouteChoices, RouteService, RouteSheet
    from app.services.rule_set import RuleSet
    from app.views.support.desk import Desk

_TOPICS = frozenset({Topic.AREAS, Topic.SETTINGS, Topic.PEOPLE, Topic.TREE, Topic.HOURS})


@dataclass(frozen=True, slots=True)
class _Read:
    areas: tuple[AreaCard, ...]
    team: tuple[TeamMember, ...]
    calendars: tuple[CalendarChoice, ...]
    sheet: RouteSheet
    choices: RouteChoices


class AreasPage(QWidget):
    """Three tabs in one frame; everything is read in one call and again when somebody changes it."""

    query_requested = Signal(object, str)
    """The list behind a step of the flow: ``InboxQuery`` and its title."""

    def __init__(
        self,
        *,
        desk: Desk,
        areas: AreaService,
        routes: RouteService,
        flow: FlowCountsService,
        people: PeopleService,
        replan: ReplanService,
        rule_set: RuleSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._areas, self._routes, self._people = desk, areas, routes, people
        self._stale = True
        self.setAccessibleName(self.tr("Áreas e fluxos"))
        self.frame = SectionFrame(
            desk=desk,
            rule_set=rule_set,
            section=SECTION,
            title=self.tr("Áreas e fluxos"),
            definition=self.tr("Quem responde no 2º nível, em quanto tempo, e o que vai direto para lá."),
        )
        self.areas = AreasPanel(desk=desk, areas=areas, frame=self.frame)
        self.routes = RoutesPanel(desk=desk, routes=routes, rule_set=rule_set, frame=self.frame)
        self.flow = FlowPanel(desk=desk, flow=flow)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Áreas, rotas e fluxo"))
        self.tabs.addTab(self.areas, self.tr("Áreas"))
        self.tabs.addTab(self.routes, self.tr("Rotas"))
        self.tabs.addTab(self.flow, self.tr("Fluxo"))
        self.bar = ReplanBar(desk=desk, frame=self.frame, replan=replan, topic=Topic.AREAS)
        self.frame.body.addWidget(self.bar)
        self.frame.body.addWidget(self.tabs, 1)
        layout = QVBoxLayout(self)
        desk.theme.space(layout)
        layout.addWidget(scrolled(self.frame, ground="background"))
        self.flow.query_requested.connect(self.query_requested)
        self.areas.deadlines_moved.connect(self.bar.start)
        desk.changes.changed.connect(self._on_changes)

    def showEvent(self, event: QShowEvent) -> None:
        """Read everything when it may have changed."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False
        areas, routes, people = self._areas, self._routes, self._people

        def work() -> _Read:
            return _Read(
                areas.list(include_retired=True), people.list(), areas.calendars(), routes.read(), routes.choices()
            )

        self._desk.calls.run(self, "read", work, self._on_read)

    def _on_read(self, found: _Read) -> None:
        routed = frozenset(rule.area_key for rule in found.sheet.routes.rules if rule.is_active)
        self.areas.show_areas(found.areas, found.team, found.calendars, routed)
        self.routes.show_routes(found.sheet, found.choices, found.areas)

    def _on_changes(self, changes: Changes) -> None:
        if not _TOPICS.isdisjoint(changes.topics):
            self._stale = True
            if self.isVisible():
                self._read()
