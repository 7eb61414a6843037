"""Fits and measures the model of one axis; runs in a child process, since numbers hold the interpreter's lock."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from app.models.domain.suggestion import LEAST_OF_A_CLASS, AxisQuality, Measured, Verdict, fitness, judge
from app.services.suggestions.linear_model import Floats, LinearModel, softmax
from app.services.suggestions.text_features import BUCKETS, Hashes

Places = npt.NDArray[np.intp]
_MOST_CLASSES: Final = 200
_MOST_CELLS: Final = 1_500_000
_MOST_KEYS: Final = 60_000
_SPLIT_FROM: Final = 400
_FOLDS: Final = 5
_HELD_OUT: Final = 0.2
_MOST_TESTED: Final = 5_000
_BATCH, _SMALL_BATCH, _LARGE_FROM = 128, 16, 5_000
_VIEWED, _FEWEST_ROUNDS, _MOST_ROUNDS = 100_000, 3, 15
_RATE, _DECAY, _CALM = 0.6, 1e-4, 1.0
_TEMPERATURES: Final = tuple(0.35 * 1.12**step for step in range(24))
_REPLAYED: Final = 4
_GROWN: Final = 1.5
NO_CLASS: Final = -1

Tick = Callable[[float], object]
"""Told the share done (0-1)."""


@dataclass(slots=True)
class Examples:
    """Texts of one axis as features with their node, oldest first; ``copies`` tells equal texts."""

    features: list[Hashes] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.labels)

    def part(self, places: Iterable[int]) -> Examples:
        """Return some of them, in the order given."""
        wanted = list(places)
        return Examples([self.features[at] for at in wanted], [self.labels[at] for at in wanted])


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of an axis; ``model`` None where there was nothing to learn."""

    quality: AxisQuality
    model: LinearModel | None
    is_full: bool


def learn(examples: Examples, tick: Tick = lambda _: None) -> Learned:
    """Learn an axis from nothing: measure on examples held out, then fit the model that will be used on all."""
    sizes = Counter(examples.labels)
    verdict = fitness(len(examples), list(sizes.values()))
    contradictory = contradictory_share(examples)
    if verdict is not Verdict.TRUSTED:
        quality = AxisQuality(verdict, examples=len(examples), classes=len(sizes), contradictory=contradictory)
        return Learned(quality, None, is_full=True)
    measured, temperature = _measure(examples, tick)
    quality = judge(
        measured,
        examples=len(examples),
        classes=len(sizes),
        contradictory=contradictory,
        is_time_split=len(examples) >= _SPLIT_FROM,
    )
    # What is used knows the newest cases too, with their words and classes.
    model = fit(examples, tick=lambda done: tick(0.6 + 0.4 * done))
    facts = {"full_examples": len(examples)}
    return Learned(
        quality, LinearModel(model.classes, model.keys, model.weights, model.bias, temperature, facts), is_full=True
    )


def learn_more(model: LinearModel, old: Examples, new: Examples, before: AxisQuality, tick: Tick) -> Learned:
    """Go on from a model with cases classified since; old ones are mixed in so that nothing is forgotten.

    The new cases are guessed before they are learned from: they were held out until now, and join what was measured.
    A new class, or half as many cases again, asks for learning from nothing.
    """
    grown = Examples(old.features + new.features, old.labels + new.labels)
    sizes = Counter(grown.labels)
    common = sizes.most_common(_MOST_CLASSES)
    unknown = {node for node, n in common if n >= LEAST_OF_A_CLASS} - set(model.classes)
    full_at = int(model.facts.get("full_examples", 0))
    is_stale = len(grown) > _GROWN * full_at or before.tested + len(new) > _MOST_TESTED
    if unknown or is_stale:
        return learn(grown, tick)
    if not len(new):
        return Learned(before, model, is_full=False)
    measured = guesses(model, new, usual=sizes.most_common(1)[0][0])
    quality = judge(
        _joined(before, measured),
        examples=len(grown),
        classes=len(sizes),
        contradictory=contradictory_share(grown),
        is_time_split=before.is_time_split,
    )
    random = np.random.default_rng(len(grown))
    replayed = random.permutation(len(old))[: _REPLAYED * len(new)]
    mixed = old.part(int(at) for at in replayed)
    mixed = Examples(mixed.features + new.features, mixed.labels + new.labels)
    fitted = fit(mixed, start=model, rounds=2, calm=4 * _CALM, tick=tick)
    # Only the newest guesses carry a confidence: the floor stands as it was measured at the last learning from nothing.
    kept = replace(quality, floor=before.floor, covered=before.covered, right_above_floor=before.right_above_floor)
    done = LinearModel(fitted.classes, fitted.keys, fitted.weights, fitted.bias, model.temperature, model.facts)
    return Learned(kept, done, is_full=False)


def fit(
    examples: Examples,
    *,
    start: LinearModel | None = None,
    rounds: int | None = None,
    calm: float = _CALM,
    tick: Tick = lambda _: None,
) -> LinearModel:
    """Fit weights by gradient steps over small batches; ``start`` is gone on from and keeps its features."""
    sizes = Counter(examples.labels)
    if start is None:
        classes = tuple(node for node, n in sizes.most_common(_MOST_CLASSES) if n >= LEAST_OF_A_CLASS)
        keys = _chosen_keys(examples, classes)
        shape = (len(keys), len(classes))
        start = LinearModel(classes, keys, np.zeros(shape, np.float32), np.zeros(len(classes), np.float32))
        rounds = rounds or int(np.clip(_VIEWED // len(examples), _FEWEST_ROUNDS, _MOST_ROUNDS))
    place = {node: at for at, node in enumerate(start.classes)}
    known = [at for at, node in enumerate(examples.labels) if node in place]
    run = _Fitting(start, calm)
    table = np.full(BUCKETS, -1, np.intp)
    table[start.keys] = np.arange(len(start.keys))
    found = (table[examples.features[at]] for at in known)
    rows = [places[places >= 0] for places in found]
    labels = np.array([place[examples.labels[at]] for at in known], np.intp)
    run.run(rows, labels, rounds or 2, tick)
    return LinearModel(start.classes, start.keys, run.weights, run.bias, start.temperature, start.facts)


class _Fitting:
    """Weights on their way, each with steps that shorten as it has moved."""

    def __init__(self, start: LinearModel, calm: float) -> None:
        self.weights, self.bias = start.weights.copy(), start.bias.copy()
        self._moved = np.full(self.weights.shape, calm * 0.01, np.float32)
        self._bias_moved = np.full(self.bias.shape, calm, np.float32)
        self._is_touched = np.zeros(len(self.weights), np.bool_)
        self._columns = np.zeros(len(self.weights), np.intp)

    def run(self, rows: Sequence[Places], labels: Places, rounds: int, tick: Tick) -> None:
        if not len(labels):
            return
        sizes = np.bincount(labels, minlength=len(self.bias)).astype(np.float32)
        # The square root is halfway between what is right most often and what is fair to rare classes.
        fair = np.sqrt(sizes.mean() / np.maximum(sizes, 1)).clip(0.4, 3.0).astype(np.float32)
        random = np.random.default_rng(len(labels))
        batch = _BATCH if len(labels) >= _LARGE_FROM else _SMALL_BATCH
        steps = rounds * -(-len(labels) // batch)
        done = 0
        for _ in range(rounds):
            order = random.permutation(len(labels))
            for at in range(0, len(order), batch):
                some = order[at : at + batch]
                self._step([rows[each] for each in some], labels[some], fair[labels[some]])
                done += 1
                if done % 50 == 0:
                    tick(done / steps)

    def _step(self, rows: list[Places], labels: Places, fair: Floats) -> None:
        lengths = np.array([len(each) for each in rows], np.intp)
        scale = (1 / np.sqrt(np.maximum(lengths, 1))).astype(np.float32)
        places = np.concatenate(rows)
        self._is_touched[places] = True
        touched = np.flatnonzero(self._is_touched)
        self._is_touched[touched] = False
        self._columns[touched] = np.arange(len(touched))
        # A small dense table of the features in this batch: two products of it cost less than walking through them.
        texts = np.zeros((len(rows), len(touched)), np.float32)
        texts[np.repeat(np.arange(len(rows)), lengths), self._columns[places]] = np.repeat(scale, lengths)
        weights = self.weights[touched]
        slope = softmax(texts @ weights + self.bias)
        slope[np.arange(len(rows)), labels] -= 1
        slope *= fair[:, None]
        self._move_bias(slope.mean(axis=0))
        if len(touched):
            self._move(touched, weights, texts.T @ slope)

    def _move_bias(self, slope: Floats) -> None:
        self._bias_moved += slope * slope
        self.bias -= np.float32(_RATE) * slope / np.sqrt(self._bias_moved)

    def _move(self, touched: Places, weights: Floats, slope: Floats) -> None:
        slope += np.float32(_DECAY) * weights
        moved = self._moved[touched]
        moved += slope * slope
        self._moved[touched] = moved
        self.weights[touched] = weights - np.float32(_RATE) * slope / np.sqrt(moved)


def guesses(model: LinearModel, examples: Examples, *, usual: int) -> Measured:
    """Return what a model says of examples that it has not learned from."""
    if not len(examples):
        return Measured((), (), (), usual)
    scores = _scores(model, examples)
    return _measured(scores, model.classes, examples.labels, model.temperature, usual)


def contradictory_share(examples: Examples) -> float:
    """Return the share of examples whose very text another one carries with another node."""
    seen: dict[bytes, Counter[int]] = defaultdict(Counter)
    for features, label in zip(examples.features, examples.labels, strict=True):
        seen[features.tobytes()][label] += 1
    split = sum(sum(nodes.values()) for nodes in seen.values() if len(nodes) > 1)
    return split / len(examples) if len(examples) else 0.0


def _measure(examples: Examples, tick: Tick) -> tuple[Measured, float]:
    """Return what was held out and guessed, and the temperature that makes its confidences honest."""
    usual = Counter(examples.labels).most_common(1)[0][0]
    scores: list[Floats] = []
    labels: list[int] = []
    classes: tuple[int, ...] = ()
    parts = list(_splits(len(examples)))
    for number, (learned_from, held_out) in enumerate(parts):
        share = 0.6 / len(parts)
        base = fit(examples.part(learned_from), tick=lambda done, at=number * share, of=share: tick(at + of * done))  # type: ignore[misc]  # bound at once
        tested = examples.part(held_out)
        classes, found = _aligned(classes, base, _scores(base, tested))
        scores = [_widened(each, len(classes)) for each in scores] + [found]
        labels += tested.labels
    whole = np.concatenate(scores)
    temperature = _honest_temperature(whole, classes, labels)
    return _measured(whole, classes, labels, temperature, usual), temperature


def _splits(count: int) -> Iterator[tuple[range | list[int], range | list[int]]]:
    """Hold out the newest fifth (enough cases), or each fifth in turn (few)."""
    if count >= _SPLIT_FROM:
        tested = min(_MOST_TESTED, int(count * _HELD_OUT))
        yield range(count - tested), range(count - tested, count)
        return
    for fold in range(_FOLDS):
        held = list(range(fold, count, _FOLDS))
        rest = set(held)
        yield [at for at in range(count) if at not in rest], held


def _aligned(classes: tuple[int, ...], model: LinearModel, scores: Floats) -> tuple[tuple[int, ...], Floats]:
    """Bring the scores of a fold's own classes into the order of all classes seen so far."""
    everything = (*classes, *(node for node in model.classes if node not in classes))
    found = np.full((len(scores), len(everything)), -30.0, np.float32)
    for at, node in enumerate(model.classes):
        found[:, everything.index(node)] = scores[:, at]
    return everything, found


def _widened(scores: Floats, width: int) -> Floats:
    return np.pad(scores, ((0, 0), (0, width - scores.shape[1])), constant_values=-30.0)


def _scores(model: LinearModel, examples: Examples) -> Floats:
    return np.stack([model.scores(features) for features in examples.features])


def _measured(
    scores: Floats, classes: Sequence[int], labels: Sequence[int], temperature: float, usual: int
) -> Measured:
    chances = softmax(scores / np.float32(temperature))
    best = chances.argmax(axis=1)
    confidence = chances[np.arange(len(best)), best]
    return Measured(list(labels), [classes[at] for at in best], [float(each) for each in confidence], usual)


def _honest_temperature(scores: Floats, classes: Sequence[int], labels: Sequence[int]) -> float:
    """Return the temperature under which what was held out is least surprising."""
    place: Mapping[int, int] = {node: at for at, node in enumerate(classes)}
    known = np.array([label in place for label in labels])
    if not known.any():
        return 1.0
    right = np.array([place[label] for label in labels if label in place], np.intp)
    kept = scores[known]

    def surprise(temperature: float) -> float:
        chances = softmax(kept / np.float32(temperature))[np.arange(len(right)), right]
        return float(-np.log(np.maximum(chances, 1e-9)).mean())

    return min(_TEMPERATURES, key=surprise)


def _chosen_keys(examples: Examples, classes: Sequence[int]) -> Hashes:
    """Return the features that tell classes apart best, as many as the model may hold."""
    by_class: dict[int, list[Hashes]] = {node: [] for node in classes}
    for features, node in zip(examples.features, examples.labels, strict=True):
        if node in by_class:
            by_class[node].append(features)
    counts = [np.bincount(np.concatenate(each), minlength=BUCKETS) for each in by_class.values()]
    n = np.sum(counts, axis=0) if counts else np.zeros(BUCKETS, np.intp)
    keys = np.flatnonzero(n >= (2 if len(examples) < _LARGE_FROM else 3))
    most = min(_MOST_KEYS, _MOST_CELLS // max(1, len(classes)))
    if len(keys) > most:
        keys = np.sort(keys[_telling([each[keys] for each in counts], n[keys])[:most]])
    return keys.astype(np.uint32)


def _telling(counts: Sequence[Places], n: Places) -> Places:
    """Return features by how far their classes differ from what chance would give, the most telling first."""
    whole = float(n.sum())
    score = np.zeros(len(n))
    for real in counts:
        expected = n * (real.sum() / whole)
        score += (real - expected) ** 2 / np.maximum(expected, 1e-9)
    return np.argsort(-score, kind="stable")


def _joined(before: AxisQuality, measured: Measured) -> Measured:
    """Return what was measured before (without its confidences) together with what came now."""
    real, said = list(measured.real), list(measured.said)
    for was, guessed, n in before.confusion:
        real += [was] * n
        said += [guessed] * n
    return Measured(real, said, [*measured.confidence, *([1.0] * (len(real) - len(measured.real)))], measured.usual)
