"""What a network tells of an entry, and what the outbox lists."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.models.domain.network_marks import SourceMark
from app.models.domain.outbox_row import OutboxCursor, OutboxFilter, OutboxKind, OutboxPage, OutboxRow
from app.models.domain.sending_acts import SourceAct
from app.models.domain.vocabulary import DeliveryState, Visibility

AT = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "wanted"),
    [
        (DeliveryState.PENDING, SourceAct.UNHIDE),
        (DeliveryState.SENDING, SourceAct.UNHIDE),
        (DeliveryState.SENT, SourceAct.UNHIDE),
        (DeliveryState.FAILED, SourceAct.HIDE),
    ],
)
def test_what_stands_is_taken_back_and_what_failed_is_asked_again(state: DeliveryState, wanted: SourceAct) -> None:
    mark = SourceMark(SourceAct.HIDE, state, "Rosa", AT)
    assert (mark.stands, mark.wanted_next) == (wanted is SourceAct.UNHIDE, wanted)


def test_every_filter_holds_states_that_all_holds() -> None:
    whole = set(OutboxFilter.ALL.states)
    parts = [state for each in OutboxFilter if each is not OutboxFilter.ALL for state in each.states]
    assert sorted(parts) == sorted(whole)
    assert DeliveryState.SENT not in whole


def test_a_row_names_itself_and_where_a_page_goes_on() -> None:
    reply = OutboxRow(
        OutboxKind.REPLY, 7, DeliveryState.FAILED, AT, AT, "x", "Olá", Visibility.PUBLIC, customer="Marina"
    )
    answer = OutboxRow(OutboxKind.AUTO_ANSWER, 7, DeliveryState.FAILED, AT, AT, "x", "Olá", Visibility.PRIVATE)
    assert (reply.key, answer.key) == (14, 15)
    assert reply.cursor == OutboxCursor(DeliveryState.FAILED, AT, OutboxKind.REPLY, 7)
    assert OutboxPage((reply,)).next_cursor is None
