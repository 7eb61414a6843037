"""Makes the table of networks, for the help and for the documentation, from what the adapters themselves say."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.models.domain.channel_kind import Ability, AbilityNote, ChannelKind, Grade
from app.views.support.channel_texts import ability_text
from app.views.support.network_texts import network_text, reason_text

ROOT = Path(__file__).resolve().parents[2]
COMMAND = "python -m tests.networks_table"
_DOCS_HEAD = f"""# What each network permits

Made by `{COMMAND}` from the adapters' own `ChannelKind`; a test compares. The words are those of the screen.

| network | works | partly or not, and why |
| --- | --- | --- |
"""
_RULE = "| --- | --- | --- |\n"
HELP = ROOT / "resources" / "help" / "48_networks.md"
DOCS = ROOT / "docs" / "CHANNELS.md"


def help_page(text: str, kinds: Iterable[ChannelKind]) -> str:
    """Return the page of the help with its one table made anew; what stands around it stays."""
    before, _, rest = text.partition(_RULE)
    after = "".join(line for line in rest.splitlines(keepends=True) if not line.startswith("|"))
    return before + _RULE + "".join(_line(kind) for kind in kinds) + after


def docs_table(kinds: Iterable[ChannelKind]) -> str:
    """Return the table of the documentation."""
    return _DOCS_HEAD + "".join(_line(kind) for kind in kinds)


def _line(kind: ChannelKind) -> str:
    notes = {note.ability: note for note in kind.abilities}
    works = [ability_text(each).lower() for each in Ability if notes[each].grade is Grade.YES]
    return f"| {network_text(kind.key)} | {', '.join(works).capitalize()} | {_missing(notes)} |\n"


def _missing(notes: dict[Ability, AbilityNote]) -> str:
    told: dict[tuple[Grade, str], list[str]] = {}
    for ability in Ability:
        note = notes[ability]
        if note.grade is not Grade.YES:
            told.setdefault((note.grade, reason_text(note.reason)), []).append(ability_text(ability).lower())
    words = {Grade.PARTLY: "em parte", Grade.NO: "não"}
    parts = [f"{', '.join(names)} ({words[grade]}): {why}" for (grade, why), names in told.items()]
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]
