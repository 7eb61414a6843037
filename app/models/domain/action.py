"""The recommended action for a situation, where to answer and in which tone: beside the reply box, with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    REPLY_GIVEN = "reply_given"
    DO_NOT_ANSWER = "do_not_answer"


class Guidance(StrEnum):
    """How to go about public and private; each has one sentence on the screen."""

    ANSWER_IN_PUBLIC = "answer_in_public"
    ANSWER_IN_PRIVATE = "answer_in_private"
    ACKNOWLEDGE_THEN_PRIVATE = "acknowledge_then_private"
    PRIVATE_IF_AT_ALL = "private_if_at_all"
    ONE_PUBLIC_REPLY = "one_public_reply"
    NO_ANSWER = "no_answer"


class GuidanceReason(StrEnum):
    """Why so; the strongest one only."""

    PERSONAL_DATA = "personal_data"
    PRIVATE_CHANNEL = "private_channel"
    DO_NOT_ANSWER = "do_not_answer"
    REPLY_GIVEN = "reply_given"
    OFF_TOPIC = "off_topic"
    CRISIS = "crisis"
    UNCLASSIFIED = "unclassified"
    NO_PROBLEM_TO_SOLVE = "no_problem_to_solve"
    PROBLEM_IN_PRIVATE = "problem_in_private"
    HELPS_OTHERS = "helps_others"
    THANKS_ARE_SEEN = "thanks_are_seen"


ADVICE_ACTIONS = frozenset(
    {
        "monitor",
        "judge_then_answer",
        "attend_and_solve",
        "find_and_answer",
        "contact_and_offer_help",
        "thank",
        "classify_first",
    }
)
"""What the table can recommend; each has its words on the screen."""


@dataclass(frozen=True, slots=True)
class Trait:
    """One trait of the brand persona."""

    key: str
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class BrandVoice:
    """The matrix of the brand persona: which traits an answer has, by the key of the nature it answers."""

    traits: Mapping[str, Trait]
    matrix: Mapping[str, tuple[str, ...]]

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> BrandVoice:
        """Build it from the decoded form of ``brand.json``.

        Raises KeyError or TypeError when the form is not that one.
        """
        traits = (Trait(str(row["key"]), str(row["name"]), str(row.get("description", ""))) for row in data["traits"])
        return cls(
            {trait.key: trait for trait in traits},
            {str(nature): tuple(map(str, keys)) for nature, keys in data["matrix"].items()},
        )


def tone_for(nature: str | None, voice: BrandVoice) -> tuple[Trait, ...]:
    """Return the traits of an answer to this nature, in the matrix's order; a trait that is no more is left out."""
    return tuple(voice.traits[key] for key in voice.matrix.get(nature or "", ()) if key in voice.traits)


@dataclass(frozen=True, slots=True)
class Advice:
    """One cell of the table: a code of action and the place."""

    action: str
    visibility: AnswerWhere


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What to do, where, and why, the strongest reason first; the traits to answer with; how public and private go.

    ``tone_nature`` is the key of the nature whose row of the brand's matrix gives the tone.
    """

    action: str
    visibility: AnswerWhere
    reasons: tuple[ActionReason, ...]
    guidance: Guidance = Guidance.NO_ANSWER
    guidance_reason: GuidanceReason = GuidanceReason.UNCLASSIFIED
    tone: tuple[Trait, ...] = ()
    tone_nature: str | None = None


@dataclass(frozen=True, slots=True)
class ActionTable:
    """A team's table: advice by situation key and directness, and which situation and nature stand for each other.

    ``tone_of_situation`` is the nature whose tone a situation is answered with while the nature itself is unknown;
    in a crisis every answer takes the tone of ``tone_in_crisis``.
    """

    advice: Mapping[tuple[str, bool], Advice]
    situation_of_nature: Mapping[str, str]
    tone_of_situation: Mapping[str, str] = field(default_factory=dict)
    tone_in_crisis: str | None = None

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
        tones = {str(row["key"]): str(row["tone_nature"]) for row in data["situations"] if "tone_nature" in row}
        return cls(advice, dict(data.get("natures", {})), tones, data.get("tone_in_crisis"))


# What is right when nothing is known yet: read it, and decide.
_UNCLASSIFIED = Advice("classify_first", AnswerWhere.NONE)
_CRISIS_ACTION = "alert_and_attend"
_OFF_TOPIC_ACTION = "one_simple_reply"
_NO_REJOINDER_ACTION = "no_rejoinder"
_DO_NOT_ANSWER_ACTION = "do_not_answer"
_JUDGE_ACTION = "judge_then_answer"
_THANK_ACTION = "thank"

_Found = tuple[str, AnswerWhere, tuple[ActionReason, ...]]


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
    is_do_not_answer: bool = False,
    has_reply: bool = False,
    voice: BrandVoice | None = None,
) -> Recommendation:
    """Return the recommended action; the situation decides, the nature stands in while it is unknown.

    A crisis asks for an answer where the table or a theme says to stay silent; an off-topic theme that ``has_reply``
    gets no second one; personal data always goes to a private channel; on a channel that is private itself every
    answer is private. Without ``voice`` there is no tone.
    """
    action, where, reasons = _in_crisis(
        _by_theme(
            _from_table(table, situation, nature, is_direct=is_direct),
            is_off_topic=is_off_topic,
            is_do_not_answer=is_do_not_answer,
            has_reply=has_reply,
        ),
        crisis_level,
    )
    if where is not AnswerWhere.NONE:
        if has_personal_data:
            where, reasons = AnswerWhere.PRIVATE, (ActionReason.PERSONAL_DATA, *reasons)
        elif is_private_channel:
            where, reasons = AnswerWhere.PRIVATE, (*reasons, ActionReason.PRIVATE_CHANNEL)
    guidance = _guidance(action, where)
    tone_nature = _tone_nature(table, situation, nature, crisis_level) if where is not AnswerWhere.NONE else None
    return Recommendation(
        action,
        where,
        reasons,
        guidance=guidance,
        guidance_reason=_guidance_reason(action, guidance, reasons),
        tone=tone_for(tone_nature, voice) if voice is not None else (),
        tone_nature=tone_nature,
    )


def _from_table(table: ActionTable, situation: str | None, nature: str | None, *, is_direct: bool) -> _Found:
    by_nature = table.situation_of_nature.get(nature or "", "")
    for key, reason in ((situation or "", ActionReason.SITUATION), (by_nature, ActionReason.NATURE)):
        advice = table.advice.get((key, is_direct))
        if advice is None:
            continue
        reasons: tuple[ActionReason, ...] = (reason,)
        if advice != table.advice.get((key, not is_direct)):
            reasons = (reason, ActionReason.DIRECT if is_direct else ActionReason.INDIRECT)
        return advice.action, advice.visibility, reasons
    return _UNCLASSIFIED.action, _UNCLASSIFIED.visibility, (ActionReason.UNCLASSIFIED,)


def _by_theme(found: _Found, *, is_off_topic: bool, is_do_not_answer: bool, has_reply: bool) -> _Found:
    if is_do_not_answer:
        return _DO_NOT_ANSWER_ACTION, AnswerWhere.NONE, (ActionReason.DO_NOT_ANSWER,)
    if is_off_topic and has_reply:
        return _NO_REJOINDER_ACTION, AnswerWhere.NONE, (ActionReason.REPLY_GIVEN, ActionReason.OFF_TOPIC)
    if is_off_topic:
        return _OFF_TOPIC_ACTION, AnswerWhere.PUBLIC, (ActionReason.OFF_TOPIC,)
    return found


def _in_crisis(found: _Found, crisis_level: int | None) -> _Found:
    if crisis_level is None:
        return found
    _action, where, reasons = found
    where = AnswerWhere.PUBLIC_THEN_PRIVATE if where is AnswerWhere.NONE else where
    return _CRISIS_ACTION, where, (ActionReason.CRISIS, *reasons)


def _tone_nature(table: ActionTable, situation: str | None, nature: str | None, crisis_level: int | None) -> str | None:
    if crisis_level is not None and table.tone_in_crisis is not None:
        return table.tone_in_crisis
    return nature or table.tone_of_situation.get(situation or "")


def _guidance(action: str, where: AnswerWhere) -> Guidance:
    if where is AnswerWhere.PRIVATE:
        return Guidance.PRIVATE_IF_AT_ALL if action == _JUDGE_ACTION else Guidance.ANSWER_IN_PRIVATE
    if where is AnswerWhere.PUBLIC:
        return Guidance.ONE_PUBLIC_REPLY if action == _OFF_TOPIC_ACTION else Guidance.ANSWER_IN_PUBLIC
    return Guidance.NO_ANSWER if where is AnswerWhere.NONE else Guidance.ACKNOWLEDGE_THEN_PRIVATE


# What decides over public and private, whatever the situation; the names are the same in both lists.
_OVERRULING = (
    ActionReason.PERSONAL_DATA,
    ActionReason.PRIVATE_CHANNEL,
    ActionReason.CRISIS,
    ActionReason.DO_NOT_ANSWER,
    ActionReason.REPLY_GIVEN,
    ActionReason.OFF_TOPIC,
    ActionReason.UNCLASSIFIED,
)
_USUAL = {
    Guidance.ANSWER_IN_PUBLIC: GuidanceReason.HELPS_OTHERS,
    Guidance.ONE_PUBLIC_REPLY: GuidanceReason.OFF_TOPIC,
    Guidance.ACKNOWLEDGE_THEN_PRIVATE: GuidanceReason.PROBLEM_IN_PRIVATE,
    Guidance.ANSWER_IN_PRIVATE: GuidanceReason.PROBLEM_IN_PRIVATE,
    Guidance.PRIVATE_IF_AT_ALL: GuidanceReason.NO_PROBLEM_TO_SOLVE,
    Guidance.NO_ANSWER: GuidanceReason.NO_PROBLEM_TO_SOLVE,
}


def _guidance_reason(action: str, guidance: Guidance, reasons: tuple[ActionReason, ...]) -> GuidanceReason:
    strongest = next((reason for reason in _OVERRULING if reason in reasons), None)
    if strongest is not None:
        return GuidanceReason(strongest.value)
    return GuidanceReason.THANKS_ARE_SEEN if action == _THANK_ACTION else _USUAL[guidance]
