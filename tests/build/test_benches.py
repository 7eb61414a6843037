"""The long benches of the channels run at all: a small one of each, so that they cannot rot."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.counterparts.dovecot import dovecot_path, why_missing


def _printed(*command: str) -> str:
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False, timeout=100)
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout


def test_reading_accounts() -> None:
    printed = _printed("tests.budgets.polling", "--seconds", "1", "--items", "500")
    assert "burst of 500 items" in printed
    assert "heartbeat" in printed


def test_a_mailbox() -> None:
    if dovecot_path() is None:
        pytest.skip(why_missing())
    printed = _printed("tests.budgets.mailbox", "--mails", "40")
    assert "first sync of 40 mails" in printed
    assert "mails stored" in printed
