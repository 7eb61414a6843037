"""The trees to begin with hold what the practice asks for, and every answer explains itself."""

from __future__ import annotations

import json

import pytest

from app.models.domain.classification_tree import AxisInfo, Trees
from app.models.domain.tree_plan import StepKind, plan_tree
from app.models.domain.words import fold
from app.services.first_day import SEEDS
from app.services.tree_exchange import ReadyTree, ready_trees

READY = ready_trees(SEEDS)
BANK = (
    "Agência, Internet banking, Caixa eletrônico, Phone banking, Taxas, Cartões de crédito, Loteria, App, Conta,"
    " Financiamento, Capitalização, Consórcio, Leasing"
)
FOOD = (
    "atendimento geral, atendimento da central, demora na entrega, demora no atendimento,"
    " erro de cobrança ou pagamento, falta de nota fiscal, falta de produto na sacola, entregador,"
    " pedido não entregue, produto trocado, brindes, intoxicação (DTA), elemento estranho, qualidade, ambiente,"
    " estrutura, falta de produto na loja, falta de acompanhamento, higiene, loja desabilitada, segurança, site,"
    " embalagem, crítica, padronização, procedimentos, promoções"
)


@pytest.mark.parametrize("ready", READY, ids=lambda ready: ready.key)
def test_every_node_says_when_to_use_it_and_every_leaf_how_it_sounds(ready: ReadyTree) -> None:
    parents = {row.parent for row in ready.rows}
    assert [row.key for row in ready.rows if not row.values.get("description")] == []
    assert [row.key for row in ready.rows if row.ref not in parents and not row.values.get("examples")] == []


@pytest.mark.parametrize("ready", READY, ids=lambda ready: ready.key)
def test_every_ready_made_tree_can_be_taken_whole(ready: ReadyTree) -> None:
    axis = AxisInfo(1, "subject", "Assunto", "case", 0, is_active=True, version=1)
    plan = plan_tree(Trees((axis,)), 1, ready.rows, is_adoption=True)
    assert plan.problems == ()
    assert plan.count(StepKind.ADDED) == len(ready.rows) > 10


@pytest.mark.parametrize(("key", "wanted"), [("bank", BANK), ("food_retail", FOOD)])
def test_the_documents_trees_are_whole(key: str, wanted: str) -> None:
    ready = next(each for each in READY if each.key == key)
    assert {fold(name.strip()) for name in wanted.split(",")} <= {fold(row.name) for row in ready.rows}


def test_every_answer_of_the_first_day_explains_itself() -> None:
    axes = json.loads((SEEDS / "axes.json").read_text(encoding="utf-8"))
    silent = [node["key"] for axis in axes for node in axis["nodes"] if not (node["description"] and node["examples"])]
    assert silent == []
