"""What the start form asks: who works here and where the data lies."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StartChoice:
    """A filled start form; ``database`` is a path or an address without password, kept in the settings."""

    person_name: str
    database: str
    password: str = ""
    is_read_only: bool = False
