"""What a person can do on the customers' screen: one entry each for palette, tooltips, cheat sheet and keys page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.views.support.actions import ActionSpec

SCOPE: Final = "customer"


def customer_actions() -> list[ActionSpec]:
    """Return the actions of the customers' screen."""
    group = _tr("Clientes")
    return [
        ActionSpec("customer.search", _tr("Buscar cliente"), ("B",), "search", SCOPE, group),
        ActionSpec("customer.next", _tr("Próximo cliente"), ("J",), "arrow-down", SCOPE, group),
        ActionSpec("customer.previous", _tr("Cliente anterior"), ("K",), "arrow-up", SCOPE, group),
        ActionSpec("customer.edit", _tr("Editar cadastro"), ("E",), "pencil", SCOPE, group),
        ActionSpec("customer.save", _tr("Salvar cadastro"), ("Ctrl+Return", "Ctrl+S"), "check", SCOPE, group),
        ActionSpec("customer.vip", _tr("Marcar ou desmarcar VIP"), ("V",), "star", SCOPE, group),
        ActionSpec("customer.document", _tr("Mostrar ou esconder o CPF/CNPJ"), ("D",), "eye", SCOPE, group),
        ActionSpec("customer.profile", _tr("Escolher perfil do cliente"), ("P",), "tag", SCOPE, group),
        ActionSpec("customer.persona", _tr("Escolher persona do cliente"), ("S",), "mood-happy", SCOPE, group),
        ActionSpec("customer.same", _tr("É a mesma pessoa"), ("M",), "git-merge", SCOPE, group),
        ActionSpec("customer.other", _tr("Não é a mesma pessoa"), ("N",), "x", SCOPE, group),
        ActionSpec("customer.merge", _tr("Unir a outro cadastro"), ("U",), "git-merge", SCOPE, group),
        ActionSpec("customer.reload", _tr("Atualizar clientes"), ("F5",), "refresh", SCOPE, group),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("customer_actions", text)
