"""Where each entry of the timeline lies, known for all of them though only those near the view are built."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from app.models.domain.case_detail import EntryKind, TimelineEntry
from app.views.case.entry_card import OURS, card_kind

if TYPE_CHECKING:
    from app.views.support.theme import Theme

Key = tuple[EntryKind, int]
_SHARE: Final = 0.8
_LEAST_WIDTH: Final = 120


def key_of(entry: TimelineEntry) -> Key:
    """Return what names an entry among those of a case."""
    return entry.kind, entry.id


class Places:
    """Tops and heights in pixels; a height is estimated from the text until the entry has been built."""

    def __init__(self, *, theme: Theme) -> None:
        self._theme = theme
        self._heights: dict[Key, int] = {}
        self._measured: set[Key] = set()
        self._tops: dict[Key, int] = {}
        self._view_width = 0

    def arrange(self, entries: Sequence[TimelineEntry], view_width: int) -> int:
        """Place the entries one below the other; return the height of all."""
        if view_width != self._view_width:
            self._view_width = view_width
            self.forget()
        gap, top = self._theme.metrics.step(2.5), self._theme.metrics.step(3)
        self._tops = {}
        for entry in entries:
            self._tops[key_of(entry)] = top
            top += self.height(entry) + gap
        return top

    def forget(self, key: Key | None = None) -> None:
        """Estimate anew: one entry, or all of them."""
        if key is None:
            self._heights.clear()
            self._measured.clear()
        else:
            self._heights.pop(key, None)
            self._measured.discard(key)

    def correct(self, entry: TimelineEntry, height: int) -> bool:
        """Take the real height of an entry; tell whether it was not the expected one."""
        changed = self._heights.get(key_of(entry)) != height
        self._heights[key_of(entry)] = height
        self._measured.add(key_of(entry))
        return changed

    def is_measured(self, key: Key) -> bool:
        """Tell whether the real height is known at this width."""
        return key in self._measured

    def top(self, key: Key) -> int | None:
        """Return where an entry begins, None when it is not there."""
        return self._tops.get(key)

    def height(self, entry: TimelineEntry) -> int:
        """Return how high an entry is, as far as known."""
        key = key_of(entry)
        if key not in self._heights:
            self._heights[key] = self._estimate(entry)
        return self._heights[key]

    def width(self, entry: TimelineEntry) -> int:
        """Return how wide an entry is: messages leave a margin on the other's side."""
        whole = self._view_width - 2 * self._theme.metrics.step(4)
        is_side = entry.kind in {EntryKind.MENTION, *OURS}
        return max(_LEAST_WIDTH, int(whole * _SHARE) if is_side else whole)

    def left(self, entry: TimelineEntry) -> int:
        """Return where an entry begins across: ours at the right."""
        margin = self._theme.metrics.step(4)
        return self._view_width - margin - self.width(entry) if entry.kind in OURS else margin

    def near(self, entries: Sequence[TimelineEntry], top: int, height: int) -> list[TimelineEntry]:
        """Return the entries in the view and half a view around it."""
        first, last = top - height // 2, top + height + height // 2
        return [
            entry
            for entry in entries
            if self._tops[key_of(entry)] < last and self._tops[key_of(entry)] + self.height(entry) > first
        ]

    def _estimate(self, entry: TimelineEntry) -> int:
        metrics = self._theme.metrics
        if card_kind(entry) == "event":
            return metrics.px(24)
        letters = max(1, self.width(entry) // metrics.px(7))
        lines = sum(1 + len(line) // letters for line in entry.text.splitlines()) or 1
        return metrics.px(40) + lines * metrics.px(18)
