"""Takes all mentions, cases or history of a choice to a file, however many: read in chunks, written as they come.

A long read would keep the database's log growing and a list of everything would not fit: each chunk is a read of its
own, and nothing but the chunk is held.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from app.models.domain.inbox import VIEW_KINDS, Cursor, InboxFilter, InboxQuery, InboxView, RowKind, Sort
from app.models.domain.people import Actor, Right
from app.models.domain.zone_days import midnight
from app.models.queries import export_rows
from app.services.cancel import CancelToken
from app.services.data_exports_columns import TEXT, ExportNames
from app.services.exports import Progress, Target, write_blocks
from app.services.rights import require
from app.services.sheet_cells import Block, Column

if TYPE_CHECKING:
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
            names = ExportNames(connection, labels)
        columns = self._columns(choice.kind, names)
        blocks = self._blocks(actor, choice, names)
        headers, kinds = [header for header, _column in columns], [column for _header, column in columns]
        written = write_blocks(target, headers, kinds, blocks, progress=progress, cancel=cancel)
        facts = {"kind": choice.kind.value, "rows": written, "file": target.path.name}
        self._database.act(lambda act: act.record(None, "data_exported", facts), actor=actor)
        return written

    def _columns(self, kind: DataKind, names: ExportNames) -> list[tuple[str, Column]]:
        known = names.columns()
        columns = [(names.word(name), known.get(name, TEXT)) for name in COLUMNS[kind]]
        if kind is DataKind.CASES:
            columns += [(name, names.path_column()) for _id, name in names.axes]
            columns.append((names.word(SUGGESTED_AXES), TEXT))
        return columns

    def _blocks(self, actor: Actor, choice: DataChoice, names: ExportNames) -> Iterator[Block]:
        if choice.kind is DataKind.MENTIONS:
            return self._mentions(actor, choice)
        return self._history(choice, names) if choice.kind is DataKind.HISTORY else self._cases(actor, choice, names)

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

    def _cases(self, actor: Actor, choice: DataChoice, names: ExportNames) -> Iterator[Block]:
        for ids in self._ids(actor, choice):
            with self._database.read() as connection:
                rows = export_rows.case_rows(connection, ids)
                nodes = export_rows.case_nodes_of(connection, ids)
            if found := [rows[each] for each in ids if each in rows]:
                keys, *rest = zip(*found, strict=True)
                yield [*rest, *_axes_of([nodes.get(key, {}) for key in keys], names.axes)]

    def _history(self, choice: DataChoice, names: ExportNames) -> Iterator[Block]:
        since = None if choice.since is None else midnight(choice.since, names.zone)
        until = None if choice.until is None else midnight(choice.until + timedelta(days=1), names.zone)
        after = 0
        while True:
            with self._database.read() as connection:
                rows = export_rows.history_rows(connection, after, since, until, _CHUNK)
            if not rows:
                return
            after = rows[-1][0]
            yield list(zip(*rows, strict=True))


def _axes_of(nodes: Sequence[Mapping[int, tuple[int, bool]]], axes: Sequence[tuple[int, str]]) -> Block:
    """Return, for some cases, the column of each axis's nodes and that of the names of the axes only suggested."""
    none = (None, False)
    suggested = [", ".join(name for axis, name in axes if of.get(axis, none)[1]) for of in nodes]
    return [*([of.get(axis, none)[0] for of in nodes] for axis, _name in axes), suggested]


def _query_of(choice: DataChoice) -> InboxQuery:
    if choice.query is not None and _ROWS[choice.kind] in VIEW_KINDS[choice.query.view]:
        return choice.query
    view = InboxView.ALL_CASES if choice.kind is DataKind.CASES else InboxView.ALL_MENTIONS
    return InboxQuery(view, InboxFilter(since=choice.since, until=choice.until), Sort.NEWEST)
