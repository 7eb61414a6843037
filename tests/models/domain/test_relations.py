"""Figures of active work: the network's before those typed, unknown ones never counted as nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.models.domain.inbox import InboxView
from app.models.domain.relations import (
    ActText,
    Figures,
    RelationAct,
    RelationKind,
    figures_from_json,
    figures_to_json,
    moments_query,
    totals,
)
from app.models.domain.vocabulary import MentionState


def test_the_network_is_believed_before_the_hand() -> None:
    assert Figures(3, 0, None, None).over(Figures(9, 9, 9)) == Figures(3, 0, 9, None)


def test_totals_leave_unknown_figures_out_of_the_average() -> None:
    kind = RelationKind.ENGAGEMENT
    found = totals([(kind, Figures(4, None, 0)), (kind, Figures(1)), (RelationKind.ACTIVATION, Figures(shares=1))])
    by_kind = {each.kind: each for each in found}
    assert [each.kind for each in found] == [*RelationKind, None]
    assert (by_kind[kind].n, by_kind[kind].sums) == (2, Figures(5, None, 0, None))
    assert by_kind[kind].averages == (2.5, None, 0, None)
    assert (by_kind[None].n, by_kind[None].averages[0]) == (3, 2)
    assert by_kind[RelationKind.PUBLICATION].sums == Figures()


def test_the_queue_holds_what_was_said_lately_and_nobody_worked_on() -> None:
    query = moments_query([7, 8], date(2026, 11, 30))
    assert query.view is InboxView.ALL_MENTIONS
    assert query.filter.node_ids == (7, 8)
    assert query.filter.since == date(2026, 11, 1)
    assert set(query.filter.mention_states) == {MentionState.TO_TRIAGE, MentionState.MONITORED}


@pytest.mark.parametrize("figures", [Figures(), Figures(0, 2, None, 40)])
def test_figures_are_stored_and_read(figures: Figures) -> None:
    assert figures_from_json(figures_to_json(figures)) == figures


def test_what_cannot_be_read_is_unknown() -> None:
    assert figures_to_json(Figures()) is None
    assert figures_from_json({"shares": "many", "reached": 5, "later": 1}) == Figures(reached=5)


def test_an_act_with_a_post_follows_it() -> None:
    said = ActText(RelationKind.PUBLICATION, 1, datetime(2026, 11, 21, tzinfo=UTC), "Bom dia", own_post_id=5)
    assert RelationAct(1, said, 2, "Bia", "X", Figures(), 1).is_read_from_network
