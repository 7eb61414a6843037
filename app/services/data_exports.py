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
from app.services.exports import Progress, Target, write_blocks, write_file
from app.services.mention_book import business_zone
from app.services.rights import require
from app.services.sheet_cells import Block, Cell, Column, Holds

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.database import Database
    from app.services.inbox import InboxService

_CHUNK = 2_000


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
        headers = self._headers(choice, names)
        if choice.kind is DataKind.MENTIONS:
            blocks = self._mentions(actor, choice)
            written = write_blocks(target, headers, _mention_columns(names), blocks, progress=progress, cancel=cancel)
        else:
            rows = (
                self._history(choice, names) if choice.kind is DataKind.HISTORY else self._cases(actor, choice, names)
            )
            written = write_file(target, headers, rows, {}, progress=progress, cancel=cancel, are_codes_open=False)
        facts = {"kind": choice.kind.value, "rows": written, "file": target.path.name}
        self._database.act(lambda act: act.record(None, "data_exported", facts), actor=actor)
        return written

    def _headers(self, choice: DataChoice, names: _Names) -> list[str]:
        words = [names.labels.get(each, each) for each in (*COLUMNS[choice.kind], SUGGESTED_AXES)]
        last = words.pop()
        return [*words, *(name for _id, name in names.axes), last] if choice.kind is DataKind.CASES else words

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

    def _mentions(self, actor: Actor, choice: DataChoice) -> Iterator[Block]:
        for ids in self._ids(actor, choice):
            with self._database.read() as connection:
                rows = export_rows.mention_rows(connection, ids)
            if found := [rows[each] for each in ids if each in rows]:
                keys, *rest = zip(*found, strict=True)
                yield [list(map(str, keys)), *rest]

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
        self.labels = labels

    def local(self, at: datetime | None) -> datetime | None:
        """Return a time as the business's clock showed it, without a zone, as a spreadsheet wants it."""
        return None if at is None or at >= NEVER else at.astimezone(self.zone).replace(tzinfo=None)

    def word(self, code: str | None) -> str | None:
        """Return the screen's word for a code."""
        return self.labels.get(code, code) if code is not None else None

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


def _mention_columns(names: _Names) -> list[Column]:
    """Return what stands in ``MENTION_COLUMNS`` as ``export_rows.mention_rows`` gives them."""
    text, whole, moment = Column(Holds.TEXT), Column(Holds.WHOLE), Column(Holds.MOMENT, zone=names.zone)
    # PostgreSQL says True where SQLite says 1: both are the same place.
    truth, seen_by = (names.word("no"), names.word("yes")), (names.word("public"), names.word("private"))
    known = dict.fromkeys(("crisis_level", "likes", "shares", "replies", "reach", "source_rating"), whole)
    known |= dict.fromkeys(("posted_at", "captured_at"), moment)
    named: dict[str, Callable[[Any], str | None]] = {
        "channel": names.of["channel"].get,
        "account": names.of["account"].get,
        "has_time": truth.__getitem__,
        "visibility": seen_by.__getitem__,
        "is_direct": truth.__getitem__,
        "state_reason": names.word,
        "intake_rule": names.of["rule"].get,
        "situation": names.path,
    }
    for name, codes in export_rows.mention_codes().items():
        named[name] = {code: names.word(member) for code, member in codes.items()}.get
    known |= {name: Column(Holds.NAMED, _or_none(name_of)) for name, name_of in named.items()}
    return [known.get(name, text) for name in MENTION_COLUMNS]


def _or_none(name_of: Callable[[Any], str | None]) -> Callable[[Any], str | None]:
    return lambda value: None if value is None else name_of(value)
