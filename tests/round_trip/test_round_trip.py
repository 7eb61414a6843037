"""E-mail and one HTTP network go round in every run; `python -m tests.round_trip` sends all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.counterparts.dovecot import dovecot_path, why_missing
from tests.round_trip.towns import TOWNS
from tests.round_trip.trip import round_trip


@pytest.mark.parametrize("key", ["email", "mastodon"])
def test_there_and_back(key: str, tmp_path: Path) -> None:
    if key == "email" and dovecot_path() is None:
        pytest.skip(why_missing())
    with TOWNS[key]() as town:
        trip = round_trip(town, tmp_path)
    assert list(trip.steps) == ["in the inbox", "at the network", "sent here", "in the case"]
