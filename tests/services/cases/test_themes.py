"""Themes of the week on both engines: a burst of many people is one, its click opens exactly its mentions."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models.domain.people import PROGRAM
from app.models.domain.rising_terms import RisingTerm, SampledText
from app.services.cancel import Cancelled, CancelToken
from app.services.inbox import InboxService
from app.services.themes import EVERY, ThemeService
from app.services.themes_child import found_in, rising_in_child

from .conftest import Desk  # isort: skip

THINGS = ("boleto atrasado", "troca parada", "loja fechada")


@pytest.fixture
def themes(desk: Desk) -> ThemeService:
    return ThemeService(
        database=desk.database,
        inbox=InboxService(database=desk.database),
        count=lambda now, before, _is_over: found_in(now, before),
    )


def test_a_burst_is_found_kept_and_opened_by_its_mentions(desk: Desk, themes: ThemeService) -> None:
    now = desk.clock.now()
    for number in range(30):
        posted = now - timedelta(days=8 + number)
        desk.mention(f"Problema com {THINGS[number % 3]}", author=f"antes{number}", posted_at=posted)
    for number in range(10):
        posted = now - timedelta(hours=number)
        desk.mention("A Cerejeira Azul parou de abrir", author=f"novo{number}", posted_at=posted)
        desk.mention("Ganhe dinheiro depressa", author="spam", posted_at=posted)
    assert themes.read(desk.actor).is_due
    steps: list[int] = []
    board = themes.find(desk.actor, CancelToken(), lambda done, _total: steps.append(done))
    assert (board.sampled, board.sampled_before, steps[-1]) == (20, 30, 50)
    assert [theme.term for theme in board.themes] == ["azul parou", "cerejeira azul", "abrir"]
    inbox = InboxService(database=desk.database)
    for theme in board.themes:
        assert "dinheiro" not in theme.term
        assert theme.n == len(inbox.page(theme.query, desk.actor, limit=200).rows) == 10
        assert theme.share_before == 0 < theme.share
    assert not board.is_due
    assert themes.read(desk.actor) == board
    desk.clock.advance(EVERY)
    assert themes.read(desk.actor).is_due

    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        themes.find(PROGRAM, token)
    assert themes.read(desk.actor).themes == board.themes


def test_the_child_process_counts_the_same() -> None:
    now = [SampledText(number, "", "A cerejeira azul parou") for number in range(20)]
    before = [SampledText(number, "", "Boleto atrasado") for number in range(20)]
    found = rising_in_child(now, before, is_cancelled=lambda: False)
    assert found == found_in(now, before)
    assert isinstance(found[0], RisingTerm)
