"""The lines of the navigation that lead to the inbox: built-in views in the team's order, then its saved filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.models.domain.inbox import InboxView, SavedView, Sort, ViewCount, sort_of
from app.models.domain.people import Actor, Right, Role

PAGE: Final = "inbox"
_VIEW: Final = f"{PAGE}:"
_SAVED: Final = f"{PAGE}:saved:"

WORK_VIEWS: Final = (
    InboxView.TO_TRIAGE,
    InboxView.MINE,
    InboxView.AREA,
    InboxView.UNOWNED,
    InboxView.DUE_SOON,
    InboxView.CRISIS,
    InboxView.APPROVAL,
    InboxView.WAITING_CUSTOMER,
    InboxView.WAITING_AREA,
    InboxView.SILENT,
    InboxView.BREACHED,
    InboxView.SNOOZED,
    InboxView.CLOSED,
)
AREA_VIEWS: Final = (InboxView.AREA, InboxView.CRISIS, InboxView.WAITING_AREA, InboxView.CLOSED)
"""What a specialist of the second level works on."""
_LEADING: Final = frozenset({Role.SUPERVISOR, Role.ASSISTANT, Role.ADMINISTRATOR})
"""Who sees to it that every missed deadline gets its reason."""
MENTION_VIEWS: Final = (InboxView.MONITORED, InboxView.IGNORED, InboxView.ALL_MENTIONS)
_UNCOUNTED: Final = frozenset({InboxView.CLOSED, *MENTION_VIEWS})


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One line: its fields are those of the window's navigation, which takes them as they are."""

    id: str
    text: str
    count: int | None = None
    group: str = ""
    icon: str = ""
    alert: bool = False
    page: str = PAGE


def view_name(view: InboxView) -> str:
    """Return what a built-in view is called."""
    return {
        InboxView.TO_TRIAGE: _tr("A triar"),
        InboxView.MINE: _tr("Meus"),
        InboxView.AREA: _tr("Minha área"),
        InboxView.UNOWNED: _tr("Sem dono"),
        InboxView.DUE_SOON: _tr("Vencendo"),
        InboxView.CRISIS: _tr("Crise"),
        InboxView.APPROVAL: _tr("A aprovar"),
        InboxView.WAITING_CUSTOMER: _tr("Aguardando cliente"),
        InboxView.WAITING_AREA: _tr("Aguardando área"),
        InboxView.SILENT: _tr("Sem retorno"),
        InboxView.BREACHED: _tr("Sem motivo"),
        InboxView.SNOOZED: _tr("Adiados"),
        InboxView.CLOSED: _tr("Encerrados"),
        InboxView.MONITORED: _tr("Monitorar"),
        InboxView.IGNORED: _tr("Ignoradas"),
        InboxView.ALL_MENTIONS: _tr("Todas as menções"),
        InboxView.ALL_CASES: _tr("Todos os atendimentos"),
    }[view]


def empty_text(view: InboxView) -> str:
    """Return what an empty view says."""
    return {
        InboxView.AREA: _tr("Nenhum atendimento esperando resposta da sua área."),
        InboxView.APPROVAL: _tr("Nenhuma resposta esperando aprovação."),
        InboxView.SILENT: _tr("Todos os clientes tiveram notícia dentro do prazo."),
        InboxView.BREACHED: _tr("Todo prazo perdido já tem o seu motivo."),
    }.get(view, _tr("Nada aqui agora."))


def views_of(actor: Actor | None) -> tuple[InboxView, ...]:
    """Return the views that a person's role works with, the first one first; None = all of them."""
    if actor is None:
        return (*WORK_VIEWS, *MENTION_VIEWS)
    if actor.role is Role.SPECIALIST:
        return AREA_VIEWS
    needs = {
        InboxView.AREA: Right.ANSWER_AREA,
        InboxView.APPROVAL: Right.APPROVE,
        InboxView.SILENT: Right.WORK_CASES,
        InboxView.MINE: Right.WORK_CASES,
    }
    shown = [view for view in WORK_VIEWS if actor.may(needs.get(view, Right.READ))]
    if actor.role not in _LEADING:
        shown.remove(InboxView.BREACHED)
    return (*shown, *MENTION_VIEWS)


def first_view(actor: Actor) -> InboxView:
    """Return the view with which a person's day begins."""
    return views_of(actor)[0]


def first_sort(view: InboxView) -> Sort:
    """Return the order in which a view is first shown: by deadline where it has one."""
    return sort_of(view, Sort.DUE)


def item_id(view: InboxView) -> str:
    """Return the id of a built-in view's line."""
    return f"{_VIEW}{view.value}"


def saved_item_id(saved_view_id: int) -> str:
    """Return the id of a saved filter's line."""
    return f"{_SAVED}{saved_view_id}"


def target_of(line_id: str) -> InboxView | int | None:
    """Return the view, or the id of the saved filter, that a line stands for; None for a line of another page."""
    if line_id.startswith(_SAVED):
        number = line_id.removeprefix(_SAVED)
        return int(number) if number.isdigit() else None
    names = {view.value: view for view in InboxView}
    return names.get(line_id.removeprefix(_VIEW)) if line_id.startswith(_VIEW) else None


def sidebar_items(
    counts: Sequence[ViewCount], saved: Sequence[SavedView], actor: Actor | None = None
) -> list[NavigationItem]:
    """Return the lines of a person's role with their counts; *Crise* is red while it is not empty."""
    views = views_of(actor)
    by_view, by_saved = _numbers(counts)
    entry, mentions, filters = _tr("Entrada"), _tr("Menções"), _tr("Filtros salvos")
    lines = [_line(view, mentions if view in MENTION_VIEWS else entry, by_view) for view in views]
    lines += [
        NavigationItem(saved_item_id(each.id), each.name, by_saved.get(each.id), filters, "filter") for each in saved
    ]
    return lines


def sidebar_counts(counts: Sequence[ViewCount]) -> dict[str, int]:
    """Return the counts alone, by line."""
    by_view, by_saved = _numbers(counts)
    found = {item_id(view): n for view, n in by_view.items() if view not in _UNCOUNTED}
    return found | {saved_item_id(number): n for number, n in by_saved.items()}


def _numbers(counts: Sequence[ViewCount]) -> tuple[dict[InboxView, int], dict[int, int]]:
    by_view = {each.view: each.count.n for each in counts if each.view is not None}
    by_saved = {each.saved_view_id: each.count.n for each in counts if each.saved_view_id is not None}
    return by_view, by_saved


def _line(view: InboxView, group: str, by_view: Mapping[InboxView, int]) -> NavigationItem:
    # Archives carry no count: nobody has to work them off.
    count = None if view in _UNCOUNTED else by_view.get(view)
    return NavigationItem(item_id(view), view_name(view), count, group, alert=view is InboxView.CRISIS and bool(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("navigation", text)
