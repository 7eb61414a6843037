"""The customer beside a case: who it is, and what else is or was open."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, func, select

from app.models.domain.case_detail import CustomerSummary
from app.models.domain.inbox import CaseBrief
from app.models.domain.vocabulary import OPEN_STATES
from app.models.queries.customers import has_link_suggestions
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Case
from app.models.schema.channels import Channel
from app.models.schema.customers import Customer, Handle
from app.models.schema.mentions import Mention
from app.models.schema.people import Person

_OTHER_CASES = 30
_RECENT_CASES = 10
_MOST_MENTIONS = 1_000
_MOST_HANDLES = 100


# Built once: every case screen asks for it, and building costs more than asking.
_CASE_COUNT = select(func.count()).select_from(Case).where(Case.customer_id == Customer.id).scalar_subquery()
_CUSTOMER = select(*Customer.__table__.c, _CASE_COUNT.label("case_count")).where(
    Customer.id == bindparam("customer_id")
)
_HANDLES = (
    select(Handle.id, Handle.display_name, Channel.short_name)
    .join(Channel, Channel.id == Handle.channel_id)
    .where(Handle.customer_id == bindparam("customer_id"))
    .order_by(Handle.id)
)
_CASES = (
    select(
        Case.id,
        Case.protocol,
        Case.title,
        Case.state,
        Case.opened_at,
        Case.closed_at,
        Case.satisfaction,
        Person.name.label("owner_name"),
        Channel.key.label("channel_key"),
        Channel.name.label("channel_name"),
    )
    .join(Channel, Channel.id == Case.channel_id)
    .outerjoin(Person, Person.id == Case.owner_id)
    .where(Case.customer_id == bindparam("customer_id"), Case.id != bindparam("but"))
    .order_by(Case.id.desc())
    .limit(bindparam("size"))
)
_EARLIER_CASES = _CASES.where(Case.id < bindparam("before"))
_MENTION_COUNT = select(func.count()).select_from(
    select(Mention.id)
    .where(Mention.handle_id.in_(bindparam("handles", expanding=True)))
    .limit(_MOST_MENTIONS)
    .subquery()
)


def customer_summary(connection: Connection, row: AnyRow) -> CustomerSummary:
    """Return the customer as the case screen shows it, with the other cases beside the present one."""
    customer = connection.execute(_CUSTOMER, {"customer_id": row.customer_id}).one()
    handles = connection.execute(_HANDLES, {"customer_id": customer.id}).all()
    cases = cases_of(connection, customer.id, but=row.id)
    scores = [each.satisfaction for each in cases if each.satisfaction is not None]
    if row.satisfaction is not None:
        scores.insert(0, row.satisfaction)
    briefs = [brief_of(each) for each in cases]
    return CustomerSummary(
        id=customer.id,
        name=customer.name,
        handles=tuple(f"{each.short_name} {each.display_name}" for each in handles),
        since=customer.created_at,
        case_count=customer.case_count,
        mention_count=count_mentions(connection, [each.id for each in handles]),
        is_vip=customer.is_vip,
        email=customer.email,
        phone=customer.phone,
        document=customer.document,
        place=customer.place,
        last_satisfaction=scores[0] if scores else None,
        notes=customer.notes,
        other_open=tuple(each for each in briefs if each.state in OPEN_STATES),
        recent=tuple(each for each in briefs if each.state not in OPEN_STATES)[:_RECENT_CASES],
        has_link_suggestions=has_link_suggestions(connection, customer),
        version=customer.version,
    )


def cases_of(
    connection: Connection, customer_id: int, *, but: int = 0, before: int | None = None, limit: int = _OTHER_CASES
) -> list[AnyRow]:
    """Return the newest cases of a customer (before an id), with what ``brief_of`` and the card need."""
    values = {"customer_id": customer_id, "but": but, "size": limit}
    if before is None:
        return list(connection.execute(_CASES, values))
    return list(connection.execute(_EARLIER_CASES, {**values, "before": before}))


def brief_of(row: AnyRow) -> CaseBrief:
    """Return a case in one line."""
    return CaseBrief(
        row.id, row.protocol, row.title, row.state, row.opened_at, row.closed_at, row.owner_name, row.channel_key
    )


def count_mentions(connection: Connection, handle_ids: list[int]) -> int:
    """Return how many mentions some handles wrote, counted up to 1,000: more is only "1.000+" on the screen."""
    if not handle_ids:
        return 0
    return int(connection.execute(_MENTION_COUNT, {"handles": handle_ids[:_MOST_HANDLES]}).scalar_one())
