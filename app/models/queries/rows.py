"""The type of a row whose columns the reader knows by name, in one place since its spelling is SQLAlchemy's own."""

from __future__ import annotations

from typing import Any, TypeAlias

from sqlalchemy import Row

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
