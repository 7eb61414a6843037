"""What can be done to the current node, with keys that are at hand while the tree has the focus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.views.support.actions import ActionSpec

SCOPE = "tree"


def tree_actions() -> list[ActionSpec]:
    """Return the actions of the editor of trees."""
    group = _tr("Árvore de classificação")
    return [
        ActionSpec("tree.new", _tr("Novo item abaixo deste"), ("Insert", "Ctrl+Return"), "plus", SCOPE, group),
        ActionSpec(
            "tree.inner", _tr("Novo item dentro deste"), ("Shift+Insert", "Ctrl+Shift+Return"), "", SCOPE, group
        ),
        ActionSpec("tree.rename", _tr("Renomear item"), ("F2",), "pencil", SCOPE, group),
        ActionSpec("tree.up", _tr("Subir entre os irmãos"), ("Alt+Up",), "arrow-up", SCOPE, group),
        ActionSpec("tree.down", _tr("Descer entre os irmãos"), ("Alt+Down",), "arrow-down", SCOPE, group),
        ActionSpec("tree.out", _tr("Levar para fora"), ("Alt+Left",), "chevron-left", SCOPE, group),
        ActionSpec("tree.in", _tr("Levar para dentro do anterior"), ("Alt+Right",), "chevron-right", SCOPE, group),
        ActionSpec("tree.move", _tr("Mover item para…"), ("Ctrl+Shift+M",), "arrow-right", SCOPE, group),
        ActionSpec("tree.merge", _tr("Juntar item com…"), ("Ctrl+Shift+J",), "git-merge", SCOPE, group),
        ActionSpec("tree.retire", _tr("Aposentar item ou trazer de volta"), ("Delete",), "archive", SCOPE, group),
        ActionSpec("tree.filter", _tr("Filtrar a árvore"), ("Ctrl+Shift+F",), "search", SCOPE, group),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("tree_actions", text)
