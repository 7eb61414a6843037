"""What would come if: a campaign, one more channel, growth; laid over a forecast without touching it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.models.domain.forecast import Outlook, Point

MOST_CAMPAIGNS = 20
PERCENT = (-95.0, 1_000.0)
"""How much a campaign may change a day, in per cent."""
MONTHLY_PERCENT = (-50.0, 100.0)
_MONTH_DAYS = 30.4


class WhatIfError(ValueError):
    """A wish that makes no sense: ``code`` and the limits, where it has some."""

    def __init__(self, code: str, low: float = 0.0, high: float = 0.0) -> None:
        super().__init__(code)
        self.code, self.low, self.high = code, low, high


@dataclass(frozen=True, slots=True)
class Campaign:
    """Days, both inclusive, on which so many per cent more comes (negative: less)."""

    since: date
    until: date
    percent: float


@dataclass(frozen=True, slots=True)
class NewChannel:
    """A channel more from a day on: ``like_id`` is the channel it resembles, ``percent`` how much of its volume."""

    like_id: int
    percent: float
    since: date


@dataclass(frozen=True, slots=True)
class ChannelVolume:
    """A channel's mentions of the last weeks, which a new channel can resemble: all, and those in a case."""

    id: int
    key: str
    name: str
    received: int
    in_case: int


@dataclass(frozen=True, slots=True)
class WhatIf:
    """All wishes together; ``monthly_percent`` = growth a month on top of the trend, from the first day forecast on."""

    campaigns: tuple[Campaign, ...] = ()
    channel: NewChannel | None = None
    monthly_percent: float = 0.0


def checked(wanted: WhatIf) -> WhatIf:
    """Return the wishes when they make sense.

    Raises:
        WhatIfError: ``forecast_campaign_dates``, ``forecast_campaign_percent``, ``forecast_campaigns_many``,
            ``forecast_channel_percent``, ``forecast_growth_percent`` (with their limits).
    """
    if len(wanted.campaigns) > MOST_CAMPAIGNS:
        raise WhatIfError("forecast_campaigns_many", high=MOST_CAMPAIGNS)
    for each in wanted.campaigns:
        if each.until < each.since:
            raise WhatIfError("forecast_campaign_dates")
        if not PERCENT[0] <= each.percent <= PERCENT[1]:
            raise WhatIfError("forecast_campaign_percent", *PERCENT)
    if wanted.channel is not None and not 0 < wanted.channel.percent <= PERCENT[1]:
        raise WhatIfError("forecast_channel_percent", 1, PERCENT[1])
    if not MONTHLY_PERCENT[0] <= wanted.monthly_percent <= MONTHLY_PERCENT[1]:
        raise WhatIfError("forecast_growth_percent", *MONTHLY_PERCENT)
    return wanted


def factor_of(day: date, first: date, wanted: WhatIf, share: float) -> float:
    """Return what the wishes make of a day's volume; ``share`` = the part of it that the resembled channel has."""
    factor: float = (1 + wanted.monthly_percent / 100) ** (((day - first).days + 1) / _MONTH_DAYS)
    for each in wanted.campaigns:
        if each.since <= day <= each.until:
            factor *= 1 + each.percent / 100
    if wanted.channel is not None and day >= wanted.channel.since:
        factor *= 1 + share * wanted.channel.percent / 100
    return factor


def applied(outlook: Outlook, wanted: WhatIf, share: float = 0.0) -> Outlook:
    """Return a forecast of days or hours with the wishes laid over it; the test remains that of the forecast."""
    first = outlook.points[0].start
    points = tuple(scaled(point, factor_of(point.start, first, wanted, share)) for point in outlook.points)
    return replace(outlook, points=points)


def applied_to_months(
    outlook: Outlook, wanted: WhatIf, first: date, share: float = 0.0, so_far: float = 0.0
) -> Outlook:
    """Return a forecast of months with the wishes laid over it: each month changes as its days from ``first`` on do.

    ``so_far`` = what the first month has already, which no wish changes.
    """
    points = []
    for number, point in enumerate(outlook.points):
        after = (point.start + timedelta(days=32)).replace(day=1)
        day = max(point.start, first)
        days = [day + timedelta(days=each) for each in range((after - day).days)]
        factor = sum(factor_of(each, first, wanted, share) for each in days) / len(days)
        points.append(scaled(point, factor, so_far if number == 0 else 0.0))
    return replace(outlook, points=tuple(points))


def outside(wanted: WhatIf, first: date, last: date) -> tuple[Campaign, ...]:
    """Return the campaigns none of whose days is between the first and the last day shown."""
    return tuple(each for each in wanted.campaigns if each.until < first or each.since > last)


def scaled(point: Point, factor: float, so_far: float = 0.0) -> Point:
    """Return a point with all that is still to come of it multiplied: value and bounds without ``so_far``."""
    bounds = (point.value, point.low80, point.high80, point.low95, point.high95)
    value, low80, high80, low95, high95 = (so_far + (each - so_far) * factor for each in bounds)
    return replace(point, value=value, low80=low80, high80=high80, low95=low95, high95=high95)
