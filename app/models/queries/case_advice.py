"""What the case screen advises: action, place, tone, and what the persona would say, from what is known of the case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from app.models.domain.action import ActionTable, AnswerWhere, BrandVoice, Recommendation, recommended_action
from app.models.domain.brand import Sample
from app.models.domain.case_detail import RecommendationInfo
from app.models.domain.classification_tree import Trees
from app.models.domain.privacy_guard import findings
from app.models.domain.service_policy import ServicePolicy
from app.models.domain.text_reading import TextReading
from app.models.domain.vocabulary import AxisKey, Visibility
from app.models.queries.rows import AnyRow
from app.models.queries.templates import templates

_READ = 5_000
_MOST_TEMPLATES = 3
_VISIBLE = {
    AnswerWhere.PUBLIC: Visibility.PUBLIC,
    AnswerWhere.PUBLIC_THEN_PRIVATE: Visibility.PUBLIC,
    AnswerWhere.PRIVATE: Visibility.PRIVATE,
}


@dataclass(frozen=True, slots=True)
class AdviceContext:
    """The team's table and persona, and the reader of texts with the team's themes."""

    table: ActionTable
    voice: BrandVoice
    samples: tuple[Sample, ...]
    policy: ServicePolicy
    read: Callable[[str], TextReading]


def recommendation(
    connection: Connection,
    row: AnyRow,
    origin: AnyRow | None,
    keys: Mapping[str, tuple[str, ...]],
    context: AdviceContext,
    *,
    trees: Trees,
    has_reply: bool,
) -> RecommendationInfo:
    """Return the advice for a case; ``origin`` is the mention that an answer goes to."""
    situation_id = origin.situation_node_id if origin is not None else None
    situation = trees.nodes.get(situation_id) if situation_id is not None else None
    text = origin.text[:_READ] if origin is not None else ""
    reading = context.read(text)
    found = recommended_action(
        context.table,
        situation=situation.key if situation else None,
        is_direct=bool(origin is not None and origin.is_direct),
        nature=keys[AxisKey.NATURE][-1] if AxisKey.NATURE in keys else None,
        crisis_level=row.crisis_level,
        has_personal_data=bool(findings(text)),
        is_off_topic=reading.is_off_topic,
        is_private_channel=not row.can_reply_public,
        is_do_not_answer=reading.is_do_not_answer,
        has_reply=has_reply,
        voice=context.voice,
    )
    return RecommendationInfo(
        action=found.action,
        visibility=found.visibility.value,
        situation=situation.name if situation else None,
        reasons=tuple(reason.value for reason in found.reasons),
        guidance=found.guidance.value,
        guidance_reason=found.guidance_reason.value,
        tone=tuple(trait.name for trait in found.tone),
        tone_hint=found.tone[0].description if found.tone else "",
        sample=_sample(found, context.samples),
        templates=_templates(connection, row, keys, found),
        answerer=_answerer(keys.get(AxisKey.SUBJECT, ()), context.policy),
    )


def _templates(
    connection: Connection, row: AnyRow, keys: Mapping[str, tuple[str, ...]], found: Recommendation
) -> tuple[tuple[int, str], ...]:
    visibility = _VISIBLE.get(found.visibility)
    if visibility is None:
        return ()
    nature = keys[AxisKey.NATURE][-1] if AxisKey.NATURE in keys else None
    fitting = templates(
        connection, visibility=visibility, nature_key=nature, longest=row.reply_limit, channel_id=row.channel_id
    )
    traits = {trait.name for trait in found.tone}
    ordered = sorted(fitting, key=lambda each: (each.nature_key is None, each.trait not in traits))
    return tuple((each.id, each.name) for each in ordered[:_MOST_TEMPLATES])


def _answerer(subject: tuple[str, ...], policy: ServicePolicy) -> str:
    """Return who answers a subject; what is said of it outweighs what is said of the branch above."""
    said = (policy.subjects[key].value for key in reversed(subject) if key in policy.subjects)
    return next(said, "")


def _sample(found: Recommendation, samples: tuple[Sample, ...]) -> str:
    wanted = {trait.key for trait in found.tone}
    said = (each.text for each in samples if each.nature == found.tone_nature and each.trait in wanted)
    return next(said, "")
