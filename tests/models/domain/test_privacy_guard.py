import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain import protocol
from app.models.domain.privacy_guard import Finding, FindingKind, findings, is_cnpj, is_cpf

ROOT = Path(__file__).parents[3]
DOCUMENTS = Path(os.environ.get("BALCAO_REAL_DATA", ROOT.parent / "shared" / "data")) / "documents_br.jsonl"
K = FindingKind


def cpf_of(nine: str) -> str:
    return next(nine + f"{end:02d}" for end in range(100) if is_cpf(nine + f"{end:02d}"))


CPF = cpf_of("123456789")
DOTTED = f"{CPF[:3]}.{CPF[3:6]}.{CPF[6:9]}-{CPF[9:]}"


def found(text: str, *notes: str, **own: Any) -> list[tuple[FindingKind, str]]:
    return [(one.kind, text[one.start : one.end]) for one in findings(text, notes, **own)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Seu CPF é {CPF}?", [(K.CPF, CPF)]),
        (f"CPF: {DOTTED}.", [(K.CPF, DOTTED)]),
        (f"cpf {DOTTED.replace('.', ' ')}", [(K.CPF, DOTTED.replace(".", " "))]),
        ("CNPJ 11.222.333/0001-81", [(K.CNPJ, "11.222.333/0001-81")]),
        ("cnpj 12.ABC.345/01DE-35", [(K.CNPJ, "12.ABC.345/01DE-35")]),
        ("escreva a ana.silva@exemplo.com.br, por favor", [(K.EMAIL, "ana.silva@exemplo.com.br")]),
        ("ligue (11) 98888-7777", [(K.PHONE, "(11) 98888-7777")]),
        ("+55 11 98888 7777", [(K.PHONE, "+55 11 98888 7777")]),
        ("zap 11988887777!", [(K.PHONE, "11988887777")]),
        ("5511988887777", [(K.PHONE, "5511988887777")]),
        ("(021) 3333-4444", [(K.PHONE, "(021) 3333-4444")]),
        ("021 3333-4444", [(K.PHONE, "021 3333-4444")]),
        ("fone 3333-4444", [(K.PHONE, "3333-4444")]),
        ("98888-7777", [(K.PHONE, "98888-7777")]),
        ("fixo: 2133334444 agora 21 33334444", [(K.PHONE, "21 33334444")]),
        ("moro na Rua das Flores, 123", [(K.ADDRESS, "Rua das Flores, 123")]),
        ("Av. Paulista nº 1000 - apto 12", [(K.ADDRESS, "Av. Paulista nº 1000")]),
        ("av Brasil 500 casa 2", [(K.ADDRESS, "av Brasil 500")]),
        ("CEP 01310100", [(K.ADDRESS, "CEP 01310100")]),
        ("fica no 01310-100.", [(K.ADDRESS, "01310-100")]),
        ("cartão 4111 1111 1111 1111", [(K.CARD, "4111 1111 1111 1111")]),
        ("cartão 5555-5555-5555-4444", [(K.CARD, "5555-5555-5555-4444")]),
        ("o pedido 88123 saiu", [(K.ORDER, "pedido 88123")]),
        ("pedido 1234", [(K.ORDER, "pedido 1234")]),
        ("Pedido nº: 88123", [(K.ORDER, "Pedido nº: 88123")]),
        ("nota fiscal número BR-4567", [(K.ORDER, "nota fiscal número BR-4567")]),
        (f"{CPF} e ana@exemplo.com", [(K.CPF, CPF), (K.EMAIL, "ana@exemplo.com")]),
    ],
)
def test_personal_data_is_found_where_it_stands(text: str, expected: list[tuple[FindingKind, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bom dia! Já estamos vendo o seu caso.",
        "São R$ 1.234,56 em 10x de R$ 123,45; R$ 2500-3000 no total",
        "Entrega até 21/11/2026, ou 2026-11-21, às 14:30",
        "Atendemos de segunda a sexta, das 09:00 às 18:00 (0900-1800)",
        "Ligue 0800 123 4567, 4004-1234 ou 3003-1234",
        "safra 2024-2025",
        "CPF 123.456.789-00, 11111111111",
        "CNPJ 11.222.333/0001-82, 12ABC34501DE36, 12ABC34501DEAA",
        "cartão 4111 1111 1111 1112 e 4444 4444 4444 4444",
        "dois pedidos em 2026, pedido 12",
        "no meio da rua, 3 vezes por semana",
        "loja da Rua das Flores",
        "código 123456789012345678901234567890",
        "98765432",
        "11 11111111",
        "20 33334444",
        "ano da compra: 2014",
        "fica na Rua Senador Pompeu no centro e ocorreu no dia 23/12",
        "fale com @empresa",
        "99 R$ 98888 7777",
    ],
)
def test_false_alarms_are_few(text: str) -> None:
    assert found(text) == []


@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2060, 1, 1)), st.integers(1, 999_999))
def test_a_protocol_may_always_be_told(day: date, number: int) -> None:
    stored = protocol.make(day, number)
    assert found(f"Seu protocolo é {protocol.display(stored)}, guarde: {stored}.") == []


def test_what_is_the_companys_own_may_be_told() -> None:
    text = "sac@loja.com.br, ana@exemplo.com, (11) 3333-4444 e 11 98888-7777"
    own = {"own_addresses": ["@Loja.com.br"], "own_phones": ["+55 11 3333 4444"]}
    assert found(text, **own) == [(K.EMAIL, "ana@exemplo.com"), (K.PHONE, "11 98888-7777")]
    mails = "sac@loja.com.br isaac@loja.com.br osac@loja.com.br"
    assert found(mails, own_addresses=["SAC@loja.com.br"]) == [
        (K.EMAIL, "isaac@loja.com.br"),
        (K.EMAIL, "osac@loja.com.br"),
    ]


NOTE = "Cliente já abriu três processos contra a empresa; o jurídico pede que ninguém prometa reembolso."


def test_the_text_of_a_note_is_found() -> None:
    leak = "CLIENTE JA ABRIU TRES PROCESSOS, contra a empresa o jurídico pede"
    assert found(f"Olá! {leak} calma", NOTE) == [(K.NOTE, leak)]
    assert found("o cliente já abriu três processos contra nós", NOTE) == []
    assert found("duas vezes a mesma nota aqui, a mesma nota aqui vezes", "a mesma nota aqui vezes") == [
        (K.NOTE, "a mesma nota aqui vezes")
    ]
    assert found("ligar amanhã cedo", "ligar amanhã cedo") == []
    text = f"{NOTE} E mais: {NOTE}"
    assert [kind for kind, _words in found(text, NOTE)] == [K.NOTE, K.NOTE]


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        (CPF, True),
        (DOTTED, True),
        ("52998224725", True),
        ("52998224724", False),
        ("5299822472", False),
        ("00000000000", False),
        ("5299822472a", False),
        ("٥٢٩٩٨٢٢٤٧٢٥", False),
    ],
)
def test_cpf(text: str, *, valid: bool) -> None:
    assert is_cpf(text) == valid


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("11.222.333/0001-81", True),
        ("11222333000182", False),
        ("12.abc.345/01de-35", True),
        ("12ABC34501DEAA", False),
        ("00000000000000", False),
        ("1122233300018", False),
        ("1122233300018ª", False),
        ("11222333+00181", False),
    ],
)
def test_cnpj(text: str, *, valid: bool) -> None:
    assert is_cnpj(text) == valid


@given(st.text(alphabet="0123456789", min_size=9, max_size=9))
def test_every_nine_digits_have_one_pair_of_check_digits(nine: str) -> None:
    assert sum(is_cpf(nine + f"{end:02d}") for end in range(100)) == (0 if len(set(nine)) == 1 else 1)


def real_rows() -> Iterator[Any]:
    if DOCUMENTS.is_file():
        for line in DOCUMENTS.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield pytest.param(row, id=f"{row['kind']} {row['text']}")


@pytest.mark.skipif(not DOCUMENTS.is_file(), reason="the published vectors of other libraries are not on this machine")
@pytest.mark.parametrize("row", list(real_rows()))
def test_other_libraries_agree(row: dict[str, Any]) -> None:
    assert (is_cpf if row["kind"] == "cpf" else is_cnpj)(row["text"]) == row["valid"]


@given(st.text(max_size=120), st.lists(st.text(max_size=60), max_size=2))
def test_any_text_can_be_guarded_and_places_are_within_it(text: str, notes: list[str]) -> None:
    for one in findings(text, notes):
        assert 0 <= one.start < one.end <= len(text)
        assert isinstance(one, Finding)


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "a", "a.", "a@", "rua ", "rua a ", "pedido ", "pedido n", "(11) ", "4-", "R."]
)
def test_a_megabyte_is_read_in_a_moment(piece: str) -> None:
    findings(piece * (1_000_000 // len(piece)))
