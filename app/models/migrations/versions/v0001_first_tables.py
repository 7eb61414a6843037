"""The tables of the first version, frozen word for word as each engine reads them.

Later steps use ``op`` functions; this one is two files of SQL, for nothing in the models may change what it makes.
"""

from __future__ import annotations

import re
from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None

_TABLE = re.compile(r'CREATE (?:VIRTUAL )?TABLE "?(\w+)"?')


def upgrade() -> None:
    """Create everything."""
    bind = op.get_bind()
    for statement in _statements(bind.dialect.name):
        bind.exec_driver_sql(statement)


def downgrade() -> None:
    """Leave nothing, the last made first."""
    bind = op.get_bind()
    tables = [found[1] for found in map(_TABLE.match, _statements(bind.dialect.name)) if found]
    for table in reversed(tables):
        bind.exec_driver_sql(f'DROP TABLE "{table}"')


def _statements(dialect: str) -> list[str]:
    text = Path(__file__).with_name(f"v0001_first_tables.{dialect}.sql").read_text(encoding="utf-8")
    return [statement.strip() for statement in text.split(";\n") if statement.strip()]
