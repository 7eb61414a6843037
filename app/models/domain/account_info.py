"""Read models of the company's accounts on the networks, as the settings page and the status line show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.models.domain.channel_health import Health


@dataclass(frozen=True, slots=True)
class CostToday:
    """What an account has asked of its network: questions, millionths of a dollar, items; today and in 30 days.

    Days are days in UTC, as the networks count them.
    """

    calls_today: int = 0
    items_today: int = 0
    cost_today: int = 0
    calls_month: int = 0
    items_month: int = 0
    cost_month: int = 0


@dataclass(frozen=True, slots=True)
class AccountCard:
    """One account of the company on a network; ``options`` hold no secrets, ``has_secret`` tells whether any are kept.

    ``holder`` is the name of the workstation that reads it now, "" when none does.
    """

    id: int
    channel_key: str
    channel_name: str
    name: str
    is_connected: bool
    is_listen_only: bool
    is_paused: bool
    is_retired: bool
    has_secret: bool
    version: int
    health: Health
    options: Mapping[str, Any] = field(default_factory=dict)
    cost: CostToday = field(default_factory=CostToday)
    holder: str = ""


@dataclass(frozen=True, slots=True)
class ReconciliationLine:
    """One day of one stream: how many the source counts, how many the ledger accounts for."""

    stream: str
    day: str
    at_source: int
    accounted: int
    checked_at: datetime
