"""An answer is measured as its network measures it, and divided where a reader pauses, never through a link or sign."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.channel_kind import ReplyLimits
from app.models.domain.graphemes import graphemes
from app.models.domain.reply_parts import ReplyTooLongError, length_in, limit_of, measure, split
from app.models.domain.vocabulary import Visibility

PUBLIC, PRIVATE = Visibility.PUBLIC, Visibility.PRIVATE
FAMILY, FLAGS, THUMB = "👨‍👩‍👧", "🇧🇷🇵🇹", "👍🏽"
_MARK = re.compile(r" \(\d+/\d+\)$")


def limits(length: int | None, *, parts: int = 9, unit: str = "chars") -> ReplyLimits:
    return ReplyLimits(public_length=length, private_length=None, unit=unit, most_parts=parts)


@pytest.mark.parametrize(
    ("unit", "text", "length"),
    [
        ("chars", "Olá 👍🏽", 6),
        ("graphemes", f"Olá {FAMILY}{FLAGS}{THUMB}", 8),
        ("graphemes", "e\u0301a\r\nb", 4),
        ("graphemes", "\u1100\u1161\u11a8가\u11a8각\u11a8ᄀ가", 4),
        ("graphemes", "\n\u0301", 2),
        ("graphemes", "a\u200db", 2),
        ("graphemes", "", 0),
        ("utf16", "Olá 👍🏽", 8),
        ("x_weighted", "veja https://exemplo.com.br/um/caminho/muito/comprido", 28),
    ],
)
def test_each_network_counts_in_its_own_way(unit: str, text: str, length: int) -> None:
    assert length_in(unit)(text) == length


def test_what_fits_stays_whole() -> None:
    assert split("Olá, Ana.", limits(9), PUBLIC) == ("Olá, Ana.",)
    assert split("a" * 5_000, limits(10), PRIVATE) == ("a" * 5_000,)
    assert (limit_of(limits(9), PUBLIC), limit_of(limits(9), PRIVATE)) == (9, None)


def test_a_part_ends_with_a_sentence_else_with_a_word() -> None:
    text = "O técnico vai amanhã. Ele leva a peça nova e confere toda a instalação da casa."
    assert split(text, limits(40), PUBLIC) == (
        "O técnico vai amanhã. (1/3)",
        "Ele leva a peça nova e confere (2/3)",
        "toda a instalação da casa. (3/3)",
    )


def test_a_link_and_a_sign_are_never_cut() -> None:
    link = "https://exemplo.com.br/rastreio?id=1234567890"
    parts = split(f"Acompanhe a sua entrega aqui: {link} e qualquer dúvida é só chamar.", limits(60), PUBLIC)
    assert sum(link in part for part in parts) == 1
    emoji = split(FAMILY * 30, limits(40), PUBLIC)
    assert all(set(graphemes(_MARK.sub("", part))) == {FAMILY} for part in emoji)


def test_what_needs_too_many_parts_is_refused_with_what_would_fit() -> None:
    with pytest.raises(ReplyTooLongError) as caught:
        split("palavra " * 40, limits(50, parts=3), PUBLIC)
    assert (caught.value.limit, caught.value.length) == (39 * 3, 320)
    with pytest.raises(ReplyTooLongError) as one:
        split("a" * 51, limits(50, parts=1), PUBLIC)
    assert (one.value.limit, one.value.length) == (50, 51)
    with pytest.raises(ReplyTooLongError):
        split(f"https://exemplo.com.br/{'a' * 60}", limits(50), PUBLIC)


def test_whole_words_are_enough_where_whole_sentences_take_too_many_parts() -> None:
    text = "Sim, é isso mesmo. " * 6
    assert len(split(text, limits(36, parts=6), PUBLIC)) == 6
    assert len(split(text, limits(36, parts=4), PUBLIC)) == 4


def test_more_than_nine_parts_have_room_for_their_numbers() -> None:
    parts = split("palavra " * 60, limits(48, parts=20), PUBLIC)
    assert len(parts) == 12
    assert parts[-1].endswith("(12/12)")
    assert max(map(len, parts)) <= 48


def test_the_counter_shows_length_limit_and_parts() -> None:
    found = measure("palavra " * 20, limits(60), PUBLIC)
    assert (found.length, found.limit, found.parts, found.fits) == (160, 60, 4, True)
    over = measure("a" * 700, limits(60), PUBLIC)
    assert (over.parts, over.fits) == (0, False)


@given(
    st.text(alphabet=st.sampled_from([*"aé. !?\n(", "👍", "\u0301", "\u200d", "🇧"]), max_size=300),
    st.integers(20, 60),
    st.sampled_from(["chars", "graphemes", "utf16", "x_weighted"]),
)
def test_nothing_is_lost_and_every_part_fits(text: str, limit: int, unit: str) -> None:
    try:
        parts = split(text, limits(limit, parts=40, unit=unit), PUBLIC)
    except ReplyTooLongError:
        return
    assert all(length_in(unit)(part) <= limit for part in parts)
    plain = parts if len(parts) == 1 else [_MARK.sub("", part) for part in parts]
    assert "".join("".join(plain).split()) == "".join(text.split())
    assert parts == split(text, limits(limit, parts=40, unit=unit), PUBLIC)
