"""Takes pictures of every screen on a believable database, light and dark, at several sizes of text."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import keyring
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from sqlalchemy import update

from app.models.domain.people import Role
from app.models.schema.people import Person
from app.services.database_location import LocalFile
from app.services.demo.load import load_demo
from app.services.opening import open_database
from app.services.settings import SettingsStore
from tests.end_to_end.driver import Driver
from tests.fakes import DEFAULT_NOW, FakeClock
from tests.screenshots.channel_scenes import ChannelScenes
from tests.screenshots.networks import Networks
from tests.screenshots.scenes import SCENES, Scene, tidy
from tests.services.test_secrets import MemoryKeyring

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
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())  # the accounts' keys are of no use afterwards
    with tempfile.TemporaryDirectory() as name:
        place, networks = Path(name), Networks()
        scenes = SCENES | ChannelScenes(networks).scenes()
        driver = _start(app, place, options.mentions)
        try:
            for look, percent in LOOKS:
                if not options.look or f"{look}-{percent}" in options.look:
                    chosen = {key: scene for key, scene in scenes.items() if not options.only or key in options.only}
                    _take(driver, options.folder, look=look, percent=percent, scenes=chosen, place=place)
        finally:
            driver.quit()
            networks.close()
            keyring.set_keyring(before)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="screenshots", description="Pictures of every screen.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build") / "screenshots")
    parser.add_argument("--only", nargs="*", default=[], metavar="SCENE", help="names of pictures")
    parser.add_argument("--look", nargs="*", default=[], metavar="LOOK", help="light-100, dark-100 ...")
    parser.add_argument("--mentions", type=int, default=MENTIONS, metavar="N", help="how many mentions (%(default)s)")
    return parser.parse_args()


def _start(app: QApplication, place: Path, mentions: int) -> Driver:
    path, clock = place / "demonstracao.balcao", FakeClock(DEFAULT_NOW)
    database = open_database(
        LocalFile(path), clock=clock, workstation_key="pictures", workstation_name="Balcão", announce=lambda _: None
    )
    load_demo(database, mentions)
    manages = update(Person).where(Person.name == PERSON).values(role=Role.ADMINISTRATOR)
    database.quiet(lambda connection: connection.execute(manages))  # who may add accounts
    database.close()
    store = SettingsStore(folder=place / "profile")
    store.load()
    store.update(person_name=PERSON, last_database=str(path))
    driver = Driver(app, profile=place / "profile", clock=clock)
    driver.wait_for_window()
    driver.window.resize(SIZE)
    driver.settle()
    return driver


def _take(driver: Driver, folder: Path, *, look: str, percent: int, scenes: dict[str, Scene], place: Path) -> None:
    driver.desk.theme.apply(choice=look, scale=percent)
    driver.settle()
    for name, scene in scenes.items():
        widget = scene(driver, place)
        driver.settle()
        target = folder / f"{name}-{look}-{percent}.png"
        widget.grab().save(str(target))
        sys.stdout.write(f"{target}\n")
        tidy(driver)


if __name__ == "__main__":
    sys.exit(main())
