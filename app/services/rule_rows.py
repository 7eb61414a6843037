"""Rules that live in rows of a table are added, changed and retired the same way: version, record, way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from sqlalchemy import Table, delete, insert, select, update

from app.models.domain.changes import Topic
from app.models.domain.people import Actor, Right
from app.models.schema.base import Base
from app.services.acts import Act, Done, Undo
from app.services.database import Database
from app.services.errors import Conflict, Invalid
from app.services.rights import require
from app.services.settings_book import record_change

Check = Callable[[Act, int | None, Mapping[str, Any]], None]
_UNRECORDED = frozenset({"id", "version", "used_count"})


class RuleRows:
    """Rows with ``id``, ``version``, ``is_active`` and ``used_count`` of one table, as one section of the rules.

    ``check(act, row id or None, values)`` may refuse inside the act. Codes: ``{noun}_changed``, ``{noun}_missing``.
    """

    def __init__(
        self,
        *,
        database: Database,
        table: type[Base],
        section: str,
        noun: str,
        topics: Iterable[Topic],
        check: Check,
    ) -> None:
        self._database = database
        self._table = cast("Table", table.__table__)
        self._section = section
        self._noun = noun
        self._topics = tuple(topics)
        self._check = check

    def add(self, actor: Actor, values: Mapping[str, Any], *, right: Right = Right.EDIT_SETTINGS) -> Done[int]:
        """Insert a row and return its id; undone, it is gone where nobody used it, retired where somebody did."""
        require(actor, right)

        def work(act: Act) -> int:
            self._check(act, None, values)
            row_id = int(act.connection.execute(insert(self._table).values(values).returning(self._c.id)).scalar_one())
            self._record(act, "added", None, values)
            return row_id

        row_id, changes = self._database.act(work, actor=actor)
        return Done(row_id, changes, Undo(f"{self._noun}_added", 1, lambda: self._take_away(actor, row_id)))

    def change(
        self,
        actor: Actor,
        row_id: int,
        values: Mapping[str, Any],
        *,
        expected_version: int,
        what: str = "changed",
        right: Right = Right.EDIT_SETTINGS,
    ) -> Done[int]:
        """Change columns of a row and return its new version.

        Raises:
            Conflict: ``{noun}_changed``. Invalid: ``{noun}_missing``.
        """
        require(actor, right)

        def work(act: Act) -> dict[str, Any]:
            before = self._row(act, row_id)
            self._check(act, row_id, {**before, **values})
            changed = act.connection.execute(
                update(self._table)
                .where(self._c.id == row_id, self._c.version == expected_version)
                .values(**values, version=expected_version + 1)
            )
            if changed.rowcount != 1:
                raise Conflict(f"{self._noun}_changed")
            self._record(act, what, before, {**before, **values})
            return {name: before[name] for name in values}

        before, changes = self._database.act(work, actor=actor)

        def revert() -> Done[int]:
            return self._put_back(actor, row_id, values, before, right)

        return Done(expected_version + 1, changes, Undo(f"{self._noun}_{what}", 1, revert))

    def _put_back(
        self, actor: Actor, row_id: int, written: Mapping[str, Any], before: Mapping[str, Any], right: Right
    ) -> Done[int]:
        """Put columns back while they still say what was written, also after later edits were taken back."""
        require(actor, right)

        def work(act: Act) -> int:
            present = self._row(act, row_id)
            if any(present[name] != value for name, value in written.items()):
                raise Conflict(f"{self._noun}_changed")
            self._check(act, row_id, {**present, **before})
            self._set(act, row_id, before)
            self._record(act, "undo", present, {**present, **before})
            return int(present["version"]) + 1

        return Done(*self._database.act(work, actor=actor))

    def replace(self, act: Act, rows: Iterable[Mapping[str, Any]], *, by: str) -> None:
        """Make the active rows those given, matched by the column ``by``; the others are retired."""
        present = {
            row[by]: row for row in act.connection.execute(select(self._table).order_by(self._c.id.desc())).mappings()
        }
        wanted = {row[by]: dict(row) | {"is_active": True} for row in rows}
        for name, values in wanted.items():
            if name not in present:
                act.connection.execute(insert(self._table).values(values))
            elif any(present[name][key] != value for key, value in values.items()):
                self._set(act, present[name]["id"], values)
        for name, row in present.items():
            if name not in wanted and row["is_active"]:
                self._set(act, row["id"], {"is_active": False})
        act.touch(topics=self._topics)

    @property
    def _c(self) -> Any:  # noqa: ANN401 - the table's columns
        return self._table.c

    def _set(self, act: Act, row_id: int, values: Mapping[str, Any]) -> None:
        act.connection.execute(
            update(self._table).where(self._c.id == row_id).values(**values, version=self._c.version + 1)
        )

    def _take_away(self, actor: Actor, row_id: int) -> Done[int]:
        def work(act: Act) -> int:
            before = self._row(act, row_id)
            gone = act.connection.execute(
                delete(self._table).where(self._c.id == row_id, self._c.used_count == 0, self._c.version == 1)
            )
            if gone.rowcount != 1:
                self._set(act, row_id, {"is_active": False})
            self._record(act, "undo", before, None)
            return row_id

        return Done(*self._database.act(work, actor=actor))

    def _row(self, act: Act, row_id: int) -> dict[str, Any]:
        found = act.connection.execute(select(self._table).where(self._c.id == row_id)).mappings().one_or_none()
        if found is None:
            raise Invalid(f"{self._noun}_missing")
        return dict(found)

    def _record(self, act: Act, what: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> None:
        told = [
            None if row is None else {key: value for key, value in row.items() if key not in _UNRECORDED}
            for row in (before, after)
        ]
        record_change(act, self._section, f"{self._noun}_{what}", told[0], told[1], *self._topics)
