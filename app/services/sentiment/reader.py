"""Says of many texts a second whether they are negative, neutral, positive or mixed, how surely, and by which words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from app.models.domain.text_lexicon import Lexicon
from app.models.domain.text_reading import TextReading, Weighing, reading_of, weigh
from app.models.domain.vocabulary import Sentiment
from app.services.lexicons import RESOURCES, lexicon
from app.services.sentiment.features import Seen, seen
from app.services.sentiment.weights import CLASSES, Scorer, Triple, Weights, from_bytes, shares

MODEL_FILE: Final = RESOURCES / "models" / "sentiment.bin"
_HEAT: Final = 1.5
"""Softens the shares: strangers' texts are less clear than those it learned from."""
_MIXED_SHARE: Final = 0.2
_MIXED_SURE: Final = 0.5
_TOLD_SHARE: Final = 0.2
_SURE_SHARE: Final = 0.44
"""How likely negative must be in a tale of a problem, and anything in a text without a known word."""
_MOST_WORDS: Final = 6
_LEAST_SAID: Final = 0.15


class Reading(NamedTuple):
    """The proposed sentiment of a text (None: there is no word in it), its confidence 0 to 1, and what counted.

    ``words`` are folded, the strongest first, six at most.
    """

    sentiment: Sentiment | None
    confidence: float
    words: tuple[str, ...]


NOTHING_SAID: Final = Reading(None, 0.0, ())


class SentimentReader:
    """Reads with the shipped word lists and weights. It remembers words: keep one for many texts."""

    def __init__(self, weights: Weights, words: Lexicon) -> None:
        self._lexicon = words
        self._scorer = Scorer(weights)

    def read_many(self, texts: Sequence[str]) -> list[Reading]:
        """Return a reading for each text, in order."""
        return [self.read(text) for text in texts]

    def read(self, text: str) -> Reading:
        """Return the reading of one text; the model looks at its first 160 words."""
        view, listed = self.seen_and_listed(text)
        return self.explained(view, listed, self._scorer.log_odds(view))

    def sentiment(self, text: str, weighing: Weighing, listed: TextReading) -> Sentiment | None:
        """Return the sentiment alone, the fast way, of a text that the word lists have been through already."""
        return None if listed.sentiment is None else self._choice(self._odds(text, weighing), listed)[0]

    def explained(self, view: Seen, listed: TextReading, log_odds: Triple, team: Scorer | None = None) -> Reading:
        """Return the reading that log-odds stand for; ``team`` speaks for words beside the shipped weights."""
        if listed.sentiment is None:
            return NOTHING_SAID
        sentiment, confidence = self._choice(shares(log_odds, _HEAT), listed)
        return Reading(sentiment, confidence, self._words(view, listed, sentiment, team))

    def seen(self, text: str) -> Seen:
        """Return the text as the model sees it."""
        return seen(text, weigh(text, self._lexicon), self._lexicon)

    def seen_and_listed(self, text: str) -> tuple[Seen, TextReading]:
        """Return the text as the model sees it, and what the word lists alone say of it."""
        weighing = weigh(text, self._lexicon)
        return seen(text, weighing, self._lexicon), reading_of(weighing, self._lexicon)

    def log_odds(self, view: Seen) -> Triple:
        """Return what the shipped weights say, a number for each of ``CLASSES``."""
        return self._scorer.log_odds(view)

    def _odds(self, text: str, weighing: Weighing) -> Triple:
        return shares(self._scorer.log_odds(seen(text, weighing, self._lexicon)), _HEAT)

    def _choice(self, odds: Triple, listed: TextReading) -> tuple[Sentiment, float]:
        if listed.sentiment is Sentiment.MIXED and min(odds[0], odds[2]) >= _MIXED_SHARE:
            return Sentiment.MIXED, _MIXED_SURE
        choice = odds.index(max(odds))
        if listed.nature == "complaint" and listed.sentiment is Sentiment.NEGATIVE:
            if odds[0] >= _TOLD_SHARE:
                choice = 0  # what went wrong is told without a bad word
        elif odds[choice] < _SURE_SHARE and not listed.words:
            choice = 1  # no known word supports it
        return CLASSES[choice], round(odds[choice], 2)

    def _words(self, view: Seen, listed: TextReading, sentiment: Sentiment, team: Scorer | None) -> tuple[str, ...]:
        """Return the listed words when the lists agree, then the words the weights go by."""
        chosen = listed.words if listed.sentiment is sentiment else ()
        if sentiment is Sentiment.MIXED:
            return chosen[:_MOST_WORDS]
        covered = {part for word in chosen for part in word.split()}
        told: dict[str, float] = {}
        for scorer in (self._scorer, *(() if team is None else (team,))):
            for word, value in scorer.spoken_for(view.words, CLASSES.index(sentiment)).items():
                told[word] = told.get(word, 0.0) + value
        strongest = sorted(told, key=lambda word: -told[word])
        own = [word for word in strongest if told[word] >= _LEAST_SAID and word not in covered]
        return (*chosen, *own)[:_MOST_WORDS]


@cache
def sentiment_reader() -> SentimentReader:
    """Return the reader of the shipped model, loaded at the first call. Raises OSError when it is not installed."""
    return SentimentReader(from_bytes(MODEL_FILE.read_bytes()), lexicon())
