"""The program is killed while it reads a network: nothing is lost, nothing comes twice."""

from __future__ import annotations

from pathlib import Path

from tests.budgets.killing import kill_while_fetching


def test_nothing_is_lost_and_nothing_doubled(tmp_path: Path, sqlite_template: Path) -> None:
    path = tmp_path / "killed.balcao"
    path.write_bytes(sqlite_template.read_bytes())
    result = kill_while_fetching(path, 10, seed=7)
    assert (result.points, result.lost, result.doubled, result.wrong) == (10, 0, 0, 0)
    assert result.is_sound
    assert result.items > 50  # how far it comes before it is killed is a matter of luck
