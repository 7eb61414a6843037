"""Reading the data: roll-ups of the charts, suggestions, reports, planning, and the search over our own work.

The new roll-ups and the new index start empty; ``rollups_stale`` tells the program to count them when it has opened
the file.
"""

from __future__ import annotations

import json
from pathlib import Path

import sqlalchemy as sa
from alembic import op

from app.models.migrations import frozen

revision = "0004"
down_revision = "0003"

_LAST_OLD_DRAFT = 3
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
    _forget_draft_files(bind)
    frozen.take_back(bind, Path(__file__))
    bind.exec_driver_sql("DELETE FROM business_setting WHERE key = 'rollups_stale'")


def _forget_draft_files(bind: sa.Connection) -> None:
    """Take away the drafts of a kind that no older program can read, and the files that only they name."""
    draft, content = (
        sa.table("draft", sa.column("kind"), sa.column("text")),
        sa.table("attachment_content", sa.column("sha256")),
    )
    stored = bind.execute(sa.select(draft.c.text).where(draft.c.kind > _LAST_OLD_DRAFT)).scalars()
    keys = [bytes.fromhex(each["key"]) for words in stored for each in json.loads(words) if "key" in each]
    bind.execute(sa.delete(content).where(content.c.sha256.in_(keys)))
    bind.execute(sa.delete(draft).where(draft.c.kind > _LAST_OLD_DRAFT))
