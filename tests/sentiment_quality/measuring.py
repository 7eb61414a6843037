"""Measures readers of sentiment on labelled texts: macro-F1, F1 by class, confusion, speed, and what labels add."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.models.domain.text_reading import read_text
from app.models.domain.vocabulary import Sentiment
from app.services.lexicons import lexicon
from app.services.sentiment.adaptation import Adaptation
from app.services.sentiment.reader import sentiment_reader
from app.services.sentiment.training import labelled

NAMES = ("negativo", "neutro", "positivo")
OWN = Path(__file__).with_name("held_out.txt")
PUBLISHED = {"LeIA on tweets, published": 0.487, "LeIA on shop reviews, published": 0.531}
_NAME_OF = {Sentiment.NEGATIVE: "negativo", Sentiment.POSITIVE: "positivo"}
_SENTIMENT_OF = {"negativo": Sentiment.NEGATIVE, "neutro": Sentiment.NEUTRAL, "positivo": Sentiment.POSITIVE}
_SIGNS = {"-": "negativo", "0": "neutro", "+": "positivo"}


@dataclass(frozen=True)
class Labelled:
    """Texts of one kind with the label that a person gave: negativo, neutro or positivo."""

    name: str
    texts: list[str]
    labels: list[str]


@dataclass(frozen=True)
class Measured:
    """How a reader did: F1 by class in the order of ``NAMES``, texts a second, and counts of (label, read as)."""

    by_class: tuple[float, float, float]
    confusion: dict[tuple[str, str], int]
    speed: float = 0.0

    @property
    def macro(self) -> float:
        return sum(self.by_class) / 3


def named(sentiment: Sentiment | None) -> str:
    """Return the label of a sentiment; mixed and "cannot say" count as neutral."""
    return "neutro" if sentiment is None else _NAME_OF.get(sentiment, "neutro")


def scored(labels: Sequence[str], read: Sequence[str], speed: float = 0.0) -> Measured:
    counts = {(label, name): 0 for label in NAMES for name in NAMES}
    for pair in zip(labels, read, strict=True):
        counts[pair] += 1
    f1 = []
    for name in NAMES:
        wrong = sum(count for (label, got), count in counts.items() if (label == name) != (got == name))
        right = counts[name, name]
        f1.append(2 * right / (2 * right + wrong) if right else 0.0)
    return Measured((f1[0], f1[1], f1[2]), counts, speed)


def timed(data: Labelled, read: Callable[[str], Sentiment | None]) -> Measured:
    start = time.process_time()
    names = [named(read(text)) for text in data.texts]
    return scored(data.labels, names, len(names) / max(time.process_time() - start, 1e-6))


def by_lists(data: Labelled) -> Measured:
    words = lexicon()
    return timed(data, lambda text: read_text(text, words).sentiment)


def by_model(data: Labelled) -> Measured:
    reader = sentiment_reader()
    return timed(data, lambda text: reader.read(text).sentiment)


def with_labels(data: Labelled, count: int, seeds: Sequence[int]) -> list[tuple[float, float]]:
    """Return for each seed macro-F1 on the held half, without and with ``count`` labels of the other half."""
    base, found = sentiment_reader(), []
    for seed in seeds:
        order = list(range(len(data.texts)))
        random.Random(seed).shuffle(order)  # noqa: S311 - the same halves for everybody, no secret
        half = len(order) // 2
        learned, held = order[:half][:count], order[half:]
        if len(learned) < count:
            return []
        texts, labels = [data.texts[at] for at in held], [data.labels[at] for at in held]
        team = Adaptation.fit(
            [data.texts[at] for at in learned], [_SENTIMENT_OF[data.labels[at]] for at in learned], base
        )
        before = scored(labels, [named(each.sentiment) for each in base.read_many(texts)])
        after = scored(labels, [named(each.sentiment) for each in team.read_many(texts, base)])
        found.append((before.macro, after.macro))
    return found


def own_sets() -> list[Labelled]:
    """Return the project's own held-out texts, by kind."""
    kinds: dict[str, list[str]] = {}
    for line in OWN.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            kinds[line[2:]] = []
        elif not line.startswith("#"):
            kinds[list(kinds)[-1]].append(line)
    return [
        Labelled(f"own {kind}s", [text for _, text in pairs], [_SIGNS[sign] for sign, _ in pairs])
        for kind, pairs in ((kind, list(labelled(iter(lines)))) for kind, lines in kinds.items())
    ]


def sets_in(folder: Path) -> list[Labelled]:
    """Return the sets of the JSON lines (``text``, ``label``, ``split`` if any) in a folder, each split by itself."""
    rows: dict[str, list[dict[str, str]]] = {}
    for path in sorted(folder.rglob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("label") in NAMES and row.get("text"):
                rows.setdefault(f"{path.stem}, {row.get('split', 'all')}", []).append(row)
    return [
        Labelled(name, [row["text"] for row in found], [row["label"] for row in found]) for name, found in rows.items()
    ]
