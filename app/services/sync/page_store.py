"""Takes a network's page into the database in small batches that leave the window room, and knows what it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.models.domain.channel_kind import Ability, ChannelKind
from app.models.domain.incoming import IncomingMention, Ledger
from app.services.channels.base import Account, Fetched
from app.services.database import Database
from app.services.facet_index import mention_words
from app.services.id_lists import chunks
from app.services.intake import IntakeBatch, IntakeItem, IntakeService
from app.services.intake.batch import SourcePage
from app.services.proposing import proposed_of
from app.services.settings_book import read_setting

FIGURE_DAYS_SETTING = "figure_days"
_FIGURE_DAYS = 7
_SETTING_KEPT = timedelta(minutes=10)
_OWN_AT_ONCE = 40
_NEWS_AT_ONCE = 200
_LEAST_ROWS = 25
"""Below that an act costs more by itself than by its rows."""
_MOST_REMEMBERED = 1_000


@dataclass(frozen=True, slots=True)
class Pace:
    """How much of the one writer's time a page may take at once: rows, seconds, and the rest in between."""

    rows: int = 200
    seconds: float = 0.05
    rest: float = 0.02


class Stopped(Exception):  # noqa: N818 - a signal between the loop and the store, not an error
    """Raised between two batches when the account is not ours to read any more; the cursor stays behind them."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """What became of a page."""

    ledger: Ledger
    edited: int = 0

    @property
    def brought(self) -> bool:
        """Tell whether anything was new."""
        return self.ledger.stored > 0 or self.edited > 0


class Remembered:
    """What the last pages of one stream held, so that what overlaps costs the database nothing; a miss is harmless."""

    def __init__(self) -> None:
        self._seen: dict[int, None] = {}

    def unseen(self, page: Fetched) -> Fetched:
        """Return a page without what was stored before, exactly as it is."""
        if not self._seen:
            return page
        return replace(
            page,
            mentions=tuple(each for each in page.mentions if _mark(each) not in self._seen),
            own=tuple(each for each in page.own if hash(each) not in self._seen),
            removals=tuple(each for each in page.removals if hash(each) not in self._seen),
            bounces=tuple(each for each in page.bounces if hash(each) not in self._seen),
            rejected=tuple(each for each in page.rejected if hash(each) not in self._seen),
        )

    def add(self, page: Fetched) -> None:
        """Remember what was stored."""
        marks = [_mark(each) for each in page.mentions]
        for group in (page.own, page.removals, page.bounces, page.rejected):
            marks += [hash(each) for each in group]
        self._seen |= dict.fromkeys(marks)
        while len(self._seen) > _MOST_REMEMBERED:
            del self._seen[next(iter(self._seen))]


class PageStore:
    """Stores pages of any account; used by the loops of all accounts at once."""

    def __init__(
        self,
        *,
        database: Database,
        intake: IntakeService,
        pace: Pace | None = None,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._database = database
        self._intake = intake
        self._pace = pace or Pace()
        self._sleep = sleep
        self._rows = max(1, self._pace.rows // 4)
        self._figure_days: tuple[datetime, timedelta] | None = None

    def store(
        self, account: Account, kind: ChannelKind, stream: str, page: Fetched, *, go_on: Callable[[], bool]
    ) -> StoredPage:
        """Store a page; its cursor and its cost come with the last batch, so that a kill in between loses nothing.

        Raises:
            Stopped: when ``go_on`` says no between two batches. Unavailable: when the database cannot be written.
        """
        ledger, edited = Ledger(), 0
        items = [*enumerate(page.mentions, start=1)]
        rejected = [IntakeItem(len(items) + n, each, "") for n, each in enumerate(page.rejected, start=1)]
        source = self._source(account, kind)
        for batch in self._batches(items, rejected, page, source):
            if not go_on():
                raise Stopped
            began = time.monotonic()
            received = self._intake.receive(replace(batch, account_id=account.id, stream=stream))
            ledger, edited = ledger + received.ledger, edited + len(received.edited)
            self._learn(time.monotonic() - began, len(batch.items))
            if batch.cursor is None:
                self._sleep(self._pace.rest)
        return StoredPage(ledger, edited)

    def _batches(
        self, items: list[tuple[int, IncomingMention]], rejected: list[IntakeItem], page: Fetched, source: SourcePage
    ) -> Iterator[IntakeBatch]:
        """Cut a page; what is not the last piece has no cursor and has cost nothing."""
        free = replace(source, calls=0)
        pieces = self._pieces(items, rejected, page, free)
        last = next(pieces, IntakeBatch((), page=free))
        for piece in pieces:
            yield last
            last = piece
        cost = source.cost * (len(page.mentions) + len(page.own))
        paid = replace(last.page or free, calls=page.calls, cost=cost)
        yield replace(last, page=paid, cursor=page.cursor)

    def _pieces(
        self, items: list[tuple[int, IncomingMention]], rejected: list[IntakeItem], page: Fetched, free: SourcePage
    ) -> Iterator[IntakeBatch]:
        free = replace(free, cost=0)
        place = 0
        while place < len(items):
            some = items[place : place + self._rows]
            place += len(some)
            yield IntakeBatch(tuple(_item(row, each) for row, each in some), page=free)
        for lot in chunks(rejected, _NEWS_AT_ONCE):
            yield IntakeBatch(tuple(lot), page=free)
        for own in chunks(page.own, _OWN_AT_ONCE):
            yield IntakeBatch((), page=replace(free, own=tuple(own)))
        for removals in chunks(page.removals, _NEWS_AT_ONCE):
            yield IntakeBatch((), page=replace(free, removals=tuple(removals)))
        for figures in chunks(page.figures, _NEWS_AT_ONCE):
            yield IntakeBatch((), page=replace(free, figures=tuple(figures)))
        for bounces in chunks(page.bounces, _OWN_AT_ONCE):
            yield IntakeBatch((), page=replace(free, bounces=tuple(bounces)))

    def _learn(self, seconds: float, rows: int) -> None:
        if seconds > self._pace.seconds:
            self._rows = max(_LEAST_ROWS, self._rows // 2)
        elif rows >= self._rows and seconds < self._pace.seconds / 2:
            self._rows = min(self._pace.rows, self._rows * 2)

    def _source(self, account: Account, kind: ChannelKind) -> SourcePage:
        return SourcePage(
            channel=account.channel,
            name=account.name,
            cost=kind.cost_per_item,
            terms=account.terms,
            figures_for=self.figure_days() if kind.can(Ability.FIGURES) else None,
        )

    def figure_days(self) -> timedelta:
        """Return for how long figures are looked at again; the team's setting is read now and then."""
        now = self._database.clock.now()
        kept = self._figure_days
        if kept is None or abs(now - kept[0]) > _SETTING_KEPT:
            with self._database.read() as connection:
                value = read_setting(connection, FIGURE_DAYS_SETTING).value
            is_days = isinstance(value, int) and not isinstance(value, bool) and value >= 0
            kept = self._figure_days = (now, timedelta(days=value if is_days else _FIGURE_DAYS))
        return kept[1]


def is_empty(page: Fetched) -> bool:
    """Tell whether a page holds nothing to store but its cursor."""
    return not (page.mentions or page.rejected or page.own or page.removals or page.figures or page.bounces)


def _item(row: int, mention: IncomingMention) -> IntakeItem:
    return IntakeItem(row, mention, mention_words(mention.title, mention.text), proposed_of(mention))


def _mark(mention: IncomingMention) -> int:
    figures = (mention.likes, mention.shares, mention.replies, mention.reach)
    told = (mention.external_id, mention.author_key, mention.title, mention.text, mention.edited_at, mention.posted_at)
    return hash((*told, *figures))
