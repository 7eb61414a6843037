"""Makes files of every kind, self-written, for the readers to be tried on."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def make_file(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    def make(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Return the folder of real material, or skip: it is not part of the project."""
    path = Path(os.environ.get("BALCAO_REAL_DATA", "") or Path(__file__).parents[4] / "shared" / "data")
    if not path.is_dir():
        pytest.skip("the folder of real material is not on this machine")
    return path
