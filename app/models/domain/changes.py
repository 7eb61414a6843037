"""What an act touched, so that every open screen can patch just that."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

RANGE_THRESHOLD = 1_000


class Topic(StrEnum):
    """Things other than mentions, cases and customers that screens may show."""

    TREE = "tree"
    SETTINGS = "settings"
    PEOPLE = "people"
    AREAS = "areas"
    TEMPLATES = "templates"
    SAVED_VIEWS = "saved_views"
    INTAKE_RULES = "intake_rules"
    INTAKE_RUNS = "intake_runs"
    OUTBOX = "outbox"
    HOURS = "hours"
    TARGETS = "targets"
    ARTICLES = "articles"
    CRISIS = "crisis"
    ALERTS = "alerts"
    CHANNELS = "channels"
    REPORTS = "reports"
    PLAN = "plan"
    SUGGESTIONS = "suggestions"


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids touched by one committed act, and the workstation it came from.

    Above ``RANGE_THRESHOLD`` mention ids the set is empty and ``mention_range`` holds (lowest, highest);
    then a screen reloads what lies between instead of patching rows.
    """

    origin: str
    version: int = 0
    mention_ids: frozenset[int] = frozenset()
    mention_range: tuple[int, int] | None = None
    case_ids: frozenset[int] = frozenset()
    customer_ids: frozenset[int] = frozenset()
    topics: frozenset[Topic] = field(default_factory=frozenset)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was touched."""
        return not (self.mention_ids or self.mention_range or self.case_ids or self.customer_ids or self.topics)
