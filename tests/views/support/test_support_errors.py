"""Every error reaches a person as a sentence that helps; bugs leave nobody's data in the report."""

from __future__ import annotations

import ast
import re
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.models.domain.changes import Changes
from app.services.errors import Refused, UserError
from app.views.support.bug_dialog import BugDialog
from app.views.support.changes import ChangeBridge
from app.views.support.error_texts import ERROR_TEXTS, FALLBACK
from app.views.support.errors import BugReport, ErrorRoad, bug_report, error_text, install_hooks
from app.views.support.redaction import redact
from app.views.support.theme import Theme

APP = Path(__file__).resolve().parents[3] / "app"
KINDS = {"UserError", "Invalid", "Refused", "Conflict", "Unavailable"}


def raised_codes() -> dict[str, str]:
    """Every constant code given to one of the error classes below the views -> where."""
    found: dict[str, str] = {}
    for folder in ("services", "models", "cli"):
        for path in sorted((APP / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KINDS and node.args:
                    code = node.args[0]
                    if isinstance(code, ast.Constant) and isinstance(code.value, str):
                        found[code.value] = path.name
    return found


def test_every_code_has_a_sentence() -> None:
    lacking = {code: where for code, where in raised_codes().items() if code not in ERROR_TEXTS}
    assert lacking == {}


@pytest.mark.parametrize("code", ERROR_TEXTS)
def test_sentences_help(code: str) -> None:
    text = error_text(UserError(code))
    assert text
    assert not text[0].islower()
    assert text.rstrip()[-1] in ".?!"
    assert not re.search(r"Traceback|Errno|Exception|\{", text)


def test_facts_are_filled_in_and_a_missing_one_hides_nothing() -> None:
    assert "/x" in error_text(UserError("settings.unwritable", folder="/x"))
    assert "pasta ?" in error_text(UserError("settings.unwritable"))


def test_unknown_code_still_helps() -> None:
    text = error_text(Refused("brand.new"))
    assert "brand.new" in text
    assert text == FALLBACK.format(code="brand.new")


@pytest.mark.parametrize(
    "private",
    [
        "maria.silva+x@exemplo.com.br",
        "529.982.247-25",
        "52998224725",
        "(31) 99876-5432",
        "+55 31 3333-4444",
        "4111 1111 1111 1111",
        "12.345.678/0001-95",
        "30130-010",
        "joana:segredo123",
    ],
)
def test_personal_data_is_taken_out(private: str) -> None:
    text = f"postgresql://{private}@servidor/base" if ":" in private else f"cliente {private} disse"
    assert private not in redact(text)


def test_secrets_and_homes_are_taken_out_and_the_rest_stays() -> None:
    assert redact("password=abc token: xyz") == "password=[segredo] token: [segredo]"
    assert redact("/home/joana/x C:\\Users\\joana\\y") == "/home/[pessoa]/x C:\\Users\\[pessoa]\\y"
    assert redact("line 42, in open_case") == "line 42, in open_case"


def test_bug_report_has_no_personal_data() -> None:
    report = bug_report(ValueError("CPF 529.982.247-25 de ana@exemplo.com"))
    assert "529" not in report.summary + report.details
    assert "ana@" not in report.details
    assert "ValueError" in report.summary


class Road:
    """An error road that writes down what it shows."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.bugs: list[BugReport] = []
        self.threads: list[int] = []
        self.road = ErrorRoad(show_text=self._text, show_bug=self._bug)

    def _text(self, text: str, error: UserError) -> None:
        self.texts.append(f"{error.code}: {text}")
        self.threads.append(threading.get_ident())

    def _bug(self, report: BugReport) -> None:
        self.bugs.append(report)
        self.road._on_arrived(RuntimeError("while one is shown"))


def test_road_sorts_errors_and_speaks_in_the_ui_thread(qtbot: QtBot) -> None:
    road = Road()
    thread = threading.Thread(target=lambda: road.road.report(Refused("settings.broken")))
    thread.start()
    thread.join()
    road.road.report(KeyError("x"))
    qtbot.waitUntil(lambda: bool(road.bugs))
    assert len(road.texts) == 1
    assert road.threads == [threading.get_ident()]
    assert len(road.bugs) == 1


def test_hooks_send_uncaught_errors_down_the_road(qtbot: QtBot) -> None:
    road = Road()
    before = sys.excepthook, threading.excepthook
    restore = install_hooks(road.road)
    try:
        error = ValueError("x")
        sys.excepthook(ValueError, error, None)
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: len(road.bugs) == 2)
    finally:
        restore()
    assert (sys.excepthook, threading.excepthook) == before


def test_bug_dialog_copies(theme: Theme, qtbot: QtBot) -> None:
    dialog = BugDialog(theme=theme, report=BugReport("KeyError: x", "linha 1"))
    qtbot.addWidget(dialog)
    dialog.show()
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copiar detalhes")
    copy.click()
    assert QGuiApplication.clipboard().text() == "KeyError: x\n\nlinha 1"
    assert dialog.findChild(QPlainTextEdit).isReadOnly()


def test_changes_reach_the_ui_thread_as_one_signal(qtbot: QtBot) -> None:
    bridge = ChangeBridge()
    seen: list[tuple[Changes, int]] = []
    bridge.changed.connect(lambda changes: seen.append((changes, threading.get_ident())))
    changes = Changes(origin="a", case_ids=frozenset({1, 2}))
    threads = [threading.Thread(target=bridge.publish, args=(changes,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    bridge.publish(Changes(origin="a"))
    qtbot.waitUntil(lambda: len(seen) == 3)
    qtbot.wait(10)
    assert seen == [(changes, threading.get_ident())] * 3
