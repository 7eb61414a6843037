"""The program ends cleanly even when somebody quits while work is under way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from app.views.support.garbage import UiCollector
from app.views.support.jobs import Jobs
from app.views.support.tasks import Calls
from app.views.support.theme import Theme

app = QApplication([])
theme = Theme(app=app, choice="dark")
collector = UiCollector(parent=app)
calls, jobs = Calls(on_error=print), Jobs(on_error=print)
buttons = [QPushButton(theme.icon("inbox"), "x") for _ in range(20)]
for number in range(30):
    calls.run(buttons[number % 20], str(number), lambda: time.sleep(0.02), buttons[number % 20].setText)
jobs.start(title="x", work=lambda token, report: token.wait(30))
QTimer.singleShot(50, app.quit)
app.exec()
if sys.argv[1] == "tidy":
    jobs.shutdown()
    calls.shutdown()
    collector.stop()
"""


@pytest.mark.parametrize("manner", ["tidy", "abrupt"])
def test_quitting_amid_work(manner: str, tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, manner],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
