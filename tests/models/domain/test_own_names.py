"""Own names are found in accounts, are no customers, and say nothing in a text."""

from __future__ import annotations

import pytest

from app.models.domain.own_names import OwnNames, names_of

OWN = OwnNames.of(
    [
        (1, "Instagram @Loja.Aurora", {}),
        (2, "Fediverso", {"username": "loja@praca.example"}),
        (3, "E-mail", {"address": "sac@aurora.example", "other_addresses": "loja@aurora.example; "}),
        (4, "Bluesky", {"handle": "@aurora.bsky.example", "server": "https://x.example"}),
    ]
)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("@loja.aurora péssima, @LOJA.AURORA!", "@0000.000000 péssima, @0000.000000!"),
        ("oi @loja@praca.example.", "oi @0000@00000.0000000."),
        ("escrevi para sac@aurora.example e nada", "escrevi para 000@000000.0000000 e nada"),
        ("a @aurora.bsky.example", "a @000000.0000.0000000"),
        ("a loja.aurora, a @loja, @loja.aurora2, @loja.aurora.sp, @loja.aurora-sp, x@loja.aurora", None),
        ("nenhum nome", None),
        ("@procon", None),
    ],
)
def test_our_own_names_in_a_text_mean_nothing_and_all_else_stays(text: str, seen: str | None) -> None:
    assert OWN.neutral(text) == (seen or text)
    assert OwnNames().neutral(text) == text


def test_an_author_is_ours_only_on_the_channel_of_the_account() -> None:
    assert OWN.has_written(1, "loja.aurora")
    assert OWN.has_written(3, "SAC@aurora.example")
    assert not OWN.has_written(2, "loja.aurora")
    assert not OWN.has_written(1, None)
    assert names_of("Conta da loja", {}) == frozenset()
