"""Waiting, trying again, looking up, giving up: each by the kind of failure, the tries so far and the time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability, ChannelKind
from app.models.domain.sending import (
    LONGEST,
    Verdict,
    after_doubt,
    after_failure,
    is_for_a_person,
    part_key,
    repeats_of,
    step_after,
)
from app.models.domain.sending_acts import SourceAct
from app.models.domain.sending_files import has_picture_metadata, is_media_allowed, refusal
from app.models.domain.vocabulary import DeliveryState

NOW = timedelta(0)


def test_a_passing_problem_is_tried_again_ever_more_seldom() -> None:
    waits = [step_after(attempts) for attempts in range(10)]
    assert waits[0] == waits[1] == timedelta(seconds=30)
    assert waits == sorted(waits)
    assert waits[9] == timedelta(hours=1)
    found = after_failure(Problem.NO_NETWORK, attempts=1, age=NOW)
    assert found == Verdict(DeliveryState.PENDING, timedelta(seconds=30))


@pytest.mark.parametrize("problem", [Problem.TARGET_GONE, Problem.WINDOW_CLOSED, Problem.TEXT_REFUSED])
def test_what_waiting_does_not_mend_has_failed(problem: Problem) -> None:
    assert after_failure(problem, attempts=1, age=NOW) == Verdict(DeliveryState.FAILED)


def test_what_the_account_lacks_is_waited_for_with_patience() -> None:
    found = after_failure(Problem.TOKEN_EXPIRED, attempts=1, age=NOW)
    assert found == Verdict(DeliveryState.PENDING, timedelta(minutes=15))
    late = after_failure(Problem.TOKEN_EXPIRED, attempts=30, age=LONGEST)
    assert late == Verdict(DeliveryState.FAILED)


def test_what_the_network_asks_is_waited() -> None:
    asked = timedelta(hours=2)
    assert after_failure(Problem.RATE_LIMITED, attempts=1, age=NOW, retry_after=asked).wait == asked
    short = timedelta(seconds=1)
    assert after_failure(Problem.RATE_LIMITED, attempts=1, age=NOW, retry_after=short).wait == timedelta(seconds=30)
    never = after_failure(Problem.RATE_LIMITED, attempts=1, age=NOW, retry_after=LONGEST + short)
    assert never == Verdict(DeliveryState.FAILED)


def test_after_a_day_it_has_failed_but_an_old_one_sent_again_gets_its_tries() -> None:
    day = timedelta(hours=24)
    assert after_failure(Problem.NO_NETWORK, attempts=30, age=day).state is DeliveryState.FAILED
    assert after_failure(Problem.NO_NETWORK, attempts=7, age=day).state is DeliveryState.PENDING
    assert after_failure(Problem.NO_NETWORK, attempts=8, age=day).state is DeliveryState.FAILED


def test_a_doubt_is_looked_into_where_the_network_can_be_asked() -> None:
    kinds = [ChannelKind("a", (), (), has_lookup=True), ChannelKind("b", (), (), has_idempotency=True)]
    for kind in kinds:
        waits = [after_doubt(kind, looks).wait for looks in range(4)]
        assert waits == [timedelta(seconds=30), timedelta(seconds=90), timedelta(minutes=8), timedelta(hours=1)]
        assert after_doubt(kind, 26).wait is None
    assert after_doubt(ChannelKind("c", (), ())) == Verdict(DeliveryState.UNCERTAIN)
    assert after_doubt(None) == Verdict(DeliveryState.UNCERTAIN)


def test_keys_of_parts_are_short_safe_and_always_the_same() -> None:
    assert part_key("k-1", 1) == "k-1"
    assert part_key("k-1", 2) == "k-1-2"
    long = part_key("á b" * 40, 3)
    assert len(long) == 60
    assert long == part_key("á b" * 40, 3) != part_key("á b" * 40, 4)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("foto.jpg", b"\xff\xd8\xff", None),
        ("Relatório v1.2 (final).pdf", b"%PDF", None),
        ("fotos.tar.gz", b"\x1f\x8b", None),
        ("nota fiscal", b"x", None),
        ("foto.jpg.jpg", b"\xff\xd8", None),
        ("vazio.txt", b"", "empty"),
        ("programa.exe", b"x", "program"),
        ("foto.jpg", b"MZ\x90", "program"),
        ("script", b"#!/bin/sh", "program"),
        ("fatura.pdf.html", b"x", "two_endings"),
        ("fatura.exe.txt", b"x", "two_endings"),
        ("foto\u202egpj.pdf", b"x", "hidden_name"),
        ("...", b"x", "hidden_name"),
    ],
)
def test_files_that_run_or_hide_what_they_are_do_not_go(name: str, content: bytes, why: str | None) -> None:
    assert refusal(name, content) == why


def test_a_network_takes_its_own_kinds_of_files() -> None:
    assert is_media_allowed("image/png", ())
    assert is_media_allowed("image/PNG; q=1", ("image/png",))
    assert is_media_allowed("image/png", ("image/*", "video/mp4"))
    assert not is_media_allowed("application/pdf", ("image/*",))


def test_a_pictures_own_data_is_noticed() -> None:
    assert has_picture_metadata("image/jpeg", b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II")
    assert not has_picture_metadata("image/jpeg", b"\xff\xd8\xff\xe0JFIF")
    assert not has_picture_metadata("application/pdf", b"Exif\x00\x00")


def test_each_act_at_the_source_has_what_takes_it_back() -> None:
    assert all(each.opposite.opposite is each for each in SourceAct)
    assert [each.ability for each in SourceAct] == [Ability.HIDE, Ability.HIDE, Ability.LIKE, Ability.LIKE]


def test_what_stays_in_doubt_is_left_for_a_person() -> None:
    young, old = timedelta(hours=1), timedelta(hours=25)
    assert [is_for_a_person(repeats=n, attempts=2 * n + 2, age=young) for n in range(4)] == [False, False, False, True]
    assert is_for_a_person(repeats=0, attempts=8, age=old)
    assert not is_for_a_person(repeats=0, attempts=2, age=old)
    assert [repeats_of(attempts) for attempts in (0, 1, 2, 4, 6, 8)] == [0, 0, 0, 1, 2, 3]
