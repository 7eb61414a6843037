"""The names in the data that a key of the search box can be completed with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from app.models.domain.search_query import FilterKey
from app.models.domain.vocabulary import AxisKey
from app.models.domain.words import search_text
from app.models.queries.search import customers_by_name, people_named
from app.models.schema.channels import Channel
from app.models.schema.classification import Axis, Node
from app.models.schema.customers import Customer, Handle
from app.models.schema.people import Area, Person

_AXES = {FilterKey.SUBJECT: AxisKey.SUBJECT, FilterKey.NATURE: AxisKey.NATURE}
_LISTS: dict[FilterKey, Any] = {
    FilterKey.CHANNEL: select(Channel.name).where(Channel.is_active).order_by(Channel.position, Channel.id),
    FilterKey.AREA: select(Area.name).where(Area.is_active).order_by(Area.position, Area.id),
    FilterKey.OWNER: select(Person.name).where(Person.is_active).order_by(Person.folded_name),
}


def names_for(connection: Connection, key: FilterKey, begun: str, limit: int) -> list[str]:
    """Return names for a key that begin so (folded), at the start of any of their words; the whole beginning first."""
    if key is FilterKey.CUSTOMER:
        return _customers(connection, begun, limit)
    if key is FilterKey.AUTHOR:
        return _authors(connection, begun, limit)
    statement = _LISTS.get(key)
    if key in _AXES:
        statement = select(Node.name).join(Axis, Axis.id == Node.axis_id)
        statement = statement.where(Axis.key == _AXES[key].value, Node.merged_into_id.is_(None)).order_by(Node.id)
    return [] if statement is None else beginning(connection.execute(statement).scalars(), begun)[:limit]


def beginning(names: Iterable[str], begun: str) -> list[str]:
    """Return the names that begin so, then those with a later word that does."""
    folded = {name: search_text(name) for name in names}
    first = [name for name, text in folded.items() if text.startswith(begun)]
    return first + [name for name, text in folded.items() if f" {begun}" in text and name not in first]


def _customers(connection: Connection, begun: str, limit: int) -> list[str]:
    ids = customers_by_name(connection, begun, limit)
    rows = connection.execute(select(Customer.id, Customer.name).where(Customer.id.in_(ids)))
    names = {row.id: row.name for row in rows}
    return list(dict.fromkeys(names[each] for each in ids if each in names))


def _authors(connection: Connection, begun: str, limit: int) -> list[str]:
    ids = people_named(connection, begun, by_handle=True)[0][:limit]
    rows = connection.execute(select(Handle.id, Handle.display_name).where(Handle.id.in_(ids)))
    names = {row.id: row.display_name for row in rows}
    return list(dict.fromkeys(names[each] for each in ids if each in names))
