"""How many bytes each table takes with its indexes: what the size goals are measured with."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from sqlalchemy import Connection, text

from app.services.database import Database

_SHADOWS = ("_data", "_idx", "_docsize", "_config", "_content")  # tables in which FTS5 keeps what is ours to see
_INTERIOR = frozenset({2, 5})
_HEADER = 12
_FIRST_PAGE_OFFSET = 100
OTHER = "(overflow and free)"


def bytes_by_table(database: Database) -> list[tuple[str, int]]:
    """Return (table, bytes with its indexes), the largest first; empty for an encrypted file.

    The driver has no ``dbstat``, so the inner pages of each tree are read from the file itself. Pages that hold the
    rest of very long rows, and free ones, are given together as ``OTHER``.
    """
    with database.read() as connection:
        found = _postgres(connection) if database.dialect == "postgresql" else _sqlite(connection)
    return sorted(found.items(), key=lambda each: -each[1])


def _postgres(connection: Connection) -> dict[str, int]:
    statement = (
        "SELECT relname, pg_total_relation_size(oid) FROM pg_class"
        " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    return {name: int(size) for name, size in connection.execute(text(statement))}


def _sqlite(connection: Connection) -> dict[str, int]:
    path = next(row[2] for row in connection.exec_driver_sql("PRAGMA database_list") if row[1] == "main")
    size = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    roots = connection.exec_driver_sql("SELECT tbl_name, rootpage FROM sqlite_master WHERE rootpage > 0").all()
    found: dict[str, int] = {}
    with open(path, "rb") as file:  # noqa: PTH123 - the path comes from the engine
        if not file.read(16).startswith(b"SQLite format 3"):
            return {}
        for name, root in roots:
            owner = next((name.removesuffix(end) for end in _SHADOWS if name.endswith(end)), name)
            found[owner] = found.get(owner, 0) + size * _pages_of(file, root, size)
    found[OTHER] = size * pages - sum(found.values())
    return found


def _pages_of(file: BinaryIO, root: int, size: int) -> int:
    """Count the pages of a tree, reading only those above the leaves: all leaves lie equally deep."""
    level, count = [root], 0
    while level:
        count += len(level)
        below = list(_children(file, level[0], size))
        if not below:
            return count
        level = [child for page in level for child in _children(file, page, size)]
        if not list(_children(file, level[0], size)):
            return count + len(level)
    return count


def _children(file: BinaryIO, page: int, size: int) -> Iterator[int]:
    file.seek((page - 1) * size)
    content = file.read(size)
    start = _FIRST_PAGE_OFFSET if page == 1 else 0
    if len(content) < size or content[start] not in _INTERIOR:
        return
    (cells,) = struct.unpack_from(">H", content, start + 3)
    for (place,) in struct.iter_unpack(">H", content[start + _HEADER : start + _HEADER + 2 * cells]):
        yield struct.unpack_from(">I", content, place)[0]
    yield struct.unpack_from(">I", content, start + 8)[0]
