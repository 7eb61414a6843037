"""The tables of the first version."""

from __future__ import annotations

from alembic import op

from app.models.schema import Base
from app.models.schema.search import (
    POSTGRES_SEARCH,
    POSTGRES_SEARCH_TABLES,
    SQLITE_SEARCH,
    SQLITE_SEARCH_TABLES,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create everything."""
    bind = op.get_bind()
    Base.metadata.create_all(bind)
    for statement in POSTGRES_SEARCH if bind.dialect.name == "postgresql" else SQLITE_SEARCH:
        op.execute(statement)


def downgrade() -> None:
    """Leave nothing."""
    bind = op.get_bind()
    is_postgres = bind.dialect.name == "postgresql"
    for table in POSTGRES_SEARCH_TABLES if is_postgres else SQLITE_SEARCH_TABLES:
        op.execute(f"DROP TABLE {table}")
    Base.metadata.drop_all(bind)
