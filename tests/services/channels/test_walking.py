"""Walking back through a list that gives the newest first: whatever the pages, the order and the deaths, no gap."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.channels.base import Account, SearchTerms
from app.services.channels.naming import is_named
from app.services.channels.searching import Search
from app.services.channels.shapes import (
    dig,
    first_moment,
    flag_at,
    moment,
    number_at,
    packed,
    text_at,
    unpacked,
)
from app.services.channels.walking import Listed, Walk

START = datetime(2026, 11, 1, tzinfo=UTC)
NOW = START + timedelta(days=20)
LOOKBACK = timedelta(minutes=10)


def page_of(entries: list[Listed[int]], token: str, size: int) -> tuple[list[Listed[int]], str]:
    """Give a page as networks do: what is older than the token, the newest first."""
    older = sorted((each for each in entries if not token or each.value < int(token)), key=lambda each: -each.value)
    page = older[:size]
    return page, str(page[-1].value) if len(older) > size else ""


@settings(deadline=None, max_examples=80)
@given(st.integers(0, 2**32))
def test_nothing_is_lost_however_often_the_reader_dies(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    arrivals = [chance.randint(0, 30) for _ in range(chance.randint(1, 12))]
    size, is_mixed = chance.randint(1, 9), chance.random() < 0.5
    entries: list[Listed[int]] = []
    stored: set[str] = set()
    cursor = None
    for arriving in arrivals:
        for _ in range(arriving):
            number = len(entries) + 1
            entries.append(Listed(str(number), START + timedelta(seconds=number), number))
        for _ in range(chance.randint(1, 6)):
            cursor, has_more = _step(cursor, entries, size, stored, chance, is_mixed=is_mixed)
            if not has_more:
                break
    has_more = True
    while has_more:
        cursor, has_more = _step(cursor, entries, size, stored, chance, is_mixed=is_mixed)
    _step(cursor, entries, size, stored, chance, is_mixed=is_mixed)
    has_more = True
    while has_more:
        cursor, has_more = _step(cursor, entries, size, stored, chance, is_mixed=is_mixed)
    assert stored == {each.id for each in entries}


def _step(
    cursor: str | None,
    entries: list[Listed[int]],
    size: int,
    stored: set[str],
    chance: random.Random,
    *,
    is_mixed: bool,
) -> tuple[str | None, bool]:
    walk = Walk(unpacked(cursor), first=START, lookback=LOOKBACK)
    page, following = page_of(entries, walk.token, size)
    if is_mixed:
        chance.shuffle(page)
    steps = walk.take(page, following, NOW)
    if chance.random() < 0.3:
        return cursor, True  # killed before anything was stored
    stored |= {each.id for each in steps.fresh}
    return packed(steps.state), steps.has_more


def test_what_comes_late_is_seen_and_what_is_older_than_the_first_day_is_not() -> None:
    entries = [Listed(str(each), START + timedelta(hours=each), each) for each in range(1, 6)]
    old = Listed("old", START - timedelta(days=1), 0)
    steps = Walk({}, first=START, lookback=LOOKBACK).take([*reversed(entries), old], "", NOW)
    assert {each.id for each in steps.fresh} == {"1", "2", "3", "4", "5"}
    late = Listed("late", START + timedelta(hours=4, minutes=55), 9)
    steps = Walk(steps.state, first=START, lookback=LOOKBACK).take([entries[4], late, entries[3]], "", NOW)
    assert [each.id for each in steps.fresh] == ["late"]


def test_a_clock_ahead_does_not_move_the_mark_ahead() -> None:
    ahead = Listed("ahead", NOW + timedelta(days=400), 1)
    steps = Walk({}, first=START, lookback=LOOKBACK).take([ahead], "", NOW)
    assert moment(steps.state["mark"]) == NOW


def test_a_server_that_gives_the_same_page_for_ever_is_left() -> None:
    page = [Listed(str(each), START + timedelta(hours=each), each) for each in range(5)]
    state, token = unpacked(None), "1"
    for _ in range(3):
        steps = Walk(state, first=START, lookback=LOOKBACK).take(page, token, NOW)
        state, token = steps.state, str(int(token) + 1)
    assert not steps.has_more


def test_searches_take_turns_and_forget_what_is_not_asked_any_more() -> None:
    search = Search({}, ("a", "b"), first=START, lookback=LOOKBACK)
    steps = search.walk().take([Listed("1", NOW, 1)], "", NOW)
    state, has_more = search.after(steps)
    assert (state["turn"], has_more) == ("b", True)
    search = Search(unpacked(packed(state)), ("b", "c"), first=START, lookback=LOOKBACK)
    assert (search.source, set(search.state["walks"])) == ("b", {"b", "c"})
    assert Search(state, (), first=START, lookback=LOOKBACK).source == ""


def test_names_are_whole_words_without_accents() -> None:
    terms = SearchTerms(any_of=("Açaí do Zé", "AZ"), none_of=("emprego",))
    assert is_named("Fui no ACAI DO ZE ontem", terms)
    assert is_named("#az!", terms)
    assert not is_named("azul", terms)
    assert not is_named("vaga de emprego no açaí do zé", terms)
    assert is_named("qualquer coisa", SearchTerms())
    assert not is_named("qualquer coisa", SearchTerms(any_of=("!!",)))


def test_json_is_read_without_trust() -> None:
    value = {"a": [{"b": 5, "c": True, "d": "x\x00y", "e": 2**60}]}
    assert dig(value, "a", 0, "b") == 5
    assert dig(value, "a", "b", 3) is None
    assert dig(value, "a", 7) is None
    assert [text_at(value, "a", 0, each) for each in "bcdz"] == ["5", "", "xy", ""]
    assert [number_at(value, "a", 0, each) for each in "bcde"] == [5, None, None, None]
    assert [flag_at(value, "a", 0, each) for each in "bc"] == [False, True]
    assert moment("2026-11-01T10:00:00") == datetime(2026, 11, 1, 10, tzinfo=UTC)
    assert [moment(each) for each in (None, 5, "x", "0001-01-01T00:00:00+14:00")] == [None] * 4
    assert [unpacked(each) for each in (None, "[]", "{", packed({}, 2), "5")] == [{}] * 5


def test_the_first_day_of_an_account() -> None:
    def first(value: object) -> datetime:
        return first_moment(Account(1, "x", "x", {"first_days": value}), NOW)

    assert [NOW - first(each) for each in (None, "7", 0, "many", -3, 10**9)] == [
        timedelta(days=each) for each in (30, 7, 30, 30, 0, 3650)
    ]
