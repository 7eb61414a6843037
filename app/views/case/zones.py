"""Arranges the case: header above, conversation in the middle, what to know at the right or, where narrow, in a tab."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from app.views.case.act_panel import PanelHost
    from app.views.case.header import CaseHeader
    from app.views.case.reply_editor import ReplyEditor
    from app.views.case.side_panel import SidePanel
    from app.views.case.timeline import Timeline
    from app.views.support.theme import Theme

FOLD_AT: Final = 690
"""Width of the pane, at 100 %, below which the right zone is a tab: a window of 1280 with its list beside."""
_SIDE: Final = 280
_NO_LIMIT: Final = 16_777_215
_LEAST_WIDTH: Final = 420
_LEAST_HEIGHT: Final = 420


class CaseZones(QWidget):
    """The zones never change place, but the right one folds."""

    def __init__(
        self,
        *,
        theme: Theme,
        header: CaseHeader,
        host: PanelHost,
        timeline: Timeline,
        editor: ReplyEditor,
        side: SidePanel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._side = theme, side
        talk_zone = QWidget()
        talk = QVBoxLayout(talk_zone)
        theme.space(talk, spacing=0)
        talk.addWidget(timeline, 1)
        talk.addWidget(editor)
        self.tabs = QTabBar()
        self.tabs.addTab(self.tr("Conversa"))
        self.tabs.addTab(self.tr("Informações"))
        self.tabs.setAccessibleName(self.tr("Partes do atendimento"))
        self.tabs.setDrawBase(False)
        self.tabs.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(talk_zone)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        center = QVBoxLayout()
        theme.space(center, spacing=0)
        for widget in (header, host, self.tabs):
            center.addWidget(widget)
        center.addWidget(self._stack, 1)
        self._columns = QHBoxLayout(self)
        theme.space(self._columns, spacing=0)
        # Folding decides the width; the zones side by side must not forbid the width at which they fold.
        self._columns.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._columns.addLayout(center, 1)
        self._columns.addWidget(side)
        self._is_folded = False
        theme.changed.connect(self.fold)
        self.fold()

    @property
    def is_folded(self) -> bool:
        """Whether the right zone is a tab now."""
        return self._is_folded

    def show_talk(self) -> None:
        """Show the conversation."""
        self.tabs.setCurrentIndex(0)

    def show_side(self) -> None:
        """Show what there is to know."""
        if self._is_folded:
            self.tabs.setCurrentIndex(1)

    def start_solution(self) -> None:
        """Go to the text of the solution."""
        self.show_side()
        self._side.ensureWidgetVisible(self._side.solution)
        self._side.solution.edit.setFocus()

    def minimumSizeHint(self) -> QSize:
        """Allow what the conversation alone needs."""
        metrics = self._theme.metrics
        return QSize(metrics.px(_LEAST_WIDTH), metrics.px(_LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Put the right zone where there is room for it."""
        metrics = self._theme.metrics
        folded = self.width() < metrics.px(FOLD_AT)
        self._side.setMinimumWidth(0 if folded else metrics.px(_SIDE))
        self._side.setMaximumWidth(_NO_LIMIT if folded else metrics.px(_SIDE))
        if folded == self._is_folded:
            return
        self._is_folded = folded
        if folded:
            self._columns.removeWidget(self._side)
            self._stack.addWidget(self._side)
        else:
            self._stack.removeWidget(self._side)
            self._columns.addWidget(self._side)
            self._side.show()
        self.tabs.setVisible(folded)
        self.tabs.setCurrentIndex(0)
        self._stack.setCurrentIndex(0)
