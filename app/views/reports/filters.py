"""The choice of days, channels and all else in the reports: the bar, its further fields, and chips of what is on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy

from app.views.reports.filter_bar import FilterBar
from app.views.support.inbox_filter.filter_chips import FilterChips
from app.views.support.inbox_filter.filter_panel import FilterPanel
from app.views.support.inbox_filter.filter_texts import conditions

if TYPE_CHECKING:
    from app.models.domain.inbox import InboxFilter
    from app.models.domain.series import ReportFilter
    from app.services.filter_choices import FilterChoices
    from app.views.support.desk import Desk

_PANEL: Final = 290


class ReportFilters(QObject):
    """Keeps bar, panel and chips saying the same."""

    changed = Signal()

    def __init__(self, *, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = desk.theme
        self._choices: FilterChoices | None = None
        self.bar = FilterBar(theme=desk.theme)
        self.chips = FilterChips(theme=desk.theme, can_save=False)
        self.panel = FilterPanel(theme=desk.theme, clock=desk.clock)
        policy = self.bar.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.bar.setSizePolicy(policy)
        self.bar.changed.connect(lambda _: self._on_changed())
        self.bar.more_requested.connect(self._on_more)
        self.panel.changed.connect(self.bar.choose_rows)
        self.panel.left.connect(lambda: self.bar.more.setChecked(False))
        self.chips.changed.connect(self._on_chip_taken)
        desk.theme.changed.connect(self._dress)
        self._dress()

    @property
    def is_ready(self) -> bool:
        """Whether there is something to choose from."""
        return self._choices is not None

    def start(self, first: ReportFilter, choices: FilterChoices) -> None:
        """Begin with a period and offer these choices."""
        self._choices = choices
        self.bar.start(first, choices.channels)
        self.panel.set_choices(choices)

    def show(self, *, is_shown: bool) -> None:
        """Show all of it, or nothing where a section has a choice of its own."""
        self.bar.setVisible(is_shown)
        self.chips.setVisible(is_shown and bool(self.chips.texts))
        self.panel.setVisible(is_shown and self.bar.more.isChecked())

    def _on_changed(self) -> None:
        if self._choices is not None:
            self.chips.show_conditions(conditions(self.bar.rows, self._choices))
            self.panel.show_filter(self.bar.whole)
            self.changed.emit()

    def _on_chip_taken(self, rows: InboxFilter) -> None:
        # Days and channels stand in the bar, not on chips: they stay as they are.
        self.bar.choose_rows(replace(rows, channel_ids=self.bar.whole.channel_ids))

    def _on_more(self, is_wanted: bool) -> None:
        self.panel.setVisible(is_wanted)
        if is_wanted:
            self.panel.show_filter(self.bar.whole)
            self.panel.focus_first()

    def _dress(self) -> None:
        self.panel.setFixedWidth(self._theme.metrics.px(_PANEL))
