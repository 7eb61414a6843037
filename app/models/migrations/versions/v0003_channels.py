"""The channels: credentials, health and cost of accounts, what sources changed, parts of replies, automatic answers."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from app.models.migrations import frozen

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create what is new."""
    frozen.run(op.get_bind(), Path(__file__))


def downgrade() -> None:
    """Take away what is new."""
    frozen.take_back(op.get_bind(), Path(__file__))
