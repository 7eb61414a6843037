"""Draws the help's pictures anew: `python -m tests.help_pictures`."""

from __future__ import annotations

from tests.help_pictures.drawing import svg
from tests.help_pictures.scenes import FOLDER, PICTURES

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.svg"):
        path.unlink()
    for picture in PICTURES:
        (FOLDER / f"{picture.name}.svg").write_text(svg(picture), encoding="utf-8")
