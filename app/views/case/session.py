"""One case open at one pane: read in one call, acted on one act at a time, re-read once when a colleague changed it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.models.domain.case_detail import CaseDetail
from app.models.domain.changes import Changes, Topic
from app.services.errors import Conflict
from app.views.case.work_clock import WorkClock

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from app.services.acts import Done
    from app.services.cases import CaseService
    from app.views.support.desk import Desk

Work = Callable[[CaseDetail], "Done[Any]"]


@dataclass(frozen=True, slots=True)
class _Wanted:
    work: Work
    done: Callable[[Done[Any]], None] | None
    failed: Callable[[Exception], bool] | None


class CaseSession(QObject):
    """Holds what the screen shows of a case and hands each act the newest version of it."""

    opened = Signal(object)
    """Another case is shown: its ``CaseDetail``."""
    updated = Signal(object)
    """The same case as it now stands."""
    closed = Signal()
    failed_to_open = Signal()
    busy_changed = Signal(bool)

    def __init__(self, *, desk: Desk, cases: CaseService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cases = cases
        self._case_id: int | None = None
        self._detail: CaseDetail | None = None
        self._waiting: deque[_Wanted] = deque()
        self._acting = False
        self._missed = 0
        self._is_hidden_stale = False
        self.is_visible = True
        self.work = WorkClock(parent=self)
        desk.changes.changed.connect(self._on_changes)
        desk.undo.reverted.connect(self._on_reverted)

    @property
    def case_id(self) -> int | None:
        """Id of the case that is shown or on its way, None when there is none."""
        return self._case_id

    @property
    def detail(self) -> CaseDetail | None:
        """What is shown, None until it has arrived."""
        return self._detail

    def come_into_view(self, window: QWindow | None) -> None:
        """Be looked at, in this window: work on the case is measured from now on."""
        self.is_visible = True
        self.work.watch(window)
        if self._detail is not None:
            self.work.start(self._detail.id)

    def go_out_of_view(self) -> None:
        """Be looked at no longer."""
        self.is_visible = False
        self.work.pause()

    def open(self, case_id: int) -> None:
        """Show a case; the same one again is only read anew."""
        if case_id != self._case_id:
            self._case_id, self._detail = case_id, None
            self._waiting.clear()
        self.reload()

    def close(self) -> None:
        """Show no case."""
        self._case_id = self._detail = None
        self.work.pause()
        self._waiting.clear()
        self._desk.calls.cancel(self, "read")
        self.closed.emit()

    def reload(self) -> None:
        """Read the case anew; several wishes become one call."""
        case_id = self._case_id
        if case_id is not None:
            person = self._desk.actor.person_id
            self._desk.calls.run(
                self, "read", lambda: self._cases.detail(case_id, person), self._show, failed=self._on_read_failed
            )

    def reload_if_stale(self) -> None:
        """Read anew what changed while nobody looked."""
        if self._is_hidden_stale:
            self._is_hidden_stale = False
            self.reload()

    def act(
        self,
        work: Work,
        done: Callable[[Done[Any]], None] | None = None,
        *,
        failed: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Do one act after those under way; ``failed`` returns True for an error it has shown itself."""
        if self._detail is not None:
            self._waiting.append(_Wanted(work, done, failed))
            self._next()

    @property
    def is_busy(self) -> bool:
        """Whether an act is under way."""
        return self._acting

    def take(self, detail: CaseDetail) -> None:
        """Show what an act on this case returned."""
        self._show(detail)

    def _next(self) -> None:
        detail = self._detail
        if self._acting or not self._waiting or detail is None:
            return
        wanted = self._waiting.popleft()
        self._set_acting(True)
        self._desk.calls.run(
            self,
            "act",
            lambda: wanted.work(detail),
            lambda done: self._on_done(wanted, done),
            failed=lambda error: self._on_failed(wanted, error, detail.id),
        )

    def _on_done(self, wanted: _Wanted, done: Done[Any]) -> None:
        self._set_acting(False)
        self._desk.undo.push(done)
        is_whole = isinstance(done.value, CaseDetail) and done.value.id == self._case_id
        if is_whole:
            self._show(done.value)
        if wanted.done is not None:
            wanted.done(done)
        if is_whole:
            self._catch_up(done.changes.version)
        else:
            self.reload()
        self._next()

    def _on_failed(self, wanted: _Wanted, error: Exception, case_id: int) -> bool:
        self._set_acting(False)
        self._waiting.clear()
        handled = wanted.failed(error) if wanted.failed is not None and case_id == self._case_id else False
        if isinstance(error, Conflict):
            self.reload()
        else:
            self._catch_up(0)
        return handled

    def _catch_up(self, own_version: int) -> None:
        missed, self._missed = self._missed, 0
        if missed > own_version:
            self.reload()

    def _set_acting(self, acting: bool) -> None:
        self._acting = acting
        self.busy_changed.emit(acting)

    def _on_changes(self, changes: Changes) -> None:
        if self._case_id is None or not self._concerns(changes):
            return
        if self._acting:
            self._missed = max(self._missed, changes.version)
        elif not self.is_visible:
            self._is_hidden_stale = True
        else:
            self.reload()

    def _concerns(self, changes: Changes) -> bool:
        detail = self._detail
        if self._case_id in changes.case_ids:
            return True
        # The account that its answers leave by may have been paused, or go on.
        is_of_channels = Topic.CHANNELS in changes.topics
        return detail is not None and (is_of_channels or detail.customer.id in changes.customer_ids)

    def _on_reverted(self, done: Done[Any]) -> None:
        if isinstance(done.value, CaseDetail) and done.value.id == self._case_id:
            self._show(done.value)

    def _show(self, detail: CaseDetail) -> None:
        if detail.id != self._case_id:
            return
        before = self._detail
        if before is not None and detail.version < before.version:
            return
        self._detail = detail
        if before is None and self.is_visible:
            self.work.start(detail.id)
        (self.opened if before is None else self.updated).emit(detail)
        self._next()

    def _on_read_failed(self, error: Exception) -> bool:
        if self._detail is None:
            self.failed_to_open.emit()
        return False
