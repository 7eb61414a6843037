"""What a crisis room says and how it ends: a position text that a second person approves, and a report."""

from __future__ import annotations

from typing import Any

from app.models.domain.changes import Topic
from app.models.domain.crisis_room import ApprovedPosition, EntryKind, RoomReport
from app.models.domain.people import Actor, Right
from app.models.queries import crisis_record, crisis_rooms
from app.models.queries.rows import AnyRow
from app.services.acts import Act, Done, Undo
from app.services.crisis_record import add_entry, lock_room, room_detail, tidy_text, write_room
from app.services.database import Database
from app.services.errors import Conflict, Refused
from app.services.rights import require

_MOST_LINES = 2_000
_NO_APPROVAL: dict[str, Any] = {"position_approved_at": None, "position_approved_by_id": None}
_COLUMNS = ("position_text", "position_by_id", "position_approved_at", "position_approved_by_id")


class CrisisClosing:
    """Drafts, approves and hands out the position text; closes a room with its report. Undo restores what was."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def position_for_case(self, case_id: int) -> ApprovedPosition | None:
        """Return the approved text that answers on a case go by, None outside a crisis."""
        with self._database.read() as connection:
            return crisis_rooms.position_for_case(connection, case_id)

    def draft_position(self, actor: Actor, room_id: int, text: str, *, expected_version: int) -> Done[int]:
        """Write the position text; it has to be approved (again). Return the room's new version.

        Raises:
            Invalid: ``empty_text``, ``crisis_text_long``. Conflict: ``room_changed``. Refused: ``not_allowed``.
        """
        require(actor, Right.WORK_CASES)
        values = {"position_text": tidy_text(text), "position_by_id": actor.person_id, **_NO_APPROVAL}
        return self._write(actor, room_id, expected_version, EntryKind.POSITION_DRAFTED, values)

    def approve_position(self, actor: Actor, room_id: int, *, expected_version: int) -> Done[int]:
        """Approve the text as a second person; from now on replies may use it.

        Raises:
            Refused: ``not_allowed``, ``position_own`` for who wrote it, ``position_missing``, ``position_approved``.
        """
        require(actor, Right.EDIT_SETTINGS)
        return self._write(actor, room_id, expected_version, EntryKind.POSITION_APPROVED, None)

    def withdraw_position(self, actor: Actor, room_id: int, *, expected_version: int) -> Done[int]:
        """Take the approval back: no further reply gets the text. Raises Refused ``position_missing``."""
        require(actor, Right.EDIT_SETTINGS)
        return self._write(actor, room_id, expected_version, EntryKind.POSITION_WITHDRAWN, dict(_NO_APPROVAL))

    def report(self, room_id: int) -> RoomReport:
        """Return what the closing report is written from. Raises Invalid ``room_unknown``."""
        now = self._database.clock.now()
        with self._database.read() as connection:
            detail = room_detail(connection, room_id, now=now)
            entries = crisis_record.read_record(connection, room_id, limit=_MOST_LINES)
            levels = crisis_rooms.read_levels(connection, room_id)
        return RoomReport(detail, detail.line.closed_at or now, entries[::-1], levels)

    def close(self, actor: Actor, room_id: int, report: str, *, expected_version: int) -> Done[int]:
        """Close the room with its report; undo opens it again.

        Raises:
            Refused: ``not_allowed``, ``room_closed``. Invalid: ``empty_text``. Conflict: ``room_changed``.
        """
        require(actor, Right.EDIT_SETTINGS)
        tidy = tidy_text(report)

        def work(act: Act) -> int:
            row = lock_room(act, room_id, version=expected_version)
            add_entry(act, room_id, EntryKind.CLOSED)
            values = {"closed_at": act.at, "closed_by_id": actor.person_id, "closing_report": tidy}
            return write_room(act, row, values)

        version, changes = self._database.act(work, actor=actor)
        undo = Undo("close_room", 1, lambda: self.reopen(actor, room_id, expected_version=version))
        return Done(version, changes, undo)

    def reopen(self, actor: Actor, room_id: int, *, expected_version: int) -> Done[int]:
        """Open a closed room again; its report stays until the next closing. Raises Refused ``room_open``."""
        require(actor, Right.EDIT_SETTINGS)

        def work(act: Act) -> int:
            row = lock_room(act, room_id, version=expected_version, is_open=False)
            add_entry(act, room_id, EntryKind.REOPENED)
            return write_room(act, row, {"closed_at": None, "closed_by_id": None})

        return Done(*self._database.act(work, actor=actor))

    def save_report(self, actor: Actor, room_id: int, text: str, *, expected_version: int) -> Done[int]:
        """Keep an edited report, of an open or a closed room; undo puts the earlier text back."""
        require(actor, Right.EDIT_SETTINGS)
        return self._keep_report(actor, room_id, tidy_text(text), expected_version)

    def _keep_report(self, actor: Actor, room_id: int, text: str | None, expected_version: int) -> Done[int]:
        def work(act: Act) -> tuple[int, str | None]:
            row = lock_room(act, room_id, version=expected_version, is_open=None)
            act.record(None, "crisis_report", {"room": room_id})
            act.touch(topics=[Topic.CRISIS])
            return write_room(act, row, {"closing_report": text}), row.closing_report

        (version, before), changes = self._database.act(work, actor=actor)
        return Done(
            version, changes, Undo("room_report", 1, lambda: self._keep_report(actor, room_id, before, version))
        )

    def _write(
        self, actor: Actor, room_id: int, expected_version: int, kind: EntryKind, values: dict[str, Any] | None
    ) -> Done[int]:
        """Write the position's columns; ``values`` None = approve."""

        def work(act: Act) -> tuple[int, dict[str, Any]]:
            row = lock_room(act, room_id, version=expected_version)
            _refuse(actor, kind, row)
            written = values or {"position_approved_at": act.at, "position_approved_by_id": actor.person_id}
            add_entry(act, room_id, kind, written.get("position_text"))
            return write_room(act, row, written), {name: getattr(row, name) for name in _COLUMNS}

        (version, before), changes = self._database.act(work, actor=actor)

        def revert() -> Done[int]:
            def back(act: Act) -> int:
                row = lock_room(act, room_id, version=version)
                add_entry(act, room_id, EntryKind.UNDONE, None, {"of": kind.value})
                return write_room(act, row, before)

            return Done(*self._database.act(back, actor=actor))

        return Done(version, changes, Undo(kind.value, 1, revert))


def _refuse(actor: Actor, kind: EntryKind, row: AnyRow) -> None:
    is_approved = row.position_approved_at is not None
    if kind is EntryKind.POSITION_WITHDRAWN and not is_approved:
        raise Refused("position_missing")
    if kind is EntryKind.POSITION_APPROVED:
        if not row.position_text:
            raise Refused("position_missing")
        if is_approved:
            raise Conflict("position_approved")
        if row.position_by_id == actor.person_id:
            raise Refused("position_own")
