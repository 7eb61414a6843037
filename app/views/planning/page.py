"""The plan of the team: twelve steps in three blocks, each fed by its own data, decided, settled, and printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.changes import Topic
from app.models.domain.chart import ChartData, ChartKey
from app.models.domain.people import Right
from app.models.domain.plan import PlanStep
from app.models.domain.series import ReportFilter
from app.views.planning.plan_paper import plan_blocks
from app.views.planning.step_keeper import StepKeeper
from app.views.planning.step_list import StepList
from app.views.planning.step_panel import StepPanel
from app.views.support.labels import label
from app.views.support.printing import Letterhead, write_pdf
from app.views.support.texts import exact_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.models.domain.changes import Changes
    from app.models.domain.plan import Facts
    from app.services.acts import Done
    from app.services.cancel import CancelToken
    from app.services.charts import ChartService
    from app.services.people import PeopleService, TeamMember
    from app.services.plan_facts import PlanFactsService
    from app.services.planning import PlanningService
    from app.views.support.desk import Desk

_DAYS = 90
_LIST_WIDTH = 270


@dataclass(frozen=True, slots=True)
class _Read:
    steps: tuple[PlanStep, ...]
    facts: Facts
    people: tuple[TeamMember, ...]
    period: ReportFilter


class PlanningPage(QWidget):
    """The steps at the left, the chosen one at the right."""

    page_requested = Signal(str)
    """Carries the page where a step's data is edited; "reports:" and a section for one of the reports."""
    drill_requested = Signal(object, str)
    written = Signal(str)
    """Carries the name of a file just written."""

    def __init__(
        self,
        *,
        desk: Desk,
        planning: PlanningService,
        facts: PlanFactsService,
        charts: ChartService,
        people: PeopleService,
        company: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._planning, self._facts = desk, planning, facts
        self._charts, self._people, self._company = charts, people, company
        self._read: _Read | None = None
        self._number = 0
        self._keeper = StepKeeper(desk=desk, planning=planning, parent=self)
        self._may_write = desk.actor.may(Right.EDIT_SETTINGS)
        self.setAccessibleName(self.tr("Planejamento"))
        self.list = StepList()
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Passos resolvidos"))
        self.told = label("", "muted")
        self.up = QPushButton(desk.theme.icon("arrow-up"), self.tr("Subir"))
        self.down = QPushButton(desk.theme.icon("arrow-down"), self.tr("Descer"))
        self.pdf = QPushButton(desk.theme.icon("printer"), self.tr("Plano em PDF…"))
        self.pdf.setEnabled(desk.actor.may(Right.EXPORT))
        self.panel = StepPanel(theme=desk.theme, may_write=self._may_write)
        self._lay_out()
        self._connect()

    @property
    def step(self) -> PlanStep | None:
        """The step shown."""
        steps = self._read.steps if self._read is not None else ()
        return next((each for each in steps if each.spec.number == self._number), None)

    def open_step(self, number: int) -> None:
        """Show a step."""
        self.panel.flush()
        self._number = number
        self.list.choose(number)
        self._show_step()

    def reload(self) -> None:
        """Read the plan again."""
        planning, facts, people, charts, actor = (
            self._planning,
            self._facts,
            self._people,
            self._charts,
            self._desk.actor,
        )

        def read() -> _Read:
            until = charts.default_period(actor).until
            period = ReportFilter(until - timedelta(days=_DAYS - 1), until)
            return _Read(planning.steps(actor), facts.facts(actor), people.list(), period)

        self._desk.calls.run(self, "read", read, self._on_read)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what may have changed elsewhere."""
        super().showEvent(event)
        self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being written."""
        super().hideEvent(event)
        self.panel.flush()

    def write_pdf(self, path: Path) -> None:
        """Print the whole plan, with the charts that feed it, in the background."""
        self.panel.flush()
        charts, planning, facts, actor = self._charts, self._planning, self._facts, self._desk.actor
        font, title = self._desk.theme.font(), self.tr("Planejamento do atendimento")
        made = self.tr("Feito em {when} por {who}").format(when=exact_text(self._desk.clock.now()), who=actor.name)
        company = self._company
        shown = self._read
        saved = self.tr("Salvo em {name}").format(name=path.name)

        def work(token: CancelToken, report: Callable[[int, int | None], None]) -> None:
            period = shown.period if shown is not None else charts.default_period(actor)
            steps = planning.steps(actor)
            keys = [key for step in steps for key in step.spec.charts]
            found: dict[ChartKey, ChartData] = {}
            for done, key in enumerate(keys):
                report(done, len(keys))
                found[key] = charts.chart(key, period, actor, token)
            head = Letterhead(company(), title, made)
            write_pdf(path, font, head, plan_blocks(steps, facts.facts(actor), found, title), token.raise_if_cancelled)

        def done(_nothing: None) -> None:
            self._desk.say(saved)
            self.written.emit(path.name)

        self._desk.jobs.start(title=title, work=work, done=done)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        left = QWidget()
        left.setFixedWidth(theme.metrics.px(_LIST_WIDTH))
        column = QVBoxLayout(left)
        theme.space(column, margins=(4, 4, 0, 4), spacing=2)
        column.addWidget(label(self.tr("Planejamento"), "page"))
        column.addWidget(self.told)
        self.progress.setTextVisible(False)
        column.addWidget(self.progress)
        column.addWidget(self.list, 1)
        order = QHBoxLayout()
        theme.space(order, spacing=2)
        for button, words in (
            (self.up, self.tr("Subir o passo na lista")),
            (self.down, self.tr("Descer o passo na lista")),
        ):
            button.setToolTip(words)
            button.setEnabled(self._may_write)
            order.addWidget(button)
        column.addLayout(order)
        column.addWidget(self.pdf)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Passo do planejamento"))
        area.setWidget(self.panel)
        layout = QHBoxLayout(self)
        theme.space(layout, spacing=0)
        layout.addWidget(left)
        layout.addWidget(area, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self.open_step)
        self.list.ordered.connect(self._order)
        self.up.clicked.connect(lambda _checked=False: self.list.move_current(-1))
        self.down.clicked.connect(lambda _checked=False: self.list.move_current(1))
        self.pdf.clicked.connect(lambda _checked=False: self._ask_pdf())
        self.panel.edited.connect(self._keep)
        self.panel.settled.connect(lambda is_done: self._keep(is_done=is_done))
        self._keeper.stored.connect(self._on_stored)
        self._keeper.refused.connect(self._on_refused)
        self.panel.page_wanted.connect(self.page_requested)
        self.panel.drilled.connect(self.drill_requested)
        self.panel.copied.connect(self._desk.say)
        self.panel.node_wanted.connect(self._on_node)
        self._desk.changes.changed.connect(self._on_changes)

    def _on_read(self, read: _Read) -> None:
        is_first = self._read is None
        self._read = read
        if is_first:
            self.panel.show_people(read.people)
        self._show_list()
        if not self.panel.is_changed:
            self._show_step()

    def _show_list(self) -> None:
        steps = self._read.steps if self._read is not None else ()
        self.list.show_steps(steps, self._number)
        done = sum(step.is_done for step in steps)
        self.told.setText(self.tr("{done} de {all} passos resolvidos").format(done=done, all=len(steps)))
        self.progress.setRange(0, max(1, len(steps)))
        self.progress.setValue(done)

    def _show_step(self) -> None:
        step, read = self.step, self._read
        if step is None or read is None:
            return
        self.panel.show_step(step, read.facts.get(step.spec.number, ()), read.period.until)
        for key, card in self.panel.cards.items():
            if card.data is None:
                self._read_chart(key, read.period)

    def _on_node(self, key: ChartKey, node_id: int | None) -> None:
        if self._read is not None:
            self._read_chart(key, replace(self._read.period, node_id=node_id))

    def _read_chart(self, key: ChartKey, period: ReportFilter) -> None:
        charts, actor = self._charts, self._desk.actor
        self._desk.calls.run(
            self,
            f"chart-{key.value}",
            lambda: charts.chart(key, period, actor),
            lambda data: self.panel.show_chart(data, period.since, period.until),
        )

    def _keep(self, *, is_done: bool | None = None) -> None:
        # The panel's own version: a colleague's newer one is not written over unseen.
        if self.panel.step is not None:
            self._keeper.keep(self.panel.step, self.panel.answers, is_done=is_done)

    def _on_stored(self, step: PlanStep, sent: object) -> None:
        read = self._read
        if read is None:
            return
        steps = tuple(step if each.spec is step.spec else each for each in read.steps)
        self._read = _Read(steps, read.facts, read.people, read.period)
        self._show_list()
        if step.spec.number != self._number:
            return
        if sent == self.panel.answers:
            self._show_step()
        else:  # written on meanwhile
            self.panel.go_on_from(step)

    def _on_refused(self, number: int, steps: tuple[PlanStep, ...]) -> None:
        # What was written stays on the screen; what a colleague stored is told, the next change is stored on top.
        new = next(each for each in steps if each.spec.number == number)
        if self.panel.step is not None and self.panel.step.spec is new.spec:
            self.panel.go_on_from(new, news=new.decision if new != self.panel.step else "")

    def _order(self, numbers: tuple[int, ...]) -> None:
        planning, actor = self._planning, self._desk.actor
        if self._may_write:
            self._desk.calls.run(self, "order", lambda: planning.reorder(actor, numbers), self._on_moved)

    def _on_moved(self, done: Done[None]) -> None:
        self._desk.undo.push(done)
        self.reload()

    def _on_changes(self, changes: Changes) -> None:
        if Topic.PLAN in changes.topics and self.isVisible():
            self.reload()

    def _ask_pdf(self) -> None:
        name = self.tr("Planejamento do atendimento")
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Salvar o plano"), f"{name}.pdf", self.tr("Documento PDF (*.pdf)")
        )
        if path:
            self.write_pdf(Path(path))
