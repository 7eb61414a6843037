"""Counts what the steps of the plan tell beside their charts: small tables, each read whole."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, exists, func, select

from app.models.domain.plan import Fact
from app.models.schema.channels import ChannelAccount
from app.models.schema.classification import Axis, Node
from app.models.schema.people import Area, AreaMember, Person


def plan_counts(connection: Connection) -> dict[Fact, int]:
    """Return the counts of the team, its areas, its trees and its accounts, without what is retired."""
    attended = exists(select(AreaMember.area_id).where(AreaMember.area_id == Area.id))
    in_use = ChannelAccount.retired_at.is_(None)
    wanted: dict[Fact, Any] = {
        Fact.AREAS: select(func.count()).select_from(Area).where(Area.is_active),
        Fact.AREAS_UNATTENDED: select(func.count()).select_from(Area).where(Area.is_active, ~attended),
        Fact.AXES: select(func.count()).select_from(Axis).where(Axis.is_active),
        Fact.NODES: select(func.count())
        .select_from(Node)
        .where(Node.retired_at.is_(None), Node.merged_into_id.is_(None)),
        Fact.ACCOUNTS: select(func.count()).select_from(ChannelAccount).where(in_use),
        Fact.ACCOUNTS_LISTENING: select(func.count())
        .select_from(ChannelAccount)
        .where(in_use, ChannelAccount.is_listen_only),
        Fact.PEOPLE: select(func.count()).select_from(Person).where(Person.is_active),
    }
    row = connection.execute(select(*(each.scalar_subquery() for each in wanted.values()))).one()
    return {fact: int(n) for fact, n in zip(wanted, row, strict=True)}
