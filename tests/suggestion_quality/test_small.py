"""The table of the suggestions' quality can be made, and the demonstration's nature is learned."""

from __future__ import annotations

from app.models.domain.suggestion import Verdict
from tests.suggestion_quality.__main__ import demo_qualities, line


def test_a_small_table() -> None:
    found = dict(demo_qualities(600))
    assert found["nature"].verdict is Verdict.TRUSTED
    # Drawn by lot in the demonstration: nothing in the words tells them, and nothing is proposed.
    assert {found[axis].verdict for axis in ("subject", "persona", "profile")} & {Verdict.TRUSTED} == set()
    assert "trusted" in line("nature", found["nature"])
