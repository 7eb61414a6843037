"""What a person can do in the help: one entry each for palette, tooltips, cheat sheet and keys page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.views.support.actions import ActionSpec

SCOPE: Final = "help"


def help_actions() -> list[ActionSpec]:
    """Return the actions of the help page."""
    group = _tr("Ajuda")
    return [
        ActionSpec("help.search", _tr("Buscar na ajuda"), ("B",), "search", SCOPE, group),
        ActionSpec("help.next", _tr("Próxima página da ajuda"), ("J",), "arrow-down", SCOPE, group),
        ActionSpec("help.previous", _tr("Página anterior da ajuda"), ("K",), "arrow-up", SCOPE, group),
        ActionSpec("help.back", _tr("Voltar à página que estava aberta"), ("U", "Alt+Left"), "", SCOPE, group),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("help_actions", text)
