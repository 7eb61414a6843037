"""What can be done to a message at its source besides answering it, and what takes it back."""

from __future__ import annotations

from enum import StrEnum

from app.models.domain.channel_kind import Ability


class SourceAct(StrEnum):
    """An act at the source, as an adapter gets it; each pair takes itself back."""

    HIDE = "hide"
    UNHIDE = "unhide"
    LIKE = "like"
    UNLIKE = "unlike"

    @property
    def opposite(self) -> SourceAct:
        """What takes it back."""
        return _OPPOSITES[self]

    @property
    def ability(self) -> Ability:
        """What the network must be able to do."""
        return Ability.HIDE if self in {SourceAct.HIDE, SourceAct.UNHIDE} else Ability.LIKE


_OPPOSITES = {
    SourceAct.HIDE: SourceAct.UNHIDE,
    SourceAct.UNHIDE: SourceAct.HIDE,
    SourceAct.LIKE: SourceAct.UNLIKE,
    SourceAct.UNLIKE: SourceAct.LIKE,
}
