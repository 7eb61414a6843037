"""Reads the sentiment of what comes in as this team confirms it, where that was measured to be better."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from app.models.domain.people import PROGRAM
from app.models.domain.vocabulary import AxisKey, Sentiment, SentimentSource
from app.models.queries.confirmed_sentiments import newest_change, touched_mentions, unconfirmed
from app.models.queries.suggestions import payload_of
from app.services.acts import Act
from app.services.database import Database
from app.services.mention_book import MentionBook
from app.services.suggestions.store import Kept, kept_models
from app.services.suggestions.turn import Turn
from app.services.write_gate import Priority

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.models.queries.rows import AnyRow
    from app.services.sentiment.adaptation import Adaptation

_AT_ONCE: Final = 100


class TeamSentiment:
    """``run_once`` looks at the mentions touched since the last look; what a person confirmed is never changed."""

    def __init__(self, *, database: Database, book: MentionBook, turn: Turn) -> None:
        self._database = database
        self._book = book
        self._turn = turn
        self._version = 0
        self._adaptation: Adaptation | None = None
        self._seen: int | None = None

    def run_once(self) -> int:
        """Look once; return how many mentions sound otherwise to this team."""
        with self._database.read() as connection:
            self._load(kept_models(connection).get(AxisKey.SENTIMENT.value), connection)
            if self._adaptation is None or self._seen is None:
                self._seen = newest_change(connection)
                return 0
            ids, last = touched_mentions(connection, self._seen)
            rows = list(unconfirmed(connection, ids))
        if rows and not self._turn.take():
            return 0
        changed = self._changed(rows)
        self._seen = last
        for sentiment, those in changed.items():
            for start in range(0, len(those), _AT_ONCE):
                self._write(those[start : start + _AT_ONCE], sentiment)
        return sum(map(len, changed.values()))

    def _changed(self, rows: list[AnyRow]) -> dict[Sentiment, list[int]]:
        from app.services.sentiment.reader import sentiment_reader  # noqa: PLC0415 - its weights are loaded at first use

        found: dict[Sentiment, list[int]] = defaultdict(list)
        for row in rows:
            if self._adaptation is None:
                break
            said = self._adaptation.read(text_of(row), sentiment_reader()).sentiment
            if said is not None and said is not row.sentiment:
                found[said].append(row.id)
        return found

    def _write(self, ids: list[int], sentiment: Sentiment) -> None:
        def work(act: Act) -> None:
            self._book.set_sentiment(act, ids, sentiment, SentimentSource.SUGGESTED)

        self._database.act(work, actor=PROGRAM, priority=Priority.BACKGROUND)

    def _load(self, kept: Kept | None, connection: Connection) -> None:
        version = kept.version if kept is not None else 0
        if version == self._version:
            return
        self._version, self._adaptation = version, None
        if kept is not None and kept.proposes:
            from app.services.sentiment.adaptation import Adaptation  # noqa: PLC0415 - numbers come with the first model
            from app.services.sentiment.weights import BrokenModelError  # noqa: PLC0415 - as said

            with contextlib.suppress(BrokenModelError):
                self._adaptation = Adaptation.from_bytes(payload_of(connection, kept.axis_key))


def text_of(row: AnyRow) -> str:
    """Return title and text of a mention as the reading of incoming mentions takes them."""
    return f"{row.title}\n{row.text}" if row.title and row.title != row.text else str(row.text)
