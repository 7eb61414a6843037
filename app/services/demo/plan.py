"""What the generator is told and what it hands over; plain values that pass between processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Rows = dict[str, list[tuple[Any, ...]]]
Counts = dict[str, dict[tuple[Any, ...], int]]
Tally = dict[tuple[str, tuple[Any, ...]], int]
"""What is counted so far, by (roll-up, key)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that decides the data; equal plans give equal data.

    ``until`` is the hour since 1970 before which it all happened. ``channels`` are (id, key, is private);
    ``nodes`` the node ids by "axis/key"; ``subjects`` the ids of subject leaves; ``axes`` the axis ids by key;
    ``accounts`` our own (channel id, account id).
    """

    mentions: int
    seed: int
    until: int
    zone: str
    channels: tuple[tuple[int, str, bool], ...]
    axes: dict[str, int]
    nodes: dict[str, int]
    subjects: tuple[int, ...]
    personas: tuple[int, ...]
    profiles: tuple[int, ...]
    areas: tuple[int, ...]
    team: tuple[int, ...]
    document_key: str
    history_seq: int
    head_hash: bytes
    matrix: dict[str, Any]
    texts: dict[str, Any]
    accounts: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Chunk:
    """Rows to store, by table; ``counts`` hold roll-ups that are complete so far and can be stored with it."""

    rows: Rows = field(default_factory=dict)
    counts: Counts = field(default_factory=dict)
    mentions: int = 0

    def add(self, table: str, row: tuple[Any, ...]) -> None:
        """Add a row of a table."""
        self.rows.setdefault(table, []).append(row)

    def take(self, counts: Tally) -> None:
        """Take over what was counted, so that it is stored with this chunk and forgotten."""
        for (table, key), n in counts.items():
            mine = self.counts.setdefault(table, {})
            mine[key] = mine.get(key, 0) + n
        counts.clear()


def add_count(counts: Tally, table: str, key: tuple[Any, ...], n: int = 1) -> None:
    """Count ``n`` more under a key of a roll-up."""
    counts[table, key] = counts.get((table, key), 0) + n


@dataclass(frozen=True, slots=True)
class End:
    """Where the counters stand after the last chunk."""

    history_seq: int
    head_hash: bytes
    protocol_day: str | None
    protocol_number: int
