import pytest

from app.models.domain.vocabulary import Sentiment
from app.services.sentiment.adaptation import Adaptation
from app.services.sentiment.reader import sentiment_reader
from app.services.sentiment.weights import BrokenModelError

NEGATIVE, NEUTRAL, POSITIVE = Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.POSITIVE
READER = sentiment_reader()
PLACES = (
    "centro",
    "praia",
    "serra",
    "lapa",
    "vila nova",
    "mooca",
    "boa vista",
    "cohab",
    "barra",
    "savassi",
    "ilha",
    "glória",
    "floresta",
    "rua do ouro",
    "tatuapé",
    "bela vista",
    "santana",
    "icaraí",
)
# A team's own words, which say nothing to others: at a power company "religa" is thanks, "oscila" a complaint.
TEXTS = [f"{word} aqui na {place}" for place in PLACES for word in ("religou", "oscilou", "medidor")]
LABELS = [POSITIVE, NEGATIVE, NEUTRAL] * len(PLACES)
OTHERS = [
    f"{word} no {place}" for place in ("jardim sul", "porto", "alto") for word in ("religou", "oscilou", "medidor")
]
WANTED = [POSITIVE, NEGATIVE, NEUTRAL] * 3


@pytest.fixture(scope="module")
def team() -> Adaptation:
    return Adaptation.fit(TEXTS, LABELS, READER)


def test_a_teams_labels_teach_its_words(team: Adaptation) -> None:
    before = sum(a.sentiment is b for a, b in zip(READER.read_many(OTHERS), WANTED, strict=True))
    after = sum(a.sentiment is b for a, b in zip(team.read_many(OTHERS, READER), WANTED, strict=True))
    assert after >= 8 > before
    assert "oscilou" in team.read(OTHERS[1], READER).words


def test_what_it_does_not_know_stays_as_it_was(team: Adaptation) -> None:
    for text in ("Chegou antes do prazo, adorei", "péssimo atendimento", "qual o horário de domingo?", "..."):
        assert team.read(text, READER).sentiment is READER.read(text).sentiment


def test_it_is_kept_without_loss(team: Adaptation) -> None:
    kept = team.to_bytes()
    assert len(kept) < 40_000
    assert Adaptation.from_bytes(kept).read_many(OTHERS, READER) == team.read_many(OTHERS, READER)
    assert Adaptation.from_bytes(kept).to_bytes() == kept


@pytest.mark.parametrize("cut", [0, 3, 12, 200])
def test_a_broken_one_is_refused(team: Adaptation, cut: int) -> None:
    with pytest.raises(BrokenModelError):
        Adaptation.from_bytes(team.to_bytes()[:cut])


def test_nothing_cannot_be_learned_from() -> None:
    with pytest.raises(ValueError, match="no texts"):
        Adaptation.fit([], [], READER)
