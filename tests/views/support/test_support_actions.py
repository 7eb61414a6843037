"""Keys do what they say, never while typing; every action can be found, remapped and silenced."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.views.shell.pages import PageSpec
from app.views.shell.window_actions import page_actions, window_actions
from app.views.support.actions import ActionRegistry, ActionSpec, fold, fuzzy_score, is_single

SPECS = [
    ActionSpec("case.close", "Encerrar atendimento", ("E",), "check", "case", "Atendimento"),
    ActionSpec("case.note", "Anotar", ("N", "Ctrl+Shift+N"), "note", "case", "Atendimento"),
    ActionSpec("list.open", "Abrir", ("Return", "O"), "", "inbox", "Lista"),
    ActionSpec("send", "Enviar", ("Ctrl+Return",), "send"),
    ActionSpec("palette", "Paleta", ("Ctrl+K",)),
]
EDITORS = [QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox]


class Bench(QWidget):
    """A window with every action bound, that writes down what was run."""

    def __init__(self, registry: ActionRegistry) -> None:
        super().__init__()
        self.ran: list[str] = []
        self.box = QVBoxLayout(self)
        registry.define(SPECS)
        for spec in SPECS:
            registry.bind(spec.id, self, lambda action_id=spec.id: self.ran.append(action_id))


@pytest.fixture
def bench(actions: ActionRegistry, qtbot: QtBot) -> Bench:
    made = Bench(actions)
    qtbot.addWidget(made)
    return made


def focus(bench: Bench, widget: QWidget, qtbot: QtBot) -> None:
    bench.box.addWidget(widget)
    bench.show()
    bench.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


@pytest.mark.parametrize("editor_type", EDITORS)
def test_single_keys_stay_text_in_editors(bench: Bench, qtbot: QtBot, editor_type: type[QWidget]) -> None:
    editor = editor_type()
    if isinstance(editor, QComboBox):
        editor.setEditable(True)
    focus(bench, editor, qtbot)
    target = bench.focusWidget() or editor
    for key in (Qt.Key.Key_E, Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_Return):
        QTest.keyClick(target, key)
    assert bench.ran == []
    QTest.keyClick(target, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(target, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.ran == ["palette", "send"]


def test_typed_text_arrives(bench: Bench, qtbot: QtBot) -> None:
    editor = QPlainTextEdit()
    focus(bench, editor, qtbot)
    QTest.keyClicks(editor, "one note")
    assert editor.toPlainText() == "one note"
    assert bench.ran == []


def test_single_keys_work_in_lists_and_read_only_texts(bench: Bench, qtbot: QtBot) -> None:
    rows = QListWidget()
    rows.addItems(["e1", "e2"])
    focus(bench, rows, qtbot)
    QTest.keyClick(rows, Qt.Key.Key_E)
    assert bench.ran == ["case.close"]
    text = QPlainTextEdit("x")
    text.setReadOnly(True)
    focus(bench, text, qtbot)
    QTest.keyClick(text, Qt.Key.Key_N)
    assert bench.ran == ["case.close", "case.note"]


def test_enter_presses_the_button_that_has_the_focus(bench: Bench, qtbot: QtBot) -> None:
    button = QPushButton("x")
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    focus(bench, button, qtbot)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [1]
    assert bench.ran == []


def test_hidden_pages_keep_quiet(bench: Bench, actions: ActionRegistry, qtbot: QtBot) -> None:
    page = QListWidget()
    actions.define([ActionSpec("other", "Outro", ("J",), scope="other")])
    ran: list[str] = []
    actions.bind("other", page, lambda: ran.append("other"))
    rows = QListWidget()
    focus(bench, rows, qtbot)
    QTest.keyClick(rows, Qt.Key.Key_J)
    assert ran == []
    assert "other" not in actions.available()
    assert not actions.trigger("other")


def test_single_keys_can_be_turned_off(bench: Bench, actions: ActionRegistry, qtbot: QtBot) -> None:
    rows = QListWidget()
    focus(bench, rows, qtbot)
    actions.set_single_keys(False)
    for key in (Qt.Key.Key_E, Qt.Key.Key_N, Qt.Key.Key_O):
        QTest.keyClick(rows, key)
    assert bench.ran == []
    QTest.keyClick(rows, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert bench.ran == ["case.note"]
    assert actions.keys("case.close") == ()
    actions.set_single_keys(True)
    QTest.keyClick(rows, Qt.Key.Key_E)
    assert bench.ran == ["case.note", "case.close"]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
def test_every_action_can_be_remapped_and_reset(
    bench: Bench, actions: ActionRegistry, qtbot: QtBot, spec: ActionSpec
) -> None:
    rows = QListWidget()
    focus(bench, rows, qtbot)
    actions.remap(spec.id, ["F8"])
    QTest.keyClick(rows, Qt.Key.Key_F8)
    assert bench.ran == [spec.id]
    assert actions.remaps == {spec.id: ("F8",)}
    actions.reset()
    QTest.keyClick(rows, Qt.Key.Key_F8)
    assert bench.ran == [spec.id]
    assert actions.keys(spec.id) == spec.keys


def test_tooltips_name_the_key(bench: Bench, actions: ActionRegistry) -> None:
    for action in bench.actions():
        spec = actions.spec(action.objectName().removeprefix("action:"))
        assert QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) in action.toolTip()
    actions.remap("palette", ["Ctrl+P"])
    tips = {action.objectName(): action.toolTip() for action in bench.actions()}
    assert tips["action:palette"] == "Paleta (Ctrl+P)"


def test_conflicts_only_where_both_are_at_hand(actions: ActionRegistry) -> None:
    actions.define([*SPECS, ActionSpec("inbox.edit", "Editar", ("E",), scope="inbox")])
    assert [c.action_id for c in actions.conflicts("case.note", ["E"])] == ["case.close"]
    assert [c.action_id for c in actions.conflicts("send", ["E"])] == ["case.close", "inbox.edit"]
    assert [c.action_id for c in actions.conflicts("case.close", ["Ctrl+K"])] == ["palette"]
    assert actions.conflicts("inbox.edit", ["N"]) == []


def test_recent_first_and_available(bench: Bench, actions: ActionRegistry) -> None:
    bench.show()
    assert actions.available()[0] == "case.close"
    actions.trigger("send")
    actions.trigger("palette")
    assert actions.available()[:2] == ["palette", "send"]
    assert actions.recent == ("palette", "send")


def test_an_id_is_given_once(actions: ActionRegistry) -> None:
    actions.define(SPECS)
    actions.define(SPECS)
    with pytest.raises(ValueError, match="twice"):
        actions.define([ActionSpec("send", "Outra coisa")])
    with pytest.raises(KeyError):
        actions.spec("unheard of")


def test_window_actions_fit_brazilian_keyboards() -> None:
    specs = [*window_actions(), *page_actions([PageSpec(str(n), f"p{n}", QWidget) for n in range(12)])]
    for spec in specs:
        assert not any("Ctrl+Alt" in key or "Alt+Ctrl" in key for key in spec.keys), spec
        if {"/", "?"} & set(spec.keys):
            assert len(spec.keys) > 1
    keys = [QKeySequence(key).toString() for spec in specs for key in spec.keys]
    assert len(keys) == len(set(keys))
    assert all(keys)


@pytest.mark.parametrize(
    ("key", "single"),
    [("E", True), ("?", True), ("/", True), ("Shift+J", True), ("Ctrl+E", False), ("F1", False), ("Return", False)],
)
def test_what_is_a_single_key(key: str, *, single: bool) -> None:
    assert is_single(key) is single


def test_fuzzy_search_knows_no_accents() -> None:
    assert fold("Reclamação") == "reclamacao"
    assert fuzzy_score("reclamacao", "Abrir RECLAMAÇÃO") > 0
    assert fuzzy_score("reclamação", "reclamacao") > 0
    assert fuzzy_score("enat", "Encerrar atendimento") > 0
    assert fuzzy_score("atendimento encerrar", "Encerrar atendimento") > 0
    assert fuzzy_score("xyz", "Encerrar atendimento") == 0
    assert fuzzy_score("enc", "Encerrar") > fuzzy_score("enc", "Não encerrar") > fuzzy_score("enc", "Ver nota clara")
