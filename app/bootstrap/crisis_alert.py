"""An alert must be noticed at once: in the strip, the list, by a sound, in the task bar and the tray; and be logged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout

from app.bootstrap.tray import Notifier, Tray
from app.models.domain.alert import AlertLine, AlertNews, is_notified, is_quiet, rings_for
from app.models.domain.changes import Changes, Topic
from app.models.domain.people import Right
from app.services.acts import Done
from app.services.alerts import AlertService
from app.services.errors import UserError
from app.views.crisis.banner import AlertBanner
from app.views.crisis.texts import alert_why, marked_title
from app.views.shell.main_window import MainWindow
from app.views.support.desk import Desk
from app.views.support.texts import number_text

_TOLD_ONE_BY_ONE = 3
_BELOW_THE_TOP_BAR = 1


@dataclass(frozen=True)
class Bells:
    """What makes itself heard: ``ring`` a sound, ``flash`` the task bar, ``tray`` the system's notifications."""

    ring: Callable[[], object]
    flash: Callable[[], object]
    tray: Notifier


def bells_of(window: MainWindow) -> Bells:
    """Return the bells of a real window."""

    def come_forward() -> None:
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()

    tray = Tray(come_forward=come_forward, parent=window)
    return Bells(ring=QApplication.beep, flash=lambda: QApplication.alert(window), tray=tray)


class CrisisAlert(QObject):
    """Reads what is news to the person whenever alerts change, shows it, rings for what is fresh, logs that it showed.

    ``open_view`` leads to the crisis view; ``open_alert``, ``open_list`` and ``open_room`` to what an alert is about.
    """

    counted = Signal(int, bool)
    """How many alerts the person has not seen, and whether a crisis is among them."""

    def __init__(
        self,
        *,
        desk: Desk,
        alerts: AlertService,
        window: MainWindow,
        bells: Bells,
        open_view: Callable[[], object],
        open_alert: Callable[[AlertLine], object],
        open_list: Callable[[], object],
        open_room: Callable[[AlertLine], object],
    ) -> None:
        super().__init__(window)
        self._desk, self._alerts, self._window, self._bells = desk, alerts, window, bells
        self._open_view, self._open_alert = open_view, open_alert
        self._rung: set[tuple[int, datetime]] = set()  # an id alone may be given again once its alert is gone
        self.news = AlertNews()
        self.banner = AlertBanner(desk=desk)
        self.banner.take_requested.connect(lambda line: self._act(lambda: alerts.take(desk.actor, line.id)))
        self.banner.seen_requested.connect(lambda line: self._act(lambda: alerts.mark_seen(desk.actor, [line.id])))
        self.banner.look_requested.connect(open_alert)
        self.banner.room_requested.connect(open_room)
        self.banner.list_requested.connect(open_list)
        centre = window.centralWidget()
        layout = None if centre is None else centre.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(_BELOW_THE_TOP_BAR, self.banner)
        desk.changes.changed.connect(self._on_changes)

    def show(self, waiting: int) -> None:
        """Say in the top bar how many mentions wait in the crisis view."""
        text = self.tr("Crise: {n} para ver").format(n=number_text(waiting)) if waiting else ""
        self._window.set_crisis(text, self._open_view)

    def refresh(self) -> None:
        """Read what is news to the person."""
        person_id = self._desk.actor.person_id
        self._desk.calls.run(self, "news", lambda: self._alerts.news(person_id), self._on_news, failed=_is_known)

    def _on_changes(self, changes: Changes) -> None:
        if Topic.ALERTS in changes.topics:
            self.refresh()

    def _on_news(self, news: AlertNews) -> None:
        self.news = news
        gravest = news.gravest
        loud = sum(line.is_loud for line in news.lines)
        self.banner.show_alert(gravest, others=max(0, loud - 1))
        self._bells.tray.set_count(news.unseen, self._unseen_text(news.unseen))
        self.counted.emit(news.unseen, gravest is not None)
        fresh = [line for line in news.fresh if (line.id, line.raised_at) not in self._rung]
        if fresh:
            self._rung.update((line.id, line.raised_at) for line in fresh)
            self._ring(fresh)
            ids, person_id = [line.id for line in fresh], self._desk.actor.person_id
            self._desk.calls.run(
                self, f"shown-{ids[0]}", lambda: self._alerts.mark_shown(person_id, ids), failed=_is_known
            )

    def _ring(self, fresh: list[AlertLine]) -> None:
        loud = [line for line in fresh if line.is_loud]
        settings = self._desk.preferences.current
        now = self._desk.clock.now().astimezone().time()
        quiet = is_quiet(now, _time_of(settings.quiet_from), _time_of(settings.quiet_to))
        if loud:
            self._bells.flash()
        actor = self._desk.actor
        if settings.sound and any(rings_for(each, actor.person_id, actor.role.value) for each in loud):
            self._bells.ring()
        edits = actor.may(Right.EDIT_SETTINGS)
        told = loud if quiet else [each for each in fresh if is_notified(each, actor.person_id, edits_rules=edits)]
        if len(told) > _TOLD_ONE_BY_ONE:
            self._bells.tray.notify(self._unseen_text(len(told)), marked_title(told[0]), partial(self._go, told[0]))
            return
        for line in told:
            self._bells.tray.notify(marked_title(line), alert_why(line), partial(self._go, line))

    def _go(self, line: AlertLine) -> None:
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()
        self._open_alert(line)

    def _act(self, work: Callable[[], Done[Any]]) -> None:
        self._desk.calls.run(self, "act", work, self._desk.undo.push)

    def _unseen_text(self, count: int) -> str:
        text = self.tr("{n} alerta novo") if count == 1 else self.tr("{n} alertas novos")
        return text.format(n=number_text(count))


def _time_of(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def _is_known(error: Exception) -> bool:
    # A database that is away or read-only has its own place on the screen; alerts come when it is back.
    return isinstance(error, UserError)
