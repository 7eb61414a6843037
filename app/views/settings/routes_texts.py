"""What a route rule asks for, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from app.models.domain.routing import RouteRule


def conditions_text(rule: RouteRule, names: Mapping[str, str]) -> str:
    """Return the conditions of a rule in one line; ``names`` = words for nodes and channels by key."""
    parts = []
    if rule.is_vip:
        parts.append(_tr("cliente VIP"))
    if rule.is_critical:
        parts.append(_tr("autor crítico"))
    if rule.repeat is not None:
        what = _tr("reclamações") if rule.repeat.only_complaints else _tr("atendimentos")
        text = _tr("{count} {what} em {days} dias")
        parts.append(text.format(count=rule.repeat.count, what=what, days=rule.repeat.days))
    if rule.crisis_level is not None:
        parts.append(_tr("crise de nível {level} ou mais grave").format(level=rule.crisis_level))
    by_axis: dict[str, list[str]] = {}
    for node in rule.nodes:
        by_axis.setdefault(node.partition("/")[0], []).append(_last(names.get(node, node)))
    parts += [_tr(" ou ").join(each) for each in by_axis.values()]
    if rule.channels:
        parts.append(_tr(" ou ").join(names.get(each, each) for each in rule.channels))
    return _tr(" e ").join(parts)


def _last(name: str) -> str:
    """Return the last name of "Assunto: Pontos de contato › Site"."""
    return name.rpartition(" › ")[2].rpartition(": ")[2]


def _tr(text: str) -> str:
    return QCoreApplication.translate("routes_texts", text)
