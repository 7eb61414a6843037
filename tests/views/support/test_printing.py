"""Paper: nothing cut off, and a full disk leaves the old file as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from app.services.errors import Unavailable
from app.views.support.printing import Letterhead, Table, Text, write_pdf

HEAD = Letterhead("Casa", "Plano", "Feito hoje")


def test_what_is_longer_than_a_page_goes_on_in_the_next(qtbot: QtBot, tmp_path: Path) -> None:  # noqa: ARG001 - an application
    def pages(*blocks: Text | Table) -> int:
        return write_pdf(tmp_path / "plano.pdf", QFont(), HEAD, blocks, lambda: None)

    assert pages(Text("uma decisão curta")) == 1
    assert pages(Text("uma decisão que não acaba mais " * 600)) >= 3
    assert pages(Text("x" * 20_000)) >= 2
    assert pages(Table(("Nome", "N"), [("https://" + "a" * 300, "12")] * 100)) >= 3


def test_a_full_disk_is_said_and_leaves_the_old_file(
    qtbot: QtBot,  # noqa: ARG001 - an application
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = tmp_path / "plano.pdf"
    kept.write_bytes(b"before")

    def full(_path: Path, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Unavailable, match=r"export\.disk_full"):
        write_pdf(kept, QFont(), HEAD, [Text("x")], lambda: None)
    assert [each.name for each in tmp_path.iterdir()] == ["plano.pdf"]
    assert kept.read_bytes() == b"before"
