"""Steps frozen as SQL, one file for each engine: nothing in the models may change what an old step makes."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import Connection

_TABLE = re.compile(r'CREATE (?:VIRTUAL )?TABLE "?(\w+)"?')
_COLUMN = re.compile(r'ALTER TABLE "?(\w+)"? ADD COLUMN "?(\w+)"?')
_INDEX = re.compile(r'CREATE (?:UNIQUE )?INDEX "?(\w+)"?')


def run(bind: Connection, step: Path) -> None:
    """Run the statements of a step; ``step`` is the Python file beside which its SQL lies."""
    for statement in _statements(bind, step):
        bind.exec_driver_sql(statement)


def take_back(bind: Connection, step: Path) -> None:
    """Take away what the step made, the last first: tables with their indexes, then single indexes and columns."""
    for statement in reversed(_statements(bind, step)):
        if table := _TABLE.match(statement):
            bind.exec_driver_sql(f'DROP TABLE "{table[1]}"')
        elif column := _COLUMN.match(statement):
            bind.exec_driver_sql(f'ALTER TABLE "{column[1]}" DROP COLUMN "{column[2]}"')
        elif index := _INDEX.match(statement):
            bind.exec_driver_sql(f'DROP INDEX IF EXISTS "{index[1]}"')


def _statements(bind: Connection, step: Path) -> list[str]:
    text = step.with_suffix(f".{bind.dialect.name}.sql").read_text(encoding="utf-8")
    return [statement.strip() for statement in text.split(";\n") if statement.strip()]
