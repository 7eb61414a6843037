"""What reviewers would otherwise have to look for: names that hide, silenced checks without a reason, foreign paths."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.sources import product_modules, project_files, shown, tree_of

TEXT = {".py", ".pyi", ".toml", ".md", ".txt", ".sh", ".spec", ".nsi", ".desktop", ".json", ".ini", ".cfg", ".svg", ""}
VAGUE = re.compile(r"(^|_)(utils?|helpers?|managers?|misc|common)(_|$|\.py$)")

# Package sources and paths of one machine; written in pieces so that this file does not find itself.
FOREIGN = re.compile(
    "|".join(
        [
            r"py" r"pi\.org",
            r"python" r"hosted",
            r"registry\." r"npmjs",
            r"--(extra-)?index" r"-url",
            r"find" r"-links",
            r"(?<![\w.:/])/(wo" r"rk|fa" r"rm|ro" r"ot)/",
            r"(?<![\w.])/(var/)?t" r"mp/",
            r"/opt/wh" r"eels",
        ]
    )
)
SILENCED = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:\s*no cover)(?P<rest>.*)$")
CODED = {"noqa": r":\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*", "type": r"\[[\w, -]+\]", "pragma": ""}
SKIPS = {"skip", "skipif", "xfail"}
REASON = r"\W+\w.{3,}"


def unreasoned(line: str) -> bool:
    """Tell whether a line silences a check without code or reason."""
    found = SILENCED.search(line)
    return found is not None and not re.match(CODED[found[1].split(":")[0]] + REASON, found["rest"])


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("x = 1", False),
        ("x = 1  # noqa", True),
        ("x = 1  # noqa: S101", True),
        ("x = 1  # noqa: S101, S102 - the table's name is ours", False),
        ("x = 1  # type: ignore", True),
        ("x = 1  # type: ignore[attr-defined]", True),
        ("x = 1  # type: ignore[attr-defined]  # stub lacks this signal", False),
        ("x = 1  # pragma: no cover", True),
        ("x = 1  # pragma: no cover - only on Windows", False),
    ],
)
def test_a_silenced_check_needs_code_and_reason(line: str, *, wrong: bool) -> None:
    assert unreasoned(line) is wrong


def test_every_silenced_check_carries_its_reason() -> None:
    found = [
        f"{shown(path)}:{number}"
        for path in project_files()
        if path.suffix in {".py", ".pyi"} and path.name != "test_manners.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if unreasoned(line)
    ]
    assert found == []


def test_every_skip_carries_its_reason() -> None:
    found = []
    for path in project_files():
        if path.suffix != ".py":
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SKIPS:
                name, owner = node.func.attr, ast.unparse(node.func.value)
                reasons = [word for word in node.keywords if word.arg == "reason"]
                marked = owner == "pytest.mark" and not reasons
                called = owner == "pytest" and name in {"skip", "xfail"} and not (node.args or reasons)
                if marked or called:
                    found.append(f"{shown(path)}:{node.lineno} {name}")
    assert found == []


def test_no_file_names_a_package_source_or_a_path_of_one_machine() -> None:
    found = [
        f"{shown(path)}:{number}: {hit[0]}"
        for path in project_files()
        if path.suffix in TEXT
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if (hit := FOREIGN.search(line))
    ]
    assert found == []


@pytest.mark.parametrize("name", ["utils.py", "text_utils.py", "helpers.py", "window_manager.py", "managers.py"])
def test_vague_names_are_known(name: str) -> None:
    assert VAGUE.search(name)


def test_no_file_hides_behind_a_vague_name() -> None:
    assert [shown(path) for path in product_modules() if VAGUE.search(path.name)] == []
    managers = [
        f"{shown(path)}:{node.lineno} {node.name}"
        for path in product_modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef) and re.search(r"(Manager|Helper|Utils?|Mixin)$", node.name)
    ]
    assert managers == []


def test_no_tracked_file_is_heavy() -> None:
    assert [shown(path) for path in project_files() if path.stat().st_size > 1_500_000] == []
