"""How a page of its own (forecast, SWOT, saved reports ...) takes its place in the navigation of the reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.models.domain.series import ReportFilter


class FollowsFilter(Protocol):
    """A section that shows the period and channels chosen on top of the reports."""

    def show_filter(self, wanted: ReportFilter) -> None:
        """Read and show that period; called when the section is shown and whenever the choice changes."""


@dataclass(frozen=True, slots=True)
class ReportSection:
    """One place in the navigation: ``make`` is called once, when it is first opened.

    ``follows`` False hides the filter bar: the section has its own. ``group`` names the part of the navigation.
    """

    key: str
    title: str
    icon: str
    make: Callable[[], QWidget]
    follows: bool = True
    group: str = ""
