"""The project's own files, as the architecture tests read them."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def project_files() -> tuple[Path, ...]:
    """Return every file that is or would be committed, in order."""
    safe = ["-c", "safe.directory=*"]  # CI often clones as another person
    command = ["git", *safe, "ls-files", "-co", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return tuple(sorted(ROOT / name for name in set(listed) if name and (ROOT / name).is_file()))


@cache
def product_modules() -> tuple[Path, ...]:
    """Return the Python files that reach the user or build what does: app/, installer/ and run.py."""
    rooms = ("app", "installer", "run.py")
    return tuple(path for path in project_files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in rooms)


@cache
def tree_of(path: Path) -> ast.Module:
    """Return a file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def shown(path: Path) -> str:
    """Return a path as people write it in this project."""
    return path.relative_to(ROOT).as_posix()


def imported_roots(path: Path) -> set[str]:
    """Return the first part of every absolute import of a file, those inside functions too."""
    roots: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            roots.add(node.module.split(".")[0])
    return roots
