"""What fails in a method that Qt calls is told as an error; it used to end the program where C code had raised it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import app
from app.views.support.overrides import IS_NEEDED, is_guarded, overrides

needed = pytest.mark.skipif(not IS_NEEDED, reason="2026-11-22: from Python 3.12 on errors are instances at once")


class Clumsy(QWidget):
    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.closed = 0

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            len(5)  # type: ignore[arg-type]  # raised by C code
        return super().event(event)

    def close(self) -> bool:
        self.closed += 1
        return True


class Numbers(QAbstractListModel):
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return 3 if parent is None or not parent.isValid() else 0


def test_an_error_of_c_code_in_an_event_is_an_error(qtbot: QtBot) -> None:
    widget = Clumsy()
    qtbot.addWidget(widget)
    with qtbot.captureExceptions() as caught:
        QApplication.postEvent(widget, QEvent(QEvent.Type.User))
        QApplication.processEvents()
    assert [kind for kind, _error, _trace in caught] == [TypeError]


def test_a_guarded_override_takes_what_it_took(qtbot: QtBot) -> None:
    widget = Clumsy()
    qtbot.addWidget(widget)
    widget.told.connect(widget.close)  # a slot without the signal's argument
    widget.told.emit("x")
    assert widget.closed == 1
    assert Numbers().rowCount() == 3
    assert Numbers().rowCount(parent=QModelIndex()) == 3
    assert overrides(Clumsy).keys() == {"event", "close"}


@needed
def test_every_override_of_the_program_is_guarded() -> None:
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if module.name.startswith(("app.views.", "app.bootstrap.")):
            importlib.import_module(module.name)
    open_ones = [
        f"{cls.__module__}.{cls.__qualname__}.{name}"
        for cls in below(QObject.__mro__[-2])
        if cls.__module__.startswith("app.")
        for name, each in overrides(cls).items()
        if not is_guarded(each)
    ]
    assert open_ones == []


def below(cls: type) -> Iterator[type]:
    found: list[type] = type.__subclasses__(cls)
    for each in found:
        yield each
        yield from below(each)
