"""Takes pictures of every screen on a believable database, light and dark, at several sizes of text."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.services.database_location import LocalFile
from app.services.demo.load import load_demo
from app.services.opening import open_database
from app.services.settings import SettingsStore
from tests.end_to_end.driver import Driver
from tests.fakes import DEFAULT_NOW, FakeClock
from tests.screenshots.scenes import SCENES, tidy

SIZE = QSize(1440, 900)
MENTIONS = 4_000
PERSON = "Bento Macedo"
LOOKS = (
    ("light", 100), ("dark", 100), ("light", 125), ("light", 150), ("dark", 150), ("light", 200), ("dark", 200),
    ("contrast", 100), ("contrast", 150),
)  # fmt: skip


def main() -> int:
    """Take the pictures; print where each one is."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication is needed")
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        driver = _start(app, place, options.mentions)
        try:
            for look, percent in LOOKS:
                if not options.look or f"{look}-{percent}" in options.look:
                    _take(driver, options.folder, look=look, percent=percent, only=options.only, place=place)
        finally:
            driver.quit()
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="screenshots", description="Pictures of every screen.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build") / "screenshots")
    parser.add_argument("--only", nargs="*", default=[], metavar="SCENE", help=", ".join(SCENES))
    parser.add_argument("--look", nargs="*", default=[], metavar="LOOK", help="light-100, dark-100 ...")
    parser.add_argument("--mentions", type=int, default=MENTIONS, metavar="N", help="how many mentions (%(default)s)")
    return parser.parse_args()


def _start(app: QApplication, place: Path, mentions: int) -> Driver:
    path, clock = place / "demonstracao.balcao", FakeClock(DEFAULT_NOW)
    database = open_database(
        LocalFile(path), clock=clock, workstation_key="pictures", workstation_name="Balcão", announce=lambda _: None
    )
    load_demo(database, mentions)
    database.close()
    store = SettingsStore(folder=place / "profile")
    store.load()
    store.update(person_name=PERSON, last_database=str(path))
    driver = Driver(app, profile=place / "profile", clock=clock)
    driver.wait_for_window()
    driver.window.resize(SIZE)
    driver.settle()
    return driver


def _take(driver: Driver, folder: Path, *, look: str, percent: int, only: list[str], place: Path) -> None:
    driver.desk.theme.apply(choice=look, scale=percent)
    driver.settle()
    for name, scene in SCENES.items():
        if only and name not in only:
            continue
        widget = scene(driver, place)
        driver.settle()
        target = folder / f"{name}-{look}-{percent}.png"
        widget.grab().save(str(target))
        sys.stdout.write(f"{target}\n")
        tidy(driver)


if __name__ == "__main__":
    sys.exit(main())
