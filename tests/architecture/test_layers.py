"""The contracts of pyproject.toml bite: each rule is broken once in a copy of the house's plan and must be noticed."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, product_modules, shown, tree_of

SKELETON = (
    "__main__", "bootstrap/window", "cli/export",
    "services/cases", "services/channels/base", "services/channels/mastodon",
    "models/domain/sla", "models/schema/cases", "models/queries/inbox", "models/migrations/env",
    "views/shell/window", "views/inbox/page", "views/case/page", "views/support/tasks",
)  # fmt: skip
GOOD = {
    "__main__": "import app.bootstrap",
    "bootstrap/window": "import app.services.channels.mastodon, app.views.shell.window, app.cli.export",
    "services/cases": "import app.models.queries.inbox, app.services.channels.base, sqlalchemy",
    "services/channels/mastodon": "import app.services.channels.base",
    "models/queries/inbox": "import app.models.schema.cases, app.models.domain.sla",
    "models/migrations/env": "import app.models.schema.cases",
    "views/shell/window": "import app.views.inbox.page, app.views.case.page",
    "views/inbox/page": "import app.services.cases, app.views.support.tasks, app.models.domain.sla, PySide6",
}


def check_plan(folder: Path, imports: dict[str, str]) -> str:
    """Lay out an `app` with these imports, run the contracts on it and return what they say; empty when kept."""
    for name in {*SKELETON, *imports}:
        module = folder / "app" / f"{name}.py"
        module.parent.mkdir(parents=True, exist_ok=True)
        module.write_text(imports.get(name, ""), encoding="utf-8")
    for package in [folder / "app", *(path for path in (folder / "app").rglob("*") if path.is_dir())]:
        (package / "__init__.py").touch()
    shutil.copyfile(ROOT / "pyproject.toml", folder / "pyproject.toml")
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_plan_itself_is_kept(tmp_path: Path) -> None:
    assert check_plan(tmp_path, GOOD) == ""


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("services/cases", "app.views.inbox.page"),
        ("services/cases", "PySide6.QtCore"),
        ("models/domain/sla", "app.models.schema.cases"),
        ("models/schema/cases", "app.models.queries.inbox"),
        ("models/domain/sla", "app.services.cases"),
        ("cli/export", "pyqtgraph"),
        ("cli/export", "app.bootstrap.window"),
        ("cli/export", "app.views.inbox.page"),
        ("cli/export", "app.models.queries.inbox"),
        ("views/inbox/page", "app.views.case.page"),
        ("views/inbox/page", "app.bootstrap"),
        ("views/inbox/page", "sqlalchemy"),
        ("views/inbox/page", "app.models.schema.cases"),
        ("views/support/tasks", "app.views.inbox.page"),
        ("views/inbox/page", "app.services.channels.mastodon"),
        ("services/cases", "app.services.channels.mastodon"),
        ("utils", "os"),
        ("models/helpers", "os"),
        ("views/unlisted_screen/page", "os"),
    ],
)
def test_a_broken_rule_is_noticed(tmp_path: Path, module: str, imported: str) -> None:
    assert check_plan(tmp_path, {**GOOD, module: f"import {imported}"})


def test_the_domain_imports_only_the_standard_library_and_itself() -> None:
    allowed = sys.stdlib_module_names | {"app"}
    foreign = []
    for path in product_modules():
        if not shown(path).startswith("app/models/domain/"):
            continue
        for node in ast.walk(tree_of(path)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = ["app" if node.level else node.module or ""]
            foreign += [f"{shown(path)}:{node.lineno} {name}" for name in names if name.split(".")[0] not in allowed]
    assert foreign == []


def test_the_domain_reads_no_clock_and_no_file() -> None:
    clocks = {"now", "utcnow", "today", "monotonic", "perf_counter", "time_ns"}
    found = []
    for path in product_modules():
        if not shown(path).startswith("app/models/domain/"):
            continue
        for node in ast.walk(tree_of(path)):
            called = node.func if isinstance(node, ast.Call) else None
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", None)
            if name in clocks or name in {"open", "print", "input"}:
                found.append(f"{shown(path)}:{getattr(node, 'lineno', 0)} {name}()")
    assert found == []
