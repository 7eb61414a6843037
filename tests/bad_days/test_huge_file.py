"""A file of two gigabytes is judged in a moment, by what little of it has to be read."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.services.errors import Invalid
from app.services.files.stream import look
from app.views.support.errors import error_text

NOW = datetime(2026, 11, 21, 14, tzinfo=UTC)
TWO_GB = 2 * 1024**3


@pytest.mark.parametrize(
    ("name", "head", "code"),
    [
        ("grande.csv", b"data;autor;texto\n" + b"21/11/2026;Joana;oi\n" * 5_000, "file_binary"),
        ("grande.xlsx", b"PK\x03\x04", "file_truncated_archive"),
        ("grande.bin", b"\x7fELF", "file_binary"),
    ],
)
def test_two_gigabytes_of_nothing_are_refused_at_once(tmp_path: Path, name: str, head: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(head)
    with path.open("r+b") as file:
        file.truncate(TWO_GB)  # a hole: it takes no room on the disk
    started = time.monotonic()
    with pytest.raises(Invalid) as told:
        look(path, now=NOW)
    assert told.value.code == code
    assert time.monotonic() - started < 5
    assert name in error_text(told.value)
