"""Reads mentions written for the purpose with the first day's rules, and tells where the proposals hit and miss."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.models.domain.action import ActionTable, BrandVoice, recommended_action
from app.models.domain.crisis import CrisisMatrix, crisis_level
from app.services.proposing import text_proposal

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parents[1] / "resources" / "seeds"
DOC = HERE.parents[1] / "docs" / "RULES_HITS.md"
COLUMNS = ("situation", "action", "tone", "level")
SETS = {"tuned": "Seen while the word lists were written", "held_out": "Written last, never tuned on"}


@dataclass(frozen=True)
class Row:
    """A mention with what was expected and what the program proposes, by column."""

    set: str
    mention: dict[str, Any]
    expected: dict[str, Any]
    got: dict[str, Any]

    def misses(self) -> list[str]:
        return [column for column in COLUMNS if self.expected[column] != self.got[column]]


def seed(name: str) -> Any:
    return json.loads((SEEDS / f"{name}.json").read_text(encoding="utf-8"))


def rows() -> list[Row]:
    table, matrix = ActionTable.from_mapping(seed("situations")), CrisisMatrix.from_mapping(seed("crisis"))
    voice = BrandVoice.from_mapping(seed("brand"))
    return [
        read(kind, mention, table, matrix, voice)
        for kind in SETS
        for mention in json.loads((HERE / f"mentions_{kind}.json").read_text(encoding="utf-8"))
    ]


def read(kind: str, mention: dict[str, Any], table: ActionTable, matrix: CrisisMatrix, voice: BrandVoice) -> Row:
    """Do what intake and the case screen do, in the same order."""
    reading = text_proposal(mention["text"])
    hit = crisis_level(mention["text"], matrix, reading.sentiment)
    level = hit.level if hit else None
    found = recommended_action(
        table,
        situation=reading.situation,
        nature=reading.nature,
        is_direct=mention["direct"],
        crisis_level=level,
        is_off_topic=reading.is_off_topic,
        is_do_not_answer=reading.is_do_not_answer,
        voice=voice,
    )
    tone = voice.matrix.get(mention["tone"] or "", ())
    return Row(
        kind,
        mention,
        {"situation": mention["situation"], "action": mention["action"], "tone": tone, "level": mention["level"]},
        {
            "situation": reading.situation,
            "action": found.action,
            "tone": tuple(trait.key for trait in found.tone),
            "level": level,
        },
    )


def share(read_rows: list[Row], column: str) -> float:
    """Return the share of rows, 0 to 1, whose column came out as expected."""
    return sum(column not in row.misses() for row in read_rows) / len(read_rows)


def document(read_rows: list[Row]) -> str:
    """Return docs/RULES_HITS.md: the shares by set, every miss with its cells, and all that was tried."""
    names = {trait["key"]: trait["name"] for trait in seed("brand")["traits"]}
    lines = [
        "# What the rules read from mentions on the first day",
        "",
        "Mentions written for the purpose, from the situations of the guide and the contingency matrix, read by a",
        "fresh program with no set-up: the word lists in `resources/lexicons`, the shipped sentiment model, and",
        "`situations.json`, `crisis.json` and `brand.json` as they ship. What a person would expect was written",
        "beside each mention. The first set was",
        "read again and again while the word lists grew: it took in two sets that had been held out before, and the",
        "expected values of five of its mentions (t22, t28, t33, t47, t55) were changed after their results were seen.",
        "The second set was written last and no word was added for it: its figures are what to count on for texts that",
        "the lists have never met; the shares over all mentions are the higher for the first. Tone is expected as the",
        "row of the brand's matrix that a nature stands for.",
        "",
        "This page is written by `python -m tests.rules_hits`; a test compares it.",
        "",
        "| column | all | " + " | ".join(SETS.values()) + " |",
        "| --- | --- | " + " | ".join("---" for _ in SETS) + " |",
    ]
    parts = [read_rows, *([row for row in read_rows if row.set == kind] for kind in SETS)]
    for column in COLUMNS:
        cells = " | ".join(f"{share(part, column):.1%} of {len(part)}" for part in parts)
        lines.append(f"| {COLUMN_NAMES[column]} | {cells} |")
    lines += [
        "",
        "## Misses",
        "",
        "| mention | text | column | expected | proposed |",
        "| --- | --- | --- | --- | --- |",
    ]
    for row in read_rows:
        lines += [
            f"| {row.mention['id']} | {cell(row.mention['text'])} | {COLUMN_NAMES[column]} "
            f"| {shown(row.expected[column], names)} | {shown(row.got[column], names)} |"
            for column in row.misses()
        ]
    lines += ["", "## All mentions", ""]
    lines += ["| mention | channel | text | situation | action | tone | crisis level |", "| " + "--- | " * 7]
    lines[-1] = lines[-1].rstrip()
    for row in read_rows:
        to = "direct" if row.mention["direct"] else "overheard"
        cells = " | ".join(judged(row, column, names) for column in COLUMNS)
        lines.append(
            f"| {row.mention['id']} | {row.mention['channel']}, {to} | {cell(row.mention['text'])} | {cells} |"
        )
    return "\n".join(lines) + "\n"


COLUMN_NAMES = {"situation": "situation", "action": "action", "tone": "tone", "level": "crisis level"}


def judged(row: Row, column: str, names: dict[str, str]) -> str:
    value = shown(row.expected[column], names)
    return f"**{value}** (miss)" if column in row.misses() else value


def shown(value: Any, names: dict[str, str]) -> str:
    if isinstance(value, tuple):
        return ", ".join(names[key] for key in value) or "none"
    return "none" if value is None else str(value)


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
