"""One search over all settings: from Ctrl+K on every page, and from the search field while the settings are open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.views.settings.search_index import find_settings
from app.views.shell.palette import PaletteEntry

_SHORTEST = 3
_SHOWN = 6


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings_search", text)


class SettingsSearch:
    """Finds settings by words; ``open_page`` leads to a page by its id, ``is_page`` tells whether it is there."""

    def __init__(self, *, open_page: Callable[[str], object], is_page: Callable[[str], bool]) -> None:
        self._open_page, self._is_page = open_page, is_page

    def entries(self, text: str) -> Sequence[PaletteEntry]:
        """Return lines for Ctrl+K."""
        if len(text.strip()) < _SHORTEST:
            return []
        return [
            PaletteEntry(
                id=f"setting:{page}:{words}",
                text=words,
                run=partial(self._open_page, page),
                hint=_tr("Configurações"),
                icon="settings",
            )
            for page, words in find_settings(text)[:_SHOWN]
            if self._is_page(page)
        ]

    def open_best(self, text: str) -> bool:
        """Open the page of the setting that fits best; tell whether there is one."""
        found = next((page for page, _words in find_settings(text) if self._is_page(page)), None)
        if found is None:
            return False
        self._open_page(found)
        return True
