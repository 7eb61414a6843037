from array import array

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.vocabulary import Sentiment
from app.services.proposing import text_proposal
from app.services.sentiment.features import BUCKETS, FACTS
from app.services.sentiment.learning import Caution, Table, learn, probabilities
from app.services.sentiment.reader import MODEL_FILE, NOTHING_SAID, sentiment_reader
from app.services.sentiment.training import digest, training_texts
from app.services.sentiment.weights import BrokenModelError, Scorer, Weights, from_bytes, to_bytes
from tests.sentiment_quality.measuring import by_lists, by_model, own_sets

NEGATIVE, NEUTRAL, POSITIVE = Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.POSITIVE
READER = sentiment_reader()


def test_the_shipped_model_is_made_of_the_present_material() -> None:
    assert from_bytes(MODEL_FILE.read_bytes()).made_of == digest(), "run python run.py train-sentiment"


def test_nothing_that_is_measured_was_learned() -> None:
    learned = {text.casefold() for _, text in training_texts()}
    held = [text.casefold() for data in own_sets() for text in data.texts]
    assert len(held) == len(set(held))
    assert learned.isdisjoint(held)


def test_it_reads_what_it_has_not_seen_and_better_than_the_lists() -> None:
    for data in own_sets():
        read = by_model(data)
        assert read.macro >= 0.8, data.name
        assert read.macro > by_lists(data).macro, data.name


@pytest.mark.parametrize(
    ("text", "sentiment"),
    [
        ("Chegou antes do prazo, adorei", POSITIVE),
        ("veio quebrado e ninguém responde", NEGATIVE),
        ("Vocês entregam em Campinas?", NEUTRAL),
        ("A geladeira é maravilhosa, linda. A entrega foi péssima, horrível.", Sentiment.MIXED),
    ],
)
def test_readings(text: str, sentiment: Sentiment) -> None:
    reading = READER.read(text)
    assert reading.sentiment is sentiment
    assert text_proposal(text).sentiment is sentiment
    assert 0.34 <= reading.confidence <= 1


def test_the_words_that_counted_are_the_texts_own() -> None:
    assert READER.read("Péssimo atendimento, uma vergonha").words[0] == "pessimo"
    implied = READER.read("prometeram pra segunda e ninguém apareceu")
    assert implied.sentiment is NEGATIVE
    assert implied.words
    assert len(READER.read("péssimo ruim horrível feio chato triste nojento caro lento").words) <= 6


@pytest.mark.parametrize("text", ["", "...", "https://a.example"])
def test_a_text_without_words_says_nothing(text: str) -> None:
    assert READER.read_many([text]) == [NOTHING_SAID]
    assert text_proposal(text).sentiment is None


@given(st.text(max_size=200))
def test_any_text_is_read_alike_both_ways(text: str) -> None:
    assert READER.read(text).sentiment is text_proposal(text).sentiment


def test_weights_survive_their_file() -> None:
    weights = Weights(
        b"d" * 32, 8.0, array("h", range(-1, 3)) * (3 * BUCKETS // 4), ((1.0, 0.5, 0.0),) * len(FACTS), (0, 1, 2)
    )
    assert from_bytes(to_bytes(weights)) == weights


@pytest.mark.parametrize("data", [b"", b"BSM1" + bytes(36), b"BSM2" + MODEL_FILE.read_bytes()[4:]])
def test_another_file_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenModelError):
        from_bytes(data)


def test_what_is_learned_is_what_is_read() -> None:
    texts = [READER.seen(text) for text in ("o trem passou", "a ponte caiu", "o trem caiu", "a ponte")]
    table = Table.of(texts)
    learned = learn(table, np.eye(3)[[2, 0, 0, 1]], Caution(0.01, 0.01))
    assert probabilities(table.log_odds(learned)).argmax(axis=1).tolist() == [2, 0, 0, 1]
    rounded = Weights(
        b"",
        1000.0,
        array("h", np.rint(learned.buckets * 1000).astype(np.int16).ravel().tolist()),
        tuple((a, b, c) for a, b, c in learned.facts.tolist()),
        tuple(learned.always.tolist()),
    )
    assert np.allclose([Scorer(rounded).log_odds(text) for text in texts], table.log_odds(learned), atol=0.02)
