"""The learning itself: what it finds, what it refuses to, and the bytes that it is kept in."""

from __future__ import annotations

import random
import time

import pytest

from app.models.domain.suggestion import AxisQuality, Verdict
from app.services.suggestions.linear_model import LinearModel, ModelDamaged
from app.services.suggestions.text_features import TextReader
from app.services.suggestions.training import Examples, Learned, learn, learn_more

WORDS = {
    1: "cobrança fatura estorno boleto valor juros",
    2: "entrega atraso transportadora pedido prazo rastreio",
    3: "loja atendente fila gerente unidade balcão",
}
FILL = [
    "o",
    "a",
    "de",
    "que",
    "com",
    "não",
    "mais",
    "hoje",
    "ontem",
    "favor",
    "vocês",
    "resolvam",
    "absurdo",
    "espero",
    "obrigado",
]


def texts(count: int, *, seed: int = 1, words: dict[int, str] | None = None) -> list[tuple[str, int]]:
    chance = random.Random(seed)  # noqa: S311 - the same texts at every run
    found = []
    for _ in range(count):
        label = chance.choice(list(words or WORDS))
        said = chance.sample((words or WORDS)[label].split(), 2) + chance.sample(FILL, 8)
        chance.shuffle(said)
        found.append((" ".join(said), label))
    return found


def examples(pairs: list[tuple[str, int]], reader: TextReader) -> Examples:
    return Examples([reader.features(text) for text, _ in pairs], [label for _, label in pairs])


@pytest.fixture(scope="module")
def reader() -> TextReader:
    return TextReader()


@pytest.fixture(scope="module")
def learned(reader: TextReader) -> Learned:
    return learn(examples(texts(500), reader))


def test_words_are_learned_and_named_as_written(learned: Learned, reader: TextReader) -> None:
    assert learned.quality.verdict is Verdict.TRUSTED
    assert learned.quality.accuracy > 0.95
    assert learned.quality.is_time_split
    assert learned.model is not None
    guess = learned.model.guess(reader, "Até hoje espero o estorno da COBRANÇA que veio na fatura")
    assert guess.node_id == 1
    assert set(guess.words) == {"estorno", "cobrança", "fatura"}
    assert guess.confidence > 0.8
    nothing = learned.model.guess(reader, "")
    assert (nothing.words, nothing.confidence < 0.6) == ((), True)


def test_a_model_is_bytes_that_hold_no_code(learned: Learned, reader: TextReader) -> None:
    assert learned.model is not None
    stored = learned.model.to_bytes()
    again = LinearModel.from_bytes(stored)
    text = "atraso na entrega, cadê o rastreio"
    assert again.guess(reader, text).node_id == learned.model.guess(reader, text).node_id == 2
    assert again.to_bytes() == stored
    for damaged in (b"", b"BLM1", stored[:-1], b"PICK" + stored[4:], stored[:-9] + b"\x00" * 9, stored[:40]):
        with pytest.raises(ModelDamaged):
            LinearModel.from_bytes(damaged)


def test_learning_goes_on_without_forgetting_and_starts_anew_for_a_new_class(
    learned: Learned, reader: TextReader
) -> None:
    assert learned.model is not None
    old = examples(texts(500), reader)
    more = learn_more(learned.model, old, examples(texts(60, seed=2), reader), learned.quality, lambda _: None)
    assert not more.is_full
    assert (more.quality.verdict, more.quality.examples, more.quality.tested) == (Verdict.TRUSTED, 560, 160)
    assert more.model is not None
    assert more.model.guess(reader, "gerente da loja e a fila").node_id == 3
    assert learn_more(more.model, old, Examples(), more.quality, lambda _: None).quality is more.quality
    unknown = examples(texts(60, seed=3, words={9: "senha aplicativo login erro tela código"}), reader)
    anew = learn_more(more.model, old, unknown, more.quality, lambda _: None)
    assert anew.is_full
    assert anew.model is not None
    assert 9 in anew.model.classes


def test_chance_is_not_learned_and_contradiction_is_told(reader: TextReader) -> None:
    chance = random.Random(4)  # noqa: S311 - the same labels at every run
    noise = [(text, chance.choice([1, 1, 1, 2])) for text, _ in texts(300, seed=5)]
    found = learn(examples(noise, reader)).quality
    assert found.verdict is Verdict.NOT_BETTER
    assert found.accuracy <= found.baseline_accuracy + 0.05
    twice = [(text, label) for text, _ in texts(60, seed=6) for label in (1, 2)]
    assert learn(examples(twice, reader)).quality.contradictory > 0.9


def test_one_class_few_examples_and_no_words_do_no_harm(reader: TextReader) -> None:
    assert learn(examples([("tudo igual", 1)] * 50, reader)).quality.verdict is Verdict.ONE_CLASS
    assert learn(examples(texts(12), reader)).quality.verdict is Verdict.FEW_EXAMPLES
    assert learn(Examples()).quality == AxisQuality(Verdict.FEW_EXAMPLES)
    empty = learn(examples([("", 1), ("", 2)] * 40, reader))
    assert empty.quality.verdict is Verdict.NOT_BETTER


def test_ten_thousand_subjects_and_a_megabyte_of_text(reader: TextReader) -> None:
    began = time.perf_counter()
    many = [(text, number) for number, (text, _) in enumerate(texts(10_000, seed=7))]
    assert learn(examples(many, reader)).quality.verdict is Verdict.FEW_EXAMPLES
    features = reader.features("palavra nova " * 80_000)
    assert len(features) < 100
    assert time.perf_counter() - began < 10
