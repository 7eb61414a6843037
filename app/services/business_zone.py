"""Knows the business's time zone, because every day, month and weekday that is counted is one of its own."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from app.models.schema.settings import BusinessSetting

ZONE_SETTING = "zone"
COUNTED_ZONE_SETTING = "rollups_zone"
"""In which zone the roll-ups are counted: another one than the business's has to be counted anew."""
DEFAULT_ZONE = "America/Sao_Paulo"
# Built once: building a statement takes longer than running it.
_ZONE = select(BusinessSetting.value).where(BusinessSetting.key == ZONE_SETTING)


def business_zone(connection: Connection) -> ZoneInfo:
    """Return the business's time zone, in which days, months and weekdays are counted."""
    name = connection.execute(_ZONE).scalar_one_or_none()
    return ZoneInfo(name if isinstance(name, str) else DEFAULT_ZONE)
