"""``balcao verify``: recounts everything, recomputes the history's chain, asks the engine to check its file."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from app.cli.opening import opened
from app.services.checkup import Checkup, check_database
from app.services.rollup_rebuild import RollupRebuild

_SHOWN = 20
_ELSEWHERE = "outro computador já está refazendo as contagens"


def run_verify(options: argparse.Namespace) -> int:
    """Check a database, with ``--repair`` after counting anew what disagrees; return 0 when all agrees, else 1."""
    with opened(options.database) as database:
        if options.repair:
            done = RollupRebuild(database=database).run()
            sys.stderr.write((f"contagens corrigidas: {done.figures}" if done.is_done else _ELSEWHERE) + "\n")
        found = check_database(database)
    sys.stdout.write((json.dumps(asdict(found), ensure_ascii=False) if options.json else _text(found)) + "\n")
    return 0 if found.is_sound else 1


def _text(found: Checkup) -> str:
    lines = [
        f"contagens: {_well(not found.differences)}",
        f"histórico ({found.history_rows} linhas): {_well(found.first_bad_seq is None)}",
        f"arquivo: {_well(not found.file_problems)}",
    ]
    lines += [f"  {e.table} {e.key}: gravado {e.stored}, contado {e.counted}" for e in found.differences[:_SHOWN]]
    lines += [f"  {problem}" for problem in found.file_problems[:_SHOWN]]
    if found.first_bad_seq is not None:
        lines.append(f"  a linha {found.first_bad_seq} do histórico foi alterada, retirada ou trocada de lugar")
    return "\n".join(lines)


def _well(is_well: bool) -> str:  # noqa: FBT001 - a word for a truth
    return "em ordem" if is_well else "COM DIFERENÇAS"
