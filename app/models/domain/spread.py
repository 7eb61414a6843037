"""When a grave case is spreading: growth since the last look, judged by a rule that knows small numbers from large."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

WINDOW = timedelta(hours=6)
"""A mark older than this is renewed: growth counts within it."""


@dataclass(frozen=True, slots=True)
class SpreadCount:
    """How far a case has spread: shares and replies of its mentions, cases of others on the same subject since."""

    shares: int = 0
    replies: int = 0
    others: int = 0


@dataclass(frozen=True, slots=True)
class SpreadRule:
    """Growth alarms when it reaches both the least number and the share of what was there before.

    Reactions are shares and replies together; ours, since the guide asks to watch and names no figure.
    """

    least_reactions: int = 20
    least_others: int = 3
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class SpreadGrowth:
    """What grew since the mark, in whole numbers."""

    shares: int
    replies: int
    others: int


def spread_alarm(before: SpreadCount, now: SpreadCount, rule: SpreadRule | None = None) -> SpreadGrowth | None:
    """Return the growth when it is alarming, None otherwise. Figures that fell (a post was deleted) count as still."""
    used = rule or SpreadRule()
    growth = SpreadGrowth(
        max(0, now.shares - before.shares), max(0, now.replies - before.replies), max(0, now.others - before.others)
    )
    reacted = _alarms(before.shares + before.replies, growth.shares + growth.replies, used.least_reactions, used.share)
    joined = _alarms(before.others, growth.others, used.least_others, used.share)
    return growth if reacted or joined else None


def is_mark_old(looked_at: datetime, now: datetime) -> bool:
    """Tell whether the mark is to be renewed; one from the future (a clock set back) is."""
    return not looked_at <= now < looked_at + WINDOW


def _alarms(before: int, growth: int, least: int, share: float) -> bool:
    return growth >= least and growth >= before * share
