"""Every page can be heard, read at twice the size, reached by Tab and written in without setting keys off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.services.database_location import LocalFile
from app.views.case.phone_dialog import PhoneDialog
from app.views.support.labels import ElidedLabel
from tests.end_to_end.conftest import Start
from tests.end_to_end.driver import Driver
from tests.end_to_end.test_bad_moments import open_first, prepare

TAB = Qt.FocusPolicy.TabFocus


@pytest.fixture
def driver(start: Start, sqlite_location: LocalFile) -> Driver:
    prepare(sqlite_location)
    return start(person="Beatriz Lima", database=str(sqlite_location.path))


def each_page(driver: Driver) -> list[tuple[str, QWidget]]:
    """Show every page once and return them; the inbox comes last, with a case open."""
    names = [name for name in driver.window.stack.ids if name != "inbox"]
    return [(name, driver.window.show_page(name)) for name in names]


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def nameless(root: QWidget) -> list[str]:
    """Return who can have the focus by Tab, is to be seen and says nothing."""
    seen = [each for each in root.findChildren(QWidget) if each.isVisible() and each.focusPolicy() & TAB]
    return [f"{type(each).__name__} in {type(each.parent()).__name__}" for each in seen if not spoken(each)]


def narrow(root: QWidget) -> list[str]:
    """Return labels and buttons that have less room than their text needs."""
    found = []
    for each in (*root.findChildren(QLabel), *root.findChildren(QPushButton)):
        is_free = isinstance(each, ElidedLabel) or (isinstance(each, QLabel) and each.wordWrap())
        if is_free or not each.isVisible() or not each.text() or each.property("kind") == "value":
            continue
        if each.width() < each.minimumSizeHint().width():
            found.append(f"{type(each).__name__} {each.text()!r} in {type(each.parent()).__name__}: {each.width()}")
    return found


def test_everything_has_a_name(driver: Driver) -> None:
    for name, _page in each_page(driver):
        driver.settle()
        assert nameless(driver.window) == [], name
    open_first(driver)
    assert nameless(driver.window) == []
    driver.press("Ctrl+N")
    assert nameless(driver.dialog(PhoneDialog)) == []


def test_nothing_is_clipped_at_twice_the_size(driver: Driver) -> None:
    driver.window.resize(1440, 900)
    driver.desk.theme.apply(scale=200)
    driver.settle()
    for name, _page in each_page(driver):
        driver.settle()
        assert narrow(driver.window) == [], name
    open_first(driver)
    assert narrow(driver.window) == []


def test_tab_and_f6_reach_the_panes(driver: Driver) -> None:
    open_first(driver)
    reached = set()
    for _ in range(80):
        QTest.keySequence(driver.focus, QKeySequence("Tab"))
        reached.add(driver.focus)
    for pane in (driver.window.sidebar, driver.inbox.panel, driver.pane):
        assert any(pane.isAncestorOf(each) for each in reached), type(pane).__name__
    driver.pane.timeline.setFocus()
    panes = set()
    for _ in range(8):
        driver.press("F6")
        focus = driver.focus
        panes |= {type(pane).__name__ for pane in driver.window.panes() if pane is focus or pane.isAncestorOf(focus)}
    assert len(panes) >= 3


def test_keys_typed_into_editors_stay_text(driver: Driver) -> None:
    single = {key for spec in driver.desk.actions.specs() for key in spec.keys if len(key) == 1 and key.isascii()}
    letters = "".join(sorted(key.lower() for key in single))
    fired: list[str] = []
    driver.desk.actions.triggered.connect(fired.append)
    open_first(driver)
    driver.window.activateWindow()
    for root in (driver.window.top_bar, driver.pane):
        for editor in (*root.findChildren(QLineEdit), *root.findChildren(QPlainTextEdit)):
            if not editor.isVisible() or editor.isReadOnly() or not editor.isEnabled():
                continue
            editor.setFocus()
            fired.clear()
            driver.type(letters.replace("#", ""))
            read = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
            if read:  # numbers and dates take none of these
                assert read == letters.replace("#", ""), editor.accessibleName()
            assert fired == [], editor.accessibleName()
