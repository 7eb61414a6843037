"""Who acts, in which role, and what the role may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The six roles of the counter."""

    ATTENDANT = "attendant"
    SPECIALIST = "specialist"
    ANALYST = "analyst"
    SUPERVISOR = "supervisor"
    ASSISTANT = "assistant"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """What a service may ask for before it acts."""

    READ = "read"
    WORK_CASES = "work_cases"
    ANSWER_AREA = "answer_area"
    REASSIGN = "reassign"
    REOPEN = "reopen"
    APPROVE = "approve"
    EXPORT = "export"
    WRITE_REPORTS = "write_reports"
    IMPORT = "import"
    EDIT_SETTINGS = "edit_settings"
    MANAGE_INSTALLATION = "manage_installation"


_ATTENDANT = frozenset({Right.READ, Right.WORK_CASES, Right.ANSWER_AREA, Right.IMPORT, Right.REOPEN})
_REPORTS = frozenset({Right.EXPORT, Right.WRITE_REPORTS})
_SUPERVISOR = _ATTENDANT | _REPORTS | {Right.REASSIGN, Right.APPROVE, Right.EDIT_SETTINGS}

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ATTENDANT: _ATTENDANT,
    Role.SPECIALIST: frozenset({Right.READ, Right.ANSWER_AREA}),
    Role.ANALYST: _REPORTS | {Right.READ},
    Role.SUPERVISOR: _SUPERVISOR,
    Role.ASSISTANT: _ATTENDANT | _REPORTS,
    Role.ADMINISTRATOR: _SUPERVISOR | {Right.MANAGE_INSTALLATION},
}


@dataclass(frozen=True, slots=True)
class Actor:
    """The person at this workstation, handed to every act. ``person_id`` 0 is the program itself."""

    person_id: int
    name: str
    role: Role

    def may(self, right: Right) -> bool:
        """Tell whether the role carries the right."""
        return right in RIGHTS[self.role]


PROGRAM = Actor(person_id=0, name="Balcão", role=Role.ADMINISTRATOR)
