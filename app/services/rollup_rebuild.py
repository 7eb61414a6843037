"""Counts everything anew from the rows and puts the roll-ups right: after an upgrade, or when the time zone changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.changes import Topic
from app.models.domain.people import PROGRAM
from app.models.schema.base import Base
from app.models.schema.cases import Case
from app.models.schema.mentions import Mention
from app.models.schema.settings import BusinessSetting
from app.services.acts import Act
from app.services.business_zone import COUNTED_ZONE_SETTING, business_zone
from app.services.case_book import CaseBook
from app.services.database import Database
from app.services.id_lists import CHUNK, chunks
from app.services.mention_book import MentionBook
from app.services.recount import ROLLUPS, Difference, rollup_differences
from app.services.work_texts import rebuild_work_texts
from app.services.write_gate import Priority

STALE_SETTING = "rollups_stale"
_ROWS_AN_ACT = 2_000
_CASES_AN_ACT = 100
_TABLES = {table.__tablename__: table for table in ROLLUPS}
Progress = Callable[[int], None]
RebuildPart = Callable[[Database, Progress], object]
"""Fills something else that an upgrade leaves empty, in short acts; it may begin anew at any time."""


def _work_texts(database: Database, progress: Progress) -> int:
    return rebuild_work_texts(database, progress=progress)


PARTS: tuple[RebuildPart, ...] = (_work_texts,)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many figures were put right; ``is_done`` False: another workstation was at it and does the rest."""

    figures: int
    is_done: bool


class RollupRebuild:
    """Puts roll-ups right while everybody works on.

    Counting reads one state of the database. What it finds wrong, it corrects by the *difference*: acts that came in
    between have added theirs to the roll-up as to the rows, so the difference still holds, and nothing has to wait.
    It can be broken off anywhere and begun anew. Two workstations cannot both correct: whoever finds that the setting
    has moved on since it counted gives way.
    """

    def __init__(self, *, database: Database, parts: Sequence[RebuildPart] = PARTS) -> None:
        self._database = database
        self._parts = parts
        self._mentions = MentionBook()
        self._cases = CaseBook(mentions=self._mentions)

    def is_wanted(self) -> bool:
        """Tell whether an upgrade left roll-ups to count, or they were counted in another time zone."""
        if self._database.is_read_only:
            return False
        with self._database.read() as connection:
            counted = _setting(connection, COUNTED_ZONE_SETTING)
            return _setting(connection, STALE_SETTING) is True or counted not in {None, business_zone(connection).key}

    def run(self, progress: Progress = lambda _: None) -> Rebuilt:
        """Count and correct; ``progress`` receives rows looked at so far, and what it raises ends the work.

        Raises:
            Unavailable: when the database cannot be written.
        """
        self._database.quiet(partial(_keep, key=STALE_SETTING, value=True), priority=Priority.BACKGROUND)
        with self._database.read() as connection:
            zone, counted_zone = business_zone(connection).key, _setting(connection, COUNTED_ZONE_SETTING)
        is_moved = counted_zone not in {None, zone}
        if is_moved:
            self._renew_facets(progress)
        with self._database.read() as connection:
            version = _version(connection)
            found = list(rollup_differences(connection, progress))
        for part in chunks(found, _ROWS_AN_ACT):
            progress(0)
            if not self._act(partial(_correct, part=part, version=version)):
                return Rebuilt(0, is_done=False)
            version += 1
        for fill in self._parts:
            fill(self._database, progress)
        is_done = self._act(partial(_finish, zone=zone, version=version, is_moved=is_moved))
        return Rebuilt(len(found), is_done=is_done)

    def _act(self, work: Callable[[Act], bool]) -> bool:
        # Whatever a power cut takes back is counted again: the setting that says so is taken back with it.
        return self._database.act(work, actor=PROGRAM, priority=Priority.BACKGROUND, durable=False)[0]

    def _renew_facets(self, progress: Progress) -> None:
        """Let mentions and cases be found by their days, weekdays and hours in the present zone."""

        def mentions(act: Act, ids: list[int]) -> bool:
            self._mentions.renew_facets(act, ids)
            return True

        def cases(act: Act, ids: list[int]) -> bool:
            for case_id in ids:
                self._cases.refresh_voice(act, case_id)
            return True

        done = 0
        for column, renew, size in ((Mention.id, mentions, CHUNK), (Case.id, cases, _CASES_AN_ACT)):
            for ids in self._ids(column, size):
                progress(done)
                self._act(partial(renew, ids=ids))
                done += len(ids)

    def _ids(self, column: Any, size: int) -> Iterator[list[int]]:  # noqa: ANN401 - a mapped attribute
        after = -1
        while True:
            with self._database.read() as connection:
                wanted = select(column).where(column > after).order_by(column).limit(size)
                ids = list(connection.execute(wanted).scalars())
            if not ids:
                return
            yield ids
            after = ids[-1]


def _correct(act: Act, *, part: Sequence[Difference], version: int) -> bool:
    if not _take(act.connection, version):
        return False
    for each in part:
        act.tally(_TABLES[each.table], each.key, each.counted - each.stored)
    return True


def _finish(act: Act, *, zone: str, version: int, is_moved: bool) -> bool:
    if not _take(act.connection, version):
        return False
    _keep(act.connection, key=STALE_SETTING, value=False)
    _keep(act.connection, key=COUNTED_ZONE_SETTING, value=zone)
    if is_moved:
        _forget_empty(act.connection)
    act.touch(topics=[Topic.REPORTS])
    return True


def _forget_empty(connection: Connection) -> None:
    tables: list[type[Base]] = [table for table in ROLLUPS if table.__tablename__ != "status_counter"]
    for table in tables:
        connection.execute(delete(table).where(table.__table__.c.n == 0))


def _take(connection: Connection, version: int) -> bool:
    mine = (BusinessSetting.key == STALE_SETTING, BusinessSetting.version == version)
    taken = update(BusinessSetting).where(*mine).values(version=version + 1)
    return connection.execute(taken).rowcount == 1


def _keep(connection: Connection, *, key: str, value: object) -> None:
    module = postgresql if connection.dialect.name == "postgresql" else sqlite
    adding = module.insert(BusinessSetting).values(key=key, value=value, version=1)
    connection.execute(adding.on_conflict_do_update(index_elements=["key"], set_={"value": adding.excluded.value}))


def _setting(connection: Connection, key: str) -> object:
    return connection.execute(select(BusinessSetting.value).where(BusinessSetting.key == key)).scalar_one_or_none()


def _version(connection: Connection) -> int:
    wanted = select(BusinessSetting.version).where(BusinessSetting.key == STALE_SETTING)
    return connection.execute(wanted).scalar_one()
