"""Every text of the screen has an English one, and Qt's own words are Portuguese."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from app.views.support import i18n
from app.views.support.bars import UndoBar
from app.views.support.theme import Theme

APP = Path(__file__).resolve().parents[3] / "app"
SAMPLE = """
class Page(QWidget):
    def f(self, n):
        self.tr("Olá")
        self.tr("%n menções", "", n)
        QCoreApplication.translate("x", "Outro")
        _tr("curto")
        self.tr(variable)
WORK_TEXTS: Final = {"a.b": ("Não " "foi.")}
"""

_collect = cache(i18n.collect)


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the sources of the program once for all the tests that ask for their texts."""
    monkeypatch.setattr(i18n, "collect", _collect)


@pytest.mark.usefixtures("read_once")
@pytest.mark.parametrize("language", ["en", "pt_BR"])
def test_catalogues_are_complete(language: str) -> None:
    lacking = [f"{item.context}: {item.source}" for item in i18n.missing(language, APP)]
    assert lacking == [], f"run: python -m app.views.support.i18n {language} --update"


def test_texts_are_found_in_the_sources(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(SAMPLE, encoding="utf-8")
    assert i18n.collect(tmp_path) == {
        i18n.Message("Page", "Olá"),
        i18n.Message("Page", "%n menções", plural=True),
        i18n.Message("x", "Outro"),
        i18n.Message("page", "curto"),
        i18n.Message("errors", "Não foi."),
    }


def test_catalogue_is_updated_and_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.py").write_text(SAMPLE, encoding="utf-8")
    path = tmp_path / "balcao_en.ts"
    path.write_text(
        "<TS><context><name>Page</name><message><source>Olá</source><translation>Hello</translation></message>"
        "<message><source>Antigo</source><translation>Old</translation></message>"
        '<message numerus="yes"><source>%n menções</source><translation><numerusform>%n mention</numerusform>'
        "<numerusform>%n mentions</numerusform></translation></message></context></TS>",
        encoding="utf-8",
    )
    monkeypatch.setattr(i18n, "catalogue_path", lambda _language: path)
    assert i18n.update_catalogue("en", tmp_path) == 3
    texts = i18n.read_catalogue(path)
    assert texts == {("Page", "Olá"): ("Hello",), ("Page", "%n menções"): ("%n mention", "%n mentions")}
    catalogue = i18n.Catalogue(path=path)
    assert catalogue.translate("Page", "Olá") == "Hello"
    assert catalogue.translate("Page", "%n menções", None, 1) == "%n mention"
    assert catalogue.translate("Page", "%n menções", None, 7) == "%n mentions"
    assert catalogue.translate("Page", "unheard of") is None
    assert not catalogue.isEmpty()
    assert len(i18n.missing("en", tmp_path)) == 3


def test_qt_speaks_portuguese(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancelar"


def test_english_screens(qapp: QApplication, theme: Theme, qtbot: QtBot) -> None:
    translators = i18n.install_language(qapp, "en")
    try:
        bar = UndoBar(theme=theme)
        qtbot.addWidget(bar)
        assert bar.findChild(QPushButton).text() == "Undo"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def test_unknown_language_stays_portuguese(qapp: QApplication) -> None:
    translators = i18n.install_language(qapp, "xx")
    for translator in translators:
        qapp.removeTranslator(translator)
    assert translators


def test_screens_translate_with_constant_sources_only() -> None:
    variable = []
    for path in sorted((APP / "views").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_tr = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"
            if is_tr and node.args and not isinstance(node.args[0], ast.Constant):
                variable.append(f"{path.name}:{node.lineno}")
    assert variable == []


@pytest.mark.usefixtures("read_once")
def test_tool_lists_and_fails_when_something_lacks(capsys: pytest.CaptureFixture[str]) -> None:
    assert i18n.main(["pt_BR"]) == 0
    assert capsys.readouterr().out == ""
