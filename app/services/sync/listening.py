"""*Monitorar antes de ativar*: what an account was heard to say, before anybody answers there."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.models.domain.crisis import StoredWords
from app.models.domain.listening import Heard, ListeningReport, listen
from app.models.domain.text_lexicon import Lexicon
from app.models.domain.text_reading import read_text
from app.models.queries.listening import heard_between
from app.models.queries.rows import AnyRow
from app.services.cancel import CancelToken
from app.services.database import Database
from app.services.lexicons import lexicon_of
from app.services.mention_book import business_zone
from app.services.mention_keys import LocalTimes
from app.services.settings_book import read_setting
from app.services.time_ids import lowest_id

DAYS = 30
MOST_MENTIONS = 5_000
"""A report of more would take seconds of reading for the same picture; it then says that it is partial."""
_SITUATIONS_SETTING = "situations"
_DAY = timedelta(days=1)
_BREATH = 0.002


class ListeningService:
    """Makes the report of one account; a job (up to a second or two for a busy account)."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def report(self, account_id: int, *, cancel: CancelToken, days: int = DAYS) -> ListeningReport:
        """Return what an account brought on the last ``days`` local days, today included.

        Raises:
            Cancelled: when the job is cancelled. Unavailable: when the database cannot be reached.
        """
        now = self._database.clock.now()
        with self._database.read() as connection:
            times = LocalTimes(business_zone(connection))
            lexicon = lexicon_of(read_setting(connection, _SITUATIONS_SETTING).value)
        today = now.astimezone(times.zone)
        midnight = today.replace(hour=0, minute=0, second=0, microsecond=0)
        heard: list[Heard] = []
        is_partial = False
        for back in range(days):
            cancel.raise_if_cancelled()
            rows = self._rows(account_id, midnight - _DAY * back, MOST_MENTIONS - len(heard) + 1)
            is_partial = len(heard) + len(rows) > MOST_MENTIONS
            heard += [_heard(row, times, lexicon) for row in rows[: MOST_MENTIONS - len(heard)]]
            if is_partial:
                break
            # The interpreter's lock is let go now and then, so that the window stays fluid.
            cancel.wait(_BREATH)
        since = (today - _DAY * (days - 1)).date()
        return listen(account_id, heard, since=since, until=today.date(), is_partial=is_partial)

    def _rows(self, account_id: int, starts: datetime, limit: int) -> list[AnyRow]:
        with self._database.read() as connection:
            low, high = lowest_id(starts), lowest_id(starts + _DAY)
            return list(heard_between(connection, account_id, low=low, high=high, limit=limit))


def _heard(row: AnyRow, times: LocalTimes, lexicon: Lexicon) -> Heard:
    text = f"{row.title}\n{row.text}" if row.title and row.title != row.text else str(row.text)
    local = times.of(row.posted_at)
    stored = StoredWords.of(row.crisis_words)
    return Heard(
        text=text,
        day=local.on,
        weekday=local.weekday,
        hour=local.hour if row.has_time else None,
        sentiment=row.sentiment,
        language=row.language,
        author=row.author,
        themes=read_text(text, lexicon).themes,
        crisis_level=row.crisis_level,
        danger=() if stored.doubt else stored.words,
    )
