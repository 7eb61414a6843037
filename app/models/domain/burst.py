"""An unusual burst: far more mentions, or far more negative ones, than this hour of the week has brought before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from statistics import median
from typing import Any

_SPREAD = 1.4826  # a median deviation times this is a standard deviation, where counts are bell-shaped
_MOST_WEEKS = 26


class BurstKind(StrEnum):
    """What burst."""

    VOLUME = "volume"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class BurstLimits:
    """When a burst is one: against ``weeks`` past weeks, of which ``least_weeks`` must have brought anything at all.

    Volume: at least ``least_mentions``, ``times`` the usual number and ``spreads`` spreads above it. Negative: at least
    ``least_negative`` negative mentions, and ``share_points`` (0 to 1) more of the whole than usual.
    """

    is_on: bool = True
    weeks: int = 8
    least_weeks: int = 4
    least_mentions: int = 20
    times: float = 3.0
    spreads: float = 4.0
    least_negative: int = 10
    share_points: float = 0.3

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> BurstLimits:
        """Read the decoded form of ``bursts.json``. Raises TypeError or ValueError when the form is not that one."""
        known = {key: value for key, value in data.items() if key in cls.__dataclass_fields__}
        made = cls(**known)
        if not isinstance(made.is_on, bool):
            raise TypeError("is_on")
        figures: dict[str, Any] = {key: value for key, value in asdict(made).items() if key != "is_on"}
        for key, value in figures.items():
            wanted = (int, float) if key in {"times", "spreads", "share_points"} else (int,)
            if isinstance(value, bool) or not isinstance(value, wanted):
                raise TypeError(key)
        if min(figures.values()) < 0 or made.times < 1 or made.share_points > 1:
            raise ValueError("limits")
        if not 1 <= made.least_weeks <= made.weeks <= _MOST_WEEKS:
            raise ValueError("weeks")
        return made

    def as_mapping(self) -> dict[str, Any]:
        """Return the form that ``from_mapping`` reads."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class HourCount:
    """What one hour brought: mentions in all and negative ones."""

    mentions: int = 0
    negative: int = 0

    @property
    def share(self) -> float:
        """The negative part of the whole, 0 without mentions."""
        return self.negative / self.mentions if self.mentions else 0.0


@dataclass(frozen=True, slots=True)
class Burst:
    """A burst with its figures: what came, what is usual for the hour, and the line that was crossed.

    ``came``, ``usual`` and ``line`` are mentions for a volume and shares (0 to 1) for negative ones.
    """

    kind: BurstKind
    came: float
    usual: float
    line: float
    mentions: int
    negative: int
    weeks: int


def bursts(now: HourCount, history: Sequence[HourCount], limits: BurstLimits) -> tuple[Burst, ...]:
    """Compare an hour with the same hour of past weeks (the newest first); with few data there is no burst.

    A week without any mention at that hour counts as a quiet one, so long as ``least_weeks`` brought some.
    """
    past = list(history[: limits.weeks])
    if not limits.is_on or sum(each.mentions > 0 for each in past) < limits.least_weeks:
        return ()
    found = (_volume(now, past, limits), _negative(now, past, limits))
    return tuple(each for each in found if each is not None)


def _volume(now: HourCount, past: Sequence[HourCount], limits: BurstLimits) -> Burst | None:
    usual, spread = _middle([each.mentions for each in past])
    line = max(limits.times * usual, usual + limits.spreads * max(spread, usual**0.5), limits.least_mentions)
    if now.mentions < line or now.mentions <= usual:
        return None
    return _burst(BurstKind.VOLUME, now, past, came=float(now.mentions), usual=usual, line=line)


def _negative(now: HourCount, past: Sequence[HourCount], limits: BurstLimits) -> Burst | None:
    shares = [each.share for each in past if each.mentions]
    usual, spread = _middle(shares)
    line = min(usual + max(limits.share_points, limits.spreads * spread), 1.0)
    if now.negative < max(limits.least_negative, 1) or now.share < line or now.share <= usual:
        return None
    return _burst(BurstKind.NEGATIVE, now, past, came=now.share, usual=usual, line=line)


def _burst(
    kind: BurstKind, now: HourCount, past: Sequence[HourCount], *, came: float, usual: float, line: float
) -> Burst:
    return Burst(kind, came, usual, line, now.mentions, now.negative, len(past))


def _middle(values: Sequence[float]) -> tuple[float, float]:
    """Return the median and the robust spread around it: one wild week moves neither."""
    middle = float(median(values))
    return middle, _SPREAD * float(median(abs(value - middle) for value in values))
