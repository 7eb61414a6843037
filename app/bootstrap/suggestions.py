"""Builds what learns from the team's classified cases and proposes."""

from __future__ import annotations

from app.services.case_book import CaseBook
from app.services.case_reader import TreeShelf
from app.services.database import Database
from app.services.mention_book import MentionBook
from app.services.suggestions.proposer import SuggestionProposer
from app.services.suggestions.service import SuggestionService
from app.services.suggestions.team_sentiment import TeamSentiment
from app.services.suggestions.trainer import SuggestionTrainer
from app.services.suggestions.turn import Turn


def build_suggestions(
    database: Database, *, book: CaseBook, mentions: MentionBook, shelf: TreeShelf
) -> SuggestionService:
    """Wire the suggestions of an opened database; one turn for learning and proposing."""
    turn = Turn(database=database)
    return SuggestionService(
        database=database,
        shelf=shelf,
        trainer=SuggestionTrainer(database=database, shelf=shelf, turn=turn),
        proposer=SuggestionProposer(database=database, book=book, shelf=shelf, turn=turn),
        sentiment=TeamSentiment(database=database, book=mentions, turn=turn),
        turn=turn,
    )
