"""What had the focus may be hidden: the keys must go on meaning the page's acts, not become text in the search."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.shell.focus_keeper import FocusKeeper


def test_focus_stays_in_the_page_when_what_had_it_is_hidden(qtbot: QtBot) -> None:
    window, page = QWidget(), QWidget()
    qtbot.addWidget(window)
    gone, search, stays = QPushButton("Enviar"), QLineEdit(), QPushButton("Lista")
    inner = QVBoxLayout(page)
    inner.addWidget(stays)
    inner.addWidget(gone)
    layout = QVBoxLayout(window)
    layout.addWidget(page)
    layout.addWidget(search)
    QWidget.setTabOrder(stays, gone)
    QWidget.setTabOrder(gone, search)
    FocusKeeper(page=lambda: page, parent=window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    gone.setFocus()
    gone.hide()
    assert QApplication.focusWidget() is stays
    search.setFocus()
    assert QApplication.focusWidget() is search
