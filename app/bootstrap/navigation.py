"""The lines of the navigation that lead to pages, in their order."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.bootstrap.channel_pages import ChannelPages
from app.bootstrap.crisis_pages import CrisisPages
from app.bootstrap.planning_pages import PlanningPages
from app.bootstrap.search_pages import SearchPages
from app.views.shell.pages import PageSpec
from app.views.shell.sidebar import SidebarItem

INBOX, CUSTOMER, REPORTS, INTAKE, HELP = "inbox", "customer", "reports", "intake", "help"


def _tr(text: str) -> str:
    return QCoreApplication.translate("screens", text)


def settings_items(pages: Iterable[PageSpec]) -> list[SidebarItem]:
    """Return the lines of the settings, and the one that leads back to work."""
    group = _tr("Configurações")
    lines = [SidebarItem(spec.id, spec.title, group=group, icon=spec.icon) for spec in pages]
    return [*lines, SidebarItem(INBOX, _tr("Entrada"), group=_tr("Trabalho"), icon="inbox")]


def work_items(
    crisis: CrisisPages, channels: ChannelPages, search: SearchPages, planning: PlanningPages
) -> list[SidebarItem]:
    """Return the lines below the views of the inbox."""
    group = _tr("Trabalho")
    return [
        *crisis.items(group),
        channels.item(group),
        search.item(group),
        SidebarItem(CUSTOMER, _tr("Clientes"), group=group),
        SidebarItem(REPORTS, _tr("Relatórios"), group=group),
        *planning.items(group),
        SidebarItem(INTAKE, _tr("Importar"), group=group),
        SidebarItem("look", _tr("Configurações"), group=group),
        SidebarItem(HELP, _tr("Ajuda"), group=group),
    ]
