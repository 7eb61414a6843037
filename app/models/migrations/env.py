"""What Alembic runs: every step on the connection it was given, in that connection's transaction."""

from __future__ import annotations

from typing import Any

from alembic import context
from sqlalchemy.schema import SchemaItem

from app.models.schema import Base
from app.models.schema.search import is_search_object


def is_ours(_item: SchemaItem, name: str | None, _kind: str, *_: Any) -> bool:  # noqa: ANN401 - Alembic's hook
    """Leave out of comparisons what is written by hand for each engine."""
    return name is None or not is_search_object(name)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_object=is_ours,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
