"""Makes the shipped sentiment model anew from the project's own texts: ``python run.py train-sentiment``.

The same material gives the same file; a test compares the material's digest with the one in the file.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from app.models.domain.text_reading import weigh
from app.services.lexicons import RESOURCES, lexicon
from app.services.sentiment import features, learning, weights
from app.services.sentiment.features import seen
from app.services.sentiment.learning import Caution, Floats, Table, learn

TEXTS: Final = RESOURCES / "training" / "sentiment"
SIGNS: Final = {"-": (1.0, 0.0, 0.0), "0": (0.0, 1.0, 0.0), "+": (0.0, 0.0, 1.0), "~": (0.25, 0.5, 0.25)}
"""How a line of training text begins, and the shares of negative, neutral and positive that it teaches."""
_HELD_BUCKETS: Final = 0.3
_HELD_FACTS: Final = 0.02
"""By how much the numbers are held back; that of the facts for each text."""
_MOST: Final = 32_000


def labelled(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Yield the sign and the text of each line that has one; others are comments."""
    for line in lines:
        sign, blank, text = line[:1], line[1:2], line[2:].strip()
        if sign in SIGNS and blank == " " and text:
            yield sign, text


def training_texts() -> list[tuple[str, str]]:
    """Return all the project's own labelled texts, in a fixed order."""
    return [
        pair
        for path in sorted(TEXTS.glob("*.txt"))
        for pair in labelled(iter(path.read_text(encoding="utf-8").splitlines()))
    ]


def digest() -> bytes:
    """Return the SHA-256 of what the model is made of: the texts, the word lists, and the code that learns."""
    code = [Path(str(module.__file__)) for module in (features, learning, weights)]
    paths = [*sorted(TEXTS.glob("*.txt")), *sorted((RESOURCES / "lexicons").glob("*.json")), *code]
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.name.encode() + b"\0" + path.read_text(encoding="utf-8").encode() + b"\0")
    return whole.digest()


def made_anew() -> weights.Weights:
    """Learn the model from the project's own texts; half a minute at most."""
    texts, words = training_texts(), lexicon()
    table = Table.of([seen(text, weigh(text, words), words) for _, text in texts])
    wanted: Floats = np.array([SIGNS[sign] for sign, _ in texts])
    learned = learn(table, wanted, Caution(_HELD_BUCKETS, _HELD_FACTS * len(texts)))
    steps = _MOST / float(np.abs(learned.buckets).max())
    return weights.Weights(
        made_of=digest(),
        steps=float(np.float32(steps)),
        buckets=array("h", np.rint(learned.buckets * steps).astype(np.int16).ravel().tolist()),
        facts=tuple((float(a), float(b), float(c)) for a, b, c in learned.facts),
        always=(float(learned.always[0]), float(learned.always[1]), float(learned.always[2])),
    )
