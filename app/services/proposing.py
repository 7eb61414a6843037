"""Reads sentiment and situation from an incoming text before it is stored, outside of the act that stores it."""

from __future__ import annotations

from app.models.domain.incoming import IncomingMention, Proposed
from app.models.domain.text_lexicon import Lexicon
from app.models.domain.text_reading import TextReading, reading_of, weigh
from app.services.lexicons import lexicon
from app.services.sentiment.reader import sentiment_reader


def proposed_of(mention: IncomingMention) -> Proposed:
    """Return what the word lists and the shipped model say of a mention's title and text."""
    has_own_title = mention.title and mention.title != mention.text
    reading = text_proposal(f"{mention.title}\n{mention.text}" if has_own_title else mention.text)
    return Proposed(reading.sentiment, reading.situation)


def text_proposal(text: str, words: Lexicon | None = None) -> TextReading:
    """Return what the word lists say of a text, with the sentiment of the shipped model in its place.

    ``words`` are a team's own lists instead of the shipped ones.
    """
    lists = words or lexicon()
    weighing = weigh(text, lists)
    listed = reading_of(weighing, lists)
    return listed._replace(sentiment=sentiment_reader().sentiment(text, weighing, listed))
