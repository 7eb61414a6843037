"""One condition of a filter in words, and the filter without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.models.domain.inbox import InboxFilter


@dataclass(frozen=True, slots=True)
class Condition:
    """One active condition: how it reads, and what remains when it is taken away."""

    text: str
    without: InboxFilter
