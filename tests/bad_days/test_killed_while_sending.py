"""The program is killed while it answers customers: nothing is lost, nothing is said twice, every doubt is shown."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_FIGURES = ("points", "answers", "published", "lost", "doubled", "disorder", "in_doubt", "shown")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked, so that many can be killed in a short time")
@pytest.mark.timeout(300)
def test_what_is_killed_while_sending_is_neither_lost_nor_said_twice() -> None:
    command = [sys.executable, "-m", "tests.budgets.killing_send", "--times", "10", "--seed", "7"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = [line.rsplit(maxsplit=len(_FIGURES)) for line in done.stdout.splitlines()[1:]]
    table = {line[0].strip(): dict(zip(_FIGURES, map(int, line[1:]), strict=True)) for line in lines}
    assert set(table) == {"key known", "can be asked", "neither"}
    assert sum(each["points"] for each in table.values()) == 10
    assert [each[name] for each in table.values() for name in ("lost", "doubled", "disorder")] == [0] * 9
    assert [table[name]["shown"] for name in ("key known", "can be asked")] == [0, 0]
    assert table["neither"]["shown"] == table["neither"]["in_doubt"]
