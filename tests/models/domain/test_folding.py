"""Reposts of one text by one or many, and what search terms leave out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.models.domain.folding import Said, is_near, is_outside_terms, is_repeat, said

AT = datetime(2026, 11, 21, 14, tzinfo=UTC)
LONG = "Ganhe um vale de mil reais agora mesmo"
LINK = f"{LONG} https://golpe.example/a"


def other(author: int | str | None, text: str = LINK, *, hours: float = 1) -> Said:
    return said(text, author, AT - timedelta(hours=hours))


def test_links_do_not_tell_texts_apart() -> None:
    first, second = (
        said(f"{LONG} HTTPS://a.example/1", 1, AT),
        said("GANHE um vale, de mil reais agora mesmo! www.b.c", 2, AT),
    )
    assert first.words == second.words
    assert first.has_link
    assert second.has_link
    assert not said(LONG, 1, AT).has_link


def test_the_same_author_repeats_within_a_week() -> None:
    new = said(LONG, 1, AT)
    assert is_repeat(new, [other(1, LONG, hours=7 * 24)])
    assert not is_repeat(new, [other(1, LONG, hours=7 * 24 + 1)])
    assert not is_repeat(new, [other(2, LONG)])
    assert not is_repeat(new, [other(1, "Outro texto, que também é longo")])
    assert not is_repeat(said(LONG, None, AT), [other(None, LONG)])


def test_many_authors_with_links_within_a_day() -> None:
    new = said(LINK, "c", AT)
    assert is_repeat(new, [other("a"), other("b")])
    assert not is_repeat(new, [other("a"), other("a")])
    assert not is_repeat(new, [other("a"), other("b", hours=25)])
    assert not is_repeat(new, [other("a"), other("b", LONG)])
    assert not is_repeat(said(LONG, "c", AT), [other("a"), other("b")])
    assert not is_repeat(said(LINK, None, AT), [other("a"), other("b")])
    assert is_repeat(said(LINK, None, AT), [other("a"), other("b"), other("d")])


WISH = "Quero trocar o tênis que comprei na loja do shopping no sábado passado"


@pytest.mark.parametrize(
    ("text", "is_same"),
    [
        (f"{WISH} 😡 https://fotos.example/1", True),
        (f"{WISH.replace('tênis', 'tenis')}, gente!", True),  # one word more among thirteen
        (f"{WISH}, gente, socorro!", False),
        (WISH.replace("Quero", "Não quero"), False),
        (f"{WISH} 99", False),  # another order, price or date
        ("Quero trocar o tênis agora", False),
    ],
)
def test_a_word_of_ten_makes_no_other_text_within_a_day(text: str, *, is_same: bool) -> None:
    first = other(1, WISH, hours=2)
    assert is_repeat(said(text, 1, AT), [first]) is is_same
    assert is_near(said(text, 1, AT), first) is is_same
    assert not is_repeat(said(text, 2, AT), [first])
    if is_same and said(text, 1, AT).words != first.words:
        assert not is_repeat(said(text, 1, AT), [other(1, WISH, hours=25)])
        assert not is_repeat(said(text, 1, AT, is_private=True), [first])


def test_an_author_who_puts_another_word_in_the_place_of_one_says_something_else() -> None:
    first = other(1, WISH, hours=2)
    assert is_repeat(said(WISH.replace("comprei", "compre"), 1, AT), [first])
    assert not is_repeat(said(WISH.replace("trocar", "elogiar"), 1, AT), [first])


def test_texts_that_begin_alike_are_compared() -> None:
    assert said(WISH, 1, AT).opening == "quero trocar o tenis que"
    assert said("Oi, loja", 1, AT).opening == "oi loja"


def test_nearly_the_same_link_spread_by_many_is_one() -> None:
    texts = [f"{WISH} {word} https://golpe.example/{word}" for word in ("hoje", "gente", "amigos")]
    assert is_repeat(said(texts[0], "c", AT), [other("a", texts[1]), other("b", texts[2])])
    assert not is_repeat(said(texts[0], "c", AT), [other("a", texts[1]), other("a", texts[2])])


def test_short_texts_are_nobodys_copy() -> None:
    assert not is_repeat(said("Top demais, amei!", 1, AT), [other(1, "Top demais, amei!")])


@pytest.mark.parametrize(
    ("words", "language", "none_of", "languages", "outside"),
    [
        ("comprei na loja do bairro", None, (), (), False),
        ("comprei na loja do bairro", None, ("Loja do Bairro",), (), True),
        ("comprei na lojadobairro", None, ("loja",), (), False),
        ("comprei", None, ("...",), (), False),
        ("comprei", "pt-BR", (), ("pt",), False),
        ("comprei", "pt", (), ("PT_br", "en"), True),
        ("comprei", "pt_BR", (), ("pt-br",), False),
        ("bought", "en", (), ("pt",), True),
        ("bought", "und", (), ("pt",), False),
        ("bought", None, (), ("pt",), False),
        ("bought", "en", (), (), False),
    ],
)
def test_terms(
    words: str, language: str | None, none_of: tuple[str, ...], languages: tuple[str, ...], *, outside: bool
) -> None:
    assert is_outside_terms(words, language, none_of=none_of, languages=languages) is outside
