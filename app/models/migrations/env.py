"""What Alembic runs: every step on the connection it was given, in that connection's transaction."""

from __future__ import annotations

from typing import Any

from alembic import context
from sqlalchemy.schema import SchemaItem

from app.models.schema import Base
from app.models.schema.search import POSTGRES_SEARCH_TABLES, SQLITE_SEARCH_TABLES

_OWN_FORM = (*SQLITE_SEARCH_TABLES, *POSTGRES_SEARCH_TABLES)


def _is_ours(_item: SchemaItem, name: str | None, type_: str, _reflected: bool, _compare_to: Any) -> bool:  # noqa: ANN401, FBT001 - Alembic's hook
    # Search objects are written by hand for each engine; FTS5 keeps its data in tables of its own.
    return not (type_ == "table" and name is not None and name.startswith(_OWN_FORM))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_object=_is_ours,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
