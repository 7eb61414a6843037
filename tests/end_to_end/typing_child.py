"""A program that types a draft and waits to be killed: ``python -m tests.end_to_end.typing_child PROFILE TEXT``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.models.domain.inbox import InboxView
from app.views.inbox.navigation import item_id
from tests.end_to_end.driver import Driver


def main() -> int:
    """Open the first case, type, wait until the draft is kept, say so and go on living."""
    app = QApplication(sys.argv[:1])
    driver = Driver(app, profile=Path(sys.argv[1]))
    driver.wait_for_window()
    driver.go(item_id(InboxView.UNOWNED))
    driver.press("j", "r")
    driver.type(sys.argv[2])
    driver.see("rascunho salvo")
    sys.stdout.write("kept\n")
    sys.stdout.flush()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
