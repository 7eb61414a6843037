"""Reads sentiment and situation from an incoming text before it is stored, outside of the act that stores it."""

from __future__ import annotations

from app.models.domain.incoming import IncomingMention, Proposed
from app.models.domain.text_reading import read_text
from app.services.lexicons import lexicon


def proposed_of(mention: IncomingMention) -> Proposed:
    """Return what the shipped word lists say of a mention's title and text."""
    has_own_title = mention.title and mention.title != mention.text
    reading = read_text(f"{mention.title}\n{mention.text}" if has_own_title else mention.text, lexicon())
    return Proposed(reading.sentiment, reading.situation)
