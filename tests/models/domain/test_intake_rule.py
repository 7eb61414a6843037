from dataclasses import replace

import pytest

from app.models.domain.intake_rule import IntakeFacts, IntakeRule, IntakeRules, first_match
from app.models.domain.vocabulary import Sentiment
from app.models.domain.words import search_text

FACTS = IntakeFacts(
    channel="x",
    words=search_text("Sorteio de Natal! Marque 3 amigos e participe da PROMOÇÃO"),
    author_key="ana",
    reach=100,
    language="pt",
    sentiment=Sentiment.NEUTRAL,
)
RULE = IntakeRule(id=1, name="Sorteios")


@pytest.mark.parametrize(
    ("rule", "fires"),
    [
        (RULE, False),
        (replace(RULE, any_words=("promocao",)), True),
        (replace(RULE, any_words=("Sorteio de natal", "rifa")), True),
        (replace(RULE, any_words=("sorte",)), False),
        (replace(RULE, any_words=("sorteio natal",)), False),
        (replace(RULE, all_words=("sorteio", "marque 3 amigos")), True),
        (replace(RULE, all_words=("sorteio", "rifa")), False),
        (replace(RULE, channels=frozenset({"x"}), no_words=("reclamação",)), True),
        (replace(RULE, no_words=("promoção",)), False),
        (replace(RULE, any_words=("!!",)), False),
        (replace(RULE, all_words=("!!",)), False),
        (replace(RULE, no_words=("!!",)), True),
        (replace(RULE, channels=frozenset({"x", "site"})), True),
        (replace(RULE, channels=frozenset({"site"})), False),
        (replace(RULE, authors=frozenset({"ana"})), True),
        (replace(RULE, authors=frozenset({"bia"})), False),
        (replace(RULE, languages=frozenset({"es"})), False),
        (replace(RULE, sentiments=frozenset({Sentiment.NEUTRAL, Sentiment.POSITIVE})), True),
        (replace(RULE, sentiments=frozenset({Sentiment.NEGATIVE})), False),
        (replace(RULE, is_private=False), True),
        (replace(RULE, is_private=True), False),
        (replace(RULE, is_direct=False), True),
        (replace(RULE, is_direct=True), False),
        (replace(RULE, min_reach=100), True),
        (replace(RULE, min_reach=101), False),
        (replace(RULE, max_reach=100), True),
        (replace(RULE, max_reach=99), False),
        (replace(RULE, any_words=("sorteio",), enabled=False), False),
    ],
)
def test_conditions(rule: IntakeRule, *, fires: bool) -> None:
    assert (first_match([rule], FACTS) is rule) == fires


def test_unknown_reach_is_small() -> None:
    unknown = replace(FACTS, reach=None)
    assert first_match([replace(RULE, min_reach=0)], unknown) is None
    assert first_match([replace(RULE, max_reach=0)], unknown) is not None


def test_the_first_of_several_rules_wins() -> None:
    first = replace(RULE, any_words=("rifa",))
    second = IntakeRule(id=2, name="Promoções", any_words=("promoção",))
    third = IntakeRule(id=3, name="Tudo do X", channels=frozenset({"x"}))
    assert first_match(IntakeRules([first, second, third]), FACTS) is second
    assert first_match(IntakeRules([first, third, second]), FACTS) is third
    assert first_match([], FACTS) is None
