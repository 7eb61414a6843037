"""What people talk of this week far more than before, found from samples in the background and opened by a click."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from app.models.domain.changes import Topic
from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView
from app.models.domain.people import PROGRAM, Actor, Right
from app.models.domain.rising_terms import RisingTerm, SampledText
from app.models.domain.zone_days import day_number, day_of, midnight
from app.models.queries.rows import AnyRow
from app.models.queries.theme_samples import sample
from app.models.schema.learning import RisingTheme
from app.services.acts import Act
from app.services.business_zone import business_zone
from app.services.cancel import CancelToken
from app.services.database import Database
from app.services.inbox import InboxService
from app.services.rights import require
from app.services.themes_child import rising_in_child
from app.services.time_ids import lowest_id
from app.services.write_gate import Priority

DAYS, WEEKS_BEFORE = 7, 8
SAMPLE = 20_000
"""Texts looked at of the week, and as many of the eight weeks before, the newest of each week."""
EVERY = timedelta(hours=4)
_PIECE = 2_000
_SUMMARY = ""  # the row that tells when was looked, also when nothing rises
Progress = Callable[[int, int | None], None]
Counter = Callable[[list[SampledText], list[SampledText], Callable[[], bool]], list[RisingTerm]]


@dataclass(frozen=True, slots=True)
class Theme:
    """A term of the week. ``n`` mentions hold it, exactly those that ``query`` lists.

    ``share`` and ``share_before`` are shares of 1 of the authors sampled in the week and in the eight weeks before.
    """

    term: str
    n: int
    share: float
    share_before: float
    weight: float
    query: InboxQuery


@dataclass(frozen=True, slots=True)
class ThemeBoard:
    """The themes of a week (both days inclusive), the surest first; ``found_at`` None = never looked for.

    ``is_due``: looked for too long ago, or of another day.
    """

    since: date
    until: date
    themes: tuple[Theme, ...] = ()
    found_at: datetime | None = None
    is_due: bool = True
    sampled: int = 0
    sampled_before: int = 0


class ThemeService:
    """Finds, keeps and tells the themes. ``count`` is done in a child process unless told otherwise."""

    def __init__(self, *, database: Database, inbox: InboxService, count: Counter | None = None) -> None:
        self._database = database
        self._inbox = inbox
        self._count = count or (lambda now, before, is_over: rising_in_child(now, before, is_cancelled=is_over))

    def read(self, actor: Actor) -> ThemeBoard:
        """Return what was found last, each theme with the number of its mentions now."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            today = self._today(connection)
            rows = connection.execute(select(RisingTheme.__table__).order_by(RisingTheme.weight.desc())).all()
        board = _board(today)
        summary = next((row for row in rows if row.term == _SUMMARY), None)
        if summary is None:
            return board
        board = _board(day_of(summary.week))
        is_old = self._database.clock.now() - summary.found_at >= EVERY or board.until != today
        themes = (_theme(row, board) for row in rows if row.term != _SUMMARY)
        counted = [replace(each, n=self._inbox.count(each.query, actor, None).n) for each in themes]
        return replace(
            board,
            themes=tuple(each for each in counted if each.n),
            found_at=summary.found_at,
            is_due=is_old,
            sampled=summary.n,
            sampled_before=summary.sampled,
        )

    def find(self, actor: Actor, token: CancelToken, progress: Progress = lambda _done, _total: None) -> ThemeBoard:
        """Look for the themes of the last seven days and keep them; ``progress`` counts texts read.

        Raises:
            Cancelled: when asked to stop; what was found before stays. ChildGone: the counting ended by itself.
        """
        require(actor, Right.READ)
        with self._database.read() as connection:
            zone, today = business_zone(connection), self._today(connection)
        weeks = [
            (midnight(today - timedelta(days=DAYS * (back + 1) - 1), zone), midnight(_after(today, back), zone))
            for back in range(WEEKS_BEFORE + 1)
        ]
        read = 0

        def texts_of(week: tuple[datetime, datetime], most: int) -> list[SampledText]:
            nonlocal read
            found: list[SampledText] = []
            low, high = lowest_id(week[0]), lowest_id(week[1])
            while len(found) < most:
                token.raise_if_cancelled()
                with self._database.read() as connection:
                    texts, high = sample(connection, low, high, min(_PIECE, most - len(found)))
                found += texts
                progress(read + len(found), 2 * SAMPLE)
                if len(texts) < _PIECE:
                    break
            read += len(found)
            return found

        now = texts_of(weeks[0], SAMPLE)
        before = [text for week in weeks[1:] for text in texts_of(week, SAMPLE // WEEKS_BEFORE)]
        terms = self._count(now, before, lambda: token.cancelled) if now and before else []
        at = self._database.clock.now()
        rows = [_row(today, at, term, len(now)) for term in terms]
        rows.append(
            {
                "week": day_number(today),
                "term": _SUMMARY,
                "n": len(now),
                "share": 0.0,
                "share_before": 0.0,
                "weight": 0.0,
                "sampled": len(before),
                "found_at": at,
            }
        )

        def keep(act: Act) -> None:
            act.connection.execute(delete(RisingTheme))
            act.connection.execute(insert(RisingTheme), rows)
            act.touch(topics=[Topic.REPORTS])

        self._database.act(keep, actor=PROGRAM, priority=Priority.BACKGROUND)
        return self.read(actor)

    def _today(self, connection: Connection) -> date:
        return self._database.clock.now().astimezone(business_zone(connection)).date()


def _after(today: date, back: int) -> date:
    return today + timedelta(days=1 - DAYS * back)


def _board(until: date) -> ThemeBoard:
    return ThemeBoard(until - timedelta(days=DAYS - 1), until)


def _theme(row: AnyRow, board: ThemeBoard) -> Theme:
    text = f'"{row.term}"' if " " in row.term else row.term
    query = InboxQuery(InboxView.ALL_MENTIONS, InboxFilter(text=text, since=board.since, until=board.until))
    return Theme(row.term, row.n, row.share, row.share_before, row.weight, query)


def _row(today: date, at: datetime, term: RisingTerm, sampled: int) -> dict[str, object]:
    return {
        "week": day_number(today),
        "term": term.term,
        "n": term.authors,
        "share": term.share,
        "share_before": term.share_before,
        "weight": term.weight,
        "sampled": sampled,
        "found_at": at,
    }
