"""X's own way of counting, and posts cut where a reader would pause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.x_length import LINK_WEIGHT, split_weighted, units, weighted_length


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("Olá, tudo bem?", 14),
        ("ação", 4),
        ("ac\u0327a\u0303o", 4),  # typed with combining marks: normalised first
        ("“aspas” e travessão — sim", 25),
        ("日本語", 6),
        ("안녕", 4),
        ("😀", 2),
        ("👍🏽", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("🇧🇷", 2),
        ("1️⃣", 2),
        ("❤️", 2),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
        ("https://exemplo.com.br/a/b?c=d#e", LINK_WEIGHT),
        ("http://a.co", LINK_WEIGHT),
        ("veja exemplo.com.br.", 5 + LINK_WEIGHT + 1),
        ("veja exemplo.com/ajuda, por favor", 5 + LINK_WEIGHT + 11),
        ("(https://exemplo.com/x)", LINK_WEIGHT + 2),
        ("fim.Eu voltei", 13),
        ("t.co/abc", LINK_WEIGHT),
        ("nome@exemplo.com", 16),
        ("#exemplo.com", 12),
        ("€ 10", 5),
    ],
)
def test_the_weight_is_the_networks(text: str, weight: int) -> None:
    assert weighted_length(text) == weight


def test_two_hundred_and_eighty_signs_with_a_long_link() -> None:
    text = "a" * 256 + " https://exemplo.com.br/" + "b" * 200
    assert weighted_length(text) == 280
    assert split_weighted(text, 280, 1) == (text,)


def test_a_long_answer_is_cut_between_paragraphs_then_sentences_then_words() -> None:
    paragraphs = "Primeira parte da resposta.\n\nSegunda parte, mais curta."
    assert split_weighted(paragraphs, 40, 2) == ("Primeira parte da resposta.", "Segunda parte, mais curta.")
    sentences = "Já vimos o seu pedido. Ele sai amanhã cedo."
    assert split_weighted(sentences, 30, 2) == ("Já vimos o seu pedido.", "Ele sai amanhã cedo.")
    assert split_weighted("uma duas três quatro", 12, 3) == ("uma duas", "três quatro")


def test_a_word_longer_than_a_post_is_cut_into_signs_and_a_link_never() -> None:
    assert split_weighted("a" * 25, 10, 3) == ("a" * 10, "a" * 10, "a" * 5)
    assert split_weighted("oi https://exemplo.com/aaaaaaaaaaaaaaaaaaaaaaaa", 23, 2)[1].startswith("https://exemplo")
    with pytest.raises(ValueError, match="link"):
        split_weighted("https://exemplo.com/a", 20, 9)


def test_too_many_parts_are_refused_and_nothing_is_no_part() -> None:
    with pytest.raises(ValueError, match="too many"):
        split_weighted("uma duas três", 5, 2)
    assert split_weighted("  \n ", 10, 1) == ()


@given(st.text(max_size=300))
def test_units_joined_are_the_text_and_parts_lose_only_blanks(text: str) -> None:
    normal = "".join(each.text for each in units(text))
    assert weighted_length(normal) == sum(each.weight for each in units(text))
    parts = split_weighted(text, 40, 10_000)
    assert all(weighted_length(part) <= 40 + LINK_WEIGHT for part in parts)
    assert "".join("".join(parts).split()) == "".join(normal.split())
