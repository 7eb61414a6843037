"""A case in a window of its own, for a second screen; asking for it again brings that window to the front."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from app.views.case.pane import CasePane
    from app.views.support.desk import Desk


class CaseWindow(QMainWindow):
    """One pane and nothing else."""

    gone = Signal(object)

    def __init__(self, *, desk: Desk, pane: CasePane) -> None:
        super().__init__()
        self._pane = pane
        self.setCentralWidget(pane)
        metrics = desk.theme.metrics
        self.resize(metrics.px(900), metrics.px(760))
        pane.title_changed.connect(self._on_title_changed)
        pane.closed_case.connect(lambda _: self.close())
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)
        self._on_title_changed("")

    @property
    def pane(self) -> CasePane:
        """The pane in this window."""
        return self._pane

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is typed and be seen at the case no longer."""
        super().closeEvent(event)
        case_id = self._pane.current_case_id
        self._pane.clear()
        self.gone.emit(case_id)

    def _on_title_changed(self, title: str) -> None:
        self.setWindowTitle(title or self.tr("Atendimento"))


class CaseWindows(QObject):
    """Knows which cases have a window."""

    open_case_requested = Signal(object)
    customer_requested = Signal(object)

    def __init__(self, *, desk: Desk, make_pane: Callable[[], CasePane], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._make_pane = desk, make_pane
        self._windows: dict[int, CaseWindow] = {}

    def open(self, case_id: int) -> CaseWindow:
        """Show a case in its window; one that is open already comes to the front."""
        window = self._windows.get(case_id)
        if window is None:
            window = CaseWindow(desk=self._desk, pane=self._make_pane())
            window.pane.open_case_requested.connect(self.open)
            window.pane.customer_requested.connect(self.customer_requested)
            window.gone.connect(self._on_gone)
            self._windows[case_id] = window
            window.show()
            window.pane.show_case(case_id)
        window.raise_()
        window.activateWindow()
        return window

    def flush(self) -> None:
        """Save what is typed in any window, at the end of the program."""
        for window in self._windows.values():
            window.pane.flush()

    def close_all(self) -> None:
        """Close every window."""
        for window in list(self._windows.values()):
            window.close()

    def _on_gone(self, case_id: object) -> None:
        window = self._windows.pop(case_id, None) if isinstance(case_id, int) else None
        if window is not None:
            window.deleteLater()
