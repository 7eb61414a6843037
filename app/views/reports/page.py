"""The reports: sections of charts, the person's own overview, and pages of others, under one choice of period."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.models.domain.people import Role
from app.views.reports.filters import ReportFilters
from app.views.reports.head_tools import HeadTools
from app.views.reports.section_list import SectionList
from app.views.reports.sections import OVERVIEW, board_sections
from app.views.support.cards import line
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from app.models.domain.board_layout import Board
    from app.models.domain.changes import Changes
    from app.models.domain.series import ReportFilter
    from app.services.board_layouts import BoardLayoutService
    from app.services.charts import ChartService
    from app.services.exports import ExportService
    from app.services.filter_choices import FilterChoices, FilterChoiceService
    from app.views.reports.board_page import BoardPage
    from app.views.support.desk import Desk
    from app.views.support.report_section import ReportSection

_REST_MS: Final = 5_000
"""While many mentions come in, the charts are read again at most this often."""
_ROOMY: Final = 900
_SAVED: Final = "saved"
"""The section where reports are put on paper; the monthly one is its first."""


@dataclass(frozen=True, slots=True)
class _Start:
    period: ReportFilter
    choices: FilterChoices
    board: Board


class ReportsPage(QWidget):
    """Sections at the left, the choice of days on top, the section's charts below."""

    drill_requested = Signal(object, str)
    """Carries an ``InboxQuery`` and what it shows: open the list with it."""
    import_requested = Signal()
    """There is nothing to show yet and the person wants to bring something in."""

    def __init__(
        self,
        *,
        desk: Desk,
        charts: ChartService,
        exports: ExportService,
        choices: FilterChoiceService,
        layouts: BoardLayoutService,
        sections: Sequence[ReportSection] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._charts, self._exports = desk, charts, exports
        self._choice_service, self._layouts = choices, layouts
        self._own = {section.key: section for section in board_sections()}
        self._others = {section.key: section for section in sections}
        self._pages: dict[str, QWidget] = {}
        self._arranged: Board = ()
        self._current = OVERVIEW
        self._seen: dict[str, ReportFilter] = {}
        self._started = False
        self._since_load = QElapsedTimer()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._load_if_stale)
        self.setAccessibleName(self.tr("Relatórios"))
        self.list = SectionList(theme=desk.theme)
        self.filters = ReportFilters(desk=desk, parent=self)
        self.tools = HeadTools(theme=desk.theme, list_is_hidden=self._is_simple)
        self._title = label("", "page")
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    @property
    def current(self) -> str:
        """The key of the section shown."""
        return self._current

    @property
    def board_page(self) -> BoardPage | None:
        """The page of charts that is shown, None while another's section is."""
        from app.views.reports.board_page import BoardPage  # noqa: PLC0415 - loads the charts' library, not at start

        page = self._pages.get(self._current)
        return page if isinstance(page, BoardPage) else None

    def open_section(self, key: str) -> None:
        """Show a section; made when it is first opened."""
        if key not in self._own and key not in self._others:
            return
        self._current = key
        if not self.filters.is_ready:
            return
        self.list.choose(key)
        self.tools.choose(key)
        if key not in self._pages:
            self._pages[key] = self._make_board(key) if key in self._own else self._others[key].make()
            self._stack.addWidget(self._pages[key])
        self._stack.setCurrentWidget(self._pages[key])
        title = self._own[key].title if key in self._own else self._others[key].title
        self._title.setText(title)
        follows = key in self._own or self._others[key].follows
        self.filters.show(is_shown=follows)
        self.tools.show_for(
            is_board=key in self._own,
            can_add=key == OVERVIEW,
            has_report=key == OVERVIEW and _SAVED in self._others and not self._is_simple,
        )
        self._on_tables(self.tools.tables.isChecked())
        if follows and self._seen.get(key) != self._wanted(key):
            self.reload()

    def reload(self) -> None:
        """Read what is shown, for the chosen period, channels and filters."""
        if not self._started or not self.filters.is_ready:
            return
        wanted = self._wanted(self._current)
        self._seen[self._current] = wanted
        self._since_load.start()
        board = self.board_page
        if board is not None:
            board.load(wanted)
        elif self._others[self._current].follows:
            show_filter = getattr(self._pages[self._current], "show_filter", None)
            if callable(show_filter):
                show_filter(wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Load what is not there or out of date."""
        super().showEvent(event)
        if not self._started:
            self._started = True
            self._desk.calls.run(self, "start", self._read_start, self._on_start)
        else:
            self._load_if_stale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the charts the width of the navigation where there is little."""
        super().resizeEvent(event)
        self._show_navigation()

    @property
    def _is_simple(self) -> bool:
        """Whether the person answers customers and wants the own work, not the whole library of charts."""
        return self._desk.actor.role in {Role.ATTENDANT, Role.SPECIALIST}

    def _wanted(self, key: str) -> ReportFilter:
        wanted = self.filters.bar.current()
        if key == OVERVIEW and self._desk.actor.role is Role.ATTENDANT and not wanted.rows.owner_ids:
            return replace(wanted, rows=replace(wanted.rows, owner_ids=(self._desk.actor.person_id,)))
        return wanted

    def _build(self) -> None:
        theme = self._desk.theme
        head = QHBoxLayout()
        theme.space(head, spacing=3)
        head.addWidget(self._title)
        head.addWidget(self.filters.bar, 1)
        head.addWidget(self.tools)
        middle = QHBoxLayout()
        theme.space(middle, spacing=3)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.filters.panel)
        right = QVBoxLayout()
        theme.space(right, margins=(5, 4, 5, 4), spacing=2)
        right.addLayout(head)
        right.addWidget(self.filters.chips)
        right.addLayout(middle, 1)
        left = QWidget()
        left.setProperty("ground", "surface")
        column = QVBoxLayout(left)
        theme.space(column, margins=(1, 3, 1, 3))
        column.addWidget(self.list)
        self._left, self._edge = left, line(upright=True)
        layout = QHBoxLayout(self)
        theme.space(layout)
        layout.addWidget(left)
        layout.addWidget(self._edge)
        layout.addLayout(right, 1)
        lines = [(each.key, each.title, each.icon, each.group) for each in self._own.values()]
        more = self.tr("Planejar e registrar")
        lines += [(each.key, each.title, each.icon, each.group or more) for each in self._others.values()]
        self.list.show_lines(lines)
        self.tools.show_lines(lines)
        self._title.setText(self._own[OVERVIEW].title)

    def _connect(self) -> None:
        self.list.chosen.connect(self.open_section)
        self.tools.section_chosen.connect(self.open_section)
        self.tools.report_wanted.connect(lambda: self.open_section(_SAVED))
        self.tools.tables_wanted.connect(self._on_tables)
        self.tools.chart_wanted.connect(lambda key: self._with_board(lambda page: page.add_chart(key)))
        self.tools.first_board_wanted.connect(self._forget_arrangement)
        self.filters.changed.connect(lambda: self.open_section(self._current))
        self._desk.changes.changed.connect(self._on_changes)
        self._desk.theme.changed.connect(self._show_navigation)

    def _make_board(self, key: str) -> BoardPage:
        from app.views.reports.board_page import BoardPage  # noqa: PLC0415 - loads the charts' library, not at start

        is_overview = key == OVERVIEW
        page = BoardPage(
            desk=self._desk,
            charts=self._charts,
            exports=self._exports,
            board=self._arranged if is_overview else self._own[key].board,
            can_arrange=is_overview,
            has_figures=is_overview and self._desk.actor.role is not Role.ATTENDANT,
        )
        page.drill_requested.connect(self.drill_requested)
        page.import_requested.connect(self.import_requested)
        page.clear_requested.connect(self.filters.bar.clear)
        page.arranged.connect(self._keep_arrangement)
        return page

    def _with_board(self, work: object) -> None:
        board = self.board_page
        if board is not None and callable(work):
            work(board)

    def _read_start(self) -> _Start:
        actor = self._desk.actor
        return _Start(
            self._charts.default_period(actor),
            self._choice_service.choices(),
            self._layouts.load(actor, OVERVIEW),
        )

    def _on_start(self, start: _Start) -> None:
        self._arranged = start.board
        self.filters.start(start.period, start.choices)
        self.open_section(self._current)

    def _on_tables(self, as_tables: bool) -> None:
        self._with_board(lambda page: page.board.show_as_tables(as_tables=as_tables))

    def _keep_arrangement(self, board: Board) -> None:
        self._arranged = board
        self._desk.calls.run(self, "layout", partial(self._layouts.save, self._desk.actor, OVERVIEW, board))

    def _forget_arrangement(self) -> None:
        def show(board: Board) -> None:
            self._arranged = board
            self._with_board(lambda page: page.board.set_board(board))

        self._desk.calls.run(self, "layout", partial(self._layouts.forget, self._desk.actor, OVERVIEW), show)

    def _show_navigation(self) -> None:
        is_roomy = self.width() >= self._desk.theme.metrics.px(_ROOMY)
        shown = is_roomy and not self._is_simple
        self._left.setVisible(shown)
        self._edge.setVisible(shown)
        self.tools.show_sections(is_shown=not shown)

    def _on_changes(self, changes: Changes) -> None:
        if changes.mention_ids or changes.mention_range or changes.case_ids:
            self._seen.clear()
            self._load_if_stale()

    def _load_if_stale(self) -> None:
        if not (self._started and self.filters.is_ready and self.isVisible()) or self._current in self._seen:
            return
        passed = self._since_load.elapsed() if self._since_load.isValid() else _REST_MS
        if passed >= _REST_MS:
            self.reload()
        elif not self._again.isActive():
            self._again.start(_REST_MS - passed)
