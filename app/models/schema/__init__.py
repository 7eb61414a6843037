"""All tables; importing this package fills ``Base.metadata``."""

from app.models.schema import (
    cases,
    channels,
    classification,
    crisis,
    customers,
    history,
    intake,
    learning,
    mentions,
    people,
    planning,
    reading,
    rollups,
    rules,
    settings,
)
from app.models.schema.base import Base

__all__ = [
    "Base",
    "cases",
    "channels",
    "classification",
    "crisis",
    "customers",
    "history",
    "intake",
    "learning",
    "mentions",
    "people",
    "planning",
    "reading",
    "rollups",
    "rules",
    "settings",
]
