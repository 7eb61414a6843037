"""Takes all mentions, cases or history of a choice to a file, however many: read in chunks, written as they come.

A long read would keep the database's log growing and a list of everything would not fit: each chunk is a read of its
own, and nothing but the chunk is held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from app.models.domain.inbox import VIEW_KINDS, Cursor, InboxFilter, InboxQuery, InboxView, RowKind, Sort
from app.models.domain.people import Actor, Right
from app.models.domain.zone_days import midnight
from app.models.queries import export_rows
from app.models.schema.base import NEVER
from app.services.cancel import CancelToken
from app.services.exports import Cell, Target, write_file
from app.services.mention_book import business_zone
from app.services.rights import require

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.database import Database
    from app.services.inbox import InboxService

_CHUNK = 2_000
AXIS_PREFIX = "axis:"
Progress = Callable[[int], None]


class DataKind(StrEnum):
    """What can be taken out whole."""

    MENTIONS = "mentions"
    CASES = "cases"
    HISTORY = "history"


MENTION_COLUMNS = (
    "id",
    "channel",
    "account",
    "author",
    "handle",
    "customer",
    "posted_at",
    "has_time",
    "captured_at",
    "visibility",
    "is_direct",
    "mention_state",
    "state_reason",
    "intake_rule",
    "protocol",
    "sentiment",
    "sentiment_source",
    "situation",
    "crisis_level",
    "crisis_words",
    "language",
    "likes",
    "shares",
    "replies",
    "reach",
    "source_rating",
    "permalink",
    "title",
    "text",
)
CASE_COLUMNS = (
    "protocol",
    "case_state",
    "channel",
    "customer",
    "owner",
    "area",
    "case_kind",
    "started_by",
    "title",
    "opened_at",
    "first_response_due_at",
    "first_response_at",
    "resolution_due_at",
    "resolved_at",
    "legal_due_at",
    "closed_at",
    "closing_kind",
    "was_forwarded",
    "is_vip",
    "is_severe",
    "crisis_level",
    "reopened_count",
    "satisfaction",
    "is_satisfied_resolved",
    "follow_up_on",
    "external_system",
    "external_number",
    "external_status",
    "solution",
)
HISTORY_COLUMNS = ("seq", "at", "protocol", "person", "verb", "details")
COLUMNS: Mapping[DataKind, tuple[str, ...]] = {
    DataKind.MENTIONS: MENTION_COLUMNS,
    DataKind.CASES: CASE_COLUMNS,
    DataKind.HISTORY: HISTORY_COLUMNS,
}
SUGGESTED_AXES = "suggested_axes"
_ROWS = {DataKind.MENTIONS: RowKind.MENTION, DataKind.CASES: RowKind.CASE}


@dataclass(frozen=True, slots=True)
class DataChoice:
    """What to take out: mentions and cases of an inbox query (its order is the newest first), history of a period."""

    kind: DataKind
    query: InboxQuery | None = None
    since: date | None = None
    until: date | None = None


class DataExportService:
    """Writes mentions, cases or history to CSV or XLSX without a limit of rows."""

    def __init__(self, *, database: Database, inbox: InboxService) -> None:
        self._database = database
        self._inbox = inbox

    def export(
        self,
        actor: Actor,
        choice: DataChoice,
        target: Target,
        labels: Mapping[str, str],
        *,
        progress: Progress | None = None,
        cancel: CancelToken | None = None,
    ) -> int:
        """Write the file whole or not at all; return the number of rows. ``labels`` turn codes into the screen's words.

        The act is kept in the history, with how many rows went where they went (no path: the name alone).

        Raises:
            Refused: ``not_allowed``. Unavailable: ``export.unwritable``, ``export.disk_full`` (``path``).
            Cancelled: when asked to stop; nothing is left behind.
        """
        require(actor, Right.EXPORT)
        with self._database.read() as connection:
            names = _Names(connection, labels)
        headers, rows = self._table(actor, choice, names)
        titles = {name: name.removeprefix(AXIS_PREFIX) for name in headers if name.startswith(AXIS_PREFIX)}
        written = write_file(
            target, headers, rows, titles | dict(labels), progress=progress, cancel=cancel, are_codes_open=False
        )
        facts = {"kind": choice.kind.value, "rows": written, "file": target.path.name}
        self._database.act(lambda act: act.record(None, "data_exported", facts), actor=actor)
        return written

    def _table(
        self, actor: Actor, choice: DataChoice, names: _Names
    ) -> tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]:
        if choice.kind is DataKind.MENTIONS:
            return MENTION_COLUMNS, self._mentions(actor, choice, names)
        if choice.kind is DataKind.HISTORY:
            return HISTORY_COLUMNS, self._history(choice, names)
        axes = (f"{AXIS_PREFIX}{name}" for _id, name in names.axes)
        return (*CASE_COLUMNS, *axes, SUGGESTED_AXES), self._cases(actor, choice, names)

    def total(self, actor: Actor, choice: DataChoice) -> int | None:
        """Return how many rows an export will have; None for the history and for views of both kinds."""
        require(actor, Right.EXPORT)
        if choice.kind is DataKind.HISTORY:
            return None
        query = _query_of(choice)
        return self._inbox.count(query, actor, cap=None).n if len(VIEW_KINDS[query.view]) == 1 else None

    def _ids(self, actor: Actor, choice: DataChoice) -> Iterator[list[int]]:
        cursor: Cursor | None = None
        query = _query_of(choice)
        while True:
            ids, cursor = self._inbox.page_ids(query, _ROWS[choice.kind], actor, cursor, _CHUNK)
            if ids:
                yield ids
            if cursor is None:
                return

    def _mentions(self, actor: Actor, choice: DataChoice, names: _Names) -> Iterator[tuple[Cell, ...]]:
        cells: _MentionCells | None = None
        for ids in self._ids(actor, choice):
            with self._database.read() as connection:
                cells = cells or _MentionCells(connection, names)
                rows = export_rows.mention_rows(connection, ids)
            for each in ids:
                if (row := rows.get(each)) is not None:
                    yield cells.of(row)

    def _cases(self, actor: Actor, choice: DataChoice, names: _Names) -> Iterator[tuple[Cell, ...]]:
        for ids in self._ids(actor, choice):
            with self._database.read() as connection:
                rows = export_rows.case_rows(connection, ids)
                nodes = export_rows.case_nodes_of(connection, ids)
            for each in ids:
                if (row := rows.get(each)) is not None:
                    yield names.case(row, nodes.get(each, {}))

    def _history(self, choice: DataChoice, names: _Names) -> Iterator[tuple[Cell, ...]]:
        since = None if choice.since is None else midnight(choice.since, names.zone)
        until = None if choice.until is None else midnight(choice.until + timedelta(days=1), names.zone)
        after = 0
        while True:
            with self._database.read() as connection:
                rows = export_rows.history_rows(connection, after, since, until, _CHUNK)
            if not rows:
                return
            after = rows[-1][0]
            for seq, at, protocol, actor_id, verb, body in rows:
                person = names.of["person"].get(actor_id)
                yield (seq, names.local(at), protocol, person, names.word(verb), body)


def _query_of(choice: DataChoice) -> InboxQuery:
    if choice.query is not None and _ROWS[choice.kind] in VIEW_KINDS[choice.query.view]:
        return choice.query
    view = InboxView.ALL_CASES if choice.kind is DataKind.CASES else InboxView.ALL_MENTIONS
    return InboxQuery(view, InboxFilter(since=choice.since, until=choice.until), Sort.NEWEST)


class _Names:
    """Turns rows into cells: ids into names, codes into the screen's words, times into the business's zone."""

    def __init__(self, connection: Connection, labels: Mapping[str, str]) -> None:
        self.zone: ZoneInfo = business_zone(connection)
        self.of = export_rows.names_by_id(connection)
        self.axes = export_rows.case_axes(connection)
        self.path = export_rows.node_paths(connection).get
        self._labels = labels

    def local(self, at: datetime | None) -> datetime | None:
        """Return a time as the business's clock showed it, without a zone, as a spreadsheet wants it."""
        return None if at is None or at >= NEVER else at.astimezone(self.zone).replace(tzinfo=None)

    def word(self, code: str | None) -> str | None:
        """Return the screen's word for a code."""
        return self._labels.get(code, code) if code is not None else None

    def truth(self, *, value: bool | None) -> str | None:
        """Return yes or no in the screen's words."""
        return None if value is None else self.word("yes" if value else "no")

    def case(self, row: Any, nodes: Mapping[int, tuple[int, bool]]) -> tuple[Cell, ...]:  # noqa: ANN401 - a row of ``export_rows.case_rows``
        """Return the cells of ``CASE_COLUMNS``, one for each axis, and the names of the axes only suggested."""
        of, word, local = self.of, self.word, self.local
        (_id, protocol, state, channel, customer, owner, area, kind, started, title) = row[:10]
        times = tuple(local(at) for at in row[10:17])
        (closing, forwarded, vip, severe, crisis, reopened, rating, settled, follow_up) = row[17:26]
        suggested = [name for axis, name in self.axes if axis in nodes and nodes[axis][1]]
        return (
            protocol,
            word(state),
            of["channel"].get(channel),
            customer,
            of["person"].get(owner),
            of["area"].get(area),
            word(kind),
            word(started),
            title,
            *times,
            word(closing),
            self.truth(value=forwarded),
            self.truth(value=vip),
            self.truth(value=severe),
            crisis,
            reopened,
            rating,
            self.truth(value=settled),
            follow_up,
            *row[26:],
            *(self.path(nodes[axis][0]) if axis in nodes else None for axis, _name in self.axes),
            ", ".join(suggested) or None,
        )


class _MentionCells:
    """Makes the cells of ``MENTION_COLUMNS`` of a row: looked up, for there are millions, and nothing worked out."""

    def __init__(self, connection: Connection, names: _Names) -> None:
        self._channel, self._account, self._rule = (names.of[each].get for each in ("channel", "account", "rule"))
        self._path = names.path
        self._word = names.word
        self._local = export_rows.StoredForms(connection, names.zone).local
        self._states, self._sentiments, self._sources = (
            {code: names.word(member.value) for code, member in export_rows.codes_of(column).items()}.get
            for column in export_rows.MENTION_CODES
        )
        # PostgreSQL says True where SQLite says 1: both are the same place.
        self._truth = (names.word("no"), names.word("yes"))
        self._seen_by = (names.word("public"), names.word("private"))

    def of(self, row: Any) -> tuple[Cell, ...]:  # noqa: ANN401 - a row of ``export_rows.mention_rows``
        """Return the cells of a row."""
        key, channel, account, author, handle, customer, posted, has_time, captured, *more = row
        is_private, is_direct, state, reason, rule, protocol, sentiment, source, situation, *rest = more
        return (
            str(key),
            self._channel(channel),
            self._account(account),
            author,
            handle,
            customer,
            self._local(posted),
            self._truth[has_time],
            self._local(captured),
            self._seen_by[is_private],
            self._truth[is_direct],
            self._states(state),
            None if reason is None else self._word(reason),
            None if rule is None else self._rule(rule),
            protocol,
            self._sentiments(sentiment),
            self._sources(source),
            None if situation is None else self._path(situation),
            *rest,
        )
