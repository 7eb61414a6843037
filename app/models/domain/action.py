"""The recommended action for a situation, and where to answer: beside the reply box, with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class AnswerWhere(StrEnum):
    """Where an answer belongs."""

    PUBLIC = "public"
    PRIVATE = "private"
    PUBLIC_THEN_PRIVATE = "public_then_private"
    NONE = "none"


class ActionReason(StrEnum):
    """Why this action; each has one sentence on the screen."""

    SITUATION = "situation"
    NATURE = "nature"
    UNCLASSIFIED = "unclassified"
    DIRECT = "direct"
    INDIRECT = "indirect"
    CRISIS = "crisis"
    PERSONAL_DATA = "personal_data"
    OFF_TOPIC = "off_topic"
    PRIVATE_CHANNEL = "private_channel"


@dataclass(frozen=True, slots=True)
class Advice:
    """One cell of the table: a code of action and the place."""

    action: str
    visibility: AnswerWhere


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What to do, where, and why, the strongest reason first."""

    action: str
    visibility: AnswerWhere
    reasons: tuple[ActionReason, ...]


@dataclass(frozen=True, slots=True)
class ActionTable:
    """A team's table: advice by situation key and directness, and the situation that a nature stands for."""

    advice: Mapping[tuple[str, bool], Advice]
    situation_of_nature: Mapping[str, str]

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> ActionTable:
        """Build the table from the decoded form of ``situations.json``.

        Raises KeyError or ValueError when the form is not that one.
        """
        advice: dict[tuple[str, bool], Advice] = {}
        for row in data["situations"]:
            for column, is_direct in (("indirect", False), ("direct", True)):
                cell = row[column]
                advice[str(row["key"]), is_direct] = Advice(str(cell["action"]), AnswerWhere(cell["visibility"]))
        return cls(advice, dict(data.get("natures", {})))


# What is right when nothing is known yet: read it, and decide.
_UNCLASSIFIED = Advice("classify_first", AnswerWhere.NONE)
_CRISIS_ACTION = "alert_and_attend"
_OFF_TOPIC_ACTION = "one_simple_reply"


def recommended_action(
    table: ActionTable,
    *,
    situation: str | None = None,
    is_direct: bool = False,
    nature: str | None = None,
    crisis_level: int | None = None,
    has_personal_data: bool = False,
    is_off_topic: bool = False,
    is_private_channel: bool = False,
) -> Recommendation:
    """Return the recommended action; the situation decides, the nature stands in while it is unknown.

    A crisis asks for an answer where the table says to stay silent; personal data always goes to a private channel; on
    a channel that is private itself every answer is private.
    """
    advice, reasons = _from_table(table, situation, nature, is_direct=is_direct)
    action, where = advice.action, advice.visibility
    if is_off_topic:
        action, where, reasons = _OFF_TOPIC_ACTION, AnswerWhere.PUBLIC, (ActionReason.OFF_TOPIC,)
    if crisis_level is not None:
        action, reasons = _CRISIS_ACTION, (ActionReason.CRISIS, *reasons)
        where = AnswerWhere.PUBLIC_THEN_PRIVATE if where is AnswerWhere.NONE else where
    if where is AnswerWhere.NONE:
        return Recommendation(action, where, reasons)
    if has_personal_data:
        where, reasons = AnswerWhere.PRIVATE, (ActionReason.PERSONAL_DATA, *reasons)
    elif is_private_channel:
        where, reasons = AnswerWhere.PRIVATE, (*reasons, ActionReason.PRIVATE_CHANNEL)
    return Recommendation(action, where, reasons)


def _from_table(
    table: ActionTable, situation: str | None, nature: str | None, *, is_direct: bool
) -> tuple[Advice, tuple[ActionReason, ...]]:
    by_nature = table.situation_of_nature.get(nature or "", "")
    for key, reason in ((situation or "", ActionReason.SITUATION), (by_nature, ActionReason.NATURE)):
        advice = table.advice.get((key, is_direct))
        if advice is None:
            continue
        if advice == table.advice.get((key, not is_direct)):
            return advice, (reason,)
        return advice, (reason, ActionReason.DIRECT if is_direct else ActionReason.INDIRECT)
    return _UNCLASSIFIED, (ActionReason.UNCLASSIFIED,)
