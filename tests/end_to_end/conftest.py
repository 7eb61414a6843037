"""The program as a person starts it, with a profile and a place of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.services.settings import SettingsStore
from tests.end_to_end.driver import Driver

Start = Callable[..., Driver]


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Start the program; what still runs at the end of the test is closed."""
    before, sheet = QLocale(), qapp.styleSheet()
    running: list[Driver] = []

    def begin(*, profile: str = "perfil", person: str = "", database: str = "", wait: bool = True) -> Driver:
        folder = tmp_path / profile
        if person:
            store = SettingsStore(folder=folder)
            store.load()
            store.update(person_name=person, last_database=database)
        driver = Driver(qapp, profile=folder)
        running.append(driver)
        if wait:
            driver.wait_for_window()
        return driver

    yield begin
    for driver in running:
        driver.quit()
    QLocale.setDefault(before)
    qapp.setStyleSheet(sheet)
