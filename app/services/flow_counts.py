"""Tells in one call how many stand at each step of the service flow, and how many went through it today."""

from __future__ import annotations

from app.models.domain.case_counts import day_number
from app.models.domain.flow_picture import FlowCounts
from app.models.domain.people import Actor, Right
from app.models.domain.zone_days import midnight
from app.models.queries.flow_counts import flow_counts
from app.services.database import Database
from app.services.mention_book import business_zone
from app.services.rights import require


class FlowCountsService:
    """Reads the figures of the flow picture."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def counts(self, actor: Actor) -> FlowCounts:
        """Return the figures of now and of the business's today."""
        require(actor, Right.READ)
        now = self._database.clock.now()
        with self._database.read() as connection:
            zone = business_zone(connection)
            today = now.astimezone(zone).date()
            return flow_counts(connection, day=day_number(now, zone), today=today, midnight=midnight(today, zone))
