"""The twelve planning steps and their objective: what each asks, what feeds it, and how far the team has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.models.domain.chart import ChartKey


class Block(StrEnum):
    """The three blocks of the plan."""

    SURVEY = "survey"
    PLANNING = "planning"
    CRISES = "crises"


class Field(StrEnum):
    """What a step keeps of its own, where no other page does; each a text or a list of chosen codes."""

    OBJECTIVE = "objective"
    GOALS = "goals"
    AUDIENCE = "audience"
    PUBLISHED = "published"
    CHECKLIST = "checklist"
    SOURCING = "sourcing"
    MANAGEMENT = "management"


class Fact(StrEnum):
    """A figure that feeds a step beside its charts; the screen has the words for it."""

    AREAS = "areas"
    AREAS_UNATTENDED = "areas_unattended"
    ROUTES = "routes"
    AXES = "axes"
    NODES = "nodes"
    ANSWERED = "answered"
    NOT_ANSWERED = "not_answered"
    SUBJECTS_SHARED = "subjects_shared"
    TRAITS = "traits"
    ACCOUNTS = "accounts"
    ACCOUNTS_LISTENING = "accounts_listening"
    CRISIS_TRIGGERS = "crisis_triggers"
    PEOPLE = "people"


Facts = Mapping[int, tuple[tuple[Fact, float], ...]]
"""By step: each figure with its value."""


@dataclass(frozen=True, slots=True)
class StepSpec:
    """One step as it is always: its block, the charts that feed it, where its data is edited, what it keeps itself."""

    number: int
    block: Block
    charts: tuple[ChartKey, ...] = ()
    page: str = ""
    """The page of the program where its data is edited ("" = in the step itself)."""
    fields: tuple[Field, ...] = ()


STEPS: tuple[StepSpec, ...] = (
    StepSpec(0, Block.SURVEY, fields=(Field.OBJECTIVE, Field.GOALS)),
    StepSpec(1, Block.SURVEY, (ChartKey.VOLUME_MONTH, ChartKey.CHANNELS), "reports:forecast", (Field.AUDIENCE,)),
    StepSpec(2, Block.SURVEY, (ChartKey.HEAT,), "hours"),
    StepSpec(3, Block.PLANNING, (ChartKey.BY_AREA,), "areas"),
    StepSpec(4, Block.PLANNING, (ChartKey.LEVELS,), "areas"),
    StepSpec(5, Block.PLANNING, (ChartKey.SUBJECTS,), "tree"),
    StepSpec(6, Block.SURVEY, (ChartKey.PERSONAS, ChartKey.PROFILES), "reports:public"),
    StepSpec(7, Block.PLANNING, (ChartKey.SENTIMENT_SUBJECT,), "policy"),
    StepSpec(8, Block.PLANNING, (), "persona"),
    StepSpec(9, Block.PLANNING, (), "channels"),
    StepSpec(10, Block.CRISES, (ChartKey.CRISIS_LIMITS,), "matrix"),
    StepSpec(11, Block.PLANNING, (), "hours", (Field.PUBLISHED,)),
    StepSpec(12, Block.PLANNING, (), "reports:forecast", (Field.CHECKLIST, Field.SOURCING, Field.MANAGEMENT)),
)
CHOICES: Mapping[Field, tuple[str, ...]] = {
    Field.OBJECTIVE: ("service", "relationship", "both"),
    Field.AUDIENCE: ("facebook", "instagram", "x", "youtube", "forums", "blogs", "complaint_sites", "email"),
    Field.PUBLISHED: ("hours", "policy", "contacts"),
    Field.CHECKLIST: ("service", "internet", "business", "portuguese", "brand"),
    Field.SOURCING: ("in_house", "outsourced", "mixed"),
    Field.MANAGEMENT: ("manager", "assistant", "reports_apart"),
}
"""The answers a field offers; one of them for the objective and the sourcing, any number for the others."""
ONE_OF = frozenset({Field.OBJECTIVE, Field.SOURCING})


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step as it stands; ``version`` 0 = nobody has written in it yet."""

    spec: StepSpec
    position: int
    decision: str = ""
    responsible_id: int | None = None
    responsible: str = ""
    due_on: date | None = None
    content: Mapping[Field, str] = field(default_factory=dict)
    done_at: datetime | None = None
    done_by: str = ""
    version: int = 0

    @property
    def is_done(self) -> bool:
        """Tell whether the team has settled it."""
        return self.done_at is not None


def chosen(content: Mapping[Field, str], which: Field) -> tuple[str, ...]:
    """Return the answers chosen in a field, in the order in which they are offered."""
    given = set(content.get(which, "").split(","))
    return tuple(code for code in CHOICES.get(which, ()) if code in given)


def content_from_json(stored: object) -> dict[Field, str]:
    """Return a step's own content; what this version does not know falls away."""
    if not isinstance(stored, Mapping):
        return {}
    known = {each.value: each for each in Field}
    return {known[key]: str(value) for key, value in stored.items() if key in known and value}
