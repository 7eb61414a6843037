"""Reads the Portuguese word lists that ship with the program, once, for whoever reads a text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from app.models.domain.text_lexicon import Lexicon, Theme

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@cache
def lexicon() -> Lexicon:
    """Return the shipped word lists with the first day's themes, compiled at the first call."""
    return lexicon_from(RESOURCES)


def lexicon_of(situations: object) -> Lexicon:
    """Return the shipped word lists with the themes of a team's setting ``situations``; compiled once for each."""
    themes = situations.get("themes") if isinstance(situations, Mapping) else None
    return lexicon() if themes is None else _with_themes(json.dumps(themes, sort_keys=True))


@lru_cache(maxsize=4)
def _with_themes(themes: str) -> Lexicon:
    return lexicon().with_themes(Theme.many({"themes": json.loads(themes)}))


def lexicon_from(resources: Path) -> Lexicon:
    """Compile the word lists of a resources folder: ``lexicons/*.json`` and the themes of ``seeds/situations.json``.

    Raises OSError or ValueError when the installation is incomplete.
    """
    data: dict[str, Any] = {}
    for path in sorted((resources / "lexicons").glob("*.json")):
        data |= json.loads(path.read_text(encoding="utf-8"))
    data["themes"] = json.loads((resources / "seeds" / "situations.json").read_text(encoding="utf-8")).get("themes", [])
    return Lexicon.from_mapping(data)
