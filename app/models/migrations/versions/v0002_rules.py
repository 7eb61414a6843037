"""The rules of the counter: record of changes, duties and breaches, crises and alerts, hours per channel and area."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from app.models.migrations import frozen

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create what is new."""
    frozen.run(op.get_bind(), Path(__file__))


def downgrade() -> None:
    """Take away what is new."""
    frozen.take_back(op.get_bind(), Path(__file__))
