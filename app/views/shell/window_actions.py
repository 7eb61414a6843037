"""What the window itself can do, on every page: palette, search, keys, look, size, moving between panes and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.views.support.actions import ActionSpec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.views.shell.pages import PageSpec

NUMBERED: Final = 9


def window_actions() -> list[ActionSpec]:
    """Return the window's own actions."""
    window, look = _tr("Janela"), _tr("Aparência")
    return [
        ActionSpec("window.palette", _tr("Abrir a paleta de comandos"), ("Ctrl+K",), "command", group=window),
        ActionSpec("window.search", _tr("Buscar"), ("Ctrl+F", "F3", "/"), "search", group=window),
        ActionSpec("window.keys", _tr("Ver teclas de atalho"), ("F1", "?"), "keyboard", group=window),
        ActionSpec("window.next_pane", _tr("Ir para o próximo painel"), ("F6",), "arrow-right", group=window),
        ActionSpec("window.previous_pane", _tr("Ir para o painel anterior"), ("Shift+F6",), "", group=window),
        ActionSpec("window.fold", _tr("Mostrar ou recolher a navegação"), ("Ctrl+B",), "list", group=window),
        ActionSpec("window.quit", _tr("Sair do Balcão"), ("Ctrl+Q",), "logout", group=window),
        ActionSpec("look.theme", _tr("Alternar claro e escuro"), ("Ctrl+Shift+L",), "moon", group=look),
        ActionSpec("look.contrast", _tr("Usar alto contraste"), (), "contrast", group=look),
        ActionSpec("look.larger", _tr("Aumentar a letra"), ("Ctrl++", "Ctrl+="), "plus", group=look),
        ActionSpec("look.smaller", _tr("Diminuir a letra"), ("Ctrl+-",), "minus", group=look),
        ActionSpec("look.normal", _tr("Letra no tamanho normal"), ("Ctrl+0",), "", group=look),
        ActionSpec("look.density", _tr("Alternar lista densa"), (), "list", group=look),
    ]


def page_actions(pages: Sequence[PageSpec]) -> list[ActionSpec]:
    """Return one action a page; the first nine have Ctrl+1 to Ctrl+9."""
    go = _tr("Ir para {page}")
    return [
        ActionSpec(
            f"page.{page.id}",
            go.format(page=page.title),
            (f"Ctrl+{number}",) if number <= NUMBERED else (),
            page.icon,
            group=_tr("Páginas"),
        )
        for number, page in enumerate(pages, start=1)
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("window_actions", text)
