"""Numbers and times as networks write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.services.channels.loose_json import mapping, moment, whole

AT = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (7, 7),
        ("7", 7),
        ("-7", -7),
        (True, None),
        ("7.5", None),
        ("9" * 40, None),
        (None, None),
        ("²", None),
        ([], None),
    ],
)
def test_whole_numbers(value: object, number: int | None) -> None:
    assert whole(value) == number


@pytest.mark.parametrize(
    ("value", "at"),
    [
        (int(AT.timestamp()), AT),
        (str(int(AT.timestamp())), AT),
        ("2026-11-21T14:00:00.000Z", AT),
        ("2026-11-21T11:00:00-03:00", AT),
        ("2026-11-21T14:00:00", AT),
        (10**17, None),
        ("ontem", None),
        (None, None),
    ],
)
def test_times(value: object, at: datetime | None) -> None:
    assert moment(value) == at


def test_objects() -> None:
    assert mapping({"a": 1}) == {"a": 1}
    assert mapping([1]) == {}
