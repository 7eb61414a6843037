"""What a person can do in the inbox: one entry each for palette, cheat sheet, tooltips and the page of keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.models.domain.vocabulary import Sentiment
from app.views.support.actions import ActionSpec

SCOPE: Final = "inbox"
SENTIMENT_ACTIONS: Final = {
    "inbox.negative": Sentiment.NEGATIVE,
    "inbox.neutral": Sentiment.NEUTRAL,
    "inbox.mixed": Sentiment.MIXED,
    "inbox.positive": Sentiment.POSITIVE,
}
TRIAGE_ACTIONS: Final = ("inbox.open_case", "inbox.monitor", "inbox.ignore", "inbox.join", "inbox.back_to_triage")
CASE_ACTIONS: Final = ("inbox.assign", "inbox.snooze")


def inbox_actions() -> list[ActionSpec]:
    """Return the actions of the inbox; its triage keys work on the marked mentions, else on the current one."""
    return [*_moving(), *_listing(), *_triage()]


def _moving() -> list[ActionSpec]:
    group = _tr("Lista da entrada")
    return [
        ActionSpec("inbox.next", _tr("Ir para o próximo da lista"), ("J",), "arrow-down", SCOPE, group),
        ActionSpec("inbox.previous", _tr("Ir para o anterior da lista"), ("K",), "arrow-up", SCOPE, group),
        ActionSpec("inbox.open", _tr("Abrir o item da lista"), ("O", "Return", "Enter"), "arrow-right", SCOPE, group),
        ActionSpec("inbox.back", _tr("Voltar para a lista"), ("U", "Esc"), "chevron-left", SCOPE, group),
        ActionSpec("inbox.mark", _tr("Marcar ou desmarcar"), ("X",), "check", SCOPE, group),
        ActionSpec("inbox.mark_next", _tr("Marcar até o próximo"), ("Shift+J",), "", SCOPE, group),
        ActionSpec("inbox.mark_previous", _tr("Marcar até o anterior"), ("Shift+K",), "", SCOPE, group),
        ActionSpec("inbox.mark_all", _tr("Marcar tudo"), ("Ctrl+A",), "", SCOPE, group),
        ActionSpec("inbox.next_case", _tr("Próximo caso"), ("Ctrl+J",), "player-play", SCOPE, group),
    ]


def _listing() -> list[ActionSpec]:
    group = _tr("Lista da entrada")
    return [
        ActionSpec("inbox.search", _tr("Buscar nesta lista"), ("Ctrl+Shift+F",), "search", SCOPE, group),
        ActionSpec("inbox.filters", _tr("Filtrar a lista"), ("Ctrl+Shift+I",), "filter", SCOPE, group),
        ActionSpec("inbox.clear_filters", _tr("Limpar filtros"), (), "filter-off", SCOPE, group),
        ActionSpec("inbox.save_filter", _tr("Salvar filtro"), (), "filter", SCOPE, group),
        ActionSpec("inbox.export", _tr("Exportar a lista inteira"), ("Ctrl+Shift+E",), "file-export", SCOPE, group),
        ActionSpec("inbox.reload", _tr("Mostrar as novidades da lista"), ("F5",), "refresh", SCOPE, group),
    ]


def _triage() -> list[ActionSpec]:
    group = _tr("Triagem")
    return [
        ActionSpec("inbox.open_case", _tr("Abrir atendimento"), ("T",), "messages", SCOPE, group),
        ActionSpec("inbox.monitor", _tr("Monitorar"), ("M",), "eye", SCOPE, group),
        ActionSpec("inbox.ignore", _tr("Ignorar"), ("I",), "eye-off", SCOPE, group),
        ActionSpec("inbox.join", _tr("Juntar a um atendimento"), ("G",), "git-merge", SCOPE, group),
        ActionSpec("inbox.back_to_triage", _tr("Voltar para A triar"), ("B",), "arrow-back-up", SCOPE, group),
        ActionSpec("inbox.negative", _tr("Sentimento negativo"), ("1",), "minus", SCOPE, group),
        ActionSpec("inbox.neutral", _tr("Sentimento neutro"), ("2",), "circle-dot", SCOPE, group),
        ActionSpec("inbox.mixed", _tr("Sentimento misto"), ("3",), "adjustments", SCOPE, group),
        ActionSpec("inbox.positive", _tr("Sentimento positivo"), ("4",), "plus", SCOPE, group),
        ActionSpec("inbox.assign", _tr("Atribuir os marcados"), ("Shift+A",), "user-check", SCOPE, group),
        ActionSpec("inbox.snooze", _tr("Adiar os marcados"), ("Shift+S",), "moon", SCOPE, group),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("inbox_actions", text)
