"""The project's gates, standard library only; those that leave each other alone share the cores of the machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Check:
    """One gate: its name in the closing table and the command that must end with 0.

    Neighbours with the same ``beside`` run at the same time; one without runs alone.
    """

    name: str
    command: tuple[str | Path, ...]
    beside: str = ""


@dataclass(frozen=True)
class Outcome:
    """How a check ended: its exit code and the seconds it took."""

    name: str
    code: int
    seconds: float


def surroundings(*, offscreen: bool) -> dict[str, str]:
    """Return the environment variables that the project's commands run with."""
    found = {**os.environ, "PYTHONUTF8": "1"}
    # Where no compiled code is kept, every process that a test or the bench starts compiles the whole program anew.
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    if offscreen:
        found.setdefault("QT_QPA_PLATFORM", "offscreen")
    return found


def quick_checks(program: Callable[[str], Path]) -> list[Check]:
    """Return the gates that take seconds; ``program`` gives the path of a program of the environment."""
    python = program("python")
    return [
        Check("ruff check", (python, "-m", "ruff", "check", "."), "quick"),
        Check("ruff format", (python, "-m", "ruff", "format", "--check", "."), "quick"),
        Check("mypy", (python, "-m", "mypy"), "quick"),
        Check(
            "mypy, as on Windows",
            (python, "-m", "mypy", "--platform=win32", "--cache-dir=.mypy_cache/windows"),
            "quick",
        ),
        Check("import-linter", (program("lint-imports"),), "quick"),
    ]


def all_checks(program: Callable[[str], Path], *, ci: bool) -> list[Check]:
    """Return every gate; CI builds the program and tries it too."""
    python = program("python")
    domain = "--include=app/models/domain/*"
    # Built at the beginning, so that the bench, which has the machine to itself, finds the program as it is now.
    build = Check("build and try it", (python, "-m", "installer.build", "--smoke"), "quick")
    return [
        *([build] if ci else []),
        *quick_checks(program),
        Check("pytest", (python, "-m", "pytest", "-n", "auto", "--dist", "worksteal", "-ra", "--cov", "--cov-report=")),
        Check("coverage >= 90 %", (python, "-m", "coverage", "report", "--skip-covered", "--fail-under=90")),
        Check("domain = 100 %", (python, "-m", "coverage", "report", "--skip-covered", domain, "--fail-under=100")),
        Check("bench, small", (python, "-m", "tests.budgets", "--small")),
    ]


def run_checks(checks: Sequence[Check]) -> int:
    """Run all the checks, also after a failure, and close with a table; return 1 when any failed."""
    outcomes: list[Outcome] = []
    for beside, neighbours in groupby(checks, key=lambda check: check.beside):
        run = _at_once if beside else _one_by_one
        outcomes += run(list(neighbours))
    _say("\n== all checks")
    for each in outcomes:
        _say(f"  {'ok    ' if each.code == 0 else 'FAILED'}  {each.name:<20} {each.seconds:7.1f} s")
    return int(any(each.code for each in outcomes))


def _one_by_one(checks: list[Check]) -> list[Outcome]:
    return [_alone(check) for check in checks]


def _alone(check: Check) -> Outcome:
    _say(f"\n== {check.name}")
    start = time.monotonic()
    code = subprocess.run(_words(check), cwd=ROOT, env=surroundings(offscreen=True), check=False).returncode
    return Outcome(check.name, code, time.monotonic() - start)


def _at_once(checks: list[Check]) -> list[Outcome]:
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        return list(pool.map(_captured, checks))


def _captured(check: Check) -> Outcome:
    """Run a check whose words come in one piece, so that neighbours do not talk into each other."""
    start = time.monotonic()
    done = subprocess.run(
        _words(check),
        cwd=ROOT,
        env=surroundings(offscreen=True),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    _say(f"\n== {check.name}\n{done.stdout.rstrip()}")
    return Outcome(check.name, done.returncode, time.monotonic() - start)


def _words(check: Check) -> list[str]:
    return [str(part) for part in check.command]


def _say(text: str) -> None:
    # A terminal or a log on Windows may not know every letter that a check prints.
    letters = sys.stdout.encoding or "utf-8"
    print(text.encode(letters, "replace").decode(letters), flush=True)
