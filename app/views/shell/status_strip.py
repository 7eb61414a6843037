"""The bottom line tells what runs by itself: channels, long work, what waits to be sent, the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QToolButton, QWidget

from app.views.support.labels import ElidedLabel, IconLabel, label
from app.views.support.texts import as_tooltip, progress_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.views.support.jobs import Job, Jobs
    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone

SIGNS: Final[dict[str, tuple[str, str]]] = {
    "ok": ("circle-check", "ok"),
    "warn": ("alert-triangle", "warn"),
    "bad": ("circle-x", "bad"),
    "info": ("info-circle", "info"),
    "neutral": ("circle-dot", "faint"),
    "accent": ("circle-dot", "accent"),
    "private": ("lock", "private"),
}
_PER_MILLE: Final = 1000


@dataclass(frozen=True, slots=True)
class Health:
    """How one thing fares, in a few words, and its tone."""

    text: str
    tone: Tone = "ok"
    tooltip: str = ""


class HealthLabel(QWidget):
    """A sign and a few words."""

    def __init__(self, *, theme: Theme, health: Health, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = IconLabel(SIGNS[health.tone][0], theme=theme, color=SIGNS[health.tone][1], side=13)
        self._text = ElidedLabel(health.text, grow=False)
        layout = QHBoxLayout(self)
        theme.space(layout, spacing=1)
        layout.addWidget(self._sign)
        layout.addWidget(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.set_health(health)

    def set_health(self, health: Health) -> None:
        """Show another state."""
        self._sign.set_icon(*SIGNS[health.tone])
        self._text.setText(health.text)
        self.setToolTip(as_tooltip(health.tooltip))
        self.setAccessibleName(health.text)


class JobLine(QWidget):
    """The oldest long work under way: what, how far, how long still, and a button that stops it."""

    def __init__(self, *, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._jobs = jobs
        self._title = ElidedLabel("", grow=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Andamento"))
        self._figures = label("")
        self._stop = QToolButton()
        self._stop.setProperty("kind", "small")
        self._stop.setIcon(theme.icon("x"))
        self._stop.setAccessibleName(self.tr("Cancelar tarefa"))
        self._stop.setToolTip(self.tr("Cancelar tarefa"))
        self._stop.clicked.connect(self._on_stop_clicked)
        layout = QHBoxLayout(self)
        theme.space(layout, spacing=2)
        for widget in (self._title, self._bar, self._figures, self._stop):
            layout.addWidget(widget)
        jobs.changed.connect(self._on_jobs_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._on_jobs_changed()

    @property
    def figures(self) -> str:
        """How far the work is, as shown."""
        return self._figures.text()

    def _job(self) -> Job | None:
        return next(iter(self._jobs.active), None)

    def _on_jobs_changed(self) -> None:
        job = self._job()
        self.setVisible(job is not None)
        if job is None:
            return
        more = len(self._jobs.active) - 1
        self._title.setText(f"{job.title} (+{more})" if more else job.title)
        progress = job.progress
        share = progress.share
        self._bar.setRange(0, 0 if share is None else _PER_MILLE)
        self._bar.setValue(0 if share is None else int(share * _PER_MILLE))
        shown = progress_text(progress.done, progress.total, progress.rate, progress.eta) if progress.done else ""
        self._figures.setText(self.tr("cancelando…") if job.token.cancelled else shown)
        self._stop.setEnabled(not job.token.cancelled)

    def _on_stop_clicked(self) -> None:
        job = self._job()
        if job is not None:
            job.cancel()
            self._on_jobs_changed()

    def _on_theme_changed(self) -> None:
        self._bar.setFixedWidth(self._theme.metrics.px(120))


class StatusStrip(QFrame):
    """Channels at the left; long work, sending queue and database at the right."""

    queue_requested = Signal()
    """The person wants to see what waits to be sent."""

    def __init__(self, *, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("shell", "status")
        self._theme = theme
        self._channels: list[HealthLabel] = []
        self._left = QHBoxLayout()
        theme.space(self._left, spacing=3)
        self._note = ElidedLabel("")
        self._note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.job = JobLine(theme=theme, jobs=jobs)
        self._queue = QPushButton()
        self._queue.setProperty("kind", "link")
        self._queue.setToolTip(self.tr("Ver o que ainda não saiu"))
        self._queue.clicked.connect(self.queue_requested)
        self._queue.hide()
        self._database = HealthLabel(theme=theme, health=Health("", "neutral"))
        self._database.hide()
        layout = QHBoxLayout(self)
        theme.space(layout, margins=(3, 1, 3, 1), spacing=4)
        layout.addLayout(self._left)
        layout.addWidget(self._note, 1)
        for widget in (self.job, self._queue, self._database):
            layout.addWidget(widget)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_channels(self, channels: Sequence[Health]) -> None:
        """Show how the channels fare."""
        for extra in self._channels[len(channels) :]:
            self._left.removeWidget(extra)
            extra.deleteLater()
        self._channels = self._channels[: len(channels)]
        for place, health in enumerate(channels):
            if place < len(self._channels):
                self._channels[place].set_health(health)
            else:
                shown = HealthLabel(theme=self._theme, health=health)
                self._channels.append(shown)
                self._left.addWidget(shown)

    def set_note(self, text: str) -> None:
        """Show a sentence after the channels, such as the last change of a setting."""
        self._note.setText(text)

    def set_queue(self, text: str) -> None:
        """Show what waits to be sent; nothing hides it."""
        self._queue.setText(text)
        self._queue.setAccessibleName(text)
        self._queue.setVisible(bool(text))

    def set_database(self, health: Health) -> None:
        """Show how the database fares."""
        self._database.set_health(health)
        self._database.setVisible(bool(health.text))

    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(self._theme.metrics.px(26))
