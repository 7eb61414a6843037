"""The sheet proposes what was praised, blamed, wished and feared, and never loses what a person wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.models.domain.case_counts import CaseMark
from app.models.domain.inbox import InboxView
from app.models.domain.series import ReportFilter
from app.models.domain.swot import (
    MOST_PROPOSED,
    Evidence,
    EvidenceKind,
    Quadrant,
    SwotEntry,
    Topic,
    from_json,
    proposed,
    query_of,
    to_json,
    with_proposals,
)
from app.models.domain.vocabulary import Sentiment

OCTOBER = ReportFilter(date(2026, 10, 1), date(2026, 10, 31), (2,))
SHOP = Topic(1, "Loja", positive=20, negative=5, with_sentiment=30)
WAIT = Topic(2, "Demora", positive=2, negative=30, with_sentiment=40, wishes=1, risks=2)
BILL = Topic(3, "Cobrança", positive=0, negative=20, with_sentiment=20, wishes=4)
QUIET = Topic(4, "Site", positive=4, negative=4, with_sentiment=9)


def test_each_quadrant_has_its_rule_and_its_evidence() -> None:
    entries = proposed([QUIET, SHOP, WAIT, BILL], wish_id=9)
    assert [(entry.quadrant, entry.evidence) for entry in entries] == [
        (Quadrant.STRENGTH, Evidence(EvidenceKind.PRAISED, 1, "Loja", 20, 100 * 20 / 30)),
        (Quadrant.WEAKNESS, Evidence(EvidenceKind.BLAMED, 2, "Demora", 30, 75.0)),
        (Quadrant.WEAKNESS, Evidence(EvidenceKind.BLAMED, 3, "Cobrança", 20, 100.0)),
        (Quadrant.OPPORTUNITY, Evidence(EvidenceKind.WISHED, 3, "Cobrança", 4, wish_id=9)),
        (Quadrant.THREAT, Evidence(EvidenceKind.RISK, 2, "Demora", 2)),
    ]
    assert proposed([], wish_id=None) == ()
    many = [Topic(n, str(n), risks=n) for n in range(1, 20)]
    assert [entry.evidence.n for entry in proposed(many, None) if entry.evidence] == list(
        range(19, 19 - MOST_PROPOSED, -1)
    )


def test_new_proposals_bring_fresh_evidence_and_leave_words() -> None:
    own = SwotEntry(Quadrant.STRENGTH, "Equipe experiente")
    old = proposed([SHOP], None)[0]
    moved = replace(old, quadrant=Quadrant.OPPORTUNITY, text="Levar o jeito da loja ao site")
    fresh = proposed([replace(SHOP, positive=25), WAIT], None)
    sheet = with_proposals([own, moved], fresh)
    assert sheet[0] == own
    assert (sheet[1].quadrant, sheet[1].text) == (moved.quadrant, moved.text)
    assert sheet[1].evidence == fresh[0].evidence
    assert sheet[2:] == fresh[1:]


@pytest.mark.parametrize("kind", EvidenceKind)
def test_the_query_behind_a_proposal(kind: EvidenceKind) -> None:
    query = query_of(Evidence(kind, 3, "Cobrança", 4, wish_id=9 if kind is EvidenceKind.WISHED else None), OCTOBER)
    wanted = query.filter
    assert (wanted.since, wanted.until, wanted.channel_ids) == (OCTOBER.since, OCTOBER.until, (2,))
    sentiments = {EvidenceKind.PRAISED: (Sentiment.POSITIVE,), EvidenceKind.BLAMED: (Sentiment.NEGATIVE,)}
    assert wanted.sentiments == sentiments.get(kind, ())
    assert query.view is (InboxView.ALL_MENTIONS if kind in sentiments else InboxView.ALL_CASES)
    assert wanted.node_ids == ((3, 9) if kind is EvidenceKind.WISHED else (3,))
    assert wanted.marks == ((CaseMark.CRISIS,) if kind is EvidenceKind.RISK else ())


def test_what_is_stored_comes_back_as_far_as_it_can_be_read() -> None:
    entries = (*proposed([SHOP, WAIT, BILL], 9), SwotEntry(Quadrant.THREAT, "Greve"))
    assert from_json(to_json(entries)) == entries
    assert from_json(None) == ()
    broken = [7, {"q": "luck"}, {"q": "threat", "text": ""}, {"q": "threat", "text": "x", "kind": "omen"}]
    assert from_json(broken) == (SwotEntry(Quadrant.THREAT, "x"),)
