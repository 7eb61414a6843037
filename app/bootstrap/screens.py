"""Builds the screens, gives each its services, and connects what one says to what another does."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from app.bootstrap.services import Services
from app.services.database_location import LocalFile, Location
from app.views.settings.appearance_page import AppearancePage
from app.views.settings.keys_page import KeysPage
from app.views.shell.main_window import MainWindow
from app.views.shell.pages import PageSpec
from app.views.shell.sidebar import SidebarItem
from app.views.shell.status_strip import Health
from app.views.support.actions import ActionSpec
from app.views.support.desk import Desk
from app.views.support.error_texts import ERROR_TEXTS
from app.views.support.texts import time_text

_SETTINGS = "settings"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Screens", text)


class Screens(QObject):
    """The window and its screens."""

    def __init__(self, *, desk: Desk, services: Services, location: Location) -> None:
        super().__init__()
        self._desk, self._services, self._location = desk, services, location
        self.window = MainWindow(
            theme=desk.theme,
            actions=desk.actions,
            preferences=desk.preferences,
            calls=desk.calls,
            jobs=desk.jobs,
            pages=self._pages(),
        )
        self._connect()

    def start(self, *, warning: str) -> None:
        """Show the last page; say what was wrong with the settings, if anything."""
        self.window.set_person(self._desk.actor.name)
        self.show_database_state(is_up=True, since=self._desk.clock.now())
        self.window.set_sidebar(self._settings_items(), name=_SETTINGS)
        self.window.show_last_page()
        if warning:
            self._desk.say(_tr(ERROR_TEXTS[warning]))

    def show_database_state(self, *, is_up: bool, since: datetime) -> None:
        """Say in the status line where the data is and whether it answers."""
        place = _tr("Banco neste computador") if isinstance(self._location, LocalFile) else _tr("Banco da equipe")
        if is_up:
            self.window.set_database(Health(_tr("{place} · conectado").format(place=place), "ok"))
        else:
            text = _tr("{place} sem resposta desde {time}. O que você digita fica guardado aqui.")
            self.window.set_database(Health(text.format(place=place, time=time_text(since)), "bad"))

    def reload_all(self) -> None:
        """Load everything shown anew."""

    def _pages(self) -> list[PageSpec]:
        return [
            PageSpec("look", _tr("Aparência"), self._make_look, icon="sun", sidebar=_SETTINGS),
            PageSpec("keys", _tr("Teclas"), self._make_keys, icon="keyboard", sidebar=_SETTINGS),
        ]

    def _settings_items(self) -> list[SidebarItem]:
        group = _tr("CONFIGURAÇÕES")
        return [
            SidebarItem("look", _tr("Aparência"), group=group, icon="sun"),
            SidebarItem("keys", _tr("Teclas"), group=group, icon="keyboard"),
        ]

    def _make_look(self) -> QWidget:
        return AppearancePage(theme=self._desk.theme, preferences=self._desk.preferences)

    def _make_keys(self) -> QWidget:
        return KeysPage(theme=self._desk.theme, actions=self._desk.actions, preferences=self._desk.preferences)

    def _connect(self) -> None:
        undo = self._desk.undo
        undo.offered.connect(lambda text: self.window.toasts.show_undo(text, undo.undo))
        undo.reverted.connect(lambda _: self._desk.say(_tr("Desfeito")))
        undo.emptied.connect(lambda: self._desk.say(_tr("Nada para desfazer")))
        spec = ActionSpec("edit.undo", _tr("Desfazer"), ("Z", "Ctrl+Z"), icon="arrow-back-up", group=_tr("Geral"))
        self._desk.actions.add(spec, self.window, undo.undo)
