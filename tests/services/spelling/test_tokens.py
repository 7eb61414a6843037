"""Which stretches of a text are words to judge."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.spelling.tokens import words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Olá, tudo bem?", ["Olá", "tudo", "bem"]),
        ("entregá-lo amanhã; guarda-chuva d’água", ["entregá-lo", "amanhã", "guarda-chuva", "d'água"]),
        ("Veja https://loja.com.br/a?b=voçe e www.exemplo.org/naõ.", ["Veja"]),
        ("loja.com.br/troca ou exemplo.net já", ["ou", "já"]),
        ("Faltou espaço.Então siga", ["Faltou", "espaço", "Então", "siga"]),
        ("escreva para maria.silva+sac@loja.com.br hoje", ["escreva", "para", "hoje"]),
        ("obrigado @mariá.alves pelo #desafiu", ["obrigado", "pelo"]),
        ("{cliente}, o protocolo {protocolo} vence em {prazo final}", ["protocolo", "vence", "em"]),
        ("SAC-2026-00012, 2026.11.0001-X, R$50, 24h, 2ª, 10/10, A4, vs. 3x", ["vs"]),
        ("nota_fiscal_final.pdf em anexo", ["em", "anexo"]),
        ("CPF, CPFs, PROCON-SP e ATENÇÃO", []),
        ("WhatsApp, iPhone e MercadoLivre", []),
        ("a e o à é u", []),
        ("Привет 日本 olá", ["olá"]),
        ("👩‍💻 oi 🙂 voçe", ["oi", "voçe"]),
        ("cliente(s) e/ou “aspas”", ["cliente", "ou", "aspas"]),
        ("não‑obstante", ["não-obstante"]),
        ("a" * 60 + " oi", ["oi"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [word.text for word in words_in(text)] == words


def test_places_are_those_of_the_text_also_when_accents_are_signs_of_their_own() -> None:
    text = unicodedata.normalize("NFD", "🙂 você não")
    found = words_in(text)
    assert [word.text for word in found] == ["você", "não"]
    assert [unicodedata.normalize("NFC", text[word.start : word.end]) for word in found] == ["você", "não"]


@given(st.text(max_size=200))
def test_words_come_in_order_and_lie_apart(text: str) -> None:
    end = 0
    for word in words_in(text):
        assert end <= word.start < word.end <= len(text)
        end = word.end


@pytest.mark.parametrize("run", ["a", "a-", "a.", "é", "{", "{a", "@", "a@", "www.", "a.b-c.", "1a_", "é" + chr(0x301)])
def test_a_text_of_one_run_takes_no_age(run: str) -> None:
    started = time.perf_counter()
    words_in(run * 30_000)
    assert time.perf_counter() - started < 2
