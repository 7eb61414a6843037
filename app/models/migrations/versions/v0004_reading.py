"""Reading the data: roll-ups of the charts, suggestions, reports, planning, and the search over our own work.

The new roll-ups and the new index start empty; ``rollups_stale`` tells the program to count them when it has opened
the file.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

from app.models.migrations import frozen

revision = "0004"
down_revision = "0003"

_MARK_STALE = (
    "INSERT INTO business_setting (key, value, version) SELECT 'rollups_stale', 'true', 1"
    ' WHERE EXISTS (SELECT 1 FROM mention) OR EXISTS (SELECT 1 FROM "case")'
)


def upgrade() -> None:
    """Create what is new."""
    bind = op.get_bind()
    frozen.run(bind, Path(__file__))
    # A new database has nothing to count: its zone is written when it is set up, after the steps have run.
    bind.exec_driver_sql(_MARK_STALE)


def downgrade() -> None:
    """Take away what is new."""
    bind = op.get_bind()
    bind.exec_driver_sql("DELETE FROM case_axis WHERE is_suggested")  # nobody said it, so nobody may seem to have
    bind.exec_driver_sql("DELETE FROM draft WHERE kind > 3")  # kinds that no older program can read
    frozen.take_back(bind, Path(__file__))
    bind.exec_driver_sql("DELETE FROM business_setting WHERE key = 'rollups_stale'")
