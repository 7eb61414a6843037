"""The status line names troubled accounts, counts the others, and says what waits to be sent."""

from __future__ import annotations

import pytest

from app.bootstrap.channel_pages import healths, queue_text
from app.models.domain.account_info import AccountCard
from app.models.domain.channel_health import Health, Light, Problem

pytestmark = pytest.mark.usefixtures("qapp")


def _card(name: str, light: Light, problem: Problem | None = None) -> AccountCard:
    return AccountCard(
        id=1,
        channel_key="x",
        channel_name="X",
        name=name,
        is_connected=True,
        is_listen_only=False,
        is_paused=light is Light.PAUSED,
        is_retired=False,
        has_secret=True,
        version=1,
        health=Health(light, problem),
    )


def test_what_works_is_a_number_and_what_does_not_a_name() -> None:
    cards = [_card("A", Light.OK), _card("B", Light.NEW), _card("C", Light.NEEDS_PERSON, Problem.TOKEN_EXPIRED)]
    shown = healths(cards)
    assert [(each.text, each.tone) for each in shown] == [
        ("C: Precisa de você", "bad"),
        ("2 canais funcionando", "ok"),
    ]
    assert "venceu" in shown[0].tooltip


def test_many_troubled_accounts_and_paused_ones() -> None:
    shown = healths([_card(str(n), Light.WAITING) for n in range(5)] + [_card("P", Light.PAUSED)])
    assert [each.text for each in shown][-1] == "mais 2 com problema"
    assert healths([_card("P", Light.PAUSED)]) == []
    assert [each.text for each in healths([_card("A", Light.OK)])] == ["1 canal funcionando"]


def test_the_queue_in_a_few_words() -> None:
    assert queue_text(0, 0) == ""
    assert queue_text(3, 0) == "3 na fila de envio"
    assert queue_text(0, 1) == "1 envio precisa de você"
    assert queue_text(200, 2) == "200+ na fila de envio · 2 envios precisam de você"
