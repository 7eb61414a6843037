"""Makes the page of what has not left, and tells the status line how the channels and the queue fare."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from app.bootstrap.services import Services
from app.models.domain.account_info import AccountCard
from app.models.domain.changes import Changes, Topic
from app.models.domain.channel_health import Light
from app.models.domain.outbox_row import OutboxFilter
from app.views.outbox.outbox_actions import outbox_actions
from app.views.shell.main_window import MainWindow
from app.views.shell.pages import PageSpec
from app.views.shell.sidebar import SidebarItem
from app.views.shell.status_strip import Health
from app.views.support.channel_texts import light_text, trouble_text
from app.views.support.desk import Desk
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.views.outbox.page import OutboxPage

OUTBOX = "outbox"
_REFRESH_MS = 60_000
_MOST_COUNTED = 200
_MOST_TROUBLED = 3
_TROUBLED = frozenset({Light.NEEDS_PERSON, Light.SILENT, Light.WAITING})
_WORRYING = (OutboxFilter.UNCERTAIN, OutboxFilter.FAILED)


def _tr(text: str) -> str:
    return QCoreApplication.translate("channel_pages", text)


@dataclass(frozen=True, slots=True)
class _News:
    cards: tuple[AccountCard, ...]
    queued: int
    stuck: int


class ChannelPages(QObject):
    """The page Envios and the status line; ``window`` is asked for late, since the pages are made for it."""

    def __init__(
        self,
        *,
        desk: Desk,
        services: Services,
        window: Callable[[], MainWindow],
        open_case: Callable[[int], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._services, self._window, self._open_case = desk, services, window, open_case
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        desk.changes.changed.connect(self._on_changes)

    def spec(self) -> PageSpec:
        """Return the page."""
        return PageSpec(OUTBOX, _tr("Envios"), self._make, icon="send")

    def item(self, group: str) -> SidebarItem:
        """Return its line in the navigation."""
        return SidebarItem(OUTBOX, _tr("Envios"), group=group)

    def start(self) -> None:
        """Begin to tell how channels and queue fare; the queue leads to the page."""
        self._desk.actions.define(outbox_actions())
        window = self._window()
        window.status.queue_requested.connect(lambda: window.show_page(OUTBOX))
        self._timer.start()
        self.refresh()

    def refresh(self) -> None:
        """Ask anew, off the UI thread."""
        self._desk.calls.run(self, "channels", self._read, self._show)

    def _make(self) -> OutboxPage:
        from app.views.outbox.page import OutboxPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        page = OutboxPage(desk=self._desk, outbox=services.outbox_list, replies=services.replies)
        page.open_case_requested.connect(self._open_case)
        return page

    def _read(self) -> _News:
        outbox = self._services.outbox_list
        stuck = sum(len(outbox.page(each, limit=_MOST_COUNTED).rows) for each in _WORRYING)
        queued = len(outbox.page(OutboxFilter.QUEUED, limit=_MOST_COUNTED).rows)
        return _News(self._services.channels.accounts.list(), queued, stuck)

    def _show(self, news: _News) -> None:
        window = self._window()
        window.set_channels(healths(news.cards))
        window.set_queue(queue_text(news.queued, news.stuck))
        window.set_counts({OUTBOX: news.stuck or None}, alerts={OUTBOX: news.stuck > 0})

    def _on_changes(self, changes: Changes) -> None:
        if changes.topics & {Topic.CHANNELS, Topic.OUTBOX}:
            self.refresh()


def healths(cards: Sequence[AccountCard]) -> list[Health]:
    """Return what the status line shows: troubled accounts by name, the others as a number."""
    troubled = [card for card in cards if card.health.light in _TROUBLED]
    well = sum(card.health.light in {Light.OK, Light.NEW} for card in cards)
    shown = [
        Health(
            f"{card.name}: {light_text(card.health.light)}",
            "bad" if card.health.light is Light.NEEDS_PERSON else "warn",
            "" if card.health.problem is None else trouble_text(card.health.problem, card.health.why),
        )
        for card in troubled[:_MOST_TROUBLED]
    ]
    more = len(troubled) - len(shown)
    if more:
        shown.append(Health(_tr("mais {n} com problema").format(n=number_text(more)), "warn"))
    if well:
        text = _tr("1 canal funcionando") if well == 1 else _tr("{n} canais funcionando")
        shown.append(Health(text.format(n=number_text(well)), "ok"))
    return shown


def queue_text(queued: int, stuck: int) -> str:
    """Return what waits to be sent in a few words, an empty text when nothing does."""
    parts = []
    if queued:
        parts.append(_tr("{n} na fila de envio").format(n=_capped(queued)))
    if stuck:
        text = _tr("1 envio precisa de você") if stuck == 1 else _tr("{n} envios precisam de você")
        parts.append(text.format(n=_capped(stuck)))
    return " · ".join(parts)


def _capped(n: int) -> str:
    return f"{number_text(_MOST_COUNTED)}+" if n >= _MOST_COUNTED else number_text(n)
