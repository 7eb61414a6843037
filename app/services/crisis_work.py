"""The work in an open crisis room: notes, decisions, and the areas that are told and confirm."""

from __future__ import annotations

from sqlalchemy import delete, select, update

from app.models.domain.alert import AlertKind, NewAlert
from app.models.domain.crisis_room import WRITTEN_BY_HAND, EntryKind
from app.models.domain.people import Actor, Right
from app.models.queries.crisis_rooms import read_members
from app.models.queries.rows import AnyRow
from app.models.schema.crisis import CrisisRoomArea
from app.models.schema.people import Area, AreaMember
from app.services.acts import Act, Done, Undo
from app.services.alerts import raise_alert
from app.services.crisis_record import add_entry, drop_entry, lock_room, note_area_told, tidy_text
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.rights import require


class CrisisWork:
    """Writes the room's record, tells areas and takes their confirmation; works in drills too."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def write(self, actor: Actor, room_id: int, text: str, kind: EntryKind = EntryKind.NOTE) -> Done[int]:
        """Add a note or a decision to the record; specialists may too. Undo takes it out.

        Raises:
            Invalid: ``empty_text``, ``crisis_text_long``. Refused: ``not_allowed``, ``room_closed``.
        """
        require(actor, Right.ANSWER_AREA)
        if kind not in WRITTEN_BY_HAND:
            raise ValueError(kind)
        tidy = tidy_text(text)

        def work(act: Act) -> int:
            lock_room(act, room_id)
            return add_entry(act, room_id, kind, tidy)

        entry_id, changes = self._database.act(work, actor=actor)

        def revert() -> Done[None]:
            return Done(*self._database.act(lambda act: drop_entry(act, room_id, entry_id), actor=actor))

        return Done(entry_id, changes, Undo("room_note", 1, revert))

    def tell_area(self, actor: Actor, room_id: int, area_id: int) -> Done[int]:
        """Record that an area was told, and alert those of its members who have the program open.

        Raises:
            Invalid: ``area_unknown``. Conflict: ``area_told``. Refused: ``not_allowed``, ``room_closed``.
        """
        require(actor, Right.WORK_CASES)

        def work(act: Act) -> int:
            row = lock_room(act, room_id)
            area = act.connection.execute(
                select(Area.id, Area.name).where(Area.id == area_id, Area.is_active)
            ).one_or_none()
            if area is None:
                raise Invalid("area_unknown")
            entry_id = note_area_told(act, room_id, area)
            if entry_id is None:
                raise Conflict("area_told", name=area.name)
            _call_members(act, row, area)
            return entry_id

        entry_id, changes = self._database.act(work, actor=actor)
        return Done(area_id, changes, Undo("tell_area", 1, lambda: self._untell(actor, room_id, area_id, entry_id)))

    def confirm_area(self, actor: Actor, room_id: int, area_id: int) -> Done[int]:
        """Record that an area said that it knows: its own people say so, or who leads the team. Undo takes that back.

        Raises:
            Conflict: ``area_confirmed`` when it was not told or has confirmed.
            Refused: ``not_allowed``, ``not_your_area``.
        """
        require(actor, Right.ANSWER_AREA)

        def work(act: Act) -> int:
            _check_member(act, area_id)
            lock_room(act, room_id)
            return self._confirm(act, room_id, area_id)

        entry_id, changes = self._database.act(work, actor=actor)

        def revert() -> Done[None]:
            def back(act: Act) -> None:
                lock_room(act, room_id)
                act.connection.execute(
                    update(CrisisRoomArea)
                    .where(CrisisRoomArea.room_id == room_id, CrisisRoomArea.area_id == area_id)
                    .values(confirmed_at=None)
                )
                drop_entry(act, room_id, entry_id)

            return Done(*self._database.act(back, actor=actor))

        return Done(area_id, changes, Undo("confirm_area", 1, revert))

    @staticmethod
    def _confirm(act: Act, room_id: int, area_id: int) -> int:
        statement = (
            update(CrisisRoomArea)
            .where(
                CrisisRoomArea.room_id == room_id,
                CrisisRoomArea.area_id == area_id,
                CrisisRoomArea.confirmed_at.is_(None),
            )
            .values(confirmed_at=act.at)
        )
        if act.connection.execute(statement).rowcount != 1:
            raise Conflict("area_confirmed")
        name = act.connection.execute(select(Area.name).where(Area.id == area_id)).scalar_one()
        return add_entry(act, room_id, EntryKind.AREA_CONFIRMED, None, {"area": name})

    def _untell(self, actor: Actor, room_id: int, area_id: int, entry_id: int) -> Done[None]:
        def work(act: Act) -> None:
            lock_room(act, room_id)
            act.connection.execute(
                delete(CrisisRoomArea).where(CrisisRoomArea.room_id == room_id, CrisisRoomArea.area_id == area_id)
            )
            drop_entry(act, room_id, entry_id)

        return Done(*self._database.act(work, actor=actor))


def _check_member(act: Act, area_id: int) -> None:
    mine = select(AreaMember.person_id).where(
        AreaMember.area_id == area_id, AreaMember.person_id == act.actor.person_id
    )
    if not act.actor.may(Right.EDIT_SETTINGS) and act.connection.execute(mine).first() is None:
        raise Refused("not_your_area")


def _call_members(act: Act, room: AnyRow, area: AnyRow) -> None:
    """Alert the area's people, and nobody else."""
    members = read_members(act.connection, [area.id]).get(area.id, [])
    if members:
        facts = {"room": room.name, "area": area.name, "people": [person_id for person_id, _name in members]}
        kind = AlertKind.DRILL if room.is_drill else AlertKind.CRISIS
        key = f"room-area:{room.id}:{area.id}:{int(act.at.timestamp())}"
        raise_alert(act, NewAlert(key, kind, room.level, room_id=room.id, facts=facts, is_drill=room.is_drill))
