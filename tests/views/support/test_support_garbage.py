"""Cycles that hold screen objects are freed in the UI thread, whatever other threads do."""

from __future__ import annotations

import gc
import threading

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views.support.garbage import UiCollector


class Cycle(QWidget):
    freed: set[int] = set()  # noqa: RUF012 - one set for the whole test

    def __init__(self) -> None:
        super().__init__()
        self.me = self

    def __del__(self) -> None:
        Cycle.freed.add(threading.get_ident())


def test_cycles_are_freed_in_the_ui_thread(qtbot: QtBot) -> None:
    collector = UiCollector()
    try:
        assert not gc.isenabled()
        for _ in range(50):
            Cycle()

        def busy() -> None:
            kept = [[number] for number in range(50_000)]
            assert len(kept) == 50_000

        threads = [threading.Thread(target=busy) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert Cycle.freed == set()
        kept = [[number] for number in range(5_000)]
        assert collector.collect_due() >= 0
        assert len(kept) == 5_000
        qtbot.waitUntil(lambda: gc.collect() >= 0 and bool(Cycle.freed))
    finally:
        collector.stop()
    assert gc.isenabled()
    assert Cycle.freed == {threading.get_ident()}
