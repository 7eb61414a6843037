"""What the program proposes for an axis, how well it was measured to propose, and whether it may propose at all."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

LEAST_EXAMPLES: Final = 30
LEAST_OF_A_CLASS: Final = 5
MOST_CONTRADICTORY: Final = 0.2
SURE_FLOOR: Final = 0.9
_FLOORS: Final = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, SURE_FLOOR)
_BEYOND_CHANCE: Final = 1.645  # one-sided, 5 %
_WANTED_SHARE: Final = 0.6
_ABOVE_BASELINE: Final = 0.1


class Verdict(StrEnum):
    """Why an axis gets suggestions or none."""

    NEVER_TRAINED = "never_trained"
    FEW_EXAMPLES = "few_examples"
    ONE_CLASS = "one_class"
    NOT_BETTER = "not_better"
    TRUSTED = "trusted"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A node proposed with its confidence (0-1) and the words that counted; nobody has confirmed it."""

    node_id: int
    confidence: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of cases that were held out: one entry a case, in the same order.

    ``said`` None: the node is none of those that are known. ``usual`` is the most common node of the examples.
    """

    real: Sequence[int]
    said: Sequence[int]
    confidence: Sequence[float]
    usual: int


@dataclass(frozen=True, slots=True)
class AxisQuality:
    """How well an axis was guessed on cases held out. Shares are 0-1; ``confusion`` = (real, said, cases).

    ``floor`` is the confidence below which nothing is proposed; ``covered`` the share of cases above it, and
    ``right_above_floor`` how many of those were right. ``contradictory`` is the share of examples whose very text
    another case carries with another node.
    """

    verdict: Verdict = Verdict.NEVER_TRAINED
    examples: int = 0
    classes: int = 0
    tested: int = 0
    accuracy: float = 0.0
    f1: float = 0.0
    baseline_accuracy: float = 0.0
    baseline_f1: float = 0.0
    floor: float = 1.0
    covered: float = 0.0
    right_above_floor: float = 0.0
    contradictory: float = 0.0
    is_time_split: bool = False
    confusion: tuple[tuple[int, int, int], ...] = ()

    @property
    def is_contradictory(self) -> bool:
        """Tell whether so many equal texts were classified differently that nobody could guess them."""
        return self.contradictory > MOST_CONTRADICTORY

    def to_mapping(self) -> dict[str, Any]:
        """Return plain values for the table."""
        names = [name for name in self.__slots__ if name not in {"verdict", "confusion"}]
        return {
            "verdict": self.verdict.value,
            "confusion": [list(each) for each in self.confusion],
            **{name: getattr(self, name) for name in names},
        }

    @classmethod
    def from_mapping(cls, stored: object) -> AxisQuality:
        """Read what ``to_mapping`` wrote; whatever is damaged counts as never trained."""
        if not isinstance(stored, Mapping):
            return cls()
        try:
            plain = {name: stored[name] for name in cls.__slots__ if name not in {"verdict", "confusion"}}
            confusion = tuple((int(real), int(said), int(n)) for real, said, n in stored["confusion"])
            return cls(verdict=Verdict(stored["verdict"]), confusion=confusion, **plain)
        except (KeyError, TypeError, ValueError):
            return cls()


@dataclass(frozen=True, slots=True)
class AxisLearning:
    """What the supervisor sees of one axis; ``confirmed_share`` of the cases of the last days that carry the axis."""

    axis_key: str
    axis_name: str
    quality: AxisQuality
    is_wanted: bool
    trained_at: datetime | None = None
    confirmed: int = 0
    suggested: int = 0
    version: int = 0
    names: Mapping[int, str] = field(default_factory=dict)

    @property
    def proposes(self) -> bool:
        """Tell whether new cases get suggestions on this axis."""
        return self.is_wanted and self.quality.verdict is Verdict.TRUSTED

    @property
    def confirmed_share(self) -> float | None:
        """Share of the values that a person has confirmed; None where there is none at all."""
        known = self.confirmed + self.suggested
        return self.confirmed / known if known else None


def fitness(examples: int, class_sizes: Sequence[int]) -> Verdict:
    """Return whether there is anything to learn: TRUSTED stands for "go on and measure"."""
    if examples < LEAST_EXAMPLES:
        return Verdict.FEW_EXAMPLES
    large_enough = sum(size >= LEAST_OF_A_CLASS for size in class_sizes)
    if large_enough >= 2:  # noqa: PLR2004 - a choice needs two
        return Verdict.TRUSTED
    return Verdict.ONE_CLASS if len(class_sizes) == 1 or large_enough else Verdict.FEW_EXAMPLES


def judge(measured: Measured, *, examples: int, classes: int, contradictory: float, is_time_split: bool) -> AxisQuality:
    """Return the quality of what was measured; trusted only where it beats "always the most common" beyond chance."""
    pairs = list(zip(measured.real, measured.said, strict=True))
    usual = [(real, measured.usual) for real in measured.real]
    accuracy, baseline = _share_right(pairs), _share_right(usual)
    f1, baseline_f1 = macro_f1(pairs), macro_f1(usual)
    floor, covered, above = _floor(measured, baseline)
    better = sum(said == real != measured.usual for real, said in pairs)
    worse = sum(said != real == measured.usual for real, said in pairs)
    is_better = better - worse > _BEYOND_CHANCE * math.sqrt(better + worse) and f1 > baseline_f1 and covered > 0
    counted: dict[tuple[int, int], int] = {}
    for pair in pairs:
        counted[pair] = counted.get(pair, 0) + 1
    return AxisQuality(
        verdict=Verdict.TRUSTED if is_better else Verdict.NOT_BETTER,
        examples=examples,
        classes=classes,
        tested=len(pairs),
        accuracy=accuracy,
        f1=f1,
        baseline_accuracy=baseline,
        baseline_f1=baseline_f1,
        floor=floor,
        covered=covered,
        right_above_floor=above,
        contradictory=contradictory,
        is_time_split=is_time_split,
        confusion=tuple((real, said, n) for (real, said), n in sorted(counted.items())),
    )


def macro_f1(pairs: Sequence[tuple[int, int]]) -> float:
    """Return the mean F1 over the classes that really occur; 0 for nothing."""
    real = {pair[0] for pair in pairs}
    scores = []
    for each in real:
        right = sum(a == b == each for a, b in pairs)
        wrong = sum((a == each) != (b == each) for a, b in pairs)
        scores.append(2 * right / (2 * right + wrong))
    return sum(scores) / len(scores) if scores else 0.0


def _share_right(pairs: Sequence[tuple[int, int]]) -> float:
    return sum(real == said for real, said in pairs) / len(pairs) if pairs else 0.0


def _floor(measured: Measured, baseline: float) -> tuple[float, float, float]:
    """Return the lowest confidence above which enough was right, the share of cases above it, and how many were right.

    None is good enough: nothing is covered.
    """
    wanted = min(SURE_FLOOR, max(_WANTED_SHARE, baseline + _ABOVE_BASELINE))
    rows = list(zip(measured.real, measured.said, measured.confidence, strict=True))
    for floor in _FLOORS:
        above = [(real, said) for real, said, confidence in rows if confidence >= floor]
        if above and _share_right(above) >= wanted:
            return floor, len(above) / len(rows), _share_right(above)
    return 1.0, 0.0, 0.0
