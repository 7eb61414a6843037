"""Rooms stay small enough to be held in the head: statements a function, lines a file and a class."""

from __future__ import annotations

import ast

from tests.architecture.sources import product_modules, shown, tree_of

MOST_STATEMENTS, MOST_FILE_LINES, MOST_CLASS_LINES = 40, 400, 250

Function = ast.FunctionDef | ast.AsyncFunctionDef


def statements(function: Function) -> int:
    """Count the statements of a function, those of inner functions too, its docstring not."""
    inner = sum(isinstance(node, ast.stmt) for node in ast.walk(function)) - 1
    return inner - (ast.get_docstring(function) is not None)


def test_the_counter_counts_statements() -> None:
    lines = ["def f():", '  """Say."""', "  x = 1", "  if x:", "    return 2", "  def g():", "    pass", "  return g"]
    function = ast.parse("\n".join(lines)).body[0]
    assert isinstance(function, ast.FunctionDef)
    assert statements(function) == 6


def test_functions_stay_within_their_budget() -> None:
    over = [
        f"{shown(path)}:{node.lineno} {node.name}: {statements(node)} statements"
        for path in product_modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, Function) and statements(node) > MOST_STATEMENTS
    ]
    assert over == []


def test_files_stay_within_their_budget() -> None:
    sizes = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in product_modules()}
    assert {name: lines for name, lines in sizes.items() if lines > MOST_FILE_LINES} == {}


def test_classes_stay_within_their_budget() -> None:
    over = [
        f"{shown(path)}:{node.lineno} {node.name}"
        for path in product_modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef) and (node.end_lineno or 0) - node.lineno + 1 > MOST_CLASS_LINES
    ]
    assert over == []


def test_every_module_says_why_it_exists() -> None:
    silent = [
        shown(path)
        for path in product_modules()
        if path.stat().st_size and path.name != "__init__.py" and not ast.get_docstring(tree_of(path))
    ]
    assert silent == []
