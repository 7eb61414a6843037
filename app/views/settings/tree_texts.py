"""The words in which the editor of trees speaks of nodes, counts, plans and what is wrong with a file's row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.models.domain.classification_tree import FIXED_AXIS
from app.models.domain.tree_plan import Problem, StepKind
from app.views.support.texts import day_text, number_text

if TYPE_CHECKING:
    from datetime import date

    from app.models.domain.classification_tree import AxisInfo, NodeInfo, Trees
    from app.models.domain.tree_plan import PlanProblem, TreePlan

COLORS: Final = ("#2f6fdb", "#0f8a8a", "#7a5af5", "#d1453b", "#2e9e5b", "#c9762b", "#5b6b7b", "#8a93a0")


def color_names() -> dict[str, str]:
    """Return the colours to choose from with their names."""
    names = (
        _tr("Azul"),
        _tr("Verde-água"),
        _tr("Roxo"),
        _tr("Vermelho"),
        _tr("Verde"),
        _tr("Laranja"),
        _tr("Cinza-azulado"),
        _tr("Cinza"),
    )
    return dict(zip(COLORS, names, strict=True))


def carrier_text(carrier: str) -> str:
    """Return who carries the answers of an axis."""
    return {
        "mention": _tr("cada menção"),
        "case": _tr("o atendimento"),
        "customer": _tr("o cliente; o atendimento recebe uma cópia ao abrir"),
    }.get(carrier, carrier)


def count_text_of(count: int, axis: AxisInfo | None) -> str:
    """Return how many cases (mentions on the sentiment's axis) that is: "1 caso", "31 casos"."""
    if axis is not None and axis.key == FIXED_AXIS:
        return _tr("1 menção") if count == 1 else _tr("{n} menções").format(n=number_text(count))
    return _tr("1 caso") if count == 1 else _tr("{n} casos").format(n=number_text(count))


def note_text(tree: Trees, node: NodeInfo, today: date) -> str:
    """Return what stands beside the name of a node that is not offered any more, or nothing."""
    if node.merged_into_id is not None:
        return _tr("juntado em “{path}”").format(path=tree.path(tree.resolve(node.id)) or "")
    if node.retired_at is not None:
        return _tr("aposentado em {day}").format(day=day_text(node.retired_at.astimezone().date(), today))
    return ""


def inner_text(count: int) -> str:
    """Return how many nodes lie inside another."""
    return _tr("1 item dentro dele") if count == 1 else _tr("{n} itens dentro dele").format(n=number_text(count))


def plan_text(plan: TreePlan) -> str:
    """Return what a plan does, in one line."""
    if plan.problems:
        first = _tr("1 linha com problema") if len(plan.problems) == 1 else _tr("{n} linhas com problema")
        return _tr("{problems}: nada será gravado enquanto houver. Corrija o arquivo e escolha de novo.").format(
            problems=first.format(n=number_text(len(plan.problems)))
        )
    parts = [
        f"{number_text(plan.count(kind))} {words[0 if plan.count(kind) == 1 else 1]}"
        for kind, words in _kinds().items()
        if plan.count(kind)
    ]
    if plan.order and not plan.changes:
        parts.append(_tr("a ordem muda"))
    return ", ".join(parts) or _tr("Nada muda")


def kind_text(kind: StepKind) -> str:
    """Return what becomes of one row."""
    return {
        StepKind.ADDED: _tr("Novo"),
        StepKind.CHANGED: _tr("Muda"),
        StepKind.MOVED: _tr("Muda de lugar"),
        StepKind.RETIRED: _tr("Aposenta"),
        StepKind.SAME: _tr("Já existe"),
    }[kind]


def problem_text(problem: PlanProblem) -> str:
    """Return what is wrong with a row and what to do."""
    text = {
        Problem.NO_NAME: _tr("Falta o nome."),
        Problem.LONG_NAME: _tr("O nome “{text}” é longo demais."),
        Problem.DUPLICATE: _tr("“{text}” aparece mais de uma vez. Deixe uma só linha."),
        Problem.UNKNOWN_PARENT: _tr("O pai “{text}” não existe no arquivo nem na árvore."),
        Problem.RING: _tr("“{text}” ficaria dentro dele mesmo."),
        Problem.TOO_DEEP: _tr("“{text}” fica fundo demais na árvore."),
        Problem.BAD_COLOR: _tr("“{text}” não é uma cor. Escreva como #2f6fdb."),
        Problem.BAD_SHORTCUT: _tr("“{text}” não serve de tecla. Use uma letra ou um número."),
        Problem.SHORTCUT_TAKEN: _tr("A tecla “{text}” já é de outro item."),
    }[problem.problem]
    return text.format(text=problem.text)


def field_names() -> dict[str, str]:
    """Return the names of a node's fields."""
    return {
        "name": _tr("Nome"),
        "description": _tr("Quando usar"),
        "examples": _tr("Exemplos"),
        "color": _tr("Cor"),
        "shortcut": _tr("Tecla"),
        "is_retired": _tr("Aposentado"),
    }


def _kinds() -> dict[StepKind, tuple[str, str]]:
    return {
        StepKind.ADDED: (_tr("novo"), _tr("novos")),
        StepKind.CHANGED: (_tr("muda"), _tr("mudam")),
        StepKind.MOVED: (_tr("muda de lugar"), _tr("mudam de lugar")),
        StepKind.RETIRED: (_tr("aposenta"), _tr("aposentam")),
        StepKind.SAME: (_tr("já existe"), _tr("já existem")),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("tree_texts", text)
