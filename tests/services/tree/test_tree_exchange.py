"""Trees come in and go out as files; what a file would do is known before, and happens whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from app.models.domain.tree_plan import Problem, StepKind, TreePlan
from app.services.acts import Done
from app.services.errors import Conflict, Invalid, Refused
from app.services.tree_exchange import TreeOrder
from tests.services.tree.conftest import Garden

TakeBack = Callable[[Done[Any]], None]


def order(garden: Garden, text: str | bytes, axis: str = "subject", **more: Any) -> TreeOrder:
    data = text if isinstance(text, bytes) else text.encode()
    return TreeOrder(garden.axis(axis).id, garden.trees.exchange.read(data), "arquivo.csv", **more)


def problems(plan: TreePlan) -> list[tuple[int, Problem]]:
    return [(each.number, each.problem) for each in plan.problems]


@pytest.mark.parametrize("as_json", [True, False])
def test_an_axis_goes_out_and_comes_in_unchanged(garden: Garden, *, as_json: bool) -> None:
    node = garden.node("courier")
    garden.trees.change_node(
        garden.actor, node.id, expected_version=1, description="Quem; entrega", examples="Um\nDois", color="#112233"
    )
    garden.trees.retire_node(garden.actor, garden.node("product_gifts").id, expected_version=1)
    text = garden.trees.exchange.export_text(garden.axis().id, as_json=as_json)
    plan = garden.trees.exchange.plan(order(garden, text))
    assert plan.problems == ()
    assert plan.changes == ()
    assert plan.is_empty
    with pytest.raises(Invalid, match="axis_unknown"):
        garden.trees.exchange.export_text(99)


def test_a_file_adds_changes_moves_and_has_one_undo(garden: Garden, take_back: TakeBack) -> None:
    before = garden.picture()
    text = (
        "chave;pai;nome;quando usar;aposentado\n"
        "service;;Atendimento ao cliente;Tudo do balcão;\n"
        "pix;service;Pix;;\n"
        "pix_errado;pix;Pix errado;Valor ou chave errada;\n"
        "courier;product;Entregador;;\n"
        "refund;service;Troca, devolução ou reembolso;;sim\n"
    )
    wanted = order(garden, text)
    plan = garden.trees.exchange.plan(wanted)
    assert [(step.key, step.kind) for step in plan.steps] == [
        ("service", StepKind.CHANGED),
        ("pix", StepKind.ADDED),
        ("pix_errado", StepKind.ADDED),
        ("courier", StepKind.MOVED),
        ("refund", StepKind.RETIRED),
    ]
    done = garden.trees.exchange.take_in(garden.actor, wanted, expected=plan)
    assert done.value == 5
    now = garden.now()
    assert now.path(garden.node("pix_errado").id) == "Atendimento ao cliente › Pix › Pix errado"
    assert garden.names("product")[-1] == "Entregador"
    assert garden.node("refund").retired_at is not None
    what, _before, after = garden.records()[-1]
    assert what == "tree_imported:Assunto › arquivo.csv"
    assert after == {"added": 2, "changed": 1, "moved": 1, "retired": 1}
    assert len(garden.records()) == 1
    take_back(done)
    assert garden.picture() == before


def test_undo_of_a_file_keeps_what_is_used_and_meets_colleagues(garden: Garden, take_back: TakeBack) -> None:
    wanted = order(garden, "chave;nome\npix;Pix\nservice;Balcão\n")
    done = garden.trees.exchange.take_in(garden.actor, wanted, expected=garden.trees.exchange.plan(wanted))
    garden.use("pix")
    node = garden.node("service")
    changed = garden.trees.change_node(garden.actor, node.id, expected_version=node.version, name="Casa")
    with pytest.raises(Conflict, match="tree_changed"):
        take_back(done)
    assert garden.node("pix").retired_at is None
    take_back(changed)
    take_back(done)
    assert garden.node("pix").retired_at is not None
    assert garden.node("service").name == "Atendimento"


def test_empty_cells_leave_what_the_team_has_written(garden: Garden) -> None:
    plan = garden.trees.exchange.plan(order(garden, "chave;nome;quando usar;cor\ncourier;Entregador;;\n"))
    assert plan.is_empty
    plan = garden.trees.exchange.plan(order(garden, '[{"key": "courier", "name": "Entregador", "description": null}]'))
    assert plan.changes[0].values == {"description": None}


def test_what_was_previewed_is_what_happens(garden: Garden) -> None:
    wanted = order(garden, "chave;nome\nservice;Balcão\n")
    plan = garden.trees.exchange.plan(wanted)
    garden.trees.change_node(garden.actor, garden.node("service").id, expected_version=1, name="Casa")
    with pytest.raises(Conflict, match="tree_changed"):
        garden.trees.exchange.take_in(garden.actor, wanted, expected=plan)
    again = order(garden, "chave;nome\nservice;Casa\n")
    assert garden.trees.exchange.take_in(garden.actor, again, expected=garden.trees.exchange.plan(again)).undo is None


def test_rows_that_cannot_be_are_told_and_nothing_is_written(garden: Garden) -> None:
    before = garden.picture()
    text = (
        "chave;pai;nome;cor;tecla\n"
        "a;nada;A;;\n"
        "b;c;B;;\n"
        "c;b;C;;\n"
        "d;;D;azul;\n"
        "e;;E;;ab\n"
        "f;;F;;1\n"
        "g;;G;;1\n"
        "h;;;;\n"
        "f;;F de novo;;\n"
        "service;courier;Atendimento;;\n"
        "i;;D;;\n"
    )
    wanted = order(garden, text)
    plan = garden.trees.exchange.plan(wanted)
    assert problems(plan) == [
        (2, Problem.UNKNOWN_PARENT),
        (3, Problem.RING),
        (4, Problem.RING),
        (5, Problem.BAD_COLOR),
        (6, Problem.BAD_SHORTCUT),
        (8, Problem.SHORTCUT_TAKEN),
        (9, Problem.NO_NAME),
        (10, Problem.DUPLICATE),
        (11, Problem.RING),
        (12, Problem.DUPLICATE),
    ]
    with pytest.raises(Invalid, match="tree_rows_wrong"):
        garden.trees.exchange.take_in(garden.actor, wanted, expected=plan)
    assert garden.picture() == before


def test_a_file_by_levels_or_path_is_understood(garden: Garden) -> None:
    text = "Nível 1\tNível 2\tNível 3\tQuando usar\nAtendimento\tPix\tErrado\tX\n\t\tAtrasado\t\n\tBoleto\t\t\n"
    plan = garden.trees.exchange.plan(order(garden, text))
    assert [(step.name, step.kind, step.values.get("description")) for step in plan.steps] == [
        ("Atendimento", StepKind.SAME, None),
        ("Pix", StepKind.ADDED, None),
        ("Errado", StepKind.ADDED, "X"),
        ("Atrasado", StepKind.ADDED, None),
        ("Boleto", StepKind.ADDED, None),
    ]
    by_path = order(garden, "caminho\nAtendimento > Pix > Errado\nProduto › Cor\n")
    plan = garden.trees.exchange.plan(by_path)
    garden.trees.exchange.take_in(garden.actor, by_path, expected=plan)
    assert garden.now().path(garden.node("errado").id) == "Atendimento › Pix › Errado"
    assert garden.now().path(garden.node("cor").id) == "Produto › Cor"


def test_parents_may_be_named_and_keys_are_made(garden: Garden) -> None:
    wanted = order(garden, "nome,pai\nMeios de pagamento,\nPix,Meios de pagamento\nAtendimento,\n".encode("cp1252"))
    plan = garden.trees.exchange.plan(wanted)
    garden.trees.exchange.take_in(garden.actor, wanted, expected=plan)
    assert garden.now().path(garden.node("pix").id) == "Meios de pagamento › Pix"
    assert plan.count(StepKind.SAME) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "tree_empty"),
        (b"chave;nome\n", "tree_empty"),
        (b"PK\x03\x04\x00\x00", "tree_not_text"),
        (b'{"nodes": [', "tree_json_broken"),
        (b"[" * 100_000, "tree_json_broken"),
        (b'{"outra": 1}', "tree_no_names"),
        (b"[1]", "tree_unreadable"),
        (b'[{"name": "A", "children": "b"}]', "tree_unreadable"),
        (b"coluna;outra\n1;2\n", "tree_no_names"),
        (b'nome\n"' + b"x" * 200_000 + b'"\n', "tree_unreadable"),
        (b"nome\n" + b"".join(b"n%d\n" % n for n in range(100_000)), "tree_too_large"),
        (b"x" * 30_000_001, "tree_too_large"),
        (json.dumps([{"name": str(n)} for n in range(20_001)]).encode(), "tree_too_large"),
    ],
)
def test_what_is_no_tree_is_refused_with_its_reason(garden: Garden, data: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        garden.trees.exchange.read(data)
    assert refused.value.code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_of_other_programs(garden: Garden, encoding: str) -> None:
    rows = garden.trees.exchange.read("nome;código\nAção;acao\n".encode(encoding))
    assert [(row.name, row.key) for row in rows] == [("Ação", "acao")]


def test_what_a_file_does_not_name_can_be_retired(garden: Garden, take_back: TakeBack) -> None:
    before = garden.picture()
    wanted = order(garden, "chave;nome\nservice;Atendimento\n", retire_missing=True)
    plan = garden.trees.exchange.plan(wanted)
    assert plan.count(StepKind.RETIRED) == len(garden.now().tree(garden.axis().id)) - 1
    done = garden.trees.exchange.take_in(garden.actor, wanted, expected=plan)
    assert [node.name for node in garden.now().tree(garden.axis().id) if node.is_offered] == ["Atendimento"]
    take_back(done)
    assert garden.picture() == before


def test_sentiment_takes_texts_but_no_answers(garden: Garden) -> None:
    wanted = order(garden, "chave;nome\nironic;Irônico\n", axis="sentiment")
    with pytest.raises(Refused, match="axis_fixed"):
        garden.trees.exchange.plan(wanted)
    wanted = order(garden, "chave;nome;quando usar\nmixed;Misto;Elogia e reclama\n", axis="sentiment")
    plan = garden.trees.exchange.plan(wanted)
    garden.trees.exchange.take_in(garden.actor, wanted, expected=plan)
    assert garden.node("mixed", "sentiment").description == "Elogia e reclama"
    with pytest.raises(Invalid, match="axis_unknown"):
        garden.trees.exchange.plan(TreeOrder(99, wanted.rows, "x"))


def test_a_ready_made_tree_is_adopted_in_part(garden: Garden, take_back: TakeBack) -> None:
    before = garden.picture()
    exchange = garden.trees.exchange
    assert {tree.key for tree in exchange.ready_made()} == {
        "bank",
        "ecommerce",
        "food_retail",
        "general",
        "telecom",
        "utilities",
    }
    garden.trees.retire_node(garden.actor, garden.node("product_quality").id, expected_version=1)
    chosen = ["produto_qualidade", "produto_falsificacao", "pagamento_pix"]
    wanted = exchange.order_adoption(garden.axis().id, "ecommerce", chosen)
    plan = exchange.plan(wanted)
    assert [(step.name, step.kind) for step in plan.steps] == [
        ("Produto", StepKind.SAME),
        ("Qualidade", StepKind.CHANGED),
        ("Falsificação", StepKind.ADDED),
        ("Pagamento", StepKind.ADDED),
        ("Pix", StepKind.ADDED),
    ]
    done = exchange.take_in(garden.actor, wanted, expected=plan)
    assert garden.node("product_quality").retired_at is None
    assert garden.names("product")[-1] == "Falsificação"
    assert garden.names()[-1] == "Pagamento"
    assert garden.records()[-1][0] == "tree_adopted:Assunto › Comércio eletrônico"
    again = exchange.plan(exchange.order_adoption(garden.axis().id, "ecommerce", chosen))
    assert again.is_empty
    take_back(done)
    node = garden.node("product_quality")
    garden.trees.retire_node(garden.actor, node.id, expected_version=node.version, is_retired=False)
    assert garden.picture() == before


def test_twenty_thousand_are_the_end(garden: Garden) -> None:
    text = "nome\n" + "".join(f"Item {n}\n" for n in range(19_990))
    with pytest.raises(Invalid, match="tree_too_large"):
        garden.trees.exchange.plan(order(garden, text))


def test_a_large_file_comes_in_and_goes_back(garden: Garden, take_back: TakeBack) -> None:
    before = garden.picture()
    lines = [f"m{n // 50};;Macro {n // 50}" for n in range(0, 5_000, 50)]
    lines += [f"v{n};m{n // 50};Item {n}" for n in range(5_000)]
    wanted = order(garden, "chave;pai;nome\n" + "\n".join(lines))
    plan = garden.trees.exchange.plan(wanted)
    done = garden.trees.exchange.take_in(garden.actor, wanted, expected=plan)
    assert len(garden.now().children(garden.axis().id, garden.node("m3").id)) == 50
    take_back(done)
    assert garden.picture() == before
