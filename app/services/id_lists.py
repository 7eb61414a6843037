"""Long lists of ids in statements, in the one form that both engines answer from an index (DATA 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import BigInteger, ColumnElement, Connection, LargeBinary, Text, any_, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute

T = TypeVar("T")
CHUNK = 500
_ARRAYS: dict[type, Any] = {int: ARRAY(BigInteger), str: ARRAY(Text), bytes: ARRAY(LargeBinary)}


def chunks(values: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Cut values into lists of at most ``size``."""
    part: list[T] = []
    for value in values:
        part.append(value)
        if len(part) == size:
            yield part
            part = []
    if part:
        yield part


def one_of(
    connection: Connection, column: InstrumentedAttribute[Any] | ColumnElement[Any], values: list[T]
) -> ColumnElement[bool]:
    """Return ``column is one of values``: ``= ANY(array)`` on PostgreSQL, ``IN`` of at most ``CHUNK`` on SQLite."""
    if connection.dialect.name == "postgresql" and values:
        return column == any_(bindparam(None, values, type_=_ARRAYS[type(values[0])], unique=True))
    if len(values) > CHUNK:
        raise ValueError("cut the list with chunks first")
    return column.in_(values)
