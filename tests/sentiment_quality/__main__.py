"""Prints how well sentiment is read: ``python -m tests.sentiment_quality [--data DIR] [--split NAME] [--labels]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import fmean

from tests.sentiment_quality.measuring import (
    NAMES,
    PUBLISHED,
    Labelled,
    Measured,
    by_lists,
    by_model,
    own_sets,
    sets_in,
    with_labels,
)

SEEDS = range(6)


def say(text: str) -> None:
    """Write a line to the terminal."""
    sys.stdout.write(text + "\n")


def line(name: str, measured: Measured) -> str:
    f1 = "  ".join(f"{value:.3f}" for value in measured.by_class)
    return f"  {name:<36} {measured.macro:.3f}   {f1}   {measured.speed:>8,.0f}"


def show(data: Labelled, *, labels: bool) -> None:
    """Print the table of one set."""
    say(f"\n{data.name}: {len(data.texts):,} texts")
    say(f"  {'reader':<36} macro   {'  '.join(name[:5] for name in NAMES)}   texts/s of one core")
    say(line("the word lists alone", by_lists(data)))
    model = by_model(data)
    say(line("the shipped model", model))
    for label in NAMES:
        counts = "  ".join(f"{model.confusion[label, name]:>5}" for name in NAMES)
        say(f"    {label:<10} read as {counts}")
    if not labels:
        return
    for count in (100, 300, 1000):
        found = with_labels(data, count, SEEDS)
        if found:
            gains = [after - before for before, after in found]
            say(
                f"  with {count:>5} labels: {fmean(b for b, _ in found):.3f} -> {fmean(a for _, a in found):.3f} "
                f"(gain {fmean(gains):+.3f}, of {len(gains)} seeds {min(gains):+.3f} to {max(gains):+.3f})"
            )


def main() -> None:
    """Measure on the project's own texts, and on labelled sets of others when a folder of them is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder of JSON lines with text, label and split")
    parser.add_argument("--split", default="", help="only sets whose name ends so")
    parser.add_argument("--labels", action="store_true", help="also with 100, 300 and 1,000 labels of the set")
    wanted = parser.parse_args()
    for name, value in PUBLISHED.items():
        say(f"  {name:<36} {value:.3f}")
    for data in [*own_sets(), *(sets_in(wanted.data) if wanted.data else [])]:
        if data.name.endswith(wanted.split):
            show(data, labels=wanted.labels)


main()
