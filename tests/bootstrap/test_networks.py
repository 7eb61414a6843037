"""Every network is known at the start without its libraries, and its own adapter opens its accounts."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from app.bootstrap.networks import NETWORKS
from app.services.accounts import FormCredentials
from app.services.channels.base import Account
from app.services.clock import SystemClock

LATE = ("authlib", "joserfc", "httpx2", "httpcore2", "stamina", "feedparser", "imap_tools", "nh3")
"""What only speaking with a network, or showing a letter as it came, needs."""


@pytest.mark.parametrize("key", NETWORKS)
def test_a_network_is_opened_by_its_own_adapter(key: str) -> None:
    options = {"server": "https://forum.example", "feeds": "https://noticias.example/rss"}
    channel = NETWORKS[key].open(
        account=Account(1, key, "Conta", options), credentials=FormCredentials({}), clock=SystemClock()
    )
    try:
        assert type(channel).__module__.startswith("app.services.channels.")
    finally:
        channel.close()


def test_the_window_does_not_wait_for_the_libraries_of_the_networks() -> None:
    told = "import app.bootstrap.window, json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout))
    assert set(LATE).isdisjoint(loaded)
    assert "app.services.channels.http" not in loaded
