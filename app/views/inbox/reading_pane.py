"""Beside the list stands what is read: a mention's preview, a case, or a word on what to do."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.models.domain.inbox import MentionDetail, RowKind
from app.views.inbox.case_host import CaseHost
from app.views.inbox.preview_panel import PreviewPanel
from app.views.support.empty_state import EmptyKind, EmptyState

if TYPE_CHECKING:
    from app.services.inbox import InboxService
    from app.views.inbox.marks import RowKey
    from app.views.support.desk import Desk

SETTLE_MS: Final = 60
"""Who holds J down passes rows by; only the one they stop at is read."""


class ReadingPane(QStackedWidget):
    """Shows one row at a time."""

    shown = Signal()
    """Another row, or another state of the same, is on the screen."""
    next_requested = Signal()

    def __init__(self, *, desk: Desk, inbox: InboxService, case_pane: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not isinstance(case_pane, CaseHost):
            raise TypeError("the case pane must offer what CaseHost names")
        self._desk, self._inbox = desk, inbox
        self._key: RowKey | None = None
        self._wanted: RowKey | None = None
        self._host: CaseHost = case_pane
        self._case_pane: QWidget = case_pane
        self.preview = PreviewPanel(desk=desk)
        self._empty = EmptyState(theme=desk.theme)
        self._empty.requested.connect(self.next_requested)
        for widget in (self._empty, self.preview, self._case_pane):
            self.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._read)
        self.show_nothing()

    @property
    def host(self) -> CaseHost:
        """The case pane, as far as the inbox knows it."""
        return self._host

    @property
    def key(self) -> RowKey | None:
        """What is shown, or about to be."""
        return self._wanted

    @property
    def mention(self) -> MentionDetail | None:
        """The mention shown, None when it is not a mention."""
        is_mention = self.currentWidget() is self.preview and self._key == self._wanted
        return self.preview.mention if is_mention else None

    def show_key(self, key: RowKey, *, at_once: bool = False) -> None:
        """Show a mention or a case, at once or when the person has stopped moving."""
        if key == self._wanted and key == self._key:
            return
        self._wanted = key
        if at_once:
            self._timer.stop()
            self._read()
        else:
            self._timer.start()

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self._timer.stop()
        self._key = self._wanted = None
        self._desk.calls.cancel(self, "mention")
        self._host.clear()
        self.preview.clear()
        self._empty.show_state(
            EmptyKind.EMPTY, self.tr("Escolha um item da lista para ler aqui."), button=self.tr("Próximo caso")
        )
        self.setCurrentWidget(self._empty)
        self.shown.emit()

    def refresh_if(self, keys: Collection[RowKey]) -> None:
        """Read the mention shown again when it is among what changed; the case pane looks after itself."""
        if (
            self._key is not None
            and self._key in keys
            and self._key[0] is RowKind.MENTION
            and self._key == self._wanted
        ):
            self._read()

    def focus_inside(self) -> None:
        """Go into what is shown."""
        widget = self.currentWidget()
        if widget is not None and widget is not self._empty:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        if self._wanted is None:
            return
        kind, row_id = self._wanted
        if kind is RowKind.CASE:
            self._desk.calls.cancel(self, "mention")
            self._key = self._wanted
            self._host.show_case(row_id)
            self.setCurrentWidget(self._case_pane)
            self.shown.emit()
            return
        inbox = self._inbox
        self._desk.calls.run(
            self, "mention", lambda: inbox.mention(row_id), self._on_mention_read, failed=self._on_failed
        )

    def _on_mention_read(self, mention: MentionDetail) -> None:
        if self._wanted != (RowKind.MENTION, mention.id):
            return
        self._key = self._wanted
        self.preview.show_mention(mention)
        self.setCurrentWidget(self.preview)
        self.shown.emit()

    def _on_failed(self, _error: Exception) -> bool:
        self.show_nothing()
        return False
