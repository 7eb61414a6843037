"""The one window: top bar, navigation, pages and status line, which never change place."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from app.views.shell.cheat_sheet import CheatSheet
from app.views.shell.focus_keeper import FocusKeeper, focus_into
from app.views.shell.pages import PageSpec, PageStack
from app.views.shell.palette import CommandPalette, PaletteEntry
from app.views.shell.sidebar import Sidebar, SidebarItem
from app.views.shell.status_strip import Health, StatusStrip
from app.views.shell.top_bar import TopBar
from app.views.shell.window_actions import page_actions, window_actions
from app.views.shell.window_state import keep_window, restore_window
from app.views.support.bars import ConfirmBar
from app.views.support.toasts import ToastHost

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.views.support.actions import ActionRegistry
    from app.views.support.jobs import Jobs
    from app.views.support.preferences import Preferences
    from app.views.support.tasks import Calls
    from app.views.support.theme import Theme, ThemeChoice


class MainWindow(QMainWindow):
    """Holds the pages and what surrounds them; knows nothing of what pages show.

    ``toasts``, ``top_bar`` and ``status`` are open to whoever wires the application.
    """

    page_changed = Signal(str)
    search_submitted = Signal(str)
    """Enter was pressed in the search field of the top bar."""
    closed = Signal()
    """The window is going; stop everything."""

    def __init__(
        self,
        *,
        theme: Theme,
        actions: ActionRegistry,
        preferences: Preferences,
        calls: Calls,
        jobs: Jobs,
        pages: Sequence[PageSpec],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._actions, self._preferences = theme, actions, preferences
        self._sidebars: dict[str, tuple[SidebarItem, ...]] = {}
        self._close_checks: list[Callable[[], str]] = []
        self._may_close = False
        self.setWindowTitle("Balcão")
        self.setObjectName("main-window")
        self.top_bar = TopBar(theme=theme)
        self.sidebar = Sidebar(theme=theme)
        self.stack = PageStack(pages=pages)
        self.confirm = ConfirmBar(theme=theme)
        self.status = StatusStrip(theme=theme, jobs=jobs)
        self._build()
        self.toasts = ToastHost(theme=theme, window=self)
        self.palette_box = CommandPalette(theme=theme, actions=actions, calls=calls, window=self)
        self._bind_actions(pages)
        self._connect()
        FocusKeeper(page=self.stack.currentWidget, parent=self)
        restore_window(self, preferences)

    # What the application calls

    def show_page(self, page_id: str, item_id: str = "") -> QWidget:
        """Open a page (and a line of its navigation) and return it; raises KeyError for an unknown id."""
        page = self.stack.open(page_id, item_id)
        self._show_sidebar(item_id or page_id)
        return page

    def show_last_page(self) -> None:
        """Open the page and line that were open when the window was last closed, or the first page."""
        page_id, _, item_id = self._preferences.current.last_page.partition(" ")
        if page_id not in self.stack.ids:
            page_id, item_id = next(iter(self.stack.ids), ""), ""
        if page_id:
            self.show_page(page_id, item_id)

    def page(self, page_id: str) -> QWidget | None:
        """Return a page if it was opened before."""
        return self.stack.made(page_id)

    def set_sidebar(self, items: Sequence[SidebarItem], *, name: str = "main") -> None:
        """Set the lines of a navigation; pages choose theirs by ``PageSpec.sidebar``."""
        self._sidebars[name] = tuple(items)
        current = self.stack.current_id
        if not current or self.stack.spec(current).sidebar == name:
            self.sidebar.set_items(items)

    def set_counts(self, counts: Mapping[str, int | None], *, alerts: Mapping[str, bool] | None = None) -> None:
        """Change the counts of the navigation by item id with one repaint; they stay when another page is opened."""
        marks = alerts or {}
        for name, items in self._sidebars.items():
            self._sidebars[name] = tuple(
                replace(item, count=counts.get(item.id, item.count), alert=marks.get(item.id, item.alert))
                for item in items
            )
        self.sidebar.set_counts(counts, alerts=alerts)

    def set_channels(self, channels: Sequence[Health]) -> None:
        """Show how the channels fare, at the left of the status line."""
        self.status.set_channels(channels)

    def set_database(self, health: Health) -> None:
        """Show how the database fares, at the right of the status line."""
        self.status.set_database(health)

    def set_queue(self, text: str) -> None:
        """Show what waits to be sent; nothing hides it."""
        self.status.set_queue(text)

    def set_crisis(self, text: str, on_click: Callable[[], object] | None = None) -> None:
        """Show the crisis alert in the top bar; nothing hides it."""
        self.top_bar.set_crisis(text, on_click)

    def set_person(self, name: str, state: str = "", *, states: Sequence[tuple[str, str]] = ()) -> None:
        """Show who works here and how available; ``states`` are (id, word) to choose from."""
        self.top_bar.set_person(name, state, states=states)

    def add_palette_provider(self, provider: Callable[[str], Sequence[PaletteEntry]]) -> None:
        """Let a screen add lines to Ctrl+K for what was typed; it is asked off the UI thread."""
        self.palette_box.add_provider(provider)

    def add_close_check(self, check: Callable[[], str]) -> None:
        """Ask ``check`` before closing: a sentence that names what would be lost keeps the window open to ask."""
        self._close_checks.append(check)

    def cycle_pane(self, step: int = 1) -> None:
        """Move the focus to the next or previous pane: search, navigation, then the page's panes."""
        panes = self.panes()
        focus = QApplication.focusWidget()
        inside = [n for n, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))]
        place = (inside[-1] + step) % len(panes) if inside else 0
        focus_into(panes[place])

    def panes(self) -> list[QWidget]:
        """Return the panes in order; a page marks its own by ``setProperty("pane", True)``, else it is one itself."""
        page = self.stack.currentWidget()
        own = [] if page is None else [pane for pane in page.findChildren(QWidget) if pane.property("pane")]
        shown = [pane for pane in own if pane.isVisible()] or ([page] if page is not None else [])
        sides: list[QWidget] = [self.top_bar]
        if self.sidebar.isVisible():
            sides.append(self.sidebar)
        return sides + shown

    # What Qt calls

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when nothing would be lost, else ask in a bar and stay."""
        reasons = [] if self._may_close else [reason for check in self._close_checks if (reason := check())]
        if reasons:
            event.ignore()
            self.confirm.ask(" ".join(reasons), self.tr("Sair mesmo assim"), self._close_anyway)
            return
        keep_window(self, self._preferences)
        self._preferences.change(recent_actions=self._actions.recent)
        self._preferences.flush()
        event.accept()
        self.closed.emit()

    # Inside

    def _build(self) -> None:
        middle = QHBoxLayout()
        self._theme.space(middle, spacing=0)
        middle.addWidget(self.sidebar)
        middle.addWidget(self.stack, 1)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        self._theme.space(layout, spacing=0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self.confirm)
        layout.addLayout(middle, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(centre)

    def _bind_actions(self, pages: Sequence[PageSpec]) -> None:
        handlers: dict[str, Callable[[], object]] = {
            "window.palette": self._open_palette,
            "window.search": self._focus_search,
            "window.keys": self._open_keys,
            "window.next_pane": self.cycle_pane,
            "window.previous_pane": lambda: self.cycle_pane(-1),
            "window.fold": lambda: self.sidebar.setVisible(not self.sidebar.isVisible()),
            "window.quit": self.close,
            "look.theme": lambda: self._look(choice="light" if self._theme.is_dark else "dark"),
            "look.contrast": lambda: self._look(choice="contrast"),
            "look.larger": lambda: self._scale(1),
            "look.smaller": lambda: self._scale(-1),
            "look.normal": lambda: self._scale(0),
            "look.density": self._toggle_density,
        }
        self._actions.define([*window_actions(), *page_actions(pages)])
        for action_id, handler in handlers.items():
            self._actions.bind(action_id, self, handler)
        for page in pages:
            self._actions.bind(f"page.{page.id}", self, partial(self._go, page.id))
        self._show_search_key()

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self._on_item_chosen)
        self.stack.page_changed.connect(self._on_page_changed)
        self.top_bar.search.submitted.connect(self.search_submitted)
        self._actions.changed.connect(self._show_search_key)

    def _show_search_key(self) -> None:
        self.top_bar.search.set_key_hint(self._actions.key_text("window.palette").replace("+", " "))

    def _on_item_chosen(self, item: SidebarItem) -> None:
        if item.page_id in self.stack.ids:
            self.stack.open(item.page_id, item.id)
            self._remember(item.id)
            self._show_sidebar(item.id)
            # A page with another navigation changes the list in the midst of the mouse's press: mark the line again.
            QTimer.singleShot(0, self, self._mark_line)

    def _mark_line(self) -> None:
        line = self._preferences.current.last_page.partition(" ")[2]
        self._show_sidebar(line or self.stack.current_id)

    def _on_page_changed(self, page_id: str) -> None:
        self.setWindowTitle(f"{self.stack.spec(page_id).title} · Balcão")
        self._remember("")
        self.page_changed.emit(page_id)

    def _go(self, page_id: str) -> None:
        focus_into(self.show_page(page_id))

    def _show_sidebar(self, item_id: str) -> None:
        page_id = self.stack.current_id
        items = self._sidebars.get(self.stack.spec(page_id).sidebar)
        if items is not None:
            ids = [item.id for item in items]
            first = next((item.id for item in items if item.page_id == page_id), "")
            self.sidebar.set_items(items)
            self.sidebar.set_current(item_id if item_id in ids else first)

    def _remember(self, item_id: str) -> None:
        self._preferences.change(last_page=f"{self.stack.current_id} {item_id}".strip())

    def _open_palette(self) -> None:
        self.palette_box.open()

    def _focus_search(self) -> None:
        self.top_bar.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.search.edit.selectAll()

    def _open_keys(self) -> None:
        sheet = CheatSheet(theme=self._theme, actions=self._actions, parent=self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _look(self, *, choice: ThemeChoice) -> None:
        self._theme.apply(choice=choice)
        self._preferences.change(theme=choice)

    def _scale(self, direction: int) -> None:
        scale = self._theme.step_scale(direction)
        self._preferences.change(font_scale=scale)
        self.toasts.show_text(self.tr("Letra em {scale} %").format(scale=scale))

    def _toggle_density(self) -> None:
        compact = not self._theme.metrics.compact
        self._theme.apply(compact=compact)
        self._preferences.change(density="compact" if compact else "comfortable")

    def _close_anyway(self) -> None:
        self._may_close = True
        QTimer.singleShot(0, self.close)
