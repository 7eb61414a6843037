"""The figures of the flow follow the work: one case through all its steps."""

from __future__ import annotations

from datetime import timedelta

from app.models.domain.flow_picture import FlowCounts, FlowKey
from app.services.flow_counts import FlowCountsService
from tests.services.cases.conftest import Desk, desk  # noqa: F401 - a fixture


def figures(desk: Desk) -> dict[FlowKey, int]:  # noqa: F811 - a fixture
    counts: FlowCounts = FlowCountsService(database=desk.database).counts(desk.actor)
    return {key: counts.of(key) for key in FlowKey if counts.of(key)}


def test_a_case_goes_through_the_flow(desk: Desk) -> None:  # noqa: F811 - a fixture
    assert figures(desk) == {}
    mention = desk.mention()
    desk.mention("Bom dia", channel="email", author="bia@exemplo.com.br")
    assert figures(desk) == {FlowKey.ENTRY_POST: 1, FlowKey.ENTRY_EMAIL: 1, FlowKey.IDENTIFICATION: 2}
    case_id = desk.cases.open_from_mentions(desk.actor, [mention]).value.id
    day = {FlowKey.ENTRY_POST: 1, FlowKey.ENTRY_EMAIL: 1, FlowKey.IDENTIFICATION: 1, FlowKey.PROTOCOL: 1}
    assert figures(desk) == day | {FlowKey.HISTORY: 1}
    desk.cases.take(desk.actor, case_id, expected_version=desk.version(case_id))
    assert figures(desk) == day | {FlowKey.FIRST_LEVEL: 1}
    area = desk.forwarding.areas()[0]
    desk.forwarding.forward_to_area(desk.actor, case_id, area.id, "Ver", expected_version=desk.version(case_id))
    assert figures(desk) == day | {FlowKey.AREA: 1}
    desk.forwarding.return_from_area(desk.actor, case_id, "Feito.", expected_version=desk.version(case_id))
    desk.classify(case_id)
    desk.cases.close(desk.actor, case_id, expected_version=desk.version(case_id), told_by_phone=True)
    assert figures(desk) == day | {FlowKey.CLOSED_SECOND: 1}
    desk.forwarding.dispute_to_ombudsman(desk.actor, case_id, "Não resolveu", expected_version=desk.version(case_id))
    assert figures(desk) == day | {FlowKey.OMBUDSMAN: 1}
    desk.clock.advance(timedelta(days=1))
    assert figures(desk) == {FlowKey.IDENTIFICATION: 1, FlowKey.OMBUDSMAN: 1}
