"""Puts intake together with the cases' own part in it, for the window, the command line and the bench alike."""

from __future__ import annotations

from collections.abc import Sequence

from app.models.domain.alert import CrisisAlertFacts
from app.services.acts import Act
from app.services.alerts import raise_crisis_alerts
from app.services.case_book import CaseBook
from app.services.case_clock import CaseClock
from app.services.case_continuing import CaseContinuing
from app.services.case_desk import CaseDesk
from app.services.case_reader import CaseReader, TreeShelf
from app.services.database import Database
from app.services.intake.batch import CrisisNews
from app.services.intake.case_news import CaseNews
from app.services.intake.service import IntakeService
from app.services.mention_book import MentionBook


def build_intake(database: Database) -> IntakeService:
    """Return the intake of a database; a mention that joins an open case brings the case up to date."""
    mentions, clock = MentionBook(), CaseClock()
    book = CaseBook(mentions=mentions)
    reader = CaseReader(database=database, shelf=TreeShelf(), clock=clock)
    desk = CaseDesk(database=database, book=book, clock=clock, reader=reader)
    continuing = CaseContinuing(book=book, desk=desk)
    news = CaseNews(book=book, desk=desk)
    return IntakeService(
        database=database,
        book=mentions,
        on_case_mention=continuing.on_case_mention,
        on_crisis=_raise_alerts,
        on_edited=news.edited,
        on_lost=news.lost,
    )


def _raise_alerts(act: Act, news: Sequence[CrisisNews]) -> None:
    raise_crisis_alerts(
        act,
        [
            CrisisAlertFacts(
                mention_id=each.mention_id,
                level=each.hit.level,
                words=each.hit.words,
                rule=each.rule_name,
                channel_key=each.channel,
                posted_at=each.posted_at,
            )
            for each in news
        ],
    )
