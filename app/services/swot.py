"""Proposes the SWOT sheet of a period from the charts' own figures, and keeps every version that people made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.case_counts import CaseMark
from app.models.domain.changes import Topic as ChangedTopic
from app.models.domain.chart import ChartData, ChartKey
from app.models.domain.inbox import InboxFilter
from app.models.domain.people import Actor, Right
from app.models.domain.series import ReportFilter
from app.models.domain.swot import SwotEntry, SwotSheet, Topic, from_json, proposed, to_json
from app.models.schema.people import Person
from app.models.schema.planning import SwotSheet as SheetRow
from app.services.acts import Act, Done, Undo
from app.services.cancel import CancelToken
from app.services.case_reader import TreeShelf
from app.services.charts.service import ChartService
from app.services.database import Database
from app.services.errors import Conflict
from app.services.rights import require

_ONE_SITTING = timedelta(minutes=30)
_WISH = "suggestion"
_POSITIVE, _NEGATIVE, _NONE = "positive", "negative", "no_sentiment"


class SwotService:
    """Sheets by period; within half an hour one person's changes are one version."""

    def __init__(self, *, database: Database, charts: ChartService, shelf: TreeShelf | None = None) -> None:
        self._database, self._charts = database, charts
        self._shelf = shelf or TreeShelf()

    def propose(self, actor: Actor, wanted: ReportFilter, cancel: CancelToken | None = None) -> tuple[SwotEntry, ...]:
        """Return what the data of a period proposes; wishes and risks are counted from the cases (a few seconds)."""
        require(actor, Right.READ)
        token = cancel or CancelToken()
        plain = ReportFilter(wanted.since, wanted.until, wanted.channel_ids)
        with self._database.read() as connection:
            natures = self._shelf.trees(connection).nodes.values()
            wish_id = next((node.id for node in natures if node.key == _WISH), None)
        topics: dict[int, Topic] = {}
        for each in self._levels(actor, ChartKey.SENTIMENT_SUBJECT, plain, token):
            _add_heard(topics, each)
        risky = replace(plain, rows=InboxFilter(marks=(CaseMark.CRISIS,)))
        for each in self._levels(actor, ChartKey.SUBJECTS, risky, token):
            _add_cases(topics, each, are_risks=True)
        if wish_id is not None:
            for each in self._levels(actor, ChartKey.SUBJECTS, replace(plain, node_ids=(wish_id,)), token):
                _add_cases(topics, each, are_risks=False)
        return proposed(topics.values(), wish_id)

    def versions(self, actor: Actor, wanted: ReportFilter) -> tuple[SwotSheet, ...]:
        """Return the saved sheets of a period, the newest first."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            return _versions(connection, wanted)

    def save(
        self, actor: Actor, wanted: ReportFilter, entries: Sequence[SwotEntry], seen: SwotSheet | None
    ) -> Done[SwotSheet]:
        """Save the sheet; ``seen`` is the version it was made from. The undo saves that one again.

        Raises:
            Conflict: ``swot.changed`` when somebody saved another version meanwhile.
        """
        require(actor, Right.WRITE_REPORTS)

        def work(act: Act) -> SwotSheet:
            # A colleague who saves in this moment is waited for, and seen.
            act.connection.execute(select(SheetRow.id).where(*_of_period(wanted)).with_for_update())
            present = next(iter(_versions(act.connection, wanted)), None)
            if _mark(present) != _mark(seen):
                raise Conflict("swot.changed")
            is_same = (
                present is not None
                and present.saved_by_id == actor.person_id
                and act.at - present.saved_at < _ONE_SITTING
            )
            number = 1 if present is None else present.number + (0 if is_same else 1)
            _write(act, wanted, number, entries, is_new=not is_same)
            act.touch(topics=[ChangedTopic.PLAN])
            return SwotSheet(number, tuple(entries), act.at, actor.name, actor.person_id)

        sheet, changes = self._database.act(work, actor=actor)
        before = () if seen is None else seen.entries
        return Done(sheet, changes, Undo("swot_saved", 1, lambda: self.save(actor, wanted, before, sheet)))

    def _levels(self, actor: Actor, key: ChartKey, wanted: ReportFilter, token: CancelToken) -> list[ChartData]:
        """Return the chart of the macro subjects and those of what lies below each of them."""
        macros = self._charts.chart(key, wanted, actor, token)
        below = [category.drill_node for category in macros.categories if category.drill_node is not None]
        return [macros, *(self._charts.chart(key, replace(wanted, node_id=each), actor, token) for each in below)]


def _mark(sheet: SwotSheet | None) -> tuple[object, ...] | None:
    return None if sheet is None else (sheet.number, sheet.entries)


def _add_heard(topics: dict[int, Topic], data: ChartData) -> None:
    by_key = {track.key: track.cells for track in data.tracks}
    for place, category in enumerate(data.categories):
        # A macro with variables is told by these.
        if not isinstance(category.key, int) or category.drill_node is not None:
            continue
        counts = {key: int(cells[place].value or 0) for key, cells in by_key.items()}
        if any(counts.values()):
            topics[category.key] = replace(
                topics.get(category.key, Topic(category.key, _path(data, category.name))),
                positive=counts.get(_POSITIVE, 0),
                negative=counts.get(_NEGATIVE, 0),
                with_sentiment=sum(n for key, n in counts.items() if key != _NONE),
            )


def _add_cases(topics: dict[int, Topic], data: ChartData, *, are_risks: bool) -> None:
    for category, cell in zip(data.categories, data.tracks[0].cells, strict=True):
        if isinstance(category.key, int) and category.drill_node is None and cell.value:
            known = topics.get(category.key, Topic(category.key, _path(data, category.name)))
            n = int(cell.value)
            topics[category.key] = replace(known, risks=n) if are_risks else replace(known, wishes=n)


def _path(data: ChartData, name: str) -> str:
    parent = data.facts.get("parent")
    return f"{parent} › {name}" if parent else name


def _versions(connection: Connection, wanted: ReportFilter) -> tuple[SwotSheet, ...]:
    statement = (
        select(
            SheetRow.number,
            SheetRow.entries,
            SheetRow.saved_at,
            func.coalesce(Person.name, ""),
            SheetRow.saved_by_id,
            func.coalesce(SheetRow.note, ""),
        )
        .outerjoin(Person, Person.id == SheetRow.saved_by_id)
        .where(*_of_period(wanted))
        .order_by(SheetRow.number.desc())
    )
    rows: Any = connection.execute(statement)
    return tuple(SwotSheet(number, from_json(entries), *rest) for number, entries, *rest in rows)


def _of_period(wanted: ReportFilter) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return SheetRow.since == wanted.since, SheetRow.until == wanted.until


def _write(act: Act, wanted: ReportFilter, number: int, entries: Sequence[SwotEntry], *, is_new: bool) -> None:
    values = {"entries": to_json(entries), "saved_at": act.at, "saved_by_id": act.actor.person_id}
    if not is_new:
        mine = (*_of_period(wanted), SheetRow.number == number)
        act.connection.execute(update(SheetRow).where(*mine).values(values))
        return
    module = postgresql if act.connection.dialect.name == "postgresql" else sqlite
    adding = module.insert(SheetRow).values(values | {"since": wanted.since, "until": wanted.until, "number": number})
    first = adding.on_conflict_do_nothing(index_elements=["since", "until", "number"]).returning(SheetRow.id)
    if act.connection.execute(first).first() is None:  # where nothing was saved, there was nothing to wait for
        raise Conflict("swot.changed")
