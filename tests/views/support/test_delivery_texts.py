"""What is said of an answer that waits, and of one that the program will not try again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.models.domain.channel_health import PASSES_BY_ITSELF, Problem
from app.models.domain.vocabulary import DeliveryState
from app.views.support.channel_texts import problem_of_code, problem_text
from app.views.support.delivery_texts import reason_of_code, waiting_text

NOW = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize("problem", sorted(Problem))
def test_what_is_given_up_promises_no_other_try(problem: Problem) -> None:
    for state in (DeliveryState.FAILED, DeliveryState.UNCERTAIN):
        words = waiting_text(state, problem.value, None, NOW)
        assert words
        assert "de novo sozinho" not in words
        assert "O Balcão continua" not in words


def test_what_goes_on_by_itself_says_so() -> None:
    told = waiting_text(DeliveryState.PENDING, "timed_out", NOW + timedelta(minutes=2), NOW)
    assert told.startswith("A rede não respondeu a tempo. O Balcão tenta de novo sozinho. Próxima tentativa:")
    doubt = waiting_text(DeliveryState.UNCERTAIN, "timed_out", NOW + timedelta(minutes=2), NOW)
    assert doubt.startswith("A rede não respondeu a tempo. O Balcão confere de novo:")
    for problem in PASSES_BY_ITSELF:
        assert problem_of_code(problem.value) == problem_text(problem)


def test_a_code_of_ours_has_its_own_words_either_way() -> None:
    assert reason_of_code(None, goes_on=False) == problem_of_code("unheard-of", goes_on=False) == ""
    assert reason_of_code("case_missing", goes_on=False) == reason_of_code("case_missing")
