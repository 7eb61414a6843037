"""What the route rules look at in one case, each fact by an index and only where a rule asks for it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, select

from app.models.domain.case_detail import RouteInfo
from app.models.domain.case_flow import Act
from app.models.domain.routing import PastCase, RouteFacts, RouteProposal, Routes, route_for, routes_from
from app.models.domain.vocabulary import CaseKind, CaseState
from app.models.queries.case_facts import last_touch
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Case
from app.models.schema.channels import Channel
from app.models.schema.customers import Handle
from app.models.schema.history import History, HistoryBody
from app.models.schema.mentions import Mention
from app.models.schema.people import Area
from app.models.schema.settings import BusinessSetting

ROUTES_SETTING = "routes"
_ROUTED_STATES = frozenset({CaseState.NEW, CaseState.IN_SERVICE, CaseState.REOPENED, CaseState.WAITING_CUSTOMER})
_UNCOUNTED = (CaseState.VOIDED, CaseState.MERGED)
_MOST_PAST = 200
_UNDONE = "undo"
_HANDED_OVER = frozenset({Act.FORWARD_TO_AREA.value, Act.DISPUTE_TO_OMBUDSMAN.value})
# Built once: every case screen asks for them, and building costs more than asking.
_AREAS = select(Area.key, Area.id, Area.name).where(Area.is_active)
_REACH = (
    select(Handle.reach)
    .join(Mention, Mention.handle_id == Handle.id)
    .where(Mention.case_id == bindparam("case_id"))
    .order_by(Mention.id.desc())
    .limit(1)
)
_PAST = (
    select(Case.opened_at, Case.kind, Case.state)
    .where(Case.customer_id == bindparam("customer_id"))
    .order_by(Case.id.desc())
    .limit(_MOST_PAST)
)


def stored_routes(connection: Connection) -> Routes:
    """Return the team's rules; none where the setting is missing or cannot be read."""
    statement = select(BusinessSetting.value).where(BusinessSetting.key == ROUTES_SETTING)
    return readable_routes(connection.execute(statement).scalar_one_or_none())


def readable_routes(value: object) -> Routes:
    """Return the rules of a setting's value; none where it is missing or cannot be read."""
    try:
        return routes_from(value)
    except (KeyError, TypeError, ValueError):
        return Routes()


def case_route(
    connection: Connection, row: AnyRow, keys: Mapping[str, Iterable[str]], now: datetime, routes: Routes
) -> RouteInfo | None:
    """Return the area that a case should go to at once; None for one that was already forwarded or is answered.

    ``row`` has the columns of the case; ``keys`` = by axis key the keys of nodes carried and of all above them.
    """
    if row.state not in _ROUTED_STATES or row.was_forwarded or row.solution:
        return None
    if not routes.rules:
        return None
    areas = {area.key: area for area in connection.execute(_AREAS)}
    found = _proposal(connection, row, keys, now, routes, areas=areas)
    if found is None or found.area_key not in areas:
        return None
    area = areas[found.area_key]
    causes = tuple(cause.value for cause in found.causes)
    return RouteInfo(area.id, area.name, found.rule_key, found.rule_name, found.reason, causes, found.is_automatic)


def is_left_to_people(connection: Connection, case_id: int) -> bool:
    """Tell whether somebody has just taken an act on a case back, or ever a handing over: then no rule acts on it."""
    if last_touch(connection, case_id).verb == _UNDONE:
        return True
    undone = (
        select(HistoryBody.body)
        .join(History, History.seq == HistoryBody.seq)
        .where(History.case_id == case_id, History.verb == _UNDONE)
    )
    return any(json.loads(body).get("of") in _HANDED_OVER for body in connection.execute(undone).scalars())


def _proposal(
    connection: Connection,
    row: AnyRow,
    keys: Mapping[str, Iterable[str]],
    now: datetime,
    routes: Routes,
    *,
    areas: Iterable[str],
) -> RouteProposal | None:
    """Return what the rules say of a case."""
    since = now - routes.longest_repeat
    facts = RouteFacts(
        is_vip=row.is_vip,
        crisis_level=row.crisis_level,
        channel_key=_channel_key(connection, row),
        nodes=frozenset(f"{axis}/{key}" for axis, found in keys.items() for key in found),
        reach=None if routes.critical_reach is None else _reach(connection, row.id),
        past=() if since >= now else _past(connection, row.customer_id, since, now),
    )
    return route_for(facts, routes, areas=areas)


def _channel_key(connection: Connection, row: AnyRow) -> str:
    known = row._mapping.get("channel_key")  # noqa: SLF001 - the public way to a row's names
    if known is None:
        known = connection.execute(select(Channel.key).where(Channel.id == row.channel_id)).scalar_one()
    return str(known)


def _reach(connection: Connection, case_id: int) -> int | None:
    return connection.execute(_REACH, {"case_id": case_id}).scalar_one_or_none()


def _past(connection: Connection, customer_id: int, since: datetime, now: datetime) -> tuple[PastCase, ...]:
    rows = connection.execute(_PAST, {"customer_id": customer_id})
    return tuple(
        PastCase(max(now - row.opened_at, timedelta(0)), row.kind is CaseKind.COMPLAINT)
        for row in rows
        if row.opened_at >= since and row.state not in _UNCOUNTED
    )
