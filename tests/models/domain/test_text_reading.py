import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.text_reading import Lexicon, SituationReason, TextReading, read_text
from app.models.domain.vocabulary import Sentiment

RESOURCES = Path(__file__).parents[3] / "resources"


def shipped() -> Lexicon:
    data: dict[str, Any] = {}
    for path in (*(RESOURCES / "lexicons").glob("*.json"), RESOURCES / "seeds" / "situations.json"):
        data |= json.loads(path.read_text(encoding="utf-8"))
    return Lexicon.from_mapping(data)


LEXICON = shipped()
POSITIVE, NEGATIVE, NEUTRAL, MIXED = Sentiment.POSITIVE, Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.MIXED
NOTHING = TextReading(None, 0.0, (), None, None, SituationReason.NO_WORDS)


@pytest.mark.parametrize(
    ("text", "sentiment"),
    [
        ("péssimo", NEGATIVE),
        ("PESSIMO", NEGATIVE),
        ("horríííível", NEGATIVE),
        ("adorei", POSITIVE),
        ("não gostei", NEGATIVE),
        ("n gostei nada", NEGATIVE),
        ("ñ gostei", NEGATIVE),
        ("não é ruim", NEUTRAL),
        ("nunca mais compro", NEGATIVE),
        ("não vivo sem", POSITIVE),
        ("é bom?", NEUTRAL),
        ("top demais", POSITIVE),
        ("aff, de novo", NEGATIVE),
        ("pqp que demora", NEGATIVE),
        ("❤️❤️", POSITIVE),
        ("😡", NEGATIVE),
        ("não 😍", POSITIVE),
        ("bom dia", NEUTRAL),
        ("bom mas chegou quebrado", NEGATIVE),
        ("muito bom mas chegou quebrado", MIXED),
        ("não, ótimo mesmo", POSITIVE),
        ("não sei mas adorei", POSITIVE),
        ("chegou atrasado, mas o atendimento foi excelente e a moça um amor", POSITIVE),
        ("adorei o sabor, mas a embalagem é péssima", NEGATIVE),
        ("loja maravilhosa, fila horrível", MIXED),
        ("parabéns pela demora", NEGATIVE),
        ("ótimo atendimento, só que não", NEGATIVE),
        ("o app não está funcionando", NEGATIVE),
        ("funciona", POSITIVE),
        ("estou no ônibus", NEUTRAL),
        ("dor de cabeça nenhuma", POSITIVE),
    ],
)
def test_sentiment(text: str, sentiment: Sentiment) -> None:
    found = read_text(text, LEXICON)
    assert found.sentiment is sentiment
    assert 0.3 < found.confidence <= 0.95


@pytest.mark.parametrize(
    ("text", "nature", "situation", "reason"),
    [
        ("Meu pedido veio errado", "complaint", "criticism", SituationReason.PROBLEM),
        ("a padaria bota isso no pão gente???", "complaint", "criticism", SituationReason.PROBLEM),
        ("Cansei dessa empresa", "criticism", "vent", SituationReason.GENERAL),
        ("A embalagem nova é feia", "criticism", "criticism", SituationReason.SUBJECT),
        ("Vocês abrem no domingo?", "question", "question", SituationReason.ASKS_BRAND),
        ("Alguém recomenda um banco sem tarifa?", "question", "prospect", SituationReason.ASKS_PEOPLE),
        ("Quero trocar o endereço de entrega", "request", "question", SituationReason.ASKS_FOR),
        ("Podiam ter opção sem lactose", "suggestion", "engagement", SituationReason.SUGGESTS),
        ("Obrigada, fui muito bem atendida", "praise", "praise", SituationReason.THANKS),
        ("sou fã dessa marca", "praise", "engagement", SituationReason.ENTHUSIASM),
        ("O letreiro da loja está apagado", "information", "question", SituationReason.TELLS),
        ("passei em frente à loja e lembrei de você", "citation", None, SituationReason.PASSING),
        ("era uma vez um gato que morava longe, bem longe, e olhava a rua", None, None, SituationReason.NO_WORDS),
        (
            "Comprei um sofá na loja da rua direita e a entrega era para ter sido na terça de manhã",
            "complaint",
            "criticism",
            SituationReason.STORY,
        ),
    ],
)
def test_nature_and_situation(text: str, nature: str | None, situation: str | None, reason: SituationReason) -> None:
    found = read_text(text, LEXICON)
    assert (found.nature, found.situation, found.situation_reason) == (nature, situation, reason)


def test_a_long_tale_is_faint_blame() -> None:
    found = read_text("Pedi a troca do sofá na loja faz tempo, e a entrega era para ter sido na terça", LEXICON)
    assert (found.sentiment, found.confidence) == (NEGATIVE, 0.4)


@pytest.mark.parametrize("text", ["", "   ", "!!!", "...", "@loja", "https://a.example", "\n\n", "--"])
def test_a_text_without_words_says_nothing(text: str) -> None:
    assert read_text(text, LEXICON) == NOTHING


@pytest.mark.parametrize(
    ("text", "themes", "off_topic", "ignored"),
    [
        ("e a eleição, apoiam quem?", ("politics",), True, False),
        ("vocês apoiam o governo", ("politics",), True, False),
        ("o governo aumentou a luz", (), False, False),
        ("não recebi meu pedido por causa da eleição", ("politics",), False, False),
        ("a igreja e a eleição", ("religion", "politics"), True, False),
        ("renda extra, clique no link da bio", ("spam",), False, True),
    ],
)
def test_delicate_themes(text: str, themes: tuple[str, ...], *, off_topic: bool, ignored: bool) -> None:
    found = read_text(text, LEXICON)
    assert (found.themes, found.is_off_topic, found.is_do_not_answer) == (themes, off_topic, ignored)
    assert not ignored or found.situation is None


def test_the_words_that_decided_come_the_strongest_first() -> None:
    assert read_text("Loja bonita, atendimento péssimo, que feio", LEXICON).words == (
        "pessimo",
        "que feio",
    )
    assert read_text("loja maravilhosa, fila horrível", LEXICON).words == ("maravilhosa", "horrivel")


def test_what_stands_far_beyond_is_not_read() -> None:
    assert read_text("a " * 10_000 + "péssimo", LEXICON).sentiment is NEUTRAL


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    found = read_text(text, LEXICON)
    assert (found.sentiment is None) == (found.confidence == 0)
    assert found == read_text(text, LEXICON)


@given(st.sampled_from(["adorei", "excelente", "péssimo", "decepção", "não gostei", "obrigada"]), st.booleans())
def test_case_and_accents_are_optional(text: str, shout: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    plain = text.replace("é", "e").replace("ç", "c").replace("ã", "a")
    other = plain.upper() if shout else plain
    assert read_text(other, LEXICON).sentiment is read_text(text, LEXICON).sentiment


def test_forty_words_are_read_in_a_moment() -> None:
    """60 to 90 microseconds at rest; the bound is wide, for a machine that also counts covered lines."""
    text = (
        "Comprei um celular na loja do shopping no sábado, fui atendida por um vendedor da loja e até agora ninguém me "
        "respondeu nada, péssimo atendimento! Não recomendo pra ninguém, já é a terceira vez que isso acontece, quero "
        "meu dinheiro"
    )
    best = 1.0
    for _ in range(30):
        start = time.perf_counter()
        for _ in range(20):
            read_text(text, LEXICON)
        best = min(best, (time.perf_counter() - start) / 20)
    assert best <= 0.002
