from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain import protocol
from app.models.domain.search_query import KEY_WORDS, Filter, FilterKey, Problem, SearchQuery, parse

K = FilterKey
STORED = protocol.make(date(2026, 11, 21), 42)
SHOWN = protocol.display(STORED)
MISTYPED = SHOWN[:-1] + "9"


def filters(*items: tuple[FilterKey, str, str]) -> tuple[Filter, ...]:
    return tuple(Filter(*item) for item in items)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("   ", {}),
        ("Reclamação atrasada", {"words": ("reclamacao", "atrasada")}),
        ("e-mail e-mail", {"words": ("e", "mail")}),
        ('"não chegou" pedido', {"words": ("pedido",), "phrases": ("nao chegou",)}),
        ('"não chegou', {"phrases": ("nao chegou",)}),
        ('""', {}),
        ('pedido -troca -"já resolvido" -!! -', {"words": ("pedido",), "excluded": ("troca", "ja resolvido")}),
        ('-""', {}),
        ("canal:Instagram", {"filters": filters((K.CHANNEL, "Instagram", "instagram"))}),
        ("canal: instagram", {"filters": filters((K.CHANNEL, "instagram", "instagram"))}),
        ("CANAL:x canal:x", {"filters": filters((K.CHANNEL, "x", "x"))}),
        ("-canal:x", {"filters": (Filter(K.CHANNEL, "x", "x", excluded=True),)}),
        ("de:@ana_silva", {"filters": filters((K.AUTHOR, "@ana_silva", "ana silva"))}),
        (
            'cliente:"Ana Silva" troca',
            {"words": ("troca",), "filters": filters((K.CUSTOMER, "Ana Silva", "ana silva"))},
        ),
        (
            "área:Jurídico dono:eu estado:novo",
            {"filters": filters((K.AREA, "Jurídico", "juridico"), (K.OWNER, "eu", "eu"), (K.STATE, "novo", "novo"))},
        ),
        (
            "sentimento:negativo assunto:entrega natureza:dúvida",
            {
                "filters": filters(
                    (K.SENTIMENT, "negativo", "negativo"),
                    (K.SUBJECT, "entrega", "entrega"),
                    (K.NATURE, "dúvida", "duvida"),
                )
            },
        ),
        ("canal:", {}),
        ("-Até:", {}),
        ('canal:""', {}),
        ("desde:01/11/2026 até:21/11/26", {"since": date(2026, 11, 1), "until": date(2026, 11, 21)}),
        ("desde:2026-11-01 ate:1.2.2026", {"since": date(2026, 11, 1), "until": date(2026, 2, 1)}),
        ("desde:31/02/2026", {"problems": (Problem(K.SINCE, "31/02/2026"),)}),
        ("até:ontem", {"problems": (Problem(K.UNTIL, "ontem"),)}),
        (STORED, {"protocol": STORED}),
        (f"  {SHOWN} ", {"protocol": STORED}),
        (f"Protocolo nº {SHOWN}", {"protocol": STORED}),
        (f"protocolo:{SHOWN}", {"protocol": STORED}),
        (f"protocolo: {SHOWN} canal:x", {"protocol": STORED, "filters": filters((K.CHANNEL, "x", "x"))}),
        (f'protocolo:"{SHOWN}" troca', {"protocol": STORED, "words": ("troca",)}),
        ("protocolo:0042 -troca", {"protocol_fragment": "0042", "excluded": ("troca",)}),
        ("protocolo:0042", {"protocol_fragment": "0042"}),
        ("protocolo:42 x", {"words": ("x",), "problems": (Problem(K.PROTOCOL, "42"),)}),
        ("protocolo:abc", {"problems": (Problem(K.PROTOCOL, "abc"),)}),
        ("0042-1", {"words": ("0042", "1"), "protocol_fragment": "00421"}),
        ("42", {"words": ("42",)}),
        ("pedido 88123", {"words": ("pedido", "88123")}),
        (
            MISTYPED.replace(" ", "").replace("-", ""),
            {
                "words": (MISTYPED.replace(" ", "").replace("-", ""),),
                "protocol_fragment": MISTYPED.replace(" ", "").replace("-", ""),
                "problems": (Problem(K.PROTOCOL, MISTYPED.replace(" ", "").replace("-", "")),),
            },
        ),
        (f"protocolo:{MISTYPED} x", {"words": ("x",), "problems": (Problem(K.PROTOCOL, MISTYPED),)}),
        (
            "https://exemplo.com/a 12:30 foo:bar",
            {"words": ("https", "exemplo", "com", "a", "12", "30", "foo", "bar")},
        ),
        ('foo:"a b"', {"words": ("foo", "a", "b")}),
        ("a\x00b \ud800 \u202ec", {"words": ("ab", "c")}),
    ],
)
def test_parse(text: str, expected: dict[str, Any]) -> None:
    assert parse(text) == SearchQuery(**expected)


def test_empty() -> None:
    assert parse(" -! ").is_empty
    assert parse("desde:x").is_empty
    assert not parse("canal:x").is_empty


def test_every_filter_has_one_word() -> None:
    assert sorted(KEY_WORDS.values()) == sorted(FilterKey)


PIECES = st.sampled_from(['"', "-", ":", " ", "protocolo:", "desde:", "até:", "1", "2026", "/", "canal", "á", "\x00"])


@given(st.lists(PIECES | st.text(max_size=3), max_size=25).map("".join))
def test_nothing_that_can_be_typed_raises(text: str) -> None:
    query = parse(text)
    assert all(word and " " not in word for word in query.words)


def test_a_pasted_megabyte_is_read_in_a_moment() -> None:
    for piece in ('"', "a", "protocolo:1 ", "-", "a:"):
        parse(piece * (1_000_000 // len(piece)))
