"""All networks there and back, for the night: `python -m tests.round_trip [NETWORK ...]`; 1 when one fails."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from app.bootstrap.networks import NETWORKS
from tests.round_trip.towns import TOWNS
from tests.round_trip.trip import round_trip


def main(wanted: list[str]) -> int:
    """Go round with each network and print a line for each."""
    missing = set(NETWORKS) - set(TOWNS)
    failed = [f"{key}: no counterpart" for key in sorted(missing)]
    for key in wanted or list(TOWNS):
        try:
            with tempfile.TemporaryDirectory() as folder, TOWNS[key]() as town:
                trip = round_trip(town, Path(folder))
        except Exception as error:  # noqa: BLE001 - one network that fails must not hide the others
            failed.append(f"{key}: {type(error).__name__}: {error}")
            sys.stdout.write(f"FAILED {failed[-1]}\n")
        else:
            told = ", ".join(f"{step} {seconds:.1f} s" for step, seconds in trip.steps.items())
            sys.stdout.write(f"ok     {key}: {told}\n")
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
