"""What customers and files say is shown in tooltips letter by letter: no markup is drawn, no picture is fetched."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.views.case.side_parts import ValueButton
from app.views.settings.check_matrix import CheckMatrixModel
from app.views.support.chips import Chip
from app.views.support.labels import ElidedLabel
from app.views.support.row_model import Column, RowModel
from app.views.support.texts import as_tooltip
from app.views.support.theme import Theme

OUTSIDE = '<b>x</b><img src="file://host/a.png">'
SHOWN = "<qt>&lt;b&gt;x&lt;/b&gt;&lt;img src=&quot;file://host/a.png&quot;&gt;</qt>"
_VIEWS = Path(__file__).parents[3] / "app" / "views"
_FROM_OUTSIDE = {"name", "title", "description", "norm", "note", "permalink", "excerpt", "area_name", "tone_hint"}


def test_lines_stay_lines() -> None:
    assert as_tooltip("a & b\n<c>") == "<qt>a &amp; b<br>&lt;c&gt;</qt>"
    assert as_tooltip("") == ""


def test_a_text_too_long_for_its_place(qtbot: QtBot) -> None:
    text = ElidedLabel(OUTSIDE)
    qtbot.addWidget(text)
    text.resize(40, 20)
    text.show()
    assert text.toolTip() == SHOWN


def test_values_and_chips(qtbot: QtBot, theme: Theme) -> None:
    button = ValueButton("Cidade")
    chip = Chip("Prazo", theme=theme)
    for widget in (button, chip):
        qtbot.addWidget(widget)
    button.set_value(OUTSIDE)
    chip.set_chip("Prazo", tooltip=OUTSIDE)
    assert (button.toolTip(), chip.toolTip()) == (SHOWN, SHOWN)
    assert chip.accessibleDescription() == OUTSIDE


@pytest.mark.parametrize("has_own", [True, False])
def test_rows_of_every_list(has_own: bool) -> None:  # noqa: FBT001 - a parameter
    column = Column[str]("one", "Um", lambda row: row, tooltip=(lambda row: row) if has_own else None)
    model = RowModel[str](columns=[column], key=lambda _row: 1)
    model.set_rows([OUTSIDE])
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == SHOWN


def test_a_matrix_and_its_heads() -> None:
    model = CheckMatrixModel()
    model.show_matrix([("a", OUTSIDE)], [("b", "SAC")], set(), may_edit=True)
    assert str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)).startswith(SHOWN.removesuffix("</qt>"))
    head = (0, Qt.Orientation.Vertical)
    assert model.headerData(*head, Qt.ItemDataRole.ToolTipRole) == SHOWN
    assert model.headerData(*head, Qt.ItemDataRole.DisplayRole) == OUTSIDE
    assert model.headerData(7, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) is None


def test_no_tooltip_takes_a_stored_text_bare() -> None:
    bare = []
    for path in sorted(_VIEWS.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "setToolTip":
                bare += [f"{path.name}:{call.lineno}" for each in call.args if _is_bare(each)]
    assert bare == []


def _is_bare(node: ast.AST) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "as_tooltip":
        return False
    if isinstance(node, ast.Attribute) and node.attr in _FROM_OUTSIDE:
        return True
    return any(_is_bare(each) for each in ast.iter_child_nodes(node))
