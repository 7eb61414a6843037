"""The crisis rooms: opened by anybody who works on cases, filled with mentions, notes and the areas that were told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain import protocol
from app.models.domain.alert import AlertKind, NewAlert, gathered_key
from app.models.domain.changes import Changes, Topic
from app.models.domain.crisis_room import (
    LONGEST_NAME,
    MOST_MENTIONS,
    EntryKind,
    RoomAnswer,
    RoomDetail,
    RoomEntry,
    RoomLine,
    RoomMention,
    areas_to_tell,
)
from app.models.domain.people import Actor, Right
from app.models.domain.words import clean_text
from app.models.queries import crisis_record, crisis_rooms, search
from app.models.queries.rows import AnyRow
from app.models.schema.crisis import Alert, AlertSeen, CrisisEntry, CrisisRoom, CrisisRoomArea, CrisisRoomMention
from app.models.schema.mentions import Mention
from app.models.schema.people import Area
from app.services.acts import Act, Done, Undo
from app.services.alerts import raise_alert
from app.services.crisis_record import add_entry, lock_room, note_area_told, room_detail
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.id_lists import chunks
from app.services.rights import require
from app.services.setting_keys import CRISIS_SETTING
from app.services.settings_book import read_setting

LEVELS = range(1, 10)


@dataclass(frozen=True, slots=True)
class NewRoom:
    """What a room is opened with. ``scenario`` is what a drill pretends; a drill takes no real mention or case."""

    name: str
    level: int
    mention_ids: tuple[int, ...] = ()
    case_id: int | None = None
    alert_id: int | None = None
    is_drill: bool = False
    scenario: str = field(default="")


class CrisisRoomService:
    """Opens rooms and works in them; positions and the closing are ``CrisisClosing``'s."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    # --- reading ------------------------------------------------------------------------------------------------

    def rooms(
        self, *, is_open: bool | None = None, before_id: int | None = None, limit: int = 50
    ) -> tuple[RoomLine, ...]:
        """Return rooms, the newest first; ``is_open`` None = open and closed ones."""
        with self._database.read() as connection:
            return crisis_rooms.read_rooms(connection, is_open=is_open, before_id=before_id, limit=limit)

    def count_open(self) -> int:
        """Return how many rooms are open, drills too."""
        statement = select(func.count()).select_from(CrisisRoom).where(CrisisRoom.closed_at.is_(None))
        with self._database.read() as connection:
            return connection.execute(statement).scalar_one()

    def room(self, room_id: int) -> RoomDetail:
        """Return a room with its figures and areas. Raises Invalid ``room_unknown``."""
        with self._database.read() as connection:
            return room_detail(connection, room_id, now=self._database.clock.now())

    def record(self, room_id: int, *, before: datetime | None = None, limit: int = 200) -> tuple[RoomEntry, ...]:
        """Return what happened, the newest first: entries, alerts, who took them, answers that left."""
        with self._database.read() as connection:
            return crisis_record.read_record(connection, room_id, before=before, limit=limit)

    def mentions(self, room_id: int, *, before_id: int | None = None, limit: int = 100) -> tuple[RoomMention, ...]:
        """Return the room's mentions, the newest first, by page."""
        with self._database.read() as connection:
            return crisis_rooms.read_mentions(connection, room_id, before_id=before_id, limit=limit)

    def answers(self, room_id: int, *, before_id: int | None = None, limit: int = 100) -> tuple[RoomAnswer, ...]:
        """Return our replies on the room's cases, the newest first, by page."""
        with self._database.read() as connection:
            return crisis_record.read_answers(connection, room_id, before_id=before_id, limit=limit)

    def similar(self, room_id: int, *, hours: int = 24, limit: int = 200) -> tuple[RoomMention, ...]:
        """Propose mentions of the last hours with the room's words or subject that are not in it; none to a drill."""
        since = self._database.clock.now() - timedelta(hours=hours)
        with self._database.read() as connection:
            return crisis_rooms.read_similar(connection, room_id, since=since, limit=limit)

    # --- opening ------------------------------------------------------------------------------------------------

    def open(self, actor: Actor, new: NewRoom) -> Done[int]:
        """Open a room, tell the areas that the matrix names, and alert everybody; return its id.

        Undo takes the room away while nobody else has worked in it.

        Raises:
            Refused: ``not_allowed``, ``drill_touches_nothing``. Invalid: ``room_name_missing``, ``room_name_long``,
            ``crisis_level_unknown``.
        """
        require(actor, Right.WORK_CASES)
        name = _tidy_name(new.name)
        if new.level not in LEVELS:
            raise Invalid("crisis_level_unknown")
        if new.is_drill and (new.mention_ids or new.case_id is not None or new.alert_id is not None):
            raise Refused("drill_touches_nothing")

        def work(act: Act) -> int:
            return self._open(act, new, name)

        room_id, changes = self._database.act(work, actor=actor)
        return Done(room_id, changes, Undo("open_room", 1, lambda: self._unopen(actor, room_id)))

    def _open(self, act: Act, new: NewRoom, name: str) -> int:
        room_id: int = act.connection.execute(
            insert(CrisisRoom)
            .values(
                name=name, level=new.level, is_drill=new.is_drill, opened_at=act.at, opened_by_id=act.actor.person_id
            )
            .returning(CrisisRoom.id)
        ).scalar_one()
        add_entry(act, room_id, EntryKind.OPENED, clean_text(new.scenario).strip() or None, {"level": new.level})
        matrix = read_setting(act.connection, CRISIS_SETTING).value
        for area in _areas(act.connection, areas_to_tell(matrix, new.level)):
            note_area_told(act, room_id, area)
        _add(act, room_id, _brought(act, new))
        if new.alert_id is not None:
            act.connection.execute(update(Alert).where(Alert.id == new.alert_id).values(room_id=room_id))
        facts = {"room": name, **({"scenario": new.scenario.strip()[:300]} if new.scenario.strip() else {})}
        kind = AlertKind.DRILL if new.is_drill else AlertKind.CRISIS
        alert = NewAlert(f"room:{room_id}", kind, new.level, room_id=room_id, facts=facts, is_drill=new.is_drill)
        raise_alert(act, alert)
        return room_id

    def _unopen(self, actor: Actor, room_id: int) -> Done[int]:
        def work(act: Act) -> int:
            row = lock_room(act, room_id)
            later = select(CrisisEntry.id).where(
                CrisisEntry.room_id == room_id,
                (CrisisEntry.at > row.opened_at) | (CrisisEntry.actor_id != row.opened_by_id),
            )
            if row.version != 1 or act.connection.execute(later).first() is not None:
                raise Conflict("room_changed")
            _take_away(act, room_id)
            return room_id

        return Done(*self._database.act(work, actor=actor))

    # --- mentions -----------------------------------------------------------------------------------------------

    def add_mentions(self, actor: Actor, room_id: int, mention_ids: Collection[int]) -> Done[int]:
        """Add mentions to a room; return how many were not in it. Undo takes just these out.

        Raises:
            Refused: ``not_allowed``, ``room_closed``, ``drill_touches_nothing``. Invalid: ``too_many_mentions``.
        """
        require(actor, Right.WORK_CASES)

        def work(act: Act) -> list[int]:
            _lock_real(act, room_id)
            return _add(act, room_id, mention_ids)

        return self._added(actor, room_id, *self._database.act(work, actor=actor))

    def add_case(self, actor: Actor, room_id: int, case_id: int) -> Done[int]:
        """Add all mentions of a case to a room, as ``add_mentions``."""
        require(actor, Right.WORK_CASES)

        def work(act: Act) -> list[int]:
            _lock_real(act, room_id)
            return _add(act, room_id, _case_mentions(act.connection, case_id))

        return self._added(actor, room_id, *self._database.act(work, actor=actor))

    def join(self, actor: Actor, room_id: int, new: NewRoom) -> Done[int]:
        """Add what ``new`` brings (mentions, a case, an alert's mention) to an open room, as ``add_mentions``."""
        require(actor, Right.WORK_CASES)

        def work(act: Act) -> list[int]:
            _lock_real(act, room_id)
            if new.alert_id is not None:
                act.connection.execute(update(Alert).where(Alert.id == new.alert_id).values(room_id=room_id))
                act.touch(topics=[Topic.ALERTS])
            return _add(act, room_id, _brought(act, new))

        return self._added(actor, room_id, *self._database.act(work, actor=actor))

    def add_by_protocol(self, actor: Actor, room_id: int, typed: str) -> Done[int]:
        """Add the case of a protocol, written as people do; a merged one leads to the case it lives on in.

        Raises:
            Invalid: ``case_missing`` when there is none of that number. Otherwise as ``add_mentions``.
        """
        number = protocol.parse(typed)
        with self._database.read() as connection:
            found = None if number is None else search.case_by_protocol(connection, number)
            case_id = None if found is None else search.survivor_of(connection, found)
        if case_id is None:
            raise Invalid("case_missing")
        return self.add_case(actor, room_id, case_id)

    def remove_mentions(self, actor: Actor, room_id: int, mention_ids: Collection[int]) -> Done[int]:
        """Take mentions out of a room; return how many were in it. Undo puts them back."""
        require(actor, Right.WORK_CASES)

        def work(act: Act) -> list[int]:
            lock_room(act, room_id)
            return _remove(act, room_id, mention_ids)

        removed, changes = self._database.act(work, actor=actor)
        undo = Undo("remove_from_room", len(removed), lambda: self.add_mentions(actor, room_id, removed))
        return Done(len(removed), changes, undo if removed else None)

    def _added(self, actor: Actor, room_id: int, added: Sequence[int], changes: Changes) -> Done[int]:
        undo = Undo("add_to_room", len(added), lambda: self.remove_mentions(actor, room_id, added))
        return Done(len(added), changes, undo if added else None)


def _tidy_name(name: str) -> str:
    tidy = " ".join(clean_text(name).split())
    if not tidy:
        raise Invalid("room_name_missing")
    if len(tidy) > LONGEST_NAME:
        raise Invalid("room_name_long", limit=LONGEST_NAME)
    return tidy


def _areas(connection: Connection, keys: Sequence[str]) -> list[AnyRow]:
    """Return the active areas of these keys in the keys' order; a key that the team took away has none."""
    rows = connection.execute(select(Area.id, Area.name, Area.key).where(Area.key.in_(keys), Area.is_active)).all()
    return sorted(rows, key=lambda row: keys.index(row.key))


def _brought(act: Act, new: NewRoom) -> list[int]:
    return [*new.mention_ids, *_case_mentions(act.connection, new.case_id), *_alert_mentions(act, new.alert_id)]


def _case_mentions(connection: Connection, case_id: int | None) -> list[int]:
    if case_id is None:
        return []
    newest = select(Mention.id).where(Mention.case_id == case_id).order_by(Mention.id.desc()).limit(MOST_MENTIONS)
    return list(connection.execute(newest).scalars())


def _alert_mentions(act: Act, alert_id: int | None) -> list[int]:
    if alert_id is None:
        return []
    row = act.connection.execute(
        select(Alert.mention_id, Alert.case_id, Alert.is_drill, Alert.key, Alert.raised_at).where(Alert.id == alert_id)
    ).one_or_none()
    if row is None:
        raise Invalid("alert_unknown")
    if row.is_drill:
        raise Refused("drill_touches_nothing")
    if row.key == gathered_key(row.raised_at):
        return crisis_rooms.flood_ids(act.connection, row.raised_at, limit=MOST_MENTIONS)
    mine = [] if row.mention_id is None else [row.mention_id]
    return [*mine, *_case_mentions(act.connection, row.case_id)]


def _lock_real(act: Act, room_id: int) -> AnyRow:
    row = lock_room(act, room_id)
    if row.is_drill:
        raise Refused("drill_touches_nothing")
    return row


def _add(act: Act, room_id: int, mention_ids: Iterable[int]) -> list[int]:
    wanted = sorted(set(mention_ids))
    if len(wanted) > MOST_MENTIONS:
        raise Invalid("too_many_mentions", limit=MOST_MENTIONS)
    module = postgresql if act.connection.dialect.name == "postgresql" else sqlite
    added: list[int] = []
    for part in chunks(wanted):
        known = list(act.connection.execute(select(Mention.id).where(Mention.id.in_(part))).scalars())
        if not known:
            continue
        rows = [
            {"room_id": room_id, "mention_id": each, "added_at": act.at, "added_by_id": act.actor.person_id}
            for each in known
        ]
        adding = module.insert(CrisisRoomMention).values(rows).on_conflict_do_nothing()
        added += act.connection.execute(adding.returning(CrisisRoomMention.mention_id)).scalars()
    if added:
        add_entry(act, room_id, EntryKind.MENTIONS_ADDED, None, {"n": len(added)})
        act.touch(mentions=added)
    return sorted(added)


def _remove(act: Act, room_id: int, mention_ids: Collection[int]) -> list[int]:
    removed: list[int] = []
    for part in chunks(sorted(set(mention_ids))):
        statement = (
            delete(CrisisRoomMention)
            .where(CrisisRoomMention.room_id == room_id, CrisisRoomMention.mention_id.in_(part))
            .returning(CrisisRoomMention.mention_id)
        )
        removed += act.connection.execute(statement).scalars()
    if removed:
        add_entry(act, room_id, EntryKind.MENTIONS_REMOVED, None, {"n": len(removed)})
        act.touch(mentions=removed)
    return sorted(removed)


def _take_away(act: Act, room_id: int) -> None:
    """Take a room that was just opened away with all that was written for it; the history keeps it."""
    own = select(Alert.id).where(Alert.key == f"room:{room_id}")
    act.connection.execute(delete(AlertSeen).where(AlertSeen.alert_id.in_(own)))
    act.connection.execute(delete(Alert).where(Alert.key == f"room:{room_id}"))
    act.connection.execute(update(Alert).where(Alert.room_id == room_id).values(room_id=None))
    for table in (CrisisRoomMention, CrisisRoomArea, CrisisEntry):
        act.connection.execute(delete(table).where(table.room_id == room_id))
    act.connection.execute(delete(CrisisRoom).where(CrisisRoom.id == room_id))
    act.record(None, "undo", {"of": "crisis_opened", "room": room_id})
    act.touch(topics=[Topic.CRISIS, Topic.ALERTS])
