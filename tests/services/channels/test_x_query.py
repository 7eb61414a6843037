"""Search terms in X's query language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.services.channels.base import SearchTerms
from app.services.channels.x_query import MOST_SIGNS, queries


def test_terms_exclusions_and_languages_make_one_question() -> None:
    terms = SearchTerms(("loja exemplo", "#lojaexemplo", "OR"), ("vaga de emprego", "sorteio"), ("pt-BR", "es"))
    [query] = queries(terms, "loja")
    assert query.text == (
        '("loja exemplo" OR #lojaexemplo OR "OR") -is:retweet -from:loja -@loja (lang:pt OR lang:es)'
        ' -"vaga de emprego" -sorteio'
    )
    assert queries(SearchTerms(), "loja") == ()
    assert queries(SearchTerms((' " ',), ('"',)), "") == ()


def test_an_operator_in_a_term_is_only_a_word() -> None:
    [query] = queries(SearchTerms(("from:alguem",), ("is:reply",)), "")
    assert query.text == '("from:alguem") -is:retweet -"is:reply"'


def test_what_does_not_fit_is_left_out_here_and_more_terms_make_more_questions() -> None:
    terms = SearchTerms(
        tuple(f"marca número {number}" for number in range(40)), tuple(f"assunto {number}" for number in range(90))
    )
    found = queries(terms, "loja")
    assert len(found) > 1
    assert all(len(each.text) <= MOST_SIGNS for each in found)
    assert all(any(f'"{term}"' in each.text for each in found) for term in terms.any_of)
    assert found[0].left_out
    assert found[0].excludes(f"fala do {found[0].left_out[0].upper()} hoje")
    assert not found[0].excludes("fala de outra coisa")


@given(
    st.lists(st.text(min_size=1, max_size=80), max_size=30),
    st.lists(st.text(min_size=1, max_size=80), max_size=30),
    st.lists(st.sampled_from(["pt", "pt-BR", "en", "es"]), max_size=4),
)
def test_no_question_is_too_long(any_of: list[str], none_of: list[str], languages: list[str]) -> None:
    terms = SearchTerms(tuple(any_of), tuple(none_of), tuple(languages))
    found = queries(terms, "umnomecomprido1")
    assert all(len(each.text) <= MOST_SIGNS for each in found)
    assert len(queries(terms, "")) == len(found)
