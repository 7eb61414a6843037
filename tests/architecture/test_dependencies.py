"""What the project stands on is written down with its reason, locked with hashes, and nothing else is."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.architecture.sources import ROOT, imported_roots, project_files, shown

LOCKS = ("requirements.txt", "requirements-dev.txt")


def normal(name: str) -> str:
    """Return a distribution's name in its one normal form."""
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    """Return the distributions that requirement lines name."""
    found = (re.match(r"[\w.-]+", line) for line in requirements)
    return {normal(match[0]) for match in found if match}


def declared() -> tuple[set[str], set[str]]:
    """Return the run-time and the development dependencies of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return names(project["project"]["dependencies"]), names(project["dependency-groups"]["dev"])


def documented(heading: str) -> set[str]:
    """Return the first column of the table under a heading of docs/DEPENDENCIES.md."""
    text = (ROOT / "docs" / "DEPENDENCIES.md").read_text(encoding="utf-8")
    section = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.split("|")[1].strip() for line in section.splitlines() if line.startswith("| ")]
    return {normal(row) for row in rows if row not in {"part", "---"}}


def test_every_dependency_has_its_line_and_no_line_is_left_over() -> None:
    runtime, development = declared()
    assert documented("Run time") == runtime
    assert documented("Development") == development


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_pinned_and_hashed(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    loose = [entry.splitlines()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]
    assert loose == []


def test_the_locks_hold_what_is_declared_and_agree() -> None:
    runtime, development = declared()
    pins = [
        set(
            re.findall(
                r"^([\w.-]+)(?:\[[\w,]+\])?==([^ ;\\]+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE
            )
        )
        for lock in LOCKS
    ]
    assert runtime <= {normal(name) for name, _ in pins[0]}
    assert development <= {normal(name) for name, _ in pins[1]}
    assert pins[0] <= pins[1]


def test_every_import_is_of_a_declared_dependency() -> None:
    runtime, development = declared()
    ours = {"app", "installer", "run", "tests"} | sys.stdlib_module_names
    ours |= {"shiboken6"}  # PySide6's other half, of the same version always
    bringers = packages_distributions()

    def is_declared(root: str, *, in_app: bool) -> bool:
        brought_by = {normal(name) for name in bringers.get(root, [])}
        return bool(brought_by & (runtime if in_app else runtime | development))

    undeclared = [
        f"{shown(path)}: {root}"
        for path in project_files()
        if path.suffix == ".py"
        for root in sorted(imported_roots(path) - ours)
        if not is_declared(root, in_app=shown(path).startswith("app/"))
    ]
    assert undeclared == []
