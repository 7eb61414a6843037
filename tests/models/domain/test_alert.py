from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from app.models.domain.alert import (
    AlertKind,
    AlertLine,
    AlertNews,
    CrisisAlertFacts,
    NewAlert,
    gathered_facts,
    gathered_key,
    is_notified,
    is_quiet,
    part_crisis_hits,
    rings_for,
    single_key,
)

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def hit(mention_id: int, level: int = 1, *words: str, minutes: int = 0) -> CrisisAlertFacts:
    return CrisisAlertFacts(
        mention_id, level, words or ("procon",), "Órgãos", "twitter", NOON + timedelta(minutes=minutes)
    )


def line(alert_id: int, level: int | None = 1, kind: AlertKind = AlertKind.CRISIS, **values: object) -> AlertLine:
    return AlertLine(alert_id, kind, level, NOON, {}, **values)  # type: ignore[arg-type]  # a test names few fields


def test_few_hits_ring_by_themselves_the_gravest_first() -> None:
    singles, shared = part_crisis_hits([hit(1, 3), hit(2, 1), hit(3, 1, minutes=-5)], recent={})
    assert [each.mention_id for each in singles] == [3, 2, 1]
    assert shared == ()


def test_many_hits_share_one_alert() -> None:
    singles, shared = part_crisis_hits([hit(number, 3) for number in range(10_000)] + [hit(10_000, 1)], recent={})
    assert [each.mention_id for each in singles] == [10_000, 0, 1]
    assert len(shared) == 9_998


@pytest.mark.parametrize(("recent", "alone"), [(0, 3), (7, 2), (8, 1), (9, 0), (90, 0)])
def test_who_rang_often_rings_no_more(recent: int, alone: int) -> None:
    singles, shared = part_crisis_hits([hit(1), hit(2), hit(3)], recent={1: recent})
    assert len(singles) == alone
    assert len(shared) == 3 - alone


def test_a_flood_of_complaints_swallows_no_danger() -> None:
    singles, shared = part_crisis_hits([hit(1, 3), hit(2, 2), hit(3, 1)], recent={3: 9})
    assert ([each.level for each in singles], [each.level for each in shared]) == ([1, 2], [3])
    singles, shared = part_crisis_hits([hit(1, 3), hit(2, 2), hit(3, 1)], recent={1: 9})
    assert (singles, len(shared)) == ((), 3)


def test_a_shared_alert_adds_up() -> None:
    facts = gathered_facts({}, [hit(1, 3, "fila"), hit(2, 1, "procon")])
    assert facts == {"count": 2, "levels": {"1": 1, "3": 1}, "words": ["fila", "procon"]}
    more = gathered_facts({**facts, "told": ["Ana"]}, [hit(3, 3, *"abcdefghij")])
    assert more["count"] == 3
    assert more["levels"] == {"1": 1, "3": 2}
    assert more["told"] == ["Ana"]
    assert len(more["words"]) == 8


def test_keys_name_the_cause() -> None:
    assert single_key(7) == "crisis:7"
    assert gathered_key(NOON) == gathered_key(NOON + timedelta(minutes=9))
    assert gathered_key(NOON) != gathered_key(NOON + timedelta(minutes=10))


@pytest.mark.parametrize(
    ("now", "begins", "ends", "quiet"),
    [
        (time(23), None, None, False),
        (time(23), time(22), None, False),
        (time(23), time(22), time(22), False),
        (time(23), time(22), time(7), True),
        (time(6, 59), time(22), time(7), True),
        (time(7), time(22), time(7), False),
        (time(12), time(22), time(7), False),
        (time(12, 30), time(12), time(13), True),
        (time(13), time(12), time(13), False),
        (time(11), time(12), time(13), False),
    ],
)
def test_quiet_hours_may_go_over_midnight(now: time, begins: time | None, ends: time | None, *, quiet: bool) -> None:
    assert is_quiet(now, begins, ends) is quiet


def test_the_banner_shows_the_gravest_that_nobody_took() -> None:
    news = AlertNews(
        (
            line(9, None, AlertKind.DEADLINE),
            line(8, 3),
            line(7, 1, taken_by_id=4),
            line(6, 1, my_shown_at=NOON),
            line(5, 1),
            line(4, None, AlertKind.BURST),
        ),
        unseen=6,
    )
    assert news.gravest is not None
    assert news.gravest.id == 6
    drill = line(10, 1, AlertKind.DRILL, is_drill=True)
    assert AlertNews((drill, line(8, 3)), 2).gravest == line(8, 3)
    assert [each.id for each in news.fresh] == [9, 8, 7, 5, 4]


def test_a_deadline_alone_shows_no_banner() -> None:
    news = AlertNews((line(9, None, AlertKind.DEADLINE),), 1)
    assert news.gravest is None
    assert not news.lines[0].is_loud
    assert AlertNews().gravest is None


def test_a_new_alert_begins_without_facts() -> None:
    assert NewAlert("holiday:2027", AlertKind.HOLIDAY).facts == {}


@pytest.mark.parametrize(
    ("told", "edits_rules", "notified"),
    [
        (line(1, 3), False, True),
        (line(1, None, AlertKind.HOLIDAY), False, False),
        (line(1, None, AlertKind.HOLIDAY), True, True),
        (line(1, None, AlertKind.DEADLINE, owner_id=4), False, True),
        (line(1, None, AlertKind.DEADLINE, owner_id=5), True, False),
        (line(1, None, AlertKind.DEADLINE), False, True),
    ],
)
def test_the_tray_tells_whom_it_concerns(told: AlertLine, *, edits_rules: bool, notified: bool) -> None:
    assert is_notified(told, 4, edits_rules=edits_rules) is notified


@pytest.mark.parametrize(
    ("rings", "expected"),
    [
        (None, True),
        ({}, True),
        ({"roles": [], "people": []}, True),
        ({"roles": ["supervisor"]}, True),
        ({"roles": ["attendant"]}, False),
        ({"roles": ["attendant"], "people": [4]}, True),
        ({"people": [5]}, False),
    ],
)
def test_the_sound_is_for_those_that_the_level_names(rings: object, *, expected: bool) -> None:
    facts: dict[str, Any] = {} if rings is None else {"rings": rings}
    told = replace(line(1, 1), facts=facts)
    assert rings_for(told, 4, "supervisor") is expected


def test_what_is_not_loud_makes_no_sound() -> None:
    assert not rings_for(line(1, None, AlertKind.HOLIDAY), 4, "supervisor")
