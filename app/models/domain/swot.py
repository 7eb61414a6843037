"""The SWOT sheet: what the data proposes for each quadrant, with its evidence, and what people make of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.models.domain.case_counts import CaseMark
from app.models.domain.chart_drill import COUNTED_STATES
from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView
from app.models.domain.series import ReportFilter
from app.models.domain.vocabulary import Sentiment

MOST_PROPOSED = 6
_LEAST_HEARD = 5
_LEAST_WISHED = 2


class Quadrant(StrEnum):
    """The four fields of the sheet."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    OPPORTUNITY = "opportunity"
    THREAT = "threat"


class EvidenceKind(StrEnum):
    """What a proposal rests on: praise and blame are mentions, wishes and risks are cases."""

    PRAISED = "praised"
    BLAMED = "blamed"
    WISHED = "wished"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject with what was heard of it in the period; ``wishes`` and ``risks`` are cases, the others mentions."""

    node_id: int
    path: str
    positive: int = 0
    negative: int = 0
    with_sentiment: int = 0
    wishes: int = 0
    risks: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind a proposal: ``n`` mentions or cases of ``node_id``; ``share`` in per cent where it tells more.

    ``wish_id`` is the nature that counts as a wish.
    """

    kind: EvidenceKind
    node_id: int
    path: str
    n: int
    share: float | None = None
    wish_id: int | None = None


@dataclass(frozen=True, slots=True)
class SwotEntry:
    """One line of the sheet; an empty ``text`` is worded by the screen from its evidence."""

    quadrant: Quadrant
    text: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class SwotSheet:
    """One saved version; ``number`` counts within the period, from 1."""

    number: int
    entries: tuple[SwotEntry, ...]
    saved_at: datetime
    saved_by: str
    saved_by_id: int
    note: str = ""


def proposed(topics: Iterable[Topic], wish_id: int | None) -> tuple[SwotEntry, ...]:
    """Return at most six entries a quadrant: praised topics, complained ones, wishes, and what reached crisis level."""
    known = tuple(topics)
    praised = [each for each in known if each.positive >= _LEAST_HEARD and each.positive > each.negative]
    blamed = [each for each in known if each.negative >= _LEAST_HEARD and each.negative > each.positive]
    praised.sort(key=lambda each: (each.negative - each.positive, each.path))
    blamed.sort(key=lambda each: (-each.negative * each.negative / each.with_sentiment, each.path))
    wished = sorted((each for each in known if each.wishes >= _LEAST_WISHED), key=lambda t: (-t.wishes, t.path))
    risky = sorted((each for each in known if each.risks), key=lambda t: (-t.risks, t.path))
    return (
        *(_heard(Quadrant.STRENGTH, EvidenceKind.PRAISED, each, each.positive) for each in praised[:MOST_PROPOSED]),
        *(_heard(Quadrant.WEAKNESS, EvidenceKind.BLAMED, each, each.negative) for each in blamed[:MOST_PROPOSED]),
        *(
            _entry(Quadrant.OPPORTUNITY, Evidence(EvidenceKind.WISHED, t.node_id, t.path, t.wishes, wish_id=wish_id))
            for t in wished[:MOST_PROPOSED]
        ),
        *(
            _entry(Quadrant.THREAT, Evidence(EvidenceKind.RISK, t.node_id, t.path, t.risks))
            for t in risky[:MOST_PROPOSED]
        ),
    )


def with_proposals(entries: Sequence[SwotEntry], new: Iterable[SwotEntry]) -> tuple[SwotEntry, ...]:
    """Return the sheet with new proposals: known ones get fresh evidence where they stand, people's words stay."""
    found = list(entries)
    places = {_key(entry): place for place, entry in enumerate(found) if entry.evidence is not None}
    for entry in new:
        place = places.get(_key(entry))
        if place is None:
            found.append(entry)
        else:
            found[place] = replace(found[place], evidence=entry.evidence)
    return tuple(found)


def query_of(evidence: Evidence, wanted: ReportFilter) -> InboxQuery:
    """Return the inbox query of exactly the mentions or cases behind a proposal."""
    common = InboxFilter(
        channel_ids=wanted.channel_ids, since=wanted.since, until=wanted.until, node_ids=(evidence.node_id,)
    )
    if evidence.kind is EvidenceKind.PRAISED:
        return InboxQuery(InboxView.ALL_MENTIONS, replace(common, sentiments=(Sentiment.POSITIVE,)))
    if evidence.kind is EvidenceKind.BLAMED:
        return InboxQuery(InboxView.ALL_MENTIONS, replace(common, sentiments=(Sentiment.NEGATIVE,)))
    cases = replace(common, case_states=COUNTED_STATES)
    if evidence.kind is EvidenceKind.RISK:
        return InboxQuery(InboxView.ALL_CASES, replace(cases, marks=(CaseMark.CRISIS,)))
    wish = () if evidence.wish_id is None else (evidence.wish_id,)
    return InboxQuery(InboxView.ALL_CASES, replace(cases, node_ids=(evidence.node_id, *wish)))


def to_json(entries: Iterable[SwotEntry]) -> list[dict[str, object]]:
    """Return entries as they are stored."""
    return [{"q": entry.quadrant.value, "text": entry.text, **_evidence_to_json(entry.evidence)} for entry in entries]


def from_json(stored: object) -> tuple[SwotEntry, ...]:
    """Return stored entries; what this version cannot read falls away."""
    found = (_entry_from_json(each) for each in stored) if isinstance(stored, Sequence) else ()
    return tuple(entry for entry in found if entry is not None)


def _heard(quadrant: Quadrant, kind: EvidenceKind, topic: Topic, n: int) -> SwotEntry:
    return _entry(quadrant, Evidence(kind, topic.node_id, topic.path, n, 100 * n / topic.with_sentiment))


def _entry(quadrant: Quadrant, evidence: Evidence) -> SwotEntry:
    return SwotEntry(quadrant, evidence=evidence)


def _key(entry: SwotEntry) -> tuple[EvidenceKind, int] | None:
    return None if entry.evidence is None else (entry.evidence.kind, entry.evidence.node_id)


def _evidence_to_json(evidence: Evidence | None) -> dict[str, object]:
    if evidence is None:
        return {}
    return {
        "kind": evidence.kind.value,
        "node": evidence.node_id,
        "path": evidence.path,
        "n": evidence.n,
        "share": evidence.share,
        "wish": evidence.wish_id,
    }


def _entry_from_json(stored: object) -> SwotEntry | None:
    if not isinstance(stored, Mapping) or stored.get("q") not in set(Quadrant):
        return None
    entry = SwotEntry(Quadrant(stored["q"]), str(stored.get("text") or ""))
    if stored.get("kind") not in set(EvidenceKind):
        return entry if entry.text else None
    share, wish = stored.get("share"), stored.get("wish")
    evidence = Evidence(
        EvidenceKind(stored["kind"]),
        int(stored.get("node") or 0),
        str(stored.get("path") or ""),
        int(stored.get("n") or 0),
        float(share) if isinstance(share, int | float) else None,
        wish if isinstance(wish, int) else None,
    )
    return replace(entry, evidence=evidence)
