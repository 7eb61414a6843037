"""The limits of crisis mentions are said in words, on alerts and on the clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.models.domain.alert import AlertKind, AlertLine
from app.models.domain.crisis_clock import CrisisLimit, RunningClock
from app.views.crisis.texts import alert_title, alert_why
from app.views.support.crisis_clock import crisis_clock_text

T = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
M = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        ({"limit": "identify", "words": ["vidro"]}, "Crise nível 1 · limite para identificar · vidro"),
        ({"limit": "answer", "words": []}, "Crise nível 1 · limite para responder"),
        ({"limit": "identify", "count": 1}, "Crise nível 1 · 1 menção no limite para identificar"),
        ({"limit": "answer", "count": 5}, "Crise nível 1 · 5 menções no limite para responder"),
    ],
)
def test_an_alert_names_the_limit(facts: dict[str, Any], title: str) -> None:
    assert alert_title(AlertLine(1, AlertKind.CRISIS, 1, T, facts)) == title


def test_an_alert_says_when_the_limit_is() -> None:
    facts = {"limit": "identify", "words": ["vidro"], "due_at": T.isoformat()}
    assert "O limite é " in alert_why(AlertLine(1, AlertKind.CRISIS, 1, T, facts))


@pytest.mark.parametrize(
    ("limit", "minute", "expected"),
    [
        (CrisisLimit.IDENTIFY, 1, ("identificar em 9 min", "neutral")),
        (CrisisLimit.ANSWER, 8, ("responder em 2 min", "warn")),
        (CrisisLimit.IDENTIFY, 14, ("identificar: atrasado 4 min", "bad")),
        (CrisisLimit.ANSWER, 11, ("responder: atrasado 1 min", "bad")),
    ],
)
def test_a_clock_says_what_is_to_be_done_by_when(limit: CrisisLimit, minute: int, expected: tuple[str, str]) -> None:
    assert crisis_clock_text(RunningClock(limit, T, T + 10 * M), T + minute * M) == expected
