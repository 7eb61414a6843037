"""X's own way of counting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.x_length import LINK_WEIGHT, weighted_length


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
    assert weighted_length("a" * 256 + " https://exemplo.com.br/" + "b" * 200) == 280


@given(st.text(alphabet="aé日😀👍🏽 .-/@#1", max_size=200), st.text(max_size=100))
def test_a_longer_text_never_weighs_less_than_its_words_alone(first: str, second: str) -> None:
    both = weighted_length(f"{first}\n{second}")
    assert 0 <= both <= 2 * len(f"{first}\n{second}") + LINK_WEIGHT * f"{first}{second}".count(".")
    assert weighted_length(first) <= 2 * len(first) + LINK_WEIGHT * first.count(".")
