import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.text_lexicon import Lexicon, Theme, tokens_of

DATA: dict[str, Any] = {
    "polarity": {
        "2": ["bom", "=legal", "não vivo sem", "muito bom mesmo", "gost*"],
        "-2": ["péssimo", "decepc*", "decepciona*", "ruim _ demais", "=="],
        "0": ["gosto de", "decepcionar"],
    },
    "cues": {
        "problem": {
            "value": -1.5,
            "words": ["não está *ndo", "veio errad*", "chegou _ quebrado"],
            "negated": ["funcion*", "decepcionante"],
            "negated_value": -1.5,
        },
        "subject": {"words": ["decepcionante", "funcionário"]},
    },
    "grammar": {"negations": {"4": ["não"]}, "contrasts": ["mas"], "boosters": {"1.5": ["muito"]}},
    "themes": [
        {"key": "politics", "name": "Política", "policy": "one_reply", "words": ["eleição"], "weak": ["voto"]},
    ],
}
LEXICON = Lexicon.from_mapping(DATA)


def spans(text: str) -> list[str]:
    tokens = tokens_of(text)
    return [" ".join(tokens[start : end + 1]) for start, end, _entry in LEXICON.hits(tokens)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Péssimo atendimento!!!", ["pessimo", "atendimento", "!", "!", "!"]),
        ("HORRÍÍÍVEL", ["horrivel"]),
        ("Horrível 😡❤️", ["horrivel", "😡", "❤"]),
        ("horri\u0301vel", ["horrivel"]),
        ("2ª via", ["2a", "via"]),
        ("@loja.oficial veja https://a.example/x?y=1 e www.b.example", ["veja", "e"]),
        ("oi\ntudo bem :) <3 :/ ;-(", ["oi", ";", "tudo", "bem", ":)", "<3", ":/", ";-("]),
        ("nota 1000", ["nota", "1000"]),
        ("µ ½ ß", []),
        ("", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert tokens_of(text) == tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bom", ["bom"]),
        ("legais", []),
        ("legal", ["legal"]),
        ("péssimas", ["pessimas"]),
        ("muito bom mesmo", ["muito bom mesmo"]),
        ("muito bom", ["bom"]),
        ("ruim", []),
        ("ruim pra caramba demais", ["ruim pra caramba demais"]),
        ("ruim. demais", []),
        ("ruim um dois três demais", []),
        ("chegou quebrado", ["chegou quebrado"]),
        ("chegou todo quebrada", ["chegou todo quebrada"]),
        ("chegou", []),
        ("veio erradinho", ["veio erradinho"]),
        ("não está carregando", ["nao esta carregando"]),
        ("não está", []),
        ("gosto de sal", ["gosto de"]),
        ("gostei", ["gostei"]),
        ("gos", []),
        ("decepção", ["decepcao"]),
        ("decepcionada", ["decepcionada"]),
        ("decepdido", []),
    ],
)
def test_what_is_found(text: str, found: list[str]) -> None:
    assert spans(text) == found


def test_the_longest_beginning_of_a_word_wins_and_a_whole_word_inherits_it() -> None:
    words = LEXICON.heads.words
    assert words["decepcionar"].value == 0
    assert (words["decepcionante"].value, words["decepcionante"].cues) == (-2, ("subject",))
    assert words["decepcionante"].negated_cues == ("problem",)
    assert words["funcionario"].negated_cues == ("problem",)
    assert LEXICON.hits(["decepcionado"])[0][2] is LEXICON.heads.stems["dece"]["decepciona"]


def test_a_word_takes_the_polarity_of_a_cue_only_when_it_has_none() -> None:
    own = Lexicon.from_mapping({"polarity": {"-3": ["golpe"]}, "cues": {"problem": {"value": -1, "words": ["golpe"]}}})
    assert own.heads.words["golpe"].value == -3


def test_themes_of_a_team_take_the_place_of_the_first_days() -> None:
    own = LEXICON.with_themes([Theme("football", "Futebol", "one_reply", ("clássico",))])
    assert own.policies == {"football": "one_reply"}
    assert LEXICON.policies == {"politics": "one_reply"}
    assert "eleicao" not in own.heads.words
    assert own.heads.words["classico"].themes == ("football", "football")
    assert own.heads.words["bom"].value == 2


def test_themes_are_read_from_the_situations() -> None:
    assert Theme.many(DATA) == (Theme("politics", "Política", "one_reply", ("eleição",), ("voto",)),)
    assert Theme.many({}) == ()


def test_a_form_that_is_not_ours_is_refused() -> None:
    with pytest.raises(KeyError):
        Lexicon.from_mapping({"themes": [{"key": "x"}]})
    with pytest.raises(ValueError, match="high"):
        Lexicon.from_mapping({"polarity": {"high": ["x"]}})


@given(st.text(max_size=200))
def test_hits_are_in_order_and_do_not_overlap(text: str) -> None:
    hits = LEXICON.hits(tokens_of(text))
    assert all(first[1] < second[0] for first, second in itertools.pairwise(hits))


@given(st.lists(st.sampled_from(["ruim", "não", "está", "bom", "muito", "mesmo", "chegou", "quebrado", ",", "x"])))
def test_a_phrase_never_runs_beyond_the_text(words: list[str]) -> None:
    tokens = tokens_of(" ".join(words))
    assert all(0 <= start <= end < len(tokens) for start, end, _entry in LEXICON.hits(tokens))
