"""Writes the shipped sentiment model anew from the project's own texts: ``python run.py train-sentiment``."""

from __future__ import annotations

import sys
import time

from app.services.sentiment.reader import MODEL_FILE
from app.services.sentiment.training import made_anew, training_texts
from app.services.sentiment.weights import to_bytes


def main() -> int:
    """Train, write and say what was done."""
    start = time.perf_counter()
    data = to_bytes(made_anew())
    MODEL_FILE.parent.mkdir(parents=True, exist_ok=True)
    MODEL_FILE.write_bytes(data)
    print(
        f"{MODEL_FILE.name}: {len(data):,} bytes from {len(training_texts()):,} texts, "
        f"{time.perf_counter() - start:.1f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
