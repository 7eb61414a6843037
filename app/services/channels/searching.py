"""How several terms are looked for on one stream: one after the other, each with a walk of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from app.services.channels.shapes import dig, text_at
from app.services.channels.walking import Steps, Walk


class Search:
    """Whose turn it is among the sources of a search; a source that is not asked for any more is forgotten."""

    def __init__(
        self, state: Mapping[str, Any], sources: Sequence[str], *, first: datetime, lookback: timedelta
    ) -> None:
        walks = dig(state, "walks")
        self._walks = {each: dig(walks, each) or {} for each in sources}
        self._sources = tuple(self._walks)
        self._first = first
        self._lookback = lookback
        turn = text_at(state, "turn")
        self.source = turn if turn in self._walks else next(iter(self._walks), "")
        """What is asked now, "" when there is nothing to look for."""

    @property
    def state(self) -> dict[str, Any]:
        """Return the state as it is stored."""
        return {"walks": self._walks, "turn": self.source}

    def walk(self) -> Walk:
        """Return the walk of the source whose turn it is."""
        return Walk(self._walks[self.source], first=self._first, lookback=self._lookback)

    def after(self, steps: Steps[Any]) -> tuple[dict[str, Any], bool]:
        """Return the state after a page, and whether something is left to ask in this round."""
        self._walks[self.source] = steps.state
        if steps.has_more:
            return self.state, True
        following = self._sources.index(self.source) + 1
        is_over = following == len(self._sources)
        self.source = self._sources[0 if is_over else following]
        return self.state, not is_over
