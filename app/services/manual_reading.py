"""What a person types in for a customer is read like everything that comes in: sentiment, situation, crisis."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.models.domain.alert import CrisisAlertFacts
from app.models.domain.crisis import CrisisHit, StoredWords, crisis_level
from app.models.domain.vocabulary import MentionState, SentimentSource
from app.models.domain.words import clean_text
from app.services.acts import Act
from app.services.alerts import raise_crisis_alerts
from app.services.crisis_clocks import begin_clocks, note_moved
from app.services.intake.setup import SetupReader
from app.services.proposing import text_proposal


class ManualReading:
    """Reads the text of a case opened by hand, and starts the clocks of the crisis in it."""

    def __init__(self) -> None:
        self._setup = SetupReader()

    def read(self, connection: Connection, text: str) -> tuple[dict[str, Any], CrisisHit | None]:
        """Return what the text says, as columns of its mention, and the crisis that it calls for."""
        setup, said = self._setup.read(connection), text_proposal(text)
        hit = crisis_level(setup.own.neutral(text), setup.matrix, said.sentiment)
        values = {
            "sentiment": said.sentiment,
            "sentiment_source": SentimentSource.NONE if said.sentiment is None else SentimentSource.SUGGESTED,
            "situation_node_id": None if said.situation is None else setup.situations.get(said.situation),
            "crisis_level": hit.level if hit else None,
            "crisis_words": clean_text(StoredWords.from_hit(hit).text()) if hit else None,
        }
        return values, hit

    def ring(self, act: Act, mention_id: int, hit: CrisisHit | None, *, channel_key: str, at: datetime) -> None:
        """Start the clocks of a crisis beyond doubt and alert everybody; who typed it in has identified it."""
        sure = hit.sure if hit is not None else None
        if sure is None:
            return
        matrix = self._setup.read(act.connection).matrix
        begin_clocks(act, [(mention_id, at, sure)])
        note_moved(act, [mention_id], MentionState.IN_CASE)
        rule = matrix.group_name(sure.level, sure.groups[0])
        raise_crisis_alerts(act, [CrisisAlertFacts(mention_id, sure.level, sure.words, rule, channel_key, at)])
