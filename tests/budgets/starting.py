"""Starts the window's measurements, and the built program, in processes of their own."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select

from app.models.schema.people import Person
from app.services.database import Database
from app.services.settings import SettingsStore
from tests.budgets.table import Line
from tests.build.smoke import COLOURS_OF_A_WINDOW, colours_on_screen, stop, virtual_screen

_ROOT = Path(__file__).parents[2]
_BUNDLE = _ROOT / "dist" / "balcao" / "balcao"
_LONGEST = 600
_STILL = 1.5
_PATIENCE = 60.0


def person_of(database: Database) -> str:
    """Return the name of somebody who works on this database."""
    with database.read() as connection:
        return (
            connection.execute(select(Person.name).where(Person.is_active).order_by(Person.id)).scalars().first()
            or "Ana"
        )


def measure_window(path: Path, person: str, *, seconds: float) -> list[Line]:
    """Return the window's lines for a database that nobody has open.

    Raises:
        RuntimeError: when the window could not be measured, with what it said.
    """
    words = [sys.executable, "-m", "tests.budgets.window", str(path), "--person", person, "--seconds", str(seconds)]
    done = subprocess.run(
        [*words, "--began", str(time.time())], cwd=_ROOT, capture_output=True, text=True, timeout=_LONGEST, check=False
    )
    if done.returncode:
        raise RuntimeError(f"the window could not be measured:\n{done.stdout}\n{done.stderr}")
    return [Line(**values) for values in json.loads(done.stdout.splitlines()[-1])]


def measure_bundle(path: Path, person: str) -> Iterator[Line]:
    """Yield how long the built program takes until its screen stands still, warm; nothing if it is not there."""
    if not _BUNDLE.exists():
        return
    for _turn in range(2):
        seconds = _start(path, person)
    yield Line("built program: start to a filled inbox, warm", 1000 * seconds, "ms", most=2_500)


def _start(path: Path, person: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        SettingsStore(folder=place / "profile").update(person_name=person)
        screen = place / "screen"
        screen.mkdir()
        with virtual_screen(screen) as display:
            environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
            words = [str(_BUNDLE), "--database", str(path), "--profile", str(place / "profile")]
            began = time.monotonic()
            process = subprocess.Popen(words, env=environment, text=True, stderr=subprocess.PIPE)
            try:
                return _settled(process, screen / "Xvfb_screen0") - began
            finally:
                stop(process)


def _settled(process: subprocess.Popen[str], picture: Path) -> float:
    """Return when the screen last changed, once it shows a window and has stood still for a while."""
    last, changed = b"", time.monotonic()
    until = changed + _PATIENCE
    while (now := time.monotonic()) < until:
        if process.poll() is not None:
            raise RuntimeError(f"the program ended with {process.returncode}")
        pixels = picture.read_bytes()
        mark = hashlib.blake2b(pixels).digest()
        if mark != last:
            last, changed = mark, now
        elif now - changed > _STILL and colours_on_screen(pixels) >= COLOURS_OF_A_WINDOW:
            return changed
        time.sleep(0.02)
    raise RuntimeError("the screen never stood still")
