"""The tables of the first version, frozen word for word as each engine reads them."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from app.models.migrations import frozen

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create everything."""
    frozen.run(op.get_bind(), Path(__file__))


def downgrade() -> None:
    """Leave nothing, the last made first."""
    frozen.take_back(op.get_bind(), Path(__file__))
