"""The public notice of the hours reads as people write it."""

from __future__ import annotations

from datetime import time

import pytest

from app.models.domain.hours_notice import hours_notice

_MORNING, _AFTERNOON = (time(9), time(12)), (time(13), time(18))


@pytest.mark.parametrize(
    ("week", "text"),
    [
        ({}, ""),
        (
            {**{day: [_MORNING, _AFTERNOON] for day in range(5)}, 5: [(time(9), time(13))], 6: []},
            "de segunda a sexta, das 9h às 12h e das 13h às 18h, e sábado, das 9h às 13h",
        ),
        ({day: [(time(0), time(0))] for day in range(7)}, "todos os dias, das 0h às 24h"),
        ({0: [(time(8, 30), time(17, 45))], 2: [(time(8, 30), time(17, 45))]}, "segunda e quarta, das 8h30 às 17h45"),
        ({6: [(time(1), time(13))]}, "domingo, da 1h às 13h"),
        ({0: [_MORNING], 3: [_MORNING], 4: [_MORNING]}, "segunda, quinta e sexta, das 9h às 12h"),
        ({4: [(time(20), time(1))]}, "sexta, das 20h à 1h"),
    ],
)
def test_notice(week: dict[int, list[tuple[time, time]]], text: str) -> None:
    assert hours_notice(week) == text
