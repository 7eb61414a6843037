import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.crisis import CrisisHit, CrisisMatrix, crisis_level
from app.models.domain.vocabulary import Sentiment

SEED = json.loads((Path(__file__).parents[3] / "resources" / "seeds" / "crisis.json").read_text(encoding="utf-8"))
MATRIX = CrisisMatrix.from_mapping(SEED)


def hit(text: str, sentiment: Sentiment | None = None) -> CrisisHit | None:
    return crisis_level(text, MATRIX, sentiment)


def level(text: str, sentiment: Sentiment | None = None) -> int | None:
    found = hit(text, sentiment)
    return found.level if found else None


def test_the_matrix_of_the_planning_document() -> None:
    clocks = [(row.level, row.identify_within, row.answer_within) for row in MATRIX.levels]
    assert clocks == [
        (1, timedelta(minutes=5), timedelta(minutes=30)),
        (2, timedelta(hours=1), timedelta(hours=2)),
        (3, timedelta(hours=6), timedelta(hours=12)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vou ao PROCON amanhã", 1),
        ("procom neles", 1),
        ("Procooooon!!!", 1),
        ("achei VENENO no pacote", 1),
        ("os venenos", 1),
        ("fui envenenada", 1),
        ("usaram soda cáustica", 1),
        ("a médica me atendeu no hospital, dois hospitais", 1),
        ("duas intoxicações", 1),
        ("bicho na minha comida", 1),
        ("bichos na comida", 1),
        ("achei um bicho. Na comida não", None),
        ("bicho que eu adoro na comida", None),
        ("adoro bicho", None),
        ("bicho na", None),
        ("vi na Anatel", 1),
        ("abri um processo", 1),
        ("participei do processo seletivo", None),
        ("processo seletivo e depois processo na justiça", 1),
        ("a mais barata do bairro", None),
        ("tinha uma barata no prato", 1),
        ("a cadeira não foi barata", None),
        ("não concluí o processo de compra", None),
        ("minha bebê ficou sem fralda", 2),
        ("sou jornalista", 2),
        ("os jornalistas e as gestantes", 2),
        ("idosas na fila", 2),
        ("criança passou mal", 1),
        ("o atendimento foi ruim", None),
        ("bom dia", None),
        ("", None),
    ],
)
def test_words_call_for_a_level(text: str, expected: int | None) -> None:
    assert level(text) == expected


def test_level_three_needs_a_negative_sentiment() -> None:
    text = "O preço dessa loja..."
    assert level(text) is None
    assert level(text, Sentiment.POSITIVE) is None
    assert level(text, Sentiment.NEGATIVE) == 3
    assert level("bom dia", Sentiment.NEGATIVE) is None


def test_a_hit_says_what_fired_and_both_clocks() -> None:
    found = hit("Chamei a polícia e o Procon. Achei larvas, larvas!")
    assert found is not None
    assert found.words == ("policia", "procon", "larvas")
    assert found.groups == ("authorities", "foreign_body")
    assert found.identify_within == timedelta(minutes=5)
    assert found.answer_within == timedelta(minutes=30)
    assert not found.doubt


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("não vou ao Procon", True),
        ("nao quero ir ao procon", True),
        ("não vou querer procon", True),
        ("não " + "vou " * 3_000 + "procon", True),
        ("vou querer " + "vou " * 3_000 + "procon", False),
        ("nunca vou querer ir no procon", True),
        ("vou querer procon", False),
        ("jamais chamaria a polícia", True),
        ("sem veneno", True),
        ("vou ao procon", False),
        ("não resolveram vou ao procon", False),
        ("se não resolver vou ao Procon", False),
        ("se não vou entrar com processo", False),
        ("se não devolver coloco no Procon", False),
        ("caso não chegue, Procon. Caso não chegue Procon", False),
        ("não recebi, vou ao Procon", False),
        ("não recebi e chamei o Procon", False),
        ("não recebi\nProcon", False),
        ("não sei mais o que fazer: Procon", False),
        ("não tem cabimento uma espera dessas na Anatel", False),
        ("não vou ao Procon, vou à Anatel", False),
        ("não vou ao Procon nem vou à Anatel", True),
    ],
)
def test_negation_is_a_doubt_and_still_a_hit(text: str, *, doubt: bool) -> None:
    found = hit(text)
    assert found is not None
    assert found.level == 1
    assert found.doubt == doubt


def small_matrix(**changes: Any) -> CrisisMatrix:
    row = {"level": 2, "name": "x", "identify_minutes": 1, "answer_minutes": 2, "groups": []}
    return CrisisMatrix.from_mapping({"levels": [row | changes]})


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("reclamação", ["reclamação", "reclamações"]),
        ("cão", ["cão"]),
        ("idoso", ["idoso", "idosas"]),
        ("professor", ["professores", "professora"]),
        ("mulher", ["mulheres"]),
        ("rapaz", ["rapazes"]),
        ("papel", ["papéis"]),
        ("animal", ["animais"]),
        ("jovem", ["jovens"]),
        ("gás tóxico", ["gás tóxicos"]),
        ("freguês", ["fregueses"]),
        ("grávida", ["grávidas"]),
    ],
)
def test_inflection(word: str, forms: list[str]) -> None:
    matrix = small_matrix(groups=[{"key": "g", "name": "G", "words": [word]}])
    for form in forms:
        assert crisis_level(f"olha: {form}!", matrix) is not None, form


def test_words_without_letters_are_passed_over_and_a_bare_star_is_no_stem() -> None:
    matrix = small_matrix(groups=[{"key": "g", "name": "G", "words": ["!!", "*", "ab*"]}])
    assert crisis_level("tudo abacaxi", matrix) is None
    assert crisis_level("ab", matrix) is not None


def test_a_form_that_is_not_ours_is_refused() -> None:
    with pytest.raises(KeyError):
        CrisisMatrix.from_mapping({})
    with pytest.raises(ValueError, match="sour"):
        small_matrix(requires_sentiment=["sour"])


@given(st.text(max_size=200), st.sampled_from([None, *Sentiment]))
def test_any_text_has_a_level_or_none(text: str, sentiment: Sentiment | None) -> None:
    found = hit(text, sentiment)
    assert found is None or (found.level in {1, 2, 3} and found.words and found.groups)


def test_a_megabyte_is_read_in_a_moment() -> None:
    for piece in ("nao ", "bicho na ", "aaaa", "não vou ao procon ", "vou ", "processo seletivo "):
        hit(piece * (1_000_000 // len(piece)), Sentiment.NEGATIVE)
