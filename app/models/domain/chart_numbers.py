"""The small sums of the charts: percentages, medians of a histogram, moods between -100 and 100."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.models.domain.case_counts import bucket_start

_HALF = 0.5


def percent(part: float, whole: float) -> float | None:
    """Return per cent; None of nothing."""
    return 100 * part / whole if whole else None


def mood(positive: int, negative: int, with_sentiment: int) -> float | None:
    """Return (positive - negative) of those with a sentiment, -100 to 100; None where none has one."""
    return percent(positive - negative, with_sentiment)


def median_minutes(buckets: Sequence[tuple[int, int]], share: float = _HALF) -> float | None:
    """Return the median (or another share) of a histogram of durations in minutes; None when empty.

    ``buckets`` are (log-spaced bucket, count) in order; it lies within 5 % of the true one.
    """
    wanted = sum(n for _bucket, n in buckets) * share
    passed = 0
    for bucket, n in buckets:
        if n > 0 and passed + n >= wanted:
            low, high = bucket_start(bucket), bucket_start(bucket + 1)
            return (low + (high - low) * (wanted - passed) / n) / 60
        passed += n
    return None


def middle(values: Iterable[float]) -> float | None:
    """Return the median of some values; None of none."""
    ordered = sorted(values)
    if not ordered:
        return None
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
