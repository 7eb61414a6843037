"""``balcao demo``: fills an empty database with a year of invented work."""

from __future__ import annotations

import argparse
import sys
import time

from app.cli.opening import opened
from app.services.demo.load import load_demo

_TELL_EVERY = 5.0


def run_demo(options: argparse.Namespace) -> int:
    """Make the data; the last line says how much and how long."""
    started = last = time.monotonic()

    def tell(stored: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _TELL_EVERY:
            last = now
            rate = stored / (now - started)
            sys.stderr.write(f"{100 * stored // options.mentions} %: {stored} menções, {round(rate)} por segundo\n")

    with opened(options.database) as database:
        load_demo(database, options.mentions, seed=options.seed, progress=tell)
    seconds = round(time.monotonic() - started, 1)
    sys.stdout.write(f"mentions={options.mentions} seconds={seconds}\n")
    return 0
