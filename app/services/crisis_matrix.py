"""The crisis matrix as a supervisor edits it: read, checked, stored with its version, tried on a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.models.domain.burst import BurstLimits
from app.models.domain.changes import Topic
from app.models.domain.crisis import CrisisMatrix
from app.models.domain.crisis_check import Problem, problems_of
from app.models.domain.crisis_findings import Explained, explain
from app.models.domain.people import Actor, Role
from app.models.domain.text_reading import TextReading
from app.models.domain.vocabulary import Sentiment
from app.models.schema.people import Area, Person
from app.services.acts import Done
from app.services.burst_watch import BURSTS_SETTING
from app.services.database import Database
from app.services.errors import Invalid
from app.services.proposing import text_proposal
from app.services.rule_set import SettingSection
from app.services.setting_keys import CRISIS_SETTING
from app.services.settings_book import SettingsBook, SettingValue

SECTION = "crisis"
PEOPLE_SETTING = "crisis_people"
"""Who is alerted by name, apart from the matrix: a rule set that goes to another company names no persons."""


@dataclass(frozen=True, slots=True)
class MatrixState:
    """The matrix, who is alerted by name (person ids by level) and the limits of bursts, each with its version."""

    matrix: CrisisMatrix
    version: int
    people: Mapping[int, tuple[int, ...]]
    people_version: int
    bursts: BurstLimits
    bursts_version: int


@dataclass(frozen=True, slots=True)
class Choices:
    """Whom a level may alert and which areas may answer for it: (id, name) of persons, (key, name) of areas."""

    people: tuple[tuple[int, str], ...]
    areas: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """What a text would get: its findings and the sentiment that was read for level 3."""

    explained: Explained
    reading: TextReading


class CrisisMatrixService:
    """Reads and changes the matrix and what belongs to it."""

    def __init__(self, *, database: Database, settings: SettingsBook) -> None:
        self._database = database
        self._settings = settings

    def read(self) -> MatrixState:
        """Return the matrix with its people and the limits of bursts."""
        matrix = self._settings.read(CRISIS_SETTING)
        people = self._settings.read(PEOPLE_SETTING)
        bursts = self._settings.read(BURSTS_SETTING)
        return MatrixState(
            matrix=CrisisMatrix.from_mapping(matrix.value),
            version=matrix.version,
            people={int(level): tuple(map(int, ids)) for level, ids in (people.value or {}).items()},
            people_version=people.version,
            bursts=BurstLimits.from_mapping(bursts.value or {}),
            bursts_version=bursts.version,
        )

    def choices(self) -> Choices:
        """Return the active persons and areas by name."""
        with self._database.read() as connection:
            people = connection.execute(select(Person.id, Person.name).where(Person.is_active).order_by(Person.name))
            areas = connection.execute(select(Area.key, Area.name).where(Area.is_active).order_by(Area.position))
            return Choices(tuple((row.id, row.name) for row in people), tuple((row.key, row.name) for row in areas))

    @staticmethod
    def check(matrix: CrisisMatrix) -> tuple[Problem, ...]:
        """Return what is wrong with an edited matrix, what blocks saving first."""
        return problems_of(matrix)

    @staticmethod
    def try_text(text: str, matrix: CrisisMatrix, sentiment: Sentiment | None = None) -> Tried:
        """Say which rules of a matrix a text meets and why; ``sentiment`` None takes the one read from the text."""
        reading = text_proposal(text)
        return Tried(explain(text, matrix, sentiment or reading.sentiment), reading)

    def save(self, actor: Actor, matrix: CrisisMatrix, *, expected_version: int) -> Done[SettingValue]:
        """Store the matrix; intake uses it from its next batch on. One undo.

        Raises:
            Refused: ``not_allowed``. Invalid: ``crisis_matrix_invalid`` (kind, level, group, word).
            Conflict: ``setting_changed``.
        """
        worst = next((each for each in problems_of(matrix) if each.is_blocking), None)
        if worst is not None:
            raise Invalid(
                "crisis_matrix_invalid", kind=worst.kind.value, level=worst.level, group=worst.group, word=worst.word
            )
        return self._change(actor, CRISIS_SETTING, matrix.as_mapping(), expected_version)

    def set_people(
        self, actor: Actor, people: Mapping[int, tuple[int, ...]], *, expected_version: int
    ) -> Done[SettingValue]:
        """Store who is alerted by name, person ids by level. Raises as ``save``."""
        value = {str(level): sorted(ids) for level, ids in sorted(people.items()) if ids}
        return self._change(actor, PEOPLE_SETTING, value, expected_version)

    def set_bursts(self, actor: Actor, limits: BurstLimits, *, expected_version: int) -> Done[SettingValue]:
        """Store the limits of bursts. Raises as ``save``, Invalid ``burst_limits_invalid``."""
        try:
            BurstLimits.from_mapping(limits.as_mapping())
        except ValueError as error:
            raise Invalid("burst_limits_invalid") from error
        return self._change(actor, BURSTS_SETTING, limits.as_mapping(), expected_version)

    def _change(self, actor: Actor, key: str, value: object, expected_version: int) -> Done[SettingValue]:
        return self._settings.change(
            actor, key, value, expected_version=expected_version, section=SECTION, topics=(Topic.CRISIS,)
        )


def crisis_section() -> SettingSection:
    """Return the matrix and the limits of bursts as a section of the rule set."""
    checks = {CRISIS_SETTING: _check_matrix, BURSTS_SETTING: BurstLimits.from_mapping}
    return SettingSection(SECTION, checks, topics=(Topic.CRISIS,))


def _check_matrix(data: Any) -> None:  # noqa: ANN401 - any JSON value
    matrix = CrisisMatrix.from_mapping(data)
    problem = next((each for each in problems_of(matrix) if each.is_blocking), None)
    if problem is not None:
        raise ValueError(problem.kind.value)
    for role in (role for level in matrix.levels for role in level.alert_roles):
        Role(role)
